//! Questions: what can be asked, and how each is described.

use quorate_law::Reckoning;
use quorate_law::vocabulary::Definition;

use crate::answer::Shape;
use crate::facts::FactSpec;
use crate::finding::FindingDefinition;
use crate::inquiry::{Conclusion, Inquiry, Pause};

/// A legal question: a pure function of facts and law book, with its description.
pub struct Question {
    /// The id, in kebab case.
    pub id: &'static str,
    /// The question as a sentence.
    pub title: &'static str,
    /// The chapter of the law book: the folder of `questions/`.
    pub chapter: &'static str,
    /// The capabilities it carries, by id.
    pub capabilities: &'static [&'static str],
    /// The text of its own source file, whose header is its entry in the law book.
    pub source: &'static str,
    /// The facts it may consult.
    pub facts: &'static [&'static FactSpec],
    /// The shape of its value.
    pub shape: Shape,
    /// Which fact gives the day by which a provision's version is chosen.
    pub reckoning: &'static [(Reckoning, &'static str)],
    /// The provisions it consults.
    pub provisions: &'static [&'static Definition],
    /// The findings it can make.
    pub findings: &'static [&'static FindingDefinition],
    /// The function.
    pub ask: fn(&mut Inquiry<'_>) -> Result<Conclusion, Pause>,
}

impl Question {
    /// The header of the source file: the question, our reading, what may vary, what is not encoded; as Markdown.
    #[must_use]
    pub fn reading(&self) -> String {
        let lines: Vec<&str> = self
            .source
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .map(|line| {
                line.trim_start_matches("//!")
                    .strip_prefix(' ')
                    .unwrap_or(line.trim_start_matches("//!"))
            })
            .collect();
        lines.join("\n")
    }
}

impl std::fmt::Debug for Question {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Question")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
