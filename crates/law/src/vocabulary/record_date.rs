//! The range of a record date.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The range.
pub static WINDOW: Field<WindowPhrase> = Field::argument("window", "the range");

/// Whether it may not precede the resolution fixing it.
pub static NOT_BEFORE_RESOLUTION: Field<bool> = Field::property("not-before-resolution", "whether it may not precede the resolution fixing it");

/// The range of a record date.
pub static DEFINITION: Definition = Definition {
    name: "record-date",
    title: "The range of a record date",
    feeds: &["record-date-range"],
    statute_effect: Effect::Bounds,
    doc: "How long before a meeting or another act a record date may lie, and whether it may precede the resolution that fixes it (8 Del. C. § 213).",
    example: r#"record-date "not less than 10 nor more than 60 days before the meeting" not-before-resolution=#true purpose="meeting""#,
    fields: &[&WINDOW.spec, &NOT_BEFORE_RESOLUTION.spec],
    scopes: &["purpose"],
};
