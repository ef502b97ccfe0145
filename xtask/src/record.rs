//! The committed records: what came of every mutant, who read a section a second time, and which sections have thereby earned
//! *executed*.
//!
//! | file | columns |
//! |---|---|
//! | `instruments/mutation.tsv` | instrument, section, provision, mutation, the case that notices it or SURVIVED |
//! | `instruments/second-readings.tsv` | instrument, section, reader, date, fingerprint of the provisions read |
//! | `instruments/executed.tsv` | instrument, section, fingerprint of its provisions, the second reading |

use std::path::PathBuf;
use std::{fs, io};

use quorate_law::{Instrument, Section};

use crate::repository::root;

/// What stands for the case where none notices a mutant.
pub const SURVIVED: &str = "SURVIVED";

const MUTATION_HEADER: &str = "# What each change of a provision does: instrument, section, provision, mutation, the case that notices it. Written by cargo xtask mutate.\n";
const EXECUTED_HEADER: &str = "# Sections that have earned \"executed\": instrument, section, fingerprint of its provisions, second reading. Written by cargo xtask mutate --all.\n";
const READINGS_HEADER: &str = "# Sections that a second reader found nothing to correct in: instrument, section, reader, date, fingerprint of the provisions read. Rows are added by cargo xtask second-reading.\n";

/// What came of one mutant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Verdict {
    /// The instrument's id.
    pub instrument: String,
    /// The section's number.
    pub section: String,
    /// The provision.
    pub provision: String,
    /// What was changed.
    pub mutation: String,
    /// The case that notices, or [`SURVIVED`].
    pub killed_by: String,
}

impl Verdict {
    /// Whether no case noticed.
    #[must_use]
    pub fn is_survivor(&self) -> bool {
        self.killed_by == SURVIVED
    }
}

/// One second reading of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondReading {
    /// The instrument's id.
    pub instrument: String,
    /// The section's number.
    pub section: String,
    /// Who read it.
    pub reader: String,
    /// The day, as 2002-04-17.
    pub date: String,
    /// The fingerprint of the provisions read.
    pub fingerprint: String,
}

fn path(file: &str) -> PathBuf {
    root().join("instruments").join(file)
}

/// The rows of a file of `N` columns; none when there is no file.
fn rows<const N: usize>(file: &str) -> io::Result<Vec<[String; N]>> {
    let text = match fs::read_to_string(path(file)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        read => read?,
    };
    let mut rows = Vec::new();
    for (index, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
    {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let found = cells.len();
        rows.push(<[String; N]>::try_from(cells).map_err(|_| {
            io::Error::other(format!(
                "instruments/{file}:{}: {N} columns are wanted, there are {found}",
                index + 1
            ))
        })?);
    }
    Ok(rows)
}

fn write<const N: usize>(file: &str, header: &str, rows: impl Iterator<Item = [String; N]>) -> io::Result<()> {
    let mut text = header.to_owned();
    for row in rows {
        text.push_str(&row.join("\t"));
        text.push('\n');
    }
    fs::write(path(file), text)
}

/// The verdicts of the last runs.
///
/// # Errors
/// When the file cannot be read, or a row has other columns.
pub fn verdicts() -> io::Result<Vec<Verdict>> {
    let rows = rows("mutation.tsv")?;
    Ok(rows
        .into_iter()
        .map(|[instrument, section, provision, mutation, killed_by]| Verdict {
            instrument,
            section,
            provision,
            mutation,
            killed_by,
        })
        .collect())
}

/// Writes the verdicts of the instruments that were run, and keeps those of the others that still ship.
///
/// # Errors
/// When the file cannot be read or written.
pub fn write_verdicts(run: &[&Instrument], found: Vec<Verdict>) -> io::Result<Vec<Verdict>> {
    let ships = |id: &str| quorate_instruments::ids().any(|known| known == id);
    let kept = verdicts()?
        .into_iter()
        .filter(|old| ships(&old.instrument) && !run.iter().any(|instrument| instrument.id == old.instrument));
    let mut all: Vec<Verdict> = kept.chain(found).collect();
    all.sort();
    let row = |verdict: &Verdict| {
        let Verdict {
            instrument,
            section,
            provision,
            mutation,
            killed_by,
        } = verdict.clone();
        [instrument, section, provision, mutation, killed_by]
    };
    write("mutation.tsv", MUTATION_HEADER, all.iter().map(row))?;
    Ok(all)
}

/// The second readings on record.
///
/// # Errors
/// When the file cannot be read, or a row has other columns.
pub fn second_readings() -> io::Result<Vec<SecondReading>> {
    let rows = rows("second-readings.tsv")?;
    Ok(rows
        .into_iter()
        .map(|[instrument, section, reader, date, fingerprint]| SecondReading {
            instrument,
            section,
            reader,
            date,
            fingerprint,
        })
        .collect())
}

/// Adds second readings; an earlier one of the same section gives way.
///
/// # Errors
/// When the file cannot be read or written.
pub fn add_second_readings(new: Vec<SecondReading>) -> io::Result<()> {
    let same = |left: &SecondReading, right: &SecondReading| {
        left.instrument == right.instrument && left.section == right.section
    };
    let mut all: Vec<_> = second_readings()?
        .into_iter()
        .filter(|old| !new.iter().any(|new| same(old, new)))
        .collect();
    all.extend(new);
    all.sort_by(|left, right| (&left.instrument, &left.section).cmp(&(&right.instrument, &right.section)));
    let row = |reading: &SecondReading| {
        let SecondReading {
            instrument,
            section,
            reader,
            date,
            fingerprint,
        } = reading.clone();
        [instrument, section, reader, date, fingerprint]
    };
    write("second-readings.tsv", READINGS_HEADER, all.iter().map(row))
}

/// Why a section has not earned *executed*; nothing when it has.
#[must_use]
pub fn what_is_missing(
    instrument: &Instrument,
    section: &Section,
    verdicts: &[Verdict],
    readings: &[SecondReading],
) -> Vec<String> {
    let mut missing = Vec::new();
    let own: Vec<_> = verdicts
        .iter()
        .filter(|verdict| verdict.instrument == instrument.id && verdict.section == section.number)
        .collect();
    let survivors = own.iter().filter(|verdict| verdict.is_survivor()).count();
    if own.is_empty() {
        missing.push("no mutants were run".to_owned());
    }
    if survivors > 0 {
        missing.push(format!("{survivors} of {} mutants survive", own.len()));
    }
    match readings
        .iter()
        .find(|reading| reading.instrument == instrument.id && reading.section == section.number)
    {
        None => missing.push("no second reading".to_owned()),
        Some(reading) if reading.fingerprint != section.fingerprint() => {
            missing.push("changed since its second reading".to_owned())
        }
        Some(_) => {}
    }
    missing
}

/// Derives the rows of `executed.tsv` for the instruments that were run from their verdicts and second readings, and keeps the
/// rows of the others; returns how many sections stand in it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write_executed(run: &[&Instrument], verdicts: &[Verdict]) -> io::Result<usize> {
    let readings = second_readings()?;
    let mut all: Vec<[String; 4]> = rows("executed.tsv")?;
    all.retain(|[id, ..]| !run.iter().any(|instrument| instrument.id == *id));
    for instrument in run {
        for section in instrument
            .sections
            .iter()
            .filter(|section| section.provisions().next().is_some())
        {
            if !what_is_missing(instrument, section, verdicts, &readings).is_empty() {
                continue;
            }
            let reading = readings
                .iter()
                .find(|reading| reading.instrument == instrument.id && reading.section == section.number);
            let reading = reading.map_or_else(String::new, |reading| format!("{}, {}", reading.reader, reading.date));
            all.push([
                instrument.id.clone(),
                section.number.clone(),
                section.fingerprint(),
                reading,
            ]);
        }
    }
    all.sort();
    let count = all.len();
    write("executed.tsv", EXECUTED_HEADER, all.into_iter())?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quorate_law::read_instrument;

    #[test]
    fn a_section_earns_its_status_by_every_mutant_and_a_reading_of_the_words_that_stand() {
        let text = "bylaws \"Oak, Inc.\" {\n section \"1.1\" \"Oak\" { votes-per-share 1 }\n}\n";
        let oak = read_instrument("oak/bylaws", text).unwrap();
        let section = &oak.sections[0];
        let verdict = |killed_by: &str| Verdict {
            instrument: "oak/bylaws".into(),
            section: "1.1".into(),
            provision: "votes-per-share".into(),
            mutation: "votes: 1 → 2".into(),
            killed_by: killed_by.into(),
        };
        let reading = |fingerprint: String| SecondReading {
            instrument: "oak/bylaws".into(),
            section: "1.1".into(),
            reader: "a clerk".into(),
            date: "2026-01-02".into(),
            fingerprint,
        };
        let missing =
            |verdicts: &[Verdict], readings: &[SecondReading]| what_is_missing(&oak, section, verdicts, readings);
        let (killed, read) = ([verdict("oak.md")], [reading(section.fingerprint())]);
        assert!(missing(&killed, &read).is_empty());
        assert_eq!(missing(&[], &read), ["no mutants were run"]);
        assert_eq!(
            missing(&[verdict("oak.md"), verdict(SURVIVED)], &read),
            ["1 of 2 mutants survive"]
        );
        assert_eq!(missing(&killed, &[]), ["no second reading"]);
        assert_eq!(
            missing(&killed, &[reading("of other words".into())]),
            ["changed since its second reading"]
        );
    }
}
