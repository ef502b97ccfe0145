//! What follows when the stock list is refused.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What follows.
pub static FOLLOWS: Field<Term> = Field::arguments("follows", "what the law makes of a refusal, or a court may order for it");

/// Whether only wilful neglect or refusal counts.
pub static WILFUL: Field<bool> = Field::property("wilful", "whether only wilful neglect or refusal counts");

/// Who proves whether the purpose is germane.
pub static BURDEN: Field<Term> = Field::property("burden", "who must prove whether the purpose is germane").one_of(&["the corporation", "the stockholder"]);

/// What follows when the stock list is refused.
pub static DEFINITION: Definition = Definition {
    name: "stock-list-refusal",
    title: "What follows when the stock list is refused",
    feeds: &["stock-list-access"],
    statute_effect: Effect::Fixes,
    doc: "What follows when a stockholder is refused the list, and who must prove whether the purpose was germane (8 Del. C. § 219(b)).",
    example: r#"stock-list-refusal "order to compel" burden="the corporation""#,
    fields: &[&FOLLOWS.spec, &WILFUL.spec, &BURDEN.spec],
    scopes: &[],
};
