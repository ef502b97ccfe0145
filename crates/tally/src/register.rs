//! The register: what every holder may vote, frozen at the record date.

use std::fmt;
use std::sync::Arc;

use crate::votes::{Denominator, Votes};

/// The number of a class or series of stock, as the caller numbers them, from zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Class(pub u8);

/// Whether a holder's shares count, and if not, why not.
///
/// Shares that do not count are neither part of the base of a quorum nor voted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Standing {
    /// The shares count for quorum and vote.
    #[default]
    Counts = 0,
    /// The corporation's own shares.
    Treasury = 1,
    /// Shares of a subsidiary that the corporation controls.
    ControlledSubsidiary = 2,
    /// Shares that a court has enjoined from being voted.
    Enjoined = 3,
    /// Shares called for redemption with the money set aside.
    CalledForRedemption = 4,
    /// Shares that may not be voted for another reason.
    NotVotable = 5,
}

impl Standing {
    /// Every standing, in the order of their numbers.
    pub const ALL: [Standing; 6] = [
        Standing::Counts,
        Standing::Treasury,
        Standing::ControlledSubsidiary,
        Standing::Enjoined,
        Standing::CalledForRedemption,
        Standing::NotVotable,
    ];
}

/// The columns of a register; the index in each is the holder number.
///
/// A person with stock of two classes has two holder numbers, one for each class, because a class may vote apart.
/// Columns are shared: the same votes with another standing make another register without a copy.
#[derive(Debug, Clone)]
pub struct RegisterColumns {
    /// How many units make one vote.
    pub denominator: Denominator,
    /// Votes of each holder, weights already applied.
    pub votes: Arc<[Votes]>,
    /// Class of each holder; `None` when there is one class, [`Class`] 0.
    pub classes: Option<Arc<[Class]>>,
    /// Standing of each holder; `None` when all shares count.
    pub standings: Option<Arc<[Standing]>>,
}

impl RegisterColumns {
    /// One class of stock, all of which counts.
    pub fn of_one_class(denominator: Denominator, votes: impl Into<Arc<[Votes]>>) -> RegisterColumns {
        RegisterColumns {
            denominator,
            votes: votes.into(),
            classes: None,
            standings: None,
        }
    }
}

/// What each holder may vote at a meeting, frozen at the record date; totals are kept by class and standing.
#[derive(Debug, Clone)]
pub struct Register {
    columns: RegisterColumns,
    /// By class, then by standing.
    totals: Vec<[Votes; Standing::ALL.len()]>,
    total: Votes,
}

impl Register {
    /// Freezes the columns.
    ///
    /// After this no sum of this register's votes can overflow.
    ///
    /// # Errors
    ///
    /// Every [`RegisterError`] found.
    pub fn freeze(columns: RegisterColumns) -> Result<Register, Vec<RegisterError>> {
        let holders = columns.votes.len();
        let mut errors = Vec::new();
        if u32::try_from(holders).is_err() {
            errors.push(RegisterError::TooManyHolders { holders });
        }
        for (column, length) in [
            ("classes", columns.classes.as_ref().map(|column| column.len())),
            ("standings", columns.standings.as_ref().map(|column| column.len())),
        ] {
            if let Some(length) = length.filter(|&length| length != holders) {
                errors.push(RegisterError::UnequalColumns {
                    column,
                    length,
                    holders,
                });
            }
        }
        let total = Votes::checked_sum(columns.votes.iter().copied())
            .filter(|total| i64::try_from(total.units()).is_ok())
            .unwrap_or_else(|| {
                errors.push(RegisterError::TooManyVotes);
                Votes::ZERO
            });
        if !errors.is_empty() {
            return Err(errors);
        }
        let totals = totals_by_class(&columns);
        Ok(Register { columns, totals, total })
    }

    /// The same votes and classes with other standings, sharing the columns.
    ///
    /// A vote in which some holders do not take part, such as one of the disinterested, is counted over such a register.
    ///
    /// # Errors
    ///
    /// [`RegisterError::UnequalColumns`] if the column is not as long as the register.
    pub fn with_standings(&self, standings: impl Into<Arc<[Standing]>>) -> Result<Register, Vec<RegisterError>> {
        Register::freeze(RegisterColumns {
            standings: Some(standings.into()),
            ..self.columns.clone()
        })
    }

    /// How many units make one vote.
    pub fn denominator(&self) -> Denominator {
        self.columns.denominator
    }

    /// The number of holders; holder numbers are less than it.
    pub fn holders(&self) -> usize {
        self.columns.votes.len()
    }

    /// The number of classes: one more than the greatest class number.
    pub fn classes(&self) -> usize {
        self.totals.len()
    }

    /// The votes of a holder, whether or not they count; `None` for a number beyond the register.
    pub fn votes_of(&self, holder: u32) -> Option<Votes> {
        self.columns.votes.get(index(holder)).copied()
    }

    /// The class of a holder; `None` for a number beyond the register.
    pub fn class_of(&self, holder: u32) -> Option<Class> {
        match &self.columns.classes {
            Some(classes) => classes.get(index(holder)).copied(),
            None => (index(holder) < self.holders()).then_some(Class(0)),
        }
    }

    /// The standing of a holder; `None` for a number beyond the register.
    pub fn standing_of(&self, holder: u32) -> Option<Standing> {
        match &self.columns.standings {
            Some(standings) => standings.get(index(holder)).copied(),
            None => (index(holder) < self.holders()).then_some(Standing::Counts),
        }
    }

    /// All votes of one class with one standing; none for a class beyond the register.
    pub fn total_of(&self, class: Class, standing: Standing) -> Votes {
        self.totals
            .get(usize::from(class.0))
            .map_or(Votes::ZERO, |totals| totals[standing as usize])
    }

    /// The votes of one class that count.
    pub fn entitled_of(&self, class: Class) -> Votes {
        self.total_of(class, Standing::Counts)
    }

    /// The votes of all classes that count.
    pub fn entitled(&self) -> Votes {
        let units = self
            .totals
            .iter()
            .map(|totals| totals[Standing::Counts as usize].units())
            .sum();
        Votes::new(units)
    }

    /// All votes on the register, whether or not they count; at most 2⁶³ − 1 units.
    pub fn total(&self) -> Votes {
        self.total
    }
}

/// A holder number as an index.
pub(crate) fn index(holder: u32) -> usize {
    usize::try_from(holder).expect("an index of 32 bits fits the machine's")
}

/// Sums that cannot overflow, because the sum of the whole column did not.
fn totals_by_class(columns: &RegisterColumns) -> Vec<[Votes; Standing::ALL.len()]> {
    let classes = columns
        .classes
        .as_deref()
        .and_then(|classes| classes.iter().max())
        .map_or(0, |class| class.0);
    let mut totals = vec![[Votes::ZERO; Standing::ALL.len()]; usize::from(classes) + 1];
    for (holder, votes) in columns.votes.iter().enumerate() {
        let class = columns.classes.as_ref().map_or(Class(0), |classes| classes[holder]);
        let standing = columns
            .standings
            .as_ref()
            .map_or(Standing::Counts, |standings| standings[holder]);
        let total = &mut totals[usize::from(class.0)][standing as usize];
        *total = Votes::new(total.units() + votes.units());
    }
    totals
}

/// Why columns are no register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisterError {
    /// More holders than holder numbers of 32 bits.
    TooManyHolders {
        /// How many holders were given.
        holders: usize,
    },
    /// A column is not as long as the column of votes.
    UnequalColumns {
        /// The name of the column.
        column: &'static str,
        /// Its length.
        length: usize,
        /// The length of the column of votes.
        holders: usize,
    },
    /// All votes together pass 2⁶³ − 1 units.
    TooManyVotes,
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RegisterError::TooManyHolders { holders } => {
                write!(f, "{holders} holders; a register numbers at most {}; divide it", u32::MAX)
            }
            RegisterError::UnequalColumns { column, length, holders } => write!(
                f,
                "the column of {column} has {length} rows; the register has {holders} holders; give each holder one row in every column"
            ),
            RegisterError::TooManyVotes => f.write_str(
                "all votes together pass 9,223,372,036,854,775,807 units; a column of an export must hold any total; count in coarser units",
            ),
        }
    }
}

impl std::error::Error for RegisterError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn votes(units: &[u64]) -> Arc<[Votes]> {
        units.iter().copied().map(Votes::new).collect()
    }

    #[test]
    fn excluded_shares_stand_apart_from_those_entitled() {
        let register = Register::freeze(RegisterColumns {
            denominator: Denominator::WHOLE,
            votes: votes(&[100, 20, 3, 7]),
            classes: Some(Arc::from([Class(0), Class(0), Class(2), Class(2)])),
            standings: Some(Arc::from([
                Standing::Counts,
                Standing::Treasury,
                Standing::Counts,
                Standing::Enjoined,
            ])),
        })
        .unwrap();
        assert_eq!(register.classes(), 3);
        assert_eq!(register.entitled(), Votes::new(103));
        assert_eq!(register.entitled_of(Class(0)), Votes::new(100));
        assert_eq!(register.entitled_of(Class(1)), Votes::ZERO);
        assert_eq!(register.entitled_of(Class(9)), Votes::ZERO);
        assert_eq!(register.total_of(Class(0), Standing::Treasury), Votes::new(20));
        assert_eq!(register.total_of(Class(2), Standing::Enjoined), Votes::new(7));
        assert_eq!(register.total(), Votes::new(130));

        let all = register.with_standings(vec![Standing::Counts; 4]).unwrap();
        assert_eq!(all.entitled(), Votes::new(130));
        assert_eq!(register.entitled(), Votes::new(103));
    }

    #[test]
    fn totals_on_and_one_past_the_greatest() {
        let greatest = u64::try_from(i64::MAX).unwrap();
        let fits = RegisterColumns::of_one_class(Denominator::WHOLE, votes(&[greatest - 1, 1]));
        assert_eq!(Register::freeze(fits).unwrap().total(), Votes::new(greatest));
        for past in [[greatest, 1], [u64::MAX, 1]] {
            let columns = RegisterColumns::of_one_class(Denominator::WHOLE, votes(&past));
            assert_eq!(Register::freeze(columns).unwrap_err(), [RegisterError::TooManyVotes]);
        }
    }

    #[test]
    fn every_error_is_reported() {
        let errors = Register::freeze(RegisterColumns {
            denominator: Denominator::WHOLE,
            votes: votes(&[u64::MAX, 1]),
            classes: Some(Arc::from([Class(0)])),
            standings: Some(Arc::from([])),
        })
        .unwrap_err();
        assert_eq!(errors.len(), 3);
    }

    #[test]
    fn an_empty_register_has_nothing() {
        let register = Register::freeze(RegisterColumns::of_one_class(Denominator::WHOLE, votes(&[]))).unwrap();
        assert_eq!(
            (register.entitled(), register.votes_of(0), register.class_of(0)),
            (Votes::ZERO, None, None)
        );
    }
}
