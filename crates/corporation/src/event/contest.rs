//! Events of contests: mailings and disclosures that deadlines count from, stockholders' notices, and what became of them.

use quorate_calendar::Day;
use serde::{Deserialize, Serialize};

use crate::when::{When, day_text, when_text};

/// Something that has happened to what stockholders bring before a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "contest", rename_all = "kebab-case")]
pub enum ContestEvent {
    /// Proxy materials for a meeting were mailed.
    ProxyMaterialsMailed {
        /// The meeting.
        meeting: String,
        /// The day.
        #[serde(with = "day_text")]
        on: Day,
    },
    /// The date of a meeting was publicly disclosed.
    DateDisclosed {
        /// The meeting.
        meeting: String,
        /// The day.
        #[serde(with = "day_text")]
        on: Day,
        /// How; empty when that is not told.
        means: String,
    },
    /// A stockholder's notice of business or of a nomination was received.
    NoticeReceived {
        /// The meeting.
        meeting: String,
        /// The item that it brings: a matter's id, or "matter/nominee".
        item: String,
        /// The stockholder's account.
        holder: String,
        /// When.
        #[serde(with = "when_text")]
        received: When,
        /// The findings that were unmet or depended on a reading, by id.
        defects: Vec<String>,
        /// What it tells of itself, fact by fact, where something that it is judged by was not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        open: Option<Vec<(String, String)>>,
    },
    /// A stockholder's notice was judged again when the meeting convened: whether its giver may bring it and has come, and what could
    /// not be judged when it came.
    NoticeJudged {
        /// The meeting.
        meeting: String,
        /// The item that it brings.
        item: String,
        /// The findings that are unmet or depend on a reading, by id.
        defects: Vec<String>,
        /// What it tells of itself, where something is still not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        open: Option<Vec<(String, String)>>,
    },
    /// An item was declared improper.
    DeclaredImproper {
        /// The meeting.
        meeting: String,
        /// The item.
        item: String,
        /// By whom.
        by: String,
        /// Why, in that person's words.
        because: String,
        /// Whether it takes the item off the ballot: the person whom the text names declared it to the meeting.
        effective: bool,
    },
    /// A stockholder withdrew an item.
    Withdrawn {
        /// The meeting.
        meeting: String,
        /// The item.
        item: String,
        /// By whom.
        by: String,
    },
}

impl ContestEvent {
    /// The meeting that it belongs to.
    #[must_use]
    pub fn meeting(&self) -> &str {
        match self {
            Self::ProxyMaterialsMailed { meeting, .. }
            | Self::DateDisclosed { meeting, .. }
            | Self::NoticeReceived { meeting, .. }
            | Self::NoticeJudged { meeting, .. }
            | Self::DeclaredImproper { meeting, .. }
            | Self::Withdrawn { meeting, .. } => meeting,
        }
    }
}
