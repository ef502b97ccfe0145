//! Who may adjourn a stockholders' meeting.

use crate::proportion::Proportion;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The vote that adjourns; absent when the text states none.
pub static VOTE: Field<Proportion> = Field::argument("vote", "the vote that adjourns; absent when the text states none").optional();

/// Whether the power exists with, without or regardless of a quorum.
pub static QUORUM: Field<Term> = Field::property("quorum", "whether the power exists with, without or regardless of a quorum").one_of(&["with or without", "without", "with"]).required();

/// Who may adjourn: those present, or an office such as the presiding person.
pub static BY: Field<Term> = Field::property("by", "who may adjourn: those present, or an office such as the presiding person");

/// The reason for which alone the power is given.
pub static REASON: Field<Term> = Field::property("reason", "the reason for which alone the power is given; absent when it is given for any").one_of(&["technical failure"]);

/// Whether one matter may be adjourned while others go on.
pub static ONE_MATTER: Field<bool> = Field::property("one-matter", "whether one matter may be adjourned while others go on; absent when the text does not say");

/// Who may adjourn a stockholders' meeting.
pub static DEFINITION: Definition = Definition {
    name: "adjournment",
    title: "Who may adjourn a stockholders' meeting",
    feeds: &["adjournment-power"],
    statute_effect: Effect::Default,
    doc: "Who may adjourn a meeting, by what vote, whether with or without a quorum, for which reason, and whether for one matter alone. Several holders of the power each have it; what may be done afterwards is `adjourned-business`.",
    example: r#"adjournment "majority of shares present" quorum="with or without""#,
    fields: &[&VOTE.spec, &BY.spec, &QUORUM.spec, &REASON.spec, &ONE_MATTER.spec],
    scopes: &[],
};
