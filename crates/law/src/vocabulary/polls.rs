//! Opening and closing of the polls.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Whether the opening and closing are announced at the meeting for each matter.
pub static ANNOUNCED: Field<bool> = Field::property("announced", "whether the opening and closing are announced at the meeting for each matter");

/// What becomes of what comes after the close.
pub static LATE: Field<Term> = Field::property("late", "what becomes of what comes after the close").one_of(&["not accepted unless a court orders it"]);

/// Who regulates them.
pub static REGULATED_BY: Field<Term> = Field::property("regulated-by", "who regulates them");

/// Whether it binds only a corporation for which inspectors are required.
pub static LISTED: Field<bool> = Field::property("listed", "whether it binds only a corporation for which inspectors are required");

/// Opening and closing of the polls.
pub static DEFINITION: Definition = Definition {
    name: "polls",
    title: "Opening and closing of the polls",
    feeds: &["polls"],
    statute_effect: Effect::Adds,
    doc: "Whether the opening and closing of the polls are announced for each matter, by whom they are regulated, and what becomes of ballots, proxies and revocations that come after the close.",
    example: r#"polls announced=#true late="not accepted unless a court orders it""#,
    fields: &[&ANNOUNCED.spec, &LATE.spec, &REGULATED_BY.spec, &LISTED.spec],
    scopes: &[],
};
