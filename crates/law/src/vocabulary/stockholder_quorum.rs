//! The quorum of stockholders.

use crate::proportion::Proportion;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The proportion.
pub static PROPORTION: Field<Proportion> = Field::argument("proportion", "the proportion");

/// Whether treasury shares are in the base.
pub static TREASURY: Field<bool> = Field::property("treasury", "whether treasury shares are in the base");

/// What it gives way to.
pub static UNLESS: Field<String> = Field::property("unless", "what it gives way to");

/// The quorum of stockholders.
pub static DEFINITION: Definition = Definition {
    name: "stockholder-quorum",
    title: "The quorum of stockholders",
    feeds: &["quorum", "shares-that-count", "vote-required", "vote-result", "election-result", "adjournment-power", "vote-margin", "frequency-vote", "election-margin", "adjourned-meeting-business"],
    statute_effect: Effect::Default,
    doc: "The proportion that makes a quorum. The statute's majority yields to certificate or bylaws, never below its floor (8 Del. C. § 216).",
    example: r#"stockholder-quorum "majority of shares outstanding and entitled to vote" treasury=#false"#,
    fields: &[&PROPORTION.spec, &TREASURY.spec, &UNLESS.spec],
    scopes: &["vote", "class", "matter", "meeting"],
};
