//! Events of the conduct of a meeting: how it is held, its rules and agenda, who is admitted, matters adjourned alone.

use quorate_calendar::CivilMoment;
use serde::{Deserialize, Serialize};

use crate::when::{When, moment_text, when_text};

/// Something that has happened in the conduct of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "conduct", rename_all = "kebab-case")]
pub enum ConductEvent {
    /// Stockholders take part from elsewhere.
    HeldRemotely {
        /// The meeting.
        meeting: String,
        /// "remote" or "hybrid".
        form: String,
        /// The measures taken for those elsewhere.
        measures: Vec<String>,
    },
    /// A rule of conduct was made.
    RuleMade {
        /// The meeting.
        meeting: String,
        /// By whom.
        by: String,
        /// What it is about.
        subject: String,
        /// What it says; empty when that is not told.
        text: String,
    },
    /// The agenda was set.
    AgendaSet {
        /// The meeting.
        meeting: String,
        /// By whom.
        by: String,
        /// The items in order.
        items: Vec<String>,
    },
    /// A person came to the meeting, and was let in or kept out.
    PersonCame {
        /// The meeting.
        meeting: String,
        /// As what: stockholder of record, proxy, guest.
        person: String,
        /// The name; empty when it is not told.
        name: String,
        /// Whether let in.
        admitted: bool,
    },
    /// Holders left the meeting after it was convened.
    HoldersLeft {
        /// The meeting.
        meeting: String,
        /// Their accounts.
        holders: Vec<String>,
        /// When.
        #[serde(with = "when_text")]
        at: When,
    },
    /// One matter was adjourned while the others went on.
    MatterAdjourned {
        /// The meeting.
        meeting: String,
        /// The matter.
        matter: String,
        /// When it was adjourned.
        #[serde(with = "when_text")]
        at: When,
        /// To when.
        #[serde(with = "moment_text")]
        to: CivilMoment,
        /// Where.
        place: String,
        /// Whether time and place were announced.
        announced: bool,
    },
    /// A matter that was adjourned alone was taken up again.
    MatterResumed {
        /// The meeting.
        meeting: String,
        /// The matter.
        matter: String,
        /// When.
        #[serde(with = "when_text")]
        at: When,
        /// Whether there is a quorum; `None` while that is not known.
        quorate: Option<bool>,
    },
}

impl ConductEvent {
    /// The meeting that it belongs to.
    #[must_use]
    pub fn meeting(&self) -> &str {
        match self {
            Self::HeldRemotely { meeting, .. }
            | Self::RuleMade { meeting, .. }
            | Self::AgendaSet { meeting, .. }
            | Self::PersonCame { meeting, .. }
            | Self::HoldersLeft { meeting, .. }
            | Self::MatterAdjourned { meeting, .. }
            | Self::MatterResumed { meeting, .. } => meeting,
        }
    }
}
