//! The numbers and words of a canonical text, and the text with one of them changed.
//!
//! Tests change each number and word of a provision and require that some case then fails.

use std::ops::Range;

use crate::day::{Month, Weekday};
use crate::phrase::words;

/// How a number is written in a canonical text.
#[derive(Clone, Copy)]
enum Written {
    Digits,
    Ordinal,
    TwoDigits,
}

/// Every number of the text: its place, its value and how it is written.
fn placed_numbers(text: &str) -> Vec<(Range<usize>, u64, Written)> {
    let mut numbers = Vec::new();
    for (span, word) in placed_words(text) {
        if let Some((hour, minute)) = word.split_once(':') {
            // The minutes of a full hour are no number that anyone chose.
            let minute_span = span.start + hour.len() + 1..span.end;
            let hour_span = span.start..span.start + hour.len();
            numbers.extend(hour.parse().ok().map(|hour| (hour_span, hour, Written::TwoDigits)));
            let minute = minute.parse().ok().filter(|minute| *minute != 0);
            numbers.extend(minute.map(|minute| (minute_span, minute, Written::TwoDigits)));
        } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.extend(word.parse().ok().map(|number| (span, number, Written::Digits)));
        } else if let Some(number) = words::ordinal(word) {
            numbers.push((span, u64::from(number), Written::Ordinal));
        }
    }
    numbers
}

fn placed_words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        (start..start + word.len(), word)
    })
}

pub(crate) fn numbers(text: &str) -> Vec<u64> {
    placed_numbers(text).into_iter().map(|(_, number, _)| number).collect()
}

pub(crate) fn with_number(text: &str, index: usize, value: u64) -> Option<String> {
    let (span, _, written) = placed_numbers(text).into_iter().nth(index)?;
    let changed = match written {
        Written::Digits => value.to_string(),
        Written::Ordinal => words::ordinal_text(u32::try_from(value).ok()?),
        Written::TwoDigits => format!("{value:02}"),
    };
    Some(replaced(text, span, &changed))
}

/// Every word of the text that has alternatives.
fn changeable_words(text: &str) -> Vec<(Range<usize>, &str)> {
    const SIDES: [&str; 8] = [
        "before",
        "after",
        "following",
        "earlier",
        "later",
        "next",
        "previous",
        "last",
    ];
    let changeable = |word: &str| {
        SIDES.contains(&word)
            || Weekday::named(word).is_some_and(|weekday| weekday.name() == word)
            || Month::named(word).is_some_and(|month| month.name() == word)
    };
    placed_words(text).filter(|(_, word)| changeable(word)).collect()
}

pub(crate) fn words(text: &str) -> Vec<String> {
    changeable_words(text)
        .into_iter()
        .map(|(_, word)| word.to_owned())
        .collect()
}

pub(crate) fn with_word(text: &str, index: usize, word: &str) -> Option<String> {
    let (span, _) = changeable_words(text).into_iter().nth(index)?;
    Some(replaced(text, span, word))
}

fn replaced(text: &str, span: Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..span.start], &text[span.end..])
}
