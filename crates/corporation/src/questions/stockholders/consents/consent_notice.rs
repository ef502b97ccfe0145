//! # Who must be told that the stockholders acted by consent?
//!
//! Answers to 8 Del. C. § 228(e) (prompt notice of action by less than unanimous consent to those who did not consent and would
//! have been entitled to notice of a meeting whose record date was the day enough consents were delivered), and to the section
//! of the bylaws on consents.
//!
//! **Our reading.** The action does not wait for the notice; one that was not given is a breach that a court may remedy, and
//! the action stands. Where all consented nobody is left to be told. How soon is *prompt* is for the court; the days since are shown.
//! The amendment of 1 August 2023 says more plainly which day decides; the older text is read to the same end.
//!
//! **What may vary.** Certificate or bylaws may give days or tell more; they may not leave the notice out.
//!
//! **Not encoded.** What the notice says, which no text fixes. An information statement under the securities law.
//!
//! **Open question.** None known.

use quorate_calendar::Day;
use quorate_law::vocabulary::consent_notice::{AS_OF, DEFINITION, PROMPTLY, WITHIN};
use quorate_law::{Provision, Reckoning, Situation};

use super::facts::ENOUGH_DELIVERED;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// Whether all consented.
pub static UNANIMOUS: Fact<bool> = Fact::new("unanimous", "whether everyone entitled to vote consented");
/// When the others were told.
pub static NOTIFIED: Fact<Day> = Fact::new("notified", "the day on which those who did not consent were told");
/// Whether all of them were.
pub static NOTIFIED_ALL: Fact<bool> = Fact::new("notified-all", "whether everyone who did not consent and must be told was told");

/// Not told.
pub static NOT_TOLD: FindingDefinition = FindingDefinition {
    id: "consent-others-not-told",
    title: "holders who did not consent were not told of the action",
    rank: Rank::Notice,
};
/// Told late.
pub static TOLD_LATE: FindingDefinition = FindingDefinition {
    id: "consent-notice-not-prompt",
    title: "holders who did not consent were told late",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "consent-notice",
    title: "Who must be told that the stockholders acted by consent?",
    chapter: "stockholders",
    capabilities: &["S20"],
    source: include_str!("consent_notice.rs"),
    facts: &[&UNANIMOUS.spec, &ENOUGH_DELIVERED.spec, &NOTIFIED_ALL.spec, &NOTIFIED.spec],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Conduct, "sufficient-delivery")],
    provisions: &[&DEFINITION],
    findings: &[&NOT_TOLD, &TOLD_LATE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    if inquiry.need(&UNANIMOUS)? {
        return Err(Pause::NotApplicable("everyone entitled consented, and nobody is left to be told".to_owned()));
    }
    let texts = resolution.controlling.clone();
    if let Some(all) = inquiry.known(&NOTIFIED_ALL) {
        let message = if all { "everyone who did not consent was told" } else { "not everyone who did not consent was told; the action stands all the same" };
        let mut found = finding(&NOT_TOLD, all, message.to_owned(), &texts, vec!["notified-all"]);
        found.help = (!all).then(|| "give them notice now".to_owned());
        inquiry.find(found);
    }
    if let (Some(notified), Some(enough)) = (inquiry.known(&NOTIFIED), inquiry.known(&ENOUGH_DELIVERED)) {
        judge_time(inquiry, &texts, notified, enough)?;
    }
    let mut items = Vec::new();
    for text in &texts {
        let soon = if text.says(&PROMPTLY) { ", promptly" } else { "" };
        let item = format!("holders who did not consent, as of {}{soon}", text.word(&AS_OF).unwrap_or("the record date"));
        if !items.contains(&item) {
            items.push(item);
        }
    }
    Ok(Value::Items(items).into())
}

/// Whether it was in time where a text gives days; where it says promptly, the court judges.
fn judge_time(inquiry: &mut Inquiry<'_>, texts: &[&Provision], notified: Day, enough: Day) -> Result<(), Pause> {
    let mut latest: Option<Day> = None;
    for text in texts {
        if let Some(phrase) = text.get(&WITHIN) {
            let end = inquiry.window(phrase)?.earlier().latest;
            latest = latest.into_iter().chain(end).min();
        }
    }
    let days = enough.days_until(notified);
    let message = format!("the others were told {days} days after enough consents were delivered");
    let is_met = latest.is_none_or(|latest| notified <= latest);
    let mut found = finding(&TOLD_LATE, is_met, message, texts, vec!["notified", "sufficient-delivery"]);
    if is_met && days > 0 && texts.iter().any(|text| text.says(&PROMPTLY)) {
        found.status = FindingStatus::NeedsJudgment;
        found.message.push_str("; whether that is prompt is for the Court of Chancery");
    }
    found.help = (found.status != FindingStatus::Met).then(|| "record why it took that long".to_owned());
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    #[test]
    fn prompt_notice_to_those_who_did_not_consent() {
        for set in ["novell-2001", "raining-data-2001"] {
            let told = [("unanimous", "no"), ("notified-all", "no"), ("sufficient-delivery", "2003-03-03")];
            let answer = ask_under(set, "consent-notice", &told);
            assert_eq!(field(&answer, "value"), "holders who did not consent, as of the day enough were delivered, promptly");
            assert_eq!(status(&answer, "consent-others-not-told"), "unmet");
            assert_eq!(ask_under(set, "consent-notice", &[("unanimous", "yes")]).value, None);
        }
        let days = "consent-notice as-of=\"the record date for consents\" within=\"within 10 days after the sufficient delivery\"";
        for (notified, word) in [("2003-03-03", "met"), ("2003-03-13", "needs judgment"), ("2003-03-14", "unmet")] {
            let told = [("unanimous", "no"), ("notified", notified), ("sufficient-delivery", "2003-03-03")];
            assert_eq!(status(&ask_with_bylaws(days, "consent-notice", &told), "consent-notice-not-prompt"), word);
        }
    }
}
