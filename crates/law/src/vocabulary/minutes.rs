//! What minutes show.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What they show.
pub static CONTENTS: Field<String> = Field::arguments("contents", "what they show");

/// Who keeps them.
pub static KEPT_BY: Field<Term> = Field::property("kept-by", "who keeps them");

/// Where they are kept.
pub static KEPT_AT: Field<String> = Field::property("kept-at", "where they are kept");

/// What minutes show.
pub static DEFINITION: Definition = Definition {
    name: "minutes",
    title: "What minutes show",
    feeds: &["minutes-contents"],
    statute_effect: Effect::Adds,
    doc: "What the minutes of a meeting show, and where they are kept.",
    example: r#"minutes "time and place" "how called" body="stockholders" kept-by="secretary""#,
    fields: &[&CONTENTS.spec, &KEPT_BY.spec, &KEPT_AT.spec],
    scopes: &["body", "meeting"],
};
