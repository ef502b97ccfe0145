//! What the inspectors do.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The duties, in our words.
pub static DUTIES: Field<String> = Field::arguments("duties", "the duties, in our words");

/// When they report and certify.
pub static REPORT: Field<Term> = Field::property("report", "when they report and certify").one_of(&["always", "on request"]);

/// What they are limited to when judging proxies and ballots.
pub static MAY_EXAMINE: Field<String> = Field::property("may-examine", "what they are limited to when judging proxies and ballots");

/// Whether they keep a record of challenges.
pub static KEEP_CHALLENGES: Field<bool> = Field::property("keep-challenges", "whether they keep a record of challenges");

/// Who decides challenges.
pub static CHALLENGES_DECIDED_BY: Field<Term> = Field::property("challenges-decided-by", "who decides challenges");

/// Whether they state what they relied on.
pub static SPECIFY_RELIANCE: Field<bool> = Field::property("specify-reliance", "whether they state what they relied on");

/// What the inspectors do.
pub static DEFINITION: Definition = Definition {
    name: "inspector-duties",
    title: "What the inspectors do",
    feeds: &["inspectors-duties"],
    statute_effect: Effect::Adds,
    doc: "The duties of the inspectors, what they may look at, and when they report and certify.",
    example: r#"inspector-duties "determine the shares outstanding" "count the votes" report="on request""#,
    fields: &[&DUTIES.spec, &REPORT.spec, &MAY_EXAMINE.spec, &KEEP_CHALLENGES.spec, &CHALLENGES_DECIDED_BY.spec, &SPECIFY_RELIANCE.spec],
    scopes: &[],
};
