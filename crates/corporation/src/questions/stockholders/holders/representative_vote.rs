//! # May a representative vote another's shares?
//!
//! Answers to 8 Del. C. § 217(a) (fiduciaries vote the shares they hold; a pledgor votes, unless the transfer on the books expressly
//! empowers the pledgee, who then votes alone), to § 218(a) (voting trustees, by a written agreement of which the
//! corporation has a copy), and to what certificate and bylaws say of representatives.
//!
//! **Our reading.** What any text opens is open: one text that is satisfied is enough. A capacity that no text names is judged by the general law: whoever
//! is the registered owner votes, in whatever capacity; another votes for the registered owner on showing authority, as an officer does for a corporation, an
//! executor for an estate, a guardian for a minor, and the inspectors of election judge what is shown. We prefer
//! counting where something is shown, and not counting where nothing is.
//!
//! **What may vary.** Certificate and bylaws may open the vote to further capacities and say what must be shown.
//!
//! **Not encoded.** Whether a paper shown is genuine and still in force, and whether a trust agreement is valid: the inspectors and the courts.
//!
//! **Open question** for counsel: whether a bylaw may ask more of a fiduciary than § 217(a) does; here it cannot.

use quorate_law::vocabulary::Kind;
use quorate_law::vocabulary::representative_vote::{CAPACITY, DEFINITION, IN_OWN_NAME, SHOWS, UNLESS};
use quorate_law::{Provision, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::{Fact, Facts, read_fact};
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{finding, rely_on};

/// In what capacity.
pub static IN_CAPACITY: Fact<&'static str> =
    Fact::word("capacity", words(&CAPACITY.spec.kind), "in what capacity the person votes");
/// Whether the shares stand in the representative's name.
pub static OWN_NAME: Fact<bool> = Fact::new(
    "in-own-name",
    "whether the shares stand in the representative's own name in the records",
);
/// What is shown.
pub static SHOWN: Fact<Vec<String>> = Fact::new(
    "shown",
    "what the representative shows: express power in the transfer on the books; proof of appointment; authority in the court's order; resolution or bylaws of the holder; written agreement with a copy left with the corporation; or nothing",
);
/// Whether another has the vote instead.
static GIVEN_AWAY: Fact<bool> = Fact::new(
    "vote-given-to-another",
    "whether the vote is given to another: a pledgee expressly empowered in the transfer on the books, a registered guardian",
);

const fn words(kind: &'static Kind) -> &'static [&'static str] {
    match kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

/// Facts with a capacity; a word that is none is left out.
#[must_use]
pub fn with_capacity(facts: Facts, capacity: &str) -> Facts {
    match read_fact(&IN_CAPACITY.spec, capacity) {
        Ok(value) => facts.with(IN_CAPACITY.spec.name, value),
        Err(_) => facts,
    }
}

/// The representative has no vote.
pub static NOT_ENTITLED: FindingDefinition = FindingDefinition {
    id: "representative-not-entitled",
    title: "the representative may not vote the shares",
    rank: Rank::Standing,
};
/// Authority is not shown.
pub static NOT_SHOWN: FindingDefinition = FindingDefinition {
    id: "representative-authority-not-shown",
    title: "the representative has not shown authority",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "representative-vote",
    title: "May a representative vote another's shares?",
    chapter: "stockholders",
    capabilities: &["S13"],
    source: include_str!("representative_vote.rs"),
    facts: &[&IN_CAPACITY.spec, &OWN_NAME.spec, &SHOWN.spec, &GIVEN_AWAY.spec],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&NOT_ENTITLED, &NOT_SHOWN],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let capacity = inquiry.need(&IN_CAPACITY)?;
    let naming: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|text| text.get_all(&CAPACITY).iter().any(|term| term.0 == capacity))
        .collect();
    rely_on(inquiry, &resolution, &naming);
    if naming.is_empty() {
        // One source alone that does not name the capacity says nothing of it.
        return match inquiry.only_source() {
            Some(_) => Err(Pause::Silent(&DEFINITION)),
            None => unnamed(inquiry, capacity, &resolution.controlling),
        };
    }
    let mut failed: Vec<Finding> = Vec::new();
    for text in naming {
        let found = judge(inquiry, text, capacity)?;
        if found.iter().all(|finding| !finding.is_unmet()) {
            for finding in found {
                inquiry.find(finding);
            }
            return Ok(Value::YesNo(true).into());
        }
        failed.extend(found);
    }
    for finding in failed {
        inquiry.find(finding);
    }
    Ok(Value::YesNo(false).into())
}

/// What one text that names the capacity makes of it.
fn judge(inquiry: &mut Inquiry<'_>, text: &Provision, capacity: &str) -> Result<Vec<Finding>, Pause> {
    let mut found = Vec::new();
    let mut is_entitled = true;
    let mut told = format!("a {capacity} may vote");
    let mut blames = vec!["capacity"];
    if let Some(unless) = text.word(&UNLESS) {
        blames.push("vote-given-to-another");
        if inquiry.need(&GIVEN_AWAY)? {
            is_entitled = false;
            told = format!("a {capacity} may not vote: {unless}");
        }
    }
    if text.says(&IN_OWN_NAME) {
        blames.push("in-own-name");
        if !inquiry.need(&OWN_NAME)? {
            is_entitled = false;
            told = format!("the shares do not stand in the name of the {capacity}");
        }
    }
    let mut entitled = finding(&NOT_ENTITLED, is_entitled, told, &[text], blames);
    entitled.help = (!is_entitled).then(|| "obtain a proxy from the one who may vote".to_owned());
    found.push(entitled);
    if let Some(asked) = text.word(&SHOWS) {
        let shown = inquiry.need(&SHOWN)?;
        let is_shown = shown.iter().any(|item| item == asked);
        let message = match is_shown {
            true => format!("shown: {asked}"),
            false => format!("not shown: {asked}"),
        };
        let mut shows = finding(&NOT_SHOWN, is_shown, message, &[text], vec!["shown"]);
        shows.help = (!is_shown).then(|| "show it before the polls close".to_owned());
        found.push(shows);
    }
    Ok(found)
}

/// A capacity that no text names: the registered owner votes, and another on showing authority that the inspectors accept.
fn unnamed(inquiry: &mut Inquiry<'_>, capacity: &str, texts: &[&Provision]) -> Result<Conclusion, Pause> {
    if inquiry.need(&OWN_NAME)? {
        let message = format!("no text speaks of this capacity, {capacity}, and the shares stand in that person's own name");
        inquiry.find(finding(&NOT_ENTITLED, true, message, texts, vec!["in-own-name"]));
        return Ok(Value::YesNo(true).into());
    }
    let shown: Vec<String> = inquiry
        .need(&SHOWN)?
        .into_iter()
        .filter(|item| item != "nothing")
        .collect();
    let is_shown = !shown.is_empty();
    let message = match is_shown {
        true => format!("no text speaks of this capacity, {capacity}; shown: {}", shown.join("; ")),
        false => format!("no text speaks of this capacity, {capacity}, and nothing is shown"),
    };
    let mut found = finding(&NOT_SHOWN, is_shown, message, texts, vec!["capacity", "shown"]);
    found.status = FindingStatus::NeedsJudgment;
    found.help = Some("the inspectors of election judge what is shown; a proxy of the registered owner is beyond doubt".to_owned());
    inquiry.find(found);
    let reading = |text: &str, because: &str, value: bool| Reading {
        text: text.to_owned(),
        value: Value::YesNo(value),
        because: because.to_owned(),
        is_preferred: value == is_shown,
        who_decides: "the inspectors of election or the chair, and in the end the Court of Chancery".to_owned(),
    };
    Ok(Conclusion::Readings(vec![
        reading(
            "whoever shows authority from the holder or from the law acts for the holder",
            "a holder may act through others, and the statute limits nobody to proxies on paper",
            true,
        ),
        reading(
            "only the registered owner or a proxy votes",
            "the stock ledger says who may vote",
            false,
        ),
    ]))
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const SETS: [&str; 3] = ["novell-2001", "altiris-2006", "raining-data-2001"];
    const POWER: &str = "express power in the transfer on the books";

    #[test]
    fn pledgor_and_pledgee_never_both() {
        for set in SETS {
            for (given, shown, pledgor, pledgee) in [("no", "nothing", "yes", "no"), ("yes", POWER, "no", "yes")] {
                let told = |capacity| {
                    [("capacity", capacity), ("vote-given-to-another", given), ("shown", shown)]
                };
                let answer = ask_under(set, "representative-vote", &told("pledgor"));
                assert_eq!(field(&answer, "value"), pledgor, "{set} {given}");
                let answer = ask_under(set, "representative-vote", &told("pledgee"));
                assert_eq!(field(&answer, "value"), pledgee, "{set} {given}");
            }
        }
    }

    #[test]
    fn fiduciaries_and_voting_trustees_vote_what_stands_in_their_name() {
        const AGREEMENT: &str = "written agreement with a copy left with the corporation";
        for set in SETS {
            for (capacity, own, shown, valid) in [
                ("fiduciary", "yes", "nothing", "yes"),
                ("fiduciary", "no", "nothing", "no"),
                ("voting trustee", "yes", AGREEMENT, "yes"),
                ("voting trustee", "yes", "nothing", "no"),
                ("voting trustee", "no", AGREEMENT, "no"),
            ] {
                let told = [("capacity", capacity), ("in-own-name", own), ("shown", shown)];
                let answer = ask_under(set, "representative-vote", &told);
                assert_eq!(field(&answer, "value"), valid, "{set} {capacity} {own} {shown}");
            }
        }
    }

    #[test]
    fn a_capacity_that_no_text_names_is_for_the_inspectors() {
        let told = |shown| [("capacity", "executor or administrator"), ("in-own-name", "no"), ("shown", shown)];
        for (shown, preferred) in [("proof of appointment", true), ("nothing", false)] {
            let answer = ask_under("novell-2001", "representative-vote", &told(shown));
            assert_eq!(answer.readings.len(), 2);
            assert_eq!(answer.readings[0].is_preferred, preferred);
            assert_eq!(status(&answer, "representative-authority-not-shown"), "needs judgment");
        }
        let named = "representative-vote \"executor or administrator\" shows=\"proof of appointment\"";
        for (shown, valid) in [("proof of appointment", "yes"), ("nothing", "no")] {
            assert_eq!(field(&ask_with_bylaws(named, "representative-vote", &told(shown)), "value"), valid);
        }
        let own = [("capacity", "minor"), ("in-own-name", "yes")];
        assert_eq!(field(&ask_under("altiris-2006", "representative-vote", &own), "value"), "yes");
    }
}
