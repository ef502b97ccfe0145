//! When a class votes by itself.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What gives the class its vote.
pub static ON: Field<Term> = Field::argument("on", "what gives the class its vote").one_of(&["every matter", "authorized number", "par value", "rights for the worse"]);

/// Whether the class has the vote.
pub static HAS: Field<bool> = Field::property("has", "whether the class has the vote; #false takes away one from which the law lets the certificate depart");

/// Whether a series that alone is affected votes instead of its class.
pub static SERIES_ALONE: Field<bool> = Field::property("series-alone", "whether the series that alone are affected vote, as one class, instead of the whole class");

/// When a class votes by itself.
pub static DEFINITION: Definition = Definition {
    name: "class-vote",
    title: "When a class votes by itself",
    feeds: &["class-vote"],
    statute_effect: Effect::Adds,
    doc: "A vote of a class by itself, beside that of all shares: on changes of its authorized number, its par value, or its powers, preferences or rights for the worse (8 Del. C. § 242(b)(2)), and on what certificate or bylaws list. The certificate may take away the vote on the authorized number.",
    example: r#"class-vote "every matter" matter="merger" class="Series A""#,
    fields: &[&ON.spec, &HAS.spec, &SERIES_ALONE.spec],
    scopes: &["matter", "class"],
};
