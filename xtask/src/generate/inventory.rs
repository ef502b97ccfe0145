//! docs/inventory.md: each question's boundaries, and the cases that stand on and past them.
//!
//! A case stands *on* a boundary when it expects the finding met, and *past* it when it expects it unmet. Where two such cases
//! differ in one fact alone, and there by one day, one share or one unit, they mark the boundary exactly.
//! After the questions come the stories, with the findings that some act of theirs does not meet.

use quorate_casebook::{Case, Shelf, Story};
use quorate_corporation::facts::FactValue;
use quorate_corporation::finding::FindingDefinition;
use quorate_corporation::{Question, questions};

use super::{code_list, head, link_to_case, row};

/// The text.
pub fn text(cases: &[Case], stories: &[Story]) -> String {
    let mut body = String::new();
    let (mut findings, mut both_sides, mut exact) = (0_usize, 0_usize, 0_usize);
    for question in questions::all() {
        let own: Vec<&Case> = cases
            .iter()
            .filter(|case| case.request.question.id == question.id)
            .collect();
        body.push_str(&format!(
            "\n## {}\n\n{}\nCases: {}.\n",
            question.id,
            question.title,
            own.len()
        ));
        let sides: Vec<Sides<'_>> = question
            .findings
            .iter()
            .map(|finding| Sides::of(finding, &own))
            .collect();
        findings += sides.len();
        both_sides += sides
            .iter()
            .filter(|sides| !sides.on.is_empty() && !sides.past.is_empty())
            .count();
        exact += sides.iter().filter(|sides| !sides.marks().is_empty()).count();
        body.push_str(&table(question, &sides));
    }
    format!(
        "# Inventory of boundaries\n\nA case stands *on* a boundary when it expects the finding met, and *past* it when it expects it unmet.\nWhere two such cases differ in one fact alone, and there by one day, one share or one unit, the boundary is marked exactly.\nThe tables inside the question files stand on boundaries as well and are not counted here.\n\nFindings: {findings}; with cases on both sides: {both_sides}; marked exactly: {exact}.\n{body}{}",
        told(stories)
    )
}

/// The stories: how many acts each tells, and which findings come out unmet in it.
fn told(stories: &[Story]) -> String {
    let shelf = Shelf::shipped();
    let mut out = format!("\n## Stories\n\n{}", head(&["story", "acts", "unmet in it"]));
    for story in stories {
        let lines = story.check(&shelf).map(|checked| checked.lines).unwrap_or_default();
        let mut unmet: Vec<&str> = lines
            .iter()
            .filter_map(|line| line.outcome.as_ref().ok())
            .flat_map(|ruling| &ruling.findings)
            .filter(|finding| finding.is_unmet())
            .map(|finding| finding.definition.id)
            .collect();
        unmet.sort_unstable();
        unmet.dedup();
        out.push_str(&row(&[
            &link_to_case(&story.file, ""),
            &lines.len().to_string(),
            &code_list(unmet),
        ]));
    }
    out
}

fn table(question: &Question, sides: &[Sides<'_>]) -> String {
    if question.findings.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{}", head(&["finding", "on", "past", "marked at"]));
    for sides in sides {
        out.push_str(&row(&[
            &format!("`{}`", sides.finding.id),
            &links(&sides.on),
            &links(&sides.past),
            &or_none(&sides.marks()),
        ]));
    }
    out
}

/// The cases on and past the boundary that a finding draws.
struct Sides<'a> {
    finding: &'static FindingDefinition,
    on: Vec<&'a Case>,
    past: Vec<&'a Case>,
}

impl<'a> Sides<'a> {
    fn of(finding: &'static FindingDefinition, cases: &[&'a Case]) -> Self {
        let expecting = |status: &str| {
            cases
                .iter()
                .copied()
                .filter(|case| case.expected_findings().contains(&(finding.id, status)))
                .collect()
        };
        Self {
            finding,
            on: expecting("met"),
            past: expecting("unmet"),
        }
    }

    /// Where pairs of cases mark the boundary exactly: the instruments, the fact and its two values.
    fn marks(&self) -> Vec<String> {
        let mut marks = Vec::new();
        for on in &self.on {
            for past in &self.past {
                if let Some(mark) = mark(on, past)
                    && !marks.contains(&mark)
                {
                    marks.push(mark);
                }
            }
        }
        marks
    }
}

fn mark(on: &Case, past: &Case) -> Option<String> {
    let (left, right) = (&on.request, &past.request);
    if left.under != right.under || left.certificate != right.certificate || left.overlays != right.overlays {
        return None;
    }
    let (left_facts, right_facts): (Vec<_>, Vec<_>) = (left.facts.iter().collect(), right.facts.iter().collect());
    if left_facts.len() != right_facts.len() {
        return None;
    }
    let mut differing = left_facts
        .into_iter()
        .zip(right_facts)
        .filter(|(left, right)| left != right);
    let ((name, on), (past_name, past)) = differing.next()?;
    if differing.next().is_some() || name != past_name || !is_one_apart(on, past) {
        return None;
    }
    Some(format!(
        "{}: `{name}` {on}, {past}",
        left.under.as_deref().unwrap_or("")
    ))
}

/// Whether two values are one day or one whole unit apart.
fn is_one_apart(left: &FactValue, right: &FactValue) -> bool {
    match (left, right) {
        (FactValue::Day(left), FactValue::Day(right)) => left.days_until(*right).abs() == 1,
        (FactValue::Count(left), FactValue::Count(right)) => left.abs_diff(*right) == 1,
        (FactValue::Quantity(_), FactValue::Quantity(_)) => {
            let whole = |value: &FactValue| value.to_string().replace(',', "").parse::<u128>().ok();
            matches!((whole(left), whole(right)), (Some(left), Some(right)) if left.abs_diff(right) == 1)
        }
        _ => false,
    }
}

fn links(cases: &[&Case]) -> String {
    let mut links: Vec<String> = Vec::new();
    for case in cases {
        let link = link_to_case(&case.file, &case.heading);
        if !links.contains(&link) {
            links.push(link);
        }
    }
    or_none(&links)
}

fn or_none(words: &[String]) -> String {
    if words.is_empty() {
        "none yet".to_owned()
    } else {
        words.join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quorate_casebook::{CaseFile, cases};

    fn read(asks: &[(&str, &str)]) -> Vec<Case> {
        let asks: Vec<_> = asks
            .iter()
            .map(|(given, status)| {
                format!("ask stockholder-notice-window under=\"oak\" meeting-date=\"2002-04-17\" notice-given=\"{given}\" {{\n expect finding=\"stockholder-notice-too-short\" status=\"{status}\"\n}}\n")
            })
            .collect();
        let text = format!("## Days\n\n```kdl\n{}```\n", asks.join(""));
        cases(&CaseFile {
            name: "casebook/oak.md".into(),
            text,
            companies: quorate_casebook::Companies::default(),
        })
        .into_iter()
        .map(Result::unwrap)
        .collect()
    }

    #[test]
    fn a_day_apart_marks_the_boundary_and_two_days_do_not() {
        let text_of = |asks: &[(&str, &str)]| text(&read(asks), &[]);
        let marked = text_of(&[("2002-04-07", "met"), ("2002-04-08", "unmet")]);
        assert!(
            marked.contains("oak: `notice-given` 2002-04-07, 2002-04-08"),
            "{marked}"
        );
        let unmarked = text_of(&[("2002-04-07", "met"), ("2002-04-09", "unmet")]);
        assert!(unmarked.contains("| `stockholder-notice-too-short` | [Days](../casebook/oak.md#days) | [Days](../casebook/oak.md#days) | none yet |"), "{unmarked}");
    }
}
