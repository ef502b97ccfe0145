//! `quorate init`.

use std::process::ExitCode;

use quorate_book::{Genesis, SqliteBook, Store};
use serde_json::json;

use crate::Outcome;
use crate::commands::book::{BookFile, PRACTICE, head_json, moment_or_now, of_book};
use crate::commands::print_json;
use crate::failure::Failure;
use crate::load::read_text;
use crate::practice::{PracticeFile, of_text};

/// Begin a minute book: one file, in which nothing is ever changed or taken out
///
/// The file must not be there yet. A practice that is given is kept in the book, and every act is judged by it. The book then takes acts: quorate act DIARY --book FILE.
///
/// Example: quorate init --book oak.book --name "Oak, Inc."
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Init {
    #[command(flatten)]
    book: BookFile,
    /// The name of the corporation
    #[arg(long)]
    name: String,
    #[command(flatten)]
    practice: PracticeFile,
    /// When the book is begun; the clock's time when not given
    #[arg(long, value_name = "MOMENT")]
    entered: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Init {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Failure::new(
                "the name is empty, and a book is one corporation's",
                Some("give the corporation's name with --name"),
            ));
        }
        let begun = moment_or_now("--entered", self.entered.as_deref())?;
        let mut about = json!({ "begun": begun.to_string() });
        if let Some(path) = &self.practice.practice {
            let text = read_text(path)?;
            of_text(path, &text)?;
            about[PRACTICE] = json!(text);
        }
        let genesis = Genesis::new(name, about).expect("it holds text only, which is exact");
        let book = SqliteBook::create(&self.book.book, &genesis).map_err(|error| of_book(&error))?;
        let head = book.head().map_err(|error| of_book(&error))?;
        let file = self.book.book.display();
        if self.json {
            print_json(&json!({
                "book": file.to_string(),
                "corporation": name,
                "begun": begun.to_string(),
                "head": head_json(&head),
            }));
        } else {
            sayln!("{file}: the minute book of {name} is begun; head {head}");
        }
        Ok(ExitCode::SUCCESS)
    }
}
