//! Stories of the casebook: what passes, what fails, and at which line.

use quorate_casebook::{CaseFile, Companies, run};

/// Each outcome as "line name: differences".
fn outcomes(text: &str) -> Vec<String> {
    let file = CaseFile {
        name: "oak.md".to_owned(),
        text: text.to_owned(),
        companies: Companies::default(),
    };
    let line = |outcome: quorate_casebook::CaseOutcome| {
        format!("{} {}: {}", outcome.line, outcome.name, outcome.differences.join("; "))
    };
    run(&file).into_iter().map(line).collect()
}

const FORMED: &str = "\
# Notice of a meeting

```kdl diary
form-corporation \"Oak, Inc.\" zone=\"America/Denver\" on=\"1998-03-02\"
adopt-instrument \"bylaws\" instrument=\"novell-2001\" on=\"1998-03-02\"
adopt-instrument \"certificate\" instrument=\"novell-2001\" on=\"1998-03-02\"
call-meeting \"annual\" kind=\"annual\" at=\"2002-04-17T10:00\" on=\"2002-01-15\" by=\"board of directors\"
```
";

#[test]
fn each_expectation_is_an_outcome_at_its_line() {
    let text = format!(
        "{FORMED}
## Nine days are too few

```kdl diary
give-notice \"annual\" channel=\"mail\" stated=\"place, date, hour\" on=\"2002-04-08\" {{
    expect outcome=\"entered with defects\" unmet=\"stockholder-notice-too-short\"
    expect finding=\"stockholder-notice-too-short\" status=\"unmet\" authority=\"§ 2.04\" help=\"2002-04-18\"
    expect question=\"stockholder-notice-window\" latest=\"2002-04-07\"
    expect outcome=\"accepted\"
}}
```
"
    );
    let name = "oak.md: Nine days are too few: give-notice on 2002-04-08";
    assert_eq!(
        outcomes(&text),
        [
            format!("14 {name}: "),
            format!("15 {name}: "),
            format!("16 {name}: "),
            format!("17 {name}: outcome: expected accepted, found entered with defects"),
        ]
    );
}

#[test]
fn a_story_begins_where_a_corporation_is_formed() {
    let text = format!(
        "{FORMED}{FORMED}
```kdl diary
adopt-minutes \"annual-2002\" file=\"minutes.txt\" on=\"2002-04-30\" {{
    expect outcome=\"misdirected\" property=\"meeting\" message=\"there is no meeting\" help=\"annual\"
}}
```

```text file=minutes.txt
The meeting was held.
```
"
    );
    let found = outcomes(&text);
    // The first story expects nothing; the second does, and is one story with the block after it.
    assert_eq!(
        found,
        [
            "4 oak.md: Notice of a meeting: story: the story expects nothing: add { expect … } to an act",
            "20 oak.md: Notice of a meeting: adopt-minutes on 2002-04-30: ",
        ]
    );
}

#[test]
fn a_refusal_that_nobody_expects_fails_the_story() {
    let text = format!(
        "{FORMED}
```kdl diary
fix-record-date \"annual\" record-date=\"2002-02-15\" on=\"2002-01-15\"
name-director \"Avery Dean\" on=\"2002-01-16\" {{
    expect outcome=\"accepted\"
}}
```
"
    );
    let found = outcomes(&text);
    assert_eq!(found.len(), 2);
    assert!(
        found[0].starts_with("11 ")
            && found[0].contains("refused, and nobody expects it: the record date 2002-02-15 is 61 days"),
        "{found:?}"
    );
}

#[test]
fn a_story_has_instruments_and_files_of_its_own() {
    let text = "\
```kdl instrument=oak
bylaws \"Oak, Inc.\" state=\"Delaware\" {
    section \"2.4\" \"Notice\" {
        stockholder-notice \"not less than 15 nor more than 45 days before the meeting\"
    }
}
```

```csv file=holders.csv
account,name,address,shares
A-1,Avery Dean,1 Elm Street,100
```

```kdl diary
form-corporation \"Oak, Inc.\" zone=\"America/Denver\" on=\"1998-03-02\"
adopt-instrument \"bylaws\" instrument=\"oak\" on=\"1998-03-02\"
import-holders \"Common Stock\" file=\"holders.csv\" total=100 on=\"2002-01-02\"
call-meeting \"special\" kind=\"special\" at=\"2002-04-17T10:00\" on=\"2002-01-15\" by=\"board of directors\" {
    expect question=\"stockholder-notice-window\" latest=\"2002-04-02\"
}
```
";
    assert_eq!(outcomes(text).len(), 1);
    assert!(outcomes(text)[0].ends_with(": "), "{:?}", outcomes(text));
}

#[test]
fn what_cannot_be_read_fails_at_its_line() {
    let text = format!(
        "{FORMED}
```kdl diary
import-holders \"Common Stock\" file=\"absent.csv\" on=\"2002-01-02\"
name-director \"Avery Dean\" on=\"2002-02-30\"
```
"
    );
    let found = outcomes(&text);
    assert_eq!(found.len(), 2);
    assert!(
        found[0].starts_with("11 oak.md: Notice of a meeting: reading: the case has no block marked file=absent.csv"),
        "{found:?}"
    );
    assert!(found[1].starts_with("12 "), "{found:?}");
}

#[test]
fn words_that_an_act_has_not_are_said() {
    let text = format!(
        "{FORMED}
```kdl diary
name-director \"Avery Dean\" on=\"2002-01-16\" {{
    expect outcom=\"accepted\"
    expect
    expect question=\"quorum\" met=\"yes\"
    expect message=\"x\"
}}
```
"
    );
    let found = outcomes(&text);
    assert!(found[0].contains("an act has no \"outcom\""), "{found:?}");
    assert!(found[1].ends_with("expect expects nothing"), "{found:?}");
    assert!(
        found[2].ends_with("the act does not ask quorum; it asks: none"),
        "{found:?}"
    );
    assert!(
        found[3].ends_with("the act was not misdirected; it was accepted"),
        "{found:?}"
    );
}
