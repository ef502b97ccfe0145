//! Shares that do not count.

use crate::proportion::Proportion;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The kinds of shares.
pub static KINDS: Field<Term> = Field::arguments("kinds", "the kinds of shares").one_of(&["treasury", "controlled subsidiary", "called for redemption", "enjoined", "not lawfully votable"]);

/// What they are left out of.
pub static LEFT_OUT_OF: Field<Term> = Field::property("left-out-of", "what they are left out of; of both when it is left out").one_of(&["quorum", "vote", "quorum and vote"]);

/// The holding in another corporation that makes it a controlled subsidiary.
pub static CONTROL: Field<Proportion> = Field::property("control", "the holding in another corporation that makes it a controlled subsidiary");

/// Whether shares held in a fiduciary capacity count all the same.
pub static FIDUCIARY: Field<bool> = Field::property("fiduciary", "whether such shares count all the same when they are held in a fiduciary capacity");

/// From when shares called for redemption are left out.
pub static AFTER: Field<Term> = Field::property("after", "from when shares called for redemption are left out").one_of(&["notice and deposit", "notice", "redemption date"]);

/// Shares that do not count.
pub static DEFINITION: Definition = Definition {
    name: "non-counting-shares",
    title: "Shares that do not count",
    feeds: &["shares-that-count"],
    statute_effect: Effect::Adds,
    doc: "Shares that neither vote nor count towards a quorum: treasury shares and those of a controlled subsidiary, save those held in a fiduciary capacity (8 Del. C. § 160(c)), called shares once notice is sent and the money set aside (§ 160(d)), shares whose voting is enjoined or not lawful.",
    example: r#"non-counting-shares "treasury" "controlled subsidiary" control="majority of voting power entitled to vote for directors" left-out-of="quorum and vote""#,
    fields: &[&KINDS.spec, &LEFT_OUT_OF.spec, &CONTROL.spec, &FIDUCIARY.spec, &AFTER.spec],
    scopes: &["class"],
};
