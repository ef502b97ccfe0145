//! Solicitations of written consents, as remembered.

use std::collections::BTreeMap;

use quorate_calendar::Day;

use crate::event::ConsentEvent;

/// One consent that was delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveredConsent {
    /// The holder's account.
    pub holder: String,
    /// When it was delivered.
    pub delivered: Day,
    /// The date that it bears.
    pub dated: Option<Day>,
    /// The findings that it does not meet, by id; one with any is left out of the count.
    pub defects: Vec<String>,
    /// Whether it was revoked in time.
    pub is_revoked: bool,
}

/// A solicitation of consents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solicitation {
    /// The kinds of matters consented to.
    pub matters: Vec<String>,
    /// When the board took the prior action that the law asks for, if it does.
    pub board_action: Option<Day>,
    /// When the board was asked for a record date.
    pub requested: Option<Day>,
    /// The record date that the board fixed, and the day of its resolution.
    pub record_date: Option<(Day, Day)>,
    /// The consents, in the order of the book.
    pub delivered: Vec<DeliveredConsent>,
    /// When they were certified to be enough.
    pub certified: Option<Day>,
    /// When enough had been delivered, once the action was found taken.
    pub taken: Option<Day>,
    /// When those who did not consent were told.
    pub told: Option<Day>,
}

/// Solicitations of consents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consents {
    /// Each by its id.
    pub by_id: BTreeMap<String, Solicitation>,
}

impl Consents {
    pub(super) fn remember(&mut self, event: &ConsentEvent) {
        match event {
            ConsentEvent::Solicited {
                consents,
                matters,
                board_action,
            } => {
                let solicited = self.of(consents);
                solicited.matters = matters.clone();
                solicited.board_action = *board_action;
            }
            ConsentEvent::RecordDateRequested { consents, received } => self.of(consents).requested = Some(*received),
            ConsentEvent::RecordDateFixed {
                consents,
                record_date,
                resolution,
            } => {
                self.of(consents).record_date = Some((*record_date, *resolution));
            }
            ConsentEvent::Delivered {
                consents,
                holder,
                delivered,
                dated,
                defects,
            } => {
                self.of(consents).delivered.push(DeliveredConsent {
                    holder: holder.clone(),
                    delivered: *delivered,
                    dated: *dated,
                    defects: defects.clone(),
                    is_revoked: false,
                });
            }
            ConsentEvent::Revoked {
                consents,
                holder,
                in_time,
            } => {
                let of_holder = self
                    .of(consents)
                    .delivered
                    .iter_mut()
                    .filter(|consent| consent.holder == *holder);
                of_holder.for_each(|consent| consent.is_revoked |= in_time);
            }
            ConsentEvent::Certified { consents, certified } => self.of(consents).certified = Some(*certified),
            ConsentEvent::Taken { consents, sufficient } => self.of(consents).taken = Some(*sufficient),
            ConsentEvent::OthersTold { consents, told } => self.of(consents).told = Some(*told),
        }
    }

    fn of(&mut self, id: &str) -> &mut Solicitation {
        self.by_id.entry(id.to_owned()).or_default()
    }
}
