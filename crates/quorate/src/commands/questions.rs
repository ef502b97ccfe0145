//! `quorate questions`.

use std::process::ExitCode;

use quorate_corporation::{Question, questions};

use crate::Outcome;
use crate::commands::ask::find_question;
use crate::commands::print_json;
use crate::render::json;

/// List the questions that can be asked, with their facts and the shape of their answers
#[derive(clap::Args)]
pub struct Questions {
    /// Show one question in full: its facts, its findings and our reading of the law
    question: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Questions {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let questions = match &self.question {
            Some(id) => vec![find_question(id)?],
            None => questions::all(),
        };
        if self.json {
            print_json(&questions.iter().map(|question| json::question(question)).collect());
        } else if self.question.is_some() {
            for question in questions {
                say!("{}", in_full(question));
            }
        } else {
            for question in questions {
                sayln!("{:<28} {}", question.id, question.title);
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// One question for people: its reading, its facts and its findings.
pub fn in_full(question: &Question) -> String {
    let (shape, fields) = question.shape.describe();
    let mut out = format!(
        "{}\n\n{}\n\nAnswer: {shape} ({})\n",
        question.id,
        question.reading(),
        fields.join(", ")
    );
    out.push_str("Facts:\n");
    for fact in question.facts {
        out.push_str(&format!("  {:<28} {}; {}\n", fact.name, fact.doc, fact.kind.expected()));
        if let Some(taken) = fact.otherwise {
            out.push_str(&format!("  {:<28} taken as {taken} when nobody states it\n", ""));
        }
    }
    if !question.findings.is_empty() {
        out.push_str("Findings:\n");
        for finding in question.findings {
            out.push_str(&format!("  {:<28} {}\n", finding.id, finding.title));
        }
    }
    out
}
