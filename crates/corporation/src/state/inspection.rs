//! The inspection of a meeting's vote, as remembered.

use std::collections::BTreeMap;

use quorate_calendar::Day;

use super::{Counted, Meeting};
use crate::event::{InspectionEvent, ReconciledLine};
use crate::when::When;

/// A challenge to instruments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub about: String,
    /// Of which account the instruments are.
    pub holder: String,
    /// "proxy" or "ballot"; empty for every instrument of the account.
    pub kind: String,
    /// The line of a file; 0 where no line is meant.
    pub line: u64,
    /// On what ground.
    pub ground: String,
    /// Who challenged.
    pub by: String,
    /// What was determined.
    pub determined: Vec<Determined>,
}

impl Challenge {
    /// The decision that stands: the last one by somebody who may decide.
    #[must_use]
    pub fn decision(&self) -> Option<&Determined> {
        self.determined.iter().rev().find(|determined| determined.is_effective)
    }

    /// Whether it is about an instrument; `line` is that of a file's row.
    #[must_use]
    pub fn reaches(&self, account: &str, kind: &str, line: Option<u64>) -> bool {
        self.holder == account
            && (self.kind.is_empty() || self.kind == kind)
            && (self.line == 0 || Some(self.line) == line)
    }
}

/// What somebody determined of a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Determined {
    /// "sustained" or "overruled".
    pub decision: String,
    /// By whom.
    pub by: String,
    /// Whether it was one who may.
    pub is_effective: bool,
}

/// An order of a court that what came after the close be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourtOrder {
    /// The court.
    pub court: String,
    /// On whose application.
    pub applicant: String,
    /// Of which account; empty for everyone's.
    pub holder: String,
    /// What it lets in: "everything late", or one kind of instrument.
    pub allows: String,
}

impl CourtOrder {
    /// Whether it lets in an instrument of a kind, of an account.
    #[must_use]
    pub fn lets_in(&self, account: &str, kind: &str) -> bool {
        (self.holder.is_empty() || self.holder == account) && (self.allows == EVERYTHING || self.allows == kind)
    }
}

/// What an order lets in that is not limited to a kind of instrument.
pub const EVERYTHING: &str = "everything late";

/// A count held against what is represented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciliation {
    /// Each class and item.
    pub lines: Vec<ReconciledLine>,
    /// How many rows are excepted for each finding.
    pub excepted: Vec<(String, u64)>,
    /// How many rows ended otherwise than in the preliminary count.
    pub moved: u64,
}

/// The preliminary count, and what it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preliminary {
    /// The count.
    pub counted: Counted,
    /// The meeting as it stood: the same count can be made again, and each row compared.
    pub as_it_stood: Box<Meeting>,
}

/// An inspector who did not act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Who.
    pub inspector: String,
    /// Who took the place.
    pub replacement: String,
    /// By whom; "alternate inspector" where an alternate took the place.
    pub by: String,
    /// On which day; none where an old book does not say.
    pub on: Option<Day>,
}

/// The inspection of a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspection {
    /// The alternates named who have not taken a place.
    pub alternates: Vec<String>,
    /// Inspectors who did not act, and who took the place.
    pub replaced: Vec<Replaced>,
    /// For each matter with polls of its own, when they opened and closed.
    pub polls: BTreeMap<String, (Option<When>, Option<When>)>,
    /// The orders of courts.
    pub court_orders: Vec<CourtOrder>,
    /// The challenges, in the order in which they were raised.
    pub challenges: Vec<Challenge>,
    /// The preliminary count.
    pub preliminary: Option<Preliminary>,
    /// The reconciliation of the last count.
    pub reconciliation: Option<Reconciliation>,
    /// What other information the inspectors used: for what, and what they state of it.
    pub other_information: Option<(String, String)>,
}

impl Inspection {
    /// How many challenges nobody who may has determined.
    #[must_use]
    pub fn undetermined(&self) -> usize {
        let open = |challenge: &&Challenge| challenge.decision().is_none();
        self.challenges.iter().filter(open).count()
    }
}

impl Meeting {
    /// When the polls for a matter opened: its own, else those of the whole meeting.
    #[must_use]
    pub fn polls_opened_for(&self, matter: &str) -> Option<When> {
        let own = self.inspection.polls.get(matter).and_then(|(opened, _)| *opened);
        own.or(self.polls_opened)
    }

    /// When the polls for a matter closed: its own, else those of the whole meeting.
    #[must_use]
    pub fn polls_closed_for(&self, matter: &str) -> Option<When> {
        let own = self.inspection.polls.get(matter).and_then(|(_, closed)| *closed);
        own.or(self.polls_closed)
    }

    /// When the polls closed that closed last; none while any are open.
    #[must_use]
    pub fn last_closing(&self) -> Option<When> {
        if !self.open_matters().is_empty() {
            return None;
        }
        let own = self
            .matters
            .iter()
            .filter_map(|matter| self.polls_closed_for(&matter.id));
        own.max().or(self.polls_closed)
    }

    /// The matters whose polls have not closed.
    #[must_use]
    pub fn open_matters(&self) -> Vec<&str> {
        let matters = self.matters.iter().map(|matter| matter.id.as_str());
        // One adjourned by itself has its polls when it is taken up again.
        let matters = matters.filter(|id| self.conduct.is_open(id));
        matters.filter(|id| self.polls_closed_for(id).is_none()).collect()
    }

    pub(super) fn remember_inspection(&mut self, event: &InspectionEvent) {
        let as_it_stood = match event {
            InspectionEvent::PreliminaryCounted { .. } => Some(Box::new(self.clone())),
            _ => None,
        };
        let inspection = &mut self.inspection;
        match event {
            InspectionEvent::AlternatesNamed { alternates, .. } => {
                inspection.alternates.extend(alternates.iter().cloned())
            }
            InspectionEvent::InspectorReplaced {
                inspector,
                replacement,
                by,
                happened,
                ..
            } => {
                inspection.alternates.retain(|alternate| alternate != replacement);
                inspection.replaced.push(Replaced {
                    inspector: inspector.clone(),
                    replacement: replacement.clone(),
                    by: by.clone(),
                    on: *happened,
                });
                if let Some((inspectors, _)) = &mut self.inspectors {
                    inspectors.retain(|name| name != inspector);
                    inspectors.push(replacement.clone());
                }
            }
            InspectionEvent::MatterPollsOpened { matter, at, .. } => {
                inspection.polls.entry(matter.clone()).or_default().0 = Some(*at);
            }
            InspectionEvent::MatterPollsClosed { matter, at, .. } => {
                inspection.polls.entry(matter.clone()).or_default().1 = Some(*at);
            }
            InspectionEvent::CourtOrderEntered {
                court,
                applicant,
                holder,
                allows,
                ..
            } => inspection.court_orders.push(CourtOrder {
                court: court.clone(),
                applicant: applicant.clone(),
                holder: holder.clone(),
                allows: allows.clone(),
            }),
            InspectionEvent::ChallengeRaised {
                challenge,
                about,
                holder,
                kind,
                line,
                ground,
                by,
                ..
            } => inspection.challenges.push(Challenge {
                id: challenge.clone(),
                about: about.clone(),
                holder: holder.clone(),
                kind: kind.clone(),
                line: *line,
                ground: ground.clone(),
                by: by.clone(),
                determined: Vec::new(),
            }),
            InspectionEvent::ChallengeDetermined {
                challenge,
                decision,
                by,
                is_effective,
                ..
            } => {
                let raised = inspection.challenges.iter_mut().find(|raised| raised.id == *challenge);
                if let Some(raised) = raised {
                    raised.determined.push(Determined {
                        decision: decision.clone(),
                        by: by.clone(),
                        is_effective: *is_effective,
                    });
                }
            }
            InspectionEvent::PreliminaryCounted {
                represented,
                entitled,
                items,
                dispositions,
                exceptions,
                ..
            } => {
                let counted = Counted {
                    represented: represented.clone(),
                    entitled: entitled.clone(),
                    items: items.clone(),
                    dispositions: dispositions.clone(),
                    exceptions: *exceptions,
                };
                inspection.preliminary = as_it_stood.map(|as_it_stood| Preliminary { counted, as_it_stood });
            }
            InspectionEvent::CountReconciled {
                lines, excepted, moved, ..
            } => {
                inspection.reconciliation = Some(Reconciliation {
                    lines: lines.clone(),
                    excepted: excepted.clone(),
                    moved: *moved,
                });
            }
            InspectionEvent::OtherInformationStated { purpose, source, .. } => {
                inspection.other_information = Some((purpose.clone(), source.clone()));
            }
        }
    }
}
