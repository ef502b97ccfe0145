//! # Does a revocation of a proxy take effect?
//!
//! Answers to 8 Del. C. § 212(e) (a proxy that says so and is coupled with an interest is irrevocable while the interest lasts) and to the
//! section of the bylaws on proxies: who may revoke, how, until when, and whether the secretary must have notice.
//!
//! **Our reading.** As in `proxy-validity`, of which this is the other side: a revocation takes effect unless the proxy is irrevocable, it comes from one who
//! may not revoke, it lacks a form that a text asks for, or the secretary has no notice where a text asks for it by the day of the vote. Notice that comes
//! later takes effect then, and not before.
//!
//! **What may vary.** Bylaws may ask for writing or for notice to the secretary, name who may revoke, and end the right once the proxy is voted.
//!
//! **Not encoded.** Whether the one who revokes is who he says: the inspectors decide.

use quorate_law::Reckoning;
use quorate_law::vocabulary::proxy_revocation;

use super::ending::{
    ALREADY_VOTED, COUPLED, INTEREST_ENDED_ON, INTEREST_IN, IRREVOCABLE_STATED, NOTICE_TO_SECRETARY, REVOKED_BY, REVOKED_IN_WRITING,
    REVOKED_ON, effect, revocation,
};
use super::proxy_validity::VOTED_ON;
use crate::answer::{Reading, Shape, Value};
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// The revocation changes nothing.
pub static WITHOUT_EFFECT: FindingDefinition = FindingDefinition {
    id: "revocation-without-effect",
    title: "the revocation does not take effect",
    rank: Rank::Standing,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "revocation-effective",
    title: "Does a revocation of a proxy take effect?",
    chapter: "stockholders",
    capabilities: &["S14"],
    source: include_str!("revocation_effective.rs"),
    facts: &[
        &REVOKED_ON.spec,
        &VOTED_ON.spec,
        &REVOKED_BY.spec,
        &REVOKED_IN_WRITING.spec,
        &ALREADY_VOTED.spec,
        &NOTICE_TO_SECRETARY.spec,
        &IRREVOCABLE_STATED.spec,
        &COUPLED.spec,
        &INTEREST_IN.spec,
        &INTEREST_ENDED_ON.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Meeting, "voted-on"), (Reckoning::Conduct, "voted-on")],
    provisions: &[&proxy_revocation::DEFINITION],
    findings: &[&WITHOUT_EFFECT],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let revoked_on = inquiry.need(&REVOKED_ON)?;
    let voted_on = inquiry.need(&VOTED_ON)?;
    let rule = revocation(inquiry, voted_on)?;
    let effect = effect(inquiry, &rule, revoked_on, voted_on)?;
    let blames = vec!["revoked-on", "revocation-notice-to-secretary"];
    let mut found = finding(&WITHOUT_EFFECT, effect.is_effective, effect.message.clone(), &rule.texts, blames);
    found.help = (!effect.is_effective).then(|| "the proxy is voted; a ballot or a later proxy may still take its place".to_owned());
    if !effect.is_by_unnamed_assign {
        inquiry.find(found);
        return Ok(Value::YesNo(effect.is_effective).into());
    }
    found.status = FindingStatus::DependsOnReading;
    inquiry.find(found);
    let reading = |text: &str, because: &str, value: bool| Reading {
        text: text.to_owned(),
        value: Value::YesNo(value),
        because: because.to_owned(),
        is_preferred: !value,
        who_decides: "the inspectors of election or the chair, and in the end the Court of Chancery".to_owned(),
    };
    Ok(Conclusion::Readings(vec![
        reading(
            "only the holder of record, or who stands in the holder's place by law, revokes",
            "the records say who may vote, and the text names no assigns",
            false,
        ),
        reading("an assign may revoke", "a proxy is an agency for whoever owns the shares", true),
    ]))
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, status};

    #[test]
    fn notice_counts_on_the_day_of_the_vote_and_not_after() {
        for (set, notice, effective) in [
            ("novell-2001", Some("2002-04-17"), "yes"),
            ("novell-2001", Some("2002-04-18"), "no"),
            ("novell-2001", None, "no"),
            ("altiris-2006", None, "yes"),
            ("raining-data-2001", None, "yes"),
        ] {
            let told: Vec<_> = [("revoked-on", "2002-04-01"), ("voted-on", "2002-04-17")]
                .into_iter()
                .chain(notice.map(|day| ("revocation-notice-to-secretary", day)))
                .collect();
            let answer = ask_under(set, "revocation-effective", &told);
            assert_eq!(field(&answer, "value"), effective, "{set} {notice:?}");
            assert_eq!(
                status(&answer, "revocation-without-effect"),
                if effective == "yes" { "met" } else { "unmet" }
            );
        }
    }
}
