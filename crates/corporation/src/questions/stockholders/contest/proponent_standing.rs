//! # May this stockholder bring business or a nomination before the meeting?
//!
//! Answers to the sections of the bylaws on advance notice, which say of which days the stockholder is a holder of record, whether
//! the stockholder is entitled to vote, and whether somebody must come to the meeting.
//!
//! **Our reading.** What several sections ask cumulates. A beneficial owner who is not of record does not stand in for the holder
//! of record: a condition of record ownership is enforced as written. Where a text asks only for a representation of intent
//! to appear, absence has no consequence by that text.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** Who is a qualified representative.

use quorate_law::vocabulary::Field;
use quorate_law::vocabulary::proponent::{
    APPEARS, DEFINITION, ENTITLED_TO_VOTE, RECORD_AT_MEETING, RECORD_AT_NOTICE, RECORD_AT_RECORD_DATE,
};
use quorate_law::{Provision, Resolution, Situation};

use super::facts::{SUBJECT, situation};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_KIND, finding};

/// Of record at the notice.
pub static HELD_AT_NOTICE: Fact<bool> = Fact::new(
    "record-holder-at-notice",
    "whether the stockholder was a holder of record on the day of giving notice",
);
/// Of record on the record date.
pub static HELD_AT_RECORD_DATE: Fact<bool> = Fact::new(
    "record-holder-at-record-date",
    "whether the stockholder was a holder of record on the record date",
);
/// Of record at the meeting.
pub static HELD_AT_MEETING: Fact<bool> = Fact::new(
    "record-holder-at-meeting",
    "whether the stockholder is a holder of record at the time of the meeting",
);
/// Entitled to vote.
pub static MAY_VOTE: Fact<bool> = Fact::new(
    "entitled-to-vote",
    "whether the stockholder is entitled to vote on the matter at the meeting",
);
/// Came or sent somebody.
pub static APPEARED: Fact<bool> = Fact::new(
    "appeared",
    "whether the stockholder or a qualified representative appeared at the meeting",
);

/// The stockholder lacks what the text asks for.
pub static LACKING: FindingDefinition = FindingDefinition {
    id: "proponent-lacks-standing",
    title: "the stockholder may not bring it before the meeting",
    rank: Rank::Standing,
};

/// Nobody came.
pub static ABSENT: FindingDefinition = FindingDefinition {
    id: "proponent-absent",
    title: "the stockholder did not come to present it",
    rank: Rank::Standing,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "proponent-standing",
    title: "May this stockholder bring business or a nomination before the meeting?",
    chapter: "stockholders",
    capabilities: &["S18", "S19"],
    source: include_str!("proponent_standing.rs"),
    facts: &[
        &SUBJECT.spec,
        &MEETING_KIND.spec,
        &HELD_AT_NOTICE.spec,
        &HELD_AT_RECORD_DATE.spec,
        &HELD_AT_MEETING.spec,
        &MAY_VOTE.spec,
        &APPEARED.spec,
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&LACKING, &ABSENT],
    ask,
};

/// What a text can ask of the stockholder: the field, the fact, what is asked, and what is not so.
type Condition = (&'static Field<bool>, &'static Fact<bool>, &'static str, &'static str);

const CONDITIONS: [Condition; 4] = [
    (
        &RECORD_AT_NOTICE,
        &HELD_AT_NOTICE,
        "holder of record when giving notice",
        "not of record when notice was given",
    ),
    (
        &RECORD_AT_RECORD_DATE,
        &HELD_AT_RECORD_DATE,
        "holder of record on the record date",
        "not of record on the record date",
    ),
    (
        &RECORD_AT_MEETING,
        &HELD_AT_MEETING,
        "holder of record at the meeting",
        "not of record at the meeting",
    ),
    (
        &ENTITLED_TO_VOTE,
        &MAY_VOTE,
        "entitled to vote at the meeting",
        "not entitled to vote",
    ),
];

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = situation(inquiry)?;
    let items = judge(inquiry, &situation)?;
    Ok(Value::Items(items).into())
}

/// What the texts ask of the stockholder, each once; and whether it is so.
///
/// # Errors
/// Pauses when no text says anything.
pub(super) fn judge(inquiry: &mut Inquiry<'_>, situation: &Situation) -> Result<Vec<String>, Pause> {
    let resolution = inquiry.require(&DEFINITION, situation)?;
    let mut items = Vec::new();
    for (field, _, asked, _) in CONDITIONS {
        let asking = asking(&resolution, field);
        for provision in &asking {
            inquiry.show(format!("{}: {asked}", provision.citation));
        }
        if !asking.is_empty() {
            items.push(asked.to_owned());
        }
    }
    judge_standing(inquiry, &resolution);
    let asking = asking(&resolution, &APPEARS);
    if !asking.is_empty() {
        items.push("present or represented at the meeting".to_owned());
        judge_presence(inquiry, &asking);
    }
    Ok(items)
}

fn asking<'a>(resolution: &Resolution<'a>, field: &'static Field<bool>) -> Vec<&'a Provision> {
    resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.says(field))
        .collect()
}

fn judge_standing(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let (mut lacking, mut blames, mut authority) = (Vec::new(), Vec::new(), Vec::new());
    let (mut relied, mut not_known) = (Vec::new(), Vec::new());
    for (field, fact, asked, not_so) in CONDITIONS {
        let asking = asking(resolution, field);
        if asking.is_empty() {
            continue;
        }
        let Some(is_so) = inquiry.known(fact) else {
            not_known.push(asked);
            continue;
        };
        relied.extend(asking.iter().copied());
        if !is_so {
            lacking.push(not_so);
            blames.push(fact.spec.name);
            authority.extend(asking);
        }
    }
    if relied.is_empty() {
        return;
    }
    let is_met = lacking.is_empty();
    let message = if !is_met {
        format!("the stockholder is {}", lacking.join("; "))
    } else if not_known.is_empty() {
        "the stockholder is what the text asks for".to_owned()
    } else {
        format!(
            "the stockholder is what the text asks for, as far as it is known; not known yet: {}",
            not_known.join("; ")
        )
    };
    let authority = super::facts::each_once(if is_met { relied } else { authority });
    let mut found = finding(&LACKING, is_met, message, &authority, blames);
    if !is_met {
        found.help = Some(
            "have a holder of record give the notice, while it is still timely, or ask the board to bring it".to_owned(),
        );
    }
    inquiry.find(found);
}

fn judge_presence(inquiry: &mut Inquiry<'_>, asking: &[&Provision]) {
    let Some(appeared) = inquiry.known(&APPEARED) else { return };
    let message = if appeared {
        "the stockholder or a representative came to present it"
    } else {
        "neither the stockholder nor a representative came to present it"
    };
    let mut found = finding(&ABSENT, appeared, message.to_owned(), asking, vec!["appeared"]);
    if !appeared {
        found.help = Some("have it disregarded, although proxies for it were received, or have the board bring it".to_owned());
    }
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, status};

    const ID: &str = "proponent-standing";
    const ALL: [&str; 4] = [
        "record-holder-at-notice",
        "record-holder-at-record-date",
        "record-holder-at-meeting",
        "entitled-to-vote",
    ];

    #[test]
    fn each_text_asks_for_its_own_conditions() {
        for (set, subject, asked) in [
            ("altiris-2006", "business", vec![0, 1]),
            ("altiris-2006", "nominations", vec![0, 1]),
            ("novell-2001", "business", vec![0, 3]),
            ("novell-2001", "nominations", vec![0, 3]),
            ("raining-data-2001", "nominations", vec![3]),
        ] {
            for (index, lacking) in ALL.into_iter().enumerate() {
                let told = [("subject", subject), (lacking, "no")];
                let expected = if asked.contains(&index) { "unmet" } else { "none" };
                assert_eq!(status(&ask_under(set, ID, &told), "proponent-lacks-standing"), expected, "{set} {told:?}");
            }
            let told: Vec<_> = ALL.into_iter().map(|fact| (fact, "yes")).chain([("subject", subject)]).collect();
            assert_eq!(status(&ask_under(set, ID, &told), "proponent-lacks-standing"), "met");
        }
        assert!(ask_under("raining-data-2001", ID, &[("subject", "business")]).is_silent);
    }

    #[test]
    fn absence_has_a_consequence_only_where_the_text_gives_one() {
        for (bylaws, expected) in
            [("proponent appears=#true record-at-meeting=#true", "unmet"), ("proponent record-at-meeting=#true", "none")]
        {
            assert_eq!(status(&ask_with_bylaws(bylaws, ID, &[("appeared", "no")]), "proponent-absent"), expected);
        }
    }
}
