//! Whether a quorum that was there is there still: after some have left, and at the adjourned meeting.

use quorate_law::vocabulary::quorum_withdrawal::{BREAKS, BUSINESS, DEFINITION, EXCEPT, LASTS};
use quorate_law::vocabulary::stockholder_vote;
use quorate_law::{Confidence, Measure, Provision, Situation, Source};

use super::figures::{left_of_classes, vote_situation};
use super::quorum::LOST;
use crate::facts::Fact;
use crate::finding::FindingStatus;
use crate::inquiry::{Inquiry, Pause};
use crate::quantity::Quantity;
use crate::questions::common::{MATTERS, finding, rely_on};

/// What is left after some have gone.
pub static AFTER_WITHDRAWAL: Fact<Quantity> = Fact::new(
    "shares-present-after-withdrawal",
    "what is still present when the vote is taken, after some have left, counted as the quorum is",
);
/// Whether the meeting had a quorum before it was adjourned.
pub static BEFORE_ADJOURNMENT: Fact<bool> = Fact::new(
    "quorum-before-adjournment",
    "of an adjourned meeting: whether there was a quorum before it was adjourned",
);
/// Whether a new record date was fixed.
pub static NEW_RECORD_DATE: Fact<bool> = Fact::new(
    "new-record-date",
    "of an adjourned meeting: whether a new record date was fixed for it",
);
/// Whether the business is that of the call.
pub static BUSINESS_CALLED_FOR: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "business-called-for",
        "whether the matter is business for which the meeting was called",
    );
    fact.spec.otherwise = Some("yes");
    fact
};

/// Whether a quorum is kept.
pub struct Kept {
    /// Whether it is.
    pub is_kept: bool,
    /// Why another reading has it the other way, where the text is doubtful.
    pub doubt: Option<String>,
}

/// A quorum that is kept without doubt.
const KEPT: Kept = Kept {
    is_kept: true,
    doubt: None,
};

/// The provision by which a quorum of the meeting before it was adjourned lasts at the adjourned one; none where a quorum must be
/// there anew.
///
/// # Errors
/// Pauses as [`Inquiry::need`] does.
pub fn carried_over<'a>(inquiry: &mut Inquiry<'a>) -> Result<Option<&'a Provision>, Pause> {
    if inquiry.known(&BEFORE_ADJOURNMENT) != Some(true) {
        return Ok(None);
    }
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let rule = resolution.first();
    let lasts = match rule.and_then(|rule| rule.word(&LASTS)) {
        Some("through adjournments") => true,
        Some("through adjournments under the same record date") => !inquiry.need(&NEW_RECORD_DATE)?,
        Some(_) => false,
        None => {
            inquiry.trace.confidence = inquiry.trace.confidence.min(Confidence::Probable);
            inquiry.show("no source says that a quorum lasts through an adjournment; it must be there anew");
            false
        }
    };
    Ok(rule.filter(|_| lasts))
}

/// Whether business may go on after some have left; the quorum was there before.
///
/// # Errors
/// Pauses as [`Inquiry::consult`] does.
pub fn judge_withdrawal(inquiry: &mut Inquiry<'_>, needed: &Quantity, measure: Measure) -> Result<Kept, Pause> {
    let left = left_of_classes(inquiry, measure)?.or_else(|| inquiry.known(&AFTER_WITHDRAWAL));
    let Some(left) = left.filter(|left| left < needed) else {
        return Ok(KEPT);
    };
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let Some(rule) = resolution.first() else {
        inquiry.trace.confidence = inquiry.trace.confidence.min(Confidence::Probable);
        inquiry.show("no source speaks of withdrawal; a quorum once there is taken to last until adjournment");
        return Ok(KEPT);
    };
    let special = special_vote(inquiry, rule)?;
    // The exception turns the rule round: what goes on otherwise stops here, and the other way about.
    let may_go_on = rule.says(&BREAKS) == special.is_some();
    let is_called_for = rule.get(&BUSINESS).is_none() || !may_go_on || inquiry.need(&BUSINESS_CALLED_FOR)?;
    let is_kept = may_go_on && is_called_for;
    let doubt = doubt_of_elections(inquiry, rule, special.is_some())?;
    let why = match (special, is_called_for) {
        (Some(provision), _) => format!(
            "{} requires a vote of its own for this matter, which the exception reaches",
            provision.citation
        ),
        (None, true) => format!(
            "this matter has no vote of its own; {} speaks of it",
            rule.citation.place()
        ),
        (None, false) => format!(
            "the matter is not business for which the meeting was called, and {} lets only that go on",
            rule.citation.place()
        ),
    };
    let message = format!("{left} were left of {needed} needed for a quorum; {why}");
    let authority: Vec<&Provision> = std::iter::once(rule).chain(special).collect();
    let blames = vec!["shares-present-after-withdrawal"];
    let mut found = finding(&LOST, is_kept, message, &authority, blames);
    if doubt.is_some() {
        found.status = FindingStatus::DependsOnReading;
    }
    found.help = (!is_kept).then(|| "take the vote at an adjourned meeting with a quorum".to_owned());
    inquiry.find(found);
    Ok(Kept { is_kept, doubt })
}

/// The provision that requires a vote of its own for the matter at hand, from a source that the rule's exception names.
fn special_vote<'a>(inquiry: &mut Inquiry<'a>, rule: &Provision) -> Result<Option<&'a Provision>, Pause> {
    let Some(except) = rule.word(&EXCEPT) else {
        return Ok(None);
    };
    let situation = vote_situation(inquiry)?;
    let resolution = inquiry.consult(&stockholder_vote::DEFINITION, &situation)?;
    let is_named = |provision: &&Provision| {
        let has_matter = provision.scope.0.iter().any(|(key, _)| *key == "matter");
        has_matter && (provision.citation.source != Source::Certificate || except.contains("certificate"))
    };
    let special = resolution.controlling.iter().copied().find(is_named);
    rely_on(inquiry, &resolution, special.as_slice());
    Ok(special)
}

/// Why an election of directors could be among the votes excepted: the statute has a vote of its own for it.
fn doubt_of_elections(inquiry: &mut Inquiry<'_>, rule: &Provision, is_excepted: bool) -> Result<Option<String>, Pause> {
    let is_election = inquiry
        .need(&MATTERS)?
        .iter()
        .any(|matter| matter == "election of directors");
    let in_doubt = is_election && !is_excepted && rule.get(&EXCEPT).is_some();
    Ok(in_doubt.then(|| {
        format!(
            "{} excepts votes that statute or bylaws require to be different, and the statute has a standard of its own for \
             elections",
            rule.citation
        )
    }))
}
