//! Events of the inspection of a vote: alternates and replacements, the polls of single matters, court orders, challenges, and
//! what the count was held against.

use quorate_calendar::Day;
use serde::{Deserialize, Serialize};

use crate::when::{When, optional_day_text, when_text};

/// Something that has happened in the inspection of a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "inspection", rename_all = "kebab-case")]
pub enum InspectionEvent {
    /// Alternates were named.
    AlternatesNamed {
        /// The meeting.
        meeting: String,
        /// The persons.
        alternates: Vec<String>,
        /// By whom.
        by: String,
    },
    /// Another took an inspector's place.
    InspectorReplaced {
        /// The meeting.
        meeting: String,
        /// The inspector who does not act.
        inspector: String,
        /// Who acts instead.
        replacement: String,
        /// By whom; "alternate inspector" where an alternate took the place.
        by: String,
        /// On which day; not kept in old books.
        #[serde(default, with = "optional_day_text", skip_serializing_if = "Option::is_none")]
        happened: Option<Day>,
    },
    /// The polls for one matter opened.
    MatterPollsOpened {
        /// The meeting.
        meeting: String,
        /// The matter.
        matter: String,
        /// When.
        #[serde(with = "when_text")]
        at: When,
    },
    /// The polls for one matter closed.
    MatterPollsClosed {
        /// The meeting.
        meeting: String,
        /// The matter.
        matter: String,
        /// When.
        #[serde(with = "when_text")]
        at: When,
    },
    /// A court ordered that what came after the close be accepted.
    CourtOrderEntered {
        /// The meeting.
        meeting: String,
        /// The court.
        court: String,
        /// On whose application; empty where that is not told.
        applicant: String,
        /// Of which account; empty for everyone's.
        holder: String,
        /// What it lets in: "everything late", or one kind of instrument.
        allows: String,
    },
    /// Someone challenged an instrument.
    ChallengeRaised {
        /// The meeting.
        meeting: String,
        /// The challenge's id.
        challenge: String,
        /// What it is about.
        about: String,
        /// Of which account the instruments are.
        holder: String,
        /// "proxy" or "ballot"; empty for every instrument of the account.
        kind: String,
        /// The line of the file on which the instrument stands; 0 where no line is meant.
        line: u64,
        /// On what ground.
        ground: String,
        /// Who challenged.
        by: String,
    },
    /// A challenge was determined.
    ChallengeDetermined {
        /// The meeting.
        meeting: String,
        /// The challenge's id.
        challenge: String,
        /// "sustained" or "overruled".
        decision: String,
        /// By whom.
        by: String,
        /// Whether it was one who may: what another determines changes no count.
        is_effective: bool,
    },
    /// Votes were counted before the result was final.
    PreliminaryCounted {
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
    /// The count was held against what is represented, and against the preliminary one.
    CountReconciled {
        /// The meeting.
        meeting: String,
        /// For each class and item, what is represented and what is counted.
        lines: Vec<ReconciledLine>,
        /// How many rows are excepted for each finding.
        excepted: Vec<(String, u64)>,
        /// How many rows ended otherwise than in the preliminary count.
        moved: u64,
    },
    /// The inspectors stated what other information they used.
    OtherInformationStated {
        /// The meeting.
        meeting: String,
        /// For what.
        purpose: String,
        /// What they state of it.
        source: String,
    },
}

/// One line of a reconciliation: an item in a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReconciledLine {
    /// The item.
    pub item: String,
    /// The class.
    pub class: String,
    /// The votes represented.
    pub represented: String,
    /// The votes by choice; those present only because their holder attended are "attending only".
    pub choices: Vec<(String, String)>,
    /// Whether the choices add up to what is represented; cumulated votes add up to no such sum, and count as tied.
    pub ties: bool,
}

impl InspectionEvent {
    /// The meeting that it belongs to.
    #[must_use]
    pub fn meeting(&self) -> &str {
        match self {
            Self::AlternatesNamed { meeting, .. }
            | Self::InspectorReplaced { meeting, .. }
            | Self::MatterPollsOpened { meeting, .. }
            | Self::MatterPollsClosed { meeting, .. }
            | Self::CourtOrderEntered { meeting, .. }
            | Self::ChallengeRaised { meeting, .. }
            | Self::ChallengeDetermined { meeting, .. }
            | Self::PreliminaryCounted { meeting, .. }
            | Self::CountReconciled { meeting, .. }
            | Self::OtherInformationStated { meeting, .. } => meeting,
        }
    }
}
