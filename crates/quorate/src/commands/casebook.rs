//! `quorate casebook`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use quorate_casebook::{CaseFile, CaseOutcome, Companies, run};
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::print_json;
use crate::failure::Failure;
use crate::load::read_text;

/// Run Markdown cases: questions with expected answers
///
/// Ends with the line "N passed, M failed". A file that expects nothing fails.
#[derive(clap::Args)]
pub struct Casebook {
    /// Files or folders of Markdown
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Casebook {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let mut files = Vec::new();
        for path in &self.paths {
            collect(path, &mut files)?;
        }
        files.sort();
        let (mut passed, mut failed) = (0_usize, Vec::new());
        let mut companies = HashMap::new();
        for path in files {
            let file = CaseFile {
                name: path.display().to_string(),
                text: read_text(&path)?,
                companies: companies_of(&path, &mut companies)?,
            };
            for outcome in run(&file) {
                if outcome.is_passed() {
                    passed += 1;
                    continue;
                }
                if !self.json {
                    say!("{}", text(&outcome));
                }
                failed.push(outcome);
            }
        }
        if self.json {
            print_json(
                &json!({ "passed": passed, "failed": failed.len(), "failures": failed.iter().map(failure_json).collect::<Vec<_>>() }),
            );
        } else {
            sayln!("{passed} passed, {} failed", failed.len());
        }
        Ok(ExitCode::from(u8::from(!failed.is_empty() || passed == 0)))
    }
}

/// The companies of the casebook that a file belongs to: those of the nearest folder above it that has them.
fn companies_of(path: &Path, known: &mut HashMap<PathBuf, Companies>) -> Result<Companies, Failure> {
    let path = std::fs::canonicalize(path).map_err(|error| Failure::file(path, &error))?;
    let Some(file) = path
        .ancestors()
        .skip(1)
        .map(|folder| folder.join(Companies::FILE))
        .find(|file| file.is_file())
    else {
        return Ok(Companies::default());
    };
    if let Some(companies) = known.get(&file) {
        return Ok(companies.clone());
    }
    let companies = Companies::read(&read_text(&file)?);
    known.insert(file, companies.clone());
    Ok(companies)
}

fn text(failed: &CaseOutcome) -> String {
    let mut out = format!("failed: {} (line {})\n", failed.name, failed.line);
    for difference in &failed.differences {
        out.push_str(&format!("    {difference}\n"));
    }
    out
}

fn failure_json(failed: &CaseOutcome) -> Value {
    json!({ "case": failed.name, "line": failed.line, "differences": failed.differences })
}

fn collect(path: &Path, into: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let problem = |error: &std::io::Error| Failure::file(path, error);
    if !std::fs::metadata(path).map_err(|error| problem(&error))?.is_dir() {
        into.push(path.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(path).map_err(|error| problem(&error))? {
        let inner = entry.map_err(|error| problem(&error))?.path();
        if inner.is_dir() {
            collect(&inner, into)?;
        } else if inner.extension().is_some_and(|extension| extension == "md")
            && inner.file_stem().is_none_or(|stem| stem != "README")
        {
            into.push(inner);
        }
    }
    Ok(())
}
