//! From the ledger and the attachments to a frozen register, and from the instructions to a count.

mod exceptions;
mod holders;
mod inspected;
mod reconcile;
mod register;
mod rows;

use std::collections::BTreeMap;

use quorate_tally::{Choice, Instructions, Kind, Matter as Counting, Matters, Order, RowId, Rules, Tally};

pub use exceptions::{FiledRow, RowException, defects, exceptions, filed_row};
pub use inspected::{Inspected, inspect};
pub use quorate_tally::Disposition;
pub use reconcile::{MovedRow, moved, reconciled};
pub use register::{Frozen, freeze, freeze_class, freeze_counted};
pub use rows::{Origin, SUSTAINED, kind_word, mark_of};

use crate::act::Asked;
use crate::evidence::Evidence;
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
    /// The count; where polls closed at different times, that of the last closing.
    pub tally: Tally,
    /// The counts of the earlier closings.
    earlier: Vec<Tally>,
    /// For each item, its count: 0 is the last closing's.
    of_item: Vec<usize>,
    /// The items by number.
    pub items: Vec<String>,
    /// How many rows there were.
    pub rows: usize,
    /// For each item, whether votes are cumulated on it.
    cumulative: Vec<bool>,
    /// The number of each row, as the dispositions stand.
    row_ids: Vec<RowId>,
    /// Why rows were set aside.
    set_aside: BTreeMap<RowId, rows::Why>,
    /// What is voted on though it is not before the meeting, with how often.
    pub unknown_items: BTreeMap<String, u64>,
    /// The questions by which rows were set aside or put together.
    pub asked: Vec<Asked>,
}

impl Tabulation {
    /// The count by which an item is decided: as of the closing of its own polls.
    #[must_use]
    pub fn tally_of(&self, item: usize) -> &Tally {
        let place = self.of_item.get(item).copied().unwrap_or(0);
        place
            .checked_sub(1)
            .and_then(|place| self.earlier.get(place))
            .unwrap_or(&self.tally)
    }
}

/// The votes of an item by choice, those that are not nothing.
#[must_use]
pub fn choices(tabulation: &Tabulation, item: usize) -> Vec<(String, u64)> {
    let totals = tabulation.tally_of(item).totals(item);
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
/// A proxy whose life has run out by the day of the meeting is set aside, and so is what was challenged and found invalid by one
/// who may; what a court orders to be accepted is counted though the polls had closed.
///
/// `polls_closed` is when the polls closed for matters without a closing of their own; `None` counts what has come in so far.
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
    let taken = rows::rows(meeting, frozen, evidence, polls_closed)?;
    let rows = taken.columns.rows.len();
    let together = |errors: Vec<String>| error(errors.join("; "));
    let instructions = Instructions::new(taken.columns)
        .map_err(|errors| together(errors.iter().map(ToString::to_string).collect()))?;
    let rules = Rules {
        admitted: taken.admitted,
        latest_date: Some(second_of(When::on(meeting.at.day)) + SECONDS_PER_DAY - 1),
        set_aside: taken.set_aside.keys().copied().collect(),
        ..Rules::of(Order::ByDateThenReceipt)
    };
    // A matter without polls of its own has those of the meeting.
    let closed_at: Vec<Option<i64>> = meeting
        .matters
        .iter()
        .map(|matter| {
            polls_closed
                .and(meeting.polls_closed_for(&matter.id))
                .or(polls_closed)
                .map(second_of)
        })
        .collect();
    let counted = quorate_tally::count_by_closing(&frozen.register, &matters, &instructions, &rules, &closed_at)
        .map_err(|errors| together(errors.iter().map(ToString::to_string).collect()))?;
    let (tally, earlier, of_item) = counted.into_parts();
    let is_cumulative = |item| {
        matches!(
            matters.matter_of(item),
            Some(Counting::Election { cumulative: true, .. })
        )
    };
    Ok(Tabulation {
        cumulative: (0..items.len()).map(is_cumulative).collect(),
        tally,
        earlier,
        of_item,
        items,
        rows,
        row_ids: instructions.columns().rows.clone(),
        set_aside: taken.set_aside,
        unknown_items: taken.unknown_items,
        asked: taken.asked,
    })
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
