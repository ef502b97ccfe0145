//! What an affidavit of notice proves.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who may make it.
pub static MAKERS: Field<Term> = Field::arguments("makers", "who may make it");

/// How far it proves.
pub static PROVES: Field<Term> = Field::property("proves", "how far it proves").one_of(&["prima facie", "conclusive"]).required();

/// What the maker must be or have done besides.
pub static QUALIFIED: Field<String> = Field::property("qualified", "what the maker must be or have done besides holding the office");

/// The maker whom that is asked of.
pub static QUALIFIED_MAKER: Field<Term> = Field::property("qualified-maker", "the maker whom that is asked of; each of them where none is named");

/// What it is of.
pub static STATES: Field<String> = Field::property("states", "what it is of, in a clause");

/// Whether fraud defeats it.
pub static ABSENT_FRAUD: Field<bool> = Field::property("absent-fraud", "whether fraud defeats it");

/// The channels it is for.
pub static CHANNELS: Field<String> = Field::property("channels", "the channels it is for");

/// What an affidavit of notice proves.
pub static DEFINITION: Definition = Definition {
    name: "notice-affidavit",
    title: "What an affidavit of notice proves",
    feeds: &["notice-affidavit"],
    statute_effect: Effect::Default,
    doc: "Who may make an affidavit that notice was given, what it is of, and how far it proves (8 Del. C. § 222(b), today § 232(f)).",
    example: r#"notice-affidavit "secretary" "transfer agent" proves="prima facie""#,
    fields: &[&MAKERS.spec, &PROVES.spec, &QUALIFIED.spec, &QUALIFIED_MAKER.spec, &STATES.spec, &ABSENT_FRAUD.spec, &CHANNELS.spec],
    scopes: &["recipient"],
};
