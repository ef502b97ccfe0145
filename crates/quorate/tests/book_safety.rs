//! What no bad input, altered byte, kill or second writer does to a minute book.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;

use std::process::Stdio;
use std::time::Instant;

use desk::{Desk, LATE_NOTICE, OAK};
use proptest::prelude::*;
use quorate::minute_book::{AsKnown, Fate, NewActs, Session};
use quorate_book::{Genesis, MemoryBook, SqliteBook, Store, verify};
use quorate_calendar::Moment;
use quorate_corporation::evidence::NoEvidence;
use serde_json::Value;

#[test]
fn bad_input_changes_nothing() {
    let desk = Desk::new();
    desk.act("oak.diary.kdl", OAK, "2002-04-09T12:00:00Z", 0);
    let act = |diary: &'static str| ["act", diary, "--book", "oak.book", "--entered", "2002-05-01T00:00:00Z"];
    desk.write("wrong.diary.kdl", "name-director \"Lee Ward\" on=\"2002-05-01\"\nname-directer \"X\" on=\"2002-02-30\"\nname-director \"Y\" on=\"2002-02-30\"\n");
    let said = desk.refused(&act("wrong.diary.kdl"));
    for wanted in [
        "wrong.diary.kdl:2:1",
        "did you mean name-director",
        "wrong.diary.kdl:3:",
        "nothing was entered",
    ] {
        assert!(said.contains(wanted), "{wanted} in:\n{said}");
    }
    desk.write("lacks.diary.kdl", "name-director \"Lee Ward\" on=\"2002-05-01\"\nimport-holders \"Common Stock\" file=\"holders.csv\" on=\"2002-05-01\"\n");
    let said = desk.refused(&act("lacks.diary.kdl"));
    assert!(
        said.contains("holders.csv") && said.contains("lacks.diary.kdl:2:"),
        "{said}"
    );
    assert!(desk.refused(&act("absent.diary.kdl")).contains("absent.diary.kdl"));
    // An hour that the clocks of the book's own zone leave out.
    desk.write("hour.diary.kdl", "name-director \"Lee Ward\" on=\"2002-04-07T02:30\"\n");
    assert!(desk.refused(&act("hour.diary.kdl")).contains("America/New_York"));

    desk.write("note.txt", "not a book");
    for (book, wanted) in [
        ("note.txt", "not a minute book"),
        ("absent.book", "no such book"),
        (".", "not a minute book"),
    ] {
        for command in [
            ["log"].as_slice(),
            &["status"],
            &["why", "1"],
            &["defects"],
            &["verify"],
            &["audit"],
            &["act", "oak.diary.kdl"],
        ] {
            let output = desk.run(&[command, &["--book", book]].concat(), 2);
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(said.contains(wanted) && said.contains(book), "{command:?}: {said}");
        }
    }
    assert!(
        desk.refused(&["init", "--book", "oak.book", "--name", "Oak"])
            .contains("already")
    );
    assert!(
        desk.refused(&["init", "--book", "new.book", "--name", " "])
            .contains("--name")
    );
    assert!(!desk.path("new.book").exists());
    assert!(desk.refused(&["why", "70", "--book", "oak.book"]).contains("1 to 6"));
    assert!(
        desk.refused(&["status", "--book", "oak.book", "--as-of", "2002-02-30"])
            .contains("--as-of")
    );
    assert!(
        desk.refused(&["act", "oak.diary.kdl", "--book", "oak.book", "--entered", "yesterday"])
            .contains("--entered")
    );
}

#[test]
fn a_book_grows_forward_only() {
    let desk = Desk::new();
    desk.act("oak.diary.kdl", OAK, "2002-04-09T12:00:00Z", 0);
    desk.write("more.diary.kdl", "name-director \"Lee Ward\" on=\"2002-05-01\"");
    let said = desk.refused(&[
        "act",
        "more.diary.kdl",
        "--book",
        "oak.book",
        "--entered",
        "2002-04-09T11:59:59Z",
    ]);
    assert!(
        said.contains("entry 6") && said.contains("2002-04-09T12:00:00Z"),
        "{said}"
    );
    desk.ok(&[
        "act",
        "more.diary.kdl",
        "--book",
        "oak.book",
        "--entered",
        "2002-04-09T12:00:00Z",
    ]);
}

#[test]
fn an_altered_byte_is_caught() {
    let desk = Desk::new();
    desk.act("oak.diary.kdl", OAK, "2002-04-09T12:00:00Z", 0);
    let verified = desk.json(&["verify"], 0);
    let kept = [
        verified["head"]["number"].to_string(),
        verified["head"]["hash"].as_str().unwrap().to_owned(),
    ];
    desk.ok(&["verify", "--book", "oak.book", "--kept-head", &kept[0], &kept[1]]);

    // Everywhere in the file: SQLite leaves old copies in the unused parts of its pages.
    let sound = desk.bytes();
    let name = b"Avery Dean";
    let mut bytes = sound.clone();
    for at in (0..bytes.len() - name.len()).filter(|at| sound[*at..].starts_with(name)) {
        bytes[at] = b'E';
    }
    std::fs::write(desk.path("oak.book"), &bytes).unwrap();
    let said = desk.said(&["verify", "--book", "oak.book"], 1);
    assert!(said.starts_with("not sound: entry 2: "), "{said}");
    assert_eq!(desk.json(&["verify"], 1)["faults"][0]["place"], "entry 2");
    desk.write(
        "more.diary.kdl",
        &format!("{OAK}name-director \"Lee Ward\" on=\"2002-05-01\""),
    );
    for command in [
        ["log"].as_slice(),
        &["status"],
        &["defects"],
        &["audit"],
        &["act", "more.diary.kdl"],
    ] {
        assert!(
            desk.refused(&[command, &["--book", "oak.book"]].concat())
                .contains("entry 2"),
            "{command:?}"
        );
    }
    // Any other byte: it is caught, or it is no part of what the book says.
    std::fs::write(desk.path("oak.book"), &sound).unwrap();
    let log = desk.log();
    for at in (0..sound.len()).step_by(sound.len() / 24) {
        let mut altered = sound.clone();
        altered[at] ^= 0x20;
        std::fs::write(desk.path("oak.book"), &altered).unwrap();
        let output = desk.command(&["verify", "--book", "oak.book"]).output().unwrap();
        match output.status.code() {
            Some(0) => assert_eq!(desk.log(), log, "byte {at} is no part of what the book says"),
            Some(1 | 2) => {}
            other => panic!("byte {at}: {other:?}"),
        }
    }
}

/// Spins rather than sleeps, so that a kill falls anywhere.
fn spin(share: u32, of: u32, whole: std::time::Duration) {
    let start = Instant::now();
    while start.elapsed() < whole * share / of {
        std::hint::spin_loop();
    }
}

#[test]
fn a_killed_act_loses_nothing_acknowledged() {
    let desk = Desk::new();
    let mut story = OAK.to_owned();
    desk.act("oak.diary.kdl", &story, "2002-04-09T12:00:00Z", 0);
    let mut acknowledged = 6;
    let mut whole = std::time::Duration::ZERO;
    for round in 0..16_u32 {
        // Each round brings acts and a new attachment; the first is let finish, to learn how long that takes.
        desk.write(
            &format!("minutes-{round}.txt"),
            &format!("minutes of round {round}\n").repeat(500),
        );
        story.push_str(&format!(
            "adopt-minutes \"spring\" file=\"minutes-{round}.txt\" stated=\"proceedings\" on=\"2002-05-01\"\n"
        ));
        for person in 0..60 {
            story.push_str(&format!(
                "name-director \"Person {round}-{person}\" on=\"2002-05-01\"\n"
            ));
        }
        desk.write("oak.diary.kdl", &story);
        let start = Instant::now();
        let mut child = desk
            .command(&["act", "oak.diary.kdl", "--book", "oak.book"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        if round > 0 {
            spin(round, 15, whole);
            child.kill().unwrap();
        }
        let output = child.wait_with_output().unwrap();
        whole = whole.max(start.elapsed());
        let said = String::from_utf8(output.stdout).unwrap();
        let numbers = said
            .lines()
            .filter_map(|line| line.strip_prefix("entered ")?.split(':').next()?.parse::<u64>().ok());
        acknowledged = numbers.max().unwrap_or(0).max(acknowledged);

        // Reading commands work on what a killed writer left, and the book is one file again.
        let verified = desk.json(&["verify"], 0);
        assert!(
            verified["entries"].as_u64().unwrap() >= acknowledged,
            "round {round}: {verified}"
        );
        assert_eq!(verified["entries"], desk.log().len(), "round {round}");
    }
    // The retry enters what is missing, once.
    desk.run(&["act", "oak.diary.kdl", "--book", "oak.book"], 0);
    assert_eq!(desk.log().len(), 6 + 16 * 61);
    let book = SqliteBook::open(&desk.path("oak.book")).unwrap();
    assert!(verify(&book).unwrap().is_sound());
    assert!(!desk.path("oak.book-journal").exists());
}

#[test]
fn a_writer_that_saw_an_older_head_is_told() {
    let desk = Desk::new();
    let (entries, _) = quorate_diary::read(OAK);
    let acts: Vec<_> = entries
        .into_iter()
        .filter(|entry| entry.file.is_none())
        .map(|entry| entry.act)
        .collect();
    let path = desk.path("oak.book");
    let mut one = Session::open(&path, Vec::new()).unwrap();
    let mut two = Session::open(&path, Vec::new()).unwrap();
    enter(&mut one, &acts[..1]);
    let refused = two.enter(&new(&acts[1..2])).unwrap_err().to_string();
    assert!(
        refused.contains("moved on") && refused.contains("nothing was entered"),
        "{refused}"
    );
    // The same act again is a retry that never heard the answer: its writer gets the first entry.
    let fates = two.enter(&new(&acts[..1])).unwrap();
    assert!(matches!(fates.as_slice(), [Fate::Entered(1, ..)]), "{fates:?}");
}

fn new(acts: &[quorate_corporation::Act]) -> NewActs<'_> {
    let entered = Moment::parse("2010-01-01T00:00:00Z").unwrap();
    NewActs {
        acts,
        diary: None,
        evidence: &NoEvidence,
        bytes: &|_| None,
        entered,
    }
}

fn enter(session: &mut Session, acts: &[quorate_corporation::Act]) {
    for fate in session.enter(&new(acts)).unwrap() {
        assert!(matches!(fate, Fate::Entered(..)), "{fate:?}");
    }
}

fn empty_session() -> Session {
    let genesis = Genesis::new("Oak, Inc.", Value::Null).unwrap();
    Session::over(Box::new(MemoryBook::new(&genesis)), Vec::new()).unwrap()
}

proptest! {
    /// However late each act is entered, the corporation is that of the story told in order; so is it when the book is read again.
    #[test]
    fn a_back_dated_entry_equals_the_story_told_in_order(order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let story: String = (0..12)
            .map(|index| match index {
                0 => "form-corporation \"Oak, Inc.\" zone=\"America/New_York\" on=\"1998-03-01\"\n".to_owned(),
                index if index % 2 == 0 => format!("name-director \"Person {index}\" on=\"1998-03-{:02}\"\n", index + 1),
                index => format!("name-officer \"secretary\" officer=\"Person {index}\" on=\"1998-03-{:02}T10:00\"\n", index + 1),
            })
            .collect();
        let (entries, problems) = quorate_diary::read(&story);
        prop_assert!(problems.is_empty());
        let acts: Vec<_> = entries.into_iter().map(|entry| entry.act).collect();
        let mut told = empty_session();
        enter(&mut told, &acts);
        let mut late = empty_session();
        for index in order {
            enter(&mut late, &acts[index..=index]);
        }
        prop_assert_eq!(told.corporation(AsKnown::default()), late.corporation(AsKnown::default()));
        prop_assert!(quorate::minute_book::audit::audit(&late).unwrap().is_empty());
    }
}

#[test]
fn a_book_read_again_is_the_book_as_it_was_written() {
    let desk = Desk::new();
    desk.act(
        "oak.diary.kdl",
        &format!("{OAK}{LATE_NOTICE}"),
        "2002-04-09T12:00:00Z",
        0,
    );
    let path = desk.path("oak.book");
    let general = quorate_instruments::general().unwrap();
    let mut session = Session::open(&path, general.clone()).unwrap();
    let (entries, _) = quorate_diary::read("name-director \"Lee Ward\" on=\"2002-05-01\"");
    enter(&mut session, &[entries[0].act.clone()]);
    let again = Session::open_read_only(&path, general).unwrap();
    assert_eq!(session.head(), again.head());
    assert_eq!(
        session.corporation(AsKnown::default()),
        again.corporation(AsKnown::default())
    );
    assert_eq!(session.entries().len(), again.entries().len());
    for (written, read) in session.entries().iter().zip(again.entries()) {
        assert_eq!(
            (&written.record, &written.events, &written.attachments),
            (&read.record, &read.events, &read.attachments)
        );
    }
    assert_eq!(again.head(), SqliteBook::open_read_only(&path).unwrap().head().unwrap());
}
