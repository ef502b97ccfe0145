//! From files and single instruments to the columns of a count, each row with where it came from.

use std::collections::{BTreeMap, BTreeSet};

use quorate_calendar::Day;
use quorate_tally::{Choice, InstructionColumns, Instrument, Kind, Mark, RowId, WHOLE_POSITION};

use super::holders::{Work, part_number};
use super::{Frozen, SECONDS_PER_DAY, TabulationError, choice_of, error, kind_of, second_of};
use crate::act::Asked;
use crate::ask;
use crate::evidence::{Evidence, InstructionTable};
use crate::facts::{FactValue, Facts};
use crate::finding::FindingDefinition;
use crate::inquiry::Practice;
use crate::questions::stockholders::proxies::proxy_validity;
use crate::state::Meeting;
use crate::when::When;

/// Where a row came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A file of the meeting.
    File {
        /// Which of its files, from 0.
        file: usize,
        /// Which row of it, from 0.
        row: usize,
    },
    /// An instrument that came by itself: which of them, from 0.
    Single(usize),
}

/// In the number of a row, the place of the file's number; single instruments are file 0.
const FILE_BITS: u32 = 32;

impl Origin {
    /// The number of the row, which no later file or instrument changes.
    pub(super) fn id(self) -> RowId {
        let number = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        match self {
            Self::File { file, row } => RowId((number(file) + 1) << FILE_BITS | number(row)),
            Self::Single(place) => RowId(number(place)),
        }
    }

    /// Where the row of a number came from.
    #[must_use]
    pub fn of(row: RowId) -> Self {
        let place = usize::try_from(row.0 & u64::from(u32::MAX)).unwrap_or(usize::MAX);
        match usize::try_from(row.0 >> FILE_BITS).unwrap_or(usize::MAX).checked_sub(1) {
            Some(file) => Self::File { file, row: place },
            None => Self::Single(place),
        }
    }
}

/// Why a row is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The proxy's life has run out.
    Expired,
    /// A challenge to it, of this id, was sustained.
    Challenge(String),
    /// It speaks only of what is not before the meeting: it takes the place of nothing.
    Stray,
    /// The law of holders and proxies sets it aside: the rule, and the facts in a sentence.
    Judged(&'static FindingDefinition, String),
}

/// The columns of a count, and what applies to single rows.
pub(super) struct Rows {
    /// The columns.
    pub columns: InstructionColumns,
    /// Rows that are late and let in.
    pub admitted: BTreeSet<RowId>,
    /// Rows that are not counted whatever they say, each with why.
    pub set_aside: BTreeMap<RowId, Why>,
    /// What is voted on though it is not before the meeting, with how often.
    pub unknown_items: BTreeMap<String, u64>,
    /// The questions by which the law of holders and proxies judged rows.
    pub asked: Vec<Asked>,
}

/// The columns of a meeting's files and single instruments.
///
/// # Errors
/// When an attachment is missing.
pub(super) fn rows(
    meeting: &Meeting,
    frozen: &Frozen,
    evidence: &dyn Evidence,
    closed: Option<When>,
) -> Result<Rows, TabulationError> {
    let items = meeting.items();
    let mut rows = Rows {
        columns: InstructionColumns::of_items(items.len()),
        admitted: BTreeSet::new(),
        set_aside: BTreeMap::new(),
        unknown_items: BTreeMap::new(),
        asked: Vec::new(),
    };
    for (number, filed) in meeting.files.iter().enumerate() {
        let table = evidence
            .instructions(&filed.file)
            .ok_or_else(|| error(format!("the file {} is not among the attachments", filed.file)))?;
        rows.push_file(meeting, frozen, number, &table, &items);
    }
    let mut stated: BTreeMap<RowId, Day> = BTreeMap::new();
    for (place, filed) in meeting.instructions.iter().enumerate() {
        let id = Origin::Single(place).id();
        stated.extend(filed.expires.map(|day| (id, day)));
        let kind = kind_of(&filed.kind);
        let speaks_of = |matter: &str| filed.marks.iter().any(|(item, _)| is_of(item, matter));
        if meeting.conduct.is_gone(&filed.holder, kind, speaks_of) {
            continue;
        }
        for holder in frozen.voting_numbers(&filed.holder) {
            rows.columns.push(Instrument {
                row: id,
                holder,
                kind,
                dated: second_of(filed.dated),
                received: second_of(filed.received),
                sequence: sequence(kind, filed.received.time.is_some(), place),
                part: part_number(meeting, &filed.holder, &filed.terms.part),
                votes: filed.terms.votes.map(|votes| i64::try_from(votes).unwrap_or(i64::MAX)),
                marks: items.iter().map(|item| marked(&filed.marks, item)).collect(),
            });
        }
        if filed.court_order || lets_in(meeting, &filed.holder, kind) {
            rows.admitted.insert(id);
        }
        for (item, _) in &filed.marks {
            rows.note_item(meeting, item, 1);
        }
        if !filed.marks.is_empty() && filed.marks.iter().all(|(item, _)| !meeting.knows(item)) {
            rows.set_aside.insert(id, Why::Stray);
        }
    }
    for id in expired(&rows.columns, &stated, frozen, meeting.at.day) {
        rows.set_aside.insert(id, Why::Expired);
    }
    // What a person who may has determined of an instrument goes before what the law alone makes of it; several holders' words
    // are put together last, from what is left.
    Work::on(&mut rows, meeting, frozen, closed).judge();
    rows.apply_challenges(meeting, evidence);
    Work::on(&mut rows, meeting, frozen, closed).join_all();
    Ok(rows)
}

impl Rows {
    fn push_file(
        &mut self,
        meeting: &Meeting,
        frozen: &Frozen,
        number: usize,
        table: &InstructionTable,
        items: &[String],
    ) {
        let filed = &meeting.files[number];
        let columns_of: Vec<[Option<usize>; 2]> = items.iter().map(|item| columns_for(&table.items, item)).collect();
        let received = second_of(filed.received);
        let of_file = kind_of(&filed.kind);
        let are_ordered = !meeting.inspection.court_orders.is_empty();
        let columns = &mut self.columns;
        for row in 0..table.accounts.len() {
            let id = Origin::File { file: number, row }.id();
            let at = table.received.get(row).copied().unwrap_or(received);
            let account = table.accounts.get(row);
            let kind = table.kinds.get(row).copied().unwrap_or(of_file);
            let is_marked = |place: usize| {
                let mark = table.marks.get(place).and_then(|column| column.get(row));
                mark.is_some_and(|mark| *mark != Choice::UNMARKED)
            };
            let speaks_of = |matter: &str| {
                (0..table.items.len()).any(|place| is_of(&table.items[place], matter) && is_marked(place))
            };
            if meeting.conduct.is_gone(account, kind, speaks_of) {
                continue;
            }
            for holder in frozen.voting_numbers(account) {
                columns.rows.push(id);
                columns.holders.push(holder);
                columns.kinds.push(kind);
                columns.dated.push(table.dated.get(row).copied().unwrap_or(at));
                columns.received.push(at);
                columns.sequences.push(0);
                columns
                    .votes
                    .push(table.votes.get(row).copied().unwrap_or(WHOLE_POSITION));
                for (item, places) in columns_of.iter().enumerate() {
                    let marks = places
                        .iter()
                        .flatten()
                        .filter_map(|place| table.marks.get(*place)?.get(row).copied());
                    columns.marks[item].push(
                        marks
                            .into_iter()
                            .find(|mark| *mark != Choice::UNMARKED)
                            .unwrap_or(Choice::UNMARKED),
                    );
                }
            }
            if filed.court_order || (are_ordered && lets_in(meeting, account, kind)) {
                self.admitted.insert(id);
            }
        }
        let strays: Vec<usize> = (0..table.items.len())
            .filter(|place| !meeting.knows(&table.items[*place]))
            .collect();
        if !strays.is_empty() {
            let is_marked = |place: usize, row: usize| {
                let mark = table.marks.get(place).and_then(|column| column.get(row));
                mark.is_some_and(|mark| *mark != Choice::UNMARKED)
            };
            for row in 0..table.accounts.len() {
                let marked: Vec<usize> = (0..table.items.len()).filter(|place| is_marked(*place, row)).collect();
                if !marked.is_empty() && marked.iter().all(|place| strays.contains(place)) {
                    self.set_aside
                        .insert(Origin::File { file: number, row }.id(), Why::Stray);
                }
            }
        }
        for (place, item) in table.items.iter().enumerate() {
            let marked = table.marks.get(place).into_iter().flatten();
            let marked = marked.filter(|mark| **mark != Choice::UNMARKED).count();
            self.note_item(meeting, item, u64::try_from(marked).unwrap_or(u64::MAX));
        }
    }

    /// Notes an item that the meeting does not have.
    fn note_item(&mut self, meeting: &Meeting, item: &str, times: u64) {
        if !meeting.knows(item) {
            *self.unknown_items.entry(item.to_owned()).or_default() += times;
        }
    }

    /// Sets aside what was challenged and found invalid, and restores what was found valid, in the order in which it was determined.
    fn apply_challenges(&mut self, meeting: &Meeting, evidence: &dyn Evidence) {
        let challenges = &meeting.inspection.challenges;
        for challenge in challenges {
            let Some(decision) = challenge.decision() else { continue };
            let is_sustained = decision.decision == SUSTAINED;
            let mut judged: Vec<RowId> = Vec::new();
            for (file, filed) in meeting.files.iter().enumerate() {
                let Some(table) = evidence.instructions(&filed.file) else {
                    continue;
                };
                for row in 0..table.accounts.len() {
                    let kind = table.kinds.get(row).copied().unwrap_or_else(|| kind_of(&filed.kind));
                    if challenge.reaches(table.accounts.get(row), kind_word(kind), Some(table.line_of(row))) {
                        judged.push(Origin::File { file, row }.id());
                    }
                }
            }
            for (place, filed) in meeting.instructions.iter().enumerate() {
                if challenge.reaches(&filed.holder, &filed.kind, None) {
                    judged.push(Origin::Single(place).id());
                }
            }
            for id in judged {
                if is_sustained {
                    self.set_aside.insert(id, Why::Challenge(challenge.id.clone()));
                } else {
                    self.set_aside.remove(&id);
                }
            }
        }
    }
}

/// The decision by which an instrument is set aside.
pub const SUSTAINED: &str = "sustained";

/// The word of a kind of instrument.
#[must_use]
pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Proxy => "proxy",
        Kind::Ballot => "ballot",
        Kind::Revocation => "revocation",
        Kind::Attendance => "attendance",
    }
}

fn lets_in(meeting: &Meeting, account: &str, kind: Kind) -> bool {
    let mut orders = meeting.inspection.court_orders.iter();
    orders.any(|order| order.lets_in(account, kind_word(kind)))
}

/// The place among instruments of the same moment: as they were entered, which comes after every file's rows. Of ballots cast at
/// one hour no one is known to be the later.
fn sequence(kind: Kind, has_hour: bool, place: usize) -> u32 {
    if kind == Kind::Ballot && has_hour {
        return 0;
    }
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)
}

/// The rows of proxies whose life has run out by the day of the meeting, as the question `proxy-validity` judges each date once.
fn expired(
    columns: &InstructionColumns,
    stated: &BTreeMap<RowId, Day>,
    frozen: &Frozen,
    meeting: Day,
) -> BTreeSet<RowId> {
    let mut judged: BTreeMap<(Day, Option<Day>), bool> = BTreeMap::new();
    let mut out = BTreeSet::new();
    for ((row, kind), dated) in columns.rows.iter().zip(&columns.kinds).zip(&columns.dated) {
        let Ok(day) = Day::MIN.plus_days(dated.div_euclid(SECONDS_PER_DAY)) else {
            continue;
        };
        let key = (day, stated.get(row).copied());
        if *kind == Kind::Proxy && *judged.entry(key).or_insert_with(|| has_expired(frozen, key, meeting)) {
            out.insert(*row);
        }
    }
    out
}

/// Whether a proxy of a date, with the last day that it states where it states one, has run out on the day of the meeting.
fn has_expired(frozen: &Frozen, (dated, stated): (Day, Option<Day>), meeting: Day) -> bool {
    let mut facts = Facts::none()
        .with("proxy-dated", FactValue::Day(dated))
        .with("voted-on", FactValue::Day(meeting))
        .with("states-longer-period", FactValue::YesNo(stated.is_some()));
    if let Some(stated) = stated {
        facts = facts.with("expires", FactValue::Day(stated));
    }
    let answer = ask(&proxy_validity::QUESTION, &facts, &frozen.book, &Practice::default());
    answer
        .findings
        .iter()
        .any(|finding| finding.definition.id == proxy_validity::EXPIRED.id && finding.is_unmet())
}

/// Whether an item is a matter, or one of its nominees.
fn is_of(item: &str, matter: &str) -> bool {
    item.split('/').next() == Some(matter)
}

/// The columns of a file that speak of an item: its own first, then that of its whole matter.
fn columns_for(names: &[String], item: &str) -> [Option<usize>; 2] {
    let place = |wanted: &str| names.iter().position(|name| name == wanted);
    [place(item), item.split_once('/').and_then(|(matter, _)| place(matter))]
}

/// What a holder says on an item; an election's matter named alone speaks of all its nominees.
fn marked(marks: &[(String, String)], item: &str) -> Mark {
    let of_matter = item.split_once('/').map(|(matter, _)| matter);
    let found = marks
        .iter()
        .find(|(name, _)| name == item)
        .or_else(|| marks.iter().find(|(name, _)| Some(name.as_str()) == of_matter));
    found
        .and_then(|(_, word)| mark_of(word))
        .unwrap_or(Mark::One(Choice::UNMARKED))
}

/// The mark of a word: a choice, or a division such as "for 60 + against 40"; `None` for a word that is neither.
#[must_use]
pub fn mark_of(word: &str) -> Option<Mark> {
    if let Some(choice) = choice_of(word) {
        return Some(Mark::One(choice));
    }
    let part = |text: &str| {
        let (choice, votes) = text.trim().rsplit_once(' ')?;
        Some((choice_of(choice.trim())?, votes.parse().ok()?))
    };
    word.split('+').map(part).collect::<Option<Vec<_>>>().map(Mark::Divided)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_s_number_says_where_it_came_from() {
        for origin in [
            Origin::Single(0),
            Origin::Single(7),
            Origin::File { file: 0, row: 0 },
            Origin::File {
                file: 3,
                row: 2_000_000,
            },
        ] {
            assert_eq!(Origin::of(origin.id()), origin);
        }
    }
}
