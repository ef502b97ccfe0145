//! Proxies and ballots: `account,kind,dated,received,votes` and a column for each item, one instrument a row.
//!
//! Of the named columns only `account` must be there. Every other column is an item: a matter's id, an election's nominee as
//! `matter/nominee`, or an election's matter alone, which speaks of all its nominees. Whether the meeting has the item is for
//! the act to say that files the table.
//!
//! - `kind`: proxy, ballot, revocation or attendance; without the column the act that files the table says it for all.
//! - `dated`, `received`: a date, or a date and hour; without the column the day and hour of the act. Where the column is there,
//!   every row fills it.
//! - `votes`: a whole number where the row speaks for part of the position; empty for the whole position. A number below nothing
//!   reads: it is what came in, and the count makes an exception of the row.
//! - an item: for, against, abstain, withheld, broker non-vote, or alternative 1, alternative 2 and so on where the matter offers
//!   several; empty for no mark.

use std::fmt::Write as _;

use quorate_calendar::{CivilMoment, Day, TimeOfDay};
use quorate_corporation::When;
use quorate_corporation::evidence::InstructionTable;
use quorate_corporation::tabulate::{choice_of, second_of};
use quorate_tally::{Choice, Kind, WHOLE_POSITION};

use crate::records::{Field, push_cell};
use crate::table::{Errors, Table, TableErrors, lines_of, text_of, whole};

const NAMED: [&str; 5] = ["account", "kind", "dated", "received", "votes"];
const EXAMPLE: &str = "account,kind,dated,auditors,directors";
const KINDS: [(&str, Kind); 4] = [
    ("proxy", Kind::Proxy),
    ("ballot", Kind::Ballot),
    ("revocation", Kind::Revocation),
    ("attendance", Kind::Attendance),
];
const CHOICES: &str = "choices: for, against, abstain, withheld, broker non-vote, alternative 1 and so on, or nothing";

/// Reads a table of proxies or ballots.
///
/// # Errors
/// Everything wrong with the file: no table, or a part of one, ever comes of a file with an error.
pub fn read_instructions(bytes: &[u8]) -> Result<InstructionTable, TableErrors> {
    let text = text_of(bytes)?;
    let mut table = Table::of(text, EXAMPLE);
    let [account, kind, dated, received, votes] = NAMED.map(|name| table.column(name));
    let items: Vec<usize> = (0..table.header.len())
        .filter(|index| !NAMED.contains(&table.header[*index].text.as_ref()))
        .collect();
    if !table.header.is_empty() {
        if account.is_none() {
            table.errors.add(0, || {
                (
                    "the column account is missing".to_owned(),
                    Some(format!("such as {EXAMPLE}")),
                )
            });
        }
        if items.is_empty() && kind.is_none() {
            table.errors.add(0, || {
                (
                    "no column names an item to vote on".to_owned(),
                    Some(format!("add a column for each item, such as {EXAMPLE}")),
                )
            });
        }
    }
    let mut read = InstructionTable {
        items: items
            .iter()
            .map(|index| table.header[*index].text.to_string())
            .collect(),
        marks: vec![Vec::new(); items.len()],
        ..InstructionTable::default()
    };
    let (mut dates, mut receipts) = (Seconds::default(), Seconds::default());
    let mut cells: Vec<Field<'_>> = Vec::new();
    let mut has_rows = false;
    let mut starts: Vec<usize> = Vec::new();
    while let Some(start) = table.row(&mut cells) {
        has_rows = true;
        starts.push(start);
        if let Some(cell) = account.map(|index| &cells[index]) {
            if cell.text.trim().is_empty() {
                table.errors.add(cell.at, || {
                    (
                        "account: the cell is empty".to_owned(),
                        Some("name the holder's account".to_owned()),
                    )
                });
            }
            read.accounts.push(cell.text.trim());
        }
        if let Some(index) = kind {
            read.kinds.push(kind_of(&cells[index], &mut table.errors));
        }
        if let Some(index) = dated {
            read.dated.push(dates.of("dated", &cells[index], &mut table.errors));
        }
        if let Some(index) = received {
            read.received
                .push(receipts.of("received", &cells[index], &mut table.errors));
        }
        if let Some(index) = votes {
            read.votes.push(votes_of(&cells[index], &mut table.errors));
        }
        for (column, index) in read.marks.iter_mut().zip(&items) {
            column.push(mark_of(&table.header[*index].text, &cells[*index], &mut table.errors));
        }
    }
    if !table.header.is_empty() && !has_rows && table.errors.is_empty() {
        table.errors.add(text.len(), || {
            (
                "the file has no proxies or ballots".to_owned(),
                Some("write one row for each".to_owned()),
            )
        });
    }
    table.finish()?;
    read.lines = lines_of(text, &starts);
    Ok(read)
}

fn kind_of(cell: &Field<'_>, errors: &mut Errors) -> Kind {
    let word = cell.text.trim();
    if let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == word) {
        return *kind;
    }
    let kinds = KINDS.map(|(known, _)| known).join(", ");
    errors.add(cell.at, || {
        (
            format!("kind: \"{word}\" is not a kind of instrument"),
            Some(format!("kinds: {kinds}")),
        )
    });
    Kind::Proxy
}

fn votes_of(cell: &Field<'_>, errors: &mut Errors) -> i64 {
    let text = cell.text.trim();
    if text.is_empty() {
        return WHOLE_POSITION;
    }
    // What cannot be true has come in all the same: it is entered, and the count goes on without it.
    let below = text.strip_prefix('-').and_then(|digits| whole("votes", digits).ok());
    if let Some(votes) = below.and_then(|votes| i64::try_from(votes).ok()) {
        return -votes;
    }
    let too_many = |_| {
        (
            format!("votes: {text} is more than can be counted"),
            Some(format!("at most {}", i64::MAX)),
        )
    };
    match whole("votes", text).and_then(|votes| i64::try_from(votes).map_err(too_many)) {
        Ok(votes) => votes,
        Err(words) => {
            errors.add(cell.at, || words);
            0
        }
    }
}

fn mark_of(item: &str, cell: &Field<'_>, errors: &mut Errors) -> Choice {
    let word = cell.text.trim();
    choice_of(word).unwrap_or_else(|| {
        errors.add(cell.at, || {
            (format!("{item}: \"{word}\" is not a choice"), Some(CHOICES.to_owned()))
        });
        Choice::UNMARKED
    })
}

/// Days and hours as seconds; rows of one day follow one another, so the last is kept.
#[derive(Default)]
struct Seconds {
    text: String,
    second: i64,
}

impl Seconds {
    fn of(&mut self, column: &str, cell: &Field<'_>, errors: &mut Errors) -> i64 {
        let text = cell.text.trim();
        if text == self.text && !text.is_empty() {
            return self.second;
        }
        match When::parse(text) {
            Ok(when) => {
                text.clone_into(&mut self.text);
                self.second = second_of(when);
                self.second
            }
            Err(why) => {
                let why = if text.is_empty() {
                    "the cell is empty".to_owned()
                } else {
                    why
                };
                errors.add(cell.at, || {
                    (
                        format!("{column}: {why}"),
                        Some(format!(
                            "write a date, such as 2002-04-09, or leave out the column {column}"
                        )),
                    )
                });
                0
            }
        }
    }
}

/// Writes a table of proxies or ballots so that [`read_instructions`] reads it back; columns that the table leaves to the act
/// are left out.
#[must_use]
pub fn write_instructions(table: &InstructionTable) -> String {
    let has = [
        !table.kinds.is_empty(),
        !table.dated.is_empty(),
        !table.received.is_empty(),
        !table.votes.is_empty(),
    ];
    let mut text = NAMED[0].to_owned();
    for (name, _) in NAMED[1..].iter().zip(has).filter(|(_, is_there)| *is_there) {
        text.push(',');
        text.push_str(name);
    }
    for item in &table.items {
        text.push(',');
        push_cell(&mut text, item);
    }
    text.push('\n');
    for row in 0..table.accounts.len() {
        push_cell(&mut text, table.accounts.get(row));
        if let Some(kind) = table.kinds.get(row) {
            let word = KINDS
                .iter()
                .find(|(_, known)| known == kind)
                .map_or("", |(word, _)| *word);
            let _ = write!(text, ",{word}");
        }
        for column in [&table.dated, &table.received] {
            if let Some(second) = column.get(row) {
                let _ = write!(text, ",{}", when_of(*second));
            }
        }
        match table.votes.get(row) {
            None => {}
            Some(&WHOLE_POSITION) => text.push(','),
            Some(votes) => {
                let _ = write!(text, ",{votes}");
            }
        }
        for column in &table.marks {
            text.push(',');
            match column.get(row) {
                None | Some(&Choice::UNMARKED) => {}
                Some(choice) => {
                    let _ = write!(text, "{choice}");
                }
            }
        }
        text.push('\n');
    }
    text
}

/// The day and hour of a second; the first second of a day is the day without an hour, which counts the same.
fn when_of(second: i64) -> When {
    const DAY: i64 = 86_400;
    let day = Day::MIN
        .plus_days(second.div_euclid(DAY))
        .unwrap_or(if second < 0 { Day::MIN } else { Day::MAX });
    let rest = u32::try_from(second.rem_euclid(DAY)).unwrap_or(0);
    let part = |number: u32| u8::try_from(number).unwrap_or(0);
    match TimeOfDay::with_seconds(part(rest / 3600), part(rest / 60 % 60), part(rest % 60)) {
        Ok(time) if rest > 0 => When::from(CivilMoment { day, time }),
        _ => When::on(day),
    }
}
