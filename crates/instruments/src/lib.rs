//! The instruments that ship with quorate, embedded as text.
//!
//! An instrument's id is its path in `instruments/` without the ending: `novell-2001/bylaws`.
//! A *set* is a folder that holds bylaws: `novell-2001`. The statute and its overlays are the folders without bylaws.

use std::sync::Arc;

use quorate_law::{Instrument, LawBook, ReadError, read_instrument};

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The ids of all shipped instruments, in order.
pub fn ids() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(id, _)| *id)
}

/// The names of the sets that hold bylaws.
pub fn sets() -> impl Iterator<Item = &'static str> {
    ids().filter_map(|id| id.strip_suffix("/bylaws"))
}

/// The text of an instrument.
#[must_use]
pub fn text(id: &str) -> Option<&'static str> {
    FILES.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}

/// Reads a shipped instrument.
///
/// # Errors
/// [`LoadError`] when there is none of that id, or its file does not read.
pub fn load(id: &str) -> Result<Arc<Instrument>, LoadError> {
    let text = text(id).ok_or_else(|| LoadError::Unknown(id.to_owned()))?;
    read_instrument(id, text)
        .map(Arc::new)
        .map_err(|errors| LoadError::Unreadable {
            id: id.to_owned(),
            errors,
        })
}

/// The instruments that bind every Delaware corporation: those in folders that hold no bylaws.
///
/// # Errors
/// [`LoadError::Unreadable`] when a file does not read.
pub fn general() -> Result<Vec<Arc<Instrument>>, LoadError> {
    ids()
        .filter(|id| {
            id.split_once('/')
                .is_some_and(|(folder, _)| !sets().any(|set| set == folder))
        })
        .map(load)
        .collect()
}

/// The law book of a shipped set: the general instruments and its bylaws, with its certificate where asked.
///
/// # Errors
/// [`LoadError`] when there is no such set or a file does not read.
pub fn law_book(set: &str, with_certificate: bool) -> Result<LawBook, LoadError> {
    let mut instruments = general()?;
    instruments.push(load(&format!("{set}/bylaws"))?);
    if with_certificate {
        instruments.push(load(&format!("{set}/certificate"))?);
    }
    Ok(LawBook::new(instruments))
}

/// Whether a section of an instrument has earned *executed*: a second reader found nothing to correct, every mutation of its
/// provisions made a case fail, and the provisions are still those that were judged.
///
/// The record is `instruments/executed.tsv`, written by the mutation run: instrument, section, fingerprint of its provisions.
#[must_use]
pub fn has_earned(instrument: &Instrument, section: &str) -> bool {
    let Some(fingerprint) = instrument.section(section).map(quorate_law::Section::fingerprint) else {
        return false;
    };
    EXECUTED.lines().filter(|line| !line.starts_with('#')).any(|line| {
        let mut cells = line.split('\t');
        cells.next() == Some(instrument.id.as_str())
            && cells.next() == Some(section)
            && cells.next() == Some(fingerprint.as_str())
    })
}

/// The diary of a set's demonstration; none when the set has none.
#[must_use]
pub fn demonstration(set: &str) -> Option<&'static str> {
    DIARIES.iter().find(|(known, _)| *known == set).map(|(_, diary)| *diary)
}

/// The set whose demonstration is shown when none is named: the one in `demo/default.txt`.
#[must_use]
pub fn default_demonstration() -> &'static str {
    DEFAULT_DIARY
}

/// The sets that have a demonstration.
pub fn demonstrations() -> impl Iterator<Item = &'static str> {
    DIARIES.iter().map(|(set, _)| *set)
}

/// Why a shipped instrument could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is none of that id.
    Unknown(String),
    /// Its file does not read.
    Unreadable {
        /// The id.
        id: String,
        /// Everything wrong with it.
        errors: Vec<ReadError>,
    },
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown(id) => {
                let sets: Vec<_> = sets().collect();
                write!(
                    formatter,
                    "there is no instrument \"{id}\"; sets that ship with quorate: {}",
                    sets.join(", ")
                )
            }
            Self::Unreadable { id, errors } => {
                let messages: Vec<_> = errors.iter().map(|error| error.message.as_str()).collect();
                write!(formatter, "{id}: {}", messages.join("; "))
            }
        }
    }
}

impl std::error::Error for LoadError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_instrument_reads() {
        let mut wrong = Vec::new();
        for id in ids() {
            if let Err(error) = load(id) {
                wrong.push(error.to_string());
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(sets().count() >= 3, "three sets of bylaws ship");
    }

    #[test]
    fn printing_reads_back_to_the_same() {
        for id in ids() {
            let first = quorate_law::print_instrument(&load(id).unwrap());
            let again = read_instrument(id, &first).unwrap_or_else(|errors| panic!("{id}: {errors:?}"));
            assert_eq!(quorate_law::print_instrument(&again), first, "{id}");
        }
    }
}
