//! A class of stock.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The class.
pub static NAME: Field<String> = Field::argument("name", "the class");

/// Shares authorized.
pub static AUTHORIZED: Field<u64> = Field::property("authorized", "shares authorized").required();

/// Votes per share; 0 for none.
pub static VOTES: Field<u64> = Field::property("votes", "votes per share; 0 for none").required();

/// Par value in dollars, or none.
pub static PAR: Field<String> = Field::property("par", "par value in dollars, or none");

/// Whether fractions of a share may be issued.
pub static FRACTIONS: Field<bool> = Field::property("fractions", "whether fractions of a share may be issued");

/// A class of stock.
pub static DEFINITION: Definition = Definition {
    name: "share-class",
    title: "A class of stock",
    feeds: &["corporation-facts", "votes-per-share", "shares-authorized", "quorum", "vote-required", "vote-result", "election-result", "vote-margin", "frequency-vote", "election-margin", "consent-sufficient"],
    statute_effect: Effect::Fixes,
    doc: "A class of stock the certificate authorizes: how many shares, their votes, their par value.",
    example: r#"share-class "Common Stock" authorized=400000000 votes=1 par="0.10""#,
    fields: &[&NAME.spec, &AUTHORIZED.spec, &VOTES.spec, &PAR.spec, &FRACTIONS.spec],
    scopes: &[],
};
