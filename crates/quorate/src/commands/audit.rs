//! `quorate audit`.

use std::process::ExitCode;

use quorate::minute_book::audit::{Difference, audit};
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::book::{BookFile, entry_json, of_book};
use crate::commands::{print_json, print_text};

/// List the entries whose rulings would differ if they were judged anew
///
/// Each act is judged by today's rules, told everything that happened before it, however late it was entered.
/// Rulings stand as history: nothing is changed. Exit status 1 when any would differ.
#[derive(clap::Args)]
pub struct Audit {
    #[command(flatten)]
    book: BookFile,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Audit {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let session = self.book.read()?;
        let found = audit(&session).map_err(|error| of_book(&error))?;
        if self.json {
            print_json(&found.iter().map(difference_json).collect());
        } else {
            let mut text: String = found.iter().map(text).collect();
            text.push_str(&format!(
                "{} entries judged anew, {} would differ\n",
                session.entries().len(),
                found.len()
            ));
            print_text(&text);
        }
        Ok(ExitCode::from(u8::from(!found.is_empty())))
    }
}

fn text(difference: &Difference<'_>) -> String {
    let entry = difference.entry;
    let mut out = format!(
        "entry {}: {} on {}\n",
        entry.number,
        entry.record.act.headline(),
        entry.happened
    );
    for (what, was, now) in &difference.differs {
        out.push_str(&format!("  {what}: entered {was}; now {now}\n"));
    }
    for reason in &difference.because {
        out.push_str(&format!("  because {reason}\n"));
    }
    out
}

fn difference_json(difference: &Difference<'_>) -> Value {
    let mut object = entry_json(difference.entry);
    object["differs"] = difference
        .differs
        .iter()
        .map(|(what, was, now)| json!({ "what": what, "entered": was, "now": now }))
        .collect();
    object["because"] = json!(difference.because);
    object
}
