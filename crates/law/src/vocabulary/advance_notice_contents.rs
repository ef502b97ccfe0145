//! What a stockholder's notice of business or of a nomination sets out.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What it sets out or encloses.
pub static ITEMS: Field<Term> = Field::arguments("items", "what it sets out or encloses");

/// Whom or what the items are about.
pub static OF: Field<Term> = Field::property("of", "whom or what the items are about").one_of(&["nominee", "stockholder", "beneficial owner", "business"]).required();

/// Whether an item is owed only when the corporation asks for it.
pub static ON_REQUEST: Field<bool> = Field::property("on-request", "whether the items are owed only when the corporation asks for them");

/// What a stockholder's notice of business or of a nomination sets out.
pub static DEFINITION: Definition = Definition {
    name: "advance-notice-contents",
    title: "What a stockholder's notice sets out",
    feeds: &["advance-notice-contents", "business-properly-before"],
    statute_effect: Effect::Adds,
    doc: "What a stockholder's notice of business or of a nomination sets out or encloses about the nominee, the stockholder who gives it, a beneficial owner behind it, and the business; items cumulate. What is about a beneficial owner is owed where there is one.",
    example: r#"advance-notice-contents "name" "age" "principal occupation" of="nominee" subject="nominations""#,
    fields: &[&ITEMS.spec, &OF.spec, &ON_REQUEST.spec],
    scopes: &["meeting", "subject"],
};
