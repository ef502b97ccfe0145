//! `quorate demo`: every demonstration ends with a sound book, a certificate and minutes, and overwrites nothing.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;

use std::collections::BTreeMap;
use std::path::Path;

use desk::{Desk, has};

/// Every file of a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                std::fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

fn told(set: &str, seats: usize) {
    let desk = Desk::empty();
    let demo = ["demo", set, "--holders", "50", "--out", "told"];
    let said = desk.ok(&demo);
    // Each has a record date that is refused, a defect that is entered, a quorum, a count and a certificate.
    has(
        &said,
        &[
            "50 holders of record, invented",
            "The plan of deadlines.",
            "refused[record-date-too-early]",
            "refused; nothing is entered",
            "entered with defects",
            "; quorum: ",
            "rows by what became of them",
            "The book is sound",
        ],
    );
    let left = files(&desk.path("told"));
    for paper in ["certificate.txt", "minutes.txt"] {
        // A paper is set in on the screen, and is the same.
        let text = String::from_utf8(left[paper].clone()).unwrap();
        let lines = text.lines().filter(|line| !line.is_empty());
        assert!(lines.clone().count() > 5, "{text}");
        lines.for_each(|line| has(&said, &[&format!("      {line}\n")]));
    }
    let verified = desk.printed(&["verify", "--book", "told/book.quorate"], 0);
    has(&said, &[verified["head"]["hash"].as_str().unwrap()]);
    let status = desk.printed(&["status", "--book", "told/book.quorate"], 0);
    assert_eq!(status["meetings"][0]["stands"], "minutes adopted");

    // Into the same folder nothing more is written.
    has(&desk.unread(&demo), &["told is not empty", "--out"]);
    assert!(files(&desk.path("told")) == left, "a refused run changed a file");

    // The seed is fixed: a second meeting is the same, told as JSON.
    let summary = desk.printed(&["demo", set, "--holders", "50", "--out", "again"], 0);
    let again = files(&desk.path("again"));
    assert_eq!(again.keys().collect::<Vec<_>>(), left.keys().collect::<Vec<_>>());
    for (name, bytes) in left.iter().filter(|(name, _)| name.as_str() != "book.quorate") {
        assert!(again[name] == *bytes, "{name}");
    }
    assert_eq!(
        (&summary["set"], &summary["holders"], &summary["sound"]),
        (&set.into(), &50.into(), &true.into())
    );
    assert_eq!(
        (&summary["counts"]["refused"], &summary["counts"]["misdirected"]),
        (&1.into(), &0.into())
    );
    let [election, ordinary] = summary["results"].as_array().unwrap().as_slice() else {
        panic!("two matters: {summary}")
    };
    assert_eq!(
        election["fields"]["elected"].as_str().unwrap().split(", ").count(),
        seats
    );
    assert_eq!(ordinary["outcome"], "passed");
    assert!(summary["seconds"].as_u64().unwrap() >= 1);
}

// One test for each set, so that they run side by side.
#[test]
fn novell() {
    told("novell-2001", 7);
}

#[test]
fn altiris() {
    told("altiris-2006", 2);
}

#[test]
fn raining_data() {
    told("raining-data-2001", 2);
}

#[test]
fn a_demonstration_that_cannot_be_held() {
    let desk = Desk::empty();
    has(
        &desk.unread(&["demo", "acme-1999"]),
        &["no demonstration of \"acme-1999\"", "novell-2001"],
    );
    has(&desk.unread(&["demo", "--holders", "19"]), &["20"]);
    desk.write("taken", "a file");
    has(&desk.unread(&["demo", "--out", "taken"]), &["taken"]);
    desk.write("note.txt", "mine");
    has(&desk.unread(&["demo", "--out", "."]), &["not empty"]);
    assert_eq!(files(&desk.path(".")).len(), 2);
}
