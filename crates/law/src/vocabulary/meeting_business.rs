//! What business a meeting of stockholders may do.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Where the business must stand.
pub static WAYS: Field<Term> = Field::arguments("ways", "where the business must stand, any one of which will do; or any proper business").one_of(WAY_WORDS);

/// What a text can name.
pub const WAY_WORDS: &[&str] = &["notice", "supplement to the notice", "any proper business"];

/// What business a meeting of stockholders may do.
pub static DEFINITION: Definition = Definition {
    name: "meeting-business",
    title: "What business a meeting may do",
    feeds: &["business-at-meeting"],
    statute_effect: Effect::Bounds,
    doc: "What may be done at a meeting of stockholders: only what its notice or a supplement names, or any proper business. A special meeting is for the purposes in its notice, an annual one may do any proper business (8 Del. C. §§ 211(b), 222(a)). By which ways business is brought is business-route's to say.",
    example: r#"meeting-business "notice" "supplement to the notice" meeting="special""#,
    fields: &[&WAYS.spec],
    scopes: &["meeting"],
};
