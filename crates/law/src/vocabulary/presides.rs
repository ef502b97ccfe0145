//! Who presides.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The offices, in order.
pub static ORDER: Field<Term> = Field::arguments("order", "the offices, in order");

/// Who presides when none of them is there.
pub static ELSE: Field<String> = Field::property("else", "who presides when none of them is there");

/// Who presides.
pub static DEFINITION: Definition = Definition {
    name: "presides",
    title: "Who presides",
    feeds: &["presiding-person"],
    statute_effect: Effect::Default,
    doc: "Who presides at a meeting, in order.",
    example: r#"presides "chairman of the board" "president" body="stockholders""#,
    fields: &[&ORDER.spec, &ELSE.spec],
    scopes: &["body"],
};
