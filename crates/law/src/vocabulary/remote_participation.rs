//! Taking part in a stockholders' meeting from elsewhere.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The measures that the corporation takes for those who take part from elsewhere.
pub static MEASURES: Field<Term> = Field::arguments("measures", "the measures taken for those who take part from elsewhere: verifying that they are stockholders or proxies, a reasonable opportunity to participate and vote, reading or hearing the proceedings as they happen, a record of their votes and acts").one_of(&["verification", "participation", "proceedings", "records"]).optional();

/// Whether taking part from elsewhere is open; a text that says so expressly closes it.
pub static OPEN: Field<bool> = Field::property("open", "whether it is open; #false where the text expressly closes it, otherwise it is open");

/// Who authorizes it.
pub static AUTHORIZED_BY: Field<Term> = Field::property("authorized-by", "who authorizes it");

/// Who may adopt guidelines and procedures for it.
pub static GUIDELINES_BY: Field<Term> = Field::property("guidelines-by", "who may adopt guidelines and procedures for it");

/// Taking part in a stockholders' meeting from elsewhere.
pub static DEFINITION: Definition = Definition {
    name: "remote-participation",
    title: "Taking part in a meeting from elsewhere",
    feeds: &["remote-meeting"],
    // A means stays open beside others, and a text with fewer measures takes none of the statute's away.
    statute_effect: Effect::Permits,
    doc: "Whether stockholders and proxies who are elsewhere may take part, be deemed present and vote, at a meeting with a place or without one, on whose authority and under which measures (8 Del. C. § 211(a)(2)). Measures of several texts cumulate.",
    example: r#"remote-participation "verification" "participation" "proceedings" "records" authorized-by="board of directors" guidelines-by="board of directors""#,
    fields: &[&MEASURES.spec, &OPEN.spec, &AUTHORIZED_BY.spec, &GUIDELINES_BY.spec],
    scopes: &["form"],
};
