//! The corporation: the state folded from entries.
//!
//! ```text
//! Corporation
//!   name, formed, zone
//!   instruments           adopted, with hash and effective day
//!   directors, officers   person, office, from
//!   special requests      requests for special meetings, refused or answered (convening.rs)
//!   ledger                classes and movements of shares (ledger.rs)
//!   voting                shares that do not count, resignations for failed elections (voting.rs)
//!   deliveries            who was served, what came back, consents, addresses (deliveries.rs)
//!   holders               joint holders, representatives, deaths, over-votes (holders.rs)
//!   meetings by id
//!     Meeting             called for, matters, record date, notices, list, inspectors,
//!                         contest (contest.rs), instructions, convened, polls, count, results, minutes (meeting.rs);
//!                         alternates, polls by matter, orders, challenges, reconciliation (inspection.rs)
//! ```

mod conduct;
mod consents;
mod contest;
mod convening;
mod deliveries;
mod holders;
mod inspection;
mod ledger;
mod meeting;
mod voting;
mod waivers;

use std::collections::BTreeMap;

use quorate_calendar::Day;

pub use conduct::{AdjournedMatter, Conduct, ConductRule};
pub use consents::{Consents, DeliveredConsent, Solicitation};
pub use contest::{Contest, LeftOut, StockholderNotice};
pub use convening::{SpecialRequest, SpecialRequests};
pub use deliveries::{CameBack, Consent, Deliveries, Excused, RegisteredAddress, Served, ServedFile};
pub use holders::{Death, Holders, Joint, Representative};
pub use inspection::{Challenge, CourtOrder, Determined, Inspection, Preliminary, Reconciliation, Replaced};
pub use ledger::{Ledger, Movement, MovementKind};
pub use meeting::{Counted, FiledInstruction, FiledInstructions, Matter, Meeting, Notice, Result as MatterResult};
pub use voting::{Designation, NotCounted, Resignation, STANDINGS, Voting, parts};
pub use waivers::{Affidavit, ListDemand, Objection, Papers, SignedPaper};

use crate::event::{ConveningEvent, Event, HoldersEvent};

/// An adopted instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// Its kind's word.
    pub kind: String,
    /// Its id.
    pub instrument: String,
    /// The hash of its bytes.
    pub hash: String,
    /// From when it governs.
    pub effective: Day,
}

/// A person in an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// The office.
    pub office: String,
    /// The person.
    pub person: String,
    /// From when.
    pub from: Day,
}

/// What a person whom the law names has decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Determination {
    /// What was determined.
    pub subject: String,
    /// The finding that it settles, by id; empty when it settles none.
    pub finding: String,
    /// By whom.
    pub by: String,
    /// What was decided.
    pub decision: String,
}

/// The state of a corporation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corporation {
    /// Its name.
    pub name: Option<String>,
    /// The day of incorporation.
    pub formed: Option<Day>,
    /// The time zone of its principal executive office.
    pub zone: Option<String>,
    /// Every instrument adopted, in order.
    pub instruments: Vec<Adopted>,
    /// The directors: person and first day.
    pub directors: Vec<(String, Day)>,
    /// The officers.
    pub officers: Vec<Officer>,
    /// Whether the voting stock is listed or quoted, and where: each statement with its first day.
    pub listings: Vec<(Day, bool, String)>,
    /// What persons whom the law names have decided.
    pub determinations: Vec<Determination>,
    /// The stock.
    pub ledger: Ledger,
    /// Requests for special meetings.
    pub special_requests: SpecialRequests,
    /// Solicitations of written consents.
    pub consents: Consents,
    /// Shares that do not count, and resignations for failed elections.
    pub voting: Voting,
    /// The delivery register.
    pub deliveries: Deliveries,
    /// Joint holders, representatives, deaths and votes beyond positions.
    pub holders: Holders,
    /// The meetings, by id.
    pub meetings: BTreeMap<String, Meeting>,
}

impl Corporation {
    /// The instrument of a kind that governs on a day: the latest adopted that is effective.
    #[must_use]
    pub fn governing(&self, kind: &str, on: Day) -> Option<&Adopted> {
        self.instruments
            .iter()
            .filter(|adopted| adopted.kind == kind && adopted.effective <= on)
            .max_by_key(|adopted| adopted.effective)
    }

    /// The instruments that govern on a day, one of each kind.
    #[must_use]
    pub fn governing_all(&self, on: Day) -> Vec<&Adopted> {
        let mut kinds: Vec<&str> = self.instruments.iter().map(|adopted| adopted.kind.as_str()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.into_iter().filter_map(|kind| self.governing(kind, on)).collect()
    }

    /// Whether the voting stock is listed or quoted on a day; none when nobody has said.
    #[must_use]
    pub fn is_listed(&self, on: Day) -> Option<bool> {
        self.listings
            .iter()
            .filter(|(from, ..)| *from <= on)
            .max_by_key(|(from, ..)| *from)
            .map(|(_, listed, _)| *listed)
    }

    /// Whether a person whom the law names has settled a finding.
    #[must_use]
    pub fn has_determined(&self, finding: &str) -> bool {
        self.determinations
            .iter()
            .any(|determination| determination.finding == finding)
    }

    /// Remembers an event. It judges nothing and cannot fail.
    #[must_use]
    pub fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::CorporationFormed { name, formed, zone } => {
                self.name = Some(name.clone());
                self.formed = Some(*formed);
                self.zone = Some(zone.clone());
            }
            Event::InstrumentAdopted {
                kind,
                instrument,
                hash,
                effective,
            } => self.instruments.push(Adopted {
                kind: kind.clone(),
                instrument: instrument.clone(),
                hash: hash.clone(),
                effective: *effective,
            }),
            Event::DirectorNamed { director, from } => self.directors.push((director.clone(), *from)),
            Event::OfficerNamed { office, officer, from } => {
                self.officers.push(Officer {
                    office: office.clone(),
                    person: officer.clone(),
                    from: *from,
                });
            }
            Event::HoldersImported { .. } | Event::SharesIssued { .. } | Event::SharesTransferred { .. } => {
                self.ledger.remember(event)
            }
            Event::MeetingCalled {
                meeting,
                kind,
                form,
                at,
                place,
                zone,
                by,
            } => {
                let called = Meeting {
                    zone: zone.clone(),
                    ..Meeting::called(kind, form, *at, place, by)
                };
                self.meetings.insert(meeting.clone(), called);
            }
            Event::Votes(event) => self.voting.remember(event),
            Event::Consent(event) => self.consents.remember(event),
            Event::ListingStated { listed, exchange, from } => self.listings.push((*from, *listed, exchange.clone())),
            Event::Determined {
                subject,
                finding,
                by,
                decision,
            } => self.determinations.push(Determination {
                subject: subject.clone(),
                finding: finding.clone(),
                by: by.clone(),
                decision: decision.clone(),
            }),
            Event::Delivery(delivery) => {
                self.deliveries.remember(delivery);
                if let Some((meeting, sent)) = delivery.dispatch()
                    && let Some(meeting) = self.meetings.get_mut(meeting)
                {
                    meeting.remember_dispatch(sent.day);
                }
            }
            of_meeting => {
                if let Event::Holders(event) = of_meeting {
                    self.holders.remember(event);
                }
                if let Event::Convening(event) = of_meeting {
                    self.special_requests.remember(event);
                }
                if let Some(meeting) = meeting_of(of_meeting).and_then(|id| self.meetings.get_mut(id)) {
                    meeting.remember(of_meeting);
                }
            }
        }
        self
    }
}

/// The meeting that an event belongs to.
fn meeting_of(event: &Event) -> Option<&str> {
    match event {
        Event::Contest(event) => Some(event.meeting()),
        Event::Waiver(event) => Some(event.meeting()),
        Event::Conduct(event) => Some(event.meeting()),
        Event::MatterPut { meeting, .. }
        | Event::RecordDateFixed { meeting, .. }
        | Event::NoticeGiven { meeting, .. }
        | Event::NoticeWaived { meeting, .. }
        | Event::StockListMade { meeting, .. }
        | Event::InspectorsAppointed { meeting, .. }
        | Event::OathTaken { meeting, .. }
        | Event::NomineeNamed { meeting, .. }
        | Event::InstructionsFiled { meeting, .. }
        | Event::InstructionFiled { meeting, .. }
        | Event::MeetingConvened { meeting, .. }
        | Event::PollsOpened { meeting, .. }
        | Event::PollsClosed { meeting, .. }
        | Event::VotesCounted { meeting, .. }
        | Event::MatterDecided { meeting, .. }
        | Event::MeetingAdjourned { meeting, .. }
        | Event::ResultCertified { meeting, .. }
        | Event::MinutesAdopted { meeting, .. }
        | Event::Holders(HoldersEvent::OverVoteReconciled { meeting, .. })
        | Event::Convening(ConveningEvent::VotingRecordDateFixed { meeting, .. }) => Some(meeting),
        Event::Inspection(event) => Some(event.meeting()),
        Event::CorporationFormed { .. }
        | Event::InstrumentAdopted { .. }
        | Event::HoldersImported { .. }
        | Event::SharesIssued { .. }
        | Event::SharesTransferred { .. }
        | Event::DirectorNamed { .. }
        | Event::OfficerNamed { .. }
        | Event::ListingStated { .. }
        | Event::MeetingCalled { .. }
        | Event::Convening(_)
        | Event::Consent(_)
        | Event::Votes(_)
        | Event::Delivery(_)
        | Event::Holders(_)
        | Event::Determined { .. } => None,
    }
}
