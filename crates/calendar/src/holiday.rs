//! Legal holidays: dated rules, the days they give, and the days on which they are observed.

use std::fmt;

use crate::day::{Day, DayError, Month, Weekday};

/// A legal holiday as it falls on one day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Holiday {
    /// The day.
    pub day: Day,
    /// Its name.
    pub name: String,
    /// The day that the law names, when this day is a holiday in observance of it.
    pub observed_for: Option<Day>,
    /// The law that makes it a holiday.
    pub authority: String,
}

impl fmt::Display for Holiday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let observed = self
            .observed_for
            .map(|day| format!(", observed for {day}"))
            .unwrap_or_default();
        write!(f, "{}{observed} ({})", self.name, self.authority)
    }
}

/// Where in a year a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Occurrence {
    /// A day of a month.
    OnDay(Month, u8),
    /// The nth (1 to 4) such weekday of a month.
    NthWeekday(u8, Weekday, Month),
    /// The last such weekday of a month.
    LastWeekday(Weekday, Month),
    /// The day after the nth (1 to 4) such weekday of a month.
    DayAfterNthWeekday(u8, Weekday, Month),
    /// The Friday before Easter Sunday of the Gregorian computus.
    GoodFriday,
    /// The Tuesday after the first Monday of November, in even years.
    GeneralElection,
}

impl Occurrence {
    /// Whether the occurrence, or a day next to it, can be that day: spares most rules when a day is looked up.
    fn is_near(self, day: Day) -> bool {
        let months: &[Month] = match &self {
            Occurrence::OnDay(month, _)
            | Occurrence::NthWeekday(_, _, month)
            | Occurrence::LastWeekday(_, month)
            | Occurrence::DayAfterNthWeekday(_, _, month) => std::slice::from_ref(month),
            Occurrence::GoodFriday => &[Month::March, Month::April],
            Occurrence::GeneralElection => &[Month::November],
        };
        let is_at_the_turn_of_a_month = day.day() == 1 || day.day() >= 28;
        is_at_the_turn_of_a_month || months.contains(&day.month_name())
    }

    /// The day in that year; none when the year has no such day.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<Day> {
        match self {
            Occurrence::OnDay(month, day) => Day::new(year, month.number(), day).ok(),
            Occurrence::NthWeekday(nth, weekday, month) => nth_weekday(nth, weekday, month, year).ok().flatten(),
            Occurrence::LastWeekday(weekday, month) => last_weekday(weekday, month, year).ok(),
            Occurrence::DayAfterNthWeekday(nth, weekday, month) => {
                nth_weekday(nth, weekday, month, year).ok().flatten()?.plus_days(1).ok()
            }
            Occurrence::GoodFriday => easter_sunday(year).ok()?.plus_days(-2).ok(),
            Occurrence::GeneralElection if year % 2 == 0 => nth_weekday(1, Weekday::Monday, Month::November, year)
                .ok()
                .flatten()?
                .plus_days(1)
                .ok(),
            Occurrence::GeneralElection => None,
        }
    }
}

/// The nth such weekday of a month of a year; none when the month has fewer.
pub(crate) fn nth_weekday(nth: u8, weekday: Weekday, month: Month, year: i32) -> Result<Option<Day>, DayError> {
    let first = Day::new(year, month.number(), 1)?;
    let Some(weeks) = nth.checked_sub(1) else {
        return Ok(None);
    };
    let day = first.plus_days(days_to(first.weekday(), weekday) + 7 * i64::from(weeks))?;
    Ok(Some(day).filter(|day| day.month() == month.number() && day.year() == year))
}

/// The last such weekday of a month of a year.
pub(crate) fn last_weekday(weekday: Weekday, month: Month, year: i32) -> Result<Day, DayError> {
    let last = Day::new(year, month.number(), month.days_in(year))?;
    last.plus_days(-days_to(weekday, last.weekday()))
}

/// Days from one weekday forward to the next occurrence of another, 0 to 6.
fn days_to(from: Weekday, to: Weekday) -> i64 {
    (to as i64 - from as i64).rem_euclid(7)
}

/// Easter Sunday by the Gregorian computus, in whole numbers throughout (the method printed anonymously in Nature, 1876).
///
/// # Errors
/// The year is outside the range of days.
pub(crate) fn easter_sunday(year: i32) -> Result<Day, DayError> {
    Day::new(year, 1, 1)?;
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let golden = year.rem_euclid(19);
    let lunar_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - lunar_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    let from_march = epact + to_sunday - 7 * late_moon + 114;
    let [month, day] =
        [from_march / 31, from_march % 31 + 1].map(|part| u8::try_from(part).expect("Easter falls in March or April"));
    Day::new(year, month, day)
}

/// What happens to a holiday that falls on a weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Observance {
    /// Nothing.
    SameDayOnly,
    /// A Saturday's holiday is also observed on the Friday before, a Sunday's on the Monday after.
    NearestWeekday,
}

/// A rule that makes a day of each year a legal holiday.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HolidayRule {
    /// The name of the holiday.
    pub name: String,
    /// Where in a year it falls.
    pub occurrence: Occurrence,
    /// What happens when it falls on a weekend.
    pub observance: Observance,
    /// The first day on which the rule was law; none when before everything of interest.
    pub from: Option<Day>,
    /// The last day on which the rule was law; none when it still is.
    pub until: Option<Day>,
    /// The law.
    pub authority: String,
}

impl HolidayRule {
    /// The day that the law names in that year; none when the rule was not law on it, or the year has no such day.
    #[must_use]
    pub fn named_day(&self, year: i32) -> Option<Day> {
        let in_force =
            |day: &Day| self.from.is_none_or(|from| from <= *day) && self.until.is_none_or(|until| *day <= until);
        self.occurrence.in_year(year).filter(in_force)
    }

    /// The weekday on which a holiday that falls on a weekend is also observed.
    #[must_use]
    pub fn observed_day(&self, named: Day) -> Option<Day> {
        match (self.observance, named.weekday()) {
            (Observance::NearestWeekday, Weekday::Saturday) => named.plus_days(-1).ok(),
            (Observance::NearestWeekday, Weekday::Sunday) => named.plus_days(1).ok(),
            _ => None,
        }
    }

    /// The holiday on the day that the law names in that year, then the one on its day of observance.
    fn in_year(&self, year: i32) -> impl Iterator<Item = Holiday> {
        let named = self.named_day(year);
        let observed = named.and_then(|day| self.observed_day(day));
        let on_named = named.map(|day| self.holiday(day, None));
        on_named.into_iter().chain(observed.map(|day| self.holiday(day, named)))
    }

    /// The holiday that the day is by this rule, the named day falling in that year.
    fn on(&self, day: Day, year: i32) -> Option<Holiday> {
        if !self.occurrence.is_near(day) {
            return None;
        }
        let named = self.named_day(year)?;
        if named == day {
            return Some(self.holiday(day, None));
        }
        self.observed_day(named)
            .filter(|observed| *observed == day)
            .map(|_| self.holiday(day, Some(named)))
    }

    fn holiday(&self, day: Day, observed_for: Option<Day>) -> Holiday {
        Holiday {
            day,
            name: self.name.clone(),
            observed_for,
            authority: self.authority.clone(),
        }
    }
}

/// A weekday that is a legal holiday every week.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WeeklyHoliday {
    /// The weekday.
    pub weekday: Weekday,
    /// The law.
    pub authority: String,
}

/// The legal holidays of a place: dated rules, days supplied one by one, and weekly holidays.
///
/// See [`HolidayCalendar::federal`] and [`HolidayCalendar::delaware`] for the lists that ship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayCalendar {
    name: String,
    rules: Vec<HolidayRule>,
    supplied: Vec<Holiday>,
    weekly: Vec<WeeklyHoliday>,
    covered_from: Option<Day>,
}

impl HolidayCalendar {
    /// A calendar without a holiday.
    #[must_use]
    pub fn none(name: &str) -> HolidayCalendar {
        HolidayCalendar::from_rules(name, Vec::new())
    }

    /// The calendar of these rules.
    #[must_use]
    pub fn from_rules(name: &str, rules: Vec<HolidayRule>) -> HolidayCalendar {
        HolidayCalendar {
            name: name.to_owned(),
            rules,
            supplied: Vec::new(),
            weekly: Vec::new(),
            covered_from: None,
        }
    }

    /// A calendar of these days, each with its name; the calendar's name is their authority.
    #[must_use]
    pub fn supplied(name: &str, days: Vec<(Day, String)>) -> HolidayCalendar {
        let holiday = |(day, holiday)| Holiday {
            day,
            name: holiday,
            observed_for: None,
            authority: name.to_owned(),
        };
        HolidayCalendar {
            supplied: days.into_iter().map(holiday).collect(),
            ..HolidayCalendar::none(name)
        }
    }

    /// This calendar, with that weekday a legal holiday every week.
    #[must_use]
    pub fn with_weekly(mut self, weekday: Weekday, authority: &str) -> HolidayCalendar {
        self.weekly.push(WeeklyHoliday {
            weekday,
            authority: authority.to_owned(),
        });
        self
    }

    /// This calendar, saying that its rules are complete only from that day on.
    #[must_use]
    pub fn with_coverage_from(mut self, day: Day) -> HolidayCalendar {
        self.covered_from = Some(day);
        self
    }

    /// The calendar in which every holiday of each of these is one.
    #[must_use]
    pub fn union(calendars: Vec<HolidayCalendar>) -> HolidayCalendar {
        let names: Vec<&str> = calendars.iter().map(|calendar| calendar.name.as_str()).collect();
        let mut union = HolidayCalendar::none(&names.join(" and "));
        for calendar in calendars {
            union.rules.extend(calendar.rules);
            union.supplied.extend(calendar.supplied);
            union.weekly.extend(calendar.weekly);
            union.covered_from = union.covered_from.max(calendar.covered_from);
        }
        union
    }

    /// The name of the calendar.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first day from which the calendar knows all of its place's holidays; before it, "no holiday" is not to be relied on.
    #[must_use]
    pub fn covered_from(&self) -> Option<Day> {
        self.covered_from
    }

    /// The weekdays that are legal holidays every week.
    #[must_use]
    pub fn weekly(&self) -> &[WeeklyHoliday] {
        &self.weekly
    }

    /// The holiday that the day is; none when it is none. A day that is several gives a dated one before a weekly one.
    #[must_use]
    pub fn is_holiday(&self, day: Day) -> Option<Holiday> {
        self.dated_holiday(day).or_else(|| self.weekly_holiday(day))
    }

    /// Every dated holiday of that year, by day; weekly holidays are in [`HolidayCalendar::weekly`].
    ///
    /// A day of observance belongs to the year in which it falls: New Year's Day 2011 was observed in 2010.
    #[must_use]
    pub fn holidays_of_year(&self, year: i32) -> Vec<Holiday> {
        let named_years = [year.saturating_sub(1), year, year.saturating_add(1)];
        let from_rules = self
            .rules
            .iter()
            .flat_map(|rule| named_years.into_iter().flat_map(|y| rule.in_year(y)));
        let mut holidays: Vec<Holiday> = from_rules
            .chain(self.supplied.iter().cloned())
            .filter(|holiday| holiday.day.year() == year)
            .collect();
        holidays.sort_by_key(|holiday| holiday.day);
        holidays
    }

    fn dated_holiday(&self, day: Day) -> Option<Holiday> {
        // Observance moves a holiday by one day, so only the turn of the year looks beyond the day's own year.
        let other_year = match (day.month(), day.day()) {
            (12, 31) => Some(day.year() + 1),
            (1, 1) => Some(day.year() - 1),
            _ => None,
        };
        let by_rules = |year: i32| self.rules.iter().find_map(|rule| rule.on(day, year));
        let supplied = || self.supplied.iter().find(|holiday| holiday.day == day).cloned();
        by_rules(day.year()).or_else(supplied).or_else(|| by_rules(other_year?))
    }

    fn weekly_holiday(&self, day: Day) -> Option<Holiday> {
        let weekly = self.weekly.iter().find(|weekly| weekly.weekday == day.weekday())?;
        Some(Holiday {
            day,
            name: format!("every {}", weekly.weekday),
            observed_for: None,
            authority: weekly.authority.clone(),
        })
    }
}
