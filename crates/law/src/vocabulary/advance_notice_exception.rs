//! What the rules on stockholders' notices leave alone.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What they leave alone.
pub static WHAT: Field<Term> = Field::arguments("what", "what they leave alone").one_of(&["nominees of preferred stock", "proposals under the proxy rules", "discussion of proper business", "nominees under a contract", "nominees by proxy access"]);

/// What the rules on stockholders' notices leave alone.
pub static DEFINITION: Definition = Definition {
    name: "advance-notice-exception",
    title: "What the rules on stockholders' notices leave alone",
    feeds: &["business-properly-before"],
    statute_effect: Effect::Adds,
    doc: "What the rules on business and nominations of stockholders leave alone: nominees whom preferred stock elects separately, a proposal included in the proxy statement under the federal proxy rules, the discussion of business that is properly before the meeting.",
    example: r#"advance-notice-exception "nominees of preferred stock" subject="nominations""#,
    fields: &[&WHAT.spec],
    scopes: &["meeting", "subject"],
};
