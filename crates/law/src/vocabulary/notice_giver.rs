//! Who gives notice of a meeting.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Whose duty it is.
pub static OFFICES: Field<Term> = Field::arguments("offices", "whose duty it is");

/// Whether it is enough to have it given by another.
pub static OR_CAUSED: Field<bool> = Field::property("or-caused", "whether it is enough that the officer has it given by another");

/// Who gives notice of a meeting.
pub static DEFINITION: Definition = Definition {
    name: "notice-giver",
    title: "Who gives notice of a meeting",
    feeds: &["notice-giver"],
    statute_effect: Effect::Default,
    doc: "The officer who gives the notices of a meeting, or has them given. The statute names nobody.",
    example: r#"notice-giver "secretary" or-caused=#true body="stockholders""#,
    fields: &[&OFFICES.spec, &OR_CAUSED.spec],
    scopes: &["body"],
};
