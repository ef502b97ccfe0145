//! # What is an annual meeting for, and is it on its agenda?
//!
//! Answers to 8 Del. C. § 211(b) (an annual meeting is held to elect directors, and may do any other proper business), and to
//! the section of the bylaws on the annual meeting.
//!
//! **Our reading.** What a text says is done at the annual meeting must be put to it; the items of several texts cumulate. An
//! item that begins with "other" leaves the rest open and asks for nothing. An annual meeting that elects no directors is no
//! annual meeting for the statute's purposes, and the time in which the court may order one goes on.
//!
//! **What may vary.** Bylaws may add business, and cannot take the election out.
//!
//! **Not encoded.** That the terms of all directors run on: on a classified board each annual meeting still elects a class.

use quorate_law::vocabulary::annual_business::{DEFINITION, ITEMS};
use quorate_law::{Provision, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// All that is put to the meeting.
static AGENDA: Fact<Vec<String>> = Fact::new("agenda", "all the kinds of matters that are put to the meeting");

/// Something is not put.
pub static LEFT_OUT: FindingDefinition = FindingDefinition {
    id: "annual-business-left-out",
    title: "the annual meeting is not put what it is held for",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "annual-business",
    title: "What is an annual meeting for?",
    chapter: "stockholders",
    capabilities: &["S1", "S4"],
    source: include_str!("annual_business.rs"),
    facts: &[&AGENDA.spec],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&LEFT_OUT],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let mut items: Vec<(String, Vec<&Provision>)> = Vec::new();
    for provision in resolution.controlling.iter().rev().copied() {
        for item in provision.get_all(&ITEMS) {
            match items.iter_mut().find(|(known, _)| *known == item.0) {
                Some((_, asking)) => asking.push(provision),
                None => items.push((item.0.clone(), vec![provision])),
            }
        }
    }
    if let Some(agenda) = inquiry.known(&AGENDA) {
        judge(inquiry, &items, &agenda);
    }
    Ok(Value::Items(items.into_iter().map(|(item, _)| item).collect()).into())
}

fn judge(inquiry: &mut Inquiry<'_>, items: &[(String, Vec<&Provision>)], agenda: &[String]) {
    let required: Vec<_> = items.iter().filter(|(item, _)| !item.starts_with("other ")).collect();
    let left_out: Vec<_> = required
        .iter()
        .copied()
        .filter(|(item, _)| !agenda.iter().any(|put| put.eq_ignore_ascii_case(item)))
        .collect();
    let is_met = left_out.is_empty();
    let blamed = if is_met { &required } else { &left_out };
    let mut authority: Vec<&Provision> = Vec::new();
    for provision in blamed.iter().flat_map(|(_, asking)| asking.iter().copied()) {
        if !authority.iter().any(|known| std::ptr::eq(*known, provision)) {
            authority.push(provision);
        }
    }
    let names: Vec<&str> = left_out.iter().map(|(item, _)| item.as_str()).collect();
    let message = if is_met {
        "the meeting is put what it is held for".to_owned()
    } else {
        format!("not put to the meeting: {}", names.join("; "))
    };
    let mut found = finding(&LEFT_OUT, is_met, message, &authority, vec![AGENDA.spec.name]);
    found.help = (!is_met).then(|| format!("put to the meeting: {}", names.join("; ")));
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "annual-business";

    #[test]
    fn the_election_must_be_put_and_other_business_may() {
        for set in ["altiris-2006", "novell-2001", "raining-data-2001"] {
            for (agenda, word) in [
                ("election of directors", "met"),
                ("ordinary, election of directors", "met"),
                ("ordinary", "unmet"),
            ] {
                assert_eq!(
                    status(&ask_under(set, ID, &[("agenda", agenda)]), "annual-business-left-out"),
                    word,
                    "{set} {agenda}"
                );
            }
        }
    }

    #[test]
    fn items_cumulate() {
        let answer = ask_with_bylaws(
            "annual-business \"ratification of the auditors\"",
            ID,
            &[("agenda", "election of directors")],
        );
        assert!(field(&answer, "value").starts_with("ratification of the auditors; election of directors"));
        assert_eq!(status(&answer, "annual-business-left-out"), "unmet");
    }
}
