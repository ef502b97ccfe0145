//! When electronic deliveries that failed end electronic notice.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Whose knowledge of the failures counts.
pub static KNOWN_TO: Field<Term> = Field::arguments("known-to", "whose knowledge of the failures counts");

/// How many notices in a row.
pub static NOTICES: Field<u64> = Field::property("notices", "how many notices in a row could not be delivered").required();

/// What they end.
pub static ENDS: Field<Term> = Field::property("ends", "what they end: the consent, or electronic notice altogether").one_of(&["the consent", "electronic notice"]).required();

/// Whether the knowledge of anyone else responsible for giving notice counts.
pub static OTHERS: Field<bool> = Field::property("others-responsible", "whether the knowledge of anyone else who is responsible for giving notice counts");

/// The oversight that invalidates nothing.
pub static HARMLESS: Field<Term> = Field::property("harmless", "the inadvertent failure that invalidates nothing").one_of(&["overlooking it", "not discovering it"]);

/// When electronic deliveries that failed end electronic notice.
pub static DEFINITION: Definition = Definition {
    name: "failed-deliveries",
    title: "When electronic deliveries that failed end electronic notice",
    feeds: &["electronic-notice-consent", "notice-given"],
    statute_effect: Effect::Adds,
    doc: "How many electronic notices in a row must have failed, and to whom that must be known, before a consent or electronic notice altogether ends (8 Del. C. § 232). Every text that ends it ends it: a bylaw can protect the recipient further and not less.",
    example: r#"failed-deliveries "secretary" "transfer agent" notices=2 ends="the consent" others-responsible=#true harmless="overlooking it""#,
    fields: &[&KNOWN_TO.spec, &NOTICES.spec, &ENDS.spec, &OTHERS.spec, &HARMLESS.spec],
    scopes: &["recipient"],
};
