//! What a plan is printed as, and written to.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use quorate_corporation::plan::{Clash, Plan};
use quorate_papers::{Export, icalendar, timeline};

use super::{in_full, summary};
use crate::Outcome;
use crate::commands::book::moment_or_now;
use crate::commands::print_json;
use crate::failure::Failure;
use crate::load::read_text;
use crate::render::json;

/// How plans are shown, and where they are written besides.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Output {
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Write an iCalendar file, for any calendar program
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    /// The iCalendar file written earlier; what fell away since is cancelled
    #[arg(long, value_name = "FILE", requires = "ics")]
    update: Option<PathBuf>,
    /// The number of this export, higher than that of an earlier one; the number of the book's last entry when not given
    #[arg(long, value_name = "NUMBER", requires = "ics")]
    sequence: Option<u64>,
    /// The moment of the export; now by the clock of this machine when not given
    #[arg(long, value_name = "MOMENT", requires = "ics")]
    stamp: Option<String>,
    /// Write a picture, for any browser
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

/// Whose plans they are.
pub struct Whose<'a> {
    /// The corporation, or the instruments where none is known.
    pub name: &'a str,
    /// The number of the book's last entry; 0 without a book.
    pub head: u64,
}

impl Output {
    /// Shows plans one after the other; exit status 1 when one is impossible or two stand in each other's way.
    pub fn show(&self, whose: &Whose<'_>, plans: &[Plan], clashes: &[Clash]) -> Outcome {
        self.write_files(whose, plans)?;
        if self.json {
            print_json(&json::plans(plans, clashes));
        } else {
            let each: Vec<String> = plans.iter().map(in_full).collect();
            say!("{}", each.join("\n"));
            for clash in clashes {
                sayln!("\n{} and {}: {}", clash.first, clash.second, clash.why);
            }
        }
        let is_in_order = clashes.is_empty() && plans.iter().all(Plan::is_possible);
        Ok(ExitCode::from(u8::from(!is_in_order)))
    }

    /// Shows the plans of a range of days, a line for each run of days.
    ///
    /// # Errors
    /// A file is asked for: a range of days has many plans, and a file is of one.
    pub fn summarize(&self, plans: &[Plan]) -> Result<(), Failure> {
        if self.ics.is_some() || self.svg.is_some() {
            let help = "choose a day and give it with --on";
            return Err(Failure::new(
                "a range of days cannot be written as a calendar or a picture",
                Some(help),
            ));
        }
        if self.json {
            print_json(&json::plans(plans, &[]));
        } else {
            say!("{}", summary(plans));
        }
        Ok(())
    }

    fn write_files(&self, whose: &Whose<'_>, plans: &[Plan]) -> Result<(), Failure> {
        if let Some(file) = &self.ics {
            // The earlier file is read first: it may be the one that is written.
            let earlier = self.update.as_deref().map(read_text).transpose()?;
            let export = Export {
                corporation: whose.name,
                sequence: self.sequence.unwrap_or(whose.head),
                stamp: moment_or_now("--stamp", self.stamp.as_deref())?,
                earlier: earlier.as_deref(),
            };
            write(file, &icalendar(plans, &export))?;
        }
        if let Some(file) = &self.svg {
            write(file, &timeline(&format!("{}: the plan", whose.name), plans))?;
        }
        Ok(())
    }
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(file, text).map_err(|error| Failure::file(file, &error))
}
