//! Legal holidays against published tables, and the business days they leave.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test states what must hold by unwrapping"
)]

use quorate_calendar::{
    BusinessDays, Day, DayError, DayRule, HolidayCalendar, HolidayRule, HolidayShift, Month, Observance, Occurrence,
    Weekday,
};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The weekdays of a year that are holidays, which is what the tables of the Office of Personnel Management list.
fn weekdays_off(calendar: &HolidayCalendar, year: i32) -> Vec<String> {
    let weekend = [Weekday::Saturday, Weekday::Sunday];
    let days = calendar
        .holidays_of_year(year)
        .into_iter()
        .filter(|holiday| !weekend.contains(&holiday.day.weekday()));
    days.map(|holiday| holiday.day.to_string()[5..].to_owned()).collect()
}

#[test]
fn federal_tables() {
    let federal = HolidayCalendar::federal();
    let tables = [
        (2001, "01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-12 11-22 12-25"),
        (
            2004,
            "01-01 01-19 02-16 05-31 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        ),
        (2005, "01-17 02-21 05-30 07-04 09-05 10-10 11-11 11-24 12-26"),
        (2006, "01-02 01-16 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25"),
        (2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25"),
        (
            2021,
            "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        ),
        (2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26"),
        (
            2023,
            "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
        ),
        (
            2024,
            "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
        ),
    ];
    for (year, table) in tables {
        assert_eq!(weekdays_off(&federal, year).join(" "), table, "{year}");
    }
}

#[test]
fn federal_holidays_begin_and_move_with_their_acts() {
    let federal = HolidayCalendar::federal();
    let rows = [
        // The Uniform Monday Holiday Act, in force from 1971.
        ("1970-02-22", true),
        ("1970-02-16", false),
        ("1971-02-15", true),
        ("1971-02-22", false),
        ("1969-05-30", true),
        ("1971-05-30", false),
        ("1971-05-31", true),
        ("1970-10-12", false),
        ("1971-10-11", true),
        // Veterans Day in October for seven years.
        ("1970-11-11", true),
        ("1971-11-11", false),
        ("1971-10-25", true),
        ("1977-10-24", true),
        ("1977-11-11", false),
        ("1978-10-23", false),
        ("1978-11-11", true),
        ("1978-11-10", true),
        // First observed in 1986 and in 2021.
        ("1985-01-21", false),
        ("1986-01-20", true),
        ("2020-06-19", false),
        ("2021-06-18", true),
        ("2021-06-19", true),
        // Inauguration Day is left out.
        ("2005-01-20", false),
    ];
    for (text, is_holiday) in rows {
        assert_eq!(federal.is_holiday(day(text)).is_some(), is_holiday, "{text}");
    }
}

#[test]
fn an_observed_holiday_names_the_day_it_stands_for() {
    let federal = HolidayCalendar::federal();
    let observed = federal.is_holiday(day("2010-12-31")).unwrap();
    assert_eq!(
        (observed.name.as_str(), observed.observed_for),
        ("New Year's Day", Some(day("2011-01-01")))
    );
    assert_eq!(federal.is_holiday(day("2011-01-01")).unwrap().observed_for, None);
    assert_eq!(
        federal.is_holiday(day("2006-01-02")).unwrap().observed_for,
        Some(day("2006-01-01"))
    );
    assert!(
        federal
            .holidays_of_year(2010)
            .iter()
            .any(|holiday| holiday.day == day("2010-12-31"))
    );
    assert!(
        federal
            .holidays_of_year(2011)
            .iter()
            .all(|holiday| holiday.day.year() == 2011)
    );
    assert_eq!(
        federal.is_holiday(day("2004-07-05")).unwrap().to_string(),
        "Independence Day, observed for 2004-07-04 (5 U.S.C. § 6103(a))"
    );
}

#[test]
fn good_friday_is_two_days_before_the_known_easters() {
    let easters = [
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2001-04-15",
        "2002-03-31",
        "2003-04-20",
        "2004-04-11",
        "2005-03-27",
        "2008-03-23",
        "2011-04-24",
        "2016-03-27",
        "2019-04-21",
        "2020-04-12",
        "2021-04-04",
        "2022-04-17",
        "2023-04-09",
        "2024-03-31",
        "2025-04-20",
        "2038-04-25",
        "2285-03-22",
    ];
    for easter in easters.map(day) {
        let friday = Occurrence::GoodFriday.in_year(easter.year()).unwrap();
        assert_eq!(friday.days_until(easter), 2, "{easter}");
        assert!(HolidayCalendar::delaware().is_holiday(friday).is_some());
    }
}

#[test]
fn delaware_holidays() {
    let delaware = HolidayCalendar::delaware();
    let rows = [
        // Every Saturday, no Sunday.
        ("2003-03-08", true),
        ("2003-03-09", false),
        // General elections, in even years only, on the Tuesday after the first Monday.
        ("2002-11-05", true),
        ("2004-11-02", true),
        ("2003-11-04", false),
        ("2022-11-08", true),
        ("2016-11-01", false),
        // Return Day is left out.
        ("2004-11-04", false),
        // The day after Thanksgiving, also where November begins on a Friday.
        ("2003-11-28", true),
        ("2002-11-29", true),
        ("2002-11-22", false),
        // Dropped after 2009.
        ("2009-02-16", true),
        ("2010-02-15", false),
        ("2009-10-12", true),
        ("2010-10-11", false),
        // Juneteenth from 2022, on a Sunday that year.
        ("2021-06-18", false),
        ("2022-06-19", true),
        ("2022-06-20", true),
        // Observed on the Friday before and the Monday after.
        ("2020-07-03", true),
        ("2021-07-05", true),
        ("2004-12-24", true),
        ("2003-04-18", true),
        ("2003-04-21", false),
    ];
    for (text, is_holiday) in rows {
        assert_eq!(delaware.is_holiday(day(text)).is_some(), is_holiday, "{text}");
    }
    assert_eq!(delaware.is_holiday(day("2003-03-08")).unwrap().name, "every Saturday");
    assert_eq!(delaware.is_holiday(day("2020-07-04")).unwrap().name, "Independence Day");
    assert_eq!(delaware.covered_from(), Some(day("2001-01-01")));
}

#[test]
fn no_default_meeting_day_of_thirty_years_is_a_holiday() {
    let calendars = [HolidayCalendar::federal(), HolidayCalendar::delaware()];
    for text in ["first Wednesday of May at 10:00", "second Tuesday of March at 10:00"] {
        let rule = DayRule::parse(text).unwrap();
        for year in 2001..=2030 {
            let (meeting, _) = rule.in_year(year).unwrap();
            assert!(
                calendars.iter().all(|calendar| calendar.is_holiday(meeting).is_none()),
                "{meeting}"
            );
        }
    }
}

#[test]
fn a_union_has_the_holidays_of_each() {
    let company = HolidayCalendar::supplied(
        "the company's list",
        vec![(day("2003-03-11"), "Founders' Day".to_owned())],
    );
    let union = HolidayCalendar::union(vec![HolidayCalendar::federal(), company]);
    assert_eq!(
        union.is_holiday(day("2003-03-11")).unwrap().to_string(),
        "Founders' Day (the company's list)"
    );
    assert!(union.is_holiday(day("2003-07-04")).is_some());
    assert!(union.is_holiday(day("2003-03-12")).is_none());
    assert_eq!(
        union.name(),
        "legal holidays of the United States and the company's list"
    );
    assert_eq!(union.holidays_of_year(2003).len(), 11);
}

#[test]
fn a_holiday_shifts_and_another_day_does_not() {
    let business = BusinessDays::default();
    let founders = |text: &str| HolidayCalendar::supplied("list", vec![(day(text), "Founders' Day".to_owned())]);
    let rows = [
        // A Tuesday holiday moves to Wednesday, forward; to Monday, back.
        ("2003-03-11", HolidayShift::NextBusinessDay, "2003-03-12"),
        ("2003-03-11", HolidayShift::PreviousBusinessDay, "2003-03-10"),
        ("2003-03-11", HolidayShift::None, "2003-03-11"),
        // A Friday holiday moves over the weekend.
        ("2003-03-14", HolidayShift::NextFullBusinessDay, "2003-03-17"),
        // Friday before Memorial Day: Monday is no business day either.
        ("2003-05-23", HolidayShift::NextBusinessDay, "2003-05-27"),
    ];
    for (holiday, shift, expected) in rows {
        assert_eq!(
            shift.apply(day(holiday), &founders(holiday), &business).unwrap(),
            day(expected),
            "{shift}"
        );
        // On a day that is not a legal holiday nothing moves, not even from a weekend.
        for other in ["2003-03-13", "2003-03-15"].map(day) {
            assert_eq!(shift.apply(other, &founders(holiday), &business).unwrap(), other);
        }
    }
}

#[test]
fn not_a_saturday_matters_where_saturdays_are_business_days() {
    let six_days = BusinessDays::new(HolidayCalendar::federal(), &[Weekday::Sunday]);
    let federal = HolidayCalendar::federal();
    let independence = day("2003-07-04");
    let shifted = |shift: HolidayShift| shift.apply(independence, &federal, &six_days).unwrap();
    assert_eq!(shifted(HolidayShift::NextBusinessDay), day("2003-07-05"));
    assert_eq!(shifted(HolidayShift::NextBusinessDayNotSaturday), day("2003-07-07"));
}

#[test]
fn the_day_moved_to_is_no_holiday_of_the_list_that_moved_it() {
    // Delaware keeps the Friday after Thanksgiving, which is a federal business day.
    let moved = HolidayShift::NextBusinessDay.apply(
        day("2003-11-27"),
        &HolidayCalendar::delaware(),
        &BusinessDays::default(),
    );
    assert_eq!(moved.unwrap(), day("2003-12-01"));
}

#[test]
fn a_calendar_without_business_days_is_an_error() {
    let never = BusinessDays::new(HolidayCalendar::federal(), &Weekday::ALL);
    let from = day("2003-03-11");
    assert_eq!(never.after(from), Err(DayError::NoBusinessDay { from }));
    assert_eq!(never.before(from), Err(DayError::NoBusinessDay { from }));
    assert_eq!(never.count_between(from, day("2004-03-11")), 0);
}

#[test]
fn weekdays_of_months() {
    let rule = |nth, year| Occurrence::NthWeekday(nth, Weekday::Friday, Month::February).in_year(year);
    assert_eq!(rule(1, 2003), Some(day("2003-02-07")));
    assert_eq!(rule(4, 2003), Some(day("2003-02-28")));
    assert_eq!(rule(5, 2003), None);
    assert_eq!(rule(0, 2003), None);
    assert_eq!(Occurrence::OnDay(Month::February, 29).in_year(2003), None);
}

#[test]
fn observance_crosses_the_turn_of_months_and_years() {
    let rule = |month, day| HolidayRule {
        name: "Founders' Day".to_owned(),
        occurrence: Occurrence::OnDay(month, day),
        observance: Observance::NearestWeekday,
        from: None,
        until: None,
        authority: "the company's list".to_owned(),
    };
    // 30 April and 31 December 2006 were Sundays, 1 April 2006 a Saturday.
    for (month, number, observed) in [
        (Month::April, 30, "2006-05-01"),
        (Month::December, 31, "2007-01-01"),
        (Month::April, 1, "2006-03-31"),
    ] {
        let calendar = HolidayCalendar::from_rules("list", vec![rule(month, number)]);
        let named = Day::new(2006, month.number(), number).unwrap();
        assert_eq!(calendar.is_holiday(day(observed)).unwrap().observed_for, Some(named));
        let same_day = HolidayRule {
            observance: Observance::SameDayOnly,
            ..rule(month, number)
        };
        assert_eq!(
            HolidayCalendar::from_rules("list", vec![same_day]).is_holiday(day(observed)),
            None
        );
    }
}

#[test]
fn years_out_of_range_have_no_holidays() {
    let both = HolidayCalendar::union(vec![HolidayCalendar::federal(), HolidayCalendar::delaware()]);
    for year in [i32::MIN, -1, 0, 1598, 9002, i32::MAX] {
        assert_eq!(both.holidays_of_year(year), Vec::new(), "{year}");
        assert_eq!(Occurrence::GoodFriday.in_year(year), None);
    }
    for day in [Day::MIN, Day::MAX] {
        let _ = both.is_holiday(day);
    }
}
