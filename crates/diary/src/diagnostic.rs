//! What a ruling finds fault with, and every place of it: the facts first, then the provisions, the controlling one first.

use std::sync::Arc;

use quorate_corporation::act::Misdirected;
use quorate_corporation::answer::Answer;
use quorate_corporation::finding::{Authority, Finding, FindingStatus};
use quorate_corporation::{Outcome, Ruling};
use quorate_kdl::Span;
use quorate_law::{Confidence, Instrument, LawBook};

use crate::blame::Blames;
use crate::read::{Entry, Problem};

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The text cannot be read.
    Error,
    /// The act speaks of what is not there.
    Misdirected,
    /// The act is refused for it.
    Refused,
    /// The act is entered with it.
    Defect,
    /// It depends on a reading, on what is not known, on a person's judgment, or on authority still to be checked.
    Doubtful,
}

impl Level {
    /// The level in a word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Misdirected => "misdirected",
            Self::Refused => "refused",
            Self::Defect => "defect",
            Self::Doubtful => "doubtful",
        }
    }
}

/// A place in a text.
#[derive(Clone, Debug)]
pub enum Place {
    /// In the diary.
    Diary(Span),
    /// In an instrument.
    Instrument {
        /// The instrument in the version that judged the act, with its text; none when it is not at hand.
        instrument: Option<Arc<Instrument>>,
        /// How the instrument is cited.
        cited_as: String,
        /// Where in its text.
        span: Span,
    },
}

/// A place, and what is said of it.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The place.
    pub place: Place,
    /// What is said of it: the fact's name in words, or the provision's citation.
    pub label: String,
}

/// One thing wrong or doubtful, with every place that it rests on.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// How grave it is.
    pub level: Level,
    /// The finding's id, where it is one.
    pub id: Option<&'static str>,
    /// The fact and the rule.
    pub message: String,
    /// The places: facts first, then provisions, the controlling one first. At least one.
    pub marks: Vec<Mark>,
    /// The arithmetic and the readings, one a line.
    pub notes: Vec<String>,
    /// The cure.
    pub help: Option<String>,
}

impl From<&Problem> for Diagnostic {
    fn from(problem: &Problem) -> Self {
        let mark = Mark {
            place: Place::Diary(problem.span),
            label: String::new(),
        };
        Self {
            level: Level::Error,
            id: None,
            message: problem.message.clone(),
            marks: vec![mark],
            notes: Vec::new(),
            help: problem.help.clone(),
        }
    }
}

/// What is wrong or doubtful with a ruling, in the order of its findings; `law_book` is asked for only when something is.
pub fn diagnose(
    entry: &Entry,
    ruling: &Ruling,
    blames: &Blames,
    law_book: impl FnOnce() -> LawBook,
) -> Vec<Diagnostic> {
    let faults: Vec<(Level, &Finding)> = ruling
        .findings
        .iter()
        .filter_map(|finding| level(finding, &ruling.outcome).map(|level| (level, finding)))
        .collect();
    let mut diagnostics = Vec::new();
    if !faults.is_empty() {
        let book = law_book();
        diagnostics.extend(faults.into_iter().map(|(level, finding)| {
            Diagnostic {
                level,
                id: Some(finding.definition.id),
                message: finding.message.clone(),
                marks: marks(entry, finding, blames, &book),
                notes: finding
                    .arithmetic
                    .iter()
                    .cloned()
                    .chain(readings(finding, &ruling.answers))
                    .collect(),
                help: finding.help.clone(),
            }
        }));
    }
    diagnostics.extend(conditions(entry, ruling));
    diagnostics
}

/// An act that speaks of what is not there.
#[must_use]
pub fn misdirected(entry: &Entry, fault: &Misdirected) -> Diagnostic {
    let span = entry.field_spans.get(fault.field).copied().unwrap_or(entry.span);
    Diagnostic {
        level: Level::Misdirected,
        id: None,
        message: fault.message.clone(),
        marks: vec![Mark {
            place: Place::Diary(span),
            label: String::new(),
        }],
        notes: Vec::new(),
        help: fault.help.clone(),
    }
}

/// How grave a finding is under an outcome; nothing for one that is met or waived.
fn level(finding: &Finding, outcome: &Outcome) -> Option<Level> {
    match finding.status {
        FindingStatus::Met | FindingStatus::Waived => None,
        FindingStatus::Unknown | FindingStatus::DependsOnReading | FindingStatus::NeedsJudgment => {
            Some(Level::Doubtful)
        }
        FindingStatus::Unmet => Some(match outcome {
            Outcome::Refused if finding.confidence() > Confidence::Check => Level::Refused,
            Outcome::EnteredWithDefects => Level::Defect,
            _ => Level::Doubtful,
        }),
    }
}

fn marks(entry: &Entry, finding: &Finding, blames: &Blames, book: &LawBook) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut places: Vec<Span> = Vec::new();
    for fact in &finding.blames {
        let Some(span) = blames.place(entry, fact) else {
            continue;
        };
        if !places.contains(&span) {
            places.push(span);
            marks.push(Mark {
                place: Place::Diary(span),
                label: fact.replace('-', " "),
            });
        }
    }
    if marks.is_empty() {
        marks.push(Mark {
            place: Place::Diary(entry.span),
            label: String::new(),
        });
    }
    marks.extend(finding.authority.iter().map(|authority| provision(authority, book)));
    marks
}

fn provision(authority: &Authority, book: &LawBook) -> Mark {
    let (start, end) = authority.span;
    Mark {
        place: Place::Instrument {
            instrument: book.instrument_cited(&authority.instrument).cloned(),
            cited_as: authority.instrument.clone(),
            span: Span { start, end },
        },
        label: authority.citation.clone(),
    }
}

/// The readings of the answer that made a finding which depends on them.
fn readings(finding: &Finding, answers: &[Answer]) -> Vec<String> {
    if finding.status != FindingStatus::DependsOnReading {
        return Vec::new();
    }
    let of = answers.iter().find(|answer| {
        answer
            .findings
            .iter()
            .any(|made| made.definition.id == finding.definition.id)
    });
    of.map_or_else(Vec::new, |answer| {
        let line = |reading: &quorate_corporation::answer::Reading| {
            let preferred = if reading.is_preferred {
                "preferred reading"
            } else {
                "reading"
            };
            format!(
                "{preferred}: {}, which gives {}, because {}; {} decides",
                reading.text,
                reading.value.brief(),
                reading.because,
                reading.who_decides
            )
        };
        answer.readings.iter().map(line).collect()
    })
}

/// The conditions of an act that no finding says: what nobody stated, and what no text speaks of.
fn conditions(entry: &Entry, ruling: &Ruling) -> Vec<Diagnostic> {
    let Outcome::AcceptedSubjectTo(conditions) = &ruling.outcome else {
        return Vec::new();
    };
    let is_of_a_finding = |condition: &str| {
        ruling
            .findings
            .iter()
            .any(|finding| condition.starts_with(&finding.message))
    };
    let mut told: Vec<&str> = Vec::new();
    for condition in conditions {
        if !told.contains(&condition.as_str()) && !is_of_a_finding(condition) {
            told.push(condition);
        }
    }
    let doubtful = |message: &&str| Diagnostic {
        level: Level::Doubtful,
        id: None,
        message: (*message).to_owned(),
        marks: vec![Mark {
            place: Place::Diary(entry.span),
            label: String::new(),
        }],
        notes: Vec::new(),
        help: None,
    };
    told.iter().map(doubtful).collect()
}
