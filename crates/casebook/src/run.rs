//! Running a case file.

use std::sync::Arc;

use quorate_corporation::{Answer, Practice, ask};
use quorate_kdl::LineIndex;
use quorate_law::{Instrument, LawBook, read_instrument};

use crate::expectation::Expectation;
use crate::instruments::Shelf;
use crate::markdown::{Block, blocks};
use crate::request::{AskRequest, read_asks};
use crate::story::{is_story, stories};

/// A case file: its name and its text.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The name, as shown.
    pub name: String,
    /// The text.
    pub text: String,
    /// The companies that every case of its casebook may name.
    pub companies: Companies,
}

/// The companies of a casebook: instruments written once, in its file [`Companies::FILE`], that every case may name.
#[derive(Clone, Debug, Default)]
pub struct Companies(OwnInstruments);

impl Companies {
    /// The file of a casebook that holds its companies.
    pub const FILE: &str = "companies.md";

    /// The instruments of that file's text; one that does not read is reported where the file itself is run.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let file = CaseFile {
            name: Self::FILE.to_owned(),
            text: text.to_owned(),
            companies: Self::default(),
        };
        Self(own_instruments(&file, &blocks(text)).0)
    }

    /// A shelf with these companies' instruments on it.
    #[must_use]
    pub fn on(&self, mut shelf: Shelf) -> Shelf {
        for (name, instrument) in &self.0 {
            shelf.put(name, Arc::clone(instrument));
        }
        shelf
    }
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

/// One question of a case file, ready to be asked: its facts, the instruments it names, and what is expected.
#[derive(Clone, Debug)]
pub struct Case {
    /// The file, the heading and what is asked.
    pub name: String,
    /// The file alone.
    pub file: String,
    /// The heading that it stands under; empty when there is none.
    pub heading: String,
    /// The line in the file.
    pub line: usize,
    /// The question with its facts.
    pub request: AskRequest,
    own: OwnInstruments,
}

/// Reads every question of a case file, in order; what cannot be read is a failed outcome at its place.
#[must_use]
pub fn cases(file: &CaseFile) -> Vec<Result<Case, CaseOutcome>> {
    let blocks = blocks(&file.text);
    let (own, unreadable) = own_instruments(file, &blocks);
    let mut read: Vec<Result<Case, CaseOutcome>> = unreadable.into_iter().map(Err).collect();
    for block in blocks.iter().filter(|block| block.info == "kdl") {
        match read_asks(block.text) {
            Ok(requests) => read.extend(requests.into_iter().map(|request| {
                Ok(Case {
                    name: name(file, block, &format!("ask {}", request.question.id)),
                    file: file.name.clone(),
                    heading: block.heading.to_owned(),
                    line: line(block, request.span.start),
                    request,
                    own: own.clone(),
                })
            })),
            Err(problems) => read.extend(problems.iter().map(|problem| {
                let why = explained(&problem.message, problem.help.as_deref());
                Err(failed(file, block, "reading", line(block, problem.span.start), why))
            })),
        }
    }
    if read.is_empty() && !blocks.iter().any(|block| is_story(block.info)) {
        let differences = vec!["the file asks and expects nothing".to_owned()];
        read.push(Err(CaseOutcome {
            name: file.name.clone(),
            line: 1,
            differences,
        }));
    }
    read
}

/// The instruments that a case file may name, its own before the companies', and what is wrong with those of its own that do not read.
pub(crate) fn own_instruments(file: &CaseFile, blocks: &[Block<'_>]) -> (OwnInstruments, Vec<CaseOutcome>) {
    let mut own = Vec::new();
    let mut unreadable = Vec::new();
    for block in blocks {
        let Some(name) = instrument_name(block.info) else {
            continue;
        };
        match read_instrument(name, block.text) {
            Ok(instrument) => own.push((name.to_owned(), Arc::new(instrument))),
            Err(errors) => unreadable.extend(errors.iter().map(|error| {
                let what = format!("instrument {name}");
                let why = explained(&error.message, error.help.as_deref());
                failed(file, block, &what, line(block, error.span.start), why)
            })),
        }
    }
    own.extend(file.companies.0.iter().cloned());
    (own, unreadable)
}

/// Instruments that do not ship, by name.
pub(crate) type OwnInstruments = Vec<(String, Arc<Instrument>)>;

/// Runs every question of a case file and then every story, each in order.
#[must_use]
pub fn run(file: &CaseFile) -> Vec<CaseOutcome> {
    let shelf = Shelf::shipped();
    let asked = cases(file)
        .into_iter()
        .map(|case| case.map_or_else(|outcome| outcome, |case| case.run(&shelf)));
    asked
        .chain(stories(file).iter().flat_map(|story| story.run(&shelf)))
        .collect()
}

impl Case {
    /// Asks the question and holds the answer against what is expected.
    #[must_use]
    pub fn run(&self, shelf: &Shelf) -> CaseOutcome {
        let differences = if self.request.expectations.is_empty() {
            vec!["the question expects nothing: add { expect … }".to_owned()]
        } else {
            match self.answer(shelf) {
                Ok(answer) => self
                    .request
                    .expectations
                    .iter()
                    .flat_map(|expectation| expectation.differences(&answer))
                    .collect(),
                Err(why) => vec![why],
            }
        };
        CaseOutcome {
            name: self.name.clone(),
            line: self.line,
            differences,
        }
    }

    /// The answer to the question.
    ///
    /// # Errors
    /// A sentence that says which instrument is missing or does not read.
    pub fn answer(&self, shelf: &Shelf) -> Result<Answer, String> {
        Ok(ask(
            self.request.question,
            &self.request.facts,
            &self.law_book(shelf)?,
            &Practice::default(),
        ))
    }

    /// The law that the question is asked under.
    ///
    /// # Errors
    /// A sentence that says which instrument is missing or does not read.
    pub fn law_book(&self, shelf: &Shelf) -> Result<LawBook, String> {
        let Some(under) = &self.request.under else {
            return Err("ask names no instruments: add under=\"…\"".to_owned());
        };
        let mut shelf = shelf.clone();
        for (name, instrument) in &self.own {
            shelf.put(name, Arc::clone(instrument));
        }
        shelf.law_book(under, self.request.certificate.as_deref(), &self.request.overlays)
    }

    /// The findings that are expected, by id, each with the status expected of it.
    #[must_use]
    pub fn expected_findings(&self) -> Vec<(&str, &str)> {
        self.request
            .expectations
            .iter()
            .filter_map(Expectation::of_finding)
            .collect()
    }
}

fn instrument_name(info: &str) -> Option<&str> {
    info.strip_prefix("kdl instrument=").map(|name| name.trim_matches('"'))
}

pub(crate) fn failed(file: &CaseFile, block: &Block<'_>, what: &str, line: usize, why: String) -> CaseOutcome {
    CaseOutcome {
        name: name(file, block, what),
        line,
        differences: vec![why],
    }
}

pub(crate) fn name(file: &CaseFile, block: &Block<'_>, what: &str) -> String {
    if block.heading.is_empty() {
        format!("{}: {what}", file.name)
    } else {
        format!("{}: {}: {what}", file.name, block.heading)
    }
}

pub(crate) fn line(block: &Block<'_>, offset: u32) -> usize {
    let (line, _) = LineIndex::new(block.text).line_column(offset);
    block.line + usize::try_from(line).unwrap_or(0)
}

pub(crate) fn explained(message: &str, help: Option<&str>) -> String {
    help.map_or_else(|| message.to_owned(), |help| format!("{message} ({help})"))
}
