//! # How many shares make a quorum of stockholders, and was there one?
//!
//! Answers to 8 Del. C. § 216 (a majority of the shares entitled to vote unless certificate or bylaws say otherwise, never less
//! than a third; where a class votes by itself, of that class), and to the section of the bylaws on the quorum.
//!
//! **Our reading.** The base is what the text names, shares or votes, without shares that do not count (see
//! `shares-that-count`). A majority is more than half: ⌊N/2⌋ + 1 of N whole shares; "at least a third" of N is N/3 rounded up.
//! Everyone present in person or by proxy counts, those who abstain and brokers without instructions among them. A bylaw that
//! goes below the statute's third is held to the third, because it is a nullity only as far as it is inconsistent; on another
//! reading it is void altogether and the statute's majority takes its place, and the answer shows both. A text
//! that speaks of meetings at large is silent on the vote of a class by itself, so that § 216(4) fills the gap. Where the
//! certificate gives shares different votes, the statute's proportions of stock are taken of their votes (§ 212(a)). Under
//! a text that lets those who stay go on after others have left, a quorum that was there is enough; where that text excepts
//! questions with a specially required vote, it excepts the matters for which a source that it names states a vote of their own,
//! and those need a quorum when they are voted on. Whether an election of directors is such a question is doubtful: we take it
//! that it is not, and show the other reading. At an adjourned meeting there must be a quorum anew, unless a text lets the
//! first one last.
//!
//! **What may vary.** Certificate or bylaws may ask for more or less, not for less than a third.
//!
//! **Not encoded.** Presence under protest, and a holder who comes only to prevent a quorum. A text that counts shares where
//! shares carry different votes needs figures counted in shares.
//!
//! **Open question** for counsel: where no text speaks of withdrawal, we take it that a quorum once there lasts until
//! adjournment, as the general law is understood; the answer then is only probable, as it is where none says whether a quorum
//! lasts through an adjournment. Whether a bylaw that counts shares takes them by their votes where it says that it is read by
//! the statute's words.

use std::cmp::Ordering;

use quorate_law::vocabulary::stockholder_quorum::{DEFINITION, PROPORTION, UNLESS};
use quorate_law::vocabulary::{quorum_withdrawal, share_class, stock_proportions, stockholder_vote};
use quorate_law::{Effect, Measure, Proportion, Provision, Reckoning, Situation, Source};

use super::figures::{
    CLASS, CLASSES, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING, SHARES_PRESENT, VOTE, VOTES_ENTITLED, VOTES_PRESENT,
    measure_of, of_class, outstanding, present, speaking, vote_situation,
};
use super::quorum_kept::{
    AFTER_WITHDRAWAL, BEFORE_ADJOURNMENT, BUSINESS_CALLED_FOR, NEW_RECORD_DATE, carried_over, judge_withdrawal,
};
use crate::answer::{Reading, Shape, Threshold, Value};
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE, MEETING_KIND, finding, meeting_situation};
use crate::threshold;

/// Too few are present.
pub static NOT_PRESENT: FindingDefinition = FindingDefinition {
    id: "quorum-not-present",
    title: "there was no quorum",
    rank: Rank::Quorum,
};

/// So many left that there is no quorum for this vote.
pub static LOST: FindingDefinition = FindingDefinition {
    id: "quorum-lost",
    title: "holders left, and there was no quorum for this vote",
    rank: Rank::Quorum,
};

/// The text goes below what the statute allows.
pub static BELOW_FLOOR: FindingDefinition = FindingDefinition {
    id: "quorum-below-floor",
    title: "the text sets a quorum below what the statute allows",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "quorum",
    title: "How many shares make a quorum of stockholders, and was there one?",
    chapter: "stockholders",
    capabilities: &["S8", "S12"],
    source: include_str!("quorum.rs"),
    facts: &[
        &SHARES_ENTITLED.spec,
        &VOTES_ENTITLED.spec,
        &SHARES_OUTSTANDING.spec,
        &SHARES_PRESENT.spec,
        &VOTES_PRESENT.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
        &VOTE.spec,
        &CLASS.spec,
        &MATTERS.spec,
        &MEETING_KIND.spec,
        &MEETING_DATE.spec,
        &AFTER_WITHDRAWAL.spec,
        &BEFORE_ADJOURNMENT.spec,
        &NEW_RECORD_DATE.spec,
        &BUSINESS_CALLED_FOR.spec,
    ],
    shape: Shape::Threshold,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[
        &DEFINITION,
        &quorum_withdrawal::DEFINITION,
        &stockholder_vote::DEFINITION,
        &share_class::DEFINITION,
        &stock_proportions::DEFINITION,
    ],
    findings: &[&NOT_PRESENT, &LOST, &BELOW_FLOOR],
    ask,
};

/// What one provision asks for.
struct Limb<'a> {
    provision: &'a Provision,
    proportion: Proportion,
    measure: Measure,
    base: Quantity,
    needed: Quantity,
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = meeting_situation(inquiry)?;
    let situation = of_class(inquiry, situation);
    let mut values = Vec::new();
    let mut others = Vec::new();
    let mut why_preferred = None;
    for limbs in limb_sets(inquiry, &situation)? {
        let is_below_floor = judge_floor(inquiry, &limbs);
        let strictest = strictest(&limbs);
        let there = present(inquiry, strictest.measure)?;
        let is_met = judge_presence(inquiry, &limbs)?;
        let value = |is_kept| {
            Value::Threshold(Threshold {
                needed: strictest.needed.clone(),
                base: strictest.base.clone(),
                base_name: strictest.proportion.base.word().to_owned(),
                present: there.clone(),
                met: is_kept,
            })
        };
        let mut is_kept = is_met;
        if is_met == Some(true) {
            let kept = judge_withdrawal(inquiry, &strictest.needed, strictest.measure)?;
            is_kept = Some(kept.is_kept);
            if let Some(because) = kept.doubt {
                why_preferred = Some((
                    "an election is not among the votes that the exception reaches".to_owned(),
                    "it is said of questions, and an election is decided by another section than questions are".to_owned(),
                ));
                others.push(other_reading(
                    "an election is among the votes that the exception reaches",
                    because,
                    value(Some(!kept.is_kept)),
                ));
            }
        }
        let citation = strictest.provision.citation.to_string();
        if is_below_floor {
            why_preferred = Some((
                "the floor takes the place of what falls short of it".to_owned(),
                format!("a bylaw is a nullity only as far as it is inconsistent with the statute; {citation} controls"),
            ));
            others.extend(void_reading(inquiry, &situation, &limbs, there.clone(), is_kept)?);
        }
        values.push((citation, value(is_kept)));
    }
    let Some((text, because)) = why_preferred.filter(|_| !others.is_empty()) else {
        return Ok(as_conclusion(values));
    };
    let preferred = values.into_iter().map(|(_, value)| Reading {
        is_preferred: true,
        ..other_reading(&text, because.clone(), value)
    });
    Ok(Conclusion::Readings(preferred.chain(others).collect()))
}

/// A reading beside the preferred one.
fn other_reading(text: &str, because: String, value: Value) -> Reading {
    Reading {
        text: text.to_owned(),
        value,
        because,
        is_preferred: false,
        who_decides: WHO_DECIDES.to_owned(),
    }
}

/// Who settles which reading is right.
const WHO_DECIDES: &str = "counsel, and in the end the Court of Chancery";

/// The reading on which a quorum below the floor is void altogether, so that the statute's own default takes its place.
fn void_reading(
    inquiry: &mut Inquiry<'_>,
    situation: &Situation,
    limbs: &[Limb<'_>],
    there: Option<Quantity>,
    is_kept: Option<bool>,
) -> Result<Option<Reading>, Pause> {
    let resolution = inquiry.consult(&DEFINITION, situation)?;
    let default = resolution.displaced.iter().map(|displaced| displaced.provision).find(|provision| {
        provision.effect == Some(Effect::Default) && provision.citation.source == Source::Statute
    });
    let (Some(default), Some(own)) = (default, limbs.last()) else { return Ok(None) };
    let Some(limb) = limb_of(inquiry, default)? else { return Ok(None) };
    let met = there.as_ref().map(|there| *there >= limb.needed);
    if met != is_kept {
        let not_present = |found: &&mut Finding| found.definition.id == NOT_PRESENT.id;
        for found in inquiry.findings_mut().filter(not_present) {
            found.status = FindingStatus::DependsOnReading;
        }
    }
    let value = Value::Threshold(Threshold {
        needed: limb.needed,
        base: limb.base,
        base_name: limb.proportion.base.word().to_owned(),
        present: there,
        met,
    });
    Ok(Some(other_reading(
        &format!("{} is void, and {} takes its place", own.provision.citation, default.citation),
        "a bylaw that sets less than the floor sets no lawful quorum at all".to_owned(),
        value,
    )))
}

/// One value, or a reading for each of several texts of one document that contradict one another.
fn as_conclusion(mut values: Vec<(String, Value)>) -> Conclusion {
    if values.len() == 1 {
        return values.remove(0).1.into();
    }
    let readings = values
        .into_iter()
        .enumerate()
        .map(|(index, (citation, value))| Reading {
            text: format!("{citation} sets the quorum"),
            value,
            because: format!("{citation} says so, and nothing ranks it above or below the other section"),
            is_preferred: index == 0,
            who_decides: WHO_DECIDES.to_owned(),
        });
    Conclusion::Readings(readings.collect())
}

/// The number that makes the required quorum for a vote, as other questions need it: the strictest of what controls.
///
/// # Errors
/// Pauses as the question itself does.
pub(super) fn required_quorum(inquiry: &mut Inquiry<'_>) -> Result<Quantity, Pause> {
    let situation = vote_situation(inquiry)?;
    let sets = limb_sets(inquiry, &situation)?;
    let most = sets.iter().map(|limbs| strictest(limbs).needed.clone()).max();
    most.ok_or(Pause::Silent(&DEFINITION))
}

/// What each controlling provision asks for; several sets where provisions are alternatives. No set is empty.
fn limb_sets<'a>(inquiry: &mut Inquiry<'a>, situation: &Situation) -> Result<Vec<Vec<Limb<'a>>>, Pause> {
    let resolution = inquiry.require(&DEFINITION, situation)?;
    let gives_way = |provision: &Provision| provision.get(&UNLESS).cloned();
    let speaking = speaking(inquiry, &resolution, &gives_way).ok_or(Pause::Silent(&DEFINITION))?;
    let mut sets = Vec::new();
    for set in speaking.sets() {
        let mut limbs = Vec::new();
        for provision in set {
            limbs.extend(limb_of(inquiry, provision)?);
        }
        if limbs.is_empty() {
            return Err(Pause::Silent(&DEFINITION));
        }
        sets.push(limbs);
    }
    Ok(sets)
}

/// What a provision asks for; none for a provision without a proportion.
fn limb_of<'a>(inquiry: &mut Inquiry<'a>, provision: &'a Provision) -> Result<Option<Limb<'a>>, Pause> {
    let Some(proportion) = provision.get(&PROPORTION) else { return Ok(None) };
    let Some(base) = outstanding(inquiry, provision, proportion.base)? else {
        let place = &provision.citation;
        return Err(Pause::Impossible(format!(
            "{place} takes the quorum of {}, which is no base for a quorum",
            proportion.base
        )));
    };
    let needed = threshold::needed(proportion.fraction, &base)?;
    inquiry.show(format!("{}: {} of {base}: {needed}", provision.citation, proportion));
    let measure = measure_of(inquiry, provision, proportion.base.measure())?;
    Ok(Some(Limb { provision, proportion: *proportion, measure, base, needed }))
}

/// The limb that asks for the most of what the corporation's own text counts; among equals that text's.
fn strictest<'l, 'a>(limbs: &'l [Limb<'a>]) -> &'l Limb<'a> {
    // Limbs stand by rank, the corporation's own last.
    let own = limbs.last().expect("no set of limbs is empty");
    let alike = limbs.iter().filter(|limb| limb.measure == own.measure);
    alike
        .max_by(|left, right| left.needed.cmp(&right.needed))
        .unwrap_or(own)
}

fn is_floor(limb: &Limb<'_>) -> bool {
    limb.provision.effect == Some(Effect::Bounds)
}

/// Whether a text of the corporation asks for less than the statute's floor.
fn judge_floor(inquiry: &mut Inquiry<'_>, limbs: &[Limb<'_>]) -> bool {
    let Some(floor) = limbs.iter().find(|limb| is_floor(limb)) else {
        return false;
    };
    let mut is_below = false;
    let own = limbs
        .iter()
        .filter(|limb| matches!(limb.provision.citation.source, Source::Certificate | Source::Bylaws));
    for limb in own {
        // Shares and votes cannot be held against one another; their fractions can.
        let is_met = match limb.measure == floor.measure {
            true => limb.needed >= floor.needed,
            false => limb.proportion.fraction.rank_against(floor.proportion.fraction) != Ordering::Less,
        };
        let message = format!(
            "{} asks for {} of {} {}; the statute allows no less than {} of {} {}",
            limb.provision.citation.place(),
            limb.needed,
            limb.base,
            limb.measure,
            floor.needed,
            floor.base,
            floor.measure
        );
        let mut found = finding(
            &BELOW_FLOOR,
            is_met,
            message,
            &[limb.provision, floor.provision],
            Vec::new(),
        );
        found.help = (!is_met).then(|| {
            format!(
                "{} {} are taken to be needed; amend the text",
                floor.needed, floor.measure
            )
        });
        is_below |= !is_met;
        inquiry.find(found);
    }
    is_below
}

/// Whether those present are enough for every limb; none while it is not known who is present.
fn judge_presence(inquiry: &mut Inquiry<'_>, limbs: &[Limb<'_>]) -> Result<Option<bool>, Pause> {
    let mut is_met = true;
    for limb in limbs {
        let Some(there) = present(inquiry, limb.measure)? else {
            return Ok(None);
        };
        if there > limb.base {
            let reason = format!(
                "{there} are said to be present of {} there can be: correct the one or the other",
                limb.base
            );
            return Err(Pause::Impossible(reason));
        }
        is_met &= there >= limb.needed;
        inquiry.show(format!(
            "{} asks for {} {}; {there} are present",
            limb.provision.citation, limb.needed, limb.measure
        ));
    }
    let strictest = strictest(limbs);
    let Some(there) = present(inquiry, strictest.measure)? else {
        return Ok(None);
    };
    let counted = strictest.measure.word();
    let mut message = format!(
        "{there} {counted} present of {}; {} are needed",
        strictest.base, strictest.needed
    );
    let mut authority: Vec<&Provision> = limbs.iter().map(|limb| limb.provision).collect();
    authority.reverse();
    if !is_met && let Some(rule) = carried_over(inquiry)? {
        is_met = true;
        message.push_str("; there was a quorum before the adjournment, and it lasts");
        authority.insert(0, rule);
    }
    let blames = if strictest.measure == Measure::Votes {
        vec!["votes-present"]
    } else {
        vec!["shares-present"]
    };
    let mut found = finding(&NOT_PRESENT, is_met, message, &authority, blames);
    found.arithmetic.push(format!(
        "{} {}: {there} present",
        strictest.proportion, strictest.needed
    ));
    found.help = strictest
        .needed
        .minus(&there)
        .filter(|_| !is_met)
        .map(|missing| format!("{missing} more must be present; until then only adjourn"));
    inquiry.find(found);
    Ok(Some(is_met))
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, ask_without_certificate, branch, field, field_of, status};

    #[test]
    fn a_majority_on_and_one_short() {
        // Half of 100 is 50, so 51 are needed; half of 101 is 50½, so 51 again.
        for (entitled, present, needed, met) in [
            ("100", "51", "51", "yes"),
            ("100", "50", "51", "no"),
            ("101", "51", "51", "yes"),
            ("101", "50", "51", "no"),
        ] {
            let told = [("shares-entitled", entitled), ("shares-present", present)];
            for set in ["novell-2001", "altiris-2006", "raining-data-2001"] {
                let answer = ask_under(set, "quorum", &told);
                assert_eq!(
                    (field(&answer, "needed"), field(&answer, "met")),
                    (needed.into(), met.into()),
                    "{set} {entitled} {present}"
                );
                assert_eq!(
                    status(&answer, "quorum-not-present"),
                    if met == "yes" { "met" } else { "unmet" }
                );
            }
        }
    }

    #[test]
    fn a_text_below_a_third_is_held_to_a_third() {
        // A third of 100 is 33⅓: 34 are needed, whatever the bylaw says; at 35 percent the bylaw's own 35. Below the third a
        // second reading takes the bylaw for void and the statute's majority, 51, in its place.
        for (text, needed, floor, void) in [
            ("at least 20 percent", "34", "unmet", Some("51")),
            ("at least 1/3", "34", "met", None),
            ("at least 35 percent", "35", "met", None),
        ] {
            let bylaws = format!("stockholder-quorum \"{text} of shares outstanding and entitled to vote\"");
            let answer = ask_with_bylaws(
                &bylaws,
                "quorum",
                &[("shares-entitled", "100"), ("shares-present", "34")],
            );
            let preferred = answer.readings.first().map(|reading| &reading.value).or(answer.value.as_ref());
            assert_eq!(field_of(preferred.unwrap(), "needed"), needed, "{text}");
            let second = answer.readings.get(1).map(|reading| field_of(&reading.value, "needed"));
            assert_eq!(second.as_deref(), void, "{text}");
            assert_eq!(status(&answer, "quorum-below-floor"), floor, "{text}");
        }
    }

    #[test]
    fn silent_bylaws_leave_the_statute_s_majority() {
        let answer = ask_with_bylaws("narrative \"nothing\"", "quorum", &[("shares-entitled", "100")]);
        assert_eq!(
            (field(&answer, "needed"), answer.controls_word()),
            ("51".into(), "statute".into())
        );
        assert_eq!(status(&answer, "quorum-below-floor"), "none");
    }

    #[test]
    fn voting_power_counts_votes_and_shares_count_shares() {
        // A: 100 shares of 10 votes; B: 300 shares of 1 vote: 400 shares, 1,300 votes. A's 66 shares are 660 votes. B's 201 shares are
        // a majority of shares and only 201 votes, and the statute's third is one of votes: 434.
        let power = "stockholder-quorum \"majority of voting power outstanding and entitled to vote\"";
        let shares = "stockholder-quorum \"majority of shares outstanding and entitled to vote\"";
        let by_a = "A shares=100 votes=10 present=66; B shares=300 votes=1 present=0";
        let by_b = "A shares=100 votes=10 present=0; B shares=300 votes=1 present=201";
        let by_both = "A shares=100 votes=10 present=66; B shares=300 votes=1 present=135";
        let by_both_short = "A shares=100 votes=10 present=66; B shares=300 votes=1 present=134";
        for (bylaws, classes, needed, met) in [
            (power, by_a, "651", "yes"),
            (power, by_b, "651", "no"),
            (shares, by_a, "201", "no"),
            (shares, by_b, "201", "no"),
            (shares, by_both, "201", "yes"),
            (shares, by_both_short, "201", "no"),
        ] {
            let answer = ask_with_bylaws(bylaws, "quorum", &[("classes", classes)]);
            assert_eq!(field(&answer, "needed"), needed, "{bylaws} {classes}");
            assert_eq!(field(&answer, "met"), met, "{bylaws} {classes}");
        }
    }

    #[test]
    fn votes_that_are_not_told_are_the_certificate_s() {
        // The example certificate gives the preferred stock no vote, so that 100 votes are entitled and not 1,100.
        let classes = "Common Stock shares=100 present=51; Preferred Stock shares=1,000 present=0";
        let bylaws = "raining-data-2001";
        let answer = ask_under(bylaws, "quorum", &[("classes", classes)]);
        assert_eq!(
            (field(&answer, "needed"), field(&answer, "base"), field(&answer, "met")),
            ("51".into(), "100".into(), "yes".into())
        );
        assert!(answer.controls_word().contains("certificate"));
    }

    #[test]
    fn a_class_by_itself_has_its_own_quorum() {
        let told = [
            ("classes", "A shares=100 present=51; B shares=300 present=150"),
            ("vote", "class"),
        ];
        for set in ["novell-2001", "raining-data-2001"] {
            for (class, needed, met) in [("A", "51", "yes"), ("B", "151", "no")] {
                let answer = ask_under(set, "quorum", &[told[0], told[1], ("class", class)]);
                assert_eq!(
                    (field(&answer, "needed"), field(&answer, "met")),
                    (needed.into(), met.into()),
                    "{set} {class}"
                );
            }
        }
        let novell = ask_under("novell-2001", "quorum", &[told[0], told[1], ("class", "A")]);
        assert_eq!(novell.controls_word(), "statute");
        assert!(
            novell.displaced.is_empty(),
            "a text on meetings at large displaces nothing on classes"
        );
        let unnamed = ask_under("novell-2001", "quorum", &told);
        assert_eq!(unnamed.needs[0].fact, "class");
    }

    #[test]
    fn what_is_left_is_told_class_by_class_and_counted_as_the_quorum_is() {
        let bylaws = "stockholder-quorum \"majority of voting power entitled to vote\"\nquorum-withdrawal breaks=#true";
        // Of 100 and 10 × 10 votes 101 are needed.
        for (left, expected) in [("1", "met"), ("0", "unmet")] {
            let classes = format!(
                "A shares=100 votes=1 present=100 after-withdrawal={left}; B shares=10 votes=10 present=10 after-withdrawal=10"
            );
            let answer = ask_with_bylaws(bylaws, "quorum", &[("classes", &classes)]);
            let found = status(&answer, "quorum-lost");
            assert_eq!(found == "unmet", expected == "unmet", "{left}: {found}");
        }
    }

    #[test]
    fn withdrawal_does_not_break_a_quorum_save_where_the_text_excepts() {
        let told = [
            ("shares-entitled", "100"),
            ("shares-present", "60"),
            ("shares-present-after-withdrawal", "40"),
        ];
        for (set, matter, met, lost) in [
            ("altiris-2006", "merger", "yes", "met"),
            ("raining-data-2001", "merger", "yes", "met"),
            ("novell-2001", "ordinary", "yes", "met"),
            ("novell-2001", "merger", "no", "unmet"),
        ] {
            let answer = ask_under(set, "quorum", &[told[0], told[1], told[2], ("matters", matter)]);
            assert_eq!(
                (field(&answer, "met").as_str(), status(&answer, "quorum-lost")),
                (met, lost),
                "{set} {matter}"
            );
        }
        let enough = ask_under(
            "novell-2001",
            "quorum",
            &[
                told[0],
                told[1],
                ("shares-present-after-withdrawal", "51"),
                ("matters", "merger"),
            ],
        );
        assert_eq!(
            (field(&enough, "met").as_str(), status(&enough, "quorum-lost")),
            ("yes", "none")
        );
        let breaking = "quorum-withdrawal breaks=#true";
        assert_eq!(field(&ask_with_bylaws(breaking, "quorum", &told), "met"), "no");
    }

    #[test]
    fn a_certificate_that_is_not_known_leaves_a_branch() {
        let answer = ask_without_certificate("novell-2001", "quorum", &[("shares-entitled", "100")]);
        assert_eq!(answer.value, None);
        assert_eq!(field_of(&branch(&answer, "silent").unwrap(), "needed"), "51");
    }

    #[test]
    fn more_present_than_there_are_is_no_answer() {
        let answer = ask_under(
            "novell-2001",
            "quorum",
            &[("shares-entitled", "100"), ("shares-present", "101")],
        );
        assert!(answer.remark.unwrap().contains("101"));
    }
}
