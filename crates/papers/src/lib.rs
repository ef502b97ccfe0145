//! Papers made from the book: a document model first, then text.
//!
//! A paper holds no legal rule: it says what the state, the entries and their findings say.

mod certificate;
mod document;
mod icalendar;
mod minutes;
mod timeline;

pub use certificate::certificate_of_inspectors;
pub use document::{Block, Document};
pub use icalendar::{Export, icalendar};
pub use minutes::{Proceeding, minutes};
pub use timeline::timeline;
