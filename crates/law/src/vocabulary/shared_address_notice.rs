//! One notice for holders who share an address.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// How the holders agree.
pub static AGREED: Field<Term> = Field::arguments("agreed", "how the holders agree").one_of(&["consent", "no objection"]);

/// The time for an objection.
pub static OBJECTION: Field<WindowPhrase> = Field::property("objection", "the time for an objection, after which silence is consent");

/// Whether the consent can be revoked.
pub static REVOCABLE: Field<bool> = Field::property("revocable", "whether a holder may revoke the consent by notice in writing");

/// One notice for holders who share an address.
pub static DEFINITION: Definition = Definition {
    name: "shared-address-notice",
    title: "One notice for holders who share an address",
    feeds: &["shared-address-notice"],
    statute_effect: Effect::Permits,
    doc: "Whether one notice serves all holders at an address, by their consent or because they did not object in time to the corporation's notice of that intention (8 Del. C. § 233, from 1 July 2002).",
    example: r#"shared-address-notice "consent" "no objection" objection="within 60 days after notice of intention" revocable=#true"#,
    fields: &[&AGREED.spec, &OBJECTION.spec, &REVOCABLE.spec],
    scopes: &["recipient"],
};
