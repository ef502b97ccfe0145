//! `quorate why`.

use std::process::ExitCode;

use quorate::minute_book::{AuthorityRecord, FindingRecord, KeptEntry, Session};
use quorate_book::Hash;
use quorate_corporation::finding::FindingStatus;
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::book::{BookFile, entry_json, finding_json, of_book};
use crate::commands::{print_json, print_text};
use crate::failure::Failure;

/// Say why an entry stands as it does: the act, who, every rule met and not met, with the provisions' own text
///
/// The text comes from the instruments that the book keeps, as they were when the act was judged.
#[derive(clap::Args)]
pub struct Why {
    /// The number of the entry, or the id of its act
    entry: String,
    #[command(flatten)]
    book: BookFile,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Why {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let session = self.book.read()?;
        let entry = session.find(&self.entry).ok_or_else(|| {
            let help = match session.entries().len() {
                0 => "the book has no entries yet".to_owned(),
                last => format!("entries are numbered 1 to {last}; quorate log lists them"),
            };
            Failure::new(format!("there is no entry \"{}\"", self.entry), Some(&help))
        })?;
        let mut findings: Vec<&FindingRecord> = entry.record.findings.iter().collect();
        findings.sort_by_key(|finding| finding.status != FindingStatus::Unmet.word());
        if self.json {
            print_json(&why_json(&session, entry, &findings)?);
        } else {
            print_text(&why_text(&session, entry, &findings)?);
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// What a provision says, from the bytes that the book keeps; none when the book has no such bytes.
fn statement(session: &Session, authority: &AuthorityRecord) -> Result<Option<String>, Failure> {
    let Ok(hash) = authority.instrument.parse::<Hash>() else {
        return Ok(None);
    };
    let bytes = session.attachment(&hash).map_err(|error| of_book(&error))?;
    let [start, end] = [authority.start, authority.end].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
    Ok(bytes.and_then(|bytes| {
        bytes
            .get(start..end)
            .map(|bytes| String::from_utf8_lossy(bytes).trim().to_owned())
    }))
}

fn why_text(session: &Session, entry: &KeptEntry, findings: &[&FindingRecord]) -> Result<String, Failure> {
    let record = &entry.record;
    let mut out = format!("entry {}: {}\n", entry.number, record.act.headline());
    let mut row = |label: &str, text: &str| out.push_str(&format!("  {label:<12} {text}\n"));
    row("happened", &entry.happened.to_string());
    row("entered", &entry.entered.to_string());
    row("by", record.act.by.as_deref().unwrap_or("nobody named"));
    for (name, value) in &record.act.facts {
        row(name, value);
    }
    if let Some(attachment) = &record.act.attachment {
        row("attached", attachment);
    }
    row("outcome", &record.outcome.word);
    for condition in &record.outcome.conditions {
        row("", condition);
    }
    for finding in findings {
        out.push_str(&finding_text(session, finding)?);
    }
    if findings.is_empty() {
        out.push_str("  no rule was applied: the act is remembered, and judged where it matters\n");
    }
    out.push_str(&format!("  judged by rules {}\n", record.rules));
    for instrument in &record.instruments {
        out.push_str(&format!("    {}  {}\n", instrument.hash, instrument.cited_as));
    }
    if let Some(diary) = &record.diary {
        out.push_str(&format!("  diary {diary}\n"));
    }
    out.push_str(&format!("  id {}\n  hash {}\n", entry.act_id, entry.hash));
    Ok(out)
}

fn finding_text(session: &Session, finding: &FindingRecord) -> Result<String, Failure> {
    let mut out = format!("  {}[{}]: {}\n", finding.status, finding.id, finding.message);
    for authority in &finding.authority {
        out.push_str(&format!("    {}\n", authority.citation));
        for line in statement(session, authority)?.iter().flat_map(|text| text.lines()) {
            out.push_str(&format!("      | {}\n", line.trim_end()));
        }
    }
    for step in &finding.arithmetic {
        out.push_str(&format!("    counted: {step}\n"));
    }
    if let Some(help) = finding
        .help
        .as_ref()
        .filter(|_| finding.status == FindingStatus::Unmet.word())
    {
        out.push_str(&format!("    help: {help}\n"));
    }
    Ok(out)
}

fn why_json(session: &Session, entry: &KeptEntry, findings: &[&FindingRecord]) -> Result<Value, Failure> {
    let mut listed = Vec::new();
    for finding in findings {
        let mut object = finding_json(finding);
        for (index, authority) in finding.authority.iter().enumerate() {
            object["authority"][index]["text"] = json!(statement(session, authority)?);
        }
        listed.push(object);
    }
    let record = &entry.record;
    let mut object = entry_json(entry);
    object["attachment"] = json!(record.act.attachment);
    object["findings"] = json!(listed);
    object["events"] = json!(record.events);
    object["rules"] = json!(record.rules);
    object["instruments"] = record
        .instruments
        .iter()
        .map(|instrument| json!({ "cited-as": instrument.cited_as, "hash": instrument.hash }))
        .collect();
    Ok(object)
}
