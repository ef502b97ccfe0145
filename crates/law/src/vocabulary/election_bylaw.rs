//! Who may change a stockholders' bylaw on the vote that elects directors.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether the board may.
pub static BOARD: Field<bool> = Field::argument("board", "whether the board may change it");

/// Who may change a stockholders' bylaw on the vote that elects directors.
pub static DEFINITION: Definition = Definition {
    name: "election-bylaw",
    title: "Who may change a stockholders' bylaw on the vote that elects directors",
    feeds: &["board-bylaw-power"],
    statute_effect: Effect::Fixes,
    doc: "Whether the board may amend or repeal a bylaw that the stockholders adopted and that states the votes needed to elect directors (8 Del. C. § 216, from 1 August 2006).",
    example: "election-bylaw #false",
    fields: &[&BOARD.spec],
    scopes: &[],
};
