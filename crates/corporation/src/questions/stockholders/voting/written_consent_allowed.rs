//! # May the stockholders act by written consent without a meeting?
//!
//! Answers to 8 Del. C. § 228(a) (they may, unless the certificate says otherwise), and to the section of the bylaws on consents.
//!
//! **Our reading.** Only the certificate can take the right away; a bylaw that forbids consents has no force by itself, and one that
//! delays them beyond a prompt ministerial review has none either (Datapoint v. Plaza, 496 A.2d 1031 (Del. 1985); Allen v. Prime,
//! 540 A.2d 417 (Del. 1988)). Directors are elected by consent in place of the annual meeting only if it is unanimous or all seats are
//! vacant (§ 211(b)).
//!
//! **What may vary.** The certificate may forbid consents, or ask for more than the votes a meeting would need.
//!
//! **Not encoded.** How consents are signed, dated, delivered and counted has questions of its own, from `consent-form` on.

use quorate_law::vocabulary::written_consent::{ALLOWED, DEFINITION};
use quorate_law::{Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::MEETING_DATE;

/// The question.
pub static QUESTION: Question = Question {
    id: "written-consent-allowed",
    title: "May the stockholders act by written consent without a meeting?",
    chapter: "stockholders",
    capabilities: &["S20"],
    source: include_str!("written_consent_allowed.rs"),
    facts: &[&MEETING_DATE.spec],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let is_allowed = resolution.first().is_some_and(|provision| provision.says(&ALLOWED));
    Ok(Value::YesNo(is_allowed).into())
}

#[cfg(test)]
mod tests {
    use crate::answer::Value;
    use crate::testing::{ask_under, ask_with_bylaws, ask_without_certificate, branch, field};

    #[test]
    fn a_bylaw_alone_cannot_forbid_consents() {
        let answer = ask_with_bylaws("written-consent #false", "written-consent-allowed", &[]);
        assert_eq!(
            (field(&answer, "value"), answer.controls_word()),
            ("yes".into(), "statute".into())
        );
        assert_eq!(answer.displaced[0].authority.place, "§ 1.1");
    }

    #[test]
    fn the_certificate_can() {
        let answer = ask_under("altiris-2006", "written-consent-allowed", &[]);
        assert_eq!(
            (field(&answer, "value"), answer.controls_word()),
            ("no".into(), "certificate".into())
        );
        for set in ["novell-2001", "raining-data-2001"] {
            assert_eq!(
                field(&ask_under(set, "written-consent-allowed", &[]), "value"),
                "yes",
                "{set}"
            );
        }
        let unknown = ask_without_certificate("altiris-2006", "written-consent-allowed", &[]);
        assert_eq!(unknown.value, None);
        assert_eq!(branch(&unknown, "silent"), Some(Value::YesNo(true)));
    }
}
