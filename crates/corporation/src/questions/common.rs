//! Facts that several questions share, and the reading of situations from them.

use quorate_calendar::Day;
use quorate_law::vocabulary::{Kind, notice_channel};
use quorate_law::{Effect, Provision, Resolution, Situation};

use crate::answer::Control;
use crate::facts::Fact;
use crate::finding::{Authority, Finding, FindingDefinition, FindingStatus};
use crate::inquiry::{Inquiry, Pause};

/// The day of the meeting.
pub static MEETING_DATE: Fact<Day> = Fact::new("meeting-date", "the day of the meeting");
/// The kind of meeting.
pub static MEETING_KIND: Fact<&'static str> =
    Fact::word("meeting-kind", &["annual", "special"], "the kind of meeting").otherwise("annual");
/// What is to be acted on.
pub static MATTERS: Fact<Vec<String>> = {
    let mut fact: Fact<Vec<String>> = Fact::new(
        "matters",
        "what is to be acted on: ordinary; election of directors; merger; asset sale; dissolution; charter amendment; bylaw amendment; removal of directors; appraisal",
    );
    fact.spec.otherwise = Some("ordinary");
    fact
};
/// The form of the meeting.
pub static MEETING_FORM: Fact<&'static str> = Fact::word(
    "form",
    &["place", "remote", "hybrid"],
    "whether the meeting is at a place, solely by remote communication, or at a place with participation from elsewhere",
)
.otherwise("place");
/// When notice was given.
pub static NOTICE_GIVEN: Fact<Day> = Fact::new("notice-given", "the day on which notice of the meeting was given");
/// Whether every holder entitled to notice waived it.
pub static NOTICE_WAIVED: Fact<bool> = Fact::new("notice-waived", "whether everyone entitled to notice has waived it");
/// Whether the meeting stands by papers of those who were absent.
pub static MEETING_VALIDATED: Fact<bool> = Fact::new(
    "meeting-validated",
    "whether papers of those who were absent let the meeting stand as one regularly called and noticed",
);
/// What a record date is for.
pub static PURPOSE: Fact<&'static str> = Fact::word(
    "purpose",
    &["meeting", "consent", "other"],
    "what the record date is for: a meeting, a written consent, or a dividend or another action",
)
.otherwise("meeting");
/// The day of the action that a record date is for.
pub static ACTION: Fact<Day> = Fact::new("action", "the day of the dividend, consent or other action");
/// The record date.
pub static RECORD_DATE: Fact<Day> = Fact::new("record-date", "the record date");
/// The day of the board's resolution.
pub static RESOLUTION: Fact<Day> = Fact::new("resolution", "the day on which the board adopted the resolution");
/// Who designated the date or place of the meeting.
pub static DESIGNATED_BY: Fact<String> = Fact::new(
    "designated-by",
    "the office or body that designated it, such as board of directors",
);
/// The means by which notice was given: the channels of the vocabulary.
pub static CHANNEL: Fact<&'static str> = Fact::word("channel", channels(), "the means by which notice was given");
/// To whom notice was given.
pub static RECIPIENT: Fact<&'static str> =
    Fact::word("recipient", &["stockholder", "director"], "to whom notice was given").otherwise("stockholder");
/// Whose meeting it is.
pub static BODY: Fact<&'static str> =
    Fact::word("body", &["stockholders", "board", "committee"], "whose meeting it is").otherwise("stockholders");

/// The channels of the vocabulary.
#[must_use]
pub const fn channels() -> &'static [&'static str] {
    match notice_channel::CHANNEL.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

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

/// A situation with the form of a meeting: one with participation from elsewhere is both at a place and remote, and one without a
/// place is remote, and remote alone.
#[must_use]
pub fn with_form(situation: Situation, form: &'static str) -> Situation {
    match form {
        "hybrid" => situation.with("form", "place").with("form", "remote"),
        "remote" => situation.with("form", "remote").with("form", "remote alone"),
        form => situation.with("form", form),
    }
}

/// How many there are of something: "1 vote", "2 votes".
#[must_use]
pub fn counted(number: impl std::fmt::Display, one: &str) -> String {
    match number.to_string().as_str() {
        "1" => format!("1 {one}"),
        number => format!("{number} {one}s"),
    }
}

/// A finding about a fact, without arithmetic or cure; the caller adds those.
#[must_use]
pub fn finding(
    definition: &'static FindingDefinition,
    is_met: bool,
    message: String,
    authority: &[&Provision],
    blames: Vec<&'static str>,
) -> Finding {
    // Each provision once, in the order in which it was first named.
    let mut each: Vec<Authority> = Vec::new();
    for authority in authority.iter().map(|provision| Authority::of(provision)) {
        if !each.contains(&authority) {
            each.push(authority);
        }
    }
    Finding {
        definition,
        status: if is_met {
            FindingStatus::Met
        } else {
            FindingStatus::Unmet
        },
        message,
        authority: each,
        arithmetic: Vec::new(),
        help: None,
        blames,
    }
}

/// A finding about notice, waived where everyone entitled to notice waived it, or where the meeting stands by papers.
#[must_use]
pub fn unless_waived(inquiry: &Inquiry<'_>, mut found: Finding) -> Finding {
    let is_waived = [&NOTICE_WAIVED, &MEETING_VALIDATED]
        .iter()
        .any(|fact| inquiry.known(fact) == Some(true));
    if found.is_unmet() && is_waived {
        found.status = FindingStatus::Waived;
    }
    found
}

/// Keeps among the controls only the provisions relied on, where the facts put others of a resolution out of play; a provision
/// relied on although it was displaced becomes a control again.
pub fn rely_on(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, relied: &[&Provision]) {
    let relied: Vec<(Authority, Option<Effect>)> = relied
        .iter()
        .map(|provision| (Authority::of(provision), provision.effect))
        .collect();
    let is_relied = |authority: &Authority| relied.iter().any(|(known, _)| known == authority);
    let out_of_play: Vec<Authority> = resolution
        .controlling
        .iter()
        .map(|provision| Authority::of(provision))
        .filter(|authority| !is_relied(authority))
        .collect();
    inquiry
        .trace
        .controls
        .retain(|control| !out_of_play.contains(&control.authority));
    inquiry.trace.displaced.retain(|note| !is_relied(&note.authority));
    for (authority, effect) in relied {
        if !inquiry
            .trace
            .controls
            .iter()
            .any(|control| control.authority == authority)
        {
            inquiry.trace.controls.push(Control {
                authority,
                effect: effect.map(Effect::word),
            });
        }
    }
}
