//! The genesis and the entries: what they hold, and the canonical bytes and hashes by which they are chained.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::canonical::{self, NotExact};
use crate::fault::{Fault, Place, Wrong};
use crate::hash::{Hash, hex};

/// The name that every genesis carries.
pub const FORMAT: &str = "quorate-book";

/// The version of the canonical bytes of genesis and entries; it is part of the genesis, so the whole chain commits to it.
pub const FORMAT_VERSION: u64 = 1;

/// The first page of a book: whose it is. The first entry is chained to its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Genesis {
    corporation: String,
    about: Value,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GenesisForm<'a> {
    about: Cow<'a, Value>,
    corporation: Cow<'a, str>,
    format: Cow<'a, str>,
    version: u64,
}

impl Genesis {
    /// A genesis for the corporation of this name; `about` is whatever else identifies it (state, file number, the day the book was opened), which the book does not read.
    ///
    /// # Errors
    /// Everything in `about` that has no exact canonical form.
    pub fn new(corporation: impl Into<String>, about: Value) -> Result<Self, NotExact> {
        canonical::require_exact(&about)?;
        Ok(Self {
            corporation: corporation.into(),
            about,
        })
    }

    /// The name of the corporation.
    pub fn corporation(&self) -> &str {
        &self.corporation
    }

    /// Whatever else identifies it.
    pub fn about(&self) -> &Value {
        &self.about
    }

    /// The canonical bytes: an object of `about`, `corporation`, `format` ([`FORMAT`]) and `version` ([`FORMAT_VERSION`]).
    pub fn canonical(&self) -> Vec<u8> {
        canonical::write(&GenesisForm {
            about: Cow::Borrowed(&self.about),
            corporation: Cow::Borrowed(&self.corporation),
            format: Cow::Borrowed(FORMAT),
            version: FORMAT_VERSION,
        })
    }

    /// The SHA-256 of the canonical bytes, which the first entry names as the one before it.
    pub fn hash(&self) -> Hash {
        Hash::of(&self.canonical())
    }

    /// Reads the canonical bytes of a genesis; the format version is given beside it.
    pub(crate) fn read(bytes: &[u8]) -> Result<(Self, u64), Fault> {
        let form: GenesisForm = serde_json::from_slice(bytes)
            .map_err(|error| Fault::new(Place::Genesis, Wrong::Unreadable, "a genesis", error.to_string()))?;
        if form.format != FORMAT {
            return Err(Fault::new(Place::Genesis, Wrong::Unreadable, FORMAT, form.format));
        }
        let genesis = Self {
            corporation: form.corporation.into_owned(),
            about: form.about.into_owned(),
        };
        Ok((genesis, form.version))
    }
}

/// What a writer hands to the book: an act that was judged, ready to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The name of the act, unique in the book; a retry gives the same one.
    pub act_id: String,
    /// The hash of the canonical content of the act (see [`crate::canonical_bytes`]), by which a retry is told from another act.
    pub content_hash: Hash,
    /// When it happened: a text that sorts in order of time, such as RFC 3339; the book does not read it.
    pub happened: String,
    /// When it was entered: a text of the same kind.
    pub entered: String,
    /// The act, who, events, findings, the hashes of the instruments and the rules version; quantities are strings.
    pub body: Value,
    /// The attachments it cites, in the order of citation; the book must hold them already.
    pub attachments: Vec<Hash>,
}

/// One entry of a book, as it was sealed into the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Its number, counted from 1 without gaps.
    pub number: u64,
    /// The hash of the entry before it; of the genesis for entry 1.
    pub previous: Hash,
    /// The SHA-256 of the canonical bytes.
    pub hash: Hash,
    /// What was entered.
    pub draft: Draft,
    /// The canonical bytes (RFC 8785).
    pub canonical: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct EntryForm<'a> {
    act_id: Cow<'a, str>,
    attachments: Cow<'a, [Hash]>,
    body: Cow<'a, Value>,
    content_hash: Hash,
    entered: Cow<'a, str>,
    happened: Cow<'a, str>,
    number: u64,
    previous: Hash,
}

impl<'a> EntryForm<'a> {
    fn new(number: u64, previous: Hash, draft: &'a Draft) -> Self {
        Self {
            act_id: Cow::Borrowed(&draft.act_id),
            attachments: Cow::Borrowed(&draft.attachments),
            body: Cow::Borrowed(&draft.body),
            content_hash: draft.content_hash,
            entered: Cow::Borrowed(&draft.entered),
            happened: Cow::Borrowed(&draft.happened),
            number,
            previous,
        }
    }

    fn canonical(&self) -> Vec<u8> {
        canonical::write(self)
    }
}

impl Entry {
    /// Seals a draft as entry `number` after the one hashed `previous`; the body is known to be exact.
    pub(crate) fn seal(number: u64, previous: Hash, draft: Draft) -> Self {
        let canonical = EntryForm::new(number, previous, &draft).canonical();
        Self {
            number,
            previous,
            hash: Hash::of(&canonical),
            draft,
            canonical,
        }
    }

    /// Whether the stored bytes are exactly what this entry's contents would be sealed as.
    pub(crate) fn is_canonical(&self) -> bool {
        canonical::inexact(&self.draft.body).is_empty()
            && EntryForm::new(self.number, self.previous, &self.draft).canonical() == self.canonical
    }
}

/// An entry as a storage holds it: raw columns that nobody has checked yet. [`StoredEntry::unseal`] makes an [`Entry`] of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// The number by which it is stored.
    pub number: u64,
    /// The hash of the one before, 32 bytes if sound.
    pub previous: Vec<u8>,
    /// Its hash, 32 bytes if sound.
    pub hash: Vec<u8>,
    /// The act id, UTF-8 if sound.
    pub act_id: Vec<u8>,
    /// The hash of the act's content, 32 bytes if sound.
    pub content_hash: Vec<u8>,
    /// When it happened, UTF-8 if sound.
    pub happened: Vec<u8>,
    /// When it was entered, UTF-8 if sound.
    pub entered: Vec<u8>,
    /// The canonical bytes.
    pub canonical: Vec<u8>,
}

impl From<&Entry> for StoredEntry {
    fn from(entry: &Entry) -> Self {
        Self {
            number: entry.number,
            previous: entry.previous.as_bytes().to_vec(),
            hash: entry.hash.as_bytes().to_vec(),
            act_id: entry.draft.act_id.clone().into_bytes(),
            content_hash: entry.draft.content_hash.as_bytes().to_vec(),
            happened: entry.draft.happened.clone().into_bytes(),
            entered: entry.draft.entered.clone().into_bytes(),
            canonical: entry.canonical.clone(),
        }
    }
}

impl StoredEntry {
    /// The entry, if the bytes have their hash and every column agrees with them.
    ///
    /// Every reading of a book goes through here, so an altered entry is never handed on as a good one.
    ///
    /// # Errors
    /// Every fault of this entry taken alone, at least one; its place in the chain is for [`crate::verify`].
    pub fn unseal(&self) -> Result<Entry, Vec<Fault>> {
        let place = || Place::Entry(self.number);
        let hash = Hash::of(&self.canonical);
        let mut faults = Vec::new();
        if self.hash != hash.as_bytes() {
            faults.push(Fault::new(place(), Wrong::Hash, hex(&self.hash), hash.to_string()));
        }
        let form: EntryForm = match serde_json::from_slice(&self.canonical) {
            Ok(form) => form,
            Err(error) => {
                faults.push(Fault::new(place(), Wrong::Unreadable, "an entry", error.to_string()));
                return Err(faults);
            }
        };
        if self.number != form.number {
            let wrong = Wrong::Column("number");
            faults.push(Fault::new(
                place(),
                wrong,
                form.number.to_string(),
                self.number.to_string(),
            ));
        }
        let hashes = [
            ("previous", form.previous.as_bytes(), &self.previous),
            ("content_hash", form.content_hash.as_bytes(), &self.content_hash),
        ];
        for (name, said, stored) in hashes {
            if said != stored.as_slice() {
                faults.push(Fault::new(place(), Wrong::Column(name), hex(said), hex(stored)));
            }
        }
        let texts = [
            ("act_id", &form.act_id, &self.act_id),
            ("happened", &form.happened, &self.happened),
            ("entered", &form.entered, &self.entered),
        ];
        for (name, said, stored) in texts {
            if said.as_bytes() != stored.as_slice() {
                let found = String::from_utf8_lossy(stored);
                faults.push(Fault::new(place(), Wrong::Column(name), said.as_ref(), found));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let draft = Draft {
            act_id: form.act_id.into_owned(),
            content_hash: form.content_hash,
            happened: form.happened.into_owned(),
            entered: form.entered.into_owned(),
            body: form.body.into_owned(),
            attachments: form.attachments.into_owned(),
        };
        Ok(Entry {
            number: form.number,
            previous: form.previous,
            hash,
            draft,
            canonical: self.canonical.clone(),
        })
    }
}
