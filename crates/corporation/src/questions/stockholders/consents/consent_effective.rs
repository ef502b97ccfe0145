//! # When does action by consent take effect?
//!
//! Answers to 8 Del. C. § 228(c) (when enough consents are delivered; from 1 August 2014 a consent may be given to take effect
//! up to sixty days later), and to the section of the bylaws on consents and their review.
//!
//! **Our reading.** Action by consent takes effect when enough are delivered. A bylaw may make it wait for the certificate of
//! inspectors whose review is prompt and ministerial (Allen v. Prime, 540 A.2d 417 (Del. 1988)), and not for more (Datapoint v. Plaza, 496 A.2d 1031
//! (Del. 1985)). So with such a bylaw the day of the certificate is preferred and the day of delivery is the other reading; where
//! the review is not prompt, or the text has more than a ministerial one, the day of delivery is preferred. A consent that
//! names a later day takes effect then. The law is that of the day on which enough were delivered.
//!
//! **What may vary.** Bylaws may order a prompt ministerial review.
//!
//! **Not encoded.** What the inspectors may look at. Effect that hangs on an event and not on a day.
//!
//! **Open question.** How long a review may last and still be prompt.

use quorate_calendar::Day;
use quorate_law::vocabulary::consent_later_effect::{self, WINDOW};
use quorate_law::vocabulary::consent_review::{self, MINISTERIAL, PROMPTLY, REVIEWER, WAITS};
use quorate_law::{Provision, Reckoning, Situation};

use super::facts::ENOUGH_DELIVERED;
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// When the inspectors certified.
pub static CERTIFIED: Fact<Day> = Fact::new("certified", "the day on which the inspectors certified that the consents are enough");
/// Whether the review was prompt.
pub static REVIEW_PROMPT: Fact<bool> = Fact::new("review-prompt", "whether the review was prompt, as the court finds");
/// The day that the consents name.
pub static TAKES_EFFECT: Fact<Day> = Fact::new("takes-effect", "the later day on which the consents say that they take effect");
/// When they said so.
pub static INSTRUCTION: Fact<Day> = Fact::new("instruction", "the day on which it was said that the consents take effect later");

/// Not certified.
pub static NOT_CERTIFIED: FindingDefinition = FindingDefinition {
    id: "consent-not-certified",
    title: "the inspectors had not certified the consents",
    rank: Rank::Form,
};
/// Too late.
pub static EFFECT_TOO_LATE: FindingDefinition = FindingDefinition {
    id: "consent-effect-too-late",
    title: "the consent is to take effect later than the law allows",
    rank: Rank::Limits,
};
/// Not prompt.
pub static NOT_PROMPT: FindingDefinition = FindingDefinition {
    id: "consent-review-delays",
    title: "the review of the consents delays the right to act",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "consent-effective",
    title: "When does action by consent take effect?",
    chapter: "stockholders",
    capabilities: &["S20"],
    source: include_str!("consent_effective.rs"),
    facts: &[&ENOUGH_DELIVERED.spec, &CERTIFIED.spec, &REVIEW_PROMPT.spec, &TAKES_EFFECT.spec, &INSTRUCTION.spec],
    shape: Shape::Day,
    reckoning: &[(Reckoning::Conduct, "sufficient-delivery")],
    provisions: &[&consent_review::DEFINITION, &consent_later_effect::DEFINITION],
    findings: &[&NOT_CERTIFIED, &NOT_PROMPT, &EFFECT_TOO_LATE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let enough = inquiry.need(&ENOUGH_DELIVERED)?;
    let review = inquiry.consult(&consent_review::DEFINITION, &Situation::general())?;
    let waiting: Vec<&Provision> = review.controlling.iter().copied().filter(|text| text.says(&WAITS)).collect();
    let own_day = later_effect(inquiry)?.unwrap_or(enough).max(enough);
    if waiting.is_empty() {
        return Ok(Value::Day(own_day).into());
    }
    let certified = inquiry.known(&CERTIFIED);
    let reviewer = waiting.first().and_then(|text| text.word(&REVIEWER)).unwrap_or("the reviewers").to_owned();
    judge_certificate(inquiry, &waiting, certified, &reviewer);
    let is_lawful = judge_review(inquiry, &waiting);
    let Some(certified) = certified else {
        return Err(Pause::NotApplicable(format!(
            "the bylaws have the action wait for the certificate of the {reviewer}; under the statute alone it takes effect on {own_day}"
        )));
    };
    let who = "counsel, and in the end the Court of Chancery";
    let reading = |text: &str, day: Day, because: &str, is_preferred| Reading {
        text: text.to_owned(),
        value: Value::Day(day),
        because: because.to_owned(),
        is_preferred,
        who_decides: who.to_owned(),
    };
    let day = own_day.max(certified);
    if day == own_day {
        return Ok(Value::Day(day).into());
    }
    Ok(Conclusion::Readings(vec![
        reading("when the inspectors certify", day, "a prompt ministerial review may be waited for (Allen v. Prime)", is_lawful),
        reading(
            "when enough consents are delivered",
            own_day,
            "a bylaw may not delay the right to act by consent (Datapoint v. Plaza)",
            !is_lawful,
        ),
    ]))
}

/// The later day that the consents name, if they do; held against the law's limit.
fn later_effect(inquiry: &mut Inquiry<'_>) -> Result<Option<Day>, Pause> {
    let Some(day) = inquiry.known(&TAKES_EFFECT) else {
        return Ok(None);
    };
    let limit = inquiry.consult(&consent_later_effect::DEFINITION, &Situation::general())?;
    if limit.is_silent() {
        let message = format!("the consents are to take effect on {day}; no text in force lets them wait");
        let mut found = finding(&EFFECT_TOO_LATE, false, message, &[], vec!["takes-effect"]);
        found.status = FindingStatus::DependsOnReading;
        found.help = Some("deliver the consents when they are to act".to_owned());
        inquiry.find(found);
        return Ok(Some(day));
    }
    let (window, each) = inquiry.windows_together(&limit, &WINDOW)?;
    let authority: Vec<&Provision> = each.iter().map(|(text, _)| *text).collect();
    if let Some(latest) = window.latest {
        let message = format!("the consents are to take effect on {day}; the last day is {latest}");
        let mut found = finding(&EFFECT_TOO_LATE, day <= latest, message, &authority, vec!["takes-effect", "instruction"]);
        found.help = (day > latest).then(|| format!("have them take effect on or before {latest}"));
        inquiry.find(found);
    }
    Ok(Some(day))
}

fn judge_certificate(inquiry: &mut Inquiry<'_>, waiting: &[&Provision], certified: Option<Day>, reviewer: &str) {
    let message = match certified {
        Some(day) => format!("the {reviewer} certified on {day}"),
        None => format!("the {reviewer} have not certified"),
    };
    let mut found = finding(&NOT_CERTIFIED, certified.is_some(), message, waiting, vec!["certified"]);
    found.help = certified.is_none().then(|| format!("have the {reviewer} review the consents at once and certify"));
    inquiry.find(found);
}

/// Whether the review is one that may be waited for.
fn judge_review(inquiry: &mut Inquiry<'_>, waiting: &[&Provision]) -> bool {
    let is_prompt_text = waiting.iter().all(|text| text.says(&PROMPTLY) && text.says(&MINISTERIAL));
    let prompt = inquiry.known(&REVIEW_PROMPT);
    let is_lawful = is_prompt_text && prompt != Some(false);
    if prompt.is_some() || !is_prompt_text {
        let message = match (is_prompt_text, is_lawful) {
            (false, _) => "the text does not hold the review to a prompt and ministerial one",
            (true, true) => "the review is ministerial, and was prompt",
            (true, false) => "the review is ministerial, and was not prompt",
        };
        let mut found = finding(&NOT_PROMPT, is_lawful, message.to_owned(), waiting, vec!["review-prompt"]);
        found.help = (!is_lawful).then(|| "treat the action as taken when enough consents were delivered".to_owned());
        inquiry.find(found);
    }
    is_lawful
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    #[test]
    fn inspectors_certify_where_bylaws_ask() {
        let told = [("sufficient-delivery", "2003-03-03"), ("certified", "2003-03-10")];
        let answer = ask_under("novell-2001", "consent-effective", &told);
        assert_eq!(answer.readings.len(), 2);
        assert_eq!(field(&ask_under("raining-data-2001", "consent-effective", &told), "value"), "2003-03-03");
        let without = ask_under("novell-2001", "consent-effective", &told[..1]);
        assert_eq!(status(&without, "consent-not-certified"), "unmet");
        let slow = [told[0], told[1], ("review-prompt", "no")];
        let answer = ask_under("novell-2001", "consent-effective", &slow);
        assert_eq!(status(&answer, "consent-review-delays"), "unmet");
        assert!(answer.readings[1].is_preferred);
        let more = "consent-review \"board of directors\" waits=#true promptly=#true";
        assert_eq!(status(&ask_with_bylaws(more, "consent-effective", &told), "consent-review-delays"), "unmet");
    }

    #[test]
    fn a_later_day_up_to_sixty_days_from_2014() {
        for (enough, effect, word) in [
            ("2014-07-31", "2014-08-20", "depends on the reading"),
            ("2014-08-01", "2014-09-30", "met"),
            ("2014-08-01", "2014-10-01", "unmet"),
        ] {
            let told = [("sufficient-delivery", enough), ("takes-effect", effect), ("instruction", "2014-08-01")];
            let answer = ask_under("raining-data-2001", "consent-effective", &told);
            assert_eq!(status(&answer, "consent-effect-too-late"), word, "{effect}");
            assert_eq!(field(&answer, "value"), effect);
        }
    }
}
