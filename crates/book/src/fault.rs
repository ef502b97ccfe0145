//! What can be wrong with a book as it is stored, and where.

use std::fmt;

use crate::hash::Hash;

/// Where in a book a fault is, in the order in which a book is read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The genesis, to which the first entry is chained.
    Genesis,
    /// The entry of this number; a fault of an attachment is placed at the first entry that cites it.
    Entry(u64),
    /// The head: the number and hash of the last entry.
    Head,
    /// An attachment that no entry cites; its name as stored, in hexadecimal digits.
    Attachment(String),
    /// The file or database below the book.
    Storage,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Genesis => write!(f, "the genesis"),
            Self::Entry(number) => write!(f, "entry {number}"),
            Self::Head => write!(f, "the head"),
            Self::Attachment(name) => write!(f, "uncited attachment {name}"),
            Self::Storage => write!(f, "the storage"),
        }
    }
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The stored bytes do not have the stored hash.
    Hash,
    /// The stored bytes are not an entry (or genesis) of this format.
    Unreadable,
    /// The stored bytes are not the canonical form of what they say (RFC 8785).
    NotCanonical,
    /// The entry does not name the hash of the one before it.
    Previous,
    /// This column disagrees with the canonical bytes.
    Column(&'static str),
    /// There is no entry of this number.
    Missing,
    /// An earlier entry has the same act id.
    ActIdRepeated,
    /// The head does not name the last entry.
    Head,
    /// The entry cites this attachment and the book does not hold it.
    AttachmentMissing(Hash),
    /// The contents of this attachment do not have the hash it is stored under.
    AttachmentContents(String),
    /// The storage engine finds its own structures broken.
    Storage,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hash => write!(f, "the stored bytes do not have the stored hash"),
            Self::Unreadable => write!(f, "the stored bytes cannot be read"),
            Self::NotCanonical => write!(f, "the stored bytes are not in canonical form"),
            Self::Previous => write!(f, "it is not chained to the one before"),
            Self::Column(name) => write!(f, "the column {name} disagrees with the stored bytes"),
            Self::Missing => write!(f, "it is missing"),
            Self::ActIdRepeated => write!(f, "its act id was already entered"),
            Self::Head => write!(f, "it does not name the last entry"),
            Self::AttachmentMissing(hash) => write!(f, "it cites attachment {hash}, which the book does not hold"),
            Self::AttachmentContents(name) => write!(f, "the contents of attachment {name} do not have that hash"),
            Self::Storage => write!(f, "its structures are broken"),
        }
    }
}

/// One thing that is wrong with a book as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub wrong: Wrong,
    /// What should be there.
    pub expected: String,
    /// What is there.
    pub found: String,
}

impl Fault {
    pub(crate) fn new(place: Place, wrong: Wrong, expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self {
            place,
            wrong,
            expected: expected.into(),
            found: found.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            place,
            wrong,
            expected,
            found,
        } = self;
        write!(
            f,
            "{place}: {wrong} (expected {expected}, found {found}); the book was changed after it was written: keep this file as evidence and go back to a copy that verifies"
        )
    }
}

impl std::error::Error for Fault {}
