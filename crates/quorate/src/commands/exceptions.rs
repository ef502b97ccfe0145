//! `quorate exceptions`.

use std::fmt::Write as _;
use std::process::ExitCode;

use quorate::minute_book::Session;
use quorate_corporation::Corporation;
use quorate_corporation::tabulate::{Disposition, FiledRow, Inspected, MovedRow, inspect};
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::book::{Axes, BookFile, of_book};
use crate::commands::{print_json, print_text};
use crate::failure::Failure;

/// List the rows that a meeting's count goes on without: where each stands, why it is not counted, and the cure
///
/// Also the rows that ended otherwise than in the preliminary count, and the items whose choices do not add up to what is
/// represented. Exit status 1 when there is any exception.
#[derive(clap::Args)]
pub struct Exceptions {
    /// The meeting
    meeting: String,
    #[command(flatten)]
    book: BookFile,
    #[command(flatten)]
    axes: Axes,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Exceptions {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let session = self.book.read()?;
        let corporation = session.corporation(self.axes.read()?);
        let found = self.found(&session, &corporation)?;
        if self.json {
            print_json(&json(&self.meeting, &found));
        } else {
            print_text(&text(&found));
        }
        Ok(ExitCode::from(u8::from(!found.exceptions.is_empty())))
    }

    fn found(&self, session: &Session, corporation: &Corporation) -> Result<Inspected, Failure> {
        let Some(meeting) = corporation.meetings.get(&self.meeting) else {
            let known: Vec<&str> = corporation.meetings.keys().map(String::as_str).collect();
            let help = format!("meetings called: {}", known.join(", "));
            let message = format!("there is no meeting \"{}\"", self.meeting);
            return Err(Failure::new(message, Some(&help)));
        };
        let evidence = session.evidence();
        let mut clerk = session.clerk();
        clerk.corporation = corporation.clone();
        let book = clerk.law_book_on(meeting.at.day, &evidence);
        let found = inspect(corporation, &book, &evidence, session.practice(), meeting);
        evidence.trouble().map_err(|error| of_book(&error))?;
        found.map_err(|error| Failure::new(error.message, None))
    }
}

/// Where a row stands: its file and line, or that it came by itself.
fn place(row: &FiledRow) -> String {
    match &row.file {
        Some((file, line)) => format!("file {} line {line}", file.get(..12).unwrap_or(file)),
        None => "filed by itself".to_owned(),
    }
}

fn ends(ends: &[Disposition]) -> String {
    if ends.is_empty() {
        return "not there".to_owned();
    }
    let words: Vec<String> = ends.iter().map(|end| format!("{end:?}").to_lowercase()).collect();
    words.join(" and ")
}

fn text(found: &Inspected) -> String {
    let mut out = String::new();
    for exception in &found.exceptions {
        let row = &exception.row;
        let _ = writeln!(
            out,
            "exception[{}]: {} of {}, {}: {}",
            exception.finding,
            row.kind,
            row.account,
            place(row),
            exception.reason
        );
        let _ = writeln!(out, "  help: {}", exception.cure);
    }
    for (row, moved) in &found.moved {
        let _ = writeln!(
            out,
            "moved: {} of {}, {}: {} in the preliminary count, {} now",
            row.kind,
            row.account,
            place(row),
            ends(&moved.before),
            ends(&moved.now)
        );
    }
    for line in found.lines.iter().filter(|line| !line.ties) {
        let _ = writeln!(
            out,
            "does not tie: {} ({}): {} represented; {}",
            line.item,
            line.class,
            line.represented,
            choices(&line.choices)
        );
    }
    let _ = writeln!(
        out,
        "{} rows, {} exceptions, {} moved since the preliminary count",
        found.rows,
        found.exceptions.len(),
        found.moved.len()
    );
    out
}

fn choices(choices: &[(String, String)]) -> String {
    let choices: Vec<String> = choices
        .iter()
        .map(|(choice, votes)| format!("{choice} {votes}"))
        .collect();
    choices.join(", ")
}

fn row_json(row: &FiledRow) -> Value {
    json!({
        "account": row.account,
        "kind": row.kind,
        "file": row.file.as_ref().map(|(file, _)| file),
        "line": row.file.as_ref().map(|(_, line)| line),
    })
}

fn json(meeting: &str, found: &Inspected) -> Value {
    json!({
        "meeting": meeting,
        "rows": found.rows,
        "exceptions": found.exceptions.iter().map(|exception| json!({
            "row": row_json(&exception.row),
            "finding": exception.finding,
            "reason": exception.reason,
            "cure": exception.cure,
        })).collect::<Vec<_>>(),
        "moved": found.moved.iter().map(|(row, MovedRow { before, now, .. })| json!({
            "row": row_json(row), "before": ends(before), "now": ends(now),
        })).collect::<Vec<_>>(),
        "reconciliation": found.lines.iter().map(|line| json!({
            "item": line.item,
            "class": line.class,
            "represented": line.represented,
            "choices": line.choices.iter().map(|(choice, votes)| json!({ "choice": choice, "votes": votes })).collect::<Vec<_>>(),
            "ties": line.ties,
        })).collect::<Vec<_>>(),
    })
}
