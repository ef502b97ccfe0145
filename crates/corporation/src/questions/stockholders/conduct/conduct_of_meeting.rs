//! # Who makes the rules for the conduct of a stockholders' meeting, and whose prevail?
//!
//! Answers to the sections of the bylaws on the organization or conduct of meetings; the statute says nothing about it.
//!
//! **Our reading.** The value names those who may make rules, the one that prevails first: a rule of a later one holds as far
//! as it does not conflict with a rule of an earlier one. What the rules may cover is an example unless the text says that
//! it is all. Rules of parliamentary procedure bind only where the text, or those who make the rules, say so.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** Whether a rule is fair, or was applied fairly: a court asks that of the one who made it.

use quorate_law::Situation;
use quorate_law::vocabulary::conduct_rules::{COVERS, DEFINITION, MAKERS, PARLIAMENTARY_PROCEDURE, PREVAILS};

use super::order::{conclude, is_same_office, orders};
use crate::answer::Shape;
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;

/// The question.
pub static QUESTION: Question = Question {
    id: "conduct-of-meeting",
    title: "Who makes the rules for the conduct of a stockholders' meeting, and whose prevail?",
    chapter: "stockholders",
    capabilities: &["S17"],
    source: include_str!("conduct_of_meeting.rs"),
    facts: &[],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    for provision in &resolution.controlling {
        if let Some(covers) = provision.get(&COVERS) {
            inquiry.show(format!("{}: the rules may cover {covers}", provision.citation));
        }
        if let Some(is_required) = provision.get(&PARLIAMENTARY_PROCEDURE) {
            let required = if *is_required { "is" } else { "is not" };
            inquiry.show(format!(
                "{}: parliamentary procedure {required} required",
                provision.citation
            ));
        }
    }
    let orders = orders(&resolution, &MAKERS, None);
    let makers = orders
        .iter()
        .map(|order| {
            let prevails = order.provisions.iter().find_map(|provision| provision.word(&PREVAILS));
            let mut makers = order.whole();
            if let Some(prevails) = prevails {
                // One whose rules prevail may make rules, whether the text's list names it or not.
                makers.retain(|maker| !is_same_office(maker, prevails));
                makers.insert(0, prevails.to_owned());
            }
            (order, makers)
        })
        .collect();
    conclude(inquiry, makers).ok_or(Pause::Silent(&DEFINITION))
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field};

    const ID: &str = "conduct-of-meeting";

    #[test]
    fn the_boards_rules_prevail_over_the_chairs() {
        for set in ["novell-2001", "altiris-2006"] {
            let answer = ask_under(set, ID, &[]);
            assert_eq!(
                field(&answer, "value"),
                "board of directors; chair of the meeting",
                "{set}"
            );
            assert_eq!(answer.controls_word(), "bylaws");
        }
        // These bylaws have no rule of conduct.
        assert_eq!(ask_under("raining-data-2001", ID, &[]).value, None);
    }

    #[test]
    fn the_one_that_prevails_is_named_first() {
        let bylaws = "conduct-rules \"board of directors\" \"chair of the meeting\" prevails=\"chair of the meeting\"";
        assert_eq!(
            field(&ask_with_bylaws(bylaws, ID, &[]), "value"),
            "chair of the meeting; board of directors"
        );
    }
}
