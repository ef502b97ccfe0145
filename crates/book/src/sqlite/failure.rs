//! SQLite's failures in the words of a book.

use rusqlite::{Error, ErrorCode, ffi};

use crate::error::BookError;

/// What a failure of SQLite means for the book of this name.
pub(super) fn translate(book: &str, error: &Error) -> BookError {
    let book = book.to_owned();
    let detail = error.to_string();
    let failure = match error {
        Error::SqliteFailure(failure, _) => failure,
        Error::SqlInputError { error, .. } => error,
        // Everything else is a row or a value that a sound book has and this file has not.
        _ => return BookError::Damaged { book, detail },
    };
    match failure.code {
        ErrorCode::NotADatabase => BookError::NotABook {
            book,
            because: "the file is no SQLite database, or its header is damaged".to_owned(),
        },
        // A reader may not roll back what an interrupted writer left: depending on the rights, SQLite says one or the other.
        ErrorCode::ReadOnly if failure.extended_code == ffi::SQLITE_READONLY_ROLLBACK => {
            BookError::Interrupted { book }
        }
        ErrorCode::ReadOnly => BookError::ReadOnly { book },
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => BookError::Locked { book },
        ErrorCode::DiskFull => BookError::DiskFull { book },
        ErrorCode::TooBig => BookError::TooLarge { book },
        // A constraint that the plan of an append had already met, or a query that no longer fits the tables.
        ErrorCode::DatabaseCorrupt | ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::Unknown => {
            BookError::Damaged { book, detail }
        }
        _ => BookError::Storage { book, detail },
    }
}
