//! # Is a recipient's consent to electronic notice in force?
//!
//! Answers to 8 Del. C. § 232 (from 1 July 2000 to 31 July 2019 a consent, revoked in writing, and lapsing when two notices in a
//! row could not be delivered and that is known; from 1 August 2019 a consent revoked in writing or electronically, and an end
//! of electronic notice on the same two limbs), and to the sections of the bylaws on consent to electronic notice.
//!
//! **Our reading.** A consent ends when it is revoked by a means that any text opens, or when both limbs hold: so many failures
//! in a row, and the knowledge of a person whom the text lists. One limb alone does nothing. Whether somebody who is not listed
//! is responsible for giving notice must be judged, and both answers are readings. Failures are counted in a row: a delivery
//! that arrives begins the count anew. A notice sent after the end is no notice; but where the texts forgive an inadvertent
//! failure, the meeting and what it did stand. Each text forgives the oversight that it names. The law is that of the day of the notice.
//!
//! **What may vary.** Bylaws may open further means of revoking, and may end a consent sooner; they cannot keep alive one that
//! the statute has ended.
//!
//! **Not encoded.** Whether a consent was ever given to this address or number; whether a failure was inadvertent.
//!
//! **Open question.** Since August 2019 the statute forgives not discovering the failures, where it once forgave not treating
//! them as an end; whether overlooking what was discovered is forgiven too is left open (2026).

use quorate_law::vocabulary::{Term, electronic_consent, failed_deliveries};
use quorate_law::{Provision, Reckoning, Situation};

use super::channel_law::{FAILURE_KNOWN_TO, FAILURES, Failure, failure};
use super::notice_given::SENT;
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{RECIPIENT, finding};

/// Whether there was a consent.
pub static CONSENT_GIVEN: Fact<bool> = Fact::new(
    "consent-given",
    "whether the recipient at any time consented to electronic notice by this means",
);
/// By what means it was revoked.
pub static REVOKED_BY: Fact<&'static str> = Fact::word(
    "revoked-by",
    &["not revoked", "writing", "electronic transmission", "word of mouth"],
    "by what means the recipient revoked the consent",
)
.otherwise("not revoked");
/// Whether a notice went out after the end.
pub static SENT_AFTER: Fact<&'static str> = Fact::word(
    "sent-after-end",
    &["overlooking it", "not discovering it", "knowing it"],
    "in what state of mind electronic notice was sent after the consent had ended by failures, where it was",
);

const WHO_DECIDES: &str = "the secretary, who knows who is responsible for giving notice; in the end the Court of Chancery";

/// The consent is not in force.
pub static NOT_IN_FORCE: FindingDefinition = FindingDefinition {
    id: "electronic-consent-not-in-force",
    title: "the recipient's consent to electronic notice is not in force",
    rank: Rank::Notice,
};

/// The revocation came by a means that does not serve.
pub static REVOCATION_FORM: FindingDefinition = FindingDefinition {
    id: "consent-revocation-form",
    title: "the consent was revoked by a means that does not serve",
    rank: Rank::Form,
};

/// Electronic notice went out after the end.
pub static USED_AFTER: FindingDefinition = FindingDefinition {
    id: "notice-after-consent-ended",
    title: "electronic notice was sent although failed deliveries had ended the consent",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "electronic-notice-consent",
    title: "Is a recipient's consent to electronic notice in force?",
    chapter: "stockholders",
    capabilities: &["N2"],
    source: include_str!("electronic_notice_consent.rs"),
    facts: &[
        &RECIPIENT.spec,
        &SENT.spec,
        &CONSENT_GIVEN.spec,
        &REVOKED_BY.spec,
        &FAILURES.spec,
        &FAILURE_KNOWN_TO.spec,
        &SENT_AFTER.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Notice, "sent")],
    provisions: &[&electronic_consent::DEFINITION, &failed_deliveries::DEFINITION],
    findings: &[&NOT_IN_FORCE, &REVOCATION_FORM, &USED_AFTER],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let recipient = inquiry.need(&RECIPIENT)?;
    let situation = Situation::general().with("recipient", recipient);
    let texts = inquiry.require(&electronic_consent::DEFINITION, &situation)?.controlling;
    if !inquiry.need(&CONSENT_GIVEN)? {
        let message = "the recipient has not consented to electronic notice".to_owned();
        return Ok(ended(inquiry, message, &texts, "consent-given"));
    }
    if let Some(message) = revoked(inquiry, &texts)? {
        return Ok(ended(inquiry, message, &texts, "revoked-by"));
    }
    match failure(inquiry, recipient, true)? {
        Failure::Ended(by, why) => {
            judge_use(inquiry, by);
            Ok(ended(inquiry, why, &[by], "failures"))
        }
        Failure::Doubtful(by, why) => {
            let mut found = finding(&NOT_IN_FORCE, true, why.clone(), &[by], vec!["failure-known-to"]);
            found.status = FindingStatus::NeedsJudgment;
            find_if_sent(inquiry, found);
            let reading = |value: bool, text: &str, because: &str| Reading {
                text: text.to_owned(),
                value: Value::YesNo(value),
                because: because.to_owned(),
                is_preferred: value,
                who_decides: WHO_DECIDES.to_owned(),
            };
            Ok(Conclusion::Readings(vec![
                reading(true, "the consent stands", "the text does not list the person who knows of the failures"),
                reading(false, "the consent has ended", &format!("{why} ({})", by.citation)),
            ]))
        }
        Failure::Nothing => {
            let message = "the recipient has consented to electronic notice, and nothing has ended it".to_owned();
            find_if_sent(inquiry, finding(&NOT_IN_FORCE, true, message, &texts, vec!["consent-given"]));
            Ok(Value::YesNo(true).into())
        }
    }
}

/// The consent is not in force, for the reason given.
fn ended(inquiry: &mut Inquiry<'_>, message: String, authority: &[&Provision], blames: &'static str) -> Conclusion {
    let mut found = finding(&NOT_IN_FORCE, false, message, authority, vec![blames]);
    found.help = Some("give notice by mail, or obtain a new consent".to_owned());
    find_if_sent(inquiry, found);
    Value::YesNo(false).into()
}

/// Whether a consent is in force is a defect of a notice that is sent, not of the revocation itself.
fn find_if_sent(inquiry: &mut Inquiry<'_>, found: Finding) {
    if inquiry.known(&SENT).is_some() {
        inquiry.find(found);
    }
}

/// Why the consent is revoked, if it is; a revocation by a means that no text opens is a defect of its own.
fn revoked(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) -> Result<Option<String>, Pause> {
    let means = inquiry.need(&REVOKED_BY)?;
    if means == "not revoked" {
        return Ok(None);
    }
    let mut open: Vec<&str> = Vec::new();
    for Term(word) in texts.iter().flat_map(|text| text.get_all(&electronic_consent::REVOKED_BY)) {
        if !open.contains(&word.as_str()) {
            open.push(word);
        }
    }
    let is_met = open.contains(&means);
    let message = format!("the consent was revoked by {means}; the text names {}", open.join(" and "));
    let mut found = finding(&REVOCATION_FORM, is_met, message.clone(), texts, vec!["revoked-by"]);
    found.help = (!is_met).then(|| format!("revoke the consent by {}", open.join(" or by ")));
    inquiry.find(found);
    Ok(is_met.then_some(message))
}

/// A notice sent after the failures had ended the consent.
fn judge_use(inquiry: &mut Inquiry<'_>, by: &Provision) {
    let Some(state) = inquiry.known(&SENT_AFTER) else { return };
    let forgiven = by.word(&failed_deliveries::HARMLESS);
    let message = match forgiven {
        Some(forgiven) => format!("electronic notice was sent after the end, {state}; the text forgives {forgiven}"),
        None => format!("electronic notice was sent after the end, {state}; the text forgives nothing"),
    };
    let is_met = forgiven == Some(state);
    let mut found = finding(&USED_AFTER, is_met, message, &[by], vec!["sent-after-end"]);
    if !is_met {
        found.help = Some("give notice again by mail, in time for the meeting, or obtain a waiver".to_owned());
        if forgiven.is_some() && state != "knowing it" {
            found.status = FindingStatus::DependsOnReading;
        }
    }
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    #[test]
    fn both_limbs_must_hold() {
        for (failures, known, value) in [
            ("0", "secretary", "yes"),
            ("1", "secretary", "yes"),
            ("2", "nobody", "yes"),
            ("2", "secretary", "no"),
            ("2", "assistant secretary", "no"),
            ("2", "transfer agent", "no"),
            ("3", "president, transfer agent", "no"),
        ] {
            for sent in ["2002-03-15", "2019-07-31", "2019-08-01"] {
                let told = [
                    ("consent-given", "yes"),
                    ("sent", sent),
                    ("failures", failures),
                    ("failure-known-to", known),
                ];
                let answer = ask_with_bylaws(SILENT, "electronic-notice-consent", &told);
                assert_eq!(field(&answer, "value"), value, "{told:?}");
            }
        }
    }

    #[test]
    fn a_person_who_is_not_listed_is_for_judgment() {
        let told = [
            ("consent-given", "yes"),
            ("sent", "2002-03-15"),
            ("failures", "2"),
            ("failure-known-to", "mail room"),
        ];
        let answer = ask_under("raining-data-2001", "electronic-notice-consent", &told);
        assert_eq!(answer.readings.len(), 2);
        assert!(answer.readings[0].is_preferred);
        assert_eq!(status(&answer, "electronic-consent-not-in-force"), "needs judgment");
    }

    #[test]
    fn the_means_of_revoking() {
        for (sent, means, value, form) in [
            ("2019-07-31", "writing", "no", "met"),
            ("2019-07-31", "electronic transmission", "yes", "unmet"),
            ("2019-08-01", "electronic transmission", "no", "met"),
            ("2019-08-01", "word of mouth", "yes", "unmet"),
            ("2019-08-01", "not revoked", "yes", "none"),
        ] {
            let told = [("consent-given", "yes"), ("sent", sent), ("revoked-by", means)];
            let answer = ask_with_bylaws(SILENT, "electronic-notice-consent", &told);
            assert_eq!(field(&answer, "value"), value, "{told:?}");
            assert_eq!(status(&answer, "consent-revocation-form"), form, "{told:?}");
        }
    }

    #[test]
    fn a_bylaw_may_end_a_consent_sooner_and_not_later() {
        for (line, failures, value) in [
            ("notices=1", "1", "no"),
            ("notices=3", "1", "yes"),
            ("notices=3", "2", "no"),
        ] {
            let bylaws = format!("failed-deliveries \"secretary\" {line} ends=\"the consent\"");
            let told = [
                ("consent-given", "yes"),
                ("sent", "2002-03-15"),
                ("failures", failures),
                ("failure-known-to", "secretary"),
            ];
            let answer = ask_with_bylaws(&bylaws, "electronic-notice-consent", &told);
            assert_eq!(field(&answer, "value"), value, "{line} {failures}");
        }
    }

    #[test]
    fn each_text_forgives_the_oversight_that_it_names() {
        for (sent, state, word) in [
            ("2019-07-31", "overlooking it", "met"),
            ("2019-07-31", "not discovering it", "depends on the reading"),
            ("2019-07-31", "knowing it", "unmet"),
            ("2019-08-01", "overlooking it", "depends on the reading"),
            ("2019-08-01", "not discovering it", "met"),
        ] {
            let told = [
                ("consent-given", "yes"),
                ("sent", sent),
                ("failures", "2"),
                ("failure-known-to", "secretary"),
                ("sent-after-end", state),
            ];
            let answer = ask_with_bylaws(SILENT, "electronic-notice-consent", &told);
            assert_eq!(status(&answer, "notice-after-consent-ended"), word, "{told:?}");
        }
    }
}
