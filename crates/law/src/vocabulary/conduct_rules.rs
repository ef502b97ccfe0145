//! Rules of conduct of a stockholders' meeting.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who may make rules, the one that prevails first.
pub static MAKERS: Field<Term> = Field::arguments("makers", "who may make rules, the one that prevails first");

/// Whose rules prevail when they differ.
pub static PREVAILS: Field<Term> = Field::property("prevails", "whose rules prevail when they differ");

/// What the rules may cover, in our words.
pub static COVERS: Field<String> = Field::property("covers", "what the rules may cover, in our words");

/// Whether rules of parliamentary procedure are required.
pub static PARLIAMENTARY_PROCEDURE: Field<bool> = Field::property("parliamentary-procedure", "whether rules of parliamentary procedure are required");

/// Rules of conduct of a stockholders' meeting.
pub static DEFINITION: Definition = Definition {
    name: "conduct-rules",
    title: "Rules of conduct of a stockholders' meeting",
    feeds: &["conduct-of-meeting"],
    statute_effect: Effect::Default,
    doc: "Who may make rules for the conduct of a meeting, in order, whose prevail, and what they may cover.",
    example: r#"conduct-rules "board of directors" "chair of the meeting" prevails="board of directors""#,
    fields: &[&MAKERS.spec, &PREVAILS.spec, &COVERS.spec, &PARLIAMENTARY_PROCEDURE.spec],
    scopes: &[],
};
