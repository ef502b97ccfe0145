//! A small corporation's drafts, for every test of the book.

// Each test file is its own program and uses only some of these.
#![allow(dead_code)]

use std::path::Path;

use quorate_book::{Appended, Draft, Genesis, Hash, SqliteBook, Store, canonical_bytes};
use serde_json::json;

pub fn genesis() -> Genesis {
    Genesis::new("Acme, Inc.", json!({"state": "Delaware"})).unwrap()
}

/// The draft of an act told apart by its id and its content.
pub fn draft(act_id: &str, shares: u64) -> Draft {
    let body = json!({"act": "issue", "shares": shares.to_string(), "to": "Zoë"});
    Draft {
        act_id: act_id.to_owned(),
        content_hash: Hash::of(&canonical_bytes(&body).unwrap()),
        happened: "2003-01-06".to_owned(),
        entered: "2003-01-07T09:00:00-05:00".to_owned(),
        body,
        attachments: Vec::new(),
    }
}

pub fn append<S: Store + ?Sized>(book: &mut S, drafts: &[Draft]) -> Vec<Appended> {
    let head = book.head().unwrap();
    book.append(&head, drafts).unwrap()
}

/// A book of six entries and three attachments; entry 2 cites the first, entry 4 the first and second, and nothing the third.
pub fn fill<S: Store + ?Sized>(book: &mut S) {
    let first = book.put_attachment(b"notice of the annual meeting").unwrap();
    let second = book.put_attachment(&[7; 300]).unwrap();
    book.put_attachment(b"a paper that nothing cites").unwrap();
    let mut drafts: Vec<Draft> = (1..=6)
        .map(|number| draft(&format!("act-{number}"), number * 100))
        .collect();
    drafts[1].attachments = vec![first];
    drafts[3].attachments = vec![first, second];
    append(book, &drafts);
}

pub fn filled_file(path: &Path) {
    fill(&mut SqliteBook::create(path, &genesis()).unwrap());
}

/// Everything that a book holds, to compare two of them.
#[derive(Debug, PartialEq)]
pub struct Contents {
    pub genesis: Vec<u8>,
    pub entries: Vec<quorate_book::StoredEntry>,
    pub attachments: Vec<quorate_book::StoredAttachment>,
}

pub fn contents(book: &dyn Store) -> Result<Contents, quorate_book::BookError> {
    let mut attachments: Vec<quorate_book::StoredAttachment> = Vec::new();
    while let Some(next) = book.stored_attachment_after(attachments.last().map(|last| last.hash.as_slice()))? {
        attachments.push(next);
    }
    Ok(Contents {
        genesis: book.stored_genesis()?,
        entries: book.stored_entries(0, usize::MAX)?,
        attachments,
    })
}
