//! One entry of the book, read.

use quorate_book::{Entry, Hash};
use quorate_calendar::Moment;
use quorate_corporation::event::Event;
use quorate_corporation::finding::FindingStatus;
use quorate_corporation::when::When;

use super::record::{FindingRecord, Record, RecordError};

/// One entry of the book, read: what happened when, when it was entered, and its ruling.
#[derive(Clone, Debug)]
pub struct KeptEntry {
    /// Its number, counted from 1.
    pub number: u64,
    /// Its hash.
    pub hash: Hash,
    /// The id of the act.
    pub act_id: String,
    /// The hash of the act's content.
    pub content: Hash,
    /// When it happened.
    pub happened: When,
    /// When it was entered.
    pub entered: Moment,
    /// The act, its findings and outcome.
    pub record: Record,
    /// The events.
    pub events: Vec<Event>,
    /// The attachments that it cites.
    pub attachments: Vec<Hash>,
}

impl KeptEntry {
    /// Reads an entry of the store.
    ///
    /// # Errors
    /// When its body was written in a later form, or is no record of an act.
    pub fn read(entry: Entry) -> Result<Self, RecordError> {
        let Entry {
            number, hash, draft, ..
        } = entry;
        let (record, events) = Record::read(draft.body)?;
        Ok(Self {
            number,
            hash,
            act_id: draft.act_id,
            content: draft.content_hash,
            happened: When::parse(&draft.happened).map_err(RecordError)?,
            entered: Moment::parse(&draft.entered).map_err(|error| RecordError(error.to_string()))?,
            record,
            events,
            attachments: draft.attachments,
        })
    }

    /// Its place in the order in which entries take effect: when it happened, then its number.
    #[must_use]
    pub fn place(&self) -> (When, u64) {
        (self.happened, self.number)
    }

    /// The findings that were not met when it was entered.
    pub fn unmet(&self) -> impl Iterator<Item = &FindingRecord> {
        self.record
            .findings
            .iter()
            .filter(|finding| finding.status == FindingStatus::Unmet.word())
    }
}
