//! A vote taken in the conduct of a meeting, held against a proportion of the text as any other vote is.

use super::super::voting::figures::{ABSTAIN, AGAINST, BROKER_NON_VOTES, FOR};
use super::super::voting::vote_law::{Ballots, Limb, PREFERRED, base};
use crate::inquiry::{Inquiry, Pause};
use crate::quantity::Quantity;
use crate::threshold::Units;

/// A limb held against the votes that are told.
pub struct Held {
    /// What the fraction is taken of.
    pub base: Quantity,
    /// The least that is enough.
    pub needed: Quantity,
    /// Whether the votes for are enough; none while they are not known.
    pub is_met: Option<bool>,
    /// The count on one line.
    pub figures: String,
}

/// Holds the votes told against a limb; none while the figures for its base are not known.
///
/// # Errors
/// Pauses when the figures cannot be counted, or the base is none that stockholders vote by.
pub fn hold(inquiry: &mut Inquiry<'_>, limb: Limb<'_>) -> Result<Option<Held>, Pause> {
    let ballots = Ballots {
        votes_for: inquiry.known(&FOR),
        against: inquiry.known(&AGAINST),
        abstain: inquiry.known(&ABSTAIN).unwrap_or_else(Quantity::zero),
        broker_non_votes: inquiry.known(&BROKER_NON_VOTES).unwrap_or_else(Quantity::zero),
    };
    // Who may adjourn, and by what vote, is said before anybody is counted.
    let taken_of = match base(inquiry, limb, &ballots, PREFERRED) {
        Err(Pause::Unknown { .. }) => None,
        other => other?,
    };
    let Some((base, words)) = taken_of else {
        return Ok(None);
    };
    let units = Units::of(std::iter::once(&base).chain(&ballots.votes_for))?;
    let threshold = units.threshold(limb.proportion.fraction, &base)?;
    let needed = units.needed(&threshold)?;
    let Some(votes_for) = &ballots.votes_for else {
        return Ok(Some(Held {
            base,
            needed,
            is_met: None,
            figures: words,
        }));
    };
    let votes = units.votes(votes_for)?;
    // Nothing is carried by no votes at all, whatever a fraction of an empty base comes to.
    let is_met = threshold.is_met(votes) && *votes_for > Quantity::zero();
    let figures = format!("{words}; {}", units.trace(&threshold, votes));
    Ok(Some(Held {
        base,
        needed,
        is_met: Some(is_met),
        figures,
    }))
}
