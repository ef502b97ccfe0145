//! How notice is waived.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The means.
pub static MEANS: Field<Term> = Field::arguments("means", "the means").one_of(&["writing", "electronic transmission"]);

/// Whether it may be given before or after.
pub static BEFORE_OR_AFTER: Field<bool> = Field::property("before-or-after", "whether it may be given before or after");

/// Whether it must state the purpose.
pub static PURPOSE: Field<bool> = Field::property("purpose", "whether it must state the purpose").required();

/// How notice is waived.
pub static DEFINITION: Definition = Definition {
    name: "notice-waiver",
    title: "How notice is waived",
    feeds: &["notice-waiver"],
    statute_effect: Effect::Default,
    doc: "The form of a waiver of notice, when it may be given, and whether it must state the purpose of the meeting (8 Del. C. § 229).",
    example: r#"notice-waiver "writing" purpose=#false"#,
    fields: &[&MEANS.spec, &BEFORE_OR_AFTER.spec, &PURPOSE.spec],
    scopes: &["meeting", "body"],
};
