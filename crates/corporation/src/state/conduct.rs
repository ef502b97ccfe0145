//! The conduct of a meeting, as remembered: how it is held, its rules and agenda, who came, matters adjourned alone.

use std::collections::BTreeSet;

use quorate_calendar::CivilMoment;
use quorate_tally::Kind;

use super::meeting::Meeting;
use crate::event::ConductEvent;
use crate::when::When;

/// A rule of conduct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConductRule {
    /// Who made it.
    pub by: String,
    /// What it is about.
    pub subject: String,
    /// What it says; empty when that is not told.
    pub text: String,
}

/// A matter adjourned alone and not taken up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdjournedMatter {
    /// The matter.
    pub matter: String,
    /// When it was adjourned.
    pub at: When,
    /// To when.
    pub to: CivilMoment,
    /// Where.
    pub place: String,
    /// Whether time and place were announced.
    pub announced: bool,
}

/// The conduct of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conduct {
    /// The form in which it is held, where some take part from elsewhere, and the measures for them.
    pub remote: Option<(String, Vec<String>)>,
    /// The rules made, in order.
    pub rules: Vec<ConductRule>,
    /// The agenda, in order.
    pub agenda: Vec<String>,
    /// Who came: as what, name, whether let in.
    pub persons: Vec<(String, String, bool)>,
    /// Matters adjourned alone and not taken up again.
    pub adjourned_matters: Vec<AdjournedMatter>,
    /// Matters decided before another was taken up again: their results stand.
    pub closed_matters: Vec<String>,
    /// The votes found present or represented when the meeting last convened.
    pub present: Option<String>,
    /// The accounts of holders who left since it last convened, and have not come back.
    pub left: BTreeSet<String>,
    /// Where a count asks who is there for one matter after others have left: that matter.
    pub without_those_who_left: Option<String>,
}

impl Conduct {
    /// Whether a matter is voted on in the count that comes next.
    #[must_use]
    pub fn is_open(&self, matter: &str) -> bool {
        !self.closed_matters.iter().any(|closed| closed == matter)
            && !self
                .adjourned_matters
                .iter()
                .any(|adjourned| adjourned.matter == matter)
    }

    /// Whether what came from an account says no more that its holder is there for the matter in question: an attendance, and a
    /// ballot that leaves the matter unmarked, of one who left. A proxy stays, and so does what a ballot says.
    #[must_use]
    pub fn is_gone(&self, account: &str, kind: Kind, speaks_of: impl FnOnce(&str) -> bool) -> bool {
        let Some(matter) = &self.without_those_who_left else {
            return false;
        };
        let is_silent = match kind {
            Kind::Attendance => true,
            Kind::Ballot => !speaks_of(matter),
            Kind::Proxy | Kind::Revocation => false,
        };
        is_silent && self.left.contains(account)
    }

    /// Whether an item belongs to a matter that is closed.
    pub(super) fn is_closed_item(&self, item: &str) -> bool {
        let matter = item.split('/').next().unwrap_or(item);
        self.closed_matters
            .iter()
            .any(|closed| closed == item || closed == matter)
    }
}

/// Remembers an event of the conduct of a meeting.
pub(super) fn remember(meeting: &mut Meeting, event: &ConductEvent) {
    let conduct = &mut meeting.conduct;
    match event {
        ConductEvent::HeldRemotely { form, measures, .. } => {
            conduct.remote = Some((form.clone(), measures.clone()));
            meeting.form.clone_from(form);
        }
        ConductEvent::RuleMade { by, subject, text, .. } => conduct.rules.push(ConductRule {
            by: by.clone(),
            subject: subject.clone(),
            text: text.clone(),
        }),
        ConductEvent::AgendaSet { items, .. } => conduct.agenda.clone_from(items),
        ConductEvent::PersonCame {
            person, name, admitted, ..
        } => conduct.persons.push((person.clone(), name.clone(), *admitted)),
        ConductEvent::HoldersLeft { holders, .. } => conduct.left.extend(holders.iter().cloned()),
        ConductEvent::MatterAdjourned {
            matter,
            at,
            to,
            place,
            announced,
            ..
        } => conduct.adjourned_matters.push(AdjournedMatter {
            matter: matter.clone(),
            at: *at,
            to: *to,
            place: place.clone(),
            announced: *announced,
        }),
        ConductEvent::MatterResumed { matter, quorate, .. } => {
            let place = conduct
                .adjourned_matters
                .iter()
                .position(|adjourned| adjourned.matter == *matter);
            let Some(place) = place else { return };
            let adjourned = conduct.adjourned_matters.remove(place);
            // The polls of what is decided stay closed when those of the meeting open again.
            let polls = (meeting.polls_opened, meeting.polls_closed);
            for result in &meeting.results {
                conduct.closed_matters.push(result.matter.clone());
                meeting.inspection.polls.entry(result.matter.clone()).or_insert(polls);
            }
            meeting.inspection.polls.remove(matter);
            meeting.at = adjourned.to;
            meeting.place = adjourned.place;
            meeting.quorate = *quorate;
            meeting.polls_opened = None;
            meeting.polls_closed = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use quorate_calendar::CivilMoment;

    use super::*;
    use crate::event::Event;

    fn moment(text: &str) -> CivilMoment {
        CivilMoment::parse(text).unwrap()
    }

    fn counted(plan: &str, lease: &str) -> Event {
        let votes = |votes: &str| vec![("for".to_owned(), votes.to_owned())];
        Event::VotesCounted {
            meeting: "special".to_owned(),
            represented: "900".to_owned(),
            entitled: "1,000".to_owned(),
            items: vec![("plan".to_owned(), votes(plan)), ("lease".to_owned(), votes(lease))],
            dispositions: Vec::new(),
            exceptions: 0,
        }
    }

    fn decided(matter: &str, outcome: &str) -> Event {
        Event::MatterDecided {
            meeting: "special".to_owned(),
            matter: matter.to_owned(),
            outcome: outcome.to_owned(),
            fields: Vec::new(),
        }
    }

    #[test]
    fn what_was_decided_stands_when_another_matter_is_taken_up_again() {
        let mut meeting = Meeting::called("special", "place", moment("2002-08-14T10:00"), "Irvine", "the board");
        let when = |text: &str| When::from(moment(text));
        meeting.remember(&Event::Conduct(ConductEvent::MatterAdjourned {
            meeting: "special".to_owned(),
            matter: "lease".to_owned(),
            at: when("2002-08-14T10:30"),
            to: moment("2002-09-13T10:00"),
            place: "Irvine".to_owned(),
            announced: true,
        }));
        assert!(meeting.conduct.is_open("plan") && !meeting.conduct.is_open("lease"));
        meeting.remember(&counted("600", "600"));
        meeting.remember(&decided("plan", "passed"));
        meeting.remember(&Event::Conduct(ConductEvent::MatterResumed {
            meeting: "special".to_owned(),
            matter: "lease".to_owned(),
            at: when("2002-09-13T10:00"),
            quorate: Some(true),
        }));
        assert!(!meeting.conduct.is_open("plan") && meeting.conduct.is_open("lease"));
        meeting.remember(&counted("0", "400"));
        meeting.remember(&decided("lease", "failed"));
        let outcomes: Vec<_> = meeting.results.iter().map(|result| result.outcome.as_str()).collect();
        assert_eq!(outcomes, ["passed", "failed"]);
        let votes: Vec<_> = meeting
            .counted
            .iter()
            .flat_map(|counted| &counted.items)
            .map(|(item, votes)| (item.as_str(), votes[0].1.as_str()))
            .collect();
        assert_eq!(votes, [("plan", "600"), ("lease", "400")]);
    }
}
