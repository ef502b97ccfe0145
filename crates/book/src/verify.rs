//! Checks a whole book from its stored bytes.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::entry::{FORMAT_VERSION, Genesis, StoredEntry};
use crate::error::BookError;
use crate::fault::{Fault, Place, Wrong};
use crate::hash::{Hash, hex};
use crate::store::{Head, PAGE, Store};

/// What a walk through the whole book found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verification {
    /// The end of the chain as recomputed, none when not even the genesis could be read; a copy of it, kept elsewhere, is what [`verify_since`] takes.
    pub head: Option<Head>,
    /// How many entries were read.
    pub entries: u64,
    /// How many attachments were read.
    pub attachments: u64,
    /// The attachments that no entry cites, sound otherwise: usually left by a writer that stopped between putting and citing.
    /// When entries are altered, what they alone cited shows here too.
    pub uncited: Vec<Hash>,
    /// Everything that is wrong, in the order of the book; empty for a sound one.
    pub faults: Vec<Fault>,
}

impl Verification {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// The first thing that is wrong, in the order of the book.
    pub fn first_fault(&self) -> Option<&Fault> {
        self.faults.first()
    }
}

/// Reads everything in the book and recomputes every hash from the stored bytes.
///
/// Checked are the genesis; of each entry its bytes, hash, columns, canonical form, number, link and act id; the head; of each
/// attachment its contents, and that every cited one is there; and the structures of the storage itself.
/// What no check of a book alone can find is that it was cut off at, or rewritten from, some entry on with all later hashes
/// made anew: for that, compare with a head kept elsewhere, by [`verify_since`].
///
/// # Errors
/// The book cannot be read for a reason that is no fault of its contents, such as a lock. Damage is a fault, not an error.
pub fn verify(store: &dyn Store) -> Result<Verification, BookError> {
    verify_all(store, None)
}

/// As [`verify`], and checks as well that the book is a continuation of `known`, a head that was kept elsewhere.
///
/// # Errors
/// As [`verify`].
pub fn verify_since(store: &dyn Store, known: &Head) -> Result<Verification, BookError> {
    verify_all(store, Some(known))
}

fn verify_all(store: &dyn Store, known: Option<&Head>) -> Result<Verification, BookError> {
    let mut walk = Walk::default();
    let complete = walk
        .genesis(store, known)
        .and_then(|()| walk.entries(store, known))
        .and_then(|()| {
            walk.attachments(store)?;
            walk.faults.extend(store.storage_faults()?);
            Ok(())
        });
    match complete {
        Ok(()) => {}
        Err(BookError::Altered(fault)) => walk.faults.push(*fault),
        Err(BookError::Damaged { detail, .. }) => {
            walk.faults
                .push(Fault::new(Place::Storage, Wrong::Storage, "a sound file", detail));
        }
        Err(other) => return Err(other),
    }
    walk.faults.sort_by(|one, other| one.place.cmp(&other.place));
    Ok(Verification {
        head: walk.head,
        entries: walk.entries,
        attachments: walk.attachments,
        uncited: walk.uncited,
        faults: walk.faults,
    })
}

#[derive(Default)]
struct Walk {
    head: Option<Head>,
    /// The hashes that the next entry may name as the one before it: two when that one is itself in doubt, none after a gap.
    links: Vec<Vec<u8>>,
    entries: u64,
    attachments: u64,
    first_citing: HashMap<Hash, u64>,
    act_ids: HashSet<String>,
    uncited: Vec<Hash>,
    faults: Vec<Fault>,
}

impl Walk {
    fn blame(&mut self, place: Place, wrong: Wrong, expected: impl Into<String>, found: impl Into<String>) {
        self.faults.push(Fault::new(place, wrong, expected, found));
    }

    fn genesis(&mut self, store: &dyn Store, known: Option<&Head>) -> Result<(), BookError> {
        let stored = store.stored_genesis()?;
        let hash = Hash::of(&stored);
        self.links = vec![hash.as_bytes().to_vec()];
        self.head = Some(Head { number: 0, hash });
        match Genesis::read(&stored) {
            Err(fault) => self.faults.push(fault),
            Ok((genesis, FORMAT_VERSION)) if genesis.canonical() != stored => {
                let canonical = String::from_utf8_lossy(&genesis.canonical()).into_owned();
                self.blame(
                    Place::Genesis,
                    Wrong::NotCanonical,
                    canonical,
                    String::from_utf8_lossy(&stored),
                );
            }
            Ok((_, FORMAT_VERSION)) => {}
            Ok((_, version)) => {
                let expected = format!("version {FORMAT_VERSION}");
                self.blame(
                    Place::Genesis,
                    Wrong::Unreadable,
                    expected,
                    format!("version {version}"),
                );
            }
        }
        if let Some(known) = known.filter(|known| known.number == 0 && known.hash != hash) {
            self.blame(Place::Genesis, Wrong::Hash, known.hash.to_string(), hash.to_string());
        }
        Ok(())
    }

    fn entries(&mut self, store: &dyn Store, known: Option<&Head>) -> Result<(), BookError> {
        let mut next = 1;
        loop {
            let page = store.stored_entries(next, PAGE)?;
            for stored in &page {
                self.entry(stored, next, known);
                next = stored.number.saturating_add(1);
            }
            if !page.is_empty() {
                continue;
            }
            // The head is read after the last entry: a writer may have added more meanwhile, and then the walk goes on.
            let head = store.head()?;
            if head.number < next || store.stored_entries(next, 1)?.is_empty() {
                self.end(&head, next, known);
                return Ok(());
            }
        }
    }

    /// Checks one entry, the next that the storage holds, where `expected` is the number that should follow.
    fn entry(&mut self, stored: &StoredEntry, expected: u64, known: Option<&Head>) {
        let number = stored.number;
        let place = || Place::Entry(number);
        self.entries = self.entries.saturating_add(1);
        if number != expected {
            self.blame(
                Place::Entry(expected),
                Wrong::Missing,
                format!("entry {expected}"),
                format!("entry {number}"),
            );
            self.links.clear();
        }
        if !self.links.is_empty() && !self.links.contains(&stored.previous) {
            self.blame(place(), Wrong::Previous, hex(&self.links[0]), hex(&stored.previous));
        }
        let hash = match stored.unseal() {
            Ok(entry) => {
                if !entry.is_canonical() {
                    self.blame(
                        place(),
                        Wrong::NotCanonical,
                        "canonical JSON (RFC 8785)",
                        "another spelling",
                    );
                }
                for attachment in &entry.draft.attachments {
                    self.first_citing.entry(*attachment).or_insert(number);
                }
                if !self.act_ids.insert(entry.draft.act_id.clone()) {
                    self.blame(
                        place(),
                        Wrong::ActIdRepeated,
                        "an act id of its own",
                        entry.draft.act_id,
                    );
                }
                self.links = vec![entry.hash.as_bytes().to_vec()];
                entry.hash
            }
            Err(faults) => {
                self.faults.extend(faults);
                let hash = Hash::of(&stored.canonical);
                self.links = vec![stored.hash.clone(), hash.as_bytes().to_vec()];
                hash
            }
        };
        self.head = Some(Head { number, hash });
        if let Some(known) = known.filter(|known| known.number == number && known.hash != hash) {
            self.blame(place(), Wrong::Hash, known.hash.to_string(), hash.to_string());
        }
    }

    /// Checks that the book ends where its head says, and not before `known`; `next` is the number after the last entry read.
    fn end(&mut self, head: &Head, next: u64, known: Option<&Head>) {
        let last = next.saturating_sub(1);
        let required = known.map_or(head.number, |known| known.number.max(head.number));
        if required > last {
            let wrong = Wrong::Missing;
            self.blame(
                Place::Entry(next),
                wrong,
                format!("entries up to {required}"),
                format!("entries up to {last}"),
            );
        }
        let is_named = self.head.is_some_and(|end| end.number == head.number)
            && self.links.iter().any(|link| link == head.hash.as_bytes());
        if !is_named {
            let found = self.head.map_or("nothing".to_owned(), |end| end.to_string());
            self.blame(Place::Head, Wrong::Head, head.to_string(), found);
        }
    }

    fn attachments(&mut self, store: &dyn Store) -> Result<(), BookError> {
        let mut missing: BTreeSet<(u64, Hash)> =
            self.first_citing.iter().map(|(hash, entry)| (*entry, *hash)).collect();
        let mut after: Option<Vec<u8>> = None;
        while let Some(stored) = store.stored_attachment_after(after.as_deref())? {
            self.attachments = self.attachments.saturating_add(1);
            let name = Hash::from_bytes(&stored.hash);
            let citing = name.and_then(|name| self.first_citing.get(&name).map(|entry| (*entry, name)));
            let contents = Hash::of(&stored.bytes);
            if stored.hash != contents.as_bytes() {
                let text = hex(&stored.hash);
                let place = citing.map_or(Place::Attachment(text.clone()), |(entry, _)| Place::Entry(entry));
                self.blame(
                    place,
                    Wrong::AttachmentContents(text.clone()),
                    text,
                    contents.to_string(),
                );
            }
            match citing {
                Some(citing) => drop(missing.remove(&citing)),
                None => self.uncited.extend(name.filter(|name| *name == contents)),
            }
            after = Some(stored.hash);
        }
        for (entry, hash) in missing {
            self.blame(
                Place::Entry(entry),
                Wrong::AttachmentMissing(hash),
                hash.to_string(),
                "nothing",
            );
        }
        Ok(())
    }
}
