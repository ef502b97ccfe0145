//! # How few votes would turn the result of a vote?
//!
//! Answers to the same sections as `vote-result`, and to a question that every contest asks: what would have had to be otherwise.
//!
//! **Our reading.** Each way of voting otherwise is taken alone, and the least number is given at which the result turns. Votes that
//! change between for and against move no base. An abstention that becomes a vote for adds to the votes cast and leaves what is present
//! as it was. Someone who stayed away and comes adds to what is present and to the votes cast, and leaves what is outstanding and the
//! required quorum as they were. No more can change than there are: more than abstain, or than are absent, cannot come from there. Where
//! `vote-result` has several readings, so has the margin. Where it takes fractions of a vote, the numbers are the least such fractions.
//!
//! **What may vary.** See `vote-required`.
//!
//! **Not encoded.** Changes of several kinds together. Broker non-votes that become votes: tell them as votes. Elections: see
//! `election-margin`.

use quorate_law::vocabulary::{share_class, stock_proportions, stockholder_quorum, stockholder_vote};
use quorate_law::{Base, Measure, Reckoning};
use quorate_tally::Votes;

use super::figures::{
    ABSTAIN, AGAINST, BROKER_NON_VOTES, CLASS, CLASSES, FOR, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING,
    SHARES_PRESENT, VOTE, VOTES_ENTITLED, VOTES_PRESENT, entitled, present, vote_situation,
};
use super::vote_law::{Ballots, Limb, PREFERRED, Treatment, base, doubts, limb_sets, standard};
use crate::answer::{Reading, Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE};
use crate::threshold::Units;

/// The question.
pub static QUESTION: Question = Question {
    id: "vote-margin",
    title: "How few votes would turn the result of a vote?",
    chapter: "stockholders",
    capabilities: &["S10", "S12"],
    source: include_str!("vote_margin.rs"),
    facts: &[
        &FOR.spec,
        &AGAINST.spec,
        &ABSTAIN.spec,
        &BROKER_NON_VOTES.spec,
        &MATTERS.spec,
        &MEETING_DATE.spec,
        &VOTE.spec,
        &CLASS.spec,
        &SHARES_ENTITLED.spec,
        &VOTES_ENTITLED.spec,
        &SHARES_OUTSTANDING.spec,
        &SHARES_PRESENT.spec,
        &VOTES_PRESENT.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[
        &stockholder_vote::DEFINITION,
        &stockholder_quorum::DEFINITION,
        &share_class::DEFINITION,
        &stock_proportions::DEFINITION,
    ],
    findings: &[],
    ask,
};

/// Where votes are that could be cast otherwise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pool {
    For,
    Against,
    Abstain,
    Absent,
}

/// A way of voting otherwise: from where to where, and its name.
type Move = (&'static str, Pool, Pool);

/// What carries a matter that was lost.
const CARRYING: &[Move] = &[
    ("against-to-for", Pool::Against, Pool::For),
    ("abstain-to-for", Pool::Abstain, Pool::For),
    ("absent-to-for", Pool::Absent, Pool::For),
];

/// What defeats a matter that was carried.
const DEFEATING: &[Move] = &[
    ("for-to-against", Pool::For, Pool::Against),
    ("for-to-abstain", Pool::For, Pool::Abstain),
    ("absent-to-against", Pool::Absent, Pool::Against),
];

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = vote_situation(inquiry)?;
    if inquiry
        .need(&MATTERS)?
        .iter()
        .any(|matter| matter == "election of directors")
    {
        return Err(Pause::NotApplicable(
            "directors are elected by a standard of their own: ask election-margin".to_owned(),
        ));
    }
    let ballots = Ballots {
        votes_for: Some(inquiry.need(&FOR)?),
        against: Some(inquiry.need(&AGAINST)?),
        abstain: inquiry.known(&ABSTAIN).unwrap_or_else(Quantity::zero),
        broker_non_votes: inquiry.known(&BROKER_NON_VOTES).unwrap_or_else(Quantity::zero),
    };
    let mut readings: Vec<Reading> = Vec::new();
    for limbs in limb_sets(inquiry, &situation)? {
        let first = (PREFERRED, "the base is as the text's words say at their plainest", "");
        for (treatment, text, because) in std::iter::once(first).chain(doubts(&limbs, &ballots)) {
            let value = margins(inquiry, &limbs, &ballots, treatment)?;
            if readings.iter().any(|known| known.value == value) {
                continue;
            }
            readings.push(Reading {
                text: text.to_owned(),
                value,
                because: if because.is_empty() { standard(&limbs) } else { because.to_owned() },
                is_preferred: readings.is_empty(),
                who_decides: "the inspectors of election or the chair, and in the end the Court of Chancery".to_owned(),
            });
        }
    }
    if readings.len() == 1 {
        return Ok(readings.remove(0).value.into());
    }
    Ok(Conclusion::Readings(readings))
}

/// The outcome under one set of limbs, and the least of each change that turns it.
fn margins(
    inquiry: &mut Inquiry<'_>,
    limbs: &[Limb<'_>],
    ballots: &Ballots,
    treatment: Treatment,
) -> Result<Value, Pause> {
    let figures = Figures::of(inquiry, limbs, ballots, treatment)?;
    let is_carried = figures.is_carried(CARRYING[0], Votes::ZERO)?;
    let outcome = if is_carried { "passed" } else { "failed" };
    let mut fields = vec![("outcome".to_owned(), outcome.to_owned())];
    for change in if is_carried { DEFEATING } else { CARRYING } {
        let least = figures.least(*change, is_carried)?;
        let words = least.map_or_else(|| "none".to_owned(), |least| figures.units.quantity(least).to_string());
        fields.push((change.0.to_owned(), words));
    }
    Ok(Value::Tally(fields))
}

/// A vote in whole units, with the base of each limb.
struct Figures<'l, 'a> {
    limbs: Vec<(&'l Limb<'a>, Quantity, Treatment)>,
    votes_for: Quantity,
    against: Quantity,
    abstain: Quantity,
    /// Those entitled who are not present; none while that is not known.
    absent: Option<Quantity>,
    units: Units,
}

impl<'l, 'a> Figures<'l, 'a> {
    fn of(
        inquiry: &mut Inquiry<'_>,
        limbs: &'l [Limb<'a>],
        ballots: &Ballots,
        treatment: Treatment,
    ) -> Result<Self, Pause> {
        let (votes_for, against) = (inquiry.need(&FOR)?, inquiry.need(&AGAINST)?);
        let mut bases = Vec::new();
        for limb in limbs {
            let known = base(inquiry, *limb, ballots, treatment)?;
            let (quantity, words) =
                known.ok_or_else(|| Pause::Impossible("the votes for and against are not known".to_owned()))?;
            inquiry.show(format!("{}: {words}", limb.provision.citation));
            bases.push((limb, quantity, treatment.of(*limb)));
        }
        let absent = absent(inquiry, ballots)?;
        let told = [&votes_for, &against, &ballots.abstain];
        let units = Units::of(bases.iter().map(|(_, base, _)| base).chain(told).chain(&absent))?;
        Ok(Self {
            limbs: bases,
            votes_for,
            against,
            abstain: ballots.abstain.clone(),
            absent,
            units,
        })
    }

    /// Whether the matter is carried once so many votes have been cast otherwise.
    fn is_carried(&self, (_, from, to): Move, changed: Votes) -> Result<bool, Pause> {
        let changed = self.units.quantity(changed);
        let votes_for = match (from, to) {
            (Pool::For, _) => self.votes_for.minus(&changed).unwrap_or_else(Quantity::zero),
            (_, Pool::For) => self.votes_for.plus(&changed),
            _ => self.votes_for.clone(),
        };
        let votes = self.units.votes(&votes_for)?;
        for (limb, base, treatment) in &self.limbs {
            let is_in = |pool| is_in_base(limb.proportion.base, pool, *treatment);
            let base = match (is_in(from), is_in(to)) {
                (false, true) => base.plus(&changed),
                (true, false) => base.minus(&changed).unwrap_or_else(Quantity::zero),
                _ => base.clone(),
            };
            let threshold = self.units.threshold(limb.proportion.fraction, &base)?;
            if !threshold.is_met(votes) || votes == Votes::ZERO {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The least number of votes that turns the result when it is cast otherwise; none when no number there does.
    ///
    /// The more votes move one way the surer the result, so that the turning point is found by halving.
    fn least(&self, change: Move, is_carried: bool) -> Result<Option<Votes>, Pause> {
        let pool = match change.1 {
            Pool::For => Some(&self.votes_for),
            Pool::Against => Some(&self.against),
            Pool::Abstain => Some(&self.abstain),
            Pool::Absent => self.absent.as_ref(),
        };
        let most = match pool {
            Some(pool) => self.units.votes(pool)?.units(),
            None => UNBOUNDED,
        };
        let turns = |units: u64| Ok(self.is_carried(change, Votes::new(units))? != is_carried);
        if !turns(most)? {
            return Ok(None);
        }
        let (mut short, mut enough) = (0, most);
        while enough - short > 1 {
            let middle = short + (enough - short) / 2;
            if turns(middle)? {
                enough = middle;
            } else {
                short = middle;
            }
        }
        Ok(Some(Votes::new(enough)))
    }
}

/// How many units could come where nobody says how many stayed away: more than any register holds, and small enough to add.
const UNBOUNDED: u64 = 1 << 62;

/// Whether votes cast so are in a base that moves with the votes; what is outstanding and the required quorum do not move.
fn is_in_base(base: Base, pool: Pool, treatment: Treatment) -> bool {
    match base {
        Base::VotesCast => matches!(pool, Pool::For | Pool::Against),
        Base::SharesVoting => match pool {
            Pool::For | Pool::Against => true,
            Pool::Abstain => treatment.abstentions_vote,
            Pool::Absent => false,
        },
        Base::SharesPresent | Base::SharesPresentEntitled | Base::VotingPowerPresent | Base::ClassPresent => {
            pool != Pool::Absent
        }
        _ => false,
    }
}

/// Those entitled who are not there, where both numbers are known.
fn absent(inquiry: &mut Inquiry<'_>, ballots: &Ballots) -> Result<Option<Quantity>, Pause> {
    let all = match entitled(inquiry, Measure::Votes) {
        Err(Pause::Unknown { .. }) => return Ok(None),
        other => other?,
    };
    let there = present(inquiry, Measure::Votes)?.into_iter().chain(ballots.total()).max();
    Ok(there.and_then(|there| all.minus(&there)))
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field};

    fn margin(standard: &str, told: &[(&str, &str)], name: &str) -> String {
        let bylaws = format!("stockholder-vote \"{standard}\"");
        field(&ask_with_bylaws(&bylaws, "vote-margin", told), name)
    }

    #[test]
    fn a_lost_vote_is_carried_by_the_least_that_is_enough() {
        // 40 for, 50 against, 10 abstaining of 200 entitled: 100 present.
        let told = [("for", "40"), ("against", "50"), ("abstain", "10"), ("shares-entitled", "200")];
        for (standard, against, abstain, absent) in [
            // Of votes cast: 46 > 90/2; 40 + 10 = 50 of 100 is not more than half; 51 > 101/2 with eleven who come.
            ("majority of votes cast", "6", "none", "11"),
            // Of what is present: 51 > 100/2 takes eleven, of which ten abstain; 40 + x > (100 + x)/2 from 21 on.
            ("majority of voting power present", "11", "none", "21"),
            // Of what is outstanding: 101 of 200.
            ("majority of shares outstanding and entitled to vote", "none", "none", "61"),
            // Two fifths of what is present are reached; it is carried.
        ] {
            for (name, expected) in [("against-to-for", against), ("abstain-to-for", abstain), ("absent-to-for", absent)] {
                assert_eq!(margin(standard, &told, name), expected, "{standard} {name}");
            }
        }
    }

    #[test]
    fn a_carried_vote_is_lost_by_the_least_that_is_too_few() {
        // 60 for, 40 against of 200 entitled.
        let told = [("for", "60"), ("against", "40"), ("shares-entitled", "200")];
        for (standard, against, abstain, absent) in [
            // Ten to the other side make 50 of 100; twenty that abstain leave 40 of 80; twenty that come make 60 of 120.
            ("majority of votes cast", "10", "20", "20"),
            ("majority of voting power present", "10", "10", "20"),
            ("at least 3/10 of shares outstanding and entitled to vote", "1", "1", "none"),
        ] {
            for (name, expected) in [("for-to-against", against), ("for-to-abstain", abstain), ("absent-to-against", absent)] {
                assert_eq!(margin(standard, &told, name), expected, "{standard} {name}");
            }
        }
    }

    #[test]
    fn both_limbs_of_a_text_count() {
        // The quorum is 101 of 200, its majority 51: 50 for and 10 against lack one vote, from whichever side.
        let told = [("for", "50"), ("against", "10"), ("shares-entitled", "200")];
        let answer = ask_under("altiris-2006", "vote-margin", &told);
        assert_eq!(
            ["outcome", "against-to-for", "absent-to-for"].map(|name| field(&answer, name)),
            ["failed", "1", "1"]
        );
    }
}
