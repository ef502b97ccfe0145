//! Who may require that votes be cast by written ballot.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who may require it.
pub static BY: Field<Term> = Field::arguments("by", "who may require it, such as \"presiding officer\"");

/// Who may require that votes be cast by written ballot.
pub static DEFINITION: Definition = Definition {
    name: "ballot-demand",
    title: "Who may require that votes be cast by written ballot",
    feeds: &["ballot-form"],
    statute_effect: Effect::Permits,
    doc: "Who may at discretion require that votes be cast by written ballot where no ballot is needed otherwise. The statute asks for ballots only in elections (8 Del. C. § 211(e)).",
    example: r#"ballot-demand "board of directors" "presiding officer""#,
    fields: &[&BY.spec],
    scopes: &["matter", "meeting"],
};
