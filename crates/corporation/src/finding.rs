//! Findings: one rule applied, met or not.

use quorate_law::{Confidence, Provision};

/// The order in which findings are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Whether the actor had the power.
    Authority,
    /// Whether the person was entitled.
    Standing,
    /// Whether the form was kept.
    Form,
    /// Whether notice was right.
    Notice,
    /// Whether there was a quorum.
    Quorum,
    /// Whether the vote was enough.
    Vote,
    /// Whether a limit was kept.
    Limits,
}

/// A rule's finding, as a public and stable id.
#[derive(Debug, PartialEq, Eq)]
pub struct FindingDefinition {
    /// The id: the defect in kebab case, never the cure.
    pub id: &'static str,
    /// The defect as a short headline.
    pub title: &'static str,
    /// Its place in the order of report.
    pub rank: Rank,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingStatus {
    /// The rule is met.
    Met,
    /// It is not met.
    Unmet,
    /// It is not met, and those whom it protects have waived it.
    Waived,
    /// A fact is not known.
    Unknown,
    /// Met on one reading of the text, unmet on another.
    DependsOnReading,
    /// A person whom the text names must judge.
    NeedsJudgment,
}

impl FindingStatus {
    /// The status in words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Waived => "waived",
            Self::Unknown => "unknown",
            Self::DependsOnReading => "depends on the reading",
            Self::NeedsJudgment => "needs judgment",
        }
    }
}

/// A provision as an authority: where it stands and what it says, kept apart from the instrument it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The citation in full ("Novell, Inc. bylaws § 2.04").
    pub citation: String,
    /// The section's place in short ("§ 2.04").
    pub place: String,
    /// The source's word ("bylaws").
    pub source: &'static str,
    /// How the instrument is cited.
    pub instrument: String,
    /// What the provision says, as its line in the instrument.
    pub statement: String,
    /// Its byte range in the instrument's file.
    pub span: (u32, u32),
    /// How sure the reading is.
    pub confidence: Confidence,
}

impl Authority {
    /// The authority that a provision is.
    #[must_use]
    pub fn of(provision: &Provision) -> Self {
        Self {
            citation: provision.citation.to_string(),
            place: provision.citation.place(),
            source: provision.citation.source.word(),
            instrument: provision.citation.instrument.clone(),
            statement: provision.statement(),
            span: (provision.span.start, provision.span.end),
            confidence: provision.confidence,
        }
    }
}

/// One rule applied to facts.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub definition: &'static FindingDefinition,
    /// Whether it is met.
    pub status: FindingStatus,
    /// The facts that decided, as a sentence without a full stop.
    pub message: String,
    /// The provisions it rests on, the controlling one first.
    pub authority: Vec<Authority>,
    /// The arithmetic, one step a line.
    pub arithmetic: Vec<String>,
    /// What would cure it.
    pub help: Option<String>,
    /// The facts blamed, by name: the front end points at them.
    pub blames: Vec<&'static str>,
}

impl Finding {
    /// How sure the finding is: as the weakest authority it rests on.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.authority
            .iter()
            .map(|authority| authority.confidence)
            .min()
            .unwrap_or(Confidence::Sure)
    }

    /// Whether it stands in the way: unmet, waived not counted.
    #[must_use]
    pub fn is_unmet(&self) -> bool {
        self.status == FindingStatus::Unmet
    }
}
