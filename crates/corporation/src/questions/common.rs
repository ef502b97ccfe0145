//! Facts that several questions share, and the reading of situations from them.

use quorate_calendar::Day;
use quorate_law::{Provision, Situation};

use crate::facts::Fact;
use crate::finding::{Authority, Finding, FindingDefinition, FindingStatus};
use crate::inquiry::{Inquiry, Pause};

/// The day of the meeting.
pub static MEETING_DATE: Fact<Day> = Fact::new("meeting-date", "the day of the meeting");
/// The kind of meeting.
pub static MEETING_KIND: Fact<&'static str> = Fact::word("meeting-kind", &["annual", "special"], "the kind of meeting").otherwise("annual");
/// What is to be acted on.
pub static MATTERS: Fact<Vec<String>> = {
    let mut fact: Fact<Vec<String>> = Fact::new("matters", "what is to be acted on: ordinary; election of directors; merger; asset sale; dissolution; charter amendment; bylaw amendment; removal of directors; appraisal");
    fact.spec.otherwise = Some("ordinary");
    fact
};
/// The form of the meeting.
pub static MEETING_FORM: Fact<&'static str> =
    Fact::word("form", &["place", "remote"], "whether the meeting is at a place or solely by remote communication").otherwise("place");
/// When notice was given.
pub static NOTICE_GIVEN: Fact<Day> = Fact::new("notice-given", "the day on which notice of the meeting was given");
/// Whether every holder entitled to notice waived it.
pub static NOTICE_WAIVED: Fact<bool> = Fact::new("notice-waived", "whether everyone entitled to notice has waived it");
/// The record date.
pub static RECORD_DATE: Fact<Day> = Fact::new("record-date", "the record date");
/// The day of the board's resolution.
pub static RESOLUTION: Fact<Day> = Fact::new("resolution", "the day on which the board adopted the resolution");

/// The situation of a stockholders' meeting: its kind and its matters.
///
/// # Errors
/// Pauses as [`Inquiry::need`] does.
pub fn meeting_situation(inquiry: &mut Inquiry<'_>) -> Result<Situation, Pause> {
    let kind = inquiry.need(&MEETING_KIND)?;
    let mut situation = Situation::general().with("meeting", kind).with("body", "stockholders");
    for matter in inquiry.need(&MATTERS)? {
        situation = situation.with("matter", matter);
    }
    Ok(situation)
}

/// A finding about a fact, without arithmetic or cure; the caller adds those.
#[must_use]
pub fn finding(definition: &'static FindingDefinition, is_met: bool, message: String, authority: &[&Provision], blames: Vec<&'static str>) -> Finding {
    Finding {
        definition,
        status: if is_met { FindingStatus::Met } else { FindingStatus::Unmet },
        message,
        authority: authority.iter().map(|provision| Authority::of(provision)).collect(),
        arithmetic: Vec::new(),
        help: None,
        blames,
    }
}
