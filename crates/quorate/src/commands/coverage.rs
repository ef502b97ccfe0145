//! `quorate coverage`.

use std::path::PathBuf;
use std::process::ExitCode;

use quorate_law::{Instrument, coverage};

use crate::Outcome;
use crate::commands::print_json;
use crate::load::{instrument, read_text};
use crate::render::json;

/// Show what of an instrument's text is executed, narrative or pending, section by section
#[derive(clap::Args)]
pub struct Coverage {
    /// A set, a shipped id, or a file
    instrument: String,
    /// The original text: its section numbers are held against the instrument's
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Coverage {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let instrument = instrument(&self.instrument, "bylaws")?;
        let (sections, counts) = coverage(&instrument, &|number| {
            quorate_instruments::has_earned(&instrument, number)
        });
        let missing = match &self.text {
            Some(path) => missing_sections(&instrument, &read_text(path)?),
            None => Vec::new(),
        };
        if self.json {
            print_json(&json::coverage(&instrument, &sections, &counts, &missing));
        } else {
            for section in &sections {
                sayln!("{:<8} {:<10} {}", section.section, section.status.word(), section.title);
                for (clauses, status, remarks) in &section.parts {
                    for remark in remarks {
                        sayln!("         {clauses:<8} {status}: {remark}");
                    }
                }
            }
            sayln!(
                "provisions: {}, of which proved by mutation and read twice: {}",
                counts.provisions,
                counts.provisions_earned
            );
            sayln!(
                "{} parts of sections: {} executed, {} narrative, {} pending",
                counts.parts,
                counts.parts_executed,
                counts.parts_narrative,
                counts.parts_pending
            );
            sayln!(
                "{} sections: {} executed, {} narrative, {} pending",
                counts.sections,
                counts.executed,
                counts.narrative,
                counts.pending
            );
            for number in &missing {
                sayln!("missing: section {number} of the text is not in the instrument");
            }
        }
        Ok(ExitCode::from(u8::from(!missing.is_empty())))
    }
}

/// The numbers of sections that head a line of the original and are not in the instrument.
fn missing_sections(instrument: &Instrument, original: &str) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    for line in original.lines() {
        let line = line.trim_start();
        let rest = line
            .strip_prefix("SECTION ")
            .or_else(|| line.strip_prefix("Section "))
            .unwrap_or(line);
        let number: String = rest
            .chars()
            .take_while(|letter| letter.is_ascii_digit() || *letter == '.')
            .collect();
        let number = number.trim_end_matches('.').to_owned();
        let after = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
        let heads = number
            .split_once('.')
            .is_some_and(|(article, section)| (1..=2).contains(&article.len()) && (1..=2).contains(&section.len()));
        let has_title = after
            .trim_start()
            .chars()
            .next()
            .is_some_and(|letter| letter.is_ascii_uppercase())
            && after.starts_with([' ', '\t']);
        if heads && has_title && instrument.section(&number).is_none() && !missing.contains(&number) {
            missing.push(number);
        }
    }
    missing
}
