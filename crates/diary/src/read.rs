//! From a diary's text to entries, every problem at its place.

use std::collections::BTreeMap;

use quorate_calendar::{CivilMoment, MomentError, Zone, moment_of};
use quorate_corporation::act::{Act, ActDefinition};
use quorate_corporation::facts::{FactKind, FactSpec, FactValue, read_fact};
use quorate_corporation::{Facts, When, acts};
use quorate_kdl::{Entry as KdlEntry, Node, Span, Value};
use quorate_law::vocabulary::suggestion;

/// Something in a diary that cannot be taken as it stands, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The fact and the rule, as a sentence without a full stop.
    pub message: String,
    /// The cure.
    pub help: Option<String>,
    /// The place in the diary.
    pub span: Span,
}

/// An act as a diary writes it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The act; its attachment is known once [`crate::Folder::attach`] has read the file.
    pub act: Act,
    /// The node without its block.
    pub span: Span,
    /// Each property with its place, by name; `id`, `on` and `by` among them.
    pub field_spans: BTreeMap<String, Span>,
    /// The file that the act names.
    pub file: Option<String>,
    /// What a story expects of the act: its `expect` nodes. Empty for what [`read`] gives.
    pub expectations: Vec<Node>,
}

/// The properties that every act has.
const COMMON: [&str; 3] = ["id", "on", "by"];

/// Reads a diary: the acts that can be taken, in the order of the file, and everything wrong with it, in the order of the file.
///
/// Hours are checked by the clocks of the zone that the diary's own `form-corporation` names.
#[must_use]
pub fn read(source: &str) -> (Vec<Entry>, Vec<Problem>) {
    Reader::default().read(source)
}

/// As [`read`], for a diary that goes on where a book stands: the zone is the book's unless the diary forms the corporation.
#[must_use]
pub fn read_in_zone(source: &str, zone: Option<&Zone>) -> (Vec<Entry>, Vec<Problem>) {
    Reader {
        zone: zone.cloned(),
        ..Reader::default()
    }
    .read(source)
}

/// As [`read`], for a story of the casebook: an act may have a block of `expect` nodes.
#[must_use]
pub fn read_story(source: &str) -> (Vec<Entry>, Vec<Problem>) {
    Reader {
        takes_expectations: true,
        ..Reader::default()
    }
    .read(source)
}

/// Puts entries in the order in which they take effect; those of the same day and hour stay as they stand.
pub fn sort(entries: &mut [Entry]) {
    entries.sort_by_key(|entry| entry.act.on);
}

#[derive(Default)]
struct Reader {
    zone: Option<Zone>,
    /// The zones of the places of meetings, by the meetings' ids.
    meeting_zones: BTreeMap<String, Zone>,
    /// By which clocks the hours of the act at hand are read: those of its meeting's place, else the corporation's.
    clock: Option<Zone>,
    takes_expectations: bool,
    problems: Vec<Problem>,
}

impl Reader {
    fn problem(&mut self, span: Span, message: impl Into<String>, help: Option<String>) {
        self.problems.push(Problem {
            message: message.into(),
            help,
            span,
        });
    }

    fn read(mut self, source: &str) -> (Vec<Entry>, Vec<Problem>) {
        let (document, errors) = quorate_kdl::read_partial(source);
        self.problems.extend(errors.into_iter().map(|error| Problem {
            message: error.message,
            help: error.help,
            span: error.span,
        }));
        let kinds = acts::all();
        // The zone first: an hour may stand before the act that says by which clocks it is read.
        for node in &document.nodes {
            let Some(zone) = node.property("zone") else { continue };
            match (Zone::named(&text_of(zone)), node.argument(0)) {
                (Ok(named), Some(meeting)) if node.name.text == "call-meeting" => {
                    self.meeting_zones.insert(text_of(meeting), named);
                }
                (Ok(named), _) => self.zone = Some(named),
                (Err(error), _) => {
                    let help = "write an IANA name such as America/New_York".to_owned();
                    self.problem(zone.value_span, error.to_string(), Some(help));
                }
            }
        }
        let entries: Vec<Entry> = document
            .nodes
            .iter()
            .filter_map(|node| self.entry(node, &kinds))
            .collect();
        self.same_ids(&entries);
        self.problems.sort_by_key(|problem| problem.span);
        (entries, self.problems)
    }

    fn entry(&mut self, node: &Node, kinds: &[&'static ActDefinition]) -> Option<Entry> {
        let before = self.problems.len();
        let of_meeting = node
            .argument(0)
            .and_then(|meeting| self.meeting_zones.get(&text_of(meeting)));
        self.clock = of_meeting.or(self.zone.as_ref()).cloned();
        let name = node.name.text.as_str();
        let Some(definition) = kinds.iter().copied().find(|definition| definition.name == name) else {
            let near = suggestion(name, kinds.iter().map(|definition| definition.name));
            let all: Vec<_> = kinds.iter().map(|definition| definition.name).collect();
            let help = near.map_or_else(
                || format!("acts: {}", all.join(", ")),
                |near| format!("did you mean {near}?"),
            );
            self.problem(node.name.span, format!("there is no act \"{name}\""), Some(help));
            return None;
        };
        if let Some(ty) = &node.ty {
            self.problem(
                ty.span,
                "a type stands before an act; acts have none",
                Some("leave it out".to_owned()),
            );
        }
        let mut taken = Taken {
            act: Act {
                definition,
                id: None,
                on: When::on(quorate_calendar::Day::MIN),
                by: None,
                facts: Facts::none(),
                attachment: None,
            },
            spans: BTreeMap::new(),
        };
        let mut arguments = 0;
        for entry in &node.entries {
            self.property(&mut taken, entry, &mut arguments);
        }
        let expectations = self.block(node);
        if node.is_whole {
            self.missing(node, &taken);
        }
        if self.problems.len() > before || !node.is_whole {
            return None;
        }
        let file = definition
            .file
            .and_then(|(field, _)| taken.act.facts.get(field))
            .map(ToString::to_string);
        Some(Entry {
            act: taken.act,
            span: node.head_span(),
            field_spans: taken.spans,
            file,
            expectations,
        })
    }

    /// Takes an argument or a property.
    fn property(&mut self, taken: &mut Taken, entry: &KdlEntry, arguments: &mut usize) {
        let definition = taken.act.definition;
        let name = match (&entry.name, definition.fields.first()) {
            (Some(name), _) => name.text.as_str(),
            (None, Some(first)) => {
                *arguments += 1;
                if *arguments > 1 {
                    let help = format!("write the others as name=value; {}", fields_help(definition));
                    return self.problem(
                        entry.span,
                        format!("{} takes one value without a name, {}", definition.name, first.name),
                        Some(help),
                    );
                }
                first.name
            }
            (None, None) => {
                return self.problem(
                    entry.span,
                    format!("{} takes no value without a name", definition.name),
                    None,
                );
            }
        };
        if let Some(ty) = &entry.ty {
            self.problem(
                ty.span,
                "a type stands before a value; values of acts have none",
                Some("leave it out".to_owned()),
            );
        }
        if taken.spans.insert(name.to_owned(), entry.span).is_some() {
            return self.problem(
                entry.span,
                format!("{name} is given twice"),
                Some("give it once".to_owned()),
            );
        }
        if entry.value == Value::Null {
            return self.problem(
                entry.value_span,
                format!("{name} has no value"),
                Some("write a value, or leave the property out".to_owned()),
            );
        }
        let text = text_of(entry);
        let spec = definition.fields.iter().find(|spec| spec.name == name);
        match (name, spec) {
            ("on", _) => self.when(taken, entry, &text),
            ("id" | "by", _) if text.trim().is_empty() => {
                self.problem(
                    entry.value_span,
                    format!("{name} has no words"),
                    Some("write them, or leave the property out".to_owned()),
                );
            }
            ("id", _) => taken.act.id = Some(text),
            ("by", _) => taken.act.by = Some(text),
            (_, Some(spec)) => self.fact(taken, spec, entry, &text),
            (_, None) => {
                let near = suggestion(name, definition.fields.iter().map(|spec| spec.name).chain(COMMON));
                let help = near.map_or_else(
                    || fields_help(definition),
                    |near| format!("did you mean {near}? {}", fields_help(definition)),
                );
                let span = entry.name.as_ref().map_or(entry.span, |name| name.span);
                self.problem(
                    span,
                    format!("{} has no property \"{name}\"", definition.name),
                    Some(help),
                );
            }
        }
    }

    fn when(&mut self, taken: &mut Taken, entry: &KdlEntry, text: &str) {
        match When::parse(text) {
            Ok(when) => {
                taken.act.on = when;
                if let Some(time) = when.time {
                    self.clocks(CivilMoment { day: when.day, time }, entry.value_span);
                }
            }
            Err(why) => {
                let help = "write the day, or the day and the local hour, as 2002-04-17 or 2002-04-17T10:00".to_owned();
                self.problem(entry.value_span, format!("on: {why}"), Some(help));
            }
        }
    }

    fn fact(&mut self, taken: &mut Taken, spec: &'static FactSpec, entry: &KdlEntry, text: &str) {
        let is_number = matches!(spec.kind, FactKind::Count | FactKind::Quantity);
        let help = format!("{}: {}; {}", spec.name, spec.doc, spec.kind.expected());
        if is_number && text.trim_start().starts_with('-') {
            return self.problem(
                entry.value_span,
                format!("{}: {text} is negative; an act counts from nothing up", spec.name),
                Some(help),
            );
        }
        match read_fact(spec, text) {
            Ok(value) => {
                match &value {
                    FactValue::Moment(moment) => self.clocks(*moment, entry.value_span),
                    FactValue::Text(words) if words.trim().is_empty() => {
                        return self.problem(entry.value_span, format!("{} has no words", spec.name), Some(help));
                    }
                    _ => {}
                }
                taken.act.facts.set(spec, value);
            }
            Err(why) => self.problem(entry.value_span, why, Some(help)),
        }
    }

    /// An hour must be one that the clocks of the zone show once.
    fn clocks(&mut self, moment: CivilMoment, span: Span) {
        let Some(zone) = &self.clock else { return };
        let (message, help) = match moment_of(moment, zone) {
            Ok(_) | Err(MomentError::OutOfRange) => return,
            Err(MomentError::Skipped { begins, ends, .. }) => (
                format!(
                    "{moment} does not exist in {zone}: the clocks go from {} straight to {}",
                    begins.time, ends.time
                ),
                format!("name an hour before {} or from {} on", begins.time, ends.time),
            ),
            Err(MomentError::Twice { .. }) => (
                format!("{moment} occurs twice in {zone}: the clocks are set back that night"),
                "name a minute that occurs once, before or after that hour; say in words which of the two it was"
                    .to_owned(),
            ),
            Err(error) => (error.to_string(), "name another hour".to_owned()),
        };
        self.problem(span, message, Some(help));
    }

    fn block(&mut self, node: &Node) -> Vec<Node> {
        let mut expectations = Vec::new();
        for child in node.children() {
            if self.takes_expectations && child.name.text == "expect" {
                expectations.push(child.clone());
                continue;
            }
            let (message, help) = if self.takes_expectations {
                (
                    format!("\"{}\" stands where expect is expected", child.name.text),
                    "write: { expect outcome=\"refused\" }",
                )
            } else {
                (
                    format!("\"{}\" stands in a block; an act of a diary has none", child.name.text),
                    "write what belongs to the act as name=value on its line",
                )
            };
            self.problem(child.name.span, message, Some(help.to_owned()));
        }
        expectations
    }

    fn missing(&mut self, node: &Node, taken: &Taken) {
        let definition = taken.act.definition;
        for name in definition.required.iter().copied().chain(["on"]) {
            if taken.spans.contains_key(name) {
                continue;
            }
            let doc = definition
                .fields
                .iter()
                .find(|spec| spec.name == name)
                .map_or("when it happened", |spec| spec.doc);
            self.problem(
                node.name.span,
                format!("{} needs {name}: {doc}", definition.name),
                Some(format!("for example: {}", definition.example)),
            );
        }
    }

    /// An id names one act.
    fn same_ids(&mut self, entries: &[Entry]) {
        let mut known: BTreeMap<&str, ()> = BTreeMap::new();
        for entry in entries {
            let Some(id) = &entry.act.id else { continue };
            if known.insert(id, ()).is_some() {
                let span = entry.field_spans.get("id").copied().unwrap_or(entry.span);
                self.problem(
                    span,
                    format!("another act of the diary has the id \"{id}\""),
                    Some("give each act its own id, or none".to_owned()),
                );
            }
        }
    }
}

/// An act as far as it has been read.
struct Taken {
    act: Act,
    spans: BTreeMap<String, Span>,
}

fn fields_help(definition: &ActDefinition) -> String {
    let names: Vec<_> = definition.fields.iter().map(|spec| spec.name).chain(COMMON).collect();
    format!("properties of {}: {}", definition.name, names.join(", "))
}

/// A value as words: texts as they are, numbers as written, yes and no.
fn text_of(entry: &KdlEntry) -> String {
    match &entry.value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.source.replace('_', ""),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Null => String::new(),
    }
}
