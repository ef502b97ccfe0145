//! What the announcement of an adjournment states.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// What is announced of the adjourned meeting.
pub static ITEMS: Field<String> = Field::arguments("items", "what is announced of the adjourned meeting, such as its time");

/// What the announcement of an adjournment states.
pub static DEFINITION: Definition = Definition {
    name: "adjournment-announcement",
    title: "What the announcement of an adjournment states",
    feeds: &["adjournment-notice"],
    // What several texts ask for is all announced.
    statute_effect: Effect::Adds,
    doc: "What is announced of an adjourned meeting, so that no new notice is needed: time, place where it has one, means of remote communication where there are any (8 Del. C. § 222(c)).",
    example: "adjournment-announcement \"time\" \"place\"",
    fields: &[&ITEMS.spec],
    scopes: &["form"],
};
