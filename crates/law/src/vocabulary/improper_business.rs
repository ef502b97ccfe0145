//! Who decides that business or a nomination was not properly brought, and what follows.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who decides it.
pub static BY: Field<Term> = Field::argument("by", "who decides it");

/// Whether that person must or may decide it when the facts warrant.
pub static DUTY: Field<Term> = Field::property("duty", "whether that person must or may decide it when the facts warrant").one_of(&["must", "may"]).required();

/// Whether the decision is declared to the meeting.
pub static DECLARED: Field<bool> = Field::property("declared", "whether the decision must be declared to the meeting");

/// What follows.
pub static CONSEQUENCE: Field<Term> = Field::property("consequence", "what follows").one_of(&["not acknowledged", "disregarded", "not transacted", "no votes"]).required();

/// Who decides that business or a nomination was not properly brought, and what follows.
pub static DEFINITION: Definition = Definition {
    name: "improper-business",
    title: "Who decides that business or a nomination was not properly brought",
    feeds: &["improper-business", "business-properly-before"],
    statute_effect: Effect::Adds,
    doc: "Who decides at the meeting that business or a nomination was not properly brought, whether that person must do so and declare it, and what follows: the nomination is disregarded or its nominee receives no votes, the business is not transacted, the proposal is not acknowledged.",
    example: r#"improper-business "chair of the meeting" duty="must" declared=#true consequence="disregarded" subject="nominations""#,
    fields: &[&BY.spec, &DUTY.spec, &DECLARED.spec, &CONSEQUENCE.spec],
    scopes: &["meeting", "subject"],
};
