//! How provisions of several sources hold against one another: one case for each effect, and what must hold for all.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

use std::sync::Arc;

use quorate_calendar::Day;
use quorate_law::vocabulary::{self, Definition};
use quorate_law::{LawBook, Need, Resolution, Situation, read_instrument, resolve};

/// A law book of a statute, a certificate and bylaws, each given by the lines of its one section.
fn book(statute: &str, certificate: Option<&str>, bylaws: &str) -> LawBook {
    let read = |kind: &str, properties: &str, lines: &str| {
        let text = format!(
            "{kind} \"{kind}\" {properties} {{\nsection \"1\" \"One\" {{\n{lines}\nnarrative \"nothing more\"\n}}\n}}\n"
        );
        Arc::new(read_instrument(kind, &text).unwrap_or_else(|errors| panic!("{errors:?}")))
    };
    let mut instruments = vec![read("statute", "", statute), read("bylaws", "", bylaws)];
    if let Some(certificate) = certificate {
        instruments.push(read("certificate", "completeness=\"complete\"", certificate));
    }
    LawBook::new(instruments)
}

fn definition(name: &str) -> &'static Definition {
    vocabulary::find(name).unwrap()
}

fn settle<'a>(book: &'a LawBook, name: &str, situation: &Situation, on: Option<&str>) -> Result<Resolution<'a>, Need> {
    let day = on.map(|text| Day::parse(text).unwrap());
    resolve(&book.view(), definition(name), situation, &|_| day, &|_| None)
}

/// The statements that control, and those displaced.
fn controls(book: &LawBook, name: &str, situation: &Situation) -> (Vec<String>, Vec<String>) {
    let resolution = settle(book, name, situation, None).unwrap();
    let statements = |provisions: Vec<&quorate_law::Provision>| {
        provisions
            .iter()
            .map(|provision| provision.citation.source.to_string())
            .collect()
    };
    let displaced = resolution
        .displaced
        .iter()
        .map(|displaced| displaced.provision)
        .collect();
    (statements(resolution.controlling.clone()), statements(displaced))
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|word| (*word).to_owned()).collect()
}

const WINDOW: &str = "stockholder-notice \"not less than 10 nor more than 60 days before the meeting\"";
const NARROWER: &str = "stockholder-notice \"not less than 15 nor more than 45 days before the meeting\"";

#[test]
fn bounds_control_together_with_what_they_bound() {
    let book = book(WINDOW, Some(""), NARROWER);
    assert_eq!(
        controls(&book, "stockholder-notice", &Situation::general()),
        (words(&["statute", "bylaws"]), vec![])
    );
}

#[test]
fn what_fixes_displaces_a_contrary_text_and_not_an_equal_one() {
    let statute = "record-date-default \"close of business on the day before notice\" purpose=\"meeting\"";
    let contrary = "record-date-default \"close of business on the business day before notice\" purpose=\"meeting\"";
    let situation = Situation::general().with("purpose", "meeting");
    assert_eq!(
        controls(&book(statute, Some(""), contrary), "record-date-default", &situation),
        (words(&["statute"]), words(&["bylaws"]))
    );
    assert_eq!(
        controls(&book(statute, Some(""), statute), "record-date-default", &situation),
        (words(&["statute"]), vec![])
    );
}

#[test]
fn a_default_yields_to_the_bylaws_and_they_to_the_certificate() {
    let statute = "stockholder-vote \"majority of shares present and entitled to vote on the matter\" vary=\"bylaws\"";
    let bylaws = "stockholder-vote \"majority of votes cast\"";
    let certificate = "stockholder-vote \"at least 2/3 of votes cast\"";
    let general = Situation::general();
    assert_eq!(
        controls(&book(statute, Some(""), ""), "stockholder-vote", &general),
        (words(&["statute"]), vec![])
    );
    assert_eq!(
        controls(&book(statute, Some(""), bylaws), "stockholder-vote", &general),
        (words(&["bylaws"]), words(&["statute"]))
    );
    assert_eq!(
        controls(&book(statute, Some(certificate), bylaws), "stockholder-vote", &general),
        (words(&["certificate"]), words(&["bylaws", "statute"]))
    );
}

#[test]
fn what_is_reserved_only_the_certificate_may_vary() {
    let statute = "cumulative-voting #false vary=\"certificate\"";
    let general = Situation::general();
    let by_bylaws = book(statute, Some(""), "cumulative-voting #true");
    assert_eq!(
        controls(&by_bylaws, "cumulative-voting", &general),
        (words(&["statute"]), words(&["bylaws"]))
    );
    let by_certificate = book(statute, Some("cumulative-voting #true"), "");
    assert_eq!(
        controls(&by_certificate, "cumulative-voting", &general),
        (words(&["certificate"]), words(&["statute"]))
    );
}

#[test]
fn what_must_be_enabled_has_no_force_without_the_certificate() {
    let statute = "bylaw-power #false vary=\"certificate\"";
    let general = Situation::general();
    assert_eq!(
        controls(&book(statute, Some(""), "bylaw-power #true"), "bylaw-power", &general),
        (words(&["statute"]), words(&["bylaws"]))
    );
    let granted = book(statute, Some("bylaw-power #true"), "bylaw-power #true");
    assert_eq!(
        controls(&granted, "bylaw-power", &general),
        (words(&["certificate", "bylaws"]), vec![])
    );
}

#[test]
fn duties_and_means_cumulate() {
    let statute = "notice-contents \"place\"";
    let book = book(statute, Some(""), "notice-contents \"hour\"");
    assert_eq!(
        controls(&book, "notice-contents", &Situation::general()),
        (words(&["statute", "bylaws"]), vec![])
    );
}

#[test]
fn in_bylaws_the_narrower_statement_prevails_and_in_the_statute_both_bound() {
    let merger = "stockholder-notice \"not less than 20 nor more than 60 days before the meeting\" matter=\"merger\"";
    let situation = Situation::general().with("matter", "merger");
    let of_bylaws = book("", Some(""), &format!("{WINDOW}\n{merger}"));
    let resolution = settle(&of_bylaws, "stockholder-notice", &situation, None).unwrap();
    assert_eq!((resolution.controlling.len(), resolution.displaced.len()), (1, 1));
    assert_eq!(resolution.controlling[0].scope.to_string(), "matter merger");
    let of_statute = book(&format!("{WINDOW}\n{merger}"), Some(""), "");
    assert_eq!(
        settle(&of_statute, "stockholder-notice", &situation, None)
            .unwrap()
            .controlling
            .len(),
        2
    );
}

#[test]
fn two_statements_of_equal_rank_and_reach_are_readings() {
    let text = "bylaws \"Oak\" {\nsection \"2.06\" \"A\" { presides \"president\" body=\"stockholders\" }\nsection \"5.04\" \"B\" { presides \"chairman of the board\" body=\"stockholders\" }\n}\n";
    let book = LawBook::new(vec![Arc::new(read_instrument("oak", text).unwrap())]);
    let situation = Situation::general().with("body", "stockholders");
    let resolution = settle(&book, "presides", &situation, None).unwrap();
    assert!(resolution.are_readings);
    assert_eq!(resolution.controlling.len(), 2);
}

#[test]
fn a_certificate_that_is_not_in_hand_must_be_asked_about_where_it_may_speak() {
    let statute = "cumulative-voting #false vary=\"certificate\"";
    let absent = book(statute, None, "");
    let general = Situation::general();
    assert_eq!(
        settle(&absent, "cumulative-voting", &general, None).unwrap_err(),
        Need::Certificate(definition("cumulative-voting"))
    );
    let told = resolve(
        &absent.view(),
        definition("cumulative-voting"),
        &general,
        &|_| None,
        &|_| Some(true),
    )
    .unwrap();
    assert_eq!(told.controlling.len(), 1);
    assert!(
        settle(&book(WINDOW, None, NARROWER), "stockholder-notice", &general, None).is_ok(),
        "nobody may vary the window"
    );
}

#[test]
fn a_dated_provision_is_chosen_by_the_day_and_asked_about_without_one() {
    let eras = "proxy-life 3 longer-if-stated=#true to=\"2005-06-30\"\nproxy-life 4 longer-if-stated=#true from=\"2005-07-01\"";
    let book = book(eras, Some(""), "");
    let general = Situation::general();
    let years = |on| {
        let resolution = settle(&book, "proxy-life", &general, Some(on)).unwrap();
        resolution
            .controlling
            .iter()
            .map(|provision| *provision.get(&vocabulary::proxy_life::YEARS).unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!((years("2005-06-30"), years("2005-07-01")), (vec![3], vec![4]));
    match settle(&book, "proxy-life", &general, None) {
        Err(Need::LawDay { eras, .. }) => {
            let days: Vec<_> = eras.iter().map(ToString::to_string).collect();
            assert_eq!(days, ["2005-06-30", "2005-07-01"]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_error_of_a_file_is_reported_at_its_place() {
    let text = "bylaws \"Oak\" {\n    section \"1\" \"A\" {\n        stockholder-notise \"x\"\n        record-date \"not less then 10 days before the meeting\" purpose=\"meeting\"\n        proxy-life \"three\" longer-if-stated=#true\n    }\n    section \"1\" \"B\" {}\n}\n";
    let errors = read_instrument("oak", text).unwrap_err();
    let at = |message: &str| {
        let error = errors
            .iter()
            .find(|error| error.message.contains(message))
            .unwrap_or_else(|| panic!("{message}: {errors:#?}"));
        &text[error.span.range()]
    };
    assert_eq!(at("unknown provision"), "stockholder-notise");
    assert_eq!(at("a whole number"), "\"three\"");
    assert!(
        errors
            .iter()
            .any(|error| error.help.as_deref() == Some("did you mean stockholder-notice?"))
    );
    assert!(
        errors
            .iter()
            .any(|error| error.message.contains("two sections are numbered 1"))
    );
    let empty: Vec<_> = errors
        .iter()
        .filter(|error| error.message.contains("section 1 is empty"))
        .collect();
    assert_eq!(empty.len(), 1, "what could not be read is no emptiness: {errors:#?}");
    assert_eq!(at("not the beginning of a window"), "not");
}

#[test]
fn the_same_thing_said_twice_in_one_section_is_an_error() {
    let text = format!("bylaws \"Oak\" {{ section \"1\" \"A\" {{\n{WINDOW}\n{NARROWER}\n}} }}");
    let errors = read_instrument("oak", &text).unwrap_err();
    assert!(
        errors.iter().any(|error| error.message.contains("said twice")),
        "{errors:?}"
    );
}
