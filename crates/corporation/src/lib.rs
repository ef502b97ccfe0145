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

pub mod act;
pub mod acts;
pub mod answer;
mod ask;
pub mod clerk;
pub mod decide;
pub mod deliveries;
pub mod event;
pub mod evidence;
pub mod facts;
pub mod finding;
pub mod inquiry;
pub mod plan;
pub mod quantity;
pub mod question;
pub mod questions;
pub mod state;
pub mod tabulate;
mod threshold;
pub mod when;

#[cfg(test)]
pub(crate) mod testing;

pub use act::{Act, Case};
pub use answer::Answer;
pub use ask::ask;
pub use clerk::Clerk;
pub use decide::{Outcome, Ruling, decide};
pub use facts::Facts;
pub use inquiry::Practice;
pub use quantity::Quantity;
pub use question::Question;
pub use state::Corporation;
pub use when::When;
