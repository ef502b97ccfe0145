//! Reading `ask` nodes: which question, under which instruments, with which facts, and what is expected.

use quorate_corporation::facts::{
    CERTIFICATE_PREFIX, CERTIFICATE_WORDS, FactKind, FactSpec, FactValue, Facts, LAW_ON, Row, read_fact,
};
use quorate_corporation::inquiry::event_fact;
use quorate_corporation::{Quantity, Question, questions};
use quorate_kdl::{Entry, Node, Span, Value};
use quorate_law::vocabulary::suggestion;

use crate::expectation::{Expectation, read_expectation};

/// Something wrong with a request, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Where.
    pub span: Span,
}

/// A question with its facts.
#[derive(Clone, Debug)]
pub struct AskRequest {
    /// The question.
    pub question: &'static Question,
    /// The bylaws, by name.
    pub under: Option<String>,
    /// The certificate, by name.
    pub certificate: Option<String>,
    /// Overlays, by name.
    pub overlays: Vec<String>,
    /// The facts.
    pub facts: Facts,
    /// What is expected of the answer.
    pub(crate) expectations: Vec<Expectation>,
    /// The node's place.
    pub span: Span,
}

/// Reads every `ask` node of a KDL text.
///
/// # Errors
/// Everything that is wrong, in order.
pub fn read_asks(source: &str) -> Result<Vec<AskRequest>, Vec<Problem>> {
    let (document, errors) = quorate_kdl::read_partial(source);
    let mut problems: Vec<Problem> = errors
        .into_iter()
        .map(|error| Problem {
            message: error.message,
            help: error.help,
            span: error.span,
        })
        .collect();
    let mut requests = Vec::new();
    for node in &document.nodes {
        if node.name.text != "ask" {
            problems.push(Problem {
                message: format!("\"{}\" stands where ask is expected", node.name.text),
                help: Some("write: ask question-id under=\"bylaws\" fact=value { expect field=value }".into()),
                span: node.name.span,
            });
            continue;
        }
        requests.extend(read_ask(node, &mut problems));
    }
    if problems.is_empty() {
        Ok(requests)
    } else {
        Err(problems)
    }
}

fn read_ask(node: &Node, problems: &mut Vec<Problem>) -> Option<AskRequest> {
    let Some(name) = node.entries.iter().find(|entry| entry.name.is_none()) else {
        problems.push(Problem {
            message: "ask names no question".into(),
            help: None,
            span: node.name.span,
        });
        return None;
    };
    let id = text_of(name);
    let Some(question) = questions::find(&id) else {
        let all = questions::all();
        let near = suggestion(&id, all.iter().map(|question| question.id));
        let help = near.map_or_else(
            || "quorate questions lists them".to_owned(),
            |near| format!("did you mean {near}?"),
        );
        problems.push(Problem {
            message: format!("there is no question \"{id}\""),
            help: Some(help),
            span: name.value_span,
        });
        return None;
    };
    let mut request = AskRequest {
        question,
        under: None,
        certificate: None,
        overlays: Vec::new(),
        facts: Facts::none(),
        expectations: Vec::new(),
        span: node.name.span,
    };
    let before = problems.len();
    for entry in &node.entries {
        let Some(key) = &entry.name else { continue };
        match key.text.as_str() {
            "under" => request.under = Some(text_of(entry)),
            "certificate" => request.certificate = Some(text_of(entry)),
            "overlay" => request.overlays.push(text_of(entry)),
            fact => match read_named_fact(question, fact, &text_of(entry)) {
                Ok(value) => request.facts = request.facts.with(fact, value),
                Err((message, help)) => problems.push(Problem {
                    message,
                    help,
                    span: if fact_spec(question, fact).is_some() {
                        entry.value_span
                    } else {
                        key.span
                    },
                }),
            },
        }
    }
    let mut rows: Vec<(&'static FactSpec, Vec<Row>)> = Vec::new();
    for child in node.children.iter().flatten() {
        match (child.name.text.as_str(), fact_spec(question, &child.name.text)) {
            ("expect", _) => match read_expectation(child) {
                Ok(expectation) => request.expectations.push(expectation),
                Err(problem) => problems.push(problem),
            },
            (
                _,
                Some(
                    spec @ FactSpec {
                        kind: FactKind::Rows(columns),
                        ..
                    },
                ),
            ) => {
                if let Some(row) = read_row(child, columns, problems) {
                    match rows.iter_mut().find(|(known, _)| known.name == spec.name) {
                        Some((_, list)) => list.push(row),
                        None => rows.push((spec, vec![row])),
                    }
                }
            }
            (other, _) => problems.push(Problem {
                message: format!(
                    "\"{other}\" is neither expect nor a fact of {} that has rows",
                    question.id
                ),
                help: Some(facts_help(question)),
                span: child.name.span,
            }),
        }
    }
    for (spec, list) in rows {
        request.facts.set(spec, FactValue::Rows(list));
    }
    (problems.len() == before).then_some(request)
}

fn read_row(node: &Node, columns: &[&str], problems: &mut Vec<Problem>) -> Option<Row> {
    let mut name = None;
    let mut given = Vec::new();
    let before = problems.len();
    for entry in &node.entries {
        match &entry.name {
            None if name.is_none() => name = Some(text_of(entry)),
            None => problems.push(Problem {
                message: "a row has one name".into(),
                help: None,
                span: entry.span,
            }),
            Some(key) if !columns.contains(&key.text.as_str()) => problems.push(Problem {
                message: format!("\"{}\" is not a column of {}", key.text, node.name.text),
                help: Some(format!("columns: {}", columns.join(", "))),
                span: key.span,
            }),
            Some(key) => match Quantity::parse(&text_of(entry)) {
                Ok(quantity) => given.push((key.text.clone(), quantity)),
                Err(message) => problems.push(Problem {
                    message,
                    help: None,
                    span: entry.value_span,
                }),
            },
        }
    }
    if name.is_none() {
        problems.push(Problem {
            message: format!("the row {} has no name", node.name.text),
            help: None,
            span: node.name.span,
        });
    }
    name.filter(|_| problems.len() == before)
        .map(|name| Row { name, columns: given })
}

/// The shape of a fact of a question, or of the day whose law applies.
pub(crate) fn fact_spec(question: &'static Question, name: &str) -> Option<&'static FactSpec> {
    question
        .facts
        .iter()
        .copied()
        .chain([&LAW_ON.spec])
        .find(|spec| spec.name == name)
}

/// Reads a fact by name: one of the question's own, the law's day, what a certificate says, or the day of an event that a provision names.
///
/// # Errors
/// What is wrong, and how to mend it.
pub fn read_named_fact(
    question: &'static Question,
    name: &str,
    text: &str,
) -> Result<FactValue, (String, Option<String>)> {
    if let Some(spec) = fact_spec(question, name) {
        return read_fact(spec, text).map_err(|message| (message, Some(format!("{}: {}", spec.name, spec.doc))));
    }
    if name.starts_with(CERTIFICATE_PREFIX) {
        return match CERTIFICATE_WORDS.iter().find(|word| **word == text) {
            Some(word) => Ok(FactValue::Word(word)),
            None => Err((format!("{name} is one of: {}", CERTIFICATE_WORDS.join("; ")), None)),
        };
    }
    if let Some(event) = name.strip_prefix("event-") {
        let spec = FactSpec {
            name: "event",
            kind: FactKind::Day,
            doc: "",
            otherwise: None,
        };
        debug_assert!(!event_fact(event).is_empty());
        return read_fact(&spec, text).map_err(|message| (message, None));
    }
    let near = suggestion(name, question.facts.iter().map(|spec| spec.name));
    let help = near.map_or_else(|| facts_help(question), |near| format!("did you mean {near}?"));
    Err((format!("{} has no fact \"{name}\"", question.id), Some(help)))
}

fn facts_help(question: &Question) -> String {
    let names: Vec<_> = question.facts.iter().map(|spec| spec.name).collect();
    format!("facts of {}: {}, on", question.id, names.join(", "))
}

/// A value as words: texts as they are, numbers as written, yes and no.
pub(crate) fn text_of(entry: &Entry) -> String {
    match &entry.value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.source.replace('_', ""),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Null => String::new(),
    }
}
