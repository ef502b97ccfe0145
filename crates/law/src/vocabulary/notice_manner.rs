//! What holds for a notice by whatever means.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The form of every notice.
pub static FORM: Field<Term> = Field::argument("form", "the form of every notice").one_of(&["writing", "writing or electronic transmission", "any form"]);

/// Whether any other manner that the law permits serves too.
pub static OTHER_LAWFUL: Field<bool> = Field::property("other-lawful", "whether any other manner that the law permits serves too");

/// What holds for a notice by whatever means.
pub static DEFINITION: Definition = Definition {
    name: "notice-manner",
    title: "What holds for a notice by whatever means",
    feeds: &["notice-given"],
    statute_effect: Effect::Adds,
    doc: "The form that every notice takes, and whether means that the text does not name serve where the law permits them. Texts that speak of it cumulate.",
    example: r#"notice-manner "writing" other-lawful=#true recipient="stockholder""#,
    fields: &[&FORM.spec, &OTHER_LAWFUL.spec],
    scopes: &["recipient"],
};
