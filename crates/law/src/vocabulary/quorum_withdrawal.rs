//! Whether withdrawal breaks a quorum.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Whether withdrawal ends the power to act.
pub static BREAKS: Field<bool> = Field::property("breaks", "whether withdrawal ends the power to act").required();

/// The votes for which it does otherwise.
pub static EXCEPT: Field<Term> = Field::property("except", "the votes for which it does otherwise, by where a vote of their own is required").one_of(&[
    "votes required by statute or bylaws",
    "votes required by statute, certificate or bylaws",
]);

/// How long a quorum that was there lasts.
pub static LASTS: Field<Term> = Field::property("lasts", "how long a quorum that was there lasts").one_of(&[
    "until adjournment",
    "through adjournments",
    "through adjournments under the same record date",
]);

/// What business those who stay may go on with.
pub static BUSINESS: Field<Term> =
    Field::property("business", "what those who stay may go on with; any business when it is left out").one_of(&["business for which the meeting was called"]);

/// Whether withdrawal breaks a quorum.
pub static DEFINITION: Definition = Definition {
    name: "quorum-withdrawal",
    title: "Whether withdrawal breaks a quorum",
    feeds: &["quorum"],
    statute_effect: Effect::Default,
    doc: "Whether those who stay may go on after enough have left that a quorum is no longer there, for how long, with what business, and for which votes it is otherwise.",
    example: r#"quorum-withdrawal breaks=#false lasts="until adjournment""#,
    fields: &[&BREAKS.spec, &EXCEPT.spec, &LASTS.spec, &BUSINESS.spec],
    scopes: &[],
};
