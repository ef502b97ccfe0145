//! Who stands behind an account: several holders, representatives, deaths, and votes beyond a position.

use quorate_calendar::Day;

use super::common::{asked, no_questions, with_given, with_listing};
use super::meeting::{HOLDER, register};
use super::proxies::representation;
use crate::act::{ActDefinition, Case, MEETING, Misdirected, Nature};
use crate::event::{Event, HoldersEvent};
use crate::facts::{Fact, FactValue};
use crate::quantity::Quantity;
use crate::questions::stockholders::holders::joint_holders_vote::{CONTRARY, INSTRUMENT_RULE, RELATION, UNEQUAL};
use crate::questions::stockholders::holders::representative_vote::{IN_CAPACITY, OWN_NAME, SHOWN};
use crate::questions::stockholders::inspection::inspectors_evidence;
use crate::questions::stockholders::proxies::nominee_over_vote::{HOLDER_KIND, OTHER_INFORMATION};
use crate::state::Representative;

static PERSONS: Fact<Vec<String>> = Fact::new(
    "persons",
    "the persons in the order of the records, each with the part held where parts differ, such as \"Ann Dean=60, Bo Dean=40\"",
);
static PERSON: Fact<String> = Fact::new("person", "the person");
static DIED: Fact<Day> = Fact::new(
    "died",
    "the day of the death or incapacity; that of the act when none is given",
);
static NOTICE: Fact<Day> = Fact::new(
    "notice-to-secretary",
    "the day on which the secretary has written notice of it; none when the secretary has none",
);
static PART: Fact<String> = Fact::new("part", "the part of the position, such as a nominee's client");
static CLAIMED: Fact<u64> = Fact::new(
    "claimed",
    "the votes that the instruments claim for the position; where part is told, those that they claim for the part",
);
static FOUND: Fact<u64> = Fact::new("votes", "the votes that the inspectors find to be the holder's");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[
    &REGISTER_JOINT_HOLDERS,
    &REGISTER_REPRESENTATIVE,
    &REPORT_DEATH,
    &RECONCILE_OVER_VOTE,
];

static REGISTER_JOINT_HOLDERS: ActDefinition = ActDefinition {
    name: "register-joint-holders",
    title: "Shares stand in the names of several persons",
    nature: Nature::Happening,
    doc: "The records name several persons for one account, with what the secretary has of an instrument that fixes their interests or who decides.",
    example: "register-joint-holders \"A-17\" persons=\"Ann Dean, Bo Dean\" relation=\"tenants in common\" on=\"2002-01-10\"",
    fields: &[
        &HOLDER.spec,
        &PERSONS.spec,
        &RELATION.spec,
        &UNEQUAL.spec,
        &CONTRARY.spec,
        &INSTRUMENT_RULE.spec,
    ],
    required: &["holder", "persons"],
    file: None,
    questions: |case| {
        persons(case)?;
        no_questions(case)
    },
    events: |case, _| {
        Ok(vec![Event::Holders(HoldersEvent::JointHoldersRegistered {
            holder: case.need(&HOLDER)?,
            persons: persons(case)?,
            relation: case.given(&RELATION).unwrap_or("joint tenants").to_owned(),
            unequal: case.given(&UNEQUAL).unwrap_or(false),
            contrary: case.given(&CONTRARY).unwrap_or("none").to_owned(),
            rule: case.given(&INSTRUMENT_RULE).unwrap_or_default().to_owned(),
        })])
    },
};

static REGISTER_REPRESENTATIVE: ActDefinition = ActDefinition {
    name: "register-representative",
    title: "A representative of a holder is entered",
    nature: Nature::Happening,
    doc: "A person is entered who votes an account's shares in a capacity of its own: fiduciary, executor, pledgee, voting trustee.",
    example: "register-representative \"A-17\" person=\"Cy Lane\" capacity=\"executor or administrator\" in-own-name=#false shown=\"proof of appointment\" on=\"2002-01-10\"",
    fields: &[
        &HOLDER.spec,
        &PERSON.spec,
        &IN_CAPACITY.spec,
        &OWN_NAME.spec,
        &SHOWN.spec,
    ],
    required: &["holder", "person", "capacity", "in-own-name"],
    file: None,
    questions: |case| {
        Ok(vec![asked(
            "representative-vote",
            representation(&representative(case)?),
        )?])
    },
    events: |case, _| {
        let known = representative(case)?;
        Ok(vec![Event::Holders(HoldersEvent::RepresentativeRegistered {
            holder: case.need(&HOLDER)?,
            person: known.person,
            capacity: known.capacity,
            in_own_name: known.in_own_name,
            shown: known.shown,
        })])
    },
};

static REPORT_DEATH: ActDefinition = ActDefinition {
    name: "report-death",
    title: "A holder's death or incapacity is reported",
    nature: Nature::Happening,
    doc: "A holder, or one of several, died or became incapacitated. What that does to a proxy is judged when the votes are counted.",
    example: "report-death \"A-17\" died=\"2002-04-10\" notice-to-secretary=\"2002-04-12\" on=\"2002-04-12\"",
    fields: &[&HOLDER.spec, &PERSON.spec, &DIED.spec, &NOTICE.spec],
    required: &["holder"],
    file: None,
    questions: no_questions,
    events: |case, _| {
        Ok(vec![Event::Holders(HoldersEvent::HolderDied {
            holder: case.need(&HOLDER)?,
            person: case.given(&PERSON).unwrap_or_default(),
            died: case.given(&DIED).unwrap_or(case.act.on.day),
            notice: case.given(&NOTICE),
        })])
    },
};

static RECONCILE_OVER_VOTE: ActDefinition = ActDefinition {
    name: "reconcile-over-vote",
    title: "The inspectors reconcile votes beyond a position",
    nature: Nature::Happening,
    doc: "The inspectors find how many of the votes claimed for a position, or a part of it, are the holder's; where they used other information, for what and from where.",
    example: "reconcile-over-vote \"annual-2002\" holder=\"A-17\" claimed=1200 votes=1000 other-information=#false on=\"2002-04-17T11:00\" by=\"inspectors of election\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &PART.spec,
        &CLAIMED.spec,
        &FOUND.spec,
        &HOLDER_KIND.spec,
        &OTHER_INFORMATION.spec,
        &inspectors_evidence::USED_FOR.spec,
        &inspectors_evidence::STATED.spec,
    ],
    required: &["meeting", "holder", "claimed", "votes", "other-information"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let holder = case.need(&HOLDER)?;
        let whole = |votes: u64| FactValue::Quantity(Quantity::whole(votes));
        let held = register(case, meeting)?.holding(&holder).map_or(0, |(_, votes)| votes);
        // What was found for the other parts takes its place in the position too.
        let part = case.given(&PART).unwrap_or_default();
        let of_others = meeting
            .reconciled
            .iter()
            .filter(|((of, other), _)| !part.is_empty() && *of == holder && *other != part)
            .fold(0_u64, |sum, (_, votes)| sum.saturating_add(*votes));
        let found = case.need(&FOUND)?.saturating_add(of_others);
        let facts = case
            .act
            .facts
            .clone()
            .with("votes-claimed", whole(case.need(&CLAIMED)?))
            .with("votes-held", whole(held))
            .with("votes-reconciled", whole(found));
        let mut questions = vec![asked("nominee-over-vote", with_listing(facts, case))?];
        if case.given(&OTHER_INFORMATION) == Some(true) {
            let facts = crate::facts::Facts::none();
            let facts = with_given(facts, case, &inspectors_evidence::USED_FOR.spec);
            let facts = with_given(facts, case, &inspectors_evidence::STATED.spec);
            questions.push(asked("inspectors-evidence", with_listing(facts, case))?);
        }
        Ok(questions)
    },
    events: |case, answers| {
        let counted = answers.first().and_then(|answer| answer.value.as_ref());
        let fields = counted.map(crate::answer::Value::fields).unwrap_or_default();
        let is_found = fields
            .iter()
            .any(|(name, text)| name == "outcome" && text != "not counted");
        if !is_found {
            // A finding that does not stand changes no count; the act is entered with its defects.
            return Ok(Vec::new());
        }
        Ok(vec![Event::Holders(HoldersEvent::OverVoteReconciled {
            meeting: case.need(&MEETING)?,
            holder: case.need(&HOLDER)?,
            part: case.given(&PART).unwrap_or_default(),
            votes: case.need(&FOUND)?,
            happened: case.act.on,
        })])
    },
};

/// The persons and their parts.
fn persons(case: &Case<'_>) -> Result<Vec<(String, String)>, Misdirected> {
    let wrong = |message: String| Misdirected {
        message,
        help: Some("write the names, each with its part where parts differ: Ann Dean=60, Bo Dean=40".to_owned()),
        field: "persons",
    };
    let mut persons: Vec<(String, String)> = Vec::new();
    for text in case.need(&PERSONS)? {
        let (person, part) = text.split_once('=').unwrap_or((&text, "1"));
        let (person, part) = (person.trim(), part.trim());
        Quantity::parse(part).map_err(wrong)?;
        if persons.iter().any(|(known, _)| known == person) {
            return Err(wrong(format!("{person} is named twice")));
        }
        persons.push((person.to_owned(), part.to_owned()));
    }
    if persons.len() < 2 {
        return Err(wrong(
            "shares stand in several names only with two persons or more".to_owned(),
        ));
    }
    Ok(persons)
}

fn representative(case: &Case<'_>) -> Result<Representative, Misdirected> {
    Ok(Representative {
        person: case.need(&PERSON)?,
        capacity: case.need(&IN_CAPACITY)?.to_owned(),
        in_own_name: case.need(&OWN_NAME)?,
        shown: case.given(&SHOWN).unwrap_or_else(|| vec!["nothing".to_owned()]),
    })
}
