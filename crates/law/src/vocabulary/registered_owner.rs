//! Whom the corporation recognizes as owner.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// For what.
pub static RIGHTS: Field<Term> = Field::arguments("rights", "for what the registered owner is recognized").one_of(&[
    "voting",
    "dividends",
    "calls and assessments",
]);

/// At which time the name must stand there.
pub static AS_OF: Field<Term> = Field::property("as-of", "at which time the name must stand in the records")
    .one_of(&["record date", "day of the act"]);

/// Whether others' claims bind.
pub static OTHERS_IF_KNOWN: Field<bool> = Field::property(
    "others-if-known",
    "whether a claim of another person binds the corporation once it knows of it",
);

/// Whether the law may say otherwise.
pub static UNLESS_LAW: Field<bool> =
    Field::property("unless-law", "whether the text gives way where the law says otherwise");

/// Whether the stock ledger is the only evidence.
pub static LEDGER_ONLY: Field<bool> =
    Field::property("ledger-only", "whether the stock ledger is the only evidence of who may vote");

/// Whom the corporation recognizes as owner.
pub static DEFINITION: Definition = Definition {
    name: "registered-owner",
    title: "Whom the corporation recognizes as owner",
    feeds: &["registered-owner"],
    statute_effect: Effect::Adds,
    doc: "That the person registered as owner is recognized, for what, at which time, and what others' claims do (8 Del. C. § 219(c)). Such statements cumulate.",
    example: r#"registered-owner "voting" "dividends" others-if-known=#false unless-law=#true"#,
    fields: &[
        &RIGHTS.spec,
        &AS_OF.spec,
        &OTHERS_IF_KNOWN.spec,
        &UNLESS_LAW.spec,
        &LEDGER_ONLY.spec,
    ],
    scopes: &[],
};
