//! # Which record date decides who may vote?
//!
//! Answers to 8 Del. C. § 213(a) (until 31 July 2009 one record date for notice and vote; from 1 August 2009 the board may
//! determine a later one for voting, on or before the day of the meeting, when it fixes the one for notice), and to the
//! section of the bylaws on record dates.
//!
//! **Our reading.** Without a date of its own for voting the record date for notice decides both. A date for voting is later
//! than the one for notice, and may be the day of the meeting. It is determined with the other, so one determined by a later
//! resolution has no force. The law is that of the day of the resolution. Bylaws written before 2009 speak of one date for
//! notice and vote; they repeat the statute of their day and do not take from the board what the statute gives it now. Bylaws
//! that deny it expressly are two readings, and the board's power is preferred, as no clause lets a bylaw take it.
//!
//! **What may vary.** Nothing, on our reading; the board need not use the power.
//!
//! **Not encoded.** Whether the board had an equitable reason for the later date.

use quorate_calendar::{Day, DayWindow};
use quorate_law::vocabulary::voting_record_date::{AFTER, BEFORE, DEFINITION, FIXED, SEPARATE};
use quorate_law::{Provision, Reckoning, Resolution, Situation};

use super::notice_contents::VOTING_RECORD_DATE;
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, RECORD_DATE, RESOLUTION, finding};

/// When the date for voting was determined.
static VOTING_RESOLUTION: Fact<Day> = Fact::new(
    "voting-resolution",
    "the day of the resolution that determined the record date for voting, where it was another",
);

/// There can be none.
pub static NOT_OPEN: FindingDefinition = FindingDefinition {
    id: "voting-record-date-not-open",
    title: "a record date for voting was fixed apart from the one for notice without power to",
    rank: Rank::Authority,
};
/// It lies elsewhere.
pub static OUTSIDE: FindingDefinition = FindingDefinition {
    id: "voting-record-date-outside-range",
    title: "the record date for voting is before the one for notice or after the meeting",
    rank: Rank::Limits,
};
/// It came later.
pub static FIXED_APART: FindingDefinition = FindingDefinition {
    id: "voting-record-date-fixed-apart",
    title: "the record date for voting was not determined with the one for notice",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "voting-record-date",
    title: "Which record date decides who may vote?",
    chapter: "stockholders",
    capabilities: &["S6"],
    source: include_str!("voting_record_date.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &RECORD_DATE.spec,
        &VOTING_RECORD_DATE.spec,
        &RESOLUTION.spec,
        &VOTING_RESOLUTION.spec,
    ],
    shape: Shape::Day,
    reckoning: &[
        (Reckoning::Resolution, "resolution"),
        (Reckoning::Meeting, "meeting-date"),
    ],
    provisions: &[&DEFINITION],
    findings: &[&NOT_OPEN, &OUTSIDE, &FIXED_APART],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let notice = inquiry.need(&RECORD_DATE)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let Some(voting) = inquiry.known(&VOTING_RECORD_DATE).filter(|voting| *voting != notice) else {
        inquiry.show(format!("one record date for notice and vote: {notice}"));
        return Ok(Value::Day(notice).into());
    };
    let power = judge_power(inquiry, &resolution, voting);
    if power == FindingStatus::Unmet {
        return Ok(Value::Day(notice).into());
    }
    let is_inside = judge_range(inquiry, &resolution, notice, voting)?;
    let is_together = judge_together(inquiry, &resolution);
    if !is_inside || !is_together {
        return Ok(Value::Day(notice).into());
    }
    if power == FindingStatus::Met {
        return Ok(Value::Day(voting).into());
    }
    let reading = |text: &str, day, because: &str, is_preferred| Reading {
        text: text.to_owned(),
        value: Value::Day(day),
        because: because.to_owned(),
        is_preferred,
        who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
    };
    Ok(Conclusion::Readings(vec![
        reading(
            "the record date for voting",
            voting,
            "the statute gives the board the power, and no clause lets a bylaw take it",
            true,
        ),
        reading(
            "the record date for notice",
            notice,
            "the bylaws deny the board another one for voting",
            false,
        ),
    ]))
}

fn saying<'a>(resolution: &Resolution<'a>, wanted: bool) -> Vec<&'a Provision> {
    resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.get(&SEPARATE) == Some(&wanted))
        .collect()
}

/// Whether the board may fix a date for voting apart: met, unmet, or as one reads a text that denies what the statute gives.
pub(super) fn judge_power(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, voting: Day) -> FindingStatus {
    let (allowing, denying) = (saying(resolution, true), saying(resolution, false));
    let status = match (allowing.is_empty(), denying.is_empty()) {
        (false, true) => FindingStatus::Met,
        (false, false) => FindingStatus::DependsOnReading,
        (true, _) => FindingStatus::Unmet,
    };
    let authority = if status == FindingStatus::Met {
        &allowing
    } else {
        &denying
    };
    let message = format!("the board fixed {voting} as the record date for voting, apart from the one for notice");
    let mut found = finding(&NOT_OPEN, false, message, authority, vec![VOTING_RECORD_DATE.spec.name]);
    found.status = status;
    found.help = (status != FindingStatus::Met).then(|| "fix one record date for notice and vote".to_owned());
    inquiry.find(found);
    status
}

fn judge_range(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'_>,
    notice: Day,
    voting: Day,
) -> Result<bool, Pause> {
    let bounding = saying(resolution, true);
    let mut window = DayWindow::OPEN;
    for provision in &bounding {
        for phrase in [provision.get(&BEFORE), provision.get(&AFTER)].into_iter().flatten() {
            // A meeting whose day is not told does not bound the date yet.
            match inquiry.window(phrase) {
                Ok(own) => {
                    inquiry.show(format!("{}: {phrase}: {}", provision.citation, own.earlier()));
                    window = window.intersect(own.earlier());
                }
                Err(Pause::Unknown { .. }) => {}
                Err(other) => return Err(other),
            }
        }
    }
    let is_met = window.contains(voting);
    let message =
        format!("the record date for voting is {voting}, the one for notice {notice}; it may lie in {window}");
    let mut found = finding(&OUTSIDE, is_met, message, &bounding, vec![VOTING_RECORD_DATE.spec.name]);
    found.help =
        (!is_met).then(|| format!("fix a record date for voting in {window}, when the one for notice is fixed"));
    inquiry.find(found);
    Ok(is_met)
}

fn judge_together(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> bool {
    let asking: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.word(&FIXED) == Some("with the record date for notice"))
        .collect();
    let (Some(first), Some(second), false) = (
        inquiry.known(&RESOLUTION),
        inquiry.known(&VOTING_RESOLUTION),
        asking.is_empty(),
    ) else {
        return true;
    };
    let is_met = first == second;
    let message = format!("the record date for notice was fixed on {first}, the one for voting on {second}");
    let mut found = finding(
        &FIXED_APART,
        is_met,
        message,
        &asking,
        vec![VOTING_RESOLUTION.spec.name],
    );
    found.help =
        (!is_met).then(|| "fix both anew by one resolution, or let the record date for notice decide".to_owned());
    inquiry.find(found);
    is_met
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "voting-record-date";
    const MEETING: (&str, &str) = ("meeting-date", "2009-11-20");
    const NOTICE: (&str, &str) = ("record-date", "2009-10-01");

    #[test]
    fn from_2009_a_later_date_until_the_meeting() {
        for (voting, word, day) in [
            ("2009-10-02", "met", "2009-10-02"),
            ("2009-11-20", "met", "2009-11-20"),
            ("2009-11-21", "unmet", "2009-10-01"),
            ("2009-09-30", "unmet", "2009-10-01"),
        ] {
            for set in ["altiris-2006", "novell-2001", "raining-data-2001"] {
                let told = [
                    MEETING,
                    NOTICE,
                    ("voting-record-date", voting),
                    ("resolution", "2009-08-01"),
                ];
                let answer = ask_under(set, ID, &told);
                assert_eq!(
                    status(&answer, "voting-record-date-outside-range"),
                    word,
                    "{set} {voting}"
                );
                assert_eq!(field(&answer, "value"), day, "{set} {voting}");
            }
        }
    }

    #[test]
    fn before_2009_there_is_one_date() {
        let told = [
            MEETING,
            NOTICE,
            ("voting-record-date", "2009-11-01"),
            ("resolution", "2009-07-31"),
        ];
        let answer = ask_under("novell-2001", ID, &told);
        assert_eq!(
            (
                status(&answer, "voting-record-date-not-open"),
                field(&answer, "value").as_str()
            ),
            ("unmet", "2009-10-01")
        );
        let one = [
            MEETING,
            NOTICE,
            ("voting-record-date", "2009-10-01"),
            ("resolution", "2009-07-31"),
        ];
        assert_eq!(
            status(&ask_under("novell-2001", ID, &one), "voting-record-date-not-open"),
            "none"
        );
    }

    #[test]
    fn it_is_determined_with_the_other() {
        for (resolved, word, day) in [
            ("2009-09-01", "met", "2009-11-01"),
            ("2009-09-02", "unmet", "2009-10-01"),
        ] {
            let told = [
                MEETING,
                NOTICE,
                ("voting-record-date", "2009-11-01"),
                ("resolution", "2009-09-01"),
                ("voting-resolution", resolved),
            ];
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(
                (
                    status(&answer, "voting-record-date-fixed-apart"),
                    field(&answer, "value").as_str()
                ),
                (word, day)
            );
        }
    }

    #[test]
    fn bylaws_that_deny_it_are_one_reading() {
        let told = [
            MEETING,
            NOTICE,
            ("voting-record-date", "2009-11-01"),
            ("resolution", "2009-09-01"),
        ];
        let answer = ask_with_bylaws("voting-record-date #false", ID, &told);
        assert_eq!(status(&answer, "voting-record-date-not-open"), "depends on the reading");
        assert_eq!(answer.readings.len(), 2);
    }
}
