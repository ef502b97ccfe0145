//! How a proxy is given.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The means.
pub static MEANS: Field<Term> = Field::arguments("means", "the means").one_of(&["signed writing", "name placed by any means", "signature affixed by any reasonable means", "electronic transmission", "telegram"]);

/// Who may sign.
pub static SIGNED_BY: Field<String> = Field::property("signed-by", "who may sign");

/// With whom it is filed.
pub static FILED_WITH: Field<Term> = Field::property("filed-with", "with whom it is filed");

/// By when it is filed.
pub static BY: Field<String> = Field::property("by", "by when it is filed");

/// Whether a complete reproduction serves as the original.
pub static COMPLETE_COPY: Field<bool> = Field::property("complete-copy", "whether a complete reproduction serves as the original");

/// Whether a transmission must show that the holder authorized it.
pub static AUTHORITY_SHOWN: Field<bool> = Field::property("authority-shown", "whether a transmission must show that the holder authorized it");

/// How a proxy is given.
pub static DEFINITION: Definition = Definition {
    name: "proxy-form",
    title: "How a proxy is given",
    feeds: &["proxy-form"],
    statute_effect: Effect::Permits,
    doc: "By what means a proxy is given, who signs, with whom and by when it is filed, and whether a copy serves (8 Del. C. § 212(c), (d)).",
    example: r#"proxy-form "signed writing" filed-with="secretary" by="at or before the meeting""#,
    fields: &[&MEANS.spec, &SIGNED_BY.spec, &FILED_WITH.spec, &BY.spec, &COMPLETE_COPY.spec, &AUTHORITY_SHOWN.spec],
    scopes: &[],
};
