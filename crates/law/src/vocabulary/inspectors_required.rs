//! When inspectors are required.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// At every meeting.
pub static ALWAYS: Field<bool> = Field::property("always", "at every meeting");

/// When the voting stock is listed or quoted.
pub static LISTED: Field<bool> = Field::property("listed", "when the voting stock is listed or quoted");

/// When the holders of record are more than this.
pub static HOLDERS_OVER: Field<u64> = Field::property("holders-over", "when the holders of record are more than this");

/// When a stockholder or proxy demands it before voting begins.
pub static ON_DEMAND: Field<bool> = Field::property("on-demand", "when a stockholder or proxy demands it before voting begins");

/// When inspectors are required.
pub static DEFINITION: Definition = Definition {
    name: "inspectors-required",
    title: "When inspectors are required",
    feeds: &["inspectors-required", "inspectors-appointment", "inspectors-number", "inspectors-service", "inspectors-duties", "inspectors-evidence", "challenge", "polls", "nominee-over-vote"],
    statute_effect: Effect::Adds,
    doc: "The facts any one of which makes inspectors necessary. A listed corporation, or one with more holders of record than the statute names, must appoint them whatever its bylaws say (8 Del. C. § 231).",
    example: r#"inspectors-required listed=#true holders-over=2000"#,
    fields: &[&ALWAYS.spec, &LISTED.spec, &HOLDERS_OVER.spec, &ON_DEMAND.spec],
    scopes: &[],
};
