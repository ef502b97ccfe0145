//! Where consents are delivered, and how.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The places, any one of which will do.
pub static PLACES: Field<Term> = Field::arguments("places", "the places, any one of which will do").one_of(&["registered office", "principal place of business", "keeper of the minute book", "secretary", "agent named in the solicitation"]);

/// The means that will do; any where none is named.
pub static BY: Field<Term> = Field::property("by", "the means that will do; any where none is named").one_of(&["hand or certified or registered mail with return receipt", "hand, courier or certified or registered mail with return receipt", "hand"]);

/// Where consents are delivered, and how.
pub static DEFINITION: Definition = Definition {
    name: "consent-delivery",
    title: "Where consents are delivered, and how",
    feeds: &["consent-delivery"],
    statute_effect: Effect::Permits,
    doc: "The places to which a consent on paper is delivered, and the means that will do there. A provision that names no means leaves them open (8 Del. C. § 228).",
    example: r#"consent-delivery "registered office" by="hand or certified or registered mail with return receipt""#,
    fields: &[&PLACES.spec, &BY.spec],
    scopes: &[],
};
