//! `quorate due`.

use std::process::ExitCode;

use quorate_corporation::plan::{Due as DueStep, Urgency, due};
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::book::BookFile;
use crate::commands::plan::{dates, plans_of_book};
use crate::commands::print_json;

/// Show what is due today and in the next days for the meetings that a minute book has ahead of it
///
/// The most pressing comes first. Exit status 1 when anything is overdue.
#[derive(clap::Args)]
pub struct Due {
    #[command(flatten)]
    book: BookFile,
    /// The day; today by the clock of this machine when not given
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// How many days to look ahead
    #[arg(long, value_name = "DAYS", default_value_t = 14, value_parser = clap::value_parser!(i64).range(0..=3660))]
    within: i64,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Due {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let ahead = plans_of_book(&self.book, self.on.as_deref())?;
        let all = due(&ahead.plans, ahead.today, self.within);
        if self.json {
            print_json(&json!({
                "corporation": ahead.name,
                "on": ahead.today.to_string(),
                "due": all.iter().map(due_json).collect::<Vec<_>>(),
            }));
        } else if all.is_empty() {
            sayln!(
                "nothing is due on {} or in the {} days after it",
                ahead.today,
                self.within
            );
        }
        if !self.json {
            for due in &all {
                sayln!(
                    "{:<11} {:<25} {}: {}",
                    due.urgency.word(),
                    dates(due.step),
                    due.plan.id,
                    due.step.what
                );
                if !due.step.sections.is_empty() {
                    sayln!("{:<38}{}", "", due.step.sections.join("; "));
                }
            }
        }
        let is_late = all.iter().any(|due| due.urgency == Urgency::Overdue);
        Ok(ExitCode::from(u8::from(is_late)))
    }
}

fn due_json(due: &DueStep<'_>) -> Value {
    json!({
        "plan": due.plan.id,
        "step": due.step.id,
        "what": due.step.what,
        "urgency": due.urgency.word(),
        "earliest": due.step.earliest.map(|day| day.to_string()),
        "latest": due.step.latest.map(|day| day.to_string()),
        "sections": due.step.sections,
    })
}
