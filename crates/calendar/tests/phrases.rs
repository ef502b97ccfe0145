//! The phrases of time: canonical texts, other spellings, errors with their places, numbers and words.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test states what must hold by unwrapping"
)]

use quorate_calendar::{Anchor, Day, DayRule, HolidayShift, PhraseError, PointPhrase, Side, Unit, WindowPhrase};

const WINDOWS: [&str; 17] = [
    "not less than 10 nor more than 60 days before the meeting",
    "at least 10 days before the meeting",
    "not more than 10 days after the resolution",
    "not more than 60 days before the action",
    "not less than 10 nor more than 60 days after receipt",
    "not later than 60 days before the anniversary of the prior mailing",
    "not later than 10 days after public disclosure",
    "not less than 90 nor more than 120 days before the prior mailing",
    "at least 24 hours before the meeting",
    "within 30 days before or after the anniversary of the prior meeting",
    "within 10 days after the request",
    "at least 20 business days before the record date",
    "at least 1 day before the meeting",
    "not more than 13 months after the last annual meeting",
    "within 3 years after the proxy",
    "at any time before the meeting",
    "within 10 days after the earlier of mailing and public disclosure",
];

const POINTS: [&str; 13] = [
    "close of business on the day before notice",
    "close of business on the business day before the meeting",
    "close of business on the day of the resolution",
    "close of business on the tenth day following the earlier of mailing and public disclosure",
    "close of business on the record date",
    "close of business 90 days before the meeting",
    "90 days before the meeting",
    "48 hours before the meeting",
    "the meeting",
    "the day after the meeting",
    "the 120th day before the anniversary of the prior mailing",
    "the second business day following notice",
    "the later of the day of the resolution and the sixtieth day before the action",
];

const DAY_RULES: [&str; 5] = [
    "second Tuesday of March at 10:00",
    "first Wednesday of May at 10:00",
    "last Friday of June",
    "1 May",
    "29 February at 09:30",
];

const SHIFTS: [&str; 5] = [
    "next business day",
    "next full business day",
    "next business day not a Saturday",
    "previous business day",
    "no shift",
];

#[test]
fn canonical_texts_print_back() {
    for text in WINDOWS {
        assert_eq!(WindowPhrase::parse(text).unwrap().to_string(), text);
    }
    for text in POINTS {
        assert_eq!(PointPhrase::parse(text).unwrap().to_string(), text);
    }
    for text in DAY_RULES {
        assert_eq!(DayRule::parse(text).unwrap().to_string(), text);
    }
    for text in SHIFTS {
        assert_eq!(HolidayShift::parse(text).unwrap().to_string(), text);
    }
}

#[test]
fn other_spellings_print_the_canonical_text() {
    for (text, canonical) in [
        (
            "not more than sixty nor less than ten days prior to meeting",
            WINDOWS[0],
        ),
        (
            "Not less than ten days nor more than sixty days before the date of the meeting",
            WINDOWS[0],
        ),
        (
            "  not less than 10   nor more than 60\tdays before the meeting ",
            WINDOWS[0],
        ),
        ("no fewer than 10 days before meeting", WINDOWS[1]),
        (
            "no later than sixty days prior to the first anniversary of the date of the prior mailing",
            WINDOWS[5],
        ),
        ("at least twenty-four hours before the meeting", WINDOWS[8]),
        ("within ten days following the request", WINDOWS[10]),
        ("at least 20 business days before record date", WINDOWS[11]),
        ("at most 10 calendar days after the resolution", WINDOWS[2]),
    ] {
        assert_eq!(WindowPhrase::parse(text).unwrap().to_string(), canonical, "{text}");
    }
    for (text, canonical) in [
        ("the close of business on day preceding the day of notice", POINTS[0]),
        ("close of business on the first business day before meeting", POINTS[1]),
        (
            "close of business on the 10th day after the earlier of the mailing and the public disclosure",
            POINTS[3],
        ),
        ("ninety days before the meeting", POINTS[6]),
        ("meeting", POINTS[8]),
        (
            "later of the date of the resolution and 60th day prior to the action",
            POINTS[12],
        ),
    ] {
        assert_eq!(PointPhrase::parse(text).unwrap().to_string(), canonical, "{text}");
    }
    for (text, canonical) in [
        ("the Second tuesday in march at 10:00", DAY_RULES[0]),
        ("1st Wednesday of May at 10:00:00", DAY_RULES[1]),
        ("May 1", DAY_RULES[3]),
        ("the first of May", DAY_RULES[3]),
        ("1st May", DAY_RULES[3]),
    ] {
        assert_eq!(DayRule::parse(text).unwrap().to_string(), canonical, "{text}");
    }
    for (text, canonical) in [
        ("none", "no shift"),
        ("the next succeeding full business day", "next full business day"),
    ] {
        assert_eq!(HolidayShift::parse(text).unwrap().to_string(), canonical, "{text}");
    }
}

#[test]
fn a_window_keeps_its_structure() {
    let window = WindowPhrase::parse("not less than 10 nor more than 60 days before the meeting").unwrap();
    assert_eq!(
        (window.min, window.max, window.unit, window.side),
        (Some(10), Some(60), Unit::Days, Side::Before)
    );
    assert_eq!(window.anchor, Anchor::Event("meeting".to_owned()));
    let hours = WindowPhrase::parse("at least 24 hours before the meeting").unwrap();
    assert_eq!((hours.min, hours.max, hours.unit), (Some(24), None, Unit::Hours));
    let around = WindowPhrase::parse("within 30 days before or after the anniversary of the prior meeting").unwrap();
    assert_eq!((around.min, around.max, around.side), (None, Some(30), Side::Either));
    assert_eq!(around.events(), ["prior meeting"]);
}

#[test]
fn day_rules_fall_where_the_calendar_says() {
    let rows = [
        ("second Tuesday of March at 10:00", 2003, "2003-03-11"),
        ("first Wednesday of May at 10:00", 2006, "2006-05-03"),
        ("first Wednesday of May", 2002, "2002-05-01"),
        ("last Friday of June", 2007, "2007-06-29"),
        ("last Monday of May", 2004, "2004-05-31"),
        ("fourth Thursday of November", 2007, "2007-11-22"),
        ("1 May", 2006, "2006-05-01"),
        ("29 February", 2004, "2004-02-29"),
    ];
    for (text, year, expected) in rows {
        let rule = DayRule::parse(text).unwrap();
        let (day, time) = rule.in_year(year).unwrap();
        assert_eq!(day, Day::parse(expected).unwrap(), "{text}");
        assert_eq!(
            time.map(|time| time.to_string()),
            text.split_once(" at ").map(|(_, time)| time.to_owned())
        );
    }
    let leap = DayRule::parse("29 February").unwrap();
    assert_eq!(
        leap.in_year(2003).unwrap_err().to_string(),
        "there is no 29 February 2003: February 2003 has 28 days"
    );
    for year in [1599, 9001, i32::MIN, i32::MAX] {
        assert!(leap.in_year(year).is_err());
        assert!(
            DayRule::parse("last Friday of December")
                .unwrap()
                .in_year(year)
                .is_err()
        );
    }
}

/// The texts at the places of the problems, each with its message.
fn problems<T: std::fmt::Debug>(text: &str, parsed: Result<T, PhraseError>) -> Vec<String> {
    let error = parsed.unwrap_err();
    assert_eq!(error.text, text);
    error
        .problems
        .into_iter()
        .map(|problem| format!("[{}] {}", &text[problem.span.clone()], problem))
        .collect()
}

#[test]
fn every_problem_of_a_day_rule_is_told_with_its_place() {
    let told = |text: &str| problems(text, DayRule::parse(text));
    assert_eq!(
        told("fifth Teusday of Marhc at 24:00"),
        [
            "[fifth] \"fifth\" is not a place in the month; write first, second, third, fourth or last; not every month has a fifth",
            "[Teusday] \"Teusday\" is not a weekday; did you mean Tuesday?",
            "[Marhc] \"Marhc\" is not a month; did you mean March?",
            "[24:00] 24:00 is not a time of day; write 00:00 of the next day; an example is \"second Tuesday of March at 10:00\"",
        ]
    );
    assert_eq!(told("31 June"), ["[31 June] no June has a day 31; June has 30 days"]);
    assert_eq!(
        told("30 February"),
        ["[30 February] no February has a day 30; February has 29 days"]
    );
    assert_eq!(told("0 May"), ["[0 May] no May has a day 0; May has 31 days"]);
    assert_eq!(
        told("1 May and then"),
        ["[and then] \"and then\" stands after the end of the phrase; leave it out"]
    );
    assert_eq!(
        told("second Tuesday"),
        [
            "[] the phrase ends where \"of\" should; write \"of\" there",
            "[] the phrase ends where a month should stand; write one of January, February, March, April, May, June, July, \
             August, September, October, November, December",
        ]
    );
    assert!(!told("").is_empty());
}

#[test]
fn every_problem_of_a_window_is_told_with_its_place() {
    let told = |text: &str| problems(text, WindowPhrase::parse(text));
    assert_eq!(
        told("not less than many nor more than 60 weeks besides the meeting"),
        [
            "[many] \"many\" is not a number; write digits up to 36525 or a word up to ninety-nine, such as 60 or sixty",
            "[weeks] \"weeks\" is not a unit of time; write days, business days, hours, months or years",
            "[besides] \"besides\" is not a side of the event; write before, after or \"before or after\"",
        ]
    );
    assert_eq!(
        told("not less than 60 nor more than 10 days before the meeting"),
        [
            "[not less than 60 nor more than 10 days] no time is at least 60 and at most 10 days away; \
             write the smaller number after \"not less than\"",
        ]
    );
    assert_eq!(
        told("at least 30 days before or after the meeting"),
        [
            "[at least 30 days] the words do not bound a window on both sides of the event; \
             write \"within\" and one number for a window on both sides of an event",
        ]
    );
    assert_eq!(
        told("not less than 10 days nor more than 60 hours before the meeting"),
        ["[hours] the window counts in days and in hours; write one unit for both numbers"]
    );
    assert_eq!(
        told("10 days before the meeting"),
        [
            "[10] the window does not say whether the number is its least or its greatest; begin with \"not less than\", \
             \"not more than\", \"at least\", \"not later than\" or \"within\"",
        ]
    );
    assert_eq!(
        told("at least 10 days before"),
        ["[] the phrase ends where an event should stand; name an event, such as \"the meeting\""]
    );
    assert_eq!(
        told("at least 36526 days before the meeting")[0],
        "[36526] \"36526\" is not a number; write digits up to 36525 or a word up to ninety-nine, such as 60 or sixty"
    );
    let error = WindowPhrase::parse("at least 10 weeks before the meeting").unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"at least 10 weeks before the meeting\" is not a window of time: \"weeks\" is not a unit of time; \
         write days, business days, hours, months or years"
    );
}

#[test]
fn every_problem_of_a_point_is_told_with_its_place() {
    let told = |text: &str| problems(text, PointPhrase::parse(text));
    assert_eq!(
        told("close of business on the tenth week besides the earlier of mailing"),
        [
            "[week] \"week\" is not a day; write day or business day",
            "[besides] \"besides\" is not a side of the event; write before or after",
            "[] the phrase ends where \"and\" should; write \"and\" there",
            "[] the phrase ends where an event should stand; name an event, such as \"the meeting\"",
        ]
    );
    assert_eq!(
        told("close of business on the tenth dya following mailing"),
        ["[following mailing] \"following mailing\" stands after the end of the phrase; leave it out"]
    );
    assert_eq!(
        told("90 weeks besides the meeting"),
        [
            "[weeks] \"weeks\" is not a unit of time; write days, business days, hours, months or years",
            "[besides] \"besides\" is not a side of the event; write before or after",
        ]
    );
    assert_eq!(
        told("the meeting!"),
        ["[meeting!] \"meeting!\" is not a word of an event's name; name an event in words, such as \"the meeting\""]
    );
    let deep = "earlier of ".repeat(10_000);
    assert_eq!(
        told(&deep)[0],
        "[earlier] more than 8 days are made from one another; name the event itself"
    );
    assert_eq!(
        problems("next weekday", HolidayShift::parse("next weekday")),
        [
            "[next weekday] \"next weekday\" is not a shift; write one of \"no shift\", \"next business day\", \
             \"next full business day\", \"next business day not a Saturday\", \"previous business day\"",
        ]
    );
}

#[test]
fn numbers_are_listed_and_changed() {
    let window = WindowPhrase::parse(WINDOWS[0]).unwrap();
    assert_eq!(window.numbers(), [10, 60]);
    assert_eq!(
        window.with_number(0, 11).to_string(),
        "not less than 11 nor more than 60 days before the meeting"
    );
    assert_eq!(
        window.with_number(1, 61).to_string(),
        "not less than 10 nor more than 61 days before the meeting"
    );
    // No such number, or no such window: the phrase itself.
    for (index, value) in [(2, 5), (0, 61), (1, u64::MAX)] {
        assert_eq!(window.with_number(index, value), window);
    }
    let rule = DayRule::parse("second Tuesday of March at 10:00").unwrap();
    assert_eq!(rule.numbers(), [2, 10]);
    assert_eq!(rule.with_number(0, 3).to_string(), "third Tuesday of March at 10:00");
    assert_eq!(rule.with_number(1, 9).to_string(), "second Tuesday of March at 09:00");
    assert_eq!(rule.with_number(0, 5), rule);
    assert_eq!(rule.with_number(1, 24), rule);
    assert_eq!(DayRule::parse("29 February at 09:30").unwrap().numbers(), [29, 9, 30]);
    let point = PointPhrase::parse(POINTS[12]).unwrap();
    assert_eq!(point.numbers(), [60]);
    assert_eq!(
        point.with_number(0, 61).to_string(),
        "the later of the day of the resolution and the sixty-first day before the action"
    );
    assert_eq!(HolidayShift::NextBusinessDay.numbers(), [0; 0]);
}

#[test]
fn words_are_listed_and_changed() {
    let rule = DayRule::parse("last Friday of June").unwrap();
    assert_eq!(rule.words(), ["last", "Friday", "June"]);
    assert_eq!(rule.with_word(0, "first").to_string(), "first Friday of June");
    assert_eq!(rule.with_word(2, "July").to_string(), "last Friday of July");
    assert_eq!(rule.with_word(2, "Jully"), rule);
    assert_eq!(rule.with_word(3, "July"), rule);
    let window = WindowPhrase::parse("within 10 days after the earlier of mailing and public disclosure").unwrap();
    assert_eq!(window.words(), ["after", "earlier"]);
    assert_eq!(
        window.with_word(1, "later").to_string(),
        "within 10 days after the later of mailing and public disclosure"
    );
    assert_eq!(
        HolidayShift::NextBusinessDay.with_word(0, "previous"),
        HolidayShift::PreviousBusinessDay
    );
}
