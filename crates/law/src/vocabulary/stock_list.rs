//! The stock list.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// By when it is made.
pub static READY: Field<WindowPhrase> = Field::property("ready", "by when it is made").required();

/// For how long it is open before the meeting.
pub static OPEN: Field<WindowPhrase> = Field::property("open", "for how long it is open before the meeting");

/// The day on which the time of inspection ends.
pub static UNTIL: Field<Term> = Field::property("until", "the day on which the time of inspection ends").one_of(&["the meeting", "the day before the meeting"]);

/// Whether it is open at the meeting.
pub static AT_MEETING: Field<bool> = Field::property("at-meeting", "whether it is open at the meeting").required();

/// Who makes it.
pub static PREPARED_BY: Field<Term> = Field::property("prepared-by", "who makes it");

/// How it is arranged.
pub static ORDER: Field<Term> = Field::property("order", "how it is arranged").one_of(&["alphabetical"]);

/// What it shows of each holder.
pub static SHOWS: Field<String> = Field::property("shows", "what it shows of each holder");

/// The stock list.
pub static DEFINITION: Definition = Definition {
    name: "stock-list",
    title: "The stock list",
    feeds: &["stock-list-dates", "stock-list-contents"],
    statute_effect: Effect::Adds,
    doc: "When the list of stockholders entitled to vote is ready, how long it is open, who prepares it, what it shows, and whether it is at the meeting (8 Del. C. § 219).",
    example: r#"stock-list ready="at least 10 days before the meeting" open="at least 10 days before the meeting" at-meeting=#true"#,
    fields: &[&READY.spec, &OPEN.spec, &UNTIL.spec, &AT_MEETING.spec, &PREPARED_BY.spec, &ORDER.spec, &SHOWS.spec],
    scopes: &[],
};
