//! docs/schema.json: the names of questions, facts, findings and provisions, and the JSON shapes of the command line;
//! docs/schema.md says the same of the shapes for people.
//!
//! The shapes are kept by hand in `shapes.json`; a test holds what the command line prints against them.

use quorate::json::{instrument, question};
use quorate_corporation::questions;
use quorate_law::vocabulary::{ALL, Definition, FieldSpec, Kind, Place, SCOPES};
use serde_json::{Value as Json, json};

use super::{head, row};

/// The shapes, by name.
#[must_use]
pub fn shapes() -> Json {
    serde_json::from_str(include_str!("shapes.json")).expect("the shapes are kept as JSON, and a test reads them")
}

/// The schema.
#[must_use]
pub fn json() -> Json {
    let questions = questions::all();
    let findings: Vec<Json> = questions
        .iter()
        .flat_map(|question| {
            question
                .findings
                .iter()
                .map(|finding| json!({ "id": finding.id, "title": finding.title, "question": question.id }))
        })
        .collect();
    let instruments = quorate_instruments::ids().filter_map(|id| quorate_instruments::load(id).ok());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "quorate",
        "description": "The names of questions, facts, findings and provisions, and under $defs the shapes of what the command line prints as JSON. Keys are always there unless their description says when they are absent; quantities and dates are strings.",
        "questions": questions.iter().map(|asked| question(asked)).collect::<Vec<_>>(),
        "findings": findings,
        "provisions": ALL.iter().map(|definition| provision(definition)).collect::<Vec<_>>(),
        "scopes": SCOPES.iter().map(|key| json!({ "name": key.name, "words": key.words, "meaning": key.doc })).collect::<Vec<_>>(),
        "instruments": instruments.map(|loaded| instrument(&loaded)).collect::<Vec<_>>(),
        "$defs": shapes(),
    })
}

fn provision(definition: &Definition) -> Json {
    json!({
        "name": definition.name,
        "title": definition.title,
        "questions": definition.feeds,
        "effect-in-the-statute": definition.statute_effect.word(),
        "fields": definition.fields.iter().map(|spec| field(spec)).collect::<Vec<_>>(),
        "scopes": definition.scopes,
        "example": definition.example,
    })
}

fn field(field: &FieldSpec) -> Json {
    let (kind, words): (&str, &[&str]) = match field.kind {
        Kind::Window => ("window", &[]),
        Kind::Point => ("point", &[]),
        Kind::DayRule => ("day rule", &[]),
        Kind::Shift => ("holiday shift", &[]),
        Kind::Proportion => ("proportion", &[]),
        Kind::Fraction => ("fraction", &[]),
        Kind::Count => ("count", &[]),
        Kind::YesNo => ("yes-no", &[]),
        Kind::Date => ("date", &[]),
        Kind::Word(words) => ("word", words),
        Kind::Office => ("office", &[]),
        Kind::Text => ("text", &[]),
    };
    let place = match field.place {
        Place::Argument => "argument",
        Place::Arguments => "arguments",
        Place::Property => "property",
    };
    json!({ "name": field.name, "place": place, "kind": kind, "words": words, "required": field.required, "meaning": field.doc })
}

/// The shapes as tables.
#[must_use]
pub fn markdown() -> String {
    let mut out = String::from(
        "# JSON shapes\n\nWhat the command line prints with `--json`; `schema.json` says the same for programs, and lists every question, fact, finding and provision.\nA key is always there unless its meaning says when it is absent.\nQuantities and dates are strings.\n",
    );
    let shapes = shapes();
    for (name, shape) in shapes.as_object().into_iter().flatten() {
        out.push_str(&format!(
            "\n## {name}\n\n{}\n\n{}",
            description(shape, &shapes),
            head(&["key", "type", "meaning"])
        ));
        for (key, property) in shape["properties"].as_object().into_iter().flatten() {
            out.push_str(&row(&[
                &format!("`{key}`"),
                &kind(property),
                &description(property, &shapes),
            ]));
        }
    }
    out
}

/// A shape's own description, or that of the shape it refers to.
fn description(shape: &Json, shapes: &Json) -> String {
    let own = shape["description"].as_str();
    let referred = || name_of_reference(shape).and_then(|name| shapes[name]["description"].as_str());
    own.or_else(referred).unwrap_or("").to_owned()
}

fn name_of_reference(shape: &Json) -> Option<&str> {
    shape["$ref"]
        .as_str()
        .and_then(|reference| reference.strip_prefix("#/$defs/"))
}

/// The type in words: "string or null", "list of [finding](#finding)", the words of an enumeration.
fn kind(shape: &Json) -> String {
    if let Some(name) = name_of_reference(shape) {
        return format!("[{name}](#{name})");
    }
    if let Some(any) = shape["anyOf"].as_array() {
        return any.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    if let Some(words) = shape["enum"].as_array() {
        return words
            .iter()
            .map(|word| {
                word.as_str()
                    .map_or_else(|| "null".to_owned(), |word| format!("`{word}`"))
            })
            .collect::<Vec<_>>()
            .join(", ");
    }
    match &shape["type"] {
        Json::Array(several) => several.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(" or "),
        Json::String(array) if array == "array" => format!("list of {}", kind(&shape["items"])),
        Json::String(one) => one.clone(),
        _ => "any".to_owned(),
    }
}
