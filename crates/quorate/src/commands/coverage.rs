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
                sayln!("missing: {number} of the text is not in the instrument");
            }
        }
        Ok(ExitCode::from(u8::from(!missing.is_empty())))
    }
}

/// The articles and sections that head a line of the original and are not in the instrument.
fn missing_sections(instrument: &Instrument, original: &str) -> Vec<String> {
    let has_article = |number: &str| {
        let articles = instrument
            .sections
            .iter()
            .filter_map(|section| section.article.as_ref());
        articles.map(|(article, _)| article).any(|article| article == number)
    };
    let mut missing: Vec<String> = Vec::new();
    for line in original.lines().map(str::trim) {
        let found = match (headed_article(line), headed_section(line)) {
            (Some(article), _) if !has_article(article) => format!("article {article}"),
            (None, Some(section)) if instrument.section(&section).is_none() => format!("section {section}"),
            _ => continue,
        };
        if !missing.contains(&found) {
            missing.push(found);
        }
    }
    missing
}

/// The number of the article that a line heads: "ARTICLE VII", with or without its title.
fn headed_article(line: &str) -> Option<&str> {
    let number = line
        .strip_prefix("ARTICLE ")?
        .split_whitespace()
        .next()?
        .trim_end_matches(['.', ':']);
    let is_roman = |letter: char| "IVXLC".contains(letter);
    let is_number = number.chars().all(is_roman) || number.chars().all(|letter| letter.is_ascii_digit());
    (is_number && !number.is_empty()).then_some(number)
}

/// The number of the section that a line heads: "2.04 Notice", "Section 2.4. Notice".
fn headed_section(line: &str) -> Option<String> {
    let rest = ["SECTION ", "Section "]
        .iter()
        .find_map(|word| line.strip_prefix(word))
        .unwrap_or(line);
    let is_of_number = |letter: char| letter.is_ascii_digit() || letter == '.';
    let after = rest.trim_start_matches(is_of_number);
    let number = rest[..rest.len() - after.len()].trim_end_matches('.');
    let (article, section) = number.split_once('.')?;
    let is_short = (1..=2).contains(&article.len()) && (1..=2).contains(&section.len());
    let has_title = after.starts_with([' ', '\t'])
        && after
            .trim_start()
            .starts_with(|letter: char| letter.is_ascii_uppercase());
    (is_short && has_title).then(|| number.to_owned())
}
