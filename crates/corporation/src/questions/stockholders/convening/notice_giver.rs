//! # Who gives notice of a stockholders' meeting?
//!
//! Answers to the section of the bylaws on the duties of the secretary. The statute names nobody: notice is the corporation's
//! (8 Del. C. § 222).
//!
//! **Our reading.** The duty is the officer's, and where the text says so it is kept by having another give the notice, such as
//! a transfer agent. A notice that the officer neither gave nor had given may still be the corporation's, as when the board
//! sends it; no text makes it void for that, so it is never found unmet and counsel says whether it serves.
//!
//! **What may vary.** Everything: the statute leaves it to certificate and bylaws.
//!
//! **Not encoded.** Who acts for the officer in absence or disability; whose notice a notice that fails is.

use quorate_law::Situation;
use quorate_law::vocabulary::Term;
use quorate_law::vocabulary::notice_giver::{DEFINITION, OFFICES, OR_CAUSED};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{BODY, finding};

/// Who gave it.
pub static GIVEN_BY: Fact<String> = Fact::new("notice-given-by", "the office or person who gave the notice");
/// Who had it given.
pub static CAUSED_BY: Fact<String> = Fact::new("notice-caused-by", "the office at whose direction the notice was given");

/// The officer neither gave it nor had it given.
pub static BY_ANOTHER: FindingDefinition = FindingDefinition {
    id: "notice-given-by-another",
    title: "notice was given by one whose duty it is not",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-giver",
    title: "Who gives notice of a stockholders' meeting?",
    chapter: "stockholders",
    capabilities: &["N1", "S5"],
    source: include_str!("notice_giver.rs"),
    facts: &[&BODY.spec, &GIVEN_BY.spec, &CAUSED_BY.spec],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&BY_ANOTHER],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("body", body))?;
    let mut offices: Vec<String> = Vec::new();
    for provision in &resolution.controlling {
        let or_caused = if provision.says(&OR_CAUSED) { ", or by another at that officer's direction" } else { "" };
        for Term(office) in provision.get_all(&OFFICES) {
            inquiry.show(format!("{}: by the {office}{or_caused}", provision.citation));
            if !offices.contains(office) {
                offices.push(office.clone());
            }
        }
    }
    if let Some(given_by) = inquiry.known(&GIVEN_BY) {
        let may_cause = resolution.controlling.iter().any(|provision| provision.says(&OR_CAUSED));
        let caused_by = inquiry.known(&CAUSED_BY);
        let names = offices.join(" or ");
        let (status, message) = match &caused_by {
            _ if offices.contains(&given_by) => (FindingStatus::Met, format!("the {given_by} gave the notice")),
            Some(officer) if may_cause && offices.contains(officer) => {
                (FindingStatus::Met, format!("the {officer} had the notice given by the {given_by}"))
            }
            None if may_cause => (
                FindingStatus::Unknown,
                format!("the {given_by} gave the notice; whether the {names} had it given is not known"),
            ),
            _ => (
                FindingStatus::NeedsJudgment,
                format!("the {given_by} gave the notice, which is the {names}'s to give; counsel says whether it serves"),
            ),
        };
        let mut found = finding(&BY_ANOTHER, true, message, &resolution.controlling, vec![GIVEN_BY.spec.name]);
        found.status = status;
        if status != FindingStatus::Met {
            found.help = Some(format!("have the {names} give the notice again while there is time, or say in writing that it was given for the {names}"));
        }
        inquiry.find(found);
    }
    Ok(Value::Persons(offices).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_with_bylaws, field, status};

    const CAUSED: &str = "notice-giver \"clerk\" or-caused=#true body=\"stockholders\"";
    const ALONE: &str = "notice-giver \"clerk\" body=\"stockholders\"";

    #[test]
    fn the_officer_gives_it_or_has_it_given_where_the_text_says_so() {
        for (bylaws, told, expected) in [
            (CAUSED, &[("notice-given-by", "clerk")][..], "met"),
            (CAUSED, &[("notice-given-by", "transfer agent")], "unknown"),
            (CAUSED, &[("notice-given-by", "transfer agent"), ("notice-caused-by", "clerk")], "met"),
            (CAUSED, &[("notice-given-by", "transfer agent"), ("notice-caused-by", "president")], "needs judgment"),
            (ALONE, &[("notice-given-by", "clerk")], "met"),
            (ALONE, &[("notice-given-by", "transfer agent"), ("notice-caused-by", "clerk")], "needs judgment"),
        ] {
            let answer = ask_with_bylaws(bylaws, "notice-giver", told);
            assert_eq!(field(&answer, "value"), "clerk", "{told:?}");
            assert_eq!(status(&answer, "notice-given-by-another"), expected, "{bylaws} {told:?}");
        }
    }
}
