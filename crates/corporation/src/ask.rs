//! The driver: runs a question over the whole law book, over each source alone, and over the values of what is not known.

use quorate_law::{Confidence, Effect, LawBook, Source, View};

use crate::answer::{Answer, Branch, BySource, Control, Said, Unknown, Value};
use crate::facts::{CERTIFICATE_PREFIX, FactKind, FactValue, Facts};
use crate::finding::{Authority, Finding, FindingStatus};
use crate::inquiry::{Conclusion, Inquiry, Pause, Practice};
use crate::question::Question;

/// How many unknown facts are branched on, one below the other, before the answer stops at "unknown".
const DEPTH_MAX: usize = 4;

/// Asks a question.
///
/// Pure: the same facts, law book and practice give the same answer.
#[must_use]
pub fn ask(question: &'static Question, facts: &Facts, book: &LawBook, practice: &Practice) -> Answer {
    let mut answer = explore(question, facts, book.view(), practice, 0);
    answer.by = book
        .sources()
        .into_iter()
        .map(|source| by_source(question, facts, book, source, practice))
        .collect();
    answer.otherwise = otherwise(question, facts, book, practice, &answer);
    answer
}

/// What the other words of the facts taken would give, where that differs.
fn otherwise(
    question: &'static Question,
    facts: &Facts,
    book: &LawBook,
    practice: &Practice,
    answer: &Answer,
) -> Vec<(String, String, Value)> {
    let mut differing = Vec::new();
    for (name, taken) in &answer.taken {
        let Some(spec) = question.facts.iter().find(|spec| spec.name == name) else {
            continue;
        };
        for word in other_words(spec.kind, name).iter().filter(|word| *word != taken) {
            let value = match spec.kind {
                FactKind::Word(_) => FactValue::Word(word),
                FactKind::YesNo => FactValue::YesNo(*word == "yes"),
                _ => FactValue::List(vec![(*word).to_owned()]),
            };
            let other = explore(
                question,
                &facts.clone().with(name, value),
                book.view(),
                practice,
                DEPTH_MAX,
            );
            match other.value {
                Some(value) if Some(&value) != answer.value.as_ref() => {
                    differing.push((name.clone(), (*word).to_owned(), value))
                }
                _ => {}
            }
        }
    }
    differing
}

fn other_words(kind: FactKind, name: &str) -> &'static [&'static str] {
    match kind {
        FactKind::Word(words) => words,
        FactKind::YesNo => &["yes", "no"],
        FactKind::List if name == "matters" => quorate_law::vocabulary::SCOPES
            .iter()
            .find(|key| key.name == "matter")
            .map_or(&[], |key| key.words),
        _ => &[],
    }
}

fn by_source(
    question: &'static Question,
    facts: &Facts,
    book: &LawBook,
    source: Source,
    practice: &Practice,
) -> BySource {
    let answer = explore(question, facts, book.only(source), practice, 0);
    let authority: Vec<Authority> = answer
        .controls
        .iter()
        .map(|control| control.authority.clone())
        .collect();
    let says = match (answer.value, answer.readings.is_empty(), answer.needs.is_empty()) {
        (Some(value), _, _) => Said::Value(value),
        (None, false, _) => Said::Readings(answer.readings),
        (None, true, false) => Said::Unknown,
        (None, true, true) if authority.is_empty() => Said::Silent,
        (None, true, true) => Said::NotApplicable,
    };
    BySource {
        source: source.word(),
        says,
        authority,
    }
}

fn explore(question: &'static Question, facts: &Facts, view: View<'_>, practice: &Practice, depth: usize) -> Answer {
    let mut inquiry = Inquiry::new(question, facts, view, practice);
    let concluded = (question.ask)(&mut inquiry);
    let trace = inquiry.trace;
    let mut answer = Answer {
        question: question.id,
        value: None,
        remark: None,
        is_silent: false,
        by: Vec::new(),
        controls: trace.controls,
        displaced: trace.displaced,
        readings: Vec::new(),
        needs: Vec::new(),
        taken: trace
            .taken
            .iter()
            .map(|(spec, word)| (spec.name.to_owned(), (*word).to_owned()))
            .collect(),
        otherwise: Vec::new(),
        findings: trace.findings,
        arithmetic: trace.arithmetic,
        confidence: trace.confidence,
    };
    match concluded {
        Ok(Conclusion::Value(value)) => answer.value = Some(value),
        Ok(Conclusion::Readings(readings)) => {
            if readings
                .iter()
                .skip(1)
                .all(|reading| reading.value == readings[0].value)
            {
                answer.value = readings.first().map(|reading| reading.value.clone());
            }
            answer.readings = readings;
        }
        Err(pause) => paused(&mut answer, pause, question, facts, view, practice, depth),
    }
    answer
}

fn paused(
    answer: &mut Answer,
    pause: Pause,
    question: &'static Question,
    facts: &Facts,
    view: View<'_>,
    practice: &Practice,
    depth: usize,
) {
    let (fact, doc, options, open) = match pause {
        Pause::Unknown { fact, doc, options } => (fact, doc, options, None),
        Pause::Certificate(definition) => {
            answer
                .findings
                .extend(beyond_the_certificate(question, facts, view, practice));
            let fact = format!("{CERTIFICATE_PREFIX}{}", definition.name);
            let doc = format!(
                "whether the certificate of incorporation says otherwise about: {}",
                lower_first(definition.title)
            );
            let open = "the certificate's own provision applies; give the certificate to work it out".to_owned();
            (
                fact,
                doc,
                vec![("silent".to_owned(), FactValue::Word("silent"))],
                Some(open),
            )
        }
        Pause::Silent(definition) => {
            answer.is_silent = true;
            answer.remark = Some(format!("no source says anything: {}", lower_first(definition.title)));
            return;
        }
        Pause::NotApplicable(reason) | Pause::Impossible(reason) => {
            answer.remark = Some(reason);
            return;
        }
    };
    let mut branches = Vec::new();
    if depth < DEPTH_MAX {
        for (label, value) in options {
            let told = facts.clone().with(&fact, value);
            branches.push((
                label,
                Branch::Answer(Box::new(explore(question, &told, view, practice, depth + 1))),
            ));
        }
    }
    if let Some(open) = open {
        branches.push(("says otherwise".to_owned(), Branch::Open(open)));
    }
    if !settle(answer, &fact, &branches) {
        answer.needs.push(Unknown { fact, doc, branches });
    }
}

/// What is unmet whatever the certificate says: the findings of the statute alone, where it sets bounds.
fn beyond_the_certificate(
    question: &'static Question,
    facts: &Facts,
    view: View<'_>,
    practice: &Practice,
) -> Vec<Finding> {
    if view.only.is_some() {
        return Vec::new();
    }
    let alone = explore(question, facts, view.book.only(Source::Statute), practice, DEPTH_MAX);
    let is_bound = |control: &Control| control.effect == Some(Effect::Bounds.word());
    if !alone.controls.iter().all(is_bound) {
        return Vec::new();
    }
    alone.findings.into_iter().filter(Finding::is_unmet).collect()
}

/// When every value of the unknown gives the same value or the same readings, the unknown does not matter for it; a finding that the branches do not
/// share stays unknown. Gives back whether the unknown matters for nothing at all.
fn settle(answer: &mut Answer, fact: &str, branches: &[(String, Branch)]) -> bool {
    let inner: Vec<&Answer> = branches
        .iter()
        .filter_map(|(_, branch)| match branch {
            Branch::Answer(inner) => Some(inner.as_ref()),
            Branch::Open(_) => None,
        })
        .collect();
    let Some((first, others)) = inner.split_first() else {
        return false;
    };
    let is_open = inner.len() < branches.len();
    let says_nothing = first.value.is_none() && first.readings.is_empty();
    let is_other = |other: &&Answer| other.value != first.value || other.readings != first.readings;
    if is_open || says_nothing || others.iter().any(is_other) {
        return false;
    }
    answer.value.clone_from(&first.value);
    answer.readings.clone_from(&first.readings);
    answer.controls.clone_from(&first.controls);
    answer.displaced.clone_from(&first.displaced);
    answer.arithmetic.clone_from(&first.arithmetic);
    answer.confidence = inner
        .iter()
        .map(|inner| inner.confidence)
        .min()
        .unwrap_or(Confidence::Sure);
    let status = |answer: &Answer, id: &str| {
        answer
            .findings
            .iter()
            .find(|found| found.definition.id == id)
            .map(|found| found.status)
    };
    let mut is_settled = true;
    for found in inner.iter().flat_map(|inner| &inner.findings) {
        let id = found.definition.id;
        if answer.findings.iter().any(|known| known.definition.id == id) {
            continue;
        }
        let mut found = found.clone();
        if inner.iter().any(|inner| status(inner, id) != Some(found.status)) {
            is_settled = false;
            found.status = FindingStatus::Unknown;
            found.message = format!("whether {} depends on {fact}", found.definition.title);
            found.help = None;
        }
        answer.findings.push(found);
    }
    is_settled
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
