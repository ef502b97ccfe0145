//! # How many inspectors of election are there, and who decides that?
//!
//! Answers to 8 Del. C. § 231(a) (one or more), and to the section of the bylaws on inspectors or judges of election, which
//! may name numbers and a vote that decides between them when inspectors are demanded.
//!
//! **Our reading.** A vote that a text asks for on demand decides the number only then. Where such a text does not say who
//! decides without a demand, whoever appoints does: the power to appoint takes in the choice among the numbers allowed. On
//! another reading the stockholders present decide in every case, because the numbers are named before the demand is. A text
//! without such a vote leaves the number, within its bounds, to whoever appoints.
//!
//! **What may vary.** Everything for a corporation that § 231 does not bind; for others no fewer than one.
//!
//! **Not encoded.** A tie in the vote of those present, which decides nothing.
//!
//! **Open question.** Who decides between one and three where nobody demanded inspectors; for counsel, 2026-11.

use quorate_law::Provision;
use quorate_law::vocabulary::inspector_appointment as text;
use quorate_law::vocabulary::inspector_appointment::DEFINITION;

use super::super::conduct::facts::{DEMANDED_BEFORE_VOTING, HOLDERS_OF_RECORD, LISTED};
use super::super::conduct::meeting_vote::hold;
use super::super::voting::figures::{
    ABSTAIN, AGAINST, BROKER_NON_VOTES, CLASSES, FOR, ONE_VOTE, SHARES_PRESENT, VOTES_PRESENT,
};
use super::super::voting::vote_law::Limb;
use super::inspector_rules::{INSPECTORS, InForce, NUMBER, allowed, allows, number};
use crate::answer::{Reading, Shape, Value};
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause, unknown};
use crate::question::Question;
use crate::questions::common::finding;

/// There are too few or too many.
pub static WRONG_NUMBER: FindingDefinition = FindingDefinition {
    id: "inspectors-wrong-number",
    title: "the number of inspectors is not one that the text allows",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "inspectors-number",
    title: "How many inspectors of election are there, and who decides that?",
    chapter: "stockholders",
    capabilities: &["S15"],
    source: include_str!("inspectors_number.rs"),
    facts: &[
        &NUMBER.spec,
        &INSPECTORS.spec,
        &DEMANDED_BEFORE_VOTING.spec,
        &FOR.spec,
        &AGAINST.spec,
        &ABSTAIN.spec,
        &BROKER_NON_VOTES.spec,
        &SHARES_PRESENT.spec,
        &VOTES_PRESENT.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
        &LISTED.spec,
        &HOLDERS_OF_RECORD.spec,
    ],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[&WRONG_NUMBER],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let in_force = InForce::of(inquiry)?;
    let rules = &in_force.rules;
    judge_number(inquiry, rules)?;
    let appointers: Vec<String> = rules.first().map_or_else(Vec::new, |first| {
        first
            .get_all(&text::APPOINTERS)
            .into_iter()
            .map(|office| office.0.clone())
            .collect()
    });
    let Some(limb) = voted(rules) else {
        return Ok(Value::Persons(appointers).into());
    };
    let present = Value::Persons(vec![format!("the stockholders present, by {}", limb.proportion)]);
    match inquiry.known(&DEMANDED_BEFORE_VOTING) {
        Some(true) => Ok(present.into()),
        Some(false) => Ok(Conclusion::Readings(undemanded(appointers, present))),
        None => Err(unknown(&DEMANDED_BEFORE_VOTING.spec)),
    }
}

/// Who decides where nobody demanded inspectors and the text speaks of a demand only.
fn undemanded(appointers: Vec<String>, present: Value) -> Vec<Reading> {
    let who_decides = "whoever appoints, on counsel's advice";
    vec![
        Reading {
            text: "whoever appoints decides the number".to_owned(),
            value: Value::Persons(appointers),
            because: "the vote is asked for on demand, and the power to appoint takes in the number".to_owned(),
            is_preferred: true,
            who_decides: who_decides.to_owned(),
        },
        Reading {
            text: "the stockholders present decide the number in every case".to_owned(),
            value: present,
            because: "the text names no one else who decides".to_owned(),
            is_preferred: false,
            who_decides: who_decides.to_owned(),
        },
    ]
}

/// The vote that fixes the number on demand.
fn voted<'a>(rules: &[&'a Provision]) -> Option<Limb<'a>> {
    rules.iter().find_map(|provision| {
        Some(Limb {
            provision,
            proportion: *provision.get(&text::NUMBER_DECIDED_BY)?,
        })
    })
}

fn judge_number(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) -> Result<(), Pause> {
    let Some(number) = number(inquiry) else {
        return Ok(());
    };
    let limiting: Vec<&Provision> = rules
        .iter()
        .copied()
        .filter(|provision| allowed(provision).is_some())
        .collect();
    if limiting.is_empty() {
        return Ok(());
    }
    let allowed: Vec<String> = limiting.iter().filter_map(|provision| allowed(provision)).collect();
    let is_allowed = limiting.iter().all(|provision| allows(provision, number));
    let message = format!("inspectors: {number}; allowed: {}", allowed.join(", and "));
    let mut found = finding(
        &WRONG_NUMBER,
        is_allowed,
        message,
        &limiting,
        vec!["number", "inspectors"],
    );
    found.help = (!is_allowed).then(|| format!("appoint {}", allowed.join(", and ")));
    // On demand the number is not the appointer's own choice: those present vote on it.
    let is_demanded = inquiry.known(&DEMANDED_BEFORE_VOTING) == Some(true);
    if let (true, true, Some(limb)) = (is_allowed, is_demanded, voted(rules)) {
        let held = hold(inquiry, limb)?;
        let is_met = held.as_ref().and_then(|held| held.is_met);
        found.status = match is_met {
            Some(true) => FindingStatus::Met,
            Some(false) => FindingStatus::Unmet,
            None => FindingStatus::NeedsJudgment,
        };
        match is_met {
            Some(true) => {}
            Some(false) => found.message.push_str("; the vote of those present does not carry the number"),
            None => found.message.push_str("; the vote of those present on it is not told"),
        }
        found.help = match is_met {
            Some(true) => None,
            Some(false) => Some("put the number to the vote of those present again".to_owned()),
            None => Some(format!(
                "the stockholders present decide the number by {}: state their vote for it",
                limb.proportion
            )),
        };
        found.arithmetic.extend(held.map(|held| held.figures));
        found.blames.push("for");
    }
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, branch, field, status};

    const ID: &str = "inspectors-number";
    const FINDING: &str = "inspectors-wrong-number";
    const NOT_BOUND: [(&str, &str); 2] = [("listed", "no"), ("holders-of-record", "2000")];
    const BOUND: [(&str, &str); 1] = [("listed", "yes")];

    #[test]
    fn one_or_three_and_none_between() {
        for (number, expected) in [
            ("0", "unmet"),
            ("1", "met"),
            ("2", "unmet"),
            ("3", "met"),
            ("4", "unmet"),
        ] {
            let answer = ask_under("novell-2001", ID, &[("number", number)]);
            assert_eq!(status(&answer, FINDING), expected, "{number}");
        }
        for (number, expected) in [("0", "unmet"), ("1", "met"), ("2", "met")] {
            let answer = ask_under("raining-data-2001", ID, &[("number", number)]);
            assert_eq!(status(&answer, FINDING), expected, "{number}");
        }
        let answer = ask_under("novell-2001", ID, &[("inspectors", "Ash, Birch")]);
        assert_eq!(status(&answer, FINDING), "unmet");
    }

    #[test]
    fn nobody_is_no_inspector_whether_the_statute_binds_or_not() {
        for bound in [NOT_BOUND.as_slice(), &BOUND] {
            for (number, expected) in [("0", "unmet"), ("1", "met")] {
                let told: Vec<_> = bound.iter().copied().chain([("number", number)]).collect();
                assert_eq!(
                    status(&ask_under("altiris-2006", ID, &told), FINDING),
                    expected,
                    "{told:?}"
                );
            }
        }
    }

    #[test]
    fn on_demand_those_present_decide_the_number() {
        // A majority of 200 votes present is 101.
        for (votes_for, expected) in [(Some("101"), "met"), (Some("100"), "unmet"), (None, "needs judgment")] {
            let mut told = vec![
                ("number", "3"),
                ("demanded-before-voting", "yes"),
                ("votes-present", "200"),
            ];
            told.extend(votes_for.map(|votes| ("for", votes)));
            assert_eq!(
                status(&ask_under("novell-2001", ID, &told), FINDING),
                expected,
                "{votes_for:?}"
            );
        }
        let told = [("number", "3"), ("demanded-before-voting", "no")];
        assert_eq!(status(&ask_under("novell-2001", ID, &told), FINDING), "met");
    }

    #[test]
    fn without_a_demand_there_are_two_readings() {
        let answer = ask_under("novell-2001", ID, &[("demanded-before-voting", "no")]);
        assert_eq!((answer.value.is_none(), answer.readings.len()), (true, 2));
        let answer = ask_under("novell-2001", ID, &[("demanded-before-voting", "yes")]);
        assert_eq!(
            field(&answer, "value"),
            "the stockholders present, by majority of voting power present"
        );
        assert!(branch(&ask_under("novell-2001", ID, &[]), "yes").is_some());
        let answer = ask_under("raining-data-2001", ID, &[]);
        assert_eq!(field(&answer, "value"), "corporation; chair of the meeting");
    }
}
