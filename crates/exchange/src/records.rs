//! The format: records of fields, each with its place.
//!
//! Stricter than most readers, on purpose: a quotation mark that is never closed swallows the rest of a list, and a reader that
//! forgives it loses holders in silence.

use std::borrow::Cow;

/// One field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// What it says, quotation marks resolved.
    pub text: Cow<'a, str>,
    /// Where it begins: a byte offset.
    pub at: usize,
}

/// What is wrong with the format, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The byte offset.
    pub at: usize,
    /// The fact, as a sentence without a full stop.
    pub message: &'static str,
    /// The cure.
    pub help: &'static str,
}

/// The records of a text, one after the other.
pub struct Records<'a> {
    text: &'a str,
    at: usize,
    /// What was found wrong so far.
    pub faults: Vec<Fault>,
}

impl<'a> Records<'a> {
    /// The records of a text.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            faults: Vec::new(),
        }
    }

    /// Reads the next record into `fields`, and gives its place; none at the end. Empty lines are passed over.
    pub fn read(&mut self, fields: &mut Vec<Field<'a>>) -> Option<usize> {
        fields.clear();
        while matches!(self.byte(), Some(b'\n' | b'\r')) {
            self.at += 1;
        }
        let start = self.at;
        self.byte()?;
        loop {
            fields.push(self.field());
            match self.byte() {
                Some(b',') => self.at += 1,
                _ => return Some(start),
            }
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn field(&mut self) -> Field<'a> {
        let at = self.at;
        if self.byte() == Some(b'"') {
            return Field {
                text: self.quoted(),
                at,
            };
        }
        let rest = &self.text.as_bytes()[at..];
        let length = rest.iter().position(|byte| is_end(*byte)).unwrap_or(rest.len());
        self.at = at + length;
        let text = &self.text[at..self.at];
        if let Some(mark) = text.find('"') {
            let help = "put the whole cell between quotation marks, and write each mark inside of it twice";
            self.faults.push(Fault {
                at: at + mark,
                message: "a quotation mark stands inside of a cell that does not begin with one",
                help,
            });
        }
        Field {
            text: Cow::Borrowed(text),
            at,
        }
    }

    /// A field between quotation marks; a mark inside of it is written twice.
    fn quoted(&mut self) -> Cow<'a, str> {
        let open = self.at;
        self.at += 1;
        let mut text = Cow::Borrowed("");
        loop {
            let start = self.at;
            let Some(length) = self.text[start..].find('"') else {
                let help = "close it with another quotation mark, or write a mark that belongs to the cell twice";
                self.faults.push(Fault {
                    at: open,
                    message: "this quotation mark is never closed",
                    help,
                });
                self.at = self.text.len();
                return text;
            };
            let part = &self.text[start..start + length];
            self.at = start + length + 1;
            if text.is_empty() {
                text = Cow::Borrowed(part);
            } else {
                text.to_mut().push_str(part);
            }
            if self.byte() != Some(b'"') {
                break;
            }
            text.to_mut().push('"');
            self.at += 1;
        }
        if self.byte().is_some_and(|byte| !is_end(byte)) {
            let help = "write a quotation mark that belongs to the cell twice, and nothing after the last one";
            self.faults.push(Fault {
                at: self.at,
                message: "text stands after the closing quotation mark of a cell",
                help,
            });
            let rest = &self.text.as_bytes()[self.at..];
            self.at += rest.iter().position(|byte| is_end(*byte)).unwrap_or(rest.len());
        }
        text
    }
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b',' | b'\n' | b'\r')
}

/// Writes a cell, between quotation marks where it must be.
pub fn push_cell(into: &mut String, cell: &str) {
    let is_plain = !cell.contains([',', '"', '\n', '\r']);
    if is_plain {
        into.push_str(cell);
        return;
    }
    into.push('"');
    for letter in cell.chars() {
        if letter == '"' {
            into.push('"');
        }
        into.push(letter);
    }
    into.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &str) -> (Vec<Vec<String>>, Vec<Fault>) {
        let mut records = Records::new(text);
        let (mut fields, mut rows) = (Vec::new(), Vec::new());
        while records.read(&mut fields).is_some() {
            rows.push(fields.iter().map(|field| field.text.to_string()).collect());
        }
        (rows, records.faults)
    }

    #[test]
    fn fields_of_every_form() {
        let table: &[(&str, &[&[&str]])] = &[
            ("", &[]),
            ("\n\r\n", &[]),
            ("a,b", &[&["a", "b"]]),
            ("a,b\r\nc,d\n", &[&["a", "b"], &["c", "d"]]),
            ("a,\n,b\n", &[&["a", ""], &["", "b"]]),
            ("\"a,b\",\"c\"\"d\"\"\",\"\"\n", &[&["a,b", "c\"d\"", ""]]),
            ("\"two\nlines\",x", &[&["two\nlines", "x"]]),
            ("\"\"\"\"", &[&["\""]]),
            ("é,§", &[&["é", "§"]]),
        ];
        for (text, wanted) in table {
            let (found, faults) = rows(text);
            assert_eq!(found, *wanted, "{text:?}");
            assert!(faults.is_empty(), "{text:?}");
        }
    }

    #[test]
    fn faults_are_at_their_places() {
        for (text, at) in [("ab\"c,d", 2), ("x,\"open\n,y\n", 2), ("\"a\"b,c", 3), ("\"", 0)] {
            let (_, faults) = rows(text);
            assert_eq!(
                faults.iter().map(|fault| fault.at).collect::<Vec<_>>(),
                [at],
                "{text:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_and_another_reader_agrees(
            table in prop::collection::vec(prop::collection::vec("[a-z,\"\n\r é]{0,6}", 2..4), 0..6)
        ) {
            let mut text = String::new();
            for row in &table {
                for (index, cell) in row.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    push_cell(&mut text, cell);
                }
                text.push_str("\r\n");
            }
            let (found, faults) = rows(&text);
            prop_assert!(faults.is_empty());
            prop_assert_eq!(&found, &table);
            let mut second = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let second: Vec<Vec<String>> =
                second.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
            prop_assert_eq!(&second, &table);
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "[a\",\n\r é]{0,40}") {
            rows(&text);
        }
    }
}
