//! Reader of the KDL 2.0 document language: exact spans, many errors at once, comments kept.
//!
//! The instruments, cases and diaries of quorate are KDL documents.
//! Whoever writes them needs every mistake named at once, each at its own place, so this reader
//! goes on after an error with the next entry or node, and gives every part of a document a byte [`Span`].
//!
//! - [`read`] gives the document, or all the errors and no document.
//! - [`read_partial`] gives what could be read besides the errors, to look for further problems in it.
//! - [`print_canonical`] prints the canonical form of the official test suite.
//! - [`format()`] prints the document for its readers, comments kept.
//! - [`LineIndex`] turns a byte offset into a line and a column.
//!
//! **Invariants.** Any text can be read without a panic and without unbounded recursion.
//! Reading, printing and reading again gives the same values.
//! The crate does no input or output, and its numbers stay the text that was written.

mod characters;
mod document;
mod entry;
mod error;
mod format;
mod number;
mod parser;
mod print;
mod space;
mod span;
mod string;

pub use document::{Comment, Document, Entry, Node, Text, Value};
pub use error::Error;
pub use format::format;
pub use number::Number;
pub use parser::BLOCK_DEPTH_MAX;
pub use print::print_canonical;
pub use span::{LineIndex, Span};

/// Reads a whole document.
///
/// # Errors
/// Every error of the text, in the order of their places; there is never a partial document.
pub fn read(source: &str) -> Result<Document, Vec<Error>> {
    let (document, errors) = read_partial(source);
    if errors.is_empty() { Ok(document) } else { Err(errors) }
}

/// Reads what can be read of a document, and gives it with every error, in the order of their places.
///
/// An entry in error is left out of its node, and a node without a readable name is left out with its block.
/// A node that lost something has [`Node::is_whole`] false: what is missing from it is no further mistake of its writer.
pub fn read_partial(source: &str) -> (Document, Vec<Error>) {
    parser::read_partial(source)
}
