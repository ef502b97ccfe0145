//! Times at which no special meeting may be requested.

use quorate_calendar::PointPhrase;

use super::special_meeting_request::FOR_WORDS;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The first day on which none may be requested.
pub static SINCE: Field<PointPhrase> =
    Field::property("since", "the first day on which none may be requested").required();

/// The last day on which none may be requested.
pub static UNTIL: Field<PointPhrase> =
    Field::property("until", "the last day on which none may be requested").required();

/// Which business may not be requested then.
pub static BUSINESS: Field<Term> = Field::property("business", "which business may not be requested then")
    .one_of(&["any", "similar"])
    .required();

/// For whose request.
pub static FOR: Field<Term> = Field::property("for", "for whose request").one_of(FOR_WORDS).required();

/// Times at which no special meeting may be requested.
pub static DEFINITION: Definition = Definition {
    name: "special-meeting-bar",
    title: "Times at which no special meeting may be requested",
    feeds: &["special-meeting-bar"],
    statute_effect: Effect::Adds,
    doc: "Days on which a request for a special meeting is not open: before an annual meeting, soon after another special meeting, or where similar business was or will be before a meeting. Certificate or bylaws set them; the statute knows none.",
    example: r#"special-meeting-bar since="90 days before the anniversary of the prior annual meeting" until="the next annual meeting" business="any" for="stockholders""#,
    fields: &[&SINCE.spec, &UNTIL.spec, &BUSINESS.spec, &FOR.spec],
    scopes: &[],
};
