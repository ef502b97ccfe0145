//! The minute book of a corporation: entries read as acts, rulings and events, and acts judged and entered.
//!
//! ```text
//! record      what the body of an entry holds, and how it is read back
//! entry       one entry of the book, read
//! evidence    attachments by hash: from the book, and from the files of acts that are about to be entered
//! session     a book opened: its entries in order of time, the corporation as of a day, as known on a day
//! enter       judging acts and entering them, all in one transaction
//! unchanged   whether a diary still says what was entered from it
//! defects     unmet findings that stand
//! audit       rulings that would differ today
//! ```
//!
//! The store below ([`quorate_book`]) keeps bytes and judges nothing; the core ([`quorate_corporation`]) judges and keeps nothing.

pub mod audit;
pub mod defects;
mod enter;
mod entry;
mod evidence;
mod record;
mod session;
mod unchanged;

pub use enter::{EnterError, Fate, NewActs, in_order_of_time};
pub use entry::KeptEntry;
pub use evidence::BookEvidence;
pub use record::{ActRecord, AuthorityRecord, FindingRecord, InstrumentRecord, OutcomeRecord, Record, RecordError};
pub use session::{AsKnown, OpenError, Session};
pub use unchanged::Changed;
