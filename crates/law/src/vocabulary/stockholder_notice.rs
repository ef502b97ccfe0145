//! When notice of a stockholders' meeting is given.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The window.
pub static WINDOW: Field<WindowPhrase> = Field::argument("window", "the window");

/// The form it takes.
pub static FORM: Field<Term> = Field::property("form", "the form it takes").one_of(&["writing"]);

/// When notice of a stockholders' meeting is given.
pub static DEFINITION: Definition = Definition {
    name: "stockholder-notice",
    title: "When notice of a stockholders' meeting is given",
    feeds: &["stockholder-notice-window", "adjournment-notice", "special-meeting-date", "notice-supplement"],
    statute_effect: Effect::Bounds,
    doc: "How long before a meeting notice is given. The day of the meeting is not counted; the day reached is in time (8 Del. C. §§ 222(b), 251(c), 271(a)).",
    example: r#"stockholder-notice "not less than 10 nor more than 60 days before the meeting""#,
    fields: &[&WINDOW.spec, &FORM.spec],
    scopes: &["meeting", "matter"],
};
