//! What a supplement to a notice may add, and until when.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What it may add.
pub static ADDS: Field<Term> = Field::arguments("adds", "what it may add to the notice");

/// When it may be given.
pub static WINDOW: Field<WindowPhrase> = Field::property("window", "when it may be given, where the text says so");

/// Who gives it.
pub static GIVEN_BY: Field<Term> = Field::property("given-by", "who gives it");

/// Whether another may give it at that one's direction.
pub static OR_AT_DIRECTION: Field<bool> = Field::property("or-at-direction", "whether another may give it at the direction of the one who gives it");

/// What a supplement to a notice may add, and until when.
pub static DEFINITION: Definition = Definition {
    name: "notice-supplement",
    title: "What a supplement to a notice may add",
    feeds: &["notice-supplement"],
    statute_effect: Effect::Permits,
    doc: "Whether the notice of a meeting may be supplemented, by whom, when and with what. The statute does not speak of supplements; what a notice must state is due within the time for notice (8 Del. C. § 222).",
    example: r#"notice-supplement "business" given-by="board of directors" or-at-direction=#true meeting="special""#,
    fields: &[&ADDS.spec, &WINDOW.spec, &GIVEN_BY.spec, &OR_AT_DIRECTION.spec],
    scopes: &["meeting", "matter"],
};
