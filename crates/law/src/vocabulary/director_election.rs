//! How directors are elected.

use quorate_calendar::PointPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The words for standards.
const STANDARDS: &[&str] = &[
    "plurality",
    "majority of votes cast",
    "majority of voting power present",
    "majority of shares represented and voting",
    "majority of voting power outstanding and entitled to vote",
];

/// The standard.
pub static STANDARD: Field<Term> = Field::argument("standard", "the standard").one_of(STANDARDS);

/// The standard of a contested election.
pub static CONTESTED: Field<Term> = Field::property("contested", "the standard of a contested election").one_of(STANDARDS);

/// What makes an election contested.
pub static CONTESTED_WHEN: Field<Term> = Field::property("contested-when", "what makes an election contested; more nominees than seats when it is left out").one_of(&["more nominees than seats", "a stockholder has nominated"]);

/// As of what day that is judged.
pub static CONTESTED_AS_OF: Field<PointPhrase> = Field::property("contested-as-of", "the day as of which that is judged; that of the election when it is left out");

/// What a vote withheld is.
pub static WITHHELD: Field<Term> = Field::property("withheld", "what a vote withheld is; against when it is left out").one_of(&["against", "no vote cast"]);

/// How directors are elected.
pub static DEFINITION: Definition = Definition {
    name: "director-election",
    title: "How directors are elected",
    feeds: &["election-standard", "election-result", "election-margin"],
    statute_effect: Effect::Default,
    doc: "The vote that elects a director. Under plurality those with the most votes fill the seats. A text that states an ordinary vote and has no carve-out for elections gives a second reading (docs/decisions).",
    example: r#"director-election "majority of votes cast" contested="plurality" contested-as-of="the tenth day before notice" withheld="against""#,
    fields: &[
        &STANDARD.spec,
        &CONTESTED.spec,
        &CONTESTED_WHEN.spec,
        &CONTESTED_AS_OF.spec,
        &WITHHELD.spec,
    ],
    scopes: &["class"],
};
