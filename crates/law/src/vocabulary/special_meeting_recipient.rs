//! To whom a request for a special meeting goes.

use super::special_meeting_request::FOR_WORDS;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The offices, any one of which will do.
pub static OFFICES: Field<Term> = Field::arguments("offices", "the offices, any one of which will do");

/// For whose request.
pub static FOR: Field<Term> = Field::property("for", "for whose request").one_of(FOR_WORDS).required();

/// To whom a request for a special meeting goes.
pub static DEFINITION: Definition = Definition {
    name: "special-meeting-recipient",
    title: "To whom a request for a special meeting goes",
    feeds: &["special-meeting-request"],
    statute_effect: Effect::Permits,
    doc: "The officers to whom a request for a special meeting is delivered; any one of them will do.",
    example: r#"special-meeting-recipient "chairman of the board" "secretary" for="stockholders""#,
    fields: &[&OFFICES.spec, &FOR.spec],
    scopes: &[],
};
