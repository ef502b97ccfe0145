//! # Must inspectors of election be appointed?
//!
//! Answers to 8 Del. C. § 231(a) and (e) (a corporation whose voting stock is listed or quoted, or held of record by more than
//! two thousand stockholders, must appoint them before every meeting), and to the section of the bylaws on inspectors or
//! judges of election.
//!
//! **Our reading.** Any one of the facts named makes inspectors necessary, whichever text names it; duties cumulate. "More
//! than" a number of holders is not reached by that number itself. A demand counts only if it is made at the meeting before
//! voting begins; it makes the appointment a duty of the one presiding.
//!
//! **What may vary.** Bylaws may ask for inspectors in more cases, never in fewer where the statute binds.
//!
//! **Not encoded.** Whether a class is listed or quoted is told, not found out; how holders of record are counted where
//! shares are held in a nominee's name.

use quorate_law::Situation;
use quorate_law::vocabulary::inspectors_required::DEFINITION;

use super::super::conduct::facts::{DEMANDED_BEFORE_VOTING, HOLDERS_OF_RECORD, LISTED};
use super::inspector_law::{is_law, trigger};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// Inspectors were required and not appointed.
pub static NOT_APPOINTED: FindingDefinition = FindingDefinition {
    id: "inspectors-not-appointed",
    title: "inspectors of election were not appointed",
    rank: Rank::Form,
};

/// Whether inspectors were appointed.
pub static INSPECTORS_APPOINTED: Fact<bool> = Fact::new(
    "inspectors-appointed",
    "whether inspectors of election were appointed for the meeting",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "inspectors-required",
    title: "Must inspectors of election be appointed?",
    chapter: "stockholders",
    capabilities: &["S15"],
    source: include_str!("inspectors_required.rs"),
    facts: &[
        &LISTED.spec,
        &HOLDERS_OF_RECORD.spec,
        &DEMANDED_BEFORE_VOTING.spec,
        &INSPECTORS_APPOINTED.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&NOT_APPOINTED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    // The corporation's own words first: a text that always asks for inspectors makes the other facts needless.
    let mut provisions = resolution.controlling.clone();
    provisions.sort_by_key(|provision| is_law(provision));
    let why = trigger(inquiry, &provisions)?;
    match &why {
        Some((provision, why)) => inquiry.show(format!("{}: {why}", provision.citation)),
        None => inquiry.show("none of the facts that make inspectors necessary is there"),
    }
    if let Some(appointed) = inquiry.known(&INSPECTORS_APPOINTED) {
        let (are, authority) = match &why {
            Some((provision, why)) => (format!("they are required: {why}"), vec![*provision]),
            None => ("none are required".to_owned(), provisions),
        };
        let were = if appointed {
            "inspectors were appointed"
        } else {
            "no inspectors were appointed"
        };
        let is_met = appointed || why.is_none();
        let mut found = finding(
            &NOT_APPOINTED,
            is_met,
            format!("{were}; {are}"),
            &authority,
            vec!["inspectors-appointed"],
        );
        found.help = (!is_met).then(|| "appoint inspectors before the vote is taken".to_owned());
        inquiry.find(found);
    }
    Ok(Value::YesNo(why.is_some()).into())
}

#[cfg(test)]
mod tests {
    use crate::answer::Branch;
    use crate::testing::{ask_under, ask_with_bylaws, field, field_of, status};

    const ID: &str = "inspectors-required";
    const NONE: &str = "narrative \"nothing\"";

    #[test]
    fn the_statute_asks_for_them_when_listed_or_over_two_thousand() {
        for (listed, holders, required) in [
            ("no", "2000", "no"),
            ("no", "2001", "yes"),
            ("yes", "2000", "yes"),
            ("yes", "1", "yes"),
            ("no", "1", "no"),
        ] {
            let answer = ask_with_bylaws(NONE, ID, &[("listed", listed), ("holders-of-record", holders)]);
            assert_eq!(field(&answer, "value"), required, "{listed} {holders}");
        }
    }

    #[test]
    fn one_fact_that_is_enough_makes_the_others_needless() {
        assert_eq!(field(&ask_with_bylaws(NONE, ID, &[("listed", "yes")]), "value"), "yes");
        assert_eq!(
            field(&ask_with_bylaws(NONE, ID, &[("holders-of-record", "2001")]), "value"),
            "yes"
        );
        assert_eq!(field(&ask_under("raining-data-2001", ID, &[]), "value"), "yes");
        assert_eq!(
            field(&ask_with_bylaws("inspectors-required always=#true", ID, &[]), "value"),
            "yes"
        );
    }

    #[test]
    fn an_unknown_number_of_holders_has_a_branch_on_each_side() {
        let answer = ask_with_bylaws(NONE, ID, &[("listed", "no")]);
        assert_eq!(answer.value, None);
        let branches: Vec<_> = answer.needs[0]
            .branches
            .iter()
            .map(|(label, branch)| match branch {
                Branch::Answer(answer) => (label.as_str(), field_of(answer.value.as_ref().unwrap(), "value")),
                Branch::Open(_) => panic!("no document is missing"),
            })
            .collect();
        assert_eq!(
            branches,
            [
                ("not more than 2000", "no".to_owned()),
                ("more than 2000", "yes".to_owned())
            ]
        );
    }

    #[test]
    fn a_demand_before_voting_makes_them_necessary() {
        for (demanded, required) in [("yes", "yes"), ("no", "no")] {
            let told = [
                ("listed", "no"),
                ("holders-of-record", "2000"),
                ("demanded-before-voting", demanded),
            ];
            assert_eq!(field(&ask_under("novell-2001", ID, &told), "value"), required);
            // Without a rule on demand it makes no difference.
            assert_eq!(field(&ask_with_bylaws(NONE, ID, &told), "value"), "no");
        }
    }

    #[test]
    fn their_absence_is_found_only_where_they_are_required() {
        for (holders, appointed, expected) in [
            ("2001", "no", "unmet"),
            ("2001", "yes", "met"),
            ("2000", "no", "met"),
            ("2000", "yes", "met"),
        ] {
            let told = [
                ("listed", "no"),
                ("holders-of-record", holders),
                ("inspectors-appointed", appointed),
            ];
            assert_eq!(
                status(&ask_with_bylaws(NONE, ID, &told), "inspectors-not-appointed"),
                expected,
                "{told:?}"
            );
        }
    }
}
