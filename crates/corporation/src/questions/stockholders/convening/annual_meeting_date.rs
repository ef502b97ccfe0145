//! # When is the annual meeting?
//!
//! Answers to 8 Del. C. § 211(b) (an annual meeting on the day and at the hour that the bylaws designate or have
//! designated), and to the section of the bylaws on the annual meeting.
//!
//! **Our reading.** A day designated by whom the bylaws name prevails. Without one the meeting is on the day that the bylaws
//! themselves give, at their hour. Where that day is a legal holiday it moves as the bylaws say and the hour stays. A day
//! that nobody has told us of counts as not designated. The texts do not say whose legal holidays they mean: where the
//! lists that the corporation has named give different days, each is a reading, and the list named first is preferred.
//! Delaware's list makes every Saturday a legal holiday (1 Del. C. § 501), and that counts. A list is not consulted for a
//! day before it is complete. Business days are those of the corporation's practice less the holidays of the list.
//!
//! **What may vary.** Everything: the statute leaves day and hour to the bylaws.
//!
//! **Not encoded.** The court's power to order a meeting that was not held.
//!
//! **Open question.** Where only a day is designated, the texts do not say whether their own hour goes with it; the answer
//! is then the day without an hour, and the hour is still to be designated.

use quorate_calendar::{CivilMoment, Day, DayRule, HolidayShift};
use quorate_law::vocabulary::annual_meeting::{self, DEFAULT, DEFINITION, ON_HOLIDAY};
use quorate_law::{Provision, Reckoning, Resolution, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{DESIGNATED_BY, finding};

/// The year.
pub static YEAR: Fact<u64> = Fact::new("year", "the calendar year of the annual meeting");
/// The day and hour designated.
pub static DESIGNATED: Fact<CivilMoment> =
    Fact::new("designated", "the day and hour designated for the annual meeting");
/// The day designated without an hour.
pub static DESIGNATED_DAY: Fact<Day> = Fact::new(
    "designated-day",
    "the day designated for the annual meeting, when no hour was designated with it",
);

/// Somebody designated the day whom the text does not name.
pub static DESIGNATOR: FindingDefinition = FindingDefinition {
    id: "annual-meeting-designator-not-authorized",
    title: "the day of the annual meeting was designated by one who has no power to",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "annual-meeting-date",
    title: "When is the annual meeting?",
    chapter: "stockholders",
    capabilities: &["S1", "T1"],
    source: include_str!("annual_meeting_date.rs"),
    facts: &[&YEAR.spec, &DESIGNATED.spec, &DESIGNATED_DAY.spec, &DESIGNATED_BY.spec],
    shape: Shape::Day,
    reckoning: &[
        (Reckoning::Meeting, "designated"),
        (Reckoning::Meeting, "designated-day"),
    ],
    provisions: &[&DEFINITION],
    findings: &[&DESIGNATOR],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    if let Some(value) = designated(inquiry, &resolution) {
        return Ok(value.into());
    }
    let mut readings = Vec::new();
    for provision in &resolution.controlling {
        if let Some(rule) = provision.get(&DEFAULT) {
            default_days(inquiry, provision, rule, &mut readings)?;
        }
    }
    match readings.as_slice() {
        [] => Err(Pause::NotApplicable(nobody_designated(&resolution))),
        [only] => Ok(only.value.clone().into()),
        _ => Ok(Conclusion::Readings(readings)),
    }
}

/// The day designated, unless by somebody without the power.
fn designated(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> Option<Value> {
    let value = match (inquiry.known(&DESIGNATED), inquiry.known(&DESIGNATED_DAY)) {
        (Some(moment), _) => Value::Moment(moment),
        (None, Some(day)) => {
            inquiry.show(format!(
                "{day} is designated without an hour: the hour is still to be designated"
            ));
            Value::Day(day)
        }
        (None, None) => return None,
    };
    let Some(who) = inquiry.known(&DESIGNATED_BY) else {
        return Some(value);
    };
    let is_met = designators(resolution).contains(&who.as_str());
    let message = format!(
        "the {who} designated {}; the text names the {}",
        value.brief(),
        designators(resolution).join(" or the ")
    );
    let mut found = finding(
        &DESIGNATOR,
        is_met,
        message,
        &resolution.controlling,
        vec!["designated-by"],
    );
    found.help = (!is_met).then(|| {
        format!(
            "have the day designated by the {}",
            designators(resolution).join(" or the ")
        )
    });
    inquiry.find(found);
    is_met.then_some(value)
}

fn designators<'a>(resolution: &Resolution<'a>) -> Vec<&'a str> {
    resolution
        .controlling
        .iter()
        .filter_map(|provision| provision.word(&annual_meeting::DESIGNATED_BY))
        .collect()
}

fn nobody_designated(resolution: &Resolution<'_>) -> String {
    let who = designators(resolution).join(" or the ");
    format!("no day is designated and the text gives none of its own: the {who} must designate the day and hour")
}

/// The days that a provision's own rule gives, one reading for each day on which the lists of holidays differ.
fn default_days(
    inquiry: &mut Inquiry<'_>,
    provision: &Provision,
    rule: &DayRule,
    readings: &mut Vec<Reading>,
) -> Result<(), Pause> {
    let year = inquiry.need(&YEAR)?;
    let impossible = |error: &dyn std::fmt::Display| Pause::Impossible(format!("{rule} in {year}: {error}"));
    let number = i32::try_from(year).map_err(|error| impossible(&error))?;
    let (named, hour) = rule.in_year(number).map_err(|error| impossible(&error))?;
    inquiry.show(format!(
        "{}: {rule} in {year}: {named}, {}",
        provision.citation,
        named.weekday()
    ));
    let at = |day| hour.map_or(Value::Day(day), |time| Value::Moment(CivilMoment { day, time }));
    let shift = provision.get(&ON_HOLIDAY).copied().unwrap_or(HolidayShift::None);
    if shift == HolidayShift::None {
        let because = format!("{} says so", provision.citation);
        add(readings, at(named), &provision.citation.to_string(), because);
        return Ok(());
    }
    inquiry.show(format!("{}: on a legal holiday the {shift}", provision.citation));
    let practice = inquiry.practice();
    let mut is_covered = false;
    for list in &practice.holidays {
        if list.covered_from().is_some_and(|from| named < from) {
            inquiry.show(format!(
                "{}: not complete for {named}, so it is not consulted",
                list.name()
            ));
            continue;
        }
        is_covered = true;
        let day = shift
            .apply(named, list, &practice.business_days)
            .map_err(|error| impossible(&error))?;
        let because = match list.is_holiday(named) {
            Some(holiday) => format!("{named} is a legal holiday, {}; {shift}: {day}", holiday.name),
            None => format!("{named} is no legal holiday"),
        };
        inquiry.show(format!("{}: {because}", list.name()));
        add(readings, at(day), list.name(), because);
    }
    if is_covered {
        Ok(())
    } else {
        Err(impossible(&"no list of legal holidays is complete for that day"))
    }
}

/// Adds a reading; one that gives the same day as an earlier one joins it.
fn add(readings: &mut Vec<Reading>, value: Value, name: &str, because: String) {
    if let Some(same) = readings.iter_mut().find(|reading| reading.value == value) {
        same.text = format!("{} and {name}", same.text);
        return;
    }
    readings.push(Reading {
        text: name.to_owned(),
        value,
        because,
        is_preferred: readings.is_empty(),
        who_decides: "the board, by designating a day; otherwise counsel".to_owned(),
    });
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    fn given_day(lines: &str, year: &str) -> Vec<String> {
        let answer = ask_with_bylaws(lines, "annual-meeting-date", &[("year", year)]);
        match &answer.value {
            Some(_) => vec![field(&answer, "value")],
            None => answer
                .readings
                .iter()
                .map(|reading| reading.value.fields()[0].1.clone())
                .collect(),
        }
    }

    #[test]
    fn the_default_day_moves_off_holidays_list_by_list() {
        for (rule, year, days) in [
            // An ordinary Tuesday: 12 March 2002.
            ("second Tuesday of March", "2002", vec!["2002-03-12"]),
            // Independence Day 2002 is a Thursday, 2003 a Friday; both lists have it.
            ("4 July", "2002", vec!["2002-07-05"]),
            ("4 July", "2003", vec!["2003-07-07"]),
            // Presidents' Day left Delaware's list at the end of 2009.
            ("third Monday of February", "2009", vec!["2009-02-17"]),
            ("third Monday of February", "2010", vec!["2010-02-16", "2010-02-15"]),
            // Every Saturday is a legal holiday in Delaware, and not in the federal list.
            ("third Saturday of April", "2002", vec!["2002-04-20", "2002-04-22"]),
            ("third Friday of April", "2002", vec!["2002-04-19"]),
            // Good Friday of 2002, Delaware's only.
            ("29 March", "2002", vec!["2002-03-29", "2002-04-01"]),
            // Delaware's list is complete from 2001 on: before, the federal list alone is consulted.
            ("third Saturday of April", "2000", vec!["2000-04-15"]),
        ] {
            let lines = format!(
                "annual-meeting \"{rule}\" designated-by=\"board of directors\" on-holiday=\"next business day\""
            );
            assert_eq!(given_day(&lines, year), days, "{rule} {year}");
        }
    }

    #[test]
    fn a_text_without_a_shift_stays_on_the_holiday() {
        let lines = "annual-meeting \"4 July at 09:30\" designated-by=\"president\"";
        assert_eq!(given_day(lines, "2002"), ["2002-07-04"]);
        let answer = ask_with_bylaws(lines, "annual-meeting-date", &[("year", "2002")]);
        assert_eq!(field(&answer, "hour"), "09:30");
    }

    #[test]
    fn a_day_that_a_year_has_not_is_an_answer_not_a_panic() {
        let lines = "annual-meeting \"29 February\" designated-by=\"president\"";
        let answer = ask_with_bylaws(lines, "annual-meeting-date", &[("year", "2003")]);
        assert!(answer.remark.unwrap().contains("2003"));
        let answer = ask_with_bylaws(lines, "annual-meeting-date", &[("year", "18446744073709551615")]);
        assert!(answer.value.is_none() && answer.remark.is_some());
    }

    #[test]
    fn a_designated_day_prevails_where_its_designator_may() {
        let told = [("year", "2002"), ("designated", "2002-04-17T10:00")];
        let answer = ask_under("novell-2001", "annual-meeting-date", &told);
        assert_eq!(field(&answer, "value"), "2002-04-17");
        for (who, day, word) in [
            ("board of directors", "2002-04-17", "met"),
            ("president", "2002-03-12", "unmet"),
        ] {
            let answer = ask_under(
                "novell-2001",
                "annual-meeting-date",
                &[told[0], told[1], ("designated-by", who)],
            );
            assert_eq!(field(&answer, "value"), day, "{who}");
            assert_eq!(
                status(&answer, "annual-meeting-designator-not-authorized"),
                word,
                "{who}"
            );
        }
        let answer = ask_under(
            "novell-2001",
            "annual-meeting-date",
            &[("designated-day", "2002-04-17")],
        );
        assert_eq!(answer.value.unwrap().fields().len(), 1, "no hour");
    }

    #[test]
    fn the_shipped_sets() {
        for (set, year, day) in [
            ("novell-2001", "2002", "2002-03-12"),
            ("altiris-2006", "2007", "2007-05-02"),
        ] {
            let answer = ask_under(set, "annual-meeting-date", &[("year", year)]);
            assert_eq!(
                (field(&answer, "value").as_str(), field(&answer, "hour").as_str()),
                (day, "10:00"),
                "{set}"
            );
        }
        let answer = ask_under("raining-data-2001", "annual-meeting-date", &[("year", "2002")]);
        assert!(answer.value.is_none() && answer.remark.unwrap().contains("board of directors must designate"));
    }
}
