//! How many are enough: fractions of a base, exact, over quantities that may have fractions of a share.
//!
//! The arithmetic is that of `quorate-tally`, by cross-multiplication over whole units of 1/D of a vote. Here quantities become units
//! of the least D in which all of them are whole, and come back. A majority of N whole votes is ⌊N/2⌋ + 1; where holdings have
//! fractions, one unit more than half.

use quorate_law::{Fraction, Side};
use quorate_tally::{Change, Denominator, Threshold, Votes, least_change};

use num_bigint::BigInt;

use crate::inquiry::Pause;
use crate::quantity::Quantity;

/// The units in which a set of quantities are all whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Units(Denominator);

/// The least change of sides that turns a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It is carried; this many changing from for to against defeat it.
    ForToAgainst(Quantity),
    /// It is not carried; this many changing from against to for carry it.
    AgainstToFor(Quantity),
}

impl Units {
    /// The coarsest units in which all of these are whole.
    ///
    /// # Errors
    /// [`Pause::Impossible`] when the fractions have no common denominator below 2⁶⁴.
    pub(crate) fn of<'a>(all: impl IntoIterator<Item = &'a Quantity>) -> Result<Self, Pause> {
        let all: Vec<&Quantity> = all.into_iter().collect();
        let least = Quantity::common_denominator(&all);
        u64::try_from(&least)
            .ok()
            .and_then(Denominator::new)
            .map(Self)
            .ok_or_else(too_many)
    }

    /// A fraction of a base, as a standard that votes can be held against.
    ///
    /// # Errors
    /// As [`Units::votes`].
    pub(crate) fn threshold(self, fraction: Fraction, base: &Quantity) -> Result<Threshold, Pause> {
        let base = self.votes(base)?;
        let part = quorate_tally::Fraction::new(fraction.numerator, fraction.denominator)
            .ok_or_else(|| Pause::Impossible(format!("the fraction {fraction} is no part of a whole")))?;
        Ok(match fraction.side {
            Side::MoreThan => Threshold::more_than(part, base),
            Side::AtLeast => Threshold::at_least(part, base),
        })
    }

    /// The least that is enough.
    ///
    /// # Errors
    /// [`Pause::Impossible`] when it passes 2⁶⁴ units.
    pub(crate) fn needed(self, threshold: &Threshold) -> Result<Quantity, Pause> {
        threshold
            .needed()
            .map(|votes| self.quantity(votes))
            .ok_or_else(too_many)
    }

    /// A quantity in these units.
    ///
    /// # Errors
    /// [`Pause::Impossible`] when it passes 2⁶⁴ units.
    pub(crate) fn votes(self, quantity: &Quantity) -> Result<Votes, Pause> {
        u64::try_from(quantity.units(&BigInt::from(self.0.get())))
            .map(Votes::new)
            .map_err(|_| too_many())
    }

    /// The comparison in figures: "51 > 1/2 × 100 = 50".
    pub(crate) fn trace(self, threshold: &Threshold, votes: Votes) -> String {
        threshold.trace(votes, self.0)
    }

    /// How few votes, changing sides, turn the result of a matter that must meet all of these.
    ///
    /// # Errors
    /// As [`Units::votes`].
    pub(crate) fn turn(
        self,
        all: &[Threshold],
        votes_for: &Quantity,
        votes_against: &Quantity,
    ) -> Result<Option<Turn>, Pause> {
        let change = least_change(all, self.votes(votes_for)?, self.votes(votes_against)?);
        Ok(change.map(|change| match change {
            Change::ForToAgainst(votes) => Turn::ForToAgainst(self.quantity(votes)),
            Change::AgainstToFor(votes) => Turn::AgainstToFor(self.quantity(votes)),
        }))
    }

    /// So many units as a quantity.
    pub(crate) fn quantity(self, votes: Votes) -> Quantity {
        Quantity::from_units(BigInt::from(votes.units()), &BigInt::from(self.0.get()))
    }
}

/// The least that is enough of a base, in the base's own units.
///
/// # Errors
/// [`Pause::Impossible`] when a figure passes 2⁶⁴ units.
pub(crate) fn needed(fraction: Fraction, base: &Quantity) -> Result<Quantity, Pause> {
    let units = Units::of([base])?;
    units.needed(&units.threshold(fraction, base)?)
}

impl std::fmt::Display for Turn {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::ForToAgainst(votes) => write!(formatter, "{votes} from for to against"),
            Self::AgainstToFor(votes) => write!(formatter, "{votes} from against to for"),
        }
    }
}

fn too_many() -> Pause {
    Pause::Impossible("the figures are finer or larger than can be counted: at most 2⁶⁴ − 1 parts of a vote".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> Quantity {
        Quantity::parse(text).unwrap()
    }

    #[test]
    fn a_majority_is_one_unit_more_than_half() {
        for (fraction, base, least) in [
            ("majority", "100", "51"),
            ("majority", "101", "51"),
            ("majority", "0", "1"),
            // In halves of a share: half of 100.5 is 50.25, and 50.5 is the least above it.
            ("majority", "100.5", "50.5"),
            ("majority", "101.5", "51"),
            ("at least 1/3", "100", "34"),
            ("at least 1/3", "99", "33"),
            ("at least 66 2/3 percent", "100", "67"),
            ("more than 1/3", "99", "34"),
            ("half", "100", "50"),
            ("all", "7", "7"),
        ] {
            assert_eq!(
                needed(Fraction::parse(fraction).unwrap(), &quantity(base)).unwrap(),
                quantity(least),
                "{fraction} of {base}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_needed_is_enough_and_a_unit_less_is_not(above in 0_u64..=20, below in 1_u64..=20, base in 0_u64..1_000_000, parts in 1_u64..=12, strict: bool) {
            let side = if strict { Side::MoreThan } else { Side::AtLeast };
            let fraction = Fraction { numerator: above.min(below), denominator: below, side };
            let base = Quantity::from_units(BigInt::from(base), &BigInt::from(parts));
            let units = Units::of([&base]).unwrap();
            let threshold = units.threshold(fraction, &base).unwrap();
            let least = needed(fraction, &base).unwrap();
            proptest::prop_assert!(threshold.is_met(units.votes(&least).unwrap()));
            let unit = Quantity::from_units(BigInt::from(1), &Quantity::common_denominator(&[&base]));
            if let Some(less) = least.minus(&unit) {
                proptest::prop_assert!(!threshold.is_met(units.votes(&less).unwrap()));
            }
        }
    }

    #[test]
    fn what_cannot_be_counted_is_said_and_never_panics() {
        let huge = quantity("99999999999999999999999");
        assert!(matches!(needed(Fraction::MAJORITY, &huge), Err(Pause::Impossible(_))));
        let fine = quantity("0.00000000000000000000001");
        assert!(matches!(needed(Fraction::MAJORITY, &fine), Err(Pause::Impossible(_))));
    }

    #[test]
    fn the_least_change_turns_a_result_in_fractions_too() {
        let (votes_for, votes_against, base) = (quantity("50"), quantity("50.5"), quantity("100.5"));
        let units = Units::of([&votes_for, &votes_against, &base]).unwrap();
        let threshold = units.threshold(Fraction::MAJORITY, &base).unwrap();
        let turn = units.turn(&[threshold], &votes_for, &votes_against).unwrap();
        assert_eq!(turn, Some(Turn::AgainstToFor(quantity("0.5"))));
    }
}
