//! What stands between the parts of a document: spaces, newlines, comments, and lines continued by a backslash.

use crate::characters::{line_end, newline_length, space_length};
use crate::parser::Reader;
use crate::{Comment, Error, Span};

impl Reader<'_> {
    /// Skips what may stand between the parts of one node; true where there was something.
    ///
    /// Block comments are collected as trailing ones of the node.
    /// A line comment after a backslash is collected as one that stands before the node.
    pub(crate) fn node_space(&mut self, comments: &mut Vec<Comment>) -> bool {
        let start = self.at;
        loop {
            self.spaces();
            match self.rest() {
                [b'/', b'*', ..] => self.block_comment(comments, true, false),
                [b'\\', ..] if self.continued_line(comments) => {}
                _ => return self.at > start,
            }
        }
    }

    /// Skips what may stand between nodes; true where a blank line stands right before what follows.
    ///
    /// The comments are collected as ones on their own lines.
    pub(crate) fn line_space(&mut self, comments: &mut Vec<Comment>) -> bool {
        loop {
            self.spaces();
            let is_after_blank = self.newlines_before >= 2;
            match self.rest() {
                [b'/', b'*', ..] => {
                    self.block_comment(comments, false, is_after_blank);
                    self.newlines_before = 0;
                }
                [b'/', b'/', ..] => {
                    self.line_comment(comments, false, is_after_blank);
                    self.newlines_before = 0;
                }
                [b'\\', ..] if self.continued_line_between(comments, is_after_blank) => self.newlines_before = 1,
                rest => match newline_length(rest) {
                    0 => return is_after_blank,
                    length => {
                        self.at += length;
                        self.newlines_before += 1;
                    }
                },
            }
        }
    }

    /// Skips spaces alone.
    pub(crate) fn spaces(&mut self) {
        loop {
            match space_length(self.rest()) {
                0 => return,
                length => self.at += length,
            }
        }
    }

    /// Reads a comment that runs to the end of its line, and leaves the newline.
    pub(crate) fn line_comment(&mut self, comments: &mut Vec<Comment>, trailing: bool, blank_line_before: bool) {
        let start = self.at;
        self.at = line_end(self.bytes, start);
        comments.push(self.comment(start, trailing, blank_line_before));
    }

    /// Reads a comment between `/*` and `*/`, which may hold others.
    fn block_comment(&mut self, comments: &mut Vec<Comment>, trailing: bool, blank_line_before: bool) {
        let start = self.at;
        let mut depth = 0usize;
        loop {
            match self.rest() {
                [b'/', b'*', ..] => {
                    depth += 1;
                    self.at += 2;
                }
                [b'*', b'/', ..] => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        break;
                    }
                }
                [_, ..] => self.at += 1,
                [] => {
                    let span = Span::new(start, start + 2);
                    let error = Error::new(span, "this comment is never closed; each /* needs its own */");
                    self.errors.push(error.help("write */ where the comment ends"));
                    break;
                }
            }
        }
        comments.push(self.comment(start, trailing, blank_line_before));
    }

    /// Skips a backslash with the rest of its line, where nothing but space and a comment stands there.
    fn continued_line(&mut self, comments: &mut Vec<Comment>) -> bool {
        let (start, known, known_errors) = (self.at, comments.len(), self.errors.len());
        self.at += 1;
        loop {
            self.spaces();
            match self.rest() {
                [b'/', b'*', ..] => self.block_comment(comments, true, false),
                [b'/', b'/', ..] => {
                    self.line_comment(comments, false, false);
                    self.at += newline_length(self.rest());
                    return true;
                }
                [] => return true,
                rest => match newline_length(rest) {
                    0 => break,
                    length => {
                        self.at += length;
                        return true;
                    }
                },
            }
        }
        self.at = start;
        comments.truncate(known);
        self.errors.truncate(known_errors);
        false
    }

    /// The same between nodes, where the comments stand on their own lines.
    fn continued_line_between(&mut self, comments: &mut Vec<Comment>, blank_line_before: bool) -> bool {
        let known = comments.len();
        let is_continued = self.continued_line(comments);
        for comment in &mut comments[known..] {
            comment.trailing = false;
        }
        if let Some(first) = comments.get_mut(known) {
            first.blank_line_before = blank_line_before;
        }
        is_continued
    }

    /// The comment from `start` to the place reached.
    pub(crate) fn comment(&self, start: usize, trailing: bool, blank_line_before: bool) -> Comment {
        let text = self.source[start..self.at].to_owned();
        Comment {
            text,
            span: Span::new(start, self.at),
            trailing,
            blank_line_before,
        }
    }
}
