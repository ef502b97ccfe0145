//! # How few votes would turn an election?
//!
//! Answers to the same sections as `election-result`, and to a question that every contest asks: what would have had to be otherwise.
//!
//! **Our reading.** Under plurality what counts is the distance between the last nominee who has a seat and the first who has none: half
//! of it, and a little more, changing from the one to the other turns the seat; half of it exactly makes a tie. Under a standard that
//! each nominee must reach it is, nominee by nominee, the least number that changes between for and against. Where `election-standard`
//! has two readings, so has the margin.
//!
//! **What may vary.** See `election-standard`.
//!
//! **Not encoded.** Changes among more than two nominees at once, and cumulated votes.

use quorate_law::vocabulary::{director_election, share_class, stock_proportions, stockholder_quorum, stockholder_vote};
use quorate_law::{Fraction, Reckoning};
use quorate_tally::plurality;

use super::election_law::{
    CONTESTED_ELECTION, Contest, NOMINEES_THEN, NOTICE_GIVEN, STOCKHOLDER_NOMINATED, Standard, WHO_DECIDES, standards,
};
use super::election_result::{NOMINEES, SEATS, ballots};
use super::figures::{
    BROKER_NON_VOTES, CLASS, CLASSES, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING, SHARES_PRESENT, VOTE,
    VOTES_ENTITLED, VOTES_PRESENT,
};
use super::vote_law::{Limb, PREFERRED, judge};
use crate::answer::{Reading, Shape, Value};
use crate::facts::Row;
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::MEETING_DATE;
use crate::threshold::{self, Turn, Units};

/// The question.
pub static QUESTION: Question = Question {
    id: "election-margin",
    title: "How few votes would turn an election?",
    chapter: "stockholders",
    capabilities: &["S11", "S12"],
    source: include_str!("election_margin.rs"),
    facts: &[
        &SEATS.spec,
        &NOMINEES.spec,
        &BROKER_NON_VOTES.spec,
        &CONTESTED_ELECTION.spec,
        &NOMINEES_THEN.spec,
        &STOCKHOLDER_NOMINATED.spec,
        &NOTICE_GIVEN.spec,
        &SHARES_PRESENT.spec,
        &VOTES_PRESENT.spec,
        &SHARES_ENTITLED.spec,
        &VOTES_ENTITLED.spec,
        &SHARES_OUTSTANDING.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
        &VOTE.spec,
        &CLASS.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[
        &director_election::DEFINITION,
        &stockholder_vote::DEFINITION,
        &stockholder_quorum::DEFINITION,
        &share_class::DEFINITION,
        &stock_proportions::DEFINITION,
    ],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let seats = usize::try_from(inquiry.need(&SEATS)?)
        .map_err(|_| Pause::Impossible("there are more seats than can be counted".to_owned()))?;
    let nominees = inquiry.need(&NOMINEES)?;
    let contest = Contest {
        nominees: nominees.len(),
        seats,
    };
    let mut readings: Vec<Reading> = Vec::new();
    for standard in standards(inquiry, Some(contest))? {
        let items = match &standard.standard {
            Standard::Plurality(_) => under_plurality(&nominees, seats)?,
            Standard::Limbs(limbs) => under_limbs(inquiry, limbs, &nominees)?,
        };
        readings.push(Reading {
            text: standard.standard.words(),
            value: Value::Items(items),
            because: standard.because,
            is_preferred: readings.is_empty(),
            who_decides: WHO_DECIDES.to_owned(),
        });
    }
    if readings.iter().all(|reading| reading.value == readings[0].value) {
        return Ok(readings.remove(0).value.into());
    }
    Ok(Conclusion::Readings(readings))
}

/// The last who has a seat against the first who has none.
fn under_plurality(nominees: &[Row], seats: usize) -> Result<Vec<String>, Pause> {
    let votes: Vec<Quantity> = nominees.iter().map(|row| row.column("for")).collect();
    let units = Units::of(&votes)?;
    let counted = votes.iter().map(|votes| units.votes(votes)).collect::<Result<Vec<_>, _>>()?;
    let ranked = plurality(&counted, seats);
    if !ranked.tied.is_empty() {
        let names: Vec<_> = ranked.tied.iter().map(|place| nominees[*place].name.as_str()).collect();
        return Ok(vec![format!("{} are tied: one vote more elects", names.join(", "))]);
    }
    let (Some(last), Some(first)) = (ranked.elected.last(), ranked.defeated.first()) else {
        return Ok(vec!["every nominee has a seat, or none: no change between two of them turns one".to_owned()]);
    };
    let (last, first) = (&nominees[*last], &nominees[*first]);
    let distance = last.column("for").minus(&first.column("for")).unwrap_or_else(Quantity::zero);
    let turns = threshold::needed(Fraction::MAJORITY, &distance)?;
    Ok(vec![format!(
        "{last} leads {first} by {distance}; turned by {turns} from {last} to {first}",
        last = last.name,
        first = first.name
    )])
}

/// Nominee by nominee, what turns each.
fn under_limbs(inquiry: &mut Inquiry<'_>, limbs: &[Limb<'_>], nominees: &[Row]) -> Result<Vec<String>, Pause> {
    let mut items = Vec::new();
    for row in nominees {
        let ballots = ballots(inquiry, row, limbs);
        let outcome = judge(inquiry, limbs, &ballots, PREFERRED)?;
        let word = if outcome.is_carried { "reaches it" } else { "falls short" };
        let turn = outcome.turn.as_ref().map_or_else(|| "no change of sides".to_owned(), Turn::to_string);
        items.push(format!("{} {word}; turned by {turn}", row.name));
    }
    Ok(items)
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field};

    #[test]
    fn half_the_distance_and_one_more_turns_a_seat() {
        for (last, first, turns) in [("70", "60", "6"), ("71", "60", "6"), ("61", "60", "1"), ("62", "60", "2")] {
            let nominees = format!("A for=99; B for={last}; C for={first}");
            let answer = ask_under("raining-data-2001", "election-margin", &[("seats", "2"), ("nominees", &nominees)]);
            let expected = format!("turned by {turns} from B to C");
            assert!(field(&answer, "value").ends_with(&expected), "{last} {first}: {}", field(&answer, "value"));
        }
    }

    #[test]
    fn under_a_standard_each_nominee_has_a_margin() {
        let bylaws = "director-election \"majority of votes cast\"";
        let told = [("seats", "2"), ("nominees", "A for=60 against=40; B for=45 against=50")];
        assert_eq!(
            field(&ask_with_bylaws(bylaws, "election-margin", &told), "value"),
            "A reaches it; turned by 10 from for to against; B falls short; turned by 3 from against to for"
        );
    }
}
