//! How directors are elected.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The standard.
pub static STANDARD: Field<Term> = Field::argument("standard", "the standard").one_of(&["plurality", "majority of votes cast", "majority of voting power present"]);

/// The standard when there are more nominees than seats.
pub static CONTESTED: Field<Term> = Field::property("contested", "the standard when there are more nominees than seats").one_of(&["plurality", "majority of votes cast", "majority of voting power present"]);

/// How directors are elected.
pub static DEFINITION: Definition = Definition {
    name: "director-election",
    title: "How directors are elected",
    feeds: &["election-standard", "election-result"],
    statute_effect: Effect::Default,
    doc: "The vote that elects a director. Under plurality those with the most votes fill the seats. A text that states an ordinary vote and has no carve-out for elections gives a second reading (docs/decisions).",
    example: r#"director-election "plurality""#,
    fields: &[&STANDARD.spec, &CONTESTED.spec],
    scopes: &["class"],
};
