//! Opening and closing of the polls.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Whether the opening and closing are announced at the meeting for each matter.
pub static ANNOUNCED: Field<bool> = Field::property("announced", "whether the opening and closing are announced at the meeting for each matter");

/// What becomes of what comes after the close.
pub static LATE: Field<Term> = Field::property("late", "what becomes of what comes after the close").one_of(&["not accepted unless a court orders it"]);

/// What of the opening and closing is announced.
pub static ANNOUNCES: Field<String> = Field::property("announces", "what of the opening and closing is announced, separated by commas");

/// What the rule on lateness reaches.
pub static LATE_REACHES: Field<String> = Field::property("late-reaches", "what the rule on lateness reaches, separated by commas; everything where it is not said");

/// The court that may let it in.
pub static COURT: Field<Term> = Field::property("court", "the court that may let in what is late; any where it is not said");

/// On whose application the court does so.
pub static ON_APPLICATION_OF: Field<Term> = Field::property("on-application-of", "on whose application the court does so; anyone's where it is not said");

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
    fields: &[&ANNOUNCED.spec, &ANNOUNCES.spec, &LATE.spec, &LATE_REACHES.spec, &COURT.spec, &ON_APPLICATION_OF.spec, &REGULATED_BY.spec, &LISTED.spec],
    scopes: &[],
};
