//! What a plan is printed as, and written to.

use std::process::ExitCode;

use quorate_corporation::plan::{Clash, Plan};

use super::{in_full, summary};
use crate::Outcome;
use crate::commands::print_json;
use crate::failure::Failure;
use quorate::json;

/// How plans are shown.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Output {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

impl Output {
    /// Shows plans one after the other; exit status 1 when one is impossible or two stand in each other's way.
    pub fn show(&self, _corporation: &str, plans: &[Plan], clashes: &[Clash]) -> Outcome {
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
    pub fn summarize(&self, plans: &[Plan]) -> Result<(), Failure> {
        if self.json {
            print_json(&json::plans(plans, &[]));
        } else {
            say!("{}", summary(plans));
        }
        Ok(())
    }
}
