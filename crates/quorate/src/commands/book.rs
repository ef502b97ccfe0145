//! What the commands on a minute book share: which file, as of when, and what is printed of an entry.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use quorate::minute_book::{AsKnown, FindingRecord, KeptEntry, OpenError, Session};
use quorate_book::{BookError, Head};
use quorate_calendar::{Day, Moment};
use quorate_law::Instrument;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::load::of_load;
use crate::practice::of_text;

/// Which book.
#[derive(clap::Args, Clone, Debug)]
pub struct BookFile {
    /// The minute book
    #[arg(long, value_name = "FILE")]
    pub book: PathBuf,
}

impl BookFile {
    /// Opens the book for reading only; what a writer that was killed left half done is taken back first.
    pub fn read(&self) -> Result<Session, Failure> {
        match Session::open_read_only(&self.book, general()?) {
            Err(OpenError::Book(BookError::Interrupted { .. })) => self.write(),
            opened => practised(opened),
        }
    }

    /// Opens the book for reading and writing.
    pub fn write(&self) -> Result<Session, Failure> {
        practised(Session::open(&self.book, general()?))
    }
}

fn general() -> Result<Vec<Arc<Instrument>>, Failure> {
    quorate_instruments::general().map_err(|error| of_load(&error))
}

/// A book is judged by the practice that it was begun with, which its genesis keeps.
fn practised(opened: Result<Session, OpenError>) -> Result<Session, Failure> {
    let mut session = opened.map_err(|error| of_open(&error))?;
    let text = session.genesis().about()[PRACTICE].as_str().map(str::to_owned);
    if let Some(text) = text {
        session.set_practice(of_text(Path::new("the practice of the book"), &text)?);
    }
    Ok(session)
}

/// Where the genesis keeps the text of the practice.
pub const PRACTICE: &str = "practice";

/// As of which day, as known on which day.
#[derive(clap::Args, Clone, Debug)]
pub struct Axes {
    /// The last day on which what counts may have happened
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// The last day on which what counts may have been entered, by the corporation's clock
    #[arg(long, value_name = "DATE")]
    pub known_on: Option<String>,
}

impl Axes {
    /// The days.
    pub fn read(&self) -> Result<AsKnown, Failure> {
        let day = |option: &str, text: &Option<String>| text.as_deref().map(|text| read_day(option, text)).transpose();
        Ok(AsKnown {
            as_of: day("--as-of", &self.as_of)?,
            known_on: day("--known-on", &self.known_on)?,
        })
    }
}

fn read_day(option: &str, text: &str) -> Result<Day, Failure> {
    Day::parse(text)
        .map_err(|error| Failure::new(format!("{option}: {error}"), Some("write a date such as 2002-04-17")))
}

/// The moment that an option gives, or the one that the clock of this machine shows.
pub fn moment_or_now(option: &str, given: Option<&str>) -> Result<Moment, Failure> {
    match given {
        Some(text) => Moment::parse(text).map_err(|error| {
            Failure::new(
                format!("{option}: {error}"),
                Some("write a moment such as 2002-04-17T12:00:00Z"),
            )
        }),
        None => now(),
    }
}

/// The moment that the clock of this machine shows.
pub fn now() -> Result<Moment, Failure> {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|passed| i64::try_from(passed.as_secs()).ok());
    let moment = seconds.and_then(|seconds| Moment::from_unix_seconds(seconds).ok());
    moment.ok_or_else(|| Failure::new("the clock of this machine shows no usable time", Some("set the clock")))
}

/// A book that could not be opened.
pub fn of_open(error: &OpenError) -> Failure {
    Failure::new(error, None)
}

/// A book that could not be read further.
pub fn of_book(error: &BookError) -> Failure {
    Failure::new(error, None)
}

/// A number of things: "1 entry", "2 entries".
pub fn count(number: u64, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// The outcome of an entry with the ids of what was not met.
pub fn outcome(entry: &KeptEntry) -> String {
    let mut unmet: Vec<&str> = entry.unmet().map(|finding| finding.id.as_str()).collect();
    unmet.dedup();
    match unmet.as_slice() {
        [] => entry.record.outcome.word.clone(),
        ids => format!("{} ({})", entry.record.outcome.word, ids.join(", ")),
    }
}

/// An entry as `log --json` lists it.
pub fn entry_json(entry: &KeptEntry) -> Value {
    json!({
        "entry": entry.number,
        "id": entry.act_id,
        "hash": entry.hash.to_string(),
        "happened": entry.happened.to_string(),
        "entered": entry.entered.to_string(),
        "act": entry.record.act.act,
        "by": entry.record.act.by,
        "facts": entry.record.act.facts,
        "diary": entry.record.diary,
        "outcome": entry.record.outcome.word,
        "conditions": entry.record.outcome.conditions,
        "unmet": entry.unmet().map(|finding| finding.id.as_str()).collect::<Vec<_>>(),
    })
}

/// The head of a book as JSON: the number of its last entry, and the hash that stands for everything up to it.
pub fn head_json(head: &Head) -> Value {
    json!({ "number": head.number, "hash": head.hash.to_string() })
}

/// A kept finding as JSON.
pub fn finding_json(finding: &FindingRecord) -> Value {
    json!({
        "id": finding.id,
        "status": finding.status,
        "message": finding.message,
        "authority": finding.authority.iter().map(|authority| json!({
            "citation": authority.citation,
            "source": authority.source,
            "instrument": authority.instrument,
            "start": authority.start,
            "end": authority.end,
            "confidence": authority.confidence,
        })).collect::<Vec<_>>(),
        "arithmetic": finding.arithmetic,
        "help": finding.help,
        "facts": finding.facts,
    })
}
