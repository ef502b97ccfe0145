//! Reads a phrase word by word, keeping every problem with its place.

use std::ops::Range;

use crate::counting::Unit;
use crate::phrase::error::{PhraseError, PhraseProblem};
use crate::phrase::words;

/// A word of a phrase and its place in the text, in bytes.
#[derive(Clone, Debug)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    pub(crate) span: Range<usize>,
}

impl Word<'_> {
    pub(crate) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }
}

/// The words of a text, and how far they are read.
pub(crate) struct Reader<'a> {
    kind: &'static str,
    text: &'a str,
    words: Vec<Word<'a>>,
    at: usize,
    problems: Vec<PhraseProblem>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(kind: &'static str, text: &'a str) -> Reader<'a> {
        let words = text
            .split_whitespace()
            .map(|word| {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                Word {
                    text: word,
                    span: start..start + word.len(),
                }
            })
            .collect();
        Reader {
            kind,
            text,
            words,
            at: 0,
            problems: Vec::new(),
        }
    }

    /// The word that many places ahead.
    pub(crate) fn peek(&self, ahead: usize) -> Option<&Word<'a>> {
        self.words.get(self.at + ahead)
    }

    /// Whether the next words are these, in any case of letters.
    pub(crate) fn next_are(&self, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(ahead, word)| self.peek(ahead).is_some_and(|next| next.is(word)))
    }

    /// Takes these words if they are next.
    pub(crate) fn accept(&mut self, words: &[&str]) -> bool {
        let next = self.next_are(words);
        if next {
            self.at += words.len();
        }
        next
    }

    /// Takes the first of these sequences of words that is next, and gives its index.
    pub(crate) fn accept_any(&mut self, choices: &[&[&str]]) -> Option<usize> {
        choices.iter().position(|words| self.accept(words))
    }

    /// Takes one word, whatever it is.
    pub(crate) fn take(&mut self) -> Option<Word<'a>> {
        let word = self.words.get(self.at).cloned();
        self.at += usize::from(word.is_some());
        word
    }

    /// The place of the next word, or the empty place at the end of the text.
    pub(crate) fn here(&self) -> Range<usize> {
        self.peek(0)
            .map_or(self.text.len()..self.text.len(), |word| word.span.clone())
    }

    /// The place from a beginning to the last word read.
    pub(crate) fn since(&self, start: usize) -> Range<usize> {
        let end = self
            .at
            .checked_sub(1)
            .and_then(|last| self.words.get(last))
            .map_or(start, |word| word.span.end);
        start..end.max(start)
    }

    /// Keeps a problem with that place.
    pub(crate) fn problem(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(PhraseProblem {
            span,
            message: message.into(),
            help: help.into(),
        });
    }

    /// Keeps the problem that the next word is not what was wanted, and takes the word.
    pub(crate) fn unexpected(&mut self, wanted: &str, help: &str) {
        let span = self.here();
        let message = match self.take() {
            Some(word) => format!("\"{}\" is not {wanted}", word.text),
            None => format!("the phrase ends where {wanted} should stand"),
        };
        self.problem(span, message, help);
    }

    /// Takes these words, or keeps the problem that they are not there and goes on without them.
    pub(crate) fn expect(&mut self, words: &[&str]) {
        if !self.accept(words) {
            let wanted = words.join(" ");
            let found = self.peek(0).map(|word| format!("\"{}\" stands", word.text));
            let found = found.unwrap_or_else(|| "the phrase ends".to_owned());
            self.problem(
                self.here(),
                format!("{found} where \"{wanted}\" should"),
                format!("write \"{wanted}\" there"),
            );
        }
    }

    /// A number in digits or in one word.
    pub(crate) fn cardinal(&mut self) -> Option<u32> {
        let number = self.peek(0).and_then(|word| words::cardinal(word.text));
        if number.is_some() {
            self.take();
        } else {
            self.unexpected(
                "a number",
                &format!(
                    "write digits up to {} or a word up to ninety-nine, such as 60 or sixty",
                    words::LARGEST
                ),
            );
        }
        number
    }

    /// A unit of time, in the singular or plural.
    pub(crate) fn unit(&mut self) -> Option<Unit> {
        let unit = self.accept_unit();
        if unit.is_none() {
            self.unexpected("a unit of time", "write days, business days, hours, months or years");
        }
        unit
    }

    /// Takes a unit of time if it is next.
    pub(crate) fn accept_unit(&mut self) -> Option<Unit> {
        const UNITS: [(&[&str], Unit); 12] = [
            (&["days"], Unit::Days),
            (&["day"], Unit::Days),
            (&["calendar", "days"], Unit::Days),
            (&["calendar", "day"], Unit::Days),
            (&["business", "days"], Unit::BusinessDays),
            (&["business", "day"], Unit::BusinessDays),
            (&["hours"], Unit::Hours),
            (&["hour"], Unit::Hours),
            (&["months"], Unit::Months),
            (&["month"], Unit::Months),
            (&["years"], Unit::Years),
            (&["year"], Unit::Years),
        ];
        UNITS
            .iter()
            .find(|(words, _)| self.accept(words))
            .map(|(_, unit)| *unit)
    }

    /// The value when the whole text was read without a problem; otherwise every problem, in the order of the text.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<T, PhraseError> {
        if self.problems.is_empty()
            && let Some(word) = self.peek(0).cloned()
        {
            let rest = word.span.start..self.text.trim_end().len();
            let message = format!("\"{}\" stands after the end of the phrase", &self.text[rest.clone()]);
            self.problem(rest, message, "leave it out");
        }
        if self.problems.is_empty() && value.is_none() {
            self.problem(self.here(), "the phrase is not complete", "write the rest of it");
        }
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => {
                self.problems.sort_by_key(|problem| problem.span.start);
                Err(PhraseError {
                    kind: self.kind,
                    text: self.text.to_owned(),
                    problems: self.problems,
                })
            }
        }
    }
}

/// The one of these words that a misspelt word is nearest to, when it is near.
pub(crate) fn nearest<'w>(misspelt: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let misspelt = misspelt.to_lowercase();
    words
        .into_iter()
        .map(|word| (strsim::osa_distance(&misspelt, &word.to_lowercase()), word))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, word)| word)
}
