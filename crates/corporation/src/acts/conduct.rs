//! The conduct of a meeting: its rules and agenda, who is admitted, adjourning and taking up again.

use quorate_calendar::CivilMoment;

use super::common::{asked, meeting_facts, notice_since, with_figures, with_given, with_left};
use super::meeting::{convened, is_quorate, so_far};
use crate::act::{ActDefinition, Asked, Case, MEETING, Misdirected, Nature};
use crate::event::{ConductEvent, Event};
use crate::facts::{Fact, FactValue, Facts};
use crate::quantity::Quantity;
use crate::questions::common::MEETING_FORM;
use crate::questions::stockholders::conduct::adjournment_notice::{ANNOUNCED, DISPLAYED, ITEMS, SET_IN_NOTICE};
use crate::questions::stockholders::conduct::adjournment_verdict::{ADJOURNED_BY, REASON_GIVEN};
use crate::questions::stockholders::conduct::admission_to_meeting::{
    ADMITTED_BY, COMES_TO, LATE, LIMITED_BY_RULE, PERSON, TURNED_AWAY,
};
use crate::questions::stockholders::conduct::conduct_of_meeting::{CONFLICT, SUBJECT};
use crate::questions::stockholders::conduct::remote_meeting::{
    AUTHORIZED, GUIDELINES_KEPT, MEANS_SATISFY, REMOTE_MEANS, TAKEN,
};
use crate::state::{AdjournedMatter, Matter, Meeting};
use crate::tabulate::{Frozen, Tabulation, tabulate};
use crate::when::When;

static TO: Fact<CivilMoment> = Fact::new(
    "to",
    "the day and hour to which the meeting, or the matter, is adjourned",
);
static PLACE: Fact<String> = Fact::new("place", "the place");
static FOR: Fact<Quantity> = Fact::new("for", "the votes for adjourning");
static AGAINST: Fact<Quantity> = Fact::new("against", "the votes against adjourning");
static MATTER: Fact<String> = Fact::new("matter", "the matter that alone is adjourned, or taken up again");
static RULE: Fact<String> = Fact::new("rule", "what the rule says");
static AGENDA: Fact<Vec<String>> = Fact::new("items", "the items of the agenda, in order");
static HOLDERS: Fact<Vec<String>> = Fact::new("holders", "the accounts of those who leave");
static NAME: Fact<String> = Fact::new("name", "the person's name");

/// The subject of a rule that sets the agenda.
const AGENDA_SUBJECT: &str = "agenda or order of business";

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[&ADOPT_RULES, &SET_AGENDA, &ADMIT, &LEAVE, &ADJOURN, &RESUME];

static ADOPT_RULES: ActDefinition = ActDefinition {
    name: "adopt-rules",
    title: "A rule of conduct is made",
    nature: Nature::Proposal,
    doc: "The board, or the chair of the meeting, makes a rule for its conduct on a subject. Where another has made one on the same subject, say whether the two conflict.",
    example: "adopt-rules \"annual-2002\" subject=\"time for questions and comments\" rule=\"three minutes each\" by=\"board of directors\" on=\"2002-04-10\"",
    fields: &[&MEETING.spec, &SUBJECT.spec, &RULE.spec, &CONFLICT.spec],
    required: &["meeting", "subject"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let subject = case.need(&SUBJECT)?;
        Ok(vec![ruled(case, meeting, &subject)?])
    },
    events: |case, _| {
        Ok(vec![Event::Conduct(ConductEvent::RuleMade {
            meeting: case.need(&MEETING)?,
            by: case.by(),
            subject: case.need(&SUBJECT)?,
            text: case.given(&RULE).unwrap_or_default(),
        })])
    },
};

static SET_AGENDA: ActDefinition = ActDefinition {
    name: "set-agenda",
    title: "The agenda is set",
    nature: Nature::Proposal,
    doc: "The items of business in their order, set by one who makes the rules of conduct.",
    example: "set-agenda \"annual-2002\" items=\"directors, auditors\" by=\"chair of the meeting\" on=\"2002-04-17T10:01\"",
    fields: &[&MEETING.spec, &AGENDA.spec, &CONFLICT.spec],
    required: &["meeting", "items"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        Ok(vec![ruled(case, meeting, AGENDA_SUBJECT)?])
    },
    events: |case, _| {
        let (meeting, by) = (case.need(&MEETING)?, case.by());
        let items = case.need(&AGENDA)?;
        Ok(vec![
            Event::Conduct(ConductEvent::RuleMade {
                meeting: meeting.clone(),
                by: by.clone(),
                subject: AGENDA_SUBJECT.to_owned(),
                text: items.join(", "),
            }),
            Event::Conduct(ConductEvent::AgendaSet { meeting, by, items }),
        ])
    },
};

static ADMIT: ActDefinition = ActDefinition {
    name: "admit",
    title: "A person is let in or kept out",
    nature: Nature::Happening,
    doc: "A person comes to the meeting as a stockholder of record, a proxy or a guest, and is let in, or turned away.",
    example: "admit \"annual-2002\" person=\"guest\" name=\"Robin Poe\" admitted-by=\"chair of the meeting\" on=\"2002-04-17T09:50\"",
    fields: &[
        &MEETING.spec,
        &PERSON.spec,
        &NAME.spec,
        &TURNED_AWAY.spec,
        &ADMITTED_BY.spec,
        &COMES_TO.spec,
        &LIMITED_BY_RULE.spec,
        &LATE.spec,
    ],
    required: &["meeting", "person"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let turned_away = case.given(&TURNED_AWAY).unwrap_or(false);
        let mut facts = Facts::none().with("turned-away", FactValue::YesNo(turned_away));
        // While no rule of conduct is made none limits the meeting; whether one that was made does is told.
        if meeting.conduct.rules.is_empty() {
            facts = facts.with("limited-by-rule", FactValue::YesNo(false));
        }
        let given = [
            &PERSON.spec,
            &ADMITTED_BY.spec,
            &COMES_TO.spec,
            &LIMITED_BY_RULE.spec,
            &LATE.spec,
        ];
        Ok(vec![asked("admission-to-meeting", with_all(facts, case, &given))?])
    },
    events: |case, _| {
        Ok(vec![Event::Conduct(ConductEvent::PersonCame {
            meeting: case.need(&MEETING)?,
            person: case.need(&PERSON)?,
            name: case.given(&NAME).unwrap_or_default(),
            admitted: !case.given(&TURNED_AWAY).unwrap_or(false),
        })])
    },
};

static LEAVE: ActDefinition = ActDefinition {
    name: "leave",
    title: "Holders leave the meeting",
    nature: Nature::Happening,
    doc: "Holders who came leave after the meeting was convened. What they voted by ballot stays, and a proxy keeps their shares there; the quorum is asked again when the polls open and when the votes are counted, matter by matter. Who attends or votes afterwards is there again.",
    example: "leave \"annual-2002\" holders=\"A-17, A-18\" on=\"2002-04-17T10:12\"",
    fields: &[&MEETING.spec, &HOLDERS.spec],
    required: &["meeting", "holders"],
    file: None,
    questions: |case| {
        let meeting = convened(case)?;
        let (frozen, _) = so_far(case, meeting)?;
        let holders = case.need(&HOLDERS)?;
        match holders.iter().find(|holder| !frozen.holds(holder)) {
            None => Ok(Vec::new()),
            Some(holder) => Err(Misdirected {
                message: format!("{holder} holds no shares of record on the record date"),
                help: Some("name the accounts of the holders, as the register has them".to_owned()),
                field: "holders",
            }),
        }
    },
    events: |case, _| {
        Ok(vec![Event::Conduct(ConductEvent::HoldersLeft {
            meeting: case.need(&MEETING)?,
            holders: case.need(&HOLDERS)?,
            at: case.act.on,
        })])
    },
};

/// Whether there is a quorum for a matter after some have left, by what is present before and after; nothing while nobody has left,
/// or where there was no quorum when the meeting convened. `first` is the number of the matter's first item in the count, and
/// `closed` when the polls closed.
pub(super) fn quorum_after_leaving(
    case: &Case<'_>,
    meeting: &Meeting,
    (matter, first): (&Matter, usize),
    (frozen, tabulation): (&Frozen, &Tabulation),
    closed: Option<When>,
) -> Result<Option<Asked>, Misdirected> {
    if meeting.conduct.left.is_empty() || meeting.quorate == Some(false) {
        return Ok(None);
    }
    let mut without = meeting.clone();
    without.conduct.without_those_who_left = Some(matter.id.clone());
    let left = tabulate(&without, frozen, case.evidence, closed).map_err(|error| Misdirected {
        message: error.message,
        help: None,
        field: "meeting",
    })?;
    let facts = meeting_facts(meeting).with("matters", FactValue::List(vec![matter.kind.clone()]));
    let facts = with_figures(facts, frozen, tabulation.tally_of(first));
    asked("quorum", with_left(facts, frozen, left.tally_of(first))).map(Some)
}

static ADJOURN: ActDefinition = ActDefinition {
    name: "adjourn",
    title: "The meeting is adjourned",
    nature: Nature::Happening,
    doc: "The meeting is adjourned to another day, hour or place, or one matter of it while the others go on. Tell the votes, or who adjourned without one.",
    example: "adjourn \"annual-2002\" to=\"2002-05-01T10:00\" place=\"Provo, Utah\" announced=#true on=\"2002-04-17T10:05\"",
    fields: &[
        &MEETING.spec,
        &TO.spec,
        &PLACE.spec,
        &ANNOUNCED.spec,
        &ITEMS.spec,
        &DISPLAYED.spec,
        &SET_IN_NOTICE.spec,
        &FOR.spec,
        &AGAINST.spec,
        &ADJOURNED_BY.spec,
        &REASON_GIVEN.spec,
        &MATTER.spec,
    ],
    required: &["meeting", "to"],
    file: None,
    questions: |case| {
        let meeting = convened(case)?;
        if let Some(matter) = case.given(&MATTER) {
            undecided(meeting, &matter)?;
        }
        let facts = with_quorum(meeting_facts(meeting), meeting)
            .with("original-meeting-date", FactValue::Day(meeting.original.day))
            .with("adjourned-on", FactValue::Day(case.act.on.day))
            .with("adjourned-to", FactValue::Day(case.need(&TO)?.day))
            .with("new-record-date", FactValue::YesNo(false));
        let given = [&ANNOUNCED.spec, &ITEMS.spec, &DISPLAYED.spec, &SET_IN_NOTICE.spec];
        Ok(vec![
            asked("adjournment-notice", with_all(facts, case, &given))?,
            adjourning(case, meeting)?,
        ])
    },
    events: |case, _| {
        let (id, meeting) = case.meeting()?;
        let to = case.need(&TO)?;
        let place = case.given(&PLACE).unwrap_or_else(|| meeting.place.clone());
        let announced = case.given(&ANNOUNCED).unwrap_or(false);
        Ok(vec![match case.given(&MATTER) {
            Some(matter) => Event::Conduct(ConductEvent::MatterAdjourned {
                meeting: id,
                matter,
                at: case.act.on,
                to,
                place,
                announced,
            }),
            None => Event::MeetingAdjourned {
                meeting: id,
                to,
                place,
                announced,
            },
        }])
    },
};

static RESUME: ActDefinition = ActDefinition {
    name: "resume",
    title: "A matter that was adjourned alone is taken up again",
    nature: Nature::Happening,
    doc: "The meeting goes on with a matter that alone was adjourned: whether notice of it was due, whether there is a quorum, and that the matter is one of the original meeting. The other matters stand as they were decided.",
    example: "resume \"annual-2002\" matter=\"merger\" on=\"2002-05-01T10:00\"",
    fields: &[&MEETING.spec, &MATTER.spec],
    required: &["meeting", "matter"],
    file: None,
    questions: |case| {
        let meeting = convened(case)?;
        let adjourned = adjourned_matter(case, meeting)?;
        if case.act.on.day < adjourned.to.day {
            return Err(misdirected(
                &format!("the matter was adjourned to {}", adjourned.to.day),
                "take it up on that day, or call a meeting for an earlier one",
                "matter",
            ));
        }
        if meeting.polls_closed.is_some() && meeting.counted.is_none() {
            return Err(misdirected(
                "the polls on the other matters have closed, and their votes are not counted",
                "count them first, with count-votes",
                "meeting",
            ));
        }
        // Proxies are voted on the day to which the matter was adjourned, and may have run out by then.
        let mut resumed = meeting.clone();
        resumed.at = adjourned.to;
        let meeting = &resumed;
        let (frozen, tabulation) = so_far(case, meeting)?;
        let quorum = with_figures(meeting_facts(meeting), &frozen, &tabulation.tally);
        let new_record_date = meeting
            .record_date
            .is_some_and(|(_, resolution)| resolution >= adjourned.at.day);
        let notice = meeting_facts(meeting)
            .with("original-meeting-date", FactValue::Day(meeting.original.day))
            .with("adjourned-on", FactValue::Day(adjourned.at.day))
            .with("adjourned-to", FactValue::Day(adjourned.to.day))
            .with("announced", FactValue::YesNo(adjourned.announced))
            .with("new-record-date", FactValue::YesNo(new_record_date));
        let given = notice_since(case, &case.need(&MEETING)?, meeting, adjourned.at.day);
        let notice = match given {
            Some(given) => notice.with("new-notice-given", FactValue::Day(given)),
            None => notice.with("new-notice", FactValue::YesNo(false)),
        };
        let business = Facts::none()
            .with("meeting-date", FactValue::Day(adjourned.to.day))
            .with("might-have-been-done", FactValue::YesNo(true));
        let first = asked("quorum", quorum)?;
        let business = match reached(case, &first) {
            Some(is_quorate) => business.with("is-quorate", FactValue::YesNo(is_quorate)),
            None => business,
        };
        Ok(vec![
            first,
            asked("adjournment-notice", notice)?,
            asked("adjourned-meeting-business", business)?,
        ])
    },
    events: |case, answers| {
        Ok(vec![Event::Conduct(ConductEvent::MatterResumed {
            meeting: case.need(&MEETING)?,
            matter: case.need(&MATTER)?,
            at: case.act.on,
            quorate: is_quorate(answers),
        })])
    },
};

/// The question whether a rule on a subject may be made, beside those made before on the same subject.
fn ruled(case: &Case<'_>, meeting: &Meeting, subject: &str) -> Result<Asked, Misdirected> {
    let by = case.by();
    let facts = Facts::none()
        .with("subject", FactValue::Text(subject.to_owned()))
        .with("conduct", FactValue::Word("rule"))
        .with("made-by", FactValue::Text(by.clone()));
    let mut makers: Vec<String> = meeting
        .conduct
        .rules
        .iter()
        .filter(|rule| rule.subject == subject)
        .map(|rule| rule.by.clone())
        .collect();
    if makers.is_empty() {
        return asked("conduct-of-meeting", facts);
    }
    makers.push(by.clone());
    let facts = facts
        .with("rules-by", FactValue::List(makers))
        .with("followed", FactValue::Text(by));
    asked("conduct-of-meeting", with_given(facts, case, &CONFLICT.spec))
}

/// The question of the power to adjourn, with all that the act and the meeting tell.
fn adjourning(case: &Case<'_>, meeting: &Meeting) -> Result<Asked, Misdirected> {
    let (frozen, tabulation) = so_far(case, meeting)?;
    let facts = with_quorum(Facts::none(), meeting).with("adjourned", FactValue::YesNo(true));
    let facts = with_figures(facts, &frozen, &tabulation.tally);
    let facts = match case.given(&MATTER) {
        Some(matter) => facts.with("adjourned-matter", FactValue::Text(matter)),
        None => facts,
    };
    let given = [&FOR.spec, &AGAINST.spec, &ADJOURNED_BY.spec, &REASON_GIVEN.spec];
    asked("adjournment-power", with_all(facts, case, &given))
}

fn with_quorum(facts: Facts, meeting: &Meeting) -> Facts {
    match meeting.quorate {
        Some(is_quorate) => facts.with("is-quorate", FactValue::YesNo(is_quorate)),
        None => facts,
    }
}

fn with_all(facts: Facts, case: &Case<'_>, given: &[&crate::facts::FactSpec]) -> Facts {
    given.iter().fold(facts, |facts, spec| with_given(facts, case, spec))
}

/// Whether a question on a quorum is answered yes; none while it has no answer.
fn reached(case: &Case<'_>, asked: &Asked) -> Option<bool> {
    let facts = asked
        .facts
        .clone()
        .with(crate::facts::LAW_ON.spec.name, FactValue::Day(case.act.on.day));
    is_quorate(&[crate::ask(asked.question, &facts, case.book, case.practice)])
}

fn misdirected(message: &str, help: &str, field: &'static str) -> Misdirected {
    Misdirected {
        message: message.to_owned(),
        help: Some(help.to_owned()),
        field,
    }
}

/// The matter must be before the meeting, and neither decided nor adjourned already.
fn undecided(meeting: &Meeting, matter: &str) -> Result<(), Misdirected> {
    let known: Vec<&str> = meeting.matters.iter().map(|matter| matter.id.as_str()).collect();
    let wrong = |message: String, help: String| {
        Err(Misdirected {
            message,
            help: Some(help),
            field: "matter",
        })
    };
    if meeting.matter(matter).is_none() {
        return wrong(
            format!("the meeting has no matter \"{matter}\""),
            format!("matters: {}", known.join(", ")),
        );
    }
    if meeting.results.iter().any(|result| result.matter == matter) {
        return wrong(
            format!("\"{matter}\" is decided"),
            "adjourn a matter before its votes are counted".to_owned(),
        );
    }
    if !meeting.conduct.is_open(matter) {
        return wrong(
            format!("\"{matter}\" is adjourned already"),
            "take it up again first, with resume".to_owned(),
        );
    }
    Ok(())
}

/// The matter that is taken up again, which must have been adjourned alone.
fn adjourned_matter(case: &Case<'_>, meeting: &Meeting) -> Result<AdjournedMatter, Misdirected> {
    let id = case.need(&MATTER)?;
    let adjourned = meeting
        .conduct
        .adjourned_matters
        .iter()
        .find(|other| other.matter == id);
    adjourned.cloned().ok_or_else(|| Misdirected {
        message: format!("\"{id}\" was not adjourned by itself"),
        help: Some("adjourn it with adjourn and matter=…; a whole meeting convenes again with convene".to_owned()),
        field: "matter",
    })
}

/// The form in which the meeting is held: as the act says, else as it was called.
fn form<'a>(case: &Case<'_>, meeting: &'a Meeting) -> &'a str {
    case.given(&MEETING_FORM).unwrap_or(&meeting.form)
}

/// The question on those who take part from elsewhere, where any do.
pub(super) fn from_elsewhere(case: &Case<'_>, meeting: &Meeting) -> Result<Option<Asked>, Misdirected> {
    let form = match form(case, meeting) {
        "remote" => "remote",
        "hybrid" => "hybrid",
        _ => return Ok(None),
    };
    let facts = Facts::none()
        .with("meeting-date", FactValue::Day(meeting.at.day))
        .with("form", FactValue::Word(form));
    let given = [
        &AUTHORIZED.spec,
        &TAKEN.spec,
        &GUIDELINES_KEPT.spec,
        &REMOTE_MEANS.spec,
        &MEANS_SATISFY.spec,
    ];
    asked("remote-meeting", with_all(facts, case, &given)).map(Some)
}

/// That some take part from elsewhere, where they do.
pub(super) fn held_remotely(case: &Case<'_>, id: &str, meeting: &Meeting) -> Vec<Event> {
    let form = form(case, meeting);
    if form == "place" {
        return Vec::new();
    }
    vec![Event::Conduct(ConductEvent::HeldRemotely {
        meeting: id.to_owned(),
        form: form.to_owned(),
        measures: case.given(&TAKEN).unwrap_or_default(),
    })]
}
