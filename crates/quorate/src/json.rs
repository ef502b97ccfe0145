//! The JSON shapes, documented in docs/schema.json. Quantities and dates are strings; keys are in a stable order.

use quorate_corporation::Question;
use quorate_corporation::answer::{Answer, Branch, BySource, Reading, Said, Unknown, Value};
use quorate_corporation::facts::{FactKind, FactSpec};
use quorate_corporation::finding::{Authority, Finding};
use quorate_corporation::plan::{Clash, Plan, Step};
use quorate_law::{CoverageCounts, Effect, Instrument, Provision, SectionCoverage, Vary};
use serde_json::{Map, Value as Json, json};

/// A question as `questions --json` lists it.
#[must_use]
pub fn question(question: &Question) -> Json {
    let (shape, fields) = question.shape.describe();
    json!({
        "id": question.id,
        "title": question.title,
        "chapter": question.chapter,
        "capabilities": question.capabilities,
        "shape": { "name": shape, "fields": fields },
        "facts": question.facts.iter().map(|spec| fact(spec)).collect::<Vec<_>>(),
        "provisions": question.provisions.iter().map(|definition| definition.name).collect::<Vec<_>>(),
        "findings": question.findings.iter().map(|finding| json!({ "id": finding.id, "title": finding.title })).collect::<Vec<_>>(),
    })
}

fn fact(fact: &FactSpec) -> Json {
    let (kind, words): (&str, &[&str]) = match fact.kind {
        FactKind::Day => ("day", &[]),
        FactKind::Moment => ("moment", &[]),
        FactKind::YesNo => ("yes-no", &["yes", "no"]),
        FactKind::Quantity => ("quantity", &[]),
        FactKind::Count => ("count", &[]),
        FactKind::Word(words) => ("word", words),
        FactKind::Text => ("text", &[]),
        FactKind::List => ("list", &[]),
        FactKind::Rows(columns) => ("rows", columns),
    };
    json!({ "name": fact.name, "kind": kind, "words": words, "meaning": fact.doc, "taken": fact.otherwise })
}

/// A provision as `law-book --json` lists it.
#[must_use]
pub fn provision(provision: &Provision) -> Json {
    json!({
        "citation": provision.citation.to_string(),
        "provision": provision.definition.name,
        "statement": provision.statement(),
        "scope": provision.scope.0.iter().map(|(key, word)| ((*key).to_owned(), json!(word))).collect::<Map<_, _>>(),
        "from": provision.validity.from.map(|day| day.to_string()),
        "to": provision.validity.to.map(|day| day.to_string()),
        "reckoned-by": provision.validity.reckoned_by.word(),
        "effect": provision.effect.map(Effect::word),
        "vary": provision.vary.map(Vary::word),
        "confidence": provision.confidence.word(),
    })
}

/// The coverage of an instrument; `missing` are sections of the original that it has not.
#[must_use]
pub fn coverage(
    instrument: &Instrument,
    sections: &[SectionCoverage],
    counts: &CoverageCounts,
    missing: &[String],
) -> Json {
    json!({
        "instrument": instrument.id,
        "name": instrument.name,
        "sections": sections.iter().map(section_coverage).collect::<Vec<_>>(),
        "counts": {
            "sections": counts.sections,
            "executed": counts.executed,
            "narrative": counts.narrative,
            "pending": counts.pending,
            "parts": {
                "parts": counts.parts,
                "executed": counts.parts_executed,
                "narrative": counts.parts_narrative,
                "pending": counts.parts_pending,
            },
            "provisions": { "provisions": counts.provisions, "earned": counts.provisions_earned },
        },
        "missing": missing,
    })
}

fn section_coverage(section: &SectionCoverage) -> Json {
    json!({
        "section": section.section,
        "title": section.title,
        "status": section.status.word(),
        "article": section.article,
        "provisions": section.provisions,
        "parts": section.parts.iter().map(|(clauses, status, remarks)| {
            json!({ "part": clauses, "status": status.word(), "remarks": remarks })
        }).collect::<Vec<_>>(),
    })
}

/// An instrument as `instruments list --json` lists it.
#[must_use]
pub fn instrument(instrument: &Instrument) -> Json {
    json!({
        "id": instrument.id,
        "kind": instrument.kind.word(),
        "name": instrument.name,
        "adopted": instrument.adopted.map(|day| day.to_string()),
        "completeness": instrument.completeness.word(),
        "assumed": instrument.assumed,
        "sections": instrument.sections.len(),
    })
}

/// An answer.
#[must_use]
pub fn answer(answer: &Answer) -> Json {
    json!({
        "question": answer.question,
        "value": answer.value.as_ref().map(value),
        "remark": answer.remark,
        "confidence": answer.confidence.word(),
        "controls": { "by": answer.controls_word(), "provisions": answer.controls.iter().map(|control| {
            let mut object = authority(&control.authority);
            object["effect"] = json!(control.effect);
            object
        }).collect::<Vec<_>>() },
        "by": answer.by.iter().map(by_source).collect::<Vec<_>>(),
        "displaced": answer.displaced.iter().map(|note| {
            let mut object = authority(&note.authority);
            object["displaced-by"] = json!(note.by.citation);
            object["because"] = json!(note.because);
            object
        }).collect::<Vec<_>>(),
        "readings": answer.readings.iter().map(reading).collect::<Vec<_>>(),
        "needs": answer.needs.iter().map(unknown).collect::<Vec<_>>(),
        "taken": answer.taken.iter().map(|(fact, word)| json!({ "fact": fact, "is": word })).collect::<Vec<_>>(),
        "otherwise": answer.otherwise.iter().map(|(fact, word, other)| json!({ "fact": fact, "is": word, "value": value(other) })).collect::<Vec<_>>(),
        "findings": answer.findings.iter().map(finding).collect::<Vec<_>>(),
        "arithmetic": answer.arithmetic,
    })
}

/// A value: its shape and its fields, every field a string.
#[must_use]
pub fn value(value: &Value) -> Json {
    let shape = match value {
        Value::YesNo(_) => "yes-no",
        Value::Day(_) | Value::Moment(_) => "day",
        Value::Window(_) => "window",
        Value::Threshold(_) => "threshold",
        Value::Tally(_) => "tally",
        Value::Persons(_) => "persons",
        Value::Items(_) => "items",
        Value::Text(_) => "text",
        Value::Count(_) => "count",
    };
    let mut object = Map::new();
    object.insert("shape".to_owned(), json!(shape));
    for (name, field) in value.fields() {
        object.insert(name, json!(field));
    }
    if let Value::Persons(items) | Value::Items(items) = value {
        object.insert("items".to_owned(), json!(items));
    }
    Json::Object(object)
}

fn authority(authority: &Authority) -> Json {
    json!({
        "citation": authority.citation,
        "source": authority.source,
        "section": authority.place,
        "provision": authority.statement,
        "confidence": authority.confidence.word(),
    })
}

fn reading(reading: &Reading) -> Json {
    json!({
        "text": reading.text,
        "value": value(&reading.value),
        "because": reading.because,
        "preferred": reading.is_preferred,
        "who-decides": reading.who_decides,
    })
}

fn by_source(by: &BySource) -> Json {
    let (says, of) = match &by.says {
        Said::Value(of) => ("value", value(of)),
        Said::Readings(readings) => ("readings", Json::Array(readings.iter().map(reading).collect())),
        Said::Silent => ("silent", Json::Null),
        Said::Unknown => ("unknown", Json::Null),
        Said::NotApplicable => ("not applicable", Json::Null),
    };
    json!({ "source": by.source, "says": says, "value": of, "provisions": by.authority.iter().map(authority).collect::<Vec<_>>() })
}

fn unknown(unknown: &Unknown) -> Json {
    let branches: Vec<Json> = unknown
        .branches
        .iter()
        .map(|(label, branch)| match branch {
            Branch::Answer(inner) => {
                json!({ "is": label, "value": inner.value.as_ref().map(value), "readings": inner.readings.iter().map(reading).collect::<Vec<_>>(), "needs": inner.needs.iter().map(self::unknown).collect::<Vec<_>>(), "findings": inner.findings.iter().map(finding).collect::<Vec<_>>(), "remark": inner.remark })
            }
            Branch::Open(why) => json!({ "is": label, "value": null, "remark": why }),
        })
        .collect();
    json!({ "fact": unknown.fact, "meaning": unknown.doc, "branches": branches })
}

/// A finding.
#[must_use]
pub fn finding(finding: &Finding) -> Json {
    json!({
        "id": finding.definition.id,
        "status": finding.status.word(),
        "message": finding.message,
        "authority": finding.authority.iter().map(authority).collect::<Vec<_>>(),
        "arithmetic": finding.arithmetic,
        "help": finding.help,
        "facts": finding.blames,
        "confidence": finding.confidence().word(),
    })
}

/// Plans, one for each day or meeting asked about, and which stand in each other's way.
#[must_use]
pub fn plans(plans: &[Plan], clashes: &[Clash]) -> Json {
    json!({
        "plans": plans.iter().map(plan).collect::<Vec<_>>(),
        "clashes": clashes.iter().map(|clash| json!({
            "first": clash.first, "second": clash.second, "why": clash.why,
        })).collect::<Vec<_>>(),
    })
}

fn plan(plan: &Plan) -> Json {
    json!({
        "id": plan.id,
        "kind": plan.kind.word(),
        "meeting": plan.meeting.to_string(),
        "possible": plan.is_possible(),
        "impossible": plan.impossible,
        "changes": plan.changes,
        "steps": plan.steps.iter().map(step).collect::<Vec<_>>(),
    })
}

fn step(step: &Step) -> Json {
    json!({
        "id": step.id,
        "question": step.question,
        "what": step.what,
        "earliest": step.earliest.map(|day| day.to_string()),
        "latest": step.latest.map(|day| day.to_string()),
        "says": step.says,
        "sections": step.sections,
        "counted": step.counted,
        "depends-on": step.depends_on,
        "done": step.done,
    })
}
