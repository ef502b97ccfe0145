//! Who stands in for an officer.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// On which occasions.
pub static OCCASIONS: Field<Term> = Field::arguments("occasions", "on which occasions").one_of(&["absent", "disabled", "vacant", "declines"]);

/// The office that stands in.
pub static OFFICE: Field<Term> = Field::property("office", "the office that stands in").required();

/// For which office.
pub static FOR: Field<Term> = Field::property("for", "for which office").required();

/// The office that must not be filled.
pub static IF_NO: Field<Term> = Field::property("if-no", "the office that must not be filled, where the text says so");

/// Who goes first among several of that office.
pub static RANK: Field<String> = Field::property("rank", "who goes first among several of the office that stands in");

/// Who stands in for an officer.
pub static DEFINITION: Definition = Definition {
    name: "stand-in",
    title: "Who stands in for an officer",
    feeds: &["presiding-person", "meeting-secretary"],
    // Statements about several offices, and about several who stand in for one, hold together.
    statute_effect: Effect::Adds,
    doc: "Which office has the duties of another that is absent, disabled or vacant, presiding among them.",
    example: r#"stand-in "absent" "disabled" "vacant" office="president" for="chief executive officer""#,
    fields: &[&OCCASIONS.spec, &OFFICE.spec, &FOR.spec, &IF_NO.spec, &RANK.spec],
    scopes: &[],
};
