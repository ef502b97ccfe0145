//! Fractions as bylaws say them: "majority", "at least 2/3", "more than 1/3", "10 percent".

use std::fmt;

/// Which side of the fraction wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The fraction itself is enough.
    AtLeast,
    /// One unit more than the fraction is needed.
    MoreThan,
}

/// An exact fraction and the side of it that wins.
///
/// A majority is more than one half; "two thirds" is at least two thirds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    /// Above the line.
    pub numerator: u64,
    /// Below the line; never zero.
    pub denominator: u64,
    /// Which side wins.
    pub side: Side,
}

impl Fraction {
    /// More than one half.
    pub const MAJORITY: Fraction = Fraction {
        numerator: 1,
        denominator: 2,
        side: Side::MoreThan,
    };

    /// Reads a fraction.
    ///
    /// # Errors
    /// A sentence that says what was found and what is allowed.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (side, rest) = match text {
            "majority" => return Ok(Self::MAJORITY),
            "all" => {
                return Ok(Self {
                    numerator: 1,
                    denominator: 1,
                    side: Side::AtLeast,
                });
            }
            "half" => {
                return Ok(Self {
                    numerator: 1,
                    denominator: 2,
                    side: Side::AtLeast,
                });
            }
            _ => match (text.strip_prefix("more than "), text.strip_prefix("at least ")) {
                (Some(rest), _) => (Side::MoreThan, rest),
                (_, Some(rest)) => (Side::AtLeast, rest),
                _ => (Side::AtLeast, text),
            },
        };
        let (numerator, denominator) = ratio(rest).ok_or_else(|| {
            format!(
                "\"{text}\" is not a fraction: write majority, all, half, or at least / more than a fraction such as 2/3 or 10 percent"
            )
        })?;
        if denominator == 0 {
            return Err(format!("\"{text}\" divides by zero"));
        }
        if numerator > denominator {
            return Err(format!("\"{text}\" is more than the whole"));
        }
        Ok(Self {
            numerator,
            denominator,
            side,
        })
    }

    /// The larger of two requirements: the one that is harder to meet.
    #[must_use]
    pub fn stricter(self, other: Self) -> Self {
        if self.rank_against(other) == std::cmp::Ordering::Less {
            other
        } else {
            self
        }
    }

    /// Compares by how much is required: first the fraction by cross-multiplication, then the side.
    #[must_use]
    pub fn rank_against(self, other: Self) -> std::cmp::Ordering {
        let left = u128::from(self.numerator) * u128::from(other.denominator);
        let right = u128::from(other.numerator) * u128::from(self.denominator);
        left.cmp(&right).then(self.side.cmp(&other.side))
    }
}

fn ratio(text: &str) -> Option<(u64, u64)> {
    let named = [
        ("one third", (1, 3)),
        ("two thirds", (2, 3)),
        ("three quarters", (3, 4)),
        ("one quarter", (1, 4)),
        ("one half", (1, 2)),
        ("half", (1, 2)),
    ];
    if let Some((_, pair)) = named.iter().find(|(name, _)| *name == text) {
        return Some(*pair);
    }
    if let Some(percent) = text.strip_suffix(" percent").or_else(|| text.strip_suffix('%')) {
        return percentage(percent.trim());
    }
    let (above, below) = text.split_once('/')?;
    Some((above.trim().parse().ok()?, below.trim().parse().ok()?))
}

/// "66 2/3" → 200/300, "33.5" → 335/1000, "10" → 10/100, each in lowest terms.
fn percentage(text: &str) -> Option<(u64, u64)> {
    if let Some((whole, part)) = text.split_once(' ') {
        let whole: u64 = whole.parse().ok()?;
        let (above, below) = part.split_once('/')?;
        let (above, below): (u64, u64) = (above.parse().ok()?, below.parse().ok()?);
        return Some(lowest(
            whole.checked_mul(below)?.checked_add(above)?,
            below.checked_mul(100)?,
        ));
    }
    if let Some((whole, decimals)) = text.split_once('.') {
        let scale = 10_u64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        let whole: u64 = whole.parse().ok()?;
        let decimals: u64 = decimals.parse().ok()?;
        return Some(lowest(
            whole.checked_mul(scale)?.checked_add(decimals)?,
            scale.checked_mul(100)?,
        ));
    }
    Some(lowest(text.parse().ok()?, 100))
}

fn lowest(above: u64, below: u64) -> (u64, u64) {
    let (mut left, mut right) = (above, below);
    while right != 0 {
        (left, right) = (right, left % right);
    }
    above
        .checked_div(left)
        .zip(below.checked_div(left))
        .unwrap_or((above, below))
}

impl fmt::Display for Fraction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.numerator, self.denominator, self.side) {
            (1, 2, Side::MoreThan) => formatter.write_str("majority"),
            (1, 1, Side::AtLeast) => formatter.write_str("all"),
            (1, 2, Side::AtLeast) => formatter.write_str("half"),
            (above, below, Side::AtLeast) => write!(formatter, "at least {above}/{below}"),
            (above, below, Side::MoreThan) => write!(formatter, "more than {above}/{below}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_bylaws_say() {
        for (text, printed) in [
            ("majority", "majority"),
            ("2/3", "at least 2/3"),
            ("two thirds", "at least 2/3"),
            ("at least 66 2/3 percent", "at least 2/3"),
            ("66.67%", "at least 6667/10000"),
            ("more than 1/3", "more than 1/3"),
            ("10 percent", "at least 1/10"),
            ("half", "half"),
            ("all", "all"),
        ] {
            let fraction = Fraction::parse(text).unwrap();
            assert_eq!(fraction.to_string(), printed);
            assert_eq!(Fraction::parse(printed).unwrap(), fraction);
        }
    }

    #[test]
    fn refuses_what_is_no_fraction() {
        for text in ["", "most", "3/2", "1/0", "-1/2", "200 percent"] {
            assert!(Fraction::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_stricter_of_two_is_found_by_cross_multiplication() {
        let third = Fraction::parse("1/3").unwrap();
        assert_eq!(third.stricter(Fraction::MAJORITY), Fraction::MAJORITY);
        assert_eq!(
            Fraction::parse("half").unwrap().stricter(Fraction::MAJORITY),
            Fraction::MAJORITY
        );
    }
}
