//! The canonical form of the official test suite.

use std::collections::BTreeMap;

use crate::characters::{disallowed_length, is_bare_identifier, newline_length};
use crate::{Document, Entry, Node, Value};

/// Spaces for each block that a line stands in.
const INDENT: &str = "    ";

/// Prints a document in the canonical form of the official test suite.
///
/// Comments are gone, each node has a line, and blocks are indented by four spaces.
/// Arguments come first, then properties in the order of their names, of one written twice the last.
/// Strings are quoted where they must be, and numbers are decimal.
/// A document without nodes is one empty line.
pub fn print_canonical(document: &Document) -> String {
    let mut out = String::new();
    print_nodes(&mut out, &document.nodes, 0);
    if out.is_empty() {
        out.push('\n');
    }
    out
}

fn print_nodes(out: &mut String, nodes: &[Node], depth: usize) {
    for node in nodes {
        push_indent(out, depth);
        if let Some(ty) = &node.ty {
            push_type(out, &ty.text);
        }
        push_name(out, &node.name.text);
        for argument in node.arguments() {
            out.push(' ');
            print_value(out, argument);
        }
        let mut properties: BTreeMap<&str, &Entry> = BTreeMap::new();
        for entry in &node.entries {
            if let Some(name) = &entry.name {
                properties.insert(&name.text, entry);
            }
        }
        for (name, property) in properties {
            out.push(' ');
            push_name(out, name);
            out.push('=');
            print_value(out, property);
        }
        if !node.children().is_empty() {
            out.push_str(" {\n");
            print_nodes(out, node.children(), depth + 1);
            push_indent(out, depth);
            out.push('}');
        }
        out.push('\n');
    }
}

fn print_value(out: &mut String, entry: &Entry) {
    if let Some(ty) = &entry.ty {
        push_type(out, &ty.text);
    }
    match &entry.value {
        Value::String(text) => push_name(out, text),
        Value::Number(number) => out.push_str(&number.canonical()),
        Value::Bool(true) => out.push_str("#true"),
        Value::Bool(false) => out.push_str("#false"),
        Value::Null => out.push_str("#null"),
    }
}

pub(crate) fn push_indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str(INDENT);
    }
}

pub(crate) fn push_type(out: &mut String, ty: &str) {
    out.push('(');
    push_name(out, ty);
    out.push(')');
}

/// Appends a string, quoted only where it must be.
pub(crate) fn push_name(out: &mut String, text: &str) {
    if is_bare_identifier(text) {
        out.push_str(text);
    } else {
        push_quoted(out, text);
    }
}

/// Appends a string in quotes, on one line.
pub(crate) fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    push_escaped(out, text, true);
    out.push('"');
}

/// Appends a text with escapes for all that may not stand literally between quotes.
pub(crate) fn push_escaped(out: &mut String, text: &str, escapes_quotes: bool) {
    for (at, character) in text.char_indices() {
        match character {
            '"' if escapes_quotes => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{C}' => out.push_str("\\f"),
            _ => {
                let rest = &text.as_bytes()[at..];
                if disallowed_length(rest) + newline_length(rest) > 0 {
                    out.push_str(&character.escape_unicode().to_string());
                } else {
                    out.push(character);
                }
            }
        }
    }
}
