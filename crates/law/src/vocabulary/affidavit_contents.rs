//! What an affidavit of notice states.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What it states.
pub static ITEMS: Field<Term> = Field::arguments("items", "what it states");

/// The channels it is for.
pub static CHANNELS: Field<String> = Field::property("channels", "the channels it is for; every channel where none is named");

/// What an affidavit of notice states.
pub static DEFINITION: Definition = Definition {
    name: "affidavit-contents",
    title: "What an affidavit of notice states",
    feeds: &["notice-affidavit"],
    statute_effect: Effect::Adds,
    doc: "What an affidavit that notice was given states, so that it proves what the same section lets it prove. The statute asks for no more than that notice was given.",
    example: r#"affidavit-contents "name" "address" "time" channels="mail" recipient="stockholder""#,
    fields: &[&ITEMS.spec, &CHANNELS.spec],
    scopes: &["recipient"],
};
