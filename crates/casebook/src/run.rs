//! Running a case file.

use std::sync::Arc;

use quorate_corporation::{Practice, ask};
use quorate_kdl::LineIndex;
use quorate_law::read_instrument;

use crate::instruments::Shelf;
use crate::markdown::{Block, blocks};
use crate::request::{AskRequest, read_asks};

/// A case file: its name and its text.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The name, as shown.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What came of one question of a case, or of what could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseOutcome {
    /// The file, the heading and what was asked.
    pub name: String,
    /// The line in the file.
    pub line: usize,
    /// What differs from what was expected; empty when it passed.
    pub differences: Vec<String>,
}

impl CaseOutcome {
    /// Whether everything was as expected.
    #[must_use]
    pub fn is_passed(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Runs every question of a case file, in order.
#[must_use]
pub fn run(file: &CaseFile) -> Vec<CaseOutcome> {
    let mut shelf = Shelf::default();
    let mut outcomes = Vec::new();
    let blocks = blocks(&file.text);
    for block in &blocks {
        if let Some(name) = instrument_name(block.info) {
            match read_instrument(name, block.text) {
                Ok(instrument) => shelf.put(name, Arc::new(instrument)),
                Err(errors) => outcomes.extend(errors.iter().map(|error| {
                    let what = format!("instrument {name}");
                    failed(file, block, &what, line(block, error.span.start), explained(&error.message, error.help.as_deref()))
                })),
            }
        }
    }
    for block in blocks.iter().filter(|block| block.info == "kdl") {
        match read_asks(block.text) {
            Ok(requests) => outcomes.extend(requests.iter().map(|request| run_ask(file, block, &shelf, request))),
            Err(problems) => outcomes.extend(problems.iter().map(|problem| {
                failed(file, block, "reading", line(block, problem.span.start), explained(&problem.message, problem.help.as_deref()))
            })),
        }
    }
    if outcomes.is_empty() {
        outcomes.push(CaseOutcome { name: file.name.clone(), line: 1, differences: vec!["the file asks and expects nothing".to_owned()] });
    }
    outcomes
}

fn instrument_name(info: &str) -> Option<&str> {
    info.strip_prefix("kdl instrument=").map(|name| name.trim_matches('"'))
}

fn run_ask(file: &CaseFile, block: &Block<'_>, shelf: &Shelf, request: &AskRequest) -> CaseOutcome {
    let at = line(block, request.span.start);
    let what = format!("ask {}", request.question.id);
    let Some(under) = &request.under else {
        return failed(file, block, &what, at, "ask names no instruments: add under=\"…\"".to_owned());
    };
    if request.expectations.is_empty() {
        return failed(file, block, &what, at, "the question expects nothing: add { expect … }".to_owned());
    }
    let book = match shelf.law_book(under, request.certificate.as_deref(), &request.overlays) {
        Ok(book) => book,
        Err(message) => return failed(file, block, &what, at, message),
    };
    let answer = ask(request.question, &request.facts, &book, &Practice::default());
    let differences = request.expectations.iter().flat_map(|expectation| expectation.differences(&answer)).collect();
    CaseOutcome { name: name(file, block, &what), line: at, differences }
}

fn failed(file: &CaseFile, block: &Block<'_>, what: &str, line: usize, why: String) -> CaseOutcome {
    CaseOutcome { name: name(file, block, what), line, differences: vec![why] }
}

fn name(file: &CaseFile, block: &Block<'_>, what: &str) -> String {
    if block.heading.is_empty() { format!("{}: {what}", file.name) } else { format!("{}: {}: {what}", file.name, block.heading) }
}

fn line(block: &Block<'_>, offset: u32) -> usize {
    let (line, _) = LineIndex::new(block.text).line_column(offset);
    block.line + usize::try_from(line).unwrap_or(0)
}

fn explained(message: &str, help: Option<&str>) -> String {
    help.map_or_else(|| message.to_owned(), |help| format!("{message} ({help})"))
}
