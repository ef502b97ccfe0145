//! Who may adjourn a stockholders' meeting.

use crate::proportion::Proportion;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The vote that adjourns; absent when the text states none.
pub static VOTE: Field<Proportion> = Field::argument("vote", "the vote that adjourns; absent when the text states none").optional();

/// Whether the power exists with, without or regardless of a quorum.
pub static QUORUM: Field<Term> = Field::property("quorum", "whether the power exists with, without or regardless of a quorum").one_of(&["with or without", "without"]).required();

/// Who may adjourn: those present, or an office such as the presiding person.
pub static BY: Field<Term> = Field::property("by", "who may adjourn: those present, or an office such as the presiding person");

/// Whether the adjourned meeting may do what the original might have done.
pub static ORIGINAL_BUSINESS: Field<bool> = Field::property("original-business", "whether the adjourned meeting may do what the original might have done");

/// Who may adjourn a stockholders' meeting.
pub static DEFINITION: Definition = Definition {
    name: "adjournment",
    title: "Who may adjourn a stockholders' meeting",
    feeds: &["adjournment-power"],
    statute_effect: Effect::Default,
    doc: "Who may adjourn a meeting, by what vote, and whether with or without a quorum. What may be done without a quorum is adjourning alone; at the adjourned meeting, what might have been done at the original one.",
    example: r#"adjournment "majority of shares present" quorum="with or without""#,
    fields: &[&VOTE.spec, &QUORUM.spec, &BY.spec, &ORIGINAL_BUSINESS.spec],
    scopes: &[],
};
