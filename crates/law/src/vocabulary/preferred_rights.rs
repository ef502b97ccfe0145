//! Rights of preferred holders over directors.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether they elect directors of their own.
pub static ELECT_DIRECTORS: Field<bool> = Field::argument("elect-directors", "whether they elect directors of their own");

/// How many.
pub static DIRECTORS: Field<u64> = Field::property("directors", "how many");

/// Rights of preferred holders over directors.
pub static DEFINITION: Definition = Definition {
    name: "preferred-rights",
    title: "Rights of preferred holders over directors",
    feeds: &["corporation-facts"],
    statute_effect: Effect::Reserves,
    doc: "Whether holders of a class or series elect directors of their own, and how many.",
    example: r#"preferred-rights #false"#,
    fields: &[&ELECT_DIRECTORS.spec, &DIRECTORS.spec],
    scopes: &["class"],
};
