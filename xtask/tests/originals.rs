//! The bylaws against the texts that they were read from, where those are at hand.

// Tests state what must hold by unwrapping, in their helpers as well.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::sync::Arc;

use quorate_law::Instrument;
use xtask::originals::{ORIGINALS, Original};
use xtask::repository::{files, shared};

/// Each original with its instrument; none, with a word about it, where the texts are not at hand.
fn originals() -> Vec<(Original, Arc<Instrument>, usize)> {
    let Some(folder) = shared()
        .map(|shared| shared.join("bylaws-texts"))
        .filter(|folder| folder.is_dir())
    else {
        eprintln!("skipped: the original texts are not at hand");
        return Vec::new();
    };
    let texts = files(&folder, ".txt").unwrap();
    ORIGINALS
        .iter()
        .map(|(prefix, id, count)| {
            let path = texts.iter().find(|path| {
                path.file_name()
                    .is_some_and(|name| name.to_string_lossy().starts_with(prefix))
            });
            let path = path.unwrap_or_else(|| panic!("no text {prefix} in {}", folder.display()));
            (
                Original::read(&fs::read_to_string(path).unwrap()),
                quorate_instruments::load(id).unwrap(),
                *count,
            )
        })
        .collect()
}

#[test]
fn every_section_of_the_originals_is_there_in_order_with_its_title() {
    let mut wrong = Vec::new();
    for (original, instrument, count) in originals() {
        if instrument.sections.len() != count {
            wrong.push(format!(
                "{}: {} sections, the text has {count}",
                instrument.id,
                instrument.sections.len()
            ));
        }
        for (section, found) in instrument.sections.iter().zip(original.sections(&instrument)) {
            if found.is_none() {
                wrong.push(format!(
                    "{} § {} {}: no such heading in its place",
                    instrument.id, section.number, section.title
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_numbers_and_dates_of_a_section_occur_in_its_text() {
    let mut wrong = Vec::new();
    for (original, instrument, _) in originals() {
        for (section, found) in instrument.sections.iter().zip(original.sections(&instrument)) {
            let Some(found) = found else { continue };
            for provision in section.provisions() {
                let missing = found.missing(provision);
                if !missing.is_empty() {
                    wrong.push(format!(
                        "{} {}: the text does not say {}",
                        instrument.id,
                        provision.statement(),
                        missing.join(", ")
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
