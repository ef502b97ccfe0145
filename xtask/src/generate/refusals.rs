//! docs/refusals.md: each finding with the prose of its page in the casebook, an ask that makes it, and how it is told.

use std::{fs, io};

use quorate::finding_text;
use quorate_casebook::{Case, Shelf};
use quorate_corporation::finding::{Finding, FindingDefinition, FindingStatus};
use quorate_corporation::questions;

use crate::repository::{refusal_page, root};

/// The text.
///
/// # Errors
/// When a page cannot be read from the disk.
pub fn text(cases: &[Case]) -> io::Result<String> {
    let mut out = "# Refusals\n\nWhat can be found amiss, chapter by chapter: what it means, a question that comes upon it, and how it is told.\nAn act that is proposed is refused for it; what has happened is entered with the defect.\nThe pages behind this one are in [casebook/refusals](../casebook/refusals), and run.\n".to_owned();
    let shelf = Shelf::shipped();
    let (mut chapter, mut told) = ("", Vec::new());
    for question in questions::all() {
        if question.chapter != chapter {
            chapter = question.chapter;
            out.push_str(&format!("\n## {}\n", capitalized(chapter)));
        }
        for definition in question.findings {
            // Questions share findings: each is told where it first comes up.
            if !told.contains(&definition.id) {
                told.push(definition.id);
                out.push_str(&section(definition, cases, &shelf)?);
            }
        }
    }
    Ok(out)
}

/// The section of one finding.
fn section(definition: &'static FindingDefinition, cases: &[Case], shelf: &Shelf) -> io::Result<String> {
    let page = refusal_page(definition.id);
    let source = fs::read_to_string(root().join(&page))?;
    let title = capitalized(definition.title);
    let mut out = format!("\n### {title}\n\n`{}`\n\n{}\n", definition.id, prose(&source));
    let found = cases.iter().filter(|case| case.file == page).find_map(|case| {
        let answer = case.answer(shelf).ok()?;
        let finding = answer
            .findings
            .into_iter()
            .find(|finding| is_amiss(definition, finding))?;
        Some((case, finding))
    });
    if let Some((case, finding)) = found {
        let (ask, told) = (ask(&source, case.line), finding_text::finding(&finding));
        out.push_str(&format!("\n```kdl\n{ask}```\n\n```text\n{told}```\n"));
    }
    Ok(out)
}

/// Whether a finding is the one told of, and tells of something amiss.
fn is_amiss(definition: &FindingDefinition, finding: &Finding) -> bool {
    finding.definition.id == definition.id && !matches!(finding.status, FindingStatus::Met | FindingStatus::Waived)
}

fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The prose of a page before its first block and its first section, without the title.
fn prose(page: &str) -> String {
    let lines = page
        .lines()
        .skip_while(|line| line.starts_with("# ") || line.is_empty());
    let lines: Vec<&str> = lines
        .take_while(|line| !line.starts_with("## ") && !line.starts_with("```"))
        .collect();
    lines.join("\n").trim_end().to_owned()
}

/// The ask that begins at a line of a page, without what is expected of it.
fn ask(page: &str, line: usize) -> String {
    let mut lines = page.lines().skip(line - 1);
    let first = lines.next().unwrap_or("");
    let Some(opening) = first.strip_suffix('{') else {
        return format!("{first}\n");
    };
    let children = lines.take_while(|line| *line != "}");
    let told: Vec<&str> = children
        .filter(|line| !line.trim_start().starts_with("expect "))
        .collect();
    if told.is_empty() {
        format!("{}\n", opening.trim_end())
    } else {
        format!("{first}\n{}\n}}\n", told.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Title\n\nOne.\nTwo.\n\n## Found\n\n```kdl\nask a b=1 {\n    expect c=2\n}\nask a {\n    rows \"x\"\n    expect c=2\n}\n```\n";

    #[test]
    fn the_prose_is_what_stands_before_the_blocks() {
        assert_eq!(prose(PAGE), "One.\nTwo.");
    }

    #[test]
    fn an_ask_is_shown_without_its_expectations() {
        assert_eq!(ask(PAGE, 9), "ask a b=1\n");
        assert_eq!(ask(PAGE, 12), "ask a {\n    rows \"x\"\n}\n");
    }
}
