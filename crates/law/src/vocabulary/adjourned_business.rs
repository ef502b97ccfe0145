//! What may be done at an adjourned meeting, and without a quorum.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Whether an adjourned meeting may do what the original might have done.
pub static ORIGINAL: Field<bool> = Field::property("original", "whether an adjourned meeting may do what the original might have done");

/// Whether it may do so only with a quorum of its own.
pub static NEEDS_QUORUM: Field<bool> = Field::property("needs-quorum", "whether the adjourned meeting may do so only with a quorum of its own");

/// What may be done without a quorum.
pub static WITHOUT_QUORUM: Field<Term> = Field::property("without-quorum", "what may be done without a quorum").one_of(&["adjourning only"]);

/// Whether what was done while there was a quorum stands.
pub static DONE_STANDS: Field<bool> = Field::property("done-stands", "whether what was done while there was a quorum stands when there is none any more");

/// What may be done at an adjourned meeting, and without a quorum.
pub static DEFINITION: Definition = Definition {
    name: "adjourned-business",
    title: "What may be done at an adjourned meeting, and without a quorum",
    feeds: &["adjourned-meeting-business"],
    // The limits of several texts hold together.
    statute_effect: Effect::Adds,
    doc: "Whether an adjourned meeting may do the business of the original one and needs a quorum for it (8 Del. C. § 222(c)), and what may be done at any meeting without a quorum.",
    example: r#"adjourned-business original=#true needs-quorum=#true without-quorum="adjourning only""#,
    fields: &[&ORIGINAL.spec, &NEEDS_QUORUM.spec, &WITHOUT_QUORUM.spec, &DONE_STANDS.spec],
    scopes: &[],
};
