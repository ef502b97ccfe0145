//! Events of written consents: solicitations, record dates for them, consents and revocations, certificates, what was taken.

use quorate_calendar::Day;
use serde::{Deserialize, Serialize};

use crate::when::{day_text, optional_day_text};

/// Something that has happened to a solicitation of consents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "consent", rename_all = "kebab-case")]
pub enum ConsentEvent {
    /// Consents were solicited.
    Solicited {
        /// The solicitation.
        consents: String,
        /// The kinds of matters consented to.
        matters: Vec<String>,
        /// When the board took the prior action that the law asks for, if it does.
        #[serde(default, with = "optional_day_text")]
        board_action: Option<Day>,
    },
    /// The board was asked for a record date.
    RecordDateRequested {
        /// The solicitation.
        consents: String,
        /// When the request was received.
        #[serde(with = "day_text")]
        received: Day,
    },
    /// The board fixed a record date.
    RecordDateFixed {
        /// The solicitation.
        consents: String,
        /// The date.
        #[serde(with = "day_text")]
        record_date: Day,
        /// The day of the resolution.
        #[serde(with = "day_text")]
        resolution: Day,
    },
    /// A consent was delivered.
    Delivered {
        /// The solicitation.
        consents: String,
        /// The holder's account.
        holder: String,
        /// When it was delivered.
        #[serde(with = "day_text")]
        delivered: Day,
        /// The date that it bears.
        #[serde(default, with = "optional_day_text")]
        dated: Option<Day>,
        /// The findings that it does not meet, by id.
        defects: Vec<String>,
    },
    /// A consent was revoked.
    Revoked {
        /// The solicitation.
        consents: String,
        /// The holder's account.
        holder: String,
        /// Whether the revocation was in time.
        in_time: bool,
    },
    /// The consents were certified to be enough.
    Certified {
        /// The solicitation.
        consents: String,
        /// When.
        #[serde(with = "day_text")]
        certified: Day,
    },
    /// The action was found taken.
    Taken {
        /// The solicitation.
        consents: String,
        /// When enough had been delivered.
        #[serde(with = "day_text")]
        sufficient: Day,
    },
    /// Those who did not consent were told.
    OthersTold {
        /// The solicitation.
        consents: String,
        /// When.
        #[serde(with = "day_text")]
        told: Day,
    },
}
