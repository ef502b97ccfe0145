//! Whether a resignation may wait for a failed vote.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether it may wait for an event.
pub static ON_EVENT: Field<bool> = Field::property("on-event", "whether a resignation may take effect on an event").required();

/// Whether one tied to failing a vote may be irrevocable.
pub static IRREVOCABLE: Field<bool> = Field::property("irrevocable", "whether one that waits for the director's failing to receive a stated vote may be irrevocable").required();

/// Whether a resignation may wait for a failed vote.
pub static DEFINITION: Definition = Definition {
    name: "contingent-resignation",
    title: "Whether a resignation may wait for a failed vote",
    feeds: &["failed-election"],
    statute_effect: Effect::Permits,
    doc: "Whether a director may resign for the case that an election fails, and bind himself to it (8 Del. C. § 141(b), from 1 August 2006).",
    example: r#"contingent-resignation on-event=#true irrevocable=#true"#,
    fields: &[&ON_EVENT.spec, &IRREVOCABLE.spec],
    scopes: &[],
};
