//! docs/law-book.md: the reading of every question, with its facts, findings, provisions and cases.

use quorate_casebook::Case;
use quorate_corporation::{Question, questions};

use super::{code_list, head, link_to_case, row};

/// The text.
pub fn text(cases: &[Case]) -> String {
    let all = questions::all();
    let mut out = String::from(
        "# Law book\n\nEvery question that quorate answers: our reading of the law, what may vary, and what is not encoded.\nIt is not legal advice; a lawyer should review what is relied on.\n\n",
    );
    for chapter in all.chunk_by(|left, right| left.chapter == right.chapter) {
        let links: Vec<_> = chapter
            .iter()
            .map(|question| format!("  - [{}](#{})\n", question.title, question.id))
            .collect();
        out.push_str(&format!("- {}\n{}", capitalized(chapter[0].chapter), links.concat()));
    }
    for chapter in all.chunk_by(|left, right| left.chapter == right.chapter) {
        out.push_str(&format!("\n## {}\n", capitalized(chapter[0].chapter)));
        for question in chapter {
            out.push_str(&format!(
                "\n<a id=\"{}\"></a>\n\n{}\n",
                question.id,
                demoted(&question.reading())
            ));
            out.push_str(&details(question));
            out.push_str(&cases_of(question, cases));
        }
    }
    out
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The reading with its headings two levels lower, below the chapter's.
fn demoted(reading: &str) -> String {
    let lines: Vec<_> = reading
        .lines()
        .map(|line| {
            if line.starts_with('#') {
                format!("##{line}")
            } else {
                line.to_owned()
            }
        })
        .collect();
    lines.join("\n").trim_end().to_owned()
}

fn details(question: &Question) -> String {
    let (shape, fields) = question.shape.describe();
    let provisions: Vec<_> = question
        .provisions
        .iter()
        .map(|definition| format!("[`{0}`](vocabulary.md#{0})", definition.name))
        .collect();
    let mut out = format!(
        "\n**Ask.** `quorate ask {}`: {shape}, with {}.\n",
        question.id,
        code_list(fields.iter().copied())
    );
    if !provisions.is_empty() {
        out.push_str(&format!("\n**Provisions.** {}.\n", provisions.join(", ")));
    }
    if !question.facts.is_empty() {
        out.push_str(&format!(
            "\n{}",
            head(&["fact", "meaning", "form", "taken when nobody states it"])
        ));
        for fact in question.facts {
            out.push_str(&row(&[
                &format!("`{}`", fact.name),
                fact.doc,
                &fact.kind.expected(),
                fact.otherwise.unwrap_or("–"),
            ]));
        }
    }
    if !question.findings.is_empty() {
        out.push_str(&format!("\n{}", head(&["finding", "defect"])));
        for finding in question.findings {
            out.push_str(&row(&[&format!("`{}`", finding.id), finding.title]));
        }
    }
    out
}

fn cases_of(question: &Question, cases: &[Case]) -> String {
    let mut links: Vec<String> = Vec::new();
    for case in cases.iter().filter(|case| case.request.question.id == question.id) {
        let link = link_to_case(&case.file, &case.heading);
        if !links.contains(&link) {
            links.push(link);
        }
    }
    if links.is_empty() {
        "\n**Cases.** None yet.\n".to_owned()
    } else {
        format!("\n**Cases.** {}.\n", links.join(", "))
    }
}
