//! The bytes and hashes of a book, pinned: a change of any of them is a change of format.
//!
//! The hashes were made with `sha256sum` from the bytes written here by hand after RFC 8785.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{append, draft, genesis};
use quorate_book::{Hash, MemoryBook, SqliteBook, Store};

const GENESIS: &str =
    r#"{"about":{"state":"Delaware"},"corporation":"Acme, Inc.","format":"quorate-book","version":1}"#;
const GENESIS_HASH: &str = "f1897a058d2c413033f8cf8c38049325025ef5e1976259b925ca642a8fd1b195";

const CONTENT: &str = r#"{"act":"issue","shares":"1000","to":"Zoë"}"#;
const CONTENT_HASH: &str = "2a63016c7ed1040b71af6390b2d1e8eda2f491fe632bfb43e296511091c2686f";

const ENTRY_1: &str = r#"{"act-id":"first-issue","attachments":["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],"body":{"act":"issue","shares":"1000","to":"Zoë"},"content-hash":"2a63016c7ed1040b71af6390b2d1e8eda2f491fe632bfb43e296511091c2686f","entered":"2003-01-07T09:00:00-05:00","happened":"2003-01-06","number":1,"previous":"f1897a058d2c413033f8cf8c38049325025ef5e1976259b925ca642a8fd1b195"}"#;
const ENTRY_1_HASH: &str = "eb19b1bde848111d5c5c5f4d911222569efdb09429d3a37cbc1bd1cb158edb9c";

const ENTRY_2: &str = r#"{"act-id":"tab\tand \"quotes\" and é","attachments":[],"body":{"A":null,"a":[],"😀":-1,"ﬁ":9007199254740991},"content-hash":"2a63016c7ed1040b71af6390b2d1e8eda2f491fe632bfb43e296511091c2686f","entered":"2003-01-07T09:00:00-05:00","happened":"2003-01-06","number":2,"previous":"eb19b1bde848111d5c5c5f4d911222569efdb09429d3a37cbc1bd1cb158edb9c"}"#;
const ENTRY_2_HASH: &str = "5ae8453fa6ea13ba21a3a7e104a071d300063b290242ecb8c4124f72c050e8dd";

fn check(book: &mut dyn Store) {
    assert_eq!(String::from_utf8(book.stored_genesis().unwrap()).unwrap(), GENESIS);
    assert_eq!(book.head().unwrap().hash.to_string(), GENESIS_HASH);

    let mut first = draft("first-issue", 1000);
    assert_eq!(Hash::of(CONTENT.as_bytes()).to_string(), CONTENT_HASH);
    assert_eq!(first.content_hash.to_string(), CONTENT_HASH);
    first.attachments = vec![book.put_attachment(b"abc").unwrap()];
    let mut second = draft("tab\tand \"quotes\" and é", 1000);
    second.body = serde_json::from_str(r#"{ "ﬁ": 9007199254740991, "😀": -1, "a": [], "A": null }"#).unwrap();

    let appended = append(book, &[first, second]);
    assert_eq!(String::from_utf8(appended[0].entry.canonical.clone()).unwrap(), ENTRY_1);
    assert_eq!(appended[0].entry.hash.to_string(), ENTRY_1_HASH);
    assert_eq!(String::from_utf8(appended[1].entry.canonical.clone()).unwrap(), ENTRY_2);
    assert_eq!(appended[1].entry.hash.to_string(), ENTRY_2_HASH);
}

#[test]
fn bytes_and_hashes_in_memory_are_these() {
    check(&mut MemoryBook::new(&genesis()));
}

#[test]
fn bytes_and_hashes_in_sqlite_are_these() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.book");
    check(&mut SqliteBook::create(&path, &genesis()).unwrap());

    let shell = rusqlite::Connection::open(&path).unwrap();
    let one = |query: &str| shell.query_row(query, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(
        one("SELECT CAST(canonical AS TEXT) FROM entry WHERE number = 1"),
        ENTRY_1
    );
    assert_eq!(one("SELECT lower(hex(hash)) FROM entry WHERE number = 2"), ENTRY_2_HASH);
    let header = &std::fs::read(&path).unwrap()[..100];
    assert_eq!(
        &header[68..72],
        b"QRTE",
        "the application id, by which `file` knows a book"
    );
    assert_eq!(&header[60..64], [0, 0, 0, 1], "the version of the tables");
}
