//! How notice is waived.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The means.
pub static MEANS: Field<Term> = Field::arguments("means", "the means").one_of(&["writing", "electronic transmission"]);

/// Whether no other means will do.
pub static ONLY: Field<bool> = Field::property("only", "whether the text shuts every means that it does not name");

/// Whether it may be given before or after.
pub static BEFORE_OR_AFTER: Field<bool> = Field::property("before-or-after", "whether it may be given before or after; #false where the text shuts the time after");

/// Whether it must state the purpose.
pub static PURPOSE: Field<bool> = Field::property("purpose", "whether it must state the purpose").required();

/// Whether it must state the business.
pub static BUSINESS: Field<bool> = Field::property("business", "whether it must state the business to be done");

/// Who signs it.
pub static SIGNED_BY: Field<Term> = Field::property("signed-by", "who signs or sends it").one_of(&["the person entitled", "the person entitled or an attorney-in-fact"]);

/// How notice is waived.
pub static DEFINITION: Definition = Definition {
    name: "notice-waiver",
    title: "How notice is waived",
    feeds: &["notice-waiver"],
    statute_effect: Effect::Permits,
    doc: "The form of a waiver of notice, who signs it, when it may be given, and whether it must state the purpose of the meeting. The statute gives a waiver in its form the force of notice and lets certificate or bylaws ask for the purpose, no more: means stay open beside one another, and what is asked for cumulates (8 Del. C. § 229).",
    example: r#"notice-waiver "writing" purpose=#false signed-by="the person entitled""#,
    fields: &[&MEANS.spec, &ONLY.spec, &BEFORE_OR_AFTER.spec, &PURPOSE.spec, &BUSINESS.spec, &SIGNED_BY.spec],
    scopes: &["meeting", "body"],
};
