//! # Who acts as secretary of a meeting?
//!
//! Answers to the sections of the bylaws on the organization of meetings and the duties of the secretary. The statute asks
//! only that some officer have the duty to record meetings (8 Del. C. § 142(a)) and names no office.
//!
//! **Our reading.** As for the one who presides: the offices in the order of the text, then the last resort it names, such as
//! a person appointed by the chair of the meeting.
//!
//! **What may vary.** Everything: certificate or bylaws say who records.
//!
//! **Not encoded.** Who of several assistant secretaries goes first, where the text does not rank them.

use quorate_law::Situation;
use quorate_law::vocabulary::meeting_secretary::{DEFINITION, ELSE, ORDER};

use super::facts::PRESENT;
use super::order::{conclude, orders};
use crate::answer::Shape;
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::BODY;

/// The question.
pub static QUESTION: Question = Question {
    id: "meeting-secretary",
    title: "Who acts as secretary of a meeting?",
    chapter: "stockholders",
    capabilities: &["S17"],
    source: include_str!("meeting_secretary.rs"),
    facts: &[&BODY.spec, &PRESENT.spec],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("body", body))?;
    let orders = orders(&resolution, &ORDER, Some(&ELSE));
    let Some(present) = inquiry.known(&PRESENT) else {
        let whole = orders.iter().map(|order| (order, order.whole())).collect();
        return conclude(inquiry, whole).ok_or(Pause::Silent(&DEFINITION));
    };
    let candidates = orders.iter().filter_map(|order| {
        let first = order
            .first_present(&present)
            .map(str::to_owned)
            .or_else(|| order.otherwise.clone());
        first.map(|first| (order, vec![first]))
    });
    let candidates = candidates.collect();
    conclude(inquiry, candidates).ok_or_else(|| {
        let offices: Vec<_> = orders.iter().flat_map(|order| &order.offices).cloned().collect();
        Pause::Impossible(format!(
            "none of these is present: {}; the text does not say who records then",
            offices.join(", ")
        ))
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field};

    const ID: &str = "meeting-secretary";

    #[test]
    fn the_order_and_the_last_resort() {
        let answer = ask_under("novell-2001", ID, &[]);
        assert_eq!(
            field(&answer, "value"),
            "secretary; assistant secretary; appointed by the chair of the meeting"
        );
        for (present, acts) in [
            ("assistant secretary, secretary", "secretary"),
            ("president, assistant secretary", "assistant secretary"),
            ("president", "appointed by the chair of the meeting"),
        ] {
            let answer = ask_under("novell-2001", ID, &[("present", present)]);
            assert_eq!(field(&answer, "value"), acts, "{present}");
        }
    }

    #[test]
    fn a_text_without_rule_is_silent() {
        // These bylaws have no rule on who is secretary of a stockholders' meeting.
        let answer = ask_under("altiris-2006", ID, &[]);
        assert_eq!(answer.value, None);
        let answer = ask_with_bylaws("meeting-secretary \"secretary\"", ID, &[("present", "treasurer")]);
        assert!(answer.remark.unwrap().contains("does not say who records"));
    }
}
