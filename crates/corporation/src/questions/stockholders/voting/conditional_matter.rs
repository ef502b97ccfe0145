//! # Does a matter take effect that depends on another, or excludes it?
//!
//! Answers to 8 Del. C. § 216(2) (what the stockholders voted is their act) and § 222(a), and to matters that the notice ties together:
//! one that is to take effect only if another is carried, and two of which only one can stand.
//!
//! **Our reading.** Every condition that the notice or the matter's own words state must be fulfilled, beside the vote on the matter
//! itself. A condition that was not stated to those who voted is no part of what they did; whether the board may hold to it all the same
//! is doubtful, and both readings are shown. Where two matters exclude each other and both are carried, a text of the corporation
//! decides; without one there are three readings: the one with more votes for prevails, which we prefer because both voted on the same
//! choice; the one voted on later, because it is the last word; neither, because the two acts contradict each other.
//!
//! **What may vary.** The notice, the matter's own words, certificate or bylaws.
//!
//! **Not encoded.** Conditions other than votes, such as a court's approval or a financing.

use quorate_law::vocabulary::conflicting_matters::{DEFINITION, PREVAILS};
use quorate_law::vocabulary::stockholder_vote;
use quorate_law::{Provision, Reckoning, Situation};

use super::figures::{FOR, vote_situation};
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE, finding};

/// Whether the matter was carried.
static CARRIED: Fact<bool> = Fact::new("carried", "whether the matter itself was carried");
/// Whether those it depends on were.
static CONDITIONS_CARRIED: Fact<bool> = Fact::new(
    "conditions-carried",
    "whether every matter on which it depends was carried and takes effect",
);
/// Which matter it is, in a count.
static THIS: Fact<String> = Fact::new("this-matter", "the matter itself");
/// Which of those it depends on failed, in a count.
static FAILED: Fact<Vec<String>> = Fact::new("not-carried", "the matters on which it depends and that were not carried");
/// Whether the condition was stated.
static CONDITION_STATED: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "condition-stated",
        "whether the notice or the matter's own words state the condition",
    );
    fact.spec.otherwise = Some("yes");
    fact
};
/// Whether one that it excludes was carried.
static EXCLUDED_CARRIED: Fact<bool> = Fact::new(
    "excluded-carried",
    "whether a matter that cannot stand beside it was carried too",
);
/// The votes for the other one.
static FOR_EXCLUDED: Fact<Quantity> = Fact::new("for-excluded", "the votes for the matter that cannot stand beside it");
/// Whether it came later.
static VOTED_LATER: Fact<bool> = Fact::new("voted-later", "whether it was voted on after the matter that cannot stand beside it");

/// A condition is not fulfilled.
pub static NOT_FULFILLED: FindingDefinition = FindingDefinition {
    id: "condition-not-fulfilled",
    title: "a matter on which this one depends was not carried",
    rank: Rank::Vote,
};

/// Both were carried.
pub static BOTH_CARRIED: FindingDefinition = FindingDefinition {
    id: "excluding-matters-carried",
    title: "two matters that exclude each other were both carried",
    rank: Rank::Vote,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "conditional-matter",
    title: "Does a matter take effect that depends on another, or excludes it?",
    chapter: "stockholders",
    capabilities: &["S10"],
    source: include_str!("conditional_matter.rs"),
    facts: &[
        &CARRIED.spec,
        &CONDITIONS_CARRIED.spec,
        &THIS.spec,
        &FAILED.spec,
        &CONDITION_STATED.spec,
        &EXCLUDED_CARRIED.spec,
        &FOR.spec,
        &FOR_EXCLUDED.spec,
        &VOTED_LATER.spec,
        &MATTERS.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION, &stockholder_vote::DEFINITION],
    findings: &[&NOT_FULFILLED, &BOTH_CARRIED],
    ask,
};

/// Who settles which reading is right.
const WHO_DECIDES: &str = "counsel and the board, and in the end the Court of Chancery";

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = vote_situation(inquiry)?;
    let vote = inquiry.require(&stockholder_vote::DEFINITION, &situation)?;
    if !inquiry.need(&CARRIED)? {
        inquiry.show("the matter was not carried; what it depends on makes no difference");
        return Ok(Value::YesNo(false).into());
    }
    let stands = match inquiry.known(&CONDITIONS_CARRIED) {
        Some(false) => unfulfilled(inquiry, &vote.controlling)?,
        other => {
            if other == Some(true) {
                let message = "every matter on which it depends was carried".to_owned();
                let found = finding(&NOT_FULFILLED, true, message, &vote.controlling, vec!["conditions-carried"]);
                inquiry.find(found);
            }
            vec![(true, "", "")]
        }
    };
    if let [(true, ..)] = stands.as_slice()
        && inquiry.known(&EXCLUDED_CARRIED) == Some(true)
    {
        return excluded(inquiry, &vote.controlling);
    }
    if let [(stands, ..)] = stands.as_slice() {
        return Ok(Value::YesNo(*stands).into());
    }
    Ok(readings(&stands))
}

/// Whether it takes effect on each reading, with the reading in words and why.
type Ways = Vec<(bool, &'static str, &'static str)>;

fn readings(ways: &[(bool, &'static str, &'static str)]) -> Conclusion {
    let reading = |(index, (stands, text, because)): (usize, &(bool, &str, &str))| Reading {
        text: (*text).to_owned(),
        value: Value::YesNo(*stands),
        because: (*because).to_owned(),
        is_preferred: index == 0,
        who_decides: WHO_DECIDES.to_owned(),
    };
    Conclusion::Readings(ways.iter().enumerate().map(reading).collect())
}

/// A condition failed: the matter falls with it, unless nobody had told the stockholders.
fn unfulfilled(inquiry: &mut Inquiry<'_>, authority: &[&Provision]) -> Result<Ways, Pause> {
    let is_stated = inquiry.need(&CONDITION_STATED)?;
    let this = inquiry.known(&THIS).unwrap_or_else(|| "it".to_owned());
    let failed = inquiry.known(&FAILED).unwrap_or_default().join(", ");
    let which = if failed.is_empty() { String::new() } else { format!(" ({failed})") };
    let message = match is_stated {
        true => format!("a matter on which {this} depends{which} was not carried, as the notice or its own words ask"),
        false => {
            format!("a matter on which {this} is to depend{which} was not carried, and those who voted were not told of that")
        }
    };
    let blames = vec!["conditions-carried", "condition-stated"];
    let mut found = finding(&NOT_FULFILLED, false, message, authority, blames);
    if !is_stated {
        found.status = FindingStatus::DependsOnReading;
    }
    found.help = Some("put both matters to the vote again, and state the condition in the notice".to_owned());
    inquiry.find(found);
    Ok(match is_stated {
        true => vec![(false, "", "")],
        false => vec![
            (
                true,
                "a condition that was not stated is no part of what was voted",
                "the stockholders acted on the words before them",
            ),
            (
                false,
                "the matter was put by those who tied it to the other",
                "who proposes a matter may withdraw it while its condition fails",
            ),
        ],
    })
}

/// Both of two matters that exclude each other were carried.
fn excluded(inquiry: &mut Inquiry<'_>, vote: &[&Provision]) -> Result<Conclusion, Pause> {
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let rule = resolution.first();
    let has_more = more_votes(inquiry);
    let is_later = inquiry.known(&VOTED_LATER);
    let word = rule.and_then(|rule| rule.word(&PREVAILS));
    let stands = match word {
        Some("more votes for") => Some(match has_more {
            Some(more) => more,
            None => inquiry.need(&FOR).and_then(|_| inquiry.need(&FOR_EXCLUDED)).map(|_| false)?,
        }),
        Some("voted on later") => Some(inquiry.need(&VOTED_LATER)?),
        Some(_) => Some(false),
        None => None,
    };
    let authority: Vec<&Provision> = rule.into_iter().chain(vote.iter().copied().filter(|_| rule.is_none())).collect();
    let message = "both matters were carried, and only one can stand".to_owned();
    let mut found = finding(&BOTH_CARRIED, false, message, &authority, vec!["excluded-carried"]);
    if stands.is_none() {
        found.status = FindingStatus::DependsOnReading;
    }
    found.help = Some("have counsel say which stands before either is carried out, or put the choice again".to_owned());
    inquiry.find(found);
    if let Some(stands) = stands {
        return Ok(Value::YesNo(stands).into());
    }
    let neither = (
        false,
        "neither stands",
        "the two acts contradict each other, and nothing says which goes before",
    );
    let more = has_more.map(|more| (more, "the one with more votes for stands", "both were votes on the same choice"));
    let later = is_later.map(|later| (later, "the one voted on later stands", "it is the stockholders' last word"));
    Ok(readings(&more.into_iter().chain(later).chain([neither]).collect::<Ways>()))
}

/// Whether it has more votes for than the other; none while both are not known, and not when they are equal.
fn more_votes(inquiry: &Inquiry<'_>) -> Option<bool> {
    let (own, other) = (inquiry.known(&FOR)?, inquiry.known(&FOR_EXCLUDED)?);
    Some(own > other)
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_with_bylaws, field, status};

    #[test]
    fn a_condition_must_be_fulfilled_where_it_was_stated() {
        for (told, value, found) in [
            (vec![("carried", "no")], "no", "none"),
            (vec![("carried", "yes")], "yes", "none"),
            (vec![("carried", "yes"), ("conditions-carried", "yes")], "yes", "met"),
            (vec![("carried", "yes"), ("conditions-carried", "no")], "no", "unmet"),
        ] {
            let answer = ask_with_bylaws(SILENT, "conditional-matter", &told);
            assert_eq!((field(&answer, "value").as_str(), status(&answer, "condition-not-fulfilled")), (value, found));
        }
        let told = [("carried", "yes"), ("conditions-carried", "no"), ("condition-stated", "no")];
        assert_eq!(ask_with_bylaws(SILENT, "conditional-matter", &told).readings.len(), 2);
    }

    #[test]
    fn of_two_that_exclude_each_other_a_text_chooses() {
        for (word, votes, later, stands) in [
            ("more votes for", "61", "no", "yes"),
            ("more votes for", "60", "no", "no"),
            ("voted on later", "1", "yes", "yes"),
            ("voted on later", "99", "no", "no"),
            ("neither", "99", "yes", "no"),
        ] {
            let told = [
                ("carried", "yes"),
                ("excluded-carried", "yes"),
                ("for", votes),
                ("for-excluded", "60"),
                ("voted-later", later),
            ];
            let answer = ask_with_bylaws(&format!("conflicting-matters \"{word}\""), "conditional-matter", &told);
            assert_eq!(field(&answer, "value"), stands, "{word} {votes}");
            assert_eq!(status(&answer, "excluding-matters-carried"), "unmet");
            assert_eq!(ask_with_bylaws(SILENT, "conditional-matter", &told).readings.len(), 3);
        }
    }
}
