//! What a notice states.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What it states or encloses.
pub static ITEMS: Field<Term> = Field::arguments("items", "what it states or encloses");

/// What will do in its stead.
pub static OR: Field<String> = Field::property("or", "what will do in the stead of its one item");

/// What the board intended when notice was given, each by its name.
pub static INTENDED: Field<Term> = Field::property("intended", "whether its one item is each matter, or each nominee, that the board intends to present when notice is given, by name").one_of(&["matters", "nominees"]);

/// What a notice states.
pub static DEFINITION: Definition = Definition {
    name: "notice-contents",
    title: "What a notice states",
    feeds: &["notice-contents", "business-at-meeting"],
    statute_effect: Effect::Adds,
    doc: "What the notice of a meeting states or encloses; items cumulate across sources.",
    example: r#"notice-contents "place" "date" "hour""#,
    fields: &[&ITEMS.spec, &OR.spec, &INTENDED.spec],
    scopes: &["meeting", "matter", "form"],
};
