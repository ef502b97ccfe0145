//! Requests for special meetings, and what a call on one is judged by.

use quorate_calendar::{CivilMoment, Day};
use quorate_law::vocabulary::special_meeting_means;

use super::common::{asked, day, no_questions, with_given};
use crate::act::{ActDefinition, Asked, Case, Misdirected, Nature};
use crate::event::{ConveningEvent, Event};
use crate::facts::{Fact, FactValue, Facts, read_fact};
use crate::quantity::Quantity;
use crate::questions;
use crate::state::{Meeting, SpecialRequest};
use crate::tabulate::freeze;

/// The id of a request.
pub(super) static REQUEST: Fact<String> = Fact::new("request", "the id of the request for a special meeting");
static CALLER: Fact<Vec<String>> = Fact::new(
    "caller",
    "the office or body that calls, where it is not the one who acts: board of directors, directors, stockholders, or offices",
);
static HOLDERS: Fact<Vec<String>> = Fact::new("holders", "the accounts of the holders of record who join in the call");
static DIRECTORS_JOINING: Fact<u64> = Fact::new("directors-joining", "how many directors join in the call");
static WHOLE_BOARD: Fact<u64> = Fact::new("whole-board", "how many seats the board has, vacant ones counted");
static SHARES_SHORT: Fact<Quantity> = Fact::new(
    "shares-short",
    "of the shares that join, those that are sold short, lent or hedged away",
);
static HELD_SINCE: Fact<Day> = Fact::new(
    "held-since",
    "the day since when all the shares that count have been held",
);
static SIMILAR: Fact<bool> = Fact::new(
    "similar-business",
    "whether the business requested is similar to that of another meeting",
);
static MATTERS: Fact<Vec<String>> = Fact::new("matters", "the kinds of matters that the meeting is to act on");
static IN_WRITING: Fact<bool> = Fact::new("in-writing", "whether the request is in writing");
static STATED: Fact<Vec<String>> = Fact::new("stated", "what the request states");
static DELIVERED_TO: Fact<Vec<String>> = Fact::new("delivered-to", "the offices whose holders got the request");
static MEANS: Fact<&'static str> = Fact::word(
    "means",
    special_meeting_means::MEANS_WORDS,
    "the means by which the request was delivered or sent",
);

/// The questions by which a request and a call are judged.
const JUDGED_BY: [&str; 3] = ["special-meeting-call", "special-meeting-request", "special-meeting-bar"];

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[&REQUEST_SPECIAL_MEETING, &REFUSE_REQUEST];

static REQUEST_SPECIAL_MEETING: ActDefinition = ActDefinition {
    name: "request-special-meeting",
    title: "A special meeting is requested",
    nature: Nature::Happening,
    doc: "A request for a special meeting is received on the day of the act. What those who join hold is read from the register of that day.",
    example: "request-special-meeting \"spring\" caller=\"stockholders\" holders=\"A-1, A-3\" stated=\"purpose\" delivered-to=\"secretary\" means=\"mail\" in-writing=#true on=\"2002-03-04\"",
    fields: &[
        &REQUEST.spec,
        &CALLER.spec,
        &HOLDERS.spec,
        &DIRECTORS_JOINING.spec,
        &WHOLE_BOARD.spec,
        &SHARES_SHORT.spec,
        &HELD_SINCE.spec,
        &SIMILAR.spec,
        &MATTERS.spec,
        &IN_WRITING.spec,
        &STATED.spec,
        &DELIVERED_TO.spec,
        &MEANS.spec,
    ],
    required: &["request"],
    file: None,
    questions: |case| {
        let id = case.need(&REQUEST)?;
        if case.corporation.special_requests.by_id.contains_key(&id) {
            return Err(Misdirected {
                message: format!("there is already a request \"{id}\""),
                help: Some("give the new request its own id".to_owned()),
                field: "request",
            });
        }
        let facts = requested(case)?;
        JUDGED_BY
            .into_iter()
            .map(|question| asked(question, facts.clone()))
            .collect()
    },
    events: |case, _| {
        let facts = requested(case)?;
        Ok(vec![Event::Convening(ConveningEvent::SpecialMeetingRequested {
            request: case.need(&REQUEST)?,
            callers: callers(case),
            received: day(case),
            told: facts
                .iter()
                .map(|(name, value)| (name.to_owned(), value.to_string()))
                .collect(),
        })])
    },
};

static REFUSE_REQUEST: ActDefinition = ActDefinition {
    name: "refuse-request",
    title: "A request for a special meeting is refused",
    nature: Nature::Happening,
    doc: "The one who must fix the date of a special meeting that is requested refuses to, or lets it be known that he will not.",
    example: "refuse-request \"spring\" on=\"2002-03-20\" by=\"secretary\"",
    fields: &[&REQUEST.spec],
    required: &["request"],
    file: None,
    questions: |case| {
        request(case)?;
        no_questions(case)
    },
    events: |case, _| {
        Ok(vec![Event::Convening(ConveningEvent::RequestRefused {
            request: case.need(&REQUEST)?,
            by: case.by(),
            on: day(case),
        })])
    },
};

/// The request that the act names.
fn request<'a>(case: &Case<'a>) -> Result<&'a SpecialRequest, Misdirected> {
    let id = case.need(&REQUEST)?;
    let known = &case.corporation.special_requests.by_id;
    known.get(&id).ok_or_else(|| Misdirected {
        message: format!("there is no request \"{id}\""),
        help: Some(
            match quorate_law::vocabulary::suggestion(&id, known.keys().map(String::as_str)) {
                Some(near) => format!("did you mean {near}?"),
                None => "enter the request first, with request-special-meeting".to_owned(),
            },
        ),
        field: "request",
    })
}

/// Who calls: as told, else the one who acts.
fn callers(case: &Case<'_>) -> Vec<String> {
    case.given(&CALLER).unwrap_or_else(|| acting(case))
}

/// The one who acts, by the offices that a person holds.
fn acting(case: &Case<'_>) -> Vec<String> {
    let Some(by) = &case.act.by else { return Vec::new() };
    let offices: Vec<String> = case
        .corporation
        .officers
        .iter()
        .filter(|officer| officer.person == *by && officer.from <= day(case))
        .map(|officer| officer.office.clone())
        .collect();
    if offices.is_empty() { vec![by.clone()] } else { offices }
}

/// The facts of a request: what the act tells, what those who join hold, and the meetings about it.
fn requested(case: &Case<'_>) -> Result<Facts, Misdirected> {
    let mut facts = around(case)
        .with("receipt", FactValue::Day(day(case)))
        .with("request-made", FactValue::YesNo(true));
    let callers = callers(case);
    if !callers.is_empty() {
        facts = facts.with("caller", FactValue::List(callers));
    }
    for spec in [
        &DIRECTORS_JOINING.spec,
        &WHOLE_BOARD.spec,
        &SHARES_SHORT.spec,
        &HELD_SINCE.spec,
        &SIMILAR.spec,
        &MATTERS.spec,
        &IN_WRITING.spec,
        &STATED.spec,
        &DELIVERED_TO.spec,
        &MEANS.spec,
    ] {
        facts = with_given(facts, case, spec);
    }
    match case.given(&HOLDERS) {
        Some(holders) => with_stock(facts, case, &holders),
        None => Ok(facts),
    }
}

/// The meetings that lie about the day of the act, and how many directors are in office, where any was named.
fn around(case: &Case<'_>) -> Facts {
    let on = day(case);
    let meetings = || case.corporation.meetings.values();
    let held = |meeting: &&Meeting| meeting.convened.is_some() && meeting.at.day <= on;
    let last = |kind: &str| {
        meetings()
            .filter(held)
            .filter(|meeting| meeting.kind == kind)
            .map(|meeting| meeting.at.day)
            .max()
    };
    let next = meetings()
        .filter(|meeting| meeting.kind == "annual" && meeting.at.day > on)
        .map(|meeting| meeting.at.day)
        .min();
    let days = [
        ("prior-annual-meeting", last("annual")),
        ("prior-special-meeting", last("special")),
        ("next-annual-meeting", next),
    ];
    let mut facts = Facts::none();
    for (name, known) in days {
        if let Some(known) = known {
            facts = facts.with(name, FactValue::Day(known));
        }
    }
    let directors = case
        .corporation
        .directors
        .iter()
        .filter(|(_, from)| *from <= on)
        .count();
    match u64::try_from(directors) {
        Ok(directors) if directors > 0 => facts.with("directors-in-office", FactValue::Count(directors)),
        _ => facts,
    }
}

/// What accounts hold together, and the whole, from the register of the moment of the act.
fn with_stock(facts: Facts, case: &Case<'_>, holders: &[String]) -> Result<Facts, Misdirected> {
    let frozen = freeze(case.corporation, case.book, case.evidence, case.act.on).map_err(|error| Misdirected {
        message: error.message,
        help: None,
        field: "holders",
    })?;
    let mut joined: Vec<&String> = holders.iter().collect();
    joined.sort_unstable();
    joined.dedup();
    let (mut shares, mut votes) = (0_u64, 0_u64);
    for account in joined {
        let Some((of_account, votes_of_account)) = frozen.holding(account) else {
            return Err(Misdirected {
                message: format!("the register has no account \"{account}\" on {}", day(case)),
                help: Some("name the accounts of holders of record".to_owned()),
                field: "holders",
            });
        };
        // Both stay below the register's own total, which fits.
        shares += of_account;
        votes += votes_of_account;
    }
    let (all_shares, all_votes) = frozen.whole();
    let quantity = |number| FactValue::Quantity(Quantity::whole(number));
    let facts = facts
        .with("shares-held", quantity(shares))
        .with("shares-entitled", quantity(all_shares));
    Ok(if all_shares == all_votes {
        facts
    } else {
        facts
            .with("votes-held", quantity(votes))
            .with("votes-entitled", quantity(all_votes))
    })
}

/// The facts of a request as it was entered.
fn remembered(request: &SpecialRequest) -> Facts {
    let specs = || {
        JUDGED_BY
            .into_iter()
            .filter_map(questions::find)
            .flat_map(|question| question.facts.iter().copied())
    };
    let mut facts = Facts::none();
    for (name, text) in &request.told {
        let value = specs()
            .find(|spec| spec.name == name)
            .and_then(|spec| read_fact(spec, text).ok());
        if let Some(value) = value {
            facts = facts.with(name, value);
        }
    }
    facts
}

/// What the call of a special meeting is judged by: its caller, the request that the call takes, and who fixes the date when it
/// was requested.
pub(super) fn judged_call(case: &Case<'_>, at: CivilMoment) -> Result<Vec<Asked>, Misdirected> {
    let meeting = FactValue::Day(at.day);
    if case.given(&REQUEST).is_none() {
        let callers = acting(case);
        let mut facts = around(case).with("request-made", FactValue::YesNo(false));
        if !callers.is_empty() {
            facts = facts.with("caller", FactValue::List(callers));
        }
        return Ok(vec![
            asked("special-meeting-call", facts.clone())?,
            asked("special-meeting-request", facts)?,
        ]);
    }
    let request = request(case)?;
    if let Some(meeting) = &request.meeting {
        return Err(Misdirected {
            message: format!("the meeting \"{meeting}\" was called on that request"),
            help: Some("a new meeting takes a new request".to_owned()),
            field: "request",
        });
    }
    let facts = remembered(request);
    let mut date = facts
        .clone()
        .with("caller", FactValue::List(request.callers.clone()))
        .with("receipt", FactValue::Day(request.received))
        .with("meeting-date", meeting)
        .with("as-of", FactValue::Day(day(case)))
        .with("date-fixed-by", FactValue::List(acting(case)));
    if let Some((_, refused)) = &request.refused {
        date = date.with("refused", FactValue::YesNo(*refused <= day(case)));
    }
    let mut all: Vec<Asked> = Vec::new();
    for question in JUDGED_BY {
        all.push(asked(question, facts.clone())?);
    }
    all.push(asked("special-meeting-date", date)?);
    Ok(all)
}

/// What follows from a call on a request: it is answered.
pub(super) fn answered(case: &Case<'_>, meeting: &str) -> Vec<Event> {
    case.given(&REQUEST)
        .map(|request| {
            Event::Convening(ConveningEvent::RequestAnswered {
                request,
                meeting: meeting.to_owned(),
            })
        })
        .into_iter()
        .collect()
}
