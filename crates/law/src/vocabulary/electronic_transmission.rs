//! What an electronic transmission is.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What it has.
pub static FEATURES: Field<Term> = Field::arguments("features", "what it has").one_of(&["no paper is moved", "record can be retained", "record can be retrieved", "record can be reviewed", "record can be printed"]);

/// What an electronic transmission is.
pub static DEFINITION: Definition = Definition {
    name: "electronic-transmission",
    title: "What an electronic transmission is",
    feeds: &["notice-given"],
    statute_effect: Effect::Adds,
    doc: "What a communication must have to be an electronic transmission: a record without paper that the recipient can keep, find, read and print (8 Del. C. § 232). What several texts ask for cumulates.",
    example: r#"electronic-transmission "no paper is moved" "record can be retained" "record can be printed""#,
    fields: &[&FEATURES.spec],
    scopes: &[],
};
