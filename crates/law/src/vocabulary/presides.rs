//! Who presides.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The offices, in order.
pub static ORDER: Field<Term> = Field::arguments("order", "the offices, in order");

/// Who presides when none of them is there.
pub static ELSE: Field<String> = Field::property("else", "who presides when none of them is there");

/// Who appoints the one who presides when none of them is there.
pub static ELSE_BY: Field<Term> = Field::property("else-appointed-by", "who appoints the one who presides when none of them is there");

/// Why an office is passed over, besides being vacant.
pub static PASSES_OVER: Field<Term> = Field::property("passes-over", "why an office is passed over, besides being vacant; absence alone when the text does not say").one_of(&["absence", "absence or disability", "absence, disability or refusal"]);

/// Who presides.
pub static DEFINITION: Definition = Definition {
    name: "presides",
    title: "Who presides",
    feeds: &["presiding-person"],
    statute_effect: Effect::Default,
    doc: "Who presides at a meeting, in order, and when an office is passed over. Who stands in for an officer is `stand-in`.",
    example: r#"presides "chairman of the board" "president" body="stockholders""#,
    fields: &[&ORDER.spec, &ELSE.spec, &ELSE_BY.spec, &PASSES_OVER.spec],
    scopes: &["body"],
};
