//! What every storage of a book must do, and the rules of appending that all of them share.

use std::collections::{HashMap, VecDeque};
use std::fmt;

use crate::canonical;
use crate::entry::{Draft, Entry, Genesis, StoredEntry};
use crate::error::{AppendError, BookError, Unfit, UnfitDraft};
use crate::fault::{Fault, Place, Wrong};
use crate::hash::Hash;

/// Where a book ends: the number and hash of its last entry, or 0 and the hash of the genesis when it has none.
///
/// Kept elsewhere (in a letter, with an auditor), a head proves later that nothing up to it was changed: see [`crate::verify_since`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of the last entry.
    pub number: u64,
    /// Its hash.
    pub hash: Hash,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number, self.hash)
    }
}

/// What became of a draft that was appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The entry of the act.
    pub entry: Entry,
    /// True when the act was already in the book with the same content; `entry` is then the first one, and nothing was added.
    pub repeated: bool,
}

/// An attachment as a storage holds it, not yet checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAttachment {
    /// The hash it is stored under, 32 bytes if sound.
    pub hash: Vec<u8>,
    /// Its contents.
    pub bytes: Vec<u8>,
}

/// The append-only storage of one book.
///
/// The `stored_` methods hand out what is there, unchecked, for [`crate::verify`]; the others check what they read and answer with [`BookError::Altered`] rather than with an altered entry.
pub trait Store {
    /// The canonical bytes of the genesis as stored.
    ///
    /// # Errors
    /// The storage cannot be read.
    fn stored_genesis(&self) -> Result<Vec<u8>, BookError>;

    /// Where the book ends now.
    ///
    /// # Errors
    /// The storage cannot be read.
    fn head(&self) -> Result<Head, BookError>;

    /// Enters the drafts after `expected`, all of them or none, and answers for each in order; they are durable when this returns.
    ///
    /// A draft whose act id is in the book with the same content hash is not entered again, whatever the head is now, so that a writer who never heard the answer may simply ask again.
    ///
    /// # Errors
    /// In this order: drafts that cannot be entered (all of them); an act id that was entered with other content; a head that moved; a storage that cannot be written.
    fn append(&mut self, expected: &Head, drafts: &[Draft]) -> Result<Vec<Appended>, AppendError>;

    /// At most `limit` entries numbered `from` or more, in strictly ascending order.
    ///
    /// # Errors
    /// The storage cannot be read.
    fn stored_entries(&self, from: u64, limit: usize) -> Result<Vec<StoredEntry>, BookError>;

    /// The entry stored with this act id.
    ///
    /// # Errors
    /// The storage cannot be read.
    fn stored_act(&self, act_id: &str) -> Result<Option<StoredEntry>, BookError>;

    /// Keeps `bytes` under their hash, once; durable when this returns.
    ///
    /// # Errors
    /// The storage cannot be written.
    fn put_attachment(&mut self, bytes: &[u8]) -> Result<Hash, BookError>;

    /// Whether an attachment is stored under this hash.
    ///
    /// # Errors
    /// The storage cannot be read.
    fn holds_attachment(&self, hash: &Hash) -> Result<bool, BookError>;

    /// What is stored under this hash.
    ///
    /// # Errors
    /// The storage cannot be read.
    fn stored_attachment(&self, hash: &Hash) -> Result<Option<Vec<u8>>, BookError>;

    /// The attachment with the next greater stored hash, or the first.
    ///
    /// # Errors
    /// The storage cannot be read.
    fn stored_attachment_after(&self, hash: Option<&[u8]>) -> Result<Option<StoredAttachment>, BookError>;

    /// What the storage engine finds wrong with its own structures, such as an index that disagrees with its table.
    ///
    /// # Errors
    /// The storage cannot be read.
    fn storage_faults(&self) -> Result<Vec<Fault>, BookError>;

    /// The entries numbered `from` or more, in order, read in pages.
    ///
    /// Each storage implements it as [`Entries::new`]; it is not a provided method only so that `dyn Store` has it too.
    fn entries(&self, from: u64) -> Entries<'_>;

    /// The genesis.
    ///
    /// # Errors
    /// The storage cannot be read, or what it holds is no genesis.
    fn genesis(&self) -> Result<Genesis, BookError> {
        Ok(Genesis::read(&self.stored_genesis()?).map(|(genesis, _)| genesis)?)
    }

    /// The entry of this number.
    ///
    /// # Errors
    /// The storage cannot be read, or the entry was altered.
    fn entry(&self, number: u64) -> Result<Option<Entry>, BookError> {
        match self.stored_entries(number, 1)?.first() {
            Some(stored) if stored.number == number => unseal(stored).map(Some),
            _ => Ok(None),
        }
    }

    /// The entry of the act with this id.
    ///
    /// # Errors
    /// The storage cannot be read, or the entry was altered.
    fn by_act_id(&self, act_id: &str) -> Result<Option<Entry>, BookError> {
        let Some(stored) = self.stored_act(act_id)? else {
            return Ok(None);
        };
        let entry = unseal(&stored)?;
        if entry.draft.act_id == act_id {
            return Ok(Some(entry));
        }
        let wrong = Wrong::Column("act_id");
        Err(Fault::new(Place::Entry(entry.number), wrong, entry.draft.act_id, act_id).into())
    }

    /// The contents of the attachment with this hash.
    ///
    /// # Errors
    /// The storage cannot be read, or the contents were altered.
    fn attachment(&self, hash: &Hash) -> Result<Option<Vec<u8>>, BookError> {
        let Some(bytes) = self.stored_attachment(hash)? else {
            return Ok(None);
        };
        let found = Hash::of(&bytes);
        if found == *hash {
            return Ok(Some(bytes));
        }
        let name = hash.to_string();
        let wrong = Wrong::AttachmentContents(name.clone());
        Err(Fault::new(Place::Attachment(name.clone()), wrong, name, found.to_string()).into())
    }
}

/// The checked entry, or the first fault of the stored one.
fn unseal(stored: &StoredEntry) -> Result<Entry, BookError> {
    stored.unseal().map_err(|faults| {
        let first = faults
            .into_iter()
            .next()
            .expect("an entry that does not unseal has at least one fault");
        first.into()
    })
}

/// How many entries are read at a time: enough to make the reading cheap, few enough to hold in memory when they are large.
pub(crate) const PAGE: usize = 256;

/// The entries of a book from a number on, each checked as it is read; made by [`Store::entries`].
///
/// It ends after the first error.
pub struct Entries<'a> {
    store: &'a dyn Store,
    next: Option<u64>,
    page: VecDeque<StoredEntry>,
}

impl<'a> Entries<'a> {
    /// Reads `store` from entry `from` on.
    pub fn new(store: &'a dyn Store, from: u64) -> Self {
        Self {
            store,
            next: Some(from),
            page: VecDeque::new(),
        }
    }

    fn advance(&mut self) -> Result<Option<Entry>, BookError> {
        if self.page.is_empty()
            && let Some(from) = self.next
        {
            self.page = self.store.stored_entries(from, PAGE)?.into();
            self.next = self.page.back().and_then(|last| last.number.checked_add(1));
        }
        self.page.pop_front().map(|stored| unseal(&stored)).transpose()
    }
}

impl Iterator for Entries<'_> {
    type Item = Result<Entry, BookError>;

    fn next(&mut self) -> Option<Self::Item> {
        let result = self.advance();
        if result.is_err() {
            self.next = None;
            self.page.clear();
        }
        result.transpose()
    }
}

/// What appending `drafts` to `store` comes to, by the rules that [`Store::append`] states. Nothing is written:
/// the caller writes the entries that are not repeated, and holds the storage still meanwhile.
pub(crate) fn plan(store: &dyn Store, expected: &Head, drafts: &[Draft]) -> Result<Vec<Appended>, AppendError> {
    let unfit = unfit_drafts(store, drafts)?;
    if !unfit.is_empty() {
        return Err(AppendError::Unfit(unfit));
    }
    let head = store.head()?;
    check_end(store, &head)?;
    let mut end = head;
    let mut planned: Vec<Appended> = Vec::with_capacity(drafts.len());
    let mut position_of_act: HashMap<&str, usize> = HashMap::new();
    for draft in drafts {
        let first = match position_of_act.get(draft.act_id.as_str()) {
            Some(&position) => Some(planned[position].entry.clone()),
            None => store.by_act_id(&draft.act_id)?,
        };
        let appended = match first {
            Some(entry) if entry.draft.content_hash == draft.content_hash => Appended { entry, repeated: true },
            Some(entry) => {
                return Err(AppendError::ActIdTaken {
                    act_id: draft.act_id.clone(),
                    entry: entry.number,
                });
            }
            None => {
                let number = end
                    .number
                    .checked_add(1)
                    .filter(|number| *number <= canonical::INTEGER_MAX);
                let number = number.expect("no storage holds 2^53 entries");
                let entry = Entry::seal(number, end.hash, draft.clone());
                end = Head {
                    number,
                    hash: entry.hash,
                };
                Appended { entry, repeated: false }
            }
        };
        position_of_act.entry(&draft.act_id).or_insert(planned.len());
        planned.push(appended);
    }
    if end != head && head != *expected {
        return Err(AppendError::HeadMoved {
            expected: *expected,
            found: head,
        });
    }
    Ok(planned)
}

/// The end of the book after the planned entries; none when nothing is added.
pub(crate) fn new_head(planned: &[Appended]) -> Option<Head> {
    let last = planned.iter().rev().find(|appended| !appended.repeated)?;
    Some(Head {
        number: last.entry.number,
        hash: last.entry.hash,
    })
}

fn unfit_drafts(store: &dyn Store, drafts: &[Draft]) -> Result<Vec<UnfitDraft>, BookError> {
    let mut found = Vec::new();
    for (position, draft) in drafts.iter().enumerate() {
        let mut refuse = |because| {
            found.push(UnfitDraft {
                draft: position,
                act_id: draft.act_id.clone(),
                because,
            })
        };
        if draft.act_id.is_empty() {
            refuse(Unfit::NoActId);
        }
        canonical::inexact(&draft.body)
            .into_iter()
            .map(Unfit::Body)
            .for_each(&mut refuse);
        for hash in &draft.attachments {
            if !store.holds_attachment(hash)? {
                refuse(Unfit::AttachmentMissing(*hash));
            }
        }
    }
    Ok(found)
}

/// A writer does not build on a broken end: the head must name the last entry there is.
fn check_end(store: &dyn Store, head: &Head) -> Result<(), BookError> {
    let last = match head.number {
        0 => Some(store.genesis()?.hash()),
        number => store.entry(number)?.map(|entry| entry.hash),
    };
    if last != Some(head.hash) {
        let found = last.map_or("nothing".to_owned(), |hash| hash.to_string());
        return Err(Fault::new(Place::Head, Wrong::Head, head.hash.to_string(), found).into());
    }
    let beyond = store.stored_entries(head.number.saturating_add(1), 1)?;
    match beyond.first() {
        None => Ok(()),
        Some(extra) => {
            let found = format!("entry {} beyond it", extra.number);
            Err(Fault::new(Place::Head, Wrong::Head, head.to_string(), found).into())
        }
    }
}
