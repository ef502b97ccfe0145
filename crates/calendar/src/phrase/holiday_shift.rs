//! What happens to a day that is a legal holiday: "next business day".

use std::fmt;

use crate::counting::BusinessDays;
use crate::day::{Day, DayError, Weekday};
use crate::holiday::HolidayCalendar;
use crate::phrase::PhraseError;
use crate::phrase::reader::Reader;

/// Where a day moves that turns out to be a legal holiday.
///
/// Our reading: the day moved to is a business day that is not itself a legal holiday of the calendar that moved it,
/// since the text moves the meeting off the holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HolidayShift {
    /// Nowhere.
    None,
    /// To the next business day.
    NextBusinessDay,
    /// To the next full business day. No calendar here has half days, so it is the next business day.
    NextFullBusinessDay,
    /// To the next business day that is not a Saturday, even where Saturdays are business days.
    NextBusinessDayNotSaturday,
    /// To the last business day before.
    PreviousBusinessDay,
}

impl HolidayShift {
    const ALL: [HolidayShift; 5] = [
        HolidayShift::None,
        HolidayShift::NextBusinessDay,
        HolidayShift::NextFullBusinessDay,
        HolidayShift::NextBusinessDayNotSaturday,
        HolidayShift::PreviousBusinessDay,
    ];

    /// Reads "next business day", "next full business day", "next business day not a Saturday", "previous business day"
    /// or "no shift" ("none").
    ///
    /// # Errors
    /// The text is none of these.
    pub fn parse(text: &str) -> Result<HolidayShift, PhraseError> {
        let mut reader = Reader::new("shift of a holiday", text);
        reader.accept(&["the"]);
        let choices: [(&[&str], HolidayShift); 9] = [
            (&["none"], HolidayShift::None),
            (&["no", "shift"], HolidayShift::None),
            (
                &["next", "business", "day", "not", "a", "Saturday"],
                HolidayShift::NextBusinessDayNotSaturday,
            ),
            (&["next", "business", "day"], HolidayShift::NextBusinessDay),
            (
                &["next", "succeeding", "business", "day"],
                HolidayShift::NextBusinessDay,
            ),
            (&["next", "full", "business", "day"], HolidayShift::NextFullBusinessDay),
            (
                &["next", "succeeding", "full", "business", "day"],
                HolidayShift::NextFullBusinessDay,
            ),
            (&["previous", "business", "day"], HolidayShift::PreviousBusinessDay),
            (&["preceding", "business", "day"], HolidayShift::PreviousBusinessDay),
        ];
        let shift = choices
            .iter()
            .find(|(words, _)| reader.accept(words))
            .map(|(_, shift)| *shift);
        if shift.is_none() {
            let span = reader.here().start..text.trim_end().len().max(reader.here().start);
            let message = format!("\"{}\" is not a shift", &text[span.clone()]);
            let allowed: Vec<String> = HolidayShift::ALL.iter().map(|shift| format!("\"{shift}\"")).collect();
            reader.problem(span, message, format!("write one of {}", allowed.join(", ")));
        }
        reader.finish(shift)
    }

    /// The day to which the day moves; the day itself when it is not a legal holiday of that calendar.
    ///
    /// # Errors
    /// No business day within ten years.
    pub fn apply(self, day: Day, holidays: &HolidayCalendar, business: &BusinessDays) -> Result<Day, DayError> {
        if holidays.is_holiday(day).is_none() {
            return Ok(day);
        }
        let off_the_holidays = BusinessDays {
            calendar: HolidayCalendar::union(vec![business.calendar.clone(), holidays.clone()]),
            weekend: business.weekend.clone(),
        };
        match self {
            HolidayShift::None => Ok(day),
            HolidayShift::NextBusinessDay | HolidayShift::NextFullBusinessDay => off_the_holidays.after(day),
            HolidayShift::NextBusinessDayNotSaturday => {
                let mut without_saturday = off_the_holidays;
                without_saturday.weekend.push(Weekday::Saturday);
                without_saturday.after(day)
            }
            HolidayShift::PreviousBusinessDay => off_the_holidays.before(day),
        }
    }
}

impl fmt::Display for HolidayShift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            HolidayShift::None => "no shift",
            HolidayShift::NextBusinessDay => "next business day",
            HolidayShift::NextFullBusinessDay => "next full business day",
            HolidayShift::NextBusinessDayNotSaturday => "next business day not a Saturday",
            HolidayShift::PreviousBusinessDay => "previous business day",
        })
    }
}

super::phrase!(HolidayShift);
