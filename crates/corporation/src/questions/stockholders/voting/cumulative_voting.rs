//! # May a stockholder cumulate votes in an election of directors?
//!
//! Answers to 8 Del. C. § 214 (only the certificate may grant it), and to the section of the bylaws on voting.
//!
//! **Our reading.** Where the certificate grants it, a holder has as many votes as shares times the seats to be filled, and may give them
//! all to one nominee or spread them. A bylaw that grants it without the certificate has no force.
//!
//! **What may vary.** The certificate may grant it, at all elections or at some.
//!
//! **Not encoded.** A grant limited to certain elections: state it in the certificate's own provision.

use quorate_law::vocabulary::cumulative_voting::{ALLOWED, DEFINITION};
use quorate_law::{Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::MEETING_DATE;

/// The question.
pub static QUESTION: Question = Question {
    id: "cumulative-voting",
    title: "May a stockholder cumulate votes in an election of directors?",
    chapter: "stockholders",
    capabilities: &["S11"],
    source: include_str!("cumulative_voting.rs"),
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
    fn only_the_certificate_grants_it() {
        for set in ["novell-2001", "altiris-2006", "raining-data-2001"] {
            assert_eq!(field(&ask_under(set, "cumulative-voting", &[]), "value"), "no", "{set}");
        }
        let granted = ask_with_bylaws("cumulative-voting #true", "cumulative-voting", &[]);
        assert_eq!(
            (field(&granted, "value"), granted.controls_word()),
            ("no".into(), "statute".into())
        );
        assert_eq!(granted.displaced.len(), 1);
    }

    #[test]
    fn a_certificate_that_is_not_known_leaves_it_open() {
        let answer = ask_without_certificate("altiris-2006", "cumulative-voting", &[]);
        assert_eq!(answer.value, None);
        assert_eq!(branch(&answer, "silent"), Some(Value::YesNo(false)));
    }
}
