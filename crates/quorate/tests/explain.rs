//! `quorate explain`, `questions` and `casebook`: what the ids mean, and what is expected of them.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;

use desk::{Desk, has, texts};
use insta::assert_snapshot;

#[test]
fn every_kind_of_id_is_explained() {
    let desk = Desk::empty();
    let rows: [(&str, &str, &[&str]); 5] = [
        (
            "stockholder-notice-too-short",
            "finding",
            &["Made by the question stockholder-notice-window", "Our reading"],
        ),
        (
            "stockholder-notice-window",
            "question",
            &[
                "Facts:\n  meeting-date",
                "Findings:\n  stockholder-notice-not-given",
                "stockholder-notice-too-short",
            ],
        ),
        (
            "stockholder-notice",
            "provision",
            &["Effect in the statute: bounds", "Questions: stockholder-notice-window"],
        ),
        (
            "give-notice",
            "act",
            &["A happening: it is always entered", "Example:\n    give-notice \""],
        ),
        ("practice", "practice", &["close-of-business", "legal-holidays"]),
    ];
    for (id, kind, wanted) in rows {
        has(&desk.ok(&["explain", id]), wanted);
        assert_eq!(desk.printed(&["explain", id], 0)["kind"], kind);
    }
    has(
        &desk.unread(&["explain", "stockholder-notice-too-shrt"]),
        &["nothing is called", "did you mean stockholder-notice-too-short?"],
    );
    has(&desk.unread(&["explain", "give-notce"]), &["did you mean give-notice?"]);
}

#[test]
fn an_act_in_full() {
    assert_snapshot!(Desk::empty().ok(&["explain", "fix-record-date"]), @r#"
    fix-record-date: The board fixes a record date

    The board fixes the record date of a meeting by resolution on the day of the act, and where it may a later one for voting; a new one after an adjournment.
    A proposal: what sure authority forbids is refused, and then nothing is entered.

    Example:
        fix-record-date "annual-2002" record-date="2002-02-22" on="2002-01-15" by="board of directors"

    Properties:
        meeting              the id of the meeting: words, required
        record-date=         the record date: a date such as 2002-04-17, required
        voting-record-date=  the record date for voting, where it is not the one for notice: a date such as 2002-04-17
        on=                  when it happened: a date such as 2002-04-17, or a date and hour such as 2002-04-17T10:00, required
        by=                  who acts: words
        id=                  a name of its own for this act: words
    "#);
}

#[test]
fn questions_are_listed_and_shown() {
    let desk = Desk::empty();
    let all = quorate_corporation::questions::all();
    let list = desk.ok(&["questions"]);
    assert_eq!(list.lines().count(), all.len());
    assert!(
        list.lines()
            .zip(&all)
            .all(|(line, question)| line.starts_with(question.id) && line.ends_with(question.title))
    );
    let json = desk.printed(&["questions"], 0);
    assert_eq!(
        texts(json.as_array().unwrap(), "id"),
        all.iter().map(|question| question.id).collect::<Vec<_>>()
    );

    let shown = desk.ok(&["questions", "quorum"]);
    has(
        &shown,
        &[
            "**Our reading.**",
            "Answer: threshold (",
            "  shares-entitled ",
            "  quorum-not-present ",
        ],
    );
    has(&desk.unread(&["questions", "quorm"]), &["did you mean quorum?"]);
}

/// A case whose notice is given on a day.
fn case(day: &str, expected: &str) -> String {
    format!(
        "# Notice\n\n```kdl\nask stockholder-notice-window under=\"novell-2001\" meeting-date=\"2002-04-17\" notice-given=\"{day}\" {expected}\n```\n"
    )
}

#[test]
fn a_casebook_ends_with_how_many_passed() {
    let desk = Desk::empty();
    desk.write("good.md", &case("2002-04-07", "{ expect unmet=\"none\" }"));
    desk.write("bad.md", &case("2002-04-08", "{ expect unmet=\"none\" }"));
    desk.write("mute.md", &case("2002-04-07", ""));
    desk.write("prose.md", "# Prose\n\nNothing is asked here.\n");
    desk.write("README.md", &case("2002-04-08", "{ expect unmet=\"none\" }"));
    let last = |said: String| said.lines().last().unwrap().to_owned();

    assert_eq!(desk.ok(&["casebook", "good.md"]), "1 passed, 0 failed\n");
    let said = desk.said(&["casebook", "bad.md", "good.md"], 1);
    has(&said, &["failed: bad.md", "(line 4)", "stockholder-notice-too-short"]);
    assert_eq!(last(said), "1 passed, 1 failed");
    let said = desk.said(&["casebook", "mute.md"], 1);
    has(&said, &["expects nothing"]);
    assert_eq!(last(said), "0 passed, 1 failed");
    // A file that asks nothing proves nothing.
    assert_eq!(last(desk.said(&["casebook", "prose.md"], 1)), "0 passed, 1 failed");
    // A folder is read without its README.
    assert_eq!(last(desk.said(&["casebook", "."], 1)), "1 passed, 3 failed");
    let json = desk.printed(&["casebook", "bad.md", "good.md"], 1);
    assert_eq!((&json["passed"], &json["failed"]), (&1.into(), &1.into()));
    assert_eq!(json["failures"][0]["line"], 4);
    has(
        &desk.unread(&["casebook", "good.md", "absent.md"]),
        &["absent.md cannot be read"],
    );
}
