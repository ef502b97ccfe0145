//! Canonical JSON (RFC 8785): the one sequence of bytes that a value is hashed as.

use std::fmt;

use serde::Serialize;
use serde_json::{Number, Value};

/// The greatest integer that RFC 8785 writes exactly in either direction: its numbers are IEEE doubles (ECMA-262, `Number.MAX_SAFE_INTEGER`).
pub const INTEGER_MAX: u64 = 9_007_199_254_740_991;

/// The deepest nesting of lists and objects that a book takes; JSON readers in common use stop a little later.
pub const DEPTH_MAX: usize = 100;

/// Why a JSON value has no canonical bytes that every reader would read back as the same value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inexact {
    /// A number that is a fraction or beyond ±[`INTEGER_MAX`], at this JSON pointer (RFC 6901).
    Number {
        /// Where it stands.
        pointer: String,
        /// The number as it was given.
        number: String,
    },
    /// Lists and objects nested deeper than [`DEPTH_MAX`], first exceeded at this JSON pointer.
    Depth {
        /// Where it stands.
        pointer: String,
    },
}

impl fmt::Display for Inexact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { pointer, number } => write!(
                f,
                "the number {number} at \"{pointer}\" has no exact canonical form: canonical JSON (RFC 8785) is exact for integers up to {INTEGER_MAX} only; write the quantity as a string"
            ),
            Self::Depth { pointer } => write!(
                f,
                "the value at \"{pointer}\" is nested deeper than {DEPTH_MAX} levels, which not every JSON reader can read back; flatten it or make it an attachment"
            ),
        }
    }
}

/// Everything in a JSON value that keeps it from having exact canonical bytes, at least one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotExact(pub Vec<Inexact>);

impl fmt::Display for NotExact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, inexact) in self.0.iter().enumerate() {
            let separator = if position == 0 { "" } else { "; " };
            write!(f, "{separator}{inexact}")?;
        }
        Ok(())
    }
}

impl std::error::Error for NotExact {}

/// The canonical bytes (RFC 8785) of a value; the hash of an act's content is [`crate::Hash::of`] of these.
///
/// # Errors
/// Every inexact number and every place that is nested too deep.
pub fn canonical_bytes(value: &Value) -> Result<Vec<u8>, NotExact> {
    require_exact(value)?;
    Ok(write(value))
}

/// Refuses a value that has no exact canonical bytes.
pub(crate) fn require_exact(value: &Value) -> Result<(), NotExact> {
    let found = inexact(value);
    if found.is_empty() { Ok(()) } else { Err(NotExact(found)) }
}

/// Everything in `value` that keeps it from having exact canonical bytes.
pub(crate) fn inexact(value: &Value) -> Vec<Inexact> {
    let mut found = Vec::new();
    search(value, &mut Vec::new(), &mut found);
    found
}

/// The canonical bytes of something whose JSON is already known to be exact.
pub(crate) fn write(exact: &impl Serialize) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(exact)
        .expect("a JSON value with string keys and finite numbers always has a canonical form")
}

fn search<'a>(value: &'a Value, path: &mut Vec<Step<'a>>, found: &mut Vec<Inexact>) {
    let nested = matches!(value, Value::Array(_) | Value::Object(_));
    if nested && path.len() >= DEPTH_MAX {
        found.push(Inexact::Depth { pointer: pointer(path) });
        return;
    }
    match value {
        Value::Number(number) if !is_exact(number) => {
            found.push(Inexact::Number {
                pointer: pointer(path),
                number: number.to_string(),
            });
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(Step::Index(index));
                search(item, path, found);
                path.pop();
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                path.push(Step::Name(name));
                search(member, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}

fn is_exact(number: &Number) -> bool {
    match (number.as_u64(), number.as_i64()) {
        (Some(positive), _) => positive <= INTEGER_MAX,
        (None, Some(negative)) => negative.unsigned_abs() <= INTEGER_MAX,
        (None, None) => false,
    }
}

enum Step<'a> {
    Index(usize),
    Name(&'a str),
}

fn pointer(path: &[Step<'_>]) -> String {
    path.iter()
        .map(|step| match step {
            Step::Index(index) => format!("/{index}"),
            Step::Name(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn members_are_sorted_and_spaces_dropped() {
        let value: Value = serde_json::from_str("{ \"b\": [1, true, null], \"a\": \"é\\u000a\" }").unwrap();
        assert_eq!(
            canonical_bytes(&value).unwrap(),
            "{\"a\":\"é\\n\",\"b\":[1,true,null]}".as_bytes()
        );
    }

    #[test]
    fn integers_are_exact_up_to_the_safe_bound_and_not_one_past() {
        for (number, exact) in [
            ("9007199254740991", true),
            ("9007199254740992", false),
            ("-9007199254740991", true),
            ("-9007199254740992", false),
            ("18446744073709551615", false),
            ("0", true),
            ("-0", false),
            ("1.0", false),
            ("0.5", false),
            ("1e2", false),
        ] {
            let value: Value = serde_json::from_str(number).unwrap();
            assert_eq!(canonical_bytes(&value).is_ok(), exact, "{number}");
        }
    }

    #[test]
    fn every_inexact_number_is_named_at_its_pointer() {
        let found = canonical_bytes(&json!({"a/b": [1, 0.5], "c~d": {"e": 2.5}})).unwrap_err();
        assert_eq!(
            found.0,
            [
                Inexact::Number {
                    pointer: "/a~1b/1".into(),
                    number: "0.5".into()
                },
                Inexact::Number {
                    pointer: "/c~0d/e".into(),
                    number: "2.5".into()
                },
            ]
        );
    }

    #[test]
    fn nesting_is_taken_to_the_limit_and_not_one_past() {
        let nest = |levels: usize| (0..levels).fold(json!("core"), |inner, _| json!([inner]));
        let deepest = canonical_bytes(&nest(DEPTH_MAX)).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&deepest).unwrap(), nest(DEPTH_MAX));
        assert!(matches!(
            canonical_bytes(&nest(DEPTH_MAX + 1)).unwrap_err().0[..],
            [Inexact::Depth { .. }]
        ));
    }
}
