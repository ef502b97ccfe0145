//! By which means a request for a special meeting goes.

use super::special_meeting_request::FOR_WORDS;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The means, any one of which will do.
pub static MEANS: Field<Term> = Field::arguments("means", "the means, any one of which will do").one_of(MEANS_WORDS);

/// The means that a text can name.
pub const MEANS_WORDS: &[&str] = &[
    "personal delivery",
    "mail",
    "registered mail",
    "certified mail",
    "courier",
    "telegraph",
    "facsimile",
    "electronic mail",
    "other electronic transmission",
];

/// For whose request.
pub static FOR: Field<Term> = Field::property("for", "for whose request").one_of(FOR_WORDS).required();

/// By which means a request for a special meeting goes.
pub static DEFINITION: Definition = Definition {
    name: "special-meeting-means",
    title: "By which means a request for a special meeting goes",
    feeds: &["special-meeting-request"],
    statute_effect: Effect::Permits,
    doc: "The means by which a request for a special meeting is delivered or sent; any one of them will do.",
    example: r#"special-meeting-means "personal delivery" "registered mail" for="stockholders""#,
    fields: &[&MEANS.spec, &FOR.spec],
    scopes: &[],
};
