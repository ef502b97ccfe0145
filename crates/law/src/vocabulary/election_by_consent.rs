//! When directors are elected by consent in place of the annual meeting.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The terms, any one of which will do.
pub static TERMS: Field<Term> = Field::arguments("terms", "the terms, any one of which will do").one_of(&["unanimous", "all seats vacant and filled"]);

/// When directors are elected by consent in place of the annual meeting.
pub static DEFINITION: Definition = Definition {
    name: "election-by-consent",
    title: "When directors are elected by consent in place of the annual meeting",
    feeds: &["consent-sufficient"],
    statute_effect: Effect::Fixes,
    doc: "On which of these terms a consent that elects directors stands for the annual meeting (8 Del. C. § 211(b)).",
    example: r#"election-by-consent "unanimous" "all seats vacant and filled""#,
    fields: &[&TERMS.spec],
    scopes: &[],
};
