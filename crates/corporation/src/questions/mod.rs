//! The questions, filed by legal question; `common` holds the facts that several share.

/// Declares the question files of a chapter, and lists their questions in order.
macro_rules! questions {
    ($($file:ident,)*) => {
        $(pub mod $file;)*
        /// The questions of this chapter, in order.
        pub static QUESTIONS: &[&crate::question::Question] = &[$(&$file::QUESTION,)*];
    };
}
pub(crate) use questions;

pub mod common;
pub mod shares;
pub mod stockholders;
pub mod time;

use crate::question::Question;
use stockholders::{conduct, consents, contest, convening, holders, inspection, proxies, special, voting};

/// Every question, in the order of its chapter.
#[must_use]
pub fn all() -> Vec<&'static Question> {
    [
        convening::QUESTIONS,
        special::QUESTIONS,
        consents::QUESTIONS,
        contest::QUESTIONS,
        voting::QUESTIONS,
        holders::QUESTIONS,
        proxies::QUESTIONS,
        conduct::QUESTIONS,
        inspection::QUESTIONS,
        shares::QUESTIONS,
        time::QUESTIONS,
    ]
    .concat()
}

/// The question of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Question> {
    all().into_iter().find(|question| question.id == id)
}
