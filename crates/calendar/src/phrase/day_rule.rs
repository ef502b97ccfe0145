//! Days that recur every year: "second Tuesday of March at 10:00", "1 May".

use std::fmt;

use crate::day::{Day, DayError, Month, Weekday};
use crate::holiday::{last_weekday, nth_weekday};
use crate::hour::TimeOfDay;
use crate::phrase::reader::{Reader, nearest};
use crate::phrase::{PhraseError, words};

/// A day of each year, with an hour when the text gives one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DayRule {
    /// Where in the year the day falls.
    pub date: DateRule,
    /// The hour, local at the place of the meeting.
    pub time: Option<TimeOfDay>,
}

/// Where in a year a day falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateRule {
    /// A weekday of a month, "second Tuesday of March".
    Weekday {
        /// Which of the month's weekdays.
        which: Which,
        /// The weekday.
        weekday: Weekday,
        /// The month.
        month: Month,
    },
    /// A day of a month, "1 May".
    Fixed {
        /// The day of the month, from 1.
        day: u8,
        /// The month.
        month: Month,
    },
}

/// Which of a month's four or five such weekdays. There is no fifth: not every month has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Which {
    First,
    Second,
    Third,
    Fourth,
    Last,
}

impl Which {
    fn of_number(number: u32) -> Option<Which> {
        match number {
            1 => Some(Which::First),
            2 => Some(Which::Second),
            3 => Some(Which::Third),
            4 => Some(Which::Fourth),
            _ => None,
        }
    }
}

impl fmt::Display for Which {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Which::First => "first",
            Which::Second => "second",
            Which::Third => "third",
            Which::Fourth => "fourth",
            Which::Last => "last",
        })
    }
}

impl DateRule {
    /// The day in that year.
    ///
    /// # Errors
    /// The year is out of range, or has no such day (29 February).
    pub fn in_year(self, year: i32) -> Result<Day, DayError> {
        match self {
            DateRule::Fixed { day, month } => Day::new(year, month.number(), day),
            DateRule::Weekday { which, weekday, month } => {
                let nth =
                    |nth| Ok(nth_weekday(nth, weekday, month, year)?.expect("every month has four of each weekday"));
                match which {
                    Which::First => nth(1),
                    Which::Second => nth(2),
                    Which::Third => nth(3),
                    Which::Fourth => nth(4),
                    Which::Last => last_weekday(weekday, month, year),
                }
            }
        }
    }
}

impl DayRule {
    /// Reads "second Tuesday of March at 10:00", "last Friday of June", "1 May".
    ///
    /// # Errors
    /// Every problem found, with its place and what is allowed there.
    pub fn parse(text: &str) -> Result<DayRule, PhraseError> {
        let mut reader = Reader::new("day of each year", text);
        reader.accept(&["the"]);
        let date = read_date(&mut reader);
        let time = if reader.accept(&["at"]) {
            Some(read_time(&mut reader))
        } else {
            None
        };
        let rule = match (date, time) {
            (Some(date), None) => Some(DayRule { date, time: None }),
            (Some(date), Some(Some(time))) => Some(DayRule { date, time: Some(time) }),
            _ => None,
        };
        reader.finish(rule)
    }

    /// The day and hour in that year.
    ///
    /// # Errors
    /// The year is out of range, or has no such day (29 February).
    pub fn in_year(&self, year: i32) -> Result<(Day, Option<TimeOfDay>), DayError> {
        Ok((self.date.in_year(year)?, self.time))
    }
}

fn read_date(reader: &mut Reader<'_>) -> Option<DateRule> {
    let first = reader.peek(0)?.text;
    let first_is_month = Month::named(first).is_some();
    let day_then_month = |ahead: usize| reader.peek(ahead).is_some_and(|word| Month::named(word.text).is_some());
    let ordinal_of_month =
        words::ordinal(first).is_some() && (day_then_month(1) || day_then_month(2) && reader.next_are(&[first, "of"]));
    if first_is_month || words::cardinal(first).is_some() || ordinal_of_month {
        read_fixed(reader, first_is_month)
    } else {
        read_weekday(reader)
    }
}

fn read_fixed(reader: &mut Reader<'_>, month_first: bool) -> Option<DateRule> {
    let start = reader.here().start;
    let (day, month) = if month_first {
        let month = read_month(reader);
        (read_day_number(reader), month)
    } else {
        let day = read_day_number(reader);
        reader.accept(&["of"]);
        (day, read_month(reader))
    };
    let (day, month) = (day?, month?);
    let longest = month.days_in(2000);
    if !(1..=u32::from(longest)).contains(&day) {
        let span = reader.since(start);
        reader.problem(
            span,
            format!("no {month} has a day {day}"),
            format!("{month} has {longest} days"),
        );
        return None;
    }
    Some(DateRule::Fixed {
        day: u8::try_from(day).ok()?,
        month,
    })
}

fn read_day_number(reader: &mut Reader<'_>) -> Option<u32> {
    let text = reader.peek(0).map_or("", |word| word.text);
    let day = words::cardinal(text).or_else(|| words::ordinal(text));
    if day.is_some() {
        reader.take();
    } else {
        reader.unexpected("a day of the month", "write a number from 1 to 31");
    }
    day
}

fn read_weekday(reader: &mut Reader<'_>) -> Option<DateRule> {
    let which = read_which(reader);
    let weekday = read_name(reader, "a weekday", &Weekday::ALL, Weekday::name);
    if !reader.accept(&["in"]) {
        reader.expect(&["of"]);
    }
    let month = read_month(reader);
    Some(DateRule::Weekday {
        which: which?,
        weekday: weekday?,
        month: month?,
    })
}

fn read_which(reader: &mut Reader<'_>) -> Option<Which> {
    let text = reader.peek(0).map_or("", |word| word.text);
    let which = if text.eq_ignore_ascii_case("last") {
        Some(Which::Last)
    } else {
        words::ordinal(text).and_then(Which::of_number)
    };
    if which.is_some() {
        reader.take();
    } else {
        reader.unexpected(
            "a place in the month",
            "write first, second, third, fourth or last; not every month has a fifth",
        );
    }
    which
}

fn read_month(reader: &mut Reader<'_>) -> Option<Month> {
    read_name(reader, "a month", &Month::ALL, Month::name)
}

/// One of these by its name, or the problem with the nearest name.
fn read_name<T: Copy>(reader: &mut Reader<'_>, wanted: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
    let text = reader.peek(0).map_or("", |word| word.text);
    let found = all.iter().copied().find(|item| name(*item).eq_ignore_ascii_case(text));
    if found.is_some() {
        reader.take();
    } else {
        let names = all.iter().map(|item| name(*item));
        let help = nearest(text, names.clone()).map_or_else(
            || format!("write one of {}", names.collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean {near}?"),
        );
        reader.unexpected(wanted, &help);
    }
    found
}

fn read_time(reader: &mut Reader<'_>) -> Option<TimeOfDay> {
    let Some(word) = reader.peek(0).cloned() else {
        reader.unexpected("a time of day", "write it on a 24-hour clock as 10:00");
        return None;
    };
    reader.take();
    match TimeOfDay::parse(word.text) {
        Ok(time) => Some(time),
        Err(error) => {
            reader.problem(
                word.span,
                error.to_string(),
                "an example is \"second Tuesday of March at 10:00\"",
            );
            None
        }
    }
}

impl fmt::Display for DateRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DateRule::Weekday { which, weekday, month } => write!(f, "{which} {weekday} of {month}"),
            DateRule::Fixed { day, month } => write!(f, "{day} {month}"),
        }
    }
}

impl fmt::Display for DayRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date.fmt(f)?;
        self.time.map_or(Ok(()), |time| write!(f, " at {time}"))
    }
}

super::phrase!(DayRule);
