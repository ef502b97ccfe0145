//! What a notice states.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What it states or encloses.
pub static ITEMS: Field<Term> = Field::arguments("items", "what it states or encloses");

/// What a notice states.
pub static DEFINITION: Definition = Definition {
    name: "notice-contents",
    title: "What a notice states",
    feeds: &["notice-contents", "business-at-meeting"],
    statute_effect: Effect::Adds,
    doc: "What the notice of a meeting states or encloses; items cumulate across sources.",
    example: r#"notice-contents "place" "date" "hour""#,
    fields: &[&ITEMS.spec],
    scopes: &["meeting", "matter", "form"],
};
