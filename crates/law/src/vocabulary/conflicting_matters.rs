//! Which of two matters prevails that exclude each other and are both carried.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Which prevails.
pub static PREVAILS: Field<Term> = Field::argument("prevails", "which prevails").one_of(&["more votes for", "neither", "voted on later"]);

/// Which of two matters prevails that exclude each other and are both carried.
pub static DEFINITION: Definition = Definition {
    name: "conflicting-matters",
    title: "Which of two matters prevails that exclude each other and are both carried",
    feeds: &["conditional-matter"],
    statute_effect: Effect::Default,
    doc: "Which of two matters takes effect where both are carried and they cannot stand together. No section of the statute says; without a text all readings are shown.",
    example: r#"conflicting-matters "more votes for""#,
    fields: &[&PREVAILS.spec],
    scopes: &[],
};
