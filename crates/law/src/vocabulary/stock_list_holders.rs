//! Whose names the stock list shows.

use quorate_calendar::{PointPhrase, WindowPhrase};

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// As of when the list shows those entitled to vote.
pub static AS_OF: Field<PointPhrase> = Field::argument("as-of", "as of when the list shows those entitled to vote");

/// The record dates for voting for which this does not hold.
pub static UNLESS: Field<WindowPhrase> =
    Field::property("unless", "the record dates for voting for which this does not hold");

/// Whose names the stock list shows.
pub static DEFINITION: Definition = Definition {
    name: "stock-list-holders",
    title: "As of when the stock list shows holders",
    feeds: &["stock-list-holders"],
    statute_effect: Effect::Fixes,
    doc: "As of which day the list shows those entitled to vote where the record date for voting is so near the meeting that the list is made before it (8 Del. C. § 219(a), from 1 August 2009).",
    example: r#"stock-list-holders "the tenth day before the meeting" unless="at least 10 days before the meeting""#,
    fields: &[&AS_OF.spec, &UNLESS.spec],
    scopes: &[],
};
