//! The minute book on the command line: its whole life, retries and changes, and its two axes of time.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;

use desk::{Desk, EARLY_RECORD_DATE, LATE_NOTICE, OAK, texts};
use quorate_book::{SqliteBook, Store};
use serde_json::Value;

#[test]
fn the_whole_life_of_a_small_book() {
    let desk = Desk::new();
    let story = format!("{OAK}{EARLY_RECORD_DATE}{LATE_NOTICE}");
    let report = desk.act("oak.diary.kdl", &story, "2002-04-09T12:00:00Z", 1);
    assert!(report.contains("refused[record-date-too-early]"), "{report}");
    assert!(
        report.contains("oak.diary.kdl:7:"),
        "the diary's line is shown: {report}"
    );
    assert!(report.contains("defect[stockholder-notice-too-short]"), "{report}");
    assert!(
        report.contains("8 acts: 7 entered, 0 entered before, 1 refused, 0 misdirected"),
        "{report}"
    );

    let log = desk.log();
    assert_eq!(
        texts(&log, "act"),
        [
            "form-corporation",
            "name-director",
            "adopt-instrument",
            "call-meeting",
            "put-matter",
            "fix-record-date",
            "give-notice"
        ]
    );
    assert_eq!(log[6]["outcome"], "entered with defects");
    assert_eq!(log[6]["unmet"], serde_json::json!(["stockholder-notice-too-short"]));
    assert_eq!(
        (log[3]["happened"].as_str(), log[3]["entered"].as_str()),
        (Some("2002-01-15"), Some("2002-04-09T12:00:00Z"))
    );

    let why = desk.ok(&["why", "7", "--book", "oak.book"]);
    let wanted = [
        "unmet[stockholder-notice-too-short]",
        "Novell, Inc. bylaws § 2.04",
        "| stockholder-notice \"not less than 10",
        "8 Del. C. § 222(b)",
        "hash ",
    ];
    for wanted in wanted {
        assert!(why.contains(wanted), "{wanted} in:\n{why}");
    }
    let by_id = desk.ok(&["why", log[6]["id"].as_str().unwrap(), "--book", "oak.book"]);
    assert_eq!(by_id, why);

    let defects = desk.json(&["defects"], 1);
    assert_eq!(
        texts(defects.as_array().unwrap(), "id"),
        ["stockholder-notice-too-short"]
    );
    assert_eq!(defects[0]["entry"], 7);
    assert!(defects[0]["help"].as_str().unwrap().contains("2002-04-18"), "{defects}");

    let status = desk.json(&["status", "--as-of", "2002-04-08"], 0);
    assert_eq!(status["directors"][0]["person"], "Avery Dean");
    assert_eq!(status["instruments"][0]["instrument"], "novell-2001");
    assert_eq!(status["meetings"][0]["stands"], "notice given");
    assert_eq!(status["meetings"][0]["record-date"], "2002-03-01");
    assert_eq!(status["defects"], 1);
    let before = desk.json(&["status", "--as-of", "2002-01-14"], 0);
    assert_eq!(before["meetings"], serde_json::json!([]));
    assert_eq!(
        (&before["entries"], &before["later-entries"]),
        (&Value::from(3), &Value::from(4))
    );

    let verified = desk.json(&["verify"], 0);
    assert_eq!(
        (&verified["sound"], &verified["entries"]),
        (&Value::from(true), &Value::from(7))
    );
    assert_eq!(verified["head"], status["head"]);
    assert_eq!(desk.json(&["audit"], 0), serde_json::json!([]));
}

#[test]
fn a_retry_enters_nothing_and_a_refused_act_is_judged_anew() {
    let desk = Desk::new();
    desk.act("oak.diary.kdl", OAK, "2002-04-09T12:00:00Z", 0);
    let before = desk.bytes();
    let again = desk.act("oak.diary.kdl", OAK, "2002-04-10T12:00:00Z", 0);
    assert!(again.contains("6 acts: 0 entered, 6 entered before"), "{again}");
    assert!(desk.bytes() == before);
    for _ in 0..2 {
        let story = format!("{OAK}{EARLY_RECORD_DATE}");
        let report = desk.act("oak.diary.kdl", &story, "2002-04-10T12:00:00Z", 1);
        assert!(report.contains("refused[record-date-too-early]"), "{report}");
        assert!(desk.bytes() == before);
    }
    // Another diary with an act that is entered already brings nothing new either.
    let other = desk.act(
        "other.diary.kdl",
        OAK.lines().next().unwrap(),
        "2002-04-10T12:00:00Z",
        0,
    );
    assert!(other.contains("1 act: 0 entered, 1 entered before"), "{other}");
    assert!(desk.bytes() == before);
}

#[test]
fn the_same_act_twice_is_two_acts() {
    let desk = Desk::new();
    let line = "waive-notice \"spring\" holder=\"A-1\" on=\"2002-04-01\"\n";
    desk.act(
        "oak.diary.kdl",
        &format!("{OAK}{line}{line}"),
        "2002-04-09T12:00:00Z",
        0,
    );
    assert_eq!(desk.log().len(), 8);
    desk.act(
        "oak.diary.kdl",
        &format!("{OAK}{line}{line}{line}"),
        "2002-04-09T12:00:00Z",
        0,
    );
    let log = desk.log();
    assert_eq!(log.len(), 9);
    let mut ids = texts(&log, "id");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 9, "each has its own id");
}

#[test]
fn a_changed_act_is_refused_by_name() {
    let desk = Desk::new();
    desk.act(
        "oak.diary.kdl",
        &format!("{OAK}{LATE_NOTICE}"),
        "2002-04-09T12:00:00Z",
        0,
    );
    let act = ["act", "oak.diary.kdl", "--book", "oak.book"];
    // A property changed, in two acts: the first is named, with what it was and is, at its place.
    let changed = format!("{OAK}{LATE_NOTICE}")
        .replace("2002-04-17T10:00", "2002-04-18T10:00")
        .replace("recipients=4", "recipients=5");
    desk.write("oak.diary.kdl", &changed);
    let said = desk.refused(&act);
    for wanted in [
        "entry 4 (call-meeting \"spring\" on 2002-01-15)",
        "at: entered \"2002-04-17T10:00\", now \"2002-04-18T10:00\"",
        "oak.diary.kdl:4:",
    ] {
        assert!(said.contains(wanted), "{wanted} in:\n{said}");
    }
    // Renamed, it is known by the acts that it has in common.
    desk.write("renamed.diary.kdl", &changed);
    assert!(
        desk.refused(&["act", "renamed.diary.kdl", "--book", "oak.book"])
            .contains("entry 4")
    );
    // Left out.
    desk.write("oak.diary.kdl", &OAK.lines().skip(1).collect::<Vec<_>>().join("\n"));
    let said = desk.refused(&act);
    assert!(
        said.contains("entry 1 (form-corporation \"Oak, Inc.\" on 1998-03-02)") && said.contains("no more"),
        "{said}"
    );
    // Another diary of other acts is nobody's business.
    desk.act(
        "other.diary.kdl",
        "name-director \"Lee Ward\" on=\"2002-05-01\"",
        "2002-05-02T12:00:00Z",
        0,
    );
    assert_eq!(desk.log().len(), 8);
}

#[test]
fn an_edited_act_is_told_at_its_own_line_and_not_at_a_refused_attempt_before_it() {
    let desk = Desk::new();
    // The attempt is refused and in no book; the act after it is entered, and then edited in the diary.
    let attempt = "fix-record-date \"spring\" record-date=\"2002-02-15\" on=\"2002-01-15\" by=\"board of directors\"\n";
    let fixed = OAK.replacen("fix-record-date", &format!("{attempt}fix-record-date"), 1);
    desk.act("oak.diary.kdl", &fixed, "2002-04-09T12:00:00Z", 1);
    desk.write("oak.diary.kdl", &fixed.replace("2002-03-01", "2002-03-04"));
    let said = desk.refused(&["act", "oak.diary.kdl", "--book", "oak.book"]);
    for wanted in [
        "record-date: entered \"2002-03-01\", now \"2002-03-04\"",
        "oak.diary.kdl:7:",
    ] {
        assert!(said.contains(wanted), "{wanted} in:\n{said}");
    }
}

#[test]
fn an_id_names_one_act() {
    let desk = Desk::new();
    desk.act("oak.diary.kdl", OAK, "2002-04-09T12:00:00Z", 0);
    desk.act(
        "one.diary.kdl",
        "name-director \"Lee Ward\" on=\"2002-05-01\" id=\"lee\"",
        "2002-05-02T12:00:00Z",
        0,
    );
    desk.write(
        "two.diary.kdl",
        "name-director \"Kim Ash\" on=\"2002-05-01\" id=\"lee\"",
    );
    let said = desk.refused(&["act", "two.diary.kdl", "--book", "oak.book"]);
    assert!(
        said.contains("entry 7") && said.contains("director: entered \"Lee Ward\", now \"Kim Ash\""),
        "{said}"
    );
    // The same content under the same id is a retry, from whatever diary.
    let again = desk.act(
        "three.diary.kdl",
        "name-director \"Lee Ward\" on=\"2002-05-01\" id=\"lee\"",
        "2002-05-02T12:00:00Z",
        0,
    );
    assert!(again.contains("0 entered, 1 entered before"), "{again}");
    assert!(
        desk.ok(&["why", "lee", "--book", "oak.book"])
            .starts_with("entry 7: name-director \"Lee Ward\"")
    );
}

#[test]
fn what_happened_and_what_was_known_are_two_axes() {
    let desk = Desk::new();
    // Past midnight in universal time, and still the first of March in New York.
    desk.act("oak.diary.kdl", OAK, "2002-03-02T03:00:00Z", 0);
    let late = desk.act(
        "late.diary.kdl",
        "name-director \"Lee Ward\" on=\"1999-06-01\"",
        "2002-05-01T12:00:00Z",
        0,
    );
    assert!(
        late.contains("quorate audit"),
        "a back-dated entry says what it may do: {late}"
    );
    let directors = |arguments: &[&str]| {
        desk.json(&[&["status"], arguments].concat(), 0)["directors"]
            .as_array()
            .unwrap()
            .len()
    };
    for (as_of, known_on, wanted) in [
        ("1998-03-01", None, 0),
        ("1999-05-31", None, 1),
        ("1999-06-01", None, 2),
        ("1999-06-01", Some("2002-04-30"), 1),
        ("1999-06-01", Some("2002-05-01"), 2),
        ("1999-06-01", Some("2002-03-01"), 1),
        ("1999-06-01", Some("2002-02-28"), 0),
    ] {
        let mut arguments = vec!["--as-of", as_of];
        arguments.extend(known_on.iter().flat_map(|day| ["--known-on", day]));
        assert_eq!(directors(&arguments), wanted, "{arguments:?}");
    }
    // The log lists what counts on each axis, in the order of entering.
    let known: Vec<Value> = desk
        .json(&["log", "--known-on", "2002-04-30"], 0)
        .as_array()
        .unwrap()
        .clone();
    assert_eq!(known.len(), 6);
    assert_eq!(desk.log()[6]["happened"], "1999-06-01");
}

#[test]
fn a_back_dated_entry_is_judged_in_its_own_day_and_audited() {
    let desk = Desk::new();
    // Twelve days' notice: enough for ten, too short for fifteen.
    let notice = LATE_NOTICE.replace("2002-04-08", "2002-04-05");
    desk.act("oak.diary.kdl", &format!("{OAK}{notice}"), "2002-04-09T12:00:00Z", 0);
    desk.write("stricter.kdl", "bylaws \"Oak, Inc.\" {\n    section \"1\" \"Notice\" {\n        stockholder-notice \"not less than 15 nor more than 60 days before the meeting\"\n    }\n}\n");
    desk.act(
        "late.diary.kdl",
        "adopt-instrument \"bylaws\" instrument=\"stricter.kdl\" on=\"2002-03-01\"",
        "2002-05-01T12:00:00Z",
        0,
    );
    let audit = desk.json(&["audit"], 1);
    assert_eq!(texts(audit.as_array().unwrap(), "act"), ["give-notice"]);
    let differs = audit[0]["differs"].as_array().unwrap();
    assert_eq!(
        differs[0],
        serde_json::json!({ "what": "outcome", "entered": "accepted", "now": "entered with defects" })
    );
    assert!(
        differs
            .contains(&serde_json::json!({ "what": "stockholder-notice-too-short", "entered": "met", "now": "unmet" })),
        "{audit}"
    );
    assert!(audit[0]["because"][0].as_str().unwrap().contains("entry 8"), "{audit}");
    assert_eq!(desk.log()[6]["outcome"], "accepted", "the ruling stands as history");
    // The file of the bylaws is not needed any more: the book has its bytes.
    std::fs::remove_file(desk.path("stricter.kdl")).unwrap();
    assert_eq!(desk.json(&["audit"], 1), audit);
}

#[test]
fn a_defect_stands_until_it_is_waived() {
    let desk = Desk::new();
    desk.act(
        "oak.diary.kdl",
        &format!("{OAK}{LATE_NOTICE}"),
        "2002-04-09T12:00:00Z",
        0,
    );
    let count = |arguments: &[&str], status| {
        desk.json(&[&["defects"], arguments].concat(), status)
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(count(&[], 1), 1);
    desk.act(
        "one.diary.kdl",
        "waive-notice \"spring\" holder=\"A-1\" on=\"2002-04-10\"",
        "2002-04-10T12:00:00Z",
        0,
    );
    assert_eq!(count(&[], 1), 1, "one holder waives for nobody else");
    desk.act(
        "all.diary.kdl",
        "waive-notice \"spring\" holder=\"everyone\" on=\"2002-04-17\"",
        "2002-04-18T12:00:00Z",
        0,
    );
    assert_eq!(count(&[], 0), 0);
    assert_eq!(count(&["--as-of", "2002-04-16"], 1), 1);
    assert_eq!(count(&["--known-on", "2002-04-17"], 1), 1);
}

/// A meeting under the bylaws of a set, held without notice: A-1 came, A-2 and A-3 did not.
fn unnoticed(set: &str) -> String {
    format!(
        r#"form-corporation "Oak, Inc." zone="America/Denver" on="2002-02-01"
adopt-instrument "certificate" instrument="{set}" on="2002-02-01"
adopt-instrument "bylaws" instrument="{set}" on="2006-04-24" by="board of directors"
issue-shares "Common Stock" holder="A-1" shares=60 on="2006-05-01" by="board of directors"
issue-shares "Common Stock" holder="A-2" shares=30 on="2006-05-01" by="board of directors"
issue-shares "Common Stock" holder="A-3" shares=10 on="2006-05-01" by="board of directors"
call-meeting "spring" kind="annual" at="2007-05-02T10:00" place="Provo" on="2007-02-20" by="board of directors"
fix-record-date "spring" record-date="2007-03-20" on="2007-02-20" by="board of directors"
attend "spring" holder="A-1" on="2007-05-02T09:50"
convene "spring" present="chief executive officer, chairman of the board, secretary" presiding="chief executive officer" secretary="secretary" on="2007-05-02T10:00"
"#
    )
}

/// Whether the defects of a book tell of a meeting without notice.
fn is_unnoticed(desk: &Desk) -> bool {
    let output = desk.command(&["defects", "--book", "oak.book"]).output().unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .contains("stockholder-notice-not-given")
}

#[test]
fn a_meeting_without_notice_stands_once_each_waived_or_came() {
    let desk = Desk::new();
    let waive = |holder: &str, day: u32| {
        format!("waive-notice \"spring\" holder=\"{holder}\" means=\"writing\" on=\"2007-05-{day:02}\"\n")
    };
    let mut story = unnoticed("novell-2001");
    desk.act("oak.diary.kdl", &story, "2007-06-01T12:00:00Z", 0);
    assert!(is_unnoticed(&desk));
    story.push_str(&waive("A-2", 3));
    desk.act("oak.diary.kdl", &story, "2007-06-02T12:00:00Z", 0);
    assert!(is_unnoticed(&desk), "A-3 was neither there nor heard of");
    story.push_str(&waive("A-3", 4));
    desk.act("oak.diary.kdl", &story, "2007-06-03T12:00:00Z", 0);
    assert!(!is_unnoticed(&desk));
}

#[test]
fn an_objection_and_a_waiver_by_a_stranger_keep_the_defect_alive() {
    let desk = Desk::new();
    let story = unnoticed("novell-2001").replace(
        "convene ",
        "object-to-notice \"spring\" holder=\"A-1\" objected=\"at the beginning\" purpose-only=#true on=\"2007-05-02T09:55\"\nconvene ",
    );
    let both = "waive-notice \"spring\" holder=\"A-2\" on=\"2007-05-03\"\nwaive-notice \"spring\" holder=\"A-3\" on=\"2007-05-03\"\n";
    desk.act("oak.diary.kdl", &format!("{story}{both}"), "2007-06-01T12:00:00Z", 0);
    assert!(is_unnoticed(&desk), "A-1 came to object");
    let desk = Desk::new();
    let stranger = both.replace("A-3\"", "A-3\" signed-by=\"somebody else\"");
    desk.act(
        "oak.diary.kdl",
        &format!("{}{stranger}", unnoticed("novell-2001")),
        "2007-06-01T12:00:00Z",
        0,
    );
    assert!(is_unnoticed(&desk), "a waiver with a defect waives nothing");
}

#[test]
fn a_meeting_without_notice_stands_once_it_is_validated() {
    let desk = Desk::new();
    let mut story = unnoticed("altiris-2006");
    story.push_str("consent-to-meeting \"spring\" holder=\"A-2\" on=\"2007-05-03\"\n");
    desk.act("oak.diary.kdl", &story, "2007-06-01T12:00:00Z", 0);
    let validate = "validate-meeting \"spring\" papers-filed=\"in the minutes\" on=\"2007-05-10\" by=\"secretary\"\n";
    let refused = desk.act("early.diary.kdl", validate, "2007-06-02T12:00:00Z", 1);
    assert!(refused.contains("refused[validation-not-signed]"), "{refused}");
    assert!(is_unnoticed(&desk));
    let approve = "approve-minutes \"spring\" holder=\"A-3\" on=\"2007-05-09\"\n";
    desk.act(
        "more.diary.kdl",
        &format!("{approve}{validate}"),
        "2007-06-03T12:00:00Z",
        0,
    );
    assert!(!is_unnoticed(&desk));
}

#[test]
fn the_book_keeps_the_files_that_later_acts_rest_on() {
    let desk = Desk::new();
    desk.write(
        "holders.csv",
        "account,name,address,shares\nA-1,Avery Dean,Provo,100\nA-2,Lee Ward,Orem,50\n",
    );
    let import = "import-holders \"Common Stock\" file=\"holders.csv\" total=150 on=\"2002-02-20\"\n";
    desk.act("oak.diary.kdl", &format!("{OAK}{import}"), "2002-04-09T12:00:00Z", 0);
    std::fs::remove_file(desk.path("holders.csv")).unwrap();
    // 100 held: 60 may go, and then 41 may not.
    let transfer = |shares: u64, day: u64| {
        format!("transfer-shares \"Common Stock\" from=\"A-1\" to=\"A-2\" shares={shares} on=\"2002-02-{day}\"\n")
    };
    let report = desk.act(
        "transfers.diary.kdl",
        &format!("{}{}", transfer(60, 21), transfer(41, 22)),
        "2002-04-10T12:00:00Z",
        1,
    );
    assert!(
        report.contains("1 entered, 0 entered before, 0 refused, 1 misdirected"),
        "{report}"
    );
    let status = desk.json(&["status"], 0);
    assert_eq!(
        status["classes"],
        serde_json::json!([{ "class": "Common Stock", "issued": "150" }])
    );
    assert_eq!(desk.json(&["audit"], 0), serde_json::json!([]));
}

#[test]
fn a_book_keeps_the_practice_that_it_was_begun_with() {
    let desk = Desk::new();
    desk.write("wrong.kdl", "practice {\n    close-of-busines \"17:30\"\n}\n");
    let said = desk.refused(&["init", "--book", "p.book", "--name", "Oak", "--practice", "wrong.kdl"]);
    assert!(said.contains("wrong.kdl:2:"), "{said}");
    assert!(!desk.path("p.book").exists());
    desk.write("practice.kdl", "practice {\n    close-of-business \"17:30\"\n}\n");
    desk.ok(&[
        "init",
        "--book",
        "p.book",
        "--name",
        "Oak, Inc.",
        "--practice",
        "practice.kdl",
    ]);
    std::fs::remove_file(desk.path("practice.kdl")).unwrap();
    desk.write("oak.diary.kdl", OAK);
    desk.ok(&["act", "oak.diary.kdl", "--book", "p.book"]);
    let genesis = SqliteBook::open_read_only(&desk.path("p.book"))
        .unwrap()
        .genesis()
        .unwrap();
    assert!(genesis.about()["practice"].as_str().unwrap().contains("17:30"));
}
