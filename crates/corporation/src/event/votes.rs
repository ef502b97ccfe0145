//! Events of votes: shares that do not count, and resignations of directors who were not elected.

use quorate_calendar::Day;
use serde::{Deserialize, Serialize};

use super::is_false;
use crate::when::{When, day_text, when_text};

/// Something that bears on who votes, or that follows from a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum VotesEvent {
    /// It was stated that shares do not count, or count again.
    SharesDesignated {
        /// The class.
        class: String,
        /// The holder's account.
        holder: String,
        /// How many; all that the holder has when none is given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        shares: Option<u64>,
        /// "treasury", "controlled subsidiary", "called for redemption", "enjoined", "not lawfully votable" or "counts".
        standing: String,
        /// From when.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// A director tendered a resignation for a failed election.
    ResignationTendered {
        /// The director.
        director: String,
        /// On which day.
        #[serde(with = "day_text")]
        given: Day,
        /// Whether it was given before the election, for the case that it failed.
        #[serde(default, skip_serializing_if = "is_false")]
        contingent: bool,
        /// Whether it says that it is irrevocable.
        #[serde(default, skip_serializing_if = "is_false")]
        irrevocable: bool,
    },
}
