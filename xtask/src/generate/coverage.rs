//! docs/coverage.md: what of each instrument's text is executed, narrative or pending.

use quorate_law::{Instrument, coverage};

use super::{head, row};

/// The text.
pub fn text() -> String {
    let mut out = String::from(
        "# Coverage\n\nA section is *executed* when its provisions were read a second time and every change of them makes a case fail, *narrative* when it gives nothing to check, and *pending* otherwise.\nA section's status is its weakest part's.\n\n",
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
        "provisions",
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
            instrument.provisions().count(),
        ]
        .map(|count| count.to_string());
        let [sections, executed, narrative, pending, provisions] = &counts;
        out.push_str(&row(&[
            &format!("`{}`", instrument.id),
            sections,
            executed,
            narrative,
            pending,
            provisions,
        ]));
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
