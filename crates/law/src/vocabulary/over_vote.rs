//! How votes beyond a position are reconciled.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What must be stated of other information.
pub static STATES: Field<Term> = Field::arguments(
    "states",
    "what the inspectors state of other information that they consider",
)
.one_of(&["information", "person", "time", "means", "basis"]);

/// Whose over-votes other information may reconcile.
pub static HOLDERS: Field<Term> = Field::property(
    "holders",
    "whose votes beyond the position other reliable information may reconcile",
)
.one_of(&["banks, brokers, nominees and similar persons", "any holder", "nobody"])
.required();

/// When it is stated.
pub static STATED: Field<Term> =
    Field::property("stated", "when it is stated").one_of(&["with the certificate", "in the report", "on request"]);

/// How votes beyond a position are reconciled.
pub static DEFINITION: Definition = Definition {
    name: "over-vote",
    title: "How votes beyond a position are reconciled",
    feeds: &["nominee-over-vote"],
    statute_effect: Effect::Adds,
    doc: "Whose votes beyond the position held of record, or beyond the authority given by the record owner, the inspectors may reconcile with other reliable information, and what they state of it (8 Del. C. § 231(d)).",
    example: r#"over-vote "person" "basis" holders="banks, brokers, nominees and similar persons" stated="with the certificate""#,
    fields: &[&STATES.spec, &HOLDERS.spec, &STATED.spec],
    scopes: &[],
};
