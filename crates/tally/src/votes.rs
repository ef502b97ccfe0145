//! Votes: exact whole numbers in units of a part of one vote.

use std::fmt;
use std::num::NonZeroU64;

/// A number of votes, in units of 1/D of one vote, where D is the [`Denominator`] of the meeting.
///
/// There is no fraction of a unit: a meeting whose holdings have thirds counts in thirds.
/// All arithmetic is checked; nothing wraps and nothing is rounded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Votes(u64);

impl Votes {
    /// No votes.
    pub const ZERO: Votes = Votes(0);

    /// This many units of 1/D of a vote; use [`Denominator::votes`] to come from votes or shares.
    pub const fn new(units: u64) -> Votes {
        Votes(units)
    }

    /// The number of units of 1/D of a vote.
    pub const fn units(self) -> u64 {
        self.0
    }

    /// Whether there are none.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum, or `None` if it passes 2⁶⁴ − 1 units.
    pub fn checked_add(self, other: Votes) -> Option<Votes> {
        self.0.checked_add(other.0).map(Votes)
    }

    /// The difference, or `None` if `other` is more.
    pub fn checked_sub(self, other: Votes) -> Option<Votes> {
        self.0.checked_sub(other.0).map(Votes)
    }

    /// The product with a plain number, such as the seats of a cumulative election, or `None` if it passes 2⁶⁴ − 1 units.
    pub fn checked_mul(self, times: u64) -> Option<Votes> {
        self.0.checked_mul(times).map(Votes)
    }

    /// The sum of all, or `None` if it passes 2⁶⁴ − 1 units.
    pub fn checked_sum(votes: impl IntoIterator<Item = Votes>) -> Option<Votes> {
        votes.into_iter().try_fold(Votes::ZERO, Votes::checked_add)
    }

    /// The exact part `numer`/`denom` of these votes, such as what a faction of joint holders votes when they divide evenly.
    ///
    /// # Errors
    ///
    /// [`VotesError::Indivisible`] if the part is not a whole number of units: the meeting needs a finer denominator.
    pub fn part(self, numer: u64, denom: u64) -> Result<Votes, VotesError> {
        scaled(numer, denom, self.0)
    }
}

/// How many units make one vote at a meeting: 1 when all holdings are whole, 3 when some are in thirds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Denominator(NonZeroU64);

impl Denominator {
    /// One unit is one vote.
    pub const WHOLE: Denominator = Denominator(NonZeroU64::MIN);

    /// This many units to a vote, or `None` for zero.
    pub fn new(units_per_vote: u64) -> Option<Denominator> {
        NonZeroU64::new(units_per_vote).map(Denominator)
    }

    /// The least denominator in which fractions with these denominators are all whole: their least common multiple.
    ///
    /// # Errors
    ///
    /// [`VotesError::ZeroDenominator`] if one is zero, [`VotesError::TooMany`] if the multiple passes 2⁶⁴ − 1.
    pub fn least_for(denominators: impl IntoIterator<Item = u64>) -> Result<Denominator, VotesError> {
        denominators.into_iter().try_fold(Denominator::WHOLE, |least, denom| {
            let denom = NonZeroU64::new(denom).ok_or(VotesError::ZeroDenominator)?.get();
            let multiple = (least.get() / gcd(least.get(), denom))
                .checked_mul(denom)
                .ok_or(VotesError::TooMany)?;
            Denominator::new(multiple).ok_or(VotesError::ZeroDenominator)
        })
    }

    /// The number of units to one vote.
    pub fn get(self) -> u64 {
        self.0.get()
    }

    /// The votes of `numer`/`denom` votes; 10/3 at a denominator of 3 is ten units.
    ///
    /// # Errors
    ///
    /// [`VotesError::Indivisible`] if that is not a whole number of units, [`VotesError::ZeroDenominator`] if `denom` is zero,
    /// [`VotesError::TooMany`] if it passes 2⁶⁴ − 1 units.
    pub fn votes(self, numer: u64, denom: u64) -> Result<Votes, VotesError> {
        scaled(numer, denom, self.get())
    }

    /// The votes as people write them: `1,234`, `3 1/3`, `2/3`.
    pub fn show(self, votes: Votes) -> String {
        show_ratio(u128::from(votes.0), u128::from(self.get()))
    }
}

/// Why a number cannot be a number of votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VotesError {
    /// A fraction with a denominator of zero.
    ZeroDenominator,
    /// The number is not a whole number of units; `finer_by` is the least factor by which the units must be made finer.
    Indivisible {
        /// The least factor by which the meeting's denominator must be multiplied.
        finer_by: u64,
    },
    /// The number passes 2⁶⁴ − 1 units.
    TooMany,
}

impl fmt::Display for VotesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            VotesError::ZeroDenominator => f.write_str("a fraction of votes over zero; a denominator is at least one"),
            VotesError::Indivisible { finer_by } => write!(
                f,
                "not a whole number of this meeting's units; votes are never rounded; count in units {finer_by} times finer"
            ),
            VotesError::TooMany => f.write_str(
                "more than 18,446,744,073,709,551,615 units of votes; a count must fit its columns; count in coarser units",
            ),
        }
    }
}

impl std::error::Error for VotesError {}

/// `numer`/`denom` × `units`, exactly.
fn scaled(numer: u64, denom: u64, units: u64) -> Result<Votes, VotesError> {
    if denom == 0 {
        return Err(VotesError::ZeroDenominator);
    }
    let product = u128::from(numer) * u128::from(units);
    let remainder = u64::try_from(product % u128::from(denom)).expect("a remainder is less than its u64 divisor");
    if remainder != 0 {
        return Err(VotesError::Indivisible {
            finer_by: denom / gcd(denom, remainder),
        });
    }
    u64::try_from(product / u128::from(denom))
        .map(Votes)
        .map_err(|_| VotesError::TooMany)
}

/// The greatest common divisor; of a number and zero, the number.
pub(crate) const fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// A ratio as a mixed number in lowest terms; `denom` is not zero.
pub(crate) fn show_ratio(numer: u128, denom: u128) -> String {
    let (whole, rest) = (numer / denom, numer % denom);
    if rest == 0 {
        return thousands(whole);
    }
    let (mut a, mut b) = (denom, rest);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let fraction = format!("{}/{}", thousands(rest / a), thousands(denom / a));
    if whole == 0 {
        fraction
    } else {
        format!("{} {fraction}", thousands(whole))
    }
}

fn thousands(number: u128) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractional_holdings_become_whole_units_or_say_how_much_finer_is_needed() {
        let thirds = Denominator::new(3).unwrap();
        assert_eq!(thirds.votes(10, 3), Ok(Votes::new(10)));
        assert_eq!(thirds.votes(2, 1), Ok(Votes::new(6)));
        assert_eq!(thirds.votes(1, 2), Err(VotesError::Indivisible { finer_by: 2 }));
        assert_eq!(thirds.votes(1, 6), Err(VotesError::Indivisible { finer_by: 2 }));
        assert_eq!(
            Denominator::WHOLE.votes(5, 12),
            Err(VotesError::Indivisible { finer_by: 12 })
        );
        assert_eq!(Denominator::WHOLE.votes(1, 0), Err(VotesError::ZeroDenominator));
        assert_eq!(Denominator::WHOLE.votes(u64::MAX, 1), Ok(Votes::new(u64::MAX)));
        assert_eq!(thirds.votes(u64::MAX, 1), Err(VotesError::TooMany));
    }

    #[test]
    fn least_denominator_is_the_least_common_multiple() {
        assert_eq!(Denominator::least_for([]), Ok(Denominator::WHOLE));
        assert_eq!(Denominator::least_for([4, 6, 1]).map(Denominator::get), Ok(12));
        assert_eq!(Denominator::least_for([2, 0]), Err(VotesError::ZeroDenominator));
        assert_eq!(Denominator::least_for([u64::MAX, 2]), Err(VotesError::TooMany));
    }

    #[test]
    fn arithmetic_stops_at_its_ends() {
        assert_eq!(Votes::new(u64::MAX).checked_add(Votes::new(1)), None);
        assert_eq!(Votes::new(1).checked_sub(Votes::new(2)), None);
        assert_eq!(Votes::new(1 << 63).checked_mul(2), None);
        assert_eq!(Votes::new(7).part(1, 2), Err(VotesError::Indivisible { finer_by: 2 }));
        assert_eq!(Votes::new(8).part(1, 2), Ok(Votes::new(4)));
    }

    #[test]
    fn votes_print_as_mixed_numbers() {
        let thirds = Denominator::new(3).unwrap();
        assert_eq!(thirds.show(Votes::new(10)), "3 1/3");
        assert_eq!(thirds.show(Votes::new(2)), "2/3");
        assert_eq!(thirds.show(Votes::new(3_703_702)), "1,234,567 1/3");
        assert_eq!(Denominator::WHOLE.show(Votes::new(100_000)), "100,000");
        assert_eq!(Denominator::WHOLE.show(Votes::ZERO), "0");
    }
}
