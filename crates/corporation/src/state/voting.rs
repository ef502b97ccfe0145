//! What is remembered of who votes: shares that do not count, and resignations for failed elections.

use std::collections::BTreeMap;

use quorate_calendar::Day;
use quorate_tally::Standing;

use crate::event::VotesEvent;
use crate::when::When;

/// A statement that shares do not count, or count again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Designation {
    /// The class.
    pub class: String,
    /// The holder's account.
    pub holder: String,
    /// How many; all that the holder has when none is given.
    pub shares: Option<u64>,
    /// How they stand.
    pub standing: Standing,
    /// From when.
    pub happened: When,
}

/// A resignation for a failed election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resignation {
    /// The director.
    pub director: String,
    /// On which day it was given.
    pub given: Day,
    /// Whether before the election, for the case that it failed.
    pub contingent: bool,
    /// Whether it says that it is irrevocable.
    pub irrevocable: bool,
}

/// Shares that do not count, and resignations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voting {
    /// The designations, in the order in which they take effect.
    pub designations: Vec<Designation>,
    /// The resignations, as they came.
    pub resignations: Vec<Resignation>,
}

/// The words of standings, as acts write them.
pub const STANDINGS: &[(&str, Standing)] = &[
    ("treasury", Standing::Treasury),
    ("controlled subsidiary", Standing::ControlledSubsidiary),
    ("called for redemption", Standing::CalledForRedemption),
    ("enjoined", Standing::Enjoined),
    ("not lawfully votable", Standing::NotVotable),
    ("counts", Standing::Counts),
];

/// Shares that do not count, by standing; none for all that the holder has.
pub type NotCounted = BTreeMap<Standing, Option<u64>>;

impl Voting {
    /// The shares that do not count, by class and account, as stated up to a moment, it included.
    #[must_use]
    pub fn left_out(&self, moment: When) -> BTreeMap<(&str, &str), NotCounted> {
        let mut all: BTreeMap<(&str, &str), NotCounted> = BTreeMap::new();
        for designation in &self.designations {
            let is_later = match moment.time {
                None => designation.happened.day > moment.day,
                Some(_) => designation.happened > moment,
            };
            if is_later {
                break;
            }
            let key = (designation.class.as_str(), designation.holder.as_str());
            let of_holder = all.entry(key).or_default();
            if designation.standing == Standing::Counts {
                of_holder.clear();
            } else {
                of_holder.insert(designation.standing, designation.shares);
            }
        }
        all
    }

    pub(super) fn remember(&mut self, event: &VotesEvent) {
        match event {
            VotesEvent::SharesDesignated {
                class,
                holder,
                shares,
                standing,
                happened,
            } => {
                let known = STANDINGS.iter().find(|(word, _)| word == standing);
                let place = self
                    .designations
                    .partition_point(|earlier| earlier.happened <= *happened);
                let designation = Designation {
                    class: class.clone(),
                    holder: holder.clone(),
                    shares: *shares,
                    standing: known.map_or(Standing::NotVotable, |(_, standing)| *standing),
                    happened: *happened,
                };
                self.designations.insert(place, designation);
            }
            VotesEvent::ResignationTendered {
                director,
                given,
                contingent,
                irrevocable,
            } => self.resignations.push(Resignation {
                director: director.clone(),
                given: *given,
                contingent: *contingent,
                irrevocable: *irrevocable,
            }),
        }
    }
}

/// A holder's shares by how they stand: what does not count, and the rest. Never more than the holder has.
#[must_use]
pub fn parts(shares: u64, not_counted: Option<&NotCounted>) -> Vec<(u64, Standing)> {
    let mut rest = shares;
    let mut parts = Vec::new();
    for (standing, number) in not_counted.into_iter().flatten() {
        let part = number.unwrap_or(rest).min(rest);
        rest -= part;
        parts.push((part, *standing));
    }
    parts.push((rest, Standing::Counts));
    parts.retain(|(part, _)| *part > 0);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_holder_has_no_more_than_all() {
        let left_out = NotCounted::from([(Standing::Treasury, Some(30)), (Standing::Enjoined, Some(50))]);
        for (shares, expected) in [
            (
                100,
                vec![
                    (30, Standing::Treasury),
                    (50, Standing::Enjoined),
                    (20, Standing::Counts),
                ],
            ),
            (80, vec![(30, Standing::Treasury), (50, Standing::Enjoined)]),
            (79, vec![(30, Standing::Treasury), (49, Standing::Enjoined)]),
            (30, vec![(30, Standing::Treasury)]),
            (0, vec![]),
        ] {
            assert_eq!(parts(shares, Some(&left_out)), expected, "{shares}");
        }
        let all = NotCounted::from([(Standing::Enjoined, None)]);
        assert_eq!(parts(7, Some(&all)), [(7, Standing::Enjoined)]);
        assert_eq!(parts(7, None), [(7, Standing::Counts)]);
    }
}
