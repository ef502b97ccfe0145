//! Who votes shares for another.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who.
pub static CAPACITY: Field<Term> = Field::arguments("capacity", "in what capacity the person votes").one_of(&[
    "fiduciary",
    "executor or administrator",
    "guardian or conservator",
    "receiver or trustee in bankruptcy",
    "pledgor",
    "pledgee",
    "voting trustee",
    "officer of a holding corporation",
    "partner of a holding partnership",
    "minor",
    "nominee",
]);

/// Whether the shares must stand in that person's name.
pub static IN_OWN_NAME: Field<bool> = Field::property(
    "in-own-name",
    "whether the shares must stand in that person's name in the records",
);

/// What must be shown.
pub static SHOWS: Field<Term> = Field::property("shows", "what must be shown").one_of(&[
    "express power in the transfer on the books",
    "proof of appointment",
    "authority in the court's order",
    "resolution or bylaws of the holder",
    "written agreement with a copy left with the corporation",
]);

/// What takes the right away.
pub static UNLESS: Field<Term> = Field::property("unless", "what gives the vote to another instead")
    .one_of(&["the pledgee is expressly empowered in the transfer on the books", "a guardian has been registered"]);

/// Who votes shares for another.
pub static DEFINITION: Definition = Definition {
    name: "representative-vote",
    title: "Who votes shares for another",
    feeds: &["representative-vote"],
    statute_effect: Effect::Permits,
    doc: "Who may vote shares in a capacity other than that of plain owner, whether the shares must stand in that person's name, and what must be shown (8 Del. C. §§ 217(a), 218(a)). What the statute opens stays open beside what bylaws open.",
    example: r#"representative-vote "executor or administrator" shows="proof of appointment""#,
    fields: &[&CAPACITY.spec, &IN_OWN_NAME.spec, &SHOWS.spec, &UNLESS.spec],
    scopes: &[],
};
