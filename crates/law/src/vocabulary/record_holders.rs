//! Who is a holder on a record date.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What those of record are alone entitled to.
pub static ENTITLED_TO: Field<Term> = Field::arguments(
    "entitled-to",
    "what those of record on the record date are alone entitled to",
)
.one_of(&["notice", "vote", "consent"]);

/// Whether a later transfer changes nothing.
pub static DESPITE_TRANSFER: Field<bool> = Field::property(
    "despite-transfer",
    "whether a transfer after the record date changes nothing",
)
.required();

/// Who is a holder on a record date.
pub static DEFINITION: Definition = Definition {
    name: "record-holders",
    title: "Who is entitled on a record date",
    feeds: &["holder-of-record"],
    statute_effect: Effect::Adds,
    doc: "That those who are holders of record on the record date, and nobody else, have notice, vote and consent, whatever is transferred later (8 Del. C. §§ 213, 219(c)).",
    example: r#"record-holders "notice" "vote" despite-transfer=#true"#,
    fields: &[&ENTITLED_TO.spec, &DESPITE_TRANSFER.spec],
    scopes: &[],
};
