//! Answers as text for people: the answer first, then who says what, then why.

use std::fmt::Write as _;

use quorate::finding_text;
use quorate_corporation::answer::{Answer, Branch, Reading, Said, Unknown};
use quorate_corporation::question::Question;

/// The whole answer.
pub fn answer(question: &Question, answer: &Answer) -> String {
    let mut out = format!("{}\n", question.title);
    match (
        &answer.value,
        answer.readings.is_empty(),
        answer.needs.is_empty(),
        &answer.remark,
    ) {
        (Some(value), ..) => row(&mut out, "answer", &value.brief()),
        (None, false, ..) => row(&mut out, "answer", "depends on the reading; see below"),
        (None, true, false, _) => row(&mut out, "answer", "depends on what is not known; see below"),
        (None, true, true, Some(remark)) => row(&mut out, "answer", &format!("none: {remark}")),
        (None, true, true, None) => row(&mut out, "answer", "none"),
    }
    for (fact, word) in &answer.taken {
        row(
            &mut out,
            "taken",
            &format!("{fact} {word}, because nobody said otherwise"),
        );
    }
    for (fact, word, value) in &answer.otherwise {
        row(&mut out, "", &format!("if {fact} is {word}: {}", value.brief()));
    }
    for by in &answer.by {
        let says = match &by.says {
            Said::Value(value) => value.brief(),
            Said::Readings(readings) => readings
                .iter()
                .map(|reading| reading.value.brief())
                .collect::<Vec<_>>()
                .join(" / "),
            Said::Silent => "silent".to_owned(),
            Said::Unknown => "depends on what is not known".to_owned(),
            Said::NotApplicable => "not applicable".to_owned(),
        };
        row(&mut out, &format!("by {}", by.source), &says);
        for authority in &by.authority {
            row(
                &mut out,
                "",
                &format!("{}: {}", authority.citation, authority.statement),
            );
        }
    }
    if !answer.controls.is_empty() && answer.by.len() > 1 {
        let mut effects: Vec<&str> = answer.controls.iter().filter_map(|control| control.effect).collect();
        effects.dedup();
        let effect = if effects.is_empty() {
            String::new()
        } else {
            format!(" ({})", effects.join(", "))
        };
        row(
            &mut out,
            "controls",
            &format!("{}{effect}; confidence {}", answer.controls_word(), answer.confidence),
        );
    }
    for note in &answer.displaced {
        row(
            &mut out,
            "displaced",
            &format!("{}: {}", note.authority.citation, note.because),
        );
    }
    readings(&mut out, &answer.readings, 2);
    for unknown in &answer.needs {
        needs(&mut out, unknown, 2);
    }
    for step in &answer.arithmetic {
        row(&mut out, "counted", step);
    }
    for finding in &answer.findings {
        out.push_str(&finding_text::finding(finding));
    }
    out
}

fn row(out: &mut String, label: &str, text: &str) {
    let _ = writeln!(out, "  {label:<14} {text}");
}

fn readings(out: &mut String, readings: &[Reading], indent: usize) {
    for reading in readings {
        let mark = if reading.is_preferred { " (preferred)" } else { "" };
        let _ = writeln!(
            out,
            "{:indent$}reading{mark}: {} → {}",
            "",
            reading.text,
            reading.value.brief()
        );
        let _ = writeln!(
            out,
            "{:indent$}  because {}; {} decides",
            "", reading.because, reading.who_decides
        );
    }
}

fn needs(out: &mut String, unknown: &Unknown, indent: usize) {
    let _ = writeln!(out, "{:indent$}not known: {} ({})", "", unknown.fact, unknown.doc);
    for (label, branch) in &unknown.branches {
        match branch {
            Branch::Open(why) => {
                let _ = writeln!(out, "{:indent$}  {label}: {why}", "");
            }
            Branch::Answer(answer) => {
                let value = match (&answer.value, &answer.remark) {
                    (Some(value), _) => value.brief(),
                    (None, Some(remark)) => format!("none: {remark}"),
                    (None, None) if !answer.readings.is_empty() => "depends on the reading".to_owned(),
                    (None, None) => "depends on more that is not known".to_owned(),
                };
                let _ = writeln!(out, "{:indent$}  {label}: {value}", "");
                if answer.value.is_none() {
                    readings(out, &answer.readings, indent + 4);
                    for inner in &answer.needs {
                        needs(out, inner, indent + 4);
                    }
                }
            }
        }
    }
    if unknown.branches.is_empty() {
        let _ = writeln!(out, "{:indent$}  give it as {}=…", "", unknown.fact);
    }
}
