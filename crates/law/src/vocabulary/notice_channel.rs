//! A means of giving notice, and when notice counts as given.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The channel.
pub static CHANNEL: Field<Term> = Field::argument("channel", "the channel").one_of(&["personal delivery", "mail", "courier", "facsimile", "telegram", "electronic mail", "posting on a network", "other electronic transmission", "other writing", "telephone"]);

/// The moment of giving.
pub static GIVEN: Field<Term> = Field::property("given", "the moment of giving").one_of(&["on deposit", "on delivery", "when sent", "when directed", "sending time recorded", "earlier of receipt and being left", "later of posting and separate notice", "not stated"]).required();

/// Whether the recipient must have consented to the channel.
pub static CONSENT: Field<bool> = Field::property("consent", "whether the recipient must have consented to the channel");

/// Whether the text can also be read to ask for consent.
pub static CONSENT_DOUBTFUL: Field<bool> = Field::property("consent-doubtful", "whether the text can also be read to ask for consent");

/// Whether charges are prepaid.
pub static PREPAID: Field<bool> = Field::property("prepaid", "whether charges are prepaid");

/// The least class of mail that serves.
pub static CLASS: Field<Term> = Field::property("class", "the class of mail that is asked for").one_of(&["first class", "certified or registered"]);

/// Whether the recipient may stop the channel by objecting.
pub static OBJECTION: Field<bool> = Field::property("objection", "whether the recipient may stop the channel by objecting");

/// What a prominent legend on the notice says.
pub static LEGEND: Field<String> = Field::property("legend", "what a prominent legend on the notice says");

/// A means of giving notice, and when notice counts as given.
pub static DEFINITION: Definition = Definition {
    name: "notice-channel",
    title: "A means of giving notice, and when notice counts as given",
    feeds: &["notice-given"],
    statute_effect: Effect::Permits,
    doc: "One channel by which notice may be given, the moment at which it counts as given, whether the recipient must have consented or may object, and what must be on it (8 Del. C. §§ 222(b), 232). Where it is sent is said by notice-address.",
    example: r#"notice-channel "mail" given="on deposit" prepaid=#true class="first class""#,
    fields: &[&CHANNEL.spec, &GIVEN.spec, &CONSENT.spec, &CONSENT_DOUBTFUL.spec, &PREPAID.spec, &CLASS.spec, &OBJECTION.spec, &LEGEND.spec],
    scopes: &["recipient"],
};
