//! # By what vote is a director elected?
//!
//! Answers to 8 Del. C. § 216(3) (a plurality of the votes of the shares present and entitled to vote on the election, unless
//! certificate or bylaws say otherwise), and to the sections of the bylaws on voting and on directors.
//!
//! **Our reading.** A text of the corporation that speaks of the election of directors controls. Where certificate and bylaws state only
//! a vote on matters at large, without an exception for elections, there are two readings: the statute's plurality, which we prefer
//! because that section sets the votes for directors apart from those on all other matters; and the vote at large, because it is
//! said of every vote. A text may set another standard for contested elections, and say what makes one: more nominees than seats, or a
//! stockholder's nomination, as of a day that it names. A contest that ends after that day leaves the standard as it was; where the
//! nominees of that day are not told, those at the election are taken, and the answer is only probable.
//!
//! **What may vary.** Certificate or bylaws may set any standard; from 1 August 2006 the board may not change one that the
//! stockholders adopted as a bylaw.
//!
//! **Not encoded.** What becomes of an incumbent who fails: see `failed-election`. Directors whom a class elects: tell the class.
//!
//! **Open question** for counsel: whether a bylaw on "any question" or on "the act of the stockholders" reaches elections.

use quorate_law::Reckoning;
use quorate_law::vocabulary::{director_election, stockholder_vote};

use super::election_law::{
    CONTESTED_ELECTION, Contest, NOMINEES_THEN, NOTICE_GIVEN, STOCKHOLDER_NOMINATED, WHO_DECIDES, standards,
};
use super::election_result::SEATS;
use super::figures::{CLASS, VOTE};
use crate::answer::{Reading, Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::MEETING_DATE;

/// The question.
pub static QUESTION: Question = Question {
    id: "election-standard",
    title: "By what vote is a director elected?",
    chapter: "stockholders",
    capabilities: &["S11"],
    source: include_str!("election_standard.rs"),
    facts: &[
        &CONTESTED_ELECTION.spec,
        &NOMINEES_THEN.spec,
        &SEATS.spec,
        &STOCKHOLDER_NOMINATED.spec,
        &NOTICE_GIVEN.spec,
        &MEETING_DATE.spec,
        &VOTE.spec,
        &CLASS.spec,
    ],
    shape: Shape::Text,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&director_election::DEFINITION, &stockholder_vote::DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let contest = match (inquiry.known(&NOMINEES_THEN), inquiry.known(&SEATS)) {
        (Some(nominees), Some(seats)) => Some(Contest {
            nominees: usize::try_from(nominees).unwrap_or(usize::MAX),
            seats: usize::try_from(seats).unwrap_or(usize::MAX),
        }),
        _ => None,
    };
    let mut readings = Vec::new();
    for reading in standards(inquiry, contest)? {
        readings.push(Reading {
            text: reading.standard.words(),
            value: Value::Text(reading.standard.words()),
            because: reading.because,
            is_preferred: readings.is_empty(),
            who_decides: WHO_DECIDES.to_owned(),
        });
    }
    if readings.len() == 1 {
        Ok(readings.remove(0).value.into())
    } else {
        Ok(Conclusion::Readings(readings))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, field_of};

    #[test]
    fn a_text_on_elections_controls() {
        let answer = ask_under("raining-data-2001", "election-standard", &[]);
        assert_eq!(
            (field(&answer, "value"), answer.controls_word()),
            ("plurality".into(), "bylaws".into())
        );
        let majority = ask_with_bylaws("director-election \"majority of votes cast\"", "election-standard", &[]);
        assert_eq!(field(&majority, "value"), "majority of votes cast");
    }

    #[test]
    fn a_vote_at_large_without_a_carve_out_gives_two_readings() {
        for (set, other) in [
            ("novell-2001", "majority of voting power present"),
            (
                "altiris-2006",
                "majority of shares represented and voting; and majority of required quorum",
            ),
        ] {
            let answer = ask_under(set, "election-standard", &[]);
            let readings: Vec<_> = answer
                .readings
                .iter()
                .map(|reading| (reading.is_preferred, field_of(&reading.value, "value")))
                .collect();
            assert_eq!(
                (answer.value, readings),
                (None, vec![(true, "plurality".into()), (false, other.into())]),
                "{set}"
            );
        }
    }

    #[test]
    fn silent_bylaws_leave_plurality() {
        let answer = ask_with_bylaws("narrative \"nothing\"", "election-standard", &[]);
        assert_eq!(
            (field(&answer, "value"), answer.controls_word()),
            ("plurality".into(), "statute".into())
        );
    }

    #[test]
    fn a_contested_election_may_have_its_own_standard() {
        let bylaws = "director-election \"majority of votes cast\" contested=\"plurality\"";
        for (contested, standard) in [("yes", "plurality"), ("no", "majority of votes cast")] {
            assert_eq!(
                field(
                    &ask_with_bylaws(bylaws, "election-standard", &[("contested", contested)]),
                    "value"
                ),
                standard
            );
        }
        assert_eq!(
            ask_with_bylaws(bylaws, "election-standard", &[]).needs[0]
                .branches
                .len(),
            2
        );
    }
}
