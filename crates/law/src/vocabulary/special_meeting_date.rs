//! Who fixes the date of a special meeting, and within which days.

use quorate_calendar::WindowPhrase;

use super::special_meeting_request::FOR_WORDS;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The days on which the meeting may be.
pub static WINDOW: Field<WindowPhrase> = Field::argument(
    "window",
    "the days on which the meeting may be; absent when the text names none",
)
.optional();

/// Who fixes the date: an office, or callers.
pub static FIXED_BY: Field<Term> =
    Field::property("fixed-by", "who fixes the date: an office or body, or callers").required();

/// Who fixes it when that one does not.
pub static OTHERWISE: Field<Term> = Field::property("otherwise", "who fixes it when that one neglects or refuses to");

/// The time in which it is to be fixed.
pub static FIXED: Field<WindowPhrase> = Field::property(
    "fixed",
    "the time in which it is to be fixed; absent when the text names none",
);

/// For whose request.
pub static FOR: Field<Term> = Field::property("for", "for whose request").one_of(FOR_WORDS).required();

/// Who fixes the date of a special meeting, and within which days.
pub static DEFINITION: Definition = Definition {
    name: "special-meeting-date",
    title: "Who fixes the date of a special meeting, and within which days",
    feeds: &["special-meeting-date"],
    statute_effect: Effect::Default,
    doc: "Once a special meeting is requested: who fixes its day and hour and gives notice, between which days it is held, and who may act when that one does not.",
    example: r#"special-meeting-date "not less than 35 nor more than 90 days after receipt" fixed-by="secretary" otherwise="callers" fixed="not more than 20 days after receipt" for="every caller""#,
    fields: &[&WINDOW.spec, &FIXED_BY.spec, &OTHERWISE.spec, &FIXED.spec, &FOR.spec],
    scopes: &[],
};
