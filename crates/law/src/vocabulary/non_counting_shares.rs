//! Shares that do not count.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The kinds of shares.
pub static KINDS: Field<Term> = Field::arguments("kinds", "the kinds of shares").one_of(&["treasury", "controlled subsidiary", "called for redemption", "enjoined", "not lawfully votable"]);

/// Shares that do not count.
pub static DEFINITION: Definition = Definition {
    name: "non-counting-shares",
    title: "Shares that do not count",
    feeds: &["shares-that-count"],
    statute_effect: Effect::Adds,
    doc: "Shares that neither vote nor count towards a quorum: treasury shares and those of a controlled subsidiary (8 Del. C. § 160(c)), called shares (§ 160(d)), shares whose voting is enjoined or not lawful.",
    example: r#"non-counting-shares "treasury" "controlled subsidiary""#,
    fields: &[&KINDS.spec],
    scopes: &[],
};
