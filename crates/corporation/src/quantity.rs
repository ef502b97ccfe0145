//! Exact quantities of shares and votes, as facts state them.

use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

/// An exact number of shares or votes; may have a fraction where the class allows fractional shares.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(BigRational);

impl Quantity {
    /// Nothing.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: u64) -> Self {
        Self(BigRational::from_integer(BigInt::from(number)))
    }

    /// Reads "100", "198,088,061", "10.5" or "10 1/3". Never negative.
    ///
    /// # Errors
    /// A sentence that says what was found and what is allowed.
    pub fn parse(text: &str) -> Result<Self, String> {
        let problem = || format!("\"{text}\" is not a number of shares or votes: write digits, such as 1,000 or 10.5");
        let bare = text.trim();
        if bare.starts_with('-') {
            return Err(format!("\"{text}\" is negative: there are no negative shares or votes"));
        }
        if let Some((whole, part)) = bare.split_once(' ') {
            let (above, below) = part.split_once('/').ok_or_else(problem)?;
            let (above, below) = (digits(above).ok_or_else(problem)?, digits(below).ok_or_else(problem)?);
            if below.is_zero() {
                return Err(format!("\"{text}\" divides by zero"));
            }
            let whole = grouped(whole).ok_or_else(problem)?;
            return Ok(Self(BigRational::from_integer(whole) + BigRational::new(above, below)));
        }
        if let Some((whole, decimals)) = bare.split_once('.') {
            let scale = num_traits::pow(BigInt::from(10), decimals.len());
            let whole = grouped(whole).ok_or_else(problem)?;
            let decimals = digits(decimals).ok_or_else(problem)?;
            return Ok(Self(
                BigRational::from_integer(whole) + BigRational::new(decimals, scale),
            ));
        }
        Ok(Self(BigRational::from_integer(grouped(bare).ok_or_else(problem)?)))
    }

    /// Whether it has no fraction.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    /// The whole number, if it is one and fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        if self.is_whole() {
            u64::try_from(self.0.to_integer()).ok()
        } else {
            None
        }
    }

    /// The sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self(&self.0 + &other.0)
    }

    /// The difference; `None` when the other is more.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Option<Self> {
        let rest = &self.0 - &other.0;
        if rest.is_negative() { None } else { Some(Self(rest)) }
    }

    /// This many times another.
    #[must_use]
    pub fn times(&self, count: u64) -> Self {
        Self(&self.0 * BigRational::from_integer(BigInt::from(count)))
    }

    /// The product with another: shares by the votes of each.
    #[must_use]
    pub fn by(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }

    /// The exact fraction above/below of it.
    #[must_use]
    pub fn part(&self, numerator: u64, denominator: u64) -> Self {
        Self(&self.0 * BigRational::new(BigInt::from(numerator), BigInt::from(denominator)))
    }

    /// What falls to a part of a whole: of 100, to 2 of 3, it is 66 2/3; nothing where the whole is nothing.
    #[must_use]
    pub fn share(&self, part: &Self, whole: &Self) -> Self {
        if whole.0.is_zero() {
            return Self::zero();
        }
        Self(&self.0 * &part.0 / &whole.0)
    }

    /// The least common denominator of several quantities: the unit in which all of them are whole.
    #[must_use]
    pub fn common_denominator(all: &[&Quantity]) -> BigInt {
        all.iter().fold(BigInt::one(), |so_far, quantity| {
            num_integer_lcm(&so_far, quantity.0.denom())
        })
    }

    /// How many units of 1/denominator it is, rounded down.
    #[must_use]
    pub fn units(&self, denominator: &BigInt) -> BigInt {
        (&self.0 * BigRational::from_integer(denominator.clone()))
            .floor()
            .to_integer()
    }

    /// So many units of 1/denominator.
    #[must_use]
    pub fn from_units(units: BigInt, denominator: &BigInt) -> Self {
        Self(BigRational::new(units, denominator.clone()))
    }

    /// The sum of several.
    #[must_use]
    pub fn sum<'a>(all: impl IntoIterator<Item = &'a Quantity>) -> Self {
        all.into_iter().fold(Self::zero(), |sum, quantity| sum.plus(quantity))
    }
}

fn num_integer_lcm(left: &BigInt, right: &BigInt) -> BigInt {
    let (mut above, mut below) = (left.clone(), right.clone());
    while !below.is_zero() {
        (above, below) = (below.clone(), above % below);
    }
    left * right / above
}

fn digits(text: &str) -> Option<BigInt> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// Digits, with or without commas between groups of three.
fn grouped(text: &str) -> Option<BigInt> {
    if !text.contains(',') {
        return digits(text);
    }
    let mut groups = text.split(',');
    let first = groups.next()?;
    if first.is_empty() || first.len() > 3 || groups.clone().any(|group| group.len() != 3) {
        return None;
    }
    digits(&text.replace(',', ""))
}

impl fmt::Display for Quantity {
    /// Whole numbers with commas between groups of three; fractions as "10 1/2".
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.0.trunc().to_integer();
        let rest = self.0.fract();
        let plain = whole.to_string();
        let mut grouped = String::new();
        for (index, digit) in plain.chars().enumerate() {
            if index > 0 && (plain.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        if rest.is_zero() {
            formatter.write_str(&grouped)
        } else {
            write!(formatter, "{grouped} {}/{}", rest.numer(), rest.denom())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_back() {
        for (text, printed) in [
            ("0", "0"),
            ("100", "100"),
            ("198088061", "198,088,061"),
            ("1,000", "1,000"),
            ("10.5", "10 1/2"),
            ("3 1/3", "3 1/3"),
            ("12.50", "12 1/2"),
        ] {
            let quantity = Quantity::parse(text).unwrap();
            assert_eq!(quantity.to_string(), printed);
            assert_eq!(Quantity::parse(printed).unwrap(), quantity);
        }
    }

    #[test]
    fn refuses_what_is_no_quantity() {
        for text in ["", "-1", "1,00", "ten", "1/0", "1 1/0", "1e3", "1.", ".5x", ",100"] {
            assert!(Quantity::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn arithmetic_is_exact() {
        let third = Quantity::parse("0 1/3").unwrap();
        assert_eq!(third.plus(&third).plus(&third), Quantity::whole(1));
        assert_eq!(Quantity::whole(3).minus(&Quantity::whole(4)), None);
        let denominator = Quantity::common_denominator(&[&third, &Quantity::parse("0.25").unwrap()]);
        assert_eq!(denominator, BigInt::from(12));
    }
}
