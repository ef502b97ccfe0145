//! `quorate log`.

use std::process::ExitCode;

use crate::Outcome;
use crate::commands::book::{Axes, BookFile, entry_json, outcome};
use crate::commands::{print_json, print_text};

/// List the entries of a minute book, in the order in which they were entered
///
/// One a line: its number, when it happened, when it was entered, the act and its outcome.
#[derive(clap::Args)]
pub struct Log {
    #[command(flatten)]
    book: BookFile,
    #[command(flatten)]
    axes: Axes,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Log {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let session = self.book.read()?;
        let mut entries = session.known(self.axes.read()?);
        entries.sort_by_key(|entry| entry.number);
        if self.json {
            print_json(&entries.into_iter().map(entry_json).collect());
            return Ok(ExitCode::SUCCESS);
        }
        let mut text = String::new();
        for entry in entries {
            let happened = entry.happened.to_string();
            let act = entry.record.act.headline();
            text.push_str(&format!(
                "{:>5}  {happened:<16}  {}  {act}  {}\n",
                entry.number,
                entry.entered,
                outcome(entry)
            ));
        }
        print_text(&text);
        Ok(ExitCode::SUCCESS)
    }
}
