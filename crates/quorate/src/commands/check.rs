//! `quorate check`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use quorate_corporation::Clerk;
use quorate_diary::{Checked, Counts, Diagnostic, Files, Judged, Level, Place, check_by};
use quorate_kdl::LineIndex;
use serde_json::{Value as Json, json};

use crate::Outcome;
use crate::commands::print_json;
use crate::failure::Failure;
use crate::load::{of_load, read_text};
use crate::practice::PracticeFile;
use crate::render::json;
use crate::render::snippet::{self, Mark};

/// Check diaries: judge every act from the start, by the law and the instruments of its day
///
/// A diary is a KDL file of dated acts beside the files that they name (see docs/diary.md). What is refused, defective or doubtful is shown with
/// every place it rests on: the facts first, then the provisions, the controlling one first. Several diaries are each a
/// corporation of their own.
///
/// An act: give-notice "annual-2002" channel="mail" stated="place, date, hour" on="2002-02-28"
///
/// Exit status: 0 when every act is in order, 1 when one is refused, defective or about something that is not there,
/// 2 when a diary or a file that it names could not be read; nothing is judged then.
#[derive(clap::Args)]
pub struct Check {
    /// The diaries
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    practice: PracticeFile,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// A diary with its name and text, checked.
struct Diary {
    name: String,
    text: String,
    checked: Checked,
}

impl Check {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let diaries = self.diaries()?;
        if self.json {
            match diaries.as_slice() {
                [only] => print_json(&only.json()),
                several => print_json(&several.iter().map(Diary::json).collect()),
            }
        } else {
            for diary in &diaries {
                say!("{}", diary.text(diaries.len() > 1));
            }
        }
        let is_clean = diaries.iter().all(|diary| diary.checked.counts().is_clean());
        Ok(ExitCode::from(u8::from(!is_clean)))
    }

    /// Every diary, or everything that could not be read of all of them.
    fn diaries(&self) -> Result<Vec<Diary>, Failure> {
        let general = quorate_instruments::general().map_err(|error| of_load(&error))?;
        let practice = self.practice.read()?;
        let mut diaries = Vec::new();
        let mut failures = Vec::new();
        for path in &self.files {
            let text = match read_text(path) {
                Ok(text) => text,
                Err(failure) => {
                    failures.push(failure);
                    continue;
                }
            };
            let name = path.display().to_string();
            let clerk = Clerk::new(general.clone(), practice.clone());
            let checked = check_by(clerk, &text, &Beside::of(path));
            if checked.problems.is_empty() {
                diaries.push(Diary { name, text, checked });
            } else {
                failures.push(unreadable(&name, &text, &checked.problems));
            }
        }
        if failures.is_empty() {
            Ok(diaries)
        } else {
            Err(Failure::several(failures))
        }
    }
}

/// A diary, or a file that it names, that could not be read.
pub fn unreadable(name: &str, text: &str, problems: &[quorate_diary::Problem]) -> Failure {
    let problems: Vec<_> = problems
        .iter()
        .map(|problem| (problem.message.clone(), problem.help.clone(), problem.span))
        .collect();
    Failure::of_source(name, text, &problems)
}

/// The files beside a diary.
pub struct Beside {
    folder: PathBuf,
}

impl Beside {
    /// The files in the folder of a diary.
    pub fn of(diary: &Path) -> Self {
        Self {
            folder: diary.parent().map_or_else(PathBuf::new, Path::to_owned),
        }
    }
}

impl Files for Beside {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        let path = self.folder.join(name);
        std::fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
    }
}

impl Diary {
    /// Every diagnostic, and how many acts ended how.
    fn text(&self, is_named: bool) -> String {
        let mut out = String::new();
        for diagnostic in self.diagnostics() {
            out.push_str(&rendered(&self.name, &self.text, &diagnostic));
            out.push('\n');
        }
        if is_named {
            out.push_str(&format!("{}: ", self.name));
        }
        out.push_str(&summary(&self.checked.counts()));
        out.push('\n');
        out
    }

    /// Every diagnostic in the order of the acts. What is not known is said once, with the other lines that turn on it.
    fn diagnostics(&self) -> Vec<Diagnostic> {
        let lines = LineIndex::new(&self.text);
        let mut told: Vec<Diagnostic> = Vec::new();
        let mut unknown: BTreeMap<&str, (usize, Vec<String>)> = BTreeMap::new();
        for line in &self.checked.lines {
            for diagnostic in &line.diagnostics {
                match unknown.get_mut(diagnostic.message.as_str()) {
                    Some((_, others)) if diagnostic.id.is_none() => {
                        others.push(lines.line_column(line.entry.span.start).0.to_string())
                    }
                    _ => {
                        if diagnostic.id.is_none() && diagnostic.level == Level::Doubtful {
                            unknown.insert(&diagnostic.message, (told.len(), Vec::new()));
                        }
                        told.push(diagnostic.clone());
                    }
                }
            }
        }
        for (first, others) in unknown.into_values().filter(|(_, others)| !others.is_empty()) {
            let lines = if others.len() == 1 { "line" } else { "lines" };
            told[first]
                .notes
                .push(format!("so too on {lines} {}", others.join(", ")));
        }
        told
    }

    fn json(&self) -> Json {
        let lines = LineIndex::new(&self.text);
        json!({
            "diary": self.name,
            "acts": self.checked.lines.iter().map(|line| act(line, lines.line_column(line.entry.span.start).0)).collect::<Vec<_>>(),
            "counts": counts_json(&self.checked.counts()),
        })
    }
}

/// How many acts ended how, as JSON.
pub fn counts_json(counts: &Counts) -> Json {
    json!({
        "acts": counts.acts,
        "accepted": counts.accepted,
        "accepted-subject-to": counts.accepted_subject_to,
        "refused": counts.refused,
        "entered-with-defects": counts.entered_with_defects,
        "awaits-determination": counts.awaits_determination,
        "misdirected": counts.misdirected,
    })
}

fn act(line: &Judged, number: u32) -> Json {
    let mut object = json!({
        "line": number,
        "act": line.entry.act.definition.name,
        "id": line.entry.act.id,
        "on": line.entry.act.on.to_string(),
        "outcome": line.word(),
        "findings": [],
    });
    match &line.outcome {
        Ok(ruling) => object["findings"] = ruling.findings.iter().map(json::finding).collect(),
        Err(fault) => {
            object["message"] = json!(fault.message);
            object["help"] = json!(fault.help);
            object["property"] = json!(fault.field);
        }
    }
    object
}

/// How many acts ended how, on one line.
pub fn summary(counts: &Counts) -> String {
    let acts = if counts.acts == 1 { "act" } else { "acts" };
    let mut line = format!(
        "{} {acts}: {} accepted, {} accepted subject to, {} refused, {} entered with defects, {} misdirected",
        counts.acts,
        counts.accepted,
        counts.accepted_subject_to,
        counts.refused,
        counts.entered_with_defects,
        counts.misdirected
    );
    if counts.awaits_determination > 0 {
        line.push_str(&format!(", {} awaiting a determination", counts.awaits_determination));
    }
    line
}

/// A diagnostic with its places: those in the diary, then the controlling provision, with the others named beside it.
pub fn rendered(name: &str, text: &str, diagnostic: &Diagnostic) -> String {
    let mut marks = Vec::new();
    let mut provisions = Vec::new();
    for mark in &diagnostic.marks {
        match &mark.place {
            Place::Diary(span) => marks.push(Mark {
                name,
                source: text,
                span: *span,
                label: mark.label.clone(),
            }),
            Place::Instrument { instrument, span, .. } => provisions.push((instrument, *span, mark.label.as_str())),
        }
    }
    // A single place in the diary needs no name: the message says what it is.
    if let [only] = marks.as_mut_slice() {
        only.label.clear();
    }
    let mut citations: Vec<&str> = provisions.iter().map(|(_, _, citation)| *citation).collect();
    citations.dedup();
    let label = citations.join("; also ");
    let mut notes = diagnostic.notes.clone();
    let shown = provisions
        .first()
        .and_then(|(instrument, span, _)| instrument.as_ref().map(|instrument| (instrument, *span)));
    let file = shown
        .map(|(instrument, _)| format!("{}.kdl", instrument.id))
        .unwrap_or_default();
    match shown {
        Some((instrument, span)) => marks.push(Mark {
            name: &file,
            source: &instrument.source_text,
            span,
            label,
        }),
        None if !label.is_empty() => notes.push(format!("authority: {label}")),
        None => {}
    }
    snippet::render(
        diagnostic.level.word(),
        diagnostic.id,
        &diagnostic.message,
        &marks,
        &notes,
        diagnostic.help.as_deref(),
    )
}
