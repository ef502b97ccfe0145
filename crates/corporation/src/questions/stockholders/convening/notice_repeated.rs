//! # Was this notice sent to the recipient already?
//!
//! Answers to no section: one notice is enough under 8 Del. C. § 222 and under the bylaws, and the delivery register must show
//! which delivery counts.
//!
//! **Our reading.** The first delivery that serves is the notice; a second one by accident gives nothing and takes nothing, but a
//! holder who has two papers may doubt which holds. A second one that is meant, after a delivery that failed or as a supplement,
//! is no defect. A delivery that came back, or that was entered with a defect or doubt, does not count as one: sending again is its cure.
//!
//! **What may vary.** Nothing.
//!
//! **Not encoded.** Whether the second paper says the same as the first.

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// How many were served before.
pub static SERVED_BEFORE: Fact<u64> = Fact::new(
    "served-before",
    "how many of the recipients had been sent this notice already, without defect or doubt and without its coming back",
);
/// Whether it is meant.
pub static AGAIN: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new("again", "whether the notice is meant to be sent to them again");
    fact.spec.otherwise = Some("no");
    fact
};

/// Sent twice.
pub static TWICE: FindingDefinition = FindingDefinition {
    id: "notice-sent-twice",
    title: "a notice was sent twice to the same recipient",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-repeated",
    title: "Was this notice sent to the recipient already?",
    chapter: "stockholders",
    capabilities: &["N7"],
    source: include_str!("notice_repeated.rs"),
    facts: &[&SERVED_BEFORE.spec, &AGAIN.spec],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[],
    findings: &[&TWICE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    if inquiry.only_source().is_some() {
        return Err(Pause::NotApplicable("the delivery register answers, and no text".to_owned()));
    }
    let before = inquiry.need(&SERVED_BEFORE)?;
    if before == 0 {
        inquiry.find(finding(&TWICE, true, "no recipient had been sent this notice before".to_owned(), &[], vec!["served-before"]));
        return Ok(Value::YesNo(false).into());
    }
    let is_meant = inquiry.need(&AGAIN)?;
    let message = match (before, is_meant) {
        (1, false) => "1 recipient had been sent this notice already".to_owned(),
        (several, false) => format!("{several} recipients had been sent this notice already"),
        (_, true) => "the notice is meant to be sent again".to_owned(),
    };
    let mut found = finding(&TWICE, is_meant, message, &[], vec!["served-before", "again"]);
    if !is_meant {
        found.help = Some("nothing is owed: the first delivery is the notice; where a second is meant, say again=#true".to_owned());
    }
    inquiry.find(found);
    Ok(Value::YesNo(true).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_with_bylaws, field, status};

    #[test]
    fn a_second_notice_is_a_defect_unless_meant() {
        for (before, again, value, word) in [
            ("0", "no", "no", "met"),
            ("1", "no", "yes", "unmet"),
            ("1", "yes", "yes", "met"),
            ("2", "no", "yes", "unmet"),
        ] {
            let told = [("served-before", before), ("again", again)];
            let answer = ask_with_bylaws(SILENT, "notice-repeated", &told);
            assert_eq!((field(&answer, "value").as_str(), status(&answer, "notice-sent-twice")), (value, word), "{told:?}");
        }
    }
}
