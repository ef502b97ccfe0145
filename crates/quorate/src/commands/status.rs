//! `quorate status`.

use std::fmt::Write as _;
use std::process::ExitCode;

use quorate::minute_book::defects::defects;
use quorate::minute_book::{AsKnown, Session};
use quorate_calendar::Day;
use quorate_corporation::state::Meeting;
use quorate_corporation::{Corporation, Quantity, When};
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::book::{Axes, BookFile, head_json, now, of_book};
use crate::commands::{print_json, print_text};

/// Show the corporation as its minute book has it: as of a day, as known on a day
///
/// As of today and as known now, when no day is given. What happened is on one axis of time, when it was entered on the other:
/// a back-dated entry changes the past, and not what was known of it.
#[derive(clap::Args)]
pub struct Status {
    #[command(flatten)]
    book: BookFile,
    #[command(flatten)]
    axes: Axes,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What is shown.
struct Shown {
    at: AsKnown,
    day: Day,
    corporation: Corporation,
    name: String,
    entries: usize,
    later: usize,
    defects: usize,
}

impl Status {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let session = self.book.read()?;
        let mut at = self.axes.read()?;
        let day = match at.as_of {
            Some(day) => day,
            None => now()?.day_in(&session.zone()),
        };
        at.as_of = Some(day);
        let corporation = session.corporation(at);
        let entries = session.known(at).len();
        let shown = Shown {
            at,
            day,
            name: corporation
                .name
                .clone()
                .unwrap_or_else(|| session.genesis().corporation().to_owned()),
            corporation,
            entries,
            later: session
                .known(AsKnown { as_of: None, ..at })
                .len()
                .saturating_sub(entries),
            defects: defects(&session, at).map_err(|error| of_book(&error))?.len(),
        };
        if self.json {
            print_json(&json(&session, &shown));
        } else {
            print_text(&text(&shown));
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Where a meeting stands: the last of the steps that were taken.
fn stands(meeting: &Meeting) -> String {
    let steps = [
        (meeting.minutes.is_some(), "minutes adopted"),
        (!meeting.certified_by.is_empty(), "result certified"),
        (meeting.counted.is_some(), "votes counted"),
        (meeting.polls_closed.is_some(), "polls closed"),
        (meeting.polls_opened.is_some(), "polls open"),
        (meeting.convened.is_some(), "convened"),
        (!meeting.adjournments.is_empty(), "adjourned"),
        (meeting.is_notice_waived(), "notice waived"),
        (meeting.notice_given().is_some(), "notice given"),
        (meeting.record_date.is_some(), "record date fixed"),
    ];
    steps
        .into_iter()
        .find(|(is_taken, _)| *is_taken)
        .map_or("called", |(_, step)| step)
        .to_owned()
}

/// The shares of each class issued by a day.
fn issued(shown: &Shown) -> Vec<(String, u64)> {
    let ledger = &shown.corporation.ledger;
    ledger
        .classes()
        .into_iter()
        .map(|class| (class.to_owned(), ledger.issued(class, When::on(shown.day))))
        .collect()
}

fn text(shown: &Shown) -> String {
    let corporation = &shown.corporation;
    let known = shown
        .at
        .known_on
        .map_or_else(String::new, |day| format!(", as known on {day}"));
    let mut out = format!("{}, as of {}{known}\n", shown.name, shown.day);
    let mut row = |label: &str, text: &str| {
        let _ = writeln!(out, "  {label:<12} {text}");
    };
    match (corporation.formed, &corporation.zone) {
        (Some(formed), Some(zone)) => row("formed", &format!("{formed}; days by {zone}")),
        _ => row("formed", "not entered"),
    }
    for adopted in corporation.governing_all(shown.day) {
        row(
            &adopted.kind,
            &format!(
                "{}, since {} ({})",
                adopted.instrument,
                adopted.effective,
                short(&adopted.hash)
            ),
        );
    }
    for (person, from) in &corporation.directors {
        row("director", &format!("{person}, since {from}"));
    }
    for officer in &corporation.officers {
        row(&officer.office, &format!("{}, since {}", officer.person, officer.from));
    }
    for (class, shares) in issued(shown) {
        row("issued", &format!("{} {class}", Quantity::whole(shares)));
    }
    for (id, meeting) in &corporation.meetings {
        row("meeting", &meeting_text(id, meeting));
        for matter in &meeting.matters {
            let became = meeting.results.iter().rev().find(|result| result.matter == matter.id);
            let became = became.map_or_else(|| "open".to_owned(), |result| result.outcome.clone());
            row("", &format!("{}: {became}", matter.title));
        }
    }
    row(
        "defects",
        &if shown.defects == 0 {
            "none stands".to_owned()
        } else {
            format!("{}; quorate defects lists them", shown.defects)
        },
    );
    row("entries", &shown.entries.to_string());
    if shown.later > 0 {
        row(
            "",
            &format!(
                "{} more happen after this day; give a later --as-of to count them",
                shown.later
            ),
        );
    }
    out
}

fn meeting_text(id: &str, meeting: &Meeting) -> String {
    let mut text = format!("{id}: {}, {}", meeting.kind, meeting.at);
    if !meeting.place.is_empty() {
        text.push_str(&format!(", {}", meeting.place));
    }
    if let Some((record_date, _)) = meeting.record_date {
        text.push_str(&format!("; record date {record_date}"));
    }
    if let Some(given) = meeting.notice_given() {
        text.push_str(&format!("; notice given {given}"));
    }
    match meeting.quorate {
        Some(true) => text.push_str("; quorate"),
        Some(false) => text.push_str("; not quorate"),
        None => {}
    }
    format!("{text}; {}", stands(meeting))
}

fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

fn json(session: &Session, shown: &Shown) -> Value {
    let corporation = &shown.corporation;
    json!({
        "corporation": shown.name,
        "as-of": shown.day.to_string(),
        "known-on": shown.at.known_on.map(|day| day.to_string()),
        "formed": corporation.formed.map(|day| day.to_string()),
        "zone": corporation.zone,
        "instruments": corporation.governing_all(shown.day).into_iter().map(|adopted| json!({
            "kind": adopted.kind, "instrument": adopted.instrument, "hash": adopted.hash, "effective": adopted.effective.to_string(),
        })).collect::<Vec<_>>(),
        "directors": corporation.directors.iter().map(|(person, from)| json!({ "person": person, "from": from.to_string() })).collect::<Vec<_>>(),
        "officers": corporation.officers.iter().map(|officer| json!({
            "office": officer.office, "person": officer.person, "from": officer.from.to_string(),
        })).collect::<Vec<_>>(),
        "classes": issued(shown).into_iter().map(|(class, shares)| json!({ "class": class, "issued": shares.to_string() })).collect::<Vec<_>>(),
        "meetings": corporation.meetings.iter().map(|(id, meeting)| meeting_json(id, meeting)).collect::<Vec<_>>(),
        "defects": shown.defects,
        "entries": shown.entries,
        "later-entries": shown.later,
        "head": head_json(&session.head()),
    })
}

fn meeting_json(id: &str, meeting: &Meeting) -> Value {
    json!({
        "meeting": id,
        "kind": meeting.kind,
        "form": meeting.form,
        "at": meeting.at.to_string(),
        "place": meeting.place,
        "stands": stands(meeting),
        "record-date": meeting.record_date.map(|(day, _)| day.to_string()),
        "notice-given": meeting.notice_given().map(|day| day.to_string()),
        "quorate": meeting.quorate,
        "matters": meeting.matters.iter().map(|matter| json!({
            "matter": matter.id,
            "kind": matter.kind,
            "title": matter.title,
            "outcome": meeting.results.iter().rev().find(|result| result.matter == matter.id).map(|result| &result.outcome),
        })).collect::<Vec<_>>(),
        "minutes": meeting.minutes,
    })
}
