//! # What may the inspectors look at, and what do they state of its source?
//!
//! Answers to 8 Del. C. § 231(d) (the proxies, what came with them, ballots, and the regular books and records; other reliable
//! information only to reconcile what banks, brokers and nominees vote beyond their authority or holdings, with its source
//! stated in the certificate), and to the section of the bylaws that repeats or changes it.
//!
//! **Our reading.** The list is exhaustive: what is not on it is not looked at, but for the one purpose named. Where other
//! information was used for that purpose, the certificate is complete only if it states every point the text names.
//!
//! **What may vary.** Bylaws of a corporation that § 231 does not bind may limit inspectors otherwise, or not at all.
//!
//! **Not encoded.** Whether information is reliable: the inspectors believe it or not, and state why.

use quorate_law::vocabulary::inspector_evidence::{DEFINITION, EVIDENCE, OTHER_FOR, SOURCE_STATES};
use quorate_law::{Provision, Situation};

use super::super::conduct::facts::{HOLDERS_OF_RECORD, LISTED};
use super::super::conduct::order::is_same_office;
use super::inspector_law::{binding, is_law};
use super::inspector_rules::listed;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// They looked at what the text does not let them.
pub static NOT_ALLOWED: FindingDefinition = FindingDefinition {
    id: "inspectors-looked-beyond",
    title: "the inspectors looked at what the text does not let them",
    rank: Rank::Form,
};

/// The source of other information is not stated.
pub static SOURCE_NOT_STATED: FindingDefinition = FindingDefinition {
    id: "information-source-not-stated",
    title: "the certificate does not state the source of other information",
    rank: Rank::Form,
};

/// What was looked at.
pub static EXAMINED: Fact<Vec<String>> = Fact::new(
    "examined",
    "what the inspectors looked at, in the text's words, other information left out",
);
/// For what other information was used.
pub static USED_FOR: Fact<String> = Fact::new(
    "other-information-for",
    "for what purpose the inspectors looked at other information, in the text's words",
);
/// What was stated of it.
pub static STATED: Fact<Vec<String>> = Fact::new(
    "source-states",
    "what the certificate states of other information, in the text's words",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "inspectors-evidence",
    title: "What may the inspectors look at, and what do they state of its source?",
    chapter: "stockholders",
    capabilities: &["S14", "S15"],
    source: include_str!("inspectors_evidence.rs"),
    facts: &[
        &EXAMINED.spec,
        &USED_FOR.spec,
        &STATED.spec,
        &LISTED.spec,
        &HOLDERS_OF_RECORD.spec,
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[&NOT_ALLOWED, &SOURCE_NOT_STATED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let rules = binding(inquiry, &resolution, is_law, items)?;
    if rules.is_empty() {
        return Err(Pause::NotApplicable(
            "no text that binds limits what the inspectors look at".to_owned(),
        ));
    }
    judge_examined(inquiry, &rules);
    judge_other(inquiry, &rules);
    let mut all: Vec<String> = Vec::new();
    for item in rules.iter().flat_map(|provision| items(provision)) {
        if !all.contains(&item) {
            all.push(item);
        }
    }
    Ok(Value::Items(all).into())
}

/// What one provision lets them look at, an item each.
fn items(provision: &Provision) -> Vec<String> {
    let mut items: Vec<String> = provision.get_all(&EVIDENCE).into_iter().cloned().collect();
    items.extend(
        provision
            .get(&OTHER_FOR)
            .map(|purpose| format!("other reliable information, only for {purpose}")),
    );
    items.extend(
        provision
            .get(&SOURCE_STATES)
            .map(|states| format!("and then the certificate states {states}")),
    );
    items
}

fn judge_examined(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) {
    let Some(examined) = inquiry.known(&EXAMINED) else {
        return;
    };
    let is_allowed = |what: &str| {
        let on_list = |provision: &&Provision| {
            let evidence = provision.get_all(&EVIDENCE);
            evidence.iter().any(|allowed| is_same_office(allowed, what))
        };
        rules.iter().all(on_list)
    };
    let beyond: Vec<String> = examined.into_iter().filter(|what| !is_allowed(what)).collect();
    let is_met = beyond.is_empty();
    let message = if is_met {
        "the inspectors looked only at what the text lets them".to_owned()
    } else {
        format!("the inspectors looked at: {}; the text does not let them", beyond.join(", "))
    };
    let mut found = finding(&NOT_ALLOWED, is_met, message, rules, vec!["examined"]);
    found.help = (!is_met).then(|| "determine again what rests on it, without it".to_owned());
    inquiry.find(found);
}

/// Whether other information was used for the purpose that the text names, with its source stated.
fn judge_other(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) {
    let Some(purpose) = inquiry.known(&USED_FOR) else {
        return;
    };
    let is_purpose = rules.iter().all(|provision| {
        provision
            .get(&OTHER_FOR)
            .is_some_and(|allowed| is_same_office(allowed, &purpose))
    });
    let message = if is_purpose {
        format!("other information served for {purpose}")
    } else {
        format!("other information served for {purpose}, which the text does not let it")
    };
    let mut found = finding(&NOT_ALLOWED, is_purpose, message, rules, vec!["other-information-for"]);
    found.help = (!is_purpose).then(|| "determine again what rests on it, without it".to_owned());
    inquiry.find(found);
    let asking: Vec<&Provision> = rules
        .iter()
        .copied()
        .filter(|provision| provision.get(&SOURCE_STATES).is_some())
        .collect();
    let stated = inquiry.known(&STATED).unwrap_or_default();
    let is_stated = |point: &str| stated.iter().any(|said| is_same_office(said, point));
    let mut missing: Vec<String> = asking
        .iter()
        .filter_map(|provision| provision.get(&SOURCE_STATES))
        .flat_map(|states| listed(states))
        .filter(|point| !is_stated(point))
        .collect();
    missing.dedup();
    if asking.is_empty() {
        return;
    }
    let is_met = missing.is_empty();
    let message = if is_met {
        "the certificate states the source of the other information".to_owned()
    } else {
        format!("the certificate does not state of the other information: {}", missing.join(", "))
    };
    let blames = vec!["other-information-for", "source-states"];
    let mut found = finding(&SOURCE_NOT_STATED, is_met, message, &asking, blames);
    found.help = (!is_met).then(|| format!("state {} in the certificate", missing.join(", ")));
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, status};

    const ID: &str = "inspectors-evidence";
    const PURPOSE: &str = "reconciling votes of banks, brokers or nominees beyond their authority or holdings";
    const ALL: &str = "what it was, from whom, when, by what means, why it is believed";

    #[test]
    fn what_is_not_on_the_list_is_not_looked_at() {
        for (examined, expected) in [
            ("proxies, ballots, regular books and records", "met"),
            ("proxies, letters of the holder's broker", "unmet"),
        ] {
            let answer = ask_under("raining-data-2001", ID, &[("examined", examined)]);
            assert_eq!(status(&answer, "inspectors-looked-beyond"), expected, "{examined}");
        }
        let told = [("listed", "no"), ("holders-of-record", "2000"), ("examined", "letters")];
        let answer = ask_under("novell-2001", ID, &told);
        assert_eq!((answer.value.is_none(), status(&answer, "inspectors-looked-beyond")), (true, "none"));
    }

    #[test]
    fn other_information_serves_one_purpose_and_its_source_is_stated() {
        for (purpose, states, beyond, source) in [
            (PURPOSE, ALL, "met", "met"),
            (PURPOSE, "what it was, from whom, when, by what means", "met", "unmet"),
            ("doubts about a signature", ALL, "unmet", "met"),
        ] {
            let told = [("other-information-for", purpose), ("source-states", states), ("listed", "yes")];
            let answer = ask_with_bylaws("narrative \"nothing\"", ID, &told);
            assert_eq!(status(&answer, "inspectors-looked-beyond"), beyond, "{purpose}");
            assert_eq!(status(&answer, "information-source-not-stated"), source, "{states}");
        }
    }
}
