//! Matters: what is voted on, and the items each is marked by.

use std::ops::Range;

use crate::instructions::Choice;

/// One matter of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// Carried or lost; one item, marked for, against or abstain.
    Resolution,
    /// Nominees for seats; one item for each nominee, marked for, against, withheld or abstain.
    ///
    /// When there are more nominees than seats, an instrument may be for no more of them than there are seats.
    Election {
        /// How many nominees.
        nominees: usize,
        /// How many seats are filled.
        seats: u32,
        /// Whether a holder has votes times seats, to be given to nominees in any amounts.
        cumulative: bool,
    },
    /// One of several alternatives, such as a frequency; one item, marked with an alternative or abstain.
    Alternatives {
        /// How many alternatives, at most [`Choice::ALTERNATIVES`]; those beyond it cannot be marked.
        offered: u8,
    },
}

impl Matter {
    fn items(self) -> usize {
        match self {
            Matter::Resolution | Matter::Alternatives { .. } => 1,
            Matter::Election { nominees, .. } => nominees,
        }
    }

    /// Whether an instrument may mark an item of this matter so; a broker's non-vote and no mark are always possible.
    pub fn is_offered(self, choice: Choice) -> bool {
        let common = matches!(choice, Choice::UNMARKED | Choice::ABSTAIN | Choice::BROKER_NON_VOTE);
        common
            || match self {
                Matter::Resolution => matches!(choice, Choice::FOR | Choice::AGAINST),
                Matter::Election { .. } => matches!(choice, Choice::FOR | Choice::AGAINST | Choice::WITHHELD),
                Matter::Alternatives { offered } => choice.alternative_number().is_some_and(|number| number <= offered),
            }
    }
}

/// The matters of a meeting in order; their items are numbered through, from zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matters {
    matters: Vec<Matter>,
    /// For each item, the matter it belongs to.
    matter_of_item: Vec<usize>,
    /// For each matter, its items.
    items: Vec<Range<usize>>,
}

impl Matters {
    /// Numbers the items of the matters.
    pub fn new(matters: impl Into<Vec<Matter>>) -> Matters {
        let matters = matters.into();
        let mut matter_of_item = Vec::new();
        let mut items = Vec::new();
        for (number, matter) in matters.iter().enumerate() {
            let first = matter_of_item.len();
            matter_of_item.extend(std::iter::repeat_n(number, matter.items()));
            items.push(first..matter_of_item.len());
        }
        Matters {
            matters,
            matter_of_item,
            items,
        }
    }

    /// The matters in order.
    pub fn as_slice(&self) -> &[Matter] {
        &self.matters
    }

    /// The number of items of all matters.
    pub fn item_count(&self) -> usize {
        self.matter_of_item.len()
    }

    /// The items of a matter; empty for a number beyond the matters.
    pub fn items_of(&self, matter: usize) -> Range<usize> {
        self.items.get(matter).cloned().unwrap_or(0..0)
    }

    /// The matter of an item; `None` for a number beyond the items.
    pub fn matter_of(&self, item: usize) -> Option<Matter> {
        self.matter_of_item.get(item).map(|&matter| self.matters[matter])
    }

    /// Whether the item is a nominee elected cumulatively.
    pub(crate) fn is_cumulative(&self, item: usize) -> bool {
        matches!(self.matter_of(item), Some(Matter::Election { cumulative: true, .. }))
    }

    /// The elections: items, seats, and whether cumulative.
    pub(crate) fn elections(&self) -> impl Iterator<Item = (Range<usize>, u32, bool)> {
        self.matters
            .iter()
            .zip(&self.items)
            .filter_map(|(matter, items)| match *matter {
                Matter::Election { seats, cumulative, .. } => Some((items.clone(), seats, cumulative)),
                _ => None,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_numbered_through() {
        let election = Matter::Election {
            nominees: 3,
            seats: 2,
            cumulative: false,
        };
        let matters = Matters::new([Matter::Resolution, election, Matter::Alternatives { offered: 3 }]);
        assert_eq!(matters.item_count(), 5);
        assert_eq!(
            (matters.items_of(1), matters.items_of(2), matters.items_of(3)),
            (1..4, 4..5, 0..0)
        );
        assert_eq!((matters.matter_of(3), matters.matter_of(5)), (Some(election), None));
    }

    #[test]
    fn each_kind_of_matter_offers_its_own_choices() {
        let election = Matter::Election {
            nominees: 1,
            seats: 1,
            cumulative: false,
        };
        let frequency = Matter::Alternatives { offered: 3 };
        let third = Choice::alternative(3).unwrap();
        let fourth = Choice::alternative(4).unwrap();
        for (matter, choice, offered) in [
            (Matter::Resolution, Choice::FOR, true),
            (Matter::Resolution, Choice::WITHHELD, false),
            (Matter::Resolution, third, false),
            (election, Choice::WITHHELD, true),
            (election, third, false),
            (frequency, third, true),
            (frequency, fourth, false),
            (frequency, Choice::FOR, false),
            (frequency, Choice::BROKER_NON_VOTE, true),
        ] {
            assert_eq!(matter.is_offered(choice), offered, "{matter:?} {choice:?}");
        }
    }
}
