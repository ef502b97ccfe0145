//! # Which record date decides who may consent when the board has fixed none?
//!
//! Answers to 8 Del. C. § 213(b) (the first day on which a signed consent is delivered; where the law asks for prior action of
//! the board, close of business on the day it takes that action), and to the sections of the bylaws on consents and record
//! dates.
//!
//! **Our reading.** The statute fixes the point: no clause of § 213(b) lets bylaws say otherwise. A bylaw that counts from the
//! day on which the first consent is *expressed* is displaced, and shown beside it. A bylaw that gives a date and no hour where
//! the statute says close of business has the same day. Which limb applies turns on whether the act at hand needs the board
//! first, as a merger or an amendment of the certificate does; the answer shows both where that is not known.
//!
//! **What may vary.** Nothing, on our reading.
//!
//! **Not encoded.** Whether an act needs prior action of the board. Whether the first delivery was of a consent that is good.
//!
//! **Open question.** Whether § 213(b) leaves bylaws any room; it has no words that give it.

use quorate_calendar::Day;
use quorate_law::vocabulary::consent_record_date_default::{DEFINITION, IF_BOARD_ACTION, POINT};
use quorate_law::{Reckoning, Situation};

use super::facts::FIRST_DELIVERY;
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;

/// Whether the board must act first.
pub static BOARD_ACTION_NEEDED: Fact<bool> =
    Fact::new("board-action-needed", "whether the law asks for prior action of the board on what is consented to");
/// When it acted.
pub static BOARD_ACTION: Fact<Day> =
    Fact::new("board-action", "the day on which the board adopted the resolution taking that prior action");
/// When the first consent was expressed.
pub static FIRST_EXPRESSION: Fact<Day> = Fact::new("first-expression", "the day on which the first consent was expressed");

/// The question.
pub static QUESTION: Question = Question {
    id: "consent-record-date-default",
    title: "Which record date decides who may consent when the board has fixed none?",
    chapter: "stockholders",
    capabilities: &["S20", "S6"],
    source: include_str!("consent_record_date_default.rs"),
    facts: &[&BOARD_ACTION_NEEDED.spec, &FIRST_DELIVERY.spec, &FIRST_EXPRESSION.spec, &BOARD_ACTION.spec],
    shape: Shape::Day,
    reckoning: &[(Reckoning::Conduct, "first-delivery"), (Reckoning::Resolution, "board-action")],
    provisions: &[&DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let field = if inquiry.need(&BOARD_ACTION_NEEDED)? { &IF_BOARD_ACTION } else { &POINT };
    let mut readings: Vec<Reading> = Vec::new();
    for provision in &resolution.controlling {
        let Some(phrase) = provision.get(field) else { continue };
        for day in inquiry.point(phrase)?.iter() {
            inquiry.show(format!("{}: {phrase}: {day}", provision.citation));
            let value = match phrase.hour_on(*day, inquiry.practice().close_of_business) {
                Some(moment) => Value::Moment(moment),
                None => Value::Day(*day),
            };
            if readings.iter().any(|reading| reading.value == value) {
                continue;
            }
            readings.push(Reading {
                text: phrase.to_string(),
                value,
                because: format!("{} says so", provision.citation),
                is_preferred: readings.is_empty(),
                who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
            });
        }
    }
    match readings.as_slice() {
        [only] => Ok(only.value.clone().into()),
        [] => Err(Pause::Silent(&DEFINITION)),
        _ => Ok(Conclusion::Readings(readings)),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, branch, field};

    #[test]
    fn the_first_delivery_or_the_day_of_the_board() {
        let told = [
            ("first-delivery", "2003-03-03"),
            ("first-expression", "2003-02-20"),
            ("board-action", "2003-02-10"),
        ];
        for set in ["altiris-2006", "novell-2001", "raining-data-2001"] {
            let answer = ask_under(set, "consent-record-date-default", &told);
            assert_eq!(answer.value, None);
            assert!(branch(&answer, "no").is_some_and(|value| value.fields()[0].1 == "2003-03-03"), "{set}");
            assert!(branch(&answer, "yes").is_some_and(|value| value.fields()[0].1 == "2003-02-10"), "{set}");
        }
        let without = [told[0], told[1], ("board-action-needed", "no")];
        let answer = ask_under("novell-2001", "consent-record-date-default", &without);
        assert_eq!(field(&answer, "value"), "2003-03-03");
        assert!(answer.displaced.iter().any(|note| note.authority.place.contains("6.06")));
    }
}
