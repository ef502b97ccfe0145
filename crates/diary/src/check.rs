//! A whole diary, judged from the start.

use std::sync::Arc;

use quorate_calendar::Zone;
use quorate_corporation::act::Misdirected;
use quorate_corporation::{Clerk, Outcome, Practice, Ruling};
use quorate_law::Instrument;

use crate::blame::Blames;
use crate::diagnostic::{Diagnostic, diagnose, misdirected};
use crate::files::{Files, Folder};
use crate::read::{Entry, Problem, read_in_zone, read_story, sort};

/// An act of a diary with what came of it.
#[derive(Debug)]
pub struct Judged {
    /// The act.
    pub entry: Entry,
    /// The ruling, or why there could be none.
    pub outcome: Result<Ruling, Misdirected>,
    /// What is wrong or doubtful, in the order of the findings.
    pub diagnostics: Vec<Diagnostic>,
}

impl Judged {
    /// What came of the act, in a word or two.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.outcome
            .as_ref()
            .map_or("misdirected", |ruling| ruling.outcome.word())
    }
}

/// A diary judged.
pub struct Checked {
    /// The acts in the order in which they were judged; none when the diary or a file of it could not be read.
    pub lines: Vec<Judged>,
    /// What could not be read, in the order of the file; nothing is judged then.
    pub problems: Vec<Problem>,
    /// The clerk, with the corporation as it stands after the last act.
    pub clerk: Clerk,
    /// The files that the acts name.
    pub folder: Folder,
}

impl Checked {
    /// How many acts ended how.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(&self.lines)
    }
}

/// How many acts ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub acts: usize,
    /// In order.
    pub accepted: usize,
    /// In order on a condition.
    pub accepted_subject_to: usize,
    /// Unlawful, and not entered.
    pub refused: usize,
    /// Entered with defects.
    pub entered_with_defects: usize,
    /// Waiting for a person whom the text names.
    pub awaits_determination: usize,
    /// About something that is not there.
    pub misdirected: usize,
}

impl Counts {
    /// The counts of judged acts.
    #[must_use]
    pub fn of(lines: &[Judged]) -> Self {
        let mut counts = Self {
            acts: lines.len(),
            ..Self::default()
        };
        for line in lines {
            let count = match line.outcome.as_ref().map(|ruling| &ruling.outcome) {
                Ok(Outcome::Accepted) => &mut counts.accepted,
                Ok(Outcome::AcceptedSubjectTo(_)) => &mut counts.accepted_subject_to,
                Ok(Outcome::Refused) => &mut counts.refused,
                Ok(Outcome::EnteredWithDefects) => &mut counts.entered_with_defects,
                Ok(Outcome::AwaitsDetermination(_)) => &mut counts.awaits_determination,
                Err(_) => &mut counts.misdirected,
            };
            *count += 1;
        }
        counts
    }

    /// Whether nothing was refused, defective or misdirected.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.refused + self.entered_with_defects + self.misdirected == 0
    }
}

/// Reads a diary with its files, and judges it from the start under the instruments that bind every corporation.
#[must_use]
pub fn check(source: &str, files: &dyn Files, general: Vec<Arc<Instrument>>) -> Checked {
    check_by(Clerk::new(general, Practice::default()), source, files)
}

/// As [`check`], judged by a clerk of the caller's: with another practice, or one who knows a corporation already.
#[must_use]
pub fn check_by(clerk: Clerk, source: &str, files: &dyn Files) -> Checked {
    let zone = clerk
        .corporation
        .zone
        .as_deref()
        .and_then(|zone| Zone::named(zone).ok());
    checked(read_in_zone(source, zone.as_ref()), files, clerk)
}

/// As [`check`], for a story of the casebook: its acts carry what is expected of them.
#[must_use]
pub fn check_story(source: &str, files: &dyn Files, general: Vec<Arc<Instrument>>) -> Checked {
    checked(read_story(source), files, Clerk::new(general, Practice::default()))
}

fn checked((mut entries, mut problems): (Vec<Entry>, Vec<Problem>), files: &dyn Files, mut clerk: Clerk) -> Checked {
    let mut folder = Folder::new();
    for entry in &mut entries {
        if let Err(found) = folder.attach(entry, files) {
            problems.extend(found);
        }
    }
    problems.sort_by_key(|problem| problem.span);
    let lines = if problems.is_empty() {
        judge(&mut clerk, entries, &folder)
    } else {
        Vec::new()
    };
    Checked {
        lines,
        problems,
        clerk,
        folder,
    }
}

/// Judges entries in the order in which they take effect, each with what is wrong with it.
pub fn judge(clerk: &mut Clerk, mut entries: Vec<Entry>, folder: &Folder) -> Vec<Judged> {
    sort(&mut entries);
    let mut blames = Blames::default();
    let mut lines = Vec::with_capacity(entries.len());
    for entry in entries {
        let outcome = clerk.take(&entry.act, folder);
        let diagnostics = match &outcome {
            Ok(ruling) => diagnose(&entry, ruling, &blames, || clerk.law_book(&entry.act, folder)),
            Err(fault) => vec![misdirected(&entry, fault)],
        };
        if outcome.as_ref().is_ok_and(|ruling| ruling.outcome.is_entered()) {
            blames.remember(&entry);
        }
        lines.push(Judged {
            entry,
            outcome,
            diagnostics,
        });
    }
    lines
}
