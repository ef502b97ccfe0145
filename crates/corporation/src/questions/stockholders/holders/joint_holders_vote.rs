//! # How are shares voted that stand in the names of several persons?
//!
//! Answers to 8 Del. C. § 217(b) (one who votes binds all; of several the majority of those voting; on an even split each faction
//! votes in proportion, or a court adds a person; unequal interests count as the instrument filed shows them; all of it unless the
//! secretary has written notice and a copy of an instrument that provides otherwise), to § 218(a) (several voting trustees: the majority
//! of them, and equal shares if they are equally divided), and to the section of the bylaws on joint holders.
//!
//! **Our reading.** The question is asked for one matter. Each person's latest word counts, and a person who marks an abstention has
//! acted. A faction in proportion has its part of all the shares among those voting, so that two factions of one
//! person each have a half, also where a third person is silent. The statute names one exception, the instrument filed with the secretary, and gives the
//! bylaws no leave: where a bylaw on joint holders comes to another result, both are shown, and the statute's is preferred. On what a
//! bylaw leaves out, such as an even split, the statute fills the gap. Three ways without a majority, when no
//! two factions are even, is in no text; we prefer proportion, since the aim is that no division silences the shares.
//!
//! **What may vary.** An instrument or order that creates the relation may provide otherwise, once the secretary has both written notice and a copy.
//! Of voting trustees the trust agreement may fix right and manner of voting.
//!
//! **Not encoded.** What a court decides, and whether a word of a person is genuine: the inspectors of election or the court.
//!
//! **Open question** for counsel: whether a bylaw may ask for a majority of all the holders where § 217(b) counts those who vote;
//! and whether the parts of silent holders go with the factions or are not voted.

use quorate_law::vocabulary::joint_holders::{DEFINITION, FOR_QUORUM, INSTRUMENT};
use quorate_law::{Fraction, Provision, Side, Situation};

use super::joint_rule::{CHOICES, Of, Outcome, Person, Rule, apply};
use crate::answer::{Reading, Shape, Value};
use crate::facts::{Fact, Facts, Row, read_fact};
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{finding, rely_on};

/// The persons, and what each did.
static PERSONS: Fact<Vec<Row>> = Fact::rows(
    "joint-holders",
    &[
        "for",
        "against",
        "abstain",
        "withheld",
        "alternative 1",
        "alternative 2",
        "alternative 3",
        "alternative 4",
        "alternative 5",
        "alternative 6",
        "alternative 7",
        "alternative 8",
        "alternative 9",
        "present",
        "absent",
    ],
    "each person in whose name the shares stand, in the order of the records, with that person's part of them under what he or she did; 1 each where the parts are equal",
);
/// Whose account, in a count.
static ACCOUNT: Fact<String> = Fact::new("joint-account", "the account in which the shares stand");
/// On what, in a count.
static ON_ITEM: Fact<String> = Fact::new("joint-matter", "the matter, or matter/nominee, on which they vote");
/// The votes of the shares.
static VOTES: Fact<Quantity> = Fact::new("votes-held", "the votes of the shares that stand in their names");
/// What binds them.
pub static RELATION: Fact<&'static str> = Fact::word(
    "relation",
    &[
        "joint tenants",
        "tenants in common",
        "tenants by the entirety",
        "partners",
        "fiduciaries",
        "voting trustees",
    ],
    "in what relation the persons hold the shares",
)
.otherwise("joint tenants");
/// Whether parts are shown to be unequal.
pub static UNEQUAL: Fact<bool> = yes_no_otherwise_no(
    "unequal-interests-filed",
    "whether an instrument filed with the secretary shows that they hold in unequal interests",
);
/// Whether an instrument says otherwise.
pub static CONTRARY: Fact<&'static str> = Fact::word(
    "contrary-instrument",
    &["none", "notice and copy", "notice only", "copy only"],
    "what the secretary has of an instrument or order that provides otherwise: written notice, a copy, both",
)
.otherwise("none");
/// What that instrument says.
pub static INSTRUMENT_RULE: Fact<&'static str> = Fact::word(
    "instrument-rule",
    &[
        "majority of those voting",
        "majority of all",
        "all together",
        "the first named",
    ],
    "who decides by the instrument filed with the secretary",
);

const fn yes_no_otherwise_no(name: &'static str, doc: &'static str) -> Fact<bool> {
    let mut fact: Fact<bool> = Fact::new(name, doc);
    fact.spec.otherwise = Some("no");
    fact
}

/// Facts with the relation, and what is filed of an instrument that provides otherwise; words that are none are left out.
#[must_use]
pub fn with_words(mut facts: Facts, relation: &str, contrary: &str, rule: &str) -> Facts {
    for (fact, text) in [(&RELATION, relation), (&CONTRARY, contrary), (&INSTRUMENT_RULE, rule)] {
        if let Ok(value) = read_fact(&fact.spec, text) {
            facts = facts.with(fact.spec.name, value);
        }
    }
    facts
}

/// They did not agree by the number that decides.
pub static DIVIDED: FindingDefinition = FindingDefinition {
    id: "joint-holders-divided",
    title: "the joint holders did not agree by the number that decides",
    rank: Rank::Vote,
};
/// The instrument is not before the secretary.
pub static INCOMPLETE: FindingDefinition = FindingDefinition {
    id: "joint-instrument-incomplete",
    title: "the secretary lacks the notice or the copy of an instrument that provides otherwise",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "joint-holders-vote",
    title: "How are shares voted that stand in the names of several persons?",
    chapter: "stockholders",
    capabilities: &["S13"],
    source: include_str!("joint_holders_vote.rs"),
    facts: &[
        &PERSONS.spec,
        &VOTES.spec,
        &ACCOUNT.spec,
        &ON_ITEM.spec,
        &RELATION.spec,
        &UNEQUAL.spec,
        &CONTRARY.spec,
        &INSTRUMENT_RULE.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&DIVIDED, &INCOMPLETE],
    ask,
};

/// What the persons did, as told.
struct Told {
    persons: Vec<Person>,
    votes: Quantity,
    unequal: bool,
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let relation = inquiry.need(&RELATION)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("relation", relation))?;
    let told = told(inquiry)?;
    // Of the statute's two rules the narrower comes first, and it alone is the rule of these persons.
    let controlling = resolution.first().ok_or(Pause::Silent(&DEFINITION))?;
    let others: Vec<&Provision> = resolution
        .displaced
        .iter()
        .map(|displaced| displaced.provision)
        .collect();
    if let Some(outcome) = by_instrument(inquiry, controlling, &told)? {
        rely_on(inquiry, &resolution, &[controlling]);
        return Ok(settled(inquiry, &told, &outcome, &[controlling]));
    }
    let main = outcome_of(inquiry, controlling, &told)?;
    let mut agreeing = vec![controlling];
    let mut differing = None;
    for other in others {
        let outcome = outcome_of(inquiry, other, &told)?;
        match outcome {
            // What a bylaw leaves out the statute fills.
            Outcome::Open(..) if matches!(main, Outcome::Divided(_)) => {
                differing = Some((other, outcome));
            }
            _ if outcome == main => agreeing.push(other),
            _ => differing = Some((other, outcome)),
        }
    }
    agreeing.sort_by_key(|text| text.citation.source);
    rely_on(inquiry, &resolution, &agreeing);
    for text in agreeing.iter().chain(differing.iter().map(|(text, _)| text)) {
        let alone = told.persons.iter().filter(|person| person.is_present).count() == 1;
        if alone && text.says(&FOR_QUORUM) {
            inquiry.show(format!("{}: one alone represents the shares for the quorum", text.citation));
        }
    }
    Ok(match differing {
        None => settled(inquiry, &told, &main, &agreeing),
        Some((other, outcome)) => {
            let readings = [(controlling, main), (other, outcome)];
            conflicting(inquiry, &told, &readings)
        }
    })
}

fn told(inquiry: &mut Inquiry<'_>) -> Result<Told, Pause> {
    let rows = inquiry.need(&PERSONS)?;
    let persons: Vec<Person> = rows
        .iter()
        .map(Person::of)
        .collect::<Result<_, String>>()
        .map_err(Pause::Impossible)?;
    if persons.len() < 2 {
        return Err(Pause::NotApplicable(
            "the shares do not stand in the names of several persons".to_owned(),
        ));
    }
    Ok(Told {
        persons,
        votes: inquiry.need(&VOTES)?,
        unequal: inquiry.need(&UNEQUAL)?,
    })
}

/// What a text's rule makes of it; an abstention that would not be an act shows as arithmetic where it would turn the result.
fn outcome_of(inquiry: &mut Inquiry<'_>, text: &Provision, told: &Told) -> Result<Outcome, Pause> {
    let rule = Rule::of(text).ok_or(Pause::Silent(&DEFINITION))?;
    let mut steps = Vec::new();
    let outcome = apply(&rule, &told.persons, told.unequal, &mut |step| steps.push(step));
    for step in steps {
        inquiry.show(format!("{}: {step}", text.citation));
    }
    Ok(outcome)
}

/// What an instrument that provides otherwise makes of it, where the text lets one and the secretary has both notice and copy.
fn by_instrument(inquiry: &mut Inquiry<'_>, text: &Provision, told: &Told) -> Result<Option<Outcome>, Pause> {
    let contrary = inquiry.need(&CONTRARY)?;
    if contrary == "none" || !text.says(&INSTRUMENT) {
        return Ok(None);
    }
    let is_complete = contrary == "notice and copy";
    let message = match contrary {
        "notice and copy" => "the secretary has written notice and a copy of an instrument that provides otherwise",
        "notice only" => "the secretary has written notice of an instrument that provides otherwise, and no copy",
        _ => "the secretary has a copy of an instrument that provides otherwise, and no written notice",
    };
    let blames = vec!["contrary-instrument"];
    let mut found = finding(&INCOMPLETE, is_complete, message.to_owned(), &[text], blames);
    found.help = (!is_complete).then(|| "give the secretary both before the vote".to_owned());
    inquiry.find(found);
    if !is_complete {
        return Ok(None);
    }
    let (fraction, of) = match inquiry.need(&INSTRUMENT_RULE)? {
        "majority of those voting" => (Fraction::MAJORITY, Of::Voting),
        "majority of all" => (Fraction::MAJORITY, Of::All),
        "all together" => (ALL, Of::All),
        _ => (Fraction::MAJORITY, Of::First),
    };
    let own = Rule::of(text);
    let rule = Rule {
        fraction,
        of,
        one_alone: (fraction != ALL && of == Of::Voting).then_some("voting"),
        even_split: own.and_then(|own| own.even_split).filter(|_| of == Of::Voting),
        by_interest: own.is_some_and(|own| own.by_interest),
        court: false,
    };
    let mut steps = Vec::new();
    let outcome = apply(&rule, &told.persons, told.unequal, &mut |step| steps.push(step));
    for step in steps {
        inquiry.show(format!("the instrument filed with the secretary: {step}"));
    }
    Ok(Some(outcome))
}

/// Every one of them.
const ALL: Fraction = Fraction {
    numerator: 1,
    denominator: 1,
    side: Side::AtLeast,
};

/// The conclusion where the texts agree.
fn settled(inquiry: &mut Inquiry<'_>, told: &Told, outcome: &Outcome, texts: &[&Provision]) -> Conclusion {
    let court = texts
        .first()
        .and_then(|text| Rule::of(text))
        .is_some_and(|rule| rule.court);
    let help = court.then(|| "one of those voting, or a beneficiary, may ask a court to add a person".to_owned());
    let mut found = finding(
        &DIVIDED,
        !matches!(outcome, Outcome::Open(..)),
        format!("{}{}", whose(inquiry), in_words(outcome)),
        texts,
        vec!["joint-holders"],
    );
    if let Outcome::Open(..) = outcome {
        found.status = FindingStatus::NeedsJudgment;
    }
    if !matches!(outcome, Outcome::One(_)) {
        found.help = help;
    }
    inquiry.find(found);
    let Outcome::Open(factions, _) = outcome else {
        return value(told, outcome).into();
    };
    let who = "the inspectors of election, and in the end the Court of Chancery";
    Conclusion::Readings(vec![
        Reading {
            text: "each faction votes in proportion".to_owned(),
            value: value(told, &Outcome::Divided(factions.clone())),
            because: "the rule on even splits aims at no division silencing the shares".to_owned(),
            is_preferred: true,
            who_decides: who.to_owned(),
        },
        Reading {
            text: "the shares are not voted until they agree or a court decides".to_owned(),
            value: value(told, &Outcome::NotVoted(String::new())),
            because: "the text gives a vote to the number that decides and to no other".to_owned(),
            is_preferred: false,
            who_decides: who.to_owned(),
        },
    ])
}

/// The conclusion where a displaced text comes to another result than the one that controls.
fn conflicting(inquiry: &mut Inquiry<'_>, told: &Told, texts: &[(&Provision, Outcome); 2]) -> Conclusion {
    let [(controlling, main), (other, differing)] = texts;
    let message = format!(
        "{}{}: {}; {}: {}",
        whose(inquiry),
        controlling.citation,
        in_words(main),
        other.citation,
        in_words(differing)
    );
    let mut found = finding(&DIVIDED, false, message, &[controlling, other], vec!["joint-holders"]);
    found.status = FindingStatus::DependsOnReading;
    found.help = Some("obtain one instruction that all of them sign".to_owned());
    inquiry.find(found);
    let who = "the inspectors of election, and in the end the Court of Chancery";
    let fills = matches!((main, differing), (Outcome::Divided(_), Outcome::Open(..)));
    let other_outcome = match differing {
        Outcome::Open(_, why) => Outcome::NotVoted(why.clone()),
        differing => differing.clone(),
    };
    Conclusion::Readings(vec![
        Reading {
            text: if fills {
                format!("{} fills what {} leaves out", controlling.citation, other.citation)
            } else {
                format!("{} controls", controlling.citation)
            },
            value: match main {
                Outcome::Open(factions, _) => value(told, &Outcome::Divided(factions.clone())),
                main => value(told, main),
            },
            because: if fills {
                "the bylaw deals with those who decide and is silent on a split".to_owned()
            } else {
                "the statute names one exception, an instrument filed with the secretary, and no bylaw is one".to_owned()
            },
            is_preferred: true,
            who_decides: who.to_owned(),
        },
        Reading {
            text: format!("{} stands as a rule of its own", other.citation),
            value: value(told, &other_outcome),
            because: "stockholders hold their shares under the bylaws, which ask for a number that decides".to_owned(),
            is_preferred: false,
            who_decides: who.to_owned(),
        },
    ])
}

/// Whose shares, and on what they are voted, as far as that is told.
fn whose(inquiry: &Inquiry<'_>) -> String {
    match (inquiry.known(&ACCOUNT), inquiry.known(&ON_ITEM)) {
        (Some(account), Some(item)) => format!("{account} on {item}: "),
        (Some(told), None) | (None, Some(told)) => format!("{told}: "),
        (None, None) => String::new(),
    }
}

fn in_words(outcome: &Outcome) -> String {
    match outcome {
        Outcome::One(choice) => format!("all the shares are voted: {choice}"),
        Outcome::Divided(factions) => {
            let all = Quantity::sum(factions.iter().map(|(_, weight)| weight));
            let each: Vec<String> = factions
                .iter()
                .map(|(choice, weight)| format!("{choice} {weight} of {all} parts"))
                .collect();
            format!("they are evenly split, and each faction votes its part: {}", each.join(", "))
        }
        Outcome::NotVoted(why) => format!("the shares are not voted: {why}"),
        Outcome::Open(_, why) => format!("it does not say what follows: {why}"),
    }
}

/// The votes each way.
fn value(told: &Told, outcome: &Outcome) -> Value {
    let mut fields = Vec::new();
    let mut tell = |name: &str, text: String| fields.push((name.to_owned(), text));
    match outcome {
        Outcome::One(choice) => {
            tell("outcome", "voted as one".to_owned());
            tell(choice, told.votes.to_string());
        }
        Outcome::Divided(factions) => {
            let all = Quantity::sum(factions.iter().map(|(_, weight)| weight));
            tell("outcome", "divided".to_owned());
            for choice in CHOICES {
                if let Some((_, weight)) = factions.iter().find(|(voted, _)| *voted == choice) {
                    tell(choice, told.votes.share(weight, &all).to_string());
                }
            }
        }
        Outcome::NotVoted(_) | Outcome::Open(..) => tell("outcome", "not voted".to_owned()),
    }
    let is_represented = told.persons.iter().any(|person| person.is_present);
    let represented = if is_represented {
        told.votes.clone()
    } else {
        Quantity::zero()
    };
    tell("represented", represented.to_string());
    Value::Tally(fields)
}

#[cfg(test)]
mod tests {
    use crate::answer::Answer;
    use crate::testing::{ask_under, ask_with_bylaws, field, field_of, status};

    const SETS: [&str; 3] = ["novell-2001", "altiris-2006", "raining-data-2001"];

    fn ask(set: &str, persons: &str, more: &[(&str, &str)]) -> Answer {
        let told: Vec<_> = [("joint-holders", persons), ("votes-held", "300")]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        ask_under(set, "joint-holders-vote", &told)
    }

    fn ways(value: &crate::answer::Value) -> String {
        value.brief()
    }

    #[test]
    fn one_several_even_and_three_ways_by_the_statute() {
        for (persons, outcome) in [
            ("A for=1; B absent=1; C absent=1", "outcome voted as one; for 300; represented 300"),
            ("A for=1; B for=1; C against=1", "outcome voted as one; for 300; represented 300"),
            ("A for=1; B against=1; C absent=1", "outcome divided; for 150; against 150; represented 300"),
            (
                "A for=1; B against=1; C abstain=1",
                "outcome divided; for 100; against 100; abstain 100; represented 300",
            ),
            ("A absent=1; B absent=1", "outcome not voted; represented 0"),
            ("A present=1; B absent=1", "outcome not voted; represented 300"),
        ] {
            for set in ["novell-2001", "altiris-2006"] {
                let answer = ask(set, persons, &[]);
                assert_eq!(
                    answer.value.as_ref().map(ways).as_deref(),
                    Some(outcome),
                    "{set} {persons}"
                );
                assert_eq!(status(&answer, "joint-holders-divided"), "met");
            }
        }
        let open = ask("novell-2001", "A for=1; B for=1; C against=1; D against=1; E abstain=1", &[]);
        assert_eq!(open.readings.len(), 2);
        assert_eq!(field_of(&open.readings[0].value, "for"), "120");
        assert_eq!(field_of(&open.readings[1].value, "outcome"), "not voted");
        assert_eq!(status(&open, "joint-holders-divided"), "needs judgment");
    }

    #[test]
    fn unequal_interests_count_only_when_filed() {
        for (filed, persons, ways_each) in [
            ("no", "A for=60; B against=40; C against=20", "outcome voted as one; against 300; represented 300"),
            ("yes", "A for=60; B against=40; C against=20", "outcome divided; for 150; against 150; represented 300"),
            ("yes", "A for=61; B against=40; C against=20", "outcome voted as one; for 300; represented 300"),
            ("yes", "A for=59; B against=40; C against=20", "outcome voted as one; against 300; represented 300"),
        ] {
            let answer = ask("altiris-2006", persons, &[("unequal-interests-filed", filed)]);
            assert_eq!(answer.value.as_ref().map(ways).as_deref(), Some(ways_each), "{filed} {persons}");
        }
    }

    #[test]
    fn a_majority_of_all_of_them_is_another_rule_than_of_those_voting() {
        let agreed = ask("raining-data-2001", "A for=1; B for=1; C absent=1", &[]);
        assert_eq!((field(&agreed, "for").as_str(), agreed.readings.len()), ("300", 0));
        let alone = ask("raining-data-2001", "A for=1; B absent=1; C absent=1", &[]);
        assert_eq!((field(&alone, "for").as_str(), alone.readings.len()), ("300", 0));
        // One votes and another is there in silence: one who votes binds all, but one of three is no majority of all.
        let silent = ask("raining-data-2001", "A for=1; B present=1; C absent=1", &[]);
        assert_eq!(silent.readings.len(), 2);
        assert_eq!(field_of(&silent.readings[0].value, "for"), "300");
        assert_eq!(field_of(&silent.readings[1].value, "outcome"), "not voted");
        assert_eq!(status(&silent, "joint-holders-divided"), "depends on the reading");
        let split = ask("raining-data-2001", "A for=1; B against=1", &[]);
        assert_eq!(
            split.readings.iter().map(|reading| ways(&reading.value)).collect::<Vec<_>>(),
            [
                "outcome divided; for 150; against 150; represented 300",
                "outcome not voted; represented 300"
            ]
        );
    }

    #[test]
    fn an_instrument_counts_with_notice_and_copy() {
        for set in SETS {
            for (contrary, outcome, found) in [
                ("notice and copy", "not voted", "met"),
                ("notice only", "voted as one", "unmet"),
                ("copy only", "voted as one", "unmet"),
                ("none", "voted as one", "none"),
            ] {
                let answer = ask(
                    set,
                    "A for=1; B for=1; C against=1",
                    &[("contrary-instrument", contrary), ("instrument-rule", "all together")],
                );
                let value = answer.readings.last().map_or_else(
                    || field(&answer, "outcome"),
                    |reading| field_of(&reading.value, "outcome"),
                );
                assert_eq!(value, outcome, "{set} {contrary}");
                assert_eq!(status(&answer, "joint-instrument-incomplete"), found, "{set} {contrary}");
            }
        }
    }

    #[test]
    fn voting_trustees_need_a_majority_of_all_and_divide_equally() {
        let trustees = ("relation", "voting trustees");
        let split = ask("novell-2001", "A for=1; B against=1", &[trustees]);
        assert_eq!((field(&split, "for").as_str(), field(&split, "against").as_str()), ("150", "150"));
        let one = ask("novell-2001", "A for=1; B absent=1; C absent=1", &[trustees]);
        assert_eq!(one.readings.len(), 2);
    }

    #[test]
    fn a_text_may_let_the_first_named_decide_and_no_vote_follow_a_split() {
        let told = [("joint-holders", "A absent=1; B against=1; C for=1"), ("votes-held", "90")];
        let first = "joint-holders \"all\" of=\"the first named of those voting\"";
        let answer = ask_with_bylaws(first, "joint-holders-vote", &told);
        assert_eq!(answer.readings.len(), 2);
        assert_eq!(field_of(&answer.readings[1].value, "against"), "90");
        let none = "joint-holders \"majority\" of=\"those voting\" even-split=\"not voted\"";
        let answer = ask_with_bylaws(none, "joint-holders-vote", &told);
        assert_eq!(field_of(&answer.readings[1].value, "outcome"), "not voted");
    }
}
