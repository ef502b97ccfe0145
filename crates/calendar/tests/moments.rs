//! Instants, zones and the hours that daylight saving skips or repeats.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test states what must hold by unwrapping"
)]

use proptest::prelude::*;
use quorate_calendar::{
    CivilMoment, Day, Moment, MomentError, UtcOffset, WindowPhrase, Zone, first_moment_of, moment_of,
    moment_of_with_offset,
};

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

fn civil(text: &str) -> CivilMoment {
    CivilMoment::parse(text).unwrap()
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

#[test]
fn an_hour_becomes_an_instant_in_its_zone() {
    let rows = [
        ("2002-04-17T10:00", "America/New_York", "2002-04-17T14:00:00Z"),
        ("2002-01-17T10:00", "America/New_York", "2002-01-17T15:00:00Z"),
        ("2002-04-17T10:00", "America/Denver", "2002-04-17T16:00:00Z"),
        ("2002-01-17T10:00", "America/Denver", "2002-01-17T17:00:00Z"),
        // The last second before and the first after the clocks go forward, and back.
        ("2002-04-07T01:59:59", "America/New_York", "2002-04-07T06:59:59Z"),
        ("2002-04-07T03:00", "America/New_York", "2002-04-07T07:00:00Z"),
        ("2002-10-27T00:59:59", "America/Denver", "2002-10-27T06:59:59Z"),
        ("2002-10-27T02:00", "America/Denver", "2002-10-27T09:00:00Z"),
        // From 2007 daylight saving begins in March: 11 March is before the old date.
        ("2007-03-11T03:00", "America/New_York", "2007-03-11T07:00:00Z"),
        ("2007-03-11T01:59:59", "America/New_York", "2007-03-11T06:59:59Z"),
    ];
    for (local, name, instant) in rows {
        let reached = moment_of(civil(local), &zone(name)).unwrap();
        assert_eq!(reached.to_string(), instant, "{local} {name}");
        assert_eq!(reached.civil_in(&zone(name)), civil(local));
    }
}

#[test]
fn a_skipped_hour_is_named_with_its_gap() {
    for (local, name) in [
        ("2002-04-07T02:00", "America/New_York"),
        ("2002-04-07T02:59:59", "America/Denver"),
        ("2007-03-11T02:30", "America/New_York"),
    ] {
        let error = moment_of(civil(local), &zone(name)).unwrap_err();
        let MomentError::Skipped { begins, ends, .. } = &error else {
            panic!("{error:?}")
        };
        assert_eq!(
            (begins.time.to_string(), ends.time.to_string()),
            ("02:00".to_owned(), "03:00".to_owned())
        );
        assert_eq!(begins.day, civil(local).day);
        assert_eq!(
            moment_of_with_offset(civil(local), UtcOffset::ZERO, &zone(name)).unwrap_err(),
            error
        );
    }
    assert_eq!(
        moment_of(civil("2007-03-11T02:30"), &zone("America/New_York"))
            .unwrap_err()
            .to_string(),
        "2007-03-11T02:30 does not exist in America/New_York: the clocks go from 2007-03-11T02:00 straight to \
         2007-03-11T03:00; name an hour before 02:00 or from 03:00 on"
    );
}

#[test]
fn a_repeated_hour_asks_for_its_offset() {
    let new_york = zone("America/New_York");
    let repeated = civil("2002-10-27T01:30");
    assert_eq!(
        moment_of(repeated, &new_york).unwrap_err().to_string(),
        "2002-10-27T01:30 occurs twice in America/New_York, first at -04:00 and again at -05:00; \
         write 2002-10-27T01:30-04:00 or 2002-10-27T01:30-05:00"
    );
    let at = |offset: &str| moment_of_with_offset(repeated, UtcOffset::parse(offset).unwrap(), &new_york);
    assert_eq!(at("-04:00"), Ok(moment("2002-10-27T01:30:00-04:00")));
    assert_eq!(at("-05:00"), Ok(moment("2002-10-27T01:30:00-05:00")));
    assert_eq!(at("-04:00").unwrap().seconds_until(at("-05:00").unwrap()), 3600);
    assert_eq!(
        at("-06:00").unwrap_err().to_string(),
        "America/New_York is not at -06:00 on 2002-10-27T01:30; write 2002-10-27T01:30-04:00 or 2002-10-27T01:30-05:00"
    );
    // An hour that occurs once takes only its own offset.
    assert!(
        moment_of_with_offset(
            civil("2002-10-27T02:00"),
            UtcOffset::parse("-05:00").unwrap(),
            &new_york
        )
        .is_ok()
    );
    assert!(
        moment_of_with_offset(
            civil("2002-10-27T02:00"),
            UtcOffset::parse("-04:00").unwrap(),
            &new_york
        )
        .is_err()
    );
    for local in ["2002-10-27T01:00", "2002-10-27T01:59:59"] {
        assert!(matches!(
            moment_of(civil(local), &zone("America/Denver")),
            Err(MomentError::Twice { .. })
        ));
    }
}

#[test]
fn hours_elapse_across_the_change_of_clocks() {
    let new_york = zone("America/New_York");
    let window = WindowPhrase::parse("at least 48 hours before the meeting").unwrap();
    let latest = |meeting: &str| {
        let meeting = moment_of(civil(meeting), &new_york).unwrap();
        let window = window
            .evaluate_moments(&|name| (name == "meeting").then_some(meeting))
            .unwrap();
        assert_eq!(window.earliest, None);
        assert!(window.contains(meeting.plus_hours(-48).unwrap()));
        assert!(!window.contains(meeting.plus_hours(-48).unwrap().plus_seconds(1).unwrap()));
        window.latest.unwrap().civil_in(&new_york).to_string()
    };
    // Of the two days before Monday 8 April 2002 one has 23 hours; before Monday 28 October 2002 one has 25.
    assert_eq!(latest("2002-04-08T10:00"), "2002-04-06T09:00");
    assert_eq!(latest("2002-10-28T10:00"), "2002-10-26T11:00");
    assert_eq!(latest("2002-06-10T10:00"), "2002-06-08T10:00");
}

#[test]
fn moments_read_and_print() {
    let april = moment("2002-04-17T10:00:00-04:00");
    assert_eq!(april.to_string(), "2002-04-17T14:00:00Z");
    assert_eq!(april.written_in(&zone("America/New_York")), "2002-04-17T10:00:00-04:00");
    assert_eq!(april.written_in(&zone("Asia/Kolkata")), "2002-04-17T19:30:00+05:30");
    assert_eq!(moment("2002-04-17T14:00Z"), april);
    assert_eq!(april.day_in(&zone("Pacific/Auckland")).to_string(), "2002-04-18");
    assert_eq!(moment("1970-01-01T00:00:00Z").unix_seconds(), 0);
    for text in [
        "2002-04-17T10:00:00",
        "2002-04-17",
        "",
        "2002-04-17T10:00:00-4",
        "2002-04-17T10:00:00.5Z",
        "2002-04-17 10:00Z",
        "2002-02-30T10:00Z",
        "ééééééééééZ",
    ] {
        assert!(Moment::parse(text).is_err(), "{text}");
    }
    assert_eq!(
        Moment::parse("2002-04-17T10:00:00").unwrap_err().to_string(),
        "\"2002-04-17T10:00:00\" is not a moment; write date, hour and offset from universal time as 2002-04-17T10:00:00-04:00"
    );
}

#[test]
fn the_range_of_moments_ends_in_errors() {
    assert_eq!(Moment::MIN.to_string(), "1600-01-02T00:00:00Z");
    assert_eq!(Moment::MAX.to_string(), "9000-12-30T23:59:59Z");
    for zone in [zone("Pacific/Kiritimati"), zone("Pacific/Midway")] {
        let _ = (Moment::MIN.day_in(&zone), Moment::MAX.day_in(&zone));
    }
    for far in [i64::MAX, i64::MIN] {
        assert_eq!(Moment::MAX.plus_hours(far), Err(MomentError::OutOfRange));
        assert_eq!(Moment::MIN.plus_seconds(far), Err(MomentError::OutOfRange));
    }
    let utc = Zone::utc();
    assert_eq!(first_moment_of(Day::MIN, &utc), Err(MomentError::OutOfRange));
    assert_eq!(first_moment_of(Day::MAX, &utc), Err(MomentError::OutOfRange));
}

#[test]
fn a_day_begins_at_midnight_or_after_a_skipped_one() {
    let first = |text: &str, name: &str| {
        first_moment_of(Day::parse(text).unwrap(), &zone(name))
            .unwrap()
            .written_in(&zone(name))
    };
    assert_eq!(first("2002-04-07", "America/New_York"), "2002-04-07T00:00:00-05:00");
    // Sao Paulo's clocks went forward at midnight.
    assert_eq!(first("2017-10-15", "America/Sao_Paulo"), "2017-10-15T01:00:00-02:00");
}

#[test]
fn an_unknown_zone_suggests_known_ones() {
    assert_eq!(zone("america/new_york").name(), "America/New_York");
    assert_eq!(
        Zone::named("New York").unwrap_err().to_string(),
        "there is no time zone \"New York\"; did you mean America/New_York?"
    );
    assert_eq!(Zone::named("America/Denvr").unwrap_err().like, ["America/Denver"]);
    assert_eq!(
        Zone::named("Mars/Olympus_Mons").unwrap_err().to_string(),
        "there is no time zone \"Mars/Olympus_Mons\"; write an IANA name such as America/New_York"
    );
}

proptest! {
    #[test]
    fn any_text_reads_or_says_why(text in ".*") {
        let _ = Moment::parse(&text);
        let _ = UtcOffset::parse(&text);
        let _ = Zone::named(&text);
    }

    #[test]
    fn a_printed_moment_reads_back(seconds in -11_676_009_600_i64..=221_876_841_599) {
        let moment = Moment::from_unix_seconds(seconds).unwrap();
        prop_assert_eq!(Moment::parse(&moment.to_string()), Ok(moment));
        for name in ["America/New_York", "Australia/Lord_Howe"] {
            let zone = zone(name);
            prop_assert_eq!(Moment::parse(&moment.written_in(&zone)), Ok(moment));
            let offset = zone.offset_at(moment);
            prop_assert_eq!(moment_of_with_offset(moment.civil_in(&zone), offset, &zone), Ok(moment));
        }
    }
}
