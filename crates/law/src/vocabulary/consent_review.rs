//! Who reviews consents before they act.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The office that reviews.
pub static REVIEWER: Field<Term> = Field::argument("reviewer", "the office that reviews");

/// Whether the action waits for their certificate.
pub static WAITS: Field<bool> = Field::property("waits", "whether the action waits for their certificate");

/// Whether the review must be prompt.
pub static PROMPTLY: Field<bool> = Field::property("promptly", "whether the review must be prompt");

/// Whether the review is ministerial.
pub static MINISTERIAL: Field<bool> = Field::property("ministerial", "whether the review is ministerial");

/// Who reviews consents before they act.
pub static DEFINITION: Definition = Definition {
    name: "consent-review",
    title: "Who reviews consents before they act",
    feeds: &["consent-effective"],
    statute_effect: Effect::Permits,
    doc: "Whether consents are reviewed by inspectors, and whether the action waits for their certificate. A prompt ministerial review is lawful; one that delays the right is not (Datapoint v. Plaza, 496 A.2d 1031 (Del. 1985); Allen v. Prime, 540 A.2d 417 (Del. 1988)).",
    example: r#"consent-review "inspectors of election" waits=#true promptly=#true ministerial=#true"#,
    fields: &[&REVIEWER.spec, &WAITS.spec, &PROMPTLY.spec, &MINISTERIAL.spec],
    scopes: &[],
};
