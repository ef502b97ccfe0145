//! `quorate verify`.

use std::process::ExitCode;

use quorate_book::{BookError, Head, SqliteBook, Verification, verify, verify_since};
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::book::{BookFile, count, head_json, of_book};
use crate::commands::print_json;
use crate::failure::Failure;

/// Check a whole minute book: every hash anew from the stored bytes, every link, every attachment
///
/// Names what is wrong, the first wrong entry first, and prints the head. A book rewritten as a whole from some entry on
/// cannot be told from its own file: keep the head elsewhere and give it with --kept-head.
/// Exit status 1 when the book is not sound.
#[derive(clap::Args)]
pub struct Verify {
    #[command(flatten)]
    book: BookFile,
    /// A head that was kept elsewhere: the number and the hash that an earlier verify printed
    #[arg(long, num_args = 2, value_names = ["NUMBER", "HASH"])]
    kept_head: Option<Vec<String>>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Verify {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let kept = self.kept_head.as_deref().map(read_head).transpose()?;
        let opened = match SqliteBook::open_read_only(&self.book.book) {
            // A writer was killed; what it left half done is taken back, and what is left is checked.
            Err(BookError::Interrupted { .. }) => SqliteBook::open(&self.book.book),
            opened => opened,
        };
        let verified = opened.and_then(|book| match &kept {
            Some(kept) => verify_since(&book, kept),
            None => verify(&book),
        });
        let verification = match verified {
            Ok(verification) => verification,
            // Damage so great that the book does not open is what this command is asked about.
            Err(error @ (BookError::Altered(_) | BookError::Damaged { .. })) => {
                self.print_unopened(&error);
                return Ok(ExitCode::from(1));
            }
            Err(error) => return Err(of_book(&error)),
        };
        if self.json {
            print_json(&verification_json(&verification));
        } else {
            print(&verification);
        }
        Ok(ExitCode::from(u8::from(!verification.is_sound())))
    }

    fn print_unopened(&self, error: &BookError) {
        if self.json {
            let fault =
                json!({ "place": null, "what": null, "expected": null, "found": null, "message": error.to_string() });
            print_json(
                &json!({ "sound": false, "entries": null, "attachments": null, "uncited": [], "head": null, "faults": [fault] }),
            );
        } else {
            sayln!("not sound: {error}");
        }
    }
}

fn read_head(given: &[String]) -> Result<Head, Failure> {
    let help = Some("give the two that quorate verify prints after \"head\"");
    let [number, hash] = given else {
        return Err(Failure::new("a head is a number and a hash", help));
    };
    let number = number
        .parse()
        .map_err(|_| Failure::new(format!("--kept-head: \"{number}\" is not the number of an entry"), help))?;
    let hash = hash
        .parse()
        .map_err(|error| Failure::new(format!("--kept-head: {error}"), help))?;
    Ok(Head { number, hash })
}

fn print(verification: &Verification) {
    for fault in &verification.faults {
        sayln!("not sound: {fault}");
    }
    let attachments = |number| count(number, "attachment", "attachments");
    let counts = format!(
        "{}, {}",
        count(verification.entries, "entry", "entries"),
        attachments(verification.attachments)
    );
    if verification.is_sound() {
        sayln!("sound: {counts}");
    } else {
        sayln!(
            "not sound: {} in {counts}",
            count(number_of(&verification.faults), "fault", "faults")
        );
    }
    if !verification.uncited.is_empty() {
        sayln!(
            "{} cited by no entry: left by a writer that was stopped, and harmless",
            attachments(number_of(&verification.uncited))
        );
    }
    if let Some(head) = verification.head {
        sayln!("head {head}");
    }
}

fn number_of<T>(things: &[T]) -> u64 {
    u64::try_from(things.len()).unwrap_or(u64::MAX)
}

fn verification_json(verification: &Verification) -> Value {
    json!({
        "sound": verification.is_sound(),
        "entries": verification.entries,
        "attachments": verification.attachments,
        "uncited": verification.uncited.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "head": verification.head.as_ref().map(head_json),
        "faults": verification.faults.iter().map(|fault| json!({
            "place": fault.place.to_string(),
            "what": fault.wrong.to_string(),
            "expected": fault.expected,
            "found": fault.found,
            "message": fault.to_string(),
        })).collect::<Vec<_>>(),
    })
}
