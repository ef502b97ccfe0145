//! Events of holders and their proxies: several holders of one account, representatives, deaths, votes beyond a position.

use quorate_calendar::Day;
use serde::{Deserialize, Serialize};

use super::is_false;
use crate::when::{When, day_text, optional_day_text, when_text};

/// Something that bears on who votes an account's shares, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum HoldersEvent {
    /// It was entered that shares stand in several names.
    JointHoldersRegistered {
        /// The account.
        holder: String,
        /// The persons in the order of the records, each with the part held; 1 each where the parts are equal.
        persons: Vec<(String, String)>,
        /// In what relation they hold.
        relation: String,
        /// Whether an instrument filed with the secretary shows unequal interests.
        #[serde(default, skip_serializing_if = "is_false")]
        unequal: bool,
        /// What the secretary has of an instrument that provides otherwise; "none" where nothing.
        contrary: String,
        /// Who decides by that instrument; empty where there is none.
        rule: String,
    },
    /// It was entered that a person votes an account's shares in a capacity of its own.
    RepresentativeRegistered {
        /// The account.
        holder: String,
        /// The person.
        person: String,
        /// In what capacity.
        capacity: String,
        /// Whether the shares stand in that person's name.
        in_own_name: bool,
        /// What was shown.
        shown: Vec<String>,
    },
    /// A holder died or became incapacitated.
    HolderDied {
        /// The account.
        holder: String,
        /// Which of several persons; empty for the holder.
        person: String,
        /// On which day.
        #[serde(with = "day_text")]
        died: Day,
        /// When the secretary had written notice of it, if at all.
        #[serde(default, with = "optional_day_text", skip_serializing_if = "Option::is_none")]
        notice: Option<Day>,
    },
    /// The inspectors reconciled votes beyond a position.
    OverVoteReconciled {
        /// The meeting.
        meeting: String,
        /// The account.
        holder: String,
        /// The part of the position, such as a nominee's client; empty for the position as such.
        part: String,
        /// The votes found to be the holder's.
        votes: u64,
        /// When.
        #[serde(with = "when_text")]
        happened: When,
    },
}

/// What one proxy, ballot or revocation says besides its marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct InstructionTerms {
    /// Who signed, of several in whose names the shares stand; empty for all of them, or a holder alone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub signer: String,
    /// The part of the position it is for, such as a nominee's client; empty for the position as such.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// How many votes it is for; the whole position when none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub votes: Option<u64>,
    /// Whether it states that it is irrevocable and is coupled with an interest; none when it does not state it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub irrevocable: Option<bool>,
    /// In what the interest is: "stock" or "corporation"; empty when not told.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interest_in: String,
    /// When the interest ended.
    #[serde(with = "optional_day_text", skip_serializing_if = "Option::is_none")]
    pub interest_ended: Option<Day>,
    /// Of a revocation: by whom, "holder", "legal representative", "assign" or "someone else"; empty when not told.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub revoked_by: String,
    /// Of a revocation: whether in writing, where told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_writing: Option<bool>,
    /// Of a revocation: the day on which the secretary had notice; none while the secretary has none.
    #[serde(with = "optional_day_text", skip_serializing_if = "Option::is_none")]
    pub notice: Option<Day>,
}

impl InstructionTerms {
    /// Whether it says nothing besides marks.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Event;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn round_trip(event: &Event) {
        let stored = serde_json::to_string(event).unwrap();
        assert_eq!(&serde_json::from_str::<Event>(&stored).unwrap(), event, "{stored}");
    }

    #[test]
    fn what_is_stored_reads_back() {
        round_trip(&Event::Holders(HoldersEvent::JointHoldersRegistered {
            holder: "J-1".to_owned(),
            persons: vec![("Ann".to_owned(), "60".to_owned()), ("Bo".to_owned(), "40".to_owned())],
            relation: "tenants in common".to_owned(),
            unequal: true,
            contrary: "none".to_owned(),
            rule: String::new(),
        }));
        for notice in [None, Some(day("2002-04-12"))] {
            round_trip(&Event::Holders(HoldersEvent::HolderDied {
                holder: "D-1".to_owned(),
                person: String::new(),
                died: day("2002-04-10"),
                notice,
            }));
        }
        let terms = InstructionTerms {
            signer: "Ann".to_owned(),
            votes: Some(70),
            irrevocable: Some(true),
            interest_ended: Some(day("2002-04-11")),
            ..InstructionTerms::default()
        };
        for terms in [terms, InstructionTerms::default()] {
            round_trip(&Event::InstructionFiled {
                meeting: "annual".to_owned(),
                holder: "J-1".to_owned(),
                kind: "proxy".to_owned(),
                dated: When::on(day("2002-04-01")),
                received: When::on(day("2002-04-02")),
                expires: None,
                marks: vec![("auditors".to_owned(), "for 60 + against 10".to_owned())],
                court_order: false,
                terms,
            });
        }
    }

    #[test]
    fn a_book_from_before_terms_were_kept_reads_without_them() {
        let stored = r#"{"event":"instruction-filed","meeting":"annual","holder":"A-1","kind":"ballot","dated":"2002-04-17","received":"2002-04-17","marks":[]}"#;
        let Event::InstructionFiled { terms, .. } = serde_json::from_str(stored).unwrap() else {
            panic!("another event");
        };
        assert!(terms.is_plain());
    }
}
