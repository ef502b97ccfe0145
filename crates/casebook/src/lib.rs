//! Runs Markdown cases that lawyers can read.
//!
//! A case is a Markdown file with prose and fenced blocks. A block marked `kdl` holds `ask` nodes, each with what is
//! expected of its answer; a block marked `kdl instrument=NAME` holds a whole instrument that the case's questions may name
//! in `under=` or `certificate=`. A file that expects nothing fails.

mod expectation;
mod instruments;
mod markdown;
mod request;
mod run;

pub use instruments::Shelf;
pub use request::{AskRequest, Problem, read_asks, read_named_fact};
pub use run::{Case, CaseFile, CaseOutcome, cases, run};
