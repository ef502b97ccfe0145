//! What is wrong with a text, and where.

use crate::Span;

/// One mistake in a source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The fact, and the rule of KDL that it breaks.
    pub message: String,
    /// How to cure it, where one cure is likely.
    pub help: Option<String>,
    /// The place, no wider than the token at fault.
    pub span: Span,
}

impl Error {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Error {
        Error {
            message: message.into(),
            help: None,
            span,
        }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Error {
        self.help = Some(help.into());
        self
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
