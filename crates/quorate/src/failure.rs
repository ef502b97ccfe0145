//! Input that could not be read: what, where, and how to mend it. Exit status 2.

use std::fmt;
use std::path::Path;

use crate::render::snippet;

/// Why a command could not do its work.
#[derive(Debug)]
pub struct Failure {
    rendered: String,
}

impl Failure {
    /// A failure in words, with how to mend it.
    pub fn new(message: impl fmt::Display, help: Option<&str>) -> Self {
        let mut rendered = format!("error: {message}\n");
        if let Some(help) = help {
            rendered.push_str(&format!("  help: {help}\n"));
        }
        Self { rendered }
    }

    /// Several problems, one after the other.
    pub fn several(problems: Vec<Failure>) -> Self {
        Self {
            rendered: problems.into_iter().map(|problem| problem.rendered).collect(),
        }
    }

    /// A file that could not be read from the disk.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        let help = match error.kind() {
            std::io::ErrorKind::NotFound => "check the name and the folder",
            std::io::ErrorKind::PermissionDenied => "ask whoever keeps the file for leave to read it",
            std::io::ErrorKind::InvalidData => "the file is not text in UTF-8; save it as such",
            _ => "try again",
        };
        Self::new(format!("{} cannot be read: {error}", path.display()), Some(help))
    }

    /// Problems of an instrument or a KDL file at their places.
    pub fn of_source(name: &str, source: &str, problems: &[(String, Option<String>, quorate_kdl::Span)]) -> Self {
        let rendered = problems
            .iter()
            .map(|(message, help, span)| snippet::error(name, source, message, *span, help.as_deref()))
            .collect();
        Self { rendered }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.rendered)
    }
}
