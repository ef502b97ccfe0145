//! Places in a source text.

/// A half-open range of byte offsets into the source.
///
/// Both ends lie on character boundaries. A span of no width marks a place between two characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset one past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of the bytes from `start` up to, and without, `end`.
    ///
    /// Offsets past what 32 bits hold are cut to the greatest one; the reader refuses such sources beforehand.
    pub fn new(start: usize, end: usize) -> Span {
        let offset = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        Span {
            start: offset(start),
            end: offset(end),
        }
    }

    /// How many bytes the span holds.
    pub fn width(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether `other` lies wholly within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The bytes as a range, to index the source with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Turns byte offsets into lines and columns, both counted from 1.
///
/// A line ends with a line feed (so also with a carriage return and line feed), as editors count.
/// A column counts characters (Unicode scalar values), not bytes.
#[derive(Clone, Debug)]
pub struct LineIndex<'source> {
    source: &'source str,
    line_starts: Vec<usize>,
}

impl<'source> LineIndex<'source> {
    /// Finds the lines of a source.
    pub fn new(source: &'source str) -> LineIndex<'source> {
        let after_line_feeds = source
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| at + 1);
        LineIndex {
            source,
            line_starts: std::iter::once(0).chain(after_line_feeds).collect(),
        }
    }

    /// The line and the column of a byte offset.
    ///
    /// An offset past the end answers for the end, and one inside a character for that character.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let mut offset = (offset as usize).min(self.source.len());
        while !self.source.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let column = self.source[self.line_starts[line - 1]..offset].chars().count() + 1;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        (count(line), count(column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let index = LineIndex::new("ab\r\né§x\n");
        let table = [
            (0, (1, 1)),
            (2, (1, 3)),
            (3, (1, 4)),
            (4, (2, 1)),
            (5, (2, 1)),
            (6, (2, 2)),
            (8, (2, 3)),
            (9, (2, 4)),
        ];
        for (offset, place) in table {
            assert_eq!(index.line_column(offset), place, "offset {offset}");
        }
        assert_eq!(index.line_column(10), (3, 1));
        assert_eq!(index.line_column(99), (3, 1));
    }

    #[test]
    fn an_empty_source_has_one_line() {
        assert_eq!(LineIndex::new("").line_column(0), (1, 1));
    }
}
