//! Sections that have earned *executed* still deserve it: a sample of their mutants is run again, and the committed results are
//! complete. `cargo xtask mutate --all` runs every mutant.

// Tests state what must hold by unwrapping, in their helpers as well.
#![allow(clippy::unwrap_used, clippy::panic)]

use xtask::mutate::{Bench, all, of_executed, sample};
use xtask::record::{Verdict, second_readings, verdicts};

#[test]
fn a_sampled_mutant_of_every_executed_provision_is_noticed() {
    let bench = Bench::new().unwrap();
    let chosen = sample(of_executed(all(&bench.instruments(), None)), 1);
    let survivors: Vec<_> = bench
        .judge(&chosen)
        .into_iter()
        .filter(Verdict::is_survivor)
        .map(|verdict| {
            format!(
                "{} § {} {}: {}",
                verdict.instrument, verdict.section, verdict.provision, verdict.mutation
            )
        })
        .collect();
    assert!(
        survivors.is_empty(),
        "no case notices these changes of executed sections:\n{}",
        survivors.join("\n")
    );
}

#[test]
fn every_mutant_of_an_executed_section_has_a_committed_verdict_and_the_section_a_second_reading() {
    let bench = Bench::new().unwrap();
    let verdicts = verdicts().unwrap();
    let readings = second_readings().unwrap();
    let mut wrong = Vec::new();
    for (instrument, mutant) in of_executed(all(&bench.instruments(), None)) {
        let is_noticed = verdicts.iter().any(|verdict| {
            verdict.instrument == instrument.id
                && verdict.section == mutant.section
                && verdict.provision == mutant.provision
                && verdict.mutation == mutant.mutation
                && !verdict.is_survivor()
        });
        if !is_noticed {
            wrong.push(format!(
                "{} § {} {}: {}: no case is on record",
                instrument.id, mutant.section, mutant.provision, mutant.mutation
            ));
        }
        let is_read = readings
            .iter()
            .any(|reading| reading.instrument == instrument.id && reading.section == mutant.section);
        if !is_read {
            wrong.push(format!(
                "{} § {}: no second reading is on record",
                instrument.id, mutant.section
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
