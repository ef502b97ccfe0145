//! The commands, one file each.

use std::io::Write as _;

pub mod act;
pub mod ask;
pub mod audit;
pub mod book;
pub mod casebook;
pub mod check;
pub mod coverage;
pub mod defects;
pub mod deliveries;
pub mod demo;
pub mod due;
pub mod exceptions;
pub mod explain;
pub mod init;
pub mod instruments;
pub mod law_book;
pub mod log;
pub mod plan;
pub mod questions;
pub mod status;
pub mod verify;
pub mod why;

/// Prints a JSON value, indented.
pub fn print_json(value: &serde_json::Value) {
    print_text(&format!("{value:#}\n"));
}

/// Prints text; a reader that has gone away, such as `head`, is no failure of ours.
pub fn print_text(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}
