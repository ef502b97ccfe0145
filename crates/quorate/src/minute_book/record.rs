//! What the body of an entry holds: the act, its findings, outcome and events, the instruments and the rules that judged it.
//!
//! Quantities and dates are text. The wire form is kept apart from the core's types, so that a change of the core never
//! changes what old entries mean; [`EVENT_FORMAT`] says in which form the events are.

use std::collections::BTreeMap;

use quorate_book::{Hash, INTEGER_MAX, canonical_bytes};
use quorate_corporation::act::Act;
use quorate_corporation::acts;
use quorate_corporation::decide::{Outcome, Ruling};
use quorate_corporation::event::{EVENT_FORMAT, Event};
use quorate_corporation::facts::{Facts, read_fact};
use quorate_corporation::finding::{Authority, Finding};
use quorate_corporation::when::When;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// The version of the rules that this program judges by.
pub const RULES: &str = env!("CARGO_PKG_VERSION");

/// An act as it is kept: every property as the text that reads back to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRecord {
    /// What kind of act it is.
    pub act: String,
    /// The id that the person gave; none when it was made from the content.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<String>,
    /// When it happened or is to happen.
    pub on: String,
    /// Who acts.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// Its properties.
    pub facts: BTreeMap<String, String>,
    /// The hash of its attached file.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attachment: Option<String>,
}

/// A finding as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingRecord {
    /// The finding's id.
    pub id: String,
    /// Its status in words.
    pub status: String,
    /// The facts that decided.
    pub message: String,
    /// The provisions it rests on, the controlling one first.
    pub authority: Vec<AuthorityRecord>,
    /// The arithmetic, one step a line.
    pub arithmetic: Vec<String>,
    /// What would cure it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub help: Option<String>,
    /// The facts blamed, by name.
    pub facts: Vec<String>,
}

/// A provision as an authority: its citation, and its bytes in an instrument that the book keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityRecord {
    /// The citation in full.
    pub citation: String,
    /// The source's word.
    pub source: String,
    /// The hash of the instrument's bytes; empty when it was not among those that judged.
    pub instrument: String,
    /// The first byte of the provision.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// How sure the reading was.
    pub confidence: String,
}

/// An outcome as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeRecord {
    /// The outcome in a word or two.
    pub word: String,
    /// What it is subject to, or who must decide.
    pub conditions: Vec<String>,
}

/// An instrument that an act was judged by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentRecord {
    /// How it is cited.
    pub cited_as: String,
    /// The hash of its bytes.
    pub hash: String,
}

/// The body of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Record {
    /// The act.
    pub act: ActRecord,
    /// The name of the diary it came from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub diary: Option<String>,
    /// What came of it.
    pub outcome: OutcomeRecord,
    /// Every rule that was applied.
    pub findings: Vec<FindingRecord>,
    /// The events, in the form of `event_format`.
    pub events: Vec<Value>,
    /// The version of the events' form.
    pub event_format: u32,
    /// The instruments that it was judged by.
    pub instruments: Vec<InstrumentRecord>,
    /// The version of the rules that judged it.
    pub rules: String,
}

/// Why the body of an entry could not be read. A sentence that begins in lower case and names no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordError(pub String);

impl std::fmt::Display for RecordError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl ActRecord {
    /// The act as it is kept.
    #[must_use]
    pub fn of(act: &Act) -> Self {
        Self {
            act: act.definition.name.to_owned(),
            id: act.id.clone(),
            on: act.on.to_string(),
            by: act.by.clone(),
            facts: act
                .facts
                .iter()
                .map(|(name, value)| (name.to_owned(), value.to_string()))
                .collect(),
            attachment: act.attachment.clone(),
        }
    }

    /// The act again.
    ///
    /// # Errors
    /// When this program does not know the kind of act or one of its properties.
    pub fn act(&self) -> Result<Act, RecordError> {
        let definition = acts::find(&self.act).ok_or_else(|| {
            RecordError(format!(
                "this program knows no act \"{}\"; use the one that entered it, or a newer one",
                self.act
            ))
        })?;
        let mut facts = Facts::none();
        for (name, text) in &self.facts {
            let spec = definition.fields.iter().find(|spec| spec.name == name);
            let spec =
                spec.ok_or_else(|| RecordError(format!("{} has no property \"{name}\" in this program", self.act)))?;
            facts = facts.with(name, read_fact(spec, text).map_err(RecordError)?);
        }
        Ok(Act {
            definition,
            id: self.id.clone(),
            on: self.when()?,
            by: self.by.clone(),
            facts,
            attachment: self.attachment.clone(),
        })
    }

    /// When it happened.
    ///
    /// # Errors
    /// When the text is no day and no hour.
    pub fn when(&self) -> Result<When, RecordError> {
        When::parse(&self.on).map_err(RecordError)
    }

    /// The hash of the content: everything but the id. It tells a retry from another act.
    #[must_use]
    pub fn content_hash(&self) -> Hash {
        hash_of(
            &json!({ "act": self.act, "on": self.on, "by": self.by, "facts": self.facts, "attachment": self.attachment }),
        )
    }

    /// The act's line for people: its kind and its first property.
    #[must_use]
    pub fn headline(&self) -> String {
        let first = acts::find(&self.act)
            .and_then(|definition| definition.fields.first())
            .and_then(|spec| self.facts.get(spec.name));
        first.map_or_else(|| self.act.clone(), |first| format!("{} \"{first}\"", self.act))
    }

    /// What differs from another act, one property each, with both values; nothing when the contents are the same.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<(String, String, String)> {
        let mut names: Vec<&String> = self.facts.keys().chain(other.facts.keys()).collect();
        names.sort_unstable();
        names.dedup();
        let said = |text: Option<&String>| text.map_or_else(|| "not said".to_owned(), |text| format!("\"{text}\""));
        let mut pairs = vec![
            ("id".to_owned(), said(self.id.as_ref()), said(other.id.as_ref())),
            ("act".to_owned(), said(Some(&self.act)), said(Some(&other.act))),
            ("on".to_owned(), said(Some(&self.on)), said(Some(&other.on))),
            ("by".to_owned(), said(self.by.as_ref()), said(other.by.as_ref())),
        ];
        pairs.extend(
            names
                .into_iter()
                .map(|name| (name.clone(), said(self.facts.get(name)), said(other.facts.get(name)))),
        );
        pairs.push((
            "the contents of the attached file".to_owned(),
            said(self.attachment.as_ref()),
            said(other.attachment.as_ref()),
        ));
        pairs.retain(|(_, mine, theirs)| mine != theirs);
        pairs
    }
}

/// The id of an act whose person gave none: the hash of its content and of how many acts of the same content came before it.
#[must_use]
pub fn made_id(content: &Hash, occurrence: usize) -> String {
    hash_of(&json!({ "content": content.to_string(), "occurrence": occurrence.to_string() })).to_string()
}

fn hash_of(text: &Value) -> Hash {
    Hash::of(&canonical_bytes(text).expect("it holds text only, which is exact"))
}

impl FindingRecord {
    /// The finding as it is kept; `hash_of_cited` gives the hash of the instrument of a citation.
    #[must_use]
    pub fn of(finding: &Finding, hash_of_cited: &dyn Fn(&str) -> Option<Hash>) -> Self {
        Self {
            id: finding.definition.id.to_owned(),
            status: finding.status.word().to_owned(),
            message: finding.message.clone(),
            authority: finding
                .authority
                .iter()
                .map(|authority| authority_record(authority, hash_of_cited))
                .collect(),
            arithmetic: finding.arithmetic.clone(),
            help: finding.help.clone(),
            facts: finding.blames.iter().map(|fact| (*fact).to_owned()).collect(),
        }
    }
}

fn authority_record(authority: &Authority, hash_of_cited: &dyn Fn(&str) -> Option<Hash>) -> AuthorityRecord {
    AuthorityRecord {
        citation: authority.citation.clone(),
        source: authority.source.to_owned(),
        instrument: hash_of_cited(&authority.instrument).map_or_else(String::new, |hash| hash.to_string()),
        start: authority.span.0,
        end: authority.span.1,
        confidence: authority.confidence.word().to_owned(),
    }
}

impl From<&Outcome> for OutcomeRecord {
    fn from(outcome: &Outcome) -> Self {
        let conditions = match outcome {
            Outcome::AcceptedSubjectTo(conditions) | Outcome::AwaitsDetermination(conditions) => conditions.clone(),
            Outcome::Accepted | Outcome::Refused | Outcome::EnteredWithDefects => Vec::new(),
        };
        Self {
            word: outcome.word().to_owned(),
            conditions,
        }
    }
}

impl Record {
    /// What is kept of an act and its ruling; `law` are the instruments that judged it, with the hashes of their bytes.
    #[must_use]
    pub fn of(act: &Act, diary: Option<&str>, ruling: &Ruling, law: &[InstrumentRecord]) -> Self {
        let hash_of_cited = |cited_as: &str| {
            law.iter()
                .find(|instrument| instrument.cited_as == cited_as)
                .and_then(|instrument| instrument.hash.parse().ok())
        };
        Self {
            act: ActRecord::of(act),
            diary: diary.map(str::to_owned),
            outcome: OutcomeRecord::from(&ruling.outcome),
            findings: ruling
                .findings
                .iter()
                .map(|finding| FindingRecord::of(finding, &hash_of_cited))
                .collect(),
            events: ruling.events.iter().map(event_json).collect(),
            event_format: EVENT_FORMAT,
            instruments: law.to_vec(),
            rules: RULES.to_owned(),
        }
    }

    /// The record as the body of an entry.
    #[must_use]
    pub fn body(&self) -> Value {
        serde_json::to_value(self).expect("a record is text, lists and objects")
    }

    /// Reads the body of an entry, and its events.
    ///
    /// # Errors
    /// When it was written in a later form, or is no record at all.
    pub fn read(body: Value) -> Result<(Self, Vec<Event>), RecordError> {
        let format = body.get("event-format").and_then(Value::as_u64).unwrap_or(0);
        if format > u64::from(EVENT_FORMAT) {
            return Err(RecordError(format!(
                "its events are in form {format}, and this program knows forms up to {EVENT_FORMAT}; use the program that entered it, or a newer one"
            )));
        }
        let record: Self = serde_json::from_value(body)
            .map_err(|error| RecordError(format!("its body is no record of an act: {error}")))?;
        let events = record.events.iter().map(event_of).collect::<Result<_, _>>()?;
        Ok((record, events))
    }
}

/// The key of an object that stands for a whole number too great for canonical JSON, written as text.
const EXACT: &str = "exact";

fn event_json(event: &Event) -> Value {
    exact(serde_json::to_value(event).expect("an event is text, whole numbers, lists and objects"))
}

fn event_of(stored: &Value) -> Result<Event, RecordError> {
    serde_json::from_value(inexact(stored.clone()))
        .map_err(|error| RecordError(format!("one of its events cannot be read: {error}")))
}

/// Canonical JSON is exact for whole numbers up to 2^53 only; greater ones become `{"exact": "…"}`.
fn exact(value: Value) -> Value {
    match value {
        Value::Number(number) if number.as_u64().is_some_and(|whole| whole > INTEGER_MAX) => {
            json!({ EXACT: number.to_string() })
        }
        Value::Array(values) => Value::Array(values.into_iter().map(exact).collect()),
        Value::Object(fields) => Value::Object(fields.into_iter().map(|(name, field)| (name, exact(field))).collect()),
        other => other,
    }
}

/// The reverse of [`exact`].
fn inexact(value: Value) -> Value {
    match value {
        Value::Object(fields) => match exact_number(&fields) {
            Some(number) => json!(number),
            None => Value::Object(fields.into_iter().map(|(name, field)| (name, inexact(field))).collect()),
        },
        Value::Array(values) => Value::Array(values.into_iter().map(inexact).collect()),
        other => other,
    }
}

fn exact_number(fields: &Map<String, Value>) -> Option<u64> {
    let text = fields.get(EXACT).filter(|_| fields.len() == 1)?;
    text.as_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use quorate_corporation::facts::{FactKind, FactValue};

    #[test]
    fn numbers_beyond_canonical_json_come_back_exactly() {
        for shares in [0, INTEGER_MAX, INTEGER_MAX + 1, u64::MAX] {
            let event = Event::SharesIssued {
                class: "Common Stock".into(),
                holder: "A".into(),
                shares,
                happened: When::parse("2002-04-17").unwrap(),
            };
            let stored = event_json(&event);
            assert!(canonical_bytes(&stored).is_ok(), "{shares}");
            assert_eq!(event_of(&stored).unwrap(), event);
        }
    }

    /// A value that reads well for each kind of property, chosen to hold what text could lose: commas, spaces, fractions.
    fn sample(kind: FactKind) -> &'static str {
        match kind {
            FactKind::Day => "2002-04-17",
            FactKind::Moment => "2002-04-17T10:05:30",
            FactKind::YesNo => "no",
            FactKind::Quantity => "1,234,567.25",
            FactKind::Count => "1234567",
            FactKind::Word(words) => words[words.len() - 1],
            FactKind::Text => "Oak, \"Inc.\"; a = b  c",
            FactKind::List => "place, date, hour of meeting",
            FactKind::Rows(_) => "Avery Dean for=1,000 withheld=2.5; Lee Ward for=3",
        }
    }

    #[test]
    fn every_act_comes_back_as_it_was() {
        for definition in acts::all() {
            let mut facts = Facts::none();
            for spec in definition.fields {
                facts = facts.with(
                    spec.name,
                    read_fact(spec, sample(spec.kind)).unwrap_or_else(|_| FactValue::Rows(Vec::new())),
                );
            }
            let act = Act {
                definition,
                id: Some("one".into()),
                on: When::parse("2002-04-17T10:00").unwrap(),
                by: Some("secretary".into()),
                facts,
                attachment: Some("ab".repeat(32)),
            };
            let record = ActRecord::of(&act);
            assert_eq!(record.act().unwrap(), act, "{}", definition.name);
            let read: ActRecord = serde_json::from_value(serde_json::to_value(&record).unwrap()).unwrap();
            assert_eq!(read, record);
            assert!(record.differences(&read).is_empty());
        }
    }

    #[test]
    fn the_content_is_everything_but_the_id() {
        let record = ActRecord {
            act: "name-director".into(),
            id: None,
            on: "1998-03-02".into(),
            by: None,
            facts: BTreeMap::from([("director".to_owned(), "Avery Dean".to_owned())]),
            attachment: None,
        };
        let with_id = ActRecord {
            id: Some("first".into()),
            ..record.clone()
        };
        assert_eq!(record.content_hash(), with_id.content_hash());
        for other in [
            ActRecord {
                act: "name-officer".into(),
                ..record.clone()
            },
            ActRecord {
                on: "1998-03-03".into(),
                ..record.clone()
            },
            ActRecord {
                by: Some("incorporator".into()),
                ..record.clone()
            },
            ActRecord {
                facts: BTreeMap::new(),
                ..record.clone()
            },
            ActRecord {
                attachment: Some("00".into()),
                ..record.clone()
            },
        ] {
            assert_ne!(record.content_hash(), other.content_hash());
            assert_eq!(record.differences(&other).len(), 1);
        }
        let content = record.content_hash();
        assert_ne!(made_id(&content, 0), made_id(&content, 1));
    }

    #[test]
    fn a_later_form_of_events_is_told_apart_from_nonsense() {
        let later = Record::read(json!({ "event-format": EVENT_FORMAT + 1 })).unwrap_err();
        assert!(later.0.contains("newer"), "{later}");
        let nonsense = Record::read(json!({ "event-format": 1, "act": 7 })).unwrap_err();
        assert!(nonsense.0.contains("no record"), "{nonsense}");
    }
}
