//! To which address a notice goes.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The addresses.
pub static ADDRESSES: Field<Term> = Field::arguments("addresses", "the addresses, in the order of the text").one_of(&["address on the records", "address given for notice", "address filed with the secretary", "last known address", "address consented to", "residence or place of business", "principal office of the corporation", "registered office of the corporation", "general post office"]);

/// How they stand to one another.
pub static ORDER: Field<Term> = Field::property("order", "whether any of them serves, or the first that is known").one_of(&["any", "first known"]);

/// For what is sent in which way.
pub static SENT_BY: Field<Term> = Field::property("sent-by", "for what is sent in which way; for everything, where it is left out").one_of(&["post", "facsimile", "electronic mail", "facsimile or electronic mail", "electronic transmission"]);

/// To which address a notice goes.
pub static DEFINITION: Definition = Definition {
    name: "notice-address",
    title: "To which address a notice goes",
    feeds: &["notice-address"],
    statute_effect: Effect::Permits,
    doc: "The addresses at which a recipient may be served. Where one is named, or any of several serves, order is left out or \"any\"; where the later ones serve only for want of the earlier, order is \"first known\". An address that any text opens is open (8 Del. C. §§ 222(b), 232).",
    example: r#"notice-address "address filed with the secretary" "last known address" order="first known" sent-by="post" recipient="director""#,
    fields: &[&ADDRESSES.spec, &ORDER.spec, &SENT_BY.spec],
    scopes: &["recipient"],
};
