//! Votes per share.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Votes per share.
pub static VOTES: Field<u64> = Field::argument("votes", "votes per share");

/// Whether the text says so of every class.
pub static REGARDLESS_OF_CLASS: Field<bool> = Field::property("regardless-of-class", "whether the text says so of every class");

/// Votes per share.
pub static DEFINITION: Definition = Definition {
    name: "votes-per-share",
    title: "Votes per share",
    feeds: &["votes-per-share"],
    statute_effect: Effect::Reserves,
    doc: "How many votes a share has. One, unless the certificate says otherwise (8 Del. C. § 212(a)).",
    example: r#"votes-per-share 1"#,
    fields: &[&VOTES.spec, &REGARDLESS_OF_CLASS.spec],
    scopes: &["class"],
};
