//! How late a consent may take effect.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The days on which it may take effect.
pub static WINDOW: Field<WindowPhrase> = Field::argument("window", "the days on which it may take effect");

/// How late a consent may take effect.
pub static DEFINITION: Definition = Definition {
    name: "consent-later-effect",
    title: "How late a consent may take effect",
    feeds: &["consent-effective"],
    statute_effect: Effect::Bounds,
    doc: "The time within which a consent may take effect that is given to take effect later (8 Del. C. § 228(c)).",
    example: r#"consent-later-effect "within 60 days after the instruction""#,
    fields: &[&WINDOW.spec],
    scopes: &[],
};
