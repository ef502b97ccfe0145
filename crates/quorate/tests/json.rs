//! Every command has `--json`, and prints what is documented.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;
mod shape;

use std::collections::BTreeSet;

use desk::{Desk, EARLY_RECORD_DATE, LATE_NOTICE, OAK};
use serde_json::Value;

use shape::differences;

fn shapes() -> Value {
    serde_json::from_str(include_str!("../../../xtask/src/generate/shapes.json")).unwrap()
}

/// Holds what a command prints against a shape; a list against the shape of its items.
fn hold(printed: &Value, name: &str) {
    let shapes = shapes();
    assert!(shapes[name].is_object(), "no shape {name}");
    let values = printed
        .as_array()
        .map_or_else(|| vec![printed], |list| list.iter().collect());
    assert!(!values.is_empty(), "{name}: nothing was printed");
    let found: BTreeSet<String> = values
        .into_iter()
        .flat_map(|value| differences(value, &shapes[name], &shapes, name))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// The names of the commands that a help text lists.
fn commands(desk: &Desk, within: &[&str]) -> Vec<String> {
    let help = desk.ok(&[within, &["--help"]].concat());
    let Some((_, list)) = help.split_once("Commands:\n") else {
        return Vec::new();
    };
    let lines = list.lines().take_while(|line| !line.is_empty());
    lines
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect()
}

#[test]
fn every_command_has_json() {
    let desk = Desk::empty();
    let all = commands(&desk, &[]);
    assert!(all.len() >= 18, "{all:?}");
    for command in &all {
        let within = commands(&desk, &[command]);
        let paths = if within.is_empty() {
            vec![vec![command.as_str()]]
        } else {
            within.iter().map(|inner| vec![command.as_str(), inner]).collect()
        };
        for path in paths {
            let has_json = desk.ok(&[&path[..], &["--help"]].concat()).contains("--json");
            // Formatting prints a file, which is text.
            assert_eq!(has_json, path != ["instruments", "format"], "{path:?}");
        }
    }
}

#[test]
fn questions_of_law() {
    let desk = Desk::empty();
    let notice = [
        "ask",
        "stockholder-notice-window",
        "--under",
        "novell-2001",
        "meeting-date=2002-04-17",
    ];
    hold(&desk.printed(&notice, 0), "answer");
    hold(&desk.printed(&["questions"], 0), "question");
    hold(&desk.printed(&["instruments", "list"], 0), "instrument");
    hold(&desk.printed(&["instruments", "show", "novell-2001"], 0), "shown");
    hold(
        &desk.printed(&["instruments", "show", "delaware", "222(b)"], 0),
        "shown",
    );
    hold(&desk.printed(&["coverage", "novell-2001"], 0), "coverage");
    hold(&desk.printed(&["law-book", "--on", "2022-08-01"], 0), "provision");
    let plan = [
        "plan",
        "annual-meeting",
        "--under",
        "novell-2001",
        "--on",
        "2002-04-17",
        "--today",
        "2002-04-10",
    ];
    hold(&desk.printed(&plan, 1), "plans");
    for id in [
        "record-date-default",
        "votes-do-not-tie",
        "stockholder-notice-too-short",
        "quorum",
        "stockholder-quorum",
        "call-meeting",
        "convene",
        "practice",
    ] {
        hold(&desk.printed(&["explain", id], 0), "explanation");
    }
    desk.write(
        "case.md",
        "# Quorum\n\n```kdl\nask quorum under=\"novell-2001\" { expect value=\"7\" }\n```\n",
    );
    hold(&desk.printed(&["casebook", "case.md"], 1), "casebook");
    hold(
        &desk.printed(&["demo", "--holders", "20", "--out", "demo"], 0),
        "demonstration",
    );
}

#[test]
fn a_diary_and_its_book() {
    let desk = Desk::empty();
    hold(
        &desk.printed(&["init", "--book", "oak.book", "--name", "Oak, Inc."], 0),
        "begun",
    );
    // Everything that can come of an act: accepted, refused, entered with a defect, misdirected, entered before.
    let story = format!("{OAK}{EARLY_RECORD_DATE}{LATE_NOTICE}open-polls \"autumn\" on=\"2002-04-17\"\n");
    desk.write("oak.diary.kdl", &story);
    hold(&desk.printed(&["check", "oak.diary.kdl"], 1), "checked");
    for entered in ["2002-04-09T12:00:00Z", "2002-04-10T12:00:00Z"] {
        hold(
            &desk.json(&["act", "oak.diary.kdl", "--entered", entered], 1),
            "entered",
        );
    }
    hold(&desk.json(&["status"], 0), "status");
    hold(&desk.json(&["log"], 0), "entry");
    for entry in ["1", "7"] {
        hold(&desk.json(&["why", entry], 0), "entry-in-full");
    }
    hold(&desk.json(&["defects"], 1), "defect");
    let served = format!("{story}serve-notice \"spring\" holder=\"A-1\" channel=\"mail\" on=\"2002-03-20\"\n");
    desk.act("oak.diary.kdl", &served, "2002-04-10T12:00:00Z", 1);
    let register = desk.json(&["deliveries", "spring"], 0);
    hold(&register, "deliveries");
    hold(&register["deliveries"], "delivery");
    hold(&register["to-everyone"], "notice-to-everyone");
    hold(&desk.json(&["verify"], 0), "verification");

    // The call is heard of late: what was judged without it would be judged otherwise.
    desk.write(
        "late.diary.kdl",
        "state-listing #true exchange=\"Nasdaq\" on=\"1999-01-04\"\nadopt-instrument \"bylaws\" instrument=\"altiris-2006\" on=\"2001-11-13\"\n",
    );
    desk.json(&["act", "late.diary.kdl", "--entered", "2002-05-01T12:00:00Z"], 0);
    hold(&desk.json(&["audit"], 1), "difference");

    // A byte of an entry is altered.
    let mut bytes = desk.bytes();
    let place = bytes.windows(5).position(|window| window == b"Provo").unwrap();
    bytes[place] = b'p';
    std::fs::write(desk.path("oak.book"), bytes).unwrap();
    hold(&desk.json(&["verify"], 1), "verification");
}
