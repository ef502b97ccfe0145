//! `quorate defects`.

use std::process::ExitCode;

use quorate::minute_book::defects::{Defect, defects};
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::book::{Axes, BookFile, finding_json, of_book};
use crate::commands::{print_json, print_text};

/// List the defects that stand: findings not met that were entered and not waived since
///
/// The gravest first, in the order of authority, standing, form, notice, quorum, vote, limits; each with its cure.
/// Exit status 1 when any stands.
#[derive(clap::Args)]
pub struct Defects {
    #[command(flatten)]
    book: BookFile,
    #[command(flatten)]
    axes: Axes,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Defects {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let session = self.book.read()?;
        let found = defects(&session, self.axes.read()?).map_err(|error| of_book(&error))?;
        if self.json {
            print_json(&found.iter().map(defect_json).collect());
        } else {
            let mut text: String = found.iter().map(text).collect();
            text.push_str(&match found.len() {
                0 => "no defect stands\n".to_owned(),
                1 => "1 defect stands\n".to_owned(),
                several => format!("{several} defects stand\n"),
            });
            print_text(&text);
        }
        Ok(ExitCode::from(u8::from(!found.is_empty())))
    }
}

fn text(defect: &Defect<'_>) -> String {
    let Defect { entry, finding, .. } = defect;
    let mut out = format!("defect[{}]: {}\n", finding.id, finding.message);
    out.push_str(&format!(
        "  entry {}: {} on {}\n",
        entry.number,
        entry.record.act.headline(),
        entry.happened
    ));
    let citations: Vec<&str> = finding
        .authority
        .iter()
        .map(|authority| authority.citation.as_str())
        .collect();
    if !citations.is_empty() {
        out.push_str(&format!("  authority: {}\n", citations.join("; ")));
    }
    for step in &finding.arithmetic {
        out.push_str(&format!("  counted: {step}\n"));
    }
    if let Some(help) = &finding.help {
        out.push_str(&format!("  help: {help}\n"));
    }
    out
}

fn defect_json(defect: &Defect<'_>) -> Value {
    let Defect { entry, finding, rank } = defect;
    let mut object = finding_json(finding);
    object["entry"] = json!(entry.number);
    object["act"] = json!(entry.record.act.act);
    object["happened"] = json!(entry.happened.to_string());
    object["rank"] = json!(rank.map(|rank| format!("{rank:?}").to_lowercase()));
    object
}
