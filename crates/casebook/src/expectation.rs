//! What a case expects of an answer, and whether the answer keeps to it.

use quorate_corporation::act::Misdirected;
use quorate_corporation::answer::{Branch, BySource, Said, Value};
use quorate_corporation::finding::Finding;
use quorate_corporation::{Answer, Outcome, Ruling};
use quorate_kdl::Node;

use crate::request::{Problem, text_of};

/// One `expect` line: a place in the answer, and what stands there.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// The branches to go into, "fact=word", the outermost first.
    branches: Vec<String>,
    /// The reading to look at: a number from 1, or `preferred`.
    reading: Option<String>,
    /// The finding to look at.
    finding: Option<String>,
    /// What is expected: name and words.
    wanted: Vec<(String, String)>,
}

/// Reads an `expect` node.
pub fn read_expectation(node: &Node) -> Result<Expectation, Problem> {
    let mut expectation = Expectation {
        branches: Vec::new(),
        reading: None,
        finding: None,
        wanted: Vec::new(),
    };
    for entry in &node.entries {
        let Some(key) = &entry.name else {
            let message =
                "expect takes properties: a field of the value, controls, confidence, finding, reading, branch …"
                    .to_owned();
            return Err(Problem {
                message,
                help: None,
                span: entry.span,
            });
        };
        let text = text_of(entry);
        match key.text.as_str() {
            "branch" => expectation.branches = text.split(',').map(|part| part.trim().to_owned()).collect(),
            "reading" => expectation.reading = Some(text),
            "finding" => expectation.finding = Some(text),
            other => expectation.wanted.push((other.to_owned(), text)),
        }
    }
    if expectation.wanted.is_empty() && expectation.finding.is_none() {
        return Err(Problem {
            message: "expect expects nothing".into(),
            help: None,
            span: node.name.span,
        });
    }
    Ok(expectation)
}

impl Expectation {
    /// The finding looked at and the status expected of it; `unmet="id"` expects the finding of that id unmet.
    pub fn of_finding(&self) -> Option<(&str, &str)> {
        let wanted = |name: &str| {
            self.wanted
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, text)| text.as_str())
        };
        match &self.finding {
            Some(id) => wanted("status").map(|status| (id.as_str(), status)),
            None => wanted("unmet").filter(|id| *id != "none").map(|id| (id, "unmet")),
        }
    }

    /// What differs from the expectation; nothing when the answer keeps to it.
    pub fn differences(&self, answer: &Answer) -> Vec<String> {
        let mut answer = answer;
        for branch in &self.branches {
            match enter(answer, branch) {
                Ok(inner) => answer = inner,
                Err(why) => return vec![why],
            }
        }
        if let Some(id) = &self.finding {
            return self.finding_differences(&answer.findings, id);
        }
        if let Some(which) = &self.reading {
            return self.reading_differences(answer, which);
        }
        self.wanted
            .iter()
            .filter_map(|(name, wanted)| difference(name, wanted, &of_answer(answer, name)))
            .collect()
    }

    /// What differs in the finding looked at, among those made.
    fn finding_differences(&self, findings: &[Finding], id: &str) -> Vec<String> {
        let Some(finding) = findings.iter().find(|finding| finding.definition.id == id) else {
            let made: Vec<_> = findings.iter().map(|finding| finding.definition.id).collect();
            return vec![format!("no finding {id}; findings made: {}", list(&made))];
        };
        let authority: Vec<_> = finding
            .authority
            .iter()
            .map(|authority| authority.citation.as_str())
            .collect();
        self.wanted
            .iter()
            .filter_map(|(name, wanted)| match name.as_str() {
                "status" => difference(name, wanted, &[finding.status.word().to_owned()]),
                "authority" => contains(name, wanted, &authority.join("; ")),
                "message" => contains(name, wanted, &finding.message),
                "help" => contains(name, wanted, finding.help.as_deref().unwrap_or("")),
                other => Some(format!(
                    "a finding has no \"{other}\"; it has status, authority, message, help"
                )),
            })
            .collect()
    }

    /// What differs from the expectation of what came of an act: a ruling, or why there could be none.
    ///
    /// With `question`, the answer of that question is held against the rest; of several answers one must keep to it.
    pub fn differences_of_act(&self, outcome: &Result<Ruling, Misdirected>) -> Vec<String> {
        let findings = outcome.as_ref().map_or(&[][..], |ruling| ruling.findings.as_slice());
        if let Some(id) = &self.finding {
            return self.finding_differences(findings, id);
        }
        if let Some(id) = self
            .wanted
            .iter()
            .find(|(name, _)| name == "question")
            .map(|(_, id)| id.as_str())
        {
            let answers = outcome.as_ref().map_or(&[][..], |ruling| ruling.answers.as_slice());
            return self.question_differences(answers, id);
        }
        self.wanted
            .iter()
            .filter_map(|(name, wanted)| of_act(outcome, name, wanted))
            .collect()
    }

    fn question_differences(&self, answers: &[Answer], id: &str) -> Vec<String> {
        let mut rest = self.clone();
        rest.wanted.retain(|(name, _)| name != "question");
        let of_question: Vec<_> = answers
            .iter()
            .filter(|answer| answer.question == id)
            .map(|answer| rest.differences(answer))
            .collect();
        if of_question.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        of_question.into_iter().next().unwrap_or_else(|| {
            let asked: Vec<_> = answers.iter().map(|answer| answer.question).collect();
            vec![format!("the act does not ask {id}; it asks: {}", list(&asked))]
        })
    }

    fn reading_differences(&self, answer: &Answer, which: &str) -> Vec<String> {
        let reading = match which.parse::<usize>() {
            Ok(number) => answer.readings.get(number.wrapping_sub(1)),
            Err(_) if which == "preferred" => answer.readings.iter().find(|reading| reading.is_preferred),
            Err(_) => answer.readings.iter().find(|reading| reading.text.contains(which)),
        };
        let Some(reading) = reading else {
            return vec![format!("no reading \"{which}\"; there are {}", answer.readings.len())];
        };
        self.wanted
            .iter()
            .filter_map(|(name, wanted)| match name.as_str() {
                "text" => contains(name, wanted, &reading.text),
                "who-decides" => contains(name, wanted, &reading.who_decides),
                "preferred" => difference(
                    name,
                    wanted,
                    &[if reading.is_preferred { "yes" } else { "no" }.to_owned()],
                ),
                field => difference(name, wanted, &of_value(&reading.value, field)),
            })
            .collect()
    }
}

/// What differs in one word expected of an act.
fn of_act(outcome: &Result<Ruling, Misdirected>, name: &str, wanted: &str) -> Option<String> {
    let found = match (name, outcome) {
        ("outcome", Ok(ruling)) => ruling.outcome.word(),
        ("outcome", Err(_)) => "misdirected",
        ("message", Err(fault)) => return contains(name, wanted, &fault.message),
        ("help", Err(fault)) => return contains(name, wanted, fault.help.as_deref().unwrap_or("")),
        ("property", Err(fault)) => fault.field,
        ("subject-to", Ok(ruling)) => return contains(name, wanted, &conditions(&ruling.outcome)),
        ("unmet", Ok(ruling)) => {
            let mut unmet: Vec<_> = ruling
                .findings
                .iter()
                .filter(|finding| finding.is_unmet())
                .map(|finding| finding.definition.id.to_owned())
                .collect();
            if unmet.is_empty() {
                unmet.push("none".to_owned());
            }
            return difference(name, wanted, &unmet);
        }
        ("message" | "help" | "property", Ok(ruling)) => {
            return Some(format!(
                "{name}: the act was not misdirected; it was {}",
                ruling.outcome.word()
            ));
        }
        ("subject-to" | "unmet", Err(fault)) => {
            return Some(format!("{name}: the act was misdirected: {}", fault.message));
        }
        _ => {
            return Some(format!(
                "an act has no \"{name}\"; it has outcome, unmet, subject-to, finding, question; a misdirected one message, help, property"
            ));
        }
    };
    difference(name, wanted, &[found.to_owned()])
}

fn conditions(outcome: &Outcome) -> String {
    match outcome {
        Outcome::AcceptedSubjectTo(conditions) | Outcome::AwaitsDetermination(conditions) => conditions.join("; "),
        Outcome::Accepted | Outcome::Refused | Outcome::EnteredWithDefects => String::new(),
    }
}

fn enter<'a>(answer: &'a Answer, branch: &str) -> Result<&'a Answer, String> {
    let (fact, word) = branch.split_once('=').unwrap_or(("", branch));
    let unknown = answer
        .needs
        .iter()
        .find(|unknown| fact.is_empty() || unknown.fact == fact);
    let Some(unknown) = unknown else {
        let facts: Vec<_> = answer.needs.iter().map(|unknown| unknown.fact.as_str()).collect();
        return Err(format!(
            "the answer does not branch on {fact}; it branches on: {}",
            list(&facts)
        ));
    };
    match unknown.branches.iter().find(|(label, _)| label == word) {
        Some((_, Branch::Answer(inner))) => Ok(inner),
        Some((_, Branch::Open(why))) => Err(format!("the branch {branch} is open: {why}")),
        None => {
            let labels: Vec<_> = unknown.branches.iter().map(|(label, _)| label.as_str()).collect();
            Err(format!(
                "no branch {branch}; branches of {}: {}",
                unknown.fact,
                list(&labels)
            ))
        }
    }
}

/// What stands in an answer under a name; several words when any of them will do.
fn of_answer(answer: &Answer, name: &str) -> Vec<String> {
    match name {
        "controls" => vec![answer.controls_word()],
        "confidence" => vec![answer.confidence.word().to_owned()],
        "readings" => vec![answer.readings.len().to_string()],
        "needs" => answer
            .needs
            .iter()
            .map(|unknown| unknown.fact.clone())
            .chain((answer.needs.is_empty()).then(|| "none".to_owned()))
            .collect(),
        "displaced" => answer
            .displaced
            .iter()
            .flat_map(|note| [note.authority.citation.clone(), note.authority.place.clone()])
            .chain((answer.displaced.is_empty()).then(|| "none".to_owned()))
            .collect(),
        "authority" => answer
            .controls
            .iter()
            .flat_map(|control| [control.authority.citation.clone(), control.authority.place.clone()])
            .collect(),
        "remark" => answer.remark.iter().cloned().collect(),
        "arithmetic" => answer.arithmetic.clone(),
        "unmet" => answer
            .findings
            .iter()
            .filter(|finding| finding.is_unmet())
            .map(|finding| finding.definition.id.to_owned())
            .chain((!answer.has_unmet()).then(|| "none".to_owned()))
            .collect(),
        _ => match name
            .strip_prefix("by-")
            .and_then(|source| answer.by.iter().find(|by| by.source == source))
        {
            Some(by) => vec![said(by)],
            None => match &answer.value {
                Some(value) => of_value(value, name),
                None => vec!["none".to_owned()],
            },
        },
    }
}

fn of_value(value: &Value, name: &str) -> Vec<String> {
    let fields = value.fields();
    let found: Vec<_> = fields
        .iter()
        .filter(|(field, _)| field == name)
        .map(|(_, text)| text.clone())
        .collect();
    if found.is_empty() && name == "value" {
        vec![compact(value)]
    } else {
        found
    }
}

fn said(by: &BySource) -> String {
    match &by.says {
        Said::Value(value) => compact(value),
        Said::Readings(readings) => readings
            .iter()
            .map(|reading| compact(&reading.value))
            .collect::<Vec<_>>()
            .join(" / "),
        Said::Silent => "silent".to_owned(),
        Said::Unknown => "unknown".to_owned(),
        Said::NotApplicable => "not applicable".to_owned(),
    }
}

/// A value in few words: a window as "earliest..latest", others by their first field.
fn compact(value: &Value) -> String {
    match value {
        Value::Window(window) => {
            let day =
                |day: Option<_>| day.map_or_else(String::new, |day: quorate_corporation::answer::Day| day.to_string());
            format!("{}..{}", day(window.earliest), day(window.latest))
        }
        other => other
            .fields()
            .into_iter()
            .next()
            .map_or_else(String::new, |(_, text)| text),
    }
}

fn difference(name: &str, wanted: &str, found: &[String]) -> Option<String> {
    if found.iter().any(|text| is_same(text, wanted)) {
        return None;
    }
    Some(format!(
        "{name}: expected {wanted}, found {}",
        if found.is_empty() {
            "nothing of that name".to_owned()
        } else {
            found.join(" or ")
        }
    ))
}

/// Whether two words are the same, digits with or without commas.
fn is_same(found: &str, wanted: &str) -> bool {
    found == wanted
        || (found.contains(',')
            && found.chars().all(|letter| letter.is_ascii_digit() || letter == ',')
            && found.replace(',', "") == wanted)
}

fn contains(name: &str, wanted: &str, found: &str) -> Option<String> {
    (!found.contains(wanted)).then(|| format!("{name}: expected to find \"{wanted}\" in \"{found}\""))
}

fn list(words: &[&str]) -> String {
    if words.is_empty() {
        "none".to_owned()
    } else {
        words.join(", ")
    }
}
