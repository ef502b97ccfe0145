//! By which ways business comes before a meeting of stockholders.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The ways, any one of which will do.
pub static WAYS: Field<Term> = Field::arguments("ways", "the ways, any one of which will do").one_of(WAY_WORDS);

/// The ways that a text can name.
pub const WAY_WORDS: &[&str] = &[
    "notice",
    "supplement to the notice",
    "board of directors",
    "stockholder with advance notice",
    "any proper business",
];

/// By which ways business comes before a meeting of stockholders.
pub static DEFINITION: Definition = Definition {
    name: "meeting-business",
    title: "By which ways business comes before a meeting",
    feeds: &["business-at-meeting"],
    statute_effect: Effect::Bounds,
    doc: "What may be done at a meeting of stockholders: only what its notice or a supplement names, or also what the board or a stockholder brings. A special meeting is for the purposes in its notice (8 Del. C. § 222(a)).",
    example: r#"meeting-business "notice" "supplement to the notice" meeting="special""#,
    fields: &[&WAYS.spec],
    scopes: &["meeting"],
};
