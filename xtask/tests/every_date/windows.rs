//! What each window is on each date.

use quorate_corporation::facts::{FactValue, read_fact};
use quorate_corporation::{Answer, Facts, Practice, ask, questions};
use quorate_law::LawBook;

use crate::walk::Walk;
use crate::{SHELF, five_years};

/// A window of a company: what is told of each date, and the fields that walking gives.
struct Window {
    question: &'static str,
    told: fn(Walk<'_>) -> Vec<(&'static str, String)>,
    walked: fn(Walk<'_>) -> Vec<(&'static str, String)>,
}

fn answer(book: &LawBook, id: &str, told: &[(&'static str, String)]) -> Answer {
    let question = questions::find(id).unwrap();
    let mut facts = Facts::none();
    for (name, text) in told {
        let value = match question.facts.iter().find(|spec| spec.name == *name) {
            Some(spec) => read_fact(spec, text).unwrap(),
            None if *name == "on" => FactValue::Day(quorate_calendar::Day::parse(text).unwrap()),
            None => panic!("{id} has no fact {name}"),
        };
        facts = facts.with(name, value);
    }
    ask(question, &facts, book, &Practice::default())
}

fn hold(company: &str, from: i32, windows: &[Window]) {
    let book = SHELF.law_book(company, Some(company), &[]).unwrap();
    for walk in five_years(from) {
        for window in windows {
            let told = (window.told)(walk);
            let answer = answer(&book, window.question, &told);
            let preferred = answer
                .readings
                .iter()
                .find(|reading| reading.is_preferred)
                .map(|reading| &reading.value);
            let value = answer.value.as_ref().or(preferred);
            let fields = value
                .unwrap_or_else(|| panic!("{company} {} {told:?}: {answer:#?}", window.question))
                .fields();
            for (name, walked) in (window.walked)(walk) {
                let found = fields
                    .iter()
                    .find(|(field, _)| field == name)
                    .map(|(_, text)| text.as_str());
                assert_eq!(
                    found,
                    Some(walked.as_str()),
                    "{company} {} {name} {told:?}",
                    window.question
                );
            }
        }
    }
}

fn meeting(walk: Walk<'_>) -> Vec<(&'static str, String)> {
    vec![("meeting-date", walk.day().to_string())]
}

/// A window by how far its last and its first day lie before the meeting.
fn before(walk: Walk<'_>, last: usize, first: usize) -> Vec<(&'static str, String)> {
    vec![
        ("earliest", walk.back(first).day().to_string()),
        ("latest", walk.back(last).day().to_string()),
    ]
}

/// The list is ready and open so many days before; at the meeting unless the law of its day says otherwise.
fn list(walk: Walk<'_>, days: usize) -> Vec<(&'static str, String)> {
    let day = walk.back(days).day().to_string();
    vec![("ready-by", day.clone()), ("open-from", day)]
}

const NOTICE_10_60: Window = Window {
    question: "stockholder-notice-window",
    told: meeting,
    walked: |walk| before(walk, 10, 60),
};
const RECORD_10_60: Window = Window {
    question: "record-date-range",
    told: |walk| [meeting(walk), vec![("on", walk.back(70).day().to_string())]].concat(),
    walked: |walk| before(walk, 10, 60),
};
const MERGER_20_60: Window = Window {
    question: "stockholder-notice-window",
    told: |walk| [meeting(walk), vec![("matters", "merger".to_owned())]].concat(),
    walked: |walk| before(walk, 20, 60),
};
const LIST_10: Window = Window {
    question: "stock-list-dates",
    told: meeting,
    walked: |walk| list(walk, 10),
};
/// The day before notice is given; the statute counts calendar days whatever bylaws count.
const DEFAULT_RECORD_DATE: Window = Window {
    question: "record-date-default",
    told: |walk| {
        vec![
            ("meeting-date", walk.on(30).day().to_string()),
            ("notice-given", walk.day().to_string()),
            ("notice-waived", "no".to_owned()),
        ]
    },
    walked: |walk| vec![("value", walk.back(1).day().to_string()), ("hour", "17:00".to_owned())],
};

/// The thirtieth day after is not more than thirty days; the thirty-first is.
fn adjourned(walk: Walk<'_>, days: usize) -> Vec<(&'static str, String)> {
    vec![
        ("original-meeting-date", walk.day().to_string()),
        ("adjourned-on", walk.day().to_string()),
        ("adjourned-to", walk.on(days).day().to_string()),
        ("announced", "yes".to_owned()),
        ("new-record-date", "no".to_owned()),
    ]
}

const ADJOURNED_30: Window = Window {
    question: "adjournment-notice",
    told: |walk| adjourned(walk, 30),
    walked: |_| vec![("value", "no".to_owned())],
};
const ADJOURNED_31: Window = Window {
    question: "adjournment-notice",
    told: |walk| adjourned(walk, 31),
    walked: |_| vec![("value", "yes".to_owned())],
};

/// A proxy of the day, voted so many days after the end of its last year.
fn proxy(walk: Walk<'_>, years: i32, past: usize) -> Vec<(&'static str, String)> {
    let (year, month, day) = (walk.day().year + years, walk.day().month, walk.day().day);
    // 29 February has no anniversary in the years after it: the first day of March is the later of the two that stand for it.
    let (month, day) = if (month, day) == (2, 29) { (3, 1) } else { (month, day) };
    let end = walk.first(|plain| (plain.year, plain.month, plain.day) == (year, month, day));
    vec![
        ("proxy-dated", walk.day().to_string()),
        ("voted-on", end.on(past).day().to_string()),
        ("irrevocable-stated", "no".to_owned()),
        ("holder-died-or-incapacitated", "no".to_owned()),
        ("attended-and-voted", "no".to_owned()),
    ]
}

const PROXY_LAST_DAY: Window = Window {
    question: "proxy-validity",
    told: |walk| proxy(walk, 3, 0),
    walked: |_| vec![("value", "yes".to_owned())],
};
const PROXY_DAY_AFTER: Window = Window {
    question: "proxy-validity",
    told: |walk| proxy(walk, 3, 1),
    walked: |_| vec![("value", "no".to_owned())],
};

/// The day after the thirtieth day from the designated one.
const NOT_HELD_30: Window = Window {
    question: "annual-meeting-failure",
    told: |walk| {
        vec![
            ("designated-day", walk.day().to_string()),
            ("date-designated", "yes".to_owned()),
        ]
    },
    walked: |walk| vec![("from", walk.on(31).day().to_string())],
};

/// The day after thirteen months, which end on the day of the same number or on the last of a shorter month.
const NOT_HELD_13: Window = Window {
    question: "annual-meeting-failure",
    told: |walk| {
        vec![
            ("date-designated", "no".to_owned()),
            ("last-annual-meeting", walk.day().to_string()),
        ]
    },
    walked: |walk| {
        let (year, month) = match walk.day().month {
            12 => (walk.day().year + 2, 1),
            month => (walk.day().year + 1, month + 1),
        };
        let after = walk.first(|plain| {
            (plain.year, plain.month) > (year, month)
                || ((plain.year, plain.month) == (year, month) && plain.day > walk.day().day)
        });
        vec![("from", after.day().to_string())]
    },
};

/// The secretary's range from the receipt of the request.
const SECRETARY_10_60: Window = Window {
    question: "special-meeting-date",
    told: |walk| vec![("receipt", walk.day().to_string()), ("caller", "president".to_owned())],
    walked: |walk| {
        vec![
            ("earliest", walk.on(10).day().to_string()),
            ("latest", walk.on(60).day().to_string()),
            ("notice-by", walk.on(50).day().to_string()),
        ]
    },
};

/// A stockholder's notice of business for the meeting held on the anniversary of what it is counted from.
fn business(walk: Walk<'_>, from: &'static str) -> Vec<(&'static str, String)> {
    let meeting = walk.next_year().on(20).day().to_string();
    vec![
        ("subject", "business".to_owned()),
        ("meeting-date", meeting),
        ("prior-meeting", walk.on(20).day().to_string()),
        (from, walk.day().to_string()),
    ]
}

/// Sixty days before the anniversary of the mailing of last year's proxy materials.
const ALTIRIS_BUSINESS: Window = Window {
    question: "advance-notice-window",
    told: |walk| business(walk, "prior-proxy-mailing"),
    walked: |walk| vec![("latest", walk.next_year().back(60).day().to_string())],
};
/// Sixty days before the anniversary of the first mailing of last year's notice.
const NOVELL_BUSINESS: Window = Window {
    told: |walk| business(walk, "prior-notice-mailing"),
    ..ALTIRIS_BUSINESS
};
/// From 120 to 90 days before the day of last year's mailing, read as its anniversary.
const RAINING_DATA_BUSINESS: Window = Window {
    walked: |walk| before(walk.next_year(), 90, 120),
    ..ALTIRIS_BUSINESS
};
/// From 115 to 85 days before the anniversary of last year's meeting.
const HAWTHORN_BUSINESS: Window = Window {
    question: "advance-notice-window",
    told: |walk| {
        vec![
            ("subject", "business".to_owned()),
            ("meeting-date", walk.next_year().day().to_string()),
            ("prior-meeting", walk.day().to_string()),
        ]
    },
    walked: |walk| before(walk.next_year(), 85, 115),
};
/// Thirty-three days before the meeting, and no first day.
const BIRCH_BUSINESS: Window = Window {
    question: "advance-notice-window",
    told: |walk| {
        vec![
            ("subject", "business".to_owned()),
            ("meeting-date", walk.day().to_string()),
        ]
    },
    walked: |walk| vec![("latest", walk.back(33).day().to_string())],
};

/// Bylaws that count as the statute does.
const TEN_TO_SIXTY: [Window; 10] = [
    NOTICE_10_60,
    RECORD_10_60,
    MERGER_20_60,
    LIST_10,
    DEFAULT_RECORD_DATE,
    ADJOURNED_30,
    ADJOURNED_31,
    PROXY_LAST_DAY,
    PROXY_DAY_AFTER,
    NOT_HELD_30,
];

#[test]
fn altiris() {
    hold("altiris-2006", 2002, &TEN_TO_SIXTY);
    hold("altiris-2006", 2002, &[ALTIRIS_BUSINESS]);
}

#[test]
fn novell() {
    hold("novell-2001", 2002, &TEN_TO_SIXTY);
    hold("novell-2001", 2002, &[SECRETARY_10_60, NOVELL_BUSINESS]);
}

#[test]
fn raining_data() {
    hold("raining-data-2001", 2002, &TEN_TO_SIXTY);
    hold("raining-data-2001", 2002, &[NOT_HELD_13, RAINING_DATA_BUSINESS]);
}

#[test]
fn hawthorn() {
    let windows = [
        Window {
            walked: |walk| before(walk, 14, 55),
            ..NOTICE_10_60
        },
        Window {
            walked: |walk| before(walk, 11, 58),
            ..RECORD_10_60
        },
        Window {
            walked: |walk| {
                vec![
                    ("ready-by", walk.back(13).day().to_string()),
                    // The bylaws are content with nine days, the statute is not.
                    ("open-from", walk.back(10).day().to_string()),
                ]
            },
            ..LIST_10
        },
        DEFAULT_RECORD_DATE,
        Window {
            told: |walk| adjourned(walk, 25),
            ..ADJOURNED_30
        },
        Window {
            told: |walk| adjourned(walk, 26),
            ..ADJOURNED_31
        },
        Window {
            told: |walk| proxy(walk, 2, 0),
            ..PROXY_LAST_DAY
        },
        Window {
            told: |walk| proxy(walk, 2, 1),
            ..PROXY_DAY_AFTER
        },
    ];
    hold("hawthorn", 2020, &windows);
    hold("hawthorn", 2020, &[HAWTHORN_BUSINESS]);
}

#[test]
fn birch() {
    let windows = [
        Window {
            walked: |walk| before(walk, 12, 48),
            ..NOTICE_10_60
        },
        Window {
            walked: |walk| before(walk, 13, 47),
            ..RECORD_10_60
        },
        LIST_10,
        DEFAULT_RECORD_DATE,
        Window {
            told: |walk| adjourned(walk, 20),
            ..ADJOURNED_30
        },
        Window {
            told: |walk| adjourned(walk, 21),
            ..ADJOURNED_31
        },
        Window {
            told: |walk| proxy(walk, 1, 0),
            ..PROXY_LAST_DAY
        },
        Window {
            told: |walk| proxy(walk, 1, 1),
            ..PROXY_DAY_AFTER
        },
    ];
    hold("birch", 2012, &windows);
    hold("birch", 2012, &[BIRCH_BUSINESS]);
}
