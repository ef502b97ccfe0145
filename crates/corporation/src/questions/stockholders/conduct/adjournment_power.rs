//! # Who may adjourn a stockholders' meeting, and was the adjournment carried?
//!
//! Answers to the section of the bylaws on quorum and adjournment. The statute gives no power to adjourn; where a text states
//! no vote for it, the rule on the vote for ordinary questions is taken (8 Del. C. § 216, and the bylaws' own).
//!
//! **Our reading.** A power given for want of a quorum does not exist while there is one: then adjourning is a question like
//! any other. A text that gives the power to the stockholders present and states no vote means the vote that decides
//! ordinary questions. The base is the text's own: shares and voting power are not the same. Where a text gives the power to
//! several, each has it; two votes stated for the same holders of the power are two readings. Who may adjourn a meeting may
//! adjourn it for one matter and let the others go on, unless the text says otherwise; where it says nothing there is a second
//! reading. The statute takes for granted, from 1 August 2022, that a meeting is adjourned for a technical failure (§ 222(c)),
//! and gives nobody the power: where no vote could be taken and the text names nobody, the chair must say on what ground.
//!
//! **What may vary.** Everything; certificate or bylaws may give the power to the one presiding, or for one reason alone.
//!
//! **Not encoded.** Whether an adjournment was moved for a proper purpose.
//!
//! **Open question.** A rule on ordinary questions that is itself stated only for a quorate meeting: whether those present
//! without a quorum adjourn by it, or by the statute's like vote, makes a difference only where the two bases do.

use quorate_law::vocabulary::adjournment::{BY, DEFINITION, ONE_MATTER, QUORUM, REASON, VOTE};
use quorate_law::vocabulary::{stockholder_quorum, stockholder_vote};
use quorate_law::{Provision, Situation};

use super::super::voting::figures::{
    ABSTAIN, AGAINST, BROKER_NON_VOTES, CLASSES, FOR, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING, SHARES_PRESENT,
    VOTES_ENTITLED, VOTES_PRESENT,
};
use super::super::voting::vote_law::{Limb, limb_sets, standard};
use super::adjournment_verdict::{ADJOURNED, ADJOURNED_BY, REASON_GIVEN, Verdict, combined, unknown_vote, verdict};
use super::meeting_vote::hold;
use super::order::is_same_office;
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{finding, rely_on};

/// The adjournment was not carried.
pub static NOT_CARRIED: FindingDefinition = FindingDefinition {
    id: "adjournment-not-carried",
    title: "the adjournment was not carried",
    rank: Rank::Vote,
};
/// One matter was adjourned alone.
pub static ALONE: FindingDefinition = FindingDefinition {
    id: "matter-adjourned-alone",
    title: "one matter was adjourned while the others went on",
    rank: Rank::Authority,
};

/// Whether there is a quorum.
pub static IS_QUORATE: Fact<bool> = Fact::new("is-quorate", "whether a quorum is present or represented");
/// The matter adjourned alone.
pub static MATTER_ALONE: Fact<String> = Fact::new(
    "adjourned-matter",
    "the matter for which alone the meeting was adjourned, while the others went on",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "adjournment-power",
    title: "Who may adjourn a stockholders' meeting, and by what vote?",
    chapter: "stockholders",
    capabilities: &["S9"],
    source: include_str!("adjournment_power.rs"),
    facts: &[
        &IS_QUORATE.spec,
        &FOR.spec,
        &AGAINST.spec,
        &ABSTAIN.spec,
        &BROKER_NON_VOTES.spec,
        &SHARES_PRESENT.spec,
        &VOTES_PRESENT.spec,
        &SHARES_ENTITLED.spec,
        &VOTES_ENTITLED.spec,
        &SHARES_OUTSTANDING.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
        &ADJOURNED.spec,
        &ADJOURNED_BY.spec,
        &REASON_GIVEN.spec,
        &MATTER_ALONE.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[],
    provisions: &[
        &DEFINITION,
        &stockholder_vote::DEFINITION,
        &stockholder_quorum::DEFINITION,
    ],
    findings: &[&NOT_CARRIED, &ALONE],
    ask,
};

/// A power to adjourn: whose it is, and the vote, which is none where an office has the power.
#[derive(Clone)]
pub(super) struct Power<'a> {
    pub(super) by: String,
    pub(super) limbs: Vec<Limb<'a>>,
    pub(super) authority: Vec<&'a Provision>,
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let is_quorate = inquiry.need(&IS_QUORATE)?;
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let reaching: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| reaches(inquiry, provision, is_quorate))
        .collect();
    rely_on(inquiry, &resolution, &reaching);
    let mut powers = Vec::new();
    for provision in &reaching {
        powers.extend(powers_of(inquiry, provision)?);
    }
    if powers.is_empty() {
        if !is_quorate {
            return Err(Pause::Silent(&DEFINITION));
        }
        if let Some(provision) = resolution.first() {
            inquiry.show(format!(
                "{}: its power is for want of a quorum; with one, adjourning is a question like any other",
                provision.citation
            ));
        }
        powers = by_ordinary_vote(inquiry, PRESENT, &[])?;
    }
    let readings = readings_of(powers);
    let mut outcomes = Vec::new();
    for powers in &readings {
        outcomes.push(judged(inquiry, powers)?);
    }
    if let Some(found) = combined(outcomes.iter_mut().filter_map(|(_, verdict)| verdict.take()).collect()) {
        inquiry.find(found);
    }
    alone(inquiry, &resolution.controlling);
    let values: Vec<Value> = outcomes.into_iter().map(|(value, _)| value).collect();
    match values.as_slice() {
        [only] => Ok(only.clone().into()),
        _ => Ok(told_apart(&readings, values)),
    }
}

/// Whose power it is where the text names nobody else.
const PRESENT: &str = "those present";

/// Whether a provision gives its power with or without the quorum, and for the reason, that there is.
fn reaches(inquiry: &Inquiry<'_>, provision: &Provision, is_quorate: bool) -> bool {
    let by_quorum = match provision.word(&QUORUM) {
        Some("without") => !is_quorate,
        Some("with") => is_quorate,
        _ => true,
    };
    let reason = provision.word(&REASON);
    by_quorum && (reason.is_none() || reason == inquiry.known(&REASON_GIVEN))
}

/// What one provision gives: several powers only where the rule on ordinary questions has several readings.
fn powers_of<'a>(inquiry: &mut Inquiry<'a>, provision: &'a Provision) -> Result<Vec<Power<'a>>, Pause> {
    let by = provision.word(&BY).unwrap_or(PRESENT);
    let power = |limbs: Vec<Limb<'a>>| {
        vec![Power {
            by: by.to_owned(),
            limbs,
            authority: vec![provision],
        }]
    };
    if let Some(proportion) = provision.get(&VOTE) {
        return Ok(power(vec![Limb {
            provision,
            proportion: *proportion,
        }]));
    }
    if !is_of_those_present(by) {
        return Ok(power(Vec::new()));
    }
    inquiry.show(format!(
        "{} states no vote: the one for ordinary questions is taken",
        provision.citation
    ));
    by_ordinary_vote(inquiry, by, &[provision])
}

/// Whether those who may adjourn are the voters at the meeting, and not the holder of an office, who needs no vote.
fn is_of_those_present(by: &str) -> bool {
    [PRESENT, "stockholders", "shareholders", "holders"]
        .iter()
        .any(|voters| by.starts_with(voters))
}

/// The power of those who may adjourn by the vote that decides ordinary questions.
fn by_ordinary_vote<'a>(
    inquiry: &mut Inquiry<'a>,
    by: &str,
    authority: &[&'a Provision],
) -> Result<Vec<Power<'a>>, Pause> {
    let sets = limb_sets(inquiry, &Situation::general().with("matter", "ordinary"))?;
    let power = |limbs: Vec<Limb<'a>>| {
        let mut authority = authority.to_vec();
        for limb in &limbs {
            if !authority.iter().any(|known| std::ptr::eq(*known, limb.provision)) {
                authority.push(limb.provision);
            }
        }
        Power {
            by: by.to_owned(),
            limbs,
            authority,
        }
    };
    Ok(sets.into_iter().map(power).collect())
}

/// The powers in each reading: every holder has a power, and a holder for whom several votes are stated has one of them in each.
fn readings_of(powers: Vec<Power<'_>>) -> Vec<Vec<Power<'_>>> {
    let mut holders: Vec<Vec<Power<'_>>> = Vec::new();
    for power in powers {
        match holders.iter_mut().find(|same| is_same_office(&same[0].by, &power.by)) {
            Some(same) => same.push(power),
            None => holders.push(vec![power]),
        }
    }
    let most = holders.iter().map(Vec::len).max().unwrap_or(0);
    (0..most)
        .map(|reading| holders
                .iter()
                .filter_map(|same| same.get(reading).or(same.last()).cloned())
                .collect())
        .collect()
}

/// What the powers of one reading come to, as named fields, with the finding where the facts allow one.
fn judged<'a>(inquiry: &mut Inquiry<'a>, powers: &[Power<'a>]) -> Result<(Value, Option<Verdict<'a>>), Pause> {
    let by: Vec<&str> = powers.iter().map(|power| power.by.as_str()).collect();
    let mut fields = vec![("by".to_owned(), by.join("; or "))];
    let mut by_vote = None;
    if let Some(power) = powers.iter().find(|power| !power.limbs.is_empty()) {
        let vote: Vec<String> = power.limbs.iter().map(|limb| limb.proportion.to_string()).collect();
        fields.push(("vote".to_owned(), vote.join(", and ")));
        by_vote = carried(inquiry, power, &mut fields)?;
    }
    let verdict = verdict(inquiry, powers, by_vote);
    let outcome = match verdict.as_ref().map(|verdict| verdict.status) {
        Some(FindingStatus::Met) => "carried",
        Some(FindingStatus::Unmet) => "not carried",
        _ => "may be adjourned",
    };
    fields.insert(0, ("outcome".to_owned(), outcome.to_owned()));
    Ok((Value::Tally(fields), verdict))
}

/// Whether every limb is met; none while nobody tells the votes.
fn carried<'a>(
    inquiry: &mut Inquiry<'a>,
    power: &Power<'a>,
    fields: &mut Vec<(String, String)>,
) -> Result<Option<Verdict<'a>>, Pause> {
    let mut held = Vec::new();
    for limb in &power.limbs {
        let Some(limb) = hold(inquiry, *limb)? else {
            return Ok(inquiry.known(&FOR).map(|votes_for| unknown_vote(&votes_for, power)));
        };
        inquiry.show(limb.figures.clone());
        held.push(limb);
    }
    if let Some(needed) = held.iter().map(|held| &held.needed).max() {
        fields.push(("needed".to_owned(), needed.to_string()));
    }
    let Some(votes_for) = inquiry.known(&FOR) else {
        return Ok(None);
    };
    let is_carried = held.iter().all(|held| held.is_met == Some(true));
    let needed: Vec<String> = held
        .iter()
        .map(|held| format!("{} of {}", held.needed, held.base))
        .collect();
    let message = format!(
        "{votes_for} for adjourning; needed: {} ({})",
        needed.join(", and "),
        standard(&power.limbs)
    );
    Ok(Some(Verdict {
        status: if is_carried {
            FindingStatus::Met
        } else {
            FindingStatus::Unmet
        },
        message,
        authority: power.authority.clone(),
        arithmetic: held.into_iter().map(|held| held.figures).collect(),
        help: (!is_carried).then(|| {
            "the meeting is not adjourned: put the motion again, or go on as far as the quorum allows".to_owned()
        }),
        blames: vec!["for"],
    }))
}

/// Whether one matter may be adjourned while the others go on.
fn alone(inquiry: &mut Inquiry<'_>, provisions: &[&Provision]) {
    let Some(matter) = inquiry.known(&MATTER_ALONE) else {
        return;
    };
    let speaking = provisions
        .iter()
        .copied()
        .find(|provision| provision.get(&ONE_MATTER).is_some());
    let (status, message) = match speaking.and_then(|provision| provision.get(&ONE_MATTER)) {
        Some(true) => (
            FindingStatus::Met,
            format!("{matter} was adjourned alone, as the text allows"),
        ),
        Some(false) => (
            FindingStatus::Unmet,
            format!("{matter} was adjourned alone; the text has the whole meeting adjourned"),
        ),
        None => (
            FindingStatus::DependsOnReading,
            format!(
                "{matter} was adjourned alone; the text speaks of adjourning the meeting: we prefer that this takes in adjourning it for one matter"
            ),
        ),
    };
    let authority: Vec<&Provision> = speaking.map_or_else(|| provisions.to_vec(), |provision| vec![provision]);
    let mut found = finding(&ALONE, true, message, &authority, vec!["adjourned-matter"]);
    found.status = status;
    found.help = match status {
        FindingStatus::Unmet => Some("adjourn the meeting with all that is left, or go on with it all".to_owned()),
        FindingStatus::DependsOnReading => Some(
            "the chair of the meeting, on counsel's advice, must say so; adjourning all that is left is the safe course"
                .to_owned(),
        ),
        _ => None,
    };
    inquiry.find(found);
}

fn told_apart(readings: &[Vec<Power<'_>>], values: Vec<Value>) -> Conclusion {
    // What tells the readings apart is the power that differs between them.
    let differing = |powers: &Vec<Power<'_>>| {
        let place = (0..powers.len())
            .find(|place| {
                readings
                    .iter()
                    .any(|other| other[*place].authority.first().map(|one| &one.citation) != powers[*place].authority.first().map(|one| &one.citation))
            })
            .unwrap_or(0);
        powers[place]
            .authority
            .first()
            .map_or_else(String::new, |provision| provision.citation.to_string())
    };
    let reading = |(index, (powers, value)): (usize, (&Vec<Power<'_>>, Value))| {
        let citation = differing(powers);
        Reading {
            text: format!("the power of {citation}"),
            value,
            because: format!("{citation} gives it, and another section of the same rank gives another"),
            is_preferred: index == 0,
            who_decides: "the chair of the meeting, on counsel's advice".to_owned(),
        }
    };
    Conclusion::Readings(readings.iter().zip(values).enumerate().map(reading).collect())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "adjournment-power";

    #[test]
    fn a_majority_of_the_shares_present_adjourns_with_or_without_a_quorum() {
        // A majority of 200 shares is 101, of 201 is 101.
        for (votes_for, present, expected) in [
            ("101", "200", "met"),
            ("100", "200", "unmet"),
            ("101", "201", "met"),
            ("100", "201", "unmet"),
        ] {
            for is_quorate in ["yes", "no"] {
                let told = [
                    ("is-quorate", is_quorate),
                    ("for", votes_for),
                    ("shares-present", present),
                ];
                let answer = ask_under("altiris-2006", ID, &told);
                assert_eq!(status(&answer, "adjournment-not-carried"), expected, "{told:?}");
                assert_eq!(field(&answer, "needed"), "101");
            }
        }
        // The quorum makes no difference, so it is not asked for.
        let answer = ask_under("altiris-2006", ID, &[]);
        assert_eq!(
            (field(&answer, "vote").as_str(), answer.needs.len()),
            ("majority of shares present", 0)
        );
    }

    #[test]
    fn a_power_for_want_of_a_quorum_ends_with_the_quorum() {
        // Without a quorum shares are counted, with one the vote is that of any question: voting power.
        let votes = [("for", "101"), ("shares-present", "200"), ("votes-present", "300")];
        for (is_quorate, vote, expected) in [
            ("no", "majority of shares present", "met"),
            ("yes", "majority of voting power present", "unmet"),
        ] {
            let told: Vec<_> = votes.into_iter().chain([("is-quorate", is_quorate)]).collect();
            let answer = ask_under("raining-data-2001", ID, &told);
            assert_eq!(field(&answer, "vote"), vote);
            assert_eq!(status(&answer, "adjournment-not-carried"), expected);
        }
    }

    #[test]
    fn a_text_that_states_no_vote_takes_the_ordinary_one() {
        for (votes_for, outcome) in [("150", "not carried"), ("151", "carried")] {
            let told = [("is-quorate", "no"), ("for", votes_for), ("votes-present", "300")];
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(
                field(&answer, "by"),
                "stockholders entitled to vote who are present in person or by proxy"
            );
            assert_eq!(
                (field(&answer, "vote").as_str(), field(&answer, "outcome").as_str()),
                ("majority of voting power present", outcome)
            );
        }
        let answer = ask_under("novell-2001", ID, &[("is-quorate", "yes")]);
        assert_eq!(field(&answer, "by"), "those present");
        assert_eq!(field(&answer, "outcome"), "may be adjourned");
    }

    #[test]
    fn silent_bylaws_leave_the_ordinary_vote_of_the_statute_for_a_quorate_meeting() {
        let answer = ask_with_bylaws("narrative \"nothing\"", ID, &[("is-quorate", "yes")]);
        assert_eq!(
            field(&answer, "vote"),
            "majority of shares present and entitled to vote on the matter"
        );
        let answer = ask_with_bylaws("narrative \"nothing\"", ID, &[("is-quorate", "no")]);
        assert_eq!(answer.value, None);
    }

    #[test]
    fn an_office_needs_no_vote() {
        let bylaws = "adjournment quorum=\"with or without\" by=\"chair of the meeting\"";
        for (adjourned_by, expected) in [("Chair of the meeting", "met"), ("secretary", "unmet")] {
            let told = [("is-quorate", "yes"), ("adjourned-by", adjourned_by)];
            let answer = ask_with_bylaws(bylaws, ID, &told);
            assert_eq!(status(&answer, "adjournment-not-carried"), expected);
        }
    }

    #[test]
    fn the_fraction_of_the_text_counts() {
        let bylaws = "adjournment \"at least 2/3 of shares present\" quorum=\"with or without\"";
        for (votes_for, expected) in [("133", "unmet"), ("134", "met")] {
            let told = [("is-quorate", "no"), ("for", votes_for), ("shares-present", "200")];
            assert_eq!(
                status(&ask_with_bylaws(bylaws, ID, &told), "adjournment-not-carried"),
                expected,
                "{votes_for}"
            );
        }
    }
}
