//! The references in docs/ are fresh, and the JSON shapes are those that the command line prints.

// Tests state what must hold by unwrapping, in their helpers as well.
#![allow(clippy::unwrap_used, clippy::panic)]

// What the command line's own tests hold its commands against as well.
#[path = "../../crates/quorate/tests/shape/mod.rs"]
mod shape;

use quorate::json;
use quorate_calendar::Day;
use quorate_casebook::Shelf;
use quorate_corporation::plan::{PlanKind, PlanRequest, plan_meeting};
use quorate_corporation::{Facts, Practice, ask, questions};
use quorate_law::{LawBook, coverage};
use serde_json::Value as Json;

use xtask::generate;
use xtask::generate::schema::shapes;
use xtask::repository::casebook;

use shape::differences;

#[test]
fn the_references_are_fresh() {
    let stale = generate::stale(&generate::all().unwrap());
    assert!(
        stale.is_empty(),
        "stale: {}; run cargo xtask generate",
        stale.join(", ")
    );
}

fn hold(value: &Json, name: &str, into: &mut Vec<String>) {
    let shapes = shapes();
    for difference in differences(value, &shapes[name], &shapes, name) {
        if !into.contains(&difference) {
            into.push(difference);
        }
    }
}

#[test]
fn answers_have_the_shape_that_is_documented() {
    let shelf = Shelf::shipped();
    let mut found = Vec::new();
    for case in casebook().unwrap().cases {
        if let Ok(answer) = case.answer(&shelf) {
            hold(&json::answer(&answer), "answer", &mut found);
        }
    }
    // Without facts every question branches on what is unknown.
    for set in quorate_instruments::sets() {
        let book = quorate_instruments::law_book(set, false).unwrap();
        for question in questions::all() {
            hold(
                &json::answer(&ask(question, &Facts::none(), &book, &Practice::default())),
                "answer",
                &mut found,
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn plans_have_the_shape_that_is_documented() {
    let mut found = Vec::new();
    for set in quorate_instruments::sets() {
        let book = quorate_instruments::law_book(set, true).unwrap();
        let meeting = Day::parse("2002-04-17").unwrap();
        let request = |today| PlanRequest {
            today,
            ..PlanRequest::new(PlanKind::Annual, meeting)
        };
        // A plan made on the day of the meeting comes too late for notice of it.
        let plans = [None, Some(meeting)].map(|today| plan_meeting(&request(today), &book, &Practice::default()));
        hold(&json::plans(&plans, &[]), "plans", &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn questions_provisions_instruments_and_coverage_have_the_shape_that_is_documented() {
    let mut found = Vec::new();
    for question in questions::all() {
        hold(&json::question(question), "question", &mut found);
    }
    let instruments: Vec<_> = quorate_instruments::ids()
        .map(|id| quorate_instruments::load(id).unwrap())
        .collect();
    for instrument in &instruments {
        hold(&json::instrument(instrument), "instrument", &mut found);
        let (sections, counts) = coverage(instrument, &|section| {
            quorate_instruments::has_earned(instrument, section)
        });
        hold(
            &json::coverage(instrument, &sections, &counts, &["9.99".to_owned()]),
            "coverage",
            &mut found,
        );
    }
    for provision in LawBook::new(instruments)
        .instruments()
        .iter()
        .flat_map(|instrument| instrument.provisions())
    {
        hold(&json::provision(provision), "provision", &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_difference_from_a_shape_is_found() {
    let shapes = shapes();
    let good: Json = serde_json::json!({ "fact": "meeting-kind", "is": "annual" });
    assert!(differences(&good, &shapes["taken"], &shapes, "taken").is_empty());
    for wrong in [
        serde_json::json!({ "fact": "meeting-kind" }),
        serde_json::json!({ "fact": "meeting-kind", "is": 1 }),
        serde_json::json!({ "fact": "meeting-kind", "is": "annual", "more": true }),
        serde_json::json!("annual"),
    ] {
        assert_eq!(
            differences(&wrong, &shapes["taken"], &shapes, "taken").len(),
            1,
            "{wrong}"
        );
    }
}
