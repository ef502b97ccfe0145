//! # Who appoints the inspectors of election, and when?
//!
//! Answers to 8 Del. C. § 231(a) (the corporation, before the meeting; the one presiding where no inspector or alternate can
//! act; alternates replace those who fail to act), and to the section of the bylaws on inspectors or judges of election.
//!
//! **Our reading.** The value names those who appoint, in the order of the text: a later one when an earlier one has not, or
//! where none appointed can act, as the text says; or one who fills a vacancy where there is one, and before anyone is
//! appointed a named alternate who can act takes the place. A text by which the one presiding appoints where nobody can act lets
//! that person fill no place while another inspector can. Where the bylaws say who appoints, they say it for a corporation
//! that § 231 binds as well, for the corporation acts through those whom its bylaws name; the section's oath and its least
//! number hold there besides. Where § 231 does not bind and no other text speaks, nobody is bound to appoint. A text that names
//! the corporation is satisfied by its board. Inspectors of a meeting act at its adjournment too, which is the same meeting,
//! unless that is denied; where a text says so only of those whom one person appoints, it can be read to deny it of others.
//!
//! **What may vary.** Everything for a corporation that § 231 does not bind. For others bylaws may add, not take away.
//!
//! **Not encoded.** When an inspector "fails to act" or is unable to: that is told.
//!
//! **Open question.** Whether inspectors appointed for a meeting act at its adjournment where the text is silent; for counsel,
//! 2026-11.

use quorate_law::Provision;
use quorate_law::vocabulary::inspector_appointment as text;
use quorate_law::vocabulary::inspector_appointment::DEFINITION;

use super::super::conduct::facts::{HOLDERS_OF_RECORD, LISTED};
use super::super::conduct::order::{conclude, is_same_office, orders};
use super::inspector_rules::InForce;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// Another than the text's person appointed.
pub static WRONG_APPOINTER: FindingDefinition = FindingDefinition {
    id: "inspectors-appointed-by-wrong-person",
    title: "inspectors were appointed by another than the text's person",
    rank: Rank::Authority,
};

/// One whose turn had not come appointed.
pub static OUT_OF_TURN: FindingDefinition = FindingDefinition {
    id: "inspectors-appointed-out-of-turn",
    title: "inspectors were appointed by one whose turn had not come",
    rank: Rank::Authority,
};

/// The appointment came after the meeting had begun.
pub static LATE: FindingDefinition = FindingDefinition {
    id: "inspectors-appointed-late",
    title: "inspectors were not appointed before the meeting",
    rank: Rank::Form,
};

/// It is doubtful whether they act at the adjournment.
pub static NOT_FOR_ADJOURNMENT: FindingDefinition = FindingDefinition {
    id: "inspectors-not-for-adjournment",
    title: "the text does not let these inspectors act at an adjournment in so many words",
    rank: Rank::Standing,
};

/// Who appointed.
pub static APPOINTED_BY: Fact<String> = Fact::new("appointed-by", "the office or body that appointed the inspectors");
/// Whether a vacancy is filled.
pub static VACANCY: Fact<&'static str> = Fact::word(
    "vacancy",
    &["none", "before the meeting", "at the meeting"],
    "whether the appointment fills the place of one who does not act, and when",
)
.otherwise("none");
/// Whether an alternate takes the place.
pub static ALTERNATE_ABLE: Fact<bool> = Fact::new(
    "alternate-able",
    "whether an alternate was named who is able to act in the place of one who does not",
);
/// Whether one of those appointed can act.
pub static INSPECTOR_ABLE: Fact<bool> = Fact::new(
    "inspector-able",
    "whether an inspector or alternate appointed before is able to act at the meeting",
);
/// Whether one named earlier has appointed.
pub static APPOINTED_EARLIER: Fact<bool> = Fact::new(
    "appointed-earlier",
    "whether one whom the text names earlier had appointed inspectors",
);
/// Whether it was before the meeting.
pub static BEFORE_MEETING: Fact<bool> = Fact::new(
    "before-meeting",
    "whether the inspectors were appointed before the meeting convened",
);
/// Where they act.
pub static ACTING_AT: Fact<&'static str> = Fact::word(
    "acting-at",
    &["the meeting", "an adjournment"],
    "whether they act at the meeting as called or at an adjournment of it",
)
.otherwise("the meeting");

/// The party that a text means when it names no organ of it, and the body that acts for it.
const CORPORATION: &str = "corporation";
const BOARD: &str = "board of directors";
/// In a text, those whom any of those who appoint has appointed.
const ANYONE: &str = "anyone";
/// In a text, that nobody appointed before can act.
const NOBODY_CAN_ACT: &str = "no inspector or alternate can act";

/// The question.
pub static QUESTION: Question = Question {
    id: "inspectors-appointment",
    title: "Who appoints the inspectors of election, and when?",
    chapter: "stockholders",
    capabilities: &["S15"],
    source: include_str!("inspectors_appointment.rs"),
    facts: &[
        &VACANCY.spec,
        &APPOINTED_BY.spec,
        &ALTERNATE_ABLE.spec,
        &INSPECTOR_ABLE.spec,
        &APPOINTED_EARLIER.spec,
        &BEFORE_MEETING.spec,
        &ACTING_AT.spec,
        &LISTED.spec,
        &HOLDERS_OF_RECORD.spec,
    ],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[&WRONG_APPOINTER, &OUT_OF_TURN, &LATE, &NOT_FOR_ADJOURNMENT],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let in_force = InForce::of(inquiry)?;
    let vacancy = inquiry.need(&VACANCY)?;
    if vacancy == "none" {
        judge_time(inquiry, &in_force.rules);
        judge_adjournment(inquiry, &in_force.rules)?;
    }
    let appointers = appointers(inquiry, vacancy, &in_force)?;
    judge_appointer(inquiry, &appointers, &in_force.rules);
    judge_turn(inquiry, vacancy, &in_force.rules);
    Ok(appointers)
}

/// Who appoints, or who fills the vacancy.
fn appointers(inquiry: &mut Inquiry<'_>, vacancy: &str, in_force: &InForce<'_>) -> Result<Conclusion, Pause> {
    let filled_by = match vacancy {
        "before the meeting" => &text::VACANCY_BEFORE,
        "at the meeting" => &text::VACANCY_AT,
        _ => {
            let orders = orders(&in_force.resolution, &text::APPOINTERS, None);
            let whole = orders.iter().map(|order| (order, order.whole())).collect();
            return conclude(inquiry, whole).ok_or(Pause::Silent(&DEFINITION));
        }
    };
    let naming = in_force.rules.iter().find(|rule| rule.says(&text::ALTERNATES));
    if let (Some(provision), Some(true)) = (naming, inquiry.known(&ALTERNATE_ABLE)) {
        inquiry.show(format!("{}: the alternate takes the place", provision.citation));
        return Ok(Value::Persons(vec!["alternate inspector".to_owned()]).into());
    }
    let office = |rules: &[&Provision]| rules.iter().find_map(|rule| rule.word(filled_by).map(str::to_owned));
    match (office(&in_force.rules), &in_force.open) {
        (Some(office), _) => Ok(Value::Persons(vec![office]).into()),
        // What the law's section adds is asked about only where the others say nothing.
        (None, Some((open, pause))) if office(open).is_some() => Err(pause.clone()),
        (None, _) => Err(Pause::Impossible(format!(
            "the text does not say who fills a vacancy {vacancy}"
        ))),
    }
}

fn judge_appointer(inquiry: &mut Inquiry<'_>, conclusion: &Conclusion, rules: &[&Provision]) {
    let Some(appointed_by) = inquiry.known(&APPOINTED_BY) else {
        return;
    };
    let persons = |value: &Value| {
        if let Value::Persons(persons) = value {
            persons.clone()
        } else {
            Vec::new()
        }
    };
    let readings: Vec<Vec<String>> = match conclusion {
        Conclusion::Value(value) => vec![persons(value)],
        Conclusion::Readings(readings) => readings.iter().map(|reading| persons(&reading.value)).collect(),
    };
    let verdicts: Vec<bool> = readings
        .iter()
        .map(|persons| persons.iter().any(|person| may_appoint(person, &appointed_by)))
        .collect();
    let is_met = verdicts.iter().all(|met| *met);
    let mut due = readings.concat();
    due.dedup();
    let message = format!(
        "{appointed_by} appointed the inspectors; the text names: {}",
        due.join("; ")
    );
    let mut found = finding(&WRONG_APPOINTER, is_met, message, rules, vec!["appointed-by"]);
    if !is_met && verdicts.contains(&true) {
        found.status = FindingStatus::DependsOnReading;
    }
    found.help = (!is_met).then(|| format!("have the inspectors appointed by {}", due.join(" or ")));
    inquiry.find(found);
}

fn may_appoint(person: &str, appointed_by: &str) -> bool {
    is_same_office(person, appointed_by) || (is_same_office(person, CORPORATION) && is_same_office(appointed_by, BOARD))
}

/// Whether a provision names the one who appointed, and names another before.
fn names_later(provision: &Provision, appointed_by: &str) -> bool {
    let place = provision
        .get_all(&text::APPOINTERS)
        .iter()
        .position(|office| may_appoint(&office.0, appointed_by));
    place.is_some_and(|place| place > 0)
}

/// Whether the turn of one named later had come. One who fills a place waits only where a text gives the turn when nobody can
/// act: that somebody was appointed before is what a vacancy means.
fn judge_turn(inquiry: &mut Inquiry<'_>, vacancy: &str, rules: &[&Provision]) {
    let Some(appointed_by) = inquiry.known(&APPOINTED_BY) else {
        return;
    };
    let named = match vacancy {
        "none" => rules
            .iter()
            .find(|rule| rule.word(&text::LATER_IF).is_some() && names_later(rule, &appointed_by)),
        "at the meeting" => rules
            .iter()
            .find(|rule| rule.word(&text::VACANCY_AT).is_some())
            .filter(|rule| rule.word(&text::LATER_IF) == Some(NOBODY_CAN_ACT) && names_later(rule, &appointed_by)),
        _ => None,
    };
    let Some((provision, when)) = named.and_then(|rule| rule.word(&text::LATER_IF).map(|when| (*rule, when))) else {
        return;
    };
    let (standing_in_the_way, fact) = if when == NOBODY_CAN_ACT {
        (inquiry.known(&INSPECTOR_ABLE), "inspector-able")
    } else {
        (inquiry.known(&APPOINTED_EARLIER), "appointed-earlier")
    };
    let Some(stands) = standing_in_the_way else { return };
    let message = if stands {
        format!("{appointed_by} appoints only where {when}, and that is not so")
    } else {
        format!("{appointed_by} appointed where {when}")
    };
    let mut found = finding(&OUT_OF_TURN, !stands, message, &[provision], vec!["appointed-by", fact]);
    found.help = stands.then(|| "let those appointed before act".to_owned());
    inquiry.find(found);
}

/// Whether the first of those who appoint did so before the meeting, where the text says so.
fn judge_time(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) {
    let Some(before) = inquiry.known(&BEFORE_MEETING) else {
        return;
    };
    let appointed_by = inquiry.known(&APPOINTED_BY);
    let is_later = |provision: &&&Provision| appointed_by.as_ref().is_some_and(|by| names_later(provision, by));
    let asking: Vec<&Provision> = rules
        .iter()
        .filter(|provision| provision.says(&text::IN_ADVANCE) && !is_later(provision))
        .copied()
        .collect();
    if asking.is_empty() {
        return;
    }
    let message = if before {
        "the inspectors were appointed before the meeting"
    } else {
        "the inspectors were appointed after the meeting had convened"
    };
    let mut found = finding(&LATE, before, message.to_owned(), &asking, vec!["before-meeting"]);
    found.help = (!before).then(|| "have the one presiding appoint them at the meeting".to_owned());
    inquiry.find(found);
}

/// Whether those who were appointed for the meeting act at its adjournment.
fn judge_adjournment(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) -> Result<(), Pause> {
    if inquiry.need(&ACTING_AT)? == "the meeting" {
        return Ok(());
    }
    let appointed_by = inquiry.known(&APPOINTED_BY);
    let lets = |provision: &&&Provision| {
        provision.word(&text::ADJOURNMENTS).is_some_and(|whose| {
            is_same_office(whose, ANYONE) || appointed_by.as_ref().is_some_and(|by| may_appoint(whose, by))
        })
    };
    let letting: Vec<&Provision> = rules.iter().filter(lets).copied().collect();
    let is_met = !letting.is_empty();
    let authority = if is_met { letting.as_slice() } else { rules };
    let message = if is_met {
        "the text lets them act at an adjournment as well"
    } else {
        "the text does not say that they act at an adjournment; it is the same meeting continued"
    };
    let blames = vec!["acting-at", "appointed-by"];
    let mut found = finding(&NOT_FOR_ADJOURNMENT, is_met, message.to_owned(), authority, blames);
    if !is_met {
        found.status = FindingStatus::DependsOnReading;
        found.help = Some("appoint them again for the adjournment, or have counsel say that it is not needed".to_owned());
    }
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "inspectors-appointment";
    const NOT_BOUND: [(&str, &str); 2] = [("listed", "no"), ("holders-of-record", "2000")];
    const BOUND: [(&str, &str); 1] = [("listed", "yes")];

    #[test]
    fn who_appoints_and_who_fills_a_vacancy() {
        for (set, vacancy, appoints) in [
            ("novell-2001", "none", "board of directors; chair of the meeting"),
            ("novell-2001", "before the meeting", "board of directors"),
            ("novell-2001", "at the meeting", "chair of the meeting"),
            ("raining-data-2001", "none", "corporation; chair of the meeting"),
            ("raining-data-2001", "at the meeting", "chair of the meeting"),
            ("altiris-2006", "none", "board of directors; chair of the meeting"),
        ] {
            assert_eq!(
                field(&ask_under(set, ID, &[("vacancy", vacancy)]), "value"),
                appoints,
                "{set} {vacancy}"
            );
        }
        let answer = ask_under("raining-data-2001", ID, &[("vacancy", "before the meeting")]);
        assert_eq!(answer.value, None);
    }

    #[test]
    fn an_alternate_goes_before_an_appointment() {
        for (set, able, takes) in [
            ("raining-data-2001", "yes", "alternate inspector"),
            ("raining-data-2001", "no", "chair of the meeting"),
            ("novell-2001", "yes", "chair of the meeting"),
        ] {
            let told = [("vacancy", "at the meeting"), ("alternate-able", able)];
            assert_eq!(field(&ask_under(set, ID, &told), "value"), takes, "{set} {able}");
        }
    }

    #[test]
    fn the_statute_alone_speaks_only_to_those_whom_it_binds() {
        let none = "narrative \"nothing\"";
        assert_eq!(
            field(&ask_with_bylaws(none, ID, &BOUND), "value"),
            "corporation; chair of the meeting"
        );
        let answer = ask_with_bylaws(none, ID, &NOT_BOUND);
        assert_eq!(
            (answer.value.is_none(), answer.controls_word().as_str()),
            (true, "none")
        );
        assert_eq!(ask_with_bylaws(none, ID, &[]).needs[0].fact, "listed");
    }

    #[test]
    fn another_than_the_texts_person_has_no_power() {
        for (set, appointed_by, expected) in [
            ("novell-2001", "board of directors", "met"),
            ("novell-2001", "Chair of the meeting", "met"),
            ("novell-2001", "secretary", "unmet"),
            ("raining-data-2001", "board of directors", "met"),
            ("raining-data-2001", "corporation", "met"),
            ("raining-data-2001", "largest holder", "unmet"),
        ] {
            let answer = ask_under(set, ID, &[("appointed-by", appointed_by)]);
            assert_eq!(
                status(&answer, "inspectors-appointed-by-wrong-person"),
                expected,
                "{set} {appointed_by}"
            );
        }
        // At the meeting the board does not fill a vacancy.
        let told = [("vacancy", "at the meeting"), ("appointed-by", "board of directors")];
        assert_eq!(
            status(
                &ask_under("novell-2001", ID, &told),
                "inspectors-appointed-by-wrong-person"
            ),
            "unmet"
        );
    }

    #[test]
    fn one_named_later_waits_for_the_turn() {
        for (set, by, fact, stands, expected) in [
            ("novell-2001", "chair of the meeting", "appointed-earlier", "yes", "unmet"),
            ("novell-2001", "chair of the meeting", "appointed-earlier", "no", "met"),
            ("novell-2001", "board of directors", "appointed-earlier", "yes", "none"),
            ("raining-data-2001", "chair of the meeting", "inspector-able", "yes", "unmet"),
            ("raining-data-2001", "chair of the meeting", "inspector-able", "no", "met"),
            ("raining-data-2001", "chair of the meeting", "appointed-earlier", "yes", "none"),
            ("altiris-2006", "chair of the meeting", "appointed-earlier", "yes", "none"),
        ] {
            let answer = ask_under(set, ID, &[("appointed-by", by), (fact, stands)]);
            assert_eq!(
                status(&answer, "inspectors-appointed-out-of-turn"),
                expected,
                "{set} {by} {fact} {stands}"
            );
        }
    }

    #[test]
    fn the_first_appoints_before_the_meeting() {
        for (set, by, before, expected) in [
            ("novell-2001", "board of directors", "no", "unmet"),
            ("novell-2001", "board of directors", "yes", "met"),
            ("novell-2001", "chair of the meeting", "no", "none"),
            ("raining-data-2001", "corporation", "no", "unmet"),
            ("altiris-2006", "board of directors", "no", "none"),
        ] {
            let answer = ask_under(set, ID, &[("appointed-by", by), ("before-meeting", before)]);
            assert_eq!(status(&answer, "inspectors-appointed-late"), expected, "{set} {by}");
        }
    }

    #[test]
    fn at_an_adjournment_those_act_whom_the_text_lets() {
        for (set, by, expected) in [
            ("novell-2001", "board of directors", "met"),
            ("novell-2001", "chair of the meeting", "depends on the reading"),
            ("altiris-2006", "chair of the meeting", "met"),
            ("raining-data-2001", "board of directors", "depends on the reading"),
        ] {
            let told = [("appointed-by", by), ("acting-at", "an adjournment")];
            let answer = ask_under(set, ID, &told);
            assert_eq!(status(&answer, "inspectors-not-for-adjournment"), expected, "{set} {by}");
        }
    }

    #[test]
    fn where_the_statute_binds_it_holds_besides_the_bylaws() {
        let answer = ask_under("novell-2001", ID, &BOUND);
        assert_eq!(answer.controls_word(), "both");
        assert!(answer.displaced.is_empty());
        let answer = ask_under("novell-2001", ID, &NOT_BOUND);
        assert_eq!(answer.controls_word(), "bylaws");
    }
}
