//! Runs Markdown cases that lawyers can read.
//!
//! A case is a Markdown file with prose and fenced blocks. A block marked `kdl` holds `ask` nodes, each with what is
//! expected of its answer; a block marked `kdl instrument=NAME` holds a whole instrument that the case's questions may name
//! in `under=` or `certificate=`. Blocks marked `kdl diary` are stories: acts that are judged as a diary is, each with what is
//! expected of its ruling; a block marked `file=NAME` after its language is a file that the acts can name.
//! A file that expects nothing fails.

mod expectation;
mod instruments;
mod markdown;
mod request;
mod run;
mod story;

pub use instruments::Shelf;
pub use request::{AskRequest, Problem, read_asks, read_named_fact};
pub use run::{Case, CaseFile, CaseOutcome, Companies, cases, run};
pub use story::{Story, stories};
