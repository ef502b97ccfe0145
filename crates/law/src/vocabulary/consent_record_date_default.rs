//! The record date for consents when none is fixed.

use quorate_calendar::PointPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// The point in time where no prior action of the board is needed.
pub static POINT: Field<PointPhrase> = Field::argument("point", "the point in time where no prior action of the board is needed").optional();

/// The point in time where prior action of the board is needed.
pub static IF_BOARD_ACTION: Field<PointPhrase> = Field::property("if-board-action", "the point in time where prior action of the board is needed");

/// The record date for consents when none is fixed.
pub static DEFINITION: Definition = Definition {
    name: "consent-record-date-default",
    title: "The record date for consents when none is fixed",
    feeds: &["consent-record-date-default"],
    statute_effect: Effect::Fixes,
    doc: "The record date for consents when the board has fixed none: one point where the law asks for no prior action of the board, another where it does. No clause lets bylaws say otherwise (8 Del. C. § 213(b)).",
    example: r#"consent-record-date-default "the day of the first delivery" if-board-action="close of business on the day of the board action""#,
    fields: &[&POINT.spec, &IF_BOARD_ACTION.spec],
    scopes: &[],
};
