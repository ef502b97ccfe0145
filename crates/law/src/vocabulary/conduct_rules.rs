//! Rules of conduct of a stockholders' meeting.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who may make rules, the one that prevails first.
pub static MAKERS: Field<Term> = Field::arguments("makers", "who may make rules, the one that prevails first");

/// Whose rules prevail when they differ.
pub static PREVAILS: Field<Term> = Field::property("prevails", "whose rules prevail when they differ");

/// Who may besides do acts for the conduct of the meeting, as that person judges proper.
pub static ACTS_BY: Field<Term> = Field::property("acts-by", "who may besides do acts for the conduct of the meeting, as that person judges proper");

/// Whether rules of parliamentary procedure are followed.
pub static PARLIAMENTARY_PROCEDURE: Field<Term> = Field::property("parliamentary-procedure", "whether rules of parliamentary procedure are followed: always, or only as far as one who makes the rules decides").one_of(&["required", "only as decided"]);

/// Rules of conduct of a stockholders' meeting.
pub static DEFINITION: Definition = Definition {
    name: "conduct-rules",
    title: "Rules of conduct of a stockholders' meeting",
    feeds: &["conduct-of-meeting"],
    statute_effect: Effect::Default,
    doc: "Who may make rules for the conduct of a meeting, in order, whose prevail, who may besides act, and whether parliamentary procedure is followed. What rules may cover is `conduct-subjects`.",
    example: r#"conduct-rules "board of directors" "chair of the meeting" prevails="board of directors""#,
    fields: &[&MAKERS.spec, &PREVAILS.spec, &ACTS_BY.spec, &PARLIAMENTARY_PROCEDURE.spec],
    scopes: &[],
};
