//! # Who makes the rules for the conduct of a stockholders' meeting, and whose prevail?
//!
//! Answers to the sections of the bylaws on the organization or conduct of meetings; the statute says nothing about it.
//!
//! **Our reading.** The value names those who may make rules, the one that prevails first: a rule of a later one holds as far
//! as it does not conflict with a rule of an earlier one. Besides making rules one person, mostly the chair of the meeting, may do
//! what that person judges proper for its conduct; an act against a rule that prevails has no force. The subjects that a text
//! names are examples unless the text says that they are all. Rules of parliamentary procedure are followed as far as the text, or
//! one who makes the rules, says so. Where no text speaks the one presiding keeps order by custom: whoever was there must say
//! that it was accepted.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** Whether a rule is fair, or was applied fairly: a court asks that of the one who made it. Whether two rules
//! conflict is told.

use quorate_law::vocabulary::conduct_rules::{ACTS_BY, DEFINITION, MAKERS, PARLIAMENTARY_PROCEDURE, PREVAILS};
use quorate_law::vocabulary::conduct_subjects::{self, ONLY, SUBJECTS};
use quorate_law::{Provision, Situation};

use super::order::{Order, conclude, is_same_office, orders};
use crate::answer::Shape;
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{finding, rely_on};

/// One without the power made a rule, or did an act.
pub static NO_POWER: FindingDefinition = FindingDefinition {
    id: "conduct-power-lacking",
    title: "one who has no power over the conduct of the meeting made a rule for it or acted in it",
    rank: Rank::Authority,
};
/// The subject is none of those named.
pub static OUTSIDE: FindingDefinition = FindingDefinition {
    id: "conduct-subject-outside",
    title: "a rule of conduct covers what the text does not open to such rules",
    rank: Rank::Limits,
};
/// The rule of the wrong one was applied.
pub static OVERRIDDEN: FindingDefinition = FindingDefinition {
    id: "conduct-rule-overridden",
    title: "a rule of conduct was not followed although it prevails",
    rank: Rank::Authority,
};
/// Parliamentary procedure was not kept.
pub static PROCEDURE_BROKEN: FindingDefinition = FindingDefinition {
    id: "parliamentary-procedure-not-kept",
    title: "parliamentary procedure was not kept although it was to be",
    rank: Rank::Form,
};

/// What the rule or act is about.
pub static SUBJECT: Fact<String> = Fact::new(
    "subject",
    "what the rule or act is about, such as agenda or order of business",
);
/// Who made it.
pub static MADE_BY: Fact<String> = Fact::new("made-by", "the office or body that made the rule or did the act");
/// Whether it is a rule or an act.
pub static CONDUCT: Fact<&'static str> = Fact::word(
    "conduct",
    &["rule", "act"],
    "whether a rule was made, or something was done at the meeting for its conduct",
)
.otherwise("rule");
/// Whose rules speak on the subject.
pub static RULES_BY: Fact<Vec<String>> = Fact::new("rules-by", "the offices and bodies whose rules speak on the subject");
/// Whether they conflict.
pub static CONFLICT: Fact<bool> = Fact::new("rules-conflict", "whether those rules conflict with one another");
/// Whose rule was followed.
pub static FOLLOWED: Fact<String> = Fact::new("followed", "the office or body whose rule was followed");
/// Who decided that parliamentary procedure is followed.
pub static PROCEDURE_DECIDED_BY: Fact<String> = Fact::new(
    "parliamentary-procedure-by",
    "the office or body that decided that parliamentary procedure is followed, or nobody",
);
/// Whether it was kept.
pub static PROCEDURE_KEPT: Fact<bool> = Fact::new("parliamentary-procedure-kept", "whether parliamentary procedure was kept");

/// The question.
pub static QUESTION: Question = Question {
    id: "conduct-of-meeting",
    title: "Who makes the rules for the conduct of a stockholders' meeting, and whose prevail?",
    chapter: "stockholders",
    capabilities: &["S17"],
    source: include_str!("conduct_of_meeting.rs"),
    facts: &[
        &SUBJECT.spec,
        &CONDUCT.spec,
        &MADE_BY.spec,
        &RULES_BY.spec,
        &CONFLICT.spec,
        &FOLLOWED.spec,
        &PROCEDURE_DECIDED_BY.spec,
        &PROCEDURE_KEPT.spec,
    ],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION, &conduct_subjects::DEFINITION],
    findings: &[&NO_POWER, &OUTSIDE, &OVERRIDDEN, &PROCEDURE_BROKEN],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let provisions = resolution.controlling.clone();
    for provision in &provisions {
        show(inquiry, provision);
    }
    let orders = if provisions.is_empty() {
        Vec::new()
    } else {
        orders(&resolution, &MAKERS, None)
    };
    let ranked: Vec<Vec<String>> = orders.iter().map(makers).collect();
    power(inquiry, &provisions, ranked.first().map_or(&[], Vec::as_slice))?;
    subject(inquiry)?;
    if provisions.is_empty() {
        return Err(Pause::Silent(&DEFINITION));
    }
    prevailing(inquiry, &provisions, &ranked);
    procedure(inquiry, &provisions, ranked.first().map_or(&[], Vec::as_slice));
    conclude(inquiry, orders.iter().zip(ranked).collect()).ok_or(Pause::Silent(&DEFINITION))
}

/// Those who may make rules, the one whose rules prevail first.
fn makers(order: &Order<'_>) -> Vec<String> {
    let prevails = order.provisions.iter().find_map(|provision| provision.word(&PREVAILS));
    let mut makers = order.whole();
    if let Some(prevails) = prevails {
        // One whose rules prevail may make rules, whether the text's list names it or not.
        makers.retain(|maker| !is_same_office(maker, prevails));
        makers.insert(0, prevails.to_owned());
    }
    makers
}

fn show(inquiry: &mut Inquiry<'_>, provision: &Provision) {
    if let Some(who) = provision.word(&ACTS_BY) {
        inquiry.show(format!(
            "{}: the {who} may do what that person judges proper for the conduct of the meeting",
            provision.citation
        ));
    }
    if let Some(word) = provision.word(&PARLIAMENTARY_PROCEDURE) {
        inquiry.show(format!("{}: parliamentary procedure is {}", provision.citation, match word {
            "required" => "required",
            _ => "followed only as far as one who makes the rules decides",
        }));
    }
}

/// Whether the one who made a rule or did an act has the power.
fn power(inquiry: &mut Inquiry<'_>, provisions: &[&Provision], makers: &[String]) -> Result<(), Pause> {
    let Some(by) = inquiry.known(&MADE_BY) else {
        return Ok(());
    };
    let conduct = inquiry.need(&CONDUCT)?;
    let holders: Vec<String> = match conduct {
        "act" => provisions
            .iter()
            .filter_map(|provision| provision.word(&ACTS_BY))
            .map(str::to_owned)
            .collect(),
        _ => makers.to_vec(),
    };
    let what = if conduct == "act" { "acts" } else { "rules" };
    let (status, message, help) = if holders.is_empty() {
        (
            FindingStatus::NeedsJudgment,
            format!("no text says whose {what} bind the meeting; by custom the one presiding keeps order"),
            Some("those present, and in the end the Court of Chancery, must say whether it was within that custom".to_owned()),
        )
    } else if holders.iter().any(|holder| is_same_office(holder, &by)) {
        (FindingStatus::Met, format!("the {by} has power over the {what} of conduct"), None)
    } else {
        let holders = holders.join(" or the ");
        (
            FindingStatus::Unmet,
            format!("the power over the {what} of conduct is of the {holders}, and not of the {by}"),
            Some(format!("have it done by the {holders}")),
        )
    };
    let mut found = finding(&NO_POWER, true, message, provisions, vec!["made-by"]);
    found.status = status;
    found.help = help;
    inquiry.find(found);
    Ok(())
}

/// What rules may be about, and whether the one told is.
fn subject(inquiry: &mut Inquiry<'_>) -> Result<(), Pause> {
    let resolution = inquiry.consult(&conduct_subjects::DEFINITION, &Situation::general())?;
    if inquiry.known(&SUBJECT).is_none() {
        // Who makes the rules does not rest on what they cover.
        rely_on(inquiry, &resolution, &[]);
    }
    let provisions = resolution.controlling;
    let mut subjects: Vec<&str> = Vec::new();
    for provision in &provisions {
        let named: Vec<&str> = provision.get_all(&SUBJECTS).into_iter().map(String::as_str).collect();
        inquiry.show(format!("{}: the rules may cover {}", provision.citation, named.join(", ")));
        subjects.extend(named);
    }
    let (Some(subject), false) = (inquiry.known(&SUBJECT), provisions.is_empty()) else {
        return Ok(());
    };
    let is_named = subjects.iter().any(|named| is_same_office(named, &subject));
    let is_all = provisions.iter().any(|provision| provision.says(&ONLY));
    let message = match (is_named, is_all) {
        (true, _) => format!("{subject} is a subject that the text names"),
        (false, false) => format!("{subject} is not named, and what the text names are examples"),
        (false, true) => format!("{subject} is not among all that rules may cover: {}", subjects.join(", ")),
    };
    let is_met = is_named || !is_all;
    let mut found = finding(&OUTSIDE, is_met, message, &provisions, vec!["subject"]);
    found.help = (!is_met).then(|| "leave it to those present, or amend the bylaws".to_owned());
    inquiry.find(found);
    Ok(())
}

/// Whose rule prevails where several speak on one subject, and whether it was followed.
fn prevailing(inquiry: &mut Inquiry<'_>, provisions: &[&Provision], ranked: &[Vec<String>]) {
    let Some(rules_by) = inquiry.known(&RULES_BY) else { return };
    let first_of = |makers: &Vec<String>| {
        makers
            .iter()
            .find(|maker| rules_by.iter().any(|by| is_same_office(maker, by)))
            .cloned()
    };
    let prevailing: Vec<String> = ranked.iter().filter_map(first_of).collect();
    let Some(first) = prevailing.first() else { return };
    inquiry.show(format!("of the rules on one subject those of the {first} prevail"));
    let Some(followed) = inquiry.known(&FOLLOWED) else { return };
    let is_first = |who: &String| is_same_office(who, &followed);
    let are_one = prevailing.iter().all(|who| is_same_office(who, first));
    let (status, message) = match (inquiry.known(&CONFLICT), is_first(first)) {
        (_, true) if are_one => (FindingStatus::Met, format!("the rule of the {followed} was followed, and prevails")),
        (Some(false), _) => (FindingStatus::Met, "the rules do not conflict".to_owned()),
        (_, _) if !are_one => (
            FindingStatus::DependsOnReading,
            format!("the rule of the {followed} was followed; whose prevails depends on the section"),
        ),
        (Some(true), _) => (
            FindingStatus::Unmet,
            format!("the rule of the {followed} was followed; that of the {first} prevails"),
        ),
        (None, _) => (
            FindingStatus::NeedsJudgment,
            format!("the rule of the {followed} was followed; whether it conflicts with that of the {first} is not told"),
        ),
    };
    let mut found = finding(&OVERRIDDEN, true, message, provisions, vec!["followed"]);
    found.status = status;
    found.help = match status {
        FindingStatus::Unmet | FindingStatus::DependsOnReading => Some(format!("follow the rule of the {first}")),
        FindingStatus::NeedsJudgment => Some(format!("the {first} must say whether its rule leaves room for the other")),
        _ => None,
    };
    inquiry.find(found);
}

/// Whether parliamentary procedure was to be kept, and was.
fn procedure(inquiry: &mut Inquiry<'_>, provisions: &[&Provision], makers: &[String]) {
    let speaking: Vec<&Provision> = provisions
        .iter()
        .copied()
        .filter(|provision| provision.word(&PARLIAMENTARY_PROCEDURE).is_some())
        .collect();
    let (Some(is_kept), Some(provision)) = (inquiry.known(&PROCEDURE_KEPT), speaking.first()) else {
        return;
    };
    let is_required = provision.word(&PARLIAMENTARY_PROCEDURE) == Some("required");
    let decided_by = inquiry.known(&PROCEDURE_DECIDED_BY);
    let is_decided = decided_by
        .as_ref()
        .map(|by| makers.iter().any(|maker| is_same_office(maker, by)));
    let (status, message) = match (is_kept, is_required, is_decided) {
        (true, ..) => (FindingStatus::Met, "parliamentary procedure was kept".to_owned()),
        (false, true, _) => (FindingStatus::Unmet, "parliamentary procedure is required and was not kept".to_owned()),
        (false, false, Some(true)) => (
            FindingStatus::Unmet,
            format!("the {} decided for parliamentary procedure, and it was not kept", decided_by.unwrap_or_default()),
        ),
        (false, false, Some(false)) => (
            FindingStatus::Met,
            "nobody who makes the rules decided for parliamentary procedure, so none was required".to_owned(),
        ),
        (false, false, None) => (
            FindingStatus::Unknown,
            "whether one who makes the rules decided for parliamentary procedure is not known".to_owned(),
        ),
    };
    let mut found = finding(&PROCEDURE_BROKEN, true, message, &speaking, vec!["parliamentary-procedure-kept"]);
    found.status = status;
    found.help = (status == FindingStatus::Unmet).then(|| {
        "put the matter again in due form, or have one who makes the rules decide otherwise where the text allows it".to_owned()
    });
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "conduct-of-meeting";

    #[test]
    fn the_boards_rules_prevail_over_the_chairs() {
        for set in ["novell-2001", "altiris-2006"] {
            let answer = ask_under(set, ID, &[]);
            assert_eq!(
                field(&answer, "value"),
                "board of directors; chair of the meeting",
                "{set}"
            );
            assert_eq!(answer.controls_word(), "bylaws");
        }
        // These bylaws have no rule of conduct.
        assert_eq!(ask_under("raining-data-2001", ID, &[]).value, None);
    }

    #[test]
    fn the_one_that_prevails_is_named_first() {
        let bylaws = "conduct-rules \"board of directors\" \"chair of the meeting\" prevails=\"chair of the meeting\"";
        assert_eq!(
            field(&ask_with_bylaws(bylaws, ID, &[]), "value"),
            "chair of the meeting; board of directors"
        );
    }

    #[test]
    fn a_rule_and_an_act_have_their_makers() {
        for (set, conduct, by, expected) in [
            ("novell-2001", "rule", "chair of the meeting", "met"),
            ("novell-2001", "rule", "board of directors", "met"),
            ("novell-2001", "rule", "secretary", "unmet"),
            ("altiris-2006", "act", "chair of the meeting", "met"),
            ("altiris-2006", "act", "board of directors", "unmet"),
            ("raining-data-2001", "rule", "chair of the meeting", "needs judgment"),
        ] {
            let answer = ask_under(set, ID, &[("conduct", conduct), ("made-by", by)]);
            assert_eq!(status(&answer, "conduct-power-lacking"), expected, "{set} {conduct} {by}");
        }
    }

    #[test]
    fn where_two_speak_on_one_subject_the_boards_rule_is_followed() {
        for (followed, conflict, expected) in [
            ("board of directors", Some("yes"), "met"),
            ("chair of the meeting", Some("yes"), "unmet"),
            ("chair of the meeting", Some("no"), "met"),
            ("chair of the meeting", None, "needs judgment"),
        ] {
            let mut told = vec![("rules-by", "chair of the meeting, board of directors"), ("followed", followed)];
            told.extend(conflict.map(|word| ("rules-conflict", word)));
            let answer = ask_under("altiris-2006", ID, &told);
            assert_eq!(status(&answer, "conduct-rule-overridden"), expected, "{told:?}");
        }
    }

    #[test]
    fn parliamentary_procedure_binds_where_somebody_with_the_power_decided_so() {
        for (kept, by, expected) in [
            ("no", Some("board of directors"), "unmet"),
            ("no", Some("chair of the meeting"), "unmet"),
            ("no", Some("nobody"), "met"),
            ("no", None, "unknown"),
            ("yes", Some("board of directors"), "met"),
        ] {
            let mut told = vec![("parliamentary-procedure-kept", kept)];
            told.extend(by.map(|by| ("parliamentary-procedure-by", by)));
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(status(&answer, "parliamentary-procedure-not-kept"), expected, "{told:?}");
        }
    }

    #[test]
    fn subjects_are_examples_unless_they_are_all() {
        let bylaws = |only: &str| {
            format!("conduct-rules \"chair of the meeting\"\nconduct-subjects \"agenda\" {only}")
        };
        for (only, subject, expected) in [
            ("", "weather", "met"),
            ("only=#true", "weather", "unmet"),
            ("only=#true", "Agenda", "met"),
        ] {
            let answer = ask_with_bylaws(&bylaws(only), ID, &[("subject", subject)]);
            assert_eq!(status(&answer, "conduct-subject-outside"), expected, "{only} {subject}");
        }
    }
}
