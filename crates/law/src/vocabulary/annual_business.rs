//! What an annual meeting is for.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What it is for.
pub static ITEMS: Field<Term> = Field::arguments(
    "items",
    "what it is for; an item that begins with \"other\" leaves the rest open",
);

/// What an annual meeting is for.
pub static DEFINITION: Definition = Definition {
    name: "annual-business",
    title: "What an annual meeting is for",
    feeds: &["annual-business"],
    statute_effect: Effect::Adds,
    doc: "The business that each annual meeting does, before all the election of directors (8 Del. C. § 211(b)), and whether it may do other business.",
    example: r#"annual-business "election of directors" "other proper business""#,
    fields: &[&ITEMS.spec],
    scopes: &[],
};
