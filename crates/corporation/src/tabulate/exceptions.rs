//! Rows the count goes on without: each with its finding, its reason, where it stands, and the cure.

use std::collections::{BTreeMap, BTreeSet};

use quorate_tally::{Disposition, Exception, ExceptionKind, RowId};

use super::register::WITHOUT_SHARES;
use super::rows::{Origin, Why, kind_word};
use super::{Tabulation, kind_of};
use crate::evidence::Evidence;
use crate::facts::{FactValue, Facts};
use crate::finding::FindingDefinition;
use crate::questions::common::counted;
use crate::questions::stockholders::inspection::instruments_countable::{self as countable, DEFECTS};
use crate::questions::stockholders::inspection::polls;
use crate::questions::stockholders::proxies::proxy_validity;
use crate::state::Meeting;

/// A row as it was filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledRow {
    /// Where it came from.
    pub origin: Origin,
    /// The hash of its file, and its line there; none for an instrument that came by itself.
    pub file: Option<(String, u64)>,
    /// The account on it.
    pub account: String,
    /// "proxy", "ballot", "revocation" or "attendance".
    pub kind: &'static str,
}

/// A row that is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowException {
    /// The row.
    pub row: FiledRow,
    /// The finding, by id.
    pub finding: &'static str,
    /// Why it is not counted.
    pub reason: String,
    /// The cure.
    pub cure: String,
}

/// Every row that is not counted, in the order in which they were filed, and what was filed twice.
#[must_use]
pub fn exceptions(meeting: &Meeting, evidence: &dyn Evidence, tabulation: &Tabulation) -> Vec<RowException> {
    let mut seen: BTreeSet<(RowId, &'static str)> = BTreeSet::new();
    let mut out = Vec::new();
    for exception in shown(tabulation) {
        let definition = finding_of(exception.row, exception.holder, exception.kind, tabulation);
        let reason = reason(meeting, exception, tabulation);
        if seen.insert((exception.row, definition.id)) {
            out.push(row_exception(meeting, evidence, exception.row, definition, reason));
        }
    }
    let repeated = tabulation.row_ids.iter().zip(tabulation.tally.dispositions());
    for (row, _) in repeated.filter(|(_, end)| **end == Disposition::Repeated) {
        if seen.insert((*row, countable::REPEATED.id)) {
            let reason = "it is another row over again; one of them counts".to_owned();
            out.push(row_exception(meeting, evidence, *row, &countable::REPEATED, reason));
        }
    }
    out.sort_by_key(|exception| exception.row.origin);
    out
}

/// The facts of the question `instruments-countable`: how many rows have each defect.
#[must_use]
pub fn defects(tabulation: &Tabulation) -> Facts {
    let mut rows: BTreeMap<&'static str, BTreeSet<RowId>> = BTreeMap::new();
    for exception in shown(tabulation) {
        let definition = finding_of(exception.row, exception.holder, exception.kind, tabulation);
        rows.entry(definition.id).or_default().insert(exception.row);
    }
    let mut facts = Facts::none();
    for defect in DEFECTS {
        let count = match defect.definition.id {
            id if id == countable::REPEATED.id => tabulation.tally.rows_with(Disposition::Repeated),
            id if id == countable::ITEM_UNKNOWN.id => tabulation.unknown_items.len(),
            id => rows.get(id).map_or(0, BTreeSet::len),
        };
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        facts = facts.with(defect.fact.spec.name, FactValue::Count(count));
    }
    facts
}

/// The exceptions of all counts. Of a row that is set aside or dated too late only that is shown: what it says is not looked at.
fn shown(tabulation: &Tabulation) -> impl Iterator<Item = &Exception> {
    let all = || {
        let tallies = std::iter::once(&tabulation.tally).chain(&tabulation.earlier);
        tallies.flat_map(|tally| tally.exceptions())
    };
    let is_date = |exception: &&Exception| matches!(exception.kind, ExceptionKind::DatedTooLate { .. });
    let dated_too_late: BTreeSet<RowId> = all().filter(is_date).map(|exception| exception.row).collect();
    all().filter(move |exception| match exception.kind {
        ExceptionKind::SetAside => true,
        _ if tabulation.set_aside.contains_key(&exception.row) => false,
        ExceptionKind::DatedTooLate { .. } | ExceptionKind::ReceivedAfterPollsClosed { .. } => true,
        _ => !dated_too_late.contains(&exception.row),
    })
}

/// The finding that an exception is an instance of.
fn finding_of(row: RowId, holder: u32, kind: ExceptionKind, tabulation: &Tabulation) -> &'static FindingDefinition {
    match kind {
        ExceptionKind::UnknownHolder if holder == WITHOUT_SHARES => &countable::WITHOUT_SHARES,
        ExceptionKind::UnknownHolder => &countable::ACCOUNT_UNKNOWN,
        ExceptionKind::NoVotes | ExceptionKind::SharesDoNotCount { .. } => &countable::SHARES_DO_NOT_COUNT,
        ExceptionKind::SetAside => match tabulation.set_aside.get(&row) {
            Some(Why::Challenge(_)) => &countable::SET_ASIDE,
            Some(Why::Stray) => &countable::ITEM_UNKNOWN,
            Some(Why::Judged(definition, _)) => definition,
            Some(Why::Expired) | None => &proxy_validity::EXPIRED,
        },
        ExceptionKind::ReceivedAfterPollsClosed { .. } => &polls::AFTER_CLOSE,
        ExceptionKind::DatedTooLate { .. } => &countable::DATED_AFTER,
        ExceptionKind::NegativeVotes { .. } => &countable::NEGATIVE,
        ExceptionKind::OverVote { .. } | ExceptionKind::OverVoteTogether { .. } => &countable::BEYOND_SHARES,
        ExceptionKind::ChoiceNotOffered { .. } => &countable::NOT_OFFERED,
        ExceptionKind::TooManyNominees { .. } => &countable::BEYOND_SEATS,
        ExceptionKind::CumulativeWithoutAmount { .. }
        | ExceptionKind::PartWithoutVotes
        | ExceptionKind::MarksWithoutVote => &countable::UNCLEAR,
        ExceptionKind::Conflict { .. } => &countable::AT_ONE_INSTANT,
    }
}

/// The reason in the meeting's own words, with items by name.
fn reason(meeting: &Meeting, exception: &Exception, tabulation: &Tabulation) -> String {
    let Exception { row, holder, kind } = *exception;
    let item = |number: u32| {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        tabulation.items.get(place).map_or("an item", String::as_str)
    };
    match kind {
        ExceptionKind::UnknownHolder if holder == WITHOUT_SHARES => {
            "the holder had no shares on the record date".to_owned()
        }
        ExceptionKind::UnknownHolder => "the stock ledger has no such account".to_owned(),
        ExceptionKind::NoVotes => "the holder's shares have no votes".to_owned(),
        ExceptionKind::SharesDoNotCount { .. } => "the holder's shares do not count".to_owned(),
        ExceptionKind::SetAside => match tabulation.set_aside.get(&row) {
            Some(Why::Challenge(challenge)) => format!("the challenge {challenge} to it was sustained"),
            Some(Why::Judged(_, reason)) => reason.clone(),
            Some(Why::Stray) => "it speaks only of what is not before the meeting".to_owned(),
            Some(Why::Expired) | None => "the proxy has expired".to_owned(),
        },
        ExceptionKind::ReceivedAfterPollsClosed { .. } => "it came after the polls closed".to_owned(),
        ExceptionKind::DatedTooLate { .. } => format!("it is dated after the day of the meeting, {}", meeting.at.day),
        ExceptionKind::NegativeVotes { item: None, votes } => format!("it is for {}", counted(votes, "vote")),
        ExceptionKind::NegativeVotes {
            item: Some(number),
            votes,
        } => format!("it is for {} on {}", counted(votes, "vote"), item(number)),
        ExceptionKind::OverVote { claimed, available } => {
            format!(
                "it is for {}, and the holder has {}",
                counted(claimed, "vote"),
                available.units()
            )
        }
        ExceptionKind::OverVoteTogether { claimed, available } => format!(
            "the holder's instruments together are for {}, and the holder has {}",
            counted(claimed, "vote"),
            available.units()
        ),
        ExceptionKind::ChoiceNotOffered { item: number, choice } => {
            format!("it is marked {choice} on {}, which does not offer that", item(number))
        }
        ExceptionKind::TooManyNominees { seats, .. } => {
            format!("it is for more nominees than {}", counted(seats, "seat"))
        }
        ExceptionKind::CumulativeWithoutAmount { item: number } => {
            format!("it is for {} without saying with how many votes", item(number))
        }
        ExceptionKind::PartWithoutVotes => "it is for a part of the position without saying how many votes".to_owned(),
        ExceptionKind::MarksWithoutVote => "a revocation or attendance carries votes or marks".to_owned(),
        ExceptionKind::Conflict { with } => {
            let other = match Origin::of(with) {
                Origin::File { row, .. } => format!("row {} of a file", row + 1),
                Origin::Single(_) => "an instrument filed by itself".to_owned(),
            };
            format!("{other} is of the same instant and says something else")
        }
    }
}

fn row_exception(
    meeting: &Meeting,
    evidence: &dyn Evidence,
    row: RowId,
    definition: &'static FindingDefinition,
    reason: String,
) -> RowException {
    RowException {
        row: filed_row(meeting, evidence, Origin::of(row)),
        finding: definition.id,
        reason,
        cure: cure(definition).to_owned(),
    }
}

/// What a row is, as it was filed.
#[must_use]
pub fn filed_row(meeting: &Meeting, evidence: &dyn Evidence, origin: Origin) -> FiledRow {
    let (file, account, kind) = match origin {
        Origin::File { file, row } => {
            let filed = meeting.files.get(file);
            let table = filed.and_then(|filed| evidence.instructions(&filed.file));
            let kind = table.as_ref().and_then(|table| table.kinds.get(row).copied());
            let kind = kind.or_else(|| filed.map(|filed| kind_of(&filed.kind)));
            let file = filed.zip(table.as_ref());
            (
                file.map(|(filed, table)| (filed.file.clone(), table.line_of(row))),
                table.map_or_else(String::new, |table| table.accounts.get(row).to_owned()),
                kind,
            )
        }
        Origin::Single(place) => {
            let filed = meeting.instructions.get(place);
            let account = filed.map_or_else(String::new, |filed| filed.holder.clone());
            (None, account, filed.map(|filed| kind_of(&filed.kind)))
        }
    };
    FiledRow {
        origin,
        file,
        account,
        kind: kind.map_or("", kind_word),
    }
}

fn cure(definition: &FindingDefinition) -> &'static str {
    let of_defect = DEFECTS.iter().find(|defect| defect.definition.id == definition.id);
    match of_defect {
        Some(defect) => defect.cure,
        None if definition.id == polls::AFTER_CLOSE.id => {
            "a stockholder may apply to the court; enter its order with enter-court-order"
        }
        None => {
            "have those who determine challenges say that it is valid, with raise-challenge and determine-challenge"
        }
    }
}
