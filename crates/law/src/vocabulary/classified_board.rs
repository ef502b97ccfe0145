//! Whether the board is divided into classes.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The number of classes; 1 when the board is not divided.
pub static CLASSES: Field<u64> = Field::argument("classes", "the number of classes; 1 when the board is not divided");

/// Whether the board is divided into classes.
pub static DEFINITION: Definition = Definition {
    name: "classified-board",
    title: "Whether the board is divided into classes",
    feeds: &["board-classified"],
    statute_effect: Effect::Default,
    doc: "The number of classes of directors; none or one when the board is not divided. A division needs the certificate, an initial bylaw or one adopted by the stockholders (8 Del. C. § 141(d)).",
    example: r#"classified-board 3"#,
    fields: &[&CLASSES.spec],
    scopes: &[],
};
