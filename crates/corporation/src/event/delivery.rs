//! Events of the delivery register: who was served, what came back, who consented and objected, who was left out.

use serde::{Deserialize, Serialize};

use crate::when::{When, when_text};

/// Something that happened to the delivery of notices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "delivery", rename_all = "kebab-case")]
pub enum DeliveryEvent {
    /// One holder was served.
    NoticeServed {
        /// The meeting.
        meeting: String,
        /// The account.
        holder: String,
        /// The channel.
        channel: String,
        /// Where it went, as the act says; empty when it does not.
        #[serde(default)]
        address: String,
        /// When it was sent.
        #[serde(with = "when_text")]
        sent: When,
        /// Whether the means was open to the holder.
        counts: bool,
        /// Whether it was found defective or doubtful when it was sent; books of before are taken to say no.
        #[serde(default)]
        doubtful: bool,
    },
    /// A file of deliveries was entered.
    NoticesServed {
        /// The meeting.
        meeting: String,
        /// The hash of the file.
        file: String,
        /// The channel of rows that name none.
        #[serde(default)]
        channel: String,
        /// When rows were sent that do not say.
        #[serde(with = "when_text")]
        sent: When,
        /// How many rows.
        rows: u64,
        /// Who knows what came back.
        #[serde(default)]
        known_to: Vec<String>,
        /// Which of its rows serve nobody.
        #[serde(default)]
        shut: Shut,
        /// Whether all of it was found defective or doubtful when it was sent; books of before are taken to say no.
        #[serde(default)]
        doubtful: bool,
    },
    /// A notice came back, or an electronic one could not be delivered.
    NoticeCameBack {
        /// The meeting.
        meeting: String,
        /// The account.
        holder: String,
        /// The channel.
        channel: String,
        /// Who knows.
        known_to: Vec<String>,
        /// When.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// A holder consented to electronic notice.
    ConsentGiven {
        /// The account.
        holder: String,
        /// The channel.
        channel: String,
        /// The number or address; empty when the act does not say.
        #[serde(default)]
        address: String,
        /// When.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// A holder revoked a consent by a means that serves.
    ConsentRevoked {
        /// The account.
        holder: String,
        /// The channel; empty for every one.
        #[serde(default)]
        channel: String,
        /// When.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// A holder tried to revoke a consent by a means that does not serve.
    RevocationFailed {
        /// The account.
        holder: String,
        /// The means.
        means: String,
        /// When.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// A holder objected to notice by electronic mail.
    ElectronicMailObjected {
        /// The account.
        holder: String,
        /// When.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// An address was registered.
    AddressRegistered {
        /// The account, or the director.
        holder: String,
        /// Which address: a word of the vocabulary.
        kind: String,
        /// The address.
        address: String,
        /// When.
        #[serde(with = "when_text")]
        happened: When,
    },
    /// A holder is left out of a notice.
    HolderExcused {
        /// The meeting.
        meeting: String,
        /// The account.
        holder: String,
        /// Why.
        because: String,
    },
}

impl DeliveryEvent {
    /// The meeting whose notice was sent, and when.
    #[must_use]
    pub fn dispatch(&self) -> Option<(&str, When)> {
        match self {
            Self::NoticeServed {
                meeting,
                sent,
                counts: true,
                ..
            }
            | Self::NoticesServed { meeting, sent, .. } => Some((meeting, *sent)),
            _ => None,
        }
    }
}

/// Which rows of a file of deliveries serve nobody, because the means was not open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shut {
    /// The channels that are open to nobody of whom the register says nothing.
    pub channels: Vec<String>,
    /// The accounts to which their row's channel is open all the same.
    pub open_to: Vec<String>,
    /// The accounts to which their row's channel is not open.
    pub shut_to: Vec<String>,
}

impl Shut {
    /// Whether a row serves its holder.
    #[must_use]
    pub fn serves(&self, account: &str, channel: &str) -> bool {
        let names = |list: &[String], name: &str| list.iter().any(|known| known == name);
        names(&self.open_to, account) || !names(&self.channels, channel) && !names(&self.shut_to, account)
    }
}
