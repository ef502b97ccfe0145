//! What a document is made of.
//!
//! ```text
//! Document
//!   nodes                own-line comments, (type) name, entries, block of nodes
//!     entries            (type) value            an argument
//!                        name=(type) value       a property
//!   trailing comments    those after the last node
//! ```
//!
//! A part that no text was read for (made by [`Node::new`] and its like) has an empty span at 0.

use crate::{Number, Span};

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The nodes that stand in no block, in their order.
    pub nodes: Vec<Node>,
    /// The comments after the last node.
    pub trailing_comments: Vec<Comment>,
}

/// A node: a name, its arguments and properties, and the block of its children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The type annotation, `(type)name`.
    pub ty: Option<Text>,
    /// The name.
    pub name: Text,
    /// Arguments and properties in the order they were written.
    pub entries: Vec<Entry>,
    /// The nodes of the block; none where there is no block, empty for `{}`.
    pub children: Option<Vec<Node>>,
    /// From the type annotation or name to the end of the last entry or block, without leading comments and terminator.
    pub span: Span,
    /// The block with its braces.
    pub children_span: Option<Span>,
    /// Comments on their own lines before the node, then, marked [`Comment::trailing`], those on its own lines.
    pub comments: Vec<Comment>,
    /// Whether a blank line stands right before the node, after its own-line comments.
    pub blank_line_before: bool,
    /// The comments after the last node of the block.
    pub child_trailing_comments: Vec<Comment>,
    /// Whether every part of the node itself could be read; its children answer for themselves.
    pub is_whole: bool,
}

/// An argument or a property of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name of a property; none for an argument.
    pub name: Option<Text>,
    /// The type annotation of the value, `(type)value`.
    pub ty: Option<Text>,
    /// The value.
    pub value: Value,
    /// The value alone, without its type annotation.
    pub value_span: Span,
    /// The whole entry: name, type annotation and value.
    pub span: Span,
}

/// A name or a type annotation, with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// What it says, quotes and escapes resolved.
    pub text: String,
    /// The token, with its quotes; for a type annotation without the parentheses.
    pub span: Span,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A string, quotes and escapes resolved.
    String(String),
    /// A number, as written.
    Number(Number),
    /// `#true` or `#false`.
    Bool(bool),
    /// `#null`.
    Null,
}

/// A comment, or something that a slashdash hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The text as written, with its marks: `// …`, `/* … */`, or `/-` and what it hides.
    pub text: String,
    /// Its place.
    pub span: Span,
    /// Whether it stands on a line of its node rather than on a line of its own before it.
    pub trailing: bool,
    /// Whether a blank line stands right before it.
    pub blank_line_before: bool,
}

impl Document {
    /// The nodes of this name that stand in no block.
    pub fn nodes_named(&self, name: &str) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(move |node| node.name.text == name)
    }
}

impl Node {
    /// A node of this name, with nothing else.
    pub fn new(name: impl Into<String>) -> Node {
        Node {
            ty: None,
            name: Text::from(name.into()),
            entries: Vec::new(),
            children: None,
            span: Span::default(),
            children_span: None,
            comments: Vec::new(),
            blank_line_before: false,
            child_trailing_comments: Vec::new(),
            is_whole: true,
        }
    }

    /// The node with one more argument.
    pub fn with_argument(mut self, value: impl Into<Value>) -> Node {
        self.entries.push(Entry::argument_of(value.into()));
        self
    }

    /// The node with one more property.
    pub fn with_property(mut self, name: impl Into<String>, value: impl Into<Value>) -> Node {
        self.entries.push(Entry {
            name: Some(Text::from(name.into())),
            ..Entry::argument_of(value.into())
        });
        self
    }

    /// The node with one more node in its block.
    pub fn with_child(mut self, child: Node) -> Node {
        self.children.get_or_insert_default().push(child);
        self
    }

    /// The arguments in their order.
    pub fn arguments(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.name.is_none())
    }

    /// The argument at this place among the arguments, counted from 0.
    pub fn argument(&self, index: usize) -> Option<&Entry> {
        self.arguments().nth(index)
    }

    /// The properties as they were written, one written twice included twice.
    pub fn properties(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.name.is_some())
    }

    /// The property of this name; of one written more than once, the last.
    pub fn property(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| entry.is_property(name))
    }

    /// The nodes of the block; none where there is no block.
    pub fn children(&self) -> &[Node] {
        self.children.as_deref().unwrap_or_default()
    }

    /// The nodes of this name in the block.
    pub fn children_named(&self, name: &str) -> impl Iterator<Item = &Node> {
        self.children().iter().filter(move |node| node.name.text == name)
    }

    /// The first node of this name in the block.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children().iter().find(|node| node.name.text == name)
    }

    /// The node up to its block, the part to point at when the node itself is at fault.
    pub fn head_span(&self) -> Span {
        let end = self
            .entries
            .iter()
            .map(|entry| entry.span.end)
            .max()
            .unwrap_or(self.name.span.end);
        Span {
            start: self.span.start,
            end: end.max(self.name.span.end),
        }
    }
}

impl Entry {
    fn argument_of(value: Value) -> Entry {
        Entry {
            name: None,
            ty: None,
            value,
            value_span: Span::default(),
            span: Span::default(),
        }
    }

    /// Whether this is the property of this name.
    pub fn is_property(&self, name: &str) -> bool {
        self.name.as_ref().is_some_and(|own| own.text == name)
    }
}

impl Value {
    /// The string, where the value is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The number, where the value is one.
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The integer, where the value is a number written as one and 64 bits hold it.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number().and_then(Number::as_i64)
    }

    /// The truth, where the value is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// Whether the value is `#null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// What kind of value it is, for a message: "a string", "a number", "a truth value" or "#null".
    pub fn kind(&self) -> &'static str {
        match self {
            Value::String(_) => "a string",
            Value::Number(_) => "a number",
            Value::Bool(_) => "a truth value",
            Value::Null => "#null",
        }
    }
}

impl Comment {
    /// A line comment of this text on its own line before a node.
    pub fn line(text: &str) -> Comment {
        let text = format!("// {text}");
        Comment {
            text,
            span: Span::default(),
            trailing: false,
            blank_line_before: false,
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text {
            text,
            span: Span::default(),
        }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::String(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::String(text.to_owned())
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Value {
        Value::Bool(truth)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Number(Number::from(number))
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Value {
        Value::Number(number)
    }
}
