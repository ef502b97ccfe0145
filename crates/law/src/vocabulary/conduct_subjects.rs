//! What rules of conduct may cover.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The subjects.
pub static SUBJECTS: Field<String> = Field::arguments("subjects", "the subjects that rules and acts for the conduct of a meeting may cover, in our words");

/// Whether they are all.
pub static ONLY: Field<bool> = Field::property("only", "whether they are all; otherwise they are examples");

/// What rules of conduct may cover.
pub static DEFINITION: Definition = Definition {
    name: "conduct-subjects",
    title: "What rules of conduct may cover",
    feeds: &["conduct-of-meeting"],
    // Subjects that several parts of a text name are all covered.
    statute_effect: Effect::Adds,
    doc: "The subjects that rules and acts for the conduct of a meeting may cover, as examples or as all there are.",
    example: r#"conduct-subjects "agenda" "order and safety" "time for questions""#,
    fields: &[&SUBJECTS.spec, &ONLY.spec],
    scopes: &[],
};
