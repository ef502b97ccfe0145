//! Who records a meeting.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The offices, in order.
pub static ORDER: Field<Term> = Field::arguments("order", "the offices, in order");

/// Who acts when none of them is there.
pub static ELSE: Field<String> = Field::property("else", "who acts when none of them is there");

/// Who records a meeting.
pub static DEFINITION: Definition = Definition {
    name: "meeting-secretary",
    title: "Who records a meeting",
    feeds: &["meeting-secretary"],
    statute_effect: Effect::Default,
    doc: "Who acts as secretary of a meeting, in order, and who appoints when none of them is there.",
    example: r#"meeting-secretary "secretary" "assistant secretary" else="appointed by the chair of the meeting""#,
    fields: &[&ORDER.spec, &ELSE.spec],
    scopes: &["body"],
};
