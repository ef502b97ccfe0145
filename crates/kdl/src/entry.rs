//! Arguments and properties, and the strings, numbers and keywords that they and the nodes are made of.

use crate::characters::{begins_as_number, identifier_end, is_reserved_word, newline_length, space_length};
use crate::parser::Reader;
use crate::{Comment, Entry, Number, Span, Text, Value, number};

impl Reader<'_> {
    /// Reads an argument or a property; none where it is in error.
    pub(crate) fn entry(&mut self, comments: &mut Vec<Comment>) -> Option<Entry> {
        let (start, known_errors) = (self.at, self.errors.len());
        let ty = self.annotation(comments);
        let is_annotated = self.at > start;
        let first = self.value(is_annotated);
        let first_end = self.at;
        if !self.equals_sign(comments) {
            let (value, value_span) = first?;
            let entry = Entry {
                name: None,
                ty,
                value,
                value_span,
                span: Span::new(start, first_end),
            };
            return (self.errors.len() == known_errors).then_some(entry);
        }
        if is_annotated {
            let span = Span::new(start, first_end);
            self.error(
                span,
                "a property has its type before its value, not before its name",
                "write name=(type)value",
            );
        }
        let name = first.and_then(|name| self.property_name(name));
        self.node_space(comments);
        let value_start = self.at;
        let ty = self.annotation(comments);
        let (value, value_span) = if self.at > value_start || !self.is_at_end() {
            self.value(self.at > value_start)?
        } else {
            let help = "write the value right after the equals sign, an empty string as \"\"";
            self.error(Span::new(start, first_end), "this property has no value", help);
            return None;
        };
        let entry = Entry {
            name,
            ty,
            value,
            value_span,
            span: Span::new(start, self.at),
        };
        (self.errors.len() == known_errors).then_some(entry)
    }

    fn property_name(&mut self, (value, span): (Value, Span)) -> Option<Text> {
        if let Value::String(text) = value {
            return Some(Text { text, span });
        }
        let message = format!("{} is no name of a property; a name is a string", self.written(span));
        self.error(span, message, "put the name in quotes");
        None
    }

    /// Skips an equals sign and the space before it, or nothing.
    fn equals_sign(&mut self, comments: &mut Vec<Comment>) -> bool {
        let (start, known, known_errors) = (self.at, comments.len(), self.errors.len());
        self.node_space(comments);
        if self.rest().first() == Some(&b'=') {
            self.at += 1;
            return true;
        }
        self.at = start;
        comments.truncate(known);
        self.errors.truncate(known_errors);
        false
    }

    /// Reads a value; none, and an error, where none stands here.
    fn value(&mut self, is_annotated: bool) -> Option<(Value, Span)> {
        if let Some(found) = self.lexeme() {
            return Some(found);
        }
        let span = self.unexpected();
        match self.rest() {
            _ if is_annotated && self.is_at_end() => {
                let place = Span::new(self.at, self.at);
                self.error(
                    place,
                    "a type stands before a value, and none follows",
                    "write the value after the type",
                );
            }
            [b'/', b'-', ..] => {
                let help = "put it before the whole argument or property";
                self.error(
                    Span::new(self.at, self.at + 2),
                    "a slashdash may not stand inside of what it hides",
                    help,
                );
            }
            [b'\\', ..] => {
                let help = "end the line after it, or put the text in quotes";
                self.error(
                    span,
                    "a backslash outside of quotes continues a line, and stands at the end of it",
                    help,
                );
            }
            _ => {
                let message = format!("{} may not stand here unquoted", self.written(span));
                self.error(span, message, "put the text in quotes");
            }
        }
        if !self.is_at_end() {
            self.skip_junk();
        }
        None
    }

    /// Reads a type annotation and the space after it; none where there is none, or a wrong one, which is reported.
    pub(crate) fn annotation(&mut self, comments: &mut Vec<Comment>) -> Option<Text> {
        if self.rest().first() != Some(&b'(') {
            return None;
        }
        let open = Span::new(self.at, self.at + 1);
        self.at += 1;
        self.node_space(comments);
        let ty = match self.lexeme() {
            Some((Value::String(text), span)) => Some(Text { text, span }),
            found => {
                let span = found.map_or_else(|| Span::new(open.start as usize, self.at), |(_, span)| span);
                self.error(
                    span,
                    "a type is a string between parentheses",
                    "write (type), with a bare or quoted name",
                );
                None
            }
        };
        self.node_space(comments);
        if self.rest().first() == Some(&b')') {
            self.at += 1;
            self.node_space(comments);
            return ty;
        }
        if ty.is_some() {
            self.error(open, "this parenthesis is never closed", "write ) right after the type");
        }
        None
    }

    /// Reads a string, a number or a keyword; none, and nothing read, where none begins here.
    ///
    /// A wrong one is reported and given as some value, so that reading goes on behind it.
    pub(crate) fn lexeme(&mut self) -> Option<(Value, Span)> {
        let start = self.at;
        let value = match self.rest() {
            [b'"', ..] => Value::String(self.quoted_string()),
            [b'#', ..] => self.hashed(),
            _ => {
                self.at = identifier_end(self.bytes, start);
                if self.at == start {
                    return None;
                }
                self.word(start)
            }
        };
        Some((value, Span::new(start, self.at)))
    }

    /// A bare word that was read from `start` on: an identifier or a number.
    fn word(&mut self, start: usize) -> Value {
        let span = Span::new(start, self.at);
        let word = self.written(span);
        if begins_as_number(word) {
            if let Some(law) = number::complaint(word) {
                let message = format!("{word} is no number, and a bare name does not begin as one");
                self.error(span, message, law);
            }
            return Value::Number(Number {
                source: word.to_owned(),
            });
        }
        if is_reserved_word(word) {
            let help = format!("write #{word} for the keyword, or \"{word}\" for the text");
            self.error(
                span,
                format!("{word} may not stand bare, as it could be meant as a keyword"),
                help,
            );
        }
        Value::String(word.to_owned())
    }

    /// Reads what begins with a hash mark: a keyword or a raw string.
    fn hashed(&mut self) -> Value {
        let start = self.at;
        let hashes = self.rest().iter().take_while(|byte| **byte == b'#').count();
        if self.bytes.get(start + hashes) == Some(&b'"') {
            return Value::String(self.raw_string(hashes));
        }
        self.at = identifier_end(self.bytes, start + hashes);
        let span = Span::new(start, self.at);
        match self.written(span) {
            "#true" => Value::Bool(true),
            "#false" => Value::Bool(false),
            "#null" => Value::Null,
            source @ ("#inf" | "#-inf" | "#nan") => Value::Number(Number {
                source: source.to_owned(),
            }),
            other => {
                let help = "the keywords are #true, #false, #null, #inf, #-inf and #nan; put a text with # in quotes";
                self.error(span, format!("{other} is no keyword"), help);
                Value::Null
            }
        }
    }

    /// Whether nothing more of an entry can stand here.
    fn is_at_end(&self) -> bool {
        match self.rest() {
            [] | [b';' | b'{' | b'}', ..] | [b'/', b'/', ..] => true,
            rest => newline_length(rest) > 0,
        }
    }

    /// The character that stands here, or the empty place at the end.
    pub(crate) fn unexpected(&self) -> Span {
        let character = self.source[self.at..]
            .chars()
            .next()
            .filter(|_| newline_length(self.rest()) == 0);
        Span::new(self.at, self.at + character.map_or(0, char::len_utf8))
    }

    /// Skips a character and those after it up to a space, a newline, a quote or the end of a part.
    pub(crate) fn skip_junk(&mut self) {
        loop {
            self.at = identifier_end(self.bytes, self.unexpected().end as usize);
            match self.rest() {
                [] | [b'"' | b';' | b'{' | b'}', ..] => return,
                rest if space_length(rest) + newline_length(rest) > 0 => return,
                [b'/', b'/' | b'*' | b'-', ..] => return,
                _ => {}
            }
        }
    }
}
