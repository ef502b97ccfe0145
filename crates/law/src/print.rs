//! Printing: a provision on one line, an instrument as a file, in the form that reads back to the same.

use std::fmt::Write as _;

use crate::citation::Source;
use crate::instrument::{Completeness, Content, Instrument, Part};
use crate::provision::{Provision, Validity, Value};
use crate::standing::{Confidence, Reckoning};
use crate::vocabulary::Place;

/// The name and values of a provision, without scope and validity.
pub(crate) fn statement(provision: &Provision) -> String {
    let mut line = provision.definition.name.to_owned();
    for field in provision.definition.fields {
        let Some((_, values)) = provision.values.iter().find(|(name, _)| *name == field.name) else {
            continue;
        };
        for value in values {
            line.push(' ');
            if field.place == Place::Property {
                line.push_str(field.name);
                line.push('=');
            }
            line.push_str(&literal(value));
        }
    }
    line
}

/// A provision on one line, with scope, validity and standing.
pub(crate) fn line(provision: &Provision, source: Source) -> String {
    let mut line = statement(provision);
    for (key, word) in &provision.scope.0 {
        property(&mut line, key, &quoted(word));
    }
    validity(&mut line, &provision.validity);
    let ranks_above = matches!(source, Source::Statute | Source::Federal | Source::Exchange);
    if let Some(effect) = provision.effect
        && !(ranks_above && effect == provision.definition.statute_effect)
    {
        property(&mut line, "effect", &quoted(effect.word()));
    }
    if let Some(vary) = provision.vary {
        property(&mut line, "vary", &quoted(vary.word()));
    }
    if provision.confidence != Confidence::Sure {
        property(&mut line, "confidence", &quoted(provision.confidence.word()));
    }
    if let Some(note) = &provision.note {
        property(&mut line, "note", &quoted(note));
    }
    line
}

/// Prints an instrument. Comments are not part of it: `quorate instruments format` keeps them by working on the file's own nodes.
#[must_use]
pub fn print_instrument(instrument: &Instrument) -> String {
    let mut out = format!("{} {}", instrument.kind, quoted(&instrument.name));
    if let Some(state) = &instrument.state {
        property(&mut out, "state", &quoted(state));
    }
    if let Some(adopted) = instrument.adopted {
        property(&mut out, "adopted", &quoted(&adopted.to_string()));
    }
    if instrument.kind == Source::Certificate || instrument.completeness != Completeness::Complete {
        property(&mut out, "completeness", &quoted(instrument.completeness.word()));
    }
    if instrument.assumed {
        property(&mut out, "assumed", "#true");
    }
    if instrument.cited_as != format!("{} {}", instrument.name, instrument.kind) {
        property(&mut out, "cite", &quoted(&instrument.cited_as));
    }
    out.push_str(" {\n");
    let mut article = None;
    for section in &instrument.sections {
        if article != section.article {
            if article.is_some() {
                out.push_str("    }\n");
            }
            article.clone_from(&section.article);
            if let Some((number, title)) = &section.article {
                let _ = writeln!(out, "    article {} {} {{", quoted(number), quoted(title));
            }
        }
        let depth = if article.is_some() { 2 } else { 1 };
        let _ = writeln!(
            out,
            "{}section {} {} {{",
            indent(depth),
            quoted(&section.number),
            quoted(&section.title)
        );
        parts(&mut out, &section.parts, 0, 0, depth + 1, instrument.kind);
        let _ = writeln!(out, "{}}}", indent(depth));
    }
    if article.is_some() {
        out.push_str("    }\n");
    }
    out.push_str("}\n");
    out
}

/// Prints the part at `index`, then those below it; returns the index after them.
fn parts(out: &mut String, all: &[Part], index: usize, level: usize, depth: usize, source: Source) -> usize {
    let Some(part) = all.get(index) else { return index };
    for content in &part.contents {
        let text = match content {
            Content::Provision(provision) => line(provision, source),
            Content::Narrative(reason) => format!("narrative {}", quoted(reason)),
            Content::Pending {
                paraphrase,
                validity: when,
                confidence,
            } => {
                let mut text = format!("pending {}", quoted(paraphrase));
                validity(&mut text, when);
                if *confidence != Confidence::Sure {
                    property(&mut text, "confidence", &quoted(confidence.word()));
                }
                text
            }
        };
        let _ = writeln!(out, "{}{text}", indent(depth));
    }
    let mut next = index + 1;
    while let Some(below) = all
        .get(next)
        .filter(|below| below.clauses.len() == level + 1 && below.clauses.starts_with(&part.clauses))
    {
        let last = below.clauses.last().map_or("", String::as_str);
        let opening = match last.strip_prefix("¶ ") {
            Some(number) => format!("paragraph {}", quoted(number)),
            None => format!("clause {}", quoted(last)),
        };
        let _ = writeln!(out, "{}{opening} {{", indent(depth));
        next = parts(out, all, next, level + 1, depth + 1, source);
        let _ = writeln!(out, "{}}}", indent(depth));
    }
    next
}

fn validity(line: &mut String, validity: &Validity) {
    if let Some(from) = validity.from {
        property(line, "from", &quoted(&from.to_string()));
    }
    if let Some(to) = validity.to {
        property(line, "to", &quoted(&to.to_string()));
    }
    if validity.reckoned_by != Reckoning::Meeting {
        property(line, "reckoned-by", &quoted(validity.reckoned_by.word()));
    }
}

fn property(line: &mut String, name: &str, value: &str) {
    let _ = write!(line, " {name}={value}");
}

fn literal(value: &Value) -> String {
    match value {
        Value::Count(_) | Value::YesNo(_) => value.to_string(),
        other => quoted(&other.to_string()),
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

fn indent(depth: usize) -> String {
    "    ".repeat(depth)
}
