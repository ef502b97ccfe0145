//! The ways by which business or a nomination comes before a meeting.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The ways.
pub static ROUTES: Field<Term> = Field::arguments("routes", "the ways; that of a body is taken by whoever acts at its direction too").one_of(&["notice of the meeting", "board of directors", "committee of the board", "person appointed by the board", "stockholder"]);

/// Whether this way needs a timely notice to the corporation.
pub static ADVANCE_NOTICE: Field<bool> = Field::property("advance-notice", "whether this way needs a timely notice to the corporation");

/// Whether it must be a proper matter for stockholders to act on.
pub static PROPER_MATTER: Field<bool> = Field::property("proper-matter", "whether what comes this way must be a proper matter for stockholders to act on");

/// Whether what comes this way must stand in the notice of the meeting besides.
pub static IN_THE_NOTICE: Field<bool> = Field::property("in-the-notice", "whether what comes this way must stand in the notice of the meeting as well, on the letter of the text");

/// The ways by which business or a nomination comes before a meeting.
pub static DEFINITION: Definition = Definition {
    name: "business-route",
    title: "How business or a nomination comes before a meeting",
    feeds: &["business-properly-before"],
    statute_effect: Effect::Adds,
    doc: "The ways by which business or a nomination comes before a meeting of stockholders: in its notice, by the board or at its direction, by a stockholder. Where any way is stated, what comes by none of them is not properly before the meeting.",
    example: r#"business-route "stockholder" advance-notice=#true subject="business" meeting="annual""#,
    fields: &[&ROUTES.spec, &ADVANCE_NOTICE.spec, &IN_THE_NOTICE.spec, &PROPER_MATTER.spec],
    scopes: &["meeting", "subject"],
};
