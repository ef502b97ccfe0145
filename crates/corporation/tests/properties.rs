//! What must hold of every question: metamorphic properties, and an independent count of days.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

use std::collections::BTreeSet;
use std::sync::Arc;

use quorate_calendar::Day;
use quorate_corporation::answer::{Branch, Value};
use quorate_corporation::facts::FactValue;
use quorate_corporation::{Answer, Facts, Practice, Quantity, ask, questions};
use quorate_law::{LawBook, Source, read_instrument};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Facts that many questions take; a question reads those that it knows.
fn plenty() -> Facts {
    let quantity = |number| FactValue::Quantity(Quantity::whole(number));
    Facts::none()
        .with("meeting-date", FactValue::Day(day("2002-04-17")))
        .with("notice-given", FactValue::Day(day("2002-02-28")))
        .with("record-date", FactValue::Day(day("2002-02-22")))
        .with("resolution", FactValue::Day(day("2002-02-12")))
        .with("year", FactValue::Count(2002))
        .with("on", FactValue::Day(day("2002-04-17")))
        .with("shares-entitled", quantity(1_000))
        .with("shares-outstanding", quantity(1_000))
        .with("shares-present", quantity(700))
        .with("for", quantity(400))
        .with("against", quantity(250))
        .with("abstain", quantity(50))
        .with("broker-non-votes", quantity(0))
        .with("listed", FactValue::YesNo(true))
        .with("holders-of-record", FactValue::Count(3_000))
}

fn certificate() -> Arc<quorate_law::Instrument> {
    let text =
        "certificate \"Oak, Inc.\" completeness=\"complete\" { section \"1\" \"Name\" { narrative \"the name\" } }";
    Arc::new(read_instrument("oak/certificate", text).unwrap())
}

/// Bylaws that repeat every provision of the statute in force on a day, in the statute's own words.
fn bylaws_equal_to_the_statute(on: Day) -> Arc<quorate_law::Instrument> {
    let mut text = String::from("bylaws \"Oak, Inc.\" {\n");
    for (index, provision) in quorate_instruments::general()
        .unwrap()
        .iter()
        .flat_map(|instrument| instrument.provisions())
        // A floor under the bylaws' own rule is no rule of theirs.
        .filter(|provision| provision.validity.contains(on) && !is_floor(provision))
        .enumerate()
    {
        let scope: String = provision
            .scope
            .0
            .iter()
            .map(|(key, word)| format!(" {key}=\"{word}\""))
            .collect();
        text.push_str(&format!(
            "section \"{}\" \"Equal\" {{ {}{scope} }}\n",
            index + 1,
            provision.statement()
        ));
    }
    text.push_str("}\n");
    Arc::new(read_instrument("oak/bylaws", &text).unwrap_or_else(|errors| panic!("{errors:#?}\n{text}")))
}

fn is_floor(provision: &quorate_law::Provision) -> bool {
    provision.definition.name == "stockholder-quorum" && provision.effect == Some(quorate_law::Effect::Bounds)
}

/// The fields of a value with their items in any order, and without the citations, which must differ.
fn words(value: &Value) -> Vec<(String, BTreeSet<String>)> {
    let bare = |item: &str| item.split(" (").next().unwrap_or("").to_owned();
    value
        .fields()
        .into_iter()
        .map(|(name, text)| (name, text.split("; ").map(bare).collect()))
        .collect()
}

#[test]
fn a_bylaw_equal_to_the_statute_displaces_nothing_and_changes_no_value() {
    let on = day("2002-04-17");
    let mut instruments = quorate_instruments::general().unwrap();
    instruments.push(certificate());
    let alone = LawBook::new(instruments.clone());
    instruments.push(bylaws_equal_to_the_statute(on));
    let both = LawBook::new(instruments);
    let facts = plenty();
    let mut compared = 0;
    for question in questions::all() {
        let without = ask(question, &facts, &alone, &Practice::default());
        let with = ask(question, &facts, &both, &Practice::default());
        if without.is_silent {
            continue;
        }
        let displaced: Vec<_> = with.displaced.iter().map(|note| &note.authority.statement).collect();
        assert!(displaced.is_empty(), "{}: {displaced:#?}", question.id);
        if let (Some(before), Some(after)) = (&without.value, &with.value) {
            assert_eq!(words(before), words(after), "{}", question.id);
            compared += 1;
        }
    }
    assert!(compared >= 8, "only {compared} questions were compared");
}

/// Every unknown that an answer branches on, with the facts that lead to it.
fn branches(answer: &Answer, facts: &Facts, into: &mut Vec<(Facts, String, String, Option<Value>)>) {
    for unknown in &answer.needs {
        for (label, branch) in &unknown.branches {
            if let Branch::Answer(inner) = branch {
                into.push((facts.clone(), unknown.fact.clone(), label.clone(), inner.value.clone()));
            }
        }
    }
}

#[test]
fn the_true_value_of_an_unknown_is_among_its_branches() {
    let mut told = 0;
    for set in quorate_instruments::sets() {
        let book = quorate_instruments::law_book(set, true).unwrap();
        for question in questions::all() {
            let facts = plenty();
            let facts = ["listed", "holders-of-record", "on"]
                .iter()
                .fold(facts, |facts, name| facts.without(name));
            let answer = ask(question, &facts, &book, &Practice::default());
            let mut found = Vec::new();
            branches(&answer, &facts, &mut found);
            for (facts, fact, label, value) in found {
                let spec = question.facts.iter().find(|spec| spec.name == fact);
                let Some(read) = spec.and_then(|spec| quorate_corporation::facts::read_fact(spec, &label).ok()) else {
                    continue;
                };
                let direct = ask(question, &facts.with(&fact, read), &book, &Practice::default());
                assert_eq!(direct.value, value, "{set}: {}: {fact}={label}", question.id);
                told += 1;
            }
        }
    }
    assert!(told >= 10, "only {told} branches were told");
}

#[test]
fn every_answer_under_the_shipped_sets_carries_reasons_that_resolve() {
    for set in quorate_instruments::sets() {
        let book = quorate_instruments::law_book(set, true).unwrap();
        for question in questions::all() {
            let answer = ask(question, &plenty(), &book, &Practice::default());
            for finding in &answer.findings {
                assert!(!finding.message.is_empty());
                for authority in &finding.authority {
                    let instrument = book
                        .instrument_cited(&authority.instrument)
                        .unwrap_or_else(|| panic!("{}", authority.citation));
                    assert!(
                        instrument
                            .provisions()
                            .any(|provision| provision.citation.to_string() == authority.citation),
                        "{}",
                        authority.citation
                    );
                }
            }
            assert!(
                question.findings.is_empty()
                    || answer
                        .findings
                        .iter()
                        .all(|finding| question.findings.iter().any(|known| known.id == finding.definition.id))
            );
        }
    }
}

/// How many days lie between two dates, by walking the calendar with a table of month lengths; shares no code with the calendar crate.
fn walked(from: (i32, u8, u8), days_back: u32) -> (i32, u8, u8) {
    let (mut year, mut month, mut date) = from;
    for _ in 0..days_back {
        if date > 1 {
            date -= 1;
            continue;
        }
        if month == 1 {
            year -= 1;
            month = 12;
        } else {
            month -= 1;
        }
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        date = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
    }
    (year, month, date)
}

#[test]
fn for_every_date_of_five_years_the_windows_are_those_that_walking_the_calendar_gives() {
    let windows = ["stockholder-notice-window", "record-date-range"];
    for set in quorate_instruments::sets() {
        let book = quorate_instruments::law_book(set, true).unwrap();
        let mut meeting = day("2002-01-01");
        while meeting < day("2007-01-01") {
            let parts = (meeting.year(), meeting.month(), meeting.day());
            let text = |(year, month, date): (i32, u8, u8)| format!("{year:04}-{month:02}-{date:02}");
            for id in windows {
                let facts = Facts::none()
                    .with("meeting-date", FactValue::Day(meeting))
                    .with("on", FactValue::Day(meeting));
                let answer = ask(questions::find(id).unwrap(), &facts, &book, &Practice::default());
                let fields = answer.value.unwrap().fields();
                assert_eq!(
                    fields[0],
                    ("earliest".to_owned(), text(walked(parts, 60))),
                    "{set} {id} {meeting}"
                );
                assert_eq!(
                    fields[1],
                    ("latest".to_owned(), text(walked(parts, 10))),
                    "{set} {id} {meeting}"
                );
            }
            meeting = meeting.plus_days(1).unwrap();
        }
    }
}

#[test]
fn asking_one_source_alone_never_cites_another() {
    for set in quorate_instruments::sets() {
        let book = quorate_instruments::law_book(set, true).unwrap();
        for question in questions::all() {
            let answer = ask(question, &plenty(), &book, &Practice::default());
            for by in &answer.by {
                for authority in &by.authority {
                    assert_eq!(authority.source, by.source, "{set} {}", question.id);
                }
            }
        }
    }
    assert_eq!(Source::Bylaws.word(), "bylaws");
}
