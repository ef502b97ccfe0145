//! What a notice duly given does although it may not have arrived.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether it must reach the recipient in person.
pub static PERSONAL: Field<bool> = Field::property("personal", "whether it must reach the recipient in person");

/// Whether a period runs longer for one whom it did not reach.
pub static EXTENDS: Field<bool> = Field::property("extends-periods", "whether a period runs longer for a recipient whom the notice did not reach");

/// Whether several recipients may be served by different means.
pub static DIFFERENT_MEANS: Field<bool> = Field::property("different-means", "whether several recipients may be served by different means");

/// What a notice duly given does although it may not have arrived.
pub static DEFINITION: Definition = Definition {
    name: "notice-effect",
    title: "What a notice duly given does although it may not have arrived",
    feeds: &["notice-effect"],
    statute_effect: Effect::Adds,
    doc: "Whether notice must be personal, whether not receiving it gives the recipient more time, and whether all recipients must be served alike. Each point may be said alone; texts cumulate.",
    example: r#"notice-effect personal=#false extends-periods=#false
notice-effect different-means=#true recipient="director""#,
    fields: &[&PERSONAL.spec, &EXTENDS.spec, &DIFFERENT_MEANS.spec],
    scopes: &["recipient"],
};
