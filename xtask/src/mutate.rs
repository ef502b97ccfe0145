//! Running mutants: which case notices each change of a provision.
//!
//! A case is asked again under a changed instrument when it is asked under that instrument and its question consults the
//! changed provision. What no such case notices survives.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use quorate_casebook::{Case, Shelf};
use quorate_law::Instrument;
use rayon::prelude::*;

use crate::mutants::{Mutant, mutants};
use crate::record::{SURVIVED, Verdict};
use crate::repository::casebook;

/// The cases that pass, with the ids of the instruments that each is asked under, and the instruments as they ship.
#[derive(Debug)]
pub struct Bench {
    shelf: Shelf,
    cases: Vec<(Case, Vec<String>)>,
    /// What does not pass or cannot be read even without a change; such a case notices nothing.
    pub failing: Vec<String>,
}

impl Bench {
    /// Reads the casebook and runs it once, unchanged.
    ///
    /// # Errors
    /// When a case file cannot be read from the disk.
    pub fn new() -> io::Result<Self> {
        let shelf = Shelf::shipped();
        let casebook = casebook()?;
        let mut failing: Vec<String> = casebook
            .unreadable
            .into_iter()
            .map(|outcome| format!("{} (line {})", outcome.name, outcome.line))
            .collect();
        let told = casebook.stories.iter().flat_map(|story| story.run(&shelf));
        let untrue = told.filter(|outcome| !outcome.is_passed());
        failing.extend(untrue.map(|outcome| format!("{} (line {})", outcome.name, outcome.line)));
        let run: Vec<_> = casebook
            .cases
            .into_par_iter()
            .map(|case| (case.run(&shelf).is_passed(), case))
            .collect();
        let mut cases = Vec::new();
        for (is_passed, case) in run {
            match case.law_book(&shelf) {
                Ok(book) if is_passed => {
                    let ids = book
                        .instruments()
                        .iter()
                        .map(|instrument| instrument.id.clone())
                        .collect();
                    cases.push((case, ids));
                }
                _ => failing.push(format!("{} (line {})", case.name, case.line)),
            }
        }
        Ok(Self { shelf, cases, failing })
    }

    /// The instruments that ship.
    #[must_use]
    pub fn instruments(&self) -> Vec<&Instrument> {
        self.shelf.all_shipped().iter().map(AsRef::as_ref).collect()
    }

    /// Runs every mutant given, each with its instrument, on all cores; verdicts come in the same order.
    #[must_use]
    pub fn judge(&self, mutants: &[(&Instrument, Mutant)]) -> Vec<Verdict> {
        mutants
            .par_iter()
            .map(|(instrument, mutant)| self.verdict(instrument, mutant))
            .collect()
    }

    fn verdict(&self, instrument: &Instrument, mutant: &Mutant) -> Verdict {
        let shelf = self.shelf.clone().with_shipped(Arc::new(mutant.apply(instrument)));
        let is_concerned = |case: &Case, ids: &[String]| {
            ids.contains(&instrument.id)
                && case
                    .request
                    .question
                    .provisions
                    .iter()
                    .any(|definition| definition.name == mutant.definition)
        };
        let killer = self
            .cases
            .iter()
            .find(|(case, ids)| is_concerned(case, ids) && !case.run(&shelf).is_passed());
        Verdict {
            instrument: instrument.id.clone(),
            section: mutant.section.clone(),
            provision: mutant.provision.clone(),
            mutation: mutant.mutation.clone(),
            killed_by: killer.map_or_else(|| SURVIVED.to_owned(), |(case, _)| case.name.clone()),
        }
    }
}

/// Every mutant of the instruments, or of those of one set where one is named.
#[must_use]
pub fn all<'a>(instruments: &[&'a Instrument], set: Option<&str>) -> Vec<(&'a Instrument, Mutant)> {
    let is_wanted = |instrument: &Instrument| {
        set.is_none_or(|set| instrument.id.split('/').next() == Some(set) || instrument.id == set)
    };
    instruments
        .iter()
        .filter(|instrument| is_wanted(instrument))
        .flat_map(|instrument| mutants(instrument).into_iter().map(move |mutant| (*instrument, mutant)))
        .collect()
}

/// At most so many mutants of each provision, the same ones on every run: those whose text hashes lowest.
#[must_use]
pub fn sample(mut mutants: Vec<(&Instrument, Mutant)>, per_provision: usize) -> Vec<(&Instrument, Mutant)> {
    mutants.sort_by_cached_key(|(_, mutant)| {
        hash(&format!("{} {} {}", mutant.section, mutant.provision, mutant.mutation))
    });
    let mut taken: BTreeMap<(String, (usize, usize, usize)), usize> = BTreeMap::new();
    mutants.retain(|(instrument, mutant)| {
        let count = taken.entry((instrument.id.clone(), mutant.place)).or_default();
        *count += 1;
        *count <= per_provision
    });
    mutants
}

/// FNV-1a: the same on every machine and with every compiler.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The mutants of the sections that have earned *executed*.
#[must_use]
pub fn of_executed(mutants: Vec<(&Instrument, Mutant)>) -> Vec<(&Instrument, Mutant)> {
    mutants
        .into_iter()
        .filter(|(instrument, mutant)| quorate_instruments::has_earned(instrument, &mutant.section))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use quorate_casebook::{CaseFile, cases};

    /// A bench of one case, asked of a bylaw window narrower than the statute's.
    fn bench(expect: &str) -> (Bench, Instrument) {
        let set = quorate_instruments::sets().next().expect("sets ship");
        let bylaws = "bylaws \"Oak, Inc.\" {\n section \"1.1\" \"Oak\" {\n stockholder-notice \"not less than 15 nor more than 45 days before the meeting\"\n}\n}\n";
        let bylaws = quorate_law::read_instrument(&format!("{set}/bylaws"), bylaws).unwrap();
        let shelf = Shelf::shipped().with_shipped(Arc::new(bylaws.clone()));
        let text = format!(
            "```kdl\nask stockholder-notice-window under=\"{set}\" meeting-date=\"2002-04-17\" {{\n{expect}\n}}\n```\n"
        );
        let cases = cases(&CaseFile {
            name: "oak.md".into(),
            text,
            companies: quorate_casebook::Companies::default(),
        });
        let cases = cases.into_iter().map(|case| {
            let case = case.unwrap();
            assert!(case.run(&shelf).is_passed(), "{:?}", case.run(&shelf));
            let ids = case
                .law_book(&shelf)
                .unwrap()
                .instruments()
                .iter()
                .map(|instrument| instrument.id.clone())
                .collect();
            (case, ids)
        });
        (
            Bench {
                cases: cases.collect(),
                shelf,
                failing: Vec::new(),
            },
            bylaws,
        )
    }

    #[test]
    fn a_case_kills_what_it_stands_on_and_nothing_else() {
        // 17 April 2002 − 15 = 2 April; the other end is not looked at.
        let (bench, bylaws) = bench("expect latest=\"2002-04-02\"");
        let verdicts = bench.judge(&all(&[&bylaws], None));
        for verdict in &verdicts {
            let touches_latest = ["left out", "less than 16", "less than 14"]
                .iter()
                .any(|mark| verdict.mutation.contains(mark));
            let touches_only_earliest = ["more than 46", "more than 44"]
                .iter()
                .any(|mark| verdict.mutation.contains(mark));
            if touches_latest {
                assert_eq!(
                    verdict.killed_by, "oak.md: ask stockholder-notice-window",
                    "{}",
                    verdict.mutation
                );
            } else if touches_only_earliest {
                assert_eq!(verdict.killed_by, SURVIVED, "{}", verdict.mutation);
            }
        }
        assert!(verdicts.len() >= 5);
    }

    #[test]
    fn a_sample_is_one_of_each_provision_and_always_the_same() {
        let (_, bylaws) = bench("expect latest=\"2002-04-02\"");
        let once = sample(all(&[&bylaws], None), 1);
        assert_eq!(once.len(), 1);
        assert_eq!(once[0].1.mutation, sample(all(&[&bylaws], None), 1)[0].1.mutation);
    }
}
