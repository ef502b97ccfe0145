//! The formatter: the document for its readers, comments kept.

use crate::characters::is_bare_identifier;
use crate::print::{push_escaped, push_indent, push_name, push_quoted, push_type};
use crate::{Comment, Document, Entry, Node, Span, Value};

/// Prints a document for its readers.
///
/// - Each node has a line; blocks are indented by four spaces; of several blank lines one stays.
/// - Entries keep their order, numbers the text they were written in, and `{}` stays.
/// - Names and types are bare where they can be.
///   A string value that was written bare stays bare; any other is quoted, and one with line feeds gets a line for each.
/// - Comments stay word for word.
///   Those inside of a node go to its end, or before its block where they stood before it.
///   A line comment behind a backslash inside of a node goes before the node.
/// - What a slashdash hides is kept as a comment, so it stays word for word too, and is not indented anew.
///
/// Formatting what was formatted changes nothing, and reading it gives the same values.
pub fn format(document: &Document) -> String {
    let mut out = String::new();
    let is_first = format_nodes(&mut out, &document.nodes, 0);
    format_comments(&mut out, &document.trailing_comments, 0, is_first);
    out
}

/// Prints nodes on their lines; true where there were none.
fn format_nodes(out: &mut String, nodes: &[Node], depth: usize) -> bool {
    let mut is_first = true;
    for node in nodes {
        is_first = format_comments(
            out,
            node.comments.iter().filter(|comment| !comment.trailing),
            depth,
            is_first,
        );
        if node.blank_line_before && !is_first {
            out.push('\n');
        }
        is_first = false;
        push_indent(out, depth);
        format_node(out, node, depth);
        out.push('\n');
    }
    is_first
}

/// Prints comments on their own lines; true where nothing has been printed in this block so far.
fn format_comments<'a>(
    out: &mut String,
    comments: impl IntoIterator<Item = &'a Comment>,
    depth: usize,
    mut is_first: bool,
) -> bool {
    for comment in comments {
        if comment.blank_line_before && !is_first {
            out.push('\n');
        }
        is_first = false;
        push_indent(out, depth);
        push_comment(out, comment);
        out.push('\n');
    }
    is_first
}

fn push_comment(out: &mut String, comment: &Comment) {
    let is_line = comment.text.starts_with("//");
    out.push_str(if is_line {
        comment.text.trim_end()
    } else {
        &comment.text
    });
}

fn format_node(out: &mut String, node: &Node, depth: usize) {
    if let Some(ty) = &node.ty {
        push_type(out, &ty.text);
    }
    push_name(out, &node.name.text);
    for entry in &node.entries {
        out.push(' ');
        format_entry(out, entry, depth);
    }
    let trailing = || node.comments.iter().filter(|comment| comment.trailing);
    let is_before_block = |comment: &&Comment| node.children_span.is_some_and(|block| comment.span.start < block.start);
    for comment in trailing().filter(is_before_block) {
        out.push(' ');
        push_comment(out, comment);
    }
    if let Some(children) = &node.children {
        out.push_str(" {");
        format_block(out, children, &node.child_trailing_comments, depth);
        out.push('}');
    }
    for comment in trailing().filter(|comment| !is_before_block(comment)) {
        out.push(' ');
        push_comment(out, comment);
    }
}

/// Prints what stands between the braces of a block.
fn format_block(out: &mut String, children: &[Node], comments: &[Comment], depth: usize) {
    if children.is_empty() && comments.is_empty() {
        return;
    }
    out.push('\n');
    let is_first = format_nodes(out, children, depth + 1);
    format_comments(out, comments, depth + 1, is_first);
    push_indent(out, depth);
}

fn format_entry(out: &mut String, entry: &Entry, depth: usize) {
    if let Some(name) = &entry.name {
        push_name(out, &name.text);
        out.push('=');
    }
    if let Some(ty) = &entry.ty {
        push_type(out, &ty.text);
    }
    match &entry.value {
        Value::String(text) => format_string(out, text, entry.value_span, depth),
        Value::Number(number) => out.push_str(&number.source),
        Value::Bool(true) => out.push_str("#true"),
        Value::Bool(false) => out.push_str("#false"),
        Value::Null => out.push_str("#null"),
    }
}

fn format_string(out: &mut String, text: &str, span: Span, depth: usize) {
    // Quotes and escapes make every other form of a string wider than its text.
    let was_bare = span.width() as usize == text.len();
    if was_bare && is_bare_identifier(text) {
        out.push_str(text);
    } else if can_be_lines(text) {
        format_lines(out, text, depth);
    } else {
        push_quoted(out, text);
    }
}

/// Whether a text reads better, and the same, with a line for each of its lines.
fn can_be_lines(text: &str) -> bool {
    // A line of spaces alone would lose them.
    text.contains('\n') && text.lines().all(|line| line.is_empty() || !line.trim().is_empty())
}

/// Prints a string of many lines, one step further in than its node.
fn format_lines(out: &mut String, text: &str, depth: usize) {
    out.push_str("\"\"\"\n");
    let escapes_quotes = text.contains("\"\"\"");
    for line in text.split('\n') {
        if !line.is_empty() {
            push_indent(out, depth + 1);
            push_escaped(out, line, escapes_quotes);
        }
        out.push('\n');
    }
    push_indent(out, depth + 1);
    out.push_str("\"\"\"");
}
