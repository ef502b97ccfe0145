//! A diary judged: a small corporation through a whole annual meeting, with what is refused and what is entered with defects.

use std::collections::BTreeMap;

use quorate_diary::{Checked, Counts, Diagnostic, Files, Level, Place, check, hash_of};

const HOLDERS: &str = "account,name,address,shares\n\
    A-1,Avery Dean,\"1 Elm Street, Provo\",600\n\
    A-2,Blair Ellis,\"2 Elm Street, Provo\",250\n\
    A-3,Casey Frost,\"3 Elm Street, Provo\",100\n\
    A-4,Drew Grant,\"4 Elm Street, Provo\",50\n";
const PROXIES: &str = "account,dated,directors,auditors\nA-2,2002-04-08,for,for\nA-3,2002-04-09,withheld,against\n";

const STORY: &str = r#"
form-corporation "Oak, Inc." zone="America/Denver" on="1998-03-02"
adopt-instrument "certificate" instrument="novell-2001" on="1998-03-02"
adopt-instrument "bylaws" instrument="novell-2001" on="1998-03-02"
name-director "Avery Dean" on="1998-03-02"
import-holders "Common Stock" file="holders.csv" total=1000 on="2002-02-01"
call-meeting "annual" kind="annual" at="2002-04-17T10:00" place="Provo, Utah" on="2002-01-15" by="board of directors"
put-matter "annual" matter="directors" kind="election of directors" seats=1 on="2002-01-15"
put-matter "annual" matter="auditors" kind="ordinary" on="2002-01-15"
nominate "annual" matter="directors" nominee="Avery Dean" on="2002-01-15"
fix-record-date "annual" record-date="2002-02-15" on="2002-01-15" by="board of directors"
fix-record-date "annual" record-date="2002-02-16" on="2002-01-16" by="board of directors"
give-notice "annual" channel="mail" stated="place, date, hour" on="2002-04-08"
make-stock-list "annual" place="principal place of business" on="2002-04-01"
appoint-inspectors "annual" inspectors="Lee Ward" on="2002-04-01" by="board of directors"
file-proxies "annual" file="proxies.csv" on="2002-04-10"
take-oath "annual" inspector="Lee Ward" on="2002-04-17T09:30"
take-oath "annual" inspector="Robin Marsh" on="2002-04-17T09:31"
attend "annual" holder="A-1" on="2002-04-17T09:50"
convene "annual" presiding="chairman of the board" secretary="secretary" present="chairman of the board, president, secretary" on="2002-04-17T10:00"
open-polls "annual" announced=#true on="2002-04-17T10:15"
cast-ballots "annual" file="ballots.csv" on="2002-04-17T10:20"
close-polls "annual" announced=#true on="2002-04-17T10:45"
cast-ballot "annual" holder="A-4" marks="directors=for" on="2002-04-17T10:46"
count-votes "annual" on="2002-04-17T11:00" by="inspectors of election"
certify "annual" on="2002-04-17T12:00" by="Lee Ward"
"#;

struct Desk(BTreeMap<&'static str, &'static [u8]>);

impl Files for Desk {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        self.0
            .get(name)
            .map(|bytes| bytes.to_vec())
            .ok_or_else(|| format!("{name} is not on the desk"))
    }
}

fn desk() -> Desk {
    Desk(BTreeMap::from([
        ("holders.csv", HOLDERS.as_bytes()),
        ("proxies.csv", PROXIES.as_bytes()),
        ("ballots.csv", b"account,directors,auditors\nA-1,for,for\n".as_slice()),
        (
            "latin.csv",
            b"account,name,address,shares\nA-1,Ren\xE9,x,1\n".as_slice(),
        ),
        (
            "wrong.csv",
            b"account,name,address,shares\nA-1,x,y,-1\nA-1,x,y,1.5\n".as_slice(),
        ),
        (
            "bare.kdl",
            b"bylaws \"Oak, Inc.\" {\n    section \"1\" {\n        nonsense \"x\"\n    }\n}\n".as_slice(),
        ),
    ]))
}

fn judged(source: &str) -> Checked {
    let checked = check(
        source,
        &desk(),
        quorate_instruments::general().expect("what ships reads"),
    );
    assert_eq!(checked.problems, [], "the diary reads");
    checked
}

fn outcomes(checked: &Checked) -> Vec<(String, &'static str)> {
    checked
        .lines
        .iter()
        .map(|line| (line.entry.act.definition.name.to_owned(), line.word()))
        .collect()
}

/// The text at the first place in the diary, and the label of the first provision.
fn places<'a>(source: &'a str, diagnostic: &'a Diagnostic) -> (Vec<&'a str>, Vec<&'a str>) {
    let mut facts = Vec::new();
    let mut provisions = Vec::new();
    for mark in &diagnostic.marks {
        match &mark.place {
            Place::Diary(span) => facts.push(&source[span.range()]),
            Place::Instrument { instrument, span, .. } => {
                let text = &instrument
                    .as_ref()
                    .expect("the law book holds what it cites")
                    .source_text;
                assert!(text.get(span.range()).is_some_and(|line| !line.is_empty()));
                provisions.push(mark.label.as_str());
            }
        }
    }
    (facts, provisions)
}

#[test]
fn a_whole_annual_meeting() {
    let checked = judged(STORY);
    let not_accepted: Vec<_> = outcomes(&checked)
        .into_iter()
        .filter(|(_, word)| !word.starts_with("accepted"))
        .collect();
    assert_eq!(
        not_accepted,
        [
            ("fix-record-date".to_owned(), "refused"),
            ("give-notice".to_owned(), "entered with defects"),
            ("take-oath".to_owned(), "misdirected"),
        ]
    );
    let counts = checked.counts();
    assert_eq!(
        (
            counts.acts,
            counts.refused,
            counts.entered_with_defects,
            counts.misdirected
        ),
        (25, 1, 1, 1)
    );
    assert!(!counts.is_clean());

    let meeting = &checked.clerk.corporation.meetings["annual"];
    // What was refused is not remembered; the next act fixed the date.
    assert_eq!(meeting.record_date.unwrap().0.to_string(), "2002-02-16");
    // 600 in person, 250 and 100 by proxy; the ballot after the polls closed counts for nothing.
    let counted = meeting.counted.as_ref().unwrap();
    assert_eq!(
        (counted.represented.as_str(), counted.entitled.as_str()),
        ("950", "1,000")
    );
    let of = |item: &str| counted.items.iter().find(|(name, _)| name == item).unwrap().1.clone();
    let votes = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .map(|(choice, votes)| ((*choice).to_owned(), (*votes).to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        of("directors/Avery Dean"),
        votes(&[("for", "850"), ("withheld", "100")])
    );
    assert_eq!(of("auditors"), votes(&[("for", "850"), ("against", "100")]));
    assert_eq!(meeting.quorate, Some(true));
    assert_eq!(meeting.results.len(), 2);
    assert_eq!(meeting.results[1].outcome, "passed");
}

#[test]
fn a_refusal_points_at_the_facts_and_then_at_the_provisions() {
    let checked = judged(STORY);
    let line = checked.lines.iter().find(|line| line.word() == "refused").unwrap();
    let [diagnostic] = line.diagnostics.as_slice() else {
        panic!("{:?}", line.diagnostics)
    };
    assert_eq!(
        (diagnostic.level, diagnostic.id),
        (Level::Refused, Some("record-date-too-early"))
    );
    // 17 April − 60 days = 16 February: the day before it is one past the boundary.
    let (facts, provisions) = places(STORY, diagnostic);
    assert_eq!(facts, ["record-date=\"2002-02-15\"", "at=\"2002-04-17T10:00\""]);
    assert_eq!(provisions[0], "Novell, Inc. bylaws § 6.06 ¶ 1");
    assert!(provisions.contains(&"8 Del. C. § 213(a)"));
    assert!(diagnostic.help.as_ref().unwrap().contains("2002-02-16"));
}

#[test]
fn a_defect_points_at_the_act_itself_and_at_the_earlier_one() {
    let checked = judged(STORY);
    let line = checked
        .lines
        .iter()
        .find(|line| line.entry.act.definition.name == "give-notice")
        .unwrap();
    let short = line
        .diagnostics
        .iter()
        .find(|diagnostic| diagnostic.id == Some("stockholder-notice-too-short"))
        .unwrap();
    assert_eq!(short.level, Level::Defect);
    let (facts, provisions) = places(STORY, short);
    assert_eq!(facts, ["on=\"2002-04-08\"", "at=\"2002-04-17T10:00\""]);
    assert_eq!(provisions, ["Novell, Inc. bylaws § 2.04", "8 Del. C. § 222(b)"]);
    assert!(!short.notes.is_empty());
}

#[test]
fn a_meeting_adjourned_is_blamed_on_the_act_that_moved_it() {
    let source = STORY.replace(
        "open-polls",
        "adjourn \"annual\" to=\"2002-06-17T10:00\" announced=#true on=\"2002-04-17T10:05\"\nopen-polls",
    );
    let late =
        format!("{source}give-notice \"annual\" channel=\"mail\" stated=\"place, date, hour\" on=\"2002-06-08\"\n");
    let checked = judged(&late);
    let line = checked.lines.last().unwrap();
    let short = line
        .diagnostics
        .iter()
        .find(|diagnostic| diagnostic.id == Some("stockholder-notice-too-short"))
        .unwrap();
    assert_eq!(places(&late, short).0, ["on=\"2002-06-08\"", "to=\"2002-06-17T10:00\""]);
}

#[test]
fn a_misdirected_act_points_at_its_property() {
    let checked = judged(STORY);
    let line = checked.lines.iter().find(|line| line.word() == "misdirected").unwrap();
    let [diagnostic] = line.diagnostics.as_slice() else {
        panic!("one diagnostic")
    };
    assert_eq!(
        (diagnostic.level, places(STORY, diagnostic).0),
        (Level::Misdirected, vec!["inspector=\"Robin Marsh\""])
    );
}

#[test]
fn acts_told_out_of_order_are_judged_in_order() {
    let mut lines: Vec<&str> = STORY.lines().collect();
    // Every act of the story has its own day or hour but those of a few days, which keep their order among themselves.
    let (first, second) = lines.split_at(lines.len() / 2);
    lines = [second, first].concat();
    let turned = lines.join("\n");
    assert_eq!(outcomes(&judged(&turned)), outcomes(&judged(STORY)));
    assert_eq!(judged(&turned).clerk.corporation, judged(STORY).clerk.corporation);
}

#[test]
fn files_are_known_by_the_hash_of_their_bytes() {
    let checked = judged(STORY);
    let line = checked
        .lines
        .iter()
        .find(|line| line.entry.act.definition.name == "import-holders")
        .unwrap();
    let hash = hash_of(HOLDERS.as_bytes());
    assert_eq!(line.entry.act.attachment.as_ref(), Some(&hash));
    assert_eq!(checked.folder.bytes(&hash), Some(HOLDERS.as_bytes()));
    // echo -n abc | sha256sum
    assert_eq!(
        hash_of(b"abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    let bylaws = quorate_instruments::text("novell-2001/bylaws").unwrap();
    assert_eq!(
        checked.folder.bytes(&hash_of(bylaws.as_bytes())),
        Some(bylaws.as_bytes())
    );
}

#[test]
fn files_that_cannot_be_read_are_problems_where_they_are_named() {
    let source = "import-holders \"Common Stock\" file=\"wrong.csv\" on=\"2002-02-01\"\n\
                  import-holders \"Common Stock\" file=\"latin.csv\" on=\"2002-02-01\"\n\
                  import-holders \"Common Stock\" file=\"absent.csv\" on=\"2002-02-01\"\n\
                  adopt-instrument \"bylaws\" instrument=\"bare.kdl\" on=\"2002-02-01\"\n\
                  adopt-instrument \"bylaws\" instrument=\"novel-2001\" on=\"2002-02-01\"\n\
                  adopt-instrument \"certificate\" instrument=\"novell-2001/bylaws\" on=\"2002-02-01\"\n\
                  sing\n";
    let checked = check(source, &desk(), quorate_instruments::general().unwrap());
    assert!(
        checked.lines.is_empty(),
        "nothing is judged while anything cannot be read"
    );
    let shown: Vec<_> = checked
        .problems
        .iter()
        .map(|problem| format!("{}: {}", &source[problem.span.range()], problem.message))
        .collect();
    assert_eq!(
        shown[0],
        "file=\"wrong.csv\": wrong.csv:2:9: shares: -1 is negative; nobody holds less than nothing"
    );
    assert_eq!(
        shown[1],
        "file=\"wrong.csv\": wrong.csv:3:1: the account A-1 stands on line 2 already; every account stands once"
    );
    assert!(
        shown[2].starts_with("file=\"wrong.csv\": wrong.csv:3:9: shares: 1.5 is a fraction"),
        "{}",
        shown[2]
    );
    assert_eq!(
        shown[3],
        "file=\"latin.csv\": latin.csv:2:8: the byte E9 is not text in UTF-8"
    );
    assert_eq!(shown[4], "file=\"absent.csv\": absent.csv is not on the desk");
    assert!(
        shown[5].starts_with("instrument=\"bare.kdl\": bare.kdl:"),
        "{}",
        shown[5]
    );
    assert!(
        shown
            .iter()
            .any(|line| line == "instrument=\"novel-2001\": novel-2001 is not on the desk"),
        "{shown:?}"
    );
    assert!(shown.iter().any(|line| line == "instrument=\"novell-2001/bylaws\": \"novell-2001/bylaws\" is an instrument of kind bylaws, not certificate"), "{shown:?}");
    assert_eq!(shown.last().unwrap(), "sing: there is no act \"sing\"");
}

#[test]
fn a_column_for_an_item_that_the_meeting_has_not_is_found_and_entered() {
    let source = STORY.replace(
        "put-matter \"annual\" matter=\"auditors\"",
        "put-matter \"annual\" matter=\"accountants\"",
    );
    let checked = judged(&source);
    let line = checked
        .lines
        .iter()
        .find(|line| line.entry.act.definition.name == "file-proxies")
        .unwrap();
    let found = |id: &str| line.diagnostics.iter().any(|diagnostic| diagnostic.id == Some(id));
    assert!(found("item-unknown"), "{:?}", line.diagnostics);
}

#[test]
fn a_diary_in_order_is_clean_and_an_empty_one_too() {
    let checked = judged("form-corporation \"Oak, Inc.\" zone=\"America/Denver\" on=\"1998-03-02\"\n");
    assert_eq!(
        checked.counts(),
        Counts {
            acts: 1,
            accepted: 1,
            ..Counts::default()
        }
    );
    assert!(checked.counts().is_clean() && judged("// nothing yet\n").counts().is_clean());
}
