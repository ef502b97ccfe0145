//! How long a proxy lasts.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Years from its date.
pub static YEARS: Field<u64> = Field::argument("years", "years from its date");

/// Whether the proxy itself may provide for longer.
pub static LONGER_IF_STATED: Field<bool> = Field::property("longer-if-stated", "whether the proxy itself may provide for longer").required();

/// How long a proxy lasts.
pub static DEFINITION: Definition = Definition {
    name: "proxy-life",
    title: "How long a proxy lasts",
    feeds: &["proxy-validity"],
    statute_effect: Effect::Default,
    doc: "How many years after its date a proxy may still be voted, unless it provides for longer (8 Del. C. § 212(b)).",
    example: r#"proxy-life 3 longer-if-stated=#true"#,
    fields: &[&YEARS.spec, &LONGER_IF_STATED.spec],
    scopes: &[],
};
