//! Coverage: what of an instrument's text is executed, narrative or pending, section by section.

use crate::instrument::{Content, Instrument, Part, Section};
use crate::standing::words;

words! {
    /// How far a section, or a part of one, is carried out. A section's status is its weakest part's.
    Coverage {
        /// A rule that is only paraphrased, or whose provisions have not earned their status yet.
        Pending => "pending",
        /// Typed provisions that questions use, read a second time and proved by mutation.
        Executed => "executed",
        /// Nothing to check.
        Narrative => "narrative",
    }
}

/// The coverage of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionCoverage {
    /// The section's number.
    pub section: String,
    /// Its title.
    pub title: String,
    /// Its article, where it stands under one.
    pub article: Option<String>,
    /// The weakest of its parts' status.
    pub status: Coverage,
    /// How many provisions it holds.
    pub provisions: usize,
    /// Its parts: clauses as cited (empty for the section itself), status, and why it is pending or narrative.
    pub parts: Vec<(String, Coverage, Vec<String>)>,
}

/// How many sections have each status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoverageCounts {
    /// All sections.
    pub sections: usize,
    /// Sections executed.
    pub executed: usize,
    /// Sections narrative.
    pub narrative: usize,
    /// Sections pending.
    pub pending: usize,
    /// Parts of sections: the section itself, its paragraphs and its clauses.
    pub parts: usize,
    /// Parts executed.
    pub parts_executed: usize,
    /// Parts narrative.
    pub parts_narrative: usize,
    /// Parts pending.
    pub parts_pending: usize,
    /// Typed provisions in sections that have earned their status, whatever else those sections leave pending.
    pub provisions_earned: usize,
    /// Typed provisions.
    pub provisions: usize,
}

/// The coverage of an instrument, in the order of its text.
///
/// `has_earned` says of a section's number whether its provisions have earned *executed*: a second reader found nothing to
/// correct and every mutation of them makes a case fail.
#[must_use]
pub fn coverage(instrument: &Instrument, has_earned: &dyn Fn(&str) -> bool) -> (Vec<SectionCoverage>, CoverageCounts) {
    let sections: Vec<_> = instrument
        .sections
        .iter()
        .map(|section| section_coverage(section, has_earned(&section.number)))
        .collect();
    let count = |status| sections.iter().filter(|section| section.status == status).count();
    let of_parts =
        |status| move |section: &SectionCoverage| section.parts.iter().filter(|(_, own, _)| *own == status).count();
    let count_parts = |status| sections.iter().map(of_parts(status)).sum();
    let earned = instrument.sections.iter().filter(|section| has_earned(&section.number));
    let counts = CoverageCounts {
        sections: sections.len(),
        executed: count(Coverage::Executed),
        narrative: count(Coverage::Narrative),
        pending: count(Coverage::Pending),
        parts: sections.iter().map(|section| section.parts.len()).sum(),
        parts_executed: count_parts(Coverage::Executed),
        parts_narrative: count_parts(Coverage::Narrative),
        parts_pending: count_parts(Coverage::Pending),
        provisions_earned: earned.map(|section| section.provisions().count()).sum(),
        provisions: instrument.provisions().count(),
    };
    (sections, counts)
}

fn section_coverage(section: &Section, earned: bool) -> SectionCoverage {
    let parts: Vec<_> = section
        .parts
        .iter()
        .filter(|part| !part.contents.is_empty())
        .map(|part| {
            let (status, remarks) = part_coverage(part, earned);
            (part.clauses.join(" "), status, remarks)
        })
        .collect();
    SectionCoverage {
        section: section.number.clone(),
        title: section.title.clone(),
        article: section.article.as_ref().map(|(number, _)| number.clone()),
        status: parts
            .iter()
            .map(|(_, status, _)| *status)
            .min()
            .unwrap_or(Coverage::Pending),
        provisions: section.provisions().count(),
        parts,
    }
}

fn part_coverage(part: &Part, earned: bool) -> (Coverage, Vec<String>) {
    let mut status = Coverage::Narrative;
    let mut remarks = Vec::new();
    for content in &part.contents {
        let of_content = match content {
            Content::Narrative(reason) => {
                remarks.push(reason.clone());
                Coverage::Narrative
            }
            Content::Pending { paraphrase, .. } => {
                remarks.push(paraphrase.clone());
                Coverage::Pending
            }
            Content::Provision(_) if earned => Coverage::Executed,
            Content::Provision(provision) => {
                remarks.push(format!(
                    "{} is typed and waits for its second reading or its mutations",
                    provision.definition.name
                ));
                Coverage::Pending
            }
        };
        status = status.min(of_content);
    }
    (status, remarks)
}
