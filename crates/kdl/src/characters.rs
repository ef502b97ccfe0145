//! The classes of characters that KDL 2.0 tells apart.
//!
//! Each function looks at the start of a slice that begins on a character boundary.

/// Length in bytes of the space that `rest` begins with, 0 where it begins with none.
pub(crate) fn space_length(rest: &[u8]) -> usize {
    match rest {
        [b'\t' | b' ', ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        // U+1680, U+2000 to U+200A, U+202F, U+205F, U+3000.
        [0xE1, 0x9A, 0x80, ..] | [0xE2, 0x80, 0x80..=0x8A | 0xAF, ..] => 3,
        [0xE2, 0x81, 0x9F, ..] | [0xE3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

/// Length in bytes of the newline that `rest` begins with, 0 where it begins with none.
pub(crate) fn newline_length(rest: &[u8]) -> usize {
    match rest {
        [b'\r', b'\n', ..] => 2,
        // Line feed, carriage return, vertical tab, form feed.
        [b'\n' | b'\r' | 0x0B | 0x0C, ..] => 1,
        // U+0085, U+2028, U+2029.
        [0xC2, 0x85, ..] => 2,
        [0xE2, 0x80, 0xA8 | 0xA9, ..] => 3,
        _ => 0,
    }
}

/// Length in bytes of the code point that may not stand in any document, 0 where `rest` begins with another.
///
/// These are the control characters, delete, the marks that turn the direction of text, and a byte order mark.
pub(crate) fn disallowed_length(rest: &[u8]) -> usize {
    match rest {
        [0x00..=0x08 | 0x0E..=0x1F | 0x7F, ..] => 1,
        [0xE2, 0x80, 0x8E | 0x8F | 0xAA..=0xAE, ..] | [0xE2, 0x81, 0xA6..=0xA9, ..] | [0xEF, 0xBB, 0xBF, ..] => 3,
        _ => 0,
    }
}

/// Whether a code point that may not stand in a document can begin with this byte.
pub(crate) const fn may_begin_disallowed(byte: u8) -> bool {
    matches!(byte, 0x00..=0x08 | 0x0E..=0x1F | 0x7F | 0xE2 | 0xEF)
}

/// Whether an ASCII byte may stand in a bare identifier.
///
/// The disallowed code points count as identifier characters, since they are reported once for the whole source.
const fn is_ascii_identifier(byte: u8) -> bool {
    let is_blank = matches!(byte, b'\t'..=b'\r' | b' ');
    let is_mark = matches!(
        byte,
        b'\\' | b'/' | b'(' | b')' | b'{' | b'}' | b';' | b'[' | b']' | b'"' | b'#' | b'='
    );
    byte.is_ascii() && !is_blank && !is_mark
}

const IDENTIFIER: u8 = 1;
const TEXT: u8 = 2;

const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0u8;
    loop {
        if is_ascii_identifier(byte) {
            table[byte as usize] |= IDENTIFIER;
        }
        // The lead bytes 0xC2 and 0xE2 may begin a newline, so they need a closer look.
        if !matches!(byte, b'"' | b'\\' | b'\n'..=b'\r' | 0xC2 | 0xE2) {
            table[byte as usize] |= TEXT;
        }
        if byte == u8::MAX {
            return table;
        }
        byte += 1;
    }
}

const CLASSES: [u8; 256] = classes();

/// Where the run of identifier characters that begins at `at` ends.
pub(crate) fn identifier_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = bytes.get(at) {
        if CLASSES[byte as usize] & IDENTIFIER != 0 {
            at += 1;
        } else if byte.is_ascii() || space_length(&bytes[at..]) + newline_length(&bytes[at..]) > 0 {
            break;
        } else {
            at += character_length(byte);
        }
    }
    at
}

/// Where the run that begins at `at`, of characters that are not a quote, a backslash or a newline, ends.
pub(crate) fn plain_text_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = bytes.get(at) {
        if CLASSES[byte as usize] & TEXT != 0 {
            at += 1;
        } else if byte.is_ascii() || newline_length(&bytes[at..]) > 0 {
            break;
        } else {
            at += character_length(byte);
        }
    }
    at
}

/// Where the line that holds `at` ends, its newline not counted.
pub(crate) fn line_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at = plain_text_end(bytes, at);
        match bytes.get(at) {
            Some(b'"' | b'\\') => at += 1,
            _ => return at,
        }
    }
}

/// Length in bytes of the character that begins with this byte.
pub(crate) fn character_length(lead: u8) -> usize {
    match lead {
        0x00..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xFF => 4,
    }
}

/// Words that would read as keywords to a writer of KDL 1, and so may not stand bare.
pub(crate) fn is_reserved_word(text: &str) -> bool {
    matches!(text, "true" | "false" | "null" | "inf" | "-inf" | "nan")
}

/// Whether a text begins as a number does: a digit, after a sign or not, or a point and a digit.
pub(crate) fn begins_as_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    unsigned
        .strip_prefix('.')
        .unwrap_or(unsigned)
        .starts_with(|first: char| first.is_ascii_digit())
}

/// Whether a text can be written without quotes and read back the same.
pub(crate) fn is_bare_identifier(text: &str) -> bool {
    let bytes = text.as_bytes();
    !text.is_empty()
        && identifier_end(bytes, 0) == bytes.len()
        && !is_reserved_word(text)
        && !begins_as_number(text)
        && text.char_indices().all(|(at, _)| disallowed_length(&bytes[at..]) == 0)
}
