//! # What must the notice of a stockholders' meeting state, and does it?
//!
//! Answers to 8 Del. C. §§ 222(a) (place if any, date and hour, means of remote communication, purposes of a special meeting,
//! from 1 August 2009 the record date for voting if it is another), 251(c) (merger), 262(d)(1) (appraisal), 271(a) (sale of
//! assets), 275(a) (dissolution) and 242(b)(1) (change of the certificate), and to the section of the bylaws on notice of meetings.
//!
//! **Our reading.** The items cumulate: what the statute asks and what the bylaws ask, for the kind of meeting, its form and
//! each matter to be acted on. The law is that of the day on which notice is given. What the notice encloses counts as
//! stated. Where a text names two things of which either will do, the one is as good as the other, and a text that names one
//! of them alone still wants that one. The record date for voting is missed only where it is known to differ from the record
//! date for notice. What the board intends to present is what it intends on the day of giving: each such matter and nominee is
//! named, and what the board takes up later is not missed.
//! Where bylaws ask for the place without saying "if any", the notice of a meeting without one says that there is none.
//!
//! **What may vary.** Certificate or bylaws may ask for more, never for less.
//!
//! **Not encoded.** Whether what is stated is true, complete and fair; the proxy rules of federal law.

use quorate_calendar::Day;
use quorate_law::vocabulary::notice_contents::{DEFINITION, INTENDED, ITEMS, OR};
use quorate_law::{Provision, Reckoning, Resolution};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{
    MATTERS, MEETING_DATE, MEETING_FORM, MEETING_KIND, MEETING_VALIDATED, NOTICE_GIVEN, NOTICE_WAIVED, RECORD_DATE, finding, meeting_situation, unless_waived, with_form,
};

/// What the notice states.
pub static STATED: Fact<Vec<String>> = Fact::new("stated", "the items that the notice states or encloses");
/// The record date for voting.
pub static VOTING_RECORD_DATE: Fact<Day> = Fact::new(
    "voting-record-date",
    "the record date for voting, where the board fixed one",
);

/// The matters that the board intends to present.
pub static INTENDED_MATTERS: Fact<Vec<String>> = Fact::new(
    "intended-matters",
    "the matters that the board intended to present when notice was given",
);
/// The matters named.
pub static NAMED_MATTERS: Fact<Vec<String>> = Fact::new("named-matters", "the matters that the notice names");
/// The nominees that the board intends to present.
pub static INTENDED_NOMINEES: Fact<Vec<String>> = Fact::new(
    "intended-nominees",
    "the nominees that the board intended to present when notice was given",
);
/// The nominees named.
pub static NAMED_NOMINEES: Fact<Vec<String>> = Fact::new("named-nominees", "the nominees that the notice names");

/// The item that is asked for only where there is another record date for voting, by its first words.
const VOTING_ITEM: &str = "record date for voting";

/// The notice leaves something out.
pub static MISSING: FindingDefinition = FindingDefinition {
    id: "notice-contents-missing",
    title: "the notice of the meeting leaves out what it must state",
    rank: Rank::Notice,
};

/// The notice does not name a matter or nominee of the board's.
pub static NOT_NAMED: FindingDefinition = FindingDefinition {
    id: "intended-item-not-named",
    title: "the notice does not name a matter or nominee that the board intends to present",
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
        &INTENDED_MATTERS.spec,
        &NAMED_MATTERS.spec,
        &INTENDED_NOMINEES.spec,
        &NAMED_NOMINEES.spec,
        &NOTICE_WAIVED.spec,
        &MEETING_VALIDATED.spec,
    ],
    shape: Shape::Items,
    reckoning: &[
        (Reckoning::Notice, "notice-given"),
        (Reckoning::Meeting, "meeting-date"),
    ],
    provisions: &[&DEFINITION],
    findings: &[&MISSING, &NOT_NAMED],
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
    let mut items: Vec<Item<'_>> = Vec::new();
    for provision in &resolution.controlling {
        let other = provision.get(&OR).map(String::as_str);
        for item in provision.get_all(&ITEMS) {
            if is_voting_item(&item.0) && voting_differs == Some(false) {
                continue;
            }
            let item = Item { name: &item.0, other, asking: vec![provision] };
            inquiry.show(format!("{}: {}", provision.citation, item.text()));
            match items.iter_mut().find(|known| (known.name, known.other) == (item.name, other)) {
                Some(known) => known.asking.push(provision),
                None => items.push(item),
            }
        }
    }
    if let Some(stated) = inquiry.known(&STATED) {
        judge(inquiry, &items, &stated, voting_differs == Some(true));
    }
    judge_intended(inquiry, &resolution, "matters", &INTENDED_MATTERS, &NAMED_MATTERS);
    judge_intended(inquiry, &resolution, "nominees", &INTENDED_NOMINEES, &NAMED_NOMINEES);
    Ok(Value::Items(items.iter().map(Item::text).collect()).into())
}

/// What a text asks for, what will do in its stead, and the provisions that ask.
struct Item<'a> {
    name: &'a str,
    other: Option<&'a str>,
    asking: Vec<&'a Provision>,
}

impl Item<'_> {
    fn text(&self) -> String {
        match self.other {
            Some(other) => format!("{}, or {other}", self.name),
            None => self.name.to_owned(),
        }
    }

    fn is_stated(&self, stated: &[String]) -> bool {
        let names = [Some(self.name), Some(head(self.name)), self.other];
        stated
            .iter()
            .any(|given| names.iter().flatten().any(|name| given.eq_ignore_ascii_case(name)))
    }
}

fn is_voting_item(item: &str) -> bool {
    head(item) == VOTING_ITEM
}

/// An item without what follows its first comma: facts that are lists are separated by commas.
fn head(item: &str) -> &str {
    item.split(',').next().unwrap_or(item).trim()
}

fn judge(inquiry: &mut Inquiry<'_>, items: &[Item<'_>], stated: &[String], voting_differs: bool) {
    let missing: Vec<&Item<'_>> = items
        .iter()
        .filter(|item| !item.is_stated(stated) && (voting_differs || !is_voting_item(item.name)))
        .collect();
    let is_met = missing.is_empty();
    let blamed: Vec<&Item<'_>> = if is_met { items.iter().collect() } else { missing.clone() };
    let mut authority: Vec<&Provision> = Vec::new();
    // The bylaws' own section first: it is the one the secretary reads.
    for provision in blamed.iter().flat_map(|item| &item.asking).rev() {
        if !authority.iter().any(|known| std::ptr::eq(*known, *provision)) {
            authority.push(provision);
        }
    }
    let left_out: Vec<String> = missing.iter().map(|item| item.text()).collect();
    let message = if is_met {
        "the notice states all that it must".to_owned()
    } else {
        format!("the notice does not state: {}", left_out.join("; "))
    };
    let mut found = finding(&MISSING, is_met, message, &authority, vec!["stated"]);
    if !is_met {
        found.arithmetic = missing
            .iter()
            .map(|item| {
                let asking: Vec<String> = item.asking.iter().map(|provision| provision.citation.to_string()).collect();
                format!("{}: {}", item.text(), asking.join(", "))
            })
            .collect();
        found.help = Some(format!(
            "give a notice or supplement that states {}, in time for the meeting, or obtain written waivers from everyone entitled to notice",
            left_out.join("; ")
        ));
    }
    let found = unless_waived(inquiry, found);
    inquiry.find(found);
}

/// Whether the notice names each thing that the board intended to present when it was given.
fn judge_intended(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'_>,
    kind: &str,
    intended: &'static Fact<Vec<String>>,
    named: &'static Fact<Vec<String>>,
) {
    let (Some(board), Some(notice)) = (inquiry.known(intended), inquiry.known(named)) else { return };
    let asking: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.word(&INTENDED) == Some(kind))
        .collect();
    if asking.is_empty() {
        return;
    }
    let missing: Vec<&str> = board
        .iter()
        .map(String::as_str)
        .filter(|thing| !notice.iter().any(|name| name.eq_ignore_ascii_case(thing)))
        .collect();
    let message = match missing.as_slice() {
        [] => format!("the notice names the {kind} that the board intends to present"),
        missing => format!("of the {kind} that the board intends to present the notice does not name: {}", missing.join("; ")),
    };
    let blames = vec![intended.spec.name, named.spec.name];
    let mut found = finding(&NOT_NAMED, missing.is_empty(), message, &asking, blames);
    found.help = (!missing.is_empty()).then(|| {
        format!("name {} in a supplement in time for the meeting, or do not present them", missing.join(" and "))
    });
    let found = unless_waived(inquiry, found);
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
                vec![
                    "access to the stock list",
                    "date",
                    "hour",
                    "means of remote communication",
                    "weather",
                ],
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

    #[test]
    fn each_of_two_alternatives_will_do_and_a_text_that_names_one_wants_that_one() {
        let bylaw = "notice-contents \"copy of the appraisal section\" matter=\"appraisal\"";
        let both = "place, date, hour, that appraisal rights are available";
        for (bylaws, date, stated, word) in [
            (SILENT, "2022-07-31", "copy of the appraisal section", "met"),
            (SILENT, "2022-07-31", "where to read it freely online", "unmet"),
            (SILENT, "2022-08-01", "copy of the appraisal section", "met"),
            (SILENT, "2022-08-01", "where to read it freely online", "met"),
            (bylaw, "2022-08-01", "where to read it freely online", "unmet"),
            (bylaw, "2022-08-01", "copy of the appraisal section", "met"),
        ] {
            let stated = format!("{both}, {stated}");
            let told = [("notice-given", date), ("matters", "appraisal"), ("stated", stated.as_str())];
            let answer = ask_with_bylaws(bylaws, "notice-contents", &told);
            assert_eq!(status(&answer, "notice-contents-missing"), word, "{bylaws} {told:?}");
        }
    }

    #[test]
    fn what_the_board_intends_is_named_one_by_one() {
        let bylaws = "notice-contents \"nominees\" intended=\"nominees\" matter=\"election of directors\"";
        for (matters, named, word) in [
            ("election of directors", "Dean, Hale", "met"),
            ("election of directors", "hale, dean, Rowe", "met"),
            ("election of directors", "Dean", "unmet"),
            ("ordinary", "Dean", "none"),
        ] {
            let told = [
                ("notice-given", "2006-05-15"),
                ("matters", matters),
                ("intended-nominees", "Dean, Hale"),
                ("named-nominees", named),
            ];
            let answer = ask_with_bylaws(bylaws, "notice-contents", &told);
            assert_eq!(status(&answer, "intended-item-not-named"), word, "{told:?}");
        }
    }
}
