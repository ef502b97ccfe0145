//! What minutes show.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What they show.
pub static CONTENTS: Field<String> = Field::arguments("contents", "what they show");

/// Who keeps them.
pub static KEPT_BY: Field<Term> = Field::property("kept-by", "who keeps them");

/// Who else may keep them.
pub static OR_KEPT_BY: Field<Term> = Field::property("or-kept-by", "who may keep them as well");

/// Where they are kept.
pub static KEPT_AT: Field<String> = Field::property("kept-at", "where they are kept");

/// Who may direct another place.
pub static ELSEWHERE_BY: Field<Term> = Field::property("elsewhere-by", "who may direct that they are kept at another place");

/// Whether the one who keeps them may have it done by others.
pub static MAY_DELEGATE: Field<bool> = Field::property("may-delegate", "whether the one who keeps them may have it done by others");

/// What minutes show.
pub static DEFINITION: Definition = Definition {
    name: "minutes",
    title: "What minutes show",
    feeds: &["minutes-contents"],
    statute_effect: Effect::Adds,
    doc: "What the minutes of a meeting show, who keeps them, and where.",
    example: r#"minutes "time and place" "how called" body="stockholders" kept-by="secretary""#,
    fields: &[&CONTENTS.spec, &KEPT_BY.spec, &OR_KEPT_BY.spec, &KEPT_AT.spec, &ELSEWHERE_BY.spec, &MAY_DELEGATE.spec],
    scopes: &["body", "meeting"],
};
