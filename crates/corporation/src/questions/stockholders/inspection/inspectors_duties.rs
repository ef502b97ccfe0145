//! # What do the inspectors of election do, and what may they be given to do?
//!
//! Answers to 8 Del. C. § 231(b) (what inspectors determine and certify, in writing), and to the section of the bylaws on
//! inspectors or judges of election. Who decides challenges is the question `challenge`; what they may look at is
//! `inspectors-evidence`.
//!
//! **Our reading.** Duties cumulate: the bylaws' own come first, then what § 231 adds for a corporation that it binds. What
//! rules or an appointment may give inspectors to do is no duty until it is given; then it is. A report that any of them always
//! asks for is always due; one that is due on request is due when one of those whom the text names asks.
//!
//! **What may vary.** Bylaws may add duties; where § 231 binds they may not take away.
//!
//! **Not encoded.** How inspectors weigh a doubtful proxy or ballot: the texts name the evidence, inspectors judge it. They
//! may have others assist them; no text asks for that, or limits it.

use quorate_law::vocabulary::inspector_duties::{DEFINITION, DUTIES, MAY, REPORT, REPORT_ASKED_BY, SPECIFY_RELIANCE};
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

/// A report was due and none was made.
pub static NO_REPORT: FindingDefinition = FindingDefinition {
    id: "inspectors-report-missing",
    title: "the inspectors made no report in writing, where one was due",
    rank: Rank::Form,
};

/// Whether rules gave them what the text lets be given.
pub static GIVEN: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "duties-given",
        "whether rules or their appointment give the inspectors the duties that the text lets be given",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// Who asked for a report.
pub static ASKED_BY: Fact<String> = Fact::new(
    "report-asked-by",
    "who asked the inspectors for a report: chair of the meeting, stockholder, proxy holder",
);
/// Whether a report was made.
pub static REPORTED: Fact<bool> = Fact::new(
    "reported-in-writing",
    "whether the inspectors reported in writing and certified what they found",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "inspectors-duties",
    title: "What do the inspectors of election do, and what may they be given to do?",
    chapter: "stockholders",
    capabilities: &["S15"],
    source: include_str!("inspectors_duties.rs"),
    facts: &[
        &GIVEN.spec,
        &ASKED_BY.spec,
        &REPORTED.spec,
        &LISTED.spec,
        &HOLDERS_OF_RECORD.spec,
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[&NO_REPORT],
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
    let may = rules.iter().any(|provision| provision.says(&MAY));
    let are_given = may && inquiry.need(&GIVEN)?;
    judge_report(inquiry, &rules);
    let mut duties: Vec<String> = Vec::new();
    for provision in &rules {
        let is_open = provision.says(&MAY) && !are_given;
        let worded = |item| if is_open { format!("may be given: {item}") } else { item };
        for item in items(provision).into_iter().map(worded) {
            if !duties.contains(&item) {
                duties.push(item);
            }
        }
    }
    if duties.contains(&report("always")) {
        duties.retain(|duty| *duty != report("on request"));
    }
    for provision in &rules {
        if provision.says(&SPECIFY_RELIANCE) {
            inquiry.show(format!("{}: they state what they relied on", provision.citation));
        }
        if let Some(askers) = provision.get(&REPORT_ASKED_BY) {
            inquiry.show(format!("{}: the report may be asked for by {askers}", provision.citation));
        }
    }
    Ok(Value::Items(duties).into())
}

/// What one provision asks of them, an item each.
fn items(provision: &Provision) -> Vec<String> {
    let mut items: Vec<String> = provision.get_all(&DUTIES).into_iter().cloned().collect();
    items.extend(provision.word(&REPORT).map(report));
    items
}

fn report(when: &str) -> String {
    format!("report in writing: {when}")
}

/// Whether a report that was due was made.
fn judge_report(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) {
    let Some(reported) = inquiry.known(&REPORTED) else {
        return;
    };
    let asked_by = inquiry.known(&ASKED_BY);
    let may_ask = |provision: &Provision| {
        asked_by.as_ref().is_some_and(|asked_by| {
            let askers = provision.get(&REPORT_ASKED_BY);
            askers.is_none_or(|askers| listed(askers).iter().any(|asker| is_same_office(asker, asked_by)))
        })
    };
    let is_due = |provision: &&&Provision| match provision.word(&REPORT) {
        Some("always") => true,
        Some(_) => may_ask(provision),
        None => false,
    };
    let asking: Vec<&Provision> = rules.iter().filter(is_due).copied().collect();
    if asking.is_empty() {
        return;
    }
    let message = if reported {
        "the inspectors reported in writing"
    } else {
        "the inspectors made no report in writing"
    };
    let blames = vec!["reported-in-writing", "report-asked-by"];
    let mut found = finding(&NO_REPORT, reported, message.to_owned(), &asking, blames);
    found.help = (!reported).then(|| "have the inspectors report in writing and certify what they found".to_owned());
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::answer::Answer;
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

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
        assert!(has(&answer, "decide challenges and questions on the right to vote"));
        assert_eq!(answer.controls_word(), "bylaws");
        let answer = ask_under("novell-2001", ID, &BOUND);
        assert!(has(&answer, "report in writing: always") && !has(&answer, "report in writing: on request"));
        assert!(has(&answer, "certify facts they found") && has(&answer, "count the votes and ballots"));
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

    #[test]
    fn what_may_be_given_is_no_duty_until_it_is() {
        for (given, item) in [
            ("no", "may be given: count and tabulate the votes"),
            ("yes", "count and tabulate the votes"),
        ] {
            let told: Vec<_> = NOT_BOUND.into_iter().chain([("duties-given", given)]).collect();
            assert!(has(&ask_under("altiris-2006", ID, &told), item), "{given}");
        }
    }

    #[test]
    fn a_report_is_due_when_one_whom_the_text_names_asks() {
        for (set, asked_by, expected) in [
            ("novell-2001", "stockholder", "unmet"),
            ("novell-2001", "proxy holder", "unmet"),
            ("novell-2001", "chair of the meeting", "unmet"),
            ("novell-2001", "creditor", "none"),
            ("raining-data-2001", "creditor", "unmet"),
            ("altiris-2006", "stockholder", "none"),
        ] {
            let told: Vec<_> = NOT_BOUND
                .into_iter()
                .chain([("report-asked-by", asked_by), ("reported-in-writing", "no")])
                .collect();
            let answer = ask_under(set, ID, &told);
            assert_eq!(status(&answer, "inspectors-report-missing"), expected, "{set} {asked_by}");
        }
        let told: Vec<_> = BOUND.into_iter().chain([("reported-in-writing", "yes")]).collect();
        assert_eq!(status(&ask_under("altiris-2006", ID, &told), "inspectors-report-missing"), "met");
    }
}
