//! Who may examine the stock list, and when.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who may examine it.
pub static WHO: Field<Term> = Field::arguments("who", "who may examine it").one_of(&["any stockholder", "any stockholder present", "an agent or attorney of a stockholder"]);

/// When.
pub static DURING: Field<Term> = Field::property("during", "when").one_of(&["before the meeting", "the whole meeting"]);

/// Whether the stock ledger alone shows who is a stockholder.
pub static LEDGER_ONLY: Field<bool> = Field::property("ledger-only", "whether the stock ledger alone shows who is a stockholder; such a statement gives no right of its own");

/// Where this is said of one place alone.
pub static AT: Field<Term> = Field::property("at", "where, if it is said of one place alone").one_of(&["meeting place", "principal place of business", "electronic network"]);

/// The purpose that opens it.
pub static PURPOSE: Field<Term> = Field::property("purpose", "the purpose that opens it; any, where none is named").one_of(&["germane to the meeting"]);

/// Whether the network is within reasonable reach.
pub static REASONABLY_ACCESSIBLE: Field<bool> = Field::property("reasonably-accessible", "whether the network must be within reasonable reach");

/// Whether the network may be kept to stockholders.
pub static MAY_BE_KEPT: Field<bool> = Field::property("may-be-kept-to-stockholders", "whether reasonable steps may keep the network to stockholders");

/// Who may examine the stock list, and when.
pub static DEFINITION: Definition = Definition {
    name: "stock-list-access",
    title: "Who may examine the stock list",
    feeds: &["stock-list-access"],
    statute_effect: Effect::Adds,
    doc: "Who may examine the list of stockholders before the meeting and at it, for what purpose, and over what network (8 Del. C. § 219(a)).",
    example: r#"stock-list-access "any stockholder" during="before the meeting" purpose="germane to the meeting""#,
    fields: &[&WHO.spec, &DURING.spec, &LEDGER_ONLY.spec, &AT.spec, &PURPOSE.spec, &REASONABLY_ACCESSIBLE.spec, &MAY_BE_KEPT.spec],
    scopes: &["form"],
};
