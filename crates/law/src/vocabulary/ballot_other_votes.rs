//! Whether votes on other matters than elections are by written ballot.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether they are.
pub static REQUIRED: Field<bool> = Field::argument("required", "whether votes on other matters than elections of directors are by written ballot");

/// Whether votes on other matters than elections are by written ballot.
pub static DEFINITION: Definition = Definition {
    name: "ballot-other-votes",
    title: "Whether votes on other matters are by written ballot",
    feeds: &["ballot-form"],
    // The statute is silent; if it spoke, certificate and bylaws could say otherwise.
    statute_effect: Effect::Default,
    doc: "Whether votes on other matters than elections of directors are by written ballot. The statute asks for ballots only in elections (8 Del. C. § 211(e)), and reserves only those to the certificate; `ballot-demand` says who may require ballots where none is needed.",
    example: r#"ballot-other-votes #false"#,
    fields: &[&REQUIRED.spec],
    scopes: &[],
};
