//! A count held against what is represented, and against an earlier count.

use std::collections::BTreeMap;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedRow {
    /// Where it came from.
    pub origin: Origin,
    /// How it ended before; none when it was not there.
    pub before: Option<Disposition>,
    /// How it ends now; none when it is no more.
    pub now: Option<Disposition>,
}

/// The rows that ended otherwise than in an earlier count, in the order in which they were filed.
#[must_use]
pub fn moved(before: &Tabulation, now: &Tabulation) -> Vec<MovedRow> {
    let mut ends: BTreeMap<RowId, (Option<Disposition>, Option<Disposition>)> = BTreeMap::new();
    // A row of an account with several classes has an end for each; one that counts anywhere counts.
    for (row, end) in before.ends() {
        let known = &mut ends.entry(row).or_default().0;
        *known = Some(known.map_or(end, |known| known.min(end)));
    }
    for (row, end) in now.ends() {
        let known = &mut ends.entry(row).or_default().1;
        *known = Some(known.map_or(end, |known| known.min(end)));
    }
    let mut moved: Vec<MovedRow> = ends
        .into_iter()
        .filter(|(_, (before, now))| before != now)
        .map(|(row, (before, now))| MovedRow {
            origin: Origin::of(row),
            before,
            now,
        })
        .collect();
    moved.sort_by_key(|row| row.origin);
    moved
}

impl Tabulation {
    fn ends(&self) -> impl Iterator<Item = (RowId, Disposition)> {
        self.row_ids
            .iter()
            .copied()
            .zip(self.tally.dispositions().iter().copied())
    }
}
