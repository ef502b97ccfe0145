//! # Into how many classes is the board divided?
//!
//! Answers to 8 Del. C. § 141(d) (one to three classes, by the certificate, an initial bylaw or a bylaw that the stockholders adopted),
//! and to the section of the bylaws on the terms of directors.
//!
//! **Our reading.** One means that the board is not divided. Where only the bylaws divide it, the division has force if the section stood
//! in the initial bylaws or was adopted by a vote of the stockholders; one that the board made has none, and the board is undivided.
//! Who adopted the section is a fact of its history, which the text itself does not show.
//!
//! **What may vary.** Certificate or bylaws may divide the board, into three classes at most.
//!
//! **Not encoded.** How directors are apportioned to classes, and directors whom preferred holders elect outside them.

use quorate_law::vocabulary::classified_board::{CLASSES, DEFINITION};
use quorate_law::{Reckoning, Situation, Source};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding};

/// Who made the section of the bylaws that divides the board.
static ADOPTED_BY: Fact<&'static str> = Fact::word(
    "classification-adopted-by",
    &["initial bylaws", "stockholders", "board of directors"],
    "who adopted the section of the bylaws that divides the board: the incorporator with the initial bylaws, the stockholders or the board",
);

/// The board divided itself.
pub static BY_BOARD: FindingDefinition = FindingDefinition {
    id: "classification-by-board",
    title: "the board's own bylaw divides the board",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "board-classified",
    title: "Into how many classes is the board divided?",
    chapter: "stockholders",
    capabilities: &["D3", "S11"],
    source: include_str!("board_classified.rs"),
    facts: &[&ADOPTED_BY.spec, &MEETING_DATE.spec],
    shape: Shape::Count,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&BY_BOARD],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let provision = resolution.first().ok_or(Pause::Silent(&DEFINITION))?;
    let classes = provision.get(&CLASSES).copied().unwrap_or(1);
    let needs_history = classes > 1 && provision.citation.source == Source::Bylaws && inquiry.only_source().is_none();
    if !needs_history {
        return Ok(Value::Count(classes).into());
    }
    let adopted_by = inquiry.need(&ADOPTED_BY)?;
    let has_force = adopted_by != "board of directors";
    let message = match has_force {
        true => format!("the division stands in the bylaws by act of the {adopted_by}"),
        false => "the section that divides the board was adopted by the board, which cannot divide itself".to_owned(),
    };
    let mut found = finding(
        &BY_BOARD,
        has_force,
        message,
        &[provision],
        vec!["classification-adopted-by"],
    );
    found.help = (!has_force)
        .then(|| "put the division to the stockholders, in the certificate or in a bylaw of theirs".to_owned());
    inquiry.find(found);
    Ok(Value::Count(if has_force { classes } else { 1 }).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, ask_without_certificate, field, status};

    #[test]
    fn the_certificate_divides_the_board_or_leaves_it_whole() {
        for (set, classes) in [("novell-2001", "1"), ("altiris-2006", "3"), ("raining-data-2001", "3")] {
            assert_eq!(
                field(&ask_under(set, "board-classified", &[]), "value"),
                classes,
                "{set}"
            );
        }
        assert_eq!(
            field(
                &ask_with_bylaws("narrative \"nothing\"", "board-classified", &[]),
                "value"
            ),
            "1"
        );
        assert!(
            ask_without_certificate("raining-data-2001", "board-classified", &[])
                .value
                .is_none()
        );
    }

    #[test]
    fn a_bylaw_divides_it_unless_the_board_made_it() {
        let bylaws = "classified-board 3";
        for (adopted_by, classes, found) in [
            ("initial bylaws", "3", "met"),
            ("stockholders", "3", "met"),
            ("board of directors", "1", "unmet"),
        ] {
            let answer = ask_with_bylaws(bylaws, "board-classified", &[("classification-adopted-by", adopted_by)]);
            assert_eq!(
                (
                    field(&answer, "value").as_str(),
                    status(&answer, "classification-by-board")
                ),
                (classes, found),
                "{adopted_by}"
            );
        }
        assert_eq!(
            ask_with_bylaws(bylaws, "board-classified", &[]).needs[0].branches.len(),
            3
        );
    }
}
