//! Until when a consent may be revoked.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Until when it may be revoked.
pub static UNTIL: Field<Term> = Field::property("until", "until when it may be revoked").one_of(&["enough are delivered", "it takes effect", "certification"]).required();

/// Until when a consent may be revoked.
pub static DEFINITION: Definition = Definition {
    name: "consent-revocation",
    title: "Until when a consent may be revoked",
    feeds: &["consent-revocation"],
    statute_effect: Effect::Permits,
    doc: "Until when a consent may be revoked (8 Del. C. § 228(c); Calumet Industries v. MacClure, 464 F. Supp. 19 (N.D. Ill. 1978)).",
    example: r#"consent-revocation until="enough are delivered""#,
    fields: &[&UNTIL.spec],
    scopes: &[],
};
