//! Attachments by hash: read from the book once, kept as columns.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use quorate_book::{BookError, Hash, Store};
use quorate_corporation::evidence::{DeliveryTable, Evidence, HolderList, InstructionTable};
use quorate_law::{Instrument, read_instrument};

/// What was read so far; nothing is remembered of what could not be read.
#[derive(Debug, Default)]
pub(super) struct Caches {
    holders: RefCell<HashMap<String, Arc<HolderList>>>,
    instructions: RefCell<HashMap<String, Arc<InstructionTable>>>,
    instruments: RefCell<HashMap<String, Arc<Instrument>>>,
    deliveries: RefCell<HashMap<String, Arc<DeliveryTable>>>,
}

/// The evidence that a book holds, and before it the files of acts that are about to be entered.
pub struct BookEvidence<'a> {
    store: &'a dyn Store,
    caches: &'a Caches,
    about_to_be_entered: &'a dyn Evidence,
    trouble: RefCell<Option<BookError>>,
}

impl<'a> BookEvidence<'a> {
    pub(super) fn new(store: &'a dyn Store, caches: &'a Caches, about_to_be_entered: &'a dyn Evidence) -> Self {
        Self {
            store,
            caches,
            about_to_be_entered,
            trouble: RefCell::new(None),
        }
    }

    /// What went wrong while attachments were read: to be asked after judging, because evidence itself only says that there is none.
    ///
    /// # Errors
    /// The first attachment that could not be read.
    pub fn trouble(&self) -> Result<(), BookError> {
        self.trouble.borrow_mut().take().map_or(Ok(()), Err)
    }

    fn bytes(&self, hash: &str) -> Option<Vec<u8>> {
        let hash: Hash = hash.parse().ok()?;
        self.store.attachment(&hash).unwrap_or_else(|error| {
            self.trouble.borrow_mut().get_or_insert(error);
            None
        })
    }

    /// What the cache has, else what `read` makes of the bytes.
    fn cached<T>(
        &self,
        cache: &RefCell<HashMap<String, Arc<T>>>,
        hash: &str,
        read: fn(&str, &[u8]) -> Option<T>,
    ) -> Option<Arc<T>> {
        if let Some(known) = cache.borrow().get(hash) {
            return Some(Arc::clone(known));
        }
        let made = Arc::new(read(hash, &self.bytes(hash)?)?);
        cache.borrow_mut().insert(hash.to_owned(), Arc::clone(&made));
        Some(made)
    }
}

impl Evidence for BookEvidence<'_> {
    fn holders(&self, hash: &str) -> Option<Arc<HolderList>> {
        self.about_to_be_entered.holders(hash).or_else(|| {
            self.cached(&self.caches.holders, hash, |_, bytes| {
                quorate_exchange::read_holders(bytes).ok()
            })
        })
    }

    fn instructions(&self, hash: &str) -> Option<Arc<InstructionTable>> {
        self.about_to_be_entered.instructions(hash).or_else(|| {
            self.cached(&self.caches.instructions, hash, |_, bytes| {
                quorate_exchange::read_instructions(bytes).ok()
            })
        })
    }

    fn instrument(&self, hash: &str) -> Option<Arc<Instrument>> {
        self.about_to_be_entered
            .instrument(hash)
            .or_else(|| self.cached(&self.caches.instruments, hash, instrument_of))
    }

    fn deliveries(&self, hash: &str) -> Option<Arc<DeliveryTable>> {
        self.about_to_be_entered.deliveries(hash).or_else(|| {
            self.cached(&self.caches.deliveries, hash, |_, bytes| {
                quorate_exchange::read_deliveries(bytes).ok()
            })
        })
    }
}

fn instrument_of(hash: &str, bytes: &[u8]) -> Option<Instrument> {
    read_instrument(hash, std::str::from_utf8(bytes).ok()?).ok()
}
