//! Facts from the command line, and meetings from a file.

use std::path::Path;

use quorate_calendar::Day;
use quorate_corporation::facts::{FactValue, Facts};
use quorate_corporation::plan::{PlanKind, PlanRequest};
use quorate_corporation::questions;
use quorate_kdl::{Entry, Node, Span};
use quorate_law::vocabulary::suggestion;

use super::day;
use crate::failure::Failure;

/// Facts that any question knows, or everything wrong with them.
pub fn facts(given: &[String]) -> Result<Facts, Failure> {
    let mut facts = Facts::none();
    let mut problems = Vec::new();
    for given in given {
        match read_argument(given) {
            Ok((name, _)) if facts.get(name).is_some() => {
                let message = format!("the fact {name} is given twice");
                problems.push(Failure::new(message, Some("give it once")));
            }
            Ok((name, value)) => facts = facts.with(name, value),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        Ok(facts)
    } else {
        Err(Failure::several(problems))
    }
}

/// A fact as the first question that knows it by name reads it.
fn read_argument(given: &str) -> Result<(&str, FactValue), Failure> {
    let Some((name, text)) = given.split_once('=') else {
        return Err(Failure::new(
            format!("\"{given}\" is not a fact"),
            Some("write facts as name=value"),
        ));
    };
    read_fact(name, text)
        .map(|value| (name, value))
        .map_err(|(message, help)| Failure::new(message, help.as_deref()))
}

/// What was found and what is wanted, and the cure.
type Wrong = (String, Option<String>);

fn read_fact(name: &str, text: &str) -> Result<FactValue, Wrong> {
    let all = questions::all();
    let names = || {
        all.iter()
            .flat_map(|question| question.facts.iter().map(|spec| spec.name))
    };
    if !names().any(|known| known == name) {
        let help = suggestion(name, names()).map(|near| format!("did you mean {near}?"));
        let list = || "quorate questions QUESTION lists the facts of a question".to_owned();
        return Err((
            format!("no question has a fact \"{name}\""),
            Some(help.unwrap_or_else(list)),
        ));
    }
    let knowing = all
        .iter()
        .filter(|question| question.facts.iter().any(|spec| spec.name == name));
    let mut readings: Vec<_> = knowing
        .map(|question| quorate_casebook::read_named_fact(question, name, text))
        .collect();
    readings.sort_by_key(Result::is_err);
    readings.into_iter().next().expect("some question knows the name")
}

/// The meetings and consents of a file, or everything wrong with it.
///
/// A node is `meeting "id" kind="annual" on="2002-04-17"` or `consent "id" on="2002-06-03"`; its other properties are facts.
pub fn requests(file: &Path, text: &str, today: Option<Day>) -> Result<Vec<PlanRequest>, Failure> {
    let (document, errors) = quorate_kdl::read_partial(text);
    let mut problems: Vec<Problem> = errors
        .into_iter()
        .map(|error| (error.message, error.help, error.span))
        .collect();
    let mut requests: Vec<PlanRequest> = Vec::new();
    for node in &document.nodes {
        let Some(request) = request(node, today, &mut problems) else {
            continue;
        };
        if requests.iter().any(|known| known.id == request.id) {
            let message = format!("\"{}\" is planned twice", request.id);
            problems.push((message, Some("give each an id of its own".to_owned()), node.head_span()));
        }
        requests.push(request);
    }
    if problems.is_empty() && requests.is_empty() {
        let help = "write meeting \"spring\" kind=\"annual\" on=\"2002-04-17\"".to_owned();
        problems.push(("the file plans nothing".to_owned(), Some(help), Span::new(0, 0)));
    }
    if problems.is_empty() {
        Ok(requests)
    } else {
        Err(Failure::of_source(&file.display().to_string(), text, &problems))
    }
}

type Problem = (String, Option<String>, Span);

fn request(node: &Node, today: Option<Day>, problems: &mut Vec<Problem>) -> Option<PlanRequest> {
    let before = problems.len();
    let mut wrong = |message: String, help: &str, span: Span| problems.push((message, Some(help.to_owned()), span));
    let kind = match (
        node.name.text.as_str(),
        node.property("kind").map(|entry| entry.value.as_str()),
    ) {
        ("consent", None) => PlanKind::Consent,
        ("meeting", None | Some(Some("annual"))) => PlanKind::Annual,
        ("meeting", Some(Some("special"))) => PlanKind::Special,
        ("meeting" | "consent", _) => {
            let message = format!("this is no kind of {}", node.name.text);
            wrong(
                message,
                "a meeting has kind=\"annual\" or kind=\"special\", a consent has none",
                node.head_span(),
            );
            return None;
        }
        (other, _) => {
            let message = format!("\"{other}\" cannot be planned");
            wrong(message, "write meeting or consent", node.head_span());
            return None;
        }
    };
    let id = node.argument(0).and_then(|entry| entry.value.as_str());
    if id.is_none() {
        wrong(
            format!("the {} has no id", node.name.text),
            "write it first, in quotes",
            node.head_span(),
        );
    }
    let on = node
        .property("on")
        .and_then(|entry| Some((entry, entry.value.as_str()?)));
    let meeting = match on.map(|(entry, text)| (entry, day(text))) {
        Some((_, Ok(day))) => Some(day),
        Some((entry, Err(_))) => {
            wrong("on is not a date".to_owned(), "write the day as 2002-04-17", entry.span);
            None
        }
        None => {
            wrong(
                format!("the {} has no day", node.name.text),
                "add on=\"2002-04-17\"",
                node.head_span(),
            );
            None
        }
    };
    let mut request = PlanRequest {
        id: id?.to_owned(),
        today,
        ..PlanRequest::new(kind, meeting?)
    };
    for entry in node.properties() {
        match fact(entry) {
            Ok(("on" | "kind", _)) => {}
            Ok(("matters", FactValue::List(matters))) => request.matters = matters,
            Ok((name, value)) => request.facts = request.facts.with(name, value),
            Err((message, help)) => problems.push((message, help, entry.span)),
        }
    }
    (problems.len() == before).then_some(request)
}

fn fact(entry: &Entry) -> Result<(&str, FactValue), Wrong> {
    let name = entry.name.as_ref().map_or("", |name| name.text.as_str());
    let text = match (entry.value.as_str(), entry.value.as_i64(), entry.value.as_bool()) {
        (Some(text), ..) => text.to_owned(),
        (_, Some(number), _) => number.to_string(),
        (_, _, Some(yes)) => if yes { "yes" } else { "no" }.to_owned(),
        _ => {
            return Err((
                format!("{name} is {}", entry.value.kind()),
                Some("write it in quotes".to_owned()),
            ));
        }
    };
    if name == "on" || name == "kind" {
        return Ok((name, FactValue::Text(text)));
    }
    Ok((name, read_fact(name, &text)?))
}
