//! Whether the board may amend the bylaws.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether the board has the power.
pub static BOARD: Field<bool> = Field::argument("board", "whether the board has the power");

/// Whether the board may amend the bylaws.
pub static DEFINITION: Definition = Definition {
    name: "bylaw-power",
    title: "Whether the board may amend the bylaws",
    feeds: &["board-bylaw-power"],
    statute_effect: Effect::Enables,
    doc: "Whether the power over bylaws is conferred on the board. It has force only in the certificate; a bylaw that says so rests on the certificate (8 Del. C. § 109(a)).",
    example: r#"bylaw-power #true"#,
    fields: &[&BOARD.spec],
    scopes: &[],
};
