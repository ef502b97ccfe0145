//! The vote that decides a matter.

use crate::proportion::Proportion;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The proportion.
pub static PROPORTION: Field<Proportion> = Field::argument("proportion", "the proportion");

/// A second limb that must be met too.
pub static AND: Field<Proportion> = Field::property("and", "a second limb that must be met too");

/// What it gives way to.
pub static UNLESS: Field<String> = Field::property("unless", "what it gives way to");

/// Whether those who abstain are among those who vote.
pub static ABSTENTIONS: Field<Term> = Field::property("abstentions", "whether those who abstain are among those who vote, where the text says").one_of(&["counted", "not counted"]);

/// Whether shares of brokers without instructions are in the base.
pub static BROKER_NON_VOTES: Field<Term> = Field::property("broker-non-votes", "whether broker non-votes are among the shares present, where the text says").one_of(&["counted", "not counted"]);

/// The vote that decides a matter.
pub static DEFINITION: Definition = Definition {
    name: "stockholder-vote",
    title: "The vote that decides a matter",
    feeds: &["vote-required", "vote-result", "quorum", "election-standard", "election-result", "adjournment-power", "vote-margin", "frequency-vote", "election-margin", "conditional-matter", "consent-sufficient"],
    statute_effect: Effect::Default,
    doc: "The vote that decides a matter, with a second limb where the text has one, and what it gives way to.",
    example: r#"stockholder-vote "majority of voting power present" unless="a different vote is required by statute or bylaws""#,
    fields: &[&PROPORTION.spec, &AND.spec, &UNLESS.spec, &ABSTENTIONS.spec, &BROKER_NON_VOTES.spec],
    scopes: &["matter", "vote", "class", "meeting"],
};
