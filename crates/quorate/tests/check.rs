//! `quorate check`: a diary judged on the command line, with exit status.

use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use tempfile::TempDir;

const FORMED: &str = r#"form-corporation "Oak, Inc." zone="America/Denver" on="1998-03-02"
adopt-instrument "certificate" instrument="novell-2001" on="1998-03-02"
adopt-instrument "bylaws" instrument="bylaws.kdl" on="1998-03-02"
call-meeting "annual" kind="annual" at="2002-04-17T10:00" on="2002-01-15" by="board of directors"
"#;

const BYLAWS: &str = r#"bylaws "Oak, Inc." state="Delaware" {
    section "2.2" "Annual meeting" {
        annual-meeting "third Wednesday of April at 10:00" designated-by="board of directors"
    }
    section "2.4" "Notice" {
        stockholder-notice "not less than 10 nor more than 60 days before the meeting"
    }
    section "2.5" "Quorum" {
        stockholder-quorum "majority of shares outstanding and entitled to vote"
    }
    section "6.6" "Record date" {
        record-date "not less than 10 nor more than 60 days before the meeting" purpose="meeting"
    }
}
"#;

/// A folder with these files and the bylaws.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    for (name, text) in files.iter().chain(&[("bylaws.kdl", BYLAWS)]) {
        std::fs::write(folder.path().join(name), text).expect("a file can be written");
    }
    folder
}

/// What is printed, errors after the rest, and the exit status.
fn check(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_quorate"))
        .arg("check")
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the command runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!(
        "{}{}exit {}",
        text(&output.stdout),
        text(&output.stderr),
        output.status.code().unwrap_or(-1)
    )
}

#[test]
fn a_diary_in_order() {
    let folder = folder(&[("oak.kdl", FORMED)]);
    assert_snapshot!(check(folder.path(), &["oak.kdl"]), @r#"
    4 acts: 4 accepted, 0 accepted subject to, 0 refused, 0 entered with defects, 0 misdirected
    exit 0
    "#);
}

#[test]
fn a_refusal_and_a_defect_in_one_report() {
    let diary = format!(
        "{FORMED}fix-record-date \"annual\" record-date=\"2002-02-15\" on=\"2002-01-15\" by=\"board of directors\"
give-notice \"annual\" channel=\"mail\" stated=\"place, date, hour\" on=\"2002-04-08\"
open-polls \"annual-2002\" on=\"2002-04-17T10:00\"
"
    );
    let folder = folder(&[("oak.kdl", &diary)]);
    assert_snapshot!(check(folder.path(), &["oak.kdl"]), @r#"
    refused[record-date-too-early]: the record date 2002-02-15 is 61 days before the meeting; at most 60 are allowed
      --> oak.kdl:5:26
       |
     5 | fix-record-date "annual" record-date="2002-02-15" on="2002-01-15" by="board of directors"
       |                          ^^^^^^^^^^^^^^^^^^^^^^^^ record date
       |
      ::: oak.kdl:4:37
       |
     4 | call-meeting "annual" kind="annual" at="2002-04-17T10:00" on="2002-01-15" by="board of directors"
       |                                     --------------------- meeting date
       |
      ::: bylaws.kdl:12:9
       |
    12 |         record-date "not less than 10 nor more than 60 days before the meeting" purpose="meeting"
       |         ----------------------------------------------------------------------------------------- Oak, Inc. bylaws § 6.6; also 8 Del. C. § 213(a)
       |
       = note: 2002-04-17 − 60 days = 2002-02-16; record date 2002-02-15
       = help: fix a record date from 2002-02-16; weekends and holidays do not move it

    defect[stockholder-notice-too-short]: notice given 9 days before the meeting; at least 10 are required
     --> oak.kdl:6:64
      |
    6 | give-notice "annual" channel="mail" stated="place, date, hour" on="2002-04-08"
      |                                                                ^^^^^^^^^^^^^^^ notice given
      |
     ::: oak.kdl:4:37
      |
    4 | call-meeting "annual" kind="annual" at="2002-04-17T10:00" on="2002-01-15" by="board of directors"
      |                                     --------------------- meeting date
      |
     ::: bylaws.kdl:6:9
      |
    6 |         stockholder-notice "not less than 10 nor more than 60 days before the meeting"
      |         ------------------------------------------------------------------------------ Oak, Inc. bylaws § 2.4; also 8 Del. C. § 222(b)
      |
      = note: 2002-04-17 − 10 days = 2002-04-07; notice 2002-04-08
      = help: hold the meeting on or after 2002-04-18, or obtain written waivers from everyone entitled to notice

    misdirected: there is no meeting "annual-2002"
     --> oak.kdl:7:12
      |
    7 | open-polls "annual-2002" on="2002-04-17T10:00"
      |            ^^^^^^^^^^^^^
      |
      = help: meetings called: annual

    7 acts: 4 accepted, 0 accepted subject to, 1 refused, 1 entered with defects, 1 misdirected
    exit 1
    "#);
}

#[test]
fn what_is_not_known_is_said_once() {
    let diary = format!(
        "{FORMED}issue-shares \"Common Stock\" holder=\"A-1\" shares=100 on=\"2002-01-15\"
fix-record-date \"annual\" record-date=\"2002-02-18\" on=\"2002-01-16\"
attend \"annual\" holder=\"A-1\" on=\"2002-04-17T09:55\"
convene \"annual\" presiding=\"chairman of the board\" secretary=\"secretary\" on=\"2002-04-17T10:00\"
open-polls \"annual\" announced=#true on=\"2002-04-17T10:15\"
close-polls \"annual\" announced=#true on=\"2002-04-17T10:45\"
"
    );
    let folder = folder(&[("oak.kdl", &diary)]);
    assert_snapshot!(check(folder.path(), &["oak.kdl"]), @r#"
    defect[stockholder-notice-not-given]: no notice of the meeting was given
     --> oak.kdl:4:37
      |
    4 | call-meeting "annual" kind="annual" at="2002-04-17T10:00" on="2002-01-15" by="board of directors"
      |                                     ^^^^^^^^^^^^^^^^^^^^^
      |
     ::: bylaws.kdl:6:9
      |
    6 |         stockholder-notice "not less than 10 nor more than 60 days before the meeting"
      |         ------------------------------------------------------------------------------ Oak, Inc. bylaws § 2.4; also 8 Del. C. § 222(b)
      |
      = help: give notice and hold the meeting again, or obtain written waivers from everyone entitled to notice

    doubtful: not known: whether a class of voting stock is listed on a national exchange or quoted by a registered association
     --> oak.kdl:9:1
      |
    9 | open-polls "annual" announced=#true on="2002-04-17T10:15"
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: so too on line 10

    10 acts: 7 accepted, 2 accepted subject to, 0 refused, 1 entered with defects, 0 misdirected
    exit 1
    "#);
}

#[test]
fn everything_that_cannot_be_read_at_once() {
    let diary = "cal-meeting \"annual\" on=\"2002-01-15\"\nimport-holders \"Common Stock\" file=\"holders.csv\" on=\"2002-02-30\"\n\
                 import-holders \"Common Stock\" file=\"holders.csv\" on=\"2002-02-28\"\n";
    let holders = "account,name,address,shares\nA-1,Avery Dean,1 Elm Street,ten\n";
    let folder = folder(&[("oak.kdl", diary), ("holders.csv", holders)]);
    assert_snapshot!(check(folder.path(), &["oak.kdl", "elm.kdl"]), @r#"
    error: there is no act "cal-meeting"
     --> oak.kdl:1:1
      |
    1 | cal-meeting "annual" on="2002-01-15"
      | ^^^^^^^^^^^
      |
      = help: did you mean call-meeting?
    error: on: there is no 30 February 2002: February 2002 has 28 days
     --> oak.kdl:2:53
      |
    2 | import-holders "Common Stock" file="holders.csv" on="2002-02-30"
      |                                                     ^^^^^^^^^^^^
      |
      = help: write the day, or the day and the local hour, as 2002-04-17 or 2002-04-17T10:00
    error: holders.csv:2:29: shares: "ten" is not a whole number
     --> oak.kdl:3:31
      |
    3 | import-holders "Common Stock" file="holders.csv" on="2002-02-28"
      |                               ^^^^^^^^^^^^^^^^^^
      |
      = help: write digits, such as 1000 or "1,000"
    error: elm.kdl cannot be read: No such file or directory (os error 2)
      help: check the name and the folder
    exit 2
    "#);
}

#[test]
fn json() {
    let diary = "form-corporation \"Oak, Inc.\" zone=\"America/Denver\" on=\"1998-03-02\" id=\"first\"\nattend \"annual\" holder=\"A-1\" on=\"2002-04-17\"\n";
    let folder = folder(&[("oak.kdl", diary)]);
    assert_snapshot!(check(folder.path(), &["oak.kdl", "--json"]), @r#"
    {
      "diary": "oak.kdl",
      "acts": [
        {
          "line": 1,
          "act": "form-corporation",
          "id": "first",
          "on": "1998-03-02",
          "outcome": "accepted",
          "findings": []
        },
        {
          "line": 2,
          "act": "attend",
          "id": null,
          "on": "2002-04-17",
          "outcome": "misdirected",
          "findings": [],
          "message": "there is no meeting \"annual\"",
          "help": "call the meeting first, with call-meeting",
          "property": "meeting"
        }
      ],
      "counts": {
        "acts": 2,
        "accepted": 1,
        "accepted-subject-to": 0,
        "refused": 0,
        "entered-with-defects": 0,
        "awaits-determination": 0,
        "misdirected": 1
      }
    }
    exit 1
    "#);
}

#[test]
fn several_diaries_are_each_a_corporation() {
    let folder = folder(&[("oak.kdl", FORMED), ("elm.kdl", FORMED)]);
    assert_snapshot!(check(folder.path(), &["oak.kdl", "elm.kdl"]), @r#"
    oak.kdl: 4 acts: 4 accepted, 0 accepted subject to, 0 refused, 0 entered with defects, 0 misdirected
    elm.kdl: 4 acts: 4 accepted, 0 accepted subject to, 0 refused, 0 entered with defects, 0 misdirected
    exit 0
    "#);
}
