//! Failures of the disk, brought about through the connection itself.

use super::*;
use serde_json::json;

fn genesis() -> Genesis {
    Genesis::new("Acme, Inc.", json!(null)).unwrap()
}

fn draft(act_id: &str, length: usize) -> Draft {
    Draft {
        act_id: act_id.to_owned(),
        content_hash: Hash::of(act_id.as_bytes()),
        happened: "2003-01-06".to_owned(),
        entered: "2003-01-07".to_owned(),
        body: json!({"text": "x".repeat(length)}),
        attachments: Vec::new(),
    }
}

#[test]
fn full_disk_enters_nothing_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = SqliteBook::create(&folder.path().join("acme.book"), &genesis()).unwrap();
    let head = book.head().unwrap();
    let pages: i64 = book.header_number("page_count").unwrap();
    book.connection
        .pragma_update(None, "max_page_count", pages + 2)
        .unwrap();
    let full = BookError::DiskFull {
        book: book.name.clone(),
    };
    let drafts = [draft("small", 10), draft("large", 100_000)];
    assert_eq!(book.append(&head, &drafts), Err(AppendError::Book(full.clone())));
    assert_eq!(book.put_attachment(&[1; 100_000]), Err(full));
    assert_eq!(book.head().unwrap(), head);
    assert!(crate::verify(&book).unwrap().is_sound());
    assert_eq!(book.append(&head, &drafts[..1]).unwrap()[0].entry.number, 1);
}

/// The state that lost power leaves: new pages already in the file, and the journal that takes them back beside it.
#[test]
fn half_written_append_is_taken_back_by_a_writer_and_named_by_a_reader() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.book");
    let mut book = SqliteBook::create(&path, &genesis()).unwrap();
    let head = book.head().unwrap();
    book.append(&head, &[draft("first", 5_000)]).unwrap();
    let head = book.head().unwrap();

    let cut_off = folder.path().join("cut-off.book");
    let transaction = book.writing().unwrap();
    let planned = store::plan(&book, &head, &[draft("second", 50_000)]).unwrap();
    book.insert(&StoredEntry::from(&planned[0].entry)).unwrap();
    book.set_head(&store::new_head(&planned).unwrap()).unwrap();
    book.connection.cache_flush().unwrap();
    let journal = |path: &Path| path.with_extension("book-journal");
    std::fs::copy(&path, &cut_off).unwrap();
    std::fs::copy(journal(&path), journal(&cut_off)).unwrap();
    drop(transaction);

    let cut_off_name = cut_off.display().to_string();
    assert_eq!(
        SqliteBook::open_read_only(&cut_off).unwrap_err(),
        BookError::Interrupted { book: cut_off_name }
    );
    let restored = SqliteBook::open(&cut_off).unwrap();
    assert_eq!(restored.head().unwrap(), head);
    assert!(crate::verify(&restored).unwrap().is_sound());
    assert!(!journal(&cut_off).exists());
    assert!(SqliteBook::open_read_only(&cut_off).is_ok());
}

#[test]
fn acknowledged_means_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.book");
    SqliteBook::create(&path, &genesis()).unwrap();
    let book = SqliteBook::open(&path).unwrap();
    let mode: String = book
        .connection
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "delete");
    assert_eq!(book.header_number("synchronous").unwrap(), 3, "EXTRA");
}
