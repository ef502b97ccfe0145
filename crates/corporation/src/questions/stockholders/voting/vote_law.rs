//! The ordinary vote: which provisions set it, what each of their bases takes in, and how votes stand against them.

use quorate_law::vocabulary::stockholder_vote::{ABSTENTIONS, AND, BROKER_NON_VOTES, DEFINITION, PROPORTION, UNLESS};
use quorate_law::vocabulary::{Field, Term};
use quorate_law::{Base, Measure, Proportion, Provision, Situation};

use super::figures::{measure_of, outstanding, present, speaking};
use super::quorum::required_quorum;
use crate::inquiry::{Inquiry, Pause};
use crate::quantity::Quantity;
use crate::threshold::{Turn, Units};

/// One limb of a provision on the vote.
#[derive(Clone, Copy)]
pub struct Limb<'a> {
    /// The provision.
    pub provision: &'a Provision,
    /// The proportion that the votes for must make.
    pub proportion: Proportion,
}

/// The votes on one matter, or for one nominee; what is not known is none.
#[derive(Clone)]
pub struct Ballots {
    /// Votes for.
    pub votes_for: Option<Quantity>,
    /// Votes against.
    pub against: Option<Quantity>,
    /// Abstentions.
    pub abstain: Quantity,
    /// Broker non-votes.
    pub broker_non_votes: Quantity,
}

/// How a doubtful base is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Treatment {
    /// Whether shares that abstain are among those "represented and voting".
    pub abstentions_vote: bool,
    /// Whether broker non-votes are among the "shares present" of a text that does not speak of voting power or of entitlement.
    pub broker_shares_present: bool,
}

impl Treatment {
    /// The treatment as the limb's own text settles it, where it does.
    pub fn of(self, limb: Limb<'_>) -> Self {
        let settled = |word: Option<&str>, otherwise| word.map_or(otherwise, |word| word == "counted");
        Self {
            abstentions_vote: settled(limb.provision.word(&ABSTENTIONS), self.abstentions_vote),
            broker_shares_present: settled(limb.provision.word(&BROKER_NON_VOTES), self.broker_shares_present),
        }
    }
}

/// The treatment we prefer.
pub const PREFERRED: Treatment = Treatment {
    abstentions_vote: false,
    broker_shares_present: true,
};

impl Ballots {
    /// For, against, abstentions and broker non-votes together; none while for or against is not known.
    pub fn total(&self) -> Option<Quantity> {
        let cast = self.votes_for.as_ref()?.plus(self.against.as_ref()?);
        Some(cast.plus(&self.abstain).plus(&self.broker_non_votes))
    }
}

/// A limb held against votes.
pub struct Judged<'a> {
    /// The limb.
    pub limb: Limb<'a>,
    /// What the fraction is taken of.
    pub base: Quantity,
    /// The least that is enough.
    pub needed: Quantity,
    /// Whether the votes for are enough.
    pub is_met: bool,
    /// The comparison in figures.
    pub figures: String,
}

/// All limbs of a set held against votes.
pub struct Outcome<'a> {
    /// Limb by limb, the highest-ranking provision first.
    pub limbs: Vec<Judged<'a>>,
    /// Whether all are met.
    pub is_carried: bool,
    /// The least change of sides that would turn it.
    pub turn: Option<Turn>,
}

impl Outcome<'_> {
    /// The most that any limb needs.
    pub fn needed(&self) -> Quantity {
        self.limbs
            .iter()
            .map(|judged| judged.needed.clone())
            .max()
            .unwrap_or_else(Quantity::zero)
    }
}

/// The limbs that decide a matter; several sets where provisions of one document are alternatives. No set is empty.
///
/// # Errors
/// Pauses as [`Inquiry::require`] does.
pub fn limb_sets<'a>(inquiry: &mut Inquiry<'a>, situation: &Situation) -> Result<Vec<Vec<Limb<'a>>>, Pause> {
    let resolution = inquiry.require(&DEFINITION, situation)?;
    let gives_way = |provision: &Provision| provision.get(&UNLESS).cloned();
    let speaking = speaking(inquiry, &resolution, &gives_way).ok_or(Pause::Silent(&DEFINITION))?;
    let sets: Vec<Vec<Limb<'a>>> = speaking
        .sets()
        .into_iter()
        .map(limbs_of)
        .filter(|limbs| !limbs.is_empty())
        .collect();
    if sets.is_empty() {
        Err(Pause::Silent(&DEFINITION))
    } else {
        Ok(sets)
    }
}

/// The limbs of provisions, each provision's own in its order.
pub fn limbs_of(provisions: Vec<&Provision>) -> Vec<Limb<'_>> {
    let limb = |provision, proportion: &Proportion| Limb {
        provision,
        proportion: *proportion,
    };
    provisions
        .into_iter()
        .flat_map(|provision| {
            [&PROPORTION, &AND]
                .into_iter()
                .filter_map(move |field| Some(limb(provision, provision.get(field)?)))
        })
        .collect()
}

/// The limbs in words: "majority of voting power present (Oak, Inc. bylaws § 1.1)".
pub fn standard(limbs: &[Limb<'_>]) -> String {
    limbs
        .iter()
        .map(|limb| format!("{} ({})", limb.proportion, limb.provision.citation))
        .collect::<Vec<_>>()
        .join("; and ")
}

/// What a limb's fraction is taken of, with the shares in it in words; none while the figures for it are not known.
///
/// Sources: 8 Del. C. § 216; Berlin v. Emerald Partners, 552 A.2d 482 (Del. 1988) (broker non-votes are no voting power present on
/// the matter); Licht v. Storage Technology (Del. Ch. 2005) (abstentions are present and entitled).
///
/// # Errors
/// Pauses when a figure that it must have is not known, or is none that stockholders vote by.
pub fn base(
    inquiry: &mut Inquiry<'_>,
    limb: Limb<'_>,
    ballots: &Ballots,
    treatment: Treatment,
) -> Result<Option<(Quantity, String)>, Pause> {
    let base = limb.proportion.base;
    let treatment = treatment.of(limb);
    if let Some(quantity) = outstanding(inquiry, limb.provision, base)? {
        let words = format!("{base}: {quantity}, whoever is present");
        return Ok(Some((quantity, words)));
    }
    match base {
        Base::RequiredQuorum => {
            let quorum = required_quorum(inquiry)?;
            let words = format!("{base}: {quorum}");
            Ok(Some((quorum, words)))
        }
        Base::VotesCast | Base::SharesVoting => {
            // A text on votes cast has no doubt about abstentions, unless it counts them by name.
            let is_open = base == Base::SharesVoting || limb.provision.get(&ABSTENTIONS).is_some();
            Ok(cast(base, ballots, is_open && treatment.abstentions_vote))
        }
        Base::SharesPresentEntitled | Base::VotingPowerPresent => {
            let with_brokers = limb.provision.word(&BROKER_NON_VOTES) == Some("counted");
            there(inquiry, limb, ballots, with_brokers)
        }
        Base::SharesPresent | Base::ClassPresent => there(inquiry, limb, ballots, treatment.broker_shares_present),
        _ => Err(Pause::Impossible(format!(
            "{} takes a vote of stockholders of {base}",
            limb.provision.citation
        ))),
    }
}

/// Those who vote.
fn cast(base: Base, ballots: &Ballots, with_abstentions: bool) -> Option<(Quantity, String)> {
    let (votes_for, against) = (ballots.votes_for.as_ref()?, ballots.against.as_ref()?);
    let cast = votes_for.plus(against);
    if with_abstentions {
        let all = cast.plus(&ballots.abstain);
        let words = format!(
            "{base}: {votes_for} for + {against} against + {} abstaining = {all}",
            ballots.abstain
        );
        return Some((all, words));
    }
    let left_out = ballots.abstain.plus(&ballots.broker_non_votes);
    let words = format!(
        "{base}: {votes_for} for + {against} against = {cast}; {left_out} who abstain or cannot vote are not in it"
    );
    Some((cast, words))
}

/// Those who are there, with or without broker non-votes.
fn there(
    inquiry: &mut Inquiry<'_>,
    limb: Limb<'_>,
    ballots: &Ballots,
    with_brokers: bool,
) -> Result<Option<(Quantity, String)>, Pause> {
    let base = limb.proportion.base;
    let measure = if base.measure() == Measure::Votes {
        Measure::Votes
    } else {
        measure_of(inquiry, limb.provision, Measure::Shares)?
    };
    let told = present(inquiry, measure)?;
    // Where the figures do not tie, the larger is taken: it asks for more.
    let Some(all) = told.into_iter().chain(ballots.total()).max() else {
        return Ok(None);
    };
    let is_without = limb.provision.word(&ABSTENTIONS) == Some("not counted");
    let all = match is_without {
        true => all.minus(&ballots.abstain).unwrap_or_else(Quantity::zero),
        false => all,
    };
    if is_without {
        let out = if with_brokers {
            Quantity::zero()
        } else {
            ballots.broker_non_votes.clone()
        };
        let rest = all.minus(&out).unwrap_or_else(Quantity::zero);
        let words = format!("{base}: {rest}, without abstentions, as the text says");
        return Ok(Some((rest, words)));
    }
    if with_brokers {
        let words = format!("{base}: {all}, abstentions and broker non-votes among them");
        return Ok(Some((all, words)));
    }
    let brokers = &ballots.broker_non_votes;
    let rest = all.minus(brokers).unwrap_or_else(Quantity::zero);
    let words = format!("{base}: {all} − {brokers} broker non-votes = {rest}, abstentions among them");
    Ok(Some((rest, words)))
}

/// The doubtful words among the limbs that these figures touch: another treatment, in words, and why.
pub fn doubts(limbs: &[Limb<'_>], ballots: &Ballots) -> Vec<(Treatment, &'static str, &'static str)> {
    let takes = |bases: &[Base], field: &Field<Term>| {
        let is_open = |limb: &&Limb<'_>| limb.provision.get(field).is_none();
        limbs
            .iter()
            .filter(is_open)
            .any(|limb| bases.contains(&limb.proportion.base))
    };
    let mut doubts = Vec::new();
    if takes(&[Base::SharesVoting], &ABSTENTIONS) && ballots.abstain > Quantity::zero() {
        doubts.push((
            Treatment {
                abstentions_vote: true,
                ..PREFERRED
            },
            "shares that abstain are represented and voting",
            "a holder who marks a ballot takes part in the vote, whatever the mark",
        ));
    }
    if takes(&[Base::SharesPresent, Base::ClassPresent], &BROKER_NON_VOTES)
        && ballots.broker_non_votes > Quantity::zero()
    {
        doubts.push((
            Treatment { broker_shares_present: false, ..PREFERRED },
            "broker non-votes are not present for the vote",
            "a broker without authority on the matter does not bring the shares to it (Berlin v. Emerald Partners, of voting power)",
        ));
    }
    doubts
}

/// Holds votes against every limb.
///
/// # Errors
/// Pauses when a base is not known.
pub fn judge<'a>(
    inquiry: &mut Inquiry<'_>,
    limbs: &[Limb<'a>],
    ballots: &Ballots,
    treatment: Treatment,
) -> Result<Outcome<'a>, Pause> {
    let unknown = || Pause::Impossible("the votes for and against are not known".to_owned());
    let (votes_for, against) = (
        ballots.votes_for.as_ref().ok_or_else(unknown)?,
        ballots.against.as_ref().ok_or_else(unknown)?,
    );
    let mut bases = Vec::new();
    for limb in limbs {
        let (quantity, words) = base(inquiry, *limb, ballots, treatment)?.ok_or_else(unknown)?;
        bases.push((quantity, words));
    }
    let units = Units::of(bases.iter().map(|(quantity, _)| quantity).chain([votes_for, against]))?;
    let (mut judged, mut thresholds) = (Vec::new(), Vec::new());
    for (limb, (quantity, words)) in limbs.iter().zip(bases) {
        let threshold = units.threshold(limb.proportion.fraction, &quantity)?;
        // Nothing is carried by no votes at all, whatever a fraction of an empty base comes to.
        let is_met = threshold.is_met(units.votes(votes_for)?) && *votes_for > Quantity::zero();
        let figures = format!("{words}; {}", units.trace(&threshold, units.votes(votes_for)?));
        judged.push(Judged {
            limb: *limb,
            base: quantity,
            needed: units.needed(&threshold)?,
            is_met,
            figures,
        });
        thresholds.push(threshold);
    }
    let is_carried = judged.iter().all(|judged| judged.is_met);
    Ok(Outcome {
        is_carried,
        turn: units.turn(&thresholds, votes_for, against)?,
        limbs: judged,
    })
}
