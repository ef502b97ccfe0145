//! The form of a written consent.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The means of the consent.
pub static MEANS: Field<Term> = Field::arguments("means", "the means of the consent").one_of(&["writing", "electronic transmission"]);

/// Whether it must state the action.
pub static STATES_ACTION: Field<bool> = Field::property("states-action", "whether it must state the action");

/// Whether it must bear the date of each signature; #false where the text says that it need not.
pub static DATED: Field<bool> = Field::property("dated", "whether it must bear the date of each signature; #false where the text says that it need not");

/// What an electronic consent shows or comes with.
pub static SHOWS: Field<Term> = Field::property("shows", "what an electronic consent shows or comes with").one_of(&["sender", "sender and date"]);

/// Which copies serve in place of the original.
pub static COPIES: Field<Term> = Field::property("copies", "which copies serve in place of the original").one_of(&["complete", "any"]);

/// Whether one who is not yet a holder may sign, if a holder on the record date.
pub static BEFORE_HOLDING: Field<bool> = Field::property("before-holding", "whether one who is not yet a holder may sign, if a holder on the record date");

/// The form of a written consent.
pub static DEFINITION: Definition = Definition {
    name: "consent-form",
    title: "The form of a written consent",
    feeds: &["consent-form"],
    statute_effect: Effect::Permits,
    doc: "What a consent must be: by which means, whether it is dated and states the action, what an electronic one must show, which copies serve, and whether one may sign before holding the shares (8 Del. C. § 228(c) and (d)). What texts ask for cumulates.",
    example: r#"consent-form "writing" states-action=#true dated=#true copies="complete""#,
    fields: &[&MEANS.spec, &STATES_ACTION.spec, &DATED.spec, &SHOWS.spec, &COPIES.spec, &BEFORE_HOLDING.spec],
    scopes: &[],
};
