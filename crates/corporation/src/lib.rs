//! The pure core: questions, acts, state, decide and evolve.
//!
//! ```text
//! quantity    exact shares and votes
//! facts       what a question is told, by name
//! question    what can be asked; questions/ has one file per legal question
//! inquiry     how a question reads facts and law, and writes down what it relied on
//! ask         the driver: whole book, each source alone, every value of what is not known
//! answer      the value or readings, with reasons
//! finding     one rule applied to facts
//! ```
//!
//! Nothing here reads a clock, a file, the network or a random number.

pub mod answer;
mod ask;
pub mod facts;
pub mod finding;
pub mod inquiry;
pub mod quantity;
pub mod question;
pub mod questions;

#[cfg(test)]
pub(crate) mod testing;

pub use answer::Answer;
pub use ask::ask;
pub use facts::Facts;
pub use inquiry::Practice;
pub use quantity::Quantity;
pub use question::Question;
