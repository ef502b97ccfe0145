//! A means of giving notice, and when notice counts as given.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The channel.
pub static CHANNEL: Field<Term> = Field::argument("channel", "the channel").one_of(&["personal delivery", "mail", "courier", "facsimile", "telegram", "electronic mail", "posting on a network", "other electronic transmission", "other writing", "telephone"]);

/// The moment of giving.
pub static GIVEN: Field<Term> = Field::property("given", "the moment of giving").one_of(&["on deposit", "on delivery", "when sent", "when directed", "earlier of receipt and being left", "later of posting and separate notice", "not stated"]).required();

/// Whether the recipient must have consented to the channel.
pub static CONSENT: Field<bool> = Field::property("consent", "whether the recipient must have consented to the channel");

/// Whether charges are prepaid.
pub static PREPAID: Field<bool> = Field::property("prepaid", "whether charges are prepaid");

/// The address it goes to.
pub static DIRECTED_TO: Field<String> = Field::property("directed-to", "the address it goes to");

/// Whether the recipient may stop the channel by objecting.
pub static OBJECTION: Field<bool> = Field::property("objection", "whether the recipient may stop the channel by objecting");

/// A means of giving notice, and when notice counts as given.
pub static DEFINITION: Definition = Definition {
    name: "notice-channel",
    title: "A means of giving notice, and when notice counts as given",
    feeds: &["notice-given"],
    statute_effect: Effect::Permits,
    doc: "One channel by which notice may be given, the moment at which it counts as given, whether the recipient must have consented, and where it is sent (8 Del. C. §§ 222(b), 232).",
    example: r#"notice-channel "mail" given="on deposit" prepaid=#true directed-to="address on the books""#,
    fields: &[&CHANNEL.spec, &GIVEN.spec, &CONSENT.spec, &PREPAID.spec, &DIRECTED_TO.spec, &OBJECTION.spec],
    scopes: &["recipient"],
};
