//! docs/coverage.md: what of each instrument's text is executed, narrative or pending.

use quorate_law::{Instrument, coverage};

use super::{head, row};

/// The text.
pub fn text() -> String {
    let mut out = String::from(
        "# Coverage\n\nA section is *executed* when its provisions were read a second time and every change of them makes a case fail, *narrative* when it gives nothing to check, and *pending* otherwise.\nA section's status is its weakest part's, so that one paraphrased rule keeps it pending; parts and provisions are counted besides.\n\n",
    );
    let instruments: Vec<_> = quorate_instruments::ids()
        .filter_map(|id| quorate_instruments::load(id).ok())
        .collect();
    out.push_str(&head(&[
        "instrument",
        "sections",
        "executed",
        "narrative",
        "pending",
        "parts executed",
        "of parts",
        "provisions earned",
        "of provisions",
    ]));
    for instrument in &instruments {
        let (_, counts) = coverage(instrument, &|section| {
            quorate_instruments::has_earned(instrument, section)
        });
        let counts = [
            counts.sections,
            counts.executed,
            counts.narrative,
            counts.pending,
            counts.parts_executed,
            counts.parts,
            counts.provisions_earned,
            counts.provisions,
        ]
        .map(|count| count.to_string());
        let id = format!("`{}`", instrument.id);
        let cells: Vec<&str> = [id.as_str()]
            .into_iter()
            .chain(counts.iter().map(String::as_str))
            .collect();
        out.push_str(&row(&cells));
    }
    for instrument in &instruments {
        out.push_str(&sections(instrument));
    }
    out
}

fn sections(instrument: &Instrument) -> String {
    let mut out = format!(
        "\n## {}\n\n{}",
        instrument.id,
        head(&["section", "title", "status", "provisions"])
    );
    for section in coverage(instrument, &|section| {
        quorate_instruments::has_earned(instrument, section)
    })
    .0
    {
        out.push_str(&row(&[
            &section.section,
            &section.title,
            section.status.word(),
            &section.provisions.to_string(),
        ]));
    }
    out
}
