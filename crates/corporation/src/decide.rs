//! Judging acts: every question an act must pass, all findings, one outcome.

use quorate_law::Confidence;

use crate::act::{Asked, Case, Misdirected, Nature};
use crate::answer::Answer;
use crate::ask;
use crate::event::Event;
use crate::facts::{FactValue, Facts, LAW_ON};
use crate::finding::{Finding, FindingStatus, Rank};

/// The outcome of a ruling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// In order.
    Accepted,
    /// In order if what is not known, or the reading of a doubtful text, turns out so.
    AcceptedSubjectTo(Vec<String>),
    /// Unlawful: nothing is entered.
    Refused,
    /// It happened, and is entered with its defects.
    EnteredWithDefects,
    /// A person whom the text names must decide first.
    AwaitsDetermination(Vec<String>),
}

impl Outcome {
    /// The outcome in a word or two.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::AcceptedSubjectTo(_) => "accepted subject to",
            Self::Refused => "refused",
            Self::EnteredWithDefects => "entered with defects",
            Self::AwaitsDetermination(_) => "awaits determination",
        }
    }

    /// Whether the act is entered.
    #[must_use]
    pub fn is_entered(&self) -> bool {
        !matches!(self, Self::Refused)
    }
}

/// All findings of an act, its outcome, and the events it brings about.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// The findings, in the order of authority, standing, form, notice, quorum, vote, limits.
    pub findings: Vec<Finding>,
    /// The outcome.
    pub outcome: Outcome,
    /// The events; none when the act is refused.
    pub events: Vec<Event>,
    /// The answers that the act was judged by.
    pub answers: Vec<Answer>,
}

/// Judges an act.
///
/// Pure: the same corporation, law, act and evidence give the same ruling.
///
/// # Errors
/// [`Misdirected`] when what the act speaks of is not there.
pub fn decide(case: &Case<'_>) -> Result<Ruling, Misdirected> {
    let definition = case.act.definition;
    let asked = (definition.questions)(case)?;
    let answers: Vec<Answer> = asked
        .iter()
        .map(|asked| ask(asked.question, &dated(&asked.facts, case), case.book, case.practice))
        .collect();
    // What decides nothing yet can still be wrong in form: votes that do not add up are found in a preliminary count too.
    let is_held = |finding: &&Finding, asked: &Asked| !asked.is_preliminary || finding.definition.rank < Rank::Quorum;
    let mut findings: Vec<Finding> = answers
        .iter()
        .zip(&asked)
        .flat_map(|(answer, asked)| answer.findings.iter().filter(|finding| is_held(finding, asked)))
        .cloned()
        .collect();
    findings.sort_by_key(|finding| finding.definition.rank);
    let deciding = answers.iter().zip(&asked).filter(|(_, asked)| !asked.is_preliminary);
    let deciding: Vec<&Answer> = deciding.map(|(answer, _)| answer).collect();
    let outcome = outcome(case, &findings, &deciding);
    let events = if outcome.is_entered() {
        (definition.events)(case, &answers)?
    } else {
        Vec::new()
    };
    Ok(Ruling {
        findings,
        outcome,
        events,
        answers,
    })
}

/// The facts with the day of the act as the day whose law applies, where no fact of the question gives another.
fn dated(facts: &Facts, case: &Case<'_>) -> Facts {
    match facts.known(&LAW_ON) {
        Some(_) => facts.clone(),
        None => facts.clone().with(LAW_ON.spec.name, FactValue::Day(case.act.on.day)),
    }
}

fn outcome(case: &Case<'_>, findings: &[Finding], answers: &[&Answer]) -> Outcome {
    let nature = case.act.definition.nature;
    let unmet = || findings.iter().filter(|finding| finding.is_unmet());
    // Sure authority refuses; probable authority unless a determination has settled the finding; what is still to be checked only flags.
    let refusing = unmet().any(|finding| match finding.confidence() {
        Confidence::Sure => true,
        Confidence::Probable => !case.corporation.has_determined(finding.definition.id),
        Confidence::Check => false,
    });
    match nature {
        Nature::Proposal if refusing => return Outcome::Refused,
        Nature::Happening if unmet().next().is_some() => return Outcome::EnteredWithDefects,
        _ => {}
    }
    let judgment: Vec<String> = with_status(findings, FindingStatus::NeedsJudgment);
    if !judgment.is_empty() {
        return Outcome::AwaitsDetermination(judgment);
    }
    let mut conditions = with_status(findings, FindingStatus::DependsOnReading);
    conditions.extend(with_status(findings, FindingStatus::Unknown));
    conditions.extend(unmet().map(|finding| format!("{}: its authority is not sure", finding.message)));
    for answer in answers.iter().filter(|answer| answer.value.is_none()) {
        conditions.extend(answer.needs.iter().map(|unknown| format!("not known: {}", unknown.doc)));
    }
    if conditions.is_empty() {
        Outcome::Accepted
    } else {
        Outcome::AcceptedSubjectTo(conditions)
    }
}

fn with_status(findings: &[Finding], status: FindingStatus) -> Vec<String> {
    findings
        .iter()
        .filter(|finding| finding.status == status)
        .map(|finding| finding.message.clone())
        .collect()
}
