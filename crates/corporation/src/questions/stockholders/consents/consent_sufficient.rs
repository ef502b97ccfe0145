//! # Have enough votes consented?
//!
//! Answers to 8 Del. C. § 228(a) (the least number of votes that would be needed at a meeting at which all shares entitled to
//! vote were present and voted), § 211(b) (directors elected by consent in place of the annual meeting), and to the sections of
//! the bylaws on consents and on votes.
//!
//! **Our reading.** The vote that a meeting needs is taken with every share present and voting: a majority of those present is then
//! a majority of all entitled, and who does not consent counts as voting against. A class that votes by itself must reach its
//! own number, asked apart. Until 30 June 1997 only unanimous consent stood for the annual meeting; from 1 July 1997 a smaller one
//! does if every seat that could be filled there is vacant and is filled. For directors a majority of the votes is taken
//! where the standard is a plurality, as more cannot be cast for another slate. A holding of several persons counts once: see
//! `joint-holders-vote`.
//!
//! **What may vary.** The certificate may ask for more.
//!
//! **Not encoded.** Which of the consents are good: `consent-form` and `consent-delivery` say that of each.
//!
//! **Open question.** Whether a plurality elects by consent with fewer than a majority of all votes.

use quorate_law::vocabulary::consent_votes::{self, NEEDED};
use quorate_law::vocabulary::election_by_consent::{self, TERMS};
use quorate_law::vocabulary::{Term, share_class, stock_proportions, stockholder_vote};
use quorate_law::{Measure, Reckoning, Situation};

use super::facts::ENOUGH_DELIVERED;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MATTERS, finding};
use crate::questions::stockholders::voting::figures::{
    CLASS, CLASSES, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING, VOTE, VOTES_ENTITLED, entitled, is_class_vote,
    measure_of, outstanding, vote_situation,
};
use crate::questions::stockholders::voting::vote_law::limb_sets;
use crate::threshold;

/// The votes that consented.
pub static CONSENTING: Fact<Quantity> =
    Fact::new("consenting", "the votes, or the shares where shares are counted, of those whose consents are good");
/// Whether all seats are vacant and filled.
pub static SEATS_VACANT: Fact<bool> = Fact::new(
    "all-seats-vacant",
    "whether every seat that could be filled at the annual meeting is vacant and is filled by the consent",
);

/// Too few.
pub static TOO_FEW: FindingDefinition =
    FindingDefinition { id: "consents-too-few", title: "too few votes consented", rank: Rank::Vote };
/// Not in place of the annual meeting.
pub static NOT_FOR_ANNUAL: FindingDefinition = FindingDefinition {
    id: "consent-not-annual-election",
    title: "the consent does not stand for the annual meeting",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "consent-sufficient",
    title: "Have enough votes consented?",
    chapter: "stockholders",
    capabilities: &["S20", "S10"],
    source: include_str!("consent_sufficient.rs"),
    facts: &[
        &MATTERS.spec,
        &ENOUGH_DELIVERED.spec,
        &CONSENTING.spec,
        &VOTE.spec,
        &CLASS.spec,
        &SHARES_ENTITLED.spec,
        &VOTES_ENTITLED.spec,
        &SHARES_OUTSTANDING.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
        &SEATS_VACANT.spec,
    ],
    shape: Shape::Threshold,
    reckoning: &[(Reckoning::Conduct, "sufficient-delivery"), (Reckoning::Meeting, "sufficient-delivery")],
    provisions: &[
        &consent_votes::DEFINITION,
        &election_by_consent::DEFINITION,
        &stockholder_vote::DEFINITION,
        &share_class::DEFINITION,
        &stock_proportions::DEFINITION,
    ],
    findings: &[&TOO_FEW, &NOT_FOR_ANNUAL],
    ask,
};

/// A base in figures, and the least of it that is enough.
struct Needed {
    base: Quantity,
    name: String,
    votes: Quantity,
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let rule = inquiry.require(&consent_votes::DEFINITION, &Situation::general())?;
    let matters = inquiry.need(&MATTERS)?;
    let is_election = matters.iter().any(|matter| matter == "election of directors");
    let is_unanimous = rule.controlling.iter().any(|text| text.word(&NEEDED) == Some("unanimous"));
    let needed = match (is_unanimous, is_election) {
        (true, _) => all(inquiry)?,
        (false, true) => majority_of_all(inquiry)?,
        (false, false) => by_vote(inquiry)?,
    };
    inquiry.show(format!("{}: {}; needed {}", needed.name, needed.base, needed.votes));
    let consenting = inquiry.known(&CONSENTING);
    let is_met = consenting.as_ref().map(|votes| *votes >= needed.votes && *votes > Quantity::zero());
    if let (Some(votes), Some(is_met)) = (&consenting, is_met) {
        let message = format!("{votes} consented of {}; {} are needed", needed.base, needed.votes);
        let mut found = finding(&TOO_FEW, is_met, message, &rule.controlling, vec!["consenting"]);
        let missing = needed.votes.minus(votes).unwrap_or_else(Quantity::zero);
        found.help = (!is_met).then(|| format!("obtain the consents of {missing} more within the time for them"));
        inquiry.find(found);
    }
    if is_election {
        judge_election(inquiry, consenting.as_ref(), &needed.base)?;
    }
    Ok(Value::Threshold(crate::answer::Threshold {
        needed: needed.votes,
        base: needed.base,
        base_name: needed.name,
        present: consenting,
        met: is_met,
    })
    .into())
}

/// Everything entitled.
fn all(inquiry: &mut Inquiry<'_>) -> Result<Needed, Pause> {
    let base = entitled(inquiry, Measure::Votes)?;
    Ok(Needed { votes: base.clone(), base, name: "all votes entitled".to_owned() })
}

/// More than half of the votes that could be cast for directors.
fn majority_of_all(inquiry: &mut Inquiry<'_>) -> Result<Needed, Pause> {
    let base = entitled(inquiry, Measure::Votes)?;
    let votes = threshold::needed(quorate_law::Fraction::MAJORITY, &base)?;
    Ok(Needed { base, name: "majority of all votes that could be cast".to_owned(), votes })
}

/// The vote of a meeting with everyone there: the most that any limb needs.
fn by_vote(inquiry: &mut Inquiry<'_>) -> Result<Needed, Pause> {
    let situation = vote_situation(inquiry)?;
    let mut most: Option<Needed> = None;
    for limb in limb_sets(inquiry, &situation)?.into_iter().next().unwrap_or_default() {
        let proportion = limb.proportion;
        let base = match outstanding(inquiry, limb.provision, proportion.base)? {
            Some(base) => base,
            None => {
                let measure = measure_of(inquiry, limb.provision, proportion.base.measure())?;
                entitled(inquiry, measure)?
            }
        };
        let votes = threshold::needed(proportion.fraction, &base)?;
        let class = if is_class_vote(inquiry) { " of the class" } else { "" };
        let name = format!("{proportion}, all{class} present and voting");
        if most.as_ref().is_none_or(|known| known.votes < votes) {
            most = Some(Needed { base, name, votes });
        }
    }
    most.ok_or(Pause::Silent(&stockholder_vote::DEFINITION))
}

/// Whether an election by consent stands for the annual meeting.
fn judge_election(inquiry: &mut Inquiry<'_>, consenting: Option<&Quantity>, base: &Quantity) -> Result<(), Pause> {
    let rule = inquiry.consult(&election_by_consent::DEFINITION, &Situation::general())?;
    let names = |word: &str| rule.controlling.iter().any(|text| text.get_all(&TERMS).into_iter().any(|Term(known)| known == word));
    let is_unanimous = consenting.is_some_and(|votes| votes >= base);
    let vacant = inquiry.known(&SEATS_VACANT);
    if rule.is_silent() || consenting.is_none() || (!is_unanimous && vacant.is_none()) {
        return Ok(());
    }
    let is_met = is_unanimous || (vacant == Some(true) && names("all seats vacant and filled"));
    let message = match (is_unanimous, vacant) {
        (true, _) => "the consent is unanimous",
        (false, Some(true)) => "the consent is not unanimous; every seat is vacant and filled by it",
        _ => "the consent is not unanimous, and not every seat is vacant and filled by it",
    };
    let mut found = finding(&NOT_FOR_ANNUAL, is_met, message.to_owned(), &rule.controlling, vec!["all-seats-vacant"]);
    found.help = (!is_met).then(|| "obtain unanimous consent, or hold the annual meeting".to_owned());
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, status};

    #[test]
    fn the_vote_of_a_meeting_with_everyone_there() {
        for (set, matters, consenting, needed, word) in [
            ("novell-2001", "ordinary", "500", "501", "unmet"),
            ("novell-2001", "ordinary", "501", "501", "met"),
            ("raining-data-2001", "merger", "501", "501", "met"),
        ] {
            let told = [
                ("matters", matters),
                ("sufficient-delivery", "2003-03-03"),
                ("shares-entitled", "1000"),
                ("shares-outstanding", "1000"),
                ("consenting", consenting),
            ];
            let answer = ask_under(set, "consent-sufficient", &told);
            assert_eq!(field(&answer, "needed"), needed, "{set}");
            assert_eq!(status(&answer, "consents-too-few"), word, "{set} {consenting}");
        }
    }

    #[test]
    fn directors_in_place_of_the_annual_meeting() {
        for (on, consenting, vacant, word) in [
            ("1997-06-30", "1000", "no", "met"),
            ("1997-06-30", "999", "yes", "unmet"),
            ("1997-07-01", "999", "yes", "met"),
            ("1997-07-01", "999", "no", "unmet"),
        ] {
            let told = [
                ("matters", "election of directors"),
                ("sufficient-delivery", on),
                ("shares-entitled", "1000"),
                ("consenting", consenting),
                ("all-seats-vacant", vacant),
            ];
            let answer = ask_under("novell-2001", "consent-sufficient", &told);
            assert_eq!(status(&answer, "consent-not-annual-election"), word, "{on} {consenting} {vacant}");
        }
    }
}
