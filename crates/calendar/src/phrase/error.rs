//! What is wrong with a phrase, and where.

use std::fmt;
use std::ops::Range;

/// A text that is not the phrase it should be, with every problem found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseError {
    /// The kind of phrase that was wanted, such as "window of time".
    pub kind: &'static str,
    /// The text as given.
    pub text: String,
    /// The problems, in the order of the text; never empty.
    pub problems: Vec<PhraseProblem>,
}

/// One thing wrong with a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseProblem {
    /// The place in the text, in bytes; empty at the end of the text when something is missing there.
    pub span: Range<usize>,
    /// The fact: what stands there and why it cannot.
    pub message: String,
    /// The cure: what is allowed there.
    pub help: String,
}

impl fmt::Display for PhraseProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.message, self.help)
    }
}

impl fmt::Display for PhraseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is not a {}", self.text, self.kind)?;
        for (index, problem) in self.problems.iter().enumerate() {
            write!(f, "{} {problem}", if index == 0 { ":" } else { "." })?;
        }
        Ok(())
    }
}

impl std::error::Error for PhraseError {}
