//! # Who appoints the inspectors of election, how many, and who may not serve?
//!
//! Answers to 8 Del. C. § 231(a) (one or more, appointed by the corporation before the meeting, by the one presiding where
//! none can act; alternates; an oath), and to the section of the bylaws on inspectors or judges of election.
//!
//! **Our reading.** The value names those who appoint, in the order of the text: a later one when an earlier one has not, or
//! one who fills a vacancy where there is one. Where the bylaws say who appoints, they say it for a corporation that § 231
//! binds as well, for the corporation acts through those whom its bylaws name; the section's oath and its least number hold
//! there besides. Where § 231 does not bind and no other text speaks, nobody is bound to appoint. A text that names the
//! corporation is satisfied by its board.
//!
//! **What may vary.** Everything for a corporation that § 231 does not bind. For others bylaws may add, not take away.
//!
//! **Not encoded.** Whether an inspector acted with strict impartiality. Who chooses between the least and the greatest
//! number when nobody demanded inspectors, where a text does not say so: either will do.

use quorate_law::vocabulary::inspector_appointment as text;
use quorate_law::vocabulary::inspector_appointment::DEFINITION;
use quorate_law::{Provision, Resolution, Situation};

use super::super::voting::figures::{
    ABSTAIN, AGAINST, BROKER_NON_VOTES, CLASSES, FOR, ONE_VOTE, SHARES_PRESENT, VOTES_PRESENT,
};
use super::super::voting::vote_law::Limb;
use super::facts::{DEMANDED_BEFORE_VOTING, HOLDERS_OF_RECORD, LISTED};
use super::inspector_law::{is_bound, is_law};
use super::inspector_rules::{allowed, allows, in_words};
use super::meeting_vote::hold;
use super::order::{conclude, is_same_office, orders};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{finding, rely_on};
use crate::threshold::needed;

/// Another than the text's person appointed.
pub static WRONG_APPOINTER: FindingDefinition = FindingDefinition {
    id: "inspectors-appointed-by-wrong-person",
    title: "inspectors were appointed by another than the text's person",
    rank: Rank::Authority,
};

/// A candidate serves.
pub static CANDIDATE: FindingDefinition = FindingDefinition {
    id: "inspector-is-candidate",
    title: "a candidate serves as inspector",
    rank: Rank::Standing,
};

/// There are too few or too many.
pub static WRONG_NUMBER: FindingDefinition = FindingDefinition {
    id: "inspectors-wrong-number",
    title: "the number of inspectors is not one that the text allows",
    rank: Rank::Form,
};

/// No oath was taken.
pub static WITHOUT_OATH: FindingDefinition = FindingDefinition {
    id: "inspector-without-oath",
    title: "an inspector acted without the oath",
    rank: Rank::Form,
};

/// Too few inspectors concur.
pub static TOO_FEW_CONCUR: FindingDefinition = FindingDefinition {
    id: "inspectors-too-few-concur",
    title: "too few inspectors concur for the act of all",
    rank: Rank::Vote,
};

/// Who appointed.
pub static APPOINTED_BY: Fact<String> = Fact::new("appointed-by", "the office or body that appointed the inspectors");
/// Who serves.
pub static INSPECTORS: Fact<Vec<String>> = Fact::new("inspectors", "the names of the inspectors");
/// Who stands.
pub static CANDIDATES: Fact<Vec<String>> = Fact::new("candidates", "the names of the candidates for office");
/// How many serve.
pub static NUMBER: Fact<u64> = Fact::new(
    "number",
    "how many inspectors were appointed, where their names are not given",
);
/// Whether they were sworn.
pub static OATH_TAKEN: Fact<bool> = Fact::new("oath-taken", "whether each inspector took the oath before acting");
/// How many agree.
pub static CONCURRING: Fact<u64> = Fact::new(
    "concurring",
    "how many of the inspectors concur in an act or certificate",
);
/// Whether a vacancy is filled.
pub static VACANCY: Fact<&'static str> = Fact::word(
    "vacancy",
    &["none", "before the meeting", "at the meeting"],
    "whether the appointment fills the place of one who does not act, and when",
)
.otherwise("none");

/// The party that a text means when it names no organ of it, and the body that acts for it.
const CORPORATION: &str = "corporation";
const BOARD: &str = "board of directors";

/// The question.
pub static QUESTION: Question = Question {
    id: "inspectors-appointment",
    title: "Who appoints the inspectors of election, how many, and who may not serve?",
    chapter: "stockholders",
    capabilities: &["S15"],
    source: include_str!("inspectors_appointment.rs"),
    facts: &[
        &VACANCY.spec,
        &APPOINTED_BY.spec,
        &NUMBER.spec,
        &INSPECTORS.spec,
        &CANDIDATES.spec,
        &OATH_TAKEN.spec,
        &CONCURRING.spec,
        &DEMANDED_BEFORE_VOTING.spec,
        &FOR.spec,
        &AGAINST.spec,
        &ABSTAIN.spec,
        &BROKER_NON_VOTES.spec,
        &SHARES_PRESENT.spec,
        &VOTES_PRESENT.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
        &LISTED.spec,
        &HOLDERS_OF_RECORD.spec,
    ],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[
        &WRONG_APPOINTER,
        &CANDIDATE,
        &WRONG_NUMBER,
        &WITHOUT_OATH,
        &TOO_FEW_CONCUR,
    ],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let (is_bound, why_open) = match (is_bound(inquiry), resolution.first()) {
        (Ok(is_bound), _) => (Some(is_bound), None),
        // The bylaws' own words stand whether § 231 binds or not; only what it adds is open.
        (Err(pause), Some(first)) if !is_law(first) => (None, Some(pause)),
        (Err(pause), _) => return Err(pause),
    };
    if is_bound == Some(false) && resolution.controlling.iter().all(|provision| is_law(provision)) {
        rely_on(inquiry, &resolution, &[]);
        return Err(Pause::NotApplicable(
            "nobody is bound to appoint inspectors: the law's section does not bind, and no other text speaks"
                .to_owned(),
        ));
    }
    let besides = besides(&resolution);
    let mut rules = resolution.controlling.clone();
    if is_bound == Some(true) {
        // The section is a default only for those whom it does not bind: here it holds besides the bylaws.
        rules.extend(&besides);
        rely_on(inquiry, &resolution, &rules);
    }
    for provision in &rules {
        inquiry.show(format!("{}: {}", provision.citation, in_words(provision)));
    }
    let open = if is_bound.is_none() { besides.as_slice() } else { &[] };
    let appointers = appointers(inquiry, &resolution, &rules, why_open.map(|pause| (open, pause)))?;
    judge_appointer(inquiry, &appointers, &rules);
    judge_candidates(inquiry, &rules);
    judge_number(inquiry, &rules)?;
    judge_oath(inquiry, &rules, open);
    judge_concurrence(inquiry, &rules)?;
    Ok(appointers)
}

/// What the law's section says, where the corporation's own words took its place.
fn besides<'a>(resolution: &Resolution<'a>) -> Vec<&'a Provision> {
    resolution
        .displaced
        .iter()
        .map(|displaced| displaced.provision)
        .filter(|provision| is_law(provision))
        .collect()
}

/// Who appoints, or fills the vacancy.
///
/// `open` are the provisions of which it is not known whether they bind, and why not: asked about only where the others say nothing.
fn appointers(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'_>,
    rules: &[&Provision],
    open: Option<(&[&Provision], Pause)>,
) -> Result<Conclusion, Pause> {
    let vacancy = inquiry.need(&VACANCY)?;
    let filled_by = match vacancy {
        "before the meeting" => &text::VACANCY_BEFORE,
        "at the meeting" => &text::VACANCY_AT,
        _ => {
            let orders = orders(resolution, &text::APPOINTERS, None);
            let whole = orders.iter().map(|order| (order, order.whole())).collect();
            return conclude(inquiry, whole).ok_or(Pause::Silent(&DEFINITION));
        }
    };
    let office = |rules: &[&Provision]| rules.iter().find_map(|rule| rule.word(filled_by).map(str::to_owned));
    match (office(rules), open) {
        (Some(office), _) => Ok(Value::Persons(vec![office]).into()),
        (None, Some((open, pause))) if office(open).is_some() => Err(pause),
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

fn judge_candidates(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) {
    let (Some(inspectors), Some(candidates)) = (inquiry.known(&INSPECTORS), inquiry.known(&CANDIDATES)) else {
        return;
    };
    let barring: Vec<&Provision> = rules
        .iter()
        .copied()
        .filter(|provision| provision.get(&text::CANDIDATES) == Some(&false))
        .collect();
    if barring.is_empty() {
        return;
    }
    let both: Vec<String> = inspectors
        .into_iter()
        .filter(|name| candidates.iter().any(|other| is_same_office(name, other)))
        .collect();
    let message = if both.is_empty() {
        "no inspector is a candidate".to_owned()
    } else {
        format!(
            "inspector and candidate at once: {}; a candidate may not serve",
            both.join(", ")
        )
    };
    let mut found = finding(
        &CANDIDATE,
        both.is_empty(),
        message,
        &barring,
        vec!["inspectors", "candidates"],
    );
    found.help =
        (!both.is_empty()).then(|| format!("replace {} as inspector before the vote is taken", both.join(", ")));
    inquiry.find(found);
}

/// How many inspectors there are, as told or by their names.
fn number(inquiry: &Inquiry<'_>) -> Option<u64> {
    inquiry
        .known(&NUMBER)
        .or_else(|| u64::try_from(inquiry.known(&INSPECTORS)?.len()).ok())
}

fn judge_number(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) -> Result<(), Pause> {
    let Some(number) = number(inquiry) else {
        return Ok(());
    };
    let limiting: Vec<&Provision> = rules
        .iter()
        .copied()
        .filter(|provision| allowed(provision).is_some())
        .collect();
    if limiting.is_empty() {
        return Ok(());
    }
    let allowed: Vec<String> = limiting.iter().filter_map(|provision| allowed(provision)).collect();
    let is_allowed = limiting.iter().all(|provision| allows(provision, number));
    let message = format!("inspectors: {number}; allowed: {}", allowed.join(", and "));
    let mut found = finding(
        &WRONG_NUMBER,
        is_allowed,
        message,
        &limiting,
        vec!["number", "inspectors"],
    );
    found.help = (!is_allowed).then(|| format!("appoint {}", allowed.join(", and ")));
    // On demand the number is not the appointer's own choice: those present vote on it.
    let is_demanded = inquiry.known(&DEMANDED_BEFORE_VOTING) == Some(true);
    let voted = limiting.iter().find_map(|provision| {
        Some(Limb {
            provision,
            proportion: *provision.get(&text::NUMBER_DECIDED_BY)?,
        })
    });
    if let (true, true, Some(limb)) = (is_allowed, is_demanded, voted) {
        let held = hold(inquiry, limb)?;
        let is_met = held.as_ref().and_then(|held| held.is_met);
        found.status = match is_met {
            Some(true) => FindingStatus::Met,
            Some(false) => FindingStatus::Unmet,
            None => FindingStatus::NeedsJudgment,
        };
        found.help = match is_met {
            Some(true) => None,
            Some(false) => Some("put the number to the vote of those present again".to_owned()),
            None => Some(format!(
                "the stockholders present decide the number by {}: state their vote for it",
                limb.proportion
            )),
        };
        found.arithmetic.extend(held.map(|held| held.figures));
        found.blames.push("for");
    }
    inquiry.find(found);
    Ok(())
}

/// `open` are the provisions of which it is not known whether they bind.
fn judge_oath(inquiry: &mut Inquiry<'_>, rules: &[&Provision], open: &[&Provision]) {
    let Some(taken) = inquiry.known(&OATH_TAKEN) else {
        return;
    };
    let asks = |provisions: &[&'_ Provision]| provisions.iter().any(|provision| provision.says(&text::OATH));
    let authority: Vec<&Provision> = rules
        .iter()
        .chain(open)
        .copied()
        .filter(|provision| provision.says(&text::OATH))
        .collect();
    if authority.is_empty() {
        return;
    }
    let message = if taken {
        "each inspector took the oath"
    } else {
        "an inspector acted without the oath"
    };
    let mut found = finding(&WITHOUT_OATH, taken, message.to_owned(), &authority, vec!["oath-taken"]);
    if !taken {
        found.help = Some("have each inspector sign the oath before acting".to_owned());
        if !asks(rules) {
            found.status = FindingStatus::Unknown;
            found.help =
                Some("say whether the voting stock is listed, and how many holders of record there are".to_owned());
        }
    }
    inquiry.find(found);
}

fn judge_concurrence(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) -> Result<(), Pause> {
    let (Some(concurring), Some(number)) = (inquiry.known(&CONCURRING), number(inquiry)) else {
        return Ok(());
    };
    let rule = rules
        .iter()
        .find_map(|provision| Some((*provision, provision.get(&text::ACTS_BY)?)));
    let Some((provision, fraction)) = rule else {
        return Ok(());
    };
    let needed = needed(*fraction, &Quantity::whole(number))?;
    let is_met = Quantity::whole(concurring) >= needed;
    let message =
        format!("{concurring} of {number} inspectors concur; the act of {fraction} of them is the act of all");
    let mut found = finding(
        &TOO_FEW_CONCUR,
        is_met,
        message,
        &[provision],
        vec!["concurring", "number"],
    );
    found
        .arithmetic
        .push(format!("{fraction} of {number} = {needed}; {concurring} concur"));
    found.help = (!is_met).then(|| format!("obtain the concurrence of {needed}"));
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
    fn one_or_three_and_none_between() {
        for (number, expected) in [
            ("0", "unmet"),
            ("1", "met"),
            ("2", "unmet"),
            ("3", "met"),
            ("4", "unmet"),
        ] {
            assert_eq!(
                status(
                    &ask_under("novell-2001", ID, &[("number", number)]),
                    "inspectors-wrong-number"
                ),
                expected,
                "{number}"
            );
        }
        for (number, expected) in [("0", "unmet"), ("1", "met"), ("2", "met")] {
            let answer = ask_under("raining-data-2001", ID, &[("number", number)]);
            assert_eq!(status(&answer, "inspectors-wrong-number"), expected, "{number}");
        }
        let answer = ask_under("novell-2001", ID, &[("inspectors", "Ash, Birch")]);
        assert_eq!(status(&answer, "inspectors-wrong-number"), "unmet");
        // These bylaws name no number, and a corporation that the statute does not bind needs none.
        let not_bound: Vec<_> = NOT_BOUND.into_iter().chain([("number", "0")]).collect();
        assert_eq!(
            status(&ask_under("altiris-2006", ID, &not_bound), "inspectors-wrong-number"),
            "none"
        );
        let bound: Vec<_> = BOUND.into_iter().chain([("number", "0")]).collect();
        assert_eq!(
            status(&ask_under("altiris-2006", ID, &bound), "inspectors-wrong-number"),
            "unmet"
        );
    }

    #[test]
    fn on_demand_those_present_decide_the_number() {
        // A majority of 200 votes present is 101.
        for (votes_for, expected) in [(Some("101"), "met"), (Some("100"), "unmet"), (None, "needs judgment")] {
            let mut told = vec![
                ("number", "3"),
                ("demanded-before-voting", "yes"),
                ("votes-present", "200"),
            ];
            told.extend(votes_for.map(|votes| ("for", votes)));
            assert_eq!(
                status(&ask_under("novell-2001", ID, &told), "inspectors-wrong-number"),
                expected,
                "{votes_for:?}"
            );
        }
        let told = [("number", "3"), ("demanded-before-voting", "no")];
        assert_eq!(
            status(&ask_under("novell-2001", ID, &told), "inspectors-wrong-number"),
            "met"
        );
    }

    #[test]
    fn a_candidate_does_not_serve_where_the_text_says_so() {
        for (set, candidates, expected) in [
            ("novell-2001", "Cedar, ash", "unmet"),
            ("novell-2001", "Cedar", "met"),
            ("raining-data-2001", "Cedar, Ash", "none"),
        ] {
            let answer = ask_under(set, ID, &[("inspectors", "Ash"), ("candidates", candidates)]);
            assert_eq!(
                status(&answer, "inspector-is-candidate"),
                expected,
                "{set} {candidates}"
            );
        }
    }

    #[test]
    fn the_oath_is_asked_by_the_bylaws_or_where_the_statute_binds() {
        let oath = |set: &str, taken: &str, more: &[(&str, &str)]| {
            let told: Vec<_> = more.iter().copied().chain([("oath-taken", taken)]).collect();
            status(&ask_under(set, ID, &told), "inspector-without-oath")
        };
        assert_eq!(oath("raining-data-2001", "no", &[]), "unmet");
        assert_eq!(oath("raining-data-2001", "yes", &[]), "met");
        assert_eq!(oath("novell-2001", "no", &BOUND), "unmet");
        assert_eq!(
            oath("novell-2001", "no", &[("listed", "no"), ("holders-of-record", "2001")]),
            "unmet"
        );
        assert_eq!(oath("novell-2001", "no", &NOT_BOUND), "none");
        assert_eq!(oath("novell-2001", "no", &[]), "unknown");
    }

    #[test]
    fn the_act_of_two_of_three_is_the_act_of_all() {
        for (concurring, expected) in [("1", "unmet"), ("2", "met"), ("3", "met")] {
            let told = [("number", "3"), ("concurring", concurring)];
            assert_eq!(
                status(&ask_under("novell-2001", ID, &told), "inspectors-too-few-concur"),
                expected,
                "{concurring}"
            );
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
