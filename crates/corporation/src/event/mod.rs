//! Events: facts that change state, in the past tense. `evolve` remembers them and judges nothing.
//!
//! The stored form is JSON with the event's name under `event`; [`EVENT_FORMAT`] is its version.

mod conduct;
mod consents;
mod contest;
mod convening;
mod holders;
mod inspection;
mod votes;
mod waivers;

pub use conduct::ConductEvent;
pub use consents::ConsentEvent;
pub use contest::ContestEvent;
pub use convening::ConveningEvent;
pub use inspection::{InspectionEvent, ReconciledLine};
mod delivery;

use quorate_calendar::{CivilMoment, Day};
use serde::{Deserialize, Serialize};
pub use waivers::WaiverEvent;

pub use holders::{HoldersEvent, InstructionTerms};
pub use votes::VotesEvent;

use crate::when::{When, day_text, moment_text, optional_day_text, when_text};

pub use delivery::{DeliveryEvent, Shut};

/// The version of the stored form.
pub const EVENT_FORMAT: u32 = 1;

/// A marked instruction: an item's name and what is said on it.
pub type Marks = Vec<(String, String)>;

/// Whether a mark that is seldom set can be left out of the stored form.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes every field by reference")]
fn is_false(mark: &bool) -> bool {
    !mark
}

/// What ties a matter to others, and how it is voted on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The matters that must be carried for it to take effect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// The matters that cannot stand beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excludes: Vec<String>,
    /// The alternatives to choose from, in their order; empty for what is not a choice among several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<String>,
    /// The classes that vote on it by themselves, beside all shares together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub class_votes: Vec<String>,
    /// Whether the board said beforehand that it follows the alternative with the most votes.
    #[serde(default, skip_serializing_if = "is_false")]
    pub board_follows_most: bool,
}

impl Terms {
    /// Whether it is tied to nothing and voted on by all shares together.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// Something that has happened to the corporation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The corporation was formed.
    CorporationFormed {
        /// Its name.
        name: String,
        /// The day of incorporation.
        #[serde(with = "day_text")]
        formed: Day,
        /// The time zone of its principal executive office.
        zone: String,
    },
    /// An instrument was adopted.
    InstrumentAdopted {
        /// "certificate", "bylaws" or an overlay's kind.
        kind: String,
        /// The id it is known by.
        instrument: String,
        /// The hash of its bytes, which the book holds.
        hash: String,
        /// From when it governs.
        #[serde(with = "day_text")]
        effective: Day,
    },
    /// A holder list was imported.
    HoldersImported {
        /// The class.
        class: String,
        /// The hash of the list.
        list: String,
        /// How many holders.
        holders: u64,
        /// How many shares, in all.
        shares: u64,
        /// As of when.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// Shares were issued.
    SharesIssued {
        /// The class.
        class: String,
        /// The holder's account.
        holder: String,
        /// How many.
        shares: u64,
        /// When.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// A transfer was registered.
    SharesTransferred {
        /// The class.
        class: String,
        /// From which account.
        from: String,
        /// To which account.
        to: String,
        /// How many.
        shares: u64,
        /// When.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// A director took office.
    DirectorNamed {
        /// The person.
        director: String,
        /// From when.
        #[serde(with = "day_text")]
        from: Day,
    },
    /// A person took an office.
    OfficerNamed {
        /// The office.
        office: String,
        /// The person.
        officer: String,
        /// From when.
        #[serde(with = "day_text")]
        from: Day,
    },
    /// It was stated whether the voting stock is listed or quoted.
    ListingStated {
        /// Whether it is.
        listed: bool,
        /// The exchange or association; empty when it is not.
        exchange: String,
        /// From when.
        #[serde(with = "day_text")]
        from: Day,
    },
    /// A meeting was called.
    MeetingCalled {
        /// Its id.
        meeting: String,
        /// "annual" or "special".
        kind: String,
        /// "place" or "remote".
        form: String,
        /// For when.
        #[serde(with = "moment_text")]
        at: CivilMoment,
        /// Where.
        place: String,
        /// The time zone of the place; empty where it is the corporation's.
        #[serde(default)]
        zone: String,
        /// By whom.
        by: String,
    },
    /// A matter was put before a meeting.
    MatterPut {
        /// The meeting.
        meeting: String,
        /// The matter's id.
        matter: String,
        /// Its kind: the words of the scope key `matter`.
        kind: String,
        /// Its title in the notice and the minutes.
        title: String,
        /// The seats to be filled; 0 for what is not an election.
        seats: u32,
        /// What ties it to other matters, and how it is voted on, where that is said.
        #[serde(default, skip_serializing_if = "Terms::is_plain")]
        terms: Terms,
    },
    /// A record date was fixed.
    RecordDateFixed {
        /// The meeting.
        meeting: String,
        /// The date.
        #[serde(with = "day_text")]
        record_date: Day,
        /// The day of the resolution.
        #[serde(with = "day_text")]
        resolution: Day,
    },
    /// Notice was given.
    NoticeGiven {
        /// The meeting.
        meeting: String,
        /// The channel.
        channel: String,
        /// When it counts as given.
        #[serde(with = "day_text")]
        given: Day,
        /// To how many holders.
        recipients: u64,
        /// What it stated.
        stated: Vec<String>,
    },
    /// Notice was waived.
    NoticeWaived {
        /// The meeting.
        meeting: String,
        /// By whom: an account, or "everyone".
        holder: String,
        /// The findings that were unmet, by id: such a waiver waives nothing.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        defects: Vec<String>,
    },
    /// The stock list was made.
    StockListMade {
        /// The meeting.
        meeting: String,
        /// When it was ready.
        #[serde(with = "day_text")]
        ready: Day,
        /// Where it is open.
        place: String,
    },
    /// Inspectors of election were appointed.
    InspectorsAppointed {
        /// The meeting.
        meeting: String,
        /// The persons.
        inspectors: Vec<String>,
        /// By whom.
        by: String,
    },
    /// An inspector took the oath.
    OathTaken {
        /// The meeting.
        meeting: String,
        /// The inspector.
        inspector: String,
    },
    /// A person was nominated.
    NomineeNamed {
        /// The meeting.
        meeting: String,
        /// The election.
        matter: String,
        /// The person.
        nominee: String,
        /// By whom.
        by: String,
    },
    /// Proxies or ballots came in a file.
    InstructionsFiled {
        /// The meeting.
        meeting: String,
        /// The hash of the file.
        file: String,
        /// What the rows are, where they do not say: "proxy" or "ballot".
        kind: String,
        /// How many rows.
        rows: u64,
        /// When they were received, where the rows do not say.
        #[serde(with = "when_text")]
        received: When,
        /// Whether a court ordered that they be accepted though the polls had closed.
        #[serde(default, skip_serializing_if = "is_false")]
        court_order: bool,
    },
    /// One proxy or ballot came in.
    InstructionFiled {
        /// The meeting.
        meeting: String,
        /// The holder's account.
        holder: String,
        /// "proxy", "ballot", "revocation" or "attendance".
        kind: String,
        /// The proxy's date.
        #[serde(with = "when_text")]
        dated: When,
        /// When it was received.
        #[serde(with = "when_text")]
        received: When,
        /// The last day of a longer period that it states.
        #[serde(default, with = "optional_day_text", skip_serializing_if = "Option::is_none")]
        expires: Option<Day>,
        /// What it says on each item.
        marks: Marks,
        /// Whether a court ordered that it be accepted though the polls had closed.
        #[serde(default, skip_serializing_if = "is_false")]
        court_order: bool,
        /// What it says besides.
        #[serde(default, skip_serializing_if = "InstructionTerms::is_plain")]
        terms: InstructionTerms,
    },
    /// A meeting was convened.
    MeetingConvened {
        /// The meeting.
        meeting: String,
        /// When.
        #[serde(with = "when_text")]
        at: When,
        /// Who presides: office and person.
        presiding: String,
        /// Who records.
        secretary: String,
        /// Votes present or represented.
        present: String,
        /// Votes entitled.
        entitled: String,
        /// Whether there is a quorum; `None` while that is not known.
        quorate: Option<bool>,
    },
    /// The polls opened.
    PollsOpened {
        /// The meeting.
        meeting: String,
        /// When.
        #[serde(with = "when_text")]
        at: When,
    },
    /// The polls closed.
    PollsClosed {
        /// The meeting.
        meeting: String,
        /// When.
        #[serde(with = "when_text")]
        at: When,
    },
    /// The votes were counted.
    VotesCounted {
        /// The meeting.
        meeting: String,
        /// Votes represented.
        represented: String,
        /// Votes entitled.
        entitled: String,
        /// For each item: its name and the votes by choice.
        items: Vec<(String, Vec<(String, String)>)>,
        /// How many rows ended how.
        dispositions: Vec<(String, u64)>,
        /// How many exceptions.
        exceptions: u64,
    },
    /// A matter was decided.
    MatterDecided {
        /// The meeting.
        meeting: String,
        /// The matter.
        matter: String,
        /// "passed", "failed", "elected", "tied", or "depends on the reading".
        outcome: String,
        /// The outcome's fields.
        fields: Vec<(String, String)>,
    },
    /// A meeting was adjourned.
    MeetingAdjourned {
        /// The meeting.
        meeting: String,
        /// To when.
        #[serde(with = "moment_text")]
        to: CivilMoment,
        /// Where.
        place: String,
        /// Whether time and place were announced.
        announced: bool,
    },
    /// A person whom the law names decided something.
    Determined {
        /// What was determined.
        subject: String,
        /// The finding that it settles, by id; empty when it settles none.
        #[serde(default)]
        finding: String,
        /// By whom.
        by: String,
        /// What.
        decision: String,
    },
    /// Something happened to the delivery of notices.
    Delivery(DeliveryEvent),
    /// The inspectors certified.
    ResultCertified {
        /// The meeting.
        meeting: String,
        /// By whom.
        by: Vec<String>,
    },
    /// The minutes were adopted.
    MinutesAdopted {
        /// The meeting.
        meeting: String,
        /// By whom.
        by: String,
        /// The hash of their text, which the book holds.
        text: String,
    },
    /// A request for a special meeting and what became of it, or a record date for voting.
    Convening(ConveningEvent),
    /// A mailing or disclosure that deadlines count from, a stockholder's notice, or what became of it.
    Contest(ContestEvent),
    /// A paper, objection or affidavit about a meeting's notice, a supplement to it, or a demand for the stock list.
    Waiver(WaiverEvent),
    /// A solicitation of written consents and what became of it.
    Consent(ConsentEvent),
    /// Something in the conduct of a meeting.
    Conduct(ConductEvent),
    /// Something that bears on who votes, or that follows from a vote.
    Votes(VotesEvent),
    /// Something that bears on who votes an account's shares, and how.
    Holders(HoldersEvent),
    /// What happened in the inspection of a vote.
    Inspection(InspectionEvent),
}
