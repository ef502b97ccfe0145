//! Whether a copy of a proxy serves as the original.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether a complete reproduction serves as the original.
pub static COMPLETE: Field<bool> = Field::property("complete", "whether a complete reproduction serves as the original");

/// Whether the reproduction must be reliable.
pub static RELIABLE: Field<bool> = Field::property("reliable", "whether it must be a reliable reproduction");

/// Whether a copy of a proxy serves as the original.
pub static DEFINITION: Definition = Definition {
    name: "proxy-copy",
    title: "Whether a copy of a proxy serves",
    feeds: &["proxy-form"],
    statute_effect: Effect::Permits,
    doc: "Whether a copy serves as the original of a proxy, and of what kind it must be (8 Del. C. § 212(d)). It opens no way of giving a proxy; those are proxy-form's to name.",
    example: "proxy-copy complete=#true reliable=#true",
    fields: &[&COMPLETE.spec, &RELIABLE.spec],
    scopes: &[],
};
