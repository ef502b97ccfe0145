//! # When is the anniversary of a day?
//!
//! Answers to the sections of the bylaws that count from the anniversary of an annual meeting or of its mailing.
//!
//! **Our reading.** The same day of the same month. For 29 February in a year without one there are two readings, 28
//! February and 1 March; whoever must act is advised by the earlier, and whoever acted is late only by the later. We prefer
//! the earlier.
//!
//! **What may vary.** A text may say which.
//!
//! **Not encoded.** Nothing.

use quorate_calendar::Day;

use super::legal_holiday::{DAY, no_source_of_the_book};
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;

/// How many years on.
pub static YEARS: Fact<u64> = Fact::new(
    "years",
    "how many years after the day the anniversary is; 1 is the first",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "anniversary",
    title: "When is the anniversary of a day?",
    chapter: "time",
    capabilities: &["T3"],
    source: include_str!("anniversary.rs"),
    facts: &[&DAY.spec, &YEARS.spec],
    shape: Shape::Day,
    reckoning: &[],
    provisions: &[],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    no_source_of_the_book(inquiry)?;
    let day = inquiry.need(&DAY)?;
    let years = inquiry.need(&YEARS)?;
    let too_far = || Pause::Impossible(format!("{day} and {years} years are beyond the calendar"));
    let years = i64::try_from(years).map_err(|_| too_far())?;
    let days = quorate_calendar::anniversary(day, years)
        .map_err(|_| too_far())?
        .readings;
    if let Some(sole) = days.sole() {
        return Ok(Value::Day(*sole).into());
    }
    let reading = |anniversary: &Day| {
        let is_preferred = anniversary == days.earlier();
        let because = if is_preferred {
            "the last day of the same month"
        } else {
            "the day after the last of the month"
        };
        Reading {
            text: format!("the anniversary of {} falls on {}", day.long(), anniversary.long()),
            value: Value::Day(*anniversary),
            because: format!("the year has no such day, and this is {because}"),
            is_preferred,
            who_decides: "counsel; act by the earlier, and call nobody late before the later".to_owned(),
        }
    };
    Ok(Conclusion::Readings(days.iter().map(reading).collect()))
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, field_of};

    #[test]
    fn only_29_february_has_two() {
        for (day, years, expected) in [
            ("2002-04-17", "1", vec!["2003-04-17"]),
            ("2002-04-17", "0", vec!["2002-04-17"]),
            ("2003-02-28", "1", vec!["2004-02-28"]),
            ("2004-02-29", "1", vec!["2005-02-28", "2005-03-01"]),
            ("2004-02-29", "4", vec!["2008-02-29"]),
            ("1896-02-29", "4", vec!["1900-02-28", "1900-03-01"]),
        ] {
            let answer = ask_under("novell-2001", "anniversary", &[("day", day), ("years", years)]);
            if let [sole] = expected.as_slice() {
                assert_eq!(field(&answer, "value"), *sole);
            } else {
                let readings: Vec<_> = answer
                    .readings
                    .iter()
                    .map(|reading| field_of(&reading.value, "value"))
                    .collect();
                assert_eq!(readings, expected);
                assert!(answer.readings[0].is_preferred);
            }
        }
    }

    #[test]
    fn beyond_the_calendar_is_said() {
        for years in ["100000", "18446744073709551615"] {
            let answer = ask_under("novell-2001", "anniversary", &[("day", "2002-04-17"), ("years", years)]);
            assert!(answer.remark.unwrap().contains("beyond the calendar"));
        }
    }
}
