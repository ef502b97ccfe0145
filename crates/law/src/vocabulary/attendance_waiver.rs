//! What attendance waives.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// When the objection is made to keep the right.
pub static OBJECTION_AT: Field<Term> = Field::property("objection-at", "when the objection is made to keep the right").one_of(&["the beginning", "any time"]);

/// Whether only attendance for the express purpose of objecting keeps the right.
pub static PURPOSE_ONLY: Field<bool> = Field::property("purpose-only", "whether only attendance for the express purpose of objecting keeps the right");

/// What attendance never waives when the objection is made at the meeting.
pub static NEVER_WAIVES: Field<String> = Field::property("never-waives", "what attendance never waives when the objection is made at the meeting");

/// Whether the text waives only as far as the law permits.
pub static TO_THE_EXTENT_OF_LAW: Field<bool> = Field::property("to-the-extent-of-law", "whether the text waives only as far as the law permits");

/// What attendance waives.
pub static DEFINITION: Definition = Definition {
    name: "attendance-waiver",
    title: "What attendance waives",
    feeds: &["attendance-waiver"],
    statute_effect: Effect::Fixes,
    doc: "Attendance at a meeting waives its notice, except for one who attends to object that the meeting is not lawfully called or convened. Says when the objection is made, and what attendance does not waive (8 Del. C. § 229).",
    example: r#"attendance-waiver objection-at="the beginning" purpose-only=#false"#,
    fields: &[&OBJECTION_AT.spec, &PURPOSE_ONLY.spec, &NEVER_WAIVES.spec, &TO_THE_EXTENT_OF_LAW.spec],
    scopes: &["body"],
};
