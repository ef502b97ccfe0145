//! How the days are counted: the one place where periods of a text become days and moments.
//!
//! The General Corporation Law has no section on counting, and the weekend extensions of court rules do not apply to it.
//! What follows is the reading of the courts and of practice.
//!
//! | words | arithmetic | authority |
//! |---|---|---|
//! | "N days before E" | E − N: the day of E is not counted, the day reached is | *McKesson Corp. v. Derdiger*, 793 A.2d 385 (Del. Ch. 2002): 25 May is 61 days before 25 July |
//! | "not less than A nor more than B days before E" | E − B to E − A, both included | the same |
//! | "Nth day after A", "N days after A" | A + N: the day of A is not counted | the same manner of counting, forward |
//! | "within N days after A" | A to A + N | the same |
//! | "not more than N days before E" | E − N to E: a day after E is not before it | the same |
//! | "within N days before or after E" | E − N to E + N | plain words |
//! | a period that ends on a weekend or holiday | no shift, unless the text itself shifts | *Nelson v. Frank E. Best Inc.*, 768 A.2d 473 (Del. Ch. 2000) |
//! | days | calendar days; the hour within a day does not matter | practice |
//! | hours | elapsed hours between instants, whatever the clocks of the place do | plain words |
//! | months | the same day number, or the last day of a shorter month | practice |
//! | years, "anniversary" | the same month and day; for 29 February both 28 February and 1 March are readings | no authority found |
//! | business days | Monday to Friday less federal holidays, unless other days are given | undefined in the statute; configurable |

use std::fmt;

use crate::day::{Day, DayError, Weekday};
use crate::holiday::HolidayCalendar;
use crate::moment::{Moment, MomentError};
use crate::window::{DayWindow, MomentWindow, Readings};

/// A unit in which a text counts time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Business days.
    BusinessDays,
    /// Elapsed hours.
    Hours,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

impl Unit {
    /// The unit in words, in the plural: "business days".
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Unit::Days => "days",
            Unit::BusinessDays => "business days",
            Unit::Hours => "hours",
            Unit::Months => "months",
            Unit::Years => "years",
        }
    }

    /// The unit in words, in the singular: "business day".
    #[must_use]
    pub fn singular(self) -> &'static str {
        match self {
            Unit::Days => "day",
            Unit::BusinessDays => "business day",
            Unit::Hours => "hour",
            Unit::Months => "month",
            Unit::Years => "year",
        }
    }

    /// The words for that many: "1 day", "10 business days".
    pub(crate) fn counted(self, count: u32) -> String {
        format!("{count} {}", if count == 1 { self.singular() } else { self.plural() })
    }
}

/// On which side of an event something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Earlier than the event.
    Before,
    /// Later than the event.
    After,
}

/// On which side of an event a window lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Before the event.
    Before,
    /// After the event.
    After,
    /// On both sides of it.
    Either,
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Side::Before => "before",
            Side::After => "after",
            Side::Either => "before or after",
        })
    }
}

/// "N days before the event": the event's day is not counted, the day reached is.
///
/// # Errors
/// The result would leave the range of days.
pub fn days_before(event: Day, days: u32) -> Result<Day, DayError> {
    event.plus_days(-i64::from(days))
}

/// "N days after the event", and "the Nth day after it".
///
/// # Errors
/// The result would leave the range of days.
pub fn days_after(event: Day, days: u32) -> Result<Day, DayError> {
    event.plus_days(i64::from(days))
}

/// The anniversary of a day, in every reading.
///
/// 29 February in a year without one gives 28 February and 1 March.
/// Advise a person who must act by the earlier; reject one who was late only by the later.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Anniversary {
    /// The readings, the earlier first; one except for 29 February.
    pub readings: Readings<Day>,
}

/// The anniversary of the day, that many years later, or earlier when negative.
///
/// # Errors
/// The result would leave the range of days.
pub fn anniversary(day: Day, years: i64) -> Result<Anniversary, DayError> {
    let earlier = day.plus_years(years)?;
    let later = if earlier.day() == day.day() {
        earlier
    } else {
        earlier.plus_days(1)?
    };
    Ok(Anniversary {
        readings: Readings::two(earlier, later),
    })
}

/// The day that many units from the event. Years of 29 February have two readings.
///
/// # Errors
/// The result would leave the range of days, or the unit is hours, which are counted between moments.
pub fn reach(
    event: Day,
    count: u32,
    unit: Unit,
    direction: Direction,
    business: &BusinessDays,
) -> Result<Readings<Day>, CountingError> {
    let signed = match direction {
        Direction::Before => -i64::from(count),
        Direction::After => i64::from(count),
    };
    match unit {
        Unit::Days => Ok(Readings::one(event.plus_days(signed)?)),
        Unit::BusinessDays => Ok(Readings::one(business.plus(event, signed)?)),
        Unit::Months => Ok(Readings::one(event.plus_months(signed)?)),
        Unit::Years => Ok(anniversary(event, signed)?.readings),
        Unit::Hours => Err(CountingError::HoursNeedMoments),
    }
}

/// The moment that many elapsed hours from the event.
///
/// # Errors
/// The result would leave the range of moments, or the unit is not hours: days are counted between days.
pub fn reach_moment(event: Moment, count: u32, unit: Unit, direction: Direction) -> Result<Moment, CountingError> {
    if unit != Unit::Hours {
        return Err(CountingError::NeedsDays(unit));
    }
    let hours = i64::from(count);
    Ok(event.plus_hours(if direction == Direction::Before { -hours } else { hours })?)
}

/// The bounds of a window: how near to its event it begins and how far from it it ends, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least distance; none when the event itself is in the window.
    pub min: Option<u32>,
    /// The greatest distance; none when the window has no far end.
    pub max: Option<u32>,
    /// The unit of both.
    pub unit: Unit,
    /// The side of the event.
    pub side: Side,
    /// Whether the window has no near end, so that it runs past the event: "not later than 10 days after".
    pub open_at_event: bool,
}

/// The window around the event, in every reading.
///
/// # Errors
/// An end would leave the range of days, or the unit is hours.
pub fn window(event: Day, bounds: Bounds, business: &BusinessDays) -> Result<Readings<DayWindow>, CountingError> {
    let at = |count: u32, direction| reach(event, count, bounds.unit, direction, business);
    let (earliest, latest) = ends(bounds, at)?;
    let reading = |pick: fn(&Readings<Day>) -> &Day| {
        DayWindow::new(earliest.as_ref().map(pick).copied(), latest.as_ref().map(pick).copied())
    };
    Ok(Readings::two(reading(Readings::earlier), reading(Readings::later)))
}

/// The window of elapsed hours around the event.
///
/// # Errors
/// An end would leave the range of moments, or the unit is not hours.
pub fn moment_window(event: Moment, bounds: Bounds) -> Result<MomentWindow, CountingError> {
    let (earliest, latest) = ends(bounds, |count, direction| {
        reach_moment(event, count, bounds.unit, direction)
    })?;
    Ok(MomentWindow::new(earliest, latest))
}

/// The first and the last of the window, reached from its event.
fn ends<T>(
    bounds: Bounds,
    reach: impl Fn(u32, Direction) -> Result<T, CountingError>,
) -> Result<(Option<T>, Option<T>), CountingError> {
    let end = |count: Option<u32>, direction| count.map(|count| reach(count, direction)).transpose();
    let near = bounds.min.or(if bounds.open_at_event { None } else { Some(0) });
    match bounds.side {
        Side::Before => Ok((end(bounds.max, Direction::Before)?, end(near, Direction::Before)?)),
        Side::After => Ok((end(near, Direction::After)?, end(bounds.max, Direction::After)?)),
        Side::Either => Ok((end(bounds.max, Direction::Before)?, end(bounds.max, Direction::After)?)),
    }
}

/// Why a period could not be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountingError {
    /// The result would leave the range of days, or there is no business day.
    Day(DayError),
    /// The result would leave the range of moments.
    Moment(MomentError),
    /// Hours are counted from a moment, and only a day was given.
    HoursNeedMoments,
    /// The unit is counted from a day, and a moment was given.
    NeedsDays(Unit),
}

impl fmt::Display for CountingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CountingError::Day(error) => error.fmt(f),
            CountingError::Moment(error) => error.fmt(f),
            CountingError::HoursNeedMoments => {
                write!(
                    f,
                    "hours are counted between moments; give the hour and the zone of the event, not only its day"
                )
            }
            CountingError::NeedsDays(unit) => {
                write!(
                    f,
                    "{} are counted between days; give the day of the event in its zone",
                    unit.plural()
                )
            }
        }
    }
}

impl std::error::Error for CountingError {}

impl From<DayError> for CountingError {
    fn from(error: DayError) -> CountingError {
        CountingError::Day(error)
    }
}

impl From<MomentError> for CountingError {
    fn from(error: MomentError) -> CountingError {
        CountingError::Moment(error)
    }
}

/// Which days are business days: those that are neither of the weekend nor a legal holiday of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BusinessDays {
    /// The legal holidays that are no business days.
    pub calendar: HolidayCalendar,
    /// The weekdays that are no business days.
    pub weekend: Vec<Weekday>,
}

/// How far a search for a business day goes before it gives up: ten years, with their leap days.
const BUSINESS_DAY_SEARCH_DAYS: i64 = 3653;

impl BusinessDays {
    /// Business days that leave out the holidays of that calendar and those weekdays.
    #[must_use]
    pub fn new(calendar: HolidayCalendar, weekend: &[Weekday]) -> BusinessDays {
        BusinessDays {
            calendar,
            weekend: weekend.to_vec(),
        }
    }

    /// Whether the day is a business day.
    #[must_use]
    pub fn is_business_day(&self, day: Day) -> bool {
        !self.weekend.contains(&day.weekday()) && self.calendar.is_holiday(day).is_none()
    }

    /// The day itself when it is a business day, otherwise the next one.
    ///
    /// # Errors
    /// No business day within ten years.
    pub fn on_or_after(&self, day: Day) -> Result<Day, DayError> {
        self.search(day, 0, 1)
    }

    /// The first business day strictly after the day.
    ///
    /// # Errors
    /// No business day within ten years.
    pub fn after(&self, day: Day) -> Result<Day, DayError> {
        self.search(day, 1, 1)
    }

    /// The day itself when it is a business day, otherwise the one before.
    ///
    /// # Errors
    /// No business day within ten years.
    pub fn on_or_before(&self, day: Day) -> Result<Day, DayError> {
        self.search(day, 0, -1)
    }

    /// The last business day strictly before the day.
    ///
    /// # Errors
    /// No business day within ten years.
    pub fn before(&self, day: Day) -> Result<Day, DayError> {
        self.search(day, 1, -1)
    }

    /// The nth business day after the day, or before it when negative; the day itself is not counted, and for 0 is the answer.
    ///
    /// # Errors
    /// The result would leave the range of days.
    pub fn plus(&self, day: Day, business_days: i64) -> Result<Day, DayError> {
        let mut reached = day;
        for _ in 0..business_days.unsigned_abs() {
            reached = if business_days < 0 {
                self.before(reached)?
            } else {
                self.after(reached)?
            };
        }
        Ok(reached)
    }

    /// How many business days lie after the first day, up to and including the last; 0 when the last is not later.
    #[must_use]
    pub fn count_between(&self, first: Day, last: Day) -> u64 {
        let mut count = 0;
        let mut day = first;
        while day < last {
            // The next day is at most `last`, which is in range.
            let Ok(next) = day.plus_days(1) else { break };
            count += u64::from(self.is_business_day(next));
            day = next;
        }
        count
    }

    /// The first business day at or past `skip` days from the day, a step of one day at a time.
    pub(crate) fn search(&self, from: Day, skip: i64, step: i64) -> Result<Day, DayError> {
        for distance in skip..=BUSINESS_DAY_SEARCH_DAYS {
            let day = from.plus_days(distance * step)?;
            if self.is_business_day(day) {
                return Ok(day);
            }
        }
        Err(DayError::NoBusinessDay { from })
    }
}

impl Default for BusinessDays {
    /// Monday to Friday, less the legal holidays of the United States.
    fn default() -> BusinessDays {
        BusinessDays::new(HolidayCalendar::federal(), &[Weekday::Saturday, Weekday::Sunday])
    }
}
