//! Answers: the value of a question or its readings, with reasons.

pub use quorate_calendar::Day;
use quorate_calendar::{CivilMoment, DayWindow};
use quorate_law::Confidence;

use crate::finding::{Authority, Finding};
use crate::quantity::Quantity;

/// The shape of a question's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Yes or no.
    YesNo,
    /// A day, with an hour where the text gives one.
    Day,
    /// A window of days, both ends included.
    Window,
    /// How much is needed, of what, and whether it is reached.
    Threshold,
    /// A vote's or election's outcome with its counts.
    Tally,
    /// Persons or offices in order.
    Persons,
    /// Items that cumulate.
    Items,
    /// Words.
    Text,
    /// A whole number.
    Count,
}

impl Shape {
    /// The shape's word, and the names of the fields that a value of it may have.
    #[must_use]
    pub fn describe(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::YesNo => ("yes-no", &["value"]),
            Self::Day => ("day", &["value", "hour"]),
            Self::Window => ("window", &["earliest", "latest"]),
            Self::Threshold => ("threshold", &["needed", "base", "base-name", "present", "met"]),
            Self::Tally => ("tally", &["outcome"]),
            Self::Persons => ("persons", &["value"]),
            Self::Items => ("items", &["value"]),
            Self::Text => ("text", &["value"]),
            Self::Count => ("count", &["value"]),
        }
    }
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Day(Day),
    /// A day and hour.
    Moment(CivilMoment),
    /// A window of days.
    Window(DayWindow),
    /// How much is needed.
    Threshold(Threshold),
    /// An outcome with its counts, as named fields.
    Tally(Vec<(String, String)>),
    /// Persons or offices in order.
    Persons(Vec<String>),
    /// Items that cumulate.
    Items(Vec<String>),
    /// Words.
    Text(String),
    /// A whole number.
    Count(u64),
}

/// How much is needed of a base, and whether it is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The least that is enough.
    pub needed: Quantity,
    /// What the fraction is taken of.
    pub base: Quantity,
    /// What the base is called.
    pub base_name: String,
    /// What there is, where known.
    pub present: Option<Quantity>,
    /// Whether it is enough, where known.
    pub met: Option<bool>,
}

impl Value {
    /// The value as named fields of text, in a stable order: the JSON shape, and what a case can expect.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        let one = |value: String| vec![("value".to_owned(), value)];
        match self {
            Self::YesNo(value) => one(if *value { "yes" } else { "no" }.to_owned()),
            Self::Day(day) => one(day.to_string()),
            Self::Moment(moment) => vec![
                ("value".into(), moment.day.to_string()),
                ("hour".into(), moment.time.to_string()),
            ],
            Self::Window(window) => [("earliest", window.earliest), ("latest", window.latest)]
                .into_iter()
                .filter_map(|(name, day)| day.map(|day| (name.to_owned(), day.to_string())))
                .collect(),
            Self::Threshold(threshold) => {
                let mut fields = vec![
                    ("needed".to_owned(), threshold.needed.to_string()),
                    ("base".to_owned(), threshold.base.to_string()),
                    ("base-name".to_owned(), threshold.base_name.clone()),
                ];
                fields.extend(
                    threshold
                        .present
                        .as_ref()
                        .map(|present| ("present".to_owned(), present.to_string())),
                );
                fields.extend(
                    threshold
                        .met
                        .map(|met| ("met".to_owned(), if met { "yes" } else { "no" }.to_owned())),
                );
                fields
            }
            Self::Tally(fields) => fields.clone(),
            Self::Persons(items) | Self::Items(items) => one(items.join("; ")),
            Self::Text(text) => one(text.clone()),
            Self::Count(count) => one(count.to_string()),
        }
    }

    /// The value on one line for people.
    #[must_use]
    pub fn brief(&self) -> String {
        match self {
            Self::Window(window) => window.to_string(),
            Self::Day(day) => day.long(),
            Self::Moment(moment) => format!("{} at {}", moment.day.long(), moment.time),
            Self::Threshold(threshold) => {
                let mut line = format!("{} of {} {}", threshold.needed, threshold.base, threshold.base_name);
                if let Some(present) = &threshold.present {
                    line.push_str(&format!("; there are {present}"));
                }
                match threshold.met {
                    Some(true) => line.push_str(": enough"),
                    Some(false) => line.push_str(": not enough"),
                    None => {}
                }
                line
            }
            Self::Tally(fields) => fields
                .iter()
                .map(|(name, value)| format!("{name} {value}"))
                .collect::<Vec<_>>()
                .join("; "),
            other => other
                .fields()
                .into_iter()
                .map(|(_, value)| value)
                .collect::<Vec<_>>()
                .join("; "),
        }
    }
}

/// One reading of a doubtful text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The reading in words.
    pub text: String,
    /// What it gives.
    pub value: Value,
    /// Why it can be read so.
    pub because: String,
    /// Whether it is the one we prefer.
    pub is_preferred: bool,
    /// Who must decide.
    pub who_decides: String,
}

/// A source that controls, by which provision and effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// The provision.
    pub authority: Authority,
    /// The effect's word, where one was at work.
    pub effect: Option<&'static str>,
}

/// A provision without force here, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplacedNote {
    /// The provision.
    pub authority: Authority,
    /// What displaces it.
    pub by: Authority,
    /// Why.
    pub because: &'static str,
}

/// A fact that is not known, with what each of its values gives.
#[derive(Clone, Debug)]
pub struct Unknown {
    /// The fact's name.
    pub fact: String,
    /// What it means.
    pub doc: String,
    /// What it may be, with the answer in that case; empty when it could be anything.
    pub branches: Vec<(String, Branch)>,
}

/// The answer in one case of an unknown fact.
#[derive(Clone, Debug)]
pub enum Branch {
    /// What the question gives then.
    Answer(Box<Answer>),
    /// Not in our hands: the document that says it is missing.
    Open(String),
}

/// What one source says alone.
#[derive(Clone, Debug)]
pub struct BySource {
    /// The source's word.
    pub source: &'static str,
    /// What it says.
    pub says: Said,
    /// The provisions it says it with.
    pub authority: Vec<Authority>,
}

/// What a source says.
#[derive(Clone, Debug)]
pub enum Said {
    /// A value.
    Value(Value),
    /// Several readings.
    Readings(Vec<Reading>),
    /// Nothing.
    Silent,
    /// It depends on facts that are not known.
    Unknown,
    /// The question does not arise under it.
    NotApplicable,
}

/// The answer to a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question's id.
    pub question: &'static str,
    /// The value; none while readings or branches differ, or nobody says anything.
    pub value: Option<Value>,
    /// Why there is no value, when no reading or unknown fact explains it.
    pub remark: Option<String>,
    /// Whether no source says anything.
    pub is_silent: bool,
    /// What each source says alone.
    pub by: Vec<BySource>,
    /// What controls.
    pub controls: Vec<Control>,
    /// What was displaced.
    pub displaced: Vec<DisplacedNote>,
    /// The readings, where the text is doubtful.
    pub readings: Vec<Reading>,
    /// The facts not known.
    pub needs: Vec<Unknown>,
    /// Facts taken as stated here because nobody stated them: name and word.
    pub taken: Vec<(String, String)>,
    /// What the other words of those facts would give, where that differs.
    pub otherwise: Vec<(String, String, Value)>,
    /// The rules applied to the facts given.
    pub findings: Vec<Finding>,
    /// The arithmetic, one step a line.
    pub arithmetic: Vec<String>,
    /// How sure the answer is.
    pub confidence: Confidence,
}

impl Answer {
    /// Which sources control, as one word: a source, `both` for bylaws and statute, or several joined by "and".
    #[must_use]
    pub fn controls_word(&self) -> String {
        let mut sources: Vec<&str> = Vec::new();
        for control in &self.controls {
            if !sources.contains(&control.authority.source) {
                sources.push(control.authority.source);
            }
        }
        sources.sort_unstable();
        match sources.as_slice() {
            [] => "none".to_owned(),
            ["bylaws", "statute"] => "both".to_owned(),
            several => several.join(" and "),
        }
    }

    /// Whether any finding is unmet.
    #[must_use]
    pub fn has_unmet(&self) -> bool {
        self.findings.iter().any(Finding::is_unmet)
    }
}
