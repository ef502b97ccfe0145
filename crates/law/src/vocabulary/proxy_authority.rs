//! Who may be a proxy, and what a proxy may do.

use crate::fraction::Fraction;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// How many may be named.
pub static AGENTS: Field<Term> =
    Field::argument("agents", "how many persons a proxy may name").one_of(&["one", "one or more"]);

/// Whether a proxy must hold stock.
pub static MUST_HOLD_STOCK: Field<bool> =
    Field::property("must-hold-stock", "whether the person named must be a stockholder");

/// How many of several decide.
pub static DECIDED_BY: Field<Fraction> =
    Field::property("decided-by", "how many of several persons named, of those present, decide for all");

/// Whether a substitute may be named.
pub static SUBSTITUTE: Field<Term> = Field::property("substitute", "when the person named may name a substitute")
    .one_of(&["if the proxy says so", "always", "never"]);

/// What an unmarked matter means.
pub static UNMARKED: Field<Term> = Field::property("unmarked", "how a matter is voted that the proxy leaves unmarked")
    .one_of(&["at discretion", "as the proxy states", "not voted"]);

/// How early a matter must have been unknown.
pub static DISCRETION: Field<Term> = Field::property(
    "discretion",
    "on which matters that the proxy does not name its holder may vote at discretion, if the proxy gives discretion",
)
.one_of(&[
    "any",
    "incident to the conduct of the meeting",
    "incident to the conduct of the meeting or not known a reasonable time before",
]);

/// Who may be a proxy, and what a proxy may do.
pub static DEFINITION: Definition = Definition {
    name: "proxy-authority",
    title: "Who may be a proxy, and what a proxy may do",
    feeds: &["proxy-authority"],
    statute_effect: Effect::Adds,
    doc: "How many persons a proxy may name and whether they must hold stock, how several of them decide, and what the person named may do beyond the matters marked (8 Del. C. § 212(b)). Such statements cumulate; Rule 14a-4 limits discretion in an overlay.",
    example: r#"proxy-authority "one or more" must-hold-stock=#false"#,
    fields: &[
        &AGENTS.spec,
        &MUST_HOLD_STOCK.spec,
        &DECIDED_BY.spec,
        &SUBSTITUTE.spec,
        &UNMARKED.spec,
        &DISCRETION.spec,
    ],
    scopes: &[],
};
