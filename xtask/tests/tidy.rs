//! What holds of the whole repository: the vocabulary and the questions fit together, citations resolve, instruments print and
//! read back, no floats in the core, no corporation's name in the code.

// Tests state what must hold by unwrapping, in their helpers as well.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quorate_casebook::Shelf;
use quorate_corporation::answer::{Answer, Branch};
use quorate_corporation::finding::Authority;
use quorate_corporation::{Facts, Practice, ask, questions};
use quorate_law::vocabulary::ALL;
use quorate_law::{LawBook, print_instrument, read_instrument};
use xtask::repository::{casebook, files, refusal_page, root};

/// The crates that count and judge.
const CORE: &[&str] = &["kdl", "calendar", "law", "tally", "corporation", "book"];

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The lines of a source file that are neither comments nor below its `#[cfg(test)]`, with their numbers.
fn code_lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source
        .lines()
        .take_while(|line| *line != "#[cfg(test)]")
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// A line without what stands between quotation marks and without a comment at its end.
fn without_texts(line: &str) -> String {
    let mut outside = String::new();
    let mut rest = line;
    while let Some(start) = rest.find('"') {
        let (before, text) = (&rest[..start], &rest[start + 1..]);
        outside.push_str(before);
        outside.push_str("\"\"");
        let is_raw = before.ends_with("r#");
        rest = if is_raw {
            text.split_once("\"#").map_or("", |(_, after)| after)
        } else {
            after_closing_quote(text)
        };
    }
    outside.push_str(rest);
    outside.split("//").next().unwrap_or("").to_owned()
}

fn after_closing_quote(text: &str) -> &str {
    let mut is_escaped = false;
    for (index, letter) in text.char_indices() {
        match letter {
            '\\' if !is_escaped => is_escaped = true,
            '"' if !is_escaped => return &text[index + 1..],
            _ => is_escaped = false,
        }
    }
    ""
}

fn sources(crates: &[String]) -> Vec<(String, String)> {
    let mut sources = Vec::new();
    for name in crates {
        for path in files(&root().join("crates").join(name).join("src"), ".rs").unwrap() {
            // Helpers of unit tests may name what they test.
            if path
                .file_stem()
                .is_some_and(|stem| stem == "testing" || stem == "tests")
            {
                continue;
            }
            let shown = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
            sources.push((shown, fs::read_to_string(&path).unwrap()));
        }
    }
    sources
}

fn all_crates() -> Vec<String> {
    let folders = fs::read_dir(root().join("crates")).unwrap();
    let mut names: Vec<_> = folders
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn no_floats_in_the_core() {
    let is_float = |line: &str| {
        let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '.');
        words.into_iter().any(|word| {
            let has_digit_around_point = word.split_once('.').is_some_and(|(whole, part)| {
                !whole.is_empty()
                    && whole.chars().all(|digit| digit.is_ascii_digit())
                    && part.starts_with(|digit: char| digit.is_ascii_digit())
            });
            // `pair.0.1` is a field of a field, and "0..1" a range.
            word.contains("f32") || word.contains("f64") || has_digit_around_point && !word.contains("..")
        })
    };
    assert_eq!(
        without_texts(r##"say("0.5 \"x\"", r#"a "0.5""#, 1); // 0.5"##),
        "say(\"\", r#\"\", 1); "
    );
    assert!(is_float("let x = 0.5;") && is_float("fn f(x: f64)") && !is_float("pair.0.1") && !is_float("0..10"));
    let mut wrong = Vec::new();
    for (path, source) in sources(&CORE.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()) {
        for (number, line) in code_lines(&source).filter(|(_, line)| is_float(&without_texts(line))) {
            wrong.push(format!("{path}:{number}: a float: {}", line.trim()));
        }
    }
    none(&wrong);
}

#[test]
fn no_clock_file_network_or_randomness_in_the_core() {
    const BARRED: &[&str] = &[
        "std::fs",
        "std::net",
        "std::time",
        "std::env",
        "std::thread",
        "SystemTime",
        "Instant::now",
        "Zoned::now",
        "Timestamp::now",
        "rand::",
    ];
    let pure = ["kdl", "calendar", "law", "tally", "corporation"].map(str::to_owned);
    let mut wrong = Vec::new();
    for (path, source) in sources(&pure) {
        for (number, line) in code_lines(&source) {
            for word in BARRED.iter().filter(|word| without_texts(line).contains(*word)) {
                wrong.push(format!("{path}:{number}: {word}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn no_corporations_name_in_the_code() {
    let mut names = BTreeSet::new();
    for set in quorate_instruments::sets() {
        names.insert(set.to_owned());
        let bylaws = quorate_instruments::load(&format!("{set}/bylaws")).unwrap();
        let name = bylaws
            .name
            .split(',')
            .next()
            .unwrap_or("")
            .trim_end_matches(" Corporation")
            .trim_end_matches(" Inc.");
        names.insert(name.to_lowercase());
    }
    assert!(names.len() >= 6 && names.iter().all(|name| name.len() > 3), "{names:?}");
    let mut wrong = Vec::new();
    for (path, source) in sources(&all_crates()) {
        for (number, line) in code_lines(&source) {
            for name in names.iter().filter(|name| line.to_lowercase().contains(*name)) {
                wrong.push(format!("{path}:{number}: {name}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_example_of_the_vocabulary_reads() {
    let mut wrong = Vec::new();
    for definition in ALL {
        // Some statements fit one kind of instrument only; each fits at least one.
        let errors = ["bylaws", "certificate", "statute"].map(|kind| {
            let text = format!(
                "{kind} \"Oak, Inc.\" {{\n section \"1.1\" \"Oak\" {{\n{}\n}}\n}}\n",
                definition.example
            );
            read_instrument("oak", &text).map(|instrument| {
                let names: Vec<_> = instrument
                    .provisions()
                    .map(|provision| provision.definition.name)
                    .collect();
                assert!(
                    !names.is_empty() && names.iter().all(|name| *name == definition.name),
                    "{}: its example is of {names:?}",
                    definition.name
                );
            })
        });
        if let [Err(errors), Err(_), Err(_)] = errors {
            wrong.push(format!(
                "{}: {}",
                definition.name,
                errors
                    .iter()
                    .map(|error| error.message.clone())
                    .collect::<Vec<_>>()
                    .join("; ")
            ));
        }
    }
    none(&wrong);
}

#[test]
fn vocabulary_and_questions_name_each_other() {
    let all = questions::all();
    let mut wrong = Vec::new();
    for definition in ALL {
        for id in definition.feeds {
            match questions::find(id) {
                None => wrong.push(format!("{} feeds {id}, and there is no such question", definition.name)),
                Some(question) if !question.provisions.contains(definition) => {
                    wrong.push(format!("{} feeds {id}, which does not list it", definition.name));
                }
                Some(_) => {}
            }
        }
        if !all.iter().any(|question| question.provisions.contains(definition)) {
            wrong.push(format!("{}: no question consults it", definition.name));
        }
    }
    for question in &all {
        for definition in question
            .provisions
            .iter()
            .filter(|definition| !definition.feeds.contains(&question.id))
        {
            wrong.push(format!(
                "{} consults {}, which does not say that it feeds it",
                question.id, definition.name
            ));
        }
    }
    none(&wrong);
}

#[test]
fn ids_of_questions_and_findings_are_unique_and_in_kebab_case() {
    let all = questions::all();
    let questions = all.iter().map(|question| question.id);
    let findings = all
        .iter()
        .flat_map(|question| question.findings.iter().map(|finding| finding.id));
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for id in questions.chain(findings) {
        if !id
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
        {
            wrong.push(format!("{id}: not in kebab case"));
        }
        // Questions that share a finding share its definition, and then its id is the same finding.
        let is_shared = all
            .iter()
            .filter(|question| question.findings.iter().any(|finding| finding.id == id))
            .count()
            > 1;
        if !seen.insert(id) && !is_shared {
            wrong.push(format!("{id}: used twice"));
        }
    }
    none(&wrong);
}

#[test]
fn every_question_has_its_reading() {
    let mut wrong = Vec::new();
    for question in questions::all() {
        let reading = question.reading();
        if !reading.starts_with("# ") {
            wrong.push(format!(
                "{}: its file does not begin with the question as a title",
                question.id
            ));
        }
        for heading in ["**Our reading.**", "**What may vary.**", "**Not encoded.**"] {
            if !reading.contains(heading) {
                wrong.push(format!("{}: no {heading}", question.id));
            }
        }
    }
    none(&wrong);
}

/// Every authority of an answer and of its branches.
fn authorities(answer: &Answer) -> Vec<&Authority> {
    let mut all: Vec<&Authority> = answer.findings.iter().flat_map(|finding| &finding.authority).collect();
    all.extend(answer.controls.iter().map(|control| &control.authority));
    all.extend(answer.displaced.iter().flat_map(|note| [&note.authority, &note.by]));
    for (_, branch) in answer.needs.iter().flat_map(|unknown| &unknown.branches) {
        if let Branch::Answer(inner) = branch {
            all.extend(authorities(inner));
        }
    }
    all
}

/// Findings that may rest on no section: figures and registers that must be in order by themselves, and what the general law of agency says
/// of proxies where every text is silent.
const NO_SECTION: &[&str] = &[
    "votes-do-not-tie",
    "votes-negative",
    "minutes-differ-from-book",
    // No text of the book gives the power: there is none to cite.
    "conduct-power-lacking",
    "consent-effect-too-late",
    "remote-participation-not-open",
    "notice-sent-twice",
    "proxy-means-not-named",
    "proxy-ended-by-death",
    "proxy-superseded",
    "proxy-undated",
];

/// What is wrong with an answer's authorities: those that are no provision of the law book, and those its question does not list.
fn unresolved(answer: &Answer, book: &LawBook) -> Vec<String> {
    let question = questions::find(answer.question).expect("answers name their question");
    let mut wrong = Vec::new();
    for authority in authorities(answer) {
        let instrument = book.instrument_cited(&authority.instrument);
        let provision = instrument.and_then(|instrument| {
            instrument.provisions().find(|provision| {
                provision.citation.to_string() == authority.citation && provision.statement() == authority.statement
            })
        });
        match provision {
            None => wrong.push(format!(
                "{}: {} resolves to no provision",
                answer.question, authority.citation
            )),
            Some(provision) if !question.provisions.contains(&provision.definition) => {
                wrong.push(format!(
                    "{} relies on {} and does not list it",
                    answer.question, provision.definition.name
                ));
            }
            Some(_) => {}
        }
    }
    wrong.extend(
        answer
            .findings
            .iter()
            .filter(|finding| finding.authority.is_empty() && !NO_SECTION.contains(&finding.definition.id))
            .map(|finding| format!("{}: {} rests on nothing", answer.question, finding.definition.id)),
    );
    wrong.extend(
        answer
            .findings
            .iter()
            .filter(|finding| {
                !question
                    .findings
                    .iter()
                    .any(|listed| listed.id == finding.definition.id)
            })
            .map(|finding| {
                format!(
                    "{} makes {} and does not list it",
                    answer.question, finding.definition.id
                )
            }),
    );
    wrong
}

#[test]
fn every_citation_resolves() {
    let mut wrong = BTreeSet::new();
    let shelf = Shelf::shipped();
    for case in casebook().unwrap().cases {
        if let (Ok(book), Ok(answer)) = (case.law_book(&shelf), case.answer(&shelf)) {
            wrong.extend(unresolved(&answer, &book));
        }
    }
    for set in quorate_instruments::sets() {
        let book = quorate_instruments::law_book(set, true).unwrap();
        for question in questions::all() {
            wrong.extend(unresolved(
                &ask(question, &Facts::none(), &book, &Practice::default()),
                &book,
            ));
        }
    }
    none(&wrong.into_iter().collect::<Vec<_>>());
}

#[test]
fn the_casebook_passes() {
    let shelf = Shelf::shipped();
    let casebook = casebook().unwrap();
    let mut wrong = Vec::new();
    for outcome in casebook
        .unreadable
        .into_iter()
        .chain(casebook.cases.iter().map(|case| case.run(&shelf)))
        .chain(casebook.stories.iter().flat_map(|story| story.run(&shelf)))
        .filter(|outcome| !outcome.is_passed())
    {
        wrong.push(format!(
            "{} (line {})\n    {}",
            outcome.name,
            outcome.line,
            outcome.differences.join("\n    ")
        ));
    }
    none(&wrong);
}

#[test]
fn every_finding_has_a_page_that_makes_it_and_every_page_a_finding() {
    let definitions: Vec<_> = questions::all().iter().flat_map(|question| question.findings).collect();
    let shelf = Shelf::shipped();
    let cases = casebook().unwrap().cases;
    let mut wrong = BTreeSet::new();
    for definition in &definitions {
        let page = refusal_page(definition.id);
        let Ok(text) = fs::read_to_string(root().join(&page)) else {
            wrong.insert(format!("{}: there is no {page}", definition.id));
            continue;
        };
        let title = text.lines().next().unwrap_or("").trim_start_matches("# ");
        if !title.eq_ignore_ascii_case(definition.title) {
            wrong.insert(format!("{page}: its title is not \"{}\"", definition.title));
        }
        let of_page = cases.iter().filter(|case| case.file == page);
        let mut findings = of_page.flat_map(|case| case.answer(&shelf).unwrap().findings);
        let is_made = findings.any(|finding| finding.definition.id == definition.id && finding.is_unmet());
        // What a person must judge is never unmet, and its page says so.
        if is_made == text.contains("never unmet") {
            wrong.insert(format!(
                "{page}: a question makes the finding unmet, or the page says why it is never unmet"
            ));
        }
    }
    for path in files(&root().join("casebook/refusals"), ".md").unwrap() {
        let id = path.file_stem().unwrap().to_string_lossy().into_owned();
        if !definitions.iter().any(|definition| definition.id == id) {
            wrong.insert(format!("casebook/refusals/{id}.md: there is no such finding"));
        }
    }
    none(&wrong.into_iter().collect::<Vec<_>>());
}

#[test]
fn instruments_print_and_read_back_to_the_same() {
    for id in quorate_instruments::ids() {
        let instrument = quorate_instruments::load(id).unwrap();
        let again =
            read_instrument(id, &print_instrument(&instrument)).unwrap_or_else(|errors| panic!("{id}: {errors:?}"));
        assert_eq!(again.sections.len(), instrument.sections.len(), "{id}");
        for (first, second) in instrument.sections.iter().zip(&again.sections) {
            assert_eq!(
                (&first.number, &first.title, &first.article),
                (&second.number, &second.title, &second.article),
                "{id}"
            );
            assert_eq!(first.fingerprint(), second.fingerprint(), "{id} § {}", first.number);
            assert_eq!(first.parts.len(), second.parts.len(), "{id} § {}", first.number);
        }
    }
}

#[test]
fn nothing_names_the_workplace() {
    let mut wrong = Vec::new();
    // The paths are put together here so that this file does not name them itself.
    let marks = [["/", "work/"].concat(), ["/", "tmp/"].concat(), ["/", "root/"].concat()];
    for folder in ["crates", "xtask", "instruments", "casebook", "docs"] {
        for ending in [".rs", ".toml", ".md", ".kdl", ".tsv", ".json"] {
            for path in files(&root().join(folder), ending).unwrap() {
                let text = fs::read_to_string(&path).unwrap();
                let shown = path.strip_prefix(root()).unwrap_or(Path::new("")).display().to_string();
                wrong.extend(
                    marks
                        .iter()
                        .filter(|mark| text.contains(*mark))
                        .map(|mark| format!("{shown}: {mark}")),
                );
            }
        }
    }
    none(&wrong);
}
