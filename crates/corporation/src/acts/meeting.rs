//! Holding a meeting: inspectors, proxies, convening, polls, ballots, adjourning, determinations.

use std::sync::Arc;

use quorate_tally::Votes;

use super::common::{asked, meeting_facts, no_questions, notice_since, with_figures, with_given, with_listing};
use super::conduct::{from_elsewhere, held_remotely};
use super::contest::{found_again, judged_again};
use super::inspection::{at_adjournment, received};
use super::waivers::{passed_over, with_waivers};
use crate::act::{ActDefinition, Asked, Attached, Case, MEETING, Misdirected, Nature};
use crate::answer::{Answer, Value};
use crate::event::Event;
use crate::evidence::InstructionTable;
use crate::facts::{Fact, FactValue, Facts};
use crate::quantity::Quantity;
use crate::questions::common::MEETING_FORM;
use crate::questions::stockholders::conduct::facts::{APPOINTED_BY, DECLINED, FIRST_IN_RANK, UNABLE, VACANT};
use crate::questions::stockholders::conduct::remote_meeting::{
    AUTHORIZED, GUIDELINES_KEPT, MEANS_SATISFY, REMOTE_MEANS, TAKEN,
};
use crate::state::Meeting;
use crate::tabulate::{Frozen, Tabulation, TabulationError, freeze_class, freeze_counted, tabulate};
use crate::when::When;

pub(super) static HOLDER: Fact<String> = Fact::new("holder", "the holder's account");
static FILE: Fact<String> = Fact::new(
    "file",
    "the file: account, and what is said on each item, one instrument a line",
);
static PRESENT: Fact<Vec<String>> = Fact::new("present", "the offices present");
static PRESIDING: Fact<String> = Fact::new("presiding", "the office that presides");
static SECRETARY: Fact<String> = Fact::new("secretary", "the office that records");
static SUBJECT: Fact<String> = Fact::new("subject", "what is determined");
static FINDING: Fact<String> = Fact::new(
    "finding",
    "the finding that it settles, by id: what rests on probable authority is then not refused for it",
);
static DECISION: Fact<String> = Fact::new("decision", "what was decided");
pub(super) static COURT_ORDER: Fact<bool> = Fact::new("court-order", "whether a court ordered that it be accepted");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[&FILE_PROXIES, &CONVENE, &CAST_BALLOTS, &DETERMINE];

static FILE_PROXIES: ActDefinition = ActDefinition {
    name: "file-proxies",
    title: "Proxies are filed",
    nature: Nature::Happening,
    doc: "A file of proxies comes in. Rows that cannot be counted are entered with the rest and listed as exceptions by the count.",
    example: "file-proxies \"annual-2002\" file=\"proxies.csv\" on=\"2002-04-10\"",
    fields: &[&MEETING.spec, &FILE.spec],
    required: &["meeting", "file"],
    file: Some(("file", Attached::Instructions)),
    questions: |case| {
        let filed = filed(case, "proxy")?;
        received(case, "proxy", &filed)
    },
    events: |case, _| filed(case, "proxy"),
};

static CAST_BALLOTS: ActDefinition = ActDefinition {
    name: "cast-ballots",
    title: "Ballots are cast",
    nature: Nature::Happening,
    doc: "A file of ballots cast at the meeting.",
    example: "cast-ballots \"annual-2002\" file=\"ballots.csv\" on=\"2002-04-17T10:30\"",
    fields: &[&MEETING.spec, &FILE.spec, &COURT_ORDER.spec],
    required: &["meeting", "file"],
    file: Some(("file", Attached::Instructions)),
    questions: |case| {
        let filed = filed(case, "ballot")?;
        received(case, "ballot", &filed)
    },
    events: |case, _| filed(case, "ballot"),
};

static CONVENE: ActDefinition = ActDefinition {
    name: "convene",
    title: "The meeting is convened",
    nature: Nature::Happening,
    doc: "The meeting opens: who presides, who records, whether there is a quorum of the shares present and represented then, after an adjournment whether notice of it was due and given, and whether each stockholder who brought an item may bring it and has come.",
    example: "convene \"annual-2002\" present=\"chairman of the board, president, secretary\" presiding=\"chairman of the board\" secretary=\"secretary\" on=\"2002-04-17T10:00\"",
    fields: &[
        &MEETING.spec,
        &PRESENT.spec,
        &VACANT.spec,
        &UNABLE.spec,
        &DECLINED.spec,
        &FIRST_IN_RANK.spec,
        &PRESIDING.spec,
        &SECRETARY.spec,
        &APPOINTED_BY.spec,
        &MEETING_FORM.spec,
        &AUTHORIZED.spec,
        &TAKEN.spec,
        &GUIDELINES_KEPT.spec,
        &REMOTE_MEANS.spec,
        &MEANS_SATISFY.spec,
    ],
    required: &["meeting", "presiding", "secretary"],
    file: None,
    questions: |case| {
        let (id, meeting) = case.meeting()?;
        let (frozen, tabulation) = so_far(case, meeting)?;
        let quorum = with_figures(meeting_facts(meeting), &frozen, &tabulation.tally);
        let chair = Facts::none().with("presided", FactValue::Text(case.need(&PRESIDING)?));
        let secretary = Facts::none().with("acted", FactValue::Text(case.need(&SECRETARY)?));
        let mut questions = vec![
            asked("presiding-person", with_persons(chair, case))?,
            asked(
                "meeting-secretary",
                with_given(with_persons(secretary, case), case, &APPOINTED_BY.spec),
            )?,
            asked("quorum", quorum)?,
            asked(
                "inspectors-required",
                with_listing(Facts::none(), case)
                    .with("demanded-before-voting", FactValue::YesNo(false))
                    .with("inspectors-appointed", FactValue::YesNo(meeting.inspectors.is_some())),
            )?,
        ];
        // Notice that was given was judged when it was; a meeting without any is judged here.
        if meeting.notice_given().is_none() && meeting.adjournments.is_empty() {
            let facts = meeting_facts(meeting).with("notice-given-at-all", FactValue::YesNo(false));
            let facts = with_waivers(facts, case, meeting);
            questions.push(asked("stockholder-notice-window", facts)?);
        }
        questions.extend(passed_over(case, &id, meeting)?);
        questions.extend(adjourned(case, &id, meeting)?);
        questions.extend(at_adjournment(case, meeting)?);
        questions.extend(from_elsewhere(case, meeting)?);
        questions.extend(judged_again(case, meeting)?.into_iter().map(|(_, asked)| asked));
        Ok(questions)
    },
    events: |case, answers| {
        let (id, meeting) = case.meeting()?;
        let (_, tabulation) = so_far(case, meeting)?;
        let votes = |votes: Votes| Quantity::whole(votes.units()).to_string();
        let quorate = is_quorate(answers);
        let mut events = held_remotely(case, &id, meeting);
        events.extend(found_again(case, &id, meeting, answers)?);
        events.push(Event::MeetingConvened {
            meeting: id,
            at: case.act.on,
            presiding: case.need(&PRESIDING)?,
            secretary: case.need(&SECRETARY)?,
            present: votes(tabulation.tally.represented()),
            entitled: votes(tabulation.tally.entitled()),
            quorate,
        });
        Ok(events)
    },
};

static DETERMINE: ActDefinition = ActDefinition {
    name: "determine",
    title: "A person whom the law names decides",
    nature: Nature::Happening,
    doc: "A determination: a challenge heard, a doubtful reading settled, business declared out of order. It is kept as that person's act.",
    example: "determine \"challenge to the proxy of A-17\" decision=\"the proxy is valid\" by=\"inspectors of election\" on=\"2002-04-17T10:50\"",
    fields: &[&SUBJECT.spec, &FINDING.spec, &DECISION.spec],
    required: &["subject", "decision"],
    file: None,
    questions: no_questions,
    events: |case, _| {
        Ok(vec![Event::Determined {
            subject: case.need(&SUBJECT)?,
            finding: case.given(&FINDING).unwrap_or_default(),
            by: case.by(),
            decision: case.need(&DECISION)?,
        }])
    },
};

/// Facts with who was there, and who of them could not or would not act.
fn with_persons(facts: Facts, case: &Case<'_>) -> Facts {
    [
        &PRESENT.spec,
        &VACANT.spec,
        &UNABLE.spec,
        &DECLINED.spec,
        &FIRST_IN_RANK.spec,
    ]
    .into_iter()
    .fold(facts, |facts, spec| with_given(facts, case, spec))
}

/// Whether the answers say that there is a quorum; none while that is not known.
pub(super) fn is_quorate(answers: &[Answer]) -> Option<bool> {
    answers
        .iter()
        .find(|answer| answer.question == "quorum")
        .and_then(|answer| match &answer.value {
            Some(Value::Threshold(threshold)) => threshold.met,
            _ => None,
        })
}

/// Whether notice of an adjourned meeting was due and given; nothing of one that was not adjourned.
fn adjourned(case: &Case<'_>, id: &str, meeting: &Meeting) -> Result<Option<Asked>, Misdirected> {
    let Some((on, announced)) = meeting.last_adjourned else {
        return Ok(None);
    };
    let new_record_date = meeting.record_date.is_some_and(|(_, resolution)| resolution >= on);
    let given = notice_since(case, id, meeting, on);
    let facts = meeting_facts(meeting)
        .with("original-meeting-date", FactValue::Day(meeting.original.day))
        .with("adjourned-on", FactValue::Day(on))
        .with("adjourned-to", FactValue::Day(meeting.at.day))
        .with("announced", FactValue::YesNo(announced))
        .with("new-record-date", FactValue::YesNo(new_record_date))
        .with("new-notice", FactValue::YesNo(given.is_some()));
    let facts = match given {
        Some(given) => facts.with("new-notice-given", FactValue::Day(given)),
        None => facts,
    };
    asked("adjournment-notice", facts).map(Some)
}

/// The meeting, which must be convened.
pub(super) fn convened<'a>(case: &Case<'a>) -> Result<&'a Meeting, Misdirected> {
    let (_, meeting) = case.meeting()?;
    if meeting.convened.is_some() {
        return Ok(meeting);
    }
    let help = Some("convene the meeting first, with convene".to_owned());
    Err(Misdirected {
        message: "the meeting has not been convened".to_owned(),
        help,
        field: "meeting",
    })
}

fn filed(case: &Case<'_>, kind: &str) -> Result<Vec<Event>, Misdirected> {
    let (file, table) = table(case)?;
    let rows = u64::try_from(table.accounts.len()).unwrap_or(u64::MAX);
    Ok(vec![Event::InstructionsFiled {
        meeting: case.need(&MEETING)?,
        file,
        kind: kind.to_owned(),
        rows,
        received: case.act.on,
        court_order: case.given(&COURT_ORDER).unwrap_or(false),
    }])
}

/// The attached table. A column for what is not before the meeting is entered with the rest: it is found, and not counted.
fn table(case: &Case<'_>) -> Result<(String, Arc<InstructionTable>), Misdirected> {
    let hash = case.attachment()?;
    let table = case.evidence.instructions(&hash).ok_or_else(|| Misdirected {
        message: "the file is not attached".to_owned(),
        help: None,
        field: "file",
    })?;
    Ok((hash, table))
}

/// The register at the record date of a meeting: close of business of that day.
pub(super) fn register(case: &Case<'_>, meeting: &Meeting) -> Result<Frozen, Misdirected> {
    let (close, counted_at) = moments(case, meeting)?;
    freeze_counted(case.corporation, case.book, case.evidence, close, counted_at).map_err(no_register)
}

/// As [`register`], for a vote of a class by itself, counted in its shares.
pub(super) fn class_register(case: &Case<'_>, meeting: &Meeting, class: &str) -> Result<Frozen, Misdirected> {
    let (close, counted_at) = moments(case, meeting)?;
    freeze_class(case.corporation, case.book, case.evidence, close, counted_at, class).map_err(no_register)
}

/// When holders are holders of record, and when it matters which of their shares count.
fn moments(case: &Case<'_>, meeting: &Meeting) -> Result<(When, When), Misdirected> {
    let Some(record_date) = meeting.register_date() else {
        let help = Some("fix a record date with fix-record-date; quorate ask record-date-default says what it is when none is fixed".to_owned());
        return Err(Misdirected {
            message: "the meeting has no record date".to_owned(),
            help,
            field: "meeting",
        });
    };
    let close = When::from(case.practice.close_of_business.on(record_date));
    Ok((close, meeting.polls_closed.unwrap_or(case.act.on)))
}

fn no_register(error: TabulationError) -> Misdirected {
    Misdirected {
        message: error.message,
        help: None,
        field: "meeting",
    }
}

/// The register at the record date, and the count of what has come in so far.
pub(super) fn so_far(case: &Case<'_>, meeting: &Meeting) -> Result<(Frozen, Tabulation), Misdirected> {
    let frozen = register(case, meeting)?;
    let tabulation = tabulate(meeting, &frozen, case.evidence, None).map_err(|error| Misdirected {
        message: error.message,
        help: None,
        field: "meeting",
    })?;
    Ok((frozen, tabulation))
}
