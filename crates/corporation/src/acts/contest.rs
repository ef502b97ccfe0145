//! What stockholders bring before a meeting: the days that deadlines count from, notices of business and of nominations, and
//! what becomes of them.

use quorate_calendar::Day;

use super::common::{asked, day, meeting_facts, no_questions, with_given};
use super::waivers::there;
use crate::act::{ActDefinition, Asked, Case, MEETING, Misdirected, Nature};
use crate::answer::Answer;
use crate::deliveries::first_sent;
use crate::event::{ContestEvent, Event, Terms};
use crate::evidence::Evidence;
use crate::facts::{Fact, FactSpec, FactValue, Facts, read_fact};
use crate::finding::FindingStatus;
use crate::questions::stockholders::contest::advance_notice_contents::{ON_BEHALF, REQUESTED, STATED, UPDATED};
use crate::questions::stockholders::contest::advance_notice_delivery::{
    ADDRESSED, DELIVERED_AT, IN_WRITING, MEANS, POSTAGE,
};
use crate::questions::stockholders::contest::business_properly_before::{EXEMPT_AS, IN_NOTICE, IS_PROPER};
use crate::questions::stockholders::contest::facts::{
    FOR_NEW_SEAT, LARGER_BOARD_DISCLOSURE, PRIOR_MEETING, PRIOR_MEETING_HELD, PRIOR_NOTICE_MAILING,
    PRIOR_PROXY_MAILING, PROXY_MAILING, PUBLIC_DISCLOSURE, SENT,
};
use crate::questions::stockholders::contest::improper_business::{UNDECLARED, WRONG_PERSON};
use crate::state::{Corporation, Meeting, StockholderNotice};
use crate::tabulate::freeze;
use crate::when::When;

static HOW: Fact<String> = Fact::new("means", "how it was disclosed, such as a press release");
static MATTER: Fact<String> = Fact::new("matter", "the id of the matter");
static MATTER_KIND: Fact<&'static str> = Fact::word(
    "kind",
    &[
        "ordinary",
        "merger",
        "asset sale",
        "dissolution",
        "charter amendment",
        "bylaw amendment",
        "removal of directors",
    ],
    "what kind of matter it is; ordinary when that is not told",
);
static TITLE: Fact<String> = Fact::new("title", "the matter's title in notice and minutes");
static NOMINEE: Fact<String> = Fact::new("nominee", "the person nominated");
static HOLDER: Fact<String> = Fact::new("holder", "the account of the stockholder who gives the notice");
static ITEM: Fact<String> = Fact::new("item", "the id of the matter, or matter/nominee");
static BECAUSE: Fact<String> = Fact::new("because", "the ground, in that person's words");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[
    &MAIL_PROXY_MATERIALS,
    &ANNOUNCE_MEETING_DATE,
    &SUBMIT_BUSINESS,
    &SUBMIT_NOMINATION,
    &DECLARE_IMPROPER,
    &WITHDRAW_BUSINESS,
];

static MAIL_PROXY_MATERIALS: ActDefinition = ActDefinition {
    name: "mail-proxy-materials",
    title: "Proxy materials are mailed",
    nature: Nature::Happening,
    doc: "Proxy materials for a meeting are mailed on the day of the act. The first mailing is kept: next year's deadlines may count from it.",
    example: "mail-proxy-materials \"annual-2002\" on=\"2002-03-01\"",
    fields: &[&MEETING.spec],
    required: &["meeting"],
    file: None,
    questions: |case| case.meeting().map(|_| Vec::new()),
    events: |case, _| {
        Ok(vec![Event::Contest(ContestEvent::ProxyMaterialsMailed {
            meeting: case.need(&MEETING)?,
            on: day(case),
        })])
    },
};

static ANNOUNCE_MEETING_DATE: ActDefinition = ActDefinition {
    name: "announce-meeting-date",
    title: "The date of a meeting is publicly disclosed",
    nature: Nature::Happening,
    doc: "The date of a meeting is made public on the day of the act. The first disclosure is kept: deadlines may count from it.",
    example: "announce-meeting-date \"annual-2002\" means=\"press release\" on=\"2002-02-01\"",
    fields: &[&MEETING.spec, &HOW.spec],
    required: &["meeting"],
    file: None,
    questions: |case| case.meeting().map(|_| Vec::new()),
    events: |case, _| {
        Ok(vec![Event::Contest(ContestEvent::DateDisclosed {
            meeting: case.need(&MEETING)?,
            on: day(case),
            means: case.given(&HOW).unwrap_or_default(),
        })])
    },
};

/// What a stockholder's notice may tell of itself, and of the days that it is judged by where the book does not hold them.
const OF_THE_NOTICE: &[&FactSpec] = &[
    &SENT.spec,
    &ADDRESSED.spec,
    &DELIVERED_AT.spec,
    &MEANS.spec,
    &IN_WRITING.spec,
    &POSTAGE.spec,
    &STATED.spec,
    &ON_BEHALF.spec,
    &REQUESTED.spec,
    &UPDATED.spec,
    &IN_NOTICE.spec,
    &EXEMPT_AS.spec,
    &PRIOR_MEETING.spec,
    &PRIOR_MEETING_HELD.spec,
    &PRIOR_PROXY_MAILING.spec,
    &PRIOR_NOTICE_MAILING.spec,
    &PROXY_MAILING.spec,
    &PUBLIC_DISCLOSURE.spec,
    &FOR_NEW_SEAT.spec,
    &LARGER_BOARD_DISCLOSURE.spec,
    &IS_PROPER.spec,
];

static SUBMIT_BUSINESS: ActDefinition = ActDefinition {
    name: "submit-business",
    title: "A stockholder gives notice of business",
    nature: Nature::Happening,
    doc: "The corporation receives a stockholder's notice of business on the day of the act. The business is put before the meeting with whatever is found of the notice; the person whom the bylaws name may declare it improper.",
    example: "submit-business \"annual-2002\" matter=\"declassify\" title=\"Declassify the board\" holder=\"A-17\" stated=\"name, brief description\" on=\"2001-12-20\"",
    fields: &[
        &MEETING.spec,
        &MATTER.spec,
        &MATTER_KIND.spec,
        &TITLE.spec,
        &HOLDER.spec,
        &SENT.spec,
        &ADDRESSED.spec,
        &DELIVERED_AT.spec,
        &MEANS.spec,
        &IN_WRITING.spec,
        &POSTAGE.spec,
        &STATED.spec,
        &ON_BEHALF.spec,
        &REQUESTED.spec,
        &UPDATED.spec,
        &IS_PROPER.spec,
        &EXEMPT_AS.spec,
        &PRIOR_MEETING.spec,
        &PRIOR_MEETING_HELD.spec,
        &PRIOR_PROXY_MAILING.spec,
        &PRIOR_NOTICE_MAILING.spec,
        &PROXY_MAILING.spec,
        &PUBLIC_DISCLOSURE.spec,
    ],
    required: &["meeting", "matter", "holder"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let id = case.need(&MATTER)?;
        if meeting.knows(&id) {
            return Err(Misdirected {
                message: format!("the meeting already has a matter \"{id}\""),
                help: Some("give each matter its own id".to_owned()),
                field: "matter",
            });
        }
        Ok(vec![submitted(case, "business")?])
    },
    events: |case, answers| {
        let matter = case.need(&MATTER)?;
        Ok(vec![
            Event::MatterPut {
                meeting: case.need(&MEETING)?,
                title: case.given(&TITLE).unwrap_or_else(|| matter.clone()),
                matter: matter.clone(),
                kind: case.given(&MATTER_KIND).unwrap_or("ordinary").to_owned(),
                seats: 0,
                terms: Terms::default(),
            },
            received(case, matter, answers)?,
        ])
    },
};

static SUBMIT_NOMINATION: ActDefinition = ActDefinition {
    name: "submit-nomination",
    title: "A stockholder gives notice of a nomination",
    nature: Nature::Happening,
    doc: "The corporation receives a stockholder's notice of a nomination on the day of the act. The nominee stands for the election with whatever is found of the notice; the person whom the bylaws name may declare the nomination defective.",
    example: "submit-nomination \"annual-2002\" matter=\"directors\" nominee=\"Casey Rowe\" holder=\"A-17\" stated=\"nominee: name\" on=\"2001-12-20\"",
    fields: &[
        &MEETING.spec,
        &MATTER.spec,
        &NOMINEE.spec,
        &HOLDER.spec,
        &SENT.spec,
        &ADDRESSED.spec,
        &DELIVERED_AT.spec,
        &MEANS.spec,
        &IN_WRITING.spec,
        &POSTAGE.spec,
        &STATED.spec,
        &ON_BEHALF.spec,
        &REQUESTED.spec,
        &UPDATED.spec,
        &IN_NOTICE.spec,
        &EXEMPT_AS.spec,
        &FOR_NEW_SEAT.spec,
        &LARGER_BOARD_DISCLOSURE.spec,
        &PRIOR_MEETING.spec,
        &PRIOR_MEETING_HELD.spec,
        &PRIOR_PROXY_MAILING.spec,
        &PRIOR_NOTICE_MAILING.spec,
        &PROXY_MAILING.spec,
        &PUBLIC_DISCLOSURE.spec,
    ],
    required: &["meeting", "matter", "nominee", "holder"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let id = case.need(&MATTER)?;
        let item = nominated(case)?;
        let wrong = |message: String, help: Option<String>, field| Err(Misdirected { message, help, field });
        match meeting.matter(&id) {
            None => wrong(
                format!("the meeting has no matter \"{id}\""),
                Some("put the election first, with put-matter".to_owned()),
                "matter",
            ),
            Some(matter) if !matter.is_election() => wrong(format!("\"{id}\" is not an election"), None, "matter"),
            Some(_) if meeting.items().contains(&item) => wrong(
                format!("{} is nominated already", case.need(&NOMINEE)?),
                None,
                "nominee",
            ),
            Some(_) => Ok(vec![submitted(case, "nominations")?]),
        }
    },
    events: |case, answers| {
        Ok(vec![
            Event::NomineeNamed {
                meeting: case.need(&MEETING)?,
                matter: case.need(&MATTER)?,
                nominee: case.need(&NOMINEE)?,
                by: case.need(&HOLDER)?,
            },
            received(case, nominated(case)?, answers)?,
        ])
    },
};

static DECLARE_IMPROPER: ActDefinition = ActDefinition {
    name: "declare-improper",
    title: "Business or a nomination is declared improper",
    nature: Nature::Happening,
    doc: "The person who presides determines that business or a nomination was not properly brought, and declares it to the meeting. It is kept as that person's act. Declared by the person whom the bylaws name, to a meeting that has convened, it takes the item off the ballot; the count leaves it out and says why.",
    example: "declare-improper \"annual-2002\" item=\"directors/Casey Rowe\" because=\"the notice came on 4 January 2002\" by=\"chair of the meeting\" on=\"2002-04-17T10:10\"",
    fields: &[&MEETING.spec, &ITEM.spec, &BECAUSE.spec],
    required: &["meeting", "item", "because"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let item = case.need(&ITEM)?;
        on_the_ballot(meeting, &item)?;
        Ok(vec![declared(case, meeting, &item)?])
    },
    events: |case, answers| {
        let by = case.by();
        let item = case.need(&ITEM)?;
        let because = case.need(&BECAUSE)?;
        let is_unmet = |id: &str| {
            let mut findings = answers.iter().flat_map(|answer| &answer.findings);
            findings.any(|found| found.definition.id == id && found.is_unmet())
        };
        Ok(vec![
            Event::Determined {
                subject: format!("whether {item} was properly brought before {}", case.need(&MEETING)?),
                finding: String::new(),
                by: by.clone(),
                decision: format!("it was not: {because}"),
            },
            Event::Contest(ContestEvent::DeclaredImproper {
                meeting: case.need(&MEETING)?,
                item,
                by,
                because,
                effective: !is_unmet(WRONG_PERSON.id) && !is_unmet(UNDECLARED.id),
            }),
        ])
    },
};

static WITHDRAW_BUSINESS: ActDefinition = ActDefinition {
    name: "withdraw-business",
    title: "A stockholder withdraws business or a nomination",
    nature: Nature::Happening,
    doc: "The stockholder who gave notice of business or of a nomination withdraws it; it is taken off the ballot, and the count leaves it out.",
    example: "withdraw-business \"annual-2002\" item=\"directors/Casey Rowe\" by=\"A-17\" on=\"2002-04-10\"",
    fields: &[&MEETING.spec, &ITEM.spec],
    required: &["meeting", "item"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let item = case.need(&ITEM)?;
        on_the_ballot(meeting, &item)?;
        match meeting.contest.notice_of(&item) {
            Some(notice) if notice.holder == case.by() => no_questions(case),
            notice => Err(Misdirected {
                message: format!("{} has given no notice of \"{item}\"", case.by()),
                help: notice.map(|notice| format!("{} gave it: by=\"{0}\"", notice.holder)),
                field: "item",
            }),
        }
    },
    events: |case, _| {
        Ok(vec![Event::Contest(ContestEvent::Withdrawn {
            meeting: case.need(&MEETING)?,
            item: case.need(&ITEM)?,
            by: case.by(),
        })])
    },
};

/// Facts with the days that deadlines of a meeting count from, as far as the book holds them.
fn with_anchors(facts: Facts, case: &Case<'_>, id: &str, meeting: &Meeting) -> Facts {
    anchors(facts, case.corporation, case.evidence, id, meeting)
}

/// The same, without an act: for a plan made from a book.
pub(crate) fn anchors(
    facts: Facts,
    corporation: &Corporation,
    evidence: &dyn Evidence,
    id: &str,
    meeting: &Meeting,
) -> Facts {
    let mut facts = facts.with("original-meeting-date", FactValue::Day(meeting.original.day));
    let mut tell = |name: &str, day: Option<Day>| {
        if let Some(day) = day {
            facts = std::mem::take(&mut facts).with(name, FactValue::Day(day));
        }
    };
    tell("proxy-mailing", meeting.contest.first_mailing);
    tell(
        "notice-mailing",
        first_notice_mailed(corporation, evidence, id, meeting),
    );
    tell("public-disclosure", meeting.contest.disclosed);
    if let Some((prior_id, prior)) = prior_annual_meeting(corporation, meeting) {
        tell("prior-meeting", Some(prior.original.day));
        tell("prior-proxy-mailing", prior.contest.first_mailing);
        tell(
            "prior-notice-mailing",
            first_notice_mailed(corporation, evidence, prior_id, prior),
        );
    }
    facts
}

fn first_notice_mailed(corporation: &Corporation, evidence: &dyn Evidence, id: &str, meeting: &Meeting) -> Option<Day> {
    let to_all = meeting.notices.iter().filter(|notice| notice.channel == "mail");
    let one_by_one = first_sent(corporation, evidence, id, &|delivery| delivery.channel == "mail");
    to_all.map(|notice| notice.given).chain(one_by_one).min()
}

/// The annual meeting of the year before that of a meeting; none when the book holds none.
fn prior_annual_meeting<'a>(corporation: &'a Corporation, meeting: &Meeting) -> Option<(&'a String, &'a Meeting)> {
    let year = meeting.original.day.year() - 1;
    corporation
        .meetings
        .iter()
        .filter(|(_, prior)| prior.kind == "annual" && prior.original.day.year() == year)
        .max_by_key(|(_, prior)| prior.original.day)
}

/// The item that a nomination brings.
fn nominated(case: &Case<'_>) -> Result<String, Misdirected> {
    Ok(format!("{}/{}", case.need(&MATTER)?, case.need(&NOMINEE)?))
}

/// Whether a stockholder's notice, received on the day of the act, brings what it is about properly before the meeting.
fn submitted(case: &Case<'_>, subject: &'static str) -> Result<Asked, Misdirected> {
    let facts = of_notice(case, subject, &case.need(&HOLDER)?, case.act.on)?;
    let facts = OF_THE_NOTICE
        .iter()
        .fold(facts, |facts, spec| with_given(facts, case, spec));
    asked("business-properly-before", facts)
}

/// The facts of a stockholder's notice that the book holds.
fn of_notice(case: &Case<'_>, subject: &'static str, holder: &str, received: When) -> Result<Facts, Misdirected> {
    let (id, meeting) = case.meeting()?;
    let facts = with_anchors(meeting_facts(meeting), case, &id, meeting)
        .with("subject", FactValue::Word(subject))
        .with("route", FactValue::Word("stockholder"))
        .with("advance-notice-given", FactValue::YesNo(true))
        .with("received", FactValue::Day(received.day));
    let facts = match received.time {
        Some(time) => facts.with(
            "after-close-of-business",
            FactValue::YesNo(time > case.practice.close_of_business.time),
        ),
        None => facts,
    };
    Ok(with_standing(facts, case, meeting, holder, received))
}

/// The notices of items still on the ballot, each with the question to judge it by now that the meeting convenes: one that could not
/// be judged when it came by all that a notice is judged by, another by whether its giver may bring it and has come.
///
/// # Errors
/// Never for a meeting that exists.
pub(super) fn judged_again<'a>(
    case: &Case<'_>,
    meeting: &'a Meeting,
) -> Result<Vec<(&'a StockholderNotice, Asked)>, Misdirected> {
    let is_on_ballot =
        |item: &String| meeting.matter(item).is_some() || meeting.items().iter().any(|known| known == item);
    let mut again = Vec::new();
    for notice in meeting
        .contest
        .notices
        .iter()
        .filter(|notice| is_on_ballot(&notice.item))
    {
        let Some(told) = &notice.open else {
            let facts = about(meeting, &notice.item);
            let facts = with_standing(facts, case, meeting, &notice.holder, notice.received);
            let facts = at_the_meeting(facts, case, meeting, &notice.holder);
            again.push((notice, asked("proponent-standing", facts)?));
            continue;
        };
        let mut facts = of_notice(case, subject_of(&notice.item), &notice.holder, notice.received)?;
        for spec in OF_THE_NOTICE {
            let value = told.iter().find(|(name, _)| name == spec.name);
            if let Some(Ok(value)) = value.map(|(_, text)| read_fact(spec, text)) {
                facts.set(spec, value);
            }
        }
        let facts = at_the_meeting(facts, case, meeting, &notice.holder);
        again.push((notice, asked("business-properly-before", facts)?));
    }
    Ok(again)
}

/// Facts with whether an account that brought something holds shares now, and is there in person or by proxy.
fn at_the_meeting(facts: Facts, case: &Case<'_>, meeting: &Meeting, account: &str) -> Facts {
    let has_come = there(case, meeting).is_there(account);
    let facts = facts.with("appeared", FactValue::YesNo(has_come));
    match freeze(case.corporation, case.book, case.evidence, case.act.on) {
        Ok(frozen) if !case.corporation.ledger.movements.is_empty() => {
            facts.with("record-holder-at-meeting", FactValue::YesNo(frozen.holds(account)))
        }
        _ => facts,
    }
}

/// The events that say what was found of the notices judged again, from the answers to their questions.
///
/// # Errors
/// Never for a meeting that exists.
pub(super) fn found_again(
    case: &Case<'_>,
    id: &str,
    meeting: &Meeting,
    answers: &[Answer],
) -> Result<Vec<Event>, Misdirected> {
    let judging = answers
        .iter()
        .filter(|answer| ["business-properly-before", "proponent-standing"].contains(&answer.question));
    let found = judged_again(case, meeting)?
        .into_iter()
        .zip(judging)
        .filter_map(|((notice, _), answer)| {
            let answers = std::slice::from_ref(answer);
            let mut defects = defects(answers);
            if notice.open.is_none() {
                // What was found when it came stands.
                defects.retain(|defect| !notice.defects.contains(defect));
                if defects.is_empty() {
                    return None;
                }
                defects = [notice.defects.clone(), defects].concat();
            }
            Some(Event::Contest(ContestEvent::NoticeJudged {
                meeting: id.to_owned(),
                item: notice.item.clone(),
                defects,
                open: notice.open.clone().filter(|_| is_open(answers)),
            }))
        });
    Ok(found.collect())
}

/// Whether something that a notice is judged by is not known yet.
fn is_open(answers: &[Answer]) -> bool {
    let mut findings = answers.iter().flat_map(|answer| &answer.findings);
    findings.any(|found| found.status == FindingStatus::Unknown)
}

/// Facts with whether an account held shares when its notice came and on the record date, as far as the register tells.
fn with_standing(facts: Facts, case: &Case<'_>, meeting: &Meeting, account: &str, received: When) -> Facts {
    if case.corporation.ledger.movements.is_empty() {
        return facts;
    }
    let holds = |at: When| {
        let frozen = freeze(case.corporation, case.book, case.evidence, at).ok()?;
        Some(FactValue::YesNo(frozen.holds(account)))
    };
    let mut facts = facts;
    if let Some(held) = holds(received) {
        facts = facts.with("record-holder-at-notice", held);
    }
    // What the register will be on a day to come is not known.
    if let Some(record_date) = meeting.register_date().filter(|record_date| *record_date <= day(case))
        && let Some(held) = holds(When::from(case.practice.close_of_business.on(record_date)))
    {
        facts = facts
            .with("entitled-to-vote", held.clone())
            .with("record-holder-at-record-date", held);
    }
    facts
}

/// The event that a notice was received, with what was found of it.
fn received(case: &Case<'_>, item: String, answers: &[Answer]) -> Result<Event, Misdirected> {
    // What it tells of itself is kept while it waits to be judged.
    let told = OF_THE_NOTICE.iter().filter_map(|spec| {
        let value = case.act.facts.get(spec.name)?;
        Some((spec.name.to_owned(), value.to_string()))
    });
    Ok(Event::Contest(ContestEvent::NoticeReceived {
        meeting: case.need(&MEETING)?,
        item,
        holder: case.need(&HOLDER)?,
        received: case.act.on,
        defects: defects(answers),
        open: is_open(answers).then(|| told.collect()),
    }))
}

/// The findings that are unmet or depend on a reading, by id.
fn defects(answers: &[Answer]) -> Vec<String> {
    let is_defect = |status: FindingStatus| matches!(status, FindingStatus::Unmet | FindingStatus::DependsOnReading);
    let findings = answers.iter().flat_map(|answer| &answer.findings);
    let unmet = findings.filter(|found| is_defect(found.status));
    unmet.map(|found| found.definition.id.to_owned()).collect()
}

fn on_the_ballot(meeting: &Meeting, item: &str) -> Result<(), Misdirected> {
    if meeting.matter(item).is_some() || meeting.items().iter().any(|known| known == item) {
        return Ok(());
    }
    let left_out = meeting.contest.left_out.iter().find(|left_out| left_out.item == item);
    Err(Misdirected {
        message: match left_out {
            Some(left_out) => format!("\"{item}\" is off the ballot: {}", left_out.because),
            None => format!("the meeting has no item \"{item}\""),
        },
        help: Some(format!("items: {}", meeting.items().join(", "))),
        field: "item",
    })
}

/// Whether the one who acts may declare an item improper: the offices of that person, the chair's among them.
fn declared(case: &Case<'_>, meeting: &Meeting, item: &str) -> Result<Asked, Misdirected> {
    let by = case.by();
    let mut offices = vec![by.clone()];
    let held = case.corporation.officers.iter().filter(|officer| officer.person == by);
    offices.extend(held.map(|officer| officer.office.clone()));
    let presiding = meeting.convened.as_ref().map(|(_, presiding, _)| presiding);
    if presiding.is_some_and(|presiding| offices.iter().any(|office| office.eq_ignore_ascii_case(presiding))) {
        offices.push("chair of the meeting".to_owned());
    }
    let facts = about(meeting, item)
        .with("declared-by", FactValue::List(offices))
        .with("declared-to-meeting", FactValue::YesNo(meeting.convened.is_some()));
    let facts = match meeting.contest.notice_of(item) {
        Some(notice) => facts.with("defects", FactValue::List(notice.defects.clone())),
        None => facts,
    };
    asked("improper-business", facts)
}

/// The facts of an item: whether it is a nomination, and the kind of the meeting.
fn about(meeting: &Meeting, item: &str) -> Facts {
    let kind = if meeting.kind == "special" { "special" } else { "annual" };
    Facts::none()
        .with("subject", FactValue::Word(subject_of(item)))
        .with("meeting-kind", FactValue::Word(kind))
}

/// What an item is: a nomination or business.
fn subject_of(item: &str) -> &'static str {
    if item.contains('/') { "nominations" } else { "business" }
}

/// The questions under which the items that were declared improper are left out of a count, one for each.
///
/// # Errors
/// Never for questions that exist.
pub(super) fn left_out(meeting: &Meeting) -> Result<Vec<Asked>, Misdirected> {
    let declared = meeting.contest.left_out.iter().filter(|left_out| left_out.is_declared);
    declared
        .map(|left_out| asked("improper-business", about(meeting, &left_out.item)))
        .collect()
}

/// The events that say what became of the items that are not voted on any more.
pub(super) fn not_voted_on(id: &str, meeting: &Meeting) -> Vec<Event> {
    let decided = meeting.contest.left_out.iter().map(|left_out| Event::MatterDecided {
        meeting: id.to_owned(),
        matter: left_out.item.clone(),
        outcome: "left out of the count".to_owned(),
        fields: vec![
            ("outcome".to_owned(), "left out of the count".to_owned()),
            ("because".to_owned(), left_out.because.clone()),
        ],
    });
    decided.collect()
}
