//! # Was a matter carried by the stockholders?
//!
//! Answers to 8 Del. C. § 216(2) and (4), to the sections that ask for a majority of what is outstanding (see `vote-required`), and to
//! the section of the bylaws on voting.
//!
//! **Our reading.** Every limb of every controlling text must be met, compared exactly. Which shares are in a base:
//!
//! * votes cast, shares represented and voting: those for and against;
//! * voting power present, shares present and entitled to vote on the matter: those for, against and abstaining, and any that are there
//!   and mark nothing; broker non-votes are not in it (Berlin v. Emerald Partners, 552 A.2d 482 (Del. 1988)), so that an abstention
//!   works as a vote against (Licht v. Storage Technology, Del. Ch. 2005);
//! * shares present, shares of the class present: as those words stand, broker non-votes too;
//! * outstanding: everyone, so that staying away works as a vote against;
//! * required quorum: the number that `quorum` gives, not the number that came.
//!
//! An equal division carries nothing where a majority is asked for. Whether there was a quorum is the question `quorum`.
//! Abstentions may be said to be "voting", and broker non-votes not to be "shares present" for the vote; where either would turn the
//! result, the answer gives both readings. What would turn the result is the least number of votes changing sides.
//!
//! **What may vary.** See `vote-required`.
//!
//! **Not encoded.** Votes bought or cast by interested holders, and agreements on voting. A text that counts shares where shares carry
//! different votes needs figures counted in shares.
//!
//! **Open question** for counsel: whether Berlin v. Emerald Partners reaches a text that says "shares present" without a word on
//! voting power or entitlement.

use quorate_law::vocabulary::{share_class, stock_proportions, stockholder_quorum, stockholder_vote};
use quorate_law::{Measure, Provision, Reckoning};

use super::figures::{
    ABSTAIN, AGAINST, BROKER_NON_VOTES, CLASS, CLASSES, FOR, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING,
    SHARES_PRESENT, VOTE, VOTES_ENTITLED, VOTES_PRESENT, present, vote_situation,
};
use super::vote_law::{Ballots, Limb, Outcome, PREFERRED, doubts, judge, limb_sets, standard};
use crate::answer::{Reading, Shape, Value};
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE, counted, finding};
use crate::threshold::Turn;

/// The votes for were too few.
pub static NOT_CARRIED: FindingDefinition = FindingDefinition {
    id: "vote-not-carried",
    title: "the votes for were not enough",
    rank: Rank::Vote,
};

/// The figures contradict one another.
pub static DO_NOT_TIE: FindingDefinition = FindingDefinition {
    id: "votes-do-not-tie",
    title: "the votes do not add up to what was present",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "vote-result",
    title: "Was a matter carried by the stockholders?",
    chapter: "stockholders",
    capabilities: &["S10", "S12"],
    source: include_str!("vote_result.rs"),
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
    findings: &[&NOT_CARRIED, &DO_NOT_TIE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = vote_situation(inquiry)?;
    if inquiry
        .need(&MATTERS)?
        .iter()
        .any(|matter| matter == "election of directors")
    {
        return Err(Pause::NotApplicable(
            "directors are elected by a standard of their own: ask election-result".to_owned(),
        ));
    }
    let sets = limb_sets(inquiry, &situation)?;
    let ballots = Ballots {
        votes_for: Some(inquiry.need(&FOR)?),
        against: Some(inquiry.need(&AGAINST)?),
        abstain: inquiry.known(&ABSTAIN).unwrap_or_else(Quantity::zero),
        broker_non_votes: inquiry.known(&BROKER_NON_VOTES).unwrap_or_else(Quantity::zero),
    };
    judge_tie(inquiry, &ballots)?;
    let mut readings = Vec::new();
    for limbs in &sets {
        readings.extend(readings_of(inquiry, limbs, &ballots)?);
    }
    if readings.len() == 1 {
        return Ok(readings.remove(0).value.into());
    }
    for (index, reading) in readings.iter_mut().enumerate() {
        reading.is_preferred = index == 0;
    }
    Ok(Conclusion::Readings(readings))
}

/// Whether the figures add up to what was present, where that is told.
fn judge_tie(inquiry: &mut Inquiry<'_>, ballots: &Ballots) -> Result<(), Pause> {
    let (Some(there), Some(total)) = (present(inquiry, Measure::Votes)?, ballots.total()) else {
        return Ok(());
    };
    let brokers = &ballots.broker_non_votes;
    let message = format!("for, against, abstaining and broker non-votes are {total} together; {there} were present");
    let mut found = finding(
        &DO_NOT_TIE,
        total == there,
        message,
        &[],
        vec!["for", "against", "abstain", "broker-non-votes", "shares-present"],
    );
    found.arithmetic.push(format!(
        "{} + {} + {} + {brokers} = {total}",
        ballots.votes_for.as_ref().unwrap_or(&Quantity::zero()),
        ballots.against.as_ref().unwrap_or(&Quantity::zero()),
        ballots.abstain
    ));
    found.help = (total != there)
        .then(|| "find the missing or surplus votes; until then the larger number is taken as present".to_owned());
    inquiry.find(found);
    Ok(())
}

/// The reading we prefer, and another where it would turn the result.
fn readings_of(inquiry: &mut Inquiry<'_>, limbs: &[Limb<'_>], ballots: &Ballots) -> Result<Vec<Reading>, Pause> {
    let outcome = judge(inquiry, limbs, ballots, PREFERRED)?;
    for judged in &outcome.limbs {
        inquiry.show(format!("{}: {}", judged.limb.provision.citation, judged.figures));
    }
    let mut others = Vec::new();
    for (treatment, text, because) in doubts(limbs, ballots) {
        let other = judge(inquiry, limbs, ballots, treatment)?;
        if other.is_carried != outcome.is_carried {
            others.push(reading(text, because, value(&other, ballots)));
        } else {
            inquiry.show(format!("if {text}, the result would be the same"));
        }
    }
    judge_carried(inquiry, &outcome, ballots, others.is_empty());
    let preferred = reading(
        "the base is as the text's words say at their plainest",
        &standard(limbs),
        value(&outcome, ballots),
    );
    Ok(std::iter::once(preferred).chain(others).collect())
}

fn reading(text: &str, because: &str, value: Value) -> Reading {
    Reading {
        text: text.to_owned(),
        value,
        because: because.to_owned(),
        is_preferred: false,
        who_decides: "the inspectors of election or the chair, and in the end the Court of Chancery".to_owned(),
    }
}

fn judge_carried(inquiry: &mut Inquiry<'_>, outcome: &Outcome<'_>, ballots: &Ballots, is_plain: bool) {
    let votes_for = ballots.votes_for.clone().unwrap_or_else(Quantity::zero);
    let limbs: Vec<String> = outcome
        .limbs
        .iter()
        .map(|judged| format!("{} of {} ({})", judged.needed, judged.base, judged.limb.proportion))
        .collect();
    let message = format!("{} for; {} needed", counted(votes_for, "vote"), limbs.join(" and "));
    let mut authority: Vec<&Provision> = Vec::new();
    for judged in outcome.limbs.iter().rev() {
        if !authority
            .iter()
            .any(|known| std::ptr::eq(*known, judged.limb.provision))
        {
            authority.push(judged.limb.provision);
        }
    }
    let mut found = finding(
        &NOT_CARRIED,
        outcome.is_carried,
        message,
        &authority,
        vec!["for", "against"],
    );
    if !is_plain {
        found.status = FindingStatus::DependsOnReading;
    }
    found.arithmetic = outcome.limbs.iter().map(|judged| judged.figures.clone()).collect();
    if let (false, Some(Turn::AgainstToFor(votes))) = (outcome.is_carried, &outcome.turn) {
        let votes = counted(votes, "vote");
        found.help = Some(format!(
            "{votes} changing from against to for would carry it; put it to the vote again"
        ));
    }
    inquiry.find(found);
}

fn value(outcome: &Outcome<'_>, ballots: &Ballots) -> Value {
    let limbs: Vec<String> = outcome
        .limbs
        .iter()
        .map(|judged| {
            let word = if judged.is_met { "met" } else { "not met" };
            format!(
                "{}: {} of {}, {word}",
                judged.limb.proportion, judged.needed, judged.base
            )
        })
        .collect();
    let text = |quantity: Option<&Quantity>| quantity.map_or_else(String::new, Quantity::to_string);
    let fields = [
        (
            "outcome",
            if outcome.is_carried {
                "passed".to_owned()
            } else {
                "failed".to_owned()
            },
        ),
        ("for", text(ballots.votes_for.as_ref())),
        ("against", text(ballots.against.as_ref())),
        ("abstain", ballots.abstain.to_string()),
        ("broker-non-votes", ballots.broker_non_votes.to_string()),
        ("needed", outcome.needed().to_string()),
        ("limbs", limbs.join("; ")),
        (
            "turned-by",
            outcome
                .turn
                .as_ref()
                .map_or_else(|| "no change of sides".to_owned(), Turn::to_string),
        ),
    ];
    Value::Tally(
        fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, field_of, status};

    fn told<'a>(figures: &[&'a str; 4]) -> Vec<(&'static str, &'a str)> {
        vec![
            ("for", figures[0]),
            ("against", figures[1]),
            ("abstain", figures[2]),
            ("broker-non-votes", figures[3]),
        ]
    }

    #[test]
    fn abstentions_count_as_present_and_broker_non_votes_do_not() {
        for bylaws in [
            "narrative \"the statute's rule\"",
            "stockholder-vote \"majority of voting power present\"",
        ] {
            for (figures, outcome, needed, turned) in [
                // 100 present and entitled: 51 needed.
                (["51", "39", "10", "20"], "passed", "51", "1 from for to against"),
                (["50", "40", "10", "20"], "failed", "51", "1 from against to for"),
                (["50", "49", "0", "20"], "passed", "50", "1 from for to against"),
                // An equal division.
                (["50", "50", "0", "0"], "failed", "51", "1 from against to for"),
                // Abstentions alone defeat it, and no change of sides helps.
                (["50", "0", "50", "0"], "failed", "51", "no change of sides"),
            ] {
                let answer = ask_with_bylaws(bylaws, "vote-result", &told(&figures));
                assert_eq!(field(&answer, "outcome"), outcome, "{bylaws} {figures:?}");
                assert_eq!(field(&answer, "needed"), needed, "{bylaws} {figures:?}");
                assert_eq!(field(&answer, "turned-by"), turned, "{bylaws} {figures:?}");
                assert_eq!(
                    status(&answer, "vote-not-carried"),
                    if outcome == "passed" { "met" } else { "unmet" }
                );
            }
        }
    }

    #[test]
    fn the_meeting_of_novell_in_2010_ties_and_carries() {
        // Form 8-K/A of 20 April 2010: 256,656,140 for, 2,367,223 against, 787,468 abstaining, of 259,810,831 present.
        let figures = told(&["256,656,140", "2,367,223", "787,468", "0"]);
        let mut all = figures.clone();
        all.push(("shares-present", "259,810,831"));
        let answer = ask_under("novell-2001", "vote-result", &all);
        // Half of 259,810,831 is 129,905,415½; 256,656,140 − 129,905,416 + 1 = 126,750,725 would have to change sides.
        assert_eq!(
            (field(&answer, "outcome"), field(&answer, "needed")),
            ("passed".into(), "129,905,416".into())
        );
        assert_eq!(field(&answer, "turned-by"), "126,750,725 from for to against");
        assert_eq!(status(&answer, "votes-do-not-tie"), "met");
        let mut short = figures;
        short.push(("shares-present", "259,810,832"));
        let answer = ask_under("novell-2001", "vote-result", &short);
        assert_eq!(status(&answer, "votes-do-not-tie"), "unmet");
    }

    #[test]
    fn altiris_asks_for_two_limbs() {
        // 1,000 entitled: a quorum is 501, and a majority of it 251.
        for (votes_for, against, outcome, needed) in [
            ("251", "250", "passed", "251"),
            ("250", "100", "failed", "251"),
            ("300", "300", "failed", "301"),
            ("301", "300", "passed", "301"),
        ] {
            let mut facts = told(&["0", "0", "0", "0"]);
            (facts[0].1, facts[1].1) = (votes_for, against);
            facts.push(("shares-entitled", "1,000"));
            let answer = ask_under("altiris-2006", "vote-result", &facts);
            assert_eq!(
                (field(&answer, "outcome"), field(&answer, "needed")),
                (outcome.into(), needed.into()),
                "{votes_for}"
            );
        }
    }

    #[test]
    fn whether_abstaining_is_voting_is_shown_where_it_turns_the_result() {
        let mut facts = told(&["300", "200", "150", "0"]);
        facts.push(("shares-entitled", "1,000"));
        let answer = ask_under("altiris-2006", "vote-result", &facts);
        assert_eq!(answer.value, None);
        let outcomes: Vec<_> = answer
            .readings
            .iter()
            .map(|reading| (reading.is_preferred, field_of(&reading.value, "outcome")))
            .collect();
        // For and against: 300 of 500. With those who abstain: 300 of 650, and 326 are needed.
        assert_eq!(outcomes, [(true, "passed".to_owned()), (false, "failed".to_owned())]);
        assert_eq!(status(&answer, "vote-not-carried"), "depends on the reading");
        facts[2].1 = "99";
        assert_eq!(
            field(&ask_under("altiris-2006", "vote-result", &facts), "outcome"),
            "passed"
        );
    }

    #[test]
    fn a_merger_needs_a_majority_of_what_is_outstanding() {
        for (votes_for, outcome) in [("101", "passed"), ("100", "failed")] {
            let mut facts = told(&["0", "5", "0", "0"]);
            facts[0].1 = votes_for;
            facts.extend([("matters", "merger"), ("shares-entitled", "200")]);
            assert_eq!(
                field(&ask_under("novell-2001", "vote-result", &facts), "outcome"),
                outcome,
                "{votes_for}"
            );
        }
    }

    #[test]
    fn a_class_counts_those_of_it_who_are_there() {
        // 60 of the class present, 10 of them broker non-votes: 31 needed as the words stand, 26 without the brokers.
        for (votes_for, against, passed) in [
            ("31", "19", Some("passed")),
            ("30", "20", None),
            ("25", "25", Some("failed")),
        ] {
            let mut facts = told(&["0", "0", "0", "10"]);
            (facts[0].1, facts[1].1) = (votes_for, against);
            facts.push(("vote", "class"));
            let answer = ask_under("raining-data-2001", "vote-result", &facts);
            assert_eq!(
                answer.value.as_ref().map(|value| field_of(value, "outcome")),
                passed.map(str::to_owned),
                "{votes_for}"
            );
        }
    }

    #[test]
    fn fractional_shares_are_counted_in_their_own_units() {
        for (votes_for, outcome) in [("50.5", "passed"), ("50.25", "failed")] {
            let mut facts = told(&["0", "50", "0", "0"]);
            facts[0].1 = votes_for;
            facts.push(("shares-present", "100.5"));
            let answer = ask_with_bylaws(
                "stockholder-vote \"majority of voting power present\"",
                "vote-result",
                &facts,
            );
            assert_eq!(field(&answer, "outcome"), outcome, "{votes_for}");
        }
    }

    #[test]
    fn no_votes_carry_nothing() {
        let answer = ask_with_bylaws(
            "stockholder-vote \"at least 1/2 of votes cast\"",
            "vote-result",
            &told(&["0", "0", "10", "0"]),
        );
        assert_eq!(field(&answer, "outcome"), "failed");
    }
}
