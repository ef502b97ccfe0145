//! Counting, certifying, adopting minutes.

use quorate_tally::Choice;

use super::common::{asked, meeting_facts, with_figures, with_listing};
use super::contest::{left_out, not_voted_on};
use super::meeting::register;
use crate::act::{ActDefinition, Asked, Attached, Case, MEETING, Misdirected, Nature};
use crate::answer::{Answer, Value};
use crate::event::Event;
use crate::facts::{Fact, FactValue, Facts, Row};
use crate::quantity::Quantity;
use crate::state::{Matter, Meeting};
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
        let mut first = 0;
        let mut questions = Vec::new();
        for matter in &meeting.matters {
            questions.push(decided(meeting, matter, &frozen, &tabulation, first)?);
            first += matter.items().len();
        }
        questions.extend(left_out(meeting)?);
        Ok(questions)
    },
    events: |case, answers| {
        let (id, meeting) = case.meeting()?;
        let (_, tabulation) = counted(case, meeting)?;
        let mut events = vec![votes_counted(&id, &tabulation)];
        for (matter, answer) in meeting.matters.iter().zip(answers) {
            events.push(matter_decided(&id, matter, answer));
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

/// The question that decides a matter, with its counts; `first` is the number of its first item.
fn decided(
    meeting: &Meeting,
    matter: &Matter,
    frozen: &Frozen,
    tabulation: &Tabulation,
    first: usize,
) -> Result<Asked, Misdirected> {
    let facts = meeting_facts(meeting).with("matters", FactValue::List(vec![matter.kind.clone()]));
    let facts = with_figures(facts, frozen, &tabulation.tally);
    let broker_non_votes = |facts: Facts, votes| facts.with("broker-non-votes", FactValue::Quantity(votes));
    if matter.is_election() {
        let on_each: Vec<OnItem> = (first..first + matter.nominees.len())
            .map(|item| on_item(tabulation, item))
            .collect();
        // A broker's silence on the whole election is told once; on one nominee more than on another it is an abstention there.
        let silent = on_each.iter().map(|votes| votes.broker_non_votes).min().unwrap_or(0);
        let nominees = matter.nominees.iter().zip(&on_each);
        let rows = nominees
            .map(|((nominee, _), votes)| votes.row(nominee, silent))
            .collect();
        let facts = facts
            .with("seats", FactValue::Count(u64::from(matter.seats)))
            .with("nominees", FactValue::Rows(rows));
        return asked("election-result", broker_non_votes(facts, Quantity::whole(silent)));
    }
    let votes = on_item(tabulation, first);
    let whole = |votes: u64| FactValue::Quantity(Quantity::whole(votes));
    let facts = facts
        .with("for", whole(votes.votes_for))
        .with("against", whole(votes.against))
        .with("abstain", whole(votes.abstain));
    asked(
        "vote-result",
        broker_non_votes(facts, Quantity::whole(votes.broker_non_votes)),
    )
}

/// The votes on one item.
struct OnItem {
    votes_for: u64,
    against: u64,
    withheld: u64,
    abstain: u64,
    broker_non_votes: u64,
}

/// The votes on an item. Those present who mark nothing abstain: they are present, and vote neither way.
fn on_item(tabulation: &Tabulation, item: usize) -> OnItem {
    let totals = tabulation.tally.totals(item);
    let of = |choice: Choice| totals.of(choice).units();
    let silent = totals.of(Choice::UNMARKED).units() + tabulation.tally.attending_only().units();
    OnItem {
        votes_for: of(Choice::FOR),
        against: of(Choice::AGAINST),
        withheld: of(Choice::WITHHELD),
        abstain: of(Choice::ABSTAIN) + silent,
        broker_non_votes: of(Choice::BROKER_NON_VOTE),
    }
}

impl OnItem {
    /// The row of a nominee, where `silent` broker non-votes are told for the whole election.
    fn row(&self, nominee: &str, silent: u64) -> Row {
        let columns = [
            ("for", self.votes_for),
            ("against", self.against),
            ("withheld", self.withheld),
            ("abstain", self.abstain + self.broker_non_votes - silent),
        ];
        let columns = columns.into_iter().filter(|(_, votes)| *votes > 0);
        Row {
            name: nominee.to_owned(),
            columns: columns
                .map(|(choice, votes)| (choice.to_owned(), Quantity::whole(votes)))
                .collect(),
        }
    }
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

fn matter_decided(id: &str, matter: &Matter, answer: &Answer) -> Event {
    let preferred = answer
        .readings
        .iter()
        .find(|reading| reading.is_preferred)
        .map(|reading| &reading.value);
    let fields = answer
        .value
        .as_ref()
        .or(preferred)
        .map(Value::fields)
        .unwrap_or_default();
    let outcome = fields
        .iter()
        .find(|(name, _)| name == "outcome")
        .map_or("depends on what is not known", |(_, word)| word.as_str());
    let outcome = match (&answer.value, answer.readings.is_empty()) {
        (None, false) => format!("{outcome}, on the preferred reading"),
        _ => outcome.to_owned(),
    };
    Event::MatterDecided {
        meeting: id.to_owned(),
        matter: matter.id.clone(),
        outcome,
        fields,
    }
}
