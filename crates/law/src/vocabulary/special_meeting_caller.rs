//! Who may call a special meeting of stockholders.

use quorate_calendar::WindowPhrase;

use crate::proportion::Proportion;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The offices or bodies that may call one.
pub static CALLERS: Field<Term> = Field::arguments(
    "callers",
    "the offices or bodies that may call one: board of directors for a resolution, directors for some of them acting together, stockholders for holders of record",
);

/// How many directors, or how much stock, must join in the call.
pub static JOINING: Field<Proportion> = Field::property(
    "joining",
    "how many directors, or how much stock, must join in the call",
);

/// For how long the joining stock must have been held.
pub static HELD: Field<WindowPhrase> = Field::property(
    "held",
    "when the joining stock must have been acquired, counted from receipt of the request",
);

/// Whether short positions are taken off.
pub static NET_LONG: Field<bool> = Field::property("net-long", "whether stock sold short or hedged away is taken off");

/// The form the call takes.
pub static FORM: Field<Term> = Field::property("form", "the form the call takes").one_of(&["writing"]);

/// The state of things in which alone they may.
pub static WHEN: Field<Term> =
    Field::property("when", "the state of things in which alone they may").one_of(&["no directors in office"]);

/// Whether it says that these may not.
pub static BARRED: Field<bool> = Field::property("barred", "whether it says that these may not call one");

/// Who may call a special meeting of stockholders.
pub static DEFINITION: Definition = Definition {
    name: "special-meeting-caller",
    title: "Who may call a special meeting of stockholders",
    feeds: &["special-meeting-call"],
    statute_effect: Effect::Adds,
    doc: "The offices and bodies that may call a special meeting, and how many directors or how much stock it takes. The board may always, with those whom certificate or bylaws name (8 Del. C. § 211(d)); when no director is left, any officer or holder may (§ 223(a)).",
    example: r#"special-meeting-caller "chairman of the board" "president"
special-meeting-caller "stockholders" joining="at least 1/4 of voting power outstanding and entitled to vote" held="at least 1 year before receipt" net-long=#true form="writing""#,
    fields: &[
        &CALLERS.spec,
        &JOINING.spec,
        &HELD.spec,
        &NET_LONG.spec,
        &FORM.spec,
        &WHEN.spec,
        &BARRED.spec,
    ],
    scopes: &["class", "matter"],
};
