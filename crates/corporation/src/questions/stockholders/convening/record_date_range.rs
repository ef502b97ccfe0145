//! # Within which days may the board fix a record date?
//!
//! Answers to 8 Del. C. § 213(a) (not before the resolution, sixty to ten days before the meeting; from 1 August 2009 a
//! separate later date for voting), and to the section of the bylaws on record dates.
//!
//! **Our reading.** The day of the meeting is not counted; the days reached are in the range: M − 60 to M − 10, both included
//! (McKesson v. Derdiger, 793 A.2d 385 (Del. Ch. 2002): 61 days is unlawful, a holiday weekend makes no difference). A
//! record date may be the day of the resolution, never an earlier one. The law is that of the day of the resolution. Where a
//! text says that the board fixes the date "in advance", the statute's bound on the resolution already says as much. For a
//! consent the statute counts from the resolution (§ 213(b): not more than ten days after it), for a dividend or another
//! action back from that action (§ 213(c): not more than sixty days); what a bylaw adds is intersected.
//!
//! **What may vary.** Certificate or bylaws may narrow the range and may not widen it.
//!
//! **Not encoded.** Whether a lawful date was chosen for an inequitable purpose.

use quorate_calendar::{Day, DayWindow};
use quorate_law::vocabulary::record_date::{DEFINITION, NOT_BEFORE_RESOLUTION, WINDOW};
use quorate_law::{Provision, Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{ACTION, MEETING_DATE, PURPOSE, RECORD_DATE, RESOLUTION, counted, finding};

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
    title: "Within which days may the board fix a record date?",
    chapter: "stockholders",
    capabilities: &["S6", "K5", "T2"],
    source: include_str!("record_date_range.rs"),
    facts: &[&PURPOSE.spec, &MEETING_DATE.spec, &ACTION.spec, &RESOLUTION.spec, &RECORD_DATE.spec],
    shape: Shape::Window,
    reckoning: &[(Reckoning::Resolution, "resolution"), (Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&TOO_EARLY, &TOO_LATE, &BEFORE_RESOLUTION],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let purpose = inquiry.need(&PURPOSE)?;
    let event = match purpose {
        "meeting" => Some((inquiry.need(&MEETING_DATE)?, "meeting", "meeting-date")),
        _ => inquiry.known(&ACTION).map(|day| (day, "action", "action")),
    };
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("purpose", purpose))?;
    let (mut window, each) = inquiry.windows_together(&resolution, &WINDOW)?;
    let mut authority: Vec<_> = each.iter().map(|(provision, _)| *provision).collect();
    authority.reverse();
    let barring: Vec<_> =
        resolution.controlling.iter().copied().filter(|provision| provision.says(&NOT_BEFORE_RESOLUTION)).collect();
    let resolved_on = inquiry.known(&RESOLUTION).filter(|_| !barring.is_empty());
    if let Some(date) = inquiry.known(&RECORD_DATE) {
        judge_ends(inquiry, date, window, event, &authority);
        if let Some(resolved) = resolved_on {
            let message = format!("the record date {date}; the resolution fixing it was adopted on {resolved}");
            let blames = vec!["record-date", "resolution"];
            let mut found = finding(&BEFORE_RESOLUTION, date >= resolved, message, &barring, blames);
            found.help = (date < resolved).then(|| format!("fix a record date on or after {resolved}"));
            inquiry.find(found);
        }
    }
    if let Some(resolved) = resolved_on {
        inquiry.show(format!("not before the resolution: on or after {resolved}"));
        window = window.intersect(&DayWindow::new(Some(resolved), None));
    }
    Ok(Value::Window(window).into())
}

/// Whether a record date keeps to both ends of its range, told in days before the event where the event's day is known.
fn judge_ends(
    inquiry: &mut Inquiry<'_>,
    date: Day,
    window: DayWindow,
    event: Option<(Day, &'static str, &'static str)>,
    authority: &[&Provision],
) {
    let blames: Vec<&'static str> = ["record-date"].into_iter().chain(event.map(|(_, _, fact)| fact)).collect();
    let told = |limit: Day, word: &str, allowed: &str| match event {
        Some((day, what, _)) => {
            let (days, limit_days) = (date.days_until(day), limit.days_until(day));
            let place = if days >= 0 { format!("{} before", counted(days, "day")) } else { format!("{} after", counted(-days, "day")) };
            let message = format!("the record date {date} is {place} the {what}; {word} {limit_days} are {allowed}");
            (message, format!("{day} − {} = {limit}; record date {date}", counted(limit_days, "day")))
        }
        None => (format!("the record date {date}; the limit is {limit}"), format!("limit {limit}; record date {date}")),
    };
    if let Some(earliest) = window.earliest {
        let (message, arithmetic) = told(earliest, "at most", "allowed");
        let mut found = finding(&TOO_EARLY, date >= earliest, message, authority, blames.clone());
        found.arithmetic.push(arithmetic);
        found.help = (date < earliest).then(|| format!("fix a record date from {earliest}; weekends and holidays do not move it"));
        inquiry.find(found);
    }
    if let Some(latest) = window.latest {
        let (message, arithmetic) = told(latest, "at least", "required");
        let mut found = finding(&TOO_LATE, date <= latest, message, authority, blames);
        found.arithmetic.push(arithmetic);
        let later = event.map_or_else(String::new, |(_, what, _)| match what {
            "meeting" => ", or hold the meeting later".to_owned(),
            what => format!(", or take the {what} later"),
        });
        found.help = (date > latest).then(|| format!("fix a record date not after {latest}{later}"));
        inquiry.find(found);
    }
}
