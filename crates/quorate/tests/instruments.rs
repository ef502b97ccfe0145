//! `quorate instruments`, `coverage` and `law-book`: the texts that the law is kept in.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;

use desk::{Desk, has, texts};
use insta::assert_snapshot;

const OAK: &str = r#"// The bylaws of Oak.
bylaws "Oak, Inc."    state="Delaware" {
  section "2.4" "Notice" { // as amended
    stockholder-notice "not less than 15 nor more than 45 days before the meeting";
    pending "says who receives it"
  }
        section "8.5" "Seal" { narrative "describes the seal" }
}
"#;

#[test]
fn the_instruments_that_ship() {
    let desk = Desk::empty();
    let list = desk.ok(&["instruments", "list"]);
    has(&list, &["novell-2001/bylaws ", "delaware/general-corporation-law "]);
    // Nothing passes for a certificate of the public record that is none.
    let is_marked = |line: &&str| line.contains("/certificate") == line.ends_with("assumed for examples");
    assert!(list.lines().all(|line| is_marked(&line)), "{list}");
    let json = desk.printed(&["instruments", "list"], 0);
    assert_eq!(json.as_array().unwrap().len(), list.lines().count());
}

#[test]
fn an_instrument_is_shown_whole_or_by_its_section() {
    let desk = Desk::empty();
    desk.write("oak.kdl", OAK);
    assert_eq!(desk.ok(&["instruments", "show", "oak.kdl"]), OAK);
    assert_snapshot!(desk.ok(&["instruments", "show", "oak.kdl", "2.4"]), @r#"
    Oak, Inc. bylaws § 2.4
        stockholder-notice "not less than 15 nor more than 45 days before the meeting"
        pending: says who receives it
    "#);
    let shown = desk.ok(&["instruments", "show", "delaware", "222(b)"]);
    has(
        &shown,
        &["8 Del. C. § 222 (b)\n", "not less than 10 nor more than 60 days"],
    );
    assert!(!shown.contains("§ 222 (a)"), "{shown}");

    let json = desk.printed(&["instruments", "show", "oak.kdl", "8.5"], 0);
    assert!(json["text"].is_null());
    assert_eq!(
        json["parts"],
        serde_json::json!([{ "section": "8.5", "title": "Seal", "part": "", "contents": [{ "kind": "narrative", "text": "describes the seal" }] }])
    );
    has(
        &desk.unread(&["instruments", "show", "oak.kdl", "2.5"]),
        &["no section 2.5", "2.4, 8.5"],
    );
    has(
        &desk.unread(&["instruments", "show", "novel-2001"]),
        &["did you mean novell-2001?"],
    );
}

#[test]
fn formatting_twice_is_formatting_once() {
    let desk = Desk::empty();
    desk.write("oak.kdl", OAK);
    let formatted = desk.ok(&["instruments", "format", "oak.kdl"]);
    assert_snapshot!(formatted, @r#"
    // The bylaws of Oak.
    bylaws "Oak, Inc." state="Delaware" {
        section "2.4" "Notice" {
            // as amended
            stockholder-notice "not less than 15 nor more than 45 days before the meeting"
            pending "says who receives it"
        }
        section "8.5" "Seal" {
            narrative "describes the seal"
        }
    }
    "#);
    assert_eq!(
        std::fs::read_to_string(desk.path("oak.kdl")).unwrap(),
        OAK,
        "only printed"
    );
    assert_eq!(desk.ok(&["instruments", "format", "oak.kdl", "--write"]), "");
    assert_eq!(std::fs::read_to_string(desk.path("oak.kdl")).unwrap(), formatted);
    assert_eq!(desk.ok(&["instruments", "format", "oak.kdl"]), formatted);
}

#[test]
fn an_instrument_with_mistakes_is_not_formatted() {
    let desk = Desk::empty();
    let wrong = OAK
        .replace("15 nor", "60 nor")
        .replace("section \"8.5\"", "secton \"8.5\"");
    desk.write("oak.kdl", &wrong);
    let said = desk.unread(&["instruments", "format", "oak.kdl", "--write"]);
    has(&said, &["oak.kdl:4:", "oak.kdl:7:", "\"secton\" stands where"]);
    assert_eq!(std::fs::read_to_string(desk.path("oak.kdl")).unwrap(), wrong);
}

#[test]
fn coverage_misses_a_section_of_the_text() {
    let desk = Desk::empty();
    desk.write("oak.kdl", OAK);
    let text = "BYLAWS\n\nSection 2.4 Notice. To each holder,\n10.5 percent of whom suffice.\n\n8.5 Seal\n";
    desk.write("whole.txt", text);
    assert_snapshot!(desk.ok(&["coverage", "oak.kdl", "--text", "whole.txt"]), @"
    2.4      pending    Notice
                      pending: stockholder-notice is typed and waits for its second reading or its mutations
                      pending: says who receives it
    8.5      narrative  Seal
                      narrative: describes the seal
    provisions: 1, of which proved by mutation and read twice: 0
    2 parts of sections: 0 executed, 1 narrative, 1 pending
    2 sections: 0 executed, 1 narrative, 1 pending
    ");
    desk.write(
        "more.txt",
        &format!("{text}SECTION 9.1 Amendment. By the board.\nARTICLE X\nNotices\n"),
    );
    let said = desk.said(&["coverage", "oak.kdl", "--text", "more.txt"], 1);
    has(&said, &["missing: section 9.1 of the text is not in the instrument"]);
    let json = desk.printed(&["coverage", "oak.kdl", "--text", "more.txt"], 1);
    assert_eq!(json["missing"], serde_json::json!(["section 9.1", "article X"]));
    has(
        &desk.unread(&["coverage", "oak.kdl", "--text", "absent.txt"]),
        &["absent.txt cannot be read"],
    );
}

#[test]
fn the_law_book_is_that_of_the_day() {
    let desk = Desk::empty();
    // From 1 August 2022 the stock list is open until the day before the meeting, and no more at the meeting itself.
    let stock_list = |day: &str| {
        let said = desk.ok(&["law-book", "--on", day]);
        let lines: Vec<String> = said
            .lines()
            .filter(|line| line.contains(" stock-list "))
            .map(str::to_owned)
            .collect();
        assert_eq!(lines.len(), 1, "{said}");
        lines[0].clone()
    };
    has(
        &stock_list("2022-07-31"),
        &["§ 219(a)", "until=\"the meeting\"", "at-meeting=#true"],
    );
    has(
        &stock_list("2022-08-01"),
        &["§ 219(a)", "until=\"the day before the meeting\"", "at-meeting=#false"],
    );

    let json = desk.printed(&["law-book", "--on", "2022-08-01", "--under", "novell-2001"], 0);
    let all = json.as_array().unwrap();
    assert!(texts(all, "citation").contains(&"Novell, Inc. bylaws § 2.04"));
    let is_in_force = |provision: &serde_json::Value| {
        provision["from"].as_str().is_none_or(|from| from <= "2022-08-01")
            && provision["to"].as_str().is_none_or(|to| to >= "2022-08-01")
    };
    assert!(all.iter().all(is_in_force));
    has(&desk.unread(&["law-book", "--on", "2022-13-01"]), &["write the day as"]);
}
