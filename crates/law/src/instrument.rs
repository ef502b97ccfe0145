//! An instrument: a governing document read from its file.

use quorate_calendar::Day;
use quorate_kdl::Span;
use sha2::{Digest, Sha256};

use crate::citation::Source;
use crate::provision::{Provision, Validity};
use crate::standing::{Confidence, words};

/// What kind of document an instrument is; its root node's name.
pub type InstrumentKind = Source;

words! {
    /// Whether everything a document says is in its instrument.
    Completeness {
        /// Everything is there: a point that is not mentioned is silent.
        Complete => "complete",
        /// Only part is there: a point that is not mentioned is unknown.
        Excerpt => "excerpt",
        /// The document is not in our hands.
        Absent => "absent",
    }
}

/// A governing document as data.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// The short id it is loaded by ("novell-2001/bylaws"); given by the caller.
    pub id: String,
    /// What it is.
    pub kind: InstrumentKind,
    /// The name of the corporation or of the statute.
    pub name: String,
    /// How it is named in citations ("8 Del. C.", "Novell, Inc. bylaws").
    pub cited_as: String,
    /// The state of incorporation, where stated.
    pub state: Option<String>,
    /// The day of adoption, where stated.
    pub adopted: Option<Day>,
    /// Whether everything the document says is here.
    pub completeness: Completeness,
    /// Whether the content is assumed for an example rather than taken from the document.
    pub assumed: bool,
    /// The sections, in the order of the document.
    pub sections: Vec<Section>,
    /// The text it was read from.
    pub source_text: String,
}

/// A section, under its own number and title.
#[derive(Clone, Debug)]
pub struct Section {
    /// The number as the document has it.
    pub number: String,
    /// The title.
    pub title: String,
    /// The article it stands under: number and title.
    pub article: Option<(String, String)>,
    /// Its parts in order: what stands directly in it first, then its paragraphs and clauses.
    pub parts: Vec<Part>,
    /// Its place in its file.
    pub span: Span,
}

/// A section, or a paragraph or clause of one.
#[derive(Clone, Debug)]
pub struct Part {
    /// The paragraph or clauses, outermost first; empty for what stands directly in the section.
    pub clauses: Vec<String>,
    /// What it holds, in order.
    pub contents: Vec<Content>,
    /// Its place in its file.
    pub span: Span,
}

/// One thing in a part.
#[derive(Clone, Debug)]
pub enum Content {
    /// A typed statement.
    Provision(Box<Provision>),
    /// A text that gives nothing to check, with the reason.
    Narrative(String),
    /// A rule that is not yet typed, paraphrased in one sentence.
    Pending {
        /// The paraphrase.
        paraphrase: String,
        /// When it is in force.
        validity: Validity,
        /// How sure the paraphrase is.
        confidence: Confidence,
    },
}

impl Instrument {
    /// Every provision, in order.
    pub fn provisions(&self) -> impl Iterator<Item = &Provision> {
        self.sections.iter().flat_map(Section::provisions)
    }

    /// The section of a number.
    #[must_use]
    pub fn section(&self, number: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number)
    }
}

impl Section {
    /// Every provision of the section, in order.
    pub fn provisions(&self) -> impl Iterator<Item = &Provision> {
        self.parts.iter().flat_map(Part::provisions)
    }
}

impl Section {
    /// A fingerprint of what the section's provisions say: it changes when any of them does.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hasher = Sha256::new();
        for provision in self.provisions() {
            hasher.update(crate::print::line(provision, provision.citation.source));
            hasher.update(provision.citation.bare_place());
            hasher.update("\n");
        }
        hasher
            .finalize()
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

impl Part {
    /// Every provision of the part, in order.
    pub fn provisions(&self) -> impl Iterator<Item = &Provision> {
        self.contents.iter().filter_map(|content| match content {
            Content::Provision(provision) => Some(provision.as_ref()),
            Content::Narrative(_) | Content::Pending { .. } => None,
        })
    }
}
