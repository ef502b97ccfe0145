//! The minute book: an append-only, hash-chained store of one corporation.
//!
//! A book keeps *entries*: acts that were judged, when they happened and when they were entered, as canonical JSON (RFC 8785).
//! It judges nothing and reads nothing in their bodies. Each entry carries the SHA-256 of the one before it, so that no entry can
//! be changed, taken out or put in unseen; the first is chained to the *genesis*, which says whose book it is. Attachments are kept
//! once, under the SHA-256 of their contents.
//!
//! - [`Store`] is what every storage does; [`SqliteBook`] keeps one file, [`MemoryBook`] keeps nothing beyond the run.
//! - Writers say the [`Head`] they saw; a book that has grown since refuses ([`AppendError::HeadMoved`]).
//! - An act id names one act: a retry with the same content gets the first entry back, other content is refused.
//! - [`verify`] recomputes everything from the stored bytes and names the first wrong entry.
//!
//! # Rechecking a book without this program
//!
//! The hash of an entry is the plain SHA-256 of its canonical bytes, an object of `act-id`, `attachments`, `body`,
//! `content-hash`, `entered`, `happened`, `number` and `previous`, where hashes are 64 lower-case hexadecimal digits.
//! With the `sqlite3` shell, for entry 1:
//!
//! ```text
//! sqlite3 acme.book "SELECT writefile('entry-1.json', canonical) FROM entry WHERE number = 1"
//! sqlite3 acme.book "SELECT lower(hex(hash)) FROM entry WHERE number = 1"
//! sha256sum entry-1.json
//! ```
//!
//! The last two print the same hash; the `previous` of entry 2 is that hash again, and the `previous` of entry 1 is the SHA-256 of
//! `SELECT canonical FROM genesis`. An attachment is rechecked in the same way from `SELECT hash, bytes FROM attachment`.
//!
//! # Example
//!
//! ```
//! use quorate_book::{Draft, Genesis, Hash, MemoryBook, Store, canonical_bytes, verify};
//! use serde_json::json;
//!
//! let mut book = MemoryBook::new(&Genesis::new("Acme, Inc.", json!({"state": "Delaware"}))?);
//! let act = json!({"act": "issue", "shares": "1000"});
//! let draft = Draft {
//!     act_id: "first-issue".into(),
//!     content_hash: Hash::of(&canonical_bytes(&act)?),
//!     happened: "2003-01-06".into(),
//!     entered: "2003-01-07T09:00:00-05:00".into(),
//!     body: act,
//!     attachments: vec![],
//! };
//! let head = book.head()?;
//! let appended = book.append(&head, &[draft])?;
//! assert_eq!(appended[0].entry.number, 1);
//! assert!(verify(&book)?.is_sound());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod canonical;
mod entry;
mod error;
mod fault;
mod hash;
mod memory;
mod sqlite;
mod store;
mod verify;

pub use canonical::{DEPTH_MAX, INTEGER_MAX, Inexact, NotExact, canonical_bytes};
pub use entry::{Draft, Entry, FORMAT, FORMAT_VERSION, Genesis, StoredEntry};
pub use error::{AppendError, BookError, Unfit, UnfitDraft};
pub use fault::{Fault, Place, Wrong};
pub use hash::{Hash, NotAHash};
pub use memory::MemoryBook;
pub use sqlite::SqliteBook;
pub use store::{Appended, Entries, Head, Store, StoredAttachment};
pub use verify::{Verification, verify, verify_since};
