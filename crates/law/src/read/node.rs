//! Reading one node: its arguments and properties against the vocabulary.

use quorate_calendar::{Day, DayRule, HolidayShift, PhraseError, PhraseProblem, PointPhrase, WindowPhrase};
use quorate_kdl::{Entry, Node, Span};

use super::ReadError;
use crate::citation::{Citation, Source};
use crate::fraction::Fraction;
use crate::proportion::Proportion;
use crate::provision::{Provision, Scope, Validity, Value};
use crate::standing::{Confidence, Effect, Reckoning, Vary};
use crate::vocabulary::{self, Definition, FieldSpec, Kind, Place, SCOPES, Term};

/// Properties that every provision takes.
const COMMON: &[&str] = &["from", "to", "reckoned-by", "effect", "confidence", "vary", "note"];

/// Definitions of which a section may hold several of the same scope, told apart by their argument.
fn is_said_by_argument(definition: &Definition) -> bool {
    definition.statute_effect == Effect::Permits
        || definition.statute_effect == Effect::Adds
        || definition.name == "share-class"
        || definition.name == "principal-office"
        // Several may each have the power to adjourn.
        || definition.name == "adjournment"
}

/// Whether two provisions of one place say the same thing about the same scope and time.
pub(super) fn is_said_twice(left: &Provision, right: &Provision) -> bool {
    left.definition == right.definition
        && left.scope == right.scope
        && left.validity == right.validity
        && left.effect == right.effect
        && (!is_said_by_argument(left.definition) || are_values_the_same(left, right))
}

/// Whether two statements have the same argument; of lists, which a text may give in several parts, whether they are the same.
fn are_values_the_same(left: &Provision, right: &Provision) -> bool {
    let first = left.definition.fields.first();
    if first.is_some_and(|field| field.place == Place::Arguments) {
        return left.values == right.values;
    }
    left.values.first() == right.values.first()
}

/// Collects errors while nodes are read.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) errors: Vec<ReadError>,
    source: Option<Source>,
    cited_as: String,
}

impl Reader {
    pub(super) fn begin(&mut self, source: Source, cited_as: &str) {
        self.source = Some(source);
        cited_as.clone_into(&mut self.cited_as);
    }

    pub(super) fn error(&mut self, message: String, help: Option<String>, span: Span) {
        self.errors.push(ReadError { message, help, span });
    }

    /// Reports every property that is not in the list.
    pub(super) fn only_properties(&mut self, node: &Node, allowed: &[&str]) {
        for entry in &node.entries {
            if let Some(name) = &entry.name
                && !allowed.contains(&name.text.as_str())
            {
                self.unknown_property(node, &name.text, name.span, allowed);
            }
        }
    }

    fn unknown_property(&mut self, node: &Node, name: &str, span: Span, allowed: &[&str]) {
        let help = match vocabulary::suggestion(name, allowed.iter().copied()) {
            Some(near) => format!("did you mean {near}?"),
            None if allowed.is_empty() => format!("{} takes no properties", node.name.text),
            None => format!("{} takes: {}", node.name.text, allowed.join(", ")),
        };
        self.error(
            format!("{} has no property \"{name}\"", node.name.text),
            Some(help),
            span,
        );
    }

    /// The one argument of a node, which must be a text.
    pub(super) fn one_argument(&mut self, node: &Node, what: &str) -> Option<String> {
        let arguments: Vec<_> = node.entries.iter().filter(|entry| entry.name.is_none()).collect();
        let [only] = arguments.as_slice() else {
            let message = format!("{} takes one text: {what}; it has {}", node.name.text, arguments.len());
            self.error(
                message,
                None,
                arguments.get(1).map_or(node.name.span, |entry| entry.span),
            );
            return None;
        };
        self.text(only)
    }

    pub(super) fn number_and_title(&mut self, node: &Node) -> Option<(String, String)> {
        let arguments: Vec<_> = node.entries.iter().filter(|entry| entry.name.is_none()).collect();
        let [number, title] = arguments.as_slice() else {
            let message = format!(
                "{} takes its number and its title; it has {}",
                node.name.text,
                arguments.len()
            );
            self.error(
                message,
                Some("write: section \"2.04\" \"Notice of meetings\" { … }".into()),
                node.name.span,
            );
            return None;
        };
        Some((self.text(number)?, self.text(title)?))
    }

    fn text(&mut self, entry: &Entry) -> Option<String> {
        match &entry.value {
            quorate_kdl::Value::String(text) => Some(text.clone()),
            _ => {
                self.error(
                    "words in quotation marks are expected here".into(),
                    None,
                    entry.value_span,
                );
                None
            }
        }
    }

    fn property<'a>(node: &'a Node, name: &str) -> Option<&'a Entry> {
        node.entries
            .iter()
            .rev()
            .find(|entry| entry.name.as_ref().is_some_and(|key| key.text == name))
    }

    pub(super) fn text_property(&mut self, node: &Node, name: &str) -> Option<String> {
        Self::property(node, name).and_then(|entry| self.text(entry))
    }

    pub(super) fn yes_no_property(&mut self, node: &Node, name: &str) -> Option<bool> {
        match self.value(Self::property(node, name)?, Kind::YesNo)? {
            Value::YesNo(value) => Some(value),
            _ => None,
        }
    }

    pub(super) fn day_property(&mut self, node: &Node, name: &str) -> Option<Day> {
        match self.value(Self::property(node, name)?, Kind::Date)? {
            Value::Date(day) => Some(day),
            _ => None,
        }
    }

    pub(super) fn word_property<T: Copy>(
        &mut self,
        node: &Node,
        name: &str,
        all: &'static [T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let entry = Self::property(node, name)?;
        let text = self.text(entry)?;
        let found = all.iter().copied().find(|candidate| word(*candidate) == text);
        if found.is_none() {
            let words: Vec<_> = all.iter().map(|candidate| word(*candidate)).collect();
            let help = format!("one of: {}", words.join(", "));
            self.error(
                format!("\"{text}\" is not a word for {name}"),
                Some(help),
                entry.value_span,
            );
        }
        found
    }

    pub(super) fn validity(&mut self, node: &Node) -> Validity {
        let from = self.day_property(node, "from");
        let to = self.day_property(node, "to");
        let reckoned_by = self
            .word_property(node, "reckoned-by", Reckoning::ALL, Reckoning::word)
            .unwrap_or(Reckoning::Meeting);
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            self.error(
                format!("in force from {from} to {to}: the end is before the beginning"),
                None,
                node.name.span,
            );
        }
        Validity { from, to, reckoned_by }
    }

    pub(super) fn confidence(&mut self, node: &Node) -> Confidence {
        self.word_property(node, "confidence", Confidence::ALL, Confidence::word)
            .unwrap_or(Confidence::Sure)
    }

    /// Reads a provision; `None` when the vocabulary has no such name or a field cannot be read.
    pub(super) fn provision(&mut self, node: &Node, section: &str, clauses: &[String]) -> Option<Provision> {
        let name = node.name.text.as_str();
        let Some(definition) = vocabulary::find(name) else {
            let known = vocabulary::ALL.iter().map(|definition| definition.name).chain([
                "narrative",
                "pending",
                "paragraph",
                "clause",
            ]);
            let help = vocabulary::suggestion(name, known).map_or_else(
                || "write pending \"a paraphrase\" for what the vocabulary cannot say yet".to_owned(),
                |near| format!("did you mean {near}?"),
            );
            self.error(format!("unknown provision \"{name}\""), Some(help), node.name.span);
            return None;
        };
        if let Some(span) = node.children_span {
            self.error(
                format!("{name} takes no block"),
                Some("its fields are properties on its line".into()),
                span,
            );
        }
        let properties: Vec<&str> = definition
            .fields
            .iter()
            .filter(|field| field.place == Place::Property)
            .map(|field| field.name)
            .chain(definition.scopes.iter().copied())
            .chain(COMMON.iter().copied())
            .collect();
        self.only_properties(node, &properties);
        let errors = self.errors.len();
        let values = self.values(node, definition);
        let scope = self.scope(node, definition);
        let validity = self.validity(node);
        let stated = self.word_property(node, "effect", Effect::ALL, Effect::word);
        let source = self.source.unwrap_or(Source::Bylaws);
        let ranks_above = matches!(source, Source::Statute | Source::Federal | Source::Exchange);
        let effect = stated.or(ranks_above.then_some(definition.statute_effect));
        let confidence = self.confidence(node);
        let vary = self.word_property(node, "vary", Vary::ALL, Vary::word);
        let note = self.text_property(node, "note");
        if self.errors.len() > errors {
            return None;
        }
        let citation = Citation {
            source,
            instrument: self.cited_as.clone(),
            section: section.to_owned(),
            clauses: clauses.to_vec(),
        };
        Some(Provision {
            definition,
            citation,
            scope,
            validity,
            effect,
            confidence,
            vary,
            note,
            values,
            span: node.span,
        })
    }

    fn values(&mut self, node: &Node, definition: &'static Definition) -> Vec<(&'static str, Vec<Value>)> {
        let mut arguments = node.entries.iter().filter(|entry| entry.name.is_none());
        let mut values = Vec::new();
        for field in definition.fields {
            let entries: Vec<&Entry> = match field.place {
                Place::Argument => arguments.next().into_iter().collect(),
                Place::Arguments => arguments.by_ref().collect(),
                Place::Property => Self::property(node, field.name).into_iter().collect(),
            };
            if entries.is_empty() {
                if field.required {
                    self.missing(node, definition, field);
                }
                continue;
            }
            let read: Vec<Value> = entries
                .iter()
                .filter_map(|entry| self.value(entry, field.kind))
                .collect();
            values.push((field.name, read));
        }
        for extra in arguments {
            self.error(
                format!("{} takes no further argument", definition.name),
                None,
                extra.span,
            );
        }
        values
    }

    fn missing(&mut self, node: &Node, definition: &Definition, field: &FieldSpec) {
        let message = match field.place {
            Place::Property => format!("{} needs the property {}: {}", definition.name, field.name, field.doc),
            Place::Argument | Place::Arguments => format!("{} needs {}", definition.name, field.kind.expected()),
        };
        self.error(
            message,
            Some(format!("for example: {}", definition.example)),
            node.name.span,
        );
    }

    fn scope(&mut self, node: &Node, definition: &'static Definition) -> Scope {
        let mut entries = Vec::new();
        for key in SCOPES.iter().filter(|key| definition.scopes.contains(&key.name)) {
            let Some(entry) = Self::property(node, key.name) else {
                continue;
            };
            let Some(word) = self.text(entry) else { continue };
            if !key.words.is_empty() && !key.words.contains(&word.as_str()) {
                let help = format!("{} is one of: {}", key.name, key.words.join("; "));
                self.error(
                    format!("\"{word}\" is not a word for {}", key.name),
                    Some(help),
                    entry.value_span,
                );
                continue;
            }
            entries.push((key.name, word));
        }
        Scope(entries)
    }

    /// Reads a value of a kind, pointing as narrowly as the phrase's own grammar can.
    fn value(&mut self, entry: &Entry, kind: Kind) -> Option<Value> {
        use quorate_kdl::Value as Written;
        match (kind, &entry.value) {
            (Kind::YesNo, Written::Bool(value)) => return Some(Value::YesNo(*value)),
            (Kind::Count, Written::Number(number)) => {
                if let Some(count) = number.as_i64().and_then(|count| u64::try_from(count).ok()) {
                    return Some(Value::Count(count));
                }
            }
            (Kind::YesNo | Kind::Count, _) => {}
            (_, Written::String(text)) => return self.phrase(text, entry.value_span, kind),
            _ => {}
        }
        self.error(format!("{} is expected here", kind.expected()), None, entry.value_span);
        None
    }

    fn phrase(&mut self, text: &str, span: Span, kind: Kind) -> Option<Value> {
        let read = match kind {
            Kind::Window => WindowPhrase::parse(text)
                .map(Value::Window)
                .map_err(|error| phrase_errors(text, span, error)),
            Kind::Point => PointPhrase::parse(text)
                .map(Value::Point)
                .map_err(|error| phrase_errors(text, span, error)),
            Kind::DayRule => DayRule::parse(text)
                .map(Value::DayRule)
                .map_err(|error| phrase_errors(text, span, error)),
            Kind::Shift => HolidayShift::parse(text)
                .map(Value::Shift)
                .map_err(|error| phrase_errors(text, span, error)),
            Kind::Proportion => Proportion::parse(text)
                .map(Value::Proportion)
                .map_err(|message| plain(message, span)),
            Kind::Fraction => Fraction::parse(text)
                .map(Value::Fraction)
                .map_err(|message| plain(message, span)),
            Kind::Date => Day::parse(text)
                .map(Value::Date)
                .map_err(|error| plain(error.to_string(), span)),
            Kind::Word(words) => match words.iter().find(|word| **word == text) {
                Some(word) => Ok(Value::Term(Term((*word).to_owned()))),
                None => Err(unknown_word(text, words, span)),
            },
            Kind::Office => Ok(Value::Term(Term(text.to_owned()))),
            Kind::Text => Ok(Value::Text(text.to_owned())),
            Kind::YesNo | Kind::Count => Err(plain(format!("{} is expected here", kind.expected()), span)),
        };
        match read {
            Ok(value) => Some(value),
            Err(errors) => {
                self.errors.extend(errors);
                None
            }
        }
    }
}

fn plain(message: String, span: Span) -> Vec<ReadError> {
    vec![ReadError {
        message,
        help: None,
        span,
    }]
}

fn unknown_word(text: &str, words: &'static [&'static str], span: Span) -> Vec<ReadError> {
    let help = vocabulary::suggestion(text, words.iter().copied()).map_or_else(
        || format!("one of: {}", words.join("; ")),
        |near| format!("did you mean \"{near}\"?"),
    );
    vec![ReadError {
        message: format!("\"{text}\" is not a word known here"),
        help: Some(help),
        span,
    }]
}

/// A phrase's problems, moved from their places in the phrase to their places in the file.
///
/// The text of a plain quoted string without escapes stands one byte after its opening quotation mark;
/// for any other way of writing it the whole string is pointed at.
fn phrase_errors(text: &str, span: Span, error: PhraseError) -> Vec<ReadError> {
    let is_plainly_quoted =
        usize::try_from(span.end.saturating_sub(span.start)).is_ok_and(|length| length == text.len() + 2);
    let offset = |at: usize| {
        span.start
            .saturating_add(1)
            .saturating_add(u32::try_from(at).unwrap_or(0))
    };
    let place = |problem: &PhraseProblem| match is_plainly_quoted {
        true => Span {
            start: offset(problem.span.start),
            end: offset(problem.span.end),
        },
        false => span,
    };
    error
        .problems
        .into_iter()
        .map(|problem| ReadError {
            span: place(&problem),
            message: problem.message,
            help: Some(problem.help),
        })
        .collect()
}
