//! `quorate casebook`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use quorate_casebook::{CaseFile, run};

use crate::Outcome;
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
}

impl Casebook {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let mut files = Vec::new();
        for path in &self.paths {
            collect(path, &mut files)?;
        }
        files.sort();
        let (mut passed, mut failed) = (0_usize, 0_usize);
        for path in files {
            let file = CaseFile {
                name: path.display().to_string(),
                text: read_text(&path)?,
            };
            for outcome in run(&file) {
                if outcome.is_passed() {
                    passed += 1;
                    continue;
                }
                failed += 1;
                sayln!("failed: {} (line {})", outcome.name, outcome.line);
                for difference in outcome.differences {
                    sayln!("    {difference}");
                }
            }
        }
        sayln!("{passed} passed, {failed} failed");
        Ok(ExitCode::from(u8::from(failed > 0 || passed == 0)))
    }
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
