//! A count held against what is represented, and against an earlier count.

use std::collections::{BTreeMap, BTreeSet};

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
    let nothing = BTreeSet::new();
    let rows: BTreeSet<&RowId> = before.keys().chain(now.keys()).collect();
    let mut moved: Vec<MovedRow> = rows
        .into_iter()
        .map(|row| {
            (
                row,
                before.get(row).unwrap_or(&nothing),
                now.get(row).unwrap_or(&nothing),
            )
        })
        .filter(|(_, before, now)| before != now)
        .map(|(row, before, now)| MovedRow {
            origin: Origin::of(*row),
            before: before.iter().copied().collect(),
            now: now.iter().copied().collect(),
        })
        .collect();
    moved.sort_by_key(|row| row.origin);
    moved
}

impl Tabulation {
    fn ends(&self) -> BTreeMap<RowId, BTreeSet<Disposition>> {
        let mut ends: BTreeMap<RowId, BTreeSet<Disposition>> = BTreeMap::new();
        for tally in std::iter::once(&self.tally).chain(&self.earlier) {
            for (row, end) in self.row_ids.iter().zip(tally.dispositions()) {
                ends.entry(*row).or_default().insert(*end);
            }
        }
        ends
    }
}
