//! # Who acts as secretary of a meeting?
//!
//! Answers to the sections of the bylaws on the organization of meetings and the duties of the secretary. The statute asks
//! only that some officer have the duty to record meetings (8 Del. C. § 142(a)) and names no office.
//!
//! **Our reading.** As for the one who presides: the offices in the order of the text, then the last resort it names, such as
//! a person appointed by the chair of the meeting. Who acted is held against that, and the last resort against who appointed it.
//! A text that has the secretary or an assistant attend is broken when none of them is there, although the meeting then has another
//! record it: the defect is of the officers' duty, not of the meeting.
//!
//! **What may vary.** Everything: certificate or bylaws say who records.
//!
//! **Not encoded.** Who of several assistant secretaries goes first, where the text does not rank them.

use quorate_law::vocabulary::meeting_secretary::{ATTENDS, DEFINITION, ELSE, ELSE_BY, ORDER, PASSES_OVER};
use quorate_law::vocabulary::stand_in;
use quorate_law::{Provision, Situation};

use super::facts::{APPOINTED_BY, DECLINED, FIRST_IN_RANK, PRESENT, UNABLE, VACANT};
use super::order::{Resort, is_same_office, orders};
use super::part::{Part, ask_part};
use crate::answer::Shape;
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{BODY, finding};

/// Another than the text's person recorded.
pub static WRONG_PERSON: FindingDefinition = FindingDefinition {
    id: "wrong-person-recorded",
    title: "another than the text's person acted as secretary of the meeting",
    rank: Rank::Authority,
};
/// Nobody attended of those who must.
pub static NOT_ATTENDING: FindingDefinition = FindingDefinition {
    id: "secretary-not-attending",
    title: "neither the secretary nor another whom the text names attended the meeting",
    rank: Rank::Form,
};

/// Who recorded.
pub static ACTED: Fact<String> = Fact::new(
    "acted",
    "the office of the person who acted as secretary of the meeting",
);

const RECORDING: Part = Part {
    wrong: &WRONG_PERSON,
    did: "acted as secretary",
    verb: "act as secretary",
    who: "who records",
    fact: "acted",
    passes_over: |provision| provision.word(&PASSES_OVER),
};

/// The question.
pub static QUESTION: Question = Question {
    id: "meeting-secretary",
    title: "Who acts as secretary of a meeting?",
    chapter: "stockholders",
    capabilities: &["S17"],
    source: include_str!("meeting_secretary.rs"),
    facts: &[&BODY.spec, &PRESENT.spec, &VACANT.spec, &UNABLE.spec, &DECLINED.spec, &ACTED.spec, &FIRST_IN_RANK.spec, &APPOINTED_BY.spec],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION, &stand_in::DEFINITION],
    findings: &[&WRONG_PERSON, &NOT_ATTENDING],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("body", body))?;
    attendance(inquiry, &resolution.controlling);
    let resort = Resort {
        words: &ELSE,
        appointed_by: &ELSE_BY,
    };
    let orders = orders(&resolution, &ORDER, Some(&resort));
    let acted = inquiry.known(&ACTED);
    ask_part(inquiry, &RECORDING, &orders, acted.as_deref())
}

/// Whether one of those attended who must.
fn attendance(inquiry: &mut Inquiry<'_>, provisions: &[&Provision]) {
    let asking = provisions.iter().copied().filter(|provision| provision.says(&ATTENDS));
    let (Some(present), asking) = (inquiry.known(&PRESENT), asking.collect::<Vec<_>>()) else {
        return;
    };
    for provision in asking {
        let offices: Vec<&str> = provision.get_all(&ORDER).into_iter().map(|office| office.0.as_str()).collect();
        let is_there = |office: &&str| present.iter().any(|other| is_same_office(office, other));
        let is_met = offices.iter().any(is_there);
        let message = match offices.iter().find(|office| is_there(office)) {
            Some(office) => format!("{office} attended"),
            None => format!("none of these attended: {}", offices.join(", ")),
        };
        let mut found = finding(&NOT_ATTENDING, is_met, message, &[provision], vec!["present"]);
        found.help = (!is_met).then(|| format!("have one of these attend: {}", offices.join(", ")));
        inquiry.find(found);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "meeting-secretary";

    #[test]
    fn the_order_and_the_last_resort() {
        let answer = ask_under("novell-2001", ID, &[]);
        assert_eq!(
            field(&answer, "value"),
            "secretary; assistant secretary; appointed by the chair of the meeting"
        );
        for (present, acts) in [
            ("assistant secretary, secretary", "secretary"),
            ("president, assistant secretary", "assistant secretary"),
            ("president", "appointed by the chair of the meeting"),
        ] {
            let answer = ask_under("novell-2001", ID, &[("present", present)]);
            assert_eq!(field(&answer, "value"), acts, "{present}");
        }
    }

    #[test]
    fn a_text_without_rule_is_silent() {
        // These bylaws have no rule on who is secretary of a stockholders' meeting.
        let answer = ask_under("altiris-2006", ID, &[]);
        assert_eq!(answer.value, None);
        let answer = ask_with_bylaws("meeting-secretary \"secretary\"", ID, &[("present", "treasurer")]);
        assert!(answer.remark.unwrap().contains("does not say who records"));
    }

    #[test]
    fn who_recorded_is_held_against_who_was_there_and_who_appointed() {
        for (present, acted, by, expected) in [
            ("secretary, treasurer", "secretary", None, "met"),
            ("secretary, treasurer", "treasurer", None, "unmet"),
            ("treasurer", "treasurer", None, "needs judgment"),
            ("treasurer", "treasurer", Some("chair of the meeting"), "met"),
            ("treasurer", "treasurer", Some("president"), "unmet"),
        ] {
            let mut told = vec![("present", present), ("acted", acted)];
            told.extend(by.map(|by| ("appointed-by", by)));
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(status(&answer, "wrong-person-recorded"), expected, "{told:?}");
        }
    }

    #[test]
    fn one_of_the_secretaries_attends() {
        for (present, expected) in [("assistant secretary", "met"), ("president", "unmet")] {
            let answer = ask_under("novell-2001", ID, &[("present", present)]);
            assert_eq!(status(&answer, "secretary-not-attending"), expected, "{present}");
        }
    }
}
