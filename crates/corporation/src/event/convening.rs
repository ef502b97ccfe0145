//! Events of convening: requests for special meetings, and what becomes of them.

use quorate_calendar::Day;
use serde::{Deserialize, Serialize};

use crate::when::day_text;

/// Something that has happened before a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "convening", rename_all = "kebab-case")]
pub enum ConveningEvent {
    /// A special meeting was requested.
    SpecialMeetingRequested {
        /// The request's id.
        request: String,
        /// The offices or bodies that call.
        callers: Vec<String>,
        /// When it was received.
        #[serde(with = "day_text")]
        received: Day,
        /// The facts by which it is judged, by name, as a case writes them.
        told: Vec<(String, String)>,
    },
    /// The one who must fix the date refused to.
    RequestRefused {
        /// The request's id.
        request: String,
        /// By whom.
        by: String,
        /// When.
        #[serde(with = "day_text")]
        on: Day,
    },
    /// A meeting was called as requested.
    RequestAnswered {
        /// The request's id.
        request: String,
        /// The meeting.
        meeting: String,
    },
    /// A record date for voting was fixed apart from the one for notice.
    VotingRecordDateFixed {
        /// The meeting.
        meeting: String,
        /// The date; none where the one for notice decides again.
        #[serde(default, with = "crate::when::optional_day_text")]
        voting: Option<Day>,
    },
}
