//! When the court may order an annual meeting.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The period that must pass without a meeting.
pub static PERIOD: Field<WindowPhrase> =
    Field::argument("period", "the period that must pass without an annual meeting");

/// Who may apply.
pub static APPLICANTS: Field<Term> = Field::property("applicants", "who may apply");

/// Whether it is for a year with a designated date or without.
pub static DATE: Field<Term> = Field::property("date", "whether a date was designated for the meeting")
    .one_of(&["designated", "not designated"])
    .required();

/// Who is the quorum of the meeting ordered.
pub static QUORUM: Field<Term> = Field::property(
    "quorum",
    "who is the quorum of the meeting ordered, whatever certificate and bylaws say",
);

/// When the court may order an annual meeting.
pub static DEFINITION: Definition = Definition {
    name: "court-ordered-meeting",
    title: "When the court may order an annual meeting",
    feeds: &["annual-meeting-failure"],
    statute_effect: Effect::Adds,
    doc: "How long an annual meeting must have failed to be held before the Court of Chancery may order one, on whose application, and the quorum of that meeting (8 Del. C. § 211(c)). Of several periods the one that ends last counts.",
    example: r#"court-ordered-meeting "not more than 30 days after the designated day" applicants="stockholder or director" date="designated" quorum="those present""#,
    fields: &[&PERIOD.spec, &APPLICANTS.spec, &DATE.spec, &QUORUM.spec],
    scopes: &[],
};
