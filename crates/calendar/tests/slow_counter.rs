//! An independent counter: it walks day by day, shares no code with the crate, and is compared on every date of five years.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test states what must hold by unwrapping"
)]

use quorate_calendar::{BusinessDays, Day, HolidayCalendar, HolidayShift, PointPhrase, WindowPhrase, anniversary};

/// A date that knows only what tomorrow is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Plain {
    year: i32,
    month: u8,
    day: u8,
    /// 0 is Sunday.
    weekday: u8,
}

fn length(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 400 == 0 => 29,
        2 if year % 100 == 0 => 28,
        2 if year % 4 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Plain {
    fn tomorrow(self) -> Plain {
        let weekday = if self.weekday == 6 { 0 } else { self.weekday + 1 };
        if self.day < length(self.year, self.month) {
            Plain {
                day: self.day + 1,
                weekday,
                ..self
            }
        } else if self.month < 12 {
            Plain {
                day: 1,
                month: self.month + 1,
                weekday,
                ..self
            }
        } else {
            Plain {
                day: 1,
                month: 1,
                year: self.year + 1,
                weekday,
            }
        }
    }

    fn to_day(self) -> Day {
        Day::parse(&format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)).unwrap()
    }

    fn is_business_day(self) -> bool {
        let date = format!("{:02}-{:02}", self.month, self.day);
        let is_off = OFF
            .iter()
            .any(|(year, days)| *year == self.year && days.split(' ').any(|day| day == date));
        self.weekday != 0 && self.weekday != 6 && !is_off
    }
}

/// The weekdays on which federal offices were closed, from the published tables of 2000 to the beginning of 2007.
const OFF: [(i32, &str); 8] = [
    (2000, "01-17 02-21 05-29 07-04 09-04 10-09 11-10 11-23 12-25"),
    (2001, "01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-12 11-22 12-25"),
    (2002, "01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25"),
    (2003, "01-01 01-20 02-17 05-26 07-04 09-01 10-13 11-11 11-27 12-25"),
    (
        2004,
        "01-01 01-19 02-16 05-31 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
    ),
    (2005, "01-17 02-21 05-30 07-04 09-05 10-10 11-11 11-24 12-26"),
    (2006, "01-02 01-16 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25"),
    (2007, "01-01"),
];

/// Every day from 1 January 2000, a Saturday, to the end of 2006.
fn seven_years() -> Vec<Plain> {
    let mut day = Plain {
        year: 2000,
        month: 1,
        day: 1,
        weekday: 6,
    };
    let mut days = Vec::new();
    while day.year < 2007 {
        days.push(day);
        day = day.tomorrow();
    }
    days
}

/// The places in the list of the days of the five years 2001 to 2005.
fn five_years(days: &[Plain]) -> impl Iterator<Item = usize> {
    (0..days.len()).filter(|at| (2001..=2005).contains(&days[*at].year))
}

/// Whether a day lies in the window, told by how many days, and how many business days, one passes on the way.
type Judge = fn(Way) -> bool;

/// The way from the event to a day: on which side the day lies, and what is counted without the event's own day.
#[derive(Clone, Copy)]
struct Way {
    before: bool,
    after: bool,
    /// Days passed, the day reached counted.
    days: u32,
    /// Business days passed, the day reached counted.
    business: u32,
    /// Business days passed, the day reached not counted.
    business_between: u32,
}

const KINDS: [(&str, Judge); 13] = [
    ("not less than 10 nor more than 60 days before the meeting", |w| {
        w.before && w.days >= 10 && w.days <= 60
    }),
    ("not less than 90 nor more than 120 days before the meeting", |w| {
        w.before && w.days >= 90 && w.days <= 120
    }),
    ("at least 10 days before the meeting", |w| w.before && w.days >= 10),
    ("not later than 60 days before the meeting", |w| {
        w.before && w.days >= 60
    }),
    ("not more than 60 days before the meeting", |w| !w.after && w.days <= 60),
    ("not more than 10 days after the meeting", |w| !w.before && w.days <= 10),
    ("within 10 days after the meeting", |w| !w.before && w.days <= 10),
    ("not later than 10 days after the meeting", |w| w.before || w.days <= 10),
    ("not less than 10 nor more than 60 days after the meeting", |w| {
        w.after && w.days >= 10 && w.days <= 60
    }),
    ("within 30 days before or after the meeting", |w| w.days <= 30),
    ("at least 20 business days before the meeting", |w| {
        w.before && w.business >= 20
    }),
    (
        "not less than 3 nor more than 9 business days before the meeting",
        |w| w.before && w.business >= 3 && w.business_between < 9,
    ),
    ("within 5 business days after the meeting", |w| {
        !w.before && (w.days == 0 || w.business_between < 5)
    }),
];

#[test]
fn every_window_of_every_day_of_five_years() {
    let days = seven_years();
    let real: Vec<Day> = days.iter().map(|day| day.to_day()).collect();
    let open: Vec<bool> = days.iter().map(|day| day.is_business_day()).collect();
    let business = BusinessDays::default();
    for (text, judge) in KINDS {
        let phrase = WindowPhrase::parse(text).unwrap();
        for event in five_years(&days) {
            let window = *phrase
                .evaluate(&|_| Some(real[event]), &business)
                .unwrap()
                .sole()
                .unwrap();
            let check = |at: usize, way: Way| {
                assert_eq!(
                    window.contains(real[at]),
                    judge(way),
                    "{text}: event {}, day {}",
                    real[event],
                    real[at]
                );
            };
            check(
                event,
                Way {
                    before: false,
                    after: false,
                    days: 0,
                    business: 0,
                    business_between: 0,
                },
            );
            for before in [true, false] {
                let mut way = Way {
                    before,
                    after: !before,
                    days: 0,
                    business: 0,
                    business_between: 0,
                };
                let mut at = event;
                for _ in 0..130 {
                    at = if before { at - 1 } else { at + 1 };
                    way.days += 1;
                    way.business_between = way.business;
                    way.business += u32::from(open[at]);
                    check(at, way);
                }
            }
        }
    }
}

#[test]
fn every_business_day_of_five_years() {
    let days = seven_years();
    let business = BusinessDays::default();
    for at in five_years(&days) {
        let day = days[at].to_day();
        assert_eq!(business.is_business_day(day), days[at].is_business_day(), "{day}");
        let after = (at + 1..).find(|next| days[*next].is_business_day()).unwrap();
        let before = (0..at).rev().find(|next| days[*next].is_business_day()).unwrap();
        assert_eq!(business.after(day).unwrap(), days[after].to_day(), "after {day}");
        assert_eq!(business.before(day).unwrap(), days[before].to_day(), "before {day}");
        let (on_or_after, on_or_before) = if days[at].is_business_day() {
            (at, at)
        } else {
            (after, before)
        };
        assert_eq!(
            business.on_or_after(day).unwrap(),
            days[on_or_after].to_day(),
            "on or after {day}"
        );
        assert_eq!(
            business.on_or_before(day).unwrap(),
            days[on_or_before].to_day(),
            "on or before {day}"
        );
        let mut passed = 0;
        let mut seventh = at;
        while passed < 7 {
            seventh += 1;
            passed += i64::from(days[seventh].is_business_day());
        }
        assert_eq!(
            business.plus(day, 7).unwrap(),
            days[seventh].to_day(),
            "7 business days after {day}"
        );
        assert_eq!(
            business.count_between(day, days[seventh].to_day()),
            7,
            "business days after {day}"
        );
    }
}

#[test]
fn every_anniversary_of_five_years() {
    let days = seven_years();
    for at in five_years(&days) {
        let day = days[at];
        let same: Vec<Day> = days
            .iter()
            .filter(|other| other.year == day.year + 1 && other.month == day.month && other.day == day.day)
            .map(|other| other.to_day())
            .collect();
        let readings = anniversary(day.to_day(), 1).unwrap().readings;
        if same.is_empty() {
            let both = [format!("{}-02-28", day.year + 1), format!("{}-03-01", day.year + 1)];
            assert_eq!(readings.iter().map(Day::to_string).collect::<Vec<_>>(), both);
        } else {
            assert_eq!(readings.as_slice(), same, "{}", day.to_day());
        }
    }
}

#[test]
fn every_point_of_five_years() {
    let days = seven_years();
    let business = BusinessDays::default();
    let tenth = PointPhrase::parse("close of business on the tenth day following the mailing").unwrap();
    let ninety = PointPhrase::parse("90 days before the mailing").unwrap();
    let eve = PointPhrase::parse("close of business on the business day before the mailing").unwrap();
    let thirteen_months = PointPhrase::parse("13 months after the mailing").unwrap();
    for at in five_years(&days).filter(|at| days[*at].year < 2005) {
        let mailing = days[at].to_day();
        let point = |phrase: &PointPhrase| *phrase.evaluate(&|_| Some(mailing), &business).unwrap().sole().unwrap();
        assert_eq!(point(&tenth), days[at + 10].to_day());
        assert_eq!(point(&ninety), days[at - 90].to_day());
        let before = (0..at).rev().find(|day| days[*day].is_business_day()).unwrap();
        assert_eq!(point(&eve), days[before].to_day());
        let (mut year, mut month) = (days[at].year, days[at].month);
        for _ in 0..13 {
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        let expected = format!("{year}-{month:02}-{:02}", days[at].day.min(length(year, month)));
        assert_eq!(
            point(&thirteen_months).to_string(),
            expected,
            "13 months after {mailing}"
        );
    }
}

#[test]
fn every_shift_of_five_years() {
    let days = seven_years();
    let (federal, business) = (HolidayCalendar::federal(), BusinessDays::default());
    for at in five_years(&days) {
        let day = days[at].to_day();
        let named = days[at].weekday == 0 || days[at].weekday == 6;
        let is_weekday_holiday = !named && !days[at].is_business_day();
        if !is_weekday_holiday {
            continue;
        }
        let next = (at + 1..).find(|next| days[*next].is_business_day()).unwrap();
        let previous = (0..at).rev().find(|next| days[*next].is_business_day()).unwrap();
        let shifted = |shift: HolidayShift| shift.apply(day, &federal, &business).unwrap();
        assert_eq!(shifted(HolidayShift::NextBusinessDay), days[next].to_day());
        assert_eq!(shifted(HolidayShift::NextFullBusinessDay), days[next].to_day());
        assert_eq!(shifted(HolidayShift::NextBusinessDayNotSaturday), days[next].to_day());
        assert_eq!(shifted(HolidayShift::PreviousBusinessDay), days[previous].to_day());
        assert_eq!(shifted(HolidayShift::None), day);
    }
}
