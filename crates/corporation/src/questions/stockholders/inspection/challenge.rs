//! # Who hears and determines a challenge, and is a record kept?
//!
//! Answers to 8 Del. C. § 231(b) (inspectors determine challenges to what they determined, and keep a record of what became of
//! them for a reasonable period), and to the sections of the bylaws on challenges and questions on the right to vote.
//!
//! **Our reading.** A challenge is about the right to vote unless it is told to be about a determination of the inspectors. A
//! text that speaks of the one kind decides it. Where the only texts that bind speak of the other kind, the inspectors decide
//! both, because a challenge to the right to vote is in the end one to what they determine of proxies and ballots; on another
//! reading the one presiding decides until they have determined anything. Where the bylaws give the right to vote to others
//! and § 231 binds, the validity of proxies and ballots stays with the inspectors (§ 231(b)): preferred, because a bylaw cannot
//! take a duty of the statute away; on another reading the two stand side by side. Those entrusted "where there are inspectors"
//! decide in place of the others; those whom rules may entrust decide beside them.
//!
//! **What may vary.** Everything for a corporation that § 231 does not bind.
//!
//! **Not encoded.** Whether the challenge is well founded: that is what they determine. How long is reasonable.
//!
//! **Open question.** Who decides a challenge to a right to vote at a corporation that § 231 binds and whose bylaws name its
//! board or chair; for counsel, 2026-11.

use quorate_law::vocabulary::challenges::{
    ABOUT, DECIDERS, DEFINITION, ENTRUSTED_TO, ENTRUSTED_WHEN, KEEP_RECORD, KEPT_FOR,
};
use quorate_law::{Provision, Situation};

use super::super::conduct::facts::{HOLDERS_OF_RECORD, LISTED};
use super::super::conduct::order::is_same_office;
use super::inspector_law::{binding, is_law};
use super::inspectors_required::INSPECTORS_APPOINTED;
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// Another than the text's person determined it.
pub static WRONG_DECIDER: FindingDefinition = FindingDefinition {
    id: "challenge-determined-by-wrong-person",
    title: "a challenge was determined by another than the text's person",
    rank: Rank::Authority,
};

/// Nobody determined it.
pub static NOT_DETERMINED: FindingDefinition = FindingDefinition {
    id: "challenge-not-determined",
    title: "a challenge was raised and not determined",
    rank: Rank::Form,
};

/// No record was kept.
pub static NO_RECORD: FindingDefinition = FindingDefinition {
    id: "challenge-record-not-kept",
    title: "no record is kept of what became of a challenge",
    rank: Rank::Form,
};

/// What it is about.
pub static CHALLENGE_ABOUT: Fact<&'static str> = Fact::word(
    "about",
    &["the right to vote", "determinations of the inspectors"],
    "what the challenge is about",
)
.otherwise("the right to vote");
/// Whether rules entrust them.
pub static ENTRUSTED: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "entrusted",
        "whether rules or the appointment entrust challenges to those to whom the text lets them be entrusted",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// Who determined it.
pub static DETERMINED_BY: Fact<String> = Fact::new("determined-by", "the office or body that determined the challenge");
/// How many nobody determined.
pub static UNDETERMINED: Fact<u64> = Fact::new("undetermined", "how many challenges were raised and not determined");
/// Whether a record is kept.
pub static RECORD_KEPT: Fact<bool> = Fact::new("record-kept", "whether a record is kept of what became of each challenge");

/// The question.
pub static QUESTION: Question = Question {
    id: "challenge",
    title: "Who hears and determines a challenge, and is a record kept?",
    chapter: "stockholders",
    capabilities: &["S15"],
    source: include_str!("challenge.rs"),
    facts: &[
        &CHALLENGE_ABOUT.spec,
        &INSPECTORS_APPOINTED.spec,
        &ENTRUSTED.spec,
        &DETERMINED_BY.spec,
        &UNDETERMINED.spec,
        &RECORD_KEPT.spec,
        &LISTED.spec,
        &HOLDERS_OF_RECORD.spec,
    ],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[&WRONG_DECIDER, &NOT_DETERMINED, &NO_RECORD],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let rules = binding(inquiry, &resolution, is_law, items)?;
    if rules.is_empty() {
        return Err(Pause::NotApplicable(
            "no text that binds says who determines challenges".to_owned(),
        ));
    }
    for provision in &rules {
        inquiry.show(format!("{}: {}", provision.citation, items(provision).join("; ")));
    }
    judge_record(inquiry, &rules);
    let about = inquiry.need(&CHALLENGE_ABOUT)?;
    let conclusion = deciders(inquiry, &rules, about)?;
    judge_decider(inquiry, &conclusion, &rules);
    judge_undetermined(inquiry, &conclusion, &rules);
    Ok(conclusion)
}

/// What one provision says, an item each.
fn items(provision: &Provision) -> Vec<String> {
    let mut items = vec![format!(
        "determined by: {}",
        offices(provision).join(" or ")
    )];
    items.extend(provision.word(&ABOUT).map(|about| format!("about: {about}")));
    items.extend(provision.word(&ENTRUSTED_TO).map(|whom| {
        let when = provision.word(&ENTRUSTED_WHEN).unwrap_or("so provided");
        format!("by {whom}, where {when}")
    }));
    items.extend(provision.says(&KEEP_RECORD).then(|| "a record is kept".to_owned()));
    items.extend(provision.get(&KEPT_FOR).map(|period| format!("for {period}")));
    items
}

fn offices(provision: &Provision) -> Vec<String> {
    provision
        .get_all(&DECIDERS)
        .into_iter()
        .map(|office| office.0.clone())
        .collect()
}

/// Who decides, in every reading.
fn deciders(inquiry: &mut Inquiry<'_>, rules: &[&Provision], about: &str) -> Result<Conclusion, Pause> {
    let (speaking, others): (Vec<&Provision>, Vec<&Provision>) = rules
        .iter()
        .copied()
        .partition(|provision| provision.word(&ABOUT).is_none_or(|known| known == about));
    let mut named: Vec<String> = Vec::new();
    for provision in &speaking {
        for person in persons(inquiry, provision)? {
            if !named.contains(&person) {
                named.push(person);
            }
        }
    }
    let by_inspectors: Vec<String> = others.first().map_or_else(Vec::new, |other| offices(other));
    let beside = others.iter().any(|other| is_law(other)) && speaking.iter().all(|own| !is_law(own));
    if by_inspectors.is_empty() || (!named.is_empty() && (!beside || by_inspectors == named)) {
        return Ok(Value::Persons(named).into());
    }
    let reading = |text: &str, persons: Vec<String>, because: &str, is_preferred: bool| Reading {
        text: text.to_owned(),
        value: Value::Persons(persons),
        because: because.to_owned(),
        is_preferred,
        who_decides: "the court, where the vote is contested; until then the inspectors, on counsel's advice".to_owned(),
    };
    let in_the_end = reading(
        "they decide who determines the validity of proxies and ballots",
        by_inspectors,
        "a challenge to a right to vote is in the end one to what they determine",
        true,
    );
    let other = if named.is_empty() {
        reading(
            "the one presiding decides what nobody is named for",
            vec!["chair of the meeting".to_owned()],
            "the text speaks only of challenges to what was determined already",
            false,
        )
    } else {
        reading(
            "those whom the corporation's own text names decide",
            named,
            "the statute speaks of challenges to determinations, the text of the right to vote",
            false,
        )
    };
    Ok(Conclusion::Readings(vec![in_the_end, other]))
}

/// Who decides under one provision: those named, those entrusted in their place, or both.
fn persons(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<Vec<String>, Pause> {
    let mut named = offices(provision);
    let Some(entrusted) = provision.word(&ENTRUSTED_TO) else {
        return Ok(named);
    };
    if provision.word(&ENTRUSTED_WHEN) == Some("there are inspectors") {
        if inquiry.need(&INSPECTORS_APPOINTED)? {
            return Ok(vec![entrusted.to_owned()]);
        }
    } else if inquiry.need(&ENTRUSTED)? {
        named.push(entrusted.to_owned());
    }
    Ok(named)
}

/// The persons of each reading, the preferred one's first.
fn readings(conclusion: &Conclusion) -> Vec<Vec<String>> {
    let persons = |value: &Value| match value {
        Value::Persons(persons) => persons.clone(),
        _ => Vec::new(),
    };
    match conclusion {
        Conclusion::Value(value) => vec![persons(value)],
        Conclusion::Readings(readings) => readings.iter().map(|reading| persons(&reading.value)).collect(),
    }
}

fn judge_decider(inquiry: &mut Inquiry<'_>, conclusion: &Conclusion, rules: &[&Provision]) {
    let Some(determined_by) = inquiry.known(&DETERMINED_BY) else {
        return;
    };
    let readings = readings(conclusion);
    let verdicts: Vec<bool> = readings
        .iter()
        .map(|persons| persons.iter().any(|person| is_same_office(person, &determined_by)))
        .collect();
    let is_met = verdicts.iter().all(|met| *met);
    let mut due = readings.concat();
    due.dedup();
    let message = format!(
        "{determined_by} determined the challenge; the text names: {}",
        due.join("; ")
    );
    let mut found = finding(&WRONG_DECIDER, is_met, message, rules, vec!["determined-by"]);
    if !is_met && verdicts.contains(&true) {
        found.status = FindingStatus::DependsOnReading;
    }
    found.help = (!is_met).then(|| format!("have the challenge determined by {}", due.join(" or ")));
    inquiry.find(found);
}

fn judge_undetermined(inquiry: &mut Inquiry<'_>, conclusion: &Conclusion, rules: &[&Provision]) {
    let Some(undetermined) = inquiry.known(&UNDETERMINED) else {
        return;
    };
    let message = match undetermined {
        0 => "every challenge was determined".to_owned(),
        1 => "1 challenge was raised and not determined".to_owned(),
        several => format!("{several} challenges were raised and not determined"),
    };
    let mut found = finding(
        &NOT_DETERMINED,
        undetermined == 0,
        message,
        rules,
        vec!["undetermined"],
    );
    if undetermined > 0 {
        let mut due = readings(conclusion).concat();
        due.dedup();
        found.status = FindingStatus::NeedsJudgment;
        found.help = Some(format!("to be determined by {}", due.join(" or ")));
    }
    inquiry.find(found);
}

fn judge_record(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) {
    let keeping: Vec<&Provision> = rules
        .iter()
        .copied()
        .filter(|provision| provision.says(&KEEP_RECORD))
        .collect();
    let Some(kept) = inquiry.known(&RECORD_KEPT).filter(|_| !keeping.is_empty()) else {
        return;
    };
    let message = if kept {
        "a record is kept of what became of each challenge"
    } else {
        "no record is kept of what became of a challenge"
    };
    let mut found = finding(&NO_RECORD, kept, message.to_owned(), &keeping, vec!["record-kept"]);
    found.help = (!kept).then(|| "enter the challenge and what was determined in the minute book".to_owned());
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "challenge";
    const FINDING: &str = "challenge-determined-by-wrong-person";
    const NOT_BOUND: [(&str, &str); 2] = [("listed", "no"), ("holders-of-record", "2000")];
    const BOUND: [(&str, &str); 2] = [("listed", "no"), ("holders-of-record", "2001")];

    fn told<'a>(bound: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        bound.iter().chain(more).copied().collect()
    }

    #[test]
    fn each_text_names_its_own() {
        for (set, about, deciders) in [
            ("altiris-2006", "the right to vote", "board of directors; chair of the meeting"),
            ("novell-2001", "the right to vote", "inspectors of election"),
            ("raining-data-2001", "determinations of the inspectors", "inspectors of election"),
        ] {
            let answer = ask_under(set, ID, &told(&NOT_BOUND, &[("about", about)]));
            assert_eq!(field(&answer, "value"), deciders, "{set}");
        }
    }

    #[test]
    fn where_a_text_speaks_of_one_kind_only_there_are_two_readings() {
        let answer = ask_under("raining-data-2001", ID, &NOT_BOUND);
        assert_eq!((answer.value.is_none(), answer.readings.len()), (true, 2));
        let answer = ask_under("altiris-2006", ID, &BOUND);
        assert_eq!((answer.value.is_none(), answer.readings.len()), (true, 2));
        // Novell's judges are those of the statute: the two texts agree.
        let answer = ask_under("novell-2001", ID, &BOUND);
        assert_eq!(field(&answer, "value"), "inspectors of election");
    }

    #[test]
    fn the_right_person_determines() {
        for (set, bound, by, expected) in [
            ("altiris-2006", NOT_BOUND, "Chair of the meeting", "met"),
            ("altiris-2006", NOT_BOUND, "secretary", "unmet"),
            ("altiris-2006", BOUND, "chair of the meeting", "depends on the reading"),
            ("altiris-2006", BOUND, "inspectors of election", "depends on the reading"),
            ("altiris-2006", BOUND, "secretary", "unmet"),
            ("novell-2001", NOT_BOUND, "chair of the meeting", "unmet"),
            ("novell-2001", NOT_BOUND, "inspectors of election", "met"),
        ] {
            let answer = ask_under(set, ID, &told(&bound, &[("determined-by", by)]));
            assert_eq!(status(&answer, FINDING), expected, "{set} {by}");
        }
    }

    #[test]
    fn those_who_are_entrusted_decide_instead_or_beside() {
        let by = |entrusted: &str, by: &str| {
            let told = told(&NOT_BOUND, &[("entrusted", entrusted), ("determined-by", by)]);
            status(&ask_under("altiris-2006", ID, &told), FINDING)
        };
        assert_eq!(by("no", "inspectors of election"), "unmet");
        assert_eq!(by("yes", "inspectors of election"), "met");
        assert_eq!(by("yes", "board of directors"), "met");
        let bylaws = "challenges \"chair of the meeting\" entrusted-to=\"inspectors of election\" entrusted-when=\"there are inspectors\"";
        for (appointed, decider) in [("yes", "inspectors of election"), ("no", "chair of the meeting")] {
            let told = told(&NOT_BOUND, &[("inspectors-appointed", appointed)]);
            assert_eq!(field(&ask_with_bylaws(bylaws, ID, &told), "value"), decider);
        }
    }

    #[test]
    fn open_challenges_and_records() {
        for (open, expected) in [("0", "met"), ("1", "needs judgment")] {
            let answer = ask_under("novell-2001", ID, &told(&NOT_BOUND, &[("undetermined", open)]));
            assert_eq!(status(&answer, "challenge-not-determined"), expected, "{open}");
        }
        for (set, bound, kept, expected) in [
            ("raining-data-2001", NOT_BOUND, "no", "unmet"),
            ("raining-data-2001", NOT_BOUND, "yes", "met"),
            ("novell-2001", NOT_BOUND, "no", "none"),
            ("novell-2001", BOUND, "no", "unmet"),
        ] {
            let answer = ask_under(set, ID, &told(&bound, &[("record-kept", kept)]));
            assert_eq!(status(&answer, "challenge-record-not-kept"), expected, "{set} {kept}");
        }
    }
}
