//! How long enough consents may take to be delivered.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The days on which enough may be delivered.
pub static WINDOW: Field<WindowPhrase> = Field::argument("window", "the days on which enough may be delivered");

/// How long enough consents may take to be delivered.
pub static DEFINITION: Definition = Definition {
    name: "consent-period",
    title: "How long enough consents may take to be delivered",
    feeds: &["consent-period"],
    statute_effect: Effect::Fixes,
    doc: "The time in which enough consents must be delivered, counted from the earliest date on one or from the first delivery. No clause lets bylaws say otherwise (8 Del. C. § 228(c)).",
    example: r#"consent-period "within 60 days after the first delivery""#,
    fields: &[&WINDOW.spec],
    scopes: &[],
};
