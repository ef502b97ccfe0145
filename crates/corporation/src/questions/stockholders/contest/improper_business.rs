//! # Who decides that business or a nomination was not properly brought, and what follows?
//!
//! Answers to the sections of the bylaws on advance notice.
//!
//! **Our reading.** The decision belongs to the person whom the text names and to nobody else; the board and the inspectors have
//! no part in it. "Shall, if the facts warrant" is a duty to decide on the facts, not a free choice. "May refuse to acknowledge" leaves
//! it open to let the matter go on. A decision that the text asks to be declared has its effect when it is declared to the meeting.
//! Where two sections of one text speak, what each says is shown; a declaration under one is a declaration under the other.
//! Whether the facts warrant it is judged by that person and, in the last resort, by the Court of Chancery: what this
//! program found of the notice is shown beside it and decides nothing.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** Whether the decision is equitable.

use quorate_law::vocabulary::improper_business::{BY, CONSEQUENCE, DECLARED, DEFINITION, DUTY};
use quorate_law::{Provision, Resolution, Situation};

use super::facts::{SUBJECT, each_once, situation, what};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_KIND, finding};
use crate::questions::stockholders::conduct::order::is_same_office;

/// Who declared it.
pub static DECLARED_BY: Fact<Vec<String>> = Fact::new(
    "declared-by",
    "the offices of the person who declared it improper, among them chair of the meeting for the one who presides",
);
/// Whether it was declared to the meeting.
pub static TO_MEETING: Fact<bool> = Fact::new("declared-to-meeting", "whether it was declared to the meeting");
/// The defects found before.
pub static DEFECTS: Fact<Vec<String>> = Fact::new(
    "defects",
    "the findings that were unmet when it was submitted, by id",
);

/// Somebody else decided.
pub static WRONG_PERSON: FindingDefinition = FindingDefinition {
    id: "improper-declared-by-wrong-person",
    title: "somebody else than the person whom the text names declared it improper",
    rank: Rank::Authority,
};

/// The decision was not declared.
pub static UNDECLARED: FindingDefinition = FindingDefinition {
    id: "improper-not-declared",
    title: "the decision that it was improper was not declared to the meeting",
    rank: Rank::Form,
};

/// Nothing warrants it.
pub static GROUNDLESS: FindingDefinition = FindingDefinition {
    id: "improper-without-ground",
    title: "nothing found shows that it was improper",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "improper-business",
    title: "Who decides that business or a nomination was not properly brought, and what follows?",
    chapter: "stockholders",
    capabilities: &["S18", "S19"],
    source: include_str!("improper_business.rs"),
    facts: &[
        &SUBJECT.spec,
        &MEETING_KIND.spec,
        &DECLARED_BY.spec,
        &TO_MEETING.spec,
        &DEFECTS.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&WRONG_PERSON, &UNDECLARED, &GROUNDLESS],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = situation(inquiry)?;
    let subject = what(inquiry.need(&SUBJECT)?);
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    for provision in &resolution.controlling {
        inquiry.show(format!(
            "{}: the {} {} decide{}; then {subject} is {}",
            provision.citation,
            provision.word(&BY).unwrap_or_default(),
            provision.word(&DUTY).unwrap_or_default(),
            if provision.says(&DECLARED) { " and declare it" } else { "" },
            follows(provision),
        ));
    }
    judge_person(inquiry, &resolution);
    judge_declaration(inquiry, &resolution);
    judge_ground(inquiry, &resolution, subject);
    Ok(Value::Tally(fields(&resolution)).into())
}

/// Who decides under the texts that apply, each office once; none where no text speaks.
///
/// # Errors
/// Pauses as [`Inquiry::consult`] does.
pub(super) fn deciders<'a>(
    inquiry: &mut Inquiry<'a>,
    situation: &Situation,
) -> Result<(Vec<&'a str>, Vec<&'a Provision>), Pause> {
    let resolution = inquiry.consult(&DEFINITION, situation)?;
    Ok((offices(&resolution), each_once(resolution.controlling.iter().copied())))
}

fn offices<'a>(resolution: &Resolution<'a>) -> Vec<&'a str> {
    let mut offices: Vec<&str> = resolution.controlling.iter().filter_map(|provision| provision.word(&BY)).collect();
    offices.dedup();
    offices
}

/// What follows, as the end of a sentence.
fn follows(provision: &Provision) -> &str {
    match provision.word(&CONSEQUENCE) {
        Some("no votes") => "not eligible to receive votes",
        other => other.unwrap_or_default(),
    }
}

/// What the sections say, the different ones joined by "; ".
fn fields(resolution: &Resolution<'_>) -> Vec<(String, String)> {
    let all = |say: fn(&Provision) -> String| {
        let mut said: Vec<String> = Vec::new();
        for provision in &resolution.controlling {
            let word = say(provision);
            if !said.contains(&word) {
                said.push(word);
            }
        }
        said.join(", ")
    };
    vec![
        ("outcome".to_owned(), all(|provision| provision.word(&CONSEQUENCE).unwrap_or_default().to_owned())),
        ("by".to_owned(), all(|provision| provision.word(&BY).unwrap_or_default().to_owned())),
        ("duty".to_owned(), all(|provision| provision.word(&DUTY).unwrap_or_default().to_owned())),
        (
            "declared".to_owned(),
            if resolution.controlling.iter().any(|provision| provision.says(&DECLARED)) { "yes" } else { "no" }.to_owned(),
        ),
    ]
}

fn judge_person(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(declared_by) = inquiry.known(&DECLARED_BY) else { return };
    let offices = offices(resolution);
    let is_met = offices
        .iter()
        .any(|office| declared_by.iter().any(|by| is_same_office(by, office)));
    let declared_by = declared_by.join(", ");
    let message = format!("declared by {declared_by}; the text gives it to: {}", offices.join(", "));
    let mut found = finding(&WRONG_PERSON, is_met, message, &resolution.controlling, vec!["declared-by"]);
    found.help = (!is_met)
        .then(|| format!("have it determined and declared at the meeting by: {}; until then it stays on the ballot", offices.join(", ")));
    inquiry.find(found);
}

fn judge_declaration(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(is_declared) = inquiry.known(&TO_MEETING) else { return };
    let asking: Vec<&Provision> = resolution.controlling.iter().copied().filter(|provision| provision.says(&DECLARED)).collect();
    if asking.is_empty() {
        return;
    }
    let message = if is_declared { "it was declared to the meeting" } else { "it was not declared to the meeting" };
    let mut found = finding(&UNDECLARED, is_declared, message.to_owned(), &asking, vec!["declared-to-meeting"]);
    found.help = (!is_declared).then(|| "declare it to the meeting before the polls close".to_owned());
    inquiry.find(found);
}

/// The ground of the decision: the person who decides judges it, and what was found before is shown.
fn judge_ground(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, subject: &str) {
    let Some(defects) = inquiry.known(&DEFECTS) else { return };
    let is_met = !defects.is_empty();
    let message = if is_met {
        format!("found when {subject} was submitted: {}", defects.join(", "))
    } else {
        format!("no defect was found when {subject} was submitted; whether the facts warrant the decision is for the person who decides")
    };
    let mut found = finding(&GROUNDLESS, is_met, message, &resolution.controlling, vec!["defects"]);
    if !is_met {
        found.status = FindingStatus::NeedsJudgment;
        found.help = Some("state the ground of the decision, and keep it with the minutes".to_owned());
    }
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "improper-business";

    #[test]
    fn each_text_says_what_follows() {
        for (set, subject, outcome, duty, declared) in [
            ("altiris-2006", "business", "not acknowledged", "may", "no"),
            ("altiris-2006", "nominations", "disregarded", "must", "yes"),
            ("novell-2001", "business", "not transacted", "must", "yes"),
            ("novell-2001", "nominations", "no votes, not acknowledged", "must, may", "yes"),
            ("raining-data-2001", "business", "not transacted", "must", "yes"),
            ("raining-data-2001", "nominations", "disregarded", "must", "yes"),
        ] {
            let answer = ask_under(set, ID, &[("subject", subject)]);
            let found = ["outcome", "by", "duty", "declared"].map(|name| field(&answer, name));
            assert_eq!(found, [outcome, "chair of the meeting", duty, declared], "{set} {subject}");
        }
    }

    #[test]
    fn the_decision_belongs_to_the_person_named() {
        let bylaws = "improper-business \"president\" duty=\"may\" declared=#true consequence=\"disregarded\"";
        for (by, declared, person, form) in
            [("President", "yes", "met", "met"), ("secretary", "no", "unmet", "unmet"), ("inspectors of election", "yes", "unmet", "met")]
        {
            let answer = ask_with_bylaws(bylaws, ID, &[("declared-by", by), ("declared-to-meeting", declared)]);
            assert_eq!(status(&answer, "improper-declared-by-wrong-person"), person, "{by}");
            assert_eq!(status(&answer, "improper-not-declared"), form, "{by}");
        }
        // A text that asks for no declaration does not miss one.
        let told = [("declared-to-meeting", "no")];
        assert_eq!(status(&ask_under("altiris-2006", ID, &told), "improper-not-declared"), "none");
    }

    #[test]
    fn the_ground_is_judged_by_a_person() {
        for (defects, expected) in [("advance-notice-late", "met"), ("", "needs judgment")] {
            let answer = ask_under("altiris-2006", ID, &[("defects", defects)]);
            assert_eq!(status(&answer, "improper-without-ground"), expected);
        }
    }
}
