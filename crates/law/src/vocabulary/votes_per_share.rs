//! Votes per share.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Votes per share.
pub static VOTES: Field<u64> = Field::argument("votes", "votes per share");

/// Votes per share.
pub static DEFINITION: Definition = Definition {
    name: "votes-per-share",
    title: "Votes per share",
    feeds: &["votes-per-share", "instruments-countable", "nominee-over-vote"],
    statute_effect: Effect::Reserves,
    doc: "How many votes a share has. One, unless the certificate says otherwise (8 Del. C. § 212(a)).",
    example: r#"votes-per-share 1"#,
    fields: &[&VOTES.spec],
    scopes: &["class"],
};
