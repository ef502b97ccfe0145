//! `quorate law-book`.

use std::process::ExitCode;

use quorate_calendar::Day;
use quorate_law::Provision;

use crate::Outcome;
use crate::commands::print_json;
use crate::failure::Failure;
use crate::load::{instrument, of_load};
use crate::render::json;

/// Show the law in force on a day: every typed provision of the statute, and of bylaws where named
#[derive(clap::Args)]
pub struct LawBook {
    /// The day
    #[arg(long, value_name = "DATE")]
    on: String,
    /// Bylaws to show beside the statute
    #[arg(long, value_name = "INSTRUMENTS")]
    under: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl LawBook {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let day = Day::parse(&self.on).map_err(|error| Failure::new(error, Some("write the day as 2002-04-17")))?;
        let mut instruments = quorate_instruments::general().map_err(|error| of_load(&error))?;
        if let Some(under) = &self.under {
            instruments.push(instrument(under, "bylaws")?);
        }
        let in_force: Vec<&Provision> = instruments
            .iter()
            .flat_map(|instrument| instrument.provisions())
            .filter(|provision| provision.validity.contains(day))
            .collect();
        if self.json {
            print_json(&in_force.iter().map(|provision| json::provision(provision)).collect());
        } else {
            for provision in in_force {
                let effect = provision.effect.map_or(String::new(), |effect| format!(" [{effect}]"));
                let scope = if provision.scope.0.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", provision.scope)
                };
                sayln!(
                    "{:<32} {}{scope}{effect}",
                    provision.citation.to_string(),
                    provision.statement()
                );
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
