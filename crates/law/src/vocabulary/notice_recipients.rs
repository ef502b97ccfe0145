//! To whom notice of a meeting is given.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// To whom it is given.
pub static WHO: Field<Term> = Field::arguments("who", "to whom it is given")
    .one_of(&["each holder of record entitled to vote", "each holder of record, with a vote or without", "each holder of record of shares with appraisal rights"]);

/// To whom notice of a meeting is given.
pub static DEFINITION: Definition = Definition {
    name: "notice-recipients",
    title: "To whom notice of a meeting is given",
    feeds: &["notice-recipients"],
    statute_effect: Effect::Adds,
    doc: "Whom the notice of a stockholders' meeting must reach; those whom texts name cumulate (8 Del. C. §§ 222(b), 251(c), 262(d)(1)). Who holds of record is for the record date.",
    example: r#"notice-recipients "each holder of record entitled to vote""#,
    fields: &[&WHO.spec],
    scopes: &["meeting", "matter"],
};
