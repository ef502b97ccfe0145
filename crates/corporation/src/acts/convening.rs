//! Convening a meeting: calling it, putting matters, the record date, notice, the stock list, nominations.

use quorate_calendar::{CivilMoment, Day};

use super::common::{asked, day, meeting_facts, no_questions, noticed_facts, with_given};
use super::matters::{ALTERNATIVES, BOARD_FOLLOWS_MOST, CHANGES, CLASS_VOTE, DEPENDS_ON, EXCLUDES, class_votes, terms};
use super::special::{REQUEST, answered, judged_call};
use super::waivers::with_waivers;
use crate::act::{ActDefinition, Case, MEETING, Misdirected, Nature};
use crate::event::{ConveningEvent, Event};
use crate::facts::{Fact, FactValue, Facts};
use crate::questions::stockholders::convening::notice_contents::{NAMED_MATTERS, NAMED_NOMINEES};
use crate::questions::stockholders::convening::notice_giver::{CAUSED_BY, GIVEN_BY};
use crate::state::Meeting;

static KIND: Fact<&'static str> = Fact::word("kind", &["annual", "special"], "the kind of meeting");
static FORM: Fact<&'static str> = Fact::word(
    "form",
    &["place", "remote", "hybrid"],
    "at a place, solely by remote communication, or at a place with participation from elsewhere",
);
static AT: Fact<CivilMoment> = Fact::new("at", "the day and hour for which the meeting is called");
static PLACE: Fact<String> = Fact::new("place", "the place");
static ZONE: Fact<String> = Fact::new(
    "zone",
    "the time zone of the place, by which the meeting's hours are read; the corporation's where none is given",
);
static MATTER: Fact<String> = Fact::new("matter", "the id of the matter");
static MATTER_KIND: Fact<&'static str> = Fact::word(
    "kind",
    &[
        "ordinary",
        "election of directors",
        "merger",
        "asset sale",
        "dissolution",
        "charter amendment",
        "bylaw amendment",
        "removal of directors",
        "appraisal",
    ],
    "what kind of matter it is",
);
static TITLE: Fact<String> = Fact::new("title", "the matter's title in notice and minutes");
static SEATS: Fact<u64> = Fact::new("seats", "the seats to be filled, for an election");
static RECORD_DATE: Fact<Day> = Fact::new("record-date", "the record date");
static VOTING_RECORD_DATE: Fact<Day> = Fact::new(
    "voting-record-date",
    "the record date for voting, where it is not the one for notice",
);
static CHANNEL: Fact<&'static str> = Fact::word(
    "channel",
    &[
        "personal delivery",
        "mail",
        "courier",
        "facsimile",
        "telegram",
        "electronic mail",
        "posting on a network",
        "other electronic transmission",
        "other writing",
    ],
    "the channel",
);
static RECIPIENTS: Fact<u64> = Fact::new("recipients", "to how many holders");
static STATED: Fact<Vec<String>> = Fact::new("stated", "what the notice states and encloses");
static CONSENTED: Fact<bool> = Fact::new("consented", "whether the recipients had consented to the channel");
static NOMINEE: Fact<String> = Fact::new("nominee", "the person nominated");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[
    &CALL_MEETING,
    &PUT_MATTER,
    &FIX_RECORD_DATE,
    &GIVE_NOTICE,
    &MAKE_STOCK_LIST,
    &NOMINATE,
];

static CALL_MEETING: ActDefinition = ActDefinition {
    name: "call-meeting",
    title: "A meeting of stockholders is called",
    nature: Nature::Proposal,
    doc: "An annual or special meeting is called for a day, hour and place; a special one on a request by its id, where it was requested.",
    example: "call-meeting \"annual-2002\" kind=\"annual\" at=\"2002-04-17T10:00\" place=\"Provo, Utah\" on=\"2002-01-15\" by=\"board of directors\"",
    fields: &[
        &MEETING.spec,
        &KIND.spec,
        &AT.spec,
        &PLACE.spec,
        &ZONE.spec,
        &FORM.spec,
        &REQUEST.spec,
    ],
    required: &["meeting", "kind", "at"],
    file: None,
    questions: |case| {
        let id = case.need(&MEETING)?;
        if case.corporation.meetings.contains_key(&id) {
            return Err(Misdirected {
                message: format!("there is already a meeting \"{id}\""),
                help: Some("give the new meeting its own id".to_owned()),
                field: "meeting",
            });
        }
        let at = case.need(&AT)?;
        let mut facts = Facts::none().with("year", FactValue::Count(u64::try_from(at.day.year()).unwrap_or(0)));
        if case.need(&KIND)? == "special" {
            facts = facts
                .with("meeting-date", FactValue::Day(at.day))
                .with("meeting-kind", FactValue::Word("special"));
            let mut all = judged_call(case, at)?;
            all.push(asked("stockholder-notice-window", facts)?);
            return Ok(all);
        }
        facts = facts.with("designated", FactValue::Moment(at));
        let window = Facts::none()
            .with("meeting-date", FactValue::Day(at.day))
            .with("meeting-kind", FactValue::Word("annual"));
        Ok(vec![
            asked("annual-meeting-date", facts)?,
            asked("stockholder-notice-window", window)?,
        ])
    },
    events: |case, _| {
        let id = case.need(&MEETING)?;
        let mut events = vec![Event::MeetingCalled {
            meeting: id.clone(),
            kind: case.need(&KIND)?.to_owned(),
            form: case.given(&FORM).unwrap_or("place").to_owned(),
            at: case.need(&AT)?,
            place: case.given(&PLACE).unwrap_or_default(),
            zone: case.given(&ZONE).unwrap_or_default(),
            by: case.by(),
        }];
        events.extend(answered(case, &id));
        Ok(events)
    },
};

static PUT_MATTER: ActDefinition = ActDefinition {
    name: "put-matter",
    title: "A matter is put before a meeting",
    nature: Nature::Happening,
    doc: "What is to be voted on: an election with its seats, a resolution of a kind, or a choice among alternatives; with what ties it to other matters, and the classes that vote on it by themselves.",
    example: "put-matter \"annual-2002\" matter=\"directors\" kind=\"election of directors\" title=\"Election of directors\" seats=9 on=\"2002-01-15\"",
    fields: &[
        &MEETING.spec,
        &MATTER.spec,
        &MATTER_KIND.spec,
        &TITLE.spec,
        &SEATS.spec,
        &DEPENDS_ON.spec,
        &EXCLUDES.spec,
        &ALTERNATIVES.spec,
        &BOARD_FOLLOWS_MOST.spec,
        &CLASS_VOTE.spec,
        &CHANGES.spec,
    ],
    required: &["meeting", "matter", "kind"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let id = case.need(&MATTER)?;
        if meeting.matter(&id).is_some() {
            return Err(Misdirected {
                message: format!("the meeting already has a matter \"{id}\""),
                help: Some("give each matter its own id".to_owned()),
                field: "matter",
            });
        }
        if case.need(&MATTER_KIND)? == "election of directors" && case.given(&SEATS).unwrap_or(0) == 0 {
            return Err(Misdirected {
                message: "an election names no seats".to_owned(),
                help: Some("add seats=…".to_owned()),
                field: "seats",
            });
        }
        let mut questions = class_votes(case, meeting)?;
        if meeting.kind == "special" && !meeting.notices.is_empty() {
            // What is put after the notice went out stands in no notice yet.
            let facts = meeting_facts(meeting).with("named-in", FactValue::Word("neither"));
            questions.push(asked("business-at-meeting", facts)?);
        }
        Ok(questions)
    },
    events: |case, _| {
        let matter = case.need(&MATTER)?;
        Ok(vec![Event::MatterPut {
            meeting: case.need(&MEETING)?,
            title: case.given(&TITLE).unwrap_or_else(|| matter.clone()),
            matter,
            kind: case.need(&MATTER_KIND)?.to_owned(),
            seats: u32::try_from(case.given(&SEATS).unwrap_or(0)).unwrap_or(u32::MAX),
            terms: terms(case),
        }])
    },
};

static FIX_RECORD_DATE: ActDefinition = ActDefinition {
    name: "fix-record-date",
    title: "The board fixes a record date",
    nature: Nature::Proposal,
    doc: "The board fixes the record date of a meeting by resolution on the day of the act, and where it may a later one for voting; a new one after an adjournment.",
    example: "fix-record-date \"annual-2002\" record-date=\"2002-02-22\" on=\"2002-01-15\" by=\"board of directors\"",
    fields: &[&MEETING.spec, &RECORD_DATE.spec, &VOTING_RECORD_DATE.spec],
    required: &["meeting", "record-date"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let facts = Facts::none()
            .with("meeting-date", FactValue::Day(meeting.at.day))
            .with("resolution", FactValue::Day(day(case)))
            .with("record-date", FactValue::Day(case.need(&RECORD_DATE)?));
        let voting = with_given(facts.clone(), case, &VOTING_RECORD_DATE.spec)
            .with("voting-resolution", FactValue::Day(day(case)));
        let mut all = vec![asked("record-date-range", facts)?, asked("voting-record-date", voting)?];
        if let (false, Some((first, _))) = (meeting.adjournments.is_empty(), meeting.record_date) {
            let mut anew = Facts::none()
                .with("record-date", FactValue::Day(first))
                .with("new-record-date", FactValue::Day(case.need(&RECORD_DATE)?))
                .with("resolution", FactValue::Day(day(case)));
            if let Some(voting) = case.given(&VOTING_RECORD_DATE) {
                anew = anew.with("new-voting-record-date", FactValue::Day(voting));
            }
            all.push(asked("record-date-adjournment", anew)?);
        }
        Ok(all)
    },
    events: |case, _| {
        let meeting = case.need(&MEETING)?;
        let record_date = case.need(&RECORD_DATE)?;
        let voting = case.given(&VOTING_RECORD_DATE).filter(|voting| *voting != record_date);
        let had_one = case.meeting()?.1.voting_record_date.is_some();
        let mut events = vec![Event::RecordDateFixed {
            meeting: meeting.clone(),
            record_date,
            resolution: day(case),
        }];
        if had_one || voting.is_some() {
            events.push(Event::Convening(ConveningEvent::VotingRecordDateFixed {
                meeting,
                voting,
            }));
        }
        Ok(events)
    },
};

static GIVE_NOTICE: ActDefinition = ActDefinition {
    name: "give-notice",
    title: "Notice of a meeting is given",
    nature: Nature::Happening,
    doc: "Notice goes out by a channel on the day of the act. It is entered even when it is late or says too little, with its defects.",
    example: "give-notice \"annual-2002\" channel=\"mail\" on=\"2002-02-28\" stated=\"place, date, hour\" recipients=10000",
    fields: &[
        &MEETING.spec,
        &CHANNEL.spec,
        &STATED.spec,
        &NAMED_MATTERS.spec,
        &NAMED_NOMINEES.spec,
        &RECIPIENTS.spec,
        &CONSENTED.spec,
        &CAUSED_BY.spec,
    ],
    required: &["meeting", "channel"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let facts = noticed_facts(meeting, day(case));
        let facts = with_waivers(facts, case, meeting);
        let channel = Facts::none()
            .with("channel", FactValue::Word(case.need(&CHANNEL)?))
            .with("sent", FactValue::Day(day(case)))
            .with("recipient", FactValue::Word("stockholder"));
        let channel = with_given(channel, case, &CONSENTED.spec);
        let contents = with_intended(with_given(facts.clone(), case, &STATED.spec), case, meeting);
        let mut questions = vec![
            asked("stockholder-notice-window", facts)?,
            asked("notice-given", channel)?,
            asked("notice-contents", contents)?,
        ];
        // Those who called the meeting may have to give its notice themselves.
        if let Some(by) = case.act.by.as_ref().filter(|by| **by != meeting.called_by) {
            let giver = Facts::none().with(GIVEN_BY.spec.name, FactValue::Text(by.clone()));
            questions.push(asked("notice-giver", with_given(giver, case, &CAUSED_BY.spec))?);
        }
        Ok(questions)
    },
    events: |case, _| {
        Ok(vec![Event::NoticeGiven {
            meeting: case.need(&MEETING)?,
            channel: case.need(&CHANNEL)?.to_owned(),
            given: day(case),
            recipients: case.given(&RECIPIENTS).unwrap_or(0),
            stated: case.given(&STATED).unwrap_or_default(),
        }])
    },
};

/// Facts with what the notice names, and with what the board intends to present: the matters that no stockholder brought, and the
/// board's nominees.
fn with_intended(facts: Facts, case: &Case<'_>, meeting: &Meeting) -> Facts {
    let mut facts = with_given(with_given(facts, case, &NAMED_MATTERS.spec), case, &NAMED_NOMINEES.spec);
    if case.given(&NAMED_MATTERS).is_some() {
        let own = meeting
            .matters
            .iter()
            .filter(|matter| meeting.contest.notice_of(&matter.id).is_none())
            .map(|matter| matter.title.clone());
        facts = facts.with("intended-matters", FactValue::List(own.collect()));
    }
    if case.given(&NAMED_NOMINEES).is_some() {
        let nominees = meeting.matters.iter().flat_map(|matter| &matter.nominees);
        let own = nominees
            .filter(|(_, by)| by.eq_ignore_ascii_case("board of directors"))
            .map(|(name, _)| name.clone());
        facts = facts.with("intended-nominees", FactValue::List(own.collect()));
    }
    facts
}

static MAKE_STOCK_LIST: ActDefinition = ActDefinition {
    name: "make-stock-list",
    title: "The stock list is made",
    nature: Nature::Happening,
    doc: "The list of stockholders entitled to vote is ready on the day of the act and open at a place.",
    example: "make-stock-list \"annual-2002\" place=\"principal place of business\" on=\"2002-04-05\"",
    fields: &[&MEETING.spec, &PLACE.spec],
    required: &["meeting"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        Ok(vec![asked(
            "stock-list-dates",
            meeting_facts(meeting).with("list-ready", FactValue::Day(day(case))),
        )?])
    },
    events: |case, _| {
        Ok(vec![Event::StockListMade {
            meeting: case.need(&MEETING)?,
            ready: day(case),
            place: case.given(&PLACE).unwrap_or_default(),
        }])
    },
};

static NOMINATE: ActDefinition = ActDefinition {
    name: "nominate",
    title: "A person is nominated",
    nature: Nature::Happening,
    doc: "A person is nominated for an election of the meeting.",
    example: "nominate \"annual-2002\" matter=\"directors\" nominee=\"Avery Dean\" by=\"board of directors\" on=\"2002-01-15\"",
    fields: &[&MEETING.spec, &MATTER.spec, &NOMINEE.spec],
    required: &["meeting", "matter", "nominee"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let id = case.need(&MATTER)?;
        let nominee = case.need(&NOMINEE)?;
        let wrong = |message: String, field| {
            Err(Misdirected {
                message,
                help: None,
                field,
            })
        };
        match meeting.matter(&id) {
            None => wrong(format!("the meeting has no matter \"{id}\""), "matter"),
            Some(matter) if !matter.is_election() => wrong(format!("\"{id}\" is not an election"), "matter"),
            Some(matter) if matter.nominees.iter().any(|(name, _)| *name == nominee) => {
                wrong(format!("{nominee} is nominated already"), "nominee")
            }
            Some(_) => no_questions(case),
        }
    },
    events: |case, _| {
        Ok(vec![Event::NomineeNamed {
            meeting: case.need(&MEETING)?,
            matter: case.need(&MATTER)?,
            nominee: case.need(&NOMINEE)?,
            by: case.by(),
        }])
    },
};
