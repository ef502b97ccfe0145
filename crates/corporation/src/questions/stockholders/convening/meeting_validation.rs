//! # Is a meeting valid that was not regularly called or noticed?
//!
//! Answers to the section of the bylaws that lets the papers of those who were absent stand for regular call and notice. The
//! statute has no such rule; § 229 gives the waiver its force, and a meeting all of whose holders attended or waived needs no
//! more.
//!
//! **Our reading.** The meeting stands if there was a quorum, where the text wants one, and everyone whom the text names has
//! signed one of the papers it names. A paper of another kind does not count, nor one signed after the meeting where the text
//! wants it before. A paper need not state the purpose unless the text says so. Filing the papers is a duty and not a
//! condition: papers that were signed and lie elsewhere have validated the meeting. Somebody who came to object, and did so at
//! the beginning, has not waived notice by attending; a text that asks only the absent to sign can be read to bind that
//! person too, and to leave the objection alive.
//!
//! **What may vary.** Bylaws may have such a rule, and name papers and persons.
//!
//! **Not encoded.** Who was entitled to vote, and who was there. Whether a defect other than in call, notice and place, such
//! as a vote that was not enough, is cured: it is not.
//!
//! **Open question.** Whether bylaws may validate a meeting against one who was never notified, attended only to object and
//! signed nothing.

use quorate_law::vocabulary::meeting_validation::{
    self, BEFORE_OR_AFTER, DEFINITION, FILED, PAPERS, PURPOSE, QUORUM, SIGNED_BY,
};
use quorate_law::vocabulary::{Kind, Term};
use quorate_law::{Provision, Resolution, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{BODY, MEETING_KIND, finding};

/// Whether there was a quorum.
pub static QUORUM_PRESENT: Fact<bool> =
    Fact::new("quorum-present", "whether a quorum was present, in person or by proxy");
/// How many must sign.
pub static ABSENT: Fact<u64> = Fact::new(
    "absent-entitled",
    "how many persons entitled to vote were neither present nor represented",
);
/// How many of them signed.
pub static ABSENT_SIGNED: Fact<u64> = Fact::new(
    "absent-signed",
    "how many of those absent signed a waiver of notice, a consent to the meeting or an approval of its minutes",
);
/// How many present objected.
pub static OBJECTORS: Fact<u64> = Fact::new(
    "objectors-unsigned",
    "how many who were present objected at the beginning that the meeting was not lawfully called or convened, and signed nothing",
);
/// How many present signed nothing.
pub static PRESENT_UNSIGNED: Fact<u64> = Fact::new(
    "present-unsigned",
    "how many of those present or represented signed nothing; asked only where the text wants everyone's paper",
);
/// The papers.
pub static PAPER_KINDS: Fact<Vec<String>> = Fact::new(
    "papers",
    "the kinds of papers that were signed: waiver of notice; consent to the meeting; approval of the minutes",
);
/// When they were signed.
pub static PAPERS_SIGNED: Fact<&'static str> = Fact::word(
    "papers-signed",
    &["before", "after"],
    "whether the papers were signed before or after the meeting",
);
/// Whether they state the purpose.
pub static PAPERS_STATE_PURPOSE: Fact<bool> =
    Fact::new("papers-state-purpose", "whether the papers state the business or purpose of the meeting");
/// Where they were filed.
pub static PAPERS_FILED: Fact<&'static str> = Fact::word(
    "papers-filed",
    &["with the records", "in the minutes", "not yet"],
    "where the papers were filed",
);

/// There was no quorum.
pub static WITHOUT_QUORUM: FindingDefinition = FindingDefinition {
    id: "validation-without-quorum",
    title: "a meeting without a quorum cannot be validated by papers",
    rank: Rank::Quorum,
};
/// Somebody signed nothing.
pub static NOT_SIGNED: FindingDefinition = FindingDefinition {
    id: "validation-not-signed",
    title: "somebody whose paper is needed has signed none",
    rank: Rank::Notice,
};
/// A paper that the text does not name, or not then, or not so.
pub static PAPER: FindingDefinition = FindingDefinition {
    id: "validation-paper-does-not-serve",
    title: "a paper was signed that does not validate the meeting",
    rank: Rank::Form,
};
/// The papers lie elsewhere.
pub static NOT_FILED: FindingDefinition = FindingDefinition {
    id: "validation-papers-not-filed",
    title: "the papers that validate the meeting are not filed where they must be",
    rank: Rank::Form,
};
/// Somebody came only to object.
pub static OBJECTOR: FindingDefinition = FindingDefinition {
    id: "validation-over-objection",
    title: "somebody present objected to the meeting and signed nothing",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "meeting-validation",
    title: "Is a meeting valid that was not regularly called or noticed?",
    chapter: "stockholders",
    capabilities: &["N6"],
    source: include_str!("meeting_validation.rs"),
    facts: &[
        &BODY.spec,
        &MEETING_KIND.spec,
        &QUORUM_PRESENT.spec,
        &ABSENT.spec,
        &ABSENT_SIGNED.spec,
        &PRESENT_UNSIGNED.spec,
        &OBJECTORS.spec,
        &PAPER_KINDS.spec,
        &PAPERS_SIGNED.spec,
        &PAPERS_STATE_PURPOSE.spec,
        &PAPERS_FILED.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&WITHOUT_QUORUM, &NOT_SIGNED, &PAPER, &NOT_FILED, &OBJECTOR],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let mut situation = Situation::general().with("body", body);
    if body == "stockholders" {
        situation = situation.with("meeting", inquiry.need(&MEETING_KIND)?);
    }
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    for provision in &resolution.controlling {
        inquiry.show(says(provision));
    }
    let mut stands = judge_quorum(inquiry, &resolution)?;
    stands &= judge_papers(inquiry, &resolution);
    stands &= judge_signers(inquiry, &resolution)?;
    judge_filing(inquiry, &resolution);
    if stands && judge_objectors(inquiry, &resolution) {
        return Ok(Conclusion::Readings(over_an_objection(&resolution)));
    }
    Ok(Value::YesNo(stands).into())
}

/// What one text says, as a line.
fn says(provision: &Provision) -> String {
    let papers: Vec<&str> = provision.get_all(&PAPERS).into_iter().map(|Term(paper)| paper.as_str()).collect();
    let quorum = if provision.says(&QUORUM) { "with a quorum, " } else { "" };
    let time = if provision.says(&BEFORE_OR_AFTER) { "before or after" } else { "before" };
    let purpose = if provision.says(&PURPOSE) { ", stating the purpose" } else { "" };
    let who = provision.word(&SIGNED_BY).unwrap_or_default();
    format!("{}: {quorum}{}, signed {time} by {who}{purpose}", provision.citation, papers.join(" or "))
}

fn judge_quorum(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> Result<bool, Pause> {
    let asking = asking(resolution, |provision| provision.says(&QUORUM));
    if asking.is_empty() {
        return Ok(true);
    }
    let is_met = inquiry.need(&QUORUM_PRESENT)?;
    let message = if is_met { "a quorum was present" } else { "no quorum was present" };
    let mut found = finding(&WITHOUT_QUORUM, is_met, message.to_owned(), &asking, vec!["quorum-present"]);
    found.help = (!is_met).then(|| "hold the meeting again, with notice or waivers and with a quorum".to_owned());
    inquiry.find(found);
    Ok(is_met)
}

/// Whether the papers signed are such as a text names, at the time and with the contents it wants.
fn judge_papers(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> bool {
    let Some(papers) = inquiry.known(&PAPER_KINDS) else { return true };
    let signed = inquiry.known(&PAPERS_SIGNED);
    let purpose = inquiry.known(&PAPERS_STATE_PURPOSE);
    let serves = |provision: &Provision, paper: &str| {
        let is_named = provision.get_all(&PAPERS).iter().any(|Term(named)| named.eq_ignore_ascii_case(paper));
        is_named
            && (provision.says(&BEFORE_OR_AFTER) || signed != Some("after"))
            && (!provision.says(&PURPOSE) || purpose != Some(false))
    };
    let useless: Vec<&str> = papers
        .iter()
        .map(String::as_str)
        .filter(|paper| !resolution.controlling.iter().any(|provision| serves(provision, paper)))
        .collect();
    let is_met = useless.is_empty();
    let message = if is_met {
        format!("the papers serve: {}", papers.join(", "))
    } else {
        let when = signed.map_or_else(String::new, |when| format!(", signed {when} the meeting"));
        let stated = if purpose == Some(false) { ", without the purpose" } else { "" };
        format!("what does not serve: {}{when}{stated}", useless.join(", "))
    };
    let blames = vec!["papers", "papers-signed", "papers-state-purpose"];
    let mut found = finding(&PAPER, is_met, message, &resolution.controlling, blames);
    found.help = (!is_met).then(|| format!("obtain one of: {}", named(resolution).join(", ")));
    inquiry.find(found);
    is_met
}

fn named<'a>(resolution: &Resolution<'a>) -> Vec<&'a str> {
    let mut named: Vec<&str> = Vec::new();
    for Term(paper) in resolution.controlling.iter().flat_map(|provision| provision.get_all(&PAPERS)) {
        if !named.contains(&paper.as_str()) {
            named.push(paper);
        }
    }
    named
}

/// Whether everyone has signed whom every text names; the strictest counts.
fn judge_signers(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> Result<bool, Pause> {
    let absent = inquiry.need(&ABSENT)?;
    let signed = if absent == 0 { 0 } else { inquiry.need(&ABSENT_SIGNED)? };
    let mut missing = absent.saturating_sub(signed);
    let mut steps = vec![format!("absent {absent}, signed {signed}")];
    let is_wider = |word: &str| resolution.controlling.iter().any(|provision| provision.word(&SIGNED_BY) == Some(word));
    if is_wider("everyone entitled") {
        let unsigned = inquiry.need(&PRESENT_UNSIGNED)?;
        steps.push(format!("present and unsigned {unsigned}"));
        missing = missing.saturating_add(unsigned);
    } else if is_wider("everyone entitled who was absent or objected") {
        let objectors = inquiry.need(&OBJECTORS)?;
        steps.push(format!("objected and unsigned {objectors}"));
        missing = missing.saturating_add(objectors);
    }
    let is_met = missing == 0;
    let message = match missing {
        0 => "everyone whose paper is needed has signed one".to_owned(),
        1 => "1 person whose paper is needed has signed none".to_owned(),
        several => format!("{several} persons whose paper is needed have signed none"),
    };
    let blames = vec!["absent-entitled", "absent-signed"];
    let mut found = finding(&NOT_SIGNED, is_met, message, &resolution.controlling, blames);
    found.arithmetic = steps;
    found.help = (!is_met).then(|| format!("obtain from each of them one of: {}", named(resolution).join(", ")));
    inquiry.find(found);
    Ok(is_met)
}

fn judge_filing(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(filed) = inquiry.known(&PAPERS_FILED) else { return };
    let asking = asking(resolution, |provision| provision.word(&FILED).is_some());
    if asking.is_empty() {
        return;
    }
    let is_met = asking
        .iter()
        .all(|provision| provision.word(&FILED).is_some_and(|places| places.contains(filed)));
    let message = format!("the papers were filed {filed}");
    let mut found = finding(&NOT_FILED, is_met, message, &asking, vec!["papers-filed"]);
    found.help = (!is_met).then(|| {
        let places: Vec<&str> = asking.iter().filter_map(|provision| provision.word(&FILED)).collect();
        format!("put them {}", places.join(" and "))
    });
    inquiry.find(found);
}

/// Whether somebody objected whom the texts do not ask to sign.
fn judge_objectors(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> bool {
    let objectors = inquiry.known(&OBJECTORS).unwrap_or(0);
    let only_absent = resolution
        .controlling
        .iter()
        .all(|provision| provision.word(&SIGNED_BY) == Some("everyone entitled who was absent"));
    if objectors == 0 || !only_absent {
        return false;
    }
    let message = format!("{objectors} present objected to the meeting at the beginning and signed nothing");
    let mut found = finding(&OBJECTOR, false, message, &resolution.controlling, vec!["objectors-unsigned"]);
    found.status = FindingStatus::DependsOnReading;
    found.help = Some("obtain a waiver from those who objected, or give notice and hold the meeting again".to_owned());
    inquiry.find(found);
    true
}

fn over_an_objection(resolution: &Resolution<'_>) -> Vec<Reading> {
    let text = resolution.first().map_or_else(String::new, |provision| provision.citation.to_string());
    let reading = |value, words: &str, because: String, is_preferred| Reading {
        text: words.to_owned(),
        value: Value::YesNo(value),
        because,
        is_preferred,
        who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
    };
    vec![
        reading(
            false,
            "not valid against one who came to object",
            "the law keeps the right of one who attends to object, and only that person's own paper gives it up".to_owned(),
            true,
        ),
        reading(true, "valid as the text says", format!("{text} asks only those who were absent to sign"), false),
    ]
}

fn asking<'a>(resolution: &Resolution<'a>, is_asking: impl Fn(&Provision) -> bool) -> Vec<&'a Provision> {
    resolution.controlling.iter().copied().filter(|provision| is_asking(provision)).collect()
}

/// The kinds of papers that texts name.
#[must_use]
pub fn paper_kinds() -> &'static [&'static str] {
    match meeting_validation::PAPERS.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    const ABSENT: &str = "meeting-validation \"consent to the meeting\" signed-by=\"everyone entitled who was absent\" quorum=#true filed=\"in the minutes\"";

    #[test]
    fn quorum_and_every_absent_signature() {
        for (quorum, absent, signed, value, missing) in [
            ("yes", "0", "0", "yes", "met"),
            ("yes", "3", "3", "yes", "met"),
            ("yes", "3", "2", "no", "unmet"),
            ("no", "3", "3", "no", "met"),
        ] {
            let told = [("quorum-present", quorum), ("absent-entitled", absent), ("absent-signed", signed)];
            let answer = ask_with_bylaws(ABSENT, "meeting-validation", &told);
            assert_eq!(field(&answer, "value"), value, "{told:?}");
            assert_eq!(status(&answer, "validation-not-signed"), missing, "{told:?}");
        }
    }

    #[test]
    fn a_paper_that_is_not_named_or_comes_after_does_not_serve() {
        let open = "meeting-validation \"approval of the minutes\" signed-by=\"everyone entitled who was absent\" quorum=#false before-or-after=#true purpose=#true";
        for (bylaws, papers, signed, purpose, word) in [
            (ABSENT, "consent to the meeting", "before", "no", "met"),
            (ABSENT, "consent to the meeting", "after", "no", "unmet"),
            (ABSENT, "approval of the minutes", "before", "no", "unmet"),
            (open, "approval of the minutes", "after", "yes", "met"),
            (open, "approval of the minutes", "after", "no", "unmet"),
        ] {
            let told = [
                ("quorum-present", "yes"),
                ("absent-entitled", "1"),
                ("absent-signed", "1"),
                ("papers", papers),
                ("papers-signed", signed),
                ("papers-state-purpose", purpose),
            ];
            let answer = ask_with_bylaws(bylaws, "meeting-validation", &told);
            assert_eq!(status(&answer, "validation-paper-does-not-serve"), word, "{told:?}");
            assert_eq!(field(&answer, "value"), if word == "met" { "yes" } else { "no" });
        }
    }

    #[test]
    fn filing_is_a_duty_and_no_condition() {
        for (filed, word) in [("in the minutes", "met"), ("with the records", "unmet"), ("not yet", "unmet")] {
            let told = [("quorum-present", "yes"), ("absent-entitled", "0"), ("papers-filed", filed)];
            let answer = ask_with_bylaws(ABSENT, "meeting-validation", &told);
            assert_eq!(status(&answer, "validation-papers-not-filed"), word, "{filed}");
            assert_eq!(field(&answer, "value"), "yes");
        }
    }

    #[test]
    fn whoever_objected_is_bound_on_one_reading_only() {
        let wide = ABSENT.replace("who was absent", "who was absent or objected");
        let told = [("quorum-present", "yes"), ("absent-entitled", "0"), ("objectors-unsigned", "1")];
        let answer = ask_with_bylaws(ABSENT, "meeting-validation", &told);
        assert_eq!(answer.readings.len(), 2);
        assert!(answer.readings[0].is_preferred && answer.readings[0].value.fields()[0].1 == "no");
        assert_eq!(status(&answer, "validation-over-objection"), "depends on the reading");
        let answer = ask_with_bylaws(&wide, "meeting-validation", &told);
        assert_eq!(field(&answer, "value"), "no");
        assert_eq!(status(&answer, "validation-not-signed"), "unmet");
    }

    #[test]
    fn everyone_is_asked_where_the_text_says_so() {
        let all = ABSENT.replace("everyone entitled who was absent", "everyone entitled");
        for (unsigned, value) in [("0", "yes"), ("1", "no")] {
            let told = [("quorum-present", "yes"), ("absent-entitled", "0"), ("present-unsigned", unsigned)];
            assert_eq!(field(&ask_with_bylaws(&all, "meeting-validation", &told), "value"), value);
        }
    }

    #[test]
    fn a_text_without_the_rule_is_silent() {
        let answer = ask_with_bylaws(SILENT, "meeting-validation", &[("quorum-present", "yes")]);
        assert!(answer.is_silent);
        let told = [("quorum-present", "yes"), ("absent-entitled", "0")];
        assert_eq!(field(&ask_under("altiris-2006", "meeting-validation", &told), "value"), "yes");
        assert!(ask_under("novell-2001", "meeting-validation", &told).is_silent);
        assert!(ask_under("raining-data-2001", "meeting-validation", &told).is_silent);
        for body in ["board", "committee"] {
            let told = [("body", body), ("quorum-present", "yes"), ("absent-entitled", "0")];
            assert_eq!(field(&ask_under("raining-data-2001", "meeting-validation", &told), "value"), "yes");
        }
    }
}
