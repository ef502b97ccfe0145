//! A record date for voting apart from the one for notice.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Whether the board may fix one.
pub static SEPARATE: Field<bool> = Field::argument(
    "separate",
    "whether the board may fix one apart from the record date for notice",
);

/// The days on which it may lie before the meeting.
pub static BEFORE: Field<WindowPhrase> = Field::property("before", "the days on which it may lie before the meeting");

/// The days on which it may lie after the record date for notice.
pub static AFTER: Field<WindowPhrase> =
    Field::property("after", "the days on which it may lie after the record date for notice");

/// When it is determined.
pub static FIXED: Field<Term> =
    Field::property("fixed", "when it is determined").one_of(&["with the record date for notice", "at any time"]);

/// What a new one for an adjourned meeting takes.
pub static ADJOURNED: Field<Term> = Field::property(
    "adjourned",
    "the record date for notice that a new one for an adjourned meeting takes",
)
.one_of(&["a new record date for notice, the same or earlier"]);

/// A record date for voting apart from the one for notice.
pub static DEFINITION: Definition = Definition {
    name: "voting-record-date",
    title: "A record date for voting apart from the one for notice",
    feeds: &["voting-record-date", "record-date-adjournment"],
    statute_effect: Effect::Permits,
    doc: "Whether the board may fix a record date for voting later than the one for notice, between which days, and when; and what a new one takes at an adjourned meeting (8 Del. C. §§ 213(a), 222(c), from 1 August 2009).",
    example: r#"voting-record-date #true before="at any time before the meeting" after="at any time after the record date" fixed="with the record date for notice""#,
    fields: &[&SEPARATE.spec, &BEFORE.spec, &AFTER.spec, &FIXED.spec, &ADJOURNED.spec],
    scopes: &[],
};
