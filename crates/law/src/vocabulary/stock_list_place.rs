//! Where the stock list is open.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The place.
pub static PLACE: Field<Term> = Field::argument("place", "the place").one_of(&["place in the meeting city named in the notice", "meeting place", "principal place of business", "electronic network"]);

/// The hours.
pub static HOURS: Field<Term> = Field::property("hours", "the hours").one_of(&["business hours"]);

/// Whether the notice says how to reach it.
pub static ACCESS_IN_NOTICE: Field<bool> = Field::property("access-in-notice", "whether the notice says how to reach it");

/// Whether the notice names the place.
pub static NAMED_IN_NOTICE: Field<bool> = Field::property("named-in-notice", "whether the notice names the place");

/// Whether it serves only when the notice names no other.
pub static IF_NONE_NAMED: Field<bool> = Field::property("if-none-named", "whether it serves only when the notice names no other");

/// Where the stock list is open.
pub static DEFINITION: Definition = Definition {
    name: "stock-list-place",
    title: "Where the stock list is open",
    feeds: &["stock-list-places", "stock-list-access"],
    statute_effect: Effect::Adds,
    doc: "A place where the list may be examined before the meeting.",
    example: r#"stock-list-place "principal place of business" hours="business hours""#,
    fields: &[&PLACE.spec, &HOURS.spec, &ACCESS_IN_NOTICE.spec, &NAMED_IN_NOTICE.spec, &IF_NONE_NAMED.spec],
    scopes: &["form"],
};
