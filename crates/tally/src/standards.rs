//! Standards: fractions of a base, met or not, compared by cross-multiplication.

use std::fmt;

use crate::votes::{Denominator, Votes, gcd, show_ratio};

/// A part of a whole, exact: two thirds, a majority's half, 66⅔ of a hundred. Never more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    numer: u64,
    denom: u64,
}

impl Fraction {
    /// One half.
    pub const HALF: Fraction = Fraction { numer: 1, denom: 2 };

    /// `numer`/`denom` in lowest terms, or `None` if it is over zero or more than one.
    pub const fn new(numer: u64, denom: u64) -> Option<Fraction> {
        if denom == 0 || numer > denom {
            return None;
        }
        let divisor = gcd(denom, numer);
        Some(Fraction {
            numer: numer / divisor,
            denom: denom / divisor,
        })
    }

    /// The upper number.
    pub const fn numer(self) -> u64 {
        self.numer
    }

    /// The lower number, not zero.
    pub const fn denom(self) -> u64 {
        self.denom
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numer, self.denom)
    }
}

/// A standard over a base: strictly more than the fraction of the base, or at least it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Threshold {
    /// The fraction.
    pub fraction: Fraction,
    /// Whether exactly the fraction is too little, as for a majority.
    pub strictly_more: bool,
    /// What it is a fraction of, such as the votes present.
    pub base: Votes,
}

impl Threshold {
    /// More than half of the base.
    pub const fn majority(base: Votes) -> Threshold {
        Threshold {
            fraction: Fraction::HALF,
            strictly_more: true,
            base,
        }
    }

    /// At least the fraction of the base.
    pub const fn at_least(fraction: Fraction, base: Votes) -> Threshold {
        Threshold {
            fraction,
            strictly_more: false,
            base,
        }
    }

    /// Strictly more than the fraction of the base.
    pub const fn more_than(fraction: Fraction, base: Votes) -> Threshold {
        Threshold {
            fraction,
            strictly_more: true,
            base,
        }
    }

    /// Whether these votes are enough.
    ///
    /// At least any fraction of an empty base is met by no votes at all; whether that carries anything is a legal question.
    pub fn is_met(&self, votes: Votes) -> bool {
        let votes = u128::from(votes.units()) * u128::from(self.fraction.denom);
        if self.strictly_more {
            votes > self.product()
        } else {
            votes >= self.product()
        }
    }

    /// The least votes that are enough, or `None` if that passes 2⁶⁴ − 1 units.
    ///
    /// A majority of N whole votes is ⌊N/2⌋ + 1; where votes have fractions, one unit more than half.
    /// More than the whole base can be needed: a majority of nothing is one unit.
    pub fn needed(&self) -> Option<Votes> {
        let denom = u128::from(self.fraction.denom);
        let least = if self.strictly_more {
            self.product() / denom + 1
        } else {
            self.product().div_ceil(denom)
        };
        u64::try_from(least).ok().map(Votes::new)
    }

    /// The comparison in figures: `51 > 1/2 × 100 = 50`, with `≤`, `≥` or `<` as it turns out.
    pub fn trace(&self, votes: Votes, denominator: Denominator) -> String {
        let sign = match (self.strictly_more, self.is_met(votes)) {
            (true, true) => ">",
            (true, false) => "≤",
            (false, true) => "≥",
            (false, false) => "<",
        };
        // The lower number is the product of two of 64 bits, so neither side passes 128.
        let limit = show_ratio(
            self.product(),
            u128::from(self.fraction.denom) * u128::from(denominator.get()),
        );
        format!(
            "{} {sign} {} × {} = {limit}",
            denominator.show(votes),
            self.fraction,
            denominator.show(self.base)
        )
    }

    /// Fraction times base, times the fraction's lower number.
    fn product(&self) -> u128 {
        u128::from(self.fraction.numer) * u128::from(self.base.units())
    }
}

/// The least change of votes that would turn a result; the base does not move, because both sides are part of it or neither is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// All thresholds are met; this many votes changing from for to against would defeat it.
    ForToAgainst(Votes),
    /// One is not met; this many votes changing from against to for would carry it.
    AgainstToFor(Votes),
}

/// How few votes, changing sides, turn the result of a matter that must meet all these thresholds.
///
/// `None` if no change of sides would: too few are against, or nothing is needed.
pub fn least_change(thresholds: &[Threshold], votes_for: Votes, votes_against: Votes) -> Option<Change> {
    if thresholds.iter().all(|threshold| threshold.is_met(votes_for)) {
        let needed = thresholds.iter().filter_map(|threshold| threshold.needed()).max()?;
        let spare = votes_for.checked_sub(needed)?;
        let change = spare.checked_add(Votes::new(1))?;
        return (change <= votes_for).then_some(Change::ForToAgainst(change));
    }
    let needed = thresholds
        .iter()
        .map(|threshold| threshold.needed())
        .try_fold(Votes::ZERO, |most, needed| needed.map(|needed| needed.max(most)))?;
    let change = needed.checked_sub(votes_for)?;
    (change <= votes_against).then_some(Change::AgainstToFor(change))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(numer: u64, denom: u64) -> Fraction {
        Fraction::new(numer, denom).unwrap()
    }

    #[test]
    fn fractions_are_in_lowest_terms_and_at_most_one() {
        assert_eq!(fraction(200, 300), fraction(2, 3));
        assert_eq!(fraction(0, 7), fraction(0, 1));
        assert_eq!(fraction(7, 7).to_string(), "1/1");
        assert_eq!(Fraction::new(8, 7), None);
        assert_eq!(Fraction::new(0, 0), None);
    }

    #[test]
    fn thresholds_on_and_one_past_each_boundary() {
        let two_thirds = fraction(2, 3);
        let huge = u64::MAX;
        for (threshold, needed) in [
            (Threshold::majority(Votes::new(100)), 51),
            (Threshold::majority(Votes::new(101)), 51),
            (Threshold::majority(Votes::new(1)), 1),
            (Threshold::majority(Votes::new(0)), 1),
            (Threshold::at_least(Fraction::HALF, Votes::new(100)), 50),
            (Threshold::at_least(Fraction::HALF, Votes::new(101)), 51),
            (Threshold::at_least(two_thirds, Votes::new(300)), 200),
            (Threshold::at_least(two_thirds, Votes::new(301)), 201),
            (Threshold::at_least(two_thirds, Votes::new(302)), 202),
            (Threshold::more_than(two_thirds, Votes::new(300)), 201),
            (Threshold::more_than(two_thirds, Votes::new(301)), 201),
            (Threshold::at_least(fraction(1, 3), Votes::new(10)), 4),
            (Threshold::at_least(fraction(1, 1), Votes::new(10)), 10),
            (Threshold::more_than(fraction(1, 1), Votes::new(10)), 11),
            (Threshold::majority(Votes::new(huge)), huge / 2 + 1),
            (
                Threshold::at_least(fraction(huge - 1, huge), Votes::new(huge)),
                huge - 1,
            ),
        ] {
            assert_eq!(threshold.needed(), Some(Votes::new(needed)), "{threshold:?}");
            assert!(threshold.is_met(Votes::new(needed)), "{threshold:?}");
            assert!(!threshold.is_met(Votes::new(needed - 1)), "{threshold:?}");
        }
        let nothing = Threshold::at_least(Fraction::HALF, Votes::ZERO);
        assert_eq!(
            (nothing.needed(), nothing.is_met(Votes::ZERO)),
            (Some(Votes::ZERO), true)
        );
        assert_eq!(Threshold::more_than(fraction(1, 1), Votes::new(huge)).needed(), None);
    }

    #[test]
    fn a_trace_shows_the_arithmetic() {
        let whole = Denominator::WHOLE;
        let majority = Threshold::majority(Votes::new(100));
        assert_eq!(majority.trace(Votes::new(51), whole), "51 > 1/2 × 100 = 50");
        assert_eq!(majority.trace(Votes::new(50), whole), "50 ≤ 1/2 × 100 = 50");
        let two_thirds = Threshold::at_least(fraction(200, 300), Votes::new(1_000));
        assert_eq!(two_thirds.trace(Votes::new(667), whole), "667 ≥ 2/3 × 1,000 = 666 2/3");
        assert_eq!(two_thirds.trace(Votes::new(666), whole), "666 < 2/3 × 1,000 = 666 2/3");
        // Thirds of a vote: 10 units are 3 1/3 votes, and half of that is 1 2/3.
        let thirds = Denominator::new(3).unwrap();
        assert_eq!(
            Threshold::majority(Votes::new(10)).trace(Votes::new(6), thirds),
            "2 > 1/2 × 3 1/3 = 1 2/3"
        );
        let largest = Threshold::at_least(fraction(u64::MAX - 1, u64::MAX), Votes::new(u64::MAX));
        assert!(
            largest
                .trace(Votes::ZERO, Denominator::new(u64::MAX).unwrap())
                .starts_with("0 < ")
        );
    }

    #[test]
    fn the_least_change_turns_the_result_and_one_less_does_not() {
        let majority = Threshold::majority(Votes::new(100));
        let votes = Votes::new;
        for (thresholds, votes_for, votes_against, expected) in [
            (&[majority][..], 51, 49, Some(Change::ForToAgainst(votes(1)))),
            (&[majority], 60, 40, Some(Change::ForToAgainst(votes(10)))),
            (&[majority], 50, 50, Some(Change::AgainstToFor(votes(1)))),
            (&[majority], 30, 21, Some(Change::AgainstToFor(votes(21)))),
            // One vote short among those against.
            (&[majority], 30, 20, None),
            // Both must be met: the stricter decides each way.
            (
                &[majority, Threshold::at_least(fraction(2, 3), votes(90))],
                63,
                27,
                Some(Change::ForToAgainst(votes(4))),
            ),
            (
                &[majority, Threshold::at_least(fraction(2, 3), votes(90))],
                55,
                27,
                Some(Change::AgainstToFor(votes(5))),
            ),
            // The base may be another count than the votes: more than the whole of a small base.
            (
                &[Threshold::more_than(fraction(1, 1), votes(5))],
                9,
                0,
                Some(Change::ForToAgainst(votes(4))),
            ),
            // Nothing is needed, so nothing defeats it.
            (&[Threshold::at_least(fraction(0, 1), votes(10))], 3, 3, None),
            (&[], 3, 3, None),
        ] {
            assert_eq!(
                least_change(thresholds, votes(votes_for), votes(votes_against)),
                expected,
                "{thresholds:?} {votes_for}"
            );
        }
    }
}
