//! # Who presides at a meeting?
//!
//! Answers to the sections of the bylaws on the organization of meetings and on the duties of the chairman and the chief
//! executive officer; the statute says nothing about it.
//!
//! **Our reading.** The offices preside in the order of the text: each only when none before it is there. Where two
//! sections of one text name orders, they are read together if exactly one order respects both; if not, each is a reading.
//! When none of the offices named is there, those follow who by the text stand in for one of them, for presiding is among the
//! duties of the office; then the text's last resort; where it has none, it does not say who presides. An office that nobody
//! holds is passed over. One who is there and cannot or will not preside is passed over where the text speaks of disability or
//! refusal; where it speaks of absence alone there are two readings, and we prefer that the next presides, for a meeting must have
//! somebody. While it is not known who is there the value is the order of the text, and those who stand in are shown with it.
//!
//! **What may vary.** Everything: certificate or bylaws say who presides.
//!
//! **Not encoded.** That those present may choose a chair where no text helps is custom, not text.
//!
//! **Open question.** Whether one who stands in for a chief executive officer presides where another section has the chairman
//! preside; we let the order of the sections on presiding go first.

use quorate_law::Situation;
use quorate_law::vocabulary::presides::{DEFINITION, ELSE, ELSE_BY, ORDER, PASSES_OVER};
use quorate_law::vocabulary::stand_in;

use super::facts::{APPOINTED_BY, DECLINED, FIRST_IN_RANK, PRESENT, UNABLE, VACANT};
use super::order::{Resort, orders};
use super::part::{Part, ask_part};
use crate::answer::Shape;
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::BODY;

/// Another than the text's person presided.
pub static WRONG_PERSON: FindingDefinition = FindingDefinition {
    id: "wrong-person-presided",
    title: "another than the text's person presided",
    rank: Rank::Authority,
};

/// Who presided.
pub static PRESIDED: Fact<String> = Fact::new("presided", "the office of the person who presided");

const PRESIDING: Part = Part {
    wrong: &WRONG_PERSON,
    did: "presided",
    verb: "preside",
    who: "who presides",
    fact: "presided",
    passes_over: |provision| provision.word(&PASSES_OVER),
};

/// The question.
pub static QUESTION: Question = Question {
    id: "presiding-person",
    title: "Who presides at a meeting?",
    chapter: "stockholders",
    capabilities: &["S17"],
    source: include_str!("presiding_person.rs"),
    facts: &[&BODY.spec, &PRESENT.spec, &VACANT.spec, &UNABLE.spec, &DECLINED.spec, &PRESIDED.spec, &FIRST_IN_RANK.spec, &APPOINTED_BY.spec],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION, &stand_in::DEFINITION],
    findings: &[&WRONG_PERSON],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("body", body))?;
    let resort = Resort {
        words: &ELSE,
        appointed_by: &ELSE_BY,
    };
    let orders = orders(&resolution, &ORDER, Some(&resort));
    let presided = inquiry.known(&PRESIDED);
    ask_part(inquiry, &PRESIDING, &orders, presided.as_deref())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "presiding-person";

    #[test]
    fn each_office_presides_only_when_none_before_it_is_there() {
        for (present, presides) in [
            ("president, chairman of the board", "chairman of the board"),
            ("president, vice chairman of the board", "vice chairman of the board"),
            ("vice president, President", "president"),
            ("vice president, senior vice president", "senior vice president"),
            ("vice president, secretary", "vice president"),
        ] {
            let answer = ask_under("novell-2001", ID, &[("present", present)]);
            assert_eq!(field(&answer, "value"), presides, "{present}");
        }
    }

    #[test]
    fn two_sections_that_agree_are_one_order() {
        // Sections 2.06 and 5.04: the second repeats the beginning of the first.
        let answer = ask_under("novell-2001", ID, &[]);
        let order = "chairman of the board; vice chairman of the board; president; executive vice president; senior vice president; vice president";
        assert_eq!(field(&answer, "value"), order);
        assert!(answer.readings.is_empty());
    }

    #[test]
    fn the_chief_executive_officer_presides_when_the_chairman_is_not_there() {
        let answer = ask_under("raining-data-2001", ID, &[]);
        assert_eq!(
            field(&answer, "value"),
            "chairman of the board; chief executive officer"
        );
        // The other set names one office for stockholders and two for the board.
        let answer = ask_under("altiris-2006", ID, &[]);
        assert_eq!(field(&answer, "value"), "chief executive officer");
        let answer = ask_under("altiris-2006", ID, &[("body", "board")]);
        assert_eq!(
            field(&answer, "value"),
            "chairman of the board; chief executive officer"
        );
    }

    #[test]
    fn sections_that_cannot_both_be_followed_are_readings() {
        let bylaws = "clause \"(a)\" { presides \"chairman\" \"president\"; }\nclause \"(b)\" { presides \"president\" \"chairman\"; }";
        let answer = ask_with_bylaws(bylaws, ID, &[("present", "chairman, president")]);
        assert_eq!(answer.value, None);
        assert_eq!(answer.readings.len(), 2);
        assert!(answer.readings[0].is_preferred && !answer.readings[1].is_preferred);
        // Only one of them is there: the two sections agree.
        let answer = ask_with_bylaws(bylaws, ID, &[("present", "president")]);
        assert_eq!(field(&answer, "value"), "president");
        let told = [("present", "chairman, president"), ("presided", "president")];
        assert_eq!(
            status(&ask_with_bylaws(bylaws, ID, &told), "wrong-person-presided"),
            "depends on the reading"
        );
    }

    #[test]
    fn when_none_is_there_the_last_resort_or_nothing() {
        let answer = ask_under(
            "raining-data-2001",
            ID,
            &[("present", "secretary"), ("presided", "secretary")],
        );
        assert_eq!(answer.value, None);
        assert!(answer.remark.unwrap().contains("does not say who presides"));
        let bylaws = "presides \"chairman\" else=\"one whom the board appoints\"";
        let answer = ask_with_bylaws(bylaws, ID, &[("present", "president"), ("presided", "president")]);
        assert_eq!(field(&answer, "value"), "one whom the board appoints");
        assert_eq!(status(&answer, "wrong-person-presided"), "needs judgment");
    }

    #[test]
    fn who_presided_is_held_against_who_was_there() {
        for (present, presided, expected) in [
            (Some("chairman of the board, president"), "chairman of the board", "met"),
            (Some("chairman of the board, president"), "president", "unmet"),
            (Some("president, vice president"), "president", "met"),
            (Some("president, vice president"), "secretary", "unmet"),
            (Some("secretary"), "secretary", "needs judgment"),
            (None, "chairman of the board", "met"),
            (None, "president", "unknown"),
        ] {
            let mut told = vec![("presided", presided)];
            told.extend(present.map(|present| ("present", present)));
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(status(&answer, "wrong-person-presided"), expected, "{told:?}");
        }
    }

    #[test]
    fn silent_bylaws_leave_it_open() {
        let answer = ask_with_bylaws("narrative \"nothing\"", ID, &[]);
        assert_eq!(answer.value, None);
        assert!(answer.remark.unwrap().starts_with("no source says anything"));
    }

    #[test]
    fn who_stands_in_presides_when_nobody_of_the_order_serves() {
        for (set, present, vacant, presides) in [
            ("raining-data-2001", "president", "none", Some("president")),
            ("raining-data-2001", "vice president", "president", Some("vice president")),
            ("raining-data-2001", "vice president, chief executive officer", "none", Some("chief executive officer")),
            // At Altiris the president does so only where there is no chairman of the board.
            ("altiris-2006", "president", "none", None),
            ("altiris-2006", "president", "chairman of the board", Some("president")),
            ("altiris-2006", "vice president", "chairman of the board", Some("vice president")),
            ("altiris-2006", "chairman of the board", "none", None),
            ("altiris-2006", "chairman of the board", "chief executive officer", Some("chairman of the board")),
        ] {
            let answer = ask_under(set, ID, &[("present", present), ("vacant", vacant)]);
            let value = answer.value.as_ref().map(|value| crate::testing::field_of(value, "value"));
            assert_eq!(value.as_deref(), presides, "{set}: {present}; vacant {vacant}");
        }
    }

    #[test]
    fn the_first_of_several_vice_presidents_stands_in() {
        for (first, expected) in [(Some("yes"), "met"), (Some("no"), "unmet"), (None, "unknown")] {
            let mut told = vec![("present", "vice president"), ("presided", "vice president")];
            told.extend(first.map(|word| ("first-in-rank", word)));
            let answer = ask_under("raining-data-2001", ID, &told);
            assert_eq!(status(&answer, "wrong-person-presided"), expected, "{first:?}");
        }
    }

    #[test]
    fn one_who_is_there_and_does_not_act_is_a_doubt_unless_the_text_names_it() {
        let bylaws = |words: &str| format!("presides \"chairman\" \"president\" {words}");
        for (words, fact, readings) in [
            ("", "unable", 2),
            ("", "declined", 2),
            ("passes-over=\"absence or disability\"", "unable", 0),
            ("passes-over=\"absence or disability\"", "declined", 2),
            ("passes-over=\"absence, disability or refusal\"", "declined", 0),
        ] {
            let told = [("present", "chairman, president"), (fact, "chairman"), ("presided", "president")];
            let answer = ask_with_bylaws(&bylaws(words), ID, &told);
            assert_eq!(answer.readings.len(), readings, "{words} {fact}");
            let expected = if readings == 0 { "met" } else { "depends on the reading" };
            assert_eq!(status(&answer, "wrong-person-presided"), expected, "{words} {fact}");
        }
    }
}
