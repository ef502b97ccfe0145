//! A book in memory, for tests and for checking a diary without writing anything.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;

use crate::entry::{Draft, Genesis, StoredEntry};
use crate::error::{AppendError, BookError};
use crate::fault::Fault;
use crate::hash::Hash;
use crate::store::{self, Appended, Entries, Head, Store, StoredAttachment};

/// A book that lives as long as the value does.
#[derive(Clone, Debug)]
pub struct MemoryBook {
    genesis: Vec<u8>,
    head: Head,
    entries: Vec<StoredEntry>,
    position_of_act: HashMap<String, usize>,
    attachments: BTreeMap<Hash, Vec<u8>>,
}

impl MemoryBook {
    /// An empty book with this genesis.
    pub fn new(genesis: &Genesis) -> Self {
        Self {
            genesis: genesis.canonical(),
            head: Head {
                number: 0,
                hash: genesis.hash(),
            },
            entries: Vec::new(),
            position_of_act: HashMap::new(),
            attachments: BTreeMap::new(),
        }
    }
}

impl Store for MemoryBook {
    fn stored_genesis(&self) -> Result<Vec<u8>, BookError> {
        Ok(self.genesis.clone())
    }

    fn head(&self) -> Result<Head, BookError> {
        Ok(self.head)
    }

    fn append(&mut self, expected: &Head, drafts: &[Draft]) -> Result<Vec<Appended>, AppendError> {
        let planned = store::plan(self, expected, drafts)?;
        for appended in planned.iter().filter(|appended| !appended.repeated) {
            self.position_of_act
                .insert(appended.entry.draft.act_id.clone(), self.entries.len());
            self.entries.push((&appended.entry).into());
        }
        self.head = store::new_head(&planned).unwrap_or(self.head);
        Ok(planned)
    }

    fn stored_entries(&self, from: u64, limit: usize) -> Result<Vec<StoredEntry>, BookError> {
        let start = self.entries.partition_point(|stored| stored.number < from);
        Ok(self.entries[start..].iter().take(limit).cloned().collect())
    }

    fn stored_act(&self, act_id: &str) -> Result<Option<StoredEntry>, BookError> {
        Ok(self
            .position_of_act
            .get(act_id)
            .map(|&position| self.entries[position].clone()))
    }

    fn put_attachment(&mut self, bytes: &[u8]) -> Result<Hash, BookError> {
        let hash = Hash::of(bytes);
        self.attachments.entry(hash).or_insert_with(|| bytes.to_vec());
        Ok(hash)
    }

    fn holds_attachment(&self, hash: &Hash) -> Result<bool, BookError> {
        Ok(self.attachments.contains_key(hash))
    }

    fn stored_attachment(&self, hash: &Hash) -> Result<Option<Vec<u8>>, BookError> {
        Ok(self.attachments.get(hash).cloned())
    }

    fn stored_attachment_after(&self, hash: Option<&[u8]>) -> Result<Option<StoredAttachment>, BookError> {
        let after = hash
            .and_then(Hash::from_bytes)
            .map_or(Bound::Unbounded, Bound::Excluded);
        let next = self.attachments.range((after, Bound::Unbounded)).next();
        Ok(next.map(|(hash, bytes)| StoredAttachment {
            hash: hash.as_bytes().to_vec(),
            bytes: bytes.clone(),
        }))
    }

    fn storage_faults(&self) -> Result<Vec<Fault>, BookError> {
        Ok(Vec::new())
    }

    fn entries(&self, from: u64) -> Entries<'_> {
        Entries::new(self, from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Entry;
    use crate::fault::{Place, Wrong};
    use serde_json::json;

    /// A storage that forgot to keep act ids unique: everything else about its second entry is in order.
    #[test]
    fn act_entered_twice_is_a_fault() {
        let mut book = MemoryBook::new(&Genesis::new("Acme, Inc.", json!(null)).unwrap());
        let draft = Draft {
            act_id: "same".to_owned(),
            content_hash: Hash::of(b"act"),
            happened: String::new(),
            entered: String::new(),
            body: json!({}),
            attachments: Vec::new(),
        };
        for number in 1..=2 {
            let entry = Entry::seal(number, book.head.hash, draft.clone());
            book.head = Head {
                number,
                hash: entry.hash,
            };
            book.entries.push((&entry).into());
        }
        let faults = crate::verify(&book).unwrap().faults;
        let found: Vec<_> = faults.into_iter().map(|fault| (fault.place, fault.wrong)).collect();
        assert_eq!(found, [(Place::Entry(2), Wrong::ActIdRepeated)]);
    }
}
