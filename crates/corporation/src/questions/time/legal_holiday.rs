//! # Is a day a legal holiday?
//!
//! Answers to 5 U.S.C. § 6103 (the legal public holidays of the United States) and 1 Del. C. § 501 (those of Delaware), for
//! the sections of the bylaws that move a meeting off a legal holiday.
//!
//! **Our reading.** A holiday that falls on a weekend is also observed on the nearest weekday, and both days are holidays. A
//! text that says "legal holiday" does not say whose: where the lists differ, each is a reading, and we prefer the first of
//! those in use, the list of the United States. Every Saturday is a legal holiday of Delaware. Each day is judged by the
//! law in force on it.
//!
//! **What may vary.** A text may name the place whose holidays count, and a corporation may supply a list of its own.
//!
//! **Not encoded.** Days on which an office is closed by order, and the days before a list is complete: what a list does not
//! know, it does not deny.

use quorate_calendar::{Day, Holiday, HolidayCalendar};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;

/// The day asked about.
pub static DAY: Fact<Day> = Fact::new("day", "the day asked about");

/// The question.
pub static QUESTION: Question = Question {
    id: "legal-holiday",
    title: "Is a day a legal holiday?",
    chapter: "time",
    capabilities: &["T1"],
    source: include_str!("legal_holiday.rs"),
    facts: &[&DAY.spec],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    no_source_of_the_book(inquiry)?;
    let day = inquiry.need(&DAY)?;
    let mut readings = Vec::new();
    for calendar in &inquiry.practice().holidays {
        let holiday = calendar.is_holiday(day);
        let is_covered = calendar.covered_from().is_none_or(|from| from <= day);
        if holiday.is_none() && !is_covered {
            inquiry.show(format!("{}: not known so long ago", calendar.name()));
            continue;
        }
        let because = because(calendar, day, holiday.as_ref());
        inquiry.show(because.clone());
        readings.push(Reading {
            text: format!("by the {}", calendar.name()),
            value: Value::YesNo(holiday.is_some()),
            because,
            is_preferred: readings.is_empty(),
            who_decides: "the board of directors, on counsel's advice".to_owned(),
        });
    }
    let Some(first) = readings.first() else {
        return Err(Pause::Impossible(format!(
            "no list of legal holidays reaches back to {day}"
        )));
    };
    if readings.iter().all(|reading| reading.value == first.value) {
        return Ok(first.value.clone().into());
    }
    Ok(Conclusion::Readings(readings))
}

/// A day of the calendar is not a point on which statute or bylaws speak one by one: no source alone is asked.
pub(super) fn no_source_of_the_book(inquiry: &Inquiry<'_>) -> Result<(), Pause> {
    match inquiry.only_source() {
        None => Ok(()),
        Some(source) => Err(Pause::NotApplicable(format!(
            "the calendar answers, not the {}",
            source.word()
        ))),
    }
}

fn because(calendar: &HolidayCalendar, day: Day, holiday: Option<&Holiday>) -> String {
    match holiday {
        Some(holiday) => format!("{}: {} is {holiday}", calendar.name(), day.long()),
        None => format!("{}: {} is none of them", calendar.name(), day.long()),
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::Said;
    use crate::testing::{ask_under, field, field_of};

    const ID: &str = "legal-holiday";

    #[test]
    fn the_lists_agree_or_are_readings() {
        for (day, expected) in [
            ("2002-07-04", Some("yes")),
            ("2002-07-03", Some("no")),
            // Washington's birthday in both lists in 2002, in the federal list alone in 2011.
            ("2002-02-18", Some("yes")),
            ("2011-02-21", None),
            // Good Friday and the day after Thanksgiving, in the Delaware list alone.
            ("2002-03-29", None),
            ("2002-11-29", None),
            // A Saturday, in the Delaware list alone, and the Sunday after it.
            ("2002-04-20", None),
            ("2002-04-21", Some("no")),
            // Christmas 2011 was a Sunday, observed on the Monday; both are holidays.
            ("2011-12-25", Some("yes")),
            ("2011-12-26", Some("yes")),
            ("2011-12-27", Some("no")),
        ] {
            let answer = ask_under("novell-2001", ID, &[("day", day)]);
            assert_eq!(
                answer.value.as_ref().map(|value| field_of(value, "value")).as_deref(),
                expected,
                "{day}"
            );
            assert_eq!(answer.readings.len(), if expected.is_none() { 2 } else { 0 }, "{day}");
        }
    }

    #[test]
    fn the_law_is_cited() {
        let answer = ask_under("novell-2001", ID, &[("day", "2002-07-04")]);
        assert!(answer.arithmetic.iter().any(|step| step.contains("5 U.S.C. § 6103")));
        assert!(answer.arithmetic.iter().any(|step| step.contains("1 Del. C. § 501")));
        assert!(answer.by.iter().all(|by| matches!(by.says, Said::Silent)));
    }

    #[test]
    fn before_a_list_is_complete_it_denies_nothing() {
        // The federal list is known from 1955 on, that of Delaware from 2001 on.
        assert_eq!(
            field(&ask_under("novell-2001", ID, &[("day", "2000-03-08")]), "value"),
            "no"
        );
        assert_eq!(ask_under("novell-2001", ID, &[("day", "1954-03-08")]).value, None);
    }
}
