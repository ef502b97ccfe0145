//! Phrases of time as the texts write them: small grammars with exact places for their errors.
//!
//! Each phrase keeps its structure, prints back to one canonical text, and is evaluated apart from being read.
//!
//! | phrase | example |
//! |---|---|
//! | [`DayRule`] | second Tuesday of March at 10:00 |
//! | [`HolidayShift`] | next business day |
//! | [`WindowPhrase`] | not less than 10 nor more than 60 days before the meeting |
//! | [`PointPhrase`] | close of business on the day before notice |
//! | [`Anchor`] | anniversary of the prior mailing |

mod anchor;
mod day_rule;
mod error;
mod holiday_shift;
mod introspect;
mod point_phrase;
mod reader;
mod window_phrase;
mod words;

pub use anchor::{Anchor, EvaluationError, Offset, Point};
pub use day_rule::{DateRule, DayRule, Which};
pub use error::{PhraseError, PhraseProblem};
pub use holiday_shift::HolidayShift;
pub use point_phrase::PointPhrase;
pub use window_phrase::{WindowPhrase, Wording};

/// What every phrase offers besides its own: reading from text, and its numbers and words for testing by change.
macro_rules! phrase {
    ($phrase:ty) => {
        impl std::str::FromStr for $phrase {
            type Err = crate::phrase::PhraseError;

            fn from_str(text: &str) -> Result<Self, crate::phrase::PhraseError> {
                Self::parse(text)
            }
        }

        impl $phrase {
            /// The numbers that the phrase states, in the order of its text; an ordinal word is a number, so is an hour.
            #[must_use]
            pub fn numbers(&self) -> Vec<u64> {
                crate::phrase::introspect::numbers(&self.to_string())
            }

            /// The phrase with the number at that place of [`Self::numbers`] changed.
            /// The phrase itself when there is no such number or the changed text would be no such phrase.
            #[must_use]
            pub fn with_number(&self, index: usize, value: u64) -> Self {
                let changed = crate::phrase::introspect::with_number(&self.to_string(), index, value);
                changed
                    .and_then(|text| Self::parse(&text).ok())
                    .unwrap_or_else(|| self.clone())
            }

            /// The words of the phrase that have alternatives, in the order of its text: weekdays, months, sides, "last".
            #[must_use]
            pub fn words(&self) -> Vec<String> {
                crate::phrase::introspect::words(&self.to_string())
            }

            /// The phrase with the word at that place of [`Self::words`] changed.
            /// The phrase itself when there is no such word or the changed text would be no such phrase.
            #[must_use]
            pub fn with_word(&self, index: usize, word: &str) -> Self {
                let changed = crate::phrase::introspect::with_word(&self.to_string(), index, word);
                changed
                    .and_then(|text| Self::parse(&text).ok())
                    .unwrap_or_else(|| self.clone())
            }
        }
    };
}
pub(crate) use phrase;
