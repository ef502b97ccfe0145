//! Changing anything that a book holds is found by `verify`, at the entry that was changed.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use common::{contents, filled_file, genesis};
use proptest::prelude::*;
use quorate_book::{BookError, Draft, Entry, Hash, Place, SqliteBook, Store, Verification, Wrong, verify};
use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;

/// A folder of its own with a filled book in it.
fn filled() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.book");
    filled_file(&path);
    (folder, path)
}

/// A hand that knows SQL and means to alter the book.
fn hand(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.pragma_update(None, "synchronous", "OFF").unwrap();
    connection
}

fn alter(path: &Path, sql: &str) {
    hand(path).execute_batch(sql).unwrap();
}

fn verified(path: &Path) -> Verification {
    verify(&SqliteBook::open_read_only(path).unwrap()).unwrap()
}

fn first_fault(path: &Path) -> (Place, Wrong) {
    let verification = verified(path);
    let first = verification.first_fault().expect("an alteration must be found");
    (first.place.clone(), first.wrong.clone())
}

/// Every byte of every column of every entry, one at a time: nothing is sampled here.
#[test]
fn every_byte_of_every_column_is_guarded() {
    let (_folder, path) = filled();
    let hand = hand(&path);
    let book = SqliteBook::open_read_only(&path).unwrap();
    let before = contents(&book).unwrap();
    let mut flips = 0;
    for stored in &before.entries {
        let number = i64::try_from(stored.number).unwrap();
        let columns = [
            ("previous", &stored.previous, "?1"),
            ("hash", &stored.hash, "?1"),
            ("act_id", &stored.act_id, "CAST(?1 AS TEXT)"),
            ("content_hash", &stored.content_hash, "?1"),
            ("happened", &stored.happened, "CAST(?1 AS TEXT)"),
            ("entered", &stored.entered, "CAST(?1 AS TEXT)"),
            ("canonical", &stored.canonical, "?1"),
        ];
        for (name, bytes, value) in columns {
            let update = format!("UPDATE entry SET {name} = {value} WHERE number = ?2");
            for at in 0..bytes.len() {
                let mut altered = bytes.clone();
                altered[at] ^= 1 << (at % 8);
                if hand.execute(&update, (&altered, number)).is_err() {
                    continue; // Another entry has that act id: the book did not change.
                }
                let verification = verify(&book).unwrap();
                let first = verification
                    .first_fault()
                    .unwrap_or_else(|| panic!("{name} of {number} at byte {at}"));
                assert_eq!(
                    first.place,
                    Place::Entry(stored.number),
                    "{name} of {number} at byte {at}: {first}"
                );
                hand.execute(&update, (bytes, number)).unwrap();
                flips += 1;
            }
        }
    }
    assert!(flips > 2_000, "{flips}");
    assert_eq!(contents(&book).unwrap(), before);
    assert!(verify(&book).unwrap().is_sound());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Attachments: the contents or the name, any byte.
    #[test]
    fn any_byte_of_an_attachment_is_guarded(which in 0_usize..3, name in any::<bool>(), at in any::<usize>(), bit in 0..8) {
        static BOOK: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
        let (_, path) = BOOK.get_or_init(filled);
        let book = SqliteBook::open_read_only(path).unwrap();
        let before = contents(&book).unwrap();
        let attachment = &before.attachments[which];
        let (column, bytes) = if name { ("hash", &attachment.hash) } else { ("bytes", &attachment.bytes) };
        let mut altered = bytes.clone();
        let at = at % altered.len();
        altered[at] ^= 1_u8 << bit;

        let hand = hand(path);
        let update = format!("UPDATE attachment SET {column} = ?1 WHERE {column} = ?2");
        prop_assert_eq!(hand.execute(&update, (&altered, bytes)).unwrap(), 1);
        let verification = verify(&book).unwrap();
        let read_back = book.attachment(&Hash::from_bytes(&attachment.hash).unwrap());
        hand.execute(&update, (bytes, &altered)).unwrap();

        // The first is cited by entries 2 and 4, the second by entry 4, the third by none.
        let hashes = [Hash::of(b"notice of the annual meeting"), Hash::of(&[7; 300])];
        let expected = match hashes.iter().position(|hash| hash.as_bytes() == attachment.hash.as_slice()) {
            Some(0) => Place::Entry(2),
            Some(_) => Place::Entry(4),
            None => Place::Attachment(altered_name(name, &altered, &attachment.hash)),
        };
        prop_assert_eq!(&verification.first_fault().unwrap().place, &expected);
        if name {
            prop_assert_eq!(read_back, Ok(None));
        } else {
            prop_assert!(matches!(read_back, Err(BookError::Altered(_))));
        }
    }

    /// The file itself: whatever bytes change, either it is noticed or nothing that the book holds has changed.
    #[test]
    fn any_bytes_of_the_file_are_guarded(changes in prop::collection::vec((any::<usize>(), 1_u8..=255), 1..4)) {
        check_changed_file(&changes)?;
    }

    /// A file cut short anywhere is noticed.
    #[test]
    fn file_cut_short_is_noticed(length in any::<usize>()) {
        let (_, _, sound) = sound_file();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cut.book");
        std::fs::write(&path, &sound[..length % sound.len()]).unwrap();
        prop_assert!(notices(&path).is_some());
    }
}

fn altered_name(name: bool, altered: &[u8], hash: &[u8]) -> String {
    Hash::from_bytes(if name { altered } else { hash }).unwrap().to_string()
}

fn sound_file() -> &'static (TempDir, common::Contents, Vec<u8>) {
    static SOUND: OnceLock<(TempDir, common::Contents, Vec<u8>)> = OnceLock::new();
    SOUND.get_or_init(|| {
        let (folder, path) = filled();
        let contents = contents(&SqliteBook::open_read_only(&path).unwrap()).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        (folder, contents, bytes)
    })
}

/// What opening and verifying complains of; none when all is said to be well.
fn notices(path: &Path) -> Option<String> {
    let book = match SqliteBook::open_read_only(path) {
        Ok(book) => book,
        Err(error) => return Some(error.to_string()),
    };
    match verify(&book) {
        Ok(verification) => verification.first_fault().map(ToString::to_string),
        Err(error) => Some(error.to_string()),
    }
}

/// Changes the bytes of the file at these places, counted among the bytes that are not zero, which are those that say something.
fn check_changed_file(changes: &[(usize, u8)]) -> Result<(), TestCaseError> {
    let (_, before, sound) = sound_file();
    let telling: Vec<usize> = (0..sound.len()).filter(|&at| sound[at] != 0).collect();
    let mut altered = sound.clone();
    for (at, mask) in changes {
        altered[telling[at % telling.len()]] ^= mask;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("altered.book");
    std::fs::write(&path, &altered).unwrap();
    if notices(&path).is_none() {
        let book = SqliteBook::open_read_only(&path).unwrap();
        prop_assert_eq!(&contents(&book).unwrap(), before);
        for stored in &before.entries {
            let act_id = std::str::from_utf8(&stored.act_id).unwrap();
            prop_assert_eq!(book.by_act_id(act_id).unwrap().unwrap().number, stored.number);
        }
    }
    Ok(())
}

/// The header of the file decides how everything else is read: each of its bytes, every bit.
#[test]
fn every_bit_of_the_file_header_is_guarded() {
    let telling: Vec<usize> = sound_file()
        .2
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte != 0)
        .map(|(at, _)| at)
        .collect();
    for (position, _) in telling.iter().enumerate().take_while(|(_, at)| **at < 100) {
        for bit in 0..8 {
            check_changed_file(&[(position, 1 << bit)]).unwrap();
        }
    }
}

/// An act id stands in the table, in the canonical bytes and in the index by which retries are recognized: a wrong index is a fault too.
#[test]
fn act_id_is_guarded_in_the_index_as_well() {
    let (_, _, sound) = sound_file();
    let places = (0..sound.len()).filter(|&at| sound[at..].starts_with(b"act-3"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("altered.book");
    let mut found = Vec::new();
    for at in places {
        let mut altered = sound.clone();
        altered[at + 4] = b'x';
        std::fs::write(&path, &altered).unwrap();
        found.push(first_fault(&path).0);
    }
    found.sort();
    assert_eq!(found, [Place::Entry(3), Place::Entry(3), Place::Storage]);
}

#[test]
fn entry_taken_out_is_missing() {
    let (_folder, path) = filled();
    alter(&path, "DELETE FROM entry WHERE number = 3");
    assert_eq!(first_fault(&path), (Place::Entry(3), Wrong::Missing));
    let faults = verified(&path).faults;
    assert_eq!(faults.len(), 1, "the entries after the gap are sound: {faults:?}");
}

#[test]
fn first_and_last_entries_taken_out_are_missing() {
    let (_folder, path) = filled();
    alter(&path, "DELETE FROM entry WHERE number IN (1, 6)");
    let places: Vec<Place> = verified(&path).faults.into_iter().map(|fault| fault.place).collect();
    assert_eq!(places, [Place::Entry(1), Place::Entry(6), Place::Head]);
}

#[test]
fn renumbered_entry_is_found_by_its_bytes() {
    let (_folder, path) = filled();
    alter(&path, "UPDATE entry SET number = 37 WHERE number = 5");
    let faults = verified(&path).faults;
    assert_eq!(
        (&faults[0].place, &faults[0].wrong),
        (&Place::Entry(5), &Wrong::Missing)
    );
    assert!(
        faults
            .iter()
            .any(|fault| fault.place == Place::Entry(37) && fault.wrong == Wrong::Column("number"))
    );
}

#[test]
fn swapped_entries_are_found() {
    let (_folder, path) = filled();
    alter(
        &path,
        "UPDATE entry SET number = 99 WHERE number = 2; UPDATE entry SET number = 2 WHERE number = 3; UPDATE entry SET number = 3 WHERE number = 99;",
    );
    assert_eq!(first_fault(&path).0, Place::Entry(2));
}

/// Puts the sealed entry in place of the one of its number, with every column in agreement.
fn put_in_place(path: &Path, forged: &Entry) {
    let hand = hand(path);
    let text = |text: &str| Value::Text(text.to_owned());
    let blob = |bytes: &[u8]| Value::Blob(bytes.to_vec());
    hand.execute(
        "UPDATE entry SET previous = ?2, hash = ?3, act_id = ?4, content_hash = ?5, happened = ?6, entered = ?7, canonical = ?8 WHERE number = ?1",
        [
            Value::Integer(i64::try_from(forged.number).unwrap()),
            blob(forged.previous.as_bytes()),
            blob(forged.hash.as_bytes()),
            text(&forged.draft.act_id),
            blob(forged.draft.content_hash.as_bytes()),
            text(&forged.draft.happened),
            text(&forged.draft.entered),
            blob(&forged.canonical),
        ],
    )
    .unwrap();
}

/// The entry that an honest book would have in third place, had another act been entered there.
fn forged_third() -> Entry {
    let mut other = quorate_book::MemoryBook::new(&genesis());
    common::fill(&mut other);
    let drafts: Vec<Draft> = other.entries(1).map(|entry| entry.unwrap().draft).collect();
    let mut rewritten = quorate_book::MemoryBook::new(&genesis());
    rewritten.put_attachment(b"notice of the annual meeting").unwrap();
    common::append(&mut rewritten, &drafts[..2]);
    common::append(&mut rewritten, &[common::draft("act-3", 999_999)])
        .remove(0)
        .entry
}

#[test]
fn entry_forged_in_full_breaks_the_chain_after_it() {
    let (_folder, path) = filled();
    put_in_place(&path, &forged_third());
    assert_eq!(first_fault(&path), (Place::Entry(4), Wrong::Previous));
}

#[test]
fn last_entries_rewritten_in_full_show_by_a_kept_head() {
    let (_folder, path) = filled();
    let kept = SqliteBook::open_read_only(&path).unwrap().head().unwrap();
    let forged = forged_third();
    put_in_place(&path, &forged);
    hand(&path)
        .execute_batch(&format!(
            "DELETE FROM entry WHERE number > 3; UPDATE head SET number = 3, hash = x'{}';
             DELETE FROM attachment WHERE bytes = x'{}'",
            forged.hash,
            "07".repeat(300)
        ))
        .unwrap();
    let book = SqliteBook::open_read_only(&path).unwrap();
    assert!(
        verify(&book).unwrap().is_sound(),
        "a book rewritten to its end is a book: only a head kept elsewhere tells"
    );
    let verification = quorate_book::verify_since(&book, &kept).unwrap();
    assert_eq!(verification.first_fault().unwrap().place, Place::Entry(4));
}

#[test]
fn other_spelling_with_its_own_hash_is_not_canonical() {
    let (_folder, path) = filled();
    let book = SqliteBook::open_read_only(&path).unwrap();
    let mut last = book.entry(6).unwrap().unwrap();
    last.canonical.push(b' ');
    last.hash = Hash::of(&last.canonical);
    put_in_place(&path, &last);
    alter(&path, &format!("UPDATE head SET hash = x'{}'", last.hash));
    assert_eq!(first_fault(&path), (Place::Entry(6), Wrong::NotCanonical));
}

#[test]
fn changed_head_is_found() {
    for sql in ["UPDATE head SET number = 5", "UPDATE head SET hash = zeroblob(32)"] {
        let (_folder, path) = filled();
        alter(&path, sql);
        assert_eq!(first_fault(&path), (Place::Head, Wrong::Head), "{sql}");
        let mut book = SqliteBook::open(&path).unwrap();
        let head = book.head().unwrap();
        let refused = book.append(&head, &[common::draft("new", 1)]).unwrap_err();
        assert!(
            refused
                .to_string()
                .starts_with("the head: it does not name the last entry"),
            "{sql}: {refused}"
        );
    }
}

#[test]
fn lost_end_shows_by_the_head() {
    let (_folder, path) = filled();
    alter(&path, "DELETE FROM entry WHERE number > 4");
    assert_eq!(first_fault(&path), (Place::Entry(5), Wrong::Missing));
}

#[test]
fn changed_genesis_is_found() {
    let (_folder, path) = filled();
    alter(
        &path,
        "UPDATE genesis SET canonical = CAST(replace(CAST(canonical AS TEXT), 'Acme', 'Ajax') AS BLOB)",
    );
    assert_eq!(first_fault(&path), (Place::Entry(1), Wrong::Previous));
}

#[test]
fn removed_attachment_is_missed_where_it_is_first_cited() {
    let (_folder, path) = filled();
    alter(&path, "DELETE FROM attachment");
    let faults = verified(&path).faults;
    let notice = Hash::of(b"notice of the annual meeting");
    let found: Vec<_> = faults.into_iter().map(|fault| (fault.place, fault.wrong)).collect();
    assert_eq!(
        found,
        [
            (Place::Entry(2), Wrong::AttachmentMissing(notice)),
            (Place::Entry(4), Wrong::AttachmentMissing(Hash::of(&[7; 300]))),
        ]
    );
}

#[test]
fn reading_never_hands_out_an_altered_entry() {
    let (_folder, path) = filled();
    alter(&path, "UPDATE entry SET happened = '1999-01-01' WHERE number = 4");
    let book = SqliteBook::open_read_only(&path).unwrap();
    let read: Vec<_> = book.entries(1).collect();
    assert_eq!(read.len(), 4, "reading ends at the altered entry");
    assert!(matches!(read[3], Err(BookError::Altered(_))));
    assert!(matches!(book.entry(4), Err(BookError::Altered(_))));
    assert!(matches!(book.by_act_id("act-4"), Err(BookError::Altered(_))));
    let message = book.entry(4).unwrap_err().to_string();
    assert_eq!(
        message,
        "entry 4: the column happened disagrees with the stored bytes (expected 2003-01-06, found 1999-01-01); the book was changed after it was written: keep this file as evidence and go back to a copy that verifies"
    );
}

#[test]
fn every_alteration_is_reported_and_not_only_the_first() {
    let (_folder, path) = filled();
    alter(&path, "UPDATE entry SET entered = 'x' WHERE number IN (2, 5)");
    let places: Vec<Place> = verified(&path).faults.into_iter().map(|fault| fault.place).collect();
    assert_eq!(places, [Place::Entry(2), Place::Entry(5)]);
}
