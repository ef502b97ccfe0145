//! # May this consent still be revoked?
//!
//! Answers to 8 Del. C. § 228(c) (from 1 August 2014 one given to take effect later may be revoked until it takes effect), to the
//! cases on § 228, and to the section of the bylaws on consents.
//!
//! **Our reading.** A consent binds nobody until enough of them are delivered (Calumet Industries v. MacClure, 464 F. Supp. 19
//! (N.D. Ill. 1978)). A revocation on the day on which enough are delivered is in time only if it came first, which the dates do not show;
//! that needs the judgment of the inspectors or the court. One consent is revoked once: a second revocation does nothing.
//!
//! **What may vary.** Bylaws may say by which way a revocation is delivered; few do.
//!
//! **Not encoded.** Whether a later consent takes the place of an earlier one. Consents that are coupled with an interest.
//!
//! **Open question.** Whether inspectors' review, where a bylaw has one, keeps consents revocable until they certify.

use quorate_calendar::Day;
use quorate_law::vocabulary::consent_revocation::{DEFINITION, UNTIL};
use quorate_law::{Provision, Reckoning, Situation};

use super::consent_effective::{CERTIFIED, TAKES_EFFECT};
use super::facts::ENOUGH_DELIVERED;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// When it was revoked.
pub static REVOKED: Fact<Day> = Fact::new("revoked", "the day on which the revocation was delivered");
/// Whether it had been before.
pub static REVOKED_BEFORE: Fact<bool> = Fact::new("revoked-before", "whether the same consent had been revoked before");

/// Too late.
pub static TOO_LATE: FindingDefinition = FindingDefinition {
    id: "consent-revoked-too-late",
    title: "the consent was revoked after it could be",
    rank: Rank::Limits,
};
/// Twice.
pub static TWICE: FindingDefinition = FindingDefinition {
    id: "consent-revoked-twice",
    title: "a consent that was revoked before is revoked again",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "consent-revocation",
    title: "May this consent still be revoked?",
    chapter: "stockholders",
    capabilities: &["S20"],
    source: include_str!("consent_revocation.rs"),
    facts: &[&REVOKED.spec, &REVOKED_BEFORE.spec, &ENOUGH_DELIVERED.spec, &TAKES_EFFECT.spec, &CERTIFIED.spec],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Conduct, "revoked")],
    provisions: &[&DEFINITION],
    findings: &[&TOO_LATE, &TWICE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let texts = resolution.controlling.clone();
    let revoked = inquiry.need(&REVOKED)?;
    let enough = inquiry.known(&ENOUGH_DELIVERED);
    // One that is not given to take effect later takes effect when enough are delivered.
    let end = |text: &&Provision| match text.word(&UNTIL) {
        Some("it takes effect") => inquiry.known(&TAKES_EFFECT).or(enough),
        Some("certification") => inquiry.known(&CERTIFIED),
        _ => enough,
    };
    let latest = texts.iter().map(end).try_fold(None, |latest: Option<Day>, end| end.map(|day| Some(latest.map_or(day, |known| known.max(day)))));
    let twice = inquiry.known(&REVOKED_BEFORE) == Some(true);
    let mut is_open = !twice;
    if let Some(Some(end)) = latest {
        is_open &= revoked < end;
        let message = format!("the revocation was delivered on {revoked}; the consent could be revoked until {end}");
        let mut found = finding(&TOO_LATE, revoked < end, message, &texts, vec!["revoked"]);
        if revoked == end {
            found.status = FindingStatus::NeedsJudgment;
            found.message.push_str("; which came first that day is for the inspectors, and in the end the court");
        }
        if revoked >= end {
            found.help = Some("act anew: stockholders may undo by consent or at a meeting what they did".to_owned());
        }
        inquiry.find(found);
    }
    if inquiry.known(&REVOKED_BEFORE).is_some() {
        let message = if twice { "the consent was revoked before; the second revocation does nothing" } else { "the consent was not revoked before" };
        let mut found = finding(&TWICE, !twice, message.to_owned(), &texts, vec!["revoked-before"]);
        found.help = twice.then(|| "leave the second revocation out; the first one stands".to_owned());
        inquiry.find(found);
    }
    Ok(Value::YesNo(is_open).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, status};

    #[test]
    fn until_enough_are_delivered_or_it_takes_effect() {
        for (revoked, enough, effect, value, word) in [
            ("2003-03-03", "2003-03-04", None, "yes", "met"),
            ("2003-03-04", "2003-03-04", None, "no", "needs judgment"),
            ("2003-03-05", "2003-03-04", None, "no", "unmet"),
            ("2014-07-31", "2014-07-01", Some("2014-08-20"), "no", "unmet"),
            ("2014-08-01", "2014-07-01", Some("2014-08-20"), "yes", "met"),
        ] {
            let mut told = vec![("revoked", revoked), ("sufficient-delivery", enough)];
            told.extend(effect.map(|effect| ("takes-effect", effect)));
            let answer = ask_under("novell-2001", "consent-revocation", &told);
            assert_eq!(field(&answer, "value"), value, "{told:?}");
            assert_eq!(status(&answer, "consent-revoked-too-late"), word, "{told:?}");
        }
        let twice = [("revoked", "2003-03-03"), ("revoked-before", "yes")];
        let answer = ask_under("raining-data-2001", "consent-revocation", &twice);
        assert_eq!((field(&answer, "value").as_str(), status(&answer, "consent-revoked-twice")), ("no", "unmet"));
    }
}
