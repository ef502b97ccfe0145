//! `quorate instruments`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use quorate_law::{Content, Instrument};

use crate::Outcome;
use crate::commands::print_json;
use crate::failure::Failure;
use crate::load::{instrument, of_load, read, read_text};
use crate::render::json;

/// List, show or format instruments: statute, certificates, bylaws
#[derive(clap::Args)]
pub struct Instruments {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// List the instruments that ship with quorate
    List {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Show an instrument, or one section of it
    Show {
        /// A set, a shipped id, or a file
        instrument: String,
        /// A section's number, such as 2.04 or 222(b)
        section: Option<String>,
    },
    /// Format an instrument file: comments kept, four-space indents
    Format {
        /// The file
        file: PathBuf,
        /// Write the file back instead of printing it
        #[arg(long)]
        write: bool,
    },
}

impl Instruments {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        match self.action {
            Action::List { json } => list(json),
            Action::Show { instrument, section } => show(&instrument, section.as_deref()),
            Action::Format { file, write } => format(&file, write),
        }
    }
}

fn list(is_json: bool) -> Outcome {
    let mut rows = Vec::new();
    for id in quorate_instruments::ids() {
        rows.push(quorate_instruments::load(id).map_err(|error| of_load(&error))?);
    }
    if is_json {
        print_json(&rows.iter().map(|instrument| json::instrument(instrument)).collect());
    } else {
        for instrument in rows {
            let assumed = if instrument.assumed {
                ", assumed for examples"
            } else {
                ""
            };
            sayln!(
                "{:<40} {}, {} sections{assumed}",
                instrument.id,
                instrument.name,
                instrument.sections.len()
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn show(given: &str, section: Option<&str>) -> Outcome {
    let instrument = instrument(given, "bylaws").or_else(|first| {
        // "delaware" names a folder with one file.
        let mut inside =
            quorate_instruments::ids().filter(|id| id.split_once('/').is_some_and(|(folder, _)| folder == given));
        match (inside.next(), inside.next()) {
            (Some(only), None) => instrument(only, ""),
            _ => Err(first),
        }
    })?;
    let Some(number) = section else {
        say!("{}", instrument.source_text);
        return Ok(ExitCode::SUCCESS);
    };
    let shown = show_section(&instrument, number);
    if shown.is_empty() {
        let numbers: Vec<_> = instrument
            .sections
            .iter()
            .map(|section| section.number.as_str())
            .collect();
        let help = format!("sections of {}: {}", instrument.cited_as, numbers.join(", "));
        return Err(Failure::new(
            format!("{} has no section {number}", instrument.cited_as),
            Some(&help),
        ));
    }
    say!("{shown}");
    Ok(ExitCode::SUCCESS)
}

fn show_section(instrument: &Instrument, number: &str) -> String {
    let mut out = String::new();
    for section in &instrument.sections {
        for part in &section.parts {
            let place = format!("{}{}", section.number, part.clauses.join(""));
            let is_inside = section.number == number || place == number || place.starts_with(&format!("{number}("));
            if !is_inside || part.contents.is_empty() {
                continue;
            }
            out.push_str(&format!(
                "{} § {} {}\n",
                instrument.cited_as,
                section.number,
                part.clauses.join(" ")
            ));
            for content in &part.contents {
                match content {
                    Content::Provision(provision) => {
                        let start = usize::try_from(provision.span.start).unwrap_or(0);
                        let end = usize::try_from(provision.span.end).unwrap_or(0);
                        out.push_str(&format!(
                            "    {}\n",
                            instrument.source_text.get(start..end).unwrap_or("").trim()
                        ));
                    }
                    Content::Narrative(reason) => out.push_str(&format!("    narrative: {reason}\n")),
                    Content::Pending { paraphrase, .. } => out.push_str(&format!("    pending: {paraphrase}\n")),
                }
            }
        }
    }
    out
}

fn format(file: &Path, write: bool) -> Outcome {
    let text = read_text(file)?;
    read(&file.display().to_string(), &text)?;
    let document = quorate_kdl::read(&text).map_err(|errors| {
        let problems: Vec<_> = errors
            .into_iter()
            .map(|error| (error.message, error.help, error.span))
            .collect();
        Failure::of_source(&file.display().to_string(), &text, &problems)
    })?;
    let formatted = quorate_kdl::format(&document);
    if write {
        std::fs::write(file, formatted)
            .map_err(|error| Failure::new(format!("{} cannot be written: {error}", file.display()), None))?;
    } else {
        say!("{formatted}");
    }
    Ok(ExitCode::SUCCESS)
}
