//! What the inspectors may look at.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// What they are limited to.
pub static EVIDENCE: Field<String> = Field::arguments("evidence", "what they are limited to when they judge and count proxies and ballots");

/// The one purpose for which other information will do.
pub static OTHER_FOR: Field<String> = Field::property("other-information-for", "the purpose for which they may look at other reliable information; none where it is not said");

/// What they state of other information.
pub static SOURCE_STATES: Field<String> = Field::property("source-states", "what they state of other information in their certificate, separated by commas");

/// What the inspectors may look at.
pub static DEFINITION: Definition = Definition {
    name: "inspector-evidence",
    title: "What the inspectors may look at",
    feeds: &["inspectors-evidence", "nominee-over-vote"],
    statute_effect: Effect::Adds,
    doc: "The evidence to which inspectors are limited when they judge and count proxies and ballots, the purpose for which they may go beyond it, and what they then state of its source.",
    example: r#"inspector-evidence "proxies" "ballots" "regular books and records" other-information-for="reconciling votes of nominees" source-states="what it was, from whom""#,
    fields: &[&EVIDENCE.spec, &OTHER_FOR.spec, &SOURCE_STATES.spec],
    scopes: &[],
};
