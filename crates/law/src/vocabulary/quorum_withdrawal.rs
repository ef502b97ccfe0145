//! Whether withdrawal breaks a quorum.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether withdrawal ends the power to act.
pub static BREAKS: Field<bool> = Field::property("breaks", "whether withdrawal ends the power to act").required();

/// The questions for which it does otherwise.
pub static EXCEPT: Field<String> = Field::property("except", "the questions for which it does otherwise");

/// Whether withdrawal breaks a quorum.
pub static DEFINITION: Definition = Definition {
    name: "quorum-withdrawal",
    title: "Whether withdrawal breaks a quorum",
    feeds: &["quorum"],
    statute_effect: Effect::Default,
    doc: "Whether those who stay may go on after enough have left that a quorum is no longer there, and for which questions.",
    example: r#"quorum-withdrawal breaks=#false"#,
    fields: &[&BREAKS.spec, &EXCEPT.spec],
    scopes: &[],
};
