//! By when a stockholder's notice is brought up to date.

use quorate_calendar::PointPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// As of which day it is true.
pub static AS_OF: Field<PointPhrase> = Field::property("as-of", "as of which day what the notice says is brought up to date").required();

/// The last day for the update.
pub static DUE: Field<PointPhrase> = Field::property("due", "the last day for the update").required();

/// By when a stockholder's notice is brought up to date.
pub static DEFINITION: Definition = Definition {
    name: "advance-notice-update",
    title: "By when a stockholder's notice is brought up to date",
    feeds: &["advance-notice-contents", "business-properly-before"],
    statute_effect: Effect::Adds,
    doc: "As of which day what a stockholder's notice says is brought up to date, and by when the update reaches the corporation; a text may ask for several.",
    example: r#"advance-notice-update as-of="the record date" due="5 business days after the record date""#,
    fields: &[&AS_OF.spec, &DUE.spec],
    scopes: &["meeting", "subject"],
};
