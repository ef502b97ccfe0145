//! Who may attend a stockholders' meeting.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Those entitled.
pub static ENTITLED: Field<Term> = Field::arguments("entitled", "those who may attend or take part by their own right");

/// Who admits others.
pub static OTHERS_BY: Field<Term> = Field::property("others-by", "who admits others");

/// What is limited to them.
pub static LIMITS: Field<Term> = Field::property("limits", "what is limited to them and those admitted").one_of(&["attendance and participation", "participation"]).required();

/// Whether the limit takes a rule of conduct.
pub static BY_RULE: Field<bool> = Field::property("by-rule", "whether the limit holds only where a rule of conduct makes it");

/// Who may attend a stockholders' meeting.
pub static DEFINITION: Definition = Definition {
    name: "admission",
    title: "Who may attend a stockholders' meeting",
    feeds: &["admission-to-meeting"],
    statute_effect: Effect::Default,
    doc: "Who may attend or take part in a meeting by right, who admits others, and whether a rule of conduct must make the limit.",
    example: r#"admission "stockholder of record" "proxy" others-by="chair of the meeting" limits="attendance and participation" by-rule=#true"#,
    fields: &[&ENTITLED.spec, &OTHERS_BY.spec, &LIMITS.spec, &BY_RULE.spec],
    scopes: &[],
};
