//! Finding the fenced blocks of a Markdown file.

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<'a> {
    /// The words after the opening fence.
    pub info: &'a str,
    /// What stands between the fences.
    pub text: &'a str,
    /// The line of the opening fence, counted from 1.
    pub line: usize,
    /// The heading that the block stands under.
    pub heading: &'a str,
}

/// The fenced blocks of a text, in order.
pub fn blocks(markdown: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut heading = "";
    let mut open: Option<(&str, &str, usize, usize)> = None;
    let mut offset = 0;
    for (index, line) in markdown.split_inclusive('\n').enumerate() {
        let bare = line.trim_end();
        let fence: String = bare.chars().take_while(|letter| *letter == '`').collect();
        match open {
            Some((opening, info, start, at)) if bare == opening => {
                blocks.push(Block {
                    info,
                    text: &markdown[start..offset],
                    line: at,
                    heading,
                });
                open = None;
            }
            None if fence.len() >= 3 => {
                let info = bare[fence.len()..].trim();
                open = Some((&bare[..fence.len()], info, offset + line.len(), index + 1));
            }
            None => {
                if let Some(title) = bare.strip_prefix('#') {
                    heading = title.trim_start_matches('#').trim();
                }
            }
            Some(_) => {}
        }
        offset += line.len();
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_blocks_under_their_headings() {
        let text = "# A\n\n```kdl\nx\n```\n## B\n````kdl instrument=oak\n```\ny\n````\n";
        let found = blocks(text);
        assert_eq!(found.len(), 2);
        assert_eq!(
            (found[0].info, found[0].text, found[0].line, found[0].heading),
            ("kdl", "x\n", 3, "A")
        );
        assert_eq!(
            (found[1].info, found[1].text, found[1].heading),
            ("kdl instrument=oak", "```\ny\n", "B")
        );
    }
}
