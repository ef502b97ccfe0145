//! Which rows count for a holder: the later goes before the earlier, and all together within the position.

use std::collections::BTreeSet;

use crate::count::{Disposition, Order};
use crate::exceptions::ExceptionKind;
use crate::instructions::{Instructions, Kind, RowId, amount};
use crate::matters::Matters;
use crate::register::{Register, index};
use crate::validity::claim_of_divisions;
use crate::votes::Votes;

/// A row that takes part, with what decides its place.
#[derive(Clone, Copy)]
struct Candidate {
    moment: Moment,
    part: u32,
    id: RowId,
    row: usize,
    kind: Kind,
}

/// When an instrument takes effect: ballots after all others, then the times that the order asks for, then the caller's sequence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    ballot: bool,
    first: i64,
    second: i64,
    sequence: u32,
}

/// What became of one holder's rows; kept and used again for the next, to spare the memory.
#[derive(Default)]
pub(crate) struct Outcome {
    /// Rows that are counted, each with its votes.
    pub(crate) counted: Vec<(usize, Votes)>,
    /// What became of every row given.
    pub(crate) dispositions: Vec<(usize, Disposition)>,
    /// Why rows that are good alone are excepted.
    pub(crate) exceptions: Vec<(usize, ExceptionKind)>,
    /// Whether the holder attended.
    pub(crate) attended: bool,
    candidates: Vec<Candidate>,
    survivors: Vec<Candidate>,
    distinct: Vec<Candidate>,
}

/// Decides which rows of a holder count.
pub(crate) struct Precedence<'a> {
    pub(crate) register: &'a Register,
    pub(crate) matters: &'a Matters,
    pub(crate) instructions: &'a Instructions,
    pub(crate) order: Order,
}

impl Precedence<'_> {
    /// Decides among all rows of a holder that are good alone; `rows` are indices in any order.
    pub(crate) fn decide(&self, holder: u32, rows: &[u32], outcome: &mut Outcome) {
        outcome.counted.clear();
        outcome.dispositions.clear();
        outcome.exceptions.clear();
        outcome.candidates.clear();
        outcome.survivors.clear();
        outcome.attended = false;
        let position = self.register.votes_of(holder).unwrap_or(Votes::ZERO);
        self.take_attendance(rows, outcome);
        self.find_survivors(position, outcome);
        self.share_position(position, outcome);
    }

    /// The attendance with the least number stands for all; all other rows are candidates.
    fn take_attendance(&self, rows: &[u32], outcome: &mut Outcome) {
        let columns = self.instructions.columns();
        let mut attendance: Option<usize> = None;
        for row in rows.iter().map(|&row| index(row)) {
            if columns.kinds[row] != Kind::Attendance {
                outcome.candidates.push(self.candidate(row));
                continue;
            }
            let earlier = match attendance {
                Some(kept) if columns.rows[kept] <= columns.rows[row] => Some(row),
                kept => {
                    attendance = Some(row);
                    kept
                }
            };
            outcome
                .dispositions
                .extend(earlier.map(|row| (row, Disposition::Superseded)));
        }
        outcome.attended = attendance.is_some();
        outcome
            .dispositions
            .extend(attendance.map(|row| (row, Disposition::Attended)));
    }

    fn candidate(&self, row: usize) -> Candidate {
        let columns = self.instructions.columns();
        let (dated, received, kind) = (columns.dated[row], columns.received[row], columns.kinds[row]);
        let (first, second) = match self.order {
            Order::ByDateThenReceipt => (dated, received),
            Order::ByReceipt => (received, 0),
        };
        Candidate {
            moment: Moment {
                ballot: kind == Kind::Ballot,
                first,
                second,
                sequence: columns.sequences[row],
            },
            part: self.instructions.part(row),
            id: columns.rows[row],
            row,
            kind,
        }
    }

    /// From the latest moment to the earliest: a row for the position as such ends the search, a row for a part ends it for that part.
    fn find_survivors(&self, position: Votes, outcome: &mut Outcome) {
        outcome.candidates.sort_unstable_by(|a, b| {
            b.moment
                .cmp(&a.moment)
                .then(a.part.cmp(&b.part))
                .then(a.id.cmp(&b.id))
                .then(a.row.cmp(&b.row))
        });
        let Outcome {
            candidates,
            survivors,
            distinct,
            dispositions,
            exceptions,
            ..
        } = outcome;
        let mut parts_taken = BTreeSet::new();
        let mut is_settled = false;
        for moment in candidates.chunk_by(|a, b| a.moment == b.moment) {
            distinct.clear();
            for of_part in moment.chunk_by(|a, b| a.part == b.part) {
                let first = distinct.len();
                let is_taken = is_settled || parts_taken.contains(&of_part[0].part);
                for candidate in of_part {
                    let is_repeated = distinct[first..]
                        .iter()
                        .any(|other| self.say_the_same(candidate, other, position));
                    if is_taken {
                        dispositions.push((candidate.row, Disposition::Superseded));
                    } else if is_repeated {
                        dispositions.push((candidate.row, Disposition::Repeated));
                    } else {
                        distinct.push(*candidate);
                    }
                }
            }
            if distinct.first().is_some_and(|candidate| candidate.part == 0) {
                // No order is known between the position as such and its parts at one moment either.
                keep_one_or_except(distinct, survivors, exceptions);
                is_settled = true;
            } else {
                for of_part in distinct.chunk_by(|a, b| a.part == b.part) {
                    keep_one_or_except(of_part, survivors, exceptions);
                    parts_taken.insert(of_part[0].part);
                }
            }
        }
        dispositions.extend(exceptions.iter().map(|&(row, _)| (row, Disposition::Excepted)));
    }

    /// Whether two rows of one moment and part are the same instrument twice; naming all votes is the same as the whole position.
    fn say_the_same(&self, one: &Candidate, other: &Candidate, position: Votes) -> bool {
        let authorized = |candidate: &Candidate| self.instructions.votes(candidate.row).map_or(position, amount);
        one.kind == other.kind
            && authorized(one) == authorized(other)
            && self.instructions.mark_alike(one.row, other.row)
    }

    /// Parts have the votes they name, and the position as such has what they leave of it.
    fn share_position(&self, position: Votes, outcome: &mut Outcome) {
        let Outcome {
            counted,
            survivors,
            dispositions,
            exceptions,
            ..
        } = outcome;
        survivors.retain(|survivor| {
            let is_revocation = survivor.kind == Kind::Revocation;
            if is_revocation {
                dispositions.push((survivor.row, Disposition::Revocation));
            }
            !is_revocation
        });
        let of_parts: u128 = survivors
            .iter()
            .filter(|survivor| survivor.part != 0)
            .map(|part| self.claim(part))
            .sum();
        let claimed: u128 = survivors.iter().map(|survivor| self.claim(survivor)).sum();
        if claimed > u128::from(position.units()) {
            for survivor in survivors.iter() {
                exceptions.push((
                    survivor.row,
                    ExceptionKind::OverVoteTogether {
                        claimed,
                        available: position,
                    },
                ));
                dispositions.push((survivor.row, Disposition::Excepted));
            }
            return;
        }
        let of_parts = u64::try_from(of_parts)
            .map(Votes::new)
            .expect("the parts claim no more than the position");
        let left = position
            .checked_sub(of_parts)
            .expect("the parts claim no more than the position");
        for survivor in survivors.iter() {
            let votes = self.instructions.votes(survivor.row).map_or(left, amount);
            if votes.is_zero() && !of_parts.is_zero() && self.instructions.votes(survivor.row).is_none() {
                dispositions.push((survivor.row, Disposition::Superseded));
            } else {
                counted.push((survivor.row, votes));
                dispositions.push((survivor.row, Disposition::Counted));
            }
        }
    }

    /// The votes a row must have: those it names, or else those its divided marks need.
    fn claim(&self, survivor: &Candidate) -> u128 {
        match self.instructions.votes(survivor.row) {
            Some(votes) => u128::from(amount(votes).units()),
            None => claim_of_divisions(self.matters, self.instructions, survivor.row),
        }
    }
}

/// A single row survives; of several that say different things at one moment none does, and each names another.
fn keep_one_or_except(
    rows: &[Candidate],
    survivors: &mut Vec<Candidate>,
    exceptions: &mut Vec<(usize, ExceptionKind)>,
) {
    if let [only] = rows {
        survivors.push(*only);
        return;
    }
    let least = (0..rows.len()).min_by_key(|&place| rows[place].id);
    for (place, candidate) in rows.iter().enumerate() {
        let others = || (0..rows.len()).filter(move |&other| other != place);
        let with = if Some(place) == least {
            others().map(|other| rows[other].id).min()
        } else {
            least.map(|least| rows[least].id)
        };
        exceptions.extend(with.map(|with| (candidate.row, ExceptionKind::Conflict { with })));
    }
}
