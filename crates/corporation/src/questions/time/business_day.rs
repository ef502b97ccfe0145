//! # Is a day a business day, and which are the next and the one before?
//!
//! Answers to the sections of the bylaws that move a meeting to the next business day, or count in business days.
//!
//! **Our reading.** A business day is a day that is neither of the weekend, Saturday and Sunday, nor a legal holiday of the
//! United States; the texts do not define it. The next business day and the one before are strictly after and before the day.
//!
//! **What may vary.** A corporation may set which weekdays and holidays it leaves out; that is its practice, not the law.
//!
//! **Not encoded.** Hours: a day on which business ends early is a business day.

use super::legal_holiday::{DAY, no_source_of_the_book};
use crate::answer::{Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;

/// The question.
pub static QUESTION: Question = Question {
    id: "business-day",
    title: "Is a day a business day, and which are the next and the one before?",
    chapter: "time",
    capabilities: &["T1", "T3"],
    source: include_str!("business_day.rs"),
    facts: &[&DAY.spec],
    shape: Shape::Tally,
    reckoning: &[],
    provisions: &[],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    no_source_of_the_book(inquiry)?;
    let day = inquiry.need(&DAY)?;
    let business_days = &inquiry.practice().business_days;
    let is_business_day = business_days.is_business_day(day);
    let impossible = |error: quorate_calendar::DayError| Pause::Impossible(error.to_string());
    let next = business_days.after(day).map_err(impossible)?;
    let before = business_days.before(day).map_err(impossible)?;
    let why = match business_days.calendar.is_holiday(day) {
        Some(holiday) => format!("{} is {holiday}", day.long()),
        None if is_business_day => format!("{} is a {}, and no legal holiday", day.long(), day.weekday()),
        None => format!("{} is a {}", day.long(), day.weekday()),
    };
    inquiry.show(why);
    let field = |name: &str, value: String| (name.to_owned(), value);
    Ok(Value::Tally(vec![
        field("outcome", if is_business_day { "yes" } else { "no" }.to_owned()),
        field("next", next.to_string()),
        field("before", before.to_string()),
    ])
    .into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field};

    #[test]
    fn weekends_and_holidays_are_none() {
        for (day, outcome, before, next) in [
            // Wednesday; Friday; Saturday; Sunday.
            ("2002-04-17", "yes", "2002-04-16", "2002-04-18"),
            ("2002-04-19", "yes", "2002-04-18", "2002-04-22"),
            ("2002-04-20", "no", "2002-04-19", "2002-04-22"),
            ("2002-04-21", "no", "2002-04-19", "2002-04-22"),
            // Memorial Day on Monday 27 May 2002.
            ("2002-05-27", "no", "2002-05-24", "2002-05-28"),
            ("2002-05-24", "yes", "2002-05-23", "2002-05-28"),
            // Christmas 2011 on a Sunday, observed on Monday.
            ("2011-12-26", "no", "2011-12-23", "2011-12-27"),
        ] {
            let answer = ask_under("novell-2001", "business-day", &[("day", day)]);
            let told = (
                field(&answer, "outcome"),
                field(&answer, "before"),
                field(&answer, "next"),
            );
            assert_eq!(told, (outcome.to_owned(), before.to_owned(), next.to_owned()), "{day}");
        }
    }
}
