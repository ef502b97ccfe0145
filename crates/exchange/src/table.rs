//! What both readers share: errors at their line and column, the header, the cells of a row.

use std::fmt;

use crate::records::{Field, Records};

/// How many errors of a file are reported with their places; of the others the number is.
pub const ERRORS_MAX: usize = 100;

/// One thing wrong with a file, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The line, from 1, as editors count: a line break inside of a cell counts.
    pub line: u64,
    /// The column, from 1, in characters.
    pub column: u64,
    /// The fact and the rule, as a sentence without a full stop.
    pub message: String,
    /// The cure.
    pub help: Option<String>,
}

impl fmt::Display for TableError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.line, self.column, self.message)
    }
}

/// Everything wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableErrors {
    /// The first of them, in the order of the file; at most [`ERRORS_MAX`], at least one.
    pub errors: Vec<TableError>,
    /// How many more there are.
    pub more: u64,
}

impl fmt::Display for TableErrors {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.errors.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n")?;
            }
            error.fmt(formatter)?;
        }
        if self.more > 0 {
            write!(formatter, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for TableErrors {}

/// An error at a byte offset.
struct Pending {
    at: usize,
    message: String,
    help: Option<String>,
}

/// The errors of a file while it is read.
#[derive(Default)]
pub(crate) struct Errors {
    pending: Vec<Pending>,
    more: u64,
}

impl Errors {
    /// Notes an error; the words are made only where they are kept.
    pub fn add(&mut self, at: usize, words: impl FnOnce() -> (String, Option<String>)) {
        if self.pending.len() == ERRORS_MAX {
            self.more += 1;
            return;
        }
        let (message, help) = words();
        self.pending.push(Pending { at, message, help });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }

    /// The errors at their lines and columns.
    pub fn at_their_places(mut self, text: &[u8]) -> TableErrors {
        self.pending.sort_by_key(|error| error.at);
        let mut lines = Lines {
            text,
            counted: 0,
            line: 1,
            line_start: 0,
        };
        let errors = self.pending.into_iter().map(|error| {
            let (line, column) = lines.place(error.at);
            TableError {
                line,
                column,
                message: error.message,
                help: error.help,
            }
        });
        TableErrors {
            errors: errors.collect(),
            more: self.more,
        }
    }
}

/// Lines and columns of ascending offsets.
struct Lines<'a> {
    text: &'a [u8],
    counted: usize,
    line: u64,
    line_start: usize,
}

impl Lines<'_> {
    /// The line of an offset.
    fn line(&mut self, at: usize) -> u64 {
        let at = at.min(self.text.len());
        while self.counted < at {
            let byte = self.text[self.counted];
            self.counted += 1;
            // A carriage return ends a line unless a line feed after it does.
            if byte == b'\n' || (byte == b'\r' && self.text.get(self.counted) != Some(&b'\n')) {
                self.line += 1;
                self.line_start = self.counted;
            }
        }
        self.line
    }

    fn place(&mut self, at: usize) -> (u64, u64) {
        let at = at.min(self.text.len());
        self.line(at);
        // Bytes that continue a character do not begin another column.
        let characters = self.text[self.line_start..at]
            .iter()
            .filter(|byte| (**byte & 0xC0) != 0x80)
            .count();
        (
            self.line,
            u64::try_from(characters).unwrap_or(u64::MAX).saturating_add(1),
        )
    }
}

/// The line of an offset, for messages that name another line.
pub(crate) fn line_of(text: &str, at: usize) -> u64 {
    Lines {
        text: text.as_bytes(),
        counted: 0,
        line: 1,
        line_start: 0,
    }
    .place(at)
    .0
}

/// The lines of rows that begin at ascending offsets; empty when each row is one line, under a header of one line.
pub(crate) fn lines_of(text: &str, starts: &[usize]) -> Vec<u64> {
    let mut lines = Lines {
        text: text.as_bytes(),
        counted: 0,
        line: 1,
        line_start: 0,
    };
    let found: Vec<u64> = starts.iter().map(|start| lines.line(*start)).collect();
    if (2..).zip(&found).all(|(line, found)| line == *found) {
        return Vec::new();
    }
    found
}

/// The text of a file: UTF-8, with or without a byte order mark.
///
/// # Errors
/// Every place that is not UTF-8.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, TableErrors> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|_| {
        let mut errors = Errors::default();
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            at += chunk.valid().len();
            if let Some(first) = chunk.invalid().first() {
                let help = "save the file as CSV in UTF-8".to_owned();
                errors.add(at, || {
                    (format!("the byte {first:02X} is not text in UTF-8"), Some(help))
                });
            }
            at += chunk.invalid().len();
        }
        errors.at_their_places(bytes)
    })
}

/// A file under its header.
pub(crate) struct Table<'a> {
    /// The text.
    pub text: &'a str,
    /// What is wrong so far.
    pub errors: Errors,
    /// The names of the columns, with their places.
    pub header: Vec<Field<'a>>,
    records: Records<'a>,
}

impl<'a> Table<'a> {
    /// Reads the header; `example` is what one looks like.
    pub fn of(text: &'a str, example: &str) -> Self {
        let mut records = Records::new(text);
        let mut header = Vec::new();
        let mut errors = Errors::default();
        if records.read(&mut header).is_none() {
            errors.add(0, || {
                (
                    "the file is empty".to_owned(),
                    Some(format!("begin it with the line {example}")),
                )
            });
        }
        for field in &mut header {
            field.text = field.text.trim().to_owned().into();
        }
        for (index, field) in header.iter().enumerate() {
            if field.text.is_empty() {
                errors.add(field.at, || {
                    (
                        "a column has no name".to_owned(),
                        Some(format!("the first line names the columns, such as {example}")),
                    )
                });
            } else if header[..index].iter().any(|earlier| earlier.text == field.text) {
                errors.add(field.at, || {
                    (
                        format!("the column \"{}\" stands twice", field.text),
                        Some("leave out one of them".to_owned()),
                    )
                });
            }
        }
        if let [only] = header.as_slice()
            && only.text.contains([';', '\t'])
        {
            errors.add(only.at, || {
                (
                    "the columns are not separated by commas".to_owned(),
                    Some("save the file with commas between the cells".to_owned()),
                )
            });
        }
        Self {
            text,
            errors,
            header,
            records,
        }
    }

    /// The index of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|field| field.text == name)
    }

    /// Reads the next row that has as many cells as the header; others are errors. Gives its place.
    pub fn row(&mut self, cells: &mut Vec<Field<'a>>) -> Option<usize> {
        loop {
            let start = self.records.read(cells)?;
            let faults = !self.records.faults.is_empty();
            for fault in self.records.faults.drain(..) {
                self.errors
                    .add(fault.at, || (fault.message.to_owned(), Some(fault.help.to_owned())));
            }
            if faults {
                continue;
            }
            let (found, wanted) = (cells.len(), self.header.len());
            if found == wanted {
                return Some(start);
            }
            self.errors.add(start, || {
                let help =
                    "put a cell that holds a comma between quotation marks; leave an empty cell empty, with its comma";
                (
                    format!("the row has {found} cells; the header has {wanted} columns"),
                    Some(help.to_owned()),
                )
            });
        }
    }

    /// The errors, or nothing.
    pub fn finish(self) -> Result<(), TableErrors> {
        if self.errors.is_empty() {
            Ok(())
        } else {
            Err(self.errors.at_their_places(self.text.as_bytes()))
        }
    }
}

/// Reads a whole number of shares or votes: digits, with or without commas between groups of three.
///
/// # Errors
/// What is wrong, and the cure.
pub(crate) fn whole(column: &str, cell: &str) -> Result<u64, (String, Option<String>)> {
    if !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return cell.parse().map_err(|_| {
            (
                format!("{column}: {cell} is more than can be counted"),
                Some(format!("at most {}", u64::MAX)),
            )
        });
    }
    if is_grouped(cell) {
        return whole(column, &cell.replace(',', ""));
    }
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    let problem = |message: String, help: &str| Err((message, Some(help.to_owned())));
    if cell.is_empty() {
        return problem(format!("{column}: the cell is empty"), "write a whole number");
    }
    if cell
        .strip_prefix('-')
        .is_some_and(|rest| is_number(&rest.replace('.', "")))
    {
        return problem(
            format!("{column}: {cell} is negative; nobody holds less than nothing"),
            "correct the number, or leave out the row",
        );
    }
    if cell
        .split_once(['.', '/', ' '])
        .is_some_and(|(before, after)| is_number(before) && !after.is_empty() && is_number(&after.replace('/', "")))
    {
        return problem(
            format!("{column}: {cell} is a fraction; whole numbers are kept"),
            "settle the fraction, and write a whole number",
        );
    }
    problem(
        format!("{column}: \"{cell}\" is not a whole number"),
        "write digits, such as 1000 or \"1,000\"",
    )
}

fn is_grouped(cell: &str) -> bool {
    let mut groups = cell.split(',');
    let first = groups.next().unwrap_or("");
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    cell.contains(',')
        && (1..=3).contains(&first.len())
        && is_digits(first)
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_on_and_one_past() {
        let table = [
            ("0", Ok(0)),
            ("18446744073709551615", Ok(u64::MAX)),
            ("18446744073709551616", Err("more than can be counted")),
            ("1,000", Ok(1000)),
            ("198,088,061", Ok(198_088_061)),
            ("1,00", Err("not a whole number")),
            ("1000,000", Err("not a whole number")),
            ("", Err("empty")),
            ("-1", Err("negative")),
            ("-0.5", Err("negative")),
            ("10.5", Err("fraction")),
            ("10 1/3", Err("fraction")),
            ("1/2", Err("fraction")),
            ("1e3", Err("not a whole number")),
            ("ten", Err("not a whole number")),
            ("١", Err("not a whole number")),
        ];
        for (cell, wanted) in table {
            match (whole("shares", cell), wanted) {
                (Ok(found), Ok(wanted)) => assert_eq!(found, wanted, "{cell}"),
                (Err((message, _)), Err(words)) => assert!(message.contains(words), "{cell}: {message}"),
                (found, wanted) => panic!("{cell}: {found:?}, not {wanted:?}"),
            }
        }
    }

    #[test]
    fn lines_count_as_editors_do() {
        let text = "a\r\nb\rc\n\u{e9}x";
        for (at, place) in [
            (0, (1, 1)),
            (3, (2, 1)),
            (5, (3, 1)),
            (7, (4, 1)),
            (9, (4, 2)),
            (99, (4, 3)),
        ] {
            let mut lines = Lines {
                text: text.as_bytes(),
                counted: 0,
                line: 1,
                line_start: 0,
            };
            assert_eq!(lines.place(at), place, "{at}");
        }
    }
}
