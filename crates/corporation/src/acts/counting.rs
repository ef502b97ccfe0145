//! Counting, certifying, adopting minutes.

use super::common::{asked, with_listing};
use super::contest::{left_out, not_voted_on};
use super::matters::{decisions, matter_decided};
use super::meeting::register;
use crate::act::{ActDefinition, Attached, Case, MEETING, Misdirected, Nature};
use crate::event::Event;
use crate::facts::{Fact, FactValue, Facts};
use crate::quantity::Quantity;
use crate::state::Meeting;
use crate::tabulate::{Frozen, Tabulation, choices, tabulate};

static FILE: Fact<String> = Fact::new("file", "the text of the minutes");
static STATED: Fact<Vec<String>> = Fact::new("stated", "what the minutes show");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[&COUNT_VOTES, &CERTIFY, &ADOPT_MINUTES];

static COUNT_VOTES: ActDefinition = ActDefinition {
    name: "count-votes",
    title: "The votes are counted",
    nature: Nature::Happening,
    doc: "The inspectors count what was filed and cast before the polls closed; every matter is decided by the standard in force.",
    example: "count-votes \"annual-2002\" on=\"2002-04-17T11:00\" by=\"inspectors of election\"",
    fields: &[&MEETING.spec],
    required: &["meeting"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        if meeting.polls_closed.is_none() {
            let help = Some("close the polls first, with close-polls".to_owned());
            return Err(Misdirected {
                message: "the polls have not closed".to_owned(),
                help,
                field: "meeting",
            });
        }
        let (frozen, tabulation) = counted(case, meeting)?;
        let decisions = decisions(case, meeting, &frozen, &tabulation)?;
        let mut questions: Vec<_> = decisions.into_iter().flatten().collect();
        questions.extend(left_out(meeting)?);
        Ok(questions)
    },
    events: |case, answers| {
        let (id, meeting) = case.meeting()?;
        let (frozen, tabulation) = counted(case, meeting)?;
        let mut events = vec![votes_counted(&id, &tabulation)];
        let mut rest = answers;
        for (matter, asked) in meeting
            .matters
            .iter()
            .zip(decisions(case, meeting, &frozen, &tabulation)?)
        {
            let (own, others) = rest.split_at(asked.len().min(rest.len()));
            events.push(matter_decided(&id, matter, own));
            rest = others;
        }
        events.extend(not_voted_on(&id, meeting));
        Ok(events)
    },
};

static CERTIFY: ActDefinition = ActDefinition {
    name: "certify",
    title: "The inspectors certify the result",
    nature: Nature::Happening,
    doc: "The inspectors certify the shares represented and their count of all votes and ballots.",
    example: "certify \"annual-2002\" on=\"2002-04-17T12:00\" by=\"Lee Ward\"",
    fields: &[&MEETING.spec],
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
        Ok(vec![
            asked("inspectors-duties", with_listing(Facts::none(), case))?,
            asked("inspectors-service", oath)?,
        ])
    },
    events: |case, _| {
        let by = case.by().split(',').map(|name| name.trim().to_owned()).collect();
        Ok(vec![Event::ResultCertified {
            meeting: case.need(&MEETING)?,
            by,
        }])
    },
};

static ADOPT_MINUTES: ActDefinition = ActDefinition {
    name: "adopt-minutes",
    title: "The minutes are adopted",
    nature: Nature::Happening,
    doc: "The minutes of the meeting are adopted; their text is kept in the book.",
    example: "adopt-minutes \"annual-2002\" file=\"minutes.txt\" on=\"2002-04-30\" by=\"secretary\"",
    fields: &[&MEETING.spec, &FILE.spec, &STATED.spec],
    required: &["meeting", "file"],
    file: Some(("file", Attached::Paper)),
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let mut facts = Facts::none().with("body", FactValue::Word("stockholders")).with(
            "meeting-kind",
            FactValue::Word(if meeting.kind == "special" { "special" } else { "annual" }),
        );
        if let Some(stated) = case.given(&STATED) {
            facts = facts.with("stated", FactValue::List(stated));
        }
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

fn counted(case: &Case<'_>, meeting: &Meeting) -> Result<(Frozen, Tabulation), Misdirected> {
    let frozen = register(case, meeting)?;
    let tabulation = tabulate(meeting, &frozen, case.evidence, meeting.polls_closed).map_err(|error| Misdirected {
        message: error.message,
        help: None,
        field: "meeting",
    })?;
    Ok((frozen, tabulation))
}

fn votes_counted(id: &str, tabulation: &Tabulation) -> Event {
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
    Event::VotesCounted {
        meeting: id.to_owned(),
        represented: Quantity::whole(tabulation.tally.represented().units()).to_string(),
        entitled: Quantity::whole(tabulation.tally.entitled().units()).to_string(),
        items,
        dispositions,
        exceptions: u64::try_from(tabulation.tally.exceptions().len()).unwrap_or(u64::MAX),
    }
}
