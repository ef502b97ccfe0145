//! How a record date for consents is asked for.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who may ask.
pub static WHO: Field<Term> = Field::arguments("who", "who may ask").one_of(&["stockholder of record", "beneficial owner", "other person"]);

/// The office that the request goes to.
pub static RECIPIENT: Field<Term> = Field::property("through", "the office that the request goes to");

/// The form of the request.
pub static FORM: Field<Term> = Field::property("form", "the form of the request").one_of(&["writing", "writing or electronic transmission"]);

/// The time in which the board resolves on a record date.
pub static RESOLVE: Field<WindowPhrase> = Field::property("resolve", "the time in which the board resolves on a record date");

/// Whether the board must also act promptly.
pub static PROMPTLY: Field<bool> = Field::property("promptly", "whether the board must also act promptly");

/// Whether the board need not resolve where it has fixed a record date already.
pub static UNLESS_FIXED: Field<bool> = Field::property("unless-fixed", "whether the board need not resolve where it has fixed a record date already");

/// How a record date for consents is asked for.
pub static DEFINITION: Definition = Definition {
    name: "consent-record-date-request",
    title: "How a record date for consents is asked for",
    feeds: &["consent-record-date-request"],
    statute_effect: Effect::Permits,
    doc: "Who must ask the board for a record date before stockholders act by consent, through whom, in which form, and how long the board has to resolve. The statute has no such step; bylaws that have one stand beside it (8 Del. C. § 213(b)).",
    example: r#"consent-record-date-request "stockholder of record" "other person" through="secretary" form="writing" resolve="within 10 days after receipt" promptly=#true unless-fixed=#true"#,
    fields: &[&WHO.spec, &RECIPIENT.spec, &FORM.spec, &RESOLVE.spec, &PROMPTLY.spec, &UNLESS_FIXED.spec],
    scopes: &[],
};
