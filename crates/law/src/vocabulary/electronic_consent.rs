//! How a consent to electronic notice is revoked.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The means of revoking it.
pub static REVOKED_BY: Field<Term> = Field::arguments("revoked-by", "the means of revoking it").one_of(&["writing", "electronic transmission", "word of mouth"]);

/// How a consent to electronic notice is revoked.
pub static DEFINITION: Definition = Definition {
    name: "electronic-consent",
    title: "How a consent to electronic notice is revoked",
    feeds: &["electronic-notice-consent"],
    statute_effect: Effect::Permits,
    doc: "The means by which a recipient takes back a consent to electronic notice (8 Del. C. § 232). A means that any text opens is open. Which channels need the consent is said by notice-channel.",
    example: r#"electronic-consent "writing" recipient="stockholder""#,
    fields: &[&REVOKED_BY.spec],
    scopes: &["recipient"],
};
