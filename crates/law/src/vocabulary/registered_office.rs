//! The registered office.

use crate::proportion::Proportion;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The place.
pub static PLACE: Field<String> = Field::argument("place", "the place");

/// The vote that changes it.
pub static CHANGED_BY: Field<Proportion> = Field::property("changed-by", "the vote that changes it");

/// The registered office.
pub static DEFINITION: Definition = Definition {
    name: "registered-office",
    title: "The registered office",
    feeds: &["meeting-place", "corporation-facts"],
    statute_effect: Effect::Default,
    doc: "The registered office in Delaware; fixed by the certificate, or stated in the bylaws.",
    example: r#"registered-office "Wilmington, New Castle County, Delaware""#,
    fields: &[&PLACE.spec, &CHANGED_BY.spec],
    scopes: &[],
};
