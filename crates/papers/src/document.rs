//! The document model, and its rendering as plain text.

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading inside the document.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// Items, one a line.
    Items(Vec<String>),
    /// A table: the heads, then rows of as many cells; the first column stands to the left, the others to the right.
    Table {
        /// The heads of the columns.
        heads: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// A line to sign on, with who signs.
    Signature(String),
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The title.
    pub title: String,
    /// What stands under the title, one line each.
    pub subtitle: Vec<String>,
    /// The parts, in order.
    pub blocks: Vec<Block>,
}

/// The width at which paragraphs are broken, in characters.
const WIDTH_CHARACTERS: usize = 92;

impl Document {
    /// The document as plain text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = format!("{}\n", self.title);
        for line in &self.subtitle {
            out.push_str(line);
            out.push('\n');
        }
        for block in &self.blocks {
            out.push('\n');
            match block {
                Block::Heading(text) => {
                    out.push_str(text);
                    out.push('\n');
                    out.push_str(&"-".repeat(text.chars().count()));
                    out.push('\n');
                }
                Block::Paragraph(text) => wrap(&mut out, text, "", ""),
                Block::Items(items) => {
                    for item in items {
                        wrap(&mut out, item, "  - ", "    ");
                    }
                }
                Block::Table { heads, rows } => table(&mut out, heads, rows),
                Block::Signature(who) => out.push_str(&format!("\n________________________________\n{who}\n")),
            }
        }
        out
    }
}

fn wrap(out: &mut String, text: &str, first: &str, rest: &str) {
    let mut line = first.to_owned();
    let mut is_bare = true;
    for word in text.split_whitespace() {
        if !is_bare && line.chars().count() + 1 + word.chars().count() > WIDTH_CHARACTERS {
            out.push_str(line.trim_end());
            out.push('\n');
            rest.clone_into(&mut line);
            is_bare = true;
        }
        if !is_bare {
            line.push(' ');
        }
        line.push_str(word);
        is_bare = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}

fn table(out: &mut String, heads: &[String], rows: &[Vec<String>]) {
    let width = |column: usize| {
        rows.iter()
            .chain([&heads.to_vec()])
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    for (index, row) in [heads.to_vec()].iter().chain(rows).enumerate() {
        let mut line = String::from(" ");
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width.saturating_sub(cell.chars().count()));
            line.push(' ');
            if column == 0 {
                line.push_str(cell);
                line.push_str(&gap);
            } else {
                line.push_str(&gap);
                line.push_str(cell);
            }
            line.push(' ');
        }
        out.push_str(line.trim_end());
        out.push('\n');
        if index == 0 {
            let total: usize = widths.iter().map(|width| width + 2).sum();
            out.push_str(&format!("  {}\n", "-".repeat(total.saturating_sub(2))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_lines_up_and_paragraphs_are_broken_at_words() {
        let document = Document {
            title: "Title".into(),
            subtitle: vec!["Oak, Inc.".into()],
            blocks: vec![
                Block::Paragraph("word ".repeat(30)),
                Block::Table {
                    heads: vec!["Matter".into(), "For".into()],
                    rows: vec![vec!["Dean".into(), "1,000".into()], vec!["Auditors".into(), "5".into()]],
                },
            ],
        };
        let text = document.to_text();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH_CHARACTERS));
        assert!(text.contains("  Dean      1,000\n  Auditors      5\n"), "{text}");
    }
}
