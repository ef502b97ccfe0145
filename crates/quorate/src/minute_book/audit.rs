//! Rulings that would differ if the acts were judged anew: told everything entered since, by today's rules.
//!
//! Rulings stand as history; the audit changes none. Each act is judged in the corporation as all entries that happened before it
//! make it, a back-dated one included.

use std::collections::BTreeMap;

use quorate_book::BookError;
use quorate_corporation::decide::Ruling;

use super::entry::KeptEntry;
use super::record::{OutcomeRecord, RULES};
use super::session::Session;

/// An entry whose ruling would differ.
#[derive(Clone, Debug)]
pub struct Difference<'a> {
    /// The entry.
    pub entry: &'a KeptEntry,
    /// What would differ: what, as entered, as it would be.
    pub differs: Vec<(String, String, String)>,
    /// Why it may: what has changed since.
    pub because: Vec<String>,
}

/// The entries whose rulings would differ, in the order in which they take effect.
///
/// # Errors
/// The book could not be read.
pub fn audit(session: &Session) -> Result<Vec<Difference<'_>>, BookError> {
    let evidence = session.evidence();
    let mut clerk = session.clerk();
    let mut found = Vec::new();
    let mut latest_before = 0;
    for entry in session.in_order() {
        let (differs, because) = match entry.record.act.act() {
            Err(error) => (
                vec![("the act".to_owned(), "known".to_owned(), error.to_string())],
                Vec::new(),
            ),
            Ok(act) => {
                let ruling = clerk.judge(&act, &evidence);
                evidence.trouble()?;
                let differs = match ruling {
                    Err(misdirected) => vec![(
                        "outcome".to_owned(),
                        entry.record.outcome.word.clone(),
                        format!("misdirected: {}", misdirected.message),
                    )],
                    Ok(ruling) => differences(entry, &ruling),
                };
                (differs, reasons(session, entry, latest_before))
            }
        };
        if !differs.is_empty() {
            found.push(Difference {
                entry,
                differs,
                because,
            });
        }
        latest_before = latest_before.max(entry.number);
        clerk.remember(&entry.events);
    }
    Ok(found)
}

/// What would differ between an entry and its act's ruling now: the outcome, each finding's status, the events.
fn differences(entry: &KeptEntry, ruling: &Ruling) -> Vec<(String, String, String)> {
    let mut differs = Vec::new();
    let mut compare = |what: String, was: String, now: String| {
        if was != now {
            differs.push((what, was, now));
        }
    };
    let outcome = |outcome: &OutcomeRecord| match outcome.conditions.as_slice() {
        [] => outcome.word.clone(),
        conditions => format!("{}: {}", outcome.word, conditions.join("; ")),
    };
    compare(
        "outcome".to_owned(),
        outcome(&entry.record.outcome),
        outcome(&OutcomeRecord::from(&ruling.outcome)),
    );
    let was = by_id(
        entry
            .record
            .findings
            .iter()
            .map(|finding| (finding.id.as_str(), finding.status.as_str())),
    );
    let now = by_id(
        ruling
            .findings
            .iter()
            .map(|finding| (finding.definition.id, finding.status.word())),
    );
    for id in was.keys().chain(now.keys().filter(|id| !was.contains_key(*id))) {
        let of = |findings: &BTreeMap<&str, Vec<&str>>| {
            findings
                .get(id)
                .map_or_else(|| "not made".to_owned(), |statuses| statuses.join(", "))
        };
        compare((*id).to_owned(), of(&was), of(&now));
    }
    let names = |events: &[quorate_corporation::event::Event]| format!("{events:?}");
    if ruling.outcome.is_entered() && names(&entry.events) != names(&ruling.events) {
        compare(
            "events".to_owned(),
            "as entered".to_owned(),
            "other facts would be remembered".to_owned(),
        );
    }
    differs
}

fn by_id<'a>(findings: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut by_id: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, status) in findings {
        by_id.entry(id).or_default().push(status);
    }
    by_id
}

/// What has changed since an entry was judged: a back-dated entry before it, the rules, the instruments that bind everyone.
fn reasons(session: &Session, entry: &KeptEntry, latest_before: u64) -> Vec<String> {
    let mut because = Vec::new();
    if latest_before > entry.number {
        because.push(format!("entry {latest_before} was entered later and happened before"));
    }
    if entry.record.rules != RULES {
        because.push(format!("judged by rules {}, these are {RULES}", entry.record.rules));
    }
    for instrument in &session.general {
        let hash = quorate_book::Hash::of(instrument.source_text.as_bytes()).to_string();
        let judged_by = entry
            .record
            .instruments
            .iter()
            .find(|judged| judged.cited_as == instrument.cited_as);
        if judged_by.is_none_or(|judged| judged.hash != hash) {
            because.push(format!("{} has another text now", instrument.cited_as));
        }
    }
    because
}
