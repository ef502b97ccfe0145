//! Strings between quotes: escapes, raw strings, and strings of many lines.

use crate::characters::{character_length, line_end, newline_length, plain_text_end, space_length};
use crate::parser::Reader;
use crate::{Error, Span};

/// One line of a string of many lines, its whitespace escapes resolved and its other escapes not.
#[derive(Default)]
struct Line {
    start: usize,
    text: String,
}

impl Reader<'_> {
    /// Reads a string that begins with a quote.
    pub(crate) fn quoted_string(&mut self) -> String {
        if let [b'"', b'"', b'"', ..] = self.rest() {
            return self.quoted_lines();
        }
        let start = self.at;
        let mut text = String::new();
        let mut copied = start + 1;
        self.at = copied;
        loop {
            self.at = plain_text_end(self.bytes, self.at);
            match self.rest() {
                [b'"', ..] => {
                    text.push_str(&self.source[copied..self.at]);
                    self.at += 1;
                    return text;
                }
                [b'\\', ..] => {
                    text.push_str(&self.source[copied..self.at]);
                    text.extend(self.escape());
                    copied = self.at;
                }
                _ => {
                    text.push_str(&self.source[copied..self.at]);
                    let error = Error::new(
                        Span::new(start, self.at),
                        "this string is not closed on the line it begins on",
                    );
                    let help = "close it with a quote, or put a text of many lines between \"\"\" and \"\"\"";
                    self.errors.push(error.help(help));
                    return text;
                }
            }
        }
    }

    /// Reads a string that begins with hash marks and a quote, in which a backslash is only a backslash.
    pub(crate) fn raw_string(&mut self, hashes: usize) -> String {
        let start = self.at;
        let hash_marks = &self.source[start..start + hashes];
        self.at += hashes;
        if let [b'"', b'"', b'"', ..] = self.rest() {
            self.at += 3;
            return self.lines(start, &format!("\"\"\"{hash_marks}"), false);
        }
        self.at += 1;
        let body = self.at;
        let end = line_end(self.bytes, body);
        let close = format!("\"{hash_marks}");
        match self.source[body..end].find(&close) {
            Some(length) => {
                self.at = body + length + close.len();
                self.source[body..body + length].to_owned()
            }
            None => {
                self.at = end;
                let error = Error::new(
                    Span::new(start, end),
                    "this raw string is not closed on the line it begins on",
                );
                self.errors
                    .push(error.help(format!("close it with {close}, with as many # as it begins with")));
                self.source[body..end].to_owned()
            }
        }
    }

    fn quoted_lines(&mut self) -> String {
        let start = self.at;
        self.at += 3;
        self.lines(start, "\"\"\"", true)
    }

    /// Reads a string of many lines from behind its opening quotes, which begin at `start`.
    fn lines(&mut self, start: usize, close: &str, has_escapes: bool) -> String {
        let newline = newline_length(self.rest());
        let opening = Span::new(start, self.at);
        if newline == 0 {
            let error = Error::new(
                opening,
                "a string of many lines has a newline right after its opening quotes",
            );
            self.errors
                .push(error.help("begin the text on the next line, or use single quotes for one line"));
        }
        self.at += newline;
        let Some(body_end) = self.body_end(close, has_escapes) else {
            self.at = self.bytes.len();
            let error = Error::new(opening, "this string of many lines is never closed");
            self.errors
                .push(error.help(format!("close it with {close} on a line of its own")));
            return String::new();
        };
        let body_start = self.at;
        self.at = body_end + close.len();
        if newline == 0 {
            return String::new();
        }
        let mut lines = self.split_lines(body_start, body_end, has_escapes);
        let last = lines.pop().unwrap_or_default();
        if !is_space(&last.text) {
            let error = Error::new(
                Span::new(body_end, self.at),
                "the closing quotes of a string of many lines have only spaces before them on their line",
            );
            self.errors
                .push(error.help("put the closing quotes on the next line; their indent is taken off every line"));
            return String::new();
        }
        let mut text = String::with_capacity(body_end - body_start);
        for (number, line) in lines.iter().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            self.push_line(&mut text, line, &last.text, has_escapes);
        }
        text
    }

    /// Appends a line without the indent that the closing quotes ask for.
    fn push_line(&mut self, text: &mut String, line: &Line, indent: &str, has_escapes: bool) {
        if is_space(&line.text) {
            return;
        }
        let Some(content) = line.text.strip_prefix(indent) else {
            let width = self.bytes[line.start..]
                .iter()
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .count();
            let span = Span::new(line.start, line.start + width);
            let error = Error::new(
                span,
                "this line does not begin with the same spaces as the line of the closing quotes",
            );
            self.errors.push(error.help(
                "indent every line of the string at least as, and with the same characters as, its closing quotes",
            ));
            return;
        };
        if has_escapes {
            push_unescaped(text, content);
        } else {
            text.push_str(content);
        }
    }

    /// Finds the closing quotes, and reports the wrong escapes on the way.
    fn body_end(&mut self, close: &str, has_escapes: bool) -> Option<usize> {
        let body_start = self.at;
        if !has_escapes {
            return self.source[body_start..].find(close).map(|length| body_start + length);
        }
        let known_errors = self.errors.len();
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'"' if self.rest().starts_with(close.as_bytes()) => {
                    let end = self.at;
                    self.at = body_start;
                    return Some(end);
                }
                b'\\' => {
                    self.escape();
                }
                _ => self.at += 1,
            }
        }
        // Without its end the string is no string, so its escapes are nothing to report.
        self.errors.truncate(known_errors);
        None
    }

    /// The lines between two places, each with its whitespace escapes resolved.
    fn split_lines(&self, start: usize, end: usize, has_escapes: bool) -> Vec<Line> {
        let bytes = &self.bytes[..end];
        let mut lines = Vec::new();
        let mut line = Line {
            start,
            text: String::new(),
        };
        let mut at = start;
        while at < end {
            let plain_end = plain_text_end(bytes, at);
            line.text.push_str(&self.source[at..plain_end]);
            at = plain_end;
            let newline = newline_length(&bytes[at..]);
            if newline > 0 {
                at += newline;
                lines.push(std::mem::replace(
                    &mut line,
                    Line {
                        start: at,
                        text: String::new(),
                    },
                ));
            } else if at < end {
                let blank = if has_escapes && bytes[at] == b'\\' {
                    blank_end(bytes, at + 1)
                } else {
                    at
                };
                if blank > at + 1 {
                    at = blank;
                    continue;
                }
                // A backslash keeps the character it escapes, so that the next turn does not take it for another one.
                let length = if has_escapes && bytes[at] == b'\\' {
                    1 + escaped_length(&bytes[at + 1..])
                } else {
                    1
                };
                line.text.push_str(&self.source[at..at + length]);
                at += length;
            }
        }
        lines.push(line);
        lines
    }

    /// Reads an escape from its backslash on; none for a whitespace escape and for a wrong one, which is reported.
    fn escape(&mut self) -> Option<char> {
        let start = self.at;
        self.at += 1;
        let blank = blank_end(self.bytes, self.at);
        if blank > self.at {
            self.at = blank;
            return None;
        }
        if let [b'u', ..] = self.rest() {
            return self.unicode_escape(start);
        }
        let escaped = self.rest().first().and_then(|byte| simple_escape(*byte));
        if escaped.is_some() {
            self.at += 1;
            return escaped;
        }
        self.at += escaped_length(self.rest());
        let written = &self.source[start..self.at];
        let error = Error::new(Span::new(start, self.at), format!("{written} is no escape of a string"));
        let help = "the escapes are \\n \\r \\t \\\\ \\\" \\b \\f \\s \\u{…} and a backslash before spaces; write \\\\ for a backslash";
        self.errors.push(error.help(help));
        None
    }

    /// Reads the rest of `\u{…}` from the `u` on.
    fn unicode_escape(&mut self, start: usize) -> Option<char> {
        let rest = &self.bytes[self.at + 1..];
        let digits = rest.iter().skip(1).take_while(|byte| byte.is_ascii_hexdigit()).count();
        let is_closed = rest.first() == Some(&b'{') && rest.get(digits + 1) == Some(&b'}');
        self.at += 1;
        if is_closed {
            self.at += digits + 2;
            let hexadecimal = &self.source[start + 3..self.at - 1];
            if let 1..=6 = digits
                && let Some(escaped) = u32::from_str_radix(hexadecimal, 16).ok().and_then(char::from_u32)
            {
                return Some(escaped);
            }
        }
        let written = &self.source[start..self.at];
        let error = Error::new(
            Span::new(start, self.at),
            format!("{written} names no character of Unicode"),
        );
        let help = "write \\u{ }, with 1 to 6 hexadecimal digits of a number up to 10FFFF that is no surrogate";
        self.errors.push(error.help(help));
        None
    }
}

/// The character that a letter after a backslash stands for.
fn simple_escape(letter: u8) -> Option<char> {
    Some(match letter {
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b's' => ' ',
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'\\' => '\\',
        b'"' => '"',
        _ => return None,
    })
}

/// Length of the character after a backslash; 0 at the end of the source.
fn escaped_length(rest: &[u8]) -> usize {
    rest.first().map_or(0, |lead| character_length(*lead))
}

/// Where the run of spaces and newlines that begins at `at` ends.
fn blank_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        match space_length(&bytes[at..]).max(newline_length(&bytes[at..])) {
            0 => return at,
            length => at += length,
        }
    }
}

/// Whether a text is spaces only, or nothing.
fn is_space(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        match space_length(&bytes[at..]) {
            0 => return at == bytes.len(),
            length => at += length,
        }
    }
}

/// Appends a text with its escapes resolved; wrong ones were reported before and are left out.
fn push_unescaped(text: &mut String, escaped: &str) {
    let mut rest = escaped;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(digits) = rest.strip_prefix("u{") {
            let (digits, after) = digits.split_once('}').unwrap_or((digits, ""));
            text.extend(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32));
            rest = after;
        } else if let Some(letter) = rest.chars().next() {
            text.extend(u8::try_from(letter).ok().and_then(simple_escape));
            rest = &rest[letter.len_utf8()..];
        }
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use crate::{Value, read};

    /// The first argument of the one node of a source, or the messages of its errors.
    fn string(source: &str) -> Result<String, Vec<String>> {
        match read(source) {
            Ok(document) => match &document.nodes[0].entries[0].value {
                Value::String(text) => Ok(text.clone()),
                value => Err(vec![format!("{value:?}")]),
            },
            Err(errors) => Err(errors
                .iter()
                .map(|error| source[error.span.range()].to_owned())
                .collect()),
        }
    }

    #[test]
    fn escapes() {
        let table = [
            (r#""\"\\\b\f\n\r\t\s""#, "\"\\\u{8}\u{C}\n\r\t "),
            (r#""\u{41}\u{00e9}\u{10FFFF}""#, "Aé\u{10FFFF}"),
            ("\"a\\   b\"", "ab"),
            ("\"a\\\n\n \t b\"", "ab"),
            ("\"a\\\r\nb\"", "ab"),
            (r##"#"a\nb"#"##, r"a\nb"),
            (r###"##"a"#b"##"###, "a\"#b"),
            (r##"#""a"#"##, "\"a"),
            (r##"#""#"##, ""),
            (r#""""#, ""),
        ];
        for (source, expected) in table {
            assert_eq!(string(&format!("node {source}")), Ok(expected.into()), "{source}");
        }
    }

    #[test]
    fn wrong_escapes_point_at_themselves_and_all_are_told() {
        let source = r#"node "a\/b\qc\u{D800}\u{110000}\u{0012345}\u{}\u{x}\u41\é""#;
        let expected = [
            r"\/",
            r"\q",
            r"\u{D800}",
            r"\u{110000}",
            r"\u{0012345}",
            r"\u{}",
            r"\u",
            r"\u",
            r"\é",
        ];
        assert_eq!(string(source), Err(expected.map(String::from).to_vec()));
    }

    #[test]
    fn many_lines() {
        let table = [
            ("\"\"\"\n  a\n   b\n  \"\"\"", "a\n b"),
            ("\"\"\"\r\n  a\r\n  b\r\n  \"\"\"", "a\nb"),
            ("\"\"\"\n\"\"\"", ""),
            ("\"\"\"\n  \"\"\"", ""),
            ("\"\"\"\n\n\"\"\"", ""),
            ("\"\"\"\n\n\n\"\"\"", "\n"),
            ("\"\"\"\n\t a\n \n\t b\n\t \"\"\"", "a\n\nb"),
            ("\"\"\"\n  a \\\n    b\n  \\  \"\"\"", "a b"),
            ("\"\"\"\n  a\\\\\n  b\n  \"\"\"", "a\\\nb"),
            ("\"\"\"\n\\\"\"\"\n\"\"\"", "\"\"\""),
            ("\"\"\"\n \"a\" \"\"\n \"\"\"", "\"a\" \"\""),
            ("\"\"\"\n \\s\n \"\"\"", " "),
            ("\"\"\"\n \\u{41}\\n\n \"\"\"", "A\n"),
            ("#\"\"\"\n  a\\n\n  \"\"\"\n  \"\"\"#", "a\\n\n\"\"\""),
        ];
        for (source, expected) in table {
            assert_eq!(string(&format!("node {source}")), Ok(expected.into()), "{source}");
        }
    }

    #[test]
    fn wrong_strings_of_many_lines() {
        let table = [
            ("\"\"\"one line\"\"\"", "\"\"\""),
            ("\"\"\"\n a\n  \"\"\"", " "),
            ("\"\"\"\n\t a\n  \"\"\"", "\t "),
            ("\"\"\"\n  a\n  b\"\"\"", "\"\"\""),
            ("\"\"\"\n  a\n  b\\\n  \"\"\"", "\"\"\""),
            ("\"\"\"\n  a\n", "\"\"\""),
            ("#\"\"\"\n  a\n\"\"\"", "#\"\"\""),
            ("\"\"\"\n  \\q\n\"\"\"", "\\q"),
        ];
        for (source, at_fault) in table {
            assert_eq!(
                string(&format!("node {source}")),
                Err(vec![at_fault.into()]),
                "{source}"
            );
        }
    }
}
