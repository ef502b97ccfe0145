//! # Which of several alternatives did the stockholders choose?
//!
//! Answers to 8 Del. C. § 216(2), to the section of the bylaws on voting, and to votes on a frequency (every 1, 2 or 3 years), which the
//! federal rules on say-on-pay ask for.
//!
//! **Our reading.** Where a text says by what vote an alternative is chosen, that decides. Where none does there are two readings. On
//! the one we prefer the ordinary vote is held against each alternative, since the stockholders act by no other: votes for the other
//! alternatives stand against it, so that often none is carried. On the other the alternative with the most votes is chosen; a vote that
//! only advises the board needs no standard, and many boards say beforehand that they will follow it. Where the board has said so, that
//! reading is preferred. Equal votes choose none.
//!
//! **What may vary.** Certificate or bylaws may set the standard.
//!
//! **Not encoded.** Whether the vote binds anybody; a vote on the frequency of say-on-pay does not. What must be reported of the board's
//! decision.
//!
//! **Open question** for counsel: whether a vote among alternatives is one vote or several.

use quorate_law::vocabulary::alternatives_vote::{DEFINITION, STANDARD};
use quorate_law::vocabulary::{share_class, stock_proportions, stockholder_quorum, stockholder_vote};
use quorate_law::{Provision, Reckoning, Situation};
use quorate_tally::plurality;

use super::figures::{
    ABSTAIN, BROKER_NON_VOTES, CLASS, CLASSES, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING, SHARES_PRESENT, VOTE,
    VOTES_ENTITLED, VOTES_PRESENT, vote_situation,
};
use super::vote_law::{Ballots, Limb, PREFERRED, judge, limb_sets, standard};
use crate::answer::{Reading, Shape, Value};
use crate::facts::{Fact, Row};
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE, finding};
use crate::threshold::Units;

/// The alternatives and their votes.
static ALTERNATIVES: Fact<Vec<Row>> = Fact::rows("alternatives", &["for"], "for each alternative the votes for it");
/// Whether the board will follow the most votes.
static BOARD_FOLLOWS: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "board-follows-most",
        "whether the board said beforehand that it would follow the alternative with the most votes",
    );
    fact.spec.otherwise = Some("no");
    fact
};

/// No alternative is chosen.
pub static NONE_CHOSEN: FindingDefinition = FindingDefinition {
    id: "no-alternative-chosen",
    title: "no alternative was chosen",
    rank: Rank::Vote,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "frequency-vote",
    title: "Which of several alternatives did the stockholders choose?",
    chapter: "stockholders",
    capabilities: &["S10"],
    source: include_str!("frequency_vote.rs"),
    facts: &[
        &ALTERNATIVES.spec,
        &ABSTAIN.spec,
        &BROKER_NON_VOTES.spec,
        &BOARD_FOLLOWS.spec,
        &MATTERS.spec,
        &MEETING_DATE.spec,
        &VOTE.spec,
        &CLASS.spec,
        &SHARES_ENTITLED.spec,
        &VOTES_ENTITLED.spec,
        &SHARES_OUTSTANDING.spec,
        &SHARES_PRESENT.spec,
        &VOTES_PRESENT.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[
        &DEFINITION,
        &stockholder_vote::DEFINITION,
        &stockholder_quorum::DEFINITION,
        &share_class::DEFINITION,
        &stock_proportions::DEFINITION,
    ],
    findings: &[&NONE_CHOSEN],
    ask,
};

/// Who is chosen under one standard, with what set it.
struct Outcome<'a> {
    text: String,
    because: String,
    chosen: Chosen,
    authority: Vec<&'a Provision>,
}

/// The alternative chosen, or why none is.
#[derive(PartialEq, Eq)]
enum Chosen {
    One(String),
    None,
    Tied(Vec<String>),
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let rows = inquiry.need(&ALTERNATIVES)?;
    if let Some(row) = rows.iter().enumerate().find(|(index, row)| rows[..*index].iter().any(|other| other.name == row.name)) {
        return Err(Pause::Impossible(format!("the alternative {} is told twice", row.1.name)));
    }
    let rule = inquiry.consult(&DEFINITION, &Situation::general())?;
    let word = rule.first().and_then(|provision| provision.word(&STANDARD));
    let mut outcomes = match word {
        Some("most votes") => vec![by_most_votes(&rows, rule.controlling.clone())?],
        Some(_) => by_ordinary_vote(inquiry, &rows)?,
        None => {
            let mut outcomes = by_ordinary_vote(inquiry, &rows)?;
            let authority = outcomes.first().map(|outcome| outcome.authority.clone()).unwrap_or_default();
            let most = by_most_votes(&rows, authority)?;
            let place = if inquiry.need(&BOARD_FOLLOWS)? { 0 } else { outcomes.len() };
            outcomes.insert(place, most);
            outcomes
        }
    };
    let is_plain = outcomes.iter().all(|outcome| outcome.chosen == outcomes[0].chosen);
    judge_chosen(inquiry, &outcomes[0], is_plain);
    if is_plain {
        return Ok(value(&outcomes.remove(0).chosen, &rows).into());
    }
    let readings = outcomes.iter().enumerate().map(|(index, outcome)| Reading {
        text: outcome.text.clone(),
        value: value(&outcome.chosen, &rows),
        because: outcome.because.clone(),
        is_preferred: index == 0,
        who_decides: "the board where the vote only advises it, else the inspectors of election or the chair, and in the end \
                      the Court of Chancery"
            .to_owned(),
    });
    Ok(Conclusion::Readings(readings.collect()))
}

/// The alternative with the most votes.
fn by_most_votes<'a>(rows: &[Row], authority: Vec<&'a Provision>) -> Result<Outcome<'a>, Pause> {
    let votes: Vec<Quantity> = rows.iter().map(|row| row.column("for")).collect();
    let units = Units::of(&votes)?;
    let counted = votes.iter().map(|votes| units.votes(votes)).collect::<Result<Vec<_>, _>>()?;
    let ranked = plurality(&counted, 1);
    let name = |place: &usize| rows[*place].name.clone();
    let chosen = match (ranked.elected.first(), ranked.tied.is_empty()) {
        (Some(first), _) => Chosen::One(name(first)),
        (None, false) => Chosen::Tied(ranked.tied.iter().map(name).collect()),
        (None, true) => Chosen::None,
    };
    Ok(Outcome {
        text: "the alternative with the most votes is chosen".to_owned(),
        because: "a vote among alternatives asks which the holders prefer".to_owned(),
        chosen,
        authority,
    })
}

/// The alternative that reaches the ordinary vote, the votes for all others standing against it; one outcome for each set of limbs.
fn by_ordinary_vote<'a>(inquiry: &mut Inquiry<'a>, rows: &[Row]) -> Result<Vec<Outcome<'a>>, Pause> {
    let situation = vote_situation(inquiry)?;
    let mut outcomes = Vec::new();
    for limbs in limb_sets(inquiry, &situation)? {
        let mut reaching = Vec::new();
        for row in rows {
            if reaches(inquiry, &limbs, row, rows)? {
                reaching.push(row.name.clone());
            }
        }
        let chosen = match reaching.len() {
            0 => Chosen::None,
            1 => Chosen::One(reaching.remove(0)),
            _ => Chosen::Tied(reaching),
        };
        outcomes.push(Outcome {
            text: format!("an alternative is chosen that reaches the ordinary vote: {}", standard(&limbs)),
            because: "the stockholders act by no other vote, and the text makes no exception for alternatives".to_owned(),
            chosen,
            authority: limbs.iter().map(|limb| limb.provision).collect(),
        });
    }
    Ok(outcomes)
}

fn reaches(inquiry: &mut Inquiry<'_>, limbs: &[Limb<'_>], row: &Row, rows: &[Row]) -> Result<bool, Pause> {
    let others: Vec<Quantity> = rows.iter().filter(|other| other.name != row.name).map(|other| other.column("for")).collect();
    let ballots = Ballots {
        votes_for: Some(row.column("for")),
        against: Some(Quantity::sum(&others)),
        abstain: inquiry.known(&ABSTAIN).unwrap_or_else(Quantity::zero),
        broker_non_votes: inquiry.known(&BROKER_NON_VOTES).unwrap_or_else(Quantity::zero),
    };
    let outcome = judge(inquiry, limbs, &ballots, PREFERRED)?;
    for judged in &outcome.limbs {
        inquiry.show(format!("{}: {}", row.name, judged.figures));
    }
    Ok(outcome.is_carried)
}

fn judge_chosen(inquiry: &mut Inquiry<'_>, outcome: &Outcome<'_>, is_plain: bool) {
    let message = match &outcome.chosen {
        Chosen::One(name) => format!("{name} was chosen"),
        Chosen::None => "no alternative reached the vote".to_owned(),
        Chosen::Tied(names) => format!("equal votes, or more than one that reached the vote: {}", names.join(", ")),
    };
    let is_met = matches!(outcome.chosen, Chosen::One(_));
    let mut found = finding(&NONE_CHOSEN, is_met, message, &outcome.authority, vec!["alternatives"]);
    if !is_plain {
        found.status = FindingStatus::DependsOnReading;
    }
    found.help = (!is_met && is_plain).then(|| "the board decides with that in view, or the vote is put again".to_owned());
    inquiry.find(found);
}

fn value(chosen: &Chosen, rows: &[Row]) -> Value {
    let (outcome, name) = match chosen {
        Chosen::One(name) => ("chosen", name.clone()),
        Chosen::None => ("none chosen", "none".to_owned()),
        Chosen::Tied(names) => ("tied", names.join(", ")),
    };
    let votes: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.name, row.column("for"))).collect();
    let fields = [("outcome", outcome.to_owned()), ("alternative", name), ("votes", votes.join("; "))];
    Value::Tally(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, field_of, status};

    #[test]
    fn the_ordinary_vote_and_the_most_votes_may_differ() {
        // 100 cast: 51 is a majority of what is present; with one abstaining it is 51 of 101, with two not more than half of 102.
        for (one, three, abstain, chosen) in [
            ("51", "49", "0", Some("1 year")),
            ("51", "49", "1", Some("1 year")),
            ("51", "49", "2", None),
            ("50", "45", "5", None),
        ] {
            let rows = format!("1 year for={one}; 3 years for={three}");
            let told = [("alternatives", &*rows), ("abstain", abstain)];
            for set in ["novell-2001", "raining-data-2001"] {
                let answer = ask_under(set, "frequency-vote", &told);
                match chosen {
                    Some(name) => assert_eq!(field(&answer, "alternative"), name, "{set} {rows}"),
                    None => {
                        let names: Vec<_> =
                            answer.readings.iter().map(|reading| field_of(&reading.value, "alternative")).collect();
                        assert_eq!(names, ["none", "1 year"], "{set} {rows}");
                        assert_eq!(status(&answer, "no-alternative-chosen"), "depends on the reading");
                    }
                }
            }
        }
    }

    #[test]
    fn a_text_or_the_board_s_word_decides_between_them() {
        let told = [("alternatives", "1 year for=40; 2 years for=25; 3 years for=35")];
        for (bylaws, chosen) in [("alternatives-vote \"most votes\"", "1 year"), ("alternatives-vote \"ordinary vote\"", "none")] {
            assert_eq!(field(&ask_with_bylaws(bylaws, "frequency-vote", &told), "alternative"), chosen);
        }
        let follows = ask_with_bylaws(SILENT, "frequency-vote", &[told[0], ("board-follows-most", "yes")]);
        assert_eq!(field_of(&follows.readings[0].value, "alternative"), "1 year");
        let tied = [("alternatives", "1 year for=40; 3 years for=40")];
        let answer = ask_with_bylaws("alternatives-vote \"most votes\"", "frequency-vote", &tied);
        assert_eq!((field(&answer, "outcome"), status(&answer, "no-alternative-chosen")), ("tied".into(), "unmet"));
    }
}
