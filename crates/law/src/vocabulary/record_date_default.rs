//! The record date when none is fixed.

use quorate_calendar::PointPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The point in time.
pub static POINT: Field<PointPhrase> = Field::argument("point", "the point in time");

/// The point in time when notice is waived.
pub static IF_WAIVED: Field<PointPhrase> = Field::property("if-waived", "the point in time when notice is waived");

/// The record date when none is fixed.
pub static DEFINITION: Definition = Definition {
    name: "record-date-default",
    title: "The record date when none is fixed",
    feeds: &["record-date-default"],
    statute_effect: Effect::Fixes,
    doc: "The record date when the board has fixed none (8 Del. C. § 213).",
    example: r#"record-date-default "close of business on the day before notice" if-waived="close of business on the day before the meeting" purpose="meeting""#,
    fields: &[&POINT.spec, &IF_WAIVED.spec],
    scopes: &["purpose"],
};
