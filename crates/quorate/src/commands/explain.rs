//! `quorate explain`.

use std::process::ExitCode;

use quorate_corporation::questions;
use quorate_law::vocabulary::{self, Definition, Place, suggestion};

use crate::Outcome;
use crate::commands::questions::Questions;
use crate::failure::Failure;
use crate::practice;

/// Explain a finding, a question or a provision of the vocabulary, by its id
#[derive(clap::Args)]
pub struct Explain {
    /// The id: stockholder-notice-too-short, record-date-range, stockholder-quorum …
    id: String,
}

impl Explain {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        if self.id == "practice" {
            say!("{}", practice::EXPLANATION);
            return Ok(ExitCode::SUCCESS);
        }
        let all = questions::all();
        if let Some((question, finding)) = all.iter().find_map(|question| {
            question
                .findings
                .iter()
                .find(|finding| finding.id == self.id)
                .map(|finding| (question, finding))
        }) {
            sayln!(
                "{}: {}\n\nMade by the question {}.\n\n{}",
                finding.id,
                finding.title,
                question.id,
                question.reading()
            );
            return Ok(ExitCode::SUCCESS);
        }
        if all.iter().any(|question| question.id == self.id) {
            return Questions::of(self.id).run();
        }
        if let Some(definition) = vocabulary::find(&self.id) {
            say!("{}", explain_provision(definition));
            return Ok(ExitCode::SUCCESS);
        }
        let findings = all
            .iter()
            .flat_map(|question| question.findings.iter().map(|finding| finding.id));
        let known = findings
            .chain(all.iter().map(|question| question.id))
            .chain(vocabulary::ALL.iter().map(|definition| definition.name));
        let near = suggestion(&self.id, known);
        let help = near.map_or_else(
            || "ids of questions: quorate questions".to_owned(),
            |near| format!("did you mean {near}?"),
        );
        Err(Failure::new(format!("nothing is called \"{}\"", self.id), Some(&help)))
    }
}

fn explain_provision(definition: &Definition) -> String {
    let mut out = format!(
        "{}: {}\n\n{}\n\nExample:\n    {}\n\nFields:\n",
        definition.name, definition.title, definition.doc, definition.example
    );
    for field in definition.fields {
        let place = match field.place {
            Place::Argument => "argument".to_owned(),
            Place::Arguments => "arguments".to_owned(),
            Place::Property => format!("{}=", field.name),
        };
        let required = if field.required { ", required" } else { "" };
        out.push_str(&format!(
            "    {place:<20} {}: {}{required}\n",
            field.doc,
            field.kind.expected()
        ));
    }
    if !definition.scopes.is_empty() {
        out.push_str(&format!("Scopes: {}\n", definition.scopes.join(", ")));
    }
    out.push_str(&format!(
        "Effect in the statute: {}\nQuestions: {}\n",
        definition.statute_effect,
        definition.feeds.join(", ")
    ));
    out
}
