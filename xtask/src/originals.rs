//! The texts that the bylaws were read from: where each section stands in them, and which numbers and dates occur there.
//!
//! The texts are not part of the repository; what uses this runs where they are at hand.
//! Numbers are read here by a second, simpler reader than the one of the phrases of time, so that the two can disagree.

use std::collections::BTreeSet;

use quorate_calendar::{Day, Month, Weekday};
use quorate_law::{Fraction, Instrument, Provision, Section, Side, Value};

/// The bylaws whose original is known: the beginning of the file's name, the instrument, and how many sections the text has.
pub const ORIGINALS: &[(&str, &str, usize)] = &[
    ("000_", "altiris-2006/bylaws", 68),
    ("001_", "novell-2001/bylaws", 62),
    ("002_", "raining-data-2001/bylaws", 50),
];

/// A text as words in lower case, without punctuation around them.
#[derive(Clone, Debug)]
pub struct Original {
    words: Vec<String>,
}

/// A section of an original: the words from its heading to the next section's.
#[derive(Clone, Copy, Debug)]
pub struct OriginalSection<'a> {
    words: &'a [String],
}

impl Original {
    /// Reads a text.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self { words: words(text) }
    }

    /// The sections of an instrument, where they stand in the text; none for one whose heading does not stand after those before it.
    ///
    /// A table of contents repeats the headings, so the last place is taken: the search goes from the end.
    #[must_use]
    pub fn sections(&self, instrument: &Instrument) -> Vec<Option<OriginalSection<'_>>> {
        let mut found = Vec::new();
        let mut end = self.words.len();
        for section in instrument.sections.iter().rev() {
            let start = self.last_heading(section, end);
            found.push(start.map(|start| OriginalSection {
                words: &self.words[start..end],
            }));
            end = start.unwrap_or(end);
        }
        found.reverse();
        found
    }

    /// Where the last heading of a section before a place begins: its number, then its title.
    fn last_heading(&self, section: &Section, before: usize) -> Option<usize> {
        let mut heading = words(&section.number);
        heading.extend(words(&section.title));
        self.words[..before]
            .windows(heading.len())
            .rposition(|window| window == heading)
    }
}

/// The words of a text: what stands between spaces and dashes, in lower case, letters and digits with the points inside them.
fn words(text: &str) -> Vec<String> {
    let kept = |letter: char| letter.is_alphanumeric();
    text.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '/' | ':'))
        .map(|word| word.trim_matches(|letter| !kept(letter)).to_lowercase())
        .map(|word| {
            word.chars()
                .filter(|letter| kept(*letter) || *letter == '.')
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

impl OriginalSection<'_> {
    /// The numbers, months and weekdays that a provision states and that do not occur in the section, each with its field.
    #[must_use]
    pub fn missing(&self, provision: &Provision) -> Vec<String> {
        let numbers = self.numbers();
        let mut missing = Vec::new();
        for (field, values) in &provision.values {
            for value in values {
                missing.extend(
                    self.missing_of(value, &numbers)
                        .into_iter()
                        .map(|what| format!("{field}: {what}")),
                );
            }
        }
        missing
    }

    fn missing_of(&self, value: &Value, numbers: &BTreeSet<u64>) -> Vec<String> {
        match value {
            Value::Window(phrase) => self.missing_in_phrase(&phrase.numbers(), &phrase.words(), numbers),
            Value::Point(phrase) => self.missing_in_phrase(&phrase.numbers(), &phrase.words(), numbers),
            Value::DayRule(phrase) => self.missing_in_phrase(&phrase.numbers(), &phrase.words(), numbers),
            Value::Shift(shift) => self.missing_in_phrase(&shift.numbers(), &shift.words(), numbers),
            Value::Proportion(proportion) => self.missing_fraction(proportion.fraction, numbers),
            Value::Fraction(fraction) => self.missing_fraction(*fraction, numbers),
            Value::Count(count) => absent(&[*count], numbers),
            Value::Date(day) => self.missing_date(*day, numbers),
            Value::YesNo(_) | Value::Term(_) | Value::Text(_) => Vec::new(),
        }
    }

    fn missing_in_phrase(&self, stated: &[u64], words: &[String], numbers: &BTreeSet<u64>) -> Vec<String> {
        // The hours of the afternoon are written with twelve less.
        let is_there =
            |number: &u64| numbers.contains(number) || (13..24).contains(number) && numbers.contains(&(number - 12));
        let stated: Vec<u64> = stated.iter().copied().filter(|number| !is_there(number)).collect();
        let names = words
            .iter()
            .filter(|word| Weekday::named(word).is_some() || Month::named(word).is_some());
        absent(&stated, numbers)
            .into_iter()
            .chain(names.filter(|name| !self.says(name)).cloned())
            .collect()
    }

    fn missing_date(&self, day: Day, numbers: &BTreeSet<u64>) -> Vec<String> {
        let stated = [u64::try_from(day.year()).unwrap_or(0), u64::from(day.day())];
        let month = day.month_name().name();
        absent(&stated, numbers)
            .into_iter()
            .chain((!self.says(month)).then(|| month.to_owned()))
            .collect()
    }

    /// A fraction stands as its two numbers, as a percentage, or as a word.
    fn missing_fraction(&self, fraction: Fraction, numbers: &BTreeSet<u64>) -> Vec<String> {
        let Fraction {
            numerator,
            denominator,
            side,
        } = fraction;
        let percent = numerator.saturating_mul(100) / denominator;
        let is_there = match (numerator, denominator, side) {
            (1, 2, Side::MoreThan) => self.says("majority") || self.says("half"),
            (1, 2, Side::AtLeast) => self.says("half") || numbers.contains(&percent),
            (1, 1, _) => self.says("all") || self.says("each") || self.says("unanimous") || self.says("unanimously"),
            _ => numbers.contains(&numerator) && numbers.contains(&denominator) || numbers.contains(&percent),
        };
        if is_there {
            Vec::new()
        } else {
            vec![fraction.to_string()]
        }
    }

    fn says(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.words.contains(&name)
    }

    /// Every number that the section states, in digits, in words or as an ordinal.
    fn numbers(&self) -> BTreeSet<u64> {
        let mut numbers = BTreeSet::new();
        for (index, word) in self.words.iter().enumerate() {
            // "2.05" is a section's number, not a number that the section states.
            let digits = if word.contains('.') {
                ""
            } else {
                word.trim_end_matches(|letter: char| letter.is_ascii_lowercase())
            };
            numbers.extend(digits.parse::<u64>().ok());
            let number = number_of(word);
            numbers.extend(number);
            // "forty-eight" and "forty eight" are two words here.
            if let (Some(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)), Some(units @ 1..=9)) =
                (number, self.words.get(index + 1).and_then(|next| number_of(next)))
            {
                numbers.insert(tens + units);
            }
        }
        numbers
    }
}

fn absent(stated: &[u64], numbers: &BTreeSet<u64>) -> Vec<String> {
    stated
        .iter()
        .filter(|number| !numbers.contains(number))
        .map(u64::to_string)
        .collect()
}

/// The number of one word, a cardinal or an ordinal; "thirds" is three, "a", "an" and "each" are no numbers.
fn number_of(word: &str) -> Option<u64> {
    const CARDINALS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const ORDINALS: [&str; 20] = [
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    const TENTHS: [&str; 8] = [
        "twentieth",
        "thirtieth",
        "fortieth",
        "fiftieth",
        "sixtieth",
        "seventieth",
        "eightieth",
        "ninetieth",
    ];
    let singular = word.strip_suffix('s').unwrap_or(word);
    let find = |list: &[&str]| {
        list.iter()
            .position(|known| *known == word || *known == singular)
            .and_then(|index| u64::try_from(index).ok())
    };
    find(&CARDINALS)
        .or_else(|| find(&ORDINALS))
        .or_else(|| find(&TENS).or_else(|| find(&TENTHS)).map(|index| (index + 2) * 10))
}

#[cfg(test)]
mod tests {
    use super::*;
    use quorate_law::read_instrument;

    const TEXT: &str = "CONTENTS\n 1.1 NOTICE.....1\n 1.2 QUORUM....2\n\n1.1  NOTICE\n Not less than ten (10) nor more than forty-eight days, on the second\n Tuesday of March at 2:00 p.m.\n\nSECTION 1.2. Quorum. Two-thirds, as Section 1.1 says.";

    fn missing(lines: &str) -> Vec<String> {
        let text = format!(
            "bylaws \"Oak, Inc.\" {{\n section \"1.1\" \"Notice\" {{\n{lines}\n}}\n section \"1.2\" \"Quorum\" {{ narrative \"x\" }}\n}}\n"
        );
        let instrument = read_instrument("oak/bylaws", &text).unwrap();
        let original = Original::read(TEXT);
        let section = original.sections(&instrument)[0].expect("the heading is there");
        instrument.sections[0]
            .provisions()
            .flat_map(|provision| section.missing(provision))
            .collect()
    }

    #[test]
    fn what_the_section_says_is_found_in_digits_and_in_words() {
        assert!(missing("stockholder-notice \"not less than 10 nor more than 48 days before the meeting\"").is_empty());
        assert!(
            missing("annual-meeting \"second Tuesday of March at 14:00\" designated-by=\"board of directors\"")
                .is_empty()
        );
    }

    #[test]
    fn what_another_section_says_is_missing() {
        assert_eq!(
            missing("stockholder-notice \"not less than 11 nor more than 48 days before the meeting\""),
            ["window: 11"]
        );
        assert_eq!(
            missing("annual-meeting \"second Wednesday of March at 10:00\" designated-by=\"board of directors\"").len(),
            1
        );
        assert_eq!(
            missing("stockholder-quorum \"2/3 of shares outstanding\""),
            ["proportion: at least 2/3"]
        );
    }
}
