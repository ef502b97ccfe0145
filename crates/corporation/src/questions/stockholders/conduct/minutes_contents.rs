//! # What do the minutes of a meeting show?
//!
//! Answers to the sections of the bylaws on the duties of the secretary and on minutes. The statute asks only that some
//! officer record the proceedings of meetings (8 Del. C. § 142(a)) and lists nothing.
//!
//! **Our reading.** What several sections ask for cumulates: what is said of every meeting of the body holds for a special
//! one as well. The minutes are complete when each item is stated; more does no harm.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** Whether what is stated is true, and whether it is stated fully enough: the meeting that approves the
//! minutes judges that.

use quorate_law::vocabulary::minutes::{CONTENTS, DEFINITION, KEPT_AT, KEPT_BY};
use quorate_law::{Provision, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{BODY, MEETING_KIND, finding};

/// Something is left out.
pub static INCOMPLETE: FindingDefinition = FindingDefinition {
    id: "minutes-incomplete",
    title: "the minutes leave out what the text asks for",
    rank: Rank::Form,
};

/// What is stated.
pub static STATED: Fact<Vec<String>> = Fact::new("stated", "what the minutes state, in the text's own items");

/// The question.
pub static QUESTION: Question = Question {
    id: "minutes-contents",
    title: "What do the minutes of a meeting show?",
    chapter: "stockholders",
    capabilities: &["S21"],
    source: include_str!("minutes_contents.rs"),
    facts: &[&BODY.spec, &MEETING_KIND.spec, &STATED.spec],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&INCOMPLETE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let kind = inquiry.need(&MEETING_KIND)?;
    let resolution = inquiry.require(
        &DEFINITION,
        &Situation::general().with("body", body).with("meeting", kind),
    )?;
    let mut items: Vec<String> = Vec::new();
    // What is said of every meeting stands before what is said of one kind only.
    let mut provisions = resolution.controlling.clone();
    provisions.sort_by_key(|provision| provision.scope.0.len());
    for provision in &provisions {
        for item in provision.get_all(&CONTENTS) {
            if !items.contains(item) {
                items.push(item.clone());
            }
        }
        if let Some(keeper) = provision.word(&KEPT_BY) {
            let at = provision
                .get(&KEPT_AT)
                .map_or_else(String::new, |place| format!(", at: {place}"));
            inquiry.show(format!("{}: kept by the {keeper}{at}", provision.citation));
        }
    }
    if let Some(stated) = inquiry.known(&STATED) {
        judge(inquiry, &items, &stated, &provisions);
    }
    Ok(Value::Items(items).into())
}

fn judge(inquiry: &mut Inquiry<'_>, items: &[String], stated: &[String], provisions: &[&Provision]) {
    let is_stated = |item: &str| stated.iter().any(|other| other.eq_ignore_ascii_case(item));
    let missing: Vec<&str> = items
        .iter()
        .map(String::as_str)
        .filter(|item| !is_stated(item))
        .collect();
    let message = if missing.is_empty() {
        "the minutes state every item".to_owned()
    } else {
        format!("the minutes do not state: {}", missing.join("; "))
    };
    let authority: Vec<&Provision> = provisions
        .iter()
        .copied()
        .filter(|provision| missing.is_empty() || provision.get_all(&CONTENTS).iter().any(|item| !is_stated(item)))
        .collect();
    let mut found = finding(&INCOMPLETE, missing.is_empty(), message, &authority, vec!["stated"]);
    found.help = (!missing.is_empty()).then(|| format!("add to the minutes: {}", missing.join("; ")));
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "minutes-contents";

    #[test]
    fn the_items_differ_by_body_and_kind_of_meeting() {
        let general =
            "time and place; whether regular or special; number of shares present or represented; proceedings";
        let special = format!("{general}; how called; notice given");
        let board = "time and place; whether regular or special; names of those present; proceedings";
        for (body, kind, items) in [
            ("stockholders", "annual", general),
            ("stockholders", "special", special.as_str()),
            ("board", "annual", board),
            ("committee", "annual", board),
        ] {
            let answer = ask_under("altiris-2006", ID, &[("body", body), ("meeting-kind", kind)]);
            assert_eq!(field(&answer, "value"), items, "{body} {kind}");
        }
    }

    #[test]
    fn two_sections_that_ask_for_the_same_ask_once() {
        assert_eq!(field(&ask_under("novell-2001", ID, &[]), "value"), "proceedings");
    }

    #[test]
    fn what_is_left_out_is_named() {
        for (kind, stated, expected) in [
            ("annual", "time and place, proceedings", "unmet"),
            (
                "annual",
                "Proceedings, time and place, whether regular or special, number of shares present or represented",
                "met",
            ),
            (
                "special",
                "proceedings, time and place, whether regular or special, number of shares present or represented",
                "unmet",
            ),
        ] {
            let answer = ask_under("altiris-2006", ID, &[("meeting-kind", kind), ("stated", stated)]);
            assert_eq!(status(&answer, "minutes-incomplete"), expected, "{kind} {stated}");
        }
        let answer = ask_with_bylaws("minutes \"time\" \"place\"", ID, &[("stated", "time")]);
        assert_eq!(answer.findings[0].message, "the minutes do not state: place");
    }
}
