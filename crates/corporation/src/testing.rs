//! Asking questions in unit tests: under a shipped set, or under bylaws written in the test.

use std::sync::Arc;

use quorate_law::{LawBook, read_instrument};

use crate::answer::{Answer, Branch, Value};
use crate::facts::{CERTIFICATE_PREFIX, CERTIFICATE_WORDS, FactValue, Facts, LAW_ON, read_fact};
use crate::inquiry::Practice;
use crate::questions;

/// Reads facts as the command line does.
pub fn facts(question: &str, told: &[(&str, &str)]) -> Facts {
    let question = questions::find(question).expect("the test names a question");
    let mut facts = Facts::none();
    for (name, text) in told {
        if name.starts_with(CERTIFICATE_PREFIX) {
            let word = CERTIFICATE_WORDS
                .iter()
                .find(|word| *word == text)
                .expect("the test says silent or otherwise");
            facts = facts.with(name, FactValue::Word(word));
            continue;
        }
        let spec = question
            .facts
            .iter()
            .copied()
            .chain([&LAW_ON.spec])
            .find(|spec| spec.name == *name);
        let spec = spec.unwrap_or_else(|| panic!("{} has no fact {name}", question.id));
        facts = facts.with(name, read_fact(spec, text).unwrap());
    }
    facts
}

/// Asks under a shipped set with its example certificate.
pub fn ask_under(set: &str, question: &str, told: &[(&str, &str)]) -> Answer {
    let book = quorate_instruments::law_book(set, true).unwrap();
    ask_book(&book, question, told)
}

/// Asks under a shipped set without a certificate.
pub fn ask_without_certificate(set: &str, question: &str, told: &[(&str, &str)]) -> Answer {
    let book = quorate_instruments::law_book(set, false).unwrap();
    ask_book(&book, question, told)
}

/// Bylaws that say nothing of what is asked.
pub const SILENT: &str = "narrative \"nothing to check\"";

/// Asks under bylaws whose one section 1.1 holds these lines, the statute, and a complete certificate that says nothing.
pub fn ask_with_bylaws(lines: &str, question: &str, told: &[(&str, &str)]) -> Answer {
    let bylaws = format!("bylaws \"Oak, Inc.\" state=\"Delaware\" {{\n section \"1.1\" \"Oak\" {{\n{lines}\n}}\n}}\n");
    let bylaws = read_instrument("oak/bylaws", &bylaws).unwrap();
    let certificate = "certificate \"Oak, Inc.\" completeness=\"complete\" {\n section \"1\" \"Name\" { narrative \"the name\" }\n}\n";
    let certificate = read_instrument("oak/certificate", certificate).unwrap();
    let mut instruments = quorate_instruments::general().unwrap();
    instruments.push(Arc::new(bylaws));
    instruments.push(Arc::new(certificate));
    ask_book(&LawBook::new(instruments), question, told)
}

fn ask_book(book: &LawBook, question: &str, told: &[(&str, &str)]) -> Answer {
    crate::ask(
        questions::find(question).expect("the test names a question"),
        &facts(question, told),
        book,
        &Practice::default(),
    )
}

/// A field of the answer's value.
pub fn field(answer: &Answer, name: &str) -> String {
    let value = answer.value.as_ref().unwrap_or_else(|| panic!("no value: {answer:#?}"));
    field_of(value, name)
}

/// A field of a value.
pub fn field_of(value: &Value, name: &str) -> String {
    value
        .fields()
        .into_iter()
        .find(|(field, _)| field == name)
        .unwrap_or_else(|| panic!("no field {name} in {value:?}"))
        .1
}

/// The value in a branch of the first unknown.
pub fn branch(answer: &Answer, label: &str) -> Option<Value> {
    answer
        .needs
        .first()?
        .branches
        .iter()
        .find(|(name, _)| name == label)
        .and_then(|(_, branch)| match branch {
            Branch::Answer(answer) => answer.value.clone(),
            Branch::Open(_) => None,
        })
}

/// The status word of a finding, "none" when it was not made.
pub fn status(answer: &Answer, id: &str) -> &'static str {
    answer
        .findings
        .iter()
        .find(|finding| finding.definition.id == id)
        .map_or("none", |finding| finding.status.word())
}
