//! Who is told that stockholders acted by consent.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Whether the notice must be prompt.
pub static PROMPTLY: Field<bool> = Field::property("promptly", "whether the notice must be prompt");

/// The days on which it must be given.
pub static WITHIN: Field<WindowPhrase> = Field::property("within", "the days on which it must be given");

/// The day that decides who is told, as if it were the record date of a meeting.
pub static AS_OF: Field<Term> = Field::property("as-of", "the day that decides who is told, as if it were the record date of a meeting").one_of(&["the day enough were delivered", "the record date for consents", "the day of the first notice"]).required();

/// Who is told that stockholders acted by consent.
pub static DEFINITION: Definition = Definition {
    name: "consent-notice",
    title: "Who is told that stockholders acted by consent",
    feeds: &["consent-notice"],
    statute_effect: Effect::Permits,
    doc: "Whether notice of an action by less than unanimous consent goes to those who did not consent, how soon, and the day that decides who they are (8 Del. C. § 228(e)). The action does not wait for it.",
    example: r#"consent-notice promptly=#true as-of="the day enough were delivered""#,
    fields: &[&PROMPTLY.spec, &WITHIN.spec, &AS_OF.spec],
    scopes: &[],
};
