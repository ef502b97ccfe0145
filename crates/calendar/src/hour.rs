//! Hours of a day, local dates with an hour, and the close of business.

use std::fmt;
use std::str::FromStr;

use crate::day::{Day, DayError};

/// An hour of the day on a 24-hour clock, to the second: 00:00 to 23:59:59.
///
/// Prints as "10:00", with seconds only where there are some.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u32);

impl TimeOfDay {
    /// The first second of the day.
    pub const MIDNIGHT: TimeOfDay = TimeOfDay(0);

    /// That hour (0 to 23) and minute (0 to 59).
    ///
    /// # Errors
    /// An hour or minute that no clock shows; 24:00 is 00:00 of the next day and must be said so.
    pub fn new(hour: u8, minute: u8) -> Result<TimeOfDay, TimeError> {
        TimeOfDay::with_seconds(hour, minute, 0)
    }

    /// That hour (0 to 23), minute (0 to 59) and second (0 to 59).
    ///
    /// # Errors
    /// As [`TimeOfDay::new`].
    pub fn with_seconds(hour: u8, minute: u8, second: u8) -> Result<TimeOfDay, TimeError> {
        if hour > 23 || minute > 59 || second > 59 {
            return Err(TimeError::NoSuchTime { hour, minute, second });
        }
        Ok(TimeOfDay(
            u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second),
        ))
    }

    /// Reads "10:00" or "10:00:30".
    ///
    /// # Errors
    /// A text of another form, or a time that no clock shows.
    pub fn parse(text: &str) -> Result<TimeOfDay, TimeError> {
        let not_a_time = || TimeError::NotATime { text: text.to_owned() };
        let parts: Vec<&str> = text.split(':').collect();
        let two_digits = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if !(2..=3).contains(&parts.len()) || !parts.iter().all(two_digits) {
            return Err(not_a_time());
        }
        let number = |index: usize| parts.get(index).map_or(Ok(0), |part| part.parse::<u8>());
        match (number(0), number(1), number(2)) {
            (Ok(hour), Ok(minute), Ok(second)) => TimeOfDay::with_seconds(hour, minute, second),
            _ => Err(not_a_time()),
        }
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u8 {
        u8::try_from(self.0 / 3600).expect("a day has 24 hours")
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(self) -> u8 {
        u8::try_from(self.0 / 60 % 60).expect("an hour has 60 minutes")
    }

    /// The second, 0 to 59.
    #[must_use]
    pub fn second(self) -> u8 {
        u8::try_from(self.0 % 60).expect("a minute has 60 seconds")
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())?;
        if self.second() != 0 {
            write!(f, ":{:02}", self.second())?;
        }
        Ok(())
    }
}

impl fmt::Debug for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<TimeOfDay, TimeError> {
        TimeOfDay::parse(text)
    }
}

/// Why an hour, or a date with an hour, could not be stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeError {
    /// The text is not of the form 10:00.
    NotATime {
        /// The text as given.
        text: String,
    },
    /// No clock shows that hour, minute and second.
    NoSuchTime {
        /// The hour as given.
        hour: u8,
        /// The minute as given.
        minute: u8,
        /// The second as given.
        second: u8,
    },
    /// The text is not a date, the letter T and an hour.
    NotACivilMoment {
        /// The text as given.
        text: String,
    },
    /// The date of a local date and hour is none.
    Day(DayError),
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimeError::NotATime { text } => {
                write!(
                    f,
                    "\"{text}\" is not a time of day; write it on a 24-hour clock as 10:00 or 17:30"
                )
            }
            TimeError::NoSuchTime {
                hour: 24,
                minute: 0,
                second: 0,
            } => {
                write!(f, "24:00 is not a time of day; write 00:00 of the next day")
            }
            TimeError::NoSuchTime { hour, minute, second } => write!(
                f,
                "no clock shows {hour:02}:{minute:02}:{second:02}; hours run from 00 to 23, minutes and seconds from 00 to 59"
            ),
            TimeError::NotACivilMoment { text } => {
                write!(f, "\"{text}\" is not a local date and hour; write 2002-04-17T10:00")
            }
            TimeError::Day(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TimeError {}

/// A local date and hour, "2002-04-17T10:00", in a zone that the context names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilMoment {
    /// The local date.
    pub day: Day,
    /// The local hour.
    pub time: TimeOfDay,
}

impl CivilMoment {
    /// Reads "2002-04-17T10:00".
    ///
    /// # Errors
    /// A text of another form, or a date or hour that there is not.
    pub fn parse(text: &str) -> Result<CivilMoment, TimeError> {
        let (day, time) = text
            .split_once('T')
            .ok_or_else(|| TimeError::NotACivilMoment { text: text.to_owned() })?;
        Ok(CivilMoment {
            day: Day::parse(day).map_err(TimeError::Day)?,
            time: TimeOfDay::parse(time)?,
        })
    }
}

impl fmt::Display for CivilMoment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.day, self.time)
    }
}

impl FromStr for CivilMoment {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<CivilMoment, TimeError> {
        CivilMoment::parse(text)
    }
}

/// The hour at which a business day closes, local at the place that the corporation names for it.
///
/// Neither the General Corporation Law nor the usual bylaws define it; 17:00 is the usual hour and the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CloseOfBusiness {
    /// The closing hour.
    pub time: TimeOfDay,
}

impl CloseOfBusiness {
    /// The close of business on that day.
    #[must_use]
    pub fn on(self, day: Day) -> CivilMoment {
        CivilMoment { day, time: self.time }
    }
}

impl Default for CloseOfBusiness {
    fn default() -> CloseOfBusiness {
        CloseOfBusiness {
            time: TimeOfDay(17 * 3600),
        }
    }
}
