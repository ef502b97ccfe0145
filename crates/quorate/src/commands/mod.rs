//! The commands, one file each.

pub mod ask;
pub mod casebook;
pub mod coverage;
pub mod explain;
pub mod instruments;
pub mod law_book;
pub mod plan;
pub mod questions;

/// Prints a JSON value, indented.
pub fn print_json(value: &serde_json::Value) {
    println!("{value:#}");
}
