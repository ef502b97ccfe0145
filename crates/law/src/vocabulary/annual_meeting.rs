//! The date of the annual meeting.

use quorate_calendar::{DayRule, HolidayShift};

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The default day and hour; absent when there is none.
pub static DEFAULT: Field<DayRule> = Field::argument("default", "the default day and hour; absent when there is none").optional();

/// Who may designate another day and hour.
pub static DESIGNATED_BY: Field<Term> = Field::property("designated-by", "who may designate another day and hour").required();

/// Where the default moves when it is a legal holiday.
pub static ON_HOLIDAY: Field<HolidayShift> = Field::property("on-holiday", "where the default moves when it is a legal holiday");

/// The date of the annual meeting.
pub static DEFINITION: Definition = Definition {
    name: "annual-meeting",
    title: "The date of the annual meeting",
    feeds: &["annual-meeting-date", "annual-meeting-failure"],
    statute_effect: Effect::Default,
    doc: "The day and hour of the annual meeting when nobody has designated one, who may designate another, and what follows when the default day is a legal holiday (8 Del. C. § 211(b): as the bylaws say).",
    example: r#"annual-meeting "second Tuesday of March at 10:00" designated-by="board of directors" on-holiday="next business day""#,
    fields: &[&DEFAULT.spec, &DESIGNATED_BY.spec, &ON_HOLIDAY.spec],
    scopes: &[],
};
