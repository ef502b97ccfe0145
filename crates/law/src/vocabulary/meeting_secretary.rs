//! Who records a meeting.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The offices, in order.
pub static ORDER: Field<Term> = Field::arguments("order", "the offices, in order");

/// Who acts when none of them is there.
pub static ELSE: Field<String> = Field::property("else", "who acts when none of them is there");

/// Who appoints the one who acts when none of them is there.
pub static ELSE_BY: Field<Term> = Field::property("else-appointed-by", "who appoints the one who acts when none of them is there");

/// Why an office is passed over, besides being vacant.
pub static PASSES_OVER: Field<Term> = Field::property("passes-over", "why an office is passed over, besides being vacant; absence alone when the text does not say").one_of(&["absence", "absence or disability", "absence, disability or refusal"]);

/// Whether one of them must attend.
pub static ATTENDS: Field<bool> = Field::property("attends", "whether one of them must attend");

/// Who records a meeting.
pub static DEFINITION: Definition = Definition {
    name: "meeting-secretary",
    title: "Who records a meeting",
    feeds: &["meeting-secretary"],
    statute_effect: Effect::Default,
    doc: "Who acts as secretary of a meeting, in order, who appoints when none of them is there, and whether one of them must attend.",
    example: r#"meeting-secretary "secretary" "assistant secretary" else-appointed-by="chair of the meeting""#,
    fields: &[&ORDER.spec, &ELSE.spec, &ELSE_BY.spec, &PASSES_OVER.spec, &ATTENDS.spec],
    scopes: &["body"],
};
