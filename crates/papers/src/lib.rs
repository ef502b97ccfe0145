//! Papers made from the book: a document model first, then text.
//!
//! A paper holds no legal rule: it says what the state, the entries and their findings say.

mod certificate;
mod document;
mod minutes;

pub use certificate::certificate_of_inspectors;
pub use document::{Block, Document};
pub use minutes::{Proceeding, minutes};
