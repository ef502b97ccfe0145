//! # How many votes has a share?
//!
//! Answers to 8 Del. C. § 212(a) (one, unless the certificate says otherwise), and to the section of the bylaws on voting.
//!
//! **Our reading.** The certificate's classes are listed with the votes it gives them; a class on which it is silent has one vote a
//! share. A bylaw can repeat that and cannot change it. A fraction of a share has that fraction of the votes.
//!
//! **What may vary.** The certificate may give a class more votes, fewer or none, in general or on some matters.
//!
//! **Not encoded.** Votes that a class has on some matters only, and votes by a formula (per dollar, or by time of holding).

use quorate_law::vocabulary::{share_class, votes_per_share};
use quorate_law::{Reckoning, Situation};

use super::figures::CLASS;
use crate::answer::{Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::MEETING_DATE;

/// The question.
pub static QUESTION: Question = Question {
    id: "votes-per-share",
    title: "How many votes has a share?",
    chapter: "stockholders",
    capabilities: &["S12"],
    source: include_str!("votes_per_share.rs"),
    facts: &[&CLASS.spec, &MEETING_DATE.spec],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&share_class::DEFINITION, &votes_per_share::DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let wanted = inquiry.known(&CLASS);
    let classes = inquiry.consult(&share_class::DEFINITION, &Situation::general())?;
    let mut items = Vec::new();
    for class in &classes.controlling {
        let (Some(name), Some(votes)) = (class.get(&share_class::NAME), class.get(&share_class::VOTES)) else {
            continue;
        };
        if wanted.as_ref().is_none_or(|wanted| wanted == name) {
            items.push(format!("{name}: {votes}"));
        }
    }
    if items.is_empty() {
        let situation = match &wanted {
            Some(class) => Situation::general().with("class", class.clone()),
            None => Situation::general(),
        };
        let rule = inquiry.require(&votes_per_share::DEFINITION, &situation)?;
        let votes = rule
            .first()
            .and_then(|provision| provision.get(&votes_per_share::VOTES))
            .copied();
        let votes = votes.ok_or(Pause::Silent(&votes_per_share::DEFINITION))?;
        items.push(format!("{}: {votes}", wanted.as_deref().unwrap_or("every share")));
    }
    Ok(Value::Items(items).into())
}

#[cfg(test)]
mod tests {
    use crate::answer::Value;
    use crate::testing::{ask_under, ask_with_bylaws, ask_without_certificate, branch, field};

    #[test]
    fn the_certificate_s_classes_then_one_vote() {
        let all = ask_under("novell-2001", "votes-per-share", &[]);
        assert_eq!(field(&all, "value"), "Common Stock: 1; Preferred Stock: 0");
        let common = ask_under("novell-2001", "votes-per-share", &[("class", "Common Stock")]);
        assert_eq!(field(&common, "value"), "Common Stock: 1");
        let silent = ask_under("novell-2001", "votes-per-share", &[("class", "Class B")]);
        assert_eq!(field(&silent, "value"), "Class B: 1");
    }

    #[test]
    fn a_bylaw_cannot_give_two() {
        let answer = ask_with_bylaws("votes-per-share 2", "votes-per-share", &[]);
        assert_eq!(field(&answer, "value"), "every share: 1");
        assert_eq!(answer.displaced.len(), 1);
        let unknown = ask_without_certificate("novell-2001", "votes-per-share", &[]);
        assert_eq!(
            branch(&unknown, "silent"),
            Some(Value::Items(vec!["every share: 1".into()]))
        );
    }
}
