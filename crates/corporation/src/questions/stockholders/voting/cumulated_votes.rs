//! # How many votes may a holder cumulate, and how many directors can they elect?
//!
//! Answers to 8 Del. C. § 214 (where the certificate grants it, a holder has votes times the directors to be elected, and may give them
//! all to one or spread them).
//!
//! **Our reading.** A holder who spreads votes evenly over n nominees is sure of n seats with more than n/(D + 1) of the votes that are
//! cast, where D seats are filled: even if all others give theirs to one more nominee, that nominee has fewer. The number needed is the
//! least above that part, as for a majority. The whole of the votes is that of those who vote, so that a holder who knows only what is
//! outstanding takes that, and is sure in any case. A holder can be elected with fewer if others spread theirs badly.
//!
//! **What may vary.** Only the certificate may grant it; it may ask that the holder say so before the voting.
//!
//! **Not encoded.** How others will vote, and agreements among them.

use quorate_law::vocabulary::cumulative_voting::{ALLOWED, ANNOUNCED, DEFINITION};
use quorate_law::{Fraction, Provision, Reckoning, Side, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, counted, finding};
use crate::threshold;

/// Seats to be filled.
static SEATS: Fact<u64> = Fact::new("seats", "how many directors are to be elected");
/// The holder's votes on one seat.
static VOTES_HELD: Fact<Quantity> = Fact::new("votes-held", "the votes that the holder has on one director");
/// The votes of all who vote.
static VOTES_VOTING: Fact<Quantity> = Fact::new(
    "votes-voting",
    "the votes on one director of all who vote, the holder among them",
);
/// What the holder cast.
static VOTES_CAST: Fact<Quantity> = Fact::new("cumulated-votes", "the votes that the holder cast on all nominees together");
/// Whether the holder said so.
static SAID_BEFORE: Fact<bool> = Fact::new(
    "cumulation-announced",
    "whether it was said before the voting that votes would be cumulated",
);

/// More votes were cast than there are.
pub static TOO_MANY: FindingDefinition = FindingDefinition {
    id: "cumulated-votes-too-many",
    title: "more votes were cumulated than the holder has",
    rank: Rank::Limits,
};

/// It was not said before.
pub static NOT_ANNOUNCED: FindingDefinition = FindingDefinition {
    id: "cumulation-not-announced",
    title: "votes were cumulated without saying so before the voting",
    rank: Rank::Form,
};

/// More seats than any board has are not worked out one by one.
const SEATS_MAX: u64 = 1_000;

/// The question.
pub static QUESTION: Question = Question {
    id: "cumulated-votes",
    title: "How many votes may a holder cumulate, and how many directors can they elect?",
    chapter: "stockholders",
    capabilities: &["S11"],
    source: include_str!("cumulated_votes.rs"),
    facts: &[
        &SEATS.spec,
        &VOTES_HELD.spec,
        &VOTES_VOTING.spec,
        &VOTES_CAST.spec,
        &SAID_BEFORE.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&TOO_MANY, &NOT_ANNOUNCED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let grant = resolution.controlling.iter().copied().find(|provision| provision.says(&ALLOWED));
    let Some(grant) = grant else {
        return Err(Pause::NotApplicable(
            "votes may not be cumulated: the certificate does not grant it".to_owned(),
        ));
    };
    let seats = inquiry.need(&SEATS)?;
    if seats == 0 || seats > SEATS_MAX {
        return Err(Pause::Impossible(format!("{seats} seats cannot be filled: say how many, at most {SEATS_MAX}")));
    }
    let held = inquiry.need(&VOTES_HELD)?;
    let cumulated = held.times(seats);
    inquiry.show(format!(
        "{} × {} = {cumulated} to cumulate",
        counted(&held, "vote"),
        counted(seats, "seat")
    ));
    judge_grant(inquiry, grant, &cumulated);
    let mut fields = vec![("votes".to_owned(), cumulated.to_string())];
    if let Some(voting) = inquiry.known(&VOTES_VOTING) {
        if held > voting {
            return Err(Pause::Impossible(format!(
                "the holder has {} of {voting} that vote: correct the one or the other",
                counted(&held, "vote")
            )));
        }
        let (mut elects, mut needed) = (0, Vec::new());
        for directors in 1..=seats {
            let least = needed_for(directors, seats, &voting)?;
            if held >= least {
                elects = directors;
            }
            needed.push(format!("{directors}: {least}"));
        }
        inquiry.show(format!("more than n/{} of {} elect n directors", seats + 1, counted(&voting, "vote")));
        fields.push(("elects".to_owned(), elects.to_string()));
        fields.push(("needed".to_owned(), needed.join("; ")));
    }
    Ok(Value::Tally(fields).into())
}

/// The least number of votes, on one director, that surely elects so many.
fn needed_for(directors: u64, seats: u64, voting: &Quantity) -> Result<Quantity, Pause> {
    let part = Fraction {
        numerator: directors,
        denominator: seats + 1,
        side: Side::MoreThan,
    };
    threshold::needed(part, voting)
}

fn judge_grant(inquiry: &mut Inquiry<'_>, grant: &Provision, cumulated: &Quantity) {
    if let Some(cast) = inquiry.known(&VOTES_CAST) {
        let is_met = cast <= *cumulated;
        let verb = if cast.to_string() == "1" { "was" } else { "were" };
        let cast_votes = counted(&cast, "vote");
        let message = format!("{cast_votes} {verb} cast on all nominees together; the holder has {cumulated}");
        let mut found = finding(&TOO_MANY, is_met, message, &[grant], vec!["cumulated-votes"]);
        found.help = (!is_met).then(|| "ask the holder to spread no more than that; the ballot cannot be counted".to_owned());
        inquiry.find(found);
    }
    if let (true, Some(said)) = (grant.says(&ANNOUNCED), inquiry.known(&SAID_BEFORE)) {
        let word = if said { "was said" } else { "was not said" };
        let message = format!("it {word} before the voting that votes would be cumulated");
        let mut found = finding(&NOT_ANNOUNCED, said, message, &[grant], vec!["cumulation-announced"]);
        found.help = (!said).then(|| "count the votes as not cumulated".to_owned());
        inquiry.find(found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_its_part_elects() {
        let whole = Quantity::whole;
        for (directors, seats, voting, least) in [
            // A quarter of 100 is 25: 26 elect one of three. Two quarters 50: 51. Three quarters 75: 76.
            (1, 3, 100, 26),
            (2, 3, 100, 51),
            (3, 3, 100, 76),
            // A quarter of 99 is 24¾: 25.
            (1, 3, 99, 25),
            // One seat is a majority.
            (1, 1, 100, 51),
            (9, 9, 1_000, 901),
        ] {
            assert_eq!(needed_for(directors, seats, &whole(voting)).unwrap(), whole(least), "{directors} of {seats}");
        }
    }

    proptest::proptest! {
        /// Those with the number needed, spread evenly, hold their seats against all others on one more nominee, and with one less they may not.
        #[test]
        fn the_number_needed_is_the_least_that_is_sure(seats in 1_u64..12, wanted in 1_u64..12, voting in 1_u64..10_000) {
            let wanted = wanted.min(seats);
            let least = needed_for(wanted, seats, &Quantity::whole(voting)).unwrap().as_u64().unwrap();
            // Each of `wanted` gets held × seats / wanted; each of seats + 1 − wanted others gets an even share of the rest.
            let is_sure = |held: u64| {
                let others = voting.saturating_sub(held);
                u128::from(held) * u128::from(seats + 1 - wanted) > u128::from(others) * u128::from(wanted)
            };
            proptest::prop_assert!(is_sure(least));
            proptest::prop_assert!(!is_sure(least - 1));
        }
    }
}
