//! Acts: what someone proposes or reports.
//!
//! An act's properties are facts; an act lists the questions it must pass and holds no legal rule of its own.

use quorate_law::LawBook;

use crate::answer::Answer;
use crate::event::Event;
use crate::evidence::Evidence;
use crate::facts::{Fact, FactSpec, FactType, Facts};
use crate::inquiry::Practice;
use crate::question::Question;
use crate::state::{Corporation, Meeting};
use crate::when::When;

/// Whether an unlawful act is refused or entered with its defects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Calling, fixing, issuing, declaring: refused if unlawful, and then nothing is entered.
    Proposal,
    /// Mailing, filing, signing, delivering: always entered, with its defects.
    Happening,
}

/// A question that an act must pass, with its facts.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The question.
    pub question: &'static Question,
    /// Its facts, from the act and from the corporation.
    pub facts: Facts,
    /// Whether it is asked before it can be decided: its answer is shown, and a quorum or a vote that is not enough is no defect yet.
    pub is_preliminary: bool,
}

/// An act that cannot be judged because what it speaks of is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misdirected {
    /// What is missing, as a sentence.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// The property at fault.
    pub field: &'static str,
}

/// A kind of act.
pub struct ActDefinition {
    /// The name: an imperative in kebab case.
    pub name: &'static str,
    /// What it does, as a heading.
    pub title: &'static str,
    /// Whether it proposes or reports.
    pub nature: Nature,
    /// When it is used, and what it takes.
    pub doc: &'static str,
    /// A line that reads without error.
    pub example: &'static str,
    /// Its properties besides `id`, `on` and `by`; the first is the node's argument where there is one.
    pub fields: &'static [&'static FactSpec],
    /// The names of the properties that must be there.
    pub required: &'static [&'static str],
    /// The property that names an attached file, and what the file is.
    pub file: Option<(&'static str, Attached)>,
    /// The questions it must pass.
    pub questions: fn(&Case<'_>) -> Result<Vec<Asked>, Misdirected>,
    /// The events it brings about once it is accepted or entered.
    pub events: fn(&Case<'_>, &[Answer]) -> Result<Vec<Event>, Misdirected>,
}

impl PartialEq for ActDefinition {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ActDefinition {}

impl std::fmt::Debug for ActDefinition {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ActDefinition")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// What an attached file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attached {
    /// An instrument.
    Instrument,
    /// A list of holders.
    Holders,
    /// Proxies or ballots.
    Instructions,
    /// Deliveries of a notice.
    Deliveries,
    /// A paper, kept as it is.
    Paper,
}

/// What someone proposes or reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What kind of act it is.
    pub definition: &'static ActDefinition,
    /// Its id, where the person gave one.
    pub id: Option<String>,
    /// When it happened or is to happen.
    pub on: When,
    /// Who acts.
    pub by: Option<String>,
    /// Its properties.
    pub facts: Facts,
    /// The hash of its attached file, once the shell has read it.
    pub attachment: Option<String>,
}

/// Everything that an act is judged by.
pub struct Case<'a> {
    /// The corporation as it stands.
    pub corporation: &'a Corporation,
    /// The law.
    pub book: &'a LawBook,
    /// What the texts leave open.
    pub practice: &'a Practice,
    /// The act.
    pub act: &'a Act,
    /// The attachments, resolved.
    pub evidence: &'a dyn Evidence,
}

/// The meeting that an act is about.
pub static MEETING: Fact<String> = Fact::new("meeting", "the id of the meeting");

impl<'a> Case<'a> {
    /// A property of the act, if given.
    #[must_use]
    pub fn given<T: FactType>(&self, fact: &Fact<T>) -> Option<T> {
        self.act.facts.known(fact)
    }

    /// A property that the reader has made sure of.
    ///
    /// # Errors
    /// [`Misdirected`] when an act was made without its reader and lacks it.
    pub fn need<T: FactType>(&self, fact: &'static Fact<T>) -> Result<T, Misdirected> {
        self.given(fact).ok_or_else(|| Misdirected {
            message: format!(
                "{} needs {}: {}",
                self.act.definition.name, fact.spec.name, fact.spec.doc
            ),
            help: Some(format!("for example: {}", self.act.definition.example)),
            field: fact.spec.name,
        })
    }

    /// The meeting that the act names.
    ///
    /// # Errors
    /// [`Misdirected`] when there is none of that id.
    pub fn meeting(&self) -> Result<(String, &'a Meeting), Misdirected> {
        let id = self.need(&MEETING)?;
        match self.corporation.meetings.get(&id) {
            Some(meeting) => Ok((id, meeting)),
            None => {
                let known: Vec<&str> = self.corporation.meetings.keys().map(String::as_str).collect();
                let help = match quorate_law::vocabulary::suggestion(&id, known.iter().copied()) {
                    Some(near) => format!("did you mean {near}?"),
                    None if known.is_empty() => "call the meeting first, with call-meeting".to_owned(),
                    None => format!("meetings called: {}", known.join(", ")),
                };
                Err(Misdirected {
                    message: format!("there is no meeting \"{id}\""),
                    help: Some(help),
                    field: "meeting",
                })
            }
        }
    }

    /// The hash of the attached file.
    ///
    /// # Errors
    /// [`Misdirected`] when the shell attached nothing.
    pub fn attachment(&self) -> Result<String, Misdirected> {
        self.act.attachment.clone().ok_or_else(|| Misdirected {
            message: format!("{} has no attached file", self.act.definition.name),
            help: Some(format!("for example: {}", self.act.definition.example)),
            field: "file",
        })
    }

    /// Who acts; "the corporation" when nobody is named.
    #[must_use]
    pub fn by(&self) -> String {
        self.act.by.clone().unwrap_or_else(|| "the corporation".to_owned())
    }
}
