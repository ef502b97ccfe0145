//! Matters whose polls close at different times.

use crate::count::{CountError, Rules, Tally, Totals, count};
use crate::instructions::Instructions;
use crate::matters::Matters;
use crate::register::Register;

/// One count for each closing, over the same register and the same instructions.
///
/// What comes between two closings is late for the matters that closed and in time for those still open, so a holder's latest
/// instrument may be another for one matter than for another.
#[derive(Debug, Clone)]
pub struct TalliesByClosing {
    /// The last closing's count first.
    tallies: Vec<Tally>,
    /// For each item, its count.
    of_item: Vec<usize>,
}

impl TalliesByClosing {
    /// The count of the matters that closed last; where none has closed, of all that came.
    pub fn last(&self) -> &Tally {
        &self.tallies[0]
    }

    /// The count by which an item is decided; the last one for a number beyond the items.
    pub fn of_item(&self, item: usize) -> &Tally {
        &self.tallies[self.of_item.get(item).copied().unwrap_or(0)]
    }

    /// The votes of an item in all classes.
    pub fn totals(&self, item: usize) -> Totals {
        self.of_item(item).totals(item)
    }

    /// The last closing's count, those of the others, and for each item which of them it is: 0 is the last closing's.
    pub fn into_parts(mut self) -> (Tally, Vec<Tally>, Vec<usize>) {
        let last = self.tallies.remove(0);
        (last, self.tallies, self.of_item)
    }

    /// Every count, the last closing's first.
    pub fn iter(&self) -> impl Iterator<Item = &Tally> {
        self.tallies.iter()
    }
}

/// Counts each matter as of the closing of its own polls; a matter without one is open, and all that came is counted.
///
/// `closed_at` has a closing for each matter, in the unit of the column of receipt; that of the rules is not read. Matters beyond
/// the list are open.
///
/// # Errors
///
/// Every [`CountError`] found.
pub fn count_by_closing(
    register: &Register,
    matters: &Matters,
    instructions: &Instructions,
    rules: &Rules,
    closed_at: &[Option<i64>],
) -> Result<TalliesByClosing, Vec<CountError>> {
    let of_matter = |matter: usize| closed_at.get(matter).copied().flatten();
    // Open polls are later than any that closed; the last comes first.
    let order = |closing: &Option<i64>| closing.map_or((0, 0), |at| (1, at.checked_neg().unwrap_or(i64::MAX)));
    let mut closings: Vec<Option<i64>> = (0..matters.as_slice().len()).map(of_matter).collect();
    closings.sort_by_key(order);
    closings.dedup();
    if closings.is_empty() {
        closings.push(None);
    }
    let count_at = |closing: &Option<i64>| {
        let rules = Rules {
            polls_closed_at: *closing,
            ..rules.clone()
        };
        count(register, matters, instructions, &rules)
    };
    let tallies = closings.iter().map(count_at).collect::<Result<Vec<_>, _>>()?;
    let mut of_item = vec![0; matters.item_count()];
    for matter in 0..matters.as_slice().len() {
        let place = closings.iter().position(|closing| *closing == of_matter(matter));
        of_item[matters.items_of(matter)].fill(place.unwrap_or(0));
    }
    Ok(TalliesByClosing { tallies, of_item })
}
