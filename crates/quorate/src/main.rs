//! The command line: one file per command, with its help beside it.
//!
//! Exit status: 0 clean, 1 unmet findings, 2 input that cannot be read.

/// Prints text as `print!` does; a reader that has gone away, such as `head`, is no failure of ours.
macro_rules! say {
    ($($argument:tt)*) => { crate::commands::print_text(&format!($($argument)*)) };
}

/// Prints a line as `println!` does; see `say!`.
macro_rules! sayln {
    ($($argument:tt)*) => { crate::commands::print_text(&(format!($($argument)*) + "\n")) };
}

mod commands;
mod demonstration;
mod failure;
mod load;
mod practice;
mod render;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;

/// Runs a Delaware corporation by its own bylaws.
///
/// Exit status: 0 when everything is in order, 1 when a rule is not met, 2 when something could not be read.
#[derive(Parser)]
#[command(
    version,
    about,
    long_about,
    max_term_width = 100,
    propagate_version = true,
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Demo(commands::demo::Demo),
    Ask(commands::ask::Ask),
    Check(commands::check::Check),
    Questions(commands::questions::Questions),
    Instruments(commands::instruments::Instruments),
    Coverage(commands::coverage::Coverage),
    LawBook(commands::law_book::LawBook),
    Explain(commands::explain::Explain),
    Plan(Box<commands::plan::Plan>),
    Due(commands::due::Due),
    Casebook(commands::casebook::Casebook),
    Init(commands::init::Init),
    Act(commands::act::Act),
    Status(commands::status::Status),
    Log(commands::log::Log),
    Why(commands::why::Why),
    Defects(commands::defects::Defects),
    Exceptions(commands::exceptions::Exceptions),
    Deliveries(commands::deliveries::Deliveries),
    Verify(commands::verify::Verify),
    Audit(commands::audit::Audit),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Demo(command) => command.run(),
        Command::Ask(command) => command.run(),
        Command::Check(command) => command.run(),
        Command::Questions(command) => command.run(),
        Command::Instruments(command) => command.run(),
        Command::Coverage(command) => command.run(),
        Command::LawBook(command) => command.run(),
        Command::Explain(command) => command.run(),
        Command::Plan(command) => command.run(),
        Command::Due(command) => command.run(),
        Command::Casebook(command) => command.run(),
        Command::Init(command) => command.run(),
        Command::Act(command) => command.run(),
        Command::Status(command) => command.run(),
        Command::Log(command) => command.run(),
        Command::Why(command) => command.run(),
        Command::Defects(command) => command.run(),
        Command::Exceptions(command) => command.run(),
        Command::Deliveries(command) => command.run(),
        Command::Verify(command) => command.run(),
        Command::Audit(command) => command.run(),
    };
    match outcome {
        Ok(status) => status,
        Err(failure) => {
            eprint!("{failure}");
            ExitCode::from(2)
        }
    }
}

/// What a command gives back: its exit status, or why its input could not be read.
type Outcome = Result<ExitCode, Failure>;
