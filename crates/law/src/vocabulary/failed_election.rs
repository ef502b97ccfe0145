//! What follows when a director is not elected again.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Whether the director stays.
pub static HOLDS_OVER: Field<bool> = Field::property("holds-over", "whether the director stays until a successor is elected and qualified");

/// When the director who fails must tender a resignation.
pub static TENDER: Field<WindowPhrase> = Field::property("tender", "when a director who fails must tender a resignation");

/// Whether a resignation for that case must be given before the election.
pub static IN_ADVANCE: Field<bool> = Field::property("in-advance", "whether a nominee in office must give a resignation for that case before the election");

/// Who decides on the resignation.
pub static DECIDED_BY: Field<Term> = Field::property("decided-by", "who decides whether the resignation is accepted");

/// When it must be decided.
pub static DECISION: Field<WindowPhrase> = Field::property("decision", "when it must be decided");

/// Whether the director concerned takes no part.
pub static RECUSED: Field<bool> = Field::property("recused", "whether the director concerned takes no part in the decision");

/// What follows when a director is not elected again.
pub static DEFINITION: Definition = Definition {
    name: "failed-election",
    title: "What follows when a director is not elected again",
    feeds: &["failed-election"],
    statute_effect: Effect::Adds,
    doc: "What follows when a director in office is not elected again: the director holds over (8 Del. C. § 141(b)), tenders a resignation, and someone decides on it within a time.",
    example: r#"failed-election tender="not more than 10 days after the certification" decided-by="board of directors" decision="not more than 90 days after the certification" recused=#true"#,
    fields: &[
        &HOLDS_OVER.spec,
        &TENDER.spec,
        &IN_ADVANCE.spec,
        &DECIDED_BY.spec,
        &DECISION.spec,
        &RECUSED.spec,
    ],
    scopes: &[],
};
