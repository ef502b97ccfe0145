//! How a stockholder's notice reaches the corporation.

use super::notice_channel::CHANNEL;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Kind, Term};

/// The means; none when the text leaves them open.
pub static MEANS: Field<Term> = Field::arguments("means", "the means; none when the text leaves them open").one_of(channels()).optional();

/// To whom it goes.
pub static ADDRESSED_TO: Field<Term> = Field::property("addressed-to", "to whom it goes").required();

/// Where it goes.
pub static AT: Field<Term> = Field::property("at", "where it goes");

/// Whether it is in writing.
pub static WRITING: Field<bool> = Field::property("writing", "whether it is in writing");

/// Whether mail is prepaid.
pub static PREPAID: Field<bool> = Field::property("prepaid", "whether postage is prepaid");

const fn channels() -> &'static [&'static str] {
    match CHANNEL.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

/// How a stockholder's notice reaches the corporation.
pub static DEFINITION: Definition = Definition {
    name: "advance-notice-delivery",
    title: "How a stockholder's notice reaches the corporation",
    feeds: &["advance-notice-delivery", "business-properly-before"],
    statute_effect: Effect::Adds,
    doc: "To whom, where and by which means a stockholder's notice of business or of a nomination goes; requirements cumulate.",
    example: r#"advance-notice-delivery "personal delivery" "mail" addressed-to="secretary" at="principal executive offices" writing=#true"#,
    fields: &[&MEANS.spec, &ADDRESSED_TO.spec, &AT.spec, &WRITING.spec, &PREPAID.spec],
    scopes: &["meeting", "subject"],
};
