//! # What do the inspectors of election do?
//!
//! Answers to 8 Del. C. § 231(b) and (d) (what inspectors determine and certify, and what they may look at), and to the
//! section of the bylaws on inspectors or judges of election.
//!
//! **Our reading.** Duties cumulate: the bylaws' own come first, then what § 231 adds for a corporation that it binds. A
//! report that any of them always asks for is always due; one that is due on request is due when the chair of the meeting,
//! a stockholder or a proxy asks.
//!
//! **What may vary.** Bylaws may add duties; where § 231 binds they may not take away.
//!
//! **Not encoded.** How inspectors weigh a doubtful proxy or ballot: the texts name the evidence, inspectors judge it.

use quorate_law::vocabulary::inspector_duties::{
    CHALLENGES_DECIDED_BY, DEFINITION, DUTIES, KEEP_CHALLENGES, MAY_EXAMINE, REPORT, SPECIFY_RELIANCE,
};
use quorate_law::{Provision, Situation};

use super::facts::{HOLDERS_OF_RECORD, LISTED};
use super::inspector_law::{binding, is_law};
use crate::answer::{Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;

/// The question.
pub static QUESTION: Question = Question {
    id: "inspectors-duties",
    title: "What do the inspectors of election do?",
    chapter: "stockholders",
    capabilities: &["S15"],
    source: include_str!("inspectors_duties.rs"),
    facts: &[&LISTED.spec, &HOLDERS_OF_RECORD.spec],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let rules = binding(inquiry, &resolution, is_law, items)?;
    if rules.is_empty() {
        return Err(Pause::NotApplicable(
            "the law's section on inspectors does not bind, and no other text speaks".to_owned(),
        ));
    }
    let mut duties: Vec<String> = Vec::new();
    for item in rules.iter().flat_map(|provision| items(provision)) {
        if !duties.contains(&item) {
            duties.push(item);
        }
    }
    if duties.contains(&report("always")) {
        duties.retain(|duty| *duty != report("on request"));
    }
    for provision in &rules {
        if provision.says(&KEEP_CHALLENGES) {
            inquiry.show(format!("{}: they keep a record of challenges", provision.citation));
        }
        if provision.says(&SPECIFY_RELIANCE) {
            inquiry.show(format!("{}: they state what they relied on", provision.citation));
        }
    }
    Ok(Value::Items(duties).into())
}

/// What one provision asks of them, an item each.
fn items(provision: &Provision) -> Vec<String> {
    let mut items: Vec<String> = provision.get_all(&DUTIES).into_iter().cloned().collect();
    items.extend(
        provision
            .get(&MAY_EXAMINE)
            .map(|evidence| format!("examine only: {evidence}")),
    );
    items.extend(
        provision
            .word(&CHALLENGES_DECIDED_BY)
            .map(|who| format!("challenges are decided by: {who}")),
    );
    items.extend(provision.word(&REPORT).map(report));
    items
}

fn report(when: &str) -> String {
    format!("report in writing: {when}")
}

#[cfg(test)]
mod tests {
    use crate::answer::Answer;
    use crate::testing::{ask_under, ask_with_bylaws, field};

    const ID: &str = "inspectors-duties";
    const NOT_BOUND: [(&str, &str); 2] = [("listed", "no"), ("holders-of-record", "2000")];
    const BOUND: [(&str, &str); 2] = [("listed", "no"), ("holders-of-record", "2001")];

    fn has(answer: &Answer, item: &str) -> bool {
        field(answer, "value").split("; ").any(|other| other == item)
    }

    #[test]
    fn the_report_is_on_request_until_the_statute_binds() {
        let answer = ask_under("novell-2001", ID, &NOT_BOUND);
        assert!(has(&answer, "report in writing: on request") && !has(&answer, "report in writing: always"));
        assert!(has(&answer, "challenges are decided by: inspectors of election"));
        assert_eq!(answer.controls_word(), "bylaws");
        let answer = ask_under("novell-2001", ID, &BOUND);
        assert!(has(&answer, "report in writing: always") && !has(&answer, "report in writing: on request"));
        assert!(
            has(&answer, "certify facts they found")
                && has(&answer, "judge proxies and ballots by the evidence allowed")
        );
        assert_eq!(answer.controls_word(), "both");
    }

    #[test]
    fn bylaws_that_repeat_the_statute_need_no_facts() {
        let answer = ask_under("raining-data-2001", ID, &[]);
        assert!(answer.needs.is_empty());
        assert!(has(&answer, "report in writing: always") && has(&answer, "count the votes and ballots"));
        let duties = field(&ask_under("raining-data-2001", ID, &BOUND), "value");
        assert_eq!(duties, field(&answer, "value"), "the statute adds nothing");
    }

    #[test]
    fn the_statute_alone_speaks_only_to_those_whom_it_binds() {
        let none = "narrative \"nothing\"";
        assert!(has(&ask_with_bylaws(none, ID, &BOUND), "report in writing: always"));
        assert_eq!(ask_with_bylaws(none, ID, &NOT_BOUND).value, None);
        assert_eq!(ask_with_bylaws(none, ID, &[]).needs[0].fact, "listed");
    }
}
