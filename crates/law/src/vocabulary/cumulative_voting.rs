//! Whether votes may be cumulated.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether votes may be cumulated.
pub static ALLOWED: Field<bool> = Field::argument("allowed", "whether votes may be cumulated");

/// Whether it must be said before.
pub static ANNOUNCED: Field<bool> = Field::property("announced", "whether it must be said before the voting that votes will be cumulated");

/// Whether votes may be cumulated.
pub static DEFINITION: Definition = Definition {
    name: "cumulative-voting",
    title: "Whether votes may be cumulated",
    feeds: &["cumulative-voting", "cumulated-votes"],
    statute_effect: Effect::Reserves,
    doc: "Whether a holder may give all votes to one nominee or spread them. Only the certificate may grant it (8 Del. C. § 214).",
    example: r#"cumulative-voting #false"#,
    fields: &[&ALLOWED.spec, &ANNOUNCED.spec],
    scopes: &[],
};
