//! Who hears and determines challenges.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who hears and determines.
pub static DECIDERS: Field<Term> = Field::arguments("deciders", "who hears and determines: any one of them");

/// What the challenges are about.
pub static ABOUT: Field<Term> = Field::property("about", "what the challenges are about; anything where it is not said")
    .one_of(&["the right to vote", "determinations of the inspectors"]);

/// Who else may be entrusted with it.
pub static ENTRUSTED_TO: Field<Term> = Field::property("entrusted-to", "who may be entrusted with it");

/// When they are entrusted.
pub static ENTRUSTED_WHEN: Field<Term> = Field::property("entrusted-when", "when they are entrusted: in place of the deciders once there are inspectors, or beside them where rules or the appointment say so")
    .one_of(&["there are inspectors", "rules or the appointment say so"]);

/// Whether a record is kept.
pub static KEEP_RECORD: Field<bool> = Field::property("keep-record", "whether a record is kept of what became of each challenge");

/// How long the record is kept.
pub static KEPT_FOR: Field<String> = Field::property("kept-for", "how long the record is kept, in the text's words");

/// Who hears and determines challenges.
pub static DEFINITION: Definition = Definition {
    name: "challenges",
    title: "Who hears and determines challenges",
    feeds: &["challenge"],
    statute_effect: Effect::Adds,
    doc: "Who hears and determines challenges and questions on the right to vote, or on what the inspectors determined, who may be entrusted with it, and whether and how long a record is kept.",
    example: r#"challenges "chair of the meeting" about="the right to vote" entrusted-to="inspectors of election" entrusted-when="there are inspectors""#,
    fields: &[&DECIDERS.spec, &ABOUT.spec, &ENTRUSTED_TO.spec, &ENTRUSTED_WHEN.spec, &KEEP_RECORD.spec, &KEPT_FOR.spec],
    scopes: &[],
};
