//! How a proxy is revoked.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// When a revocation takes effect.
pub static EFFECTIVE: Field<Term> = Field::property("effective", "when a revocation takes effect").one_of(&["notice to the secretary", "later proxy or attendance", "not stated"]);

/// When a proxy cannot be revoked.
pub static IRREVOCABLE: Field<Term> = Field::property("irrevocable", "when a proxy cannot be revoked").one_of(&["stated and coupled with an interest", "as the statute permits"]);

/// When death or incapacity ends it.
pub static DEATH: Field<Term> = Field::property("death", "when death or incapacity ends it").one_of(&["written notice to the secretary before the vote is counted or the authority exercised", "not stated"]);

/// With an interest in what it must be coupled.
pub static INTEREST: Field<Term> = Field::property(
    "interest",
    "an interest in what makes a proxy irrevocable that states that it is and is coupled with it",
)
.one_of(&["stock", "stock or corporation"]);

/// Until when it may be revoked.
pub static UNTIL_VOTED: Field<bool> =
    Field::property("until-voted", "whether it may be revoked only until it is voted");

/// Who may revoke it.
pub static BY: Field<Term> =
    Field::property("by", "who may revoke it").one_of(&["holder", "holder, legal representatives or assigns"]);

/// Whether a revocation is in writing.
pub static IN_WRITING: Field<bool> = Field::property("in-writing", "whether a revocation must be in writing");

/// How a proxy is revoked.
pub static DEFINITION: Definition = Definition {
    name: "proxy-revocation",
    title: "How a proxy is revoked",
    feeds: &["proxy-validity", "revocation-effective"],
    statute_effect: Effect::Default,
    doc: "Who may revoke a proxy, how and until when, when a revocation takes effect, when it is irrevocable, and what death or incapacity does (8 Del. C. § 212(e)).",
    example: r#"proxy-revocation effective="notice to the secretary" irrevocable="stated and coupled with an interest""#,
    fields: &[&EFFECTIVE.spec, &IRREVOCABLE.spec, &DEATH.spec, &INTEREST.spec, &UNTIL_VOTED.spec, &BY.spec, &IN_WRITING.spec],
    scopes: &[],
};
