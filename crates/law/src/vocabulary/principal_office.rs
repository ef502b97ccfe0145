//! The principal office.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The place.
pub static PLACE: Field<String> = Field::argument("place", "the place");

/// Which office.
pub static OF: Field<Term> = Field::property("of", "which office").one_of(&["principal executive office", "principal place of business", "principal office"]).required();

/// The principal office.
pub static DEFINITION: Definition = Definition {
    name: "principal-office",
    title: "The principal office",
    feeds: &["corporation-facts"],
    statute_effect: Effect::Default,
    doc: "An office of the corporation; the texts distinguish a principal executive office, a principal place of business and a principal office.",
    example: r#"principal-office "Provo, Utah" of="principal executive office""#,
    fields: &[&PLACE.spec, &OF.spec],
    scopes: &[],
};
