//! # Is notice due to a person with whom communication is unlawful?
//!
//! Answers to 8 Del. C. § 230(a) (no notice is due, no licence need be sought, what is done without it is as valid as with it, and a
//! certificate filed on the action says who was left out), and to the sections of the bylaws that say so.
//!
//! **Our reading.** The statement in the certificate is asked for only where the action needs a filing under the statute and
//! somebody was left out for this reason. A licence may be sought, and need not be.
//!
//! **What may vary.** Nothing: the statute speaks of notice under any law, certificate or bylaws.
//!
//! **Not encoded.** Whether communication with the person is unlawful; counsel judges by the law that forbids it.

use quorate_law::vocabulary::unlawful_communication::{CERTIFICATE, DEFINITION, DUE, LICENCE};
use quorate_law::{Provision, Reckoning, Situation};

use super::notice_given::SENT;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{RECIPIENT, finding};

/// Whether it is unlawful.
pub static UNLAWFUL: Fact<bool> = Fact::new(
    "communication-unlawful",
    "whether counsel has found that communication with the person is unlawful",
);
/// Whether a certificate is filed.
pub static FILED: Fact<bool> = Fact::new(
    "certificate-filed",
    "whether the action needs a certificate to be filed under the statute",
);
/// Whether it says so.
pub static SAYS_SO: Fact<bool> = Fact::new(
    "certificate-says-so",
    "whether that certificate states that notice was given to all entitled to it except such persons",
);

/// Notice is due.
pub static STILL_DUE: FindingDefinition = FindingDefinition {
    id: "notice-due-though-called-unlawful",
    title: "notice is due: communication with the person is not unlawful",
    rank: Rank::Notice,
};
/// The certificate is silent.
pub static CERTIFICATE_SILENT: FindingDefinition = FindingDefinition {
    id: "certificate-omits-unlawful-communication",
    title: "the filed certificate does not say who was left out because communication is unlawful",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "unlawful-communication",
    title: "Is notice due to a person with whom communication is unlawful?",
    chapter: "stockholders",
    capabilities: &["N3"],
    source: include_str!("unlawful_communication.rs"),
    facts: &[
        &RECIPIENT.spec,
        &SENT.spec,
        &UNLAWFUL.spec,
        &FILED.spec,
        &SAYS_SO.spec,
    ],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Notice, "sent")],
    provisions: &[&DEFINITION],
    findings: &[&STILL_DUE, &CERTIFICATE_SILENT],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = Situation::general().with("recipient", inquiry.need(&RECIPIENT)?);
    let texts = inquiry.require(&DEFINITION, &situation)?.controlling;
    let is_unlawful = inquiry.need(&UNLAWFUL)?;
    let is_due = !is_unlawful || texts.iter().any(|text| text.says(&DUE));
    let message = match (is_unlawful, is_due) {
        (false, _) => "communication with the person is not unlawful",
        (true, true) => "communication is unlawful, and the text wants notice all the same",
        (true, false) => "communication with the person is unlawful, and no notice is due",
    };
    let mut found = finding(&STILL_DUE, !is_due, message.to_owned(), &texts, vec!["communication-unlawful"]);
    found.help = is_due.then(|| "give notice to the person".to_owned());
    inquiry.find(found);
    if !is_unlawful {
        return Ok(Value::Items(vec!["notice is due".to_owned()]).into());
    }
    judge_certificate(inquiry, &texts)?;
    let says = |field| texts.iter().any(|text| text.says(field));
    let items = [
        if is_due { "notice is due" } else { "no notice is due" },
        if says(&LICENCE) { "a licence must be sought" } else { "no licence need be sought" },
        if says(&CERTIFICATE) { "a filed certificate says so" } else { "a filed certificate need not say so" },
    ];
    Ok(Value::Items(items.map(str::to_owned).to_vec()).into())
}

fn judge_certificate(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) -> Result<(), Pause> {
    let asking: Vec<&Provision> = texts.iter().copied().filter(|text| text.says(&CERTIFICATE)).collect();
    if asking.is_empty() || inquiry.known(&FILED) != Some(true) {
        return Ok(());
    }
    let says_so = inquiry.need(&SAYS_SO)?;
    let message = format!(
        "the certificate {} that all entitled to notice had it except such persons",
        if says_so { "states" } else { "does not state" }
    );
    let mut found = finding(&CERTIFICATE_SILENT, says_so, message, &asking, vec!["certificate-says-so"]);
    found.help = (!says_so).then(|| "state it in the certificate, or file a certificate of correction".to_owned());
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    const DUE_TO_NOBODY: &str = "no notice is due; no licence need be sought; a filed certificate says so";

    #[test]
    fn no_notice_no_licence_and_the_certificate_says_so() {
        for (unlawful, says_so, value, word) in [("yes", "yes", DUE_TO_NOBODY, "met"), ("yes", "no", DUE_TO_NOBODY, "unmet"), ("no", "no", "notice is due", "none")] {
            let told = [
                ("communication-unlawful", unlawful),
                ("certificate-filed", "yes"),
                ("certificate-says-so", says_so),
            ];
            for answer in [
                ask_under("raining-data-2001", "unlawful-communication", &told),
                ask_with_bylaws(SILENT, "unlawful-communication", &told),
            ] {
                assert_eq!(field(&answer, "value"), value);
                assert_eq!(status(&answer, "certificate-omits-unlawful-communication"), word);
            }
        }
    }
}
