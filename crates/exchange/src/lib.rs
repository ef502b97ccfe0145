//! Holder lists, deliveries, proxies and ballots as files of comma-separated values (RFC 4180).
//!
//! ```text
//! records        the format: records and fields, each with its place
//! table          errors at their line and column, the header, the cells
//! holders        account,name,address,shares                       read_holders, write_holders
//! deliveries     account,channel,address,sent,result,returned      read_deliveries, write_deliveries
//! instructions   account,kind,dated,received,votes,ITEM…           read_instructions, write_instructions
//! ```
//!
//! A file has a header, UTF-8 text, commas, and lines ended by a line feed, with or without a carriage return before it.
//! Columns stand in any order; spaces around a cell do not count; empty lines are passed over.
//! A file is taken whole or not at all: every error is reported, the first [`ERRORS_MAX`] of them with their places.
//!
//! The crate reads no file: it is given bytes and gives back columns, or text.

mod deliveries;
mod holders;
mod instructions;
mod records;
mod table;

pub use deliveries::{read_deliveries, write_deliveries};
pub use holders::{read_holders, write_holders};
pub use instructions::{read_instructions, write_instructions};
pub use table::{ERRORS_MAX, TableError, TableErrors};
