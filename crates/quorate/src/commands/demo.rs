//! `quorate demo`.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::Outcome;
use crate::commands::print_json;
use crate::demonstration::{Demonstration, Stage};
use crate::failure::Failure;

/// Hold an annual meeting from the plan of deadlines to the certified result, and leave its minute book behind
///
/// The holders, proxies and ballots are invented from a fixed seed; what the public record of the corporation lacks is assumed, and
/// the output says so. Every step is justified by its section.
#[derive(clap::Args)]
pub struct Demo {
    /// The set of instruments; without it, the one that demo/default.txt names
    instruments: Option<String>,
    /// How many holders of record to invent
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(20..=5_000_000))]
    holders: u64,
    /// The folder to leave the book and the papers in, new or empty; without it, a new folder quorate-demo
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Print only what came of it, as JSON
    #[arg(long)]
    json: bool,
}

impl Demo {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let set = self
            .instruments
            .as_deref()
            .unwrap_or_else(|| quorate_instruments::default_demonstration());
        let Some(diary) = quorate_instruments::demonstration(set) else {
            let all: Vec<_> = quorate_instruments::demonstrations().collect();
            let help = format!("demonstrations: {}", all.join(", "));
            return Err(Failure::new(
                format!("there is no demonstration of \"{set}\""),
                Some(&help),
            ));
        };
        let folder = match self.out {
            Some(folder) => folder,
            None => free_folder()?,
        };
        let stage = Stage::set(&folder, set, diary, self.holders)?;
        let summary = Demonstration::new(stage, !self.json).run()?;
        if self.json {
            print_json(&summary.json);
        }
        Ok(ExitCode::from(u8::from(!summary.is_sound)))
    }
}

/// A folder of a name that nothing has yet: quorate-demo, quorate-demo-2 …
fn free_folder() -> Result<PathBuf, Failure> {
    let first = PathBuf::from("quorate-demo");
    let others = (2..1000).map(|number| PathBuf::from(format!("quorate-demo-{number}")));
    std::iter::once(first)
        .chain(others)
        .find(|folder| !folder.exists())
        .ok_or_else(|| {
            Failure::new(
                "there are a thousand folders quorate-demo already",
                Some("name another with --out DIR"),
            )
        })
}
