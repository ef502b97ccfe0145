//! # Within which days may the board fix the record date of a meeting?
//!
//! Answers to 8 Del. C. § 213(a) (not before the resolution, sixty to ten days before the meeting; from 1 August 2009 a
//! separate later date for voting), and to the section of the bylaws on record dates.
//!
//! **Our reading.** The day of the meeting is not counted; the days reached are in the range: M − 60 to M − 10, both included
//! (McKesson v. Derdiger, 793 A.2d 385 (Del. Ch. 2002): 61 days is unlawful, a holiday weekend makes no difference). A
//! record date may be the day of the resolution, never an earlier one. The law is that of the day of the resolution. Where a
//! text says that the board fixes the date "in advance", the statute's bound on the resolution already says as much.
//!
//! **What may vary.** Certificate or bylaws may narrow the range and may not widen it.
//!
//! **Not encoded.** Whether a lawful date was chosen for an inequitable purpose.

use quorate_calendar::DayWindow;
use quorate_law::vocabulary::record_date::{DEFINITION, NOT_BEFORE_RESOLUTION, WINDOW};
use quorate_law::{Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, RECORD_DATE, RESOLUTION, finding};

/// The record date is too long before the meeting.
pub static TOO_EARLY: FindingDefinition =
    FindingDefinition { id: "record-date-too-early", title: "the record date is too long before the meeting", rank: Rank::Limits };

/// The record date is too near the meeting.
pub static TOO_LATE: FindingDefinition =
    FindingDefinition { id: "record-date-too-late", title: "the record date is too near the meeting", rank: Rank::Limits };

/// The record date precedes the resolution that fixes it.
pub static BEFORE_RESOLUTION: FindingDefinition = FindingDefinition {
    id: "record-date-before-resolution",
    title: "the record date precedes the resolution that fixes it",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "record-date-range",
    title: "Within which days may the board fix the record date of a meeting?",
    chapter: "stockholders",
    capabilities: &["S6", "T2"],
    source: include_str!("record_date_range.rs"),
    facts: &[&MEETING_DATE.spec, &RESOLUTION.spec, &RECORD_DATE.spec],
    shape: Shape::Window,
    reckoning: &[(Reckoning::Resolution, "resolution"), (Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&TOO_EARLY, &TOO_LATE, &BEFORE_RESOLUTION],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let meeting = inquiry.need(&MEETING_DATE)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("purpose", "meeting"))?;
    let (mut window, each) = inquiry.windows_together(&resolution, &WINDOW)?;
    let resolved_on = inquiry.known(&RESOLUTION);
    let barring: Vec<_> = resolution.controlling.iter().copied().filter(|provision| provision.says(&NOT_BEFORE_RESOLUTION)).collect();
    let record_date = inquiry.known(&RECORD_DATE);
    if let Some(date) = record_date {
        let days = date.days_until(meeting);
        let mut authority: Vec<_> = each.iter().map(|(provision, _)| *provision).collect();
        authority.reverse();
        if let Some(earliest) = window.earliest {
            let allowed = earliest.days_until(meeting);
            let message = format!("the record date {date} is {days} days before the meeting; at most {allowed} are allowed");
            let mut found = finding(&TOO_EARLY, date >= earliest, message, &authority, vec!["record-date", "meeting-date"]);
            found.arithmetic.push(format!("{meeting} − {allowed} days = {earliest}; record date {date}"));
            found.help = (date < earliest).then(|| format!("fix a record date from {earliest}; weekends and holidays do not move it"));
            inquiry.find(found);
        }
        if let Some(latest) = window.latest {
            let needed = latest.days_until(meeting);
            let message = format!("the record date {date} is {days} days before the meeting; at least {needed} are required");
            let mut found = finding(&TOO_LATE, date <= latest, message, &authority, vec!["record-date", "meeting-date"]);
            found.arithmetic.push(format!("{meeting} − {needed} days = {latest}; record date {date}"));
            found.help = (date > latest).then(|| format!("fix a record date not after {latest}, or hold the meeting later"));
            inquiry.find(found);
        }
        if let (Some(resolved), false) = (resolved_on, barring.is_empty()) {
            let message = format!("the record date {date}; the resolution fixing it was adopted on {resolved}");
            let mut found = finding(&BEFORE_RESOLUTION, date >= resolved, message, &barring, vec!["record-date", "resolution"]);
            found.help = (date < resolved).then(|| format!("fix a record date on or after {resolved}"));
            inquiry.find(found);
        }
    }
    if let (Some(resolved), false) = (resolved_on, barring.is_empty()) {
        inquiry.show(format!("not before the resolution: on or after {resolved}"));
        window = window.intersect(&DayWindow::new(Some(resolved), None));
    }
    Ok(Value::Window(window).into())
}
