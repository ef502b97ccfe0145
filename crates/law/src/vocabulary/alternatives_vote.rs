//! By what vote one of several alternatives is chosen.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The standard.
pub static STANDARD: Field<Term> = Field::argument("standard", "the standard").one_of(&["most votes", "ordinary vote"]);

/// By what vote one of several alternatives is chosen.
pub static DEFINITION: Definition = Definition {
    name: "alternatives-vote",
    title: "By what vote one of several alternatives is chosen",
    feeds: &["frequency-vote"],
    statute_effect: Effect::Default,
    doc: "Whether, of several alternatives put together, such as every 1, 2 or 3 years, that with the most votes is chosen, or only one that reaches the ordinary vote. Most bylaws are silent, and both readings are shown.",
    example: r#"alternatives-vote "most votes""#,
    fields: &[&STANDARD.spec],
    scopes: &[],
};
