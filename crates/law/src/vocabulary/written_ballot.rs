//! Whether elections are by written ballot.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether elections are by written ballot.
pub static REQUIRED: Field<bool> = Field::argument("required", "whether elections are by written ballot");

/// Whether an electronic ballot serves when the board authorizes it.
pub static ELECTRONIC_IF_AUTHORIZED: Field<bool> = Field::property("electronic-if-authorized", "whether an electronic ballot serves when the board authorizes it");

/// Whether an electronic ballot must show who authorized it.
pub static AUTHORITY_SHOWN: Field<bool> = Field::property("authority-shown", "whether an electronic ballot must show, or come with what shows, that the holder or proxy holder authorized it");

/// Whether elections are by written ballot.
pub static DEFINITION: Definition = Definition {
    name: "written-ballot",
    title: "Whether elections are by written ballot",
    feeds: &["ballot-form"],
    statute_effect: Effect::Reserves,
    doc: "Whether directors are elected by written ballot, and whether an electronic one serves (8 Del. C. § 211(e)).",
    example: r#"written-ballot #true"#,
    fields: &[&REQUIRED.spec, &ELECTRONIC_IF_AUTHORIZED.spec, &AUTHORITY_SHOWN.spec],
    scopes: &[],
};
