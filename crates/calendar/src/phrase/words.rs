//! Numbers and ordinals in words, "ten" and "tenth", up to ninety-nine.

const UNITS: [(&str, &str); 19] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
    ("eleven", "eleventh"),
    ("twelve", "twelfth"),
    ("thirteen", "thirteenth"),
    ("fourteen", "fourteenth"),
    ("fifteen", "fifteenth"),
    ("sixteen", "sixteenth"),
    ("seventeen", "seventeenth"),
    ("eighteen", "eighteenth"),
    ("nineteen", "nineteenth"),
];

const TENS: [(&str, &str); 8] = [
    ("twenty", "twentieth"),
    ("thirty", "thirtieth"),
    ("forty", "fortieth"),
    ("fifty", "fiftieth"),
    ("sixty", "sixtieth"),
    ("seventy", "seventieth"),
    ("eighty", "eightieth"),
    ("ninety", "ninetieth"),
];

/// The largest number that a phrase may state: the days of a century.
///
/// It keeps the counting of business days, which goes day by day, short.
pub(crate) const LARGEST: u32 = 36_525;

/// The number of a text of digits or of one number word, "60" or "sixty"; none when it is neither or too large.
pub(crate) fn cardinal(text: &str) -> Option<u32> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().filter(|number| *number <= LARGEST);
    }
    in_words(text, |pair| pair.0)
}

/// The number of an ordinal, "10th" or "tenth"; none when it is none, is zero or too large.
pub(crate) fn ordinal(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return in_words(text, |pair| pair.1);
    }
    let number: u32 = text[..digits].parse().ok()?;
    let fits = (1..=LARGEST).contains(&number) && text[digits..].eq_ignore_ascii_case(suffix(number));
    fits.then_some(number)
}

/// The canonical ordinal: a word up to ninety-nine, then digits, "120th".
pub(crate) fn ordinal_text(number: u32) -> String {
    let unit = |index: u32| UNITS.get(usize::try_from(index).unwrap_or(usize::MAX));
    let ten = |index: u32| TENS.get(usize::try_from(index).unwrap_or(usize::MAX));
    match number {
        1..=19 => unit(number - 1).map(|pair| pair.1.to_owned()),
        20..=99 if number.is_multiple_of(10) => ten(number / 10 - 2).map(|pair| pair.1.to_owned()),
        20..=99 => ten(number / 10 - 2)
            .zip(unit(number % 10 - 1))
            .map(|(tens, units)| format!("{}-{}", tens.0, units.1)),
        _ => None,
    }
    .unwrap_or_else(|| format!("{number}{}", suffix(number)))
}

/// The letters that make digits an ordinal: 1st, 2nd, 3rd, 4th, 11th.
fn suffix(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// The number of "ten", "sixty" or "sixty-one", or of the ordinals of these, by which half of each pair is picked.
fn in_words(text: &str, pick: fn(&(&'static str, &'static str)) -> &'static str) -> Option<u32> {
    let text = text.to_ascii_lowercase();
    let place = |pairs: &[(&'static str, &'static str)], word: &str, pick: fn(&(_, _)) -> &'static str| {
        pairs
            .iter()
            .position(|pair| pick(pair) == word)
            .and_then(|index| u32::try_from(index).ok())
    };
    if let Some(index) = place(&UNITS, &text, pick) {
        return Some(index + 1);
    }
    if let Some(index) = place(&TENS, &text, pick) {
        return Some((index + 2) * 10);
    }
    let (tens, units) = text.split_once('-')?;
    let tens = place(&TENS, tens, |pair| pair.0)?;
    let units = place(&UNITS[..9], units, pick)?;
    Some((tens + 2) * 10 + units + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_digits_say_the_same_number() {
        for (text, number) in [
            ("1", 1),
            ("ten", 10),
            ("Sixty", 60),
            ("ninety-nine", 99),
            ("forty-eight", 48),
            ("0", 0),
        ] {
            assert_eq!(cardinal(text), Some(number), "{text}");
        }
        for text in [
            "",
            "-1",
            "+1",
            "1.5",
            "tenth",
            "ten-one",
            "sixty-ten",
            "hundred",
            "36526",
            "99999999999999999999",
        ] {
            assert_eq!(cardinal(text), None, "{text}");
        }
        assert_eq!(cardinal("36525"), Some(36_525));
    }

    #[test]
    fn ordinals_read_as_words_and_as_digits() {
        for (text, number) in [
            ("first", 1),
            ("1st", 1),
            ("2nd", 2),
            ("23rd", 23),
            ("tenth", 10),
            ("10th", 10),
            ("11th", 11),
            ("112th", 112),
            ("twelfth", 12),
            ("sixtieth", 60),
            ("ninety-ninth", 99),
            ("Twenty-first", 21),
        ] {
            assert_eq!(ordinal(text), Some(number), "{text}");
        }
        for text in ["ten", "1th", "11st", "0th", "th", "", "twentieth-first", "2 nd"] {
            assert_eq!(ordinal(text), None, "{text}");
        }
    }

    #[test]
    fn every_printed_ordinal_reads_back() {
        for number in 1..=1000 {
            assert_eq!(ordinal(&ordinal_text(number)), Some(number));
        }
        assert_eq!(ordinal_text(60), "sixtieth");
        assert_eq!(ordinal_text(99), "ninety-ninth");
        assert_eq!(ordinal_text(100), "100th");
        assert_eq!(ordinal_text(0), "0th");
    }
}
