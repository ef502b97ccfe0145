//! Whether a diary still says what was entered from it.

use std::collections::{HashMap, HashSet};

use super::enter::Named;
use super::entry::KeptEntry;
use super::record::ActRecord;

/// An entry whose act its diary has no more, or has with other content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The number of the entry.
    pub entry: u64,
    /// The act as entered.
    pub was: ActRecord,
    /// The act of the diary that seems to have taken its place, by its position there.
    pub now: Option<usize>,
    /// What differs: property, as entered, as in the diary now.
    pub differences: Vec<(String, String, String)>,
}

impl std::fmt::Display for Changed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { entry, was, .. } = self;
        write!(
            formatter,
            "entry {entry} ({} on {}) was entered from this diary",
            was.headline(),
            was.on
        )?;
        match self.now {
            None => write!(formatter, ", which has it no more"),
            Some(_) => {
                write!(formatter, " with other content")?;
                self.differences
                    .iter()
                    .try_for_each(|(name, was, now)| write!(formatter, "; {name}: entered {was}, now {now}"))
            }
        }
    }
}

/// The first entry, by number, that is in the book and that the diary contradicts: one whose id the diary gives to other
/// content, or one that came from this diary, under this name or an earlier one, and that it has no more.
pub(super) fn first_changed(
    entries: &[KeptEntry],
    act_ids: &HashMap<String, usize>,
    named: &[Named<'_>],
    diary: Option<&str>,
) -> Option<Changed> {
    let mut same: HashSet<usize> = HashSet::new();
    let mut other: HashMap<usize, usize> = HashMap::new();
    for (position, named) in named.iter().enumerate() {
        match act_ids.get(&named.id) {
            Some(index) if entries[*index].content == named.content => {
                same.insert(*index);
            }
            Some(index) => {
                other.insert(*index, position);
            }
            None => {}
        }
    }
    let diaries = earlier_names(entries, &same, diary);
    let is_missing = |index: usize| {
        let from = entries[index].record.diary.as_deref();
        !same.contains(&index) && from.is_some_and(|from| diaries.contains(from))
    };
    let first = (0..entries.len()).find(|index| other.contains_key(index) || is_missing(*index))?;
    let was = entries[first].record.act.clone();
    let now = other.get(&first).copied().or_else(|| nearest(&was, act_ids, named));
    let differences = now
        .map(|position| was.differences(&named[position].record))
        .unwrap_or_default();
    Some(Changed {
        entry: entries[first].number,
        was,
        now,
        differences,
    })
}

/// The names under which acts of this diary were entered: its own, and that of any diary most of whose acts it has, for then
/// it is that diary renamed. A diary that repeats a few acts of another, to be read alone, is not.
fn earlier_names<'a>(entries: &'a [KeptEntry], same: &HashSet<usize>, diary: Option<&'a str>) -> HashSet<&'a str> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some(name) = entry.record.diary.as_deref() else {
            continue;
        };
        let (all, found) = counts.entry(name).or_default();
        *all += 1;
        *found += usize::from(same.contains(&index));
    }
    let renamed = counts
        .into_iter()
        .filter(|(_, (all, found))| found.saturating_mul(2) > *all)
        .map(|(name, _)| name);
    renamed.chain(diary).collect()
}

/// The act of the same kind, not in the book itself, that differs least; of several the last, because an attempt that was refused,
/// and so is in no book, stands before the act that took its place.
fn nearest(was: &ActRecord, act_ids: &HashMap<String, usize>, named: &[Named<'_>]) -> Option<usize> {
    let new = named
        .iter()
        .enumerate()
        .filter(|(_, named)| named.record.act == was.act && !act_ids.contains_key(&named.id));
    new.rev()
        .min_by_key(|(_, named)| was.differences(&named.record).len())
        .map(|(position, _)| position)
}
