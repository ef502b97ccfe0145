//! The vocabulary of provisions, instruments, citations, effects and the law book.
//!
//! An *instrument* (statute, certificate, bylaws, overlay) is read from a KDL file into sections; a section holds
//! *provisions*, each an instance of one entry of the [`vocabulary`]. A [`LawBook`] gathers instruments; a [`View`] of it
//! restricts them to a day and, where asked, to one source; [`resolve()`] says which of the applicable provisions control.
//!
//! This crate reads no file, clock or network: it is given text and gives back data or diagnostics.

mod citation;
mod coverage;
mod fraction;
mod instrument;
mod law_book;
mod print;
mod proportion;
mod provision;
mod read;
mod resolve;
mod standing;
pub mod vocabulary;

pub use citation::{Citation, Source};
pub use coverage::{Coverage, CoverageCounts, SectionCoverage, coverage};
pub use fraction::{Fraction, Side};
pub use instrument::{Completeness, Content, Instrument, InstrumentKind, Part, Section};
pub use law_book::{LawBook, Situation, View};
pub use print::print_instrument;
pub use proportion::{Base, Measure, Proportion};
pub use provision::{Provision, Scope, Validity, Value};
pub use read::{ReadError, read_instrument};
pub use resolve::{Displaced, Need, Resolution, resolve};
pub use standing::{Confidence, Effect, Reckoning, Vary};
