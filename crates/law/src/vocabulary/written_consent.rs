//! Whether stockholders may act by written consent.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether they may.
pub static ALLOWED: Field<bool> = Field::argument("allowed", "whether they may");

/// Whether stockholders may act by written consent.
pub static DEFINITION: Definition = Definition {
    name: "written-consent",
    title: "Whether stockholders may act by written consent",
    feeds: &["written-consent-allowed"],
    statute_effect: Effect::Reserves,
    doc: "Whether stockholders may act by written consent without a meeting. Only the certificate may take the right away (8 Del. C. § 228).",
    example: r#"written-consent #true"#,
    fields: &[&ALLOWED.spec],
    scopes: &[],
};
