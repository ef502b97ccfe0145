//! # Does a class vote by itself on a matter?
//!
//! Answers to 8 Del. C. § 242(b)(2) (a class votes by itself on an amendment of the certificate that changes its authorized number, its
//! par value, or its powers, preferences or rights for the worse), and to the sections of certificate and bylaws that give a class a
//! vote of its own.
//!
//! **Our reading.** The class votes by itself beside all shares together, whether or not its shares have a vote otherwise. Each ground
//! stands by itself: one is enough. The certificate may take away the vote on the authorized number, for a class that it names or for
//! all; it cannot take away the others. Where some series of a class alone are worse off, those series vote as one class and the rest
//! do not. Whether a change is for the worse is told, not worked out: it concerns the rights of the stock and not its value. The
//! quorum and the vote of the class are the questions `quorum`, `vote-required` and `vote-result`, with `vote=class`.
//!
//! **What may vary.** The certificate may give a class more votes of its own; so may the bylaws, as a condition of the act.
//!
//! **Not encoded.** The time at which the certificate took the vote away: in the original certificate, in the amendment that made the
//! class, before any of its shares were issued, or by a vote of the class. The rule of § 242(d) for listed classes from 1 August 2023.
//!
//! **Open question** for counsel: whether a change is for the worse where every class is treated alike.

use quorate_law::vocabulary::class_vote::{DEFINITION, HAS, ON, SERIES_ALONE};
use quorate_law::{Provision, Reckoning, Situation, Source, Vary};

use super::figures::CLASS;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE, finding, rely_on};

/// What the amendment does to the class.
static CHANGES: Fact<Vec<String>> = {
    let mut fact: Fact<Vec<String>> = Fact::new(
        "changes",
        "what the amendment changes for the class: authorized number; par value; rights for the worse (powers, preferences or special rights); none",
    );
    fact.spec.otherwise = Some("none");
    fact
};
/// The series that alone are worse off.
static SERIES: Fact<Vec<String>> = Fact::new(
    "series-affected",
    "the series of the class that alone are affected for the worse, where the rest of the class is not",
);
/// Whether the class votes.
static VOTES: Fact<bool> = Fact::new("class-votes", "whether a vote of the class by itself is taken");

/// The class does not vote.
pub static MISSING: FindingDefinition = FindingDefinition {
    id: "class-vote-missing",
    title: "a class that votes by itself has no vote",
    rank: Rank::Vote,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "class-vote",
    title: "Does a class vote by itself on a matter?",
    chapter: "stockholders",
    capabilities: &["S12"],
    source: include_str!("class_vote.rs"),
    facts: &[
        &CLASS.spec,
        &MATTERS.spec,
        &CHANGES.spec,
        &SERIES.spec,
        &VOTES.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::Text,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&MISSING],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let class = inquiry.need(&CLASS)?;
    let mut situation = Situation::general().with("class", class.clone());
    for matter in inquiry.need(&MATTERS)? {
        situation = situation.with("matter", matter);
    }
    let resolution = inquiry.consult(&DEFINITION, &situation)?;
    if resolution.is_silent() {
        return Ok(Value::Text(NONE.to_owned()).into());
    }
    let changes = inquiry.need(&CHANGES)?;
    let mut grounds: Vec<&Provision> = Vec::new();
    let mut taken_away: Vec<&Provision> = Vec::new();
    for provision in resolution.controlling.iter().copied().filter(|provision| has(provision)) {
        let on = provision.word(&ON).unwrap_or_default();
        if on != "every matter" && !changes.iter().any(|change| change == on) {
            continue;
        }
        match denial(&resolution.controlling, provision) {
            Some(denial) => {
                inquiry.show(format!("{}: {on}; {} takes that vote away", provision.citation, denial.citation));
                taken_away.push(denial);
            }
            None => {
                inquiry.show(format!("{}: {on}: the class votes by itself", provision.citation));
                grounds.push(provision);
            }
        }
    }
    let relied: Vec<&Provision> = grounds.iter().chain(&taken_away).copied().collect();
    if !relied.is_empty() {
        rely_on(inquiry, &resolution, &relied);
    }
    if grounds.is_empty() {
        return Ok(Value::Text(NONE.to_owned()).into());
    }
    let who = who(inquiry, &grounds, &class);
    if let Some(votes) = inquiry.known(&VOTES) {
        let message = format!("{who} votes by itself; a vote of its own is {}", if votes { "taken" } else { "not taken" });
        let mut found = finding(&MISSING, votes, message, &grounds, vec!["class-votes", "class"]);
        found.help = (!votes).then(|| format!("put the matter to {who} by itself as well"));
        inquiry.find(found);
    }
    Ok(Value::Text(who).into())
}

/// The answer where nothing gives the class a vote.
const NONE: &str = "no vote of the class by itself";

fn has(provision: &Provision) -> bool {
    provision.get(&HAS) != Some(&false)
}

/// The provision of the certificate that takes a vote away, where the source that gives it lets the certificate do so.
fn denial<'a>(controlling: &[&'a Provision], given: &Provision) -> Option<&'a Provision> {
    if given.vary != Some(Vary::Certificate) {
        return None;
    }
    let denies = |other: &&&Provision| {
        !has(other) && other.citation.source == Source::Certificate && other.word(&ON) == given.word(&ON)
    };
    controlling.iter().find(denies).copied()
}

/// Who votes: the class, or the series that alone are affected.
fn who(inquiry: &Inquiry<'_>, grounds: &[&Provision], class: &str) -> String {
    let series = inquiry.known(&SERIES).unwrap_or_default();
    if series.is_empty() || !grounds.iter().all(|ground| ground.says(&SERIES_ALONE)) {
        return class.to_owned();
    }
    format!("{} of {class}", series.join(" and "))
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, ask_without_certificate, field, status};

    const CLASS: (&str, &str) = ("class", "Class B");

    #[test]
    fn the_statute_s_three_grounds_and_no_other() {
        for (changes, who) in [
            ("authorized number", "Class B"),
            ("par value", "Class B"),
            ("rights for the worse", "Class B"),
            ("par value, rights for the worse", "Class B"),
            ("none", "no vote of the class by itself"),
        ] {
            let told = [CLASS, ("matters", "charter amendment"), ("changes", changes)];
            assert_eq!(field(&ask_with_bylaws(SILENT, "class-vote", &told), "value"), who, "{changes}");
        }
        let merger = [CLASS, ("matters", "merger"), ("changes", "par value")];
        assert_eq!(
            field(&ask_under("novell-2001", "class-vote", &merger), "value"),
            "no vote of the class by itself"
        );
    }

    #[test]
    fn a_text_may_give_a_vote_on_a_matter() {
        let bylaws = "class-vote \"every matter\" matter=\"merger\" class=\"Class B\"";
        for (class, matter, who, found) in [
            ("Class B", "merger", "Class B", "unmet"),
            ("Class A", "merger", "no vote of the class by itself", "none"),
            ("Class B", "asset sale", "no vote of the class by itself", "none"),
        ] {
            let told = [("class", class), ("matters", matter), ("class-votes", "no")];
            let answer = ask_with_bylaws(bylaws, "class-vote", &told);
            assert_eq!((field(&answer, "value").as_str(), status(&answer, "class-vote-missing")), (who, found));
        }
    }

    #[test]
    fn without_the_certificate_a_vote_may_be_taken_away() {
        let told = [CLASS, ("matters", "charter amendment"), ("changes", "authorized number")];
        assert_eq!(ask_without_certificate("novell-2001", "class-vote", &told).needs.len(), 1);
    }
}
