//! Numbers, kept as the text that was written.

/// A number as its writer wrote it: decimal, hexadecimal (`0x`), octal (`0o`), binary (`0b`), or `#inf`, `#-inf`, `#nan`.
///
/// Nothing is rounded: what the text says is taken from it exactly, or not at all.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// The text as written, with its sign, underscores and leading zeros.
    pub source: String,
}

/// The parts of an integer's source: its sign, its base and its digits with their underscores.
struct Integer<'source> {
    is_negative: bool,
    base: u32,
    digits: &'source str,
}

impl Number {
    /// The number of a source text, or none where the text is not a number of KDL.
    pub fn read(source: &str) -> Option<Number> {
        let is_number = matches!(source, "#inf" | "#-inf" | "#nan") || complaint(source).is_none();
        is_number.then(|| Number {
            source: source.to_owned(),
        })
    }

    /// Whether the number is written as an integer: without a point and without an exponent.
    pub fn is_integer(&self) -> bool {
        self.integer().is_some()
    }

    /// The integer, where it is written as one and 64 bits hold it.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_i128().and_then(|number| i64::try_from(number).ok())
    }

    /// The integer, where it is written as one and is not negative and 64 bits hold it.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_i128().and_then(|number| u64::try_from(number).ok())
    }

    /// The integer, where it is written as one and 128 bits hold it.
    pub fn as_i128(&self) -> Option<i128> {
        let integer = self.integer()?;
        let base = i128::from(integer.base);
        // Digits are taken away from zero for a negative number, so that the least one is reached too.
        integer
            .digits
            .chars()
            .filter(|digit| *digit != '_')
            .try_fold(0i128, |sum, digit| {
                let digit = i128::from(digit.to_digit(integer.base)?);
                let shifted = sum.checked_mul(base)?;
                if integer.is_negative {
                    shifted.checked_sub(digit)
                } else {
                    shifted.checked_add(digit)
                }
            })
    }

    /// The number in the canonical form of the test suite: decimal, without underscores or leading zeros,
    /// the exponent after an upper-case `E` and with its sign.
    pub fn canonical(&self) -> String {
        if let Some(integer) = self.integer() {
            let digits: String = integer.digits.chars().filter(|digit| *digit != '_').collect();
            let decimal = if integer.base == 10 {
                digits
            } else {
                in_decimal(&digits, integer.base)
            };
            return signed(integer.is_negative, without_leading_zeros(&decimal));
        }
        if self.source.starts_with('#') {
            return self.source.clone();
        }
        let plain: String = self.source.chars().filter(|digit| *digit != '_').collect();
        let (is_negative, plain) = sign(&plain);
        let (mantissa, exponent) = plain.split_once(['e', 'E']).unwrap_or((plain, ""));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut text = signed(is_negative, without_leading_zeros(whole));
        if !fraction.is_empty() {
            text.push('.');
            text.push_str(fraction);
        }
        if !exponent.is_empty() {
            let (is_negative, digits) = sign(exponent);
            text.push_str(if is_negative { "E-" } else { "E+" });
            text.push_str(digits);
        }
        text
    }

    fn integer(&self) -> Option<Integer<'_>> {
        let (is_negative, unsigned) = sign(&self.source);
        let (base, digits) = based(unsigned).unwrap_or((10, unsigned));
        is_digits(digits, base).then_some(Integer {
            is_negative,
            base,
            digits,
        })
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Number {
        Number {
            source: number.to_string(),
        }
    }
}

/// Why a text that begins as a number does is not one, or none where it is one.
pub(crate) fn complaint(source: &str) -> Option<&'static str> {
    let (_, unsigned) = sign(source);
    if unsigned.starts_with('.') {
        return Some("a number has a digit before its point: write 0 there");
    }
    if let Some((base, digits)) = based(unsigned) {
        let law = match base {
            16 => "after 0x come the digits 0 to 9 and a to f, the first of them not an underscore",
            8 => "after 0o come the digits 0 to 7, the first of them not an underscore",
            _ => "after 0b come the digits 0 and 1, the first of them not an underscore",
        };
        return (!is_digits(digits, base)).then_some(law);
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(sign(exponent).1)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    if !is_digits(whole, 10) {
        return Some("a number has only digits, underscores, one point and one exponent; quote a text that begins so");
    }
    if fraction.is_some_and(|fraction| !is_digits(fraction, 10)) {
        return Some("after the point come digits, the first of them not an underscore");
    }
    if exponent.is_some_and(|exponent| !is_digits(exponent, 10)) {
        return Some("after the e of an exponent come whole digits, with a sign or without one");
    }
    None
}

/// Whether the text is digits of the base, with underscores after the first.
fn is_digits(text: &str, base: u32) -> bool {
    !text.is_empty() && !text.starts_with('_') && text.chars().all(|digit| digit == '_' || digit.is_digit(base))
}

/// Splits the sign off; true where it is a minus.
fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// Splits the prefix of a base other than ten off.
fn based(unsigned: &str) -> Option<(u32, &str)> {
    let (prefix, digits) = unsigned.split_at_checked(2)?;
    match prefix {
        "0x" => Some((16, digits)),
        "0o" => Some((8, digits)),
        "0b" => Some((2, digits)),
        _ => None,
    }
}

fn signed(is_negative: bool, digits: &str) -> String {
    if is_negative {
        format!("-{digits}")
    } else {
        digits.to_owned()
    }
}

fn without_leading_zeros(digits: &str) -> &str {
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() { "0" } else { significant }
}

/// Nine decimal digits fit one limb.
const LIMB: u64 = 1_000_000_000;

/// The digits of a base in decimal, however many there are.
fn in_decimal(digits: &str, base: u32) -> String {
    // The least significant limb stands first.
    let mut limbs: Vec<u64> = vec![0];
    for digit in digits.chars() {
        let mut carry = u64::from(digit.to_digit(base).unwrap_or(0));
        for limb in &mut limbs {
            let sum = *limb * u64::from(base) + carry;
            *limb = sum % LIMB;
            carry = sum / LIMB;
        }
        if carry > 0 {
            limbs.push(carry);
        }
    }
    limbs.iter().rev().map(|limb| format!("{limb:09}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_forms() {
        let table = [
            ("0", "0"),
            ("+10", "10"),
            ("-10", "-10"),
            ("011", "11"),
            ("1_0_", "10"),
            ("0.0", "0.0"),
            ("00.50", "0.50"),
            ("-1.5e10", "-1.5E+10"),
            ("1e10", "1E+10"),
            ("1.0E-10_0", "1.0E-100"),
            ("0x10", "16"),
            ("-0xff", "-255"),
            ("0o17", "15"),
            ("0b10_", "2"),
            ("0x3B9ACA00", "1000000000"),
            ("0x3B9AC9FF", "999999999"),
            // 2 to the power of 128.
            (
                "0x1_0000_0000_0000_0000_0000_0000_0000_0000",
                "340282366920938463463374607431768211456",
            ),
            ("#inf", "#inf"),
            ("#-inf", "#-inf"),
            ("#nan", "#nan"),
        ];
        for (source, canonical) in table {
            let number = Number::read(source).unwrap_or_else(|| panic!("{source} is a number"));
            assert_eq!(number.source, source);
            assert_eq!(number.canonical(), canonical, "{source}");
        }
    }

    #[test]
    fn integers_are_exact_or_absent() {
        let table = [
            ("0", Some(0)),
            ("-0x10", Some(-16)),
            ("9223372036854775807", Some(i64::MAX)),
            ("9223372036854775808", None),
            ("-9223372036854775808", Some(i64::MIN)),
            ("-9223372036854775809", None),
            ("1.0", None),
            ("1e3", None),
            ("#inf", None),
        ];
        for (source, integer) in table {
            assert_eq!(Number::read(source).unwrap().as_i64(), integer, "{source}");
        }
        let least = Number {
            source: i128::MIN.to_string(),
        };
        assert_eq!(least.as_i128(), Some(i128::MIN));
        let past_greatest = Number {
            source: "170141183460469231731687303715884105728".into(),
        };
        assert_eq!(past_greatest.as_i128(), None);
        assert!(past_greatest.is_integer());
        assert_eq!(Number::from(-1).as_u64(), None);
        assert_eq!(
            Number {
                source: u64::MAX.to_string()
            }
            .as_u64(),
            Some(u64::MAX)
        );
    }

    #[test]
    fn what_is_no_number() {
        for source in [
            "", "-", "_1", ".1", "-.1", "1.", "1._7", "1.e7", "1.0.0", "1.0.0e7", "1e1e1", "1e", "1e+", "1e1.0", "0n",
            "+0n", "0x", "0x_1", "0xx1", "0xg", "0o8", "0b2", "0X1", "--1", "1,000", "#true", "1e_1",
        ] {
            assert_eq!(Number::read(source), None, "{source}");
        }
    }
}
