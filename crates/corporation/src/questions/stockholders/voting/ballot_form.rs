//! # Must votes be cast by written ballot, and does an electronic ballot serve?
//!
//! Answers to 8 Del. C. § 211(e) (directors are elected by written ballot unless the certificate says otherwise; from 1 July 2000 an
//! electronic ballot serves where the board authorizes it), and to the sections of the bylaws on elections and voting.
//!
//! **Our reading.** Only the certificate can do without the written ballot. The electronic ballot meets the requirement, where the
//! statute of the day allows it, once the board has authorized it; a bylaw that speaks of written ballots alone does not shut it out.
//! It must show, or come with something that shows, that the holder or proxy holder authorized it. A vote on another matter is by
//! written ballot where a text says so; such a vote, or an election that needs no ballot, is by written ballot too where someone
//! requires it whom the bylaws name. For either requirement an electronic ballot serves as in an election. Where no text names
//! anyone, who may require ballots is for the one who presides.
//!
//! **What may vary.** The certificate may do without ballots.
//!
//! **Not encoded.** The secrecy of ballots.

use quorate_law::vocabulary::{ballot_demand, ballot_other_votes};
use quorate_law::vocabulary::written_ballot::{AUTHORITY_SHOWN as SHOWN, DEFINITION, ELECTRONIC_IF_AUTHORIZED, REQUIRED};
use quorate_law::{Provision, Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause, Trace};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding, rely_on};
use crate::questions::stockholders::conduct::order::is_same_office;

/// How the election was held.
static BALLOT: Fact<&'static str> = Fact::word(
    "ballot",
    &["written", "electronic", "none"],
    "how the votes in the election were cast",
);
/// Whether the board authorized electronic ballots.
static AUTHORIZED: Fact<bool> = Fact::new(
    "electronic-ballot-authorized",
    "whether the board authorized ballots by electronic transmission",
);

/// Whether authority can be seen.
static AUTHORITY_SHOWN: Fact<bool> = Fact::new(
    "ballot-authority-shown",
    "whether the electronic ballots show, or came with what shows, that the holder or proxy holder authorized them",
);
/// What is voted on.
static BALLOT_ON: Fact<&'static str> = Fact::word(
    "ballot-on",
    &["election", "other matter"],
    "whether the vote is an election of directors or on another matter",
)
.otherwise("election");
/// Who required a ballot.
static REQUIRED_BY: Fact<String> = Fact::new(
    "ballot-required-by",
    "the office or body that required the votes to be cast by written ballot, where one did",
);

/// There was no written ballot.
pub static NOT_WRITTEN: FindingDefinition = FindingDefinition {
    id: "ballot-not-written",
    title: "votes were not cast by written ballot",
    rank: Rank::Form,
};

/// The electronic ballot does not serve.
pub static NOT_AUTHORIZED: FindingDefinition = FindingDefinition {
    id: "electronic-ballot-not-authorized",
    title: "the electronic ballot does not serve",
    rank: Rank::Form,
};

/// Someone required a ballot who may not.
pub static WRONG_DEMAND: FindingDefinition = FindingDefinition {
    id: "ballot-required-by-wrong-person",
    title: "a written ballot was required by someone whom the text does not name",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "ballot-form",
    title: "Must votes be cast by written ballot, and does an electronic ballot serve?",
    chapter: "stockholders",
    capabilities: &["S11"],
    source: include_str!("ballot_form.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &BALLOT_ON.spec,
        &BALLOT.spec,
        &AUTHORIZED.spec,
        &AUTHORITY_SHOWN.spec,
        &REQUIRED_BY.spec,
    ],
    shape: Shape::Text,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION, &ballot_demand::DEFINITION, &ballot_other_votes::DEFINITION],
    findings: &[&NOT_WRITTEN, &NOT_AUTHORIZED, &WRONG_DEMAND],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let is_election = inquiry.need(&BALLOT_ON)? == "election";
    let demand = demand(inquiry)?;
    let before = inquiry.trace.clone();
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let other = if is_election { None } else { on_other_matters(inquiry, before)? };
    let in_force = demand.as_ref().filter(|demand| demand.in_force).map(|demand| demand.provision);
    let Some(provision) = resolution.first() else {
        // A source that speaks only of other votes, or of who may require ballots, knows no electronic ones.
        let is_required = other.is_some_and(|text| text.says(&ballot_other_votes::REQUIRED));
        return match other.or(in_force) {
            Some(_) => Ok(Value::Text(words(is_required, false, in_force.is_some()).to_owned()).into()),
            None => Err(Pause::Silent(&DEFINITION)),
        };
    };
    let is_required = match other {
        Some(text) => text.says(&ballot_other_votes::REQUIRED),
        None => is_election && provision.says(&REQUIRED),
    };
    let speaking = other.unwrap_or(provision);
    let need = match (is_required, in_force) {
        (true, _) => Need { by: speaking, is_needed: true },
        (false, Some(by)) => Need { by, is_needed: true },
        (false, None) => Need { by: speaking, is_needed: false },
    };
    judge(inquiry, provision, &need)?;
    if other.is_none() && need.is_needed && !is_required {
        rely_on(inquiry, &resolution, &[]);
    }
    let is_electronic = provision.says(&ELECTRONIC_IF_AUTHORIZED);
    Ok(Value::Text(words(is_required, is_electronic, in_force.is_some()).to_owned()).into())
}

fn words(is_required: bool, is_electronic: bool, is_demanded: bool) -> &'static str {
    match (is_required, is_electronic, is_demanded) {
        (true, true, _) => "written ballot, or electronic ballot if the board authorizes it",
        (true, false, _) => "written ballot",
        (false, true, true) => "written ballot, as was required, or electronic ballot if the board authorizes it",
        (false, false, true) => "written ballot, as was required",
        (false, _, false) => "no ballot is needed",
    }
}

/// The text on votes on other matters than elections; where one speaks, what was consulted on elections since leaves the trace.
fn on_other_matters<'a>(inquiry: &mut Inquiry<'a>, before: Trace) -> Result<Option<&'a Provision>, Pause> {
    let with_elections = std::mem::replace(&mut inquiry.trace, before);
    let resolution = inquiry.consult(&ballot_other_votes::DEFINITION, &Situation::general())?;
    if resolution.is_silent() {
        inquiry.trace = with_elections;
    }
    Ok(resolution.first())
}

/// A provision on who may require ballots, and whether one of those did.
struct Demand<'a> {
    provision: &'a Provision,
    in_force: bool,
}

/// Whether a ballot is needed, and by which provision.
struct Need<'a> {
    by: &'a Provision,
    is_needed: bool,
}

/// Holds whoever required a ballot against those whom the text names; none where no text names anyone.
fn demand<'a>(inquiry: &mut Inquiry<'a>) -> Result<Option<Demand<'a>>, Pause> {
    let before = inquiry.trace.clone();
    let resolution = inquiry.consult(&ballot_demand::DEFINITION, &Situation::general())?;
    let Some(provision) = resolution.first() else { return Ok(None) };
    let offices: Vec<&str> = resolution
        .controlling
        .iter()
        .flat_map(|provision| provision.get_all(&ballot_demand::BY))
        .map(|term| term.0.as_str())
        .collect();
    let listed = offices.join(", ");
    let Some(by) = inquiry.known(&REQUIRED_BY) else {
        inquiry.trace = before;
        inquiry.show(format!("{}: written ballots may be required by: {listed}", provision.citation));
        return Ok(Some(Demand { provision, in_force: false }));
    };
    let in_force = offices.iter().any(|office| is_same_office(office, &by));
    let message = format!("{by} required a written ballot; the text names: {listed}");
    let mut found = finding(&WRONG_DEMAND, in_force, message, &[provision], vec!["ballot-required-by"]);
    found.help = (!in_force).then(|| format!("let one of these require it: {listed}"));
    inquiry.find(found);
    Ok(Some(Demand { provision, in_force }))
}

/// Holds the ballot that was used against the rule; the form of an electronic one is that of elections.
fn judge(inquiry: &mut Inquiry<'_>, form: &Provision, need: &Need<'_>) -> Result<(), Pause> {
    let Some(ballot) = inquiry.known(&BALLOT) else {
        return Ok(());
    };
    let authority: Vec<&Provision> = match std::ptr::eq(form, need.by) {
        true => vec![form],
        false => vec![need.by, form],
    };
    if ballot != "electronic" || !need.is_needed {
        let is_met = !need.is_needed || ballot == "written";
        let message = format!("votes cast by ballot: {ballot}");
        let mut found = finding(&NOT_WRITTEN, is_met, message, &[need.by], vec!["ballot"]);
        found.help = (!is_met).then(|| "hold the vote again by written ballot".to_owned());
        inquiry.find(found);
        return Ok(());
    }
    let is_open = form.says(&ELECTRONIC_IF_AUTHORIZED);
    let is_authorized = is_open && inquiry.need(&AUTHORIZED)?;
    let is_shown = !form.says(&SHOWN) || inquiry.known(&AUTHORITY_SHOWN) != Some(false);
    let (message, help) = match (is_open, is_authorized, is_shown) {
        (false, _, _) => (
            "the ballots were electronic, and the text in force knows only written ones",
            "hold the vote again, and use written ones",
        ),
        (true, false, _) => (
            "the ballots were electronic, and the board had not authorized that",
            "have the board authorize electronic ballots before the election, or use written ones",
        ),
        (true, true, false) => (
            "the ballots were electronic, and do not show who authorized them",
            "accept only ballots with what shows that the holder or proxy holder authorized them",
        ),
        (true, true, true) => ("the ballots were electronic, as the board had authorized", ""),
    };
    let serves = is_authorized && is_shown;
    let blames = vec!["ballot", "electronic-ballot-authorized", "ballot-authority-shown"];
    let mut found = finding(&NOT_AUTHORIZED, serves, message.to_owned(), &authority, blames);
    found.help = (!serves).then(|| help.to_owned());
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    #[test]
    fn electronic_ballots_serve_from_july_2000() {
        for (day, words) in [
            ("2000-06-30", "written ballot"),
            (
                "2000-07-01",
                "written ballot, or electronic ballot if the board authorizes it",
            ),
        ] {
            let answer = ask_with_bylaws("narrative \"nothing\"", "ballot-form", &[("meeting-date", day)]);
            assert_eq!(field(&answer, "value"), words, "{day}");
        }
    }

    #[test]
    fn only_the_certificate_does_without() {
        assert_eq!(
            field(
                &ask_under("altiris-2006", "ballot-form", &[("meeting-date", "2006-05-18")]),
                "value"
            ),
            "no ballot is needed"
        );
        let bylaw = ask_with_bylaws(
            "written-ballot #false",
            "ballot-form",
            &[("meeting-date", "2006-05-18"), ("ballot", "none")],
        );
        assert_eq!(status(&bylaw, "ballot-not-written"), "unmet");
        assert_eq!(bylaw.controls_word(), "statute");
    }

    #[test]
    fn an_electronic_ballot_needs_the_board() {
        for (day, authorized, found) in [
            ("2002-04-17", "yes", "met"),
            ("2002-04-17", "no", "unmet"),
            ("2000-04-17", "yes", "unmet"),
        ] {
            let told = [
                ("meeting-date", day),
                ("ballot", "electronic"),
                ("electronic-ballot-authorized", authorized),
            ];
            for set in ["novell-2001", "raining-data-2001"] {
                assert_eq!(
                    status(
                        &ask_under(set, "ballot-form", &told),
                        "electronic-ballot-not-authorized"
                    ),
                    found,
                    "{set} {day}"
                );
            }
        }
        let written = ask_under(
            "novell-2001",
            "ballot-form",
            &[("meeting-date", "2002-04-17"), ("ballot", "written")],
        );
        assert_eq!(status(&written, "ballot-not-written"), "met");
    }
}
