//! The boundaries of windows and points, on and one past, as the law reads them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test states what must hold by unwrapping"
)]

use quorate_calendar::{
    Anchor, BusinessDays, Day, DayWindow, EvaluationError, Moment, MomentWindow, PointPhrase, Readings, Unit,
    WindowPhrase, anniversary, counting,
};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The readings of a window, the one event of which, or each of which, falls on that day.
fn windows(text: &str, event: &str) -> Vec<String> {
    let phrase = WindowPhrase::parse(text).unwrap();
    let readings = phrase
        .evaluate(&|_| Some(day(event)), &BusinessDays::default())
        .unwrap();
    readings.iter().map(DayWindow::to_string).collect()
}

/// The readings of a point, given the days of its events.
fn points(text: &str, events: &[(&str, &str)]) -> Vec<String> {
    let phrase = PointPhrase::parse(text).unwrap();
    let resolve = |name: &str| {
        events
            .iter()
            .find(|(event, _)| *event == name)
            .map(|(_, date)| day(date))
    };
    let readings = phrase.evaluate(&resolve, &BusinessDays::default()).unwrap();
    readings.iter().map(Day::to_string).collect()
}

#[test]
fn mckesson_the_sixty_first_day_is_out() {
    let phrase = WindowPhrase::parse("not less than 10 nor more than 60 days before the meeting").unwrap();
    let meeting = day("2000-07-25");
    let readings = phrase
        .evaluate(&|name| (name == "meeting").then_some(meeting), &BusinessDays::default())
        .unwrap();
    let window = readings.sole().unwrap();
    assert_eq!(day("2000-05-25").days_until(meeting), 61);
    for (date, is_inside) in [
        ("2000-05-25", false),
        ("2000-05-26", true),
        // The holiday weekend between changes nothing.
        ("2000-05-29", true),
        ("2000-07-15", true),
        ("2000-07-16", false),
        ("2000-07-25", false),
    ] {
        assert_eq!(window.contains(day(date)), is_inside, "{date}");
    }
}

#[test]
fn each_kind_of_window_has_its_ends() {
    let rows = [
        (
            "not less than 10 nor more than 60 days before the meeting",
            "2003-03-11",
            "2003-01-10 to 2003-03-01, both included",
        ),
        (
            "not less than 20 nor more than 60 days before the meeting",
            "2003-03-11",
            "2003-01-10 to 2003-02-19, both included",
        ),
        (
            "at least 10 days before the meeting",
            "2003-03-11",
            "on or before 2003-03-01",
        ),
        (
            "not more than 60 days before the action",
            "2003-03-11",
            "2003-01-10 to 2003-03-11, both included",
        ),
        (
            "not more than 10 days after the resolution",
            "2003-03-11",
            "2003-03-11 to 2003-03-21, both included",
        ),
        (
            "within 10 days after the request",
            "2003-03-11",
            "2003-03-11 to 2003-03-21, both included",
        ),
        (
            "not later than 10 days after the request",
            "2003-03-11",
            "on or before 2003-03-21",
        ),
        (
            "not less than 10 nor more than 60 days after receipt",
            "2003-03-11",
            "2003-03-21 to 2003-05-10, both included",
        ),
        ("at least 3 days after receipt", "2003-03-11", "on or after 2003-03-14"),
        (
            "not later than 60 days before the anniversary of the prior mailing",
            "2002-04-10",
            "on or before 2003-02-09",
        ),
        (
            "not less than 90 nor more than 120 days before the prior mailing",
            "2003-04-10",
            "2002-12-11 to 2003-01-10, both included",
        ),
        (
            "within 30 days before or after the anniversary of the prior meeting",
            "2002-03-11",
            "2003-02-09 to 2003-04-10, both included",
        ),
        // Good Friday, 18 April 2003, is a business day; Presidents' Day, 17 February, is not.
        (
            "at least 1 business day before the meeting",
            "2003-04-21",
            "on or before 2003-04-18",
        ),
        (
            "at least 20 business days before the record date",
            "2003-03-11",
            "on or before 2003-02-10",
        ),
        (
            "within 5 business days after receipt",
            "2003-02-14",
            "2003-02-14 to 2003-02-24, both included",
        ),
        (
            "within 3 months after the fiscal year-end",
            "2003-11-30",
            "2003-11-30 to 2004-02-29, both included",
        ),
        (
            "within 1 month after the fiscal year-end",
            "2003-01-31",
            "2003-01-31 to 2003-02-28, both included",
        ),
        (
            "not more than 3 years after the proxy",
            "2003-03-11",
            "2003-03-11 to 2006-03-11, both included",
        ),
        (
            "at any time before the meeting",
            "2003-03-11",
            "on or before 2003-03-11",
        ),
        (
            "within 0 days before or after the meeting",
            "2003-03-11",
            "on 2003-03-11 only",
        ),
    ];
    for (text, event, window) in rows {
        assert_eq!(windows(text, event), [window], "{text}");
    }
}

#[test]
fn an_anniversary_of_29_february_has_two_readings() {
    let readings = |day_text: &str, years| anniversary(day(day_text), years).unwrap().readings.to_string();
    assert_eq!(readings("2004-02-29", 1), "2005-02-28 or 2005-03-01");
    assert_eq!(readings("2004-02-29", 4), "2008-02-29");
    assert_eq!(readings("2004-02-29", -1), "2003-02-28 or 2003-03-01");
    assert_eq!(readings("2004-02-28", 1), "2005-02-28");
    assert_eq!(readings("2003-03-11", 0), "2003-03-11");
    assert_eq!(
        windows(
            "not later than 60 days before the anniversary of the prior mailing",
            "2004-02-29"
        ),
        ["on or before 2004-12-30", "on or before 2004-12-31"]
    );
    assert_eq!(
        windows(
            "within 30 days before or after the anniversary of the prior mailing",
            "2004-02-29"
        ),
        [
            "2005-01-29 to 2005-03-30, both included",
            "2005-01-30 to 2005-03-31, both included"
        ]
    );
    assert_eq!(
        windows("not more than 3 years after the proxy", "2004-02-29"),
        [
            "2004-02-29 to 2007-02-28, both included",
            "2004-02-29 to 2007-03-01, both included"
        ]
    );
    assert!(anniversary(Day::MAX, 1).is_err());
}

#[test]
fn each_kind_of_point_has_its_day() {
    let rows = [
        (
            "close of business on the day before notice",
            vec![("notice", "2003-03-10")],
            "2003-03-09",
        ),
        (
            "close of business on the business day before the meeting",
            vec![("meeting", "2003-03-10")],
            "2003-03-07",
        ),
        (
            "close of business on the business day before notice",
            vec![("notice", "2007-09-04")],
            "2007-08-31",
        ),
        (
            "close of business on the day of the resolution",
            vec![("resolution", "2003-03-09")],
            "2003-03-09",
        ),
        (
            "close of business on the seventh day following notice",
            vec![("notice", "2003-03-10")],
            "2003-03-17",
        ),
        (
            "90 days before the meeting",
            vec![("meeting", "2003-06-09")],
            "2003-03-11",
        ),
        ("the meeting", vec![("meeting", "2003-06-09")], "2003-06-09"),
        (
            "two business days after the meeting",
            vec![("meeting", "2003-05-23")],
            "2003-05-28",
        ),
        (
            "close of business on the tenth day following the earlier of mailing and public disclosure",
            vec![("mailing", "2003-03-12"), ("public disclosure", "2003-03-10")],
            "2003-03-20",
        ),
        (
            "the later of the day of the resolution and the sixtieth day before the action",
            vec![("resolution", "2003-03-10"), ("action", "2003-05-10")],
            "2003-03-11",
        ),
        (
            "the later of the day of the resolution and the sixtieth day before the action",
            vec![("resolution", "2003-03-12"), ("action", "2003-05-10")],
            "2003-03-12",
        ),
    ];
    for (text, events, expected) in rows {
        assert_eq!(points(text, &events), [expected], "{text}");
    }
}

#[test]
fn every_missing_event_is_named_once() {
    let anchor = Anchor::parse("the earlier of mailing and the later of the record date and mailing").unwrap();
    assert_eq!(anchor.events(), ["mailing", "record date"]);
    let error = anchor.evaluate(&|_| None, &BusinessDays::default()).unwrap_err();
    assert_eq!(
        error,
        EvaluationError::MissingAnchors(vec!["mailing".to_owned(), "record date".to_owned()])
    );
    assert_eq!(
        error.to_string(),
        "the day of mailing and of the record date is not known; state it"
    );
    let some = anchor.evaluate(
        &|name| (name == "mailing").then(|| day("2003-03-11")),
        &BusinessDays::default(),
    );
    assert_eq!(
        some,
        Err(EvaluationError::MissingAnchors(vec!["record date".to_owned()]))
    );
}

#[test]
fn hours_need_moments_and_days_need_days() {
    let hours = WindowPhrase::parse("at least 24 hours before the meeting").unwrap();
    let days = WindowPhrase::parse("at least 10 days before the meeting").unwrap();
    let meeting = Moment::parse("2003-03-11T10:00:00-05:00").unwrap();
    let on_days = hours
        .evaluate(&|_| Some(day("2003-03-11")), &BusinessDays::default())
        .unwrap_err();
    assert_eq!(
        on_days.to_string(),
        "hours are counted between moments; give the hour and the zone of the event, not only its day"
    );
    assert_eq!(
        days.evaluate_moments(&|_| Some(meeting)).unwrap_err().to_string(),
        "days are counted between days; give the day of the event in its zone"
    );
    let window = hours.evaluate_moments(&|_| Some(meeting)).unwrap();
    assert_eq!(window.to_string(), "on or before 2003-03-10T15:00:00Z");
    let yearly = WindowPhrase::parse("at least 24 hours before the anniversary of the meeting").unwrap();
    assert_eq!(
        yearly.evaluate_moments(&|_| Some(meeting)),
        Err(EvaluationError::AnniversaryNeedsDays)
    );
    let point = PointPhrase::parse("48 hours before the meeting").unwrap();
    assert_eq!(
        point.evaluate_moment(&|_| Some(meeting)).unwrap().to_string(),
        "2003-03-09T15:00:00Z"
    );
    assert!(point.evaluate_moment(&|_| None).is_err());
}

#[test]
fn a_window_out_of_range_is_an_error() {
    let phrase = WindowPhrase::parse("not more than 60 days before the meeting").unwrap();
    assert_eq!(
        phrase
            .evaluate(&|_| Some(Day::MIN), &BusinessDays::default())
            .unwrap_err()
            .to_string(),
        "-60 days from 1600-01-01 is outside the years 1600 to 9000"
    );
    assert!(counting::days_after(Day::MAX, 1).is_err());
    assert_eq!(counting::days_before(day("2003-03-11"), 10), Ok(day("2003-03-01")));
    assert_eq!(counting::days_after(day("2003-03-01"), 10), Ok(day("2003-03-11")));
}

#[test]
fn windows_contain_their_ends_and_intersect() {
    let window = |earliest: Option<&str>, latest: Option<&str>| DayWindow::new(earliest.map(day), latest.map(day));
    let march = window(Some("2003-03-01"), Some("2003-03-31"));
    for (date, is_inside) in [
        ("2003-02-28", false),
        ("2003-03-01", true),
        ("2003-03-31", true),
        ("2003-04-01", false),
    ] {
        assert_eq!(march.contains(day(date)), is_inside, "{date}");
    }
    let from_tenth = window(Some("2003-03-10"), None);
    let to_tenth = window(None, Some("2003-03-10"));
    assert_eq!(
        march.intersect(&from_tenth),
        window(Some("2003-03-10"), Some("2003-03-31"))
    );
    assert_eq!(
        march.intersect(&to_tenth),
        window(Some("2003-03-01"), Some("2003-03-10"))
    );
    assert_eq!(from_tenth.intersect(&to_tenth).to_string(), "on 2003-03-10 only");
    assert_eq!(march.intersect(&DayWindow::OPEN), march);
    assert_eq!(DayWindow::OPEN.to_string(), "any day");
    let april = window(Some("2003-04-01"), Some("2003-04-30"));
    assert!(march.intersect(&april).is_empty());
    assert_eq!(march.intersect(&april).to_string(), "no day");
    assert!(!march.is_empty() && !DayWindow::OPEN.is_empty());
    assert!(!window(Some("2003-03-10"), Some("2003-03-10")).is_empty());
    assert!(MomentWindow::OPEN.contains(Moment::MIN));
}

#[test]
fn readings_are_never_empty_and_never_repeat() {
    assert_eq!(Readings::<Day>::sorted(Vec::new()), None);
    let (one, two) = (day("2003-02-28"), day("2003-03-01"));
    let both = Readings::sorted(vec![two, one, two]).unwrap();
    assert_eq!(both, Readings::two(one, two));
    assert_eq!(
        (both.earlier(), both.later(), both.sole(), both.is_doubtful()),
        (&one, &two, None, true)
    );
    assert_eq!(Readings::two(one, one), Readings::one(one));
    assert_eq!(Unit::BusinessDays.plural(), "business days");
}
