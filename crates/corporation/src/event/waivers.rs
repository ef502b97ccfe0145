//! Events of waivers and papers: what holders signed, objections, affidavits, supplements, demands for the stock list.

use quorate_calendar::Day;
use serde::{Deserialize, Serialize};

use crate::when::{When, day_text, when_text};

/// Something that holders or officers signed or said about a meeting's notice or its list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "paper", rename_all = "kebab-case")]
pub enum WaiverEvent {
    /// A holder signed a consent to the meeting or an approval of its minutes.
    PaperSigned {
        /// The meeting.
        meeting: String,
        /// By whom: an account, or "everyone".
        holder: String,
        /// "consent to the meeting" or "approval of the minutes".
        kind: String,
        /// When.
        #[serde(with = "when_text")]
        signed: When,
    },
    /// A holder objected that the meeting was not lawfully called or convened, or to considering a matter.
    Objected {
        /// The meeting.
        meeting: String,
        /// The holder's account.
        holder: String,
        /// The matter left out of the notice; empty where the objection is to the meeting.
        matter: String,
        /// Whether attendance does not waive this holder's notice.
        kept: bool,
    },
    /// A meeting was found valid by the papers of those who were absent.
    Validated {
        /// The meeting.
        meeting: String,
    },
    /// An affidavit that notice was given was sworn.
    AffidavitSworn {
        /// The meeting.
        meeting: String,
        /// Who made it.
        maker: String,
        /// What it proves; empty where that depends on a reading.
        proves: String,
        /// The day.
        #[serde(with = "day_text")]
        sworn: Day,
    },
    /// A supplement to the notice was given.
    NoticeSupplemented {
        /// The meeting.
        meeting: String,
        /// What it adds.
        adds: Vec<String>,
        /// The day.
        #[serde(with = "day_text")]
        given: Day,
    },
    /// A person asked to examine the stock list.
    ListDemanded {
        /// The meeting.
        meeting: String,
        /// Who.
        holder: String,
        /// For what purpose, in that person's words.
        purpose: String,
        /// When.
        #[serde(with = "when_text")]
        demanded: When,
    },
    /// A person was refused the stock list.
    ListRefused {
        /// The meeting.
        meeting: String,
        /// Who.
        holder: String,
        /// Why, in the corporation's words.
        because: String,
        /// When.
        #[serde(with = "when_text")]
        refused: When,
    },
}

impl WaiverEvent {
    /// The meeting that it belongs to.
    #[must_use]
    pub fn meeting(&self) -> &str {
        match self {
            Self::PaperSigned { meeting, .. }
            | Self::Objected { meeting, .. }
            | Self::Validated { meeting }
            | Self::AffidavitSworn { meeting, .. }
            | Self::NoticeSupplemented { meeting, .. }
            | Self::ListDemanded { meeting, .. }
            | Self::ListRefused { meeting, .. } => meeting,
        }
    }
}
