//! The date of incorporation.

use quorate_calendar::Day;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The day.
pub static DATE: Field<Day> = Field::argument("date", "the day");

/// The date of incorporation.
pub static DEFINITION: Definition = Definition {
    name: "incorporated",
    title: "The date of incorporation",
    feeds: &["corporation-facts"],
    statute_effect: Effect::Fixes,
    doc: "The day on which the certificate of incorporation became effective.",
    example: r#"incorporated "1983-01-25""#,
    fields: &[&DATE.spec],
    scopes: &[],
};
