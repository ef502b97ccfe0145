//! What is remembered of holders: several in one account, representatives, deaths, votes beyond a position.

use std::collections::BTreeMap;

use quorate_calendar::Day;

use crate::event::HoldersEvent;

/// Several persons in whose names an account's shares stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joint {
    /// The persons in the order of the records, each with the part held.
    pub persons: Vec<(String, String)>,
    /// In what relation they hold.
    pub relation: String,
    /// Whether an instrument filed shows unequal interests.
    pub unequal: bool,
    /// What the secretary has of an instrument that provides otherwise.
    pub contrary: String,
    /// Who decides by it.
    pub rule: String,
}

/// A person who votes an account's shares in a capacity of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// The person.
    pub person: String,
    /// In what capacity.
    pub capacity: String,
    /// Whether the shares stand in that person's name.
    pub in_own_name: bool,
    /// What was shown.
    pub shown: Vec<String>,
}

/// A death or incapacity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Death {
    /// Which of several persons; empty for the holder.
    pub person: String,
    /// On which day.
    pub died: Day,
    /// When the secretary had written notice of it.
    pub notice: Option<Day>,
}

/// What is remembered of holders, by account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holders {
    /// Several persons; the last entry counts.
    pub joint: BTreeMap<String, Joint>,
    /// Representatives.
    pub representatives: BTreeMap<String, Vec<Representative>>,
    /// Deaths and incapacities.
    pub deaths: BTreeMap<String, Vec<Death>>,
}

impl Holders {
    pub(super) fn remember(&mut self, event: &HoldersEvent) {
        match event {
            HoldersEvent::JointHoldersRegistered {
                holder,
                persons,
                relation,
                unequal,
                contrary,
                rule,
            } => {
                let joint = Joint {
                    persons: persons.clone(),
                    relation: relation.clone(),
                    unequal: *unequal,
                    contrary: contrary.clone(),
                    rule: rule.clone(),
                };
                self.joint.insert(holder.clone(), joint);
            }
            HoldersEvent::RepresentativeRegistered {
                holder,
                person,
                capacity,
                in_own_name,
                shown,
            } => self
                .representatives
                .entry(holder.clone())
                .or_default()
                .push(Representative {
                    person: person.clone(),
                    capacity: capacity.clone(),
                    in_own_name: *in_own_name,
                    shown: shown.clone(),
                }),
            HoldersEvent::HolderDied {
                holder,
                person,
                died,
                notice,
            } => self.deaths.entry(holder.clone()).or_default().push(Death {
                person: person.clone(),
                died: *died,
                notice: *notice,
            }),
            // The meeting remembers what its inspectors found.
            HoldersEvent::OverVoteReconciled { .. } => {}
        }
    }
}
