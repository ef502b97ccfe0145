//! Where stockholders meet.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The place when none is designated; absent when there is none.
pub static DEFAULT: Field<Term> = Field::argument("default", "the place when none is designated; absent when there is none").optional();

/// Who may designate another.
pub static DESIGNATED_BY: Field<Term> = Field::property("designated-by", "who may designate another");

/// Where the designation is made.
pub static IN: Field<String> = Field::property("in", "where the designation is made");

/// Whether the meeting may be held solely by remote communication.
pub static REMOTE_ONLY: Field<bool> = Field::property("remote-only", "whether the meeting may be held solely by remote communication");

/// Where stockholders meet.
pub static DEFINITION: Definition = Definition {
    name: "meeting-place",
    title: "Where stockholders meet",
    feeds: &["meeting-place"],
    statute_effect: Effect::Default,
    doc: "Who designates the place of a meeting, the place when nobody has, and whether a meeting may be held solely by remote communication; the measures for it are those of `remote-participation`.",
    example: r#"meeting-place "registered office" designated-by="board of directors" in="notice""#,
    fields: &[&DEFAULT.spec, &DESIGNATED_BY.spec, &IN.spec, &REMOTE_ONLY.spec],
    scopes: &[],
};
