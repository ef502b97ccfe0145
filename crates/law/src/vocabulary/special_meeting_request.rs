//! The request that goes with the call of a special meeting.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The callers that a statement on special meetings can be about.
pub(super) const FOR_WORDS: &[&str] = &["every caller", "callers other than the board", "stockholders"];

/// What the request states.
pub static STATES: Field<Term> = Field::arguments("states", "what the request states").optional();

/// For whose request.
pub static FOR: Field<Term> = Field::property("for", "for whose request").one_of(FOR_WORDS).required();

/// The form it takes.
pub static FORM: Field<Term> = Field::property("form", "the form it takes").one_of(&["writing"]);

/// Whether there is no call without it.
pub static PART_OF_CALL: Field<bool> = Field::property("part-of-call", "whether there is no call without it");

/// The request that goes with the call of a special meeting.
pub static DEFINITION: Definition = Definition {
    name: "special-meeting-request",
    title: "The request that goes with the call of a special meeting",
    feeds: &["special-meeting-request"],
    statute_effect: Effect::Adds,
    doc: "Whose call of a special meeting takes a request, its form, and what it states. The statute leaves it to certificate and bylaws.",
    example: r#"special-meeting-request "time of the meeting" "general nature of the business" for="callers other than the board" form="writing" part-of-call=#true"#,
    fields: &[&STATES.spec, &FOR.spec, &FORM.spec, &PART_OF_CALL.spec],
    scopes: &[],
};
