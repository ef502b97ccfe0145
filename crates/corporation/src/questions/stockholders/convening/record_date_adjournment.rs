//! # Which record date holds for an adjourned meeting?
//!
//! Answers to 8 Del. C. § 213(a) (the record date holds for an adjournment, and the board may fix a new one), and to the
//! section of the bylaws on record dates.
//!
//! **Our reading.** Unless the board fixes a new record date, the old one holds, whether fixed or set by default. Bylaws that
//! carry the date over and do not speak of a new one leave the statute's leave to fix one as it is. Bylaws that deny it go
//! against a statute that gives the power to the board: both are readings, and the board's power is preferred.
//!
//! **What may vary.** The board may fix a new date.
//!
//! From 1 August 2009 a new record date for voting takes a new one for notice, the same or earlier; without it the adjourned
//! meeting lacks its notice, and the new date for voting does not hold.
//!
//! **Not encoded.** The range of a new record date and the notice that it makes necessary are questions of their own.

use quorate_calendar::Day;
use quorate_law::vocabulary::record_date_adjournment::{BOARD_MAY_FIX_NEW, CARRIES_OVER, DEFINITION};
use quorate_law::vocabulary::voting_record_date;
use quorate_law::{Provision, Reckoning, Resolution, Situation, Source};

use super::voting_record_date::{NOT_OPEN, judge_power};
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{Authority, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{RECORD_DATE, RESOLUTION, finding, rely_on};

/// The new record date.
pub static NEW_RECORD_DATE: Fact<Day> = Fact::new(
    "new-record-date",
    "the record date that the board fixed for the adjourned meeting, where it fixed one",
);

/// The new record date for voting.
static NEW_VOTING_RECORD_DATE: Fact<Day> = Fact::new(
    "new-voting-record-date",
    "the record date for voting that the board fixed for the adjourned meeting, where it is not the one for notice",
);

/// A new date for voting without one for notice.
pub static NOT_RENEWED: FindingDefinition = FindingDefinition {
    id: "notice-record-date-not-renewed",
    title: "a new record date for voting was fixed for the adjourned meeting without a new one for notice, the same or earlier",
    rank: Rank::Limits,
};

/// The board had no power to fix a new record date.
pub static NOT_ALLOWED: FindingDefinition = FindingDefinition {
    id: "new-record-date-not-allowed",
    title: "the board fixed a new record date for the adjourned meeting without power to",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "record-date-adjournment",
    title: "Which record date holds for an adjourned meeting?",
    chapter: "stockholders",
    capabilities: &["S6", "S9"],
    source: include_str!("record_date_adjournment.rs"),
    facts: &[
        &RECORD_DATE.spec,
        &NEW_RECORD_DATE.spec,
        &NEW_VOTING_RECORD_DATE.spec,
        &RESOLUTION.spec,
    ],
    shape: Shape::Day,
    reckoning: &[
        (Reckoning::Resolution, "resolution"),
        (Reckoning::Meeting, "new-voting-record-date"),
    ],
    provisions: &[&DEFINITION, &voting_record_date::DEFINITION],
    findings: &[&NOT_ALLOWED, &NOT_OPEN, &NOT_RENEWED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let concluded = record_date(inquiry)?;
    match inquiry.known(&NEW_VOTING_RECORD_DATE) {
        Some(voting) if is_new_for_voting(inquiry, voting)? => Ok(Value::Day(voting).into()),
        _ => Ok(concluded),
    }
}

/// Whether a new record date for voting holds: the board may fix one, and fixed one for notice with it.
fn is_new_for_voting(inquiry: &mut Inquiry<'_>, voting: Day) -> Result<bool, Pause> {
    let resolution = inquiry.consult(&voting_record_date::DEFINITION, &Situation::general())?;
    if resolution.is_silent() || judge_power(inquiry, &resolution, voting) == FindingStatus::Unmet {
        return Ok(false);
    }
    let asking: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.get(&voting_record_date::ADJOURNED).is_some())
        .collect();
    let notice = inquiry.known(&NEW_RECORD_DATE);
    let is_met = asking.is_empty() || notice.is_some_and(|notice| notice <= voting);
    let told = notice.map_or_else(
        || "no new one for notice".to_owned(),
        |notice| format!("the one for notice is {notice}"),
    );
    let message = format!("the new record date for voting is {voting}; {told}");
    let blames = vec!["new-voting-record-date", "new-record-date"];
    let mut found = finding(&NOT_RENEWED, is_met, message, &asking, blames);
    found.help = (!is_met)
        .then(|| format!("fix a new record date for notice, {voting} or earlier, and give notice to its holders"));
    inquiry.find(found);
    Ok(is_met)
}

fn record_date(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let Some(new) = inquiry.known(&NEW_RECORD_DATE) else {
        return carried_over(inquiry, &resolution);
    };
    let says = |wanted: bool, provisions: &[&'_ Provision]| {
        provisions
            .iter()
            .any(|provision| provision.get(&BOARD_MAY_FIX_NEW) == Some(&wanted))
    };
    let statute = statutes(&resolution);
    let (allows, denies) = (
        says(true, &resolution.controlling),
        says(false, &resolution.controlling),
    );
    if allows && !denies {
        judge(inquiry, &resolution.controlling, FindingStatus::Met, new);
        return Ok(Value::Day(new).into());
    }
    if !denies && says(true, &statute) {
        let relied: Vec<&Provision> = resolution
            .controlling
            .iter()
            .copied()
            .chain(statute.iter().copied())
            .collect();
        rely_on(inquiry, &resolution, &relied);
        judge(inquiry, &statute, FindingStatus::Met, new);
        return Ok(Value::Day(new).into());
    }
    if denies && (allows || says(true, &statute)) {
        judge(inquiry, &resolution.controlling, FindingStatus::DependsOnReading, new);
        return contested(inquiry, new);
    }
    judge(inquiry, &resolution.controlling, FindingStatus::Unmet, new);
    carried_over(inquiry, &resolution)
}

/// The statute's provisions that bylaws displaced.
fn statutes<'a>(resolution: &Resolution<'a>) -> Vec<&'a Provision> {
    resolution
        .displaced
        .iter()
        .map(|displaced| displaced.provision)
        .filter(|provision| provision.citation.source == Source::Statute)
        .collect()
}

fn judge(inquiry: &mut Inquiry<'_>, authority: &[&Provision], status: FindingStatus, new: Day) {
    let message = format!("the board fixed {new} as the record date for the adjourned meeting");
    let mut found = finding(
        &NOT_ALLOWED,
        status == FindingStatus::Met,
        message,
        &[],
        vec!["new-record-date"],
    );
    found.status = status;
    found.authority = authority.iter().map(|provision| Authority::of(provision)).collect();
    found.help = (status != FindingStatus::Met)
        .then(|| "let those of the first record date vote, or call a new meeting".to_owned());
    inquiry.find(found);
}

/// The first record date, where a text carries it over.
fn carried_over(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> Result<Conclusion, Pause> {
    if !resolution
        .controlling
        .iter()
        .any(|provision| provision.says(&CARRIES_OVER))
    {
        return Err(Pause::NotApplicable(
            "the record date does not hold for the adjourned meeting: the board must fix a new one".to_owned(),
        ));
    }
    let first = inquiry.need(&RECORD_DATE)?;
    inquiry.show(format!("no other record date holds: {first} carries over"));
    Ok(Value::Day(first).into())
}

/// The bylaws deny the board a new record date, and the statute gives it.
fn contested(inquiry: &mut Inquiry<'_>, new: Day) -> Result<Conclusion, Pause> {
    let first = inquiry.need(&RECORD_DATE)?;
    let reading = |text: &str, day, because: &str, is_preferred| Reading {
        text: text.to_owned(),
        value: Value::Day(day),
        because: because.to_owned(),
        is_preferred,
        who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
    };
    Ok(Conclusion::Readings(vec![
        reading(
            "the new record date",
            new,
            "the statute gives the board the power, and no clause lets a bylaw take it",
            true,
        ),
        reading(
            "the first record date",
            first,
            "the bylaws deny the board a new one",
            false,
        ),
    ]))
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const FIRST: (&str, &str) = ("record-date", "2002-03-01");
    const NEW: (&str, &str) = ("new-record-date", "2002-04-22");

    #[test]
    fn the_first_holds_until_the_board_fixes_another() {
        for set in ["novell-2001", "altiris-2006", "raining-data-2001"] {
            let answer = ask_under(set, "record-date-adjournment", &[FIRST]);
            assert_eq!(field(&answer, "value"), "2002-03-01", "{set}");
            let answer = ask_under(set, "record-date-adjournment", &[FIRST, NEW]);
            assert_eq!(field(&answer, "value"), "2002-04-22", "{set}");
            assert_eq!(status(&answer, "new-record-date-not-allowed"), "met", "{set}");
        }
    }

    #[test]
    fn bylaws_silent_on_a_new_date_leave_the_statutes() {
        let bylaws = "record-date-adjournment carries-over=#true";
        let answer = ask_with_bylaws(bylaws, "record-date-adjournment", &[NEW]);
        assert_eq!(field(&answer, "value"), "2002-04-22");
        assert_eq!(answer.controls_word(), "both");
    }

    #[test]
    fn bylaws_that_deny_it_are_one_reading() {
        let bylaws = "record-date-adjournment carries-over=#true board-may-fix-new=#false";
        let answer = ask_with_bylaws(bylaws, "record-date-adjournment", &[FIRST, NEW]);
        let days: Vec<String> = answer
            .readings
            .iter()
            .map(|reading| reading.value.fields()[0].1.clone())
            .collect();
        assert_eq!(days, ["2002-04-22", "2002-03-01"]);
        assert_eq!(status(&answer, "new-record-date-not-allowed"), "depends on the reading");
        assert_eq!(
            field(&ask_with_bylaws(bylaws, "record-date-adjournment", &[FIRST]), "value"),
            "2002-03-01"
        );
    }

    #[test]
    fn a_new_date_for_voting_takes_a_new_one_for_notice() {
        let voting = ("new-voting-record-date", "2009-12-01");
        for (notice, word, day) in [
            (Some("2009-11-30"), "met", "2009-12-01"),
            (Some("2009-12-01"), "met", "2009-12-01"),
            (Some("2009-12-02"), "unmet", "2009-12-02"),
            (None, "unmet", "2009-10-01"),
        ] {
            let told = [("record-date", "2009-10-01"), voting, ("resolution", "2009-11-20")];
            let told: Vec<_> = told
                .into_iter()
                .chain(notice.map(|day| ("new-record-date", day)))
                .collect();
            let answer = ask_under("novell-2001", "record-date-adjournment", &told);
            assert_eq!(status(&answer, "notice-record-date-not-renewed"), word, "{notice:?}");
            assert_eq!(field(&answer, "value"), day, "{notice:?}");
        }
        let told = [
            FIRST,
            ("new-voting-record-date", "2002-04-22"),
            ("resolution", "2002-04-17"),
        ];
        let answer = ask_under("novell-2001", "record-date-adjournment", &told);
        assert_eq!(
            (
                status(&answer, "voting-record-date-not-open"),
                field(&answer, "value").as_str()
            ),
            ("unmet", "2002-03-01")
        );
    }

    #[test]
    fn a_date_that_does_not_carry_over_must_be_fixed_anew() {
        let bylaws = "record-date-adjournment carries-over=#false board-may-fix-new=#true";
        let answer = ask_with_bylaws(bylaws, "record-date-adjournment", &[FIRST]);
        assert!(answer.value.is_none() && answer.remark.unwrap().contains("must fix a new one"));
        assert_eq!(
            field(
                &ask_with_bylaws(bylaws, "record-date-adjournment", &[FIRST, NEW]),
                "value"
            ),
            "2002-04-22"
        );
    }
}
