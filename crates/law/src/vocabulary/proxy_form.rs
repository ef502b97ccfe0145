//! How a proxy is given.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The means.
pub static MEANS: Field<Term> = Field::arguments("means", "the means").one_of(&["signed writing", "name placed by any means", "signature affixed by any reasonable means", "electronic transmission", "telegram", "electronic document"]);

/// Who may sign.
pub static SIGNED_BY: Field<Term> = Field::property("signed-by", "who may sign").one_of(&[
    "holder",
    "holder or attorney-in-fact",
    "holder or authorized agent",
]);

/// With whom it is filed.
pub static FILED_WITH: Field<Term> = Field::property("filed-with", "with whom it is filed");

/// By when it is filed.
pub static BY: Field<String> = Field::property("by", "by when it is filed");

/// Whether a transmission must show that the holder authorized it.
pub static AUTHORITY_SHOWN: Field<bool> = Field::property("authority-shown", "whether a transmission must show that the holder authorized it");

/// To whom a transmission is sent.
pub static SENT_TO: Field<Term> = Field::property("sent-to", "to whom a transmission is sent")
    .one_of(&["the proxy holder or an agent authorized to receive it", "the corporation"]);

/// Whether those who find a transmission valid state on what they relied.
pub static STATE_RELIANCE: Field<bool> = Field::property(
    "state-reliance",
    "whether those who find a transmission valid state the information on which they relied",
);

/// Whether other ways are shut out.
pub static ONLY: Field<bool> = Field::property(
    "only",
    "whether no other way than those named may be used; #false where the text says that it limits none",
);

/// How a proxy is given.
pub static DEFINITION: Definition = Definition {
    name: "proxy-form",
    title: "How a proxy is given",
    feeds: &["proxy-form"],
    statute_effect: Effect::Permits,
    doc: "By what means a proxy is given, who signs, to whom it is sent, with whom and by when it is filed, and whether other ways are open (8 Del. C. § 212(c)). Whether a copy serves is proxy-copy's to say.",
    example: r#"proxy-form "signed writing" filed-with="secretary" by="at or before the meeting""#,
    fields: &[&MEANS.spec, &SIGNED_BY.spec, &FILED_WITH.spec, &BY.spec, &AUTHORITY_SHOWN.spec, &SENT_TO.spec, &STATE_RELIANCE.spec, &ONLY.spec],
    scopes: &["means"],
};
