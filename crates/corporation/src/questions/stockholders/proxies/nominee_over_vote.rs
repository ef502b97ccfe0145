//! # How many votes count of a holder who votes beyond the position?
//!
//! Answers to 8 Del. C. § 231(d) (the inspectors look at the proxies, what came with them, ballots and the regular books; at other reliable information
//! only to reconcile votes of banks, brokers, their nominees and the like beyond the position or the authority)
//! and to the section of the bylaws on what the inspectors may look at.
//!
//! **Our reading.** What is within the position counts. What is beyond it counts as far as the inspectors reconcile it, never beyond the position.
//! Until they do we prefer counting none of the votes in doubt, since nobody knows which of them are the holder's. A text of the law that binds
//! only where inspectors are required is left out elsewhere; then no text limits what the inspectors look at. What they state of
//! its source is the question `inspectors-evidence`, and by a breach of that duty no vote is lost.
//!
//! **What may vary.** Bylaws of a corporation that § 231 does not bind may limit the inspectors otherwise, or not at all.
//!
//! **Not encoded.** Whether the information is reliable: the inspectors judge.

use quorate_law::vocabulary::inspector_evidence::{DEFINITION, EVIDENCE, OTHER_FOR};
use quorate_law::vocabulary::{inspectors_required, votes_per_share};
use quorate_law::{Provision, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::finding;
use crate::questions::stockholders::conduct::facts;
use crate::questions::stockholders::inspection::inspector_law;

/// The votes claimed.
static CLAIMED: Fact<Quantity> = Fact::new("votes-claimed", "the votes that the proxies and ballots claim for the position");
/// The votes there are.
static HELD: Fact<Quantity> = Fact::new(
    "votes-held",
    "the votes of the position held of record, or of the authority that the record owner gave",
);
/// Who the holder is.
pub static HOLDER_KIND: Fact<&'static str> = Fact::word(
    "holder-kind",
    &["bank", "broker", "nominee", "similar person", "other holder"],
    "what the holder of record is",
);
/// What the inspectors made of it.
static RECONCILED: Fact<Quantity> =
    Fact::new("votes-reconciled", "the votes that the inspectors find to be the holder's");
/// Whether other information was considered.
pub static OTHER_INFORMATION: Fact<bool> = Fact::new(
    "other-information",
    "whether the inspectors considered information besides the proxies, what came with them, ballots and regular books",
);
/// More votes than the position.
pub static OVER: FindingDefinition = FindingDefinition {
    id: "votes-beyond-position",
    title: "more votes are claimed than the position has",
    rank: Rank::Vote,
};
/// The information may not be used.
pub static NOT_ALLOWED: FindingDefinition = FindingDefinition {
    id: "over-vote-information-not-allowed",
    title: "other information was used where the text does not allow it",
    rank: Rank::Authority,
};
/// The question.
pub static QUESTION: Question = Question {
    id: "nominee-over-vote",
    title: "How many votes count of a holder who votes beyond the position?",
    chapter: "stockholders",
    capabilities: &["S14", "S15"],
    source: include_str!("nominee_over_vote.rs"),
    facts: &[
        &CLAIMED.spec,
        &HELD.spec,
        &HOLDER_KIND.spec,
        &RECONCILED.spec,
        &OTHER_INFORMATION.spec,
        &facts::LISTED.spec,
        &facts::HOLDERS_OF_RECORD.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[],
    provisions: &[
        &DEFINITION,
        &inspectors_required::DEFINITION,
        &votes_per_share::DEFINITION,
    ],
    findings: &[&OVER, &NOT_ALLOWED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let (claimed, held) = (inquiry.need(&CLAIMED)?, inquiry.need(&HELD)?);
    // A share has so many votes and no more; that is what an over-vote goes beyond.
    let rule = inquiry.consult(&votes_per_share::DEFINITION, &Situation::general())?;
    let authority = rule.controlling.clone();
    let blames = vec!["votes-claimed", "votes-held"];
    let reconciled = inquiry.known(&RECONCILED);
    // A client's part may lie within the position and still be cut: that is reconciling too.
    if claimed <= held && reconciled.as_ref().is_none_or(|found| *found >= claimed) {
        let message = format!("votes claimed: {claimed}; the position has {held}");
        inquiry.find(finding(&OVER, true, message, &authority, blames));
        return Ok(value("within the position", &claimed).into());
    }
    let Some(reconciled) = reconciled else {
        return Ok(unreconciled(inquiry, &claimed, &held, &authority));
    };
    let fits = reconciled <= held;
    let message = format!("votes claimed: {claimed}; the position has {held}; the inspectors find {reconciled}");
    let mut found = finding(&OVER, fits, message, &authority, blames);
    found.help = (!fits).then(|| "no vote beyond the position counts; find again".to_owned());
    inquiry.find(found);
    let is_allowed = !inquiry.need(&OTHER_INFORMATION)? || judge_information(inquiry)?;
    Ok(match fits && is_allowed {
        true => value("reconciled", &reconciled),
        false => value("not counted", &Quantity::zero()),
    }
    .into())
}

/// Whether other information may be used for this holder; what must be stated of it is judged too.
fn judge_information(inquiry: &mut Inquiry<'_>) -> Result<bool, Pause> {
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let items = |text: &Provision| -> Vec<String> {
        let mut items: Vec<String> = text.get_all(&EVIDENCE).into_iter().cloned().collect();
        items.extend(text.get(&OTHER_FOR).cloned());
        items
    };
    let texts = inspector_law::binding(inquiry, &resolution, inspector_law::is_law, items)?;
    if texts.is_empty() {
        inquiry.show("no text that binds limits what the inspectors look at");
        return Ok(true);
    }
    let kind = inquiry.need(&HOLDER_KIND)?;
    let refusing: Vec<&Provision> = texts
        .iter()
        .copied()
        .filter(|text| text.get(&OTHER_FOR).is_none() || kind == "other holder")
        .collect();
    let is_allowed = refusing.is_empty();
    let message = match is_allowed {
        true => format!("other information reconciles the votes of a {kind}"),
        false => format!("other information was used for the votes of: {kind}"),
    };
    let authority = if is_allowed { &texts } else { &refusing };
    let mut found = finding(&NOT_ALLOWED, is_allowed, message, authority, vec!["other-information", "holder-kind"]);
    found.help = (!is_allowed).then(|| "decide by the proxies, ballots and regular books alone".to_owned());
    inquiry.find(found);
    Ok(is_allowed)
}

fn unreconciled(
    inquiry: &mut Inquiry<'_>,
    claimed: &Quantity,
    held: &Quantity,
    authority: &[&Provision],
) -> Conclusion {
    let message = format!("votes claimed: {claimed}; the position has {held}");
    let mut found = finding(&OVER, false, message, authority, vec!["votes-claimed", "votes-held"]);
    found.status = FindingStatus::NeedsJudgment;
    found.help = Some("the inspectors of election reconcile them, with reconcile-over-vote".to_owned());
    inquiry.find(found);
    let reading = |text: &str, because: &str, value: Value, is_preferred: bool| Reading {
        text: text.to_owned(),
        value,
        because: because.to_owned(),
        is_preferred,
        who_decides: "the inspectors of election".to_owned(),
    };
    Conclusion::Readings(vec![
        reading(
            "none of the votes in doubt counts until they are reconciled",
            "nobody knows which of them are the holder's",
            value("not counted", &Quantity::zero()),
            true,
        ),
        reading(
            "they count up to the position",
            "the holder has at least so many votes",
            value("counted up to the position", held),
            false,
        ),
    ])
}

fn value(outcome: &str, counted: &Quantity) -> Value {
    Value::Tally(vec![
        ("outcome".to_owned(), outcome.to_owned()),
        ("counted".to_owned(), counted.to_string()),
    ])
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, status};

    #[test]
    fn on_the_position_and_one_past_it() {
        for set in ["novell-2001", "altiris-2006", "raining-data-2001"] {
            let told = |claimed| [("votes-claimed", claimed), ("votes-held", "1000")];
            let within = ask_under(set, "nominee-over-vote", &told("1000"));
            assert_eq!((field(&within, "counted").as_str(), status(&within, "votes-beyond-position")), ("1,000", "met"));
            let beyond = ask_under(set, "nominee-over-vote", &told("1001"));
            assert_eq!(beyond.readings.len(), 2, "{set}");
            assert_eq!(status(&beyond, "votes-beyond-position"), "needs judgment");
        }
    }

    #[test]
    fn other_information_is_for_nominees() {
        for (kind, counted, allowed) in [("broker", "990", "met"), ("other holder", "0", "unmet")] {
            let told = [
                ("votes-claimed", "1200"),
                ("votes-held", "1000"),
                ("votes-reconciled", "990"),
                ("other-information", "yes"),
                ("holder-kind", kind),
                ("listed", "yes"),
            ];
            for set in ["novell-2001", "altiris-2006", "raining-data-2001"] {
                let answer = ask_under(set, "nominee-over-vote", &told);
                assert_eq!(field(&answer, "counted"), counted, "{set} {kind}");
                assert_eq!(status(&answer, "over-vote-information-not-allowed"), allowed, "{set} {kind}");
            }
        }
    }

    #[test]
    fn never_beyond_the_position() {
        for (reconciled, counted) in [("1000", "1,000"), ("1001", "0")] {
            let told = [
                ("votes-claimed", "1200"),
                ("votes-held", "1000"),
                ("votes-reconciled", reconciled),
                ("other-information", "no"),
            ];
            assert_eq!(field(&ask_under("altiris-2006", "nominee-over-vote", &told), "counted"), counted);
        }
    }
}
