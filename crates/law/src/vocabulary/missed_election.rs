//! What follows when an annual meeting elects no board.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Where the election is made up for.
pub static AT: Field<Term> = Field::argument("at", "where the election is made up for").one_of(&["special meeting"]);

/// How soon.
pub static WHEN: Field<Term> = Field::property("when", "how soon").one_of(&["as soon as convenient", "promptly"]);

/// What follows when an annual meeting elects no board.
pub static DEFINITION: Definition = Definition {
    name: "missed-election",
    title: "What follows when an annual meeting elects no board",
    feeds: &["annual-meeting-failure"],
    statute_effect: Effect::Default,
    doc: "Where directors that an annual meeting did not elect may be elected afterwards.",
    example: r#"missed-election "special meeting" when="as soon as convenient""#,
    fields: &[&AT.spec, &WHEN.spec],
    scopes: &[],
};
