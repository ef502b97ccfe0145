//! A meeting of stockholders, as remembered.

use std::collections::BTreeMap;

use quorate_calendar::{CivilMoment, Day};

use super::Inspection;
use super::conduct::{self, Conduct};
use super::contest::{self, Contest};
use super::waivers::Papers;
use crate::event::{ConveningEvent, Event, HoldersEvent, InstructionTerms, Marks, Terms};
use crate::when::When;

/// What is voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The seats to be filled; 0 for what is not an election.
    pub seats: u32,
    /// The nominees, with who nominated them.
    pub nominees: Vec<(String, String)>,
    /// What ties it to other matters, and how it is voted on.
    pub terms: Terms,
}

impl Matter {
    /// Whether it is an election.
    #[must_use]
    pub fn is_election(&self) -> bool {
        self.seats > 0
    }

    /// The names of its items: its own id, or one for each nominee, "matter/nominee".
    #[must_use]
    pub fn items(&self) -> Vec<String> {
        if self.is_election() {
            self.nominees
                .iter()
                .map(|(nominee, _)| format!("{}/{nominee}", self.id))
                .collect()
        } else {
            vec![self.id.clone()]
        }
    }
}

/// Notice as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The channel.
    pub channel: String,
    /// When it counts as given.
    pub given: Day,
    /// To how many.
    pub recipients: u64,
    /// What it stated.
    pub stated: Vec<String>,
}

/// A file of proxies or ballots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledInstructions {
    /// The hash of the file.
    pub file: String,
    /// What the rows are, where they do not say: "proxy" or "ballot".
    pub kind: String,
    /// How many rows.
    pub rows: u64,
    /// When received, where the rows do not say.
    pub received: When,
    /// Whether a court ordered that they be accepted though the polls had closed.
    pub court_order: bool,
}

/// One proxy or ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledInstruction {
    /// The holder's account.
    pub holder: String,
    /// "proxy", "ballot", "revocation" or "attendance".
    pub kind: String,
    /// Its date.
    pub dated: When,
    /// When it was received.
    pub received: When,
    /// The last day of a longer period that it states.
    pub expires: Option<Day>,
    /// What it says.
    pub marks: Marks,
    /// Whether a court ordered that it be accepted though the polls had closed.
    pub court_order: bool,
    /// What it says besides.
    pub terms: InstructionTerms,
}

/// The count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Votes represented.
    pub represented: String,
    /// Votes entitled.
    pub entitled: String,
    /// For each item the votes by choice.
    pub items: Vec<(String, Vec<(String, String)>)>,
    /// How many rows ended how.
    pub dispositions: Vec<(String, u64)>,
    /// How many exceptions.
    pub exceptions: u64,
}

/// What became of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Result {
    /// The matter.
    pub matter: String,
    /// The outcome's word.
    pub outcome: String,
    /// Its fields.
    pub fields: Vec<(String, String)>,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// "annual" or "special".
    pub kind: String,
    /// "place" or "remote".
    pub form: String,
    /// When it was first called for: the anchor that an adjournment does not move.
    pub original: CivilMoment,
    /// When it is now to be held.
    pub at: CivilMoment,
    /// Where.
    pub place: String,
    /// The time zone of the place; empty where it is the corporation's.
    pub zone: String,
    /// Who called it.
    pub called_by: String,
    /// What is voted on.
    pub matters: Vec<Matter>,
    /// The record date, with the day of the resolution.
    pub record_date: Option<(Day, Day)>,
    /// The record date for voting, where it is not the one for notice.
    pub voting_record_date: Option<Day>,
    /// Notices given.
    pub notices: Vec<Notice>,
    /// The first day on which notice went to holders one by one.
    pub first_dispatch: Option<Day>,
    /// Who waived notice, by waivers without a defect: accounts, or "everyone".
    pub waivers: Vec<String>,
    /// When the stock list was ready, and where it is open.
    pub stock_list: Option<(Day, String)>,
    /// The inspectors, and who appointed them.
    pub inspectors: Option<(Vec<String>, String)>,
    /// Inspectors who took the oath.
    pub oaths: Vec<String>,
    /// Files of proxies and ballots.
    pub files: Vec<FiledInstructions>,
    /// Single proxies and ballots.
    pub instructions: Vec<FiledInstruction>,
    /// Votes that the inspectors found to be a holder's, by account and part of the position.
    pub reconciled: BTreeMap<(String, String), u64>,
    /// When it was convened, who presides and who records.
    pub convened: Option<(When, String, String)>,
    /// Whether it was found quorate.
    pub quorate: Option<bool>,
    /// When the polls opened.
    pub polls_opened: Option<When>,
    /// When the polls closed.
    pub polls_closed: Option<When>,
    /// The count.
    pub counted: Option<Counted>,
    /// What became of each matter.
    pub results: Vec<Result>,
    /// The adjournments: to when.
    pub adjournments: Vec<CivilMoment>,
    /// The last adjournment: the day on which the meeting that was adjourned had convened, and whether it was announced there.
    pub last_adjourned: Option<(Day, bool)>,
    /// Who certified.
    pub certified_by: Vec<String>,
    /// The hash of the minutes.
    pub minutes: Option<String>,
    /// What stockholders brought before it.
    pub contest: Contest,
    /// The inspection of the vote.
    pub inspection: Inspection,
    /// What was signed or said about its notice and its list.
    pub papers: Papers,
    /// How it is held, its rules and agenda, matters adjourned alone.
    pub conduct: Conduct,
}

impl Meeting {
    /// A meeting just called.
    #[must_use]
    pub fn called(kind: &str, form: &str, at: CivilMoment, place: &str, by: &str) -> Self {
        Self {
            kind: kind.to_owned(),
            form: form.to_owned(),
            original: at,
            at,
            place: place.to_owned(),
            zone: String::new(),
            called_by: by.to_owned(),
            matters: Vec::new(),
            record_date: None,
            voting_record_date: None,
            notices: Vec::new(),
            first_dispatch: None,
            waivers: Vec::new(),
            stock_list: None,
            inspectors: None,
            oaths: Vec::new(),
            files: Vec::new(),
            instructions: Vec::new(),
            reconciled: BTreeMap::new(),
            convened: None,
            quorate: None,
            polls_opened: None,
            polls_closed: None,
            counted: None,
            results: Vec::new(),
            adjournments: Vec::new(),
            last_adjourned: None,
            certified_by: Vec::new(),
            minutes: None,
            contest: Contest::default(),
            inspection: Inspection::default(),
            papers: Papers::default(),
            conduct: Conduct::default(),
        }
    }

    /// The matter of an id.
    #[must_use]
    pub fn matter(&self, id: &str) -> Option<&Matter> {
        self.matters.iter().find(|matter| matter.id == id)
    }

    /// The kinds of its matters, each once; "ordinary" when none is put yet.
    #[must_use]
    pub fn matter_kinds(&self) -> Vec<String> {
        let mut kinds: Vec<String> = Vec::new();
        for matter in &self.matters {
            if !kinds.contains(&matter.kind) {
                kinds.push(matter.kind.clone());
            }
        }
        if kinds.is_empty() {
            kinds.push("ordinary".to_owned());
        }
        kinds
    }

    /// The nominees of all elections.
    #[must_use]
    pub fn candidates(&self) -> Vec<String> {
        let nominees = self.matters.iter().flat_map(|matter| &matter.nominees);
        nominees.map(|(name, _)| name.clone()).collect()
    }

    /// Whether an item, or a whole matter, of that name was ever put before it: what was taken off the ballot may still be marked.
    #[must_use]
    pub fn knows(&self, item: &str) -> bool {
        self.matter(item).is_some()
            || self.items().iter().any(|known| known == item)
            || self.contest.left_out.iter().any(|left_out| left_out.item == item)
    }

    /// The names of all items in the order of the matters.
    #[must_use]
    pub fn items(&self) -> Vec<String> {
        self.matters.iter().flat_map(Matter::items).collect()
    }

    /// The first day on which notice counts as given.
    #[must_use]
    pub fn notice_given(&self) -> Option<Day> {
        let given = self.notices.iter().map(|notice| notice.given);
        given.chain(self.first_dispatch).min()
    }

    pub(super) fn remember_dispatch(&mut self, day: Day) {
        self.first_dispatch = Some(self.first_dispatch.map_or(day, |first| first.min(day)));
    }

    /// Whether everyone waived notice.
    #[must_use]
    pub fn is_notice_waived(&self) -> bool {
        self.waivers.iter().any(|holder| holder == "everyone")
    }

    /// The day whose holders of record vote: the record date for voting, else the one for notice.
    #[must_use]
    pub fn register_date(&self) -> Option<Day> {
        self.voting_record_date
            .or_else(|| self.record_date.map(|(record_date, _)| record_date))
    }

    /// The meeting as it would stand after an event.
    #[must_use]
    pub fn after(mut self, event: &Event) -> Self {
        self.remember(event);
        self
    }

    pub(super) fn remember(&mut self, event: &Event) {
        match event {
            Event::MatterPut {
                matter,
                kind,
                title,
                seats,
                terms,
                ..
            } => self.matters.push(Matter {
                id: matter.clone(),
                kind: kind.clone(),
                title: title.clone(),
                seats: *seats,
                nominees: Vec::new(),
                terms: terms.clone(),
            }),
            Event::RecordDateFixed {
                record_date,
                resolution,
                ..
            } => self.record_date = Some((*record_date, *resolution)),
            Event::Convening(ConveningEvent::VotingRecordDateFixed { voting, .. }) => self.voting_record_date = *voting,
            Event::NoticeGiven {
                channel,
                given,
                recipients,
                stated,
                ..
            } => self.notices.push(Notice {
                channel: channel.clone(),
                given: *given,
                recipients: *recipients,
                stated: stated.clone(),
            }),
            Event::NoticeWaived { holder, defects, .. } if defects.is_empty() => self.waivers.push(holder.clone()),
            Event::Waiver(event) => self.papers.remember(event),
            Event::StockListMade { ready, place, .. } => self.stock_list = Some((*ready, place.clone())),
            Event::InspectorsAppointed { inspectors, by, .. } => {
                self.inspectors = Some((inspectors.clone(), by.clone()))
            }
            Event::OathTaken { inspector, .. } => self.oaths.push(inspector.clone()),
            Event::NomineeNamed {
                matter, nominee, by, ..
            } => {
                if let Some(matter) = self.matters.iter_mut().find(|candidate| candidate.id == *matter) {
                    matter.nominees.push((nominee.clone(), by.clone()));
                }
            }
            Event::InstructionsFiled {
                file,
                kind,
                rows,
                received,
                court_order,
                ..
            } => {
                self.files.push(FiledInstructions {
                    file: file.clone(),
                    kind: kind.clone(),
                    rows: *rows,
                    received: *received,
                    court_order: *court_order,
                });
            }
            Event::InstructionFiled {
                holder,
                kind,
                dated,
                received,
                expires,
                marks,
                court_order,
                terms,
                ..
            } => {
                // Who attends, votes or sends a proxy after leaving is there again.
                if kind != "revocation" {
                    self.conduct.left.remove(holder);
                }
                self.instructions.push(FiledInstruction {
                    holder: holder.clone(),
                    kind: kind.clone(),
                    dated: *dated,
                    received: *received,
                    expires: *expires,
                    marks: marks.clone(),
                    court_order: *court_order,
                    terms: terms.clone(),
                });
            }
            Event::Holders(HoldersEvent::OverVoteReconciled {
                holder, part, votes, ..
            }) => {
                self.reconciled.insert((holder.clone(), part.clone()), *votes);
            }
            Event::MeetingConvened {
                at,
                presiding,
                secretary,
                present,
                quorate,
                ..
            } => {
                self.conduct.present = Some(present.clone());
                self.conduct.left.clear();
                self.convened = Some((*at, presiding.clone(), secretary.clone()));
                self.quorate = *quorate;
            }
            Event::PollsOpened { at, .. } => self.polls_opened = Some(*at),
            Event::PollsClosed { at, .. } => self.polls_closed = Some(*at),
            Event::VotesCounted {
                represented,
                entitled,
                items,
                dispositions,
                exceptions,
                ..
            } => {
                // A new count has new results; what was decided before another matter was taken up again stands.
                let conduct = &self.conduct;
                self.results
                    .retain(|result| conduct.closed_matters.contains(&result.matter));
                let earlier = self.counted.take().map(|counted| counted.items).unwrap_or_default();
                let standing = earlier.into_iter().filter(|(item, _)| conduct.is_closed_item(item));
                let counted = items.iter().filter(|(item, _)| !conduct.is_closed_item(item)).cloned();
                self.counted = Some(Counted {
                    represented: represented.clone(),
                    entitled: entitled.clone(),
                    items: standing.chain(counted).collect(),
                    dispositions: dispositions.clone(),
                    exceptions: *exceptions,
                });
            }
            Event::MatterDecided {
                matter,
                outcome,
                fields,
                ..
            } => self.results.push(Result {
                matter: matter.clone(),
                outcome: outcome.clone(),
                fields: fields.clone(),
            }),
            Event::MeetingAdjourned {
                to, place, announced, ..
            } => {
                self.last_adjourned = self.convened.as_ref().map(|(at, ..)| (at.day, *announced));
                self.adjournments.push(*to);
                self.at = *to;
                self.place.clone_from(place);
                self.convened = None;
                self.quorate = None;
            }
            Event::ResultCertified { by, .. } => self.certified_by.clone_from(by),
            Event::Inspection(event) => self.remember_inspection(event),
            Event::MinutesAdopted { text, .. } => self.minutes = Some(text.clone()),
            Event::Contest(event) => contest::remember(self, event),
            Event::Conduct(event) => conduct::remember(self, event),
            _ => {}
        }
    }
}
