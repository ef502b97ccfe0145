//! A book opened: its entries read, and the corporation as of a day, as known on a day.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use quorate_book::{BookError, Genesis, Hash, Head, SqliteBook, Store};
use quorate_calendar::{Day, Zone};
use quorate_corporation::event::Event;
use quorate_corporation::evidence::{Evidence, NoEvidence};
use quorate_corporation::{Clerk, Corporation, Practice};
use quorate_law::Instrument;

use super::entry::KeptEntry;
use super::evidence::{BookEvidence, Caches};
use super::record::RecordError;

/// Why a book could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The store could not be read.
    Book(BookError),
    /// An entry is sound as stored, and yet this program cannot read its body.
    Unreadable {
        /// The entry's number.
        entry: u64,
        /// Why.
        because: RecordError,
    },
    /// An entry is not chained to the one before it.
    Unchained {
        /// The entry's number.
        entry: u64,
    },
}

impl From<BookError> for OpenError {
    fn from(error: BookError) -> Self {
        Self::Book(error)
    }
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Book(error) => error.fmt(formatter),
            Self::Unreadable { entry, because } => write!(formatter, "entry {entry} cannot be read: {because}"),
            Self::Unchained { entry } => {
                write!(
                    formatter,
                    "entry {entry} is not chained to the one before it: the book was changed after it was written; quorate verify says where"
                )
            }
        }
    }
}

impl std::error::Error for OpenError {}

/// Which entries count: those that happened by a day, and those that were entered by a day. Nothing given, everything counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AsKnown {
    /// The last day on which an entry may have happened.
    pub as_of: Option<Day>,
    /// The last day on which an entry may have been entered, by the corporation's own clock.
    pub known_on: Option<Day>,
}

/// A book opened.
pub struct Session {
    pub(super) store: Box<dyn Store>,
    pub(super) head: Head,
    pub(super) entries: Vec<KeptEntry>,
    pub(super) general: Vec<Arc<Instrument>>,
    pub(super) act_ids: HashMap<String, usize>,
    pub(super) cited: HashSet<Hash>,
    pub(super) caches: Caches,
    practice: Practice,
    genesis: Genesis,
}

impl Session {
    /// Opens the book in a file for reading and writing; `general` are the instruments that bind every corporation.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(path: &Path, general: Vec<Arc<Instrument>>) -> Result<Self, OpenError> {
        Self::over(Box::new(SqliteBook::open(path)?), general)
    }

    /// Opens the book in a file for reading only.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_read_only(path: &Path, general: Vec<Arc<Instrument>>) -> Result<Self, OpenError> {
        Self::over(Box::new(SqliteBook::open_read_only(path)?), general)
    }

    /// Opens any store.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn over(store: Box<dyn Store>, general: Vec<Arc<Instrument>>) -> Result<Self, OpenError> {
        let genesis = store.genesis()?;
        let mut head = Head {
            number: 0,
            hash: genesis.hash(),
        };
        let mut entries = Vec::new();
        // The head that a writer saw is that of the last entry it read, not one that another writer has set since.
        for entry in store.entries(1) {
            let entry = entry?;
            let number = entry.number;
            if entry.previous != head.hash || Some(number) != head.number.checked_add(1) {
                return Err(OpenError::Unchained { entry: number });
            }
            head = Head {
                number,
                hash: entry.hash,
            };
            entries.push(KeptEntry::read(entry).map_err(|because| OpenError::Unreadable { entry: number, because })?);
        }
        let act_ids = entries
            .iter()
            .enumerate()
            .map(|(index, entry)| (entry.act_id.clone(), index))
            .collect();
        let cited = entries
            .iter()
            .flat_map(|entry| entry.attachments.iter().copied())
            .collect();
        Ok(Self {
            store,
            head,
            entries,
            general,
            act_ids,
            cited,
            caches: Caches::default(),
            practice: Practice::default(),
            genesis,
        })
    }

    /// Judges by this practice from now on.
    pub fn set_practice(&mut self, practice: Practice) {
        self.practice = practice;
    }

    /// The practice by which it judges.
    #[must_use]
    pub fn practice(&self) -> &Practice {
        &self.practice
    }

    /// Where the book ends.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// Whose book it is.
    #[must_use]
    pub fn genesis(&self) -> &Genesis {
        &self.genesis
    }

    /// The entries, in the order in which they were entered.
    #[must_use]
    pub fn entries(&self) -> &[KeptEntry] {
        &self.entries
    }

    /// The entry of a number, or of an act id.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&KeptEntry> {
        let by_number = name
            .parse::<u64>()
            .ok()
            .and_then(|number| self.entries.iter().find(|entry| entry.number == number));
        by_number.or_else(|| self.act_ids.get(name).and_then(|index| self.entries.get(*index)))
    }

    /// The evidence that the book holds.
    #[must_use]
    pub fn evidence(&self) -> BookEvidence<'_> {
        self.evidence_with(&NoEvidence)
    }

    pub(super) fn evidence_with<'a>(&'a self, about_to_be_entered: &'a dyn Evidence) -> BookEvidence<'a> {
        BookEvidence::new(self.store.as_ref(), &self.caches, about_to_be_entered)
    }

    /// The bytes of an attachment.
    ///
    /// # Errors
    /// The store cannot be read, or the attachment was altered.
    pub fn attachment(&self, hash: &Hash) -> Result<Option<Vec<u8>>, BookError> {
        self.store.attachment(hash)
    }

    /// A clerk who knows nothing yet.
    #[must_use]
    pub fn clerk(&self) -> Clerk {
        Clerk::new(self.general.clone(), self.practice.clone())
    }

    /// The entries in the order in which they take effect: by when they happened, then by number.
    #[must_use]
    pub fn in_order(&self) -> Vec<&KeptEntry> {
        let mut order: Vec<&KeptEntry> = self.entries.iter().collect();
        order.sort_by_key(|entry| entry.place());
        order
    }

    /// The entries that count, in the order in which they take effect.
    #[must_use]
    pub fn known(&self, at: AsKnown) -> Vec<&KeptEntry> {
        let zone = self.zone();
        let mut order = self.in_order();
        order.retain(|entry| {
            at.as_of.is_none_or(|day| entry.happened.day <= day)
                && at.known_on.is_none_or(|day| entry.entered.day_in(&zone) <= day)
        });
        order
    }

    /// The corporation as of a day, as known on a day: the events of the entries that count.
    #[must_use]
    pub fn corporation(&self, at: AsKnown) -> Corporation {
        let events = self.known(at).into_iter().flat_map(|entry| &entry.events);
        events.fold(Corporation::default(), Corporation::evolve)
    }

    /// The corporation's time zone as it was last stated; none before it was formed.
    #[must_use]
    pub fn stated_zone(&self) -> Option<Zone> {
        let stated = self
            .entries
            .iter()
            .rev()
            .flat_map(|entry| &entry.events)
            .find_map(|event| match event {
                Event::CorporationFormed { zone, .. } => Some(zone.as_str()),
                _ => None,
            });
        stated.and_then(|name| Zone::named(name).ok())
    }

    /// The zone by which days of entering begin and end: the corporation's, and universal time until it has one.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.stated_zone().unwrap_or_else(Zone::utc)
    }
}
