//! `cargo xtask`: mutation of the instruments, second readings, and generated references.

use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use xtask::generate;
use xtask::mutate::{Bench, all, of_executed, sample};
use xtask::record::{
    SecondReading, Verdict, add_second_readings, second_readings, what_is_missing, write_executed, write_verdicts,
};

/// Mutation of the instruments, second readings, and generated references.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Change each number, office and fraction of each shipped provision, and see which case notices
    ///
    /// With neither --all nor --sample it does what the test command does: one change of each provision that has earned "executed".
    Mutate {
        /// Every change; writes instruments/mutation.tsv and instruments/executed.tsv
        #[arg(long, conflicts_with = "sample")]
        all: bool,
        /// So many changes of each provision; writes nothing
        #[arg(long, value_name = "N")]
        sample: Option<usize>,
        /// Only the instruments of this set, or the instrument of this id
        #[arg(long, value_name = "NAME")]
        set: Option<String>,
        /// Also say what each section that has not earned "executed" lacks
        #[arg(long)]
        why: bool,
    },
    /// Enter that a second reader held sections against their text and found nothing to correct
    SecondReading {
        /// The instrument's id
        instrument: String,
        /// The sections' numbers
        #[arg(required = true)]
        sections: Vec<String>,
        /// Who read
        #[arg(long)]
        reader: String,
        /// The day, as 2002-04-17
        #[arg(long)]
        on: String,
    },
    /// Run everything that must hold: format, lints, tests, casebook
    Test,
    /// Write the references in docs/ from code, instruments and casebook
    Generate {
        /// Write nothing; name what is stale
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Mutate { all, sample, set, why } => run_mutants(all, sample, set.as_deref(), why),
        Command::SecondReading {
            instrument,
            sections,
            reader,
            on,
        } => enter_readings(&instrument, &sections, &reader, &on),
        Command::Test => xtask::test::run(),
        Command::Generate { check } => write_references(check),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run_mutants(is_full: bool, per_provision: Option<usize>, set: Option<&str>, why: bool) -> io::Result<bool> {
    let bench = Bench::new()?;
    for failing in &bench.failing {
        eprintln!("fails without any change, and so notices nothing: {failing}");
    }
    let instruments = bench.instruments();
    let mutants = all(&instruments, set);
    if mutants.is_empty() {
        let ids: Vec<_> = instruments.iter().map(|instrument| instrument.id.as_str()).collect();
        return Err(io::Error::other(format!(
            "no provision of {} can be changed; instruments: {}",
            set.unwrap_or("any"),
            ids.join(", ")
        )));
    }
    if !is_full {
        let chosen = match per_provision {
            Some(count) => sample(mutants, count),
            None => sample(of_executed(mutants), 1),
        };
        let verdicts = bench.judge(&chosen);
        report_survivors(&verdicts);
        return Ok(!verdicts.iter().any(Verdict::is_survivor));
    }
    let run: Vec<_> = instruments
        .iter()
        .copied()
        .filter(|instrument| mutants.iter().any(|(of, _)| of.id == instrument.id))
        .collect();
    let verdicts = write_verdicts(&run, bench.judge(&mutants))?;
    let executed = write_executed(&run, &verdicts)?;
    let ran: Vec<_> = verdicts
        .into_iter()
        .filter(|verdict| run.iter().any(|instrument| instrument.id == verdict.instrument))
        .collect();
    report_survivors(&ran);
    if why {
        let readings = second_readings()?;
        for instrument in &run {
            for section in instrument
                .sections
                .iter()
                .filter(|section| section.provisions().next().is_some())
            {
                let missing = what_is_missing(instrument, section, &ran, &readings);
                if !missing.is_empty() {
                    println!(
                        "not executed: {} § {}: {}",
                        instrument.id,
                        section.number,
                        missing.join("; ")
                    );
                }
            }
        }
    }
    println!("{executed} sections have earned \"executed\"");
    Ok(bench.failing.is_empty())
}

fn report_survivors(verdicts: &[Verdict]) {
    for verdict in verdicts.iter().filter(|verdict| verdict.is_survivor()) {
        println!(
            "survived: {} § {} {}: {}",
            verdict.instrument, verdict.section, verdict.provision, verdict.mutation
        );
    }
    let survivors = verdicts.iter().filter(|verdict| verdict.is_survivor()).count();
    println!(
        "{} mutants: {} noticed, {survivors} survived",
        verdicts.len(),
        verdicts.len() - survivors
    );
}

fn enter_readings(id: &str, sections: &[String], reader: &str, on: &str) -> io::Result<bool> {
    let instrument = quorate_instruments::load(id).map_err(|error| io::Error::other(error.to_string()))?;
    let date = quorate_calendar::Day::parse(on).map_err(|error| io::Error::other(error.to_string()))?;
    let mut readings = Vec::new();
    for number in sections {
        let section = instrument
            .section(number)
            .ok_or_else(|| io::Error::other(format!("{id} has no section {number}")))?;
        readings.push(SecondReading {
            instrument: id.to_owned(),
            section: number.clone(),
            reader: reader.replace('\t', " "),
            date: date.to_string(),
            fingerprint: section.fingerprint(),
        });
    }
    add_second_readings(readings)?;
    println!("entered; run cargo xtask mutate --all --set {id} to see whether they have earned \"executed\"");
    Ok(true)
}

fn write_references(is_check: bool) -> io::Result<bool> {
    let files = generate::all()?;
    if is_check {
        let stale = generate::stale(&files);
        for path in &stale {
            println!("stale: {path}; run cargo xtask generate");
        }
        return Ok(stale.is_empty());
    }
    for path in generate::write(&files)? {
        println!("wrote {path}");
    }
    Ok(true)
}
