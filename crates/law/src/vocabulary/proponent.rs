//! Who may bring business or a nomination before a meeting as a stockholder.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field};

/// Whether the proponent is a holder of record when giving notice.
pub static RECORD_AT_NOTICE: Field<bool> = Field::property("record-at-notice", "whether the proponent is a holder of record on the day of giving notice");

/// Whether the proponent is a holder of record on the record date.
pub static RECORD_AT_RECORD_DATE: Field<bool> = Field::property("record-at-record-date", "whether the proponent is a holder of record on the record date for voting at the meeting");

/// Whether the proponent is a holder of record at the time of the meeting.
pub static RECORD_AT_MEETING: Field<bool> = Field::property("record-at-meeting", "whether the proponent is a holder of record at the time of the meeting");

/// Whether the proponent is entitled to vote.
pub static ENTITLED_TO_VOTE: Field<bool> = Field::property("entitled-to-vote", "whether the proponent is entitled to vote on the matter at the meeting");

/// Whether the proponent, or a representative, appears at the meeting.
pub static APPEARS: Field<bool> = Field::property("appears", "whether the proponent or a qualified representative appears at the meeting; what is brought is disregarded otherwise");

/// Who may bring business or a nomination before a meeting as a stockholder.
pub static DEFINITION: Definition = Definition {
    name: "proponent",
    title: "Who may bring business or a nomination as a stockholder",
    feeds: &["proponent-standing", "business-properly-before"],
    statute_effect: Effect::Adds,
    doc: "What a stockholder must be to bring business or a nomination: a holder of record on certain days, entitled to vote, present in person or represented; what several sections ask cumulates.",
    example: "proponent record-at-notice=#true record-at-record-date=#true",
    fields: &[&RECORD_AT_NOTICE.spec, &RECORD_AT_RECORD_DATE.spec, &RECORD_AT_MEETING.spec, &ENTITLED_TO_VOTE.spec, &APPEARS.spec],
    scopes: &["meeting", "subject"],
};
