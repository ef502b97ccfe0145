//! # What vote decides a matter put to the stockholders?
//!
//! Answers to 8 Del. C. § 216(2) and (4) (a majority of the shares present and entitled to vote on the matter, unless certificate or
//! bylaws say otherwise), §§ 141(k), 242(b), 251(c), 271(a) and 275(b) (a majority of what is outstanding, for the acts they name), and
//! to the section of the bylaws on voting.
//!
//! **Our reading.** Every limb of every controlling text must be met: the statute's floor for a merger and whatever the bylaws ask for
//! on top of it. A text on votes at large that says it gives way to other votes does so where one is stated for the matter.
//! Where a class votes by itself, only texts on such votes speak. The number needed is worked out as far as the figures are known:
//! a majority of what is outstanding does not wait for the meeting, a majority of those who vote does. Directors are elected
//! by another standard: see `election-standard`.
//!
//! **What may vary.** Certificate or bylaws set the ordinary vote; the votes for the acts named above can be raised and not lowered,
//! save that for removing directors neither is possible (Frechter v. Zier, Del. Ch. 2017, of a bylaw).
//!
//! **Not encoded.** Whether the matter needs a vote at all, and whether a class is entitled to vote by itself. Votes asked for by a
//! contract or an exchange.

use quorate_law::Reckoning;
use quorate_law::vocabulary::{share_class, stock_proportions, stockholder_quorum, stockholder_vote};

use super::figures::{
    ABSTAIN, AGAINST, BROKER_NON_VOTES, CLASS, CLASSES, FOR, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING,
    SHARES_PRESENT, VOTE, VOTES_ENTITLED, VOTES_PRESENT, vote_situation,
};
use super::vote_law::{Ballots, Limb, PREFERRED, base, limb_sets, standard};
use crate::answer::{Reading, Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE};
use crate::threshold;

/// The question.
pub static QUESTION: Question = Question {
    id: "vote-required",
    title: "What vote decides a matter put to the stockholders?",
    chapter: "stockholders",
    capabilities: &["S10", "S12"],
    source: include_str!("vote_required.rs"),
    facts: &[
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
        &FOR.spec,
        &AGAINST.spec,
        &ABSTAIN.spec,
        &BROKER_NON_VOTES.spec,
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

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = vote_situation(inquiry)?;
    if inquiry
        .need(&MATTERS)?
        .iter()
        .any(|matter| matter == "election of directors")
    {
        return Err(Pause::NotApplicable(
            "directors are elected by a standard of their own: ask election-standard".to_owned(),
        ));
    }
    let mut readings = Vec::new();
    for limbs in limb_sets(inquiry, &situation)? {
        let value = value(inquiry, &limbs)?;
        readings.push(Reading {
            text: standard(&limbs),
            value,
            because: "sections of one document contradict one another, and neither is narrower".to_owned(),
            is_preferred: readings.is_empty(),
            who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
        });
    }
    if readings.len() == 1 {
        Ok(readings.remove(0).value.into())
    } else {
        Ok(Conclusion::Readings(readings))
    }
}

/// The standard in words, and the number it comes to where the figures give it.
fn value(inquiry: &mut Inquiry<'_>, limbs: &[Limb<'_>]) -> Result<Value, Pause> {
    let ballots = Ballots {
        votes_for: inquiry.known(&FOR),
        against: inquiry.known(&AGAINST),
        abstain: inquiry.known(&ABSTAIN).unwrap_or_else(Quantity::zero),
        broker_non_votes: inquiry.known(&BROKER_NON_VOTES).unwrap_or_else(Quantity::zero),
    };
    let mut needed = Some(Quantity::zero());
    for limb in limbs {
        let known = match base(inquiry, *limb, &ballots, PREFERRED) {
            Err(Pause::Unknown { .. }) => None,
            other => other?,
        };
        let Some((quantity, words)) = known else {
            inquiry.show(format!(
                "{}: the number waits for figures that are not told",
                limb.proportion
            ));
            needed = None;
            continue;
        };
        let least = threshold::needed(limb.proportion.fraction, &quantity)?;
        inquiry.show(format!("{words}; {}: {least}", limb.proportion.fraction));
        needed = needed.map(|most| most.max(least));
    }
    let mut fields = vec![("standard".to_owned(), standard(limbs))];
    fields.extend(needed.map(|needed| ("needed".to_owned(), needed.to_string())));
    Ok(Value::Tally(fields))
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field};

    #[test]
    fn each_corporation_states_its_own_ordinary_vote() {
        // 100 present, 10 of them broker non-votes: a majority of 90 is 46. Of 60 who vote 31; a majority of the quorum of 101 is 51.
        let told = [
            ("shares-entitled", "200"),
            ("shares-present", "100"),
            ("for", "40"),
            ("against", "20"),
            ("abstain", "30"),
            ("broker-non-votes", "10"),
        ];
        for (set, words, needed) in [
            (
                "novell-2001",
                "majority of voting power present (Novell, Inc. bylaws § 2.05)",
                "46",
            ),
            ("raining-data-2001", "majority of voting power present", "46"),
            ("altiris-2006", "majority of required quorum", "51"),
        ] {
            let answer = ask_under(set, "vote-required", &told);
            assert!(
                field(&answer, "standard").contains(words),
                "{set}: {}",
                field(&answer, "standard")
            );
            assert_eq!(field(&answer, "needed"), needed, "{set}");
        }
    }

    #[test]
    fn without_figures_the_standard_alone() {
        let answer = ask_with_bylaws("narrative \"nothing\"", "vote-required", &[]);
        assert!(
            field(&answer, "standard")
                .starts_with("majority of shares present and entitled to vote on the matter (8 Del. C. § 216(2))")
        );
        assert!(answer.value.unwrap().fields().iter().all(|(name, _)| name != "needed"));
    }

    #[test]
    fn a_merger_takes_a_majority_of_what_is_outstanding() {
        for set in ["novell-2001", "altiris-2006", "raining-data-2001"] {
            let answer = ask_under(
                set,
                "vote-required",
                &[("matters", "merger"), ("shares-entitled", "200")],
            );
            assert_eq!(field(&answer, "needed"), "101", "{set}");
            assert!(
                answer
                    .displaced
                    .iter()
                    .any(|note| note.because == "it gives way by its own words"),
                "{set}"
            );
        }
        // A text that does not give way must be met as well.
        let strict = "stockholder-vote \"at least 2/3 of shares outstanding and entitled to vote\"";
        let answer = ask_with_bylaws(
            strict,
            "vote-required",
            &[("matters", "merger"), ("shares-entitled", "200")],
        );
        assert_eq!(
            (field(&answer, "needed"), answer.controls_word()),
            ("134".into(), "both".into())
        );
    }

    #[test]
    fn removal_takes_the_statute_s_majority_whatever_bylaws_ask() {
        let strict = "stockholder-vote \"at least 2/3 of shares outstanding and entitled to vote\" matter=\"removal of directors\"";
        let answer = ask_with_bylaws(
            strict,
            "vote-required",
            &[("matters", "removal of directors"), ("shares-entitled", "200")],
        );
        assert_eq!(
            (field(&answer, "needed"), answer.controls_word()),
            ("101".into(), "statute".into())
        );
    }

    #[test]
    fn a_class_by_itself_and_the_election() {
        let told = [
            ("vote", "class"),
            ("matters", "charter amendment"),
            ("shares-entitled", "90"),
            ("shares-present", "60"),
        ];
        for set in ["novell-2001", "raining-data-2001"] {
            // § 242(b)(1): a majority of the class outstanding.
            assert_eq!(field(&ask_under(set, "vote-required", &told), "needed"), "46", "{set}");
            // § 216(4) or 2.5(c): a majority of the 60 of the class who are there.
            let ordinary = ask_under(set, "vote-required", &[told[0], told[2], told[3]]);
            assert_eq!(field(&ordinary, "needed"), "31", "{set}");
        }
        let election = ask_under("novell-2001", "vote-required", &[("matters", "election of directors")]);
        assert!(election.remark.unwrap().contains("election-standard"));
    }
}
