//! # May the board adopt, amend or repeal bylaws?
//!
//! Answers to 8 Del. C. § 109(a) (once stock is paid for the power is the stockholders'; the certificate may give it to the directors
//! too), and to the section of the bylaws on amendments.
//!
//! **Our reading.** The power is the certificate's to give: a bylaw that gives it has force only with the certificate's grant, and a
//! bylaw that denies it does not take back what the certificate gave. The stockholders keep their power all the same.
//!
//! **What may vary.** The certificate may give the power, in whole or in part.
//!
//! **Not encoded.** What the board may not touch even so: a bylaw of the stockholders on the vote that elects directors (§ 216, from
//! 1 August 2006), and what the bylaws keep from it. By what vote the board acts.

use quorate_law::vocabulary::bylaw_power::{BOARD, DEFINITION};
use quorate_law::{Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::MEETING_DATE;

/// The question.
pub static QUESTION: Question = Question {
    id: "board-bylaw-power",
    title: "May the board adopt, amend or repeal bylaws?",
    chapter: "stockholders",
    capabilities: &["G3"],
    source: include_str!("board_bylaw_power.rs"),
    facts: &[&MEETING_DATE.spec],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    // The certificate's own provision comes first where it speaks.
    let has_power = resolution.first().is_some_and(|provision| provision.says(&BOARD));
    Ok(Value::YesNo(has_power).into())
}

#[cfg(test)]
mod tests {
    use crate::answer::{Said, Value};
    use crate::testing::{ask_under, ask_with_bylaws, ask_without_certificate, branch, field};

    #[test]
    fn a_bylaw_has_no_force_without_the_certificate_s_grant() {
        let answer = ask_with_bylaws("bylaw-power #true", "board-bylaw-power", &[]);
        assert_eq!(
            (field(&answer, "value"), answer.controls_word()),
            ("no".into(), "statute".into())
        );
        assert_eq!(answer.displaced.len(), 1);
        let bylaws = answer.by.iter().find(|by| by.source == "bylaws").unwrap();
        assert!(matches!(bylaws.says, Said::Value(Value::YesNo(true))));
    }

    #[test]
    fn with_the_grant_the_board_has_it() {
        for set in ["novell-2001", "altiris-2006", "raining-data-2001"] {
            assert_eq!(
                field(&ask_under(set, "board-bylaw-power", &[]), "value"),
                "yes",
                "{set}"
            );
            let unknown = ask_without_certificate(set, "board-bylaw-power", &[]);
            assert_eq!(
                (unknown.value.clone(), branch(&unknown, "silent")),
                (None, Some(Value::YesNo(false))),
                "{set}"
            );
        }
    }
}
