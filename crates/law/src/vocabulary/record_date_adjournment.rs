//! The record date at an adjournment.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether it holds for the adjourned meeting.
pub static CARRIES_OVER: Field<bool> = Field::property("carries-over", "whether it holds for the adjourned meeting").required();

/// Whether the board may fix a new one.
pub static BOARD_MAY_FIX_NEW: Field<bool> = Field::property("board-may-fix-new", "whether the board may fix a new one");

/// The record date at an adjournment.
pub static DEFINITION: Definition = Definition {
    name: "record-date-adjournment",
    title: "The record date at an adjournment",
    feeds: &["record-date-adjournment"],
    statute_effect: Effect::Default,
    doc: "Whether the record date holds for an adjourned meeting, and whether the board may fix a new one (8 Del. C. § 213(a)).",
    example: r#"record-date-adjournment carries-over=#true board-may-fix-new=#true"#,
    fields: &[&CARRIES_OVER.spec, &BOARD_MAY_FIX_NEW.spec],
    scopes: &[],
};
