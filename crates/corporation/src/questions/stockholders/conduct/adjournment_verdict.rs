//! Whether an adjournment that was taken was taken by those who have the power.

use quorate_law::Provision;

use super::adjournment_power::{NOT_CARRIED, Power};
use super::order::is_same_office;
use crate::facts::Fact;
use crate::finding::{Finding, FindingStatus};
use crate::inquiry::Inquiry;
use crate::quantity::Quantity;
use crate::questions::common::finding;

/// Whether the meeting was adjourned.
pub static ADJOURNED: Fact<bool> = Fact::new(
    "adjourned",
    "whether the meeting was in fact adjourned; then what is not known of how it was is said",
);
/// Who adjourned.
pub static ADJOURNED_BY: Fact<String> = Fact::new(
    "adjourned-by",
    "the office of the person who adjourned the meeting without a vote",
);
/// Why.
pub static REASON_GIVEN: Fact<&'static str> = Fact::word(
    "reason",
    &["want of quorum", "technical failure", "other"],
    "why the meeting was adjourned; a technical failure is one to convene or continue by remote communication",
);

/// What one reading says of the adjournment.
pub(super) struct Verdict<'a> {
    pub(super) status: FindingStatus,
    pub(super) message: String,
    pub(super) authority: Vec<&'a Provision>,
    pub(super) arithmetic: Vec<String>,
    pub(super) help: Option<String>,
    pub(super) blames: Vec<&'static str>,
}

/// The votes are told, and what they are to be taken of is not.
pub(super) fn unknown_vote<'a>(votes_for: &Quantity, power: &Power<'a>) -> Verdict<'a> {
    Verdict {
        status: FindingStatus::Unknown,
        message: format!("{votes_for} for adjourning; how many were there to vote is not known"),
        authority: power.authority.clone(),
        arithmetic: Vec::new(),
        help: Some("say how many shares or votes were present".to_owned()),
        blames: vec!["for"],
    }
}

/// The verdict of one reading, from the vote where one is told, else from who adjourned; none while nothing is told.
pub(super) fn verdict<'a>(
    inquiry: &Inquiry<'_>,
    powers: &[Power<'a>],
    by_vote: Option<Verdict<'a>>,
) -> Option<Verdict<'a>> {
    let by_office = inquiry.known(&ADJOURNED_BY).map(|by| by_office(inquiry, powers, &by));
    match (by_vote, by_office) {
        // One power that was used is enough.
        (Some(vote), Some(office)) => Some(if office.status == FindingStatus::Met {
            office
        } else {
            vote
        }),
        (Some(vote), None) => Some(vote),
        (None, Some(office)) => Some(office),
        (None, None) => unvoted(inquiry, powers),
    }
}

fn whose(powers: &[Power<'_>]) -> String {
    let each: Vec<String> = powers
        .iter()
        .map(|power| {
            let vote: Vec<String> = power.limbs.iter().map(|limb| limb.proportion.to_string()).collect();
            if vote.is_empty() {
                power.by.clone()
            } else {
                format!("{}, by {}", power.by, vote.join(", and "))
            }
        })
        .collect();
    each.join("; or ")
}

fn all_authority<'a>(powers: &[Power<'a>]) -> Vec<&'a Provision> {
    powers
        .iter()
        .flat_map(|power| power.authority.iter().copied())
        .collect()
}

/// Whether the one who adjourned without a vote has the power by office.
fn by_office<'a>(inquiry: &Inquiry<'_>, powers: &[Power<'a>], adjourned_by: &str) -> Verdict<'a> {
    let holds = powers
        .iter()
        .find(|power| power.limbs.is_empty() && is_same_office(adjourned_by, &power.by));
    let message = format!(
        "{adjourned_by} adjourned the meeting; the power is of: {}",
        whose(powers)
    );
    let (status, help) = match holds {
        Some(_) => (FindingStatus::Met, None),
        None if is_technical(inquiry) => (FindingStatus::NeedsJudgment, Some(GROUND.to_owned())),
        None => (
            FindingStatus::Unmet,
            Some(format!("have the meeting adjourned by: {}", whose(powers))),
        ),
    };
    Verdict {
        status,
        message,
        authority: holds.map_or_else(|| all_authority(powers), |power| power.authority.clone()),
        arithmetic: Vec::new(),
        help,
        blames: vec!["adjourned-by"],
    }
}

/// What must be said where a failure leaves no vote to be taken.
const GROUND: &str = "the chair of the meeting, on counsel's advice, must say on what ground it was adjourned without a vote; have those present vote on it as soon as they can be heard";

fn is_technical(inquiry: &Inquiry<'_>) -> bool {
    inquiry.known(&REASON_GIVEN) == Some("technical failure")
}

/// An adjournment of which neither a vote nor a person is told.
fn unvoted<'a>(inquiry: &Inquiry<'_>, powers: &[Power<'a>]) -> Option<Verdict<'a>> {
    let (status, message, help) = if is_technical(inquiry) && powers.iter().all(|power| !power.limbs.is_empty()) {
        (
            FindingStatus::NeedsJudgment,
            format!(
                "the meeting was adjourned for a technical failure without a vote; the power is of: {}",
                whose(powers)
            ),
            GROUND.to_owned(),
        )
    } else if inquiry.known(&ADJOURNED) == Some(true) {
        (
            FindingStatus::Unknown,
            format!(
                "who adjourned the meeting, or by what vote, is not told; the power is of: {}",
                whose(powers)
            ),
            "tell the votes for and against adjourning, or who adjourned without a vote".to_owned(),
        )
    } else {
        return None;
    };
    Some(Verdict {
        status,
        message,
        authority: all_authority(powers),
        arithmetic: Vec::new(),
        help: Some(help),
        blames: vec!["adjourned"],
    })
}

/// The finding of all readings: theirs where they agree, and doubtful where they do not.
pub(super) fn combined(verdicts: Vec<Verdict<'_>>) -> Option<Finding> {
    let are_one = verdicts.windows(2).all(|pair| pair[0].status == pair[1].status);
    let first = verdicts.into_iter().next()?;
    let mut found = finding(&NOT_CARRIED, true, first.message, &first.authority, first.blames);
    found.status = if are_one {
        first.status
    } else {
        FindingStatus::DependsOnReading
    };
    found.arithmetic = first.arithmetic;
    found.help = first.help;
    Some(found)
}
