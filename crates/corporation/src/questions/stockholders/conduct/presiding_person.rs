//! # Who presides at a meeting?
//!
//! Answers to the sections of the bylaws on the organization of meetings and on the duties of the chairman and the chief
//! executive officer; the statute says nothing about it.
//!
//! **Our reading.** The offices preside in the order of the text: each only when none before it is there. Where two
//! sections of one text name orders, they are read together if exactly one order respects both; if not, each is a reading.
//! When none of the offices named is there, the text's last resort follows; where it has none, it does not say who presides.
//! Whether an officer is absent is taken as told.
//!
//! **What may vary.** Everything: certificate or bylaws say who presides.
//!
//! **Not encoded.** That an officer may perform the duties of another who is absent (a president those of the chief executive
//! officer): whether presiding is among those duties is for the text's reader. That those present may choose a chair where
//! no text helps is custom, not text.

use quorate_law::Situation;
use quorate_law::vocabulary::presides::{DEFINITION, ELSE, ORDER};

use super::facts::PRESENT;
use super::order::{Order, conclude, is_same_office, orders};
use crate::answer::Shape;
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{BODY, finding};

/// Another than the text's person presided.
pub static WRONG_PERSON: FindingDefinition = FindingDefinition {
    id: "wrong-person-presided",
    title: "another than the text's person presided",
    rank: Rank::Authority,
};

/// Who presided.
pub static PRESIDED: Fact<String> = Fact::new("presided", "the office of the person who presided");

/// The question.
pub static QUESTION: Question = Question {
    id: "presiding-person",
    title: "Who presides at a meeting?",
    chapter: "stockholders",
    capabilities: &["S17"],
    source: include_str!("presiding_person.rs"),
    facts: &[&BODY.spec, &PRESENT.spec, &PRESIDED.spec],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&WRONG_PERSON],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("body", body))?;
    let orders = orders(&resolution, &ORDER, Some(&ELSE));
    let present = inquiry.known(&PRESENT);
    if let Some(presided) = inquiry.known(&PRESIDED) {
        judge(inquiry, &orders, present.as_deref(), &presided);
    }
    let Some(present) = present else {
        let whole = orders.iter().map(|order| (order, order.whole())).collect();
        return conclude(inquiry, whole).ok_or(Pause::Silent(&DEFINITION));
    };
    let candidates = orders.iter().filter_map(|order| {
        let first = order
            .first_present(&present)
            .map(str::to_owned)
            .or_else(|| order.otherwise.clone());
        first.map(|first| (order, vec![first]))
    });
    let candidates = candidates.collect();
    conclude(inquiry, candidates).ok_or_else(|| {
        let offices: Vec<_> = orders.iter().flat_map(|order| &order.offices).cloned().collect();
        Pause::Impossible(format!(
            "none of these is present: {}; the text does not say who presides then",
            offices.join(", ")
        ))
    })
}

/// Holds the person who presided against the orders.
fn judge(inquiry: &mut Inquiry<'_>, orders: &[Order<'_>], present: Option<&[String]>, presided: &str) {
    // Whoever presided was there, whether the list says so or not.
    let present: Option<Vec<String>> =
        present.map(|present| present.iter().cloned().chain([presided.to_owned()]).collect());
    let present = present.as_deref();
    let authority: Vec<_> = orders
        .iter()
        .flat_map(|order| order.provisions.iter().copied())
        .collect();
    let verdicts: Vec<FindingStatus> = orders.iter().map(|order| verdict(order, present, presided)).collect();
    let status = match verdicts.first() {
        Some(first) if verdicts.iter().all(|verdict| verdict == first) => *first,
        _ => FindingStatus::DependsOnReading,
    };
    let due: Vec<&str> = orders
        .iter()
        .filter_map(|order| order.first_present(present?))
        .collect();
    let message = match (status, due.first()) {
        (FindingStatus::Unknown, _) => {
            format!("{presided} presided; whether an office before it was present is not known")
        }
        (FindingStatus::NeedsJudgment, _) => {
            format!("{presided} presided; none of the offices that the text names was present")
        }
        (_, Some(due)) => format!("{presided} presided; {due} was present"),
        (_, None) => format!("{presided} presided"),
    };
    let mut found = finding(
        &WRONG_PERSON,
        status == FindingStatus::Met,
        message,
        &authority,
        vec!["presided", "present"],
    );
    found.status = status;
    found.help = match (status, due.first()) {
        (FindingStatus::Unmet, Some(due)) => Some(format!("let {due} preside")),
        (FindingStatus::Unmet, None) => Some("let the first present of the offices named preside".to_owned()),
        (FindingStatus::NeedsJudgment, _) => {
            Some(orders.iter().find_map(|order| order.otherwise.as_ref()).map_or_else(
                || {
                    "the text names nobody else: the stockholders or directors present must say whom they chose"
                        .to_owned()
                },
                |last| {
                    format!("the text then says: {last}; the secretary of the meeting must say whether that was done")
                },
            ))
        }
        (FindingStatus::Unknown, _) => Some("say which offices were present".to_owned()),
        _ => None,
    };
    inquiry.find(found);
}

fn verdict(order: &Order<'_>, present: Option<&[String]>, presided: &str) -> FindingStatus {
    let met = |is_met: bool| {
        if is_met {
            FindingStatus::Met
        } else {
            FindingStatus::Unmet
        }
    };
    let place = order.offices.iter().position(|office| is_same_office(office, presided));
    match (present, place) {
        // The first of the order cannot have been passed over.
        (None, Some(0)) => FindingStatus::Met,
        (None, _) => FindingStatus::Unknown,
        (Some(present), _) => match order.first_present(present) {
            Some(due) => met(is_same_office(due, presided)),
            None => FindingStatus::NeedsJudgment,
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "presiding-person";

    #[test]
    fn each_office_presides_only_when_none_before_it_is_there() {
        for (present, presides) in [
            ("president, chairman of the board", "chairman of the board"),
            ("president, vice chairman of the board", "vice chairman of the board"),
            ("vice president, President", "president"),
            ("vice president, senior vice president", "senior vice president"),
            ("vice president, secretary", "vice president"),
        ] {
            let answer = ask_under("novell-2001", ID, &[("present", present)]);
            assert_eq!(field(&answer, "value"), presides, "{present}");
        }
    }

    #[test]
    fn two_sections_that_agree_are_one_order() {
        // Sections 2.06 and 5.04: the second repeats the beginning of the first.
        let answer = ask_under("novell-2001", ID, &[]);
        let order = "chairman of the board; vice chairman of the board; president; executive vice president; senior vice president; vice president";
        assert_eq!(field(&answer, "value"), order);
        assert!(answer.readings.is_empty());
    }

    #[test]
    fn the_chief_executive_officer_presides_when_the_chairman_is_not_there() {
        let answer = ask_under("raining-data-2001", ID, &[]);
        assert_eq!(
            field(&answer, "value"),
            "chairman of the board; chief executive officer"
        );
        // The other set names one office for stockholders and two for the board.
        let answer = ask_under("altiris-2006", ID, &[]);
        assert_eq!(field(&answer, "value"), "chief executive officer");
        let answer = ask_under("altiris-2006", ID, &[("body", "board")]);
        assert_eq!(
            field(&answer, "value"),
            "chairman of the board; chief executive officer"
        );
    }

    #[test]
    fn sections_that_cannot_both_be_followed_are_readings() {
        let bylaws = "clause \"(a)\" { presides \"chairman\" \"president\"; }\nclause \"(b)\" { presides \"president\" \"chairman\"; }";
        let answer = ask_with_bylaws(bylaws, ID, &[("present", "chairman, president")]);
        assert_eq!(answer.value, None);
        assert_eq!(answer.readings.len(), 2);
        assert!(answer.readings[0].is_preferred && !answer.readings[1].is_preferred);
        // Only one of them is there: the two sections agree.
        let answer = ask_with_bylaws(bylaws, ID, &[("present", "president")]);
        assert_eq!(field(&answer, "value"), "president");
        let told = [("present", "chairman, president"), ("presided", "president")];
        assert_eq!(
            status(&ask_with_bylaws(bylaws, ID, &told), "wrong-person-presided"),
            "depends on the reading"
        );
    }

    #[test]
    fn when_none_is_there_the_last_resort_or_nothing() {
        let answer = ask_under(
            "raining-data-2001",
            ID,
            &[("present", "president"), ("presided", "president")],
        );
        assert_eq!(answer.value, None);
        assert!(answer.remark.unwrap().contains("does not say who presides"));
        let bylaws = "presides \"chairman\" else=\"one whom the board appoints\"";
        let answer = ask_with_bylaws(bylaws, ID, &[("present", "president"), ("presided", "president")]);
        assert_eq!(field(&answer, "value"), "one whom the board appoints");
        assert_eq!(status(&answer, "wrong-person-presided"), "needs judgment");
    }

    #[test]
    fn who_presided_is_held_against_who_was_there() {
        for (present, presided, expected) in [
            (Some("chairman of the board, president"), "chairman of the board", "met"),
            (Some("chairman of the board, president"), "president", "unmet"),
            (Some("president, vice president"), "president", "met"),
            (Some("president, vice president"), "secretary", "unmet"),
            (Some("secretary"), "secretary", "needs judgment"),
            (None, "chairman of the board", "met"),
            (None, "president", "unknown"),
        ] {
            let mut told = vec![("presided", presided)];
            told.extend(present.map(|present| ("present", present)));
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(status(&answer, "wrong-person-presided"), expected, "{told:?}");
        }
    }

    #[test]
    fn silent_bylaws_leave_it_open() {
        let answer = ask_with_bylaws("narrative \"nothing\"", ID, &[]);
        assert_eq!(answer.value, None);
        assert!(answer.remark.unwrap().starts_with("no source says anything"));
    }
}
