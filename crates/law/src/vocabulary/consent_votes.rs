//! How many votes a consent needs.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The votes needed.
pub static NEEDED: Field<Term> = Field::argument("needed", "the votes needed").one_of(&["needed with all present and voting", "unanimous"]);

/// How many votes a consent needs.
pub static DEFINITION: Definition = Definition {
    name: "consent-votes",
    title: "How many votes a consent needs",
    feeds: &["consent-sufficient"],
    statute_effect: Effect::Bounds,
    doc: "The least number of votes that must consent. Only the certificate may ask for more than a meeting with everyone present would (8 Del. C. § 228(a)).",
    example: r#"consent-votes "needed with all present and voting""#,
    fields: &[&NEEDED.spec],
    scopes: &[],
};
