//! `quorate ask`: an answer with its reasons, what is not known, what can be read two ways, and what cannot be read.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;

use desk::{Desk, has};
use insta::assert_snapshot;

#[test]
fn the_statute_fixes_the_default_record_date() {
    // Notice on the Tuesday after Labor Day: the day before is the holiday, the business day before the Friday.
    let said = Desk::empty().ok(&[
        "ask",
        "record-date-default",
        "--under",
        "altiris-2006",
        "notice-given=2007-09-04",
    ]);
    assert_snapshot!(said, @r#"
    What is the record date when the board has fixed none?
      answer         Monday 3 September 2007 at 17:00
      taken          purpose meeting, because nobody said otherwise
      by statute     Monday 3 September 2007 at 17:00
                     8 Del. C. § 213(a): record-date-default "close of business on the day before notice" if-waived="close of business on the day before the meeting"
      by bylaws      Friday 31 August 2007 at 17:00
                     Altiris, Inc. bylaws § 2.11 ¶ 2: record-date-default "close of business on the business day before notice" if-waived="close of business on the business day before the meeting"
      controls       statute (fixes); confidence probable
      displaced      Altiris, Inc. bylaws § 2.11 ¶ 2: the statute fixes the point
      counted        8 Del. C. § 213(a): close of business on the day before notice: 2007-09-03
    "#);
}

/// Notice of a meeting on 17 April 2002 under ten to sixty days.
const NOTICE: [&str; 5] = [
    "ask",
    "stockholder-notice-window",
    "--under",
    "novell-2001",
    "meeting-date=2002-04-17",
];

#[test]
fn an_unmet_finding_is_exit_status_1() {
    let desk = Desk::empty();
    let rows = [
        ("2002-02-15", 1, "unmet[stockholder-notice-too-early]"),
        ("2002-02-16", 0, "met[stockholder-notice-too-early]"),
        ("2002-04-07", 0, "met[stockholder-notice-too-short]"),
        ("2002-04-08", 1, "unmet[stockholder-notice-too-short]"),
    ];
    for (given, status, wanted) in rows {
        let fact = format!("notice-given={given}");
        let said = desk.said(&[&NOTICE[..], &[fact.as_str()]].concat(), status);
        has(&said, &[&format!("\n  {wanted}: ")]);
    }
    let said = desk.said(&[&NOTICE[..], &["notice-given=2002-04-08"]].concat(), 1);
    has(
        &said,
        &[
            "notice given 9 days before the meeting; at least 10 are required",
            "authority: Novell, Inc. bylaws § 2.04; 8 Del. C. § 222(b)",
            "help: hold the meeting on or after 2002-04-18",
        ],
    );
}

#[test]
fn without_the_certificate_the_answer_branches_on_it() {
    let desk = Desk::empty();
    let ask = ["ask", "written-consent-allowed", "--under", "altiris-2006"];
    // Only the certificate may bar consents: its silence leaves the statute, whatever the bylaws say.
    let unknown = desk.printed(&ask, 0);
    assert!(unknown["value"].is_null(), "{unknown}");
    assert_eq!(unknown["needs"][0]["fact"], "certificate-on-written-consent");
    assert_eq!(unknown["needs"][0]["branches"][0]["is"], "silent");
    assert_eq!(unknown["needs"][0]["branches"][0]["value"]["value"], "yes");
    has(
        &desk.ok(&ask),
        &[
            "depends on what is not known",
            "not known: certificate-on-written-consent",
            "silent: yes",
        ],
    );
    let known = desk.printed(&[&ask[..], &["--certificate", "altiris-2006"]].concat(), 0);
    assert_eq!(known["value"]["value"], "no");
    assert_eq!(known["needs"], serde_json::json!([]));
}

#[test]
fn a_doubtful_point_has_readings_and_a_practice_settles_it() {
    let desk = Desk::empty();
    // The day after Thanksgiving is a legal holiday of Delaware (1 Del. C. § 501) and not of the United States (5 U.S.C. § 6103).
    let ask = ["ask", "legal-holiday", "--under", "novell-2001", "day=2002-11-29"];
    let doubtful = desk.printed(&ask, 0);
    assert!(doubtful["value"].is_null());
    let readings = doubtful["readings"].as_array().unwrap();
    let values: Vec<_> = readings
        .iter()
        .map(|reading| reading["value"]["value"].as_str().unwrap())
        .collect();
    assert_eq!(values, ["no", "yes"]);
    assert_eq!(
        readings.iter().filter(|reading| reading["preferred"] == true).count(),
        1
    );
    has(&desk.ok(&ask), &["depends on the reading", "decides"]);

    desk.write("practice.kdl", "practice {\n    legal-holidays \"delaware\"\n}\n");
    let settled = desk.printed(&[&ask[..], &["--practice", "practice.kdl"]].concat(), 0);
    assert_eq!(settled["value"]["value"], "yes");
    assert_eq!(settled["readings"], serde_json::json!([]));
}

#[test]
fn a_file_asks_several_questions() {
    let desk = Desk::empty();
    desk.write(
        "asks.kdl",
        r#"// In time, and a day late.
ask stockholder-notice-window under="novell-2001" meeting-date="2002-04-17" notice-given="2002-04-07"
ask stockholder-notice-window under="raining-data-2001" certificate="raining-data-2001" meeting-date="2002-04-17" notice-given="2002-04-08"
"#,
    );
    let said = desk.said(&["ask", "asks.kdl"], 1);
    has(
        &said,
        &["Novell, Inc. bylaws § 2.04", "Raining Data Corporation bylaws § 2.4(a)"],
    );
    let answers = desk.printed(&["ask", "asks.kdl"], 1);
    let unmet = |answer: &serde_json::Value| {
        let findings = answer["findings"].as_array().unwrap();
        findings.iter().filter(|finding| finding["status"] == "unmet").count()
    };
    assert_eq!(
        answers.as_array().unwrap().iter().map(unmet).collect::<Vec<_>>(),
        [0, 1]
    );

    // Facts beside a file would be passed over in silence.
    let said = desk.unread(&["ask", "asks.kdl", "notice-given=2002-04-01"]);
    has(&said, &["asks.kdl", "notice-given=2002-04-01", "on the ask nodes"]);
    desk.write("nothing.kdl", "// later\n");
    has(&desk.unread(&["ask", "nothing.kdl"]), &["nothing.kdl asks nothing"]);
}

#[test]
fn everything_wrong_with_a_question_is_said_at_once() {
    let desk = Desk::empty();
    let said = desk.unread(&[
        "ask",
        "stockholder-notice-window",
        "--under",
        "novel-2001",
        "meeting-dat=2002-04-17",
        "meeting-date=2002-02-30",
        "notice-given=2002-04-01",
        "notice-given=2002-04-02",
        "meeting-kind=weekly",
        "notice-waived=perhaps",
        "plain",
    ]);
    assert_snapshot!(said, @r#"
    error: stockholder-notice-window has no fact "meeting-dat"
      help: did you mean meeting-date?
    error: meeting-date: there is no 30 February 2002: February 2002 has 28 days
      help: meeting-date: the day of the meeting
    error: the fact notice-given is given twice
      help: give it once
    error: meeting-kind: "weekly" is not one of: annual; special
      help: meeting-kind: the kind of meeting
    error: notice-waived: "perhaps" is neither yes nor no
      help: notice-waived: whether everyone entitled to notice has waived it
    error: "plain" is not a fact
      help: write facts as name=value
    error: there are no instruments "novel-2001"
      help: did you mean novell-2001?
    "#);
    has(
        &desk.unread(&["ask", "stockholder-notice-windw", "--under", "novell-2001"]),
        &[
            "there is no question \"stockholder-notice-windw\"",
            "did you mean stockholder-notice-window?",
        ],
    );
    has(
        &desk.unread(&["ask", "quorum"]),
        &["no instruments are named", "--under"],
    );
    has(
        &desk.unread(&["ask", "quorum", "--under", "delaware/general-corporation-law"]),
        &["is statute, not bylaws"],
    );
}

#[test]
fn files_that_cannot_be_read_say_where_and_how_to_mend_them() {
    let desk = Desk::empty();
    desk.write("half.kdl", "ask quorum under=\"novell-2001\" {\n");
    std::fs::write(desk.path("latin.kdl"), b"ask quorum under=\"M\xfcller\"\n").unwrap();
    desk.write(
        "wrong.kdl",
        "ask stockholder-notice-window under=\"novell-2001\" meeting-date=\"2002-02-30\"\nask quorm under=\"novell-2001\"\n",
    );
    let rows: [(&str, &[&str]); 4] = [
        ("absent.kdl", &["absent.kdl cannot be read", "check the name"]),
        ("half.kdl", &["half.kdl:1:", "never closed", "help"]),
        ("latin.kdl", &["latin.kdl cannot be read", "UTF-8"]),
        (
            "wrong.kdl",
            &[
                "wrong.kdl:1:64",
                "there is no 30 February 2002",
                "wrong.kdl:2:5",
                "did you mean quorum?",
            ],
        ),
    ];
    for (file, wanted) in rows {
        has(&desk.unread(&["ask", file]), wanted);
        // The same file as bylaws is no better.
        has(&desk.unread(&["ask", "quorum", "--under", file]), &[file]);
    }
}
