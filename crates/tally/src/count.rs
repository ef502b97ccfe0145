//! The count: every row to its end, every vote to its choice.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::atomic::{AtomicU8, Ordering};

use rayon::prelude::*;

use crate::exceptions::{Exception, ExceptionKind};
use crate::instructions::{Choice, Instructions, RowId, amount};
use crate::matters::Matters;
use crate::precedence::{Outcome, Precedence};
use crate::register::{Class, Register, index};
use crate::validity::Validity;
use crate::votes::Votes;

/// Which of two instruments is the later one. A ballot in person is later than any proxy or revocation either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The later dated; of the same date, the later received; then the greater sequence number.
    ByDateThenReceipt,
    /// The later received; then the greater sequence number.
    ByReceipt,
}

/// What the count is told about the meeting.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Which of two instruments is the later one.
    pub order: Order,
    /// When the polls closed, in the unit of the column of receipt; what came at that moment is in time.
    pub polls_closed_at: Option<i64>,
    /// Rows that came later and count all the same, whatever their date, because a court ordered it.
    pub admitted: BTreeSet<RowId>,
    /// The last moment at which an instrument can be dated, in the unit of the column of dates: the end of the meeting's day.
    pub latest_date: Option<i64>,
    /// Rows found invalid by someone with the power to do so: expired, forged, unsigned.
    pub set_aside: BTreeSet<RowId>,
}

impl Rules {
    /// No rules but the order: the polls are open, nothing is set aside, and any date will do.
    pub fn of(order: Order) -> Rules {
        Rules {
            order,
            polls_closed_at: None,
            admitted: BTreeSet::new(),
            latest_date: None,
            set_aside: BTreeSet::new(),
        }
    }
}

/// What became of a row. Every row has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Disposition {
    /// Its votes are in the totals.
    Counted,
    /// It makes its holder's position present.
    Attended,
    /// It is the holder's latest word, and gives no vote.
    Revocation,
    /// A later row takes its place.
    Superseded,
    /// It has at least one [`Exception`].
    Excepted,
    /// It is another row over again: same holder and moment, same words. The row with the least number stands for all.
    Repeated,
}

impl Disposition {
    /// Every disposition, in the order of their numbers.
    pub const ALL: [Disposition; 6] = [
        Disposition::Counted,
        Disposition::Attended,
        Disposition::Revocation,
        Disposition::Superseded,
        Disposition::Excepted,
        Disposition::Repeated,
    ];
}

/// The votes of one item by choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals([Votes; Choice::CODES]);

impl Totals {
    /// The votes of one choice.
    pub fn of(&self, choice: Choice) -> Votes {
        self.0[choice.index()]
    }

    /// The votes of several choices; each choice is named once.
    ///
    /// No set of choices of one item has more votes than the register, times the seats of a cumulative election.
    pub fn sum(&self, choices: &[Choice]) -> Votes {
        Votes::new(choices.iter().map(|&choice| self.of(choice).units()).sum())
    }

    /// All votes represented by an instrument, marked or not.
    pub fn all(&self) -> Votes {
        Votes::new(self.0.iter().map(|votes| votes.units()).sum())
    }
}

/// The result of a count.
#[derive(Debug, Clone)]
pub struct Tally {
    entitled: Vec<Votes>,
    represented: Vec<Votes>,
    attending_only: Vec<Votes>,
    /// By item, then class.
    totals: Vec<Totals>,
    dispositions: Vec<Disposition>,
    exceptions: Vec<Exception>,
}

impl Tally {
    /// The number of classes.
    pub fn classes(&self) -> usize {
        self.entitled.len()
    }

    /// The votes of an item in one class; none for an item or class that is not there.
    pub fn totals_of(&self, item: usize, class: Class) -> Totals {
        let class = usize::from(class.0);
        let place = item
            .checked_mul(self.classes())
            .map(|first| first + class)
            .filter(|_| class < self.classes());
        place
            .and_then(|place| self.totals.get(place))
            .copied()
            .unwrap_or_default()
    }

    /// The votes of an item in all classes.
    pub fn totals(&self, item: usize) -> Totals {
        let mut totals = Totals::default();
        for of_class in self.totals.chunks_exact(self.classes()).nth(item).unwrap_or(&[]) {
            for (total, votes) in totals.0.iter_mut().zip(of_class.0) {
                *total = Votes::new(total.units() + votes.units());
            }
        }
        totals
    }

    /// The votes that count, of one class, represented or not.
    pub fn entitled_of(&self, class: Class) -> Votes {
        of_class(&self.entitled, class)
    }

    /// The votes that count, of all classes.
    pub fn entitled(&self) -> Votes {
        sum(&self.entitled)
    }

    /// The votes of one class present in person or by proxy: those of counted instruments, and the positions of those attending.
    pub fn represented_of(&self, class: Class) -> Votes {
        of_class(&self.represented, class)
    }

    /// The votes of all classes present in person or by proxy.
    pub fn represented(&self) -> Votes {
        sum(&self.represented)
    }

    /// The votes of one class that are present only because their holder attended; no instrument votes them.
    pub fn attending_only_of(&self, class: Class) -> Votes {
        of_class(&self.attending_only, class)
    }

    /// The votes of all classes that are present only because their holder attended.
    pub fn attending_only(&self) -> Votes {
        sum(&self.attending_only)
    }

    /// The votes of one class that are not represented.
    pub fn absent_of(&self, class: Class) -> Votes {
        Votes::new(self.entitled_of(class).units() - self.represented_of(class).units())
    }

    /// The votes of all classes that are not represented.
    pub fn absent(&self) -> Votes {
        Votes::new(self.entitled().units() - self.represented().units())
    }

    /// What became of each row, in the order of the rows given.
    pub fn dispositions(&self) -> &[Disposition] {
        &self.dispositions
    }

    /// How many rows ended so; over all dispositions they add up to the rows.
    pub fn rows_with(&self, disposition: Disposition) -> usize {
        self.dispositions.iter().filter(|&&given| given == disposition).count()
    }

    /// Every exception, in order of row number.
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
    }
}

fn of_class(votes: &[Votes], class: Class) -> Votes {
    votes.get(usize::from(class.0)).copied().unwrap_or_default()
}

/// A sum of parts of the register, which cannot overflow.
fn sum(votes: &[Votes]) -> Votes {
    Votes::new(votes.iter().map(|votes| votes.units()).sum())
}

/// Why there is no count at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountError {
    /// The instructions have not one column of marks for each item.
    UnequalItems {
        /// Items of the matters.
        items: usize,
        /// Columns of marks.
        columns: usize,
    },
    /// All votes of the register times the seats of a cumulative election pass 2⁶⁴ − 1 units.
    TooManySeats {
        /// The seats.
        seats: u32,
    },
}

impl fmt::Display for CountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CountError::UnequalItems { items, columns } => write!(
                f,
                "{columns} columns of marks for {items} items; every item has one column; add the missing or remove the others"
            ),
            CountError::TooManySeats { seats } => write!(
                f,
                "all votes times {seats} seats pass 18,446,744,073,709,551,615 units; a total must fit its column; count in coarser units"
            ),
        }
    }
}

impl std::error::Error for CountError {}

/// How many rows or holders one core works through at a time: enough to be worth it, few enough to stay in its cache.
const PIECE: usize = 4096;
/// A row whose end is not yet known.
const PENDING: u8 = u8::MAX;

/// Counts the instructions.
///
/// The result does not depend on the order of the rows, except that dispositions are listed in it.
///
/// # Errors
///
/// Every [`CountError`] found. What is wrong with a row is not an error but an [`Exception`], and the count goes on without the row.
pub fn count(
    register: &Register,
    matters: &Matters,
    instructions: &Instructions,
    rules: &Rules,
) -> Result<Tally, Vec<CountError>> {
    let errors = count_errors(register, matters, instructions);
    if !errors.is_empty() {
        return Err(errors);
    }
    let (dispositions, mut exceptions) = check_rows(register, matters, instructions, rules);
    let by_holder = RowsByHolder::new(register, instructions, &dispositions);
    let dispositions: Vec<AtomicU8> = dispositions.into_iter().map(AtomicU8::new).collect();
    let precedence = Precedence {
        register,
        matters,
        instructions,
        order: rules.order,
    };
    let pieces = register.holders().div_ceil(PIECE);
    let sums = (0..pieces)
        .into_par_iter()
        .fold(
            || Sums::new(register, matters),
            |mut sums, piece| {
                let holders = piece * PIECE..register.holders().min((piece + 1) * PIECE);
                for holder in holders {
                    sums.decide(&precedence, &by_holder, holder, &dispositions);
                }
                sums.add_votes(matters, instructions);
                sums
            },
        )
        .reduce(|| Sums::new(register, matters), Sums::and);
    exceptions.extend(sums.exceptions);
    exceptions.par_sort_unstable();
    Ok(Tally {
        entitled: classes(register).map(|class| register.entitled_of(class)).collect(),
        represented: sums.represented.into_iter().map(Votes::new).collect(),
        attending_only: sums.attending_only.into_iter().map(Votes::new).collect(),
        totals: sums
            .totals
            .into_iter()
            .map(|totals| Totals(totals.map(Votes::new)))
            .collect(),
        dispositions: dispositions.into_iter().map(disposition).collect(),
        exceptions,
    })
}

fn classes(register: &Register) -> impl Iterator<Item = Class> {
    (0..=u8::MAX).map(Class).take(register.classes())
}

fn disposition(code: AtomicU8) -> Disposition {
    let code = usize::from(code.into_inner());
    *Disposition::ALL
        .get(code)
        .expect("every row belongs to a holder or is excepted, so its end is known")
}

fn count_errors(register: &Register, matters: &Matters, instructions: &Instructions) -> Vec<CountError> {
    let (items, columns) = (matters.item_count(), instructions.columns().marks.len());
    let mut errors = Vec::new();
    if items != columns {
        errors.push(CountError::UnequalItems { items, columns });
    }
    for (_, seats, cumulative) in matters.elections() {
        if cumulative && register.total().checked_mul(u64::from(seats)).is_none() {
            errors.push(CountError::TooManySeats { seats });
        }
    }
    errors
}

/// Excepts rows for what they say alone; the others stay pending.
fn check_rows(
    register: &Register,
    matters: &Matters,
    instructions: &Instructions,
    rules: &Rules,
) -> (Vec<u8>, Vec<Exception>) {
    let validity = Validity::new(register, matters, instructions, rules);
    let mut dispositions = vec![PENDING; instructions.len()];
    let exceptions = dispositions
        .par_chunks_mut(PIECE)
        .enumerate()
        .flat_map_iter(|(piece, dispositions)| {
            let first = piece * PIECE;
            let found = validity.exceptions_of(first..first + dispositions.len());
            for &(row, _) in &found {
                dispositions[row - first] = Disposition::Excepted as u8;
            }
            found.into_iter().map(|(row, kind)| exception(instructions, row, kind))
        })
        .collect();
    (dispositions, exceptions)
}

fn exception(instructions: &Instructions, row: usize, kind: ExceptionKind) -> Exception {
    let columns = instructions.columns();
    Exception {
        row: columns.rows[row],
        holder: columns.holders[row],
        kind,
    }
}

/// The pending rows, put together by holder: those of holder h are `rows[ends[h]..ends[h + 1]]` once all are placed.
struct RowsByHolder {
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl RowsByHolder {
    fn new(register: &Register, instructions: &Instructions, dispositions: &[u8]) -> RowsByHolder {
        let holders = &instructions.columns().holders;
        let pending = || {
            (0_u32..)
                .zip(holders.iter().zip(dispositions))
                .filter(|(_, (_, disposition))| **disposition == PENDING)
        };
        // One place more than boundaries: places are counted two to the right, summed to starts, and filled one to the right.
        let mut starts = vec![0_u32; register.holders() + 2];
        for (_, (&holder, _)) in pending() {
            starts[index(holder) + 2] += 1;
        }
        let mut placed = 0;
        for start in &mut starts {
            placed += *start;
            *start = placed;
        }
        let mut rows = vec![0_u32; index(placed)];
        for (row, (&holder, _)) in pending() {
            let next = &mut starts[index(holder) + 1];
            rows[index(*next)] = row;
            *next += 1;
        }
        RowsByHolder { starts, rows }
    }

    fn of(&self, holder: usize) -> &[u32] {
        &self.rows[index(self.starts[holder])..index(self.starts[holder + 1])]
    }
}

/// Sums of some pieces of the register, in units; sums of different pieces add up in any order.
struct Sums {
    represented: Vec<u64>,
    attending_only: Vec<u64>,
    /// By item, then class.
    totals: Vec<[u64; Choice::CODES]>,
    exceptions: Vec<Exception>,
    /// Counted rows of the piece at hand: row, units, class.
    counted: Vec<(usize, u64, u8)>,
    outcome: Outcome,
}

impl Sums {
    fn new(register: &Register, matters: &Matters) -> Sums {
        let classes = register.classes();
        Sums {
            represented: vec![0; classes],
            attending_only: vec![0; classes],
            totals: vec![[0; Choice::CODES]; classes * matters.item_count()],
            exceptions: Vec::new(),
            counted: Vec::new(),
            outcome: Outcome::default(),
        }
    }

    /// Decides one holder's rows and adds to the votes represented.
    fn decide(&mut self, precedence: &Precedence<'_>, by_holder: &RowsByHolder, holder: usize, ends: &[AtomicU8]) {
        let rows = by_holder.of(holder);
        if rows.is_empty() {
            return;
        }
        let holder = u32::try_from(holder).expect("a register numbers its holders with 32 bits");
        precedence.decide(holder, rows, &mut self.outcome);
        for &(row, disposition) in &self.outcome.dispositions {
            ends[row].store(disposition as u8, Ordering::Relaxed);
        }
        for &(row, kind) in &self.outcome.exceptions {
            self.exceptions.push(exception(precedence.instructions, row, kind));
        }
        let class = precedence.register.class_of(holder).unwrap_or_default();
        let voted: u64 = self.outcome.counted.iter().map(|(_, votes)| votes.units()).sum();
        let position = precedence.register.votes_of(holder).unwrap_or_default().units();
        let represented = if self.outcome.attended { position } else { voted };
        self.represented[usize::from(class.0)] += represented;
        self.attending_only[usize::from(class.0)] += represented - voted;
        self.counted.extend(
            self.outcome
                .counted
                .iter()
                .map(|&(row, votes)| (row, votes.units(), class.0)),
        );
    }

    /// Adds the votes of the counted rows at hand, item by item.
    fn add_votes(&mut self, matters: &Matters, instructions: &Instructions) {
        let classes = self.represented.len();
        for (item, (column, totals)) in instructions
            .columns()
            .marks
            .iter()
            .zip(self.totals.chunks_exact_mut(classes))
            .enumerate()
        {
            for &(row, units, class) in &self.counted {
                let totals = &mut totals[usize::from(class)];
                match column[row] {
                    Choice::DIVIDED => add_divided(totals, matters, instructions, row, item, units),
                    choice => totals[choice.index()] += units,
                }
            }
        }
        self.counted.clear();
    }

    fn and(mut self, other: Sums) -> Sums {
        let add = |sums: &mut [u64], others: &[u64]| sums.iter_mut().zip(others).for_each(|(sum, other)| *sum += other);
        add(&mut self.represented, &other.represented);
        add(&mut self.attending_only, &other.attending_only);
        add(self.totals.as_flattened_mut(), other.totals.as_flattened());
        self.exceptions.extend(other.exceptions);
        self
    }
}

/// Adds the amounts of a divided mark; what they leave of the row is unmarked, except where votes are cumulated and there is no rest.
fn add_divided(
    totals: &mut [u64; Choice::CODES],
    matters: &Matters,
    instructions: &Instructions,
    row: usize,
    item: usize,
    units: u64,
) {
    let mut divided = 0;
    for division in instructions.divisions_on(row, item) {
        let given = amount(division.votes).units();
        totals[division.choice.index()] += given;
        divided += given;
    }
    if !matters.is_cumulative(item) {
        totals[Choice::UNMARKED.index()] += units - divided;
    }
}
