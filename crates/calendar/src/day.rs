//! Civil days, and the names of weekdays and months.

use std::fmt;
use std::str::FromStr;

use jiff::Span;
use jiff::civil::Date;

/// A civil date: year, month and day of the Gregorian calendar, without hour or zone.
///
/// Years run from 1600 to 9000, so that adding the periods of any bylaw to a day of our time cannot leave the range.
/// Prints and parses as ISO 8601, "2002-04-17".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The first day that can be stated: 1 January 1600.
    pub const MIN: Day = Day(Date::constant(1600, 1, 1));
    /// The last day that can be stated: 31 December 9000.
    pub const MAX: Day = Day(Date::constant(9000, 12, 31));

    /// The day of that year, month (1 to 12) and day of the month (from 1).
    ///
    /// # Errors
    /// A year outside 1600 to 9000, a month that is none, or a day that the month does not have.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Day, DayError> {
        let month_name = Month::from_number(month).ok_or(DayError::NoSuchMonth { month })?;
        let short_year = i16::try_from(year)
            .ok()
            .filter(|y| (1600..=9000).contains(y))
            .ok_or(DayError::YearOutOfRange { year: i64::from(year) })?;
        let no_such_day = DayError::NoSuchDay {
            year,
            month: month_name,
            day,
        };
        let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
            return Err(no_such_day);
        };
        Date::new(short_year, month, day).map(Day).map_err(|_| no_such_day)
    }

    /// Reads "2002-04-17".
    ///
    /// # Errors
    /// A text of another form, or a date that the calendar does not have ("2003-02-30").
    pub fn parse(text: &str) -> Result<Day, DayError> {
        let not_iso = || DayError::NotIsoForm { text: text.to_owned() };
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| bytes[range].iter().all(u8::is_ascii_digit);
        let iso =
            bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-' && digits(0..4) && digits(5..7) && digits(8..10);
        if !iso {
            return Err(not_iso());
        }
        let year = text[0..4].parse().map_err(|_| not_iso())?;
        let month = text[5..7].parse().map_err(|_| not_iso())?;
        let day = text[8..10].parse().map_err(|_| not_iso())?;
        Day::new(year, month, day)
    }

    /// The year, 1600 to 9000.
    #[must_use]
    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The month by name.
    #[must_use]
    pub fn month_name(self) -> Month {
        Month::from_number(self.month()).expect("a day's month is 1 to 12")
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[usize::from(self.0.weekday().to_monday_zero_offset().unsigned_abs())]
    }

    /// The day that many calendar days later, or earlier when `days` is negative.
    ///
    /// # Errors
    /// The result would leave the range of days.
    pub fn plus_days(self, days: i64) -> Result<Day, DayError> {
        self.plus(Span::new().try_days(days), days, "days")
    }

    /// The day that many months later, or earlier when negative; a day that the month does not have becomes its last day.
    ///
    /// # Errors
    /// The result would leave the range of days.
    pub fn plus_months(self, months: i64) -> Result<Day, DayError> {
        self.plus(Span::new().try_months(months), months, "months")
    }

    /// The same day that many years later, or earlier when negative; 29 February becomes 28 February.
    /// [`crate::anniversary`] gives both readings of 29 February.
    ///
    /// # Errors
    /// The result would leave the range of days.
    pub fn plus_years(self, years: i64) -> Result<Day, DayError> {
        self.plus(Span::new().try_years(years), years, "years")
    }

    fn plus(self, span: Result<Span, jiff::Error>, count: i64, unit: &'static str) -> Result<Day, DayError> {
        let out_of_range = DayError::OutOfRange {
            from: self,
            count,
            unit,
        };
        match span.and_then(|span| self.0.checked_add(span)).map(Day) {
            Ok(day) if (Day::MIN..=Day::MAX).contains(&day) => Ok(day),
            _ => Err(out_of_range),
        }
    }

    /// How many calendar days from this day to the other; negative when the other is earlier.
    #[must_use]
    pub fn days_until(self, other: Day) -> i64 {
        self.0.duration_until(other.0).as_hours() / 24
    }

    /// The day in words, "Wednesday 17 April 2002".
    #[must_use]
    pub fn long(self) -> String {
        format!(
            "{} {} {} {}",
            self.weekday(),
            self.day(),
            self.month_name(),
            self.year()
        )
    }

    pub(crate) fn date(self) -> Date {
        self.0
    }

    pub(crate) fn from_date(date: Date) -> Option<Day> {
        Some(Day(date)).filter(|day| (Day::MIN..=Day::MAX).contains(day))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Day, DayError> {
        Day::parse(text)
    }
}

/// Why a day could not be stated or reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayError {
    /// The text is not of the form 2002-04-17.
    NotIsoForm {
        /// The text as given.
        text: String,
    },
    /// The month is not 1 to 12.
    NoSuchMonth {
        /// The month as given.
        month: u8,
    },
    /// The month of that year has no such day.
    NoSuchDay {
        /// The year.
        year: i32,
        /// The month.
        month: Month,
        /// The day of the month as given.
        day: u8,
    },
    /// The year is outside 1600 to 9000.
    YearOutOfRange {
        /// The year as given.
        year: i64,
    },
    /// Counting from a day left the range of days.
    OutOfRange {
        /// The day counted from.
        from: Day,
        /// How many units were counted.
        count: i64,
        /// The unit, in the plural.
        unit: &'static str,
    },
    /// No business day lies within ten years on that side of the day.
    NoBusinessDay {
        /// The day counted from.
        from: Day,
    },
}

impl fmt::Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DayError::NotIsoForm { text } => {
                write!(f, "\"{text}\" is not a date; write year, month and day as 2002-04-17")
            }
            DayError::NoSuchMonth { month } => write!(f, "there is no month {month}; months run from 01 to 12"),
            DayError::NoSuchDay { year, month, day } => {
                write!(
                    f,
                    "there is no {day} {month} {year}: {month} {year} has {} days",
                    month.days_in(*year)
                )
            }
            DayError::YearOutOfRange { year } => write!(f, "the year {year} is outside 1600 to 9000"),
            DayError::OutOfRange { from, count, unit } => {
                write!(f, "{count} {unit} from {from} is outside the years 1600 to 9000")
            }
            DayError::NoBusinessDay { from } => {
                write!(
                    f,
                    "the calendar has no business day within ten years of {from}; supply fewer holidays"
                )
            }
        }
    }
}

impl std::error::Error for DayError {}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// The English name, "Monday".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Weekday::Monday => "Monday",
            Weekday::Tuesday => "Tuesday",
            Weekday::Wednesday => "Wednesday",
            Weekday::Thursday => "Thursday",
            Weekday::Friday => "Friday",
            Weekday::Saturday => "Saturday",
            Weekday::Sunday => "Sunday",
        }
    }

    /// The weekday of that English name, in any case of letters.
    #[must_use]
    pub fn named(name: &str) -> Option<Weekday> {
        Weekday::ALL
            .into_iter()
            .find(|weekday| weekday.name().eq_ignore_ascii_case(name))
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A month of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Month {
    January,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
}

impl Month {
    /// All twelve, January first.
    pub const ALL: [Month; 12] = [
        Month::January,
        Month::February,
        Month::March,
        Month::April,
        Month::May,
        Month::June,
        Month::July,
        Month::August,
        Month::September,
        Month::October,
        Month::November,
        Month::December,
    ];

    /// The number of the month, 1 to 12.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The month of that number, 1 to 12.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Month> {
        Month::ALL.get(usize::from(number.checked_sub(1)?)).copied()
    }

    /// How many days the month has in that year.
    #[must_use]
    pub fn days_in(self, year: i32) -> u8 {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        match self {
            Month::February if leap => 29,
            Month::February => 28,
            Month::April | Month::June | Month::September | Month::November => 30,
            _ => 31,
        }
    }

    /// The English name, "January".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Month::January => "January",
            Month::February => "February",
            Month::March => "March",
            Month::April => "April",
            Month::May => "May",
            Month::June => "June",
            Month::July => "July",
            Month::August => "August",
            Month::September => "September",
            Month::October => "October",
            Month::November => "November",
            Month::December => "December",
        }
    }

    /// The month of that English name, in any case of letters.
    #[must_use]
    pub fn named(name: &str) -> Option<Month> {
        Month::ALL
            .into_iter()
            .find(|month| month.name().eq_ignore_ascii_case(name))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
