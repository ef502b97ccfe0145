//! From the ledger and the attachments to a frozen register, and from the instructions to a count.

mod register;

use std::collections::{BTreeMap, BTreeSet};

use quorate_calendar::Day;
use quorate_law::LawBook;
use quorate_tally::{
    Choice, InstructionColumns, Instructions, Instrument, Kind, Mark, Matter as Counting, Matters, Order, RowId, Rules,
    Tally,
};

pub use register::{Frozen, freeze, freeze_class, freeze_counted};

use crate::ask;
use crate::evidence::Evidence;
use crate::facts::{FactValue, Facts};
use crate::inquiry::Practice;
use crate::questions::stockholders::proxies::proxy_validity;
use crate::state::{Matter, Meeting};
use crate::when::When;

/// The seconds of a day, by which rows are dated.
const SECONDS_PER_DAY: i64 = 86_400;

/// Why a register or a count could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabulationError {
    /// What is wrong, as a sentence.
    pub message: String,
}

fn error(message: impl Into<String>) -> TabulationError {
    TabulationError {
        message: message.into(),
    }
}

/// A count, with the names of its items.
#[derive(Clone, Debug)]
pub struct Tabulation {
    /// The count.
    pub tally: Tally,
    /// The items by number.
    pub items: Vec<String>,
    /// How many rows there were.
    pub rows: usize,
}

/// The votes of an item by choice, those that are not nothing.
#[must_use]
pub fn choices(tabulation: &Tabulation, item: usize) -> Vec<(String, u64)> {
    let totals = tabulation.tally.totals(item);
    let common = [
        Choice::FOR,
        Choice::AGAINST,
        Choice::ABSTAIN,
        Choice::WITHHELD,
        Choice::BROKER_NON_VOTE,
        Choice::UNMARKED,
    ];
    let alternatives = (1..=Choice::ALTERNATIVES).filter_map(Choice::alternative);
    common
        .into_iter()
        .chain(alternatives)
        .map(|choice| (choice.to_string(), totals.of(choice).units()))
        .filter(|(_, votes)| *votes > 0)
        .collect()
}

/// Counts the instructions of a meeting over the register frozen at its record date.
///
/// A proxy whose life has run out by the day of the meeting is set aside; what a court orders to be accepted counts as received
/// before the polls closed.
///
/// `closed_at` is the second at which the polls closed, in the unit of the rows' receipt; `None` counts what has come in so far.
///
/// # Errors
/// When an attachment is missing or its columns do not fit.
pub fn tabulate(
    meeting: &Meeting,
    frozen: &Frozen,
    evidence: &dyn Evidence,
    polls_closed: Option<When>,
) -> Result<Tabulation, TabulationError> {
    let items = meeting.items();
    let matters = Matters::new(meeting.matters.iter().map(counting).collect::<Vec<_>>());
    let mut columns = InstructionColumns::of_items(items.len());
    let mut next_row = 0_u64;
    for filed in &meeting.files {
        let table = evidence
            .instructions(&filed.file)
            .ok_or_else(|| error(format!("the file {} is not among the attachments", filed.file)))?;
        let columns_of: Vec<[Option<usize>; 2]> = items.iter().map(|item| columns_for(&table.items, item)).collect();
        let in_time = in_time(filed.court_order, polls_closed);
        let received = second_of(filed.received);
        let kind = kind_of(&filed.kind);
        for row in 0..table.accounts.len() {
            let at = in_time(table.received.get(row).copied().unwrap_or(received));
            for holder in numbers_of(frozen, table.accounts.get(row)) {
                columns.rows.push(RowId(next_row));
                columns.holders.push(holder);
                columns.kinds.push(table.kinds.get(row).copied().unwrap_or(kind));
                columns.dated.push(table.dated.get(row).copied().unwrap_or(at));
                columns.received.push(at);
                columns.sequences.push(0);
                columns
                    .votes
                    .push(table.votes.get(row).copied().unwrap_or(quorate_tally::WHOLE_POSITION));
                for (item, places) in columns_of.iter().enumerate() {
                    let marks = places
                        .iter()
                        .flatten()
                        .filter_map(|place| table.marks.get(*place)?.get(row).copied());
                    columns.marks[item].push(
                        marks
                            .into_iter()
                            .find(|mark| *mark != Choice::UNMARKED)
                            .unwrap_or(Choice::UNMARKED),
                    );
                }
            }
            next_row += 1;
        }
    }
    let mut stated: BTreeMap<RowId, Day> = BTreeMap::new();
    for filed in &meeting.instructions {
        stated.extend(filed.expires.map(|day| (RowId(next_row), day)));
        for holder in numbers_of(frozen, &filed.holder) {
            columns.push(Instrument {
                row: RowId(next_row),
                holder,
                kind: kind_of(&filed.kind),
                dated: second_of(filed.dated),
                received: in_time(filed.court_order, polls_closed)(second_of(filed.received)),
                sequence: u32::try_from(next_row).unwrap_or(u32::MAX),
                part: 0,
                votes: None,
                marks: items.iter().map(|item| Mark::One(marked(&filed.marks, item))).collect(),
            });
        }
        next_row += 1;
    }
    let rows = columns.rows.len();
    let set_aside = expired(&columns, &stated, &frozen.book, meeting.at.day);
    let instructions = Instructions::new(columns).map_err(|errors| {
        let messages: Vec<_> = errors.iter().map(ToString::to_string).collect();
        error(messages.join("; "))
    })?;
    let rules = Rules {
        order: Order::ByDateThenReceipt,
        polls_closed_at: polls_closed.map(second_of),
        set_aside,
    };
    let tally = quorate_tally::count(&frozen.register, &matters, &instructions, &rules).map_err(|errors| {
        let messages: Vec<_> = errors.iter().map(ToString::to_string).collect();
        error(messages.join("; "))
    })?;
    Ok(Tabulation { tally, items, rows })
}

/// When something counts as received: as it was, but not after the close where a court ordered that it be accepted.
fn in_time(court_order: bool, polls_closed: Option<When>) -> impl Fn(i64) -> i64 {
    let latest = polls_closed.filter(|_| court_order).map_or(i64::MAX, second_of);
    move |received| received.min(latest)
}

/// The rows of proxies whose life has run out by the day of the meeting, as the question `proxy-validity` judges each date once.
fn expired(
    columns: &InstructionColumns,
    stated: &BTreeMap<RowId, Day>,
    book: &LawBook,
    meeting: Day,
) -> BTreeSet<RowId> {
    let mut judged: BTreeMap<(Day, Option<Day>), bool> = BTreeMap::new();
    let mut out = BTreeSet::new();
    for ((row, kind), dated) in columns.rows.iter().zip(&columns.kinds).zip(&columns.dated) {
        let Ok(day) = Day::MIN.plus_days(dated.div_euclid(SECONDS_PER_DAY)) else {
            continue;
        };
        let key = (day, stated.get(row).copied());
        if *kind == Kind::Proxy && *judged.entry(key).or_insert_with(|| has_expired(book, key, meeting)) {
            out.insert(*row);
        }
    }
    out
}

/// Whether a proxy of a date, with the last day that it states where it states one, has run out on the day of the meeting.
fn has_expired(book: &LawBook, (dated, stated): (Day, Option<Day>), meeting: Day) -> bool {
    let mut facts = Facts::none()
        .with("proxy-dated", FactValue::Day(dated))
        .with("voted-on", FactValue::Day(meeting))
        .with("states-longer-period", FactValue::YesNo(stated.is_some()));
    if let Some(stated) = stated {
        facts = facts.with("expires", FactValue::Day(stated));
    }
    let answer = ask(&proxy_validity::QUESTION, &facts, book, &Practice::default());
    answer
        .findings
        .iter()
        .any(|finding| finding.definition.id == proxy_validity::EXPIRED.id && finding.is_unmet())
}

/// The columns of a file that speak of an item: its own first, then that of its whole matter.
fn columns_for(names: &[String], item: &str) -> [Option<usize>; 2] {
    let place = |wanted: &str| names.iter().position(|name| name == wanted);
    [place(item), item.split_once('/').and_then(|(matter, _)| place(matter))]
}

/// The holder numbers of an account; one beyond the register for an account that is not in it, so that the row is an exception.
fn numbers_of(frozen: &Frozen, account: &str) -> Vec<u32> {
    frozen.numbers.get(account).cloned().unwrap_or_else(|| vec![u32::MAX])
}

fn counting(matter: &Matter) -> Counting {
    if matter.is_election() {
        Counting::Election {
            nominees: matter.nominees.len(),
            seats: matter.seats,
            cumulative: false,
        }
    } else if !matter.terms.alternatives.is_empty() {
        Counting::Alternatives {
            offered: u8::try_from(matter.terms.alternatives.len()).unwrap_or(u8::MAX),
        }
    } else {
        Counting::Resolution
    }
}

/// What a holder says on an item; an election's matter named alone speaks of all its nominees.
fn marked(marks: &[(String, String)], item: &str) -> Choice {
    let of_matter = item.split_once('/').map(|(matter, _)| matter);
    let found = marks
        .iter()
        .find(|(name, _)| name == item)
        .or_else(|| marks.iter().find(|(name, _)| Some(name.as_str()) == of_matter));
    found.and_then(|(_, word)| choice_of(word)).unwrap_or(Choice::UNMARKED)
}

/// The choice of a word; `None` for a word that is none.
#[must_use]
pub fn choice_of(word: &str) -> Option<Choice> {
    match word {
        "for" => Some(Choice::FOR),
        "against" => Some(Choice::AGAINST),
        "abstain" => Some(Choice::ABSTAIN),
        "withheld" | "withhold" => Some(Choice::WITHHELD),
        "broker non-vote" | "non-vote" => Some(Choice::BROKER_NON_VOTE),
        "" | "unmarked" => Some(Choice::UNMARKED),
        _ => word
            .strip_prefix("alternative ")
            .and_then(|number| number.parse().ok())
            .and_then(Choice::alternative),
    }
}

/// The kind of a word; a proxy unless it says otherwise.
#[must_use]
pub fn kind_of(word: &str) -> Kind {
    match word {
        "ballot" => Kind::Ballot,
        "revocation" => Kind::Revocation,
        "attendance" => Kind::Attendance,
        _ => Kind::Proxy,
    }
}

/// A moment as seconds from a fixed day, comparable with others of the same corporation; a day without an hour is its first second.
#[must_use]
pub fn second_of(when: When) -> i64 {
    let days = quorate_calendar::Day::MIN.days_until(when.day);
    let seconds = when.time.map_or(0, |time| {
        i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second())
    });
    days.saturating_mul(SECONDS_PER_DAY).saturating_add(seconds)
}
