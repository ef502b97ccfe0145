//! # May the proxy holder vote as proposed?
//!
//! Answers to 8 Del. C. § 212(b) (a stockholder may authorize another person or persons), to what certificate and bylaws say of proxy holders, and
//! to the general law of agency, by which the holder's instruction binds.
//!
//! **Our reading.** A mark binds. A matter that the proxy names and leaves unmarked is voted as the proxy or a text says; a general proxy
//! gives discretion, a limited one does not unless it says so. On a matter that the proxy does not name a general proxy votes; a limited one
//! only on what is incident to the conduct of the meeting, and beyond that where it gives discretion. An agent names no substitute unless the proxy lets him. Of
//! several persons named the majority of those who act decides where a text says so; where none does, both readings are given, and the
//! majority is preferred, as § 217(b) has it for several holders.
//!
//! **What may vary.** The proxy itself, within what certificate and bylaws allow.
//!
//! **Not encoded.** Rule 14a-4(c) limits what a solicited proxy may give discretion for, above all to matters not known a reasonable time before the
//! solicitation; it binds registered companies and is a matter for an overlay. What a proxy means: the inspectors construe it on its face.
//!
//! **Open question** for counsel: whether adjourning to solicit further proxies is incident to the conduct of the meeting.

use quorate_law::vocabulary::proxy_authority::{
    AGENTS, DECIDED_BY, DEFINITION, DISCRETION, MUST_HOLD_STOCK, SUBSTITUTE, UNMARKED,
};
use quorate_law::vocabulary::{Field, Term};
use quorate_law::{Fraction, Provision, Side, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// What the proxy says of the matter.
pub static INSTRUCTION: Fact<&'static str> = Fact::word(
    "instruction",
    &["marked so", "marked otherwise", "named and not marked", "not named"],
    "what the proxy says of the matter, against how it is to be voted",
);
/// How far the proxy goes.
pub static AUTHORITY: Fact<&'static str> =
    Fact::word("authority", &["general", "limited"], "whether the authority is general or limited to what it names");
/// Whether it gives discretion.
pub static DISCRETION_GIVEN: Fact<bool> =
    Fact::new("discretion-given", "whether the proxy gives its holder discretion on such a matter");
/// Whether it says how unmarked matters are voted.
static UNMARKED_STATED: Fact<bool> = Fact::new(
    "unmarked-stated",
    "whether the proxy states how a matter left unmarked is voted, and it is voted so",
);
/// How the matter came up.
static MATTER_AROSE: Fact<&'static str> = Fact::word(
    "matter-arose",
    &[
        "incident to the conduct of the meeting",
        "not known a reasonable time before",
        "known before",
    ],
    "how a matter that the proxy does not name came before the meeting",
);
/// Whether a substitute votes.
pub static BY_SUBSTITUTE: Fact<bool> = no("by-substitute", "whether a substitute named by the proxy holder votes");
/// Whether the proxy lets one be named.
pub static SUBSTITUTION_STATED: Fact<bool> =
    Fact::new("substitution-stated", "whether the proxy lets its holder name a substitute");
/// How many are named.
static NAMED: Fact<u64> = Fact::new("proxy-holders-named", "how many persons the proxy names to act together");
/// How many act.
static ACTING: Fact<u64> = Fact::new("proxy-holders-acting", "how many of them act at the meeting");
/// How many agree.
static AGREEING: Fact<u64> = Fact::new("proxy-holders-agreeing", "how many of those acting want the vote so");
/// Whether the person holds stock.
static HOLDS_STOCK: Fact<bool> = Fact::new("proxy-holder-holds-stock", "whether the person named is a stockholder");

const fn no(name: &'static str, doc: &'static str) -> Fact<bool> {
    let mut fact: Fact<bool> = Fact::new(name, doc);
    fact.spec.otherwise = Some("no");
    fact
}

/// The mark says otherwise.
pub static AGAINST: FindingDefinition = FindingDefinition {
    id: "proxy-against-instructions",
    title: "the vote is not as the proxy is marked",
    rank: Rank::Authority,
};
/// The proxy does not reach so far.
pub static BEYOND: FindingDefinition = FindingDefinition {
    id: "proxy-beyond-authority",
    title: "the proxy does not reach the matter",
    rank: Rank::Authority,
};
/// The substitute has no power.
pub static NO_SUBSTITUTE: FindingDefinition = FindingDefinition {
    id: "proxy-substitute-not-authorized",
    title: "the proxy lets nobody name a substitute",
    rank: Rank::Authority,
};
/// Those named do not agree.
pub static HOLDERS_DIVIDED: FindingDefinition = FindingDefinition {
    id: "proxy-holders-divided",
    title: "too few of the persons named agree on the vote",
    rank: Rank::Authority,
};
/// There are too many.
pub static TOO_MANY: FindingDefinition = FindingDefinition {
    id: "proxy-holders-too-many",
    title: "the proxy names more persons than the text lets it",
    rank: Rank::Form,
};
/// The person holds no stock.
pub static NO_STOCK: FindingDefinition = FindingDefinition {
    id: "proxy-holder-not-stockholder",
    title: "the person named is not a stockholder",
    rank: Rank::Standing,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "proxy-authority",
    title: "May the proxy holder vote as proposed?",
    chapter: "stockholders",
    capabilities: &["S14"],
    source: include_str!("proxy_authority.rs"),
    facts: &[
        &INSTRUCTION.spec,
        &AUTHORITY.spec,
        &DISCRETION_GIVEN.spec,
        &UNMARKED_STATED.spec,
        &MATTER_AROSE.spec,
        &BY_SUBSTITUTE.spec,
        &SUBSTITUTION_STATED.spec,
        &NAMED.spec,
        &ACTING.spec,
        &AGREEING.spec,
        &HOLDS_STOCK.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&AGAINST, &BEYOND, &NO_SUBSTITUTE, &HOLDERS_DIVIDED, &TOO_MANY, &NO_STOCK],
    ask,
};

/// The texts on proxy holders.
struct Texts<'a>(Vec<&'a Provision>);

impl<'a> Texts<'a> {
    /// The first text that has a word on a point, with the word; the highest-ranking comes first.
    fn word(&self, field: &Field<Term>) -> Option<(&'a Provision, &'a str)> {
        self.0.iter().find_map(|text| Some((*text, text.word(field)?)))
    }
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let texts = Texts(inquiry.require(&DEFINITION, &Situation::general())?.controlling);
    let mut is_valid = judge_reach(inquiry, &texts)?;
    is_valid &= judge_substitute(inquiry, &texts)?;
    is_valid &= judge_persons(inquiry, &texts);
    let agreed = judge_agreement(inquiry, &texts)?;
    match agreed {
        Agreement::Yes => Ok(Value::YesNo(is_valid).into()),
        Agreement::No => Ok(Value::YesNo(false).into()),
        Agreement::MajorityOnly if is_valid => Ok(majority_or_all()),
        Agreement::MajorityOnly => Ok(Value::YesNo(false).into()),
    }
}

/// Whether the proxy reaches the matter, and the vote follows its marks.
fn judge_reach(inquiry: &mut Inquiry<'_>, texts: &Texts<'_>) -> Result<bool, Pause> {
    let instruction = inquiry.need(&INSTRUCTION)?;
    match instruction {
        "marked so" | "marked otherwise" => {
            let follows = instruction == "marked so";
            let message = match follows {
                true => "the proxy is marked so",
                false => "the proxy is marked otherwise on this matter",
            };
            let found = finding(&AGAINST, follows, message.to_owned(), &texts.0, vec!["instruction"]);
            inquiry.find(with_help(found, "vote it as it is marked; the count follows the mark"));
            Ok(follows)
        }
        "named and not marked" => judge_unmarked(inquiry, texts),
        _ => judge_not_named(inquiry, texts),
    }
}

fn judge_unmarked(inquiry: &mut Inquiry<'_>, texts: &Texts<'_>) -> Result<bool, Pause> {
    let rule = texts.word(&UNMARKED);
    let (reaches, message) = match rule.map(|(_, word)| word) {
        Some("at discretion") => (true, "a matter left unmarked is voted at discretion"),
        Some("not voted") => (false, "a matter left unmarked is not voted"),
        Some(_) => match inquiry.need(&UNMARKED_STATED)? {
            true => (true, "the proxy states how a matter left unmarked is voted"),
            false => (false, "the proxy does not state that a matter left unmarked is voted so"),
        },
        None => match inquiry.need(&AUTHORITY)? {
            "general" => (true, "the proxy is general, and gives discretion on a matter left unmarked"),
            _ if inquiry.known(&UNMARKED_STATED) == Some(true) => {
                (true, "the proxy states how a matter left unmarked is voted")
            }
            _ => match inquiry.need(&DISCRETION_GIVEN)? {
                true => (true, "the proxy gives discretion on a matter left unmarked"),
                false => (false, "the proxy is limited and gives no discretion on a matter left unmarked"),
            },
        },
    };
    report_reach(inquiry, reaches, message, rule.map(|(text, _)| text), texts);
    Ok(reaches)
}

fn judge_not_named(inquiry: &mut Inquiry<'_>, texts: &Texts<'_>) -> Result<bool, Pause> {
    if inquiry.need(&AUTHORITY)? == "general" {
        report_reach(inquiry, true, "the proxy is general, and reaches whatever comes before the meeting", None, texts);
        return Ok(true);
    }
    let rule = texts.word(&DISCRETION);
    let arose = inquiry.need(&MATTER_AROSE)?;
    if rule.is_none() && arose == "incident to the conduct of the meeting" {
        report_reach(inquiry, true, "the matter is incident to the conduct of the meeting", None, texts);
        return Ok(true);
    }
    let is_open = match rule.map(|(_, word)| word) {
        None | Some("any") => true,
        Some("incident to the conduct of the meeting") => arose == "incident to the conduct of the meeting",
        Some(_) => arose != "known before",
    };
    let reaches = is_open && inquiry.need(&DISCRETION_GIVEN)?;
    let message = match (is_open, reaches) {
        (_, true) => format!("the proxy gives discretion, and the matter is one for it: {arose}"),
        (true, false) => "the proxy is limited, does not name the matter and gives no discretion".to_owned(),
        (false, false) => format!("the proxy does not name the matter, and the text lets no discretion reach it: {arose}"),
    };
    report_reach(inquiry, reaches, &message, rule.map(|(text, _)| text), texts);
    Ok(reaches)
}

fn report_reach(inquiry: &mut Inquiry<'_>, reaches: bool, message: &str, text: Option<&Provision>, texts: &Texts<'_>) {
    // Where no text speaks of the point, the proxy's authority rests on the texts that let one be given.
    let authority: Vec<&Provision> = text.map_or_else(|| texts.0.clone(), |text| vec![text]);
    let blames = vec!["instruction", "authority"];
    let found = finding(&BEYOND, reaches, message.to_owned(), &authority, blames);
    inquiry.find(with_help(found, "leave the shares unvoted on this matter; they are present all the same"));
}

/// Whether a substitute may vote.
fn judge_substitute(inquiry: &mut Inquiry<'_>, texts: &Texts<'_>) -> Result<bool, Pause> {
    if !inquiry.need(&BY_SUBSTITUTE)? {
        return Ok(true);
    }
    let rule = texts.word(&SUBSTITUTE);
    let may = match rule.map(|(_, word)| word) {
        Some("always") => true,
        Some("never") => false,
        _ => inquiry.need(&SUBSTITUTION_STATED)?,
    };
    let message = match may {
        true => "a substitute votes, and may be named",
        false => "a substitute votes, and none may be named",
    };
    let authority: Vec<&Provision> = rule.map_or_else(|| texts.0.clone(), |(text, _)| vec![text]);
    let found = finding(&NO_SUBSTITUTE, may, message.to_owned(), &authority, vec!["by-substitute"]);
    inquiry.find(with_help(found, "let the person named vote"));
    Ok(may)
}

/// Whether so many may be named, and such a person.
fn judge_persons(inquiry: &mut Inquiry<'_>, texts: &Texts<'_>) -> bool {
    let mut is_met = true;
    // The corporation's own text comes last, and may ask for less than the statute lets.
    let own = texts.0.iter().rev().find_map(|text| Some((*text, text.word(&AGENTS)?)));
    if let (Some(named), Some((text, agents))) = (inquiry.known(&NAMED), own) {
        let fits = named <= 1 || agents == "one or more";
        let message = format!("persons named: {named}; the text lets a proxy name {agents}");
        let found = finding(&TOO_MANY, fits, message, &[text], vec!["proxy-holders-named"]);
        inquiry.find(with_help(found, "the inspectors may count it for the first named"));
        is_met &= fits;
    }
    let speaking = texts.0.iter().copied().find(|text| text.get(&MUST_HOLD_STOCK).is_some());
    if let (Some(holds), Some(text)) = (inquiry.known(&HOLDS_STOCK), speaking) {
        let fits = holds || !text.says(&MUST_HOLD_STOCK);
        let message = match holds {
            true => "the person named is a stockholder",
            false => "the person named is not a stockholder",
        };
        let found = finding(&NO_STOCK, fits, message.to_owned(), &[text], vec!["proxy-holder-holds-stock"]);
        inquiry.find(with_help(found, "name a stockholder"));
        is_met &= fits;
    }
    is_met
}

/// Whether several persons named agree in the number that decides.
enum Agreement {
    Yes,
    No,
    /// A majority does, no text says who decides, and not all do.
    MajorityOnly,
}

fn judge_agreement(inquiry: &mut Inquiry<'_>, texts: &Texts<'_>) -> Result<Agreement, Pause> {
    let Some(acting) = inquiry.known(&ACTING).filter(|acting| *acting > 1) else {
        return Ok(Agreement::Yes);
    };
    let agreeing = inquiry.need(&AGREEING)?;
    if agreeing > acting {
        return Err(Pause::Impossible(format!("{agreeing} agree, and only {acting} act")));
    }
    let rule = texts.0.iter().copied().find_map(|text| Some((text, *text.get(&DECIDED_BY)?)));
    let authority: Vec<&Provision> = rule.map_or_else(|| texts.0.clone(), |(text, _)| vec![text]);
    let blames = vec!["proxy-holders-agreeing", "proxy-holders-acting"];
    let fraction = rule.map_or(Fraction::MAJORITY, |(_, fraction)| fraction);
    let decides = reaches(agreeing, acting, fraction);
    let message = format!("of {acting} who act {agreeing} want the vote so; {fraction} decides");
    let mut found = finding(&HOLDERS_DIVIDED, decides, message, &authority, blames);
    let agreement = match (decides, rule) {
        (false, _) => Agreement::No,
        (true, None) if agreeing < acting => {
            found.status = FindingStatus::DependsOnReading;
            Agreement::MajorityOnly
        }
        (true, _) => Agreement::Yes,
    };
    inquiry.find(with_help(found, "obtain the agreement of those named, or the holder's own word"));
    Ok(agreement)
}

/// Whether so many of so many are the fraction.
fn reaches(agreeing: u64, acting: u64, fraction: Fraction) -> bool {
    let have = u128::from(agreeing) * u128::from(fraction.denominator);
    let need = u128::from(acting) * u128::from(fraction.numerator);
    match fraction.side {
        Side::MoreThan => have > need,
        Side::AtLeast => have >= need,
    }
}

fn majority_or_all() -> Conclusion {
    let reading = |text: &str, because: &str, value: bool| Reading {
        text: text.to_owned(),
        value: Value::YesNo(value),
        because: because.to_owned(),
        is_preferred: value,
        who_decides: "the inspectors of election or the chair, and in the end the Court of Chancery".to_owned(),
    };
    Conclusion::Readings(vec![
        reading(
            "the majority of those who act decides",
            "so the statute has it for several holders, and a holder who names several expects a vote",
            true,
        ),
        reading(
            "all of those named must agree",
            "several agents of one principal act together unless it is said otherwise",
            false,
        ),
    ])
}

/// The finding with the cure, where it is unmet.
fn with_help(mut found: Finding, cure: &str) -> Finding {
    found.help = found.is_unmet().then(|| cure.to_owned());
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const SETS: [&str; 3] = ["novell-2001", "altiris-2006", "raining-data-2001"];

    #[test]
    fn marks_bind_and_reach_is_as_the_proxy_says() {
        for set in SETS {
            for (told, valid, finding, found) in [
                (vec![("instruction", "marked so")], "yes", "proxy-against-instructions", "met"),
                (vec![("instruction", "marked otherwise")], "no", "proxy-against-instructions", "unmet"),
                (
                    vec![("instruction", "named and not marked"), ("authority", "general")],
                    "yes",
                    "proxy-beyond-authority",
                    "met",
                ),
                (
                    vec![
                        ("instruction", "named and not marked"),
                        ("authority", "limited"),
                        ("discretion-given", "no"),
                    ],
                    "no",
                    "proxy-beyond-authority",
                    "unmet",
                ),
                (
                    vec![
                        ("instruction", "not named"),
                        ("authority", "limited"),
                        ("matter-arose", "incident to the conduct of the meeting"),
                    ],
                    "yes",
                    "proxy-beyond-authority",
                    "met",
                ),
                (
                    vec![
                        ("instruction", "not named"),
                        ("authority", "limited"),
                        ("matter-arose", "known before"),
                        ("discretion-given", "no"),
                    ],
                    "no",
                    "proxy-beyond-authority",
                    "unmet",
                ),
            ] {
                let answer = ask_under(set, "proxy-authority", &told);
                assert_eq!(field(&answer, "value"), valid, "{set} {told:?}");
                assert_eq!(status(&answer, finding), found, "{set} {told:?}");
            }
        }
    }

    #[test]
    fn a_text_may_limit_discretion_and_say_what_unmarked_means() {
        let text = "proxy-authority \"one\" must-hold-stock=#true decided-by=\"all\" substitute=\"never\" unmarked=\"not voted\" discretion=\"incident to the conduct of the meeting or not known a reasonable time before\"";
        let base = [("authority", "limited"), ("discretion-given", "yes")];
        for (more, valid) in [
            (vec![("instruction", "named and not marked")], "no"),
            (vec![("instruction", "not named"), ("matter-arose", "known before")], "no"),
            (vec![("instruction", "not named"), ("matter-arose", "not known a reasonable time before")], "yes"),
            (vec![("instruction", "marked so"), ("by-substitute", "yes"), ("substitution-stated", "yes")], "no"),
            (vec![("instruction", "marked so"), ("proxy-holder-holds-stock", "no")], "no"),
            (
                vec![("instruction", "marked so"), ("proxy-holders-acting", "3"), ("proxy-holders-agreeing", "2")],
                "no",
            ),
        ] {
            let told: Vec<_> = base.iter().copied().chain(more).collect();
            assert_eq!(field(&ask_with_bylaws(text, "proxy-authority", &told), "value"), valid, "{told:?}");
        }
    }

    #[test]
    fn of_several_a_majority_decides_on_the_preferred_reading() {
        for (agreeing, readings, value) in [("3", 0, Some("yes")), ("2", 2, None), ("1", 0, Some("no"))] {
            let told = [
                ("instruction", "marked so"),
                ("proxy-holders-acting", "3"),
                ("proxy-holders-agreeing", agreeing),
            ];
            let answer = ask_under("altiris-2006", "proxy-authority", &told);
            assert_eq!(answer.readings.len(), readings, "{agreeing}");
            assert_eq!(
                answer.value.as_ref().map(crate::answer::Value::brief).as_deref(),
                value,
                "{agreeing}"
            );
        }
        let impossible = [
            ("instruction", "marked so"),
            ("proxy-holders-acting", "3"),
            ("proxy-holders-agreeing", "4"),
        ];
        assert!(ask_under("altiris-2006", "proxy-authority", &impossible).remark.is_some());
    }
}
