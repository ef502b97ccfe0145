//! # May the board adopt, amend or repeal bylaws?
//!
//! Answers to 8 Del. C. § 109(a) (once stock is paid for the power is the stockholders'; the certificate may give it to the directors
//! too) and § 216 (from 1 August 2006 the board may not amend or repeal a bylaw that the stockholders adopted and that states the votes
//! needed to elect directors), and to the section of the bylaws on amendments.
//!
//! **Our reading.** The power is the certificate's to give: a bylaw that gives it has force only with the certificate's grant, and a
//! bylaw that denies it does not take back what the certificate gave. The stockholders keep their power all the same. The bar on
//! changing the stockholders' bylaw on elections counts by the day of the board's change, not of the bylaw.
//!
//! **What may vary.** The certificate may give the power, in whole or in part.
//!
//! **Not encoded.** What else the bylaws keep from the board. By what vote the board acts.

use quorate_calendar::Day;
use quorate_law::vocabulary::bylaw_power::{BOARD, DEFINITION};
use quorate_law::vocabulary::election_bylaw;
use quorate_law::{Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding};

/// What the bylaw is on.
static BYLAW_ON: Fact<&'static str> = Fact::word(
    "bylaw-on",
    &["votes that elect directors", "another matter"],
    "what the bylaw that the board would change is on",
)
.otherwise("another matter");
/// Whose bylaw it is.
static ADOPTED_BY: Fact<&'static str> = Fact::word(
    "bylaw-adopted-by",
    &["stockholders", "board of directors"],
    "who adopted the bylaw that the board would change",
);
/// When the board changes it.
static CHANGED_ON: Fact<Day> = Fact::new("changed-on", "the day on which the board changes the bylaw");

/// The bylaw is the stockholders' own.
pub static PROTECTED: FindingDefinition = FindingDefinition {
    id: "election-bylaw-of-stockholders",
    title: "the board changed the stockholders' bylaw on the vote that elects directors",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "board-bylaw-power",
    title: "May the board adopt, amend or repeal bylaws?",
    chapter: "stockholders",
    capabilities: &["G3"],
    source: include_str!("board_bylaw_power.rs"),
    facts: &[
        &BYLAW_ON.spec,
        &ADOPTED_BY.spec,
        &CHANGED_ON.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Conduct, "changed-on"), (Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION, &election_bylaw::DEFINITION],
    findings: &[&PROTECTED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    // The certificate's own provision comes first where it speaks.
    let has_power = resolution.first().is_some_and(|provision| provision.says(&BOARD));
    let is_kept_from_it = has_power && inquiry.need(&BYLAW_ON)? != "another matter" && is_protected(inquiry)?;
    Ok(Value::YesNo(has_power && !is_kept_from_it).into())
}

/// Whether a bylaw on the votes that elect directors is one that the board may not change.
fn is_protected(inquiry: &mut Inquiry<'_>) -> Result<bool, Pause> {
    let resolution = inquiry.consult(&election_bylaw::DEFINITION, &Situation::general())?;
    let Some(rule) = resolution.first() else { return Ok(false) };
    let by = inquiry.need(&ADOPTED_BY)?;
    let is_open = by != "stockholders" || rule.says(&election_bylaw::BOARD);
    let message = format!("the bylaw states the votes that elect directors and was adopted by the {by}");
    let mut found = finding(&PROTECTED, is_open, message, &[rule], vec!["bylaw-on", "bylaw-adopted-by"]);
    found.help = (!is_open).then(|| "put the change to the stockholders".to_owned());
    inquiry.find(found);
    Ok(!is_open)
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
    fn the_stockholders_bylaw_on_elections_is_theirs_from_august_2006() {
        for (day, by, on, may) in [
            ("2006-07-31", "stockholders", "votes that elect directors", "yes"),
            ("2006-08-01", "stockholders", "votes that elect directors", "no"),
            ("2006-08-01", "board of directors", "votes that elect directors", "yes"),
            ("2006-08-01", "stockholders", "another matter", "yes"),
        ] {
            let told = [("changed-on", day), ("bylaw-adopted-by", by), ("bylaw-on", on)];
            assert_eq!(field(&ask_under("novell-2001", "board-bylaw-power", &told), "value"), may, "{day} {by} {on}");
        }
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
