//! `quorate instruments`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use quorate_law::{Content, Instrument, Part, Section};
use serde_json::{Value as Json, json};

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
        /// Print JSON
        #[arg(long)]
        json: bool,
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
            Action::Show {
                instrument,
                section,
                json,
            } => show(&instrument, section.as_deref(), json),
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

fn show(given: &str, section: Option<&str>, is_json: bool) -> Outcome {
    let instrument = instrument(given, "bylaws").or_else(|first| {
        // "delaware" names a folder with one file.
        let mut inside =
            quorate_instruments::ids().filter(|id| id.split_once('/').is_some_and(|(folder, _)| folder == given));
        match (inside.next(), inside.next()) {
            (Some(only), None) => instrument(only, ""),
            _ => Err(first),
        }
    })?;
    let parts = parts_of(&instrument, section);
    if let (Some(number), true) = (section, parts.is_empty()) {
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
    if is_json {
        let parts: Vec<Json> = parts.iter().map(|shown| part_json(&instrument, shown)).collect();
        let text = section.is_none().then_some(&instrument.source_text);
        print_json(&json!({ "instrument": json::instrument(&instrument), "text": text, "parts": parts }));
    } else if section.is_none() {
        say!("{}", instrument.source_text);
    } else {
        parts.iter().for_each(|shown| say!("{}", part_text(&instrument, shown)));
    }
    Ok(ExitCode::SUCCESS)
}

/// The parts that hold something, with their sections: all of them, or those in the place that a number names.
fn parts_of<'a>(instrument: &'a Instrument, number: Option<&str>) -> Vec<(&'a Section, &'a Part)> {
    let is_inside = |section: &Section, part: &Part| {
        let place = format!("{}{}", section.number, part.clauses.join(""));
        number.is_none_or(|number| {
            section.number == number || place == number || place.starts_with(&format!("{number}("))
        })
    };
    let all = instrument
        .sections
        .iter()
        .flat_map(|section| section.parts.iter().map(move |part| (section, part)));
    all.filter(|(section, part)| !part.contents.is_empty() && is_inside(section, part))
        .collect()
}

fn part_text(instrument: &Instrument, (section, part): &(&Section, &Part)) -> String {
    let place = format!(
        "{} § {} {}",
        instrument.cited_as,
        section.number,
        part.clauses.join(" ")
    );
    let mut out = format!("{}\n", place.trim_end());
    for content in &part.contents {
        let line = match said(instrument, content) {
            ("provision", line) => line.to_owned(),
            (kind, words) => format!("{kind}: {words}"),
        };
        out.push_str(&format!("    {line}\n"));
    }
    out
}

fn part_json(instrument: &Instrument, (section, part): &(&Section, &Part)) -> Json {
    let contents = part.contents.iter().map(|content| {
        let (kind, text) = said(instrument, content);
        json!({ "kind": kind, "text": text })
    });
    json!({
        "section": section.number,
        "title": section.title,
        "part": part.clauses.join(""),
        "contents": contents.collect::<Vec<_>>(),
    })
}

/// What kind of content it is, and its words: a provision's own line, or a paraphrase.
fn said<'a>(instrument: &'a Instrument, content: &'a Content) -> (&'static str, &'a str) {
    match content {
        Content::Provision(provision) => {
            let [start, end] = [provision.span.start, provision.span.end].map(|at| usize::try_from(at).unwrap_or(0));
            let line = instrument.source_text.get(start..end).unwrap_or("");
            ("provision", line.trim())
        }
        Content::Narrative(reason) => ("narrative", reason),
        Content::Pending { paraphrase, .. } => ("pending", paraphrase),
    }
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
