//! # As of which day does the stock list show the holders?
//!
//! Answers to 8 Del. C. § 219(a) (the list shows those entitled to vote; from 1 August 2009, where the record date for voting
//! is less than ten days before the meeting, those entitled on the tenth day before it).
//!
//! **Our reading.** The day of the meeting is not counted. A record date for voting on the tenth day before the meeting is not
//! less than ten days before it, so the list shows that day; one on the ninth day or later makes the list show the tenth day.
//! The law is that of the day of the meeting. Until 31 July 2009 there was one record date, at least ten days before the
//! meeting, and the list showed the holders of that day.
//!
//! **What may vary.** Nothing.
//!
//! **Not encoded.** A list that shows more.

use quorate_calendar::Day;
use quorate_law::vocabulary::stock_list_holders::{AS_OF, DEFINITION, UNLESS};
use quorate_law::{Provision, Reckoning, Situation};

use super::notice_contents::VOTING_RECORD_DATE;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, RECORD_DATE, finding, rely_on};

/// What it shows.
static LIST_AS_OF: Fact<Day> = Fact::new("list-as-of", "the day as of which the list shows the holders");

/// It shows another day.
pub static WRONG_DAY: FindingDefinition = FindingDefinition {
    id: "stock-list-wrong-day",
    title: "the stock list shows the holders of another day",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "stock-list-holders",
    title: "As of which day does the stock list show the holders?",
    chapter: "stockholders",
    capabilities: &["S7", "S6"],
    source: include_str!("stock_list_holders.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &RECORD_DATE.spec,
        &VOTING_RECORD_DATE.spec,
        &LIST_AS_OF.spec,
    ],
    shape: Shape::Day,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&WRONG_DAY],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    inquiry.need(&MEETING_DATE)?;
    let entitled = match inquiry.known(&VOTING_RECORD_DATE) {
        Some(voting) => voting,
        None => inquiry.need(&RECORD_DATE)?,
    };
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let mut shown = entitled;
    let mut moving: Vec<&Provision> = Vec::new();
    for provision in resolution.controlling.iter().copied() {
        let spared = match provision.get(&UNLESS) {
            Some(phrase) => inquiry.window(phrase)?.earlier().contains(entitled),
            None => false,
        };
        if let (Some(phrase), false) = (provision.get(&AS_OF), spared) {
            shown = *inquiry.point(phrase)?.earlier();
            inquiry.show(format!("{}: {phrase}: {shown}", provision.citation));
            moving.push(provision);
        }
    }
    if moving.is_empty() {
        rely_on(inquiry, &resolution, &[]);
        inquiry.show(format!("those entitled to vote, as of {entitled}"));
    }
    if let Some(as_of) = inquiry.known(&LIST_AS_OF) {
        let is_met = as_of == shown;
        let message = format!("the list shows the holders of {as_of}; it is to show those of {shown}");
        let mut found = finding(
            &WRONG_DAY,
            is_met,
            message,
            &resolution.controlling,
            vec![LIST_AS_OF.spec.name],
        );
        found.help = (!is_met).then(|| format!("make the list as of {shown}"));
        inquiry.find(found);
    }
    Ok(Value::Day(shown).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, status};

    const ID: &str = "stock-list-holders";

    #[test]
    fn a_late_date_for_voting_makes_the_list_show_the_tenth_day() {
        // 20 November 2009 less ten days is the 10th.
        for (voting, shown) in [
            ("2009-11-09", "2009-11-09"),
            ("2009-11-10", "2009-11-10"),
            ("2009-11-11", "2009-11-10"),
            ("2009-11-20", "2009-11-10"),
        ] {
            let told = [
                ("meeting-date", "2009-11-20"),
                ("record-date", "2009-10-01"),
                ("voting-record-date", voting),
                ("list-as-of", "2009-11-10"),
            ];
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(field(&answer, "value"), shown, "{voting}");
            let word = if shown == "2009-11-10" { "met" } else { "unmet" };
            assert_eq!(status(&answer, "stock-list-wrong-day"), word, "{voting}");
        }
    }

    #[test]
    fn without_one_it_shows_the_record_date() {
        let told = [("meeting-date", "2002-04-17"), ("record-date", "2002-02-28")];
        assert_eq!(field(&ask_under("novell-2001", ID, &told), "value"), "2002-02-28");
    }
}
