//! # Whom does the corporation recognize as owner of shares?
//!
//! Answers to 8 Del. C. § 219(c) (the stock ledger is the only evidence of who may vote) and to the sections of the bylaws on registered holders.
//!
//! **Our reading.** The corporation may treat the person registered as owner, and nobody else, as the one who votes. The name must stand in the
//! records on the record date, also where a text does not say so, since § 213 fixes those entitled to vote by that date; a buyer after it votes
//! only as the seller's proxy, and the seller votes though the shares are gone. A claim of another person does not bind the
//! corporation, known or not, unless the law says otherwise; a court's order is such law.
//!
//! **What may vary.** For what the registered owner is recognized, at which time, and whether a known claim of another binds.
//!
//! **Not encoded.** Who is the true owner: courts decide between claimants (§ 225). The corporation is entitled, not bound, to keep to its records.
//! Who may vote for a registered owner is `representative-vote`; several registered owners are `joint-holders-vote`.

use quorate_law::vocabulary::Kind;
use quorate_law::vocabulary::registered_owner::{AS_OF, DEFINITION, LEDGER_ONLY, OTHERS_IF_KNOWN, RIGHTS, UNLESS_LAW};
use quorate_law::{Provision, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{finding, rely_on};

/// For what recognition is asked.
static RIGHT: Fact<&'static str> =
    Fact::word("right", rights(), "for what the person is to be recognized").otherwise("voting");
/// Whether the name stands there on the record date.
static ON_RECORD_DATE: Fact<bool> = Fact::new(
    "registered-on-record-date",
    "whether the person stands in the records as owner on the record date",
);
/// Whether it stands there on the day itself.
static ON_THE_DAY: Fact<bool> = Fact::new(
    "registered-on-the-day",
    "whether the person stands in the records as owner on the day of the act",
);
/// By what ownership is shown.
static EVIDENCE: Fact<&'static str> = Fact::word(
    "ownership-shown-by",
    &["stock ledger", "stock certificate", "other paper"],
    "by what the ownership is shown",
)
.otherwise("stock ledger");
/// Whether another claims the shares.
static OTHER_CLAIM: Fact<&'static str> = Fact::word(
    "other-claim",
    &["none", "not known to the corporation", "known to the corporation"],
    "whether another person has a claim to the shares or an interest in them",
)
.otherwise("none");
/// Whether a court has ordered otherwise.
static COURT_ORDER: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "court-order-on-ownership",
        "whether a court has ordered that this person be recognized",
    );
    fact.spec.otherwise = Some("no");
    fact
};

const fn rights() -> &'static [&'static str] {
    match RIGHTS.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

/// The person is not in the records.
pub static NOT_REGISTERED: FindingDefinition = FindingDefinition {
    id: "holder-not-registered",
    title: "the person is not the registered owner",
    rank: Rank::Standing,
};
/// The ledger does not show it.
pub static NOT_BY_LEDGER: FindingDefinition = FindingDefinition {
    id: "ownership-not-shown-by-ledger",
    title: "the ownership is shown otherwise than by the stock ledger",
    rank: Rank::Standing,
};
/// Another claim binds.
pub static CLAIMED: FindingDefinition = FindingDefinition {
    id: "shares-claimed-by-another",
    title: "another person's claim to the shares binds the corporation",
    rank: Rank::Standing,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "registered-owner",
    title: "Whom does the corporation recognize as owner of shares?",
    chapter: "stockholders",
    capabilities: &["S13"],
    source: include_str!("registered_owner.rs"),
    facts: &[
        &RIGHT.spec,
        &ON_RECORD_DATE.spec,
        &ON_THE_DAY.spec,
        &EVIDENCE.spec,
        &OTHER_CLAIM.spec,
        &COURT_ORDER.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&NOT_REGISTERED, &NOT_BY_LEDGER, &CLAIMED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let right = inquiry.need(&RIGHT)?;
    let texts: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|text| text.get_all(&RIGHTS).iter().any(|term| term.0 == right))
        .collect();
    rely_on(inquiry, &resolution, &texts);
    if texts.is_empty() {
        return Err(Pause::Silent(&DEFINITION));
    }
    let yields: Vec<&Provision> = texts.iter().copied().filter(|text| text.says(&UNLESS_LAW)).collect();
    if !yields.is_empty() && inquiry.need(&COURT_ORDER)? {
        let message = "a court has ordered that the person be recognized, and the text gives way to the law".to_owned();
        inquiry.find(finding(&NOT_REGISTERED, true, message, &yields, vec!["court-order-on-ownership"]));
        return Ok(Value::YesNo(true).into());
    }
    let is_registered = judge_registered(inquiry, &texts)?;
    let is_shown = judge_evidence(inquiry, &texts)?;
    let is_free = !is_registered || judge_claims(inquiry, &texts)?;
    Ok(Value::YesNo(is_registered && is_shown && is_free).into())
}

/// Whether the name stood in the records at the time that decides.
fn judge_registered(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) -> Result<bool, Pause> {
    let on_the_day = texts.iter().any(|text| text.word(&AS_OF) == Some("day of the act"));
    let (is_registered, day, blamed) = if on_the_day {
        (inquiry.need(&ON_THE_DAY)?, "day of the act", "registered-on-the-day")
    } else {
        (inquiry.need(&ON_RECORD_DATE)?, "record date", "registered-on-record-date")
    };
    let naming: Vec<&Provision> = texts.iter().copied().filter(|text| text.word(&AS_OF) == Some(day)).collect();
    let authority: &[&Provision] = if naming.is_empty() { texts } else { &naming };
    let message = match is_registered {
        true => format!("the person stood in the records as owner on the {day}"),
        false => format!("the person did not stand in the records as owner on the {day}"),
    };
    let mut found = finding(&NOT_REGISTERED, is_registered, message, authority, vec![blamed]);
    found.help = (!is_registered).then(|| "obtain a proxy from the one who stood there".to_owned());
    inquiry.find(found);
    Ok(is_registered)
}

/// Whether the ledger shows it, where a text takes no other evidence.
fn judge_evidence(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) -> Result<bool, Pause> {
    let strict: Vec<&Provision> = texts.iter().copied().filter(|text| text.says(&LEDGER_ONLY)).collect();
    if strict.is_empty() {
        return Ok(true);
    }
    let evidence = inquiry.need(&EVIDENCE)?;
    let is_shown = evidence == "stock ledger";
    let message = format!("the ownership is shown by the {evidence}");
    let mut found = finding(&NOT_BY_LEDGER, is_shown, message, &strict, vec!["ownership-shown-by"]);
    found.help = (!is_shown).then(|| "have the transfer registered, or go to the court (§ 225)".to_owned());
    inquiry.find(found);
    Ok(is_shown)
}

/// Whether a claim of another person stands in the way.
fn judge_claims(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) -> Result<bool, Pause> {
    let claim = inquiry.need(&OTHER_CLAIM)?;
    if claim == "none" {
        return Ok(true);
    }
    let speaking: Vec<&Provision> = texts.iter().copied().filter(|text| text.get(&OTHERS_IF_KNOWN).is_some()).collect();
    let binds = claim == "known to the corporation" && speaking.iter().any(|text| text.says(&OTHERS_IF_KNOWN));
    let message = match binds {
        false => format!("a claim of another person is {claim}, and does not bind the corporation"),
        true => "a claim of another person is known to the corporation, and the text lets it bind".to_owned(),
    };
    let mut found = finding(&CLAIMED, !binds, message, &speaking, vec!["other-claim"]);
    if binds {
        found.status = FindingStatus::NeedsJudgment;
        found.help = Some("the inspectors of election decide who votes, and in the end the Court of Chancery".to_owned());
    }
    inquiry.find(found);
    Ok(!binds)
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const SETS: [&str; 3] = ["novell-2001", "altiris-2006", "raining-data-2001"];

    #[test]
    fn the_name_on_the_record_date_decides() {
        for set in SETS {
            for (registered, valid, found) in [("yes", "yes", "met"), ("no", "no", "unmet")] {
                let told = [("registered-on-record-date", registered)];
                let answer = ask_under(set, "registered-owner", &told);
                assert_eq!(
                    (field(&answer, "value").as_str(), status(&answer, "holder-not-registered")),
                    (valid, found),
                    "{set}"
                );
            }
        }
        let on_the_day = "registered-owner \"voting\" as-of=\"day of the act\"";
        let told = [("registered-on-record-date", "yes"), ("registered-on-the-day", "no")];
        assert_eq!(field(&ask_with_bylaws(on_the_day, "registered-owner", &told), "value"), "no");
    }

    #[test]
    fn a_claim_of_another_binds_only_where_a_text_says_so() {
        let told = [("registered-on-record-date", "yes"), ("other-claim", "known to the corporation")];
        for set in SETS {
            let answer = ask_under(set, "registered-owner", &told);
            assert_eq!(field(&answer, "value"), "yes", "{set}");
            assert_eq!(status(&answer, "shares-claimed-by-another"), "met", "{set}");
        }
        let binding = "registered-owner \"voting\" others-if-known=#true";
        let answer = ask_with_bylaws(binding, "registered-owner", &told);
        assert_eq!(field(&answer, "value"), "no");
        assert_eq!(status(&answer, "shares-claimed-by-another"), "needs judgment");
    }

    #[test]
    fn the_ledger_is_the_evidence_and_a_court_may_say_otherwise() {
        for set in SETS {
            let told = [("registered-on-record-date", "yes"), ("ownership-shown-by", "stock certificate")];
            let answer = ask_under(set, "registered-owner", &told);
            assert_eq!(
                (field(&answer, "value").as_str(), status(&answer, "ownership-not-shown-by-ledger")),
                ("no", "unmet"),
                "{set}"
            );
        }
        for (set, recognized) in [("novell-2001", "yes"), ("raining-data-2001", "yes")] {
            let told = [("registered-on-record-date", "no"), ("court-order-on-ownership", "yes")];
            assert_eq!(field(&ask_under(set, "registered-owner", &told), "value"), recognized, "{set}");
        }
    }

    #[test]
    fn calls_and_assessments_are_named_by_one_text_alone() {
        for (set, says) in [("novell-2001", true), ("altiris-2006", false), ("raining-data-2001", false)] {
            let told = [("right", "calls and assessments"), ("registered-on-record-date", "yes")];
            assert_eq!(ask_under(set, "registered-owner", &told).value.is_some(), says, "{set}");
        }
    }
}
