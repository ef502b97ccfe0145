//! Nodes and their blocks: a plain descent over the bytes that goes on after an error.

use crate::characters::{disallowed_length, may_begin_disallowed, newline_length};
use crate::{Comment, Document, Error, Node, Span, Text, Value};

/// How many blocks may stand one in another; a deeper one is refused, so that no text exhausts the stack.
pub const BLOCK_DEPTH_MAX: usize = 128;

/// The state of reading one source.
pub(crate) struct Reader<'source> {
    pub(crate) source: &'source str,
    pub(crate) bytes: &'source [u8],
    pub(crate) at: usize,
    pub(crate) errors: Vec<Error>,
    /// Newlines since the last node or comment, to know blank lines by.
    pub(crate) newlines_before: usize,
    depth: usize,
}

/// A block of nodes with the comments after the last of them.
struct Block {
    nodes: Vec<Node>,
    comments: Vec<Comment>,
    span: Span,
}

pub(crate) fn read_partial(source: &str) -> (Document, Vec<Error>) {
    if u32::try_from(source.len()).is_err() {
        let error = Error::new(Span::default(), "this document has more bytes than 32 bits can count");
        return (Document::default(), vec![error.help("split it into several documents")]);
    }
    let mark = if source.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let errors = disallowed(source, mark);
    let mut reader = Reader {
        source,
        bytes: source.as_bytes(),
        at: mark,
        errors,
        newlines_before: 0,
        depth: 0,
    };
    let mut document = reader.document();
    let mut errors = reader.errors;
    errors.sort_by_key(|error| error.span);
    if !errors.is_empty() {
        mark_broken(&mut document.nodes, &errors);
    }
    (document, errors)
}

/// The code points that may not stand in a document, each an error.
fn disallowed(source: &str, from: usize) -> Vec<Error> {
    let bytes = source.as_bytes();
    let suspects = bytes
        .iter()
        .enumerate()
        .skip(from)
        .filter(|(_, byte)| may_begin_disallowed(**byte));
    let found = suspects.filter_map(|(at, _)| match disallowed_length(&bytes[at..]) {
        0 => None,
        length => Some(Span::new(at, at + length)),
    });
    found
        .map(|span| {
            let code = source[span.range()].chars().next().map_or(0, u32::from);
            let message = format!("the character U+{code:04X} may not stand in a document, as it does not show in it");
            Error::new(span, message).help(format!("take it out, or write \\u{{{code:X}}} in a quoted string"))
        })
        .collect()
}

/// Marks the nodes in whose own part, outside the block, an error lies.
fn mark_broken(nodes: &mut [Node], errors: &[Error]) {
    let has_error = |start: u32, end: u32| {
        let first = errors.partition_point(|error| error.span.start < start);
        errors.get(first).is_some_and(|error| error.span.start <= end)
    };
    for node in nodes {
        // The error of a block that is too deep or never closed lies on its opening brace.
        node.is_whole = match node.children_span {
            Some(block) => !has_error(node.span.start, block.start) && !has_error(block.end, node.span.end),
            None => !has_error(node.span.start, node.span.end),
        };
        mark_broken(node.children.as_deref_mut().unwrap_or_default(), errors);
    }
}

impl<'source> Reader<'source> {
    pub(crate) fn rest(&self) -> &'source [u8] {
        &self.bytes[self.at..]
    }

    pub(crate) fn error(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.errors.push(Error::new(span, message).help(help));
    }

    pub(crate) fn written(&self, span: Span) -> &'source str {
        &self.source[span.range()]
    }

    fn document(&mut self) -> Document {
        let mut document = Document::default();
        loop {
            let (nodes, comments) = self.nodes();
            document.nodes.extend(nodes);
            document.trailing_comments.extend(comments);
            if self.rest().is_empty() {
                return document;
            }
            let span = Span::new(self.at, self.at + 1);
            self.error(
                span,
                "this brace closes no block",
                "take it out, or open the block with {",
            );
            self.at += 1;
        }
    }

    /// Reads nodes up to the end of their block or of the source, and the comments after the last.
    fn nodes(&mut self) -> (Vec<Node>, Vec<Comment>) {
        let mut nodes = Vec::new();
        let mut comments = Vec::new();
        loop {
            let blank_line_before = self.line_space(&mut comments);
            match self.rest() {
                [] | [b'}', ..] => {
                    nodes.shrink_to_fit();
                    return (nodes, comments);
                }
                [b';', ..] => {
                    let span = Span::new(self.at, self.at + 1);
                    self.error(span, "this semicolon ends no node", "take it out");
                    self.at += 1;
                }
                [b'/', b'-', ..] => self.hidden_node(&mut comments, blank_line_before, nodes.is_empty()),
                _ => nodes.extend(self.node(std::mem::take(&mut comments), blank_line_before)),
            }
        }
    }

    /// Reads a node with its terminator; none where its name could not be read.
    fn node(&mut self, leading: Vec<Comment>, blank_line_before: bool) -> Option<Node> {
        let node = self.base_node();
        let mut trailing = Vec::new();
        self.terminator(&mut trailing);
        let mut node = node?;
        node.blank_line_before = blank_line_before;
        if leading.is_empty() && node.comments.is_empty() {
            node.comments = trailing;
            return Some(node);
        }
        let (inner, mut continued): (Vec<_>, Vec<_>) = node.comments.drain(..).partition(|comment| comment.trailing);
        if let Some(first) = continued.first_mut() {
            // Comments after a backslash move before the node, and the blank line with them.
            first.blank_line_before = std::mem::take(&mut node.blank_line_before);
        }
        node.comments = leading;
        node.comments.extend(continued.into_iter().chain(inner).chain(trailing));
        Some(node)
    }

    /// Reads the end of a node, and a line comment that stands on its line.
    fn terminator(&mut self, trailing: &mut Vec<Comment>) {
        if let [b';', ..] = self.rest() {
            self.at += 1;
            self.newlines_before = 0;
            let after_semicolon = self.at;
            self.spaces();
            if !self.rest().starts_with(b"//") {
                self.at = after_semicolon;
                return;
            }
        }
        if self.rest().starts_with(b"//") {
            self.line_comment(trailing, true, false);
        }
        let newline = newline_length(self.rest());
        self.at += newline;
        self.newlines_before = newline.min(1);
    }

    /// Reads a node that a slashdash hides, and keeps it as a comment.
    fn hidden_node(&mut self, comments: &mut Vec<Comment>, blank_line_before: bool, may_be_version: bool) {
        let start = self.at;
        if !self.slashdash() {
            return;
        }
        let node = self.base_node();
        let Some(node) = node else {
            self.terminator(&mut Vec::new());
            return;
        };
        if may_be_version && self.depth == 0 && comments.is_empty() {
            self.refuse_older_version(&node);
        }
        let reached = self.at;
        self.at = node.span.end as usize;
        comments.push(self.comment(start, false, blank_line_before));
        self.at = reached;
        let (node_end, place) = (node.span.end, comments.len() - 1);
        comments.extend(
            node.comments
                .into_iter()
                .filter(|comment| comment.span.start >= node_end),
        );
        let mut trailing = Vec::new();
        self.terminator(&mut trailing);
        for comment in trailing {
            let between = &self.source[node_end as usize..comment.span.start as usize];
            if between.bytes().all(|byte| byte == b' ') {
                comments[place].span.end = comment.span.end;
                comments[place].text = self.written(comments[place].span).to_owned();
            } else {
                comments.push(comment);
            }
        }
        for comment in &mut comments[place + 1..] {
            comment.trailing = false;
        }
    }

    /// Refuses a document that says of itself that it is KDL 1.
    fn refuse_older_version(&mut self, node: &Node) {
        let version = node.argument(0).filter(|_| node.name.text == "kdl-version");
        if let Some(version) = version
            && version.value.as_i64() == Some(1)
        {
            let message = "this document says that it is written in KDL 1, and this reader reads KDL 2";
            self.error(
                version.span,
                message,
                "write it in KDL 2, with #true, #false and #null for keywords",
            );
        }
    }

    /// Reads a slashdash and the space after it; false, and an error, where nothing follows that it could hide.
    fn slashdash(&mut self) -> bool {
        let span = Span::new(self.at, self.at + 2);
        self.at += 2;
        self.line_space(&mut Vec::new());
        let hides_something = !matches!(self.rest(), [] | [b'}' | b';', ..] | [b'/', b'-', ..]);
        if !hides_something {
            let help = "take it out, or put it before a node, an argument, a property or a block";
            self.error(span, "this slashdash hides nothing", help);
        }
        hides_something
    }

    /// Reads a node without its terminator; none where its name could not be read.
    fn base_node(&mut self) -> Option<Node> {
        let start = self.at;
        let mut comments = Vec::new();
        let ty = self.annotation(&mut comments);
        let name = self.node_name();
        let is_named = name.is_some();
        let mut node = Node {
            ty,
            span: Span::new(start, self.at),
            comments,
            ..Node::new(String::new())
        };
        node.name = name.unwrap_or_default();
        self.rest_of_node(&mut node, !is_named);
        // Most nodes have fewer entries than a vector first makes room for, and room unused is time lost.
        node.entries.shrink_to_fit();
        is_named.then_some(node)
    }

    fn node_name(&mut self) -> Option<Text> {
        let help = "begin the node with a bare name or one in quotes";
        match self.lexeme() {
            Some((Value::String(text), span)) => Some(Text { text, span }),
            Some((_, span)) => {
                let message = format!("{} is no name of a node; a name is a string", self.written(span));
                self.error(span, message, help);
                None
            }
            None => {
                let span = self.unexpected();
                self.error(span, "a node begins with its name, and none stands here", help);
                // A block goes with the node that it lacks the name of.
                if self.rest().first() != Some(&b'{') {
                    self.skip_junk();
                }
                None
            }
        }
    }

    /// Reads the entries and blocks of a node.
    fn rest_of_node(&mut self, node: &mut Node, mut was_error: bool) {
        let mut is_after_block = false;
        loop {
            let is_spaced = self.node_space(&mut node.comments);
            let (start, known_errors) = (self.at, self.errors.len());
            match self.rest() {
                [] | [b';' | b'}', ..] | [b'/', b'/', ..] => return,
                rest if newline_length(rest) > 0 => return,
                [b'/', b'-', ..] => {
                    let is_block = self.hidden_part(node, is_after_block);
                    is_after_block |= is_block;
                }
                [b'{', ..] => {
                    is_after_block = true;
                    self.own_block(node);
                }
                _ => {
                    let entry = self.entry(&mut node.comments);
                    let span = Span::new(start, self.at);
                    let is_new = self.errors.len() == known_errors && !was_error;
                    if is_after_block && is_new {
                        self.error(
                            span,
                            "after its block a node has no arguments or properties",
                            AFTER_BLOCK,
                        );
                    } else if !is_spaced && is_new {
                        let place = Span::new(start, start);
                        self.error(
                            place,
                            "a space is missing here; arguments and properties are set apart by spaces",
                            UNSPACED,
                        );
                    }
                    if !is_after_block {
                        node.entries.extend(entry);
                    }
                }
            }
            was_error = self.errors.len() > known_errors;
            node.span.end = Span::new(start, self.at).end;
        }
    }

    /// Reads an argument, a property or a block that a slashdash hides, and keeps it as a comment; true for a block.
    fn hidden_part(&mut self, node: &mut Node, is_after_block: bool) -> bool {
        let start = self.at;
        if !self.slashdash() {
            return false;
        }
        let is_block = self.rest().first() == Some(&b'{');
        if is_block {
            self.block();
        } else {
            let entry_start = self.at;
            self.entry(&mut Vec::new());
            if is_after_block {
                let span = Span::new(entry_start, self.at);
                self.error(
                    span,
                    "after its block a node has no arguments or properties",
                    AFTER_BLOCK,
                );
            }
        }
        node.comments.push(self.comment(start, true, false));
        is_block
    }

    /// Reads the block of a node, the only one it may have.
    fn own_block(&mut self, node: &mut Node) {
        let open = Span::new(self.at, self.at + 1);
        let block = self.block();
        if node.children.is_some() {
            let help = "join the blocks, or end the node before this one";
            self.error(open, "a node has one block, and this is another", help);
            return;
        }
        node.children = Some(block.nodes);
        node.child_trailing_comments = block.comments;
        node.children_span = Some(block.span);
    }

    fn block(&mut self) -> Block {
        let start = self.at;
        let open = Span::new(start, start + 1);
        self.at += 1;
        if self.depth == BLOCK_DEPTH_MAX {
            let message = format!("this block stands in {BLOCK_DEPTH_MAX} others, and no more are read");
            self.error(open, message, "split the document, or take a block out");
            self.skip_block();
            return Block {
                nodes: Vec::new(),
                comments: Vec::new(),
                span: Span::new(start, self.at),
            };
        }
        self.depth += 1;
        self.newlines_before = 0;
        let (nodes, comments) = self.nodes();
        self.depth -= 1;
        if self.rest().is_empty() {
            self.error(open, "this block is never closed", "write } after its last node");
        } else {
            self.at += 1;
        }
        Block {
            nodes,
            comments,
            span: Span::new(start, self.at),
        }
    }

    /// Skips to behind the end of a block without reading its nodes.
    fn skip_block(&mut self) {
        let known_errors = self.errors.len();
        let mut open_blocks = 1usize;
        while open_blocks > 0 && self.at < self.bytes.len() {
            self.line_space(&mut Vec::new());
            match self.rest().first() {
                Some(b'{') => open_blocks += 1,
                Some(b'}') => open_blocks -= 1,
                _ => {
                    if self.lexeme().is_none() && self.at < self.bytes.len() {
                        self.at += 1;
                    }
                    continue;
                }
            }
            self.at += 1;
        }
        self.errors.truncate(known_errors);
    }
}

const AFTER_BLOCK: &str = "end the node after } with a newline or a semicolon, or move this before the block";
const UNSPACED: &str = "put a space here; if this was meant as a raw string, KDL 2 writes it #\"…\"#";
