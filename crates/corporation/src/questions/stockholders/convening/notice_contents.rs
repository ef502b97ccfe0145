//! # What must the notice of a stockholders' meeting state, and does it?
//!
//! Answers to 8 Del. C. §§ 222(a) (place if any, date and hour, means of remote communication, purposes of a special meeting,
//! from 1 August 2009 the record date for voting if it is another) and 262(d)(1) (appraisal), and to the section of the bylaws
//! on notice of meetings.
//!
//! **Our reading.** The items cumulate: what the statute asks and what the bylaws ask, for the kind of meeting, its form and
//! each matter to be acted on. The law is that of the day on which notice is given. What the notice encloses counts as
//! stated. The record date for voting is missed only where it is known to differ from the record date for notice.
//! Where bylaws ask for the place without saying "if any", the notice of a meeting without one says that there is none.
//!
//! **What may vary.** Certificate or bylaws may ask for more, never for less.
//!
//! **Not encoded.** Whether what is stated is true, complete and fair; the proxy rules of federal law.

use quorate_calendar::Day;
use quorate_law::vocabulary::notice_contents::{DEFINITION, ITEMS};
use quorate_law::{Provision, Reckoning};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{
    MATTERS, MEETING_DATE, MEETING_FORM, MEETING_KIND, NOTICE_GIVEN, RECORD_DATE, finding, meeting_situation, with_form,
};

/// What the notice states.
pub static STATED: Fact<Vec<String>> = Fact::new("stated", "the items that the notice states or encloses");
/// The record date for voting.
pub static VOTING_RECORD_DATE: Fact<Day> = Fact::new(
    "voting-record-date",
    "the record date for voting, where the board fixed one",
);

/// The item that is asked for only where there is another record date for voting, by its first words.
const VOTING_ITEM: &str = "record date for voting";

/// The notice leaves something out.
pub static MISSING: FindingDefinition = FindingDefinition {
    id: "notice-contents-missing",
    title: "the notice of the meeting leaves out what it must state",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-contents",
    title: "What must the notice of a stockholders' meeting state?",
    chapter: "stockholders",
    capabilities: &["S5"],
    source: include_str!("notice_contents.rs"),
    facts: &[
        &MEETING_KIND.spec,
        &MATTERS.spec,
        &MEETING_FORM.spec,
        &NOTICE_GIVEN.spec,
        &MEETING_DATE.spec,
        &STATED.spec,
        &RECORD_DATE.spec,
        &VOTING_RECORD_DATE.spec,
    ],
    shape: Shape::Items,
    reckoning: &[
        (Reckoning::Notice, "notice-given"),
        (Reckoning::Meeting, "meeting-date"),
    ],
    provisions: &[&DEFINITION],
    findings: &[&MISSING],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let form = inquiry.need(&MEETING_FORM)?;
    let situation = with_form(meeting_situation(inquiry)?, form);
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    let voting_differs = match (inquiry.known(&VOTING_RECORD_DATE), inquiry.known(&RECORD_DATE)) {
        (Some(voting), Some(notice)) => Some(voting != notice),
        _ => None,
    };
    let mut items: Vec<(&str, Vec<&Provision>)> = Vec::new();
    for provision in &resolution.controlling {
        for item in provision.get_all(&ITEMS) {
            if is_voting_item(&item.0) && voting_differs == Some(false) {
                continue;
            }
            inquiry.show(format!("{}: {}", provision.citation, item.0));
            match items.iter_mut().find(|(known, _)| *known == item.0) {
                Some((_, asking)) => asking.push(provision),
                None => items.push((&item.0, vec![provision])),
            }
        }
    }
    if let Some(stated) = inquiry.known(&STATED) {
        judge(inquiry, &items, &stated, voting_differs == Some(true));
    }
    Ok(Value::Items(items.into_iter().map(|(item, _)| item.to_owned()).collect()).into())
}

fn is_voting_item(item: &str) -> bool {
    head(item) == VOTING_ITEM
}

/// An item without what follows its first comma: facts that are lists are separated by commas.
fn head(item: &str) -> &str {
    item.split(',').next().unwrap_or(item).trim()
}

fn judge(inquiry: &mut Inquiry<'_>, items: &[(&str, Vec<&Provision>)], stated: &[String], voting_differs: bool) {
    let is_stated = |item: &str| {
        stated
            .iter()
            .any(|given| given.eq_ignore_ascii_case(item) || given.eq_ignore_ascii_case(head(item)))
    };
    let missing: Vec<_> = items
        .iter()
        .filter(|(item, _)| !is_stated(item) && (voting_differs || !is_voting_item(item)))
        .collect();
    let is_met = missing.is_empty();
    let blamed = if is_met {
        items.iter().collect()
    } else {
        missing.clone()
    };
    let mut authority: Vec<&Provision> = Vec::new();
    // The bylaws' own section first: it is the one the secretary reads.
    for provision in blamed.iter().flat_map(|(_, asking)| asking).rev() {
        if !authority.iter().any(|known| std::ptr::eq(*known, *provision)) {
            authority.push(provision);
        }
    }
    let left_out: Vec<&str> = missing.iter().map(|(item, _)| *item).collect();
    let message = if is_met {
        "the notice states all that it must".to_owned()
    } else {
        format!("the notice does not state: {}", left_out.join("; "))
    };
    let mut found = finding(&MISSING, is_met, message, &authority, vec!["stated"]);
    if !is_met {
        found.arithmetic = missing
            .iter()
            .map(|(item, asking)| {
                let asking: Vec<String> = asking.iter().map(|provision| provision.citation.to_string()).collect();
                format!("{item}: {}", asking.join(", "))
            })
            .collect();
        found.help = Some(format!(
            "give a notice or supplement that states {}, in time for the meeting, or obtain written waivers from everyone entitled to notice",
            left_out.join("; ")
        ));
    }
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    fn items(told: &[(&str, &str)]) -> Vec<String> {
        let answer = ask_with_bylaws("notice-contents \"weather\" \"hour\"", "notice-contents", told);
        let mut items: Vec<String> = field(&answer, "value").split("; ").map(str::to_owned).collect();
        items.sort();
        items
    }

    #[test]
    fn items_cumulate_by_kind_form_matter_and_day() {
        let day = ("notice-given", "2002-03-15");
        for (told, expected) in [
            (vec![day], vec!["date", "hour", "place", "weather"]),
            (
                vec![day, ("meeting-kind", "special")],
                vec!["date", "hour", "place", "purpose", "weather"],
            ),
            (
                vec![day, ("form", "remote")],
                vec!["date", "hour", "means of remote communication", "weather"],
            ),
            (
                vec![("notice-given", "2000-06-30"), ("form", "remote")],
                vec!["date", "hour", "weather"],
            ),
            (
                vec![("notice-given", "2009-07-31")],
                vec!["date", "hour", "place", "weather"],
            ),
            (
                vec![("notice-given", "2009-08-01")],
                vec![
                    "date",
                    "hour",
                    "place",
                    "record date for voting, if different",
                    "weather",
                ],
            ),
            (
                vec![
                    ("notice-given", "2009-08-01"),
                    ("record-date", "2009-07-01"),
                    ("voting-record-date", "2009-07-01"),
                ],
                vec!["date", "hour", "place", "weather"],
            ),
        ] {
            assert_eq!(items(&told), expected, "{told:?}");
        }
    }

    #[test]
    fn each_item_left_out_is_named() {
        for (stated, word, left_out) in [
            ("place, date, hour, weather", "met", vec![]),
            ("Place, Date, Hour, Weather, lunch", "met", vec![]),
            ("place, date, hour", "unmet", vec!["weather"]),
            ("weather", "unmet", vec!["place", "date", "hour"]),
        ] {
            let told = [("notice-given", "2002-03-15"), ("stated", stated)];
            let answer = ask_with_bylaws("notice-contents \"weather\" \"hour\"", "notice-contents", &told);
            assert_eq!(status(&answer, "notice-contents-missing"), word, "{stated}");
            for item in left_out {
                assert!(
                    answer.findings[0].message.contains(item),
                    "{stated}: {}",
                    answer.findings[0].message
                );
            }
        }
    }

    #[test]
    fn the_voting_record_date_is_missed_only_where_it_differs() {
        let stated = ("stated", "place, date, hour");
        for (voting, word) in [
            (None, "met"),
            (Some("2009-09-10"), "met"),
            (Some("2009-09-11"), "unmet"),
        ] {
            let told = [("notice-given", "2009-10-01"), stated, ("record-date", "2009-09-10")];
            let told: Vec<_> = told
                .into_iter()
                .chain(voting.map(|day| ("voting-record-date", day)))
                .collect();
            let answer = ask_with_bylaws(SILENT, "notice-contents", &told);
            assert_eq!(status(&answer, "notice-contents-missing"), word, "{voting:?}");
        }
        let told = [
            ("notice-given", "2009-10-01"),
            ("stated", "place, date, hour, record date for voting"),
            ("record-date", "2009-09-10"),
            ("voting-record-date", "2009-09-11"),
        ];
        assert_eq!(
            status(
                &ask_with_bylaws(SILENT, "notice-contents", &told),
                "notice-contents-missing"
            ),
            "met"
        );
    }

    #[test]
    fn the_shipped_sets() {
        let told = [
            ("notice-given", "2006-05-15"),
            ("meeting-kind", "special"),
            ("matters", "election of directors"),
        ];
        let value = field(&ask_under("altiris-2006", "notice-contents", &told), "value");
        for item in [
            "purpose",
            "general nature of the business",
            "nominees the board intends to present",
        ] {
            assert!(value.contains(item), "{item} in {value}");
        }
        // This set asks for the purposes of every meeting, the annual one among them.
        let told = [
            ("notice-given", "2002-03-15"),
            ("meeting-kind", "annual"),
            ("stated", "place, date, hour"),
        ];
        assert_eq!(
            status(
                &ask_under("raining-data-2001", "notice-contents", &told),
                "notice-contents-missing"
            ),
            "unmet"
        );
        assert_eq!(
            status(
                &ask_under("novell-2001", "notice-contents", &told),
                "notice-contents-missing"
            ),
            "met"
        );
    }
}
