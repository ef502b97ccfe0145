//! # Who may attend and take part in a stockholders' meeting?
//!
//! Answers to the sections of the bylaws on the organization or conduct of meetings; the statute says nothing about it.
//!
//! **Our reading.** Those whom the text names come by their own right; others when the one whom the text names admits them. A text
//! that only lets a rule of conduct make the limit leaves the door open until there is such a rule. A text that limits
//! participation does not limit looking on. One who has the right may be kept out for coming late where a rule closes the door then.
//! Rules on who enters are rules of conduct: who may make them is `conduct-of-meeting`.
//!
//! **What may vary.** Everything but this: a holder entitled to vote may not be kept from voting by a rule of conduct.
//!
//! **Not encoded.** Proof of who somebody is; removal of one who disturbs the meeting.

use quorate_law::vocabulary::admission::{BY_RULE, DEFINITION, ENTITLED, LIMITS, OTHERS_BY};
use quorate_law::{Provision, Situation};

use super::order::is_same_office;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// One who has the right was kept out.
pub static KEPT_OUT: FindingDefinition = FindingDefinition {
    id: "entitled-person-kept-out",
    title: "one who may attend by right was kept out of the meeting",
    rank: Rank::Standing,
};
/// One who has none was let in by nobody who may.
pub static NOT_ADMITTED: FindingDefinition = FindingDefinition {
    id: "person-not-admitted",
    title: "one without the right took part in the meeting and was not admitted by whom the text names",
    rank: Rank::Standing,
};

/// Who the person is.
pub static PERSON: Fact<String> = Fact::new(
    "person",
    "as what the person comes: stockholder of record, proxy, beneficial owner, guest",
);
/// What the person does.
pub static COMES_TO: Fact<&'static str> = Fact::word(
    "comes-to",
    &["take part", "look on"],
    "whether the person takes part or only looks on",
)
.otherwise("take part");
/// Whether the person was kept out.
pub static TURNED_AWAY: Fact<bool> = Fact::new("turned-away", "whether the person was kept out");
/// Who admitted the person.
pub static ADMITTED_BY: Fact<String> = Fact::new("admitted-by", "the office of the one who admitted the person");
/// Whether a rule makes the limit.
pub static LIMITED_BY_RULE: Fact<bool> = Fact::new(
    "limited-by-rule",
    "whether a rule of conduct limits the meeting to those named and those admitted",
);
/// Whether the person came late and a rule closes the door.
pub static LATE: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "late-under-rule",
        "whether the person came after the starting time and a rule of conduct closes the meeting then",
    );
    fact.spec.otherwise = Some("no");
    fact
};

/// The question.
pub static QUESTION: Question = Question {
    id: "admission-to-meeting",
    title: "Who may attend and take part in a stockholders' meeting?",
    chapter: "stockholders",
    capabilities: &["S17"],
    source: include_str!("admission_to_meeting.rs"),
    facts: &[
        &PERSON.spec,
        &COMES_TO.spec,
        &TURNED_AWAY.spec,
        &ADMITTED_BY.spec,
        &LIMITED_BY_RULE.spec,
        &LATE.spec,
    ],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&KEPT_OUT, &NOT_ADMITTED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let provisions = inquiry.require(&DEFINITION, &Situation::general())?.controlling;
    let mut persons: Vec<String> = Vec::new();
    let mut add = |person: String| {
        if !persons.contains(&person) {
            persons.push(person);
        }
    };
    for provision in &provisions {
        for who in provision.get_all(&ENTITLED) {
            add(who.0.clone());
        }
    }
    for by in provisions.iter().filter_map(|provision| provision.word(&OTHERS_BY)) {
        add(format!("those whom the {by} admits"));
    }
    for provision in &provisions {
        let limits = provision.word(&LIMITS).unwrap_or_default();
        let how = if provision.says(&BY_RULE) {
            "a rule of conduct may limit"
        } else {
            "the text limits"
        };
        inquiry.show(format!("{}: {how} {limits} to them", provision.citation));
    }
    if let (Some(person), Some(is_turned_away)) = (inquiry.known(&PERSON), inquiry.known(&TURNED_AWAY)) {
        let is_entitled = provisions
            .iter()
            .any(|provision| provision.get_all(&ENTITLED).iter().any(|who| is_same_office(&who.0, &person)));
        match (is_entitled, is_turned_away) {
            (true, true) => kept_out(inquiry, &provisions, &person)?,
            (false, false) => let_in(inquiry, &provisions, &person)?,
            _ => {}
        }
    }
    Ok(Value::Persons(persons).into())
}

/// One who has the right was kept out: only for coming late under a rule.
fn kept_out(inquiry: &mut Inquiry<'_>, provisions: &[&Provision], person: &str) -> Result<(), Pause> {
    let is_late = inquiry.need(&LATE)?;
    let message = if is_late {
        format!("the {person} came late, and a rule closes the meeting then")
    } else {
        format!("the {person} may attend by right, and was kept out")
    };
    let mut found = finding(&KEPT_OUT, is_late, message, provisions, vec!["turned-away"]);
    found.help = (!is_late).then(|| format!("let the {person} in before anything is voted on"));
    inquiry.find(found);
    Ok(())
}

/// One without the right was let in.
fn let_in(inquiry: &mut Inquiry<'_>, provisions: &[&Provision], person: &str) -> Result<(), Pause> {
    let looks_on = inquiry.need(&COMES_TO)? == "look on";
    let limiting: Vec<&Provision> = provisions
        .iter()
        .copied()
        .filter(|provision| !looks_on || provision.word(&LIMITS) != Some("participation"))
        .collect();
    let by_text: Vec<&Provision> = limiting.iter().copied().filter(|provision| !provision.says(&BY_RULE)).collect();
    let by_rule = inquiry.known(&LIMITED_BY_RULE);
    let who: Vec<&str> = limiting.iter().filter_map(|provision| provision.word(&OTHERS_BY)).collect();
    let admitted_by = inquiry.known(&ADMITTED_BY);
    let is_admitted = admitted_by
        .as_ref()
        .is_some_and(|by| who.iter().any(|office| is_same_office(office, by)));
    let (status, message) = if limiting.is_empty() {
        (FindingStatus::Met, format!("the text does not limit who looks on; the {person} only did"))
    } else if is_admitted {
        (FindingStatus::Met, format!("the {person} was admitted by the {}", admitted_by.unwrap_or_default()))
    } else if by_text.is_empty() && by_rule == Some(false) {
        (FindingStatus::Met, "no rule of conduct limits the meeting".to_owned())
    } else if by_text.is_empty() && by_rule.is_none() {
        (FindingStatus::Unknown, "whether a rule of conduct limits the meeting is not known".to_owned())
    } else if let Some(by) = admitted_by {
        (FindingStatus::Unmet, format!("the {person} was admitted by the {by}; the text names: {}", named(&who)))
    } else {
        (FindingStatus::Unknown, format!("who admitted the {person} is not known; the text names: {}", named(&who)))
    };
    let mut found = finding(&NOT_ADMITTED, true, message, provisions, vec!["admitted-by"]);
    found.status = status;
    found.help = (status == FindingStatus::Unmet).then(|| match who.first() {
        Some(office) => format!("have the {office} admit the {person}"),
        None => format!("the text lets nobody admit others: let the {person} give way, or come as a proxy"),
    });
    inquiry.find(found);
    Ok(())
}

fn named(who: &[&str]) -> String {
    if who.is_empty() {
        "nobody".to_owned()
    } else {
        who.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "admission-to-meeting";

    #[test]
    fn those_named_and_those_admitted() {
        for set in ["novell-2001", "altiris-2006"] {
            assert_eq!(
                field(&ask_under(set, ID, &[]), "value"),
                "stockholder of record; proxy; those whom the chair of the meeting admits",
                "{set}"
            );
        }
        assert_eq!(ask_under("raining-data-2001", ID, &[]).value, None);
    }

    #[test]
    fn one_with_the_right_is_kept_out_only_for_coming_late() {
        for (late, expected) in [("no", "unmet"), ("yes", "met")] {
            let told = [("person", "proxy"), ("turned-away", "yes"), ("late-under-rule", late)];
            let answer = ask_under("altiris-2006", ID, &told);
            assert_eq!(status(&answer, "entitled-person-kept-out"), expected, "{late}");
        }
    }

    #[test]
    fn one_without_it_comes_in_where_there_is_no_rule_or_by_leave() {
        for (rule, by, comes_to, altiris, novell) in [
            (Some("no"), None, "take part", "met", "met"),
            (Some("yes"), Some("chair of the meeting"), "take part", "met", "met"),
            (Some("yes"), Some("secretary"), "take part", "unmet", "unmet"),
            (Some("yes"), None, "take part", "unknown", "unknown"),
            (None, None, "take part", "unknown", "unknown"),
            // Novell's rule may limit participation alone.
            (Some("yes"), Some("secretary"), "look on", "unmet", "met"),
        ] {
            let mut told = vec![("person", "guest"), ("turned-away", "no"), ("comes-to", comes_to)];
            told.extend(rule.map(|word| ("limited-by-rule", word)));
            told.extend(by.map(|by| ("admitted-by", by)));
            assert_eq!(status(&ask_under("altiris-2006", ID, &told), "person-not-admitted"), altiris, "{told:?}");
            assert_eq!(status(&ask_under("novell-2001", ID, &told), "person-not-admitted"), novell, "{told:?}");
        }
        let always = "admission \"stockholder of record\" limits=\"participation\"";
        let told = [("person", "guest"), ("turned-away", "no"), ("admitted-by", "secretary")];
        assert_eq!(status(&ask_with_bylaws(always, ID, &told), "person-not-admitted"), "unmet");
    }
}
