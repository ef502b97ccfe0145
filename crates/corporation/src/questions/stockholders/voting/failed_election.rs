//! # What becomes of a director who is not elected again?
//!
//! Answers to 8 Del. C. § 141(b) (a director stays until a successor is elected and qualified, or until earlier resignation or removal;
//! from 1 August 2006 a resignation may wait for an event, and one that waits for failing to receive a stated vote may be irrevocable),
//! and to the sections of the bylaws on directors who fail to be elected.
//!
//! **Our reading.** To lose an election ends no term: the director in office holds over. A bylaw or policy that makes the director
//! tender a resignation leaves the decision to the body it names; until that accepts it the director stays. A resignation given before
//! the election for this case takes effect on the failed vote, or where the text leaves a decision, on acceptance. A nominee who was not
//! in office gets nothing to hold over, and the seat stays as it was. The law of the day on which a resignation is given says whether it
//! can wait and whether it binds.
//!
//! **What may vary.** The certificate, bylaws or a policy of the board may ask for the resignation and set times; none may end the term
//! of a director in office by the vote alone.
//!
//! **Not encoded.** A later election for the seat: see `annual-meeting-failure`. By what vote the board decides, what it must
//! weigh, and what it must publish.
//!
//! **Open question** for counsel: whether a bylaw by which a failure to elect makes the seat vacant lets the board fill it while the
//! director holds over.

use quorate_calendar::{Day, WindowPhrase};
use quorate_law::vocabulary::contingent_resignation;
use quorate_law::vocabulary::failed_election::{
    DECIDED_BY, DECISION, DEFINITION, HOLDS_OVER, IN_ADVANCE, RECUSED, TENDER,
};
use quorate_law::{Provision, Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding};

/// Whether the nominee was in office.
static IN_OFFICE: Fact<bool> = Fact::new("in-office", "whether the nominee was a director when the election failed");
/// The certification of the result.
static CERTIFICATION: Fact<Day> = Fact::new("certification", "the day on which the result was certified");
/// When the resignation was tendered.
static TENDERED: Fact<Day> = Fact::new("tendered", "the day on which the director tendered a resignation after the election");
/// When one for the case was given.
static GIVEN: Fact<Day> = Fact::new(
    "resignation-given",
    "the day before the election on which the director gave a resignation for the case that it failed",
);
/// Whether it says that it is irrevocable.
static IRREVOCABLE: Fact<bool> = Fact::new("irrevocable-stated", "whether that resignation says that it is irrevocable");
/// When it was decided.
static DECIDED: Fact<Day> = Fact::new("decided", "the day on which the resignation was accepted or refused");
/// How.
static ACCEPTED: Fact<bool> = Fact::new("accepted", "whether the resignation was accepted");
/// Whether the director took part.
static TOOK_PART: Fact<bool> = Fact::new("director-took-part", "whether the director concerned took part in the decision");

/// The resignation came late or not at all.
pub static NOT_TENDERED: FindingDefinition = FindingDefinition {
    id: "resignation-not-tendered",
    title: "a director who was not elected did not tender a resignation as the text asks",
    rank: Rank::Form,
};

/// The decision came late.
pub static DECIDED_LATE: FindingDefinition = FindingDefinition {
    id: "resignation-decided-late",
    title: "the resignation was not decided in time",
    rank: Rank::Limits,
};

/// The director took part.
pub static DECIDED_OWN: FindingDefinition = FindingDefinition {
    id: "director-decided-own-resignation",
    title: "the director took part in deciding on the director's own resignation",
    rank: Rank::Standing,
};

/// The resignation does not bind.
pub static NOT_BINDING: FindingDefinition = FindingDefinition {
    id: "resignation-not-irrevocable",
    title: "a resignation for a failed vote cannot be irrevocable",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "failed-election",
    title: "What becomes of a director who is not elected again?",
    chapter: "stockholders",
    capabilities: &["S11"],
    source: include_str!("failed_election.rs"),
    facts: &[
        &IN_OFFICE.spec,
        &MEETING_DATE.spec,
        &CERTIFICATION.spec,
        &TENDERED.spec,
        &GIVEN.spec,
        &IRREVOCABLE.spec,
        &DECIDED.spec,
        &ACCEPTED.spec,
        &TOOK_PART.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[
        (Reckoning::Conduct, "resignation-given"),
        (Reckoning::Meeting, "meeting-date"),
    ],
    provisions: &[&DEFINITION, &contingent_resignation::DEFINITION],
    findings: &[&NOT_TENDERED, &DECIDED_LATE, &DECIDED_OWN, &NOT_BINDING],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let rules = resolution.controlling.clone();
    if !inquiry.need(&IN_OFFICE)? {
        return Ok(value("not in office, and the seat stays as it was", &[]).into());
    }
    judge_tender(inquiry, &rules)?;
    let waits = waiting_resignation(inquiry)?;
    let decision = rules.iter().copied().find(|rule| rule.get(&DECIDED_BY).is_some());
    let due = match decision {
        Some(rule) => judge_decision(inquiry, rule)?,
        None => None,
    };
    let has_resigned = inquiry.known(&TENDERED).is_some() || waits;
    let outcome = match (has_resigned, decision, inquiry.known(&DECIDED), inquiry.known(&ACCEPTED)) {
        (true, Some(_), Some(_), Some(true)) => "out of office from the decision",
        (true, Some(_), Some(_), Some(false)) => HOLDING,
        (true, Some(_), ..) => "in office until the resignation is decided",
        (true, None, ..) if waits => "out of office: the resignation took effect on the failed vote",
        (true, None, ..) => "out of office: the resignation took effect when it was tendered",
        (false, ..) if rules.iter().any(|rule| rule.says(&HOLDS_OVER)) => HOLDING,
        (false, ..) => "no text asked says that the director stays",
    };
    let by = decision.and_then(|rule| rule.word(&DECIDED_BY)).map(|by| ("decided-by", by.to_owned()));
    let more: Vec<_> = by.into_iter().chain(due.map(|day| ("decide-by", day.to_string()))).collect();
    Ok(value(outcome, &more).into())
}

/// The outcome of one who stays.
const HOLDING: &str = "holds over until a successor is elected and qualified";

fn value(outcome: &str, more: &[(&'static str, String)]) -> Value {
    let mut fields = vec![("outcome".to_owned(), outcome.to_owned())];
    fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    Value::Tally(fields)
}

/// Whether the resignation that the text asks for was given, before the election or in time after it.
fn judge_tender(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) -> Result<(), Pause> {
    if let Some(rule) = rules.iter().copied().find(|rule| rule.says(&IN_ADVANCE)) {
        let is_given = inquiry.known(&GIVEN).is_some();
        let message = match is_given {
            true => "a resignation for this case was given before the election",
            false => "no resignation for this case is known to have been given before the election",
        };
        let mut found = finding(&NOT_TENDERED, is_given, message.to_owned(), &[rule], vec!["resignation-given"]);
        found.help = (!is_given).then(|| "ask nominees in office for it before they are nominated again".to_owned());
        inquiry.find(found);
    }
    let Some((rule, phrase)) = rules.iter().find_map(|rule| Some((*rule, rule.get(&TENDER)?))) else {
        return Ok(());
    };
    let Some(tendered) = inquiry.known(&TENDERED) else { return Ok(()) };
    let latest = latest(inquiry, rule, phrase)?;
    let is_met = latest.is_none_or(|latest| tendered <= latest);
    let message = format!("tendered on {tendered}; {phrase}");
    let mut found = finding(&NOT_TENDERED, is_met, message, &[rule], vec!["tendered"]);
    found.help = (!is_met).then(|| "tender it at once; the decision on it is due all the same".to_owned());
    inquiry.find(found);
    Ok(())
}

/// Whether a resignation for this case was given and takes effect by the law of its day.
fn waiting_resignation(inquiry: &mut Inquiry<'_>) -> Result<bool, Pause> {
    let Some(given) = inquiry.known(&GIVEN) else { return Ok(false) };
    let resolution = inquiry.consult(&contingent_resignation::DEFINITION, &Situation::general())?;
    let Some(rule) = resolution.first() else { return Ok(false) };
    if inquiry.known(&IRREVOCABLE) == Some(true) {
        let is_bound = rule.says(&contingent_resignation::IRREVOCABLE);
        let message = format!("the resignation was given on {given} and says that it is irrevocable");
        let mut found = finding(&NOT_BINDING, is_bound, message, &[rule], vec!["irrevocable-stated", "resignation-given"]);
        found.help = (!is_bound).then(|| "give it anew under the law that lets it bind".to_owned());
        inquiry.find(found);
    }
    Ok(rule.says(&contingent_resignation::ON_EVENT))
}

/// Whether the decision was made in time and without the director; gives back its last day.
fn judge_decision(inquiry: &mut Inquiry<'_>, rule: &Provision) -> Result<Option<Day>, Pause> {
    let mut due = None;
    if let Some(phrase) = rule.get(&DECISION) {
        due = match latest(inquiry, rule, phrase) {
            Err(Pause::Unknown { .. }) if inquiry.known(&DECIDED).is_none() => None,
            other => other?,
        };
        if let (Some(due), Some(decided)) = (due, inquiry.known(&DECIDED)) {
            let message = format!("decided on {decided}; {phrase}: {due}");
            let mut found = finding(&DECIDED_LATE, decided <= due, message, &[rule], vec!["decided"]);
            found.help = (decided > due).then(|| "the director stays until the decision; say why it was late".to_owned());
            inquiry.find(found);
        }
    }
    if let (true, Some(took_part)) = (rule.says(&RECUSED), inquiry.known(&TOOK_PART)) {
        let word = if took_part { "took part" } else { "took no part" };
        let message = format!("the director concerned {word} in the decision");
        let mut found = finding(&DECIDED_OWN, !took_part, message, &[rule], vec!["director-took-part"]);
        found.help = took_part.then(|| "decide again without the director".to_owned());
        inquiry.find(found);
    }
    Ok(due)
}

/// The last day of a window after the election.
fn latest(inquiry: &mut Inquiry<'_>, rule: &Provision, phrase: &WindowPhrase) -> Result<Option<Day>, Pause> {
    let window = *inquiry.window(phrase)?.later();
    inquiry.show(format!("{}: {phrase}: {window}", rule.citation));
    Ok(window.latest)
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_with_bylaws, field, status};

    const POLICY: &str = "failed-election tender=\"not more than 10 days after the certification\" decided-by=\"board of directors\" decision=\"not more than 90 days after the certification\" recused=#true";

    #[test]
    fn to_lose_an_election_ends_no_term() {
        for (in_office, outcome) in [
            ("yes", "holds over until a successor is elected and qualified"),
            ("no", "not in office, and the seat stays as it was"),
        ] {
            let answer = ask_with_bylaws(SILENT, "failed-election", &[("in-office", in_office)]);
            assert_eq!(field(&answer, "outcome"), outcome);
        }
    }

    #[test]
    fn a_policy_s_days_on_and_one_past() {
        // Certified on 22 May 2021: ten days end on 1 June, ninety on 20 August.
        for (tendered, decided, late_tender, late_decision) in [
            ("2021-06-01", "2021-08-20", "met", "met"),
            ("2021-06-02", "2021-08-21", "unmet", "unmet"),
        ] {
            let told = [
                ("in-office", "yes"),
                ("certification", "2021-05-22"),
                ("tendered", tendered),
                ("decided", decided),
                ("accepted", "yes"),
            ];
            let answer = ask_with_bylaws(POLICY, "failed-election", &told);
            assert_eq!(
                [status(&answer, "resignation-not-tendered"), status(&answer, "resignation-decided-late")],
                [late_tender, late_decision]
            );
            assert_eq!(field(&answer, "outcome"), "out of office from the decision");
        }
    }

    #[test]
    fn a_resignation_may_wait_and_bind_from_august_2006() {
        for (given, outcome, bound) in [
            ("2006-07-31", "holds over until a successor is elected and qualified", "unmet"),
            ("2006-08-01", "out of office: the resignation took effect on the failed vote", "met"),
        ] {
            let told = [("in-office", "yes"), ("resignation-given", given), ("irrevocable-stated", "yes")];
            let answer = ask_with_bylaws(SILENT, "failed-election", &told);
            assert_eq!((field(&answer, "outcome").as_str(), status(&answer, "resignation-not-irrevocable")), (outcome, bound));
        }
    }
}
