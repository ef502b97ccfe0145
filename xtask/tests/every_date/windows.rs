//! What each window is on each date.

use quorate_corporation::facts::{FactValue, read_fact};
use quorate_corporation::{Answer, Facts, Practice, ask, questions};
use quorate_law::LawBook;

use crate::walk::Walk;
use crate::{SHELF, five_years};

/// A window of a company: what is told of each date, and the fields that walking gives.
struct Window {
    question: &'static str,
    told: fn(Walk<'_>) -> Vec<(&'static str, String)>,
    walked: fn(Walk<'_>) -> Vec<(&'static str, String)>,
}

fn answer(book: &LawBook, id: &str, told: &[(&'static str, String)]) -> Answer {
    let question = questions::find(id).unwrap();
    let mut facts = Facts::none();
    for (name, text) in told {
        let value = match question.facts.iter().find(|spec| spec.name == *name) {
            Some(spec) => read_fact(spec, text).unwrap(),
            None if *name == "on" => FactValue::Day(quorate_calendar::Day::parse(text).unwrap()),
            None => panic!("{id} has no fact {name}"),
        };
        facts = facts.with(name, value);
    }
    ask(question, &facts, book, &Practice::default())
}

fn hold(company: &str, from: i32, windows: &[Window]) {
    let book = SHELF.law_book(company, Some(company), &[]).unwrap();
    for walk in five_years(from) {
        for window in windows {
            let told = (window.told)(walk);
            let answer = answer(&book, window.question, &told);
            let preferred = answer
                .readings
                .iter()
                .find(|reading| reading.is_preferred)
                .map(|reading| &reading.value);
            let value = answer.value.as_ref().or(preferred);
            let fields = value
                .unwrap_or_else(|| panic!("{company} {} {told:?}: {answer:#?}", window.question))
                .fields();
            for (name, walked) in (window.walked)(walk) {
                let found = fields
                    .iter()
                    .find(|(field, _)| field == name)
                    .map(|(_, text)| text.as_str());
                assert_eq!(
                    found,
                    Some(walked.as_str()),
                    "{company} {} {name} {told:?}",
                    window.question
                );
            }
        }
    }
}

fn meeting(walk: Walk<'_>) -> Vec<(&'static str, String)> {
    vec![("meeting-date", walk.day().to_string())]
}

/// A window by how far its last and its first day lie before the meeting.
fn before(walk: Walk<'_>, last: usize, first: usize) -> Vec<(&'static str, String)> {
    vec![
        ("earliest", walk.back(first).day().to_string()),
        ("latest", walk.back(last).day().to_string()),
    ]
}

/// The list is ready and open so many days before; at the meeting unless the law of its day says otherwise.
fn list(walk: Walk<'_>, days: usize) -> Vec<(&'static str, String)> {
    let day = walk.back(days).day().to_string();
    vec![("ready-by", day.clone()), ("open-from", day)]
}

const NOTICE_10_60: Window = Window {
    question: "stockholder-notice-window",
    told: meeting,
    walked: |walk| before(walk, 10, 60),
};
const RECORD_10_60: Window = Window {
    question: "record-date-range",
    told: |walk| [meeting(walk), vec![("on", walk.back(70).day().to_string())]].concat(),
    walked: |walk| before(walk, 10, 60),
};
const MERGER_20_60: Window = Window {
    question: "stockholder-notice-window",
    told: |walk| [meeting(walk), vec![("matters", "merger".to_owned())]].concat(),
    walked: |walk| before(walk, 20, 60),
};
const LIST_10: Window = Window {
    question: "stock-list-dates",
    told: meeting,
    walked: |walk| list(walk, 10),
};
/// The day before notice is given; the statute counts calendar days whatever bylaws count.
const DEFAULT_RECORD_DATE: Window = Window {
    question: "record-date-default",
    told: |walk| {
        vec![
            ("meeting-date", walk.on(30).day().to_string()),
            ("notice-given", walk.day().to_string()),
            ("notice-waived", "no".to_owned()),
        ]
    },
    walked: |walk| vec![("value", walk.back(1).day().to_string()), ("hour", "17:00".to_owned())],
};

#[test]
fn altiris() {
    hold(
        "altiris-2006",
        2002,
        &[NOTICE_10_60, RECORD_10_60, MERGER_20_60, LIST_10, DEFAULT_RECORD_DATE],
    );
}

#[test]
fn novell() {
    hold(
        "novell-2001",
        2002,
        &[NOTICE_10_60, RECORD_10_60, MERGER_20_60, LIST_10, DEFAULT_RECORD_DATE],
    );
}

#[test]
fn raining_data() {
    hold(
        "raining-data-2001",
        2002,
        &[NOTICE_10_60, RECORD_10_60, MERGER_20_60, LIST_10, DEFAULT_RECORD_DATE],
    );
}

#[test]
fn hawthorn() {
    let windows = [
        Window {
            walked: |walk| before(walk, 14, 55),
            ..NOTICE_10_60
        },
        Window {
            walked: |walk| before(walk, 11, 58),
            ..RECORD_10_60
        },
        LIST_10,
        DEFAULT_RECORD_DATE,
    ];
    hold("hawthorn", 2020, &windows);
}

#[test]
fn birch() {
    let windows = [
        Window {
            walked: |walk| before(walk, 12, 48),
            ..NOTICE_10_60
        },
        Window {
            walked: |walk| before(walk, 13, 47),
            ..RECORD_10_60
        },
        LIST_10,
        DEFAULT_RECORD_DATE,
    ];
    hold("birch", 2012, &windows);
}
