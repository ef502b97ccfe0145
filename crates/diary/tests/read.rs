//! Reading diaries: what is taken, and every problem at its exact place, all at once.

use quorate_calendar::Zone;
use quorate_corporation::When;
use quorate_diary::{Problem, read, read_in_zone, read_story, sort};

/// The problems as "the text at the place: message".
fn problems(source: &str) -> Vec<String> {
    shown(source, &read(source).1)
}

fn shown(source: &str, problems: &[Problem]) -> Vec<String> {
    problems
        .iter()
        .map(|problem| format!("{}: {}", &source[problem.span.range()], problem.message))
        .collect()
}

fn helps(source: &str) -> Vec<String> {
    read(source)
        .1
        .into_iter()
        .map(|problem| problem.help.unwrap_or_default())
        .collect()
}

const FORMED: &str = "form-corporation \"Oak, Inc.\" zone=\"America/New_York\" on=\"1998-03-02\"\n";

#[test]
fn an_act_is_its_name_its_argument_and_its_properties() {
    let source = "import-holders \"Common Stock\" file=\"holders.csv\" total=1_000 on=\"2002-02-20T09:30\" by=\"secretary\" id=\"first\"\n";
    let (entries, problems) = read(source);
    assert_eq!(problems, []);
    let [entry] = entries.as_slice() else { panic!("one act") };
    assert_eq!(entry.act.definition.name, "import-holders");
    assert_eq!(
        (entry.act.id.as_deref(), entry.act.by.as_deref()),
        (Some("first"), Some("secretary"))
    );
    assert_eq!(entry.act.on, When::parse("2002-02-20T09:30").unwrap());
    let facts: Vec<_> = entry
        .act
        .facts
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    assert_eq!(facts, ["class=Common Stock", "file=holders.csv", "total=1000"]);
    assert_eq!(
        (entry.file.as_deref(), entry.act.attachment.as_deref()),
        (Some("holders.csv"), None)
    );
    let spans: Vec<_> = entry
        .field_spans
        .iter()
        .map(|(name, span)| (name.as_str(), &source[span.range()]))
        .collect();
    assert_eq!(
        spans,
        [
            ("by", "by=\"secretary\""),
            ("class", "\"Common Stock\""),
            ("file", "file=\"holders.csv\""),
            ("id", "id=\"first\""),
            ("on", "on=\"2002-02-20T09:30\""),
            ("total", "total=1_000"),
        ]
    );
    assert_eq!(&source[entry.span.range()], source.trim_end());
}

#[test]
fn the_argument_may_be_written_as_a_property() {
    let (entries, problems) = read("name-director director=\"Avery Dean\" on=\"1998-03-02\"");
    assert_eq!((entries.len(), problems), (1, Vec::new()));
}

#[test]
fn every_example_of_an_act_reads() {
    for definition in quorate_corporation::acts::all() {
        let (entries, problems) = read(definition.example);
        assert!(problems.is_empty(), "{}: {problems:?}", definition.name);
        assert_eq!(entries.len(), 1, "{}", definition.name);
    }
}

#[test]
fn an_act_that_there_is_not() {
    let source = "cal-meeting \"a\" on=\"2002-01-15\"\nsing on=\"2002-01-15\"";
    assert_eq!(
        problems(source),
        [
            "cal-meeting: there is no act \"cal-meeting\"",
            "sing: there is no act \"sing\""
        ]
    );
    let helps = helps(source);
    assert_eq!(helps[0], "did you mean call-meeting?");
    assert!(
        helps[1].starts_with("acts: form-corporation, adopt-instrument, "),
        "{}",
        helps[1]
    );
}

#[test]
fn a_property_that_there_is_not() {
    let source = "name-director \"Avery Dean\" form=\"1998-03-02\" dirctor=\"B\" on=\"1998-03-02\"";
    assert_eq!(
        problems(source),
        [
            "form: name-director has no property \"form\"",
            "dirctor: name-director has no property \"dirctor\""
        ]
    );
    assert_eq!(
        helps(source)[1],
        "did you mean director? properties of name-director: director, id, on, by"
    );
}

#[test]
fn what_is_missing_is_said_of_the_act() {
    let source = "call-meeting kind=\"annual\"";
    assert_eq!(
        problems(source),
        [
            "call-meeting: call-meeting needs meeting: the id of the meeting",
            "call-meeting: call-meeting needs at: the day and hour for which the meeting is called",
            "call-meeting: call-meeting needs on: when it happened",
        ]
    );
    assert!(helps(source)[0].starts_with("for example: call-meeting \"annual-2002\""));
}

#[test]
fn dates_that_no_calendar_has() {
    for (on, place) in [
        ("2003-02-29", 1),
        ("2003-02-30", 1),
        ("2003-13-01", 1),
        ("17 April 2002", 1),
        ("2002-04-17T24:00", 1),
        ("2002-04-17T25:00", 1),
        ("", 1),
        ("2004-02-29", 0),
    ] {
        let source = format!("name-director \"Avery Dean\" on=\"{on}\"");
        let found = problems(&source);
        assert_eq!(found.len(), place, "{found:?}");
        assert!(
            found
                .iter()
                .all(|problem| problem.starts_with(&format!("\"{on}\": on: "))),
            "{found:?}"
        );
    }
    let source = "fix-record-date \"a\" record-date=\"2003-02-30\" on=\"2003-01-15\"";
    assert_eq!(problems(source).len(), 1);
    assert!(
        problems(source)[0].starts_with("\"2003-02-30\": record-date: "),
        "{:?}",
        problems(source)
    );
}

#[test]
fn hours_that_the_clocks_skip_or_show_twice() {
    // In New York the clocks went from 2:00 to 3:00 on 7 April 2002, and back from 2:00 to 1:00 on 27 October 2002.
    let table = [
        ("2002-04-07T01:59", None),
        (
            "2002-04-07T02:00",
            Some("does not exist in America/New_York: the clocks go from 02:00 straight to 03:00"),
        ),
        ("2002-04-07T02:59", Some("does not exist")),
        ("2002-04-07T03:00", None),
        ("2002-10-27T00:59", None),
        ("2002-10-27T01:00", Some("occurs twice in America/New_York")),
        ("2002-10-27T01:59", Some("occurs twice")),
        ("2002-10-27T02:00", None),
    ];
    for (hour, words) in table {
        let as_on = format!("{FORMED}close-polls \"a\" on=\"{hour}\"\n");
        let as_fact = format!("{FORMED}call-meeting \"a\" kind=\"annual\" at=\"{hour}\" on=\"2002-01-15\"\n");
        for source in [as_on, as_fact] {
            let found = problems(&source);
            match words {
                None => assert!(found.is_empty(), "{found:?}"),
                Some(words) => {
                    assert_eq!(found.len(), 1, "{hour}: {found:?}");
                    assert!(
                        found[0].starts_with(&format!("\"{hour}\": {hour} ")) && found[0].contains(words),
                        "{found:?}"
                    );
                    assert!(!helps(&source)[0].is_empty());
                }
            }
        }
    }
    // The zone is asked for wherever it stands, and a diary that goes on with a book has the book's.
    let before = format!("close-polls \"a\" on=\"2002-04-07T02:30\"\n{FORMED}");
    assert_eq!(problems(&before).len(), 1);
    let without = "close-polls \"a\" on=\"2002-04-07T02:30\"\n";
    assert_eq!(problems(without).len(), 0);
    let zone = Zone::named("America/New_York").unwrap();
    assert_eq!(read_in_zone(without, Some(&zone)).1.len(), 1);
}

#[test]
fn a_zone_that_there_is_not() {
    let source = "form-corporation \"Oak, Inc.\" zone=\"America/Provo\" on=\"1998-03-02\"";
    let found = problems(source);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("\"America/Provo\": there is no time zone"),
        "{found:?}"
    );
}

#[test]
fn numbers_that_are_none() {
    let issue =
        |shares: &str| format!("issue-shares \"Common Stock\" holder=\"A-1\" shares={shares} on=\"2002-01-15\"");
    assert_eq!(
        problems(&issue("-5")),
        ["-5: shares: -5 is negative; an act counts from nothing up"]
    );
    assert_eq!(
        problems(&issue("10.5")),
        ["10.5: shares: \"10.5\" is not a whole number"]
    );
    assert_eq!(
        problems(&issue("\"many\"")),
        ["\"many\": shares: \"many\" is not a whole number"]
    );
    assert_eq!(problems(&issue("18446744073709551616")).len(), 1);
    assert_eq!(problems(&issue("18446744073709551615")).len(), 0);
}

#[test]
fn words_that_are_none_of_those_listed() {
    let source = "call-meeting \"a\" kind=\"yearly\" at=\"2002-04-17\" on=\"2002-01-15\"";
    assert_eq!(
        problems(source),
        [
            "\"yearly\": kind: \"yearly\" is not one of: annual; special",
            "\"2002-04-17\": at: \"2002-04-17\" is not a local date and hour; write 2002-04-17T10:00",
        ]
    );
    assert_eq!(
        problems("close-polls \"a\" announced=\"maybe\" on=\"2002-01-15\"").len(),
        1
    );
    assert_eq!(problems("close-polls \"a\" announced=#true on=\"2002-01-15\"").len(), 0);
}

#[test]
fn values_given_twice_or_not_at_all() {
    let source = "name-director \"A\" \"B\" on=\"2002-01-15\" on=\"2002-01-16\"\n\
                  name-director \"A\" director=\"B\" on=\"2002-01-15\"\n\
                  name-director #null on=\"2002-01-15\" by=\"\"\n\
                  name-director \" \" on=\"2002-01-15\"\n";
    assert_eq!(
        problems(source),
        [
            "\"B\": name-director takes one value without a name, director",
            "on=\"2002-01-16\": on is given twice",
            "director=\"B\": director is given twice",
            "#null: director has no value",
            "\"\": by has no words",
            "\" \": director has no words",
        ]
    );
}

#[test]
fn an_id_names_one_act() {
    let source = "name-director \"A\" on=\"2002-01-15\" id=\"x\"\nname-director \"B\" on=\"2002-01-15\" id=\"x\"\n";
    assert_eq!(
        problems(source),
        ["id=\"x\": another act of the diary has the id \"x\""]
    );
    assert_eq!(
        read(source).1[0].span.start,
        u32::try_from(source.rfind("id=").unwrap()).unwrap()
    );
}

#[test]
fn types_and_blocks_have_no_place_in_a_diary() {
    let source = "(act)name-director (person)\"A\" on=\"2002-01-15\" {\n    expect outcome=\"refused\"\n}\n";
    assert_eq!(
        problems(source),
        [
            "act: a type stands before an act; acts have none",
            "person: a type stands before a value; values of acts have none",
            "expect: \"expect\" stands in a block; an act of a diary has none",
        ]
    );
    let story = "name-director \"A\" on=\"2002-01-15\" {\n    expect outcome=\"accepted\"\n    hope\n}\n";
    let (_, found) = read_story(story);
    assert_eq!(shown(story, &found), ["hope: \"hope\" stands where expect is expected"]);
    assert_eq!(read_story(&story.replace("    hope\n", "")).0[0].expectations.len(), 1);
}

#[test]
fn all_problems_come_at_once_in_the_order_of_the_file() {
    let source = "name-director on=\"2002-02-30\"\nsing \"x\"\nname-director \"A\" on=\"2002-01-15\" by=\nissue-shares \"C\" holder=\"A\" shares=-1 on=\"2002-01-15\"\n";
    let (entries, found) = read(source);
    assert_eq!(entries.len(), 0);
    // The third act lost its last property to a mistake of form; nothing is then said to be missing from it.
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.is_sorted_by_key(|problem| problem.span));
}

#[test]
fn acts_take_effect_by_day_then_those_without_an_hour_then_by_hour() {
    let act = |name: &str, on: &str| format!("name-director \"{name}\" on=\"{on}\"\n");
    let source = [
        act("ten", "2002-04-17T10:00"),
        act("first of the day", "2002-04-17"),
        act("nine", "2002-04-17T09:00"),
        act("second of the day", "2002-04-17"),
        act("the day before", "2002-04-16T23:59"),
        act("ten again", "2002-04-17T10:00"),
    ]
    .concat();
    let (mut entries, _) = read(&source);
    sort(&mut entries);
    let names: Vec<_> = entries
        .iter()
        .map(|entry| entry.act.facts.get("director").unwrap().to_string())
        .collect();
    assert_eq!(
        names,
        [
            "the day before",
            "first of the day",
            "second of the day",
            "nine",
            "ten",
            "ten again"
        ]
    );
}
