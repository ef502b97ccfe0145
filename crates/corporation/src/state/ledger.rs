//! The stock ledger: movements of shares, and who held what at a moment.

use std::collections::BTreeMap;

use crate::event::Event;
use crate::when::When;

/// What moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MovementKind {
    /// A list of holders was imported: the hash of the list.
    Import {
        /// The hash of the list.
        list: String,
        /// How many holders.
        holders: u64,
        /// How many shares.
        shares: u64,
    },
    /// Shares were issued to an account.
    Issue {
        /// The account.
        holder: String,
        /// How many.
        shares: u64,
    },
    /// Shares went from one account to another.
    Transfer {
        /// From.
        from: String,
        /// To.
        to: String,
        /// How many.
        shares: u64,
    },
}

/// A movement of shares of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The class.
    pub class: String,
    /// When.
    pub happened: When,
    /// What.
    pub kind: MovementKind,
}

/// The stock ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The movements, in the order in which they take effect.
    pub movements: Vec<Movement>,
}

impl Ledger {
    /// The movements up to a moment, it included.
    pub fn up_to(&self, moment: When) -> impl Iterator<Item = &Movement> {
        // They stand in order; a moment without an hour takes in its whole day.
        let end = self.movements.partition_point(|movement| match moment.time {
            None => movement.happened.day <= moment.day,
            Some(_) => movement.happened <= moment,
        });
        self.movements[..end].iter()
    }

    /// The shares of a class issued up to a moment.
    #[must_use]
    pub fn issued(&self, class: &str, moment: When) -> u64 {
        self.up_to(moment)
            .filter(|movement| movement.class == class)
            .map(|movement| match &movement.kind {
                MovementKind::Import { shares, .. } | MovementKind::Issue { shares, .. } => *shares,
                MovementKind::Transfer { .. } => 0,
            })
            .fold(0, u64::saturating_add)
    }

    /// The classes of which there are shares.
    #[must_use]
    pub fn classes(&self) -> Vec<&str> {
        let mut classes: Vec<&str> = self.movements.iter().map(|movement| movement.class.as_str()).collect();
        classes.sort_unstable();
        classes.dedup();
        classes
    }

    /// The shares that single acts gave to or took from accounts of a class up to a moment; imported lists are not in it.
    #[must_use]
    pub fn deltas(&self, class: &str, moment: When) -> BTreeMap<&str, i128> {
        let mut deltas: BTreeMap<&str, i128> = BTreeMap::new();
        for movement in self.up_to(moment).filter(|movement| movement.class == class) {
            match &movement.kind {
                MovementKind::Import { .. } => {}
                MovementKind::Issue { holder, shares } => *deltas.entry(holder).or_default() += i128::from(*shares),
                MovementKind::Transfer { from, to, shares } => {
                    *deltas.entry(from).or_default() -= i128::from(*shares);
                    *deltas.entry(to).or_default() += i128::from(*shares);
                }
            }
        }
        deltas
    }

    /// As [`Ledger::deltas`], for one account.
    #[must_use]
    pub fn delta_of(&self, account: &str, class: &str, moment: When) -> i128 {
        let of_movement = |movement: &Movement| match &movement.kind {
            MovementKind::Issue { holder, shares } if holder == account => i128::from(*shares),
            MovementKind::Transfer { from, to, .. } if from == to => 0,
            MovementKind::Transfer { to, shares, .. } if to == account => i128::from(*shares),
            MovementKind::Transfer { from, shares, .. } if from == account => -i128::from(*shares),
            MovementKind::Import { .. } | MovementKind::Issue { .. } | MovementKind::Transfer { .. } => 0,
        };
        self.up_to(moment)
            .filter(|movement| movement.class == class)
            .map(of_movement)
            .sum()
    }

    pub(super) fn remember(&mut self, event: &Event) {
        let movement = match event {
            Event::HoldersImported {
                class,
                list,
                holders,
                shares,
                happened,
            } => Movement {
                class: class.clone(),
                happened: *happened,
                kind: MovementKind::Import {
                    list: list.clone(),
                    holders: *holders,
                    shares: *shares,
                },
            },
            Event::SharesIssued {
                class,
                holder,
                shares,
                happened,
            } => Movement {
                class: class.clone(),
                happened: *happened,
                kind: MovementKind::Issue {
                    holder: holder.clone(),
                    shares: *shares,
                },
            },
            Event::SharesTransferred {
                class,
                from,
                to,
                shares,
                happened,
            } => Movement {
                class: class.clone(),
                happened: *happened,
                kind: MovementKind::Transfer {
                    from: from.clone(),
                    to: to.clone(),
                    shares: *shares,
                },
            },
            _ => return,
        };
        let place = self
            .movements
            .partition_point(|earlier| earlier.happened <= movement.happened);
        self.movements.insert(place, movement);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn movement(happened: &str, kind: MovementKind) -> Movement {
        Movement {
            class: "Common Stock".into(),
            happened: When::parse(happened).unwrap(),
            kind,
        }
    }

    fn issue(holder: &str, shares: u64) -> MovementKind {
        MovementKind::Issue {
            holder: holder.into(),
            shares,
        }
    }

    fn transfer(from: &str, to: &str, shares: u64) -> MovementKind {
        MovementKind::Transfer {
            from: from.into(),
            to: to.into(),
            shares,
        }
    }

    #[test]
    fn an_account_has_what_the_whole_ledger_gives_it() {
        let ledger = Ledger {
            movements: vec![
                movement("2002-01-02", issue("A", 100)),
                movement("2002-01-02T09:00", issue("B", 7)),
                movement("2002-01-03", transfer("A", "B", 30)),
                movement("2002-01-03T10:00", transfer("B", "B", 5)),
                movement("2002-01-04", transfer("B", "A", 1)),
            ],
        };
        // On each day, just before and at each hour.
        for (moment, a, b) in [
            ("2002-01-01", 0, 0),
            ("2002-01-02T08:59", 100, 0),
            ("2002-01-02T09:00", 100, 7),
            ("2002-01-02", 100, 7),
            ("2002-01-03", 70, 37),
            ("2002-01-04", 71, 36),
        ] {
            let at = When::parse(moment).unwrap();
            assert_eq!(
                (
                    ledger.delta_of("A", "Common Stock", at),
                    ledger.delta_of("B", "Common Stock", at)
                ),
                (a, b),
                "{moment}"
            );
            let deltas = ledger.deltas("Common Stock", at);
            let of = |account: &str| deltas.get(account).copied().unwrap_or(0);
            assert_eq!((of("A"), of("B")), (a, b), "{moment}");
            assert_eq!(ledger.delta_of("A", "Preferred Stock", at), 0);
        }
    }
}
