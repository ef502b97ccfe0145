//! Counting, certifying, adopting minutes.

use quorate_calendar::CivilMoment;
use std::collections::BTreeMap;

use super::common::{asked, with_given, with_listing};
use super::contest::{left_out, not_voted_on};
use super::inspection::concurrence;
use super::matters::{decisions, matter_decided};
use super::meeting::register;
use crate::act::{ActDefinition, Asked, Attached, Case, MEETING, Misdirected, Nature};
use crate::event::{Event, InspectionEvent};
use crate::facts::{Fact, FactValue, Facts};
use crate::quantity::Quantity;
use crate::questions::stockholders::conduct::minutes_contents::{STATED, STATED_AT, STATED_PLACE, STATED_SHARES};
use crate::questions::stockholders::inspection::polls;
use crate::state::{Counted, Meeting};
use crate::tabulate::{Frozen, RowException, Tabulation, choices, defects, exceptions, moved, reconciled, tabulate};

static FILE: Fact<String> = Fact::new("file", "the text of the minutes");

static PRELIMINARY: Fact<bool> = Fact::new("preliminary", "whether the count is preliminary");
static EXAMINED: Fact<Vec<String>> = Fact::new("examined", "what the inspectors looked at, where they say it");
static OTHER_FOR: Fact<String> = Fact::new(
    "other-information-for",
    "for what purpose they looked at other information, in the text's words",
);
static SOURCE_STATES: Fact<Vec<String>> = Fact::new(
    "source-states",
    "what the certificate states of other information, in the text's words",
);
static SOURCE: Fact<String> = Fact::new(
    "source",
    "the statement itself: what, from whom, when, how, and why it is believed",
);

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[&COUNT_VOTES, &CERTIFY, &ADOPT_MINUTES];

static COUNT_VOTES: ActDefinition = ActDefinition {
    name: "count-votes",
    title: "The votes are counted",
    nature: Nature::Happening,
    doc: "The inspectors count what was filed and cast before the polls closed; every matter is decided by the standard in force. A preliminary count decides nothing, and may be made while the polls are open; the final one is held against it.",
    example: "count-votes \"annual-2002\" on=\"2002-04-17T11:00\" by=\"inspectors of election\"",
    fields: &[&MEETING.spec, &PRELIMINARY.spec],
    required: &["meeting"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let open = meeting.open_matters();
        if !is_preliminary(case) && meeting.last_closing().is_none() {
            let all = open.len() == meeting.matters.len();
            let what = if all {
                String::new()
            } else {
                format!(" for {}", open.join(", "))
            };
            let help = Some("close the polls first, with close-polls".to_owned());
            return Err(Misdirected {
                message: format!("the polls{what} have not closed"),
                help,
                field: "meeting",
            });
        }
        let (frozen, tabulation) = counted(case, meeting)?;
        let decisions = decisions(case, meeting, &frozen, &tabulation)?;
        let mut questions: Vec<_> = decisions.into_iter().flatten().collect();
        for asked in &mut questions {
            asked.is_preliminary = is_preliminary(case);
        }
        questions.extend(left_out(meeting)?);
        questions.push(asked("instruments-countable", defects(&tabulation))?);
        questions.extend(late_rows(case, meeting, &tabulation)?);
        questions.extend(tabulation.asked);
        Ok(questions)
    },
    events: |case, answers| {
        let (id, meeting) = case.meeting()?;
        let (frozen, tabulation) = counted(case, meeting)?;
        if is_preliminary(case) {
            return Ok(vec![preliminary(&id, &tabulation)]);
        }
        let mut events = vec![votes_counted(&id, &tabulation)];
        let mut rest = answers;
        for (matter, asked) in meeting
            .matters
            .iter()
            .zip(decisions(case, meeting, &frozen, &tabulation)?)
        {
            let (own, others) = rest.split_at(asked.len().min(rest.len()));
            if meeting.conduct.is_open(&matter.id) {
                events.push(matter_decided(&id, matter, own));
            }
            rest = others;
        }
        events.extend(not_voted_on(&id, meeting));
        events.push(reconciliation(case, &id, meeting, &frozen, &tabulation)?);
        Ok(events)
    },
};

static CERTIFY: ActDefinition = ActDefinition {
    name: "certify",
    title: "The inspectors certify the result",
    nature: Nature::Happening,
    doc: "The inspectors certify the shares represented and their count of all votes and ballots.",
    example: "certify \"annual-2002\" on=\"2002-04-17T12:00\" by=\"Lee Ward\"",
    fields: &[
        &MEETING.spec,
        &EXAMINED.spec,
        &OTHER_FOR.spec,
        &SOURCE_STATES.spec,
        &SOURCE.spec,
    ],
    required: &["meeting"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        if meeting.counted.is_none() {
            let help = Some("count the votes first, with count-votes".to_owned());
            return Err(Misdirected {
                message: "the votes have not been counted".to_owned(),
                help,
                field: "meeting",
            });
        }
        let has_oath = |inspector: &String| meeting.oaths.contains(inspector);
        let sworn = meeting
            .inspectors
            .as_ref()
            .is_some_and(|(inspectors, _)| inspectors.iter().all(has_oath));
        let oath = with_listing(Facts::none().with("oath-taken", FactValue::YesNo(sworn)), case);
        // The certificate is the report in writing.
        let duties = Facts::none().with("reported-in-writing", FactValue::YesNo(true));
        let mut questions = vec![
            asked("inspectors-duties", with_listing(duties, case))?,
            asked("inspectors-service", oath)?,
        ];
        questions.extend(concurrence(case, meeting)?);
        questions.extend(evidence(case)?);
        if !meeting.inspection.challenges.is_empty() {
            let open = u64::try_from(meeting.inspection.undetermined()).unwrap_or(u64::MAX);
            let facts = Facts::none()
                .with("undetermined", FactValue::Count(open))
                .with("inspectors-appointed", FactValue::YesNo(meeting.inspectors.is_some()))
                .with("record-kept", FactValue::YesNo(true));
            questions.push(asked("challenge", with_listing(facts, case))?);
        }
        Ok(questions)
    },
    events: |case, _| {
        let by = case.by().split(',').map(|name| name.trim().to_owned()).collect();
        let meeting = case.need(&MEETING)?;
        let stated = case.given(&OTHER_FOR).map(|purpose| {
            Event::Inspection(InspectionEvent::OtherInformationStated {
                meeting: meeting.clone(),
                purpose,
                source: case.given(&SOURCE).unwrap_or_default(),
            })
        });
        let certified = Event::ResultCertified { meeting, by };
        Ok(stated.into_iter().chain([certified]).collect())
    },
};

static ADOPT_MINUTES: ActDefinition = ActDefinition {
    name: "adopt-minutes",
    title: "The minutes are adopted",
    nature: Nature::Happening,
    doc: "The minutes of the meeting are adopted; their text is kept in the book. What they state is held against what the text asks for, and where the hour, place or shares that they state are told, against what was entered.",
    example: "adopt-minutes \"annual-2002\" file=\"minutes.txt\" stated=\"proceedings\" on=\"2002-04-30\" by=\"secretary\"",
    fields: &[
        &MEETING.spec,
        &FILE.spec,
        &STATED.spec,
        &STATED_AT.spec,
        &STATED_PLACE.spec,
        &STATED_SHARES.spec,
    ],
    required: &["meeting", "file"],
    file: Some(("file", Attached::Paper)),
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let kind = if meeting.kind == "special" { "special" } else { "annual" };
        let facts = entered(meeting)
            .with("body", FactValue::Word("stockholders"))
            .with("meeting-kind", FactValue::Word(kind))
            .with("minutes-adopted", FactValue::YesNo(true));
        let stated = [&STATED.spec, &STATED_AT.spec, &STATED_PLACE.spec, &STATED_SHARES.spec];
        let facts = stated
            .into_iter()
            .fold(facts, |facts, spec| with_given(facts, case, spec));
        Ok(vec![asked("minutes-contents", facts)?])
    },
    events: |case, _| {
        Ok(vec![Event::MinutesAdopted {
            meeting: case.need(&MEETING)?,
            by: case.by(),
            text: case.attachment()?,
        }])
    },
};

/// Whether the count is a preliminary one.
fn is_preliminary(case: &Case<'_>) -> bool {
    case.given(&PRELIMINARY) == Some(true)
}

/// What was entered of a meeting when it convened.
fn entered(meeting: &Meeting) -> Facts {
    let mut facts = Facts::none();
    if let Some((when, ..)) = &meeting.convened
        && let Some(time) = when.time
    {
        let at = CivilMoment { day: when.day, time };
        facts = facts.with("entered-at", FactValue::Moment(at));
    }
    if !meeting.place.is_empty() {
        facts = facts.with("entered-place", FactValue::Text(meeting.place.clone()));
    }
    let present = meeting.counted.as_ref().map(|counted| &counted.represented);
    match present
        .or(meeting.conduct.present.as_ref())
        .map(|text| Quantity::parse(text))
    {
        Some(Ok(present)) => facts.with("entered-shares", FactValue::Quantity(present)),
        _ => facts,
    }
}

fn counted(case: &Case<'_>, meeting: &Meeting) -> Result<(Frozen, Tabulation), Misdirected> {
    let frozen = register(case, meeting)?;
    let tabulation = counted_over(case, meeting, &frozen)?;
    Ok((frozen, tabulation))
}

fn counted_over(case: &Case<'_>, meeting: &Meeting, frozen: &Frozen) -> Result<Tabulation, Misdirected> {
    tabulate(meeting, frozen, case.evidence, meeting.last_closing()).map_err(|error| Misdirected {
        message: error.message,
        help: None,
        field: "meeting",
    })
}

/// Whether rows of files came after the polls closed; what came by itself was judged when it came.
fn late_rows(case: &Case<'_>, meeting: &Meeting, tabulation: &Tabulation) -> Result<Option<Asked>, Misdirected> {
    let is_late = |exception: &RowException| exception.finding == polls::AFTER_CLOSE.id && exception.row.file.is_some();
    if !exceptions(meeting, case.evidence, tabulation).iter().any(is_late) {
        return Ok(None);
    }
    let facts = Facts::none().with("received-after-close", FactValue::YesNo(true));
    asked("polls", with_listing(facts, case)).map(Some)
}

/// What the inspectors say that they looked at, where they say it.
fn evidence(case: &Case<'_>) -> Result<Option<Asked>, Misdirected> {
    if case.given(&EXAMINED).is_none() && case.given(&OTHER_FOR).is_none() {
        return Ok(None);
    }
    let facts = [&EXAMINED.spec, &OTHER_FOR.spec, &SOURCE_STATES.spec]
        .into_iter()
        .fold(Facts::none(), |facts, spec| with_given(facts, case, spec));
    asked("inspectors-evidence", with_listing(facts, case)).map(Some)
}

fn preliminary(id: &str, tabulation: &Tabulation) -> Event {
    let counted = counts(tabulation);
    Event::Inspection(InspectionEvent::PreliminaryCounted {
        meeting: id.to_owned(),
        represented: counted.represented,
        entitled: counted.entitled,
        items: counted.items,
        dispositions: counted.dispositions,
        exceptions: counted.exceptions,
    })
}

/// The final count held against what is represented, and against the preliminary one.
fn reconciliation(
    case: &Case<'_>,
    id: &str,
    meeting: &Meeting,
    frozen: &Frozen,
    tabulation: &Tabulation,
) -> Result<Event, Misdirected> {
    let moved = match &meeting.inspection.preliminary {
        None => 0,
        Some(preliminary) => {
            let before = counted_over(case, &preliminary.as_it_stood, frozen)?;
            moved(&before, tabulation).len()
        }
    };
    let mut excepted: BTreeMap<&str, u64> = BTreeMap::new();
    for exception in exceptions(meeting, case.evidence, tabulation) {
        *excepted.entry(exception.finding).or_default() += 1;
    }
    Ok(Event::Inspection(InspectionEvent::CountReconciled {
        meeting: id.to_owned(),
        lines: reconciled(frozen, tabulation),
        excepted: excepted
            .into_iter()
            .map(|(finding, rows)| (finding.to_owned(), rows))
            .collect(),
        moved: u64::try_from(moved).unwrap_or(u64::MAX),
    }))
}

fn votes_counted(id: &str, tabulation: &Tabulation) -> Event {
    let counted = counts(tabulation);
    Event::VotesCounted {
        meeting: id.to_owned(),
        represented: counted.represented,
        entitled: counted.entitled,
        items: counted.items,
        dispositions: counted.dispositions,
        exceptions: counted.exceptions,
    }
}

/// The figures of a count.
fn counts(tabulation: &Tabulation) -> Counted {
    let items = tabulation
        .items
        .iter()
        .enumerate()
        .map(|(index, item)| {
            let by_choice = choices(tabulation, index)
                .into_iter()
                .map(|(choice, votes)| (choice, Quantity::whole(votes).to_string()))
                .collect();
            (item.clone(), by_choice)
        })
        .collect();
    let dispositions = quorate_tally::Disposition::ALL
        .into_iter()
        .map(|disposition| {
            (
                format!("{disposition:?}").to_lowercase(),
                u64::try_from(tabulation.tally.rows_with(disposition)).unwrap_or(u64::MAX),
            )
        })
        .collect();
    Counted {
        represented: Quantity::whole(tabulation.tally.represented().units()).to_string(),
        entitled: Quantity::whole(tabulation.tally.entitled().units()).to_string(),
        items,
        dispositions,
        exceptions: u64::try_from(tabulation.tally.exceptions().len()).unwrap_or(u64::MAX),
    }
}
