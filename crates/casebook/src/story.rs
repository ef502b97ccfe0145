//! Stories: acts judged as a diary is, each with what is expected of its ruling.
//!
//! A story is one corporation. It begins at the block that holds `form-corporation`; the blocks marked `kdl diary` after it go
//! on with it, so that prose can stand between. Acts are judged in the order in which they take effect, as in a diary.

use std::sync::Arc;

use quorate_diary::{Checked, Files, Judged, check_story};
use quorate_kdl::LineIndex;
use quorate_law::Instrument;

use crate::expectation::read_expectation;
use crate::instruments::Shelf;
use crate::markdown::{Block, blocks};
use crate::run::{CaseFile, CaseOutcome, OwnInstruments, explained, own_instruments};

/// A story of a case file.
#[derive(Clone, Debug)]
pub struct Story {
    /// The file.
    pub file: String,
    /// The text of its blocks, one after the other.
    pub text: String,
    /// For each block: where it begins in the text, the line of its opening fence, and its heading.
    parts: Vec<(usize, usize, String)>,
    /// The files that the acts can name.
    files: Vec<(String, String)>,
    own: OwnInstruments,
}

/// Whether a block of this info is part of a story.
pub(crate) fn is_story(info: &str) -> bool {
    info == "kdl diary"
}

/// The stories of a case file, in order.
#[must_use]
pub fn stories(file: &CaseFile) -> Vec<Story> {
    let blocks = blocks(&file.text);
    let (own, _) = own_instruments(file, &blocks);
    let named = |block: &Block<'_>| {
        let name = block
            .info
            .split_whitespace()
            .find_map(|word| word.strip_prefix("file="))?;
        Some((name.trim_matches('"').to_owned(), block.text.to_owned()))
    };
    let files: Vec<(String, String)> = blocks.iter().filter_map(named).collect();
    let mut stories: Vec<Story> = Vec::new();
    for block in blocks.iter().filter(|block| is_story(block.info)) {
        if stories.is_empty() || begins(block.text) {
            stories.push(Story {
                file: file.name.clone(),
                text: String::new(),
                parts: Vec::new(),
                files: files.clone(),
                own: own.clone(),
            });
        }
        if let Some(story) = stories.last_mut() {
            story
                .parts
                .push((story.text.len(), block.line, block.heading.to_owned()));
            story.text.push_str(block.text);
        }
    }
    stories
}

fn begins(text: &str) -> bool {
    quorate_kdl::read_partial(text)
        .0
        .nodes_named("form-corporation")
        .next()
        .is_some()
}

impl Story {
    /// Judges the story and holds each ruling against what is expected of it: one outcome for each expectation.
    ///
    /// An act of which nothing is expected must not be refused or misdirected: the story would not be the one that was told.
    #[must_use]
    pub fn run(&self, shelf: &Shelf) -> Vec<CaseOutcome> {
        let checked = match self.check(shelf) {
            Ok(checked) => checked,
            Err(why) => return vec![self.outcome(0, "story", vec![why])],
        };
        if !checked.problems.is_empty() {
            let failed = |problem: &quorate_diary::Problem| {
                let why = explained(&problem.message, problem.help.as_deref());
                self.outcome(problem.span.start, "reading", vec![why])
            };
            return checked.problems.iter().map(failed).collect();
        }
        let mut outcomes: Vec<CaseOutcome> = checked.lines.iter().flat_map(|line| self.outcomes(line)).collect();
        if checked.lines.iter().all(|line| line.entry.expectations.is_empty()) {
            outcomes.push(self.outcome(
                0,
                "story",
                vec!["the story expects nothing: add { expect … } to an act".to_owned()],
            ));
        }
        outcomes
    }

    /// The story judged as a diary is, under the instruments of a shelf.
    ///
    /// # Errors
    /// A sentence that says which instrument does not read.
    pub fn check(&self, shelf: &Shelf) -> Result<Checked, String> {
        let mut own = shelf.clone();
        for (name, instrument) in &self.own {
            own.put(name, Arc::clone(instrument));
        }
        let general = shelf.general()?;
        Ok(check_story(
            &self.text,
            &StoryFiles {
                shelf: own,
                files: &self.files,
            },
            general,
        ))
    }

    fn outcomes(&self, line: &Judged) -> Vec<CaseOutcome> {
        let act = format!("{} on {}", line.entry.act.definition.name, line.entry.act.on);
        if line.entry.expectations.is_empty() {
            let message = match &line.outcome {
                Err(fault) => explained(&fault.message, fault.help.as_deref()),
                Ok(ruling) if !ruling.outcome.is_entered() => ruling
                    .findings
                    .iter()
                    .filter(|finding| finding.is_unmet())
                    .map(|finding| finding.message.as_str())
                    .collect::<Vec<_>>()
                    .join("; "),
                Ok(_) => return Vec::new(),
            };
            return vec![self.outcome(
                line.entry.span.start,
                &act,
                vec![format!("{}, and nobody expects it: {message}", line.word())],
            )];
        }
        let held = line.entry.expectations.iter().map(|node| {
            let differences = match read_expectation(node) {
                Ok(expectation) => expectation.differences_of_act(&line.outcome),
                Err(problem) => vec![explained(&problem.message, problem.help.as_deref())],
            };
            self.outcome(node.name.span.start, &act, differences)
        });
        held.collect()
    }

    /// An outcome at a place of the text.
    fn outcome(&self, at: u32, what: &str, differences: Vec<String>) -> CaseOutcome {
        let offset = usize::try_from(at).unwrap_or(0);
        let part = self.parts.iter().rev().find(|(start, _, _)| *start <= offset);
        let (start, fence, heading) =
            part.map_or((0, 1, ""), |(start, fence, heading)| (*start, *fence, heading.as_str()));
        let within = u32::try_from(offset - start).unwrap_or(0);
        let (line, _) = LineIndex::new(&self.text[start..]).line_column(within);
        let name = if heading.is_empty() {
            format!("{}: {what}", self.file)
        } else {
            format!("{}: {heading}: {what}", self.file)
        };
        CaseOutcome {
            name,
            line: fence + usize::try_from(line).unwrap_or(0),
            differences,
        }
    }
}

/// The files that a story can name: blocks of its case file, and the instruments of the shelf.
struct StoryFiles<'a> {
    shelf: Shelf,
    files: &'a [(String, String)],
}

impl Files for StoryFiles<'_> {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        match self.files.iter().find(|(known, _)| known == name) {
            Some((_, text)) => Ok(text.clone().into_bytes()),
            None => Err(format!("the case has no block marked file={name}")),
        }
    }

    fn shipped(&self, id: &str) -> Option<Result<Arc<Instrument>, String>> {
        self.shelf.adopted(id)
    }
}
