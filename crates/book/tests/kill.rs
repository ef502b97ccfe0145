//! A writer killed at any moment loses nothing it acknowledged and leaves a sound book.
//!
//! The writer is this very test program, started again with the path of a book in its environment.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use common::{draft, genesis};
use quorate_book::{BookError, Draft, Hash, SqliteBook, Store, verify};

const BOOK: &str = "QUORATE_BOOK_KILL_TEST";

/// What `main` of the writer is: does nothing unless started by one of the tests below.
#[test]
fn writer() {
    if let Some(path) = std::env::var_os(BOOK) {
        write_until_killed(&PathBuf::from(path));
    }
}

/// Creates or opens the book and appends batches of one to four, saying each number only after the book has it.
fn write_until_killed(path: &Path) {
    let mut out = std::io::stdout().lock();
    let mut say = |line: String| writeln!(out, "\n{line}").and_then(|()| out.flush()).is_ok();
    let mut book = match SqliteBook::create(path, &genesis()) {
        Err(BookError::AlreadyThere { .. }) => SqliteBook::open(path).unwrap(),
        created => created.unwrap(),
    };
    let mut goes_on = say("created".to_owned());
    // The bound ends a writer that nobody kills; one that nobody listens to ends at the first line it says.
    while goes_on && book.head().unwrap().number < 50_000 {
        let head = book.head().unwrap();
        let paper = format!("paper {}", head.number).into_bytes();
        let paper = book.put_attachment(&paper.repeat(200)).unwrap();
        let batch: Vec<Draft> = (0..=head.number % 4)
            .map(|step| numbered(head.number + 1 + step, paper))
            .collect();
        for appended in book.append(&head, &batch).unwrap() {
            goes_on = say(format!("acknowledged {}", appended.entry.number));
        }
    }
}

fn numbered(number: u64, paper: Hash) -> Draft {
    let mut draft = draft(&format!("act-{number}"), number);
    draft.attachments = vec![paper];
    draft
}

fn start(path: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer", "--nocapture"])
        .env(BOOK, path)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Starts a writer, lets it say `lines` lines and a little more, kills it, and gives every number it acknowledged.
fn kill_after(path: &Path, lines: u64, little: u64) -> Vec<u64> {
    let mut writer = start(path);
    let mut said = BufReader::new(writer.stdout.take().unwrap());
    let mut text = String::new();
    for _ in 0..lines {
        said.read_line(&mut text).unwrap();
    }
    // Some work instead of a sleep, so that the kill falls anywhere in the writer's next transactions.
    for round in 0..little {
        std::hint::black_box(Hash::of(&round.to_le_bytes()));
    }
    writer.kill().unwrap();
    writer.wait().unwrap();
    said.read_to_string(&mut text).unwrap();
    text.lines()
        .filter_map(|line| line.strip_prefix("acknowledged ")?.parse().ok())
        .collect()
}

/// A small generator with a fixed seed (Knuth's MMIX constants), so that every run kills after the same lines.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

#[test]
fn killed_writer_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.book");
    let mut dice = Dice(2003);
    let mut last_acknowledged = 0;
    let mut rounds_with_a_journal_left = 0;
    for round in 0..24 {
        let acknowledged = kill_after(&path, 10 + dice.below(40), dice.below(40_000));
        last_acknowledged = acknowledged.last().copied().unwrap_or(0).max(last_acknowledged);
        rounds_with_a_journal_left += u64::from(folder.path().join("acme.book-journal").exists());

        let book = SqliteBook::open(&path).unwrap();
        let verification = verify(&book).unwrap();
        assert_eq!(verification.first_fault(), None, "round {round}");
        assert!(verification.entries >= last_acknowledged, "round {round}");
        for number in acknowledged {
            let entry = book.entry(number).unwrap().unwrap();
            assert_eq!(
                entry.draft,
                numbered(number, entry.draft.attachments[0]),
                "round {round}"
            );
        }
        drop(book);
        let files: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|file| file.unwrap().file_name())
            .collect();
        assert_eq!(files, ["acme.book"], "round {round}: at rest a book is one file");
    }
    assert!(last_acknowledged > 0, "the writer never acknowledged anything");
    eprintln!("{last_acknowledged} entries; {rounds_with_a_journal_left} of 24 kills fell within a transaction");
}

#[test]
fn killed_creation_leaves_a_book_or_room_for_one() {
    let mut dice = Dice(1899);
    let mut created = 0;
    for round in 0..24 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acme.book");
        // From nothing at all to the writer's first words, which come after about as much work as this.
        kill_after(&path, dice.below(6), dice.below(20_000));
        let book = match SqliteBook::open(&path) {
            Ok(book) => {
                created += 1;
                book
            }
            Err(BookError::Missing { .. } | BookError::NotABook { .. }) => {
                SqliteBook::create(&path, &genesis()).unwrap()
            }
            Err(other) => panic!("round {round}: {other}"),
        };
        assert_eq!(verify(&book).unwrap().first_fault(), None, "round {round}");
    }
    eprintln!("{created} of 24 kills fell after the book was there");
}
