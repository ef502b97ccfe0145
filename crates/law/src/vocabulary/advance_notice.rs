//! When a stockholder's notice of business or of a nomination is timely.

use quorate_calendar::PointPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The first day, or its close of business, on which the notice is timely; absent when the text sets none.
pub static EARLIEST: Field<PointPhrase> = Field::property("earliest", "the first day, or its close of business, on which the notice is timely; absent when the text sets none");

/// The last day, or its close of business, on which the notice is timely.
pub static LATEST: Field<PointPhrase> = Field::property("latest", "the last day, or its close of business, on which the notice is timely").required();

/// The first day on which the meeting may lie for these days to hold.
pub static MEETING_FROM: Field<PointPhrase> = Field::property("meeting-from", "the first day on which the meeting may lie for these days to hold; on an earlier one the other days hold");

/// The last day on which the meeting may lie for these days to hold.
pub static MEETING_TO: Field<PointPhrase> = Field::property("meeting-to", "the last day on which the meeting may lie for these days to hold; on a later one the other days hold");

/// Whether the other days hold too where no annual meeting was held in the year before.
pub static NO_PRIOR_MEETING: Field<bool> = Field::property("no-prior-meeting", "whether the text says that the other days hold where no annual meeting was held in the year before");

/// The first day when the other days hold.
pub static OTHERWISE_EARLIEST: Field<PointPhrase> = Field::property("otherwise-earliest", "the first day when the other days hold; absent when the text sets none");

/// The last day when the other days hold.
pub static OTHERWISE_LATEST: Field<PointPhrase> = Field::property("otherwise-latest", "the last day when the other days hold");

/// The last day for announcing a larger board: when it is announced later, or not at all, the further seats have a last day of their own.
pub static LARGER_BOARD_ANNOUNCED: Field<PointPhrase> = Field::property("larger-board-announced", "the last day for announcing a larger board; when it is announced later, nominees for the new seats have a last day of their own");

/// The last day for nominees for seats announced late.
pub static NEW_SEATS_LATEST: Field<PointPhrase> = Field::property("new-seats-latest", "the last day for nominees for seats that were announced late");

/// What must have happened by the last day.
pub static COUNTS: Field<Term> = Field::property("counts", "what must have happened by the last day: that the notice was received, or that it was given").one_of(&["receipt", "giving"]).required();

/// Whether an adjournment or postponement opens a new time.
pub static ADJOURNMENT_REOPENS: Field<bool> = Field::property("adjournment-reopens", "whether an adjournment or postponement opens a new time for notice; absent when the text does not say");

/// When a stockholder's notice of business or of a nomination is timely.
pub static DEFINITION: Definition = Definition {
    name: "advance-notice",
    title: "When a stockholder's notice is timely",
    feeds: &["advance-notice-window", "business-properly-before"],
    statute_effect: Effect::Adds,
    doc: "The days on which a stockholder's notice of business or of a nomination is timely, by days that are known beforehand, such as the mailing for the meeting of the year before or that meeting itself; and the other days that hold when the meeting is moved. Deadlines of several sections cumulate unless a reading says otherwise. No statute has such a rule.",
    example: r#"advance-notice earliest="close of business on the 120th day before the anniversary of the prior meeting" latest="close of business on the ninetieth day before the anniversary of the prior meeting" meeting-from="30 days before the anniversary of the prior meeting" meeting-to="60 days after the anniversary of the prior meeting" otherwise-latest="close of business on the later of the ninetieth day before the meeting and the tenth day after the public disclosure" counts="receipt" adjournment-reopens=#false subject="nominations" meeting="annual""#,
    fields: &[
        &EARLIEST.spec,
        &LATEST.spec,
        &MEETING_FROM.spec,
        &MEETING_TO.spec,
        &NO_PRIOR_MEETING.spec,
        &OTHERWISE_EARLIEST.spec,
        &OTHERWISE_LATEST.spec,
        &LARGER_BOARD_ANNOUNCED.spec,
        &NEW_SEATS_LATEST.spec,
        &COUNTS.spec,
        &ADJOURNMENT_REOPENS.spec,
    ],
    scopes: &["meeting", "subject"],
};
