//! Unmet findings that were entered and stand.
//!
//! A defect stands until those whom the rule protects have waived it. Whether they have is a legal question, and this file
//! answers none: the act is judged once more in the corporation as it has become, and a finding that is *waived* then is no
//! defect any more. A finding that the second ruling does not make, or makes otherwise, changes nothing.

use std::collections::HashSet;

use quorate_corporation::finding::{FindingDefinition, FindingStatus, Rank};
use quorate_corporation::questions;

use super::entry::KeptEntry;
use super::record::FindingRecord;
use super::session::{AsKnown, Session};

/// A defect that stands.
#[derive(Clone, Debug)]
pub struct Defect<'a> {
    /// The entry.
    pub entry: &'a KeptEntry,
    /// The finding.
    pub finding: &'a FindingRecord,
    /// The place of its rule in the order of consequence; none when this program does not know the rule.
    pub rank: Option<Rank>,
}

/// The defects that stand among the entries that count, the gravest first, then in order of time.
///
/// # Errors
/// The book could not be read.
pub fn defects(session: &Session, at: AsKnown) -> Result<Vec<Defect<'_>>, quorate_book::BookError> {
    let mut found = Vec::new();
    let mut clerk = None;
    let evidence = session.evidence();
    for entry in session.known(at) {
        if entry.unmet().next().is_none() {
            continue;
        }
        let clerk = clerk.get_or_insert_with(|| {
            let mut clerk = session.clerk();
            clerk.corporation = session.corporation(at);
            clerk
        });
        let again = entry
            .record
            .act
            .act()
            .ok()
            .and_then(|act| clerk.judge(&act, &evidence).ok());
        evidence.trouble()?;
        let waived: HashSet<&str> = again
            .iter()
            .flat_map(|ruling| &ruling.findings)
            .filter(|finding| finding.status == FindingStatus::Waived)
            .map(|finding| finding.definition.id)
            .collect();
        let standing = entry.unmet().filter(|finding| !waived.contains(finding.id.as_str()));
        found.extend(standing.map(|finding| Defect {
            entry,
            finding,
            rank: definition(&finding.id).map(|known| known.rank),
        }));
    }
    // An unknown rule is of unknown consequence, and comes first.
    found.sort_by_key(|defect| defect.rank);
    Ok(found)
}

/// The definition of a finding's id, where this program knows it.
#[must_use]
pub fn definition(id: &str) -> Option<&'static FindingDefinition> {
    questions::all()
        .into_iter()
        .flat_map(|question| question.findings.iter().copied())
        .find(|finding| finding.id == id)
}
