//! Instructions: what the holders said, one row for each instrument, in columns.

use std::fmt;

use crate::register::index;
use crate::votes::Votes;

/// The caller's own number of an instrument, such as its line in the attachment.
///
/// Exceptions name rows by it, and of two identical instruments the one with the lesser number is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct RowId(pub u64);

/// What an instrument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// A proxy, voted as marked.
    Proxy,
    /// A ballot cast in person; it goes before every proxy and revocation.
    Ballot,
    /// A revocation of the holder's earlier proxies; it carries no votes and no marks.
    Revocation,
    /// The holder attended; the whole position is present, and no proxy is disturbed. It carries no votes and no marks.
    Attendance,
}

/// What an instrument says on one item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Choice(u8);

impl Choice {
    /// Nothing: represented, yet without an instruction on this item.
    pub const UNMARKED: Choice = Choice(0);
    /// For the resolution or the nominee.
    pub const FOR: Choice = Choice(1);
    /// Against the resolution or the nominee.
    pub const AGAINST: Choice = Choice(2);
    /// Abstains.
    pub const ABSTAIN: Choice = Choice(3);
    /// Withholds authority to vote for the nominee.
    pub const WITHHELD: Choice = Choice(4);
    /// A broker without instructions and without discretion on this item.
    pub const BROKER_NON_VOTE: Choice = Choice(5);
    /// The row divides its votes on this item; the amounts are its [`Division`]s.
    pub const DIVIDED: Choice = Choice(15);

    /// The most alternatives one item can offer.
    pub const ALTERNATIVES: u8 = 9;
    /// One more than the greatest code.
    pub(crate) const CODES: usize = 16;
    const BEFORE_FIRST_ALTERNATIVE: u8 = 5;

    /// The alternative with this number, from 1 to [`Choice::ALTERNATIVES`].
    pub const fn alternative(number: u8) -> Option<Choice> {
        if number == 0 || number > Choice::ALTERNATIVES {
            return None;
        }
        Some(Choice(Choice::BEFORE_FIRST_ALTERNATIVE + number))
    }

    /// The number of the alternative, if it is one.
    pub const fn alternative_number(self) -> Option<u8> {
        if self.0 > Choice::BEFORE_FIRST_ALTERNATIVE && self.0 < Choice::DIVIDED.0 {
            return Some(self.0 - Choice::BEFORE_FIRST_ALTERNATIVE);
        }
        None
    }

    /// The choice with this code, as columns store it: 0 to 15 in the order unmarked, for, against, abstain, withheld,
    /// broker non-vote, the nine alternatives, divided.
    pub const fn from_code(code: u8) -> Option<Choice> {
        if code <= Choice::DIVIDED.0 {
            Some(Choice(code))
        } else {
            None
        }
    }

    /// The code as columns store it.
    pub const fn code(self) -> u8 {
        self.0
    }

    /// The code as an index, less than [`Choice::CODES`].
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match *self {
            Choice::UNMARKED => "unmarked",
            Choice::FOR => "for",
            Choice::AGAINST => "against",
            Choice::ABSTAIN => "abstain",
            Choice::WITHHELD => "withheld",
            Choice::BROKER_NON_VOTE => "broker non-vote",
            Choice::DIVIDED => "divided",
            Choice(code) => return write!(f, "alternative {}", code - Choice::BEFORE_FIRST_ALTERNATIVE),
        })
    }
}

/// In the column of votes, the holder's whole position.
pub const WHOLE_POSITION: i64 = i64::MIN;

/// Part of a divided row: this many votes of this choice on this item.
///
/// Votes of the row that no division of an item names are unmarked on that item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Division {
    /// Index of the row in the columns.
    pub index: u32,
    /// Number of the item.
    pub item: u32,
    /// The choice.
    pub choice: Choice,
    /// The votes, in the register's units; a negative number is an exception of the row.
    pub votes: i64,
}

/// The columns of instructions, in any order of rows.
#[derive(Debug, Clone, Default)]
pub struct InstructionColumns {
    /// The caller's number of each row.
    pub rows: Vec<RowId>,
    /// Holder number of each row.
    pub holders: Vec<u32>,
    /// What each row is.
    pub kinds: Vec<Kind>,
    /// When each was dated, in any one unit: day numbers or seconds.
    pub dated: Vec<i64>,
    /// When each was received, in the unit of [`crate::Rules::polls_closed_at`].
    pub received: Vec<i64>,
    /// Order among rows of the same time, where the caller knows one; otherwise zero.
    pub sequences: Vec<u32>,
    /// Which part of the position: 0 for the position as such, another number for a part that the holder instructs apart,
    /// such as a nominee's client. Empty when all are 0.
    pub parts: Vec<u32>,
    /// Votes authorized in the register's units, or [`WHOLE_POSITION`]. Empty when all are whole.
    pub votes: Vec<i64>,
    /// For each item, a column of choices.
    pub marks: Vec<Vec<Choice>>,
    /// Amounts of the marks that are [`Choice::DIVIDED`], in any order.
    pub divisions: Vec<Division>,
}

/// One instrument, for callers with few.
#[derive(Debug, Clone)]
pub struct Instrument {
    /// The caller's number.
    pub row: RowId,
    /// Holder number.
    pub holder: u32,
    /// What it is.
    pub kind: Kind,
    /// When dated.
    pub dated: i64,
    /// When received.
    pub received: i64,
    /// Order among rows of the same time.
    pub sequence: u32,
    /// Which part of the position; 0 for the position as such.
    pub part: u32,
    /// Votes authorized; `None` for the whole position.
    pub votes: Option<i64>,
    /// What it says on each item, in order; items beyond the list are unmarked.
    pub marks: Vec<Mark>,
}

/// What an instrument says on an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// All its votes the same way.
    One(Choice),
    /// So many votes this way, so many that.
    Divided(Vec<(Choice, i64)>),
}

impl InstructionColumns {
    /// No rows, for this many items.
    pub fn of_items(items: usize) -> InstructionColumns {
        InstructionColumns {
            marks: vec![Vec::new(); items],
            ..InstructionColumns::default()
        }
    }

    /// Adds a row; marks beyond the items make unequal columns, which [`Instructions::new`] reports.
    ///
    /// # Panics
    ///
    /// Beyond 2³² − 1 rows or items, which memory does not hold one instrument at a time.
    pub fn push(&mut self, instrument: Instrument) {
        let earlier = self.rows.len();
        self.parts.resize(earlier, 0);
        self.votes.resize(earlier, WHOLE_POSITION);
        self.rows.push(instrument.row);
        self.holders.push(instrument.holder);
        self.kinds.push(instrument.kind);
        self.dated.push(instrument.dated);
        self.received.push(instrument.received);
        self.sequences.push(instrument.sequence);
        self.parts.push(instrument.part);
        self.votes.push(instrument.votes.unwrap_or(WHOLE_POSITION));
        if instrument.marks.len() > self.marks.len() {
            self.marks.resize(instrument.marks.len(), Vec::new());
        }
        let mut marks = instrument.marks.into_iter();
        for (item, column) in self.marks.iter_mut().enumerate() {
            column.push(match marks.next() {
                None => Choice::UNMARKED,
                Some(Mark::One(choice)) => choice,
                Some(Mark::Divided(amounts)) => {
                    let index = u32::try_from(earlier).expect("rows pushed one by one fit 32 bits");
                    let item = u32::try_from(item).expect("items fit 32 bits");
                    self.divisions
                        .extend(amounts.into_iter().map(|(choice, votes)| Division {
                            index,
                            item,
                            choice,
                            votes,
                        }));
                    Choice::DIVIDED
                }
            });
        }
    }
}

/// Instructions whose columns agree with one another; what a row says may still be an exception.
#[derive(Debug, Clone)]
pub struct Instructions {
    /// Columns of equal length; divisions in order of row and item.
    columns: InstructionColumns,
}

impl Instructions {
    /// Takes the columns if they agree.
    ///
    /// # Errors
    ///
    /// Every [`ColumnError`] found.
    pub fn new(mut columns: InstructionColumns) -> Result<Instructions, Vec<ColumnError>> {
        columns.divisions.sort_unstable();
        let mut errors = unequal_columns(&columns);
        if errors.is_empty() {
            errors = unmatched_divisions(&columns);
        }
        if errors.is_empty() {
            Ok(Instructions { columns })
        } else {
            Err(errors)
        }
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.columns.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.columns.rows.is_empty()
    }

    /// The columns, divisions in order of row and item.
    pub fn columns(&self) -> &InstructionColumns {
        &self.columns
    }

    /// Which part of the position the row is for; 0 for the position as such.
    pub(crate) fn part(&self, row: usize) -> u32 {
        self.columns.parts.get(row).copied().unwrap_or(0)
    }

    /// The votes the row names, or `None` for the whole position.
    pub(crate) fn votes(&self, row: usize) -> Option<i64> {
        self.columns
            .votes
            .get(row)
            .copied()
            .filter(|&votes| votes != WHOLE_POSITION)
    }

    /// The divisions of a row, in order of item.
    pub(crate) fn divisions_of(&self, row: usize) -> &[Division] {
        let divisions = &self.columns.divisions;
        if divisions.is_empty() {
            return &[];
        }
        let first = divisions.partition_point(|division| index(division.index) < row);
        let count = divisions[first..]
            .iter()
            .take_while(|division| index(division.index) == row)
            .count();
        &divisions[first..first + count]
    }

    /// The divisions of a row on one item.
    pub(crate) fn divisions_on(&self, row: usize, item: usize) -> &[Division] {
        let of_row = self.divisions_of(row);
        let first = of_row.partition_point(|division| index(division.item) < item);
        let count = of_row[first..]
            .iter()
            .take_while(|division| index(division.item) == item)
            .count();
        &of_row[first..first + count]
    }

    /// Whether two rows mark every item alike.
    pub(crate) fn mark_alike(&self, one: usize, other: usize) -> bool {
        let said = |row| {
            self.divisions_of(row)
                .iter()
                .map(|division: &Division| (division.item, division.choice, division.votes))
        };
        self.columns.marks.iter().all(|column| column[one] == column[other]) && said(one).eq(said(other))
    }
}

/// The votes of a division; a negative amount never gets so far.
pub(crate) fn amount(votes: i64) -> Votes {
    Votes::new(u64::try_from(votes).unwrap_or(0))
}

fn unequal_columns(columns: &InstructionColumns) -> Vec<ColumnError> {
    let rows = columns.rows.len();
    let mut errors = Vec::new();
    if u32::try_from(rows).is_err() {
        errors.push(ColumnError::TooManyRows { rows });
    }
    let mut check = |column: String, length: usize| {
        if length != rows {
            errors.push(ColumnError::Unequal { column, length, rows });
        }
    };
    check("holders".into(), columns.holders.len());
    check("kinds".into(), columns.kinds.len());
    check("dated".into(), columns.dated.len());
    check("received".into(), columns.received.len());
    check("sequences".into(), columns.sequences.len());
    if !columns.parts.is_empty() {
        check("parts".into(), columns.parts.len());
    }
    if !columns.votes.is_empty() {
        check("votes".into(), columns.votes.len());
    }
    for (item, column) in columns.marks.iter().enumerate() {
        check(format!("marks of item {item}"), column.len());
    }
    errors
}

/// Marks that say divided without amounts, and amounts of marks that do not say divided; divisions are in order.
fn unmatched_divisions(columns: &InstructionColumns) -> Vec<ColumnError> {
    let mut errors = Vec::new();
    for group in columns
        .divisions
        .chunk_by(|a, b| (a.index, a.item) == (b.index, b.item))
    {
        let Division { index: row, item, .. } = group[0];
        let mark = columns.marks.get(index(item)).and_then(|column| column.get(index(row)));
        if mark != Some(&Choice::DIVIDED) {
            errors.push(ColumnError::DivisionWithoutMark { index: row, item });
        }
    }
    for (item, column) in columns.marks.iter().enumerate() {
        let item = u32::try_from(item).unwrap_or(u32::MAX);
        for (row, _) in column.iter().enumerate().filter(|&(_, &mark)| mark == Choice::DIVIDED) {
            let row = u32::try_from(row).unwrap_or(u32::MAX);
            if columns
                .divisions
                .binary_search_by_key(&(row, item), |division| (division.index, division.item))
                .is_err()
            {
                errors.push(ColumnError::MarkWithoutDivision { index: row, item });
            }
        }
    }
    errors
}

/// Why columns are no instructions; indices are those of the columns given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnError {
    /// A column is not as long as the column of rows.
    Unequal {
        /// The name of the column.
        column: String,
        /// Its length.
        length: usize,
        /// The length of the column of rows.
        rows: usize,
    },
    /// More rows than an index of 32 bits.
    TooManyRows {
        /// How many rows were given.
        rows: usize,
    },
    /// Amounts for a mark that is not [`Choice::DIVIDED`], or for a row or item that is not there.
    DivisionWithoutMark {
        /// Index of the row.
        index: u32,
        /// Number of the item.
        item: u32,
    },
    /// A mark that is [`Choice::DIVIDED`] without amounts.
    MarkWithoutDivision {
        /// Index of the row.
        index: u32,
        /// Number of the item.
        item: u32,
    },
}

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ColumnError::Unequal { column, length, rows } => {
                write!(
                    f,
                    "the column of {column} has {length} rows of {rows}; give every instrument one row in each column"
                )
            }
            ColumnError::TooManyRows { rows } => {
                write!(
                    f,
                    "{rows} instruments; one count takes at most {}; divide the register",
                    u32::MAX
                )
            }
            ColumnError::DivisionWithoutMark { index, item } => write!(
                f,
                "amounts for row {index}, item {item}, which is not marked as divided; mark it so or remove the amounts"
            ),
            ColumnError::MarkWithoutDivision { index, item } => {
                write!(
                    f,
                    "row {index}, item {item} is marked as divided without amounts; give the amounts or one choice"
                )
            }
        }
    }
}

impl std::error::Error for ColumnError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxy(marks: Vec<Mark>) -> Instrument {
        Instrument {
            row: RowId(1),
            holder: 0,
            kind: Kind::Proxy,
            dated: 0,
            received: 0,
            sequence: 0,
            part: 0,
            votes: None,
            marks,
        }
    }

    #[test]
    fn codes_and_choices_match_both_ways() {
        for code in 0..=u8::MAX {
            assert_eq!(Choice::from_code(code).map(Choice::code), (code < 16).then_some(code));
        }
        for number in 0..=u8::MAX {
            let choice = Choice::alternative(number);
            assert_eq!(choice.is_some(), (1..=9).contains(&number), "{number}");
            assert_eq!(choice.and_then(Choice::alternative_number), choice.map(|_| number));
        }
        assert_eq!(Choice::BROKER_NON_VOTE.alternative_number(), None);
        assert_eq!(Choice::DIVIDED.alternative_number(), None);
        assert_eq!(Choice::alternative(9).unwrap().to_string(), "alternative 9");
    }

    #[test]
    fn unequal_columns_are_all_reported() {
        let mut columns = InstructionColumns::of_items(2);
        columns.push(proxy(vec![]));
        columns.holders.clear();
        columns.parts.push(0);
        columns.marks[1].clear();
        assert_eq!(Instructions::new(columns).unwrap_err().len(), 3);
    }

    #[test]
    fn divisions_and_divided_marks_must_match() {
        let mut columns = InstructionColumns::of_items(2);
        columns.push(proxy(vec![
            Mark::Divided(vec![(Choice::FOR, 1)]),
            Mark::One(Choice::DIVIDED),
        ]));
        columns.divisions.push(Division {
            index: 7,
            item: 0,
            choice: Choice::FOR,
            votes: 1,
        });
        assert_eq!(
            Instructions::new(columns).unwrap_err(),
            [
                ColumnError::DivisionWithoutMark { index: 7, item: 0 },
                ColumnError::MarkWithoutDivision { index: 0, item: 1 }
            ]
        );
    }

    #[test]
    fn marks_beyond_the_items_are_unequal_columns() {
        let mut columns = InstructionColumns::of_items(1);
        columns.push(proxy(vec![]));
        columns.push(proxy(vec![Mark::One(Choice::FOR), Mark::One(Choice::FOR)]));
        assert_eq!(
            Instructions::new(columns).unwrap_err(),
            [ColumnError::Unequal {
                column: "marks of item 1".into(),
                length: 1,
                rows: 2
            }]
        );
    }
}
