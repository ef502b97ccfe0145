//! `quorate plan annual-meeting`: a day that is possible, one that is not and why, and a range.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;

use desk::{Desk, has};

const PLAN: [&str; 4] = ["plan", "annual-meeting", "--under", "novell-2001"];

fn plan<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&PLAN[..], more].concat()
}

#[test]
fn every_deadline_of_a_day_in_the_order_of_the_dates() {
    let desk = Desk::empty();
    let said = desk.ok(&plan(&["--on", "2002-04-17", "listed=no"]));
    has(
        &said,
        &[
            "Annual meeting on Wednesday 17 April 2002\n",
            "2002-02-16 – 2002-04-07   fix the record date on a day\n",
            "2002-02-16 – 2002-04-07   give notice\n",
            "8 Del. C. § 222(b); Novell, Inc. bylaws § 2.04\n",
            // The second Tuesday of March, which counts only when nobody designates a day.
            "2002-03-12                annual meeting when nobody designates another day: at 10:00\n",
        ],
    );
    let starts: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("20"))
        .map(|line| &line[..10])
        .collect();
    assert!(starts.is_sorted(), "{said}");
    let plans = desk.printed(&plan(&["--on", "2002-04-17"]), 0);
    assert_eq!(plans["plans"][0]["meeting"], "2002-04-17");
    assert_eq!(plans["plans"][0]["impossible"], serde_json::json!([]));
}

#[test]
fn a_plan_made_too_late_is_impossible_and_says_why() {
    let desk = Desk::empty();
    // The tenth day before the meeting is the last for notice.
    desk.ok(&plan(&["--on", "2002-04-17", "--today", "2002-04-07"]));
    let said = desk.said(&plan(&["--on", "2002-04-17", "--today", "2002-04-09"]), 1);
    has(
        &said,
        &[
            "impossible: give notice: the last day was 2002-04-07",
            "8 Del. C. § 222(b); Novell, Inc. bylaws § 2.04",
            "a meeting 2 days later would do",
        ],
    );
    let plans = desk.printed(&plan(&["--on", "2002-04-17", "--today", "2002-04-08"]), 1);
    assert_eq!(plans["plans"][0]["possible"], false);
}

#[test]
fn a_range_is_joined_into_runs_of_days() {
    let desk = Desk::empty();
    let today = ["--today", "2002-04-10"];
    let said = desk.ok(&plan(
        &[&["--between", "2002-04-17", "2002-04-25"], &today[..]].concat(),
    ));
    has(
        &said,
        &[
            "2002-04-17 – 2002-04-19: impossible\n",
            "2002-04-20 – 2002-04-25: possible\n",
        ],
    );
    desk.said(
        &plan(&[&["--between", "2002-04-17", "2002-04-19"], &today[..]].concat()),
        1,
    );
}

#[test]
fn a_plan_that_cannot_be_made() {
    let desk = Desk::empty();
    let rows: [(&[&str], &str); 6] = [
        (&["--on", "2002-02-30"], "February 2002 has 28 days"),
        (&["--between", "2002-04-25", "2002-04-17"], "the earlier day first"),
        (&["--between", "2002-04-17", "2004-04-18"], "at most 731 days"),
        (&["--on", "2002-04-17", "lited=no"], "did you mean listed?"),
        (
            &["--on", "2002-04-17", "listed=no", "listed=yes"],
            "listed is given twice",
        ),
        (&[], "--on <DATE>"),
    ];
    for (more, wanted) in rows {
        has(&desk.unread(&plan(more)), &[wanted]);
    }
    let both = desk.unread(&plan(&[
        "--on",
        "2002-04-17",
        "listed=perhaps",
        "holders-of-record=many",
    ]));
    has(&both, &["listed: ", "holders-of-record: "]);
}

#[test]
fn a_day_that_is_wanted() {
    let desk = Desk::empty();
    // 16 April 2002 is the only Tuesday of the range, and 27 May 2002 is Memorial Day.
    let said = desk.ok(&plan(&[
        "--between",
        "2002-04-14",
        "2002-04-18",
        "--weekday",
        "Tuesday",
    ]));
    has(
        &said,
        &["2002-04-16: possible\n", "Sunday 14 April 2002 is not a Tuesday"],
    );
    let said = desk.ok(&plan(&[
        "--between",
        "2002-05-26",
        "2002-05-29",
        "--not-on-holiday",
        "--not-on",
        "2002-05-28",
    ]));
    has(
        &said,
        &[
            "2002-05-27 – 2002-05-28: impossible\n",
            "Monday 27 May 2002 is a holiday: Memorial Day",
            "2002-05-29: possible\n",
        ],
    );
    desk.unread(&plan(&["--between", "2002-04-14", "2002-04-18", "--weekday", "Tues"]));
}

#[test]
fn a_special_meeting_and_a_matter_that_needs_longer_notice() {
    let desk = Desk::empty();
    // A merger needs twenty days' notice, ordinary business ten.
    let said = desk.said(
        &[
            "plan",
            "special-meeting",
            "--under",
            "novell-2001",
            "--on",
            "2002-04-17",
            "--today",
            "2002-04-01",
            "--matter",
            "merger",
            "--matter",
            "ordinary",
        ],
        1,
    );
    has(
        &said,
        &[
            "Special meeting on Wednesday 17 April 2002\n",
            "the last day was 2002-03-28, 4 days before 2002-04-01",
            "a meeting 4 days later would do: Sunday 21 April 2002",
            "the same day would do without the matter merger",
            "2002-04-17 – 2002-05-17   adjourned to a day that needs no new notice",
        ],
    );
}

#[test]
fn several_of_a_file_and_which_stand_in_each_others_way() {
    let desk = Desk::empty();
    desk.write(
        "year.kdl",
        "meeting \"spring\" kind=\"annual\" on=\"2002-04-17\" listed=\"no\"\n\
         meeting \"merger\" kind=\"special\" on=\"2002-04-17\" matters=\"merger\"\n\
         consent \"bylaws\" on=\"2002-06-03\"\n",
    );
    let said = desk.said(&["plan", "file", "year.kdl", "--under", "novell-2001"], 1);
    has(
        &said,
        &[
            "(spring)",
            "2002-02-16 – 2002-03-28   give notice\n",
            "Written consent on Monday 3 June 2002 (bylaws)\n",
            "merger and spring: both are on Wednesday 17 April 2002",
        ],
    );
    desk.write(
        "wrong.kdl",
        "meeting \"a\" kind=\"yearly\" on=\"2002-04-17\"\nmeeting on=\"2002-04-31\" lited=\"no\"\nmeating \"c\"\n",
    );
    has(
        &desk.unread(&["plan", "file", "wrong.kdl", "--under", "novell-2001"]),
        &[
            "no kind of meeting",
            "has no id",
            "on is not a date",
            "\"meating\" cannot be planned",
        ],
    );
}

#[test]
fn what_a_book_has_ahead() {
    let desk = Desk::new();
    desk.write("oak.kdl", desk::OAK);
    desk.ok(&["act", "oak.kdl", "--book", "oak.book"]);
    let said = desk.ok(&["plan", "book", "--book", "oak.book", "--today", "2002-04-07"]);
    has(
        &said,
        &[
            "Special meeting on Wednesday 17 April 2002 (spring)\n",
            "done: fixed on 2002-01-15: 2002-03-01",
        ],
    );
    // A day after the last day for notice.
    let said = desk.said(&["plan", "book", "--book", "oak.book", "--today", "2002-04-08"], 1);
    has(
        &said,
        &[
            "impossible: give notice: the last day was 2002-04-07",
            "Thursday 18 April 2002",
        ],
    );
}

#[test]
fn what_is_due_on_each_day() {
    let desk = Desk::new();
    desk.write("oak.kdl", desk::OAK);
    desk.ok(&["act", "oak.kdl", "--book", "oak.book"]);
    let due = ["due", "--book", "oak.book", "--on"];
    let on = |day: &'static str| [&due[..], &[day]].concat();
    // Notice may be given from 16 February to 7 April 2002.
    has(
        &desk.ok(&on("2002-02-15")),
        &["opens soon  2002-02-16 – 2002-04-07   spring: give notice\n"],
    );
    has(
        &desk.ok(&on("2002-02-16")),
        &["opens       2002-02-16 – 2002-04-07   spring: give notice\n"],
    );
    has(
        &desk.ok(&on("2002-03-23")),
        &["open        2002-02-16 – 2002-04-07   spring: give notice\n"],
    );
    has(
        &desk.ok(&on("2002-03-24")),
        &["soon        2002-02-16 – 2002-04-07   spring: give notice\n"],
    );
    has(
        &desk.ok(&on("2002-04-07")),
        &["last day    2002-02-16 – 2002-04-07   spring: give notice\n"],
    );
    has(
        &desk.said(&on("2002-04-08"), 1),
        &["overdue     2002-02-16 – 2002-04-07   spring: give notice\n"],
    );
    has(
        &desk.ok(&on("2002-04-07")),
        &["last day    by 2002-04-07             spring: stock list ready\n"],
    );
    // The record date is fixed, so it is not due.
    assert!(!desk.ok(&on("2002-04-07")).contains("record date"));
    has(
        &desk.ok(&on("2002-01-16")),
        &["nothing is due on 2002-01-16 or in the 14 days after it"],
    );
    let said = desk.printed(&on("2002-04-08"), 1);
    assert_eq!(said["due"][0]["urgency"], "overdue");
}

#[test]
fn a_calendar_file_that_is_made_again() {
    let desk = Desk::empty();
    let export = |on: &'static str, sequence: &'static str, more: &[&'static str]| {
        let fixed = [
            "--on",
            on,
            "--ics",
            "plan.ics",
            "--stamp",
            "2002-01-02T03:04:05Z",
            "--sequence",
            sequence,
        ];
        desk.ok(&plan(&[&fixed[..], more].concat()));
        std::fs::read_to_string(desk.path("plan.ics")).unwrap()
    };
    let first = export("2002-04-17", "1", &[]);
    has(
        &first,
        &[
            "UID:stockholder-notice-window.annual.novell-2001@quorate\r\nDTSTAMP:20020102T030405Z\r\nSEQUENCE:1\r\n\
             DTSTART;VALUE=DATE:20020216\r\nDTEND;VALUE=DATE:20020408\r\n",
        ],
    );
    assert_eq!(first, export("2002-04-17", "1", &[]));
    let moved = export("2002-04-18", "2", &["--update", "plan.ics"]);
    has(
        &moved,
        &[
            "UID:stockholder-notice-window.annual.novell-2001@quorate\r\nDTSTAMP:20020102T030405Z\r\nSEQUENCE:2\r\nDTSTART;VALUE=DATE:20020217\r\n",
        ],
    );
    assert!(!moved.contains("CANCELLED"));
    desk.unread(&plan(&["--between", "2002-04-17", "2002-04-18", "--ics", "plan.ics"]));
}
