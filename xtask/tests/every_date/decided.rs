//! Acts on and one past each boundary, on every date.

use std::sync::Arc;

use quorate_casebook::Shelf;
use quorate_diary::{Files, check_story};
use quorate_law::Instrument;

use crate::walk::Walk;
use crate::{SHELF, five_years};

struct Instruments;

impl Files for Instruments {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        Err(format!("no file {name}"))
    }

    fn shipped(&self, id: &str) -> Option<Result<Arc<Instrument>, String>> {
        Shelf::adopted(&SHELF, id)
    }
}

/// An act of each date, and the finding it must be refused or entered for; none when it must be in order.
struct Act {
    text: fn(Walk<'_>) -> String,
    unmet: Option<&'static str>,
}

/// A record date so many days before the meeting.
macro_rules! record_date {
    ($days:expr, $unmet:expr) => {
        Act {
            text: |walk| {
                format!(
                    "fix-record-date \"m\" record-date=\"{}\" on=\"{}\" by=\"board of directors\"",
                    walk.back($days).day(),
                    walk.back(80).day()
                )
            },
            unmet: $unmet,
        }
    };
}

/// Notice mailed so many days before the meeting.
macro_rules! notice {
    ($days:expr, $unmet:expr) => {
        Act {
            text: |walk| {
                let stated = "place, date, hour, purpose, record date, business, general nature of the business, matters the board intends to present";
                format!("give-notice \"m\" channel=\"mail\" stated=\"{stated}\" on=\"{}\"", walk.back($days).day())
            },
            unmet: $unmet,
        }
    };
}

/// The list ready so many days before the meeting.
macro_rules! list {
    ($days:expr, $unmet:expr) => {
        Act {
            text: |walk| {
                format!(
                    "make-stock-list \"m\" place=\"principal place of business\" on=\"{}\"",
                    walk.back($days).day()
                )
            },
            unmet: $unmet,
        }
    };
}

/// The findings unmet by the last act of a story whose ids a filter keeps.
fn unmet(company: &str, acts: &str, kept: fn(&str) -> bool) -> Vec<&'static str> {
    let story = format!(
        "form-corporation \"Oak, Inc.\" zone=\"America/New_York\" on=\"1998-03-02\"\n\
         adopt-instrument \"bylaws\" instrument=\"{company}/bylaws\" on=\"1998-03-02\"\n\
         {acts}\n"
    );
    let checked = check_story(&story, &Instruments, SHELF.general().unwrap());
    assert!(checked.problems.is_empty(), "{company}: {acts}: {:?}", checked.problems);
    let last = checked.lines.last().unwrap();
    let ruling = last
        .outcome
        .as_ref()
        .unwrap_or_else(|fault| panic!("{company}: {acts}: {}", fault.message));
    let unmet = ruling.findings.iter().filter(|finding| finding.is_unmet());
    unmet
        .map(|finding| finding.definition.id)
        .filter(|id| kept(id))
        .collect()
}

fn hold(company: &str, from: i32, acts: &[Act]) {
    let is_of_a_day =
        |id: &str| id.contains("record-date") || id.contains("notice-too") || id.starts_with("stock-list");
    for walk in five_years(from) {
        for act in acts {
            let text = (act.text)(walk);
            let called = format!(
                "call-meeting \"m\" kind=\"annual\" at=\"{}T10:00\" place=\"Dover, Delaware\" on=\"{}\" by=\"board of directors\"\n{text}",
                walk.day(),
                walk.back(90).day(),
            );
            let unmet = unmet(company, &called, is_of_a_day);
            assert_eq!(unmet, act.unmet.as_slice(), "{company}: {text}");
        }
    }
}

const TEN_TO_SIXTY: [Act; 10] = [
    record_date!(60, None),
    record_date!(61, Some("record-date-too-early")),
    record_date!(10, None),
    record_date!(9, Some("record-date-too-late")),
    notice!(60, None),
    notice!(61, Some("stockholder-notice-too-early")),
    notice!(10, None),
    notice!(9, Some("stockholder-notice-too-short")),
    list!(10, None),
    list!(9, Some("stock-list-late")),
];

#[test]
fn altiris() {
    hold("altiris-2006", 2002, &TEN_TO_SIXTY);
}

#[test]
fn novell() {
    hold("novell-2001", 2002, &TEN_TO_SIXTY);
}

#[test]
fn raining_data() {
    hold("raining-data-2001", 2002, &TEN_TO_SIXTY);
}

#[test]
fn hawthorn() {
    let acts = [
        record_date!(58, None),
        record_date!(59, Some("record-date-too-early")),
        record_date!(11, None),
        record_date!(10, Some("record-date-too-late")),
        notice!(55, None),
        notice!(56, Some("stockholder-notice-too-early")),
        notice!(14, None),
        notice!(13, Some("stockholder-notice-too-short")),
    ];
    hold("hawthorn", 2020, &acts);
}

#[test]
fn birch() {
    let acts = [
        record_date!(47, None),
        record_date!(48, Some("record-date-too-early")),
        record_date!(13, None),
        record_date!(12, Some("record-date-too-late")),
        notice!(48, None),
        notice!(49, Some("stockholder-notice-too-early")),
        notice!(12, None),
        notice!(11, Some("stockholder-notice-too-short")),
    ];
    hold("birch", 2012, &acts);
}

/// A stockholder's notice of business so many days before the anniversary of what its window is counted from: last year's
/// notice, mailed forty days before that meeting, or last year's meeting itself.
fn hold_business(company: &str, from: i32, is_from_the_notice: bool, days: &[(usize, Option<&str>)]) {
    // An anniversary of 29 February has two readings, and an act is not found late or early on one of them alone.
    let is_leap_day = |walk: &Walk<'_>| (walk.day().month, walk.day().day) == (2, 29);
    for walk in five_years(from).filter(|walk| !is_leap_day(walk)) {
        let (anchor, anniversary) = (walk.day(), walk.next_year());
        let (meeting, last, sent) = match is_from_the_notice {
            true => (anniversary.on(40).day(), walk.on(40).day(), anchor),
            false => (anniversary.day(), anchor, walk.back(40).day()),
        };
        for (days, expected) in days {
            let acts = format!(
                "call-meeting \"m0\" kind=\"annual\" at=\"{last}T10:00\" place=\"Dover, Delaware\" on=\"{}\" by=\"board of directors\"\n\
                 give-notice \"m0\" channel=\"mail\" stated=\"place, date, hour\" on=\"{sent}\"\n\
                 call-meeting \"m1\" kind=\"annual\" at=\"{meeting}T10:00\" place=\"Dover, Delaware\" on=\"{}\" by=\"board of directors\"\n\
                 submit-business \"m1\" matter=\"b\" title=\"Declassify\" holder=\"A-1\" stated=\"name\" on=\"{}\"",
                walk.back(70).day(),
                anniversary.back(130).day(),
                anniversary.back(*days).day(),
            );
            let is_of_a_day = |id: &str| id == "advance-notice-late" || id == "advance-notice-early";
            assert_eq!(
                unmet(company, &acts, is_of_a_day),
                expected.as_slice(),
                "{company}: {acts}"
            );
        }
    }
}

#[test]
fn business_at_novell() {
    hold_business(
        "novell-2001",
        2002,
        true,
        &[(60, None), (59, Some("advance-notice-late"))],
    );
}

#[test]
fn business_at_hawthorn() {
    // The window opens at the close of business of the 115th day, and what came in the morning of it is early.
    let days = [
        (115, Some("advance-notice-early")),
        (114, None),
        (85, None),
        (84, Some("advance-notice-late")),
    ];
    hold_business("hawthorn", 2020, false, &days);
}
