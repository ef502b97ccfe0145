//! How fast a book in SQLite is written, replayed and verified: `cargo bench -p quorate-book`.

use std::path::Path;
use std::time::{Duration, Instant};

use quorate_book::{Draft, Genesis, Hash, SqliteBook, Store, canonical_bytes, verify};
use serde_json::json;

const ENTRIES: u64 = 100_000;
const BATCH: u64 = 1_000;
const SINGLE: u64 = 200;

fn main() {
    // Test runners start every target; only `cargo bench` asks for the measurement.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("bench.book");
    if let Err(error) = measure(&path) {
        eprintln!("{error}");
        std::process::exit(1);
    }
}

fn measure(path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let genesis = Genesis::new("Bench, Inc.", json!({"state": "Delaware"}))?;
    let mut book = SqliteBook::create(path, &genesis)?;

    let start = Instant::now();
    for first in (1..=ENTRIES).step_by(usize::try_from(BATCH)?) {
        let drafts = (first..first + BATCH).map(draft).collect::<Result<Vec<_>, _>>()?;
        let head = book.head()?;
        book.append(&head, &drafts)?;
    }
    report("append, a thousand to a transaction", ENTRIES, start.elapsed());

    let start = Instant::now();
    for number in ENTRIES + 1..=ENTRIES + SINGLE {
        let head = book.head()?;
        book.append(&head, &[draft(number)?])?;
    }
    report("append, one to a transaction", SINGLE, start.elapsed());

    let start = Instant::now();
    let mut read = 0;
    for entry in book.entries(1) {
        read += u64::from(entry?.number > 0);
    }
    report("replay", read, start.elapsed());

    let start = Instant::now();
    let verification = verify(&book)?;
    report("verify", verification.entries, start.elapsed());
    if let Some(fault) = verification.first_fault() {
        return Err(fault.to_string().into());
    }

    drop(book);
    let bytes = std::fs::metadata(path)?.len();
    println!("file: {bytes} bytes, {} bytes an entry", bytes / read);
    Ok(())
}

/// An act of ordinary size, with two findings.
fn draft(number: u64) -> Result<Draft, quorate_book::NotExact> {
    let act = json!({"act": "issue", "class": "common", "to": format!("holder-{number}"), "shares": (number * 100).to_string()});
    Ok(Draft {
        act_id: format!("issue-{number}"),
        content_hash: Hash::of(&canonical_bytes(&act)?),
        happened: "2003-01-06".to_owned(),
        entered: "2003-01-07T09:00:00-05:00".to_owned(),
        body: json!({
            "act": act,
            "who": "secretary",
            "events": [{"event": "shares-issued", "to": format!("holder-{number}"), "shares": (number * 100).to_string()}],
            "findings": [
                {"id": "issue-within-authorized", "conclusion": "met", "authority": "certificate § 4", "reason": "authorized 100000000"},
                {"id": "issue-authorized-by-board", "conclusion": "met", "authority": "8 Del. C. § 152", "reason": "resolution of 2003-01-02"},
            ],
            "rules": "0.1.0",
        }),
        attachments: Vec::new(),
    })
}

fn report(what: &str, entries: u64, took: Duration) {
    let micros = took.as_micros().max(1);
    println!(
        "{what}: {entries} entries in {} ms, {} a second",
        micros / 1_000,
        u128::from(entries) * 1_000_000 / micros
    );
}
