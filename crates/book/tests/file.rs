//! The file of a book: what opens and what does not, who may write, and that each refusal says what to do.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use common::{append, draft, filled_file, genesis};
use quorate_book::{AppendError, BookError, Genesis, SqliteBook, Store, verify};
use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.book");
    (folder, path)
}

fn filled() -> (TempDir, PathBuf) {
    let (folder, path) = folder();
    filled_file(&path);
    (folder, path)
}

#[test]
fn book_is_there_after_it_was_closed() {
    let (folder, path) = filled();
    let book = SqliteBook::open(&path).unwrap();
    assert_eq!(book.genesis().unwrap(), genesis());
    assert_eq!(book.head().unwrap().number, 6);
    drop(book);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "one file");
}

#[test]
fn book_is_never_written_over() {
    let (_folder, path) = filled();
    let before = fs::read(&path).unwrap();
    let other = Genesis::new("Other, Inc.", json!(null)).unwrap();
    assert_eq!(
        SqliteBook::create(&path, &other).unwrap_err(),
        BookError::AlreadyThere {
            book: path.display().to_string()
        }
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn other_file_is_never_written_over() {
    let (_folder, path) = folder();
    fs::write(&path, "dear shareholders, ".repeat(100)).unwrap();
    assert!(matches!(
        SqliteBook::create(&path, &genesis()),
        Err(BookError::AlreadyThere { .. })
    ));
    assert_eq!(fs::read(&path).unwrap(), "dear shareholders, ".repeat(100).as_bytes());
}

#[test]
fn empty_file_of_an_interrupted_creation_becomes_a_book() {
    let (_folder, path) = folder();
    fs::write(&path, "").unwrap();
    let refused = SqliteBook::open(&path).unwrap_err();
    assert!(matches!(refused, BookError::NotABook { .. }));
    assert!(refused.to_string().contains("create the book again"), "{refused}");
    SqliteBook::create(&path, &genesis()).unwrap();
    assert_eq!(SqliteBook::open(&path).unwrap().genesis().unwrap(), genesis());
}

#[test]
fn missing_book_is_not_created_by_opening() {
    let (_folder, path) = folder();
    for opened in [SqliteBook::open(&path), SqliteBook::open_read_only(&path)] {
        assert!(matches!(opened, Err(BookError::Missing { .. })));
    }
    assert!(!path.exists());
}

#[test]
fn what_is_no_book_is_said_to_be_none() {
    let (folder, path) = folder();
    assert!(matches!(
        SqliteBook::open(folder.path()),
        Err(BookError::NotABook { .. })
    ));
    fs::write(&path, "dear shareholders, ".repeat(100)).unwrap();
    assert!(matches!(SqliteBook::open(&path), Err(BookError::NotABook { .. })));
    fs::remove_file(&path).unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE song (title TEXT)")
        .unwrap();
    let refused = SqliteBook::open(&path).unwrap_err().to_string();
    assert!(refused.contains("another program's SQLite database"), "{refused}");
    assert!(matches!(
        SqliteBook::create(&path, &genesis()),
        Err(BookError::AlreadyThere { .. })
    ));
}

#[test]
fn newer_book_is_left_to_newer_programs() {
    let (_folder, path) = filled();
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", 2)
        .unwrap();
    let expected = BookError::NewerVersion {
        book: path.display().to_string(),
        found: 2,
        known: 1,
    };
    assert_eq!(SqliteBook::open(&path).unwrap_err(), expected);
    assert_eq!(SqliteBook::open_read_only(&path).unwrap_err(), expected);
}

#[test]
fn newer_canonical_form_is_left_to_newer_programs() {
    let (_folder, path) = filled();
    let later = "UPDATE genesis SET canonical = CAST(replace(CAST(canonical AS TEXT), '\"version\":1', '\"version\":2') AS BLOB)";
    Connection::open(&path).unwrap().execute_batch(later).unwrap();
    assert!(matches!(
        SqliteBook::open(&path),
        Err(BookError::NewerVersion { found: 2, known: 1, .. })
    ));
}

#[test]
fn added_or_changed_declarations_are_damage() {
    for sql in [
        "CREATE TRIGGER sly AFTER INSERT ON entry BEGIN UPDATE head SET number = 0; END",
        "CREATE VIEW extra AS SELECT 1",
        "CREATE TABLE extra (x)",
        "DROP TABLE attachment",
        "UPDATE migration SET script_hash = zeroblob(32)",
    ] {
        let (_folder, path) = filled();
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let refused = SqliteBook::open(&path).unwrap_err();
        assert!(matches!(refused, BookError::Damaged { .. }), "{sql}: {refused}");
    }
}

#[test]
fn reader_may_not_write() {
    let (_folder, path) = filled();
    let mut book = SqliteBook::open_read_only(&path).unwrap();
    let head = book.head().unwrap();
    let read_only = BookError::ReadOnly {
        book: path.display().to_string(),
    };
    assert_eq!(
        book.append(&head, &[draft("new", 1)]),
        Err(AppendError::Book(read_only.clone()))
    );
    assert_eq!(book.put_attachment(b"new"), Err(read_only));
    assert!(verify(&book).unwrap().is_sound());
}

#[test]
fn second_writer_is_told_of_the_first() {
    let (_folder, path) = filled();
    let first = Connection::open(&path).unwrap();
    first.execute_batch("BEGIN IMMEDIATE").unwrap();

    let mut second = SqliteBook::open(&path).unwrap();
    second.set_patience(Duration::ZERO).unwrap();
    let head = second.head().unwrap();
    let locked = BookError::Locked {
        book: path.display().to_string(),
    };
    assert_eq!(
        second.append(&head, &[draft("new", 1)]),
        Err(AppendError::Book(locked.clone()))
    );
    assert_eq!(second.put_attachment(b"new"), Err(locked));

    first.execute_batch("ROLLBACK").unwrap();
    assert_eq!(second.append(&head, &[draft("new", 1)]).unwrap()[0].entry.number, 7);
}

#[test]
fn writers_in_turn_see_each_other_by_the_head() {
    let (_folder, path) = filled();
    let mut one = SqliteBook::open(&path).unwrap();
    let mut other = SqliteBook::open(&path).unwrap();
    let seen = other.head().unwrap();
    append(&mut one, &[draft("one", 1)]);
    let found = one.head().unwrap();
    let refused = other.append(&seen, &[draft("other", 2)]).unwrap_err();
    assert_eq!(refused, AppendError::HeadMoved { expected: seen, found });
    assert_eq!(append(&mut other, &[draft("other", 2)])[0].entry.number, 8);
    assert_eq!(one.head().unwrap().number, 8);
    assert!(verify(&one).unwrap().is_sound());
}

/// A reader that has read some pages goes on when a writer appends, and reads the new entries too.
#[test]
fn reading_goes_on_while_another_appends() {
    let (_folder, path) = filled();
    let reader = SqliteBook::open_read_only(&path).unwrap();
    let mut entries = reader.entries(1);
    assert_eq!(entries.next().unwrap().unwrap().number, 1);
    append(&mut SqliteBook::open(&path).unwrap(), &[draft("new", 1)]);
    let rest: Vec<u64> = entries.map(|entry| entry.unwrap().number).collect();
    assert_eq!(rest, [2, 3, 4, 5, 6, 7]);
}

#[test]
fn names_that_sqlite_would_take_for_something_else_are_files() {
    let (folder, _) = folder();
    // Only relative names can be taken so; every other test of this file uses absolute ones and does not mind.
    let before = std::env::current_dir().unwrap();
    std::env::set_current_dir(folder.path()).unwrap();
    for name in [
        ":memory:",
        "file:acme.book?mode=memory",
        "acme book?.sqlite",
        "Zoë.book",
    ] {
        let path = Path::new(name);
        SqliteBook::create(path, &genesis()).unwrap();
        assert!(folder.path().join(name).is_file(), "{name}");
        assert!(SqliteBook::open(path).is_ok(), "{name}");
    }
    std::env::set_current_dir(before).unwrap();
}

#[test]
fn folder_that_is_not_there_is_a_storage_error() {
    let (folder, _) = folder();
    let path = folder.path().join("no such folder").join("acme.book");
    assert!(matches!(
        SqliteBook::create(&path, &genesis()),
        Err(BookError::Storage { .. })
    ));
}
