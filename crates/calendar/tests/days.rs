//! Days, hours and their errors.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test states what must hold by unwrapping"
)]

use proptest::prelude::*;
use quorate_calendar::{CivilMoment, CloseOfBusiness, Day, Month, TimeOfDay, Weekday};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_day_reads_prints_and_tells_its_parts() {
    let april = day("2002-04-17");
    assert_eq!((april.year(), april.month(), april.day()), (2002, 4, 17));
    assert_eq!(
        (april.weekday(), april.month_name()),
        (Weekday::Wednesday, Month::April)
    );
    assert_eq!(april.to_string(), "2002-04-17");
    assert_eq!(format!("{april:?}"), "2002-04-17");
    assert_eq!(april.long(), "Wednesday 17 April 2002");
    assert_eq!(Day::new(2002, 4, 17), Ok(april));
    assert_eq!(
        (Day::MIN.to_string(), Day::MAX.to_string()),
        ("1600-01-01".to_owned(), "9000-12-31".to_owned())
    );
}

#[test]
fn an_impossible_date_says_why() {
    let rows = [
        ("2003-02-30", "there is no 30 February 2003: February 2003 has 28 days"),
        ("2003-02-29", "there is no 29 February 2003: February 2003 has 28 days"),
        ("2004-02-30", "there is no 30 February 2004: February 2004 has 29 days"),
        ("2003-04-31", "there is no 31 April 2003: April 2003 has 30 days"),
        ("2003-01-00", "there is no 0 January 2003: January 2003 has 31 days"),
        ("2003-13-01", "there is no month 13; months run from 01 to 12"),
        ("2003-00-01", "there is no month 0; months run from 01 to 12"),
        ("1599-12-31", "the year 1599 is outside 1600 to 9000"),
        ("9001-01-01", "the year 9001 is outside 1600 to 9000"),
        (
            "2003-2-3",
            "\"2003-2-3\" is not a date; write year, month and day as 2002-04-17",
        ),
        (
            "17 April 2002",
            "\"17 April 2002\" is not a date; write year, month and day as 2002-04-17",
        ),
        (
            "+002-04-17",
            "\"+002-04-17\" is not a date; write year, month and day as 2002-04-17",
        ),
        (
            "2002-04-1é",
            "\"2002-04-1é\" is not a date; write year, month and day as 2002-04-17",
        ),
        ("", "\"\" is not a date; write year, month and day as 2002-04-17"),
    ];
    for (text, message) in rows {
        assert_eq!(Day::parse(text).unwrap_err().to_string(), message);
    }
    assert!(Day::parse("2004-02-29").is_ok());
    assert!(Day::parse("2000-02-29").is_ok());
    assert!(Day::parse("1900-02-29").is_err());
    assert!(Day::new(2003, 1, 200).is_err());
}

#[test]
fn days_are_added_within_the_range() {
    assert_eq!(day("2000-07-25").plus_days(-60), Ok(day("2000-05-26")));
    assert_eq!(day("2000-05-25").days_until(day("2000-07-25")), 61);
    assert_eq!(day("2000-07-25").days_until(day("2000-05-25")), -61);
    // 7401 years of 365 days, of which 1851 - 75 + 19 are leap years.
    assert_eq!(Day::MIN.days_until(Day::MAX), 7401 * 365 + 1795 - 1);
    assert_eq!(Day::MAX.plus_days(0), Ok(Day::MAX));
    assert_eq!(
        Day::MAX.plus_days(1).unwrap_err().to_string(),
        "1 days from 9000-12-31 is outside the years 1600 to 9000"
    );
    for far in [i64::MAX, i64::MIN, 2_703_160, -2_703_160] {
        assert!(
            Day::MIN.plus_days(far).is_err() && Day::MAX.plus_months(far).is_err() && Day::MIN.plus_years(far).is_err()
        );
    }
}

#[test]
fn months_and_years_stop_at_the_end_of_a_shorter_month() {
    assert_eq!(day("2003-01-31").plus_months(1), Ok(day("2003-02-28")));
    assert_eq!(day("2004-01-31").plus_months(1), Ok(day("2004-02-29")));
    assert_eq!(day("2003-01-30").plus_months(13), Ok(day("2004-02-29")));
    assert_eq!(day("2003-08-31").plus_months(-6), Ok(day("2003-02-28")));
    assert_eq!(day("2004-02-29").plus_years(1), Ok(day("2005-02-28")));
    assert_eq!(day("2004-02-29").plus_years(4), Ok(day("2008-02-29")));
}

#[test]
fn hours_read_and_print() {
    for text in ["00:00", "10:00", "17:30", "23:59", "23:59:59"] {
        assert_eq!(TimeOfDay::parse(text).unwrap().to_string(), text);
    }
    assert_eq!(TimeOfDay::parse("10:00:00").unwrap().to_string(), "10:00");
    let rows = [
        ("24:00", "24:00 is not a time of day; write 00:00 of the next day"),
        (
            "10:60",
            "no clock shows 10:60:00; hours run from 00 to 23, minutes and seconds from 00 to 59",
        ),
        (
            "10",
            "\"10\" is not a time of day; write it on a 24-hour clock as 10:00 or 17:30",
        ),
        (
            "1:00",
            "\"1:00\" is not a time of day; write it on a 24-hour clock as 10:00 or 17:30",
        ),
        (
            "10:00:00:00",
            "\"10:00:00:00\" is not a time of day; write it on a 24-hour clock as 10:00 or 17:30",
        ),
        (
            "+1:00",
            "\"+1:00\" is not a time of day; write it on a 24-hour clock as 10:00 or 17:30",
        ),
    ];
    for (text, message) in rows {
        assert_eq!(TimeOfDay::parse(text).unwrap_err().to_string(), message);
    }
}

#[test]
fn civil_moments_order_by_day_then_hour() {
    let moment = |text: &str| CivilMoment::parse(text).unwrap();
    assert_eq!(moment("2002-04-17T10:00").to_string(), "2002-04-17T10:00");
    assert!(moment("2002-04-17T23:59") < moment("2002-04-18T00:00"));
    assert_eq!(
        CivilMoment::parse("2002-04-17").unwrap_err().to_string(),
        "\"2002-04-17\" is not a local date and hour; write 2002-04-17T10:00"
    );
    assert_eq!(
        CivilMoment::parse("2003-02-30T10:00").unwrap_err().to_string(),
        "there is no 30 February 2003: February 2003 has 28 days"
    );
    assert_eq!(
        CloseOfBusiness::default().on(day("2003-03-10")).to_string(),
        "2003-03-10T17:00"
    );
}

proptest! {
    #[test]
    fn any_text_reads_or_says_why(text in ".*") {
        let _ = Day::parse(&text);
        let _ = TimeOfDay::parse(&text);
        let _ = CivilMoment::parse(&text);
    }

    #[test]
    fn a_printed_day_reads_back(distance in 0_i64..2_703_159) {
        let day = Day::MIN.plus_days(distance).unwrap();
        prop_assert_eq!(Day::parse(&day.to_string()), Ok(day));
        prop_assert_eq!(Day::MIN.days_until(day), distance);
    }

    #[test]
    fn weekdays_follow_one_another(distance in 0_i64..2_703_159) {
        let day = Day::MIN.plus_days(distance).unwrap();
        let next = day.plus_days(1).unwrap();
        prop_assert_eq!((day.weekday() as u8 + 1) % 7, next.weekday() as u8);
    }
}
