//! Why a book cannot be opened, read or written. Each message says the fact, the rule where there is one, and the cure.

use std::fmt;

use crate::canonical::Inexact;
use crate::fault::Fault;
use crate::hash::Hash;
use crate::store::Head;

/// Why a book could not be opened or read, or its storage not written. `book` is the path or name by which it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BookError {
    /// There is no file.
    Missing {
        /// The book.
        book: String,
    },
    /// A book was to be created where something already is.
    AlreadyThere {
        /// The book.
        book: String,
    },
    /// The file is not a minute book.
    NotABook {
        /// The book.
        book: String,
        /// What it is instead.
        because: String,
    },
    /// The book was written in a later format than this program knows.
    NewerVersion {
        /// The book.
        book: String,
        /// The version of the book.
        found: u64,
        /// The latest version that this program knows.
        known: u64,
    },
    /// Another program is writing the book, or reading it while this one wants to write.
    Locked {
        /// The book.
        book: String,
    },
    /// The book was opened for reading only, or its file may not be written.
    ReadOnly {
        /// The book.
        book: String,
    },
    /// A writer was interrupted, and only a writer can take back what it left half done.
    Interrupted {
        /// The book.
        book: String,
    },
    /// There is no room left for the book to grow.
    DiskFull {
        /// The book.
        book: String,
    },
    /// An entry or attachment is larger than the storage takes.
    TooLarge {
        /// The book.
        book: String,
    },
    /// What is stored is not what was written.
    Altered(Box<Fault>),
    /// The structures of the file are broken.
    Damaged {
        /// The book.
        book: String,
        /// What the storage engine says.
        detail: String,
    },
    /// Any other failure of the file, its folder or its disk.
    Storage {
        /// The book.
        book: String,
        /// What the storage engine says.
        detail: String,
    },
}

impl From<Fault> for BookError {
    fn from(fault: Fault) -> Self {
        Self::Altered(Box::new(fault))
    }
}

impl fmt::Display for BookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { book } => write!(
                f,
                "{book}: there is no such book; check the path, or create the book first"
            ),
            Self::AlreadyThere { book } => write!(
                f,
                "{book}: there is already a file; a book is never written over: open it, or choose another path"
            ),
            Self::NotABook { book, because } => write!(f, "{book}: not a minute book: {because}; check the path"),
            Self::NewerVersion { book, found, known } => write!(
                f,
                "{book}: written in format version {found}, and this program knows versions up to {known}; use the program that wrote it, or a newer one"
            ),
            Self::Locked { book } => write!(
                f,
                "{book}: in use by another program, and a book has one writer at a time; nothing was entered: try again when it is done"
            ),
            Self::ReadOnly { book } => write!(
                f,
                "{book}: opened for reading only, or its file is write-protected; nothing was entered: open it for writing"
            ),
            Self::Interrupted { book } => write!(
                f,
                "{book}: a writer was interrupted and left something half done; open the book once for writing, which takes that back and loses no acknowledged entry"
            ),
            Self::DiskFull { book } => {
                write!(
                    f,
                    "{book}: the disk is full; nothing was entered: make room and do it again"
                )
            }
            Self::TooLarge { book } => write!(
                f,
                "{book}: an entry or attachment is larger than the storage takes (about 1 GB); nothing was entered: split it"
            ),
            Self::Altered(fault) => fault.fmt(f),
            Self::Damaged { book, detail } => write!(
                f,
                "{book}: the file is damaged ({detail}); keep it as evidence and go back to a copy that verifies"
            ),
            Self::Storage { book, detail } => {
                write!(
                    f,
                    "{book}: the file could not be read or written ({detail}); check the file, its folder and the disk"
                )
            }
        }
    }
}

impl std::error::Error for BookError {}

/// Why drafts were not entered. Whatever the reason, none of them was.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AppendError {
    /// The drafts themselves cannot be entered; all reasons are given.
    Unfit(Vec<UnfitDraft>),
    /// The act id was entered before with other content.
    ActIdTaken {
        /// The id.
        act_id: String,
        /// The number of the entry that has it.
        entry: u64,
    },
    /// The book has grown since the writer last looked.
    HeadMoved {
        /// The head that the writer saw.
        expected: Head,
        /// The head now.
        found: Head,
    },
    /// The book could not be read or written.
    Book(BookError),
}

impl From<BookError> for AppendError {
    fn from(error: BookError) -> Self {
        Self::Book(error)
    }
}

impl fmt::Display for AppendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfit(found) => {
                write!(f, "nothing was entered")?;
                found.iter().try_for_each(|unfit| write!(f, "; {unfit}"))
            }
            Self::ActIdTaken { act_id, entry } => write!(
                f,
                "act id \"{act_id}\" was entered as entry {entry} with other content, and an act id names one act; nothing was entered: give the new act its own id, or enter a correction that names entry {entry}"
            ),
            Self::HeadMoved { expected, found } => write!(
                f,
                "the book has moved on: the writer saw {expected}, and the head is now {found}; nothing was entered: read the new entries, judge the act again and append to the new head"
            ),
            Self::Book(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for AppendError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Book(error) => Some(error),
            _ => None,
        }
    }
}

/// One reason why one draft cannot be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnfitDraft {
    /// The position of the draft among those given, from zero.
    pub draft: usize,
    /// Its act id.
    pub act_id: String,
    /// Why.
    pub because: Unfit,
}

impl fmt::Display for UnfitDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "draft {} (act id \"{}\"): {}", self.draft, self.act_id, self.because)
    }
}

/// Why a draft cannot be entered in any book, or not yet in this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The act id is empty.
    NoActId,
    /// The body has no exact canonical form.
    Body(Inexact),
    /// It cites an attachment that the book does not hold.
    AttachmentMissing(Hash),
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoActId => write!(f, "the act id is empty, and retries are recognized by it; give one"),
            Self::Body(inexact) => inexact.fmt(f),
            Self::AttachmentMissing(hash) => {
                write!(
                    f,
                    "attachment {hash} is cited but not in the book; put the attachment first"
                )
            }
        }
    }
}
