//! Notice to persons with whom communication is unlawful.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether notice is due to them.
pub static DUE: Field<bool> = Field::property("due", "whether notice is due to such a person").required();

/// Whether a licence must be sought.
pub static LICENCE: Field<bool> = Field::property("seek-licence", "whether a licence to communicate must be sought").required();

/// Whether a filed certificate says that such persons were left out.
pub static CERTIFICATE: Field<bool> = Field::property("certificate-says-so", "whether a certificate that is filed states that such persons were not notified");

/// Notice to persons with whom communication is unlawful.
pub static DEFINITION: Definition = Definition {
    name: "unlawful-communication",
    title: "Notice to persons with whom communication is unlawful",
    feeds: &["unlawful-communication"],
    statute_effect: Effect::Fixes,
    doc: "Whether notice is due to a person with whom communication is unlawful, whether a licence must be sought, and what a certificate filed on the action says of it (8 Del. C. § 230(a)). What is done without such notice is as valid as with it.",
    example: "unlawful-communication due=#false seek-licence=#false certificate-says-so=#true",
    fields: &[&DUE.spec, &LICENCE.spec, &CERTIFICATE.spec],
    scopes: &["recipient"],
};
