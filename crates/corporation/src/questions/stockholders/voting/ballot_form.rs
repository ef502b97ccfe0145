//! # Must directors be elected by written ballot, and does an electronic ballot serve?
//!
//! Answers to 8 Del. C. § 211(e) (by written ballot unless the certificate says otherwise; from 1 July 2000 an electronic ballot serves
//! where the board authorizes it), and to the sections of the bylaws on elections and voting.
//!
//! **Our reading.** Only the certificate can do without the written ballot. The electronic ballot meets the requirement, where the
//! statute of the day allows it, once the board has authorized it; a bylaw that speaks of written ballots alone does not shut it out.
//! It must show, or come with something that shows, that the holder or proxy holder authorized it.
//!
//! **What may vary.** The certificate may do without ballots.
//!
//! **Not encoded.** Ballots on other matters, which a chair or the bylaws may ask for.

use quorate_law::vocabulary::written_ballot::{DEFINITION, ELECTRONIC_IF_AUTHORIZED, MAY_REQUIRE, REQUIRED};
use quorate_law::{Provision, Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding};

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

/// There was no written ballot.
pub static NOT_WRITTEN: FindingDefinition = FindingDefinition {
    id: "ballot-not-written",
    title: "directors were elected without a written ballot",
    rank: Rank::Form,
};

/// The electronic ballot does not serve.
pub static NOT_AUTHORIZED: FindingDefinition = FindingDefinition {
    id: "electronic-ballot-not-authorized",
    title: "the electronic ballot does not serve",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "ballot-form",
    title: "Must directors be elected by written ballot, and does an electronic ballot serve?",
    chapter: "stockholders",
    capabilities: &["S11"],
    source: include_str!("ballot_form.rs"),
    facts: &[&MEETING_DATE.spec, &BALLOT.spec, &AUTHORIZED.spec],
    shape: Shape::Text,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&NOT_WRITTEN, &NOT_AUTHORIZED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let provision = resolution.first().ok_or(Pause::Silent(&DEFINITION))?;
    if let Some(body) = provision.word(&MAY_REQUIRE) {
        inquiry.show(format!(
            "{}: written ballots may be required for other votes by {body}",
            provision.citation
        ));
    }
    judge(inquiry, provision)?;
    let words = match (provision.says(&REQUIRED), provision.says(&ELECTRONIC_IF_AUTHORIZED)) {
        (false, _) => "no ballot is needed",
        (true, false) => "written ballot",
        (true, true) => "written ballot, or electronic ballot if the board authorizes it",
    };
    Ok(Value::Text(words.to_owned()).into())
}

/// Holds the ballot that was used against the rule.
fn judge(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<(), Pause> {
    let Some(ballot) = inquiry.known(&BALLOT) else {
        return Ok(());
    };
    let is_required = provision.says(&REQUIRED);
    match ballot {
        "electronic" if is_required => {
            let serves = provision.says(&ELECTRONIC_IF_AUTHORIZED) && inquiry.need(&AUTHORIZED)?;
            let message = match (provision.says(&ELECTRONIC_IF_AUTHORIZED), serves) {
                (false, _) => "the ballots were electronic, and the text in force knows only written ones",
                (true, false) => "the ballots were electronic, and the board had not authorized that",
                (true, true) => "the ballots were electronic, as the board had authorized",
            };
            let blames = vec!["ballot", "electronic-ballot-authorized"];
            let mut found = finding(&NOT_AUTHORIZED, serves, message.to_owned(), &[provision], blames);
            found.help = (!serves).then(|| {
                "have the board authorize electronic ballots before the election, or use written ones".to_owned()
            });
            inquiry.find(found);
        }
        other => {
            let is_met = !is_required || other == "written";
            let message = format!("votes cast by ballot: {other}");
            let mut found = finding(&NOT_WRITTEN, is_met, message, &[provision], vec!["ballot"]);
            found.help = (!is_met).then(|| "hold the election again by written ballot".to_owned());
            inquiry.find(found);
        }
    }
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
