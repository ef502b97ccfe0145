//! Where things stand in the repository, and the cases of its casebook.

use std::path::{Path, PathBuf};
use std::{fs, io};

use quorate_casebook::{Case, CaseFile, CaseOutcome, Companies, Story, cases, stories};

/// The folder of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder of texts that are not part of the repository; absent on most machines.
#[must_use]
pub fn shared() -> Option<PathBuf> {
    let folder = root().join("../shared");
    folder.is_dir().then_some(folder)
}

/// Every file below a folder whose name ends so, in order; none when there is no such folder.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect(folder, ending, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, ending: &str, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, ending, into)?;
        } else if path.to_string_lossy().ends_with(ending) {
            into.push(path);
        }
    }
    Ok(())
}

/// The page of a finding in the casebook, from the root of the repository.
#[must_use]
pub fn refusal_page(finding: &str) -> String {
    format!("casebook/refusals/{finding}.md")
}

/// The casebook: its questions, and what could not be read.
#[derive(Debug, Default)]
pub struct Casebook {
    /// The questions, in the order of the files.
    pub cases: Vec<Case>,
    /// The stories of acts, in the order of the files.
    pub stories: Vec<Story>,
    /// What could not be read, at its place.
    pub unreadable: Vec<CaseOutcome>,
}

/// Reads the casebook; files are named from the root of the repository.
///
/// # Errors
/// When a file cannot be read from the disk.
pub fn casebook() -> io::Result<Casebook> {
    let root = root();
    let mut casebook = Casebook::default();
    let companies = Companies::read(&fs::read_to_string(root.join("casebook").join(Companies::FILE))?);
    for path in files(&root.join("casebook"), ".md")? {
        if path.file_stem().is_some_and(|stem| stem == "README") {
            continue;
        }
        let name = path
            .strip_prefix(&root)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        let file = CaseFile {
            name,
            text: fs::read_to_string(&path)?,
            companies: companies.clone(),
        };
        casebook.stories.extend(stories(&file));
        for case in cases(&file) {
            match case {
                Ok(case) => casebook.cases.push(case),
                Err(outcome) => casebook.unreadable.push(outcome),
            }
        }
    }
    Ok(casebook)
}
