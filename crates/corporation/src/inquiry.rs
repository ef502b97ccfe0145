//! The handle through which a question reads facts and law, and writes down what it relied on.
//!
//! A question is straight-line code: it asks for a fact or a provision with `?`. When something is not known the run
//! pauses ([`Pause`]) and the driver in `ask.rs` runs it again for each value that the unknown could have.

use quorate_calendar::{
    BusinessDays, CloseOfBusiness, Day, DayWindow, EvaluationError, HolidayCalendar, PointPhrase, Readings,
    WindowPhrase,
};
use quorate_law::vocabulary::{Definition, Field};
use quorate_law::{Completeness, Confidence, Need, Provision, Reckoning, Resolution, Situation, Source, View, resolve};

use crate::answer::{Control, DisplacedNote, Reading, Value};
use crate::facts::{CERTIFICATE_PREFIX, Fact, FactKind, FactSpec, FactType, FactValue, Facts, LAW_ON};
use crate::finding::{Authority, Finding};
use crate::question::Question;

/// What the texts leave open and a user may set: whose holidays count, which days are business days, when business closes.
#[derive(Clone, Debug)]
pub struct Practice {
    /// The lists of legal holidays that a text may mean; where they differ both are readings.
    pub holidays: Vec<HolidayCalendar>,
    /// Which days are business days.
    pub business_days: BusinessDays,
    /// The hour at which business closes.
    pub close_of_business: CloseOfBusiness,
}

impl Default for Practice {
    fn default() -> Self {
        Self {
            holidays: vec![HolidayCalendar::federal(), HolidayCalendar::delaware()],
            business_days: BusinessDays::default(),
            close_of_business: CloseOfBusiness::default(),
        }
    }
}

/// Each controlling provision with its own window.
pub type Windows<'a> = Vec<(&'a Provision, DayWindow)>;

/// Why a run of a question stopped.
#[derive(Clone, Debug, PartialEq)]
pub enum Pause {
    /// A fact is not known.
    Unknown {
        /// Its name.
        fact: String,
        /// What it means.
        doc: String,
        /// What it could be, in words and as a value; empty when it could be anything.
        options: Vec<(String, FactValue)>,
    },
    /// The certificate of incorporation might say otherwise, and is not fully known.
    Certificate(&'static Definition),
    /// No source says anything.
    Silent(&'static Definition),
    /// The question does not arise, for the reason given.
    NotApplicable(String),
    /// The facts or the text cannot be worked out, for the reason given.
    Impossible(String),
}

/// What a question concludes.
#[derive(Clone, Debug)]
pub enum Conclusion {
    /// One value.
    Value(Value),
    /// Several readings of a doubtful text.
    Readings(Vec<Reading>),
}

impl From<Value> for Conclusion {
    fn from(value: Value) -> Self {
        Self::Value(value)
    }
}

/// What a run relied on.
#[derive(Clone, Debug)]
pub struct Trace {
    /// What controls.
    pub controls: Vec<Control>,
    /// What was displaced.
    pub displaced: Vec<DisplacedNote>,
    /// The rules applied.
    pub findings: Vec<Finding>,
    /// The arithmetic.
    pub arithmetic: Vec<String>,
    /// Facts taken because nobody stated them.
    pub taken: Vec<(&'static FactSpec, &'static str)>,
    /// The weakest authority relied on.
    pub confidence: Confidence,
}

/// One run of a question.
pub struct Inquiry<'a> {
    question: &'static Question,
    facts: &'a Facts,
    view: View<'a>,
    practice: &'a Practice,
    pub(crate) trace: Trace,
}

impl<'a> Inquiry<'a> {
    pub(crate) fn new(question: &'static Question, facts: &'a Facts, view: View<'a>, practice: &'a Practice) -> Self {
        let trace = Trace {
            controls: Vec::new(),
            displaced: Vec::new(),
            findings: Vec::new(),
            arithmetic: Vec::new(),
            taken: Vec::new(),
            confidence: Confidence::Sure,
        };
        Self {
            question,
            facts,
            view,
            practice,
            trace,
        }
    }

    /// What the texts leave open.
    #[must_use]
    pub fn practice(&self) -> &'a Practice {
        self.practice
    }

    /// The one source asked, when the question is asked of one source alone.
    #[must_use]
    pub fn only_source(&self) -> Option<Source> {
        self.view.only
    }

    /// Whether the certificate, which is not fully known, might speak on a point: nobody has said that it is silent.
    #[must_use]
    pub fn may_certificate_speak(&self, definition: &'static Definition) -> bool {
        let told = format!("{CERTIFICATE_PREFIX}{}", definition.name);
        self.view.only.is_none()
            && self.view.book.certificate() != Completeness::Complete
            && self.facts.get(&told) != Some(&FactValue::Word("silent"))
    }

    /// A fact, if it is known.
    #[must_use]
    pub fn known<T: FactType>(&self, fact: &Fact<T>) -> Option<T> {
        self.facts.known(fact)
    }

    /// A fact that the question cannot do without.
    ///
    /// # Errors
    /// Pauses when it is not known and nothing is taken in its stead.
    pub fn need<T: FactType>(&mut self, fact: &'static Fact<T>) -> Result<T, Pause> {
        if let Some(value) = self.known(fact) {
            return Ok(value);
        }
        if let Some(word) = fact.spec.otherwise
            && let Some(value) = taken_value(&fact.spec, word).as_ref().and_then(T::view)
        {
            if !self.trace.taken.iter().any(|(spec, _)| spec.name == fact.spec.name) {
                self.trace.taken.push((&fact.spec, word));
            }
            return Ok(value);
        }
        Err(unknown(&fact.spec))
    }

    /// The day of an event that a phrase is counted from.
    ///
    /// # Errors
    /// Pauses when it is not known.
    pub fn event(&self, name: &str) -> Result<Day, Pause> {
        let fact = event_fact(name);
        match self.facts.get(&fact) {
            Some(FactValue::Day(day)) => Ok(*day),
            _ => {
                let doc = self.question.facts.iter().find(|spec| spec.name == fact).map_or_else(
                    || format!("the day of the event \"{name}\""),
                    |spec| spec.doc.to_owned(),
                );
                Err(Pause::Unknown {
                    fact,
                    doc,
                    options: Vec::new(),
                })
            }
        }
    }

    /// The provisions that control a point in a situation; none when every source is silent.
    ///
    /// # Errors
    /// Pauses when the law's day, or whether the certificate is silent, is not known.
    pub fn consult(&mut self, definition: &'static Definition, situation: &Situation) -> Result<Resolution<'a>, Pause> {
        let facts = self.facts;
        let question = self.question;
        let law_day = |reckoning: Reckoning| law_day(question, facts, reckoning);
        let silent =
            |definition: &'static Definition| match facts.get(&format!("{CERTIFICATE_PREFIX}{}", definition.name)) {
                Some(FactValue::Word("silent")) => Some(true),
                _ => None,
            };
        let resolution = resolve(&self.view, definition, situation, &law_day, &silent).map_err(|need| match need {
            Need::LawDay { eras, .. } => era_pause(&eras),
            Need::Certificate(definition) => Pause::Certificate(definition),
        })?;
        for provision in &resolution.controlling {
            let control = Control {
                authority: Authority::of(provision),
                effect: resolution.effect.map(quorate_law::Effect::word),
            };
            if !self.trace.controls.contains(&control) {
                self.trace.controls.push(control);
            }
        }
        for displaced in &resolution.displaced {
            let note = DisplacedNote {
                authority: Authority::of(displaced.provision),
                by: Authority::of(displaced.by),
                because: displaced.because,
            };
            if !self.trace.displaced.contains(&note) {
                self.trace.displaced.push(note);
            }
        }
        self.trace.confidence = self.trace.confidence.min(resolution.confidence());
        Ok(resolution)
    }

    /// As [`Inquiry::consult`], for a point without which the question has no answer.
    ///
    /// # Errors
    /// Pauses as [`Inquiry::consult`] does, and when every source is silent.
    pub fn require(&mut self, definition: &'static Definition, situation: &Situation) -> Result<Resolution<'a>, Pause> {
        let resolution = self.consult(definition, situation)?;
        if resolution.is_silent() {
            Err(Pause::Silent(definition))
        } else {
            Ok(resolution)
        }
    }

    /// The window of a provision's phrase, in every reading.
    ///
    /// # Errors
    /// Pauses when an event's day is not known.
    pub fn window(&self, phrase: &WindowPhrase) -> Result<Readings<DayWindow>, Pause> {
        for event in phrase.events() {
            self.event(event)?;
        }
        phrase
            .evaluate(&|name| self.event(name).ok(), &self.practice.business_days)
            .map_err(impossible)
    }

    /// The day of a provision's point in time, in every reading.
    ///
    /// # Errors
    /// Pauses when an event's day is not known.
    pub fn point(&self, phrase: &PointPhrase) -> Result<Readings<Day>, Pause> {
        for event in phrase.events() {
            self.event(event)?;
        }
        phrase
            .evaluate(&|name| self.event(name).ok(), &self.practice.business_days)
            .map_err(impossible)
    }

    /// What lies in the windows of all controlling provisions, with each provision's own window.
    ///
    /// # Errors
    /// Pauses when an event's day is not known.
    pub fn windows_together(
        &mut self,
        resolution: &Resolution<'a>,
        field: &'static Field<WindowPhrase>,
    ) -> Result<(DayWindow, Windows<'a>), Pause> {
        let mut together = DayWindow::OPEN;
        let mut each = Vec::new();
        for provision in &resolution.controlling {
            let Some(phrase) = provision.get(field) else { continue };
            let window = *self.window(phrase)?.earlier();
            self.trace
                .arithmetic
                .push(format!("{}: {phrase}: {window}", provision.citation));
            together = together.intersect(&window);
            each.push((*provision, window));
        }
        Ok((together, each))
    }

    /// Writes down a finding.
    pub fn find(&mut self, finding: Finding) {
        self.trace.findings.push(finding);
    }

    /// The findings written down so far, for a question that finds a further reading of what they rest on.
    pub fn findings_mut(&mut self) -> impl Iterator<Item = &mut Finding> {
        self.trace.findings.iter_mut()
    }

    /// Writes down a step of arithmetic.
    pub fn show(&mut self, step: impl Into<String>) {
        self.trace.arithmetic.push(step.into());
    }
}

/// The name of the fact that gives the day of an event: "meeting" is the fact `meeting-date`, others are their own words joined by hyphens.
#[must_use]
pub fn event_fact(event: &str) -> String {
    match event {
        "meeting" => "meeting-date".to_owned(),
        "notice" => "notice-given".to_owned(),
        other => other.replace(' ', "-"),
    }
}

fn taken_value(spec: &FactSpec, word: &'static str) -> Option<FactValue> {
    match spec.kind {
        FactKind::Word(words) => words
            .iter()
            .find(|known| **known == word)
            .map(|known| FactValue::Word(known)),
        FactKind::List => Some(FactValue::List(vec![word.to_owned()])),
        FactKind::YesNo => Some(FactValue::YesNo(word == "yes")),
        FactKind::Count => word.parse().ok().map(FactValue::Count),
        _ => None,
    }
}

/// The pause for a fact that is not known, with what it could be where that is a short list.
pub(crate) fn unknown(spec: &FactSpec) -> Pause {
    let options = match spec.kind {
        FactKind::YesNo => vec![
            ("yes".to_owned(), FactValue::YesNo(true)),
            ("no".to_owned(), FactValue::YesNo(false)),
        ],
        FactKind::Word(words) => words
            .iter()
            .map(|word| ((*word).to_owned(), FactValue::Word(word)))
            .collect(),
        _ => Vec::new(),
    };
    Pause::Unknown {
        fact: spec.name.to_owned(),
        doc: spec.doc.to_owned(),
        options,
    }
}

/// The day whose law applies: the event's own day, else the day given with the question, else another dated fact of it.
fn law_day(question: &Question, facts: &Facts, reckoning: Reckoning) -> Option<Day> {
    let day = |name: &str| match facts.get(name) {
        Some(FactValue::Day(day)) => Some(*day),
        Some(FactValue::Moment(moment)) => Some(moment.day),
        _ => None,
    };
    let own = question
        .reckoning
        .iter()
        .find(|(event, _)| *event == reckoning)
        .and_then(|(_, name)| day(name));
    own.or_else(|| facts.known(&LAW_ON))
        .or_else(|| question.reckoning.iter().find_map(|(_, name)| day(name)))
}

/// One branch for each period in which the law differs.
fn era_pause(eras: &[Day]) -> Pause {
    let mut options = Vec::new();
    for (index, start) in eras.iter().enumerate() {
        let label = match (index, eras.get(index + 1)) {
            (0, Some(next)) => format!("before {next}"),
            (_, Some(next)) => format!("from {start}, before {next}"),
            (_, None) => format!("from {start}"),
        };
        options.push((label, FactValue::Day(*start)));
    }
    Pause::Unknown {
        fact: LAW_ON.spec.name.to_owned(),
        doc: LAW_ON.spec.doc.to_owned(),
        options,
    }
}

fn impossible(error: EvaluationError) -> Pause {
    Pause::Impossible(error.to_string())
}
