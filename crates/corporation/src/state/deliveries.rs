//! The delivery register, as remembered.

use crate::event::{DeliveryEvent, Shut};
use crate::when::When;

/// One holder served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The meeting.
    pub meeting: String,
    /// The account.
    pub holder: String,
    /// The channel.
    pub channel: String,
    /// Where it went; empty when nobody said.
    pub address: String,
    /// When it was sent.
    pub sent: When,
    /// Whether the means was open to the holder.
    pub counts: bool,
    /// Whether it was found defective or doubtful.
    pub doubtful: bool,
}

/// A file of deliveries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServedFile {
    /// The meeting.
    pub meeting: String,
    /// The hash of the file.
    pub file: String,
    /// The channel of rows that name none.
    pub channel: String,
    /// When rows were sent that do not say.
    pub sent: When,
    /// Who knows what came back.
    pub known_to: Vec<String>,
    /// Which of its rows serve nobody.
    pub shut: Shut,
    /// Whether all of it was found defective or doubtful.
    pub doubtful: bool,
}

/// A notice that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameBack {
    /// The meeting.
    pub meeting: String,
    /// The account.
    pub holder: String,
    /// The channel.
    pub channel: String,
    /// Who knows.
    pub known_to: Vec<String>,
    /// When.
    pub happened: When,
}

/// What a holder said about electronic notice: consented, or took the consent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The account.
    pub holder: String,
    /// The channel; empty for every one, when a consent is taken back.
    pub channel: String,
    /// Whether it was given, and not taken back.
    pub given: bool,
    /// When.
    pub happened: When,
}

/// An address of a holder or director.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredAddress {
    /// The account, or the director.
    pub holder: String,
    /// Which address.
    pub kind: String,
    /// The address.
    pub address: String,
    /// When it was registered.
    pub happened: When,
}

/// A holder left out of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excused {
    /// The meeting.
    pub meeting: String,
    /// The account.
    pub holder: String,
    /// Why.
    pub because: String,
}

/// The delivery register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deliveries {
    /// Holders served one by one.
    pub served: Vec<Served>,
    /// Files of deliveries.
    pub files: Vec<ServedFile>,
    /// What came back.
    pub came_back: Vec<CameBack>,
    /// Consents, and their revocations.
    pub consents: Vec<Consent>,
    /// Objections to electronic mail: who, and when.
    pub objections: Vec<(String, When)>,
    /// Addresses.
    pub addresses: Vec<RegisteredAddress>,
    /// Holders left out.
    pub excused: Vec<Excused>,
}

impl Deliveries {
    pub(super) fn remember(&mut self, event: &DeliveryEvent) {
        match event.clone() {
            DeliveryEvent::NoticeServed {
                meeting,
                holder,
                channel,
                address,
                sent,
                counts,
                doubtful,
            } => self.served.push(Served {
                meeting,
                holder,
                channel,
                address,
                sent,
                counts,
                doubtful,
            }),
            DeliveryEvent::NoticesServed {
                meeting,
                file,
                channel,
                sent,
                known_to,
                shut,
                doubtful,
                ..
            } => self.files.push(ServedFile {
                meeting,
                file,
                channel,
                sent,
                known_to,
                shut,
                doubtful,
            }),
            DeliveryEvent::NoticeCameBack {
                meeting,
                holder,
                channel,
                known_to,
                happened,
            } => self.came_back.push(CameBack {
                meeting,
                holder,
                channel,
                known_to,
                happened,
            }),
            DeliveryEvent::ConsentGiven {
                holder,
                channel,
                address,
                happened,
            } => {
                if !address.is_empty() {
                    let kind = "address consented to".to_owned();
                    self.addresses.push(RegisteredAddress {
                        holder: holder.clone(),
                        kind,
                        address,
                        happened,
                    });
                }
                self.consents.push(Consent {
                    holder,
                    channel,
                    given: true,
                    happened,
                });
            }
            DeliveryEvent::ConsentRevoked {
                holder,
                channel,
                happened,
            } => self.consents.push(Consent {
                holder,
                channel,
                given: false,
                happened,
            }),
            DeliveryEvent::RevocationFailed { .. } => {}
            DeliveryEvent::ElectronicMailObjected { holder, happened } => self.objections.push((holder, happened)),
            DeliveryEvent::AddressRegistered {
                holder,
                kind,
                address,
                happened,
            } => self.addresses.push(RegisteredAddress {
                holder,
                kind,
                address,
                happened,
            }),
            DeliveryEvent::HolderExcused {
                meeting,
                holder,
                because,
            } => self.excused.push(Excused {
                meeting,
                holder,
                because,
            }),
        }
    }
}
