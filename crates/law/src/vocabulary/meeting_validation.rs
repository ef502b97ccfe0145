//! When a meeting that was not regularly called or noticed is valid all the same.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The papers, any of which will do.
pub static PAPERS: Field<Term> = Field::arguments("papers", "the papers, any of which will do").one_of(&["waiver of notice", "consent to the meeting", "approval of the minutes"]);

/// Who signs one of them.
pub static SIGNED_BY: Field<Term> = Field::property("signed-by", "who signs one of them").one_of(&["everyone entitled who was absent", "everyone entitled who was absent or objected", "everyone entitled"]).required();

/// Whether a quorum must have been present.
pub static QUORUM: Field<bool> = Field::property("quorum", "whether a quorum must have been present").required();

/// Whether they may be signed before or after the meeting.
pub static BEFORE_OR_AFTER: Field<bool> = Field::property("before-or-after", "whether they may be signed before the meeting or after it; else only before");

/// Whether they must state the purpose.
pub static PURPOSE: Field<bool> = Field::property("purpose", "whether they must state the business or purpose");

/// Where they go.
pub static FILED: Field<Term> = Field::property("filed", "where they go").one_of(&["with the records", "in the minutes", "with the records or in the minutes"]);

/// When a meeting that was not regularly called or noticed is valid all the same.
pub static DEFINITION: Definition = Definition {
    name: "meeting-validation",
    title: "When a meeting that was not regularly called or noticed is valid",
    feeds: &["meeting-validation"],
    statute_effect: Effect::Permits,
    doc: "A meeting, however called and noticed and wherever held, is as valid as one regularly called and noticed if those whom the text names sign a waiver, a consent to the meeting or an approval of its minutes. The statute has no such rule of its own; a waiver has force under § 229 besides.",
    example: r#"meeting-validation "waiver of notice" "consent to the meeting" signed-by="everyone entitled who was absent" quorum=#true body="stockholders""#,
    fields: &[&PAPERS.spec, &SIGNED_BY.spec, &QUORUM.spec, &BEFORE_OR_AFTER.spec, &PURPOSE.spec, &FILED.spec],
    scopes: &["meeting", "body"],
};
