//! How electronic consents are delivered.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The ways, any one of which will do.
pub static WAYS: Field<Term> = Field::arguments("ways", "the ways, any one of which will do").one_of(&["on paper", "as the board resolved", "designated system"]);

/// How electronic consents are delivered.
pub static DEFINITION: Definition = Definition {
    name: "electronic-consent-delivery",
    title: "How electronic consents are delivered",
    feeds: &["consent-delivery"],
    statute_effect: Effect::Permits,
    doc: "The ways in which a consent by electronic transmission is delivered: reproduced on paper and delivered as paper is, as the board has resolved, or into a system that the corporation has designated (8 Del. C. § 228(d)).",
    example: r#"electronic-consent-delivery "on paper" "as the board resolved""#,
    fields: &[&WAYS.spec],
    scopes: &[],
};
