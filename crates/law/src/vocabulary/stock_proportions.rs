//! What a proportion of stock is a proportion of.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Of what.
pub static MEANS: Field<Term> = Field::argument("means", "what a proportion of stock or shares means in this document").one_of(&["votes", "shares"]);

/// What a proportion of stock is a proportion of.
pub static DEFINITION: Definition = Definition {
    name: "stock-proportions",
    title: "What a proportion of stock is a proportion of",
    feeds: &["quorum", "vote-required", "vote-result", "election-result", "vote-margin", "frequency-vote", "election-margin", "consent-sufficient"],
    statute_effect: Effect::Adds,
    doc: "Whether, where shares have more or less than one vote, a proportion of stock in this document is one of its votes. The statute says so of itself (8 Del. C. § 212(a)); certificate and bylaws may say so of themselves.",
    example: r#"stock-proportions "votes""#,
    fields: &[&MEANS.spec],
    scopes: &[],
};
