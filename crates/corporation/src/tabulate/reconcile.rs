//! A count held against what is represented, and against an earlier count.

use quorate_tally::{Choice, Class, Disposition, RowId};

use super::rows::Origin;
use super::{Frozen, Tabulation};
use crate::event::ReconciledLine;
use crate::quantity::Quantity;

/// The choices that a reconciliation shows, in order.
const SHOWN: [Choice; 6] = [
    Choice::FOR,
    Choice::AGAINST,
    Choice::ABSTAIN,
    Choice::WITHHELD,
    Choice::BROKER_NON_VOTE,
    Choice::UNMARKED,
];

/// For each class and item: represented = for + against + abstain + withheld + broker non-votes + unmarked, and those attending only.
///
/// A line that does not tie is flagged, and the count goes on.
#[must_use]
pub fn reconciled(frozen: &Frozen, tabulation: &Tabulation) -> Vec<ReconciledLine> {
    let text = |votes: u64| Quantity::whole(votes).to_string();
    let mut lines = Vec::new();
    for (item, name) in tabulation.items.iter().enumerate() {
        let tally = tabulation.tally_of(item);
        for (class, class_name) in (0_u8..).map(Class).zip(&frozen.classes) {
            if tally.entitled_of(class).is_zero() {
                continue;
            }
            let totals = tally.totals_of(item, class);
            let represented = tally.represented_of(class).units();
            let attending = tally.attending_only_of(class).units();
            let mut choices: Vec<(String, String)> = SHOWN
                .into_iter()
                .filter(|choice| !totals.of(*choice).is_zero())
                .map(|choice| (choice.to_string(), text(totals.of(choice).units())))
                .collect();
            let alternatives = (1..=Choice::ALTERNATIVES).filter_map(Choice::alternative);
            choices.extend(
                alternatives
                    .filter(|choice| !totals.of(*choice).is_zero())
                    .map(|choice| (choice.to_string(), text(totals.of(choice).units()))),
            );
            if attending > 0 {
                choices.push(("attending only".to_owned(), text(attending)));
            }
            lines.push(ReconciledLine {
                item: name.clone(),
                class: class_name.clone(),
                represented: text(represented),
                choices,
                ties: tabulation.cumulative.get(item) == Some(&true)
                    || u128::from(totals.all().units()) + u128::from(attending) == u128::from(represented),
            });
        }
    }
    lines
}

/// A row that ended in one way in an earlier count, and in another in this one.
///
/// Where polls closed at different times, or an account holds several classes, a row can end in several ways at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedRow {
    /// Where it came from.
    pub origin: Origin,
    /// How it ended before; nothing when it was not there.
    pub before: Vec<Disposition>,
    /// How it ends now; nothing when it is no more.
    pub now: Vec<Disposition>,
}

/// The rows that ended otherwise than in an earlier count, in the order in which they were filed.
#[must_use]
pub fn moved(before: &Tabulation, now: &Tabulation) -> Vec<MovedRow> {
    let (before, now) = (before.ends(), now.ends());
    let (mut before, mut now) = (before.iter().peekable(), now.iter().peekable());
    let mut moved = Vec::new();
    // Both stand in order of row number, so the two are read side by side.
    while let Some(row) = [before.peek(), now.peek()]
        .into_iter()
        .flatten()
        .map(|(row, _)| *row)
        .min()
    {
        let was = before.next_if(|(other, _)| *other == row).map_or(0, |(_, ends)| *ends);
        let is = now.next_if(|(other, _)| *other == row).map_or(0, |(_, ends)| *ends);
        if was != is {
            moved.push(MovedRow {
                origin: Origin::of(row),
                before: listed(was),
                now: listed(is),
            });
        }
    }
    moved.sort_by_key(|row| row.origin);
    moved
}

/// The dispositions of a set of them, a bit for each.
fn listed(ends: u8) -> Vec<Disposition> {
    let has = |end: &Disposition| ends & (1 << (*end as u8)) != 0;
    Disposition::ALL.into_iter().filter(has).collect()
}

impl Tabulation {
    /// Every row once, in order of row number, with all the ways in which it ended, a bit for each.
    fn ends(&self) -> Vec<(RowId, u8)> {
        let mut ends: Vec<(RowId, u8)> = self.row_ids.iter().map(|row| (*row, 0)).collect();
        for tally in std::iter::once(&self.tally).chain(&self.earlier) {
            for ((_, ends), end) in ends.iter_mut().zip(tally.dispositions()) {
                *ends |= 1 << (*end as u8);
            }
        }
        ends.sort_unstable();
        // An account with several classes has a row for each.
        ends.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            if is_same {
                kept.1 |= next.1;
            }
            is_same
        });
        ends
    }
}
