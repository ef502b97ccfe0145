//! A vote of those present at a meeting, held against a proportion of the text: exact, in whole shares or votes.

use num_bigint::BigInt;
use quorate_law::{Base, Fraction, Proportion, Side};

use super::facts::{SHARES_PRESENT, SHARES_PRESENT_ENTITLED, VOTES_AGAINST, VOTES_FOR, VOTING_POWER_PRESENT};
use crate::inquiry::Inquiry;
use crate::quantity::Quantity;

/// What the fraction is taken of, when the facts give it.
///
/// Only bases that are counted at the meeting have facts here; votes cast are those for and against.
pub fn base_quantity(inquiry: &Inquiry<'_>, base: Base) -> Option<Quantity> {
    match base {
        Base::SharesPresent => inquiry.known(&SHARES_PRESENT),
        Base::SharesPresentEntitled => inquiry.known(&SHARES_PRESENT_ENTITLED),
        Base::VotingPowerPresent => inquiry.known(&VOTING_POWER_PRESENT),
        Base::VotesCast | Base::SharesVoting => {
            Some(inquiry.known(&VOTES_FOR)?.plus(&inquiry.known(&VOTES_AGAINST)?))
        }
        _ => None,
    }
}

/// A vote held against a proportion of a base that is known.
pub struct Count {
    /// The votes for.
    pub votes_for: Quantity,
    /// What the fraction is taken of.
    pub base: Quantity,
    /// The least that is enough.
    pub needed: Quantity,
    /// Whether the votes for are enough.
    pub is_enough: bool,
    /// The count on one line.
    pub arithmetic: String,
}

/// Counts the votes for against a proportion; none when the votes or the base are not known.
pub fn count(inquiry: &Inquiry<'_>, proportion: Proportion) -> Option<Count> {
    let votes_for = inquiry.known(&VOTES_FOR)?;
    let base = base_quantity(inquiry, proportion.base)?;
    let needed = least(proportion.fraction, &base);
    let is_enough = is_enough(proportion.fraction, &votes_for, &base);
    let arithmetic = format!("{proportion}: {needed} of {base} needed; {votes_for} for");
    Some(Count { votes_for, base, needed, is_enough, arithmetic })
}

/// Whether so many of a base satisfy a fraction, by cross-multiplication.
pub fn is_enough(fraction: Fraction, have: &Quantity, base: &Quantity) -> bool {
    let (have, wanted) = (have.times(fraction.denominator), base.times(fraction.numerator));
    match fraction.side {
        Side::AtLeast => have >= wanted,
        Side::MoreThan => have > wanted,
    }
}

/// The least that satisfies a fraction of a base, in the base's own units (whole ones, unless the base has a fraction).
pub fn least(fraction: Fraction, base: &Quantity) -> Quantity {
    let unit = Quantity::common_denominator(&[base]);
    let below = Quantity::from_units(base.part(fraction.numerator, fraction.denominator).units(&unit), &unit);
    if is_enough(fraction, &below, base) { below } else { below.plus(&Quantity::from_units(BigInt::from(1), &unit)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_is_enough_and_one_less_is_not() {
        // A majority of 200 is 101, of 201 is 101; two thirds of 200 is 134, of 201 is 134; more than two thirds of 201 is 135.
        for (fraction, base, needed) in [
            ("majority", 200, 101),
            ("majority", 201, 101),
            ("at least 2/3", 200, 134),
            ("at least 2/3", 201, 134),
            ("more than 2/3", 201, 135),
            ("half", 200, 100),
            ("all", 7, 7),
        ] {
            let (fraction, base) = (Fraction::parse(fraction).unwrap(), Quantity::whole(base));
            assert_eq!(least(fraction, &base), Quantity::whole(needed), "{fraction} of {base}");
            assert!(is_enough(fraction, &Quantity::whole(needed), &base));
            assert!(!is_enough(fraction, &Quantity::whole(needed - 1), &base));
        }
    }

    #[test]
    fn fractions_of_shares_are_counted_in_their_own_units() {
        // Half of 10 1/2 is 5 1/4; the next half share above is 5 1/2.
        let base = Quantity::parse("10.5").unwrap();
        assert_eq!(least(Fraction::MAJORITY, &base), Quantity::parse("5.5").unwrap());
    }
}
