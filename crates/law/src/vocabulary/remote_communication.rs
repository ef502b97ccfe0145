//! What counts as remote communication.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The means that count.
pub static MEANS: Field<String> = Field::arguments("means", "the means that count, in our words");

/// What such a means must satisfy.
pub static PROVIDED: Field<String> = Field::property("provided", "what such a means must satisfy, where the text asks for something");

/// Whether no other means counts.
pub static ONLY: Field<bool> = Field::property("only", "whether no other means counts");

/// What counts as remote communication.
pub static DEFINITION: Definition = Definition {
    name: "remote-communication",
    title: "What counts as remote communication",
    feeds: &["remote-meeting"],
    // Means cumulate: a text that names one more takes none away, unless it says that its list is all.
    statute_effect: Effect::Adds,
    doc: "The means that a text counts as remote communication for a meeting, and what they must satisfy.",
    example: r#"remote-communication "electronic mail" "other written electronic communication" provided="it shows that a stockholder or proxy sent it""#,
    fields: &[&MEANS.spec, &PROVIDED.spec, &ONLY.spec],
    scopes: &[],
};
