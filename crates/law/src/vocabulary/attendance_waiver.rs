//! What attendance waives.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// When the objection is made to keep the right.
pub static OBJECTION_AT: Field<Term> = Field::property("objection-at", "when the objection is made to keep the right; none where the text knows no exception, any time where it names no time")
    .one_of(&["before or at the beginning", "the beginning", "any time", "none"]);

/// Whether only attendance for the express purpose of objecting keeps the right.
pub static PURPOSE_ONLY: Field<bool> = Field::property("purpose-only", "whether only attendance for the express purpose of objecting keeps the right");

/// When one who attends objects to considering a matter left out of the notice.
pub static LEFT_OUT_MATTERS: Field<Term> = Field::property("left-out-matters", "when one who attends must object to considering a matter that the law wants in the notice and that was left out, so that attendance does not waive that objection")
    .one_of(&["at the meeting", "when the matter is presented"]);

/// Whether attending by proxy is attending.
pub static BY_PROXY: Field<bool> = Field::property("by-proxy", "whether attending by proxy is attending");

/// Whether the text waives only as far as the law permits.
pub static TO_THE_EXTENT_OF_LAW: Field<bool> = Field::property("to-the-extent-of-law", "whether the text waives only as far as the law permits");

/// What attendance waives.
pub static DEFINITION: Definition = Definition {
    name: "attendance-waiver",
    title: "What attendance waives",
    feeds: &["attendance-waiver"],
    statute_effect: Effect::Fixes,
    doc: "Attendance at a meeting waives its notice, except for one who attends to object that the meeting is not lawfully called or convened. Says when the objection is made, whether a proxy's attendance counts, and what attendance does not waive (8 Del. C. § 229).",
    example: r#"attendance-waiver objection-at="the beginning" purpose-only=#false by-proxy=#true"#,
    fields: &[&OBJECTION_AT.spec, &PURPOSE_ONLY.spec, &LEFT_OUT_MATTERS.spec, &BY_PROXY.spec, &TO_THE_EXTENT_OF_LAW.spec],
    scopes: &["body"],
};
