//! The planner: every deadline of an annual meeting, worked out by asking the questions for a date.
//!
//! The plan holds no rule of its own: a step is a question's answer set on the calendar. A step whose question has no one
//! answer yet says what it depends on. A date is impossible when a window that some rule requires holds no day, or has passed
//! by the day on which the plan is made.

use quorate_calendar::{Day, DayWindow};
use quorate_law::LawBook;

use crate::answer::{Answer, Value};
use crate::ask;
use crate::facts::{FactValue, Facts};
use crate::inquiry::Practice;
use crate::questions;
use crate::questions::common::counted;

/// What a plan is made from.
#[derive(Clone, Debug)]
pub struct PlanRequest {
    /// The day of the meeting.
    pub meeting: Day,
    /// What is to be acted on; empty for an election and ordinary matters.
    pub matters: Vec<String>,
    /// The day on which the plan is made; what must be done cannot lie before it.
    pub today: Option<Day>,
    /// Further facts: holders-of-record, listed, certificate-on-…
    pub facts: Facts,
}

/// One step of a plan.
#[derive(Clone, Debug)]
pub struct Step {
    /// The question it answers.
    pub question: &'static str,
    /// What is to be done, or what happens.
    pub what: String,
    /// The first day.
    pub earliest: Option<Day>,
    /// The last day.
    pub latest: Option<Day>,
    /// What is said besides: the items, the persons, the hour.
    pub says: String,
    /// The sections, the controlling ones.
    pub sections: Vec<String>,
    /// How it was counted.
    pub counted: Vec<String>,
    /// What it depends on, where there is no one answer.
    pub depends_on: Vec<String>,
}

/// A plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The day of the meeting.
    pub meeting: Day,
    /// The steps in the order of their dates; those without a date last.
    pub steps: Vec<Step>,
    /// Why the day cannot be; empty when it can.
    pub impossible: Vec<String>,
}

impl Plan {
    /// Whether the meeting can be held on that day.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.impossible.is_empty()
    }
}

/// How a question becomes a step.
struct Item {
    question: &'static str,
    what: &'static str,
    placed: Placed,
}

/// Where a step without dates of its own stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Placed {
    /// By the days of its own answer; they bind.
    Own,
    /// By the days of its own answer; they inform and do not bind.
    Informs,
    /// Where notice is given: its first day.
    Notice,
    /// On the day of the meeting.
    Meeting,
    /// After the meeting.
    After,
}

/// The questions of an annual meeting, in the order in which a secretary meets them.
const ITEMS: &[Item] = &[
    Item {
        question: "annual-meeting-date",
        what: "annual meeting when nobody designates another day",
        placed: Placed::Informs,
    },
    Item {
        question: "record-date-range",
        what: "fix the record date on a day",
        placed: Placed::Own,
    },
    Item {
        question: "meeting-place",
        what: "place of the meeting",
        placed: Placed::Notice,
    },
    Item {
        question: "stockholder-notice-window",
        what: "give notice",
        placed: Placed::Own,
    },
    Item {
        question: "notice-contents",
        what: "the notice states",
        placed: Placed::Notice,
    },
    Item {
        question: "record-date-default",
        what: "record date when none is fixed and notice is given on the last day",
        placed: Placed::Informs,
    },
    Item {
        question: "stock-list-dates",
        what: "stock list ready and open",
        placed: Placed::Own,
    },
    Item {
        question: "stock-list-places",
        what: "where the stock list is open",
        placed: Placed::Notice,
    },
    Item {
        question: "inspectors-required",
        what: "inspectors of election are required",
        placed: Placed::Meeting,
    },
    Item {
        question: "inspectors-appointment",
        what: "inspectors of election: who appoints them",
        placed: Placed::Meeting,
    },
    Item {
        question: "presiding-person",
        what: "who presides",
        placed: Placed::Meeting,
    },
    Item {
        question: "meeting-secretary",
        what: "who records",
        placed: Placed::Meeting,
    },
    Item {
        question: "polls",
        what: "the polls",
        placed: Placed::Meeting,
    },
    Item {
        question: "ballot-form",
        what: "elections by written ballot",
        placed: Placed::Meeting,
    },
    Item {
        question: "election-standard",
        what: "the vote that elects directors",
        placed: Placed::Meeting,
    },
    Item {
        question: "inspectors-duties",
        what: "the inspectors' duties",
        placed: Placed::Meeting,
    },
    Item {
        question: "minutes-contents",
        what: "the minutes show",
        placed: Placed::After,
    },
];

/// What stockholders may bring, and what its notice is called in a plan.
const STOCKHOLDERS_BRING: &[(&str, &str)] = &[
    ("business", "stockholders give notice of business"),
    ("nominations", "stockholders give notice of nominations"),
];

/// Plans an annual meeting for a day.
#[must_use]
pub fn plan_annual_meeting(request: &PlanRequest, book: &LawBook, practice: &Practice) -> Plan {
    let meeting = request.meeting;
    let mut facts = request
        .facts
        .clone()
        .with("meeting-date", FactValue::Day(meeting))
        .with("meeting-kind", FactValue::Word("annual"))
        .with("body", FactValue::Word("stockholders"))
        .with("year", FactValue::Count(u64::try_from(meeting.year()).unwrap_or(0)))
        .with("on", FactValue::Day(meeting));
    if !request.matters.is_empty() {
        facts = facts.with("matters", FactValue::List(request.matters.clone()));
    }
    if let Some(today) = request.today {
        facts = facts.with("resolution", FactValue::Day(today));
    }
    let notice = last_day_of_notice(&facts, book, practice);
    let mut steps = Vec::new();
    let mut impossible = Vec::new();
    for item in ITEMS {
        if item.placed == Placed::Meeting && !steps.iter().any(|step: &Step| step.question.is_empty()) {
            steps.push(meeting_step(meeting));
        }
        let Some(question) = questions::find(item.question) else {
            continue;
        };
        let mut told = facts.clone();
        if let (true, Some(notice)) = (
            item.question == "record-date-default",
            notice.and_then(|window| window.latest),
        ) {
            told = told.with("notice-given", FactValue::Day(notice));
        }
        let answer = ask(question, &told, book, practice);
        let step = step(item, &answer, meeting, notice);
        if item.placed == Placed::Own {
            impossible.extend(why_impossible(&step, &answer, request.today));
        }
        if !answer.is_silent {
            steps.push(step);
        }
    }
    steps.extend(STOCKHOLDERS_BRING.iter().filter_map(|(subject, what)| {
        let told = facts.clone().with("subject", FactValue::Word(subject));
        notice_of_stockholders(what, &told, book, practice)
    }));
    steps.sort_by_key(|step| (step.earliest.or(step.latest).is_none(), step.earliest.or(step.latest)));
    Plan {
        meeting,
        steps,
        impossible,
    }
}

/// The days of a range on which an annual meeting can be held, with the plan of each day of it.
#[must_use]
pub fn plan_between(first: Day, last: Day, request: &PlanRequest, book: &LawBook, practice: &Practice) -> Vec<Plan> {
    let mut plans = Vec::new();
    let mut day = first;
    while day <= last {
        plans.push(plan_annual_meeting(
            &PlanRequest {
                meeting: day,
                ..request.clone()
            },
            book,
            practice,
        ));
        match day.plus_days(1) {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    plans
}

fn last_day_of_notice(facts: &Facts, book: &LawBook, practice: &Practice) -> Option<DayWindow> {
    let question = questions::find("stockholder-notice-window")?;
    match ask(question, facts, book, practice).value {
        Some(Value::Window(window)) => Some(window),
        _ => None,
    }
}

fn step(item: &Item, answer: &Answer, meeting: Day, notice: Option<DayWindow>) -> Step {
    let (mut earliest, mut latest, says) = match &answer.value {
        Some(Value::Window(window)) => (window.earliest, window.latest, String::new()),
        Some(Value::Day(day)) => (Some(*day), Some(*day), String::new()),
        Some(Value::Moment(moment)) => (Some(moment.day), Some(moment.day), format!("at {}", moment.time)),
        Some(value) => dates_in(value).map_or_else(
            || (None, None, value.brief()),
            |(first, last)| (first, last, value.brief()),
        ),
        None if !answer.readings.is_empty() => {
            let readings: Vec<_> = answer.readings.iter().map(|reading| reading.value.brief()).collect();
            (None, None, format!("depends on the reading: {}", readings.join(" / ")))
        }
        None => (None, None, answer.remark.clone().unwrap_or_default()),
    };
    match item.placed {
        Placed::Own | Placed::Informs => {}
        Placed::Notice => {
            earliest = notice.and_then(|window| window.earliest);
            latest = notice.and_then(|window| window.latest);
        }
        Placed::Meeting => (earliest, latest) = (Some(meeting), Some(meeting)),
        Placed::After => (earliest, latest) = (Some(meeting), None),
    }
    let mut depends_on: Vec<String> = Vec::new();
    if answer.value.is_none() {
        depends_on.extend(
            answer
                .needs
                .iter()
                .map(|unknown| format!("{}: {}", unknown.fact, unknown.doc)),
        );
        depends_on.extend(
            answer
                .readings
                .iter()
                .take(1)
                .map(|reading| format!("the reading of the text; {} decides", reading.who_decides)),
        );
    }
    let mut sections: Vec<String> = Vec::new();
    for control in &answer.controls {
        if !sections.contains(&control.authority.citation) {
            sections.push(control.authority.citation.clone());
        }
    }
    Step {
        question: item.question,
        what: item.what.to_owned(),
        earliest,
        latest,
        says,
        sections,
        // How days were counted; what is only said, not dated, needs no count.
        counted: match item.placed {
            Placed::Own | Placed::Informs => answer.arithmetic.clone(),
            Placed::Notice | Placed::Meeting | Placed::After => Vec::new(),
        },
        depends_on,
    }
}

/// When stockholders give notice of what they bring, with every reading of the text; none where no text says anything.
fn notice_of_stockholders(what: &'static str, facts: &Facts, book: &LawBook, practice: &Practice) -> Option<Step> {
    let item = Item {
        question: "advance-notice-window",
        what,
        placed: Placed::Informs,
    };
    let answer = ask(questions::find(item.question)?, facts, book, practice);
    if answer.is_silent {
        return None;
    }
    let mut step = step(
        &item,
        &answer,
        facts.known(&crate::questions::common::MEETING_DATE)?,
        None,
    );
    if answer.value.is_none()
        && let Some(preferred) = answer.readings.iter().find(|reading| reading.is_preferred)
        && let Value::Window(window) = &preferred.value
    {
        (step.earliest, step.latest) = (window.earliest, window.latest);
        let readings = answer.readings.iter();
        let each: Vec<String> = readings
            .map(|reading| format!("{}: {}", reading.text, reading.value.brief()))
            .collect();
        step.says = format!("depends on the reading: {}", each.join(" / "));
    }
    Some(step)
}

/// The first and last day that a value's fields name, where its fields are dates.
fn dates_in(value: &Value) -> Option<(Option<Day>, Option<Day>)> {
    let days: Vec<Day> = value
        .fields()
        .iter()
        .filter_map(|(_, text)| Day::parse(text).ok())
        .collect();
    Some((Some(*days.iter().min()?), Some(*days.iter().max()?)))
}

fn why_impossible(step: &Step, answer: &Answer, today: Option<Day>) -> Vec<String> {
    let mut why = Vec::new();
    let sections = step.sections.join("; ");
    if let Some(Value::Window(window)) = &answer.value
        && window.is_empty()
    {
        why.push(format!(
            "{}: no day satisfies {sections} together ({})",
            step.what,
            step.counted.join("; ")
        ));
    }
    if let (Some(today), Some(latest)) = (today, step.latest)
        && latest < today
    {
        let late = latest.days_until(today);
        let late = counted(late, "day");
        why.push(format!(
            "{}: the last day was {latest}, {late} before {today} ({sections}); a meeting {late} later would do",
            step.what
        ));
    }
    why
}

fn meeting_step(meeting: Day) -> Step {
    Step {
        question: "",
        what: "the annual meeting".to_owned(),
        earliest: Some(meeting),
        latest: Some(meeting),
        says: meeting.long(),
        sections: Vec::new(),
        counted: Vec::new(),
        depends_on: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(set: &str, meeting: &str, today: Option<&str>) -> Plan {
        let book = quorate_instruments::law_book(set, true).unwrap();
        let request = PlanRequest {
            meeting: Day::parse(meeting).unwrap(),
            matters: Vec::new(),
            today: today.map(|day| Day::parse(day).unwrap()),
            facts: Facts::none(),
        };
        plan_annual_meeting(&request, &book, &Practice::default())
    }

    #[test]
    fn the_windows_of_a_meeting_of_17_april_2002() {
        let plan = plan("novell-2001", "2002-04-17", None);
        let days = |question: &str| {
            let step = plan.steps.iter().find(|step| step.question == question).unwrap();
            (
                step.earliest.map(|day| day.to_string()),
                step.latest.map(|day| day.to_string()),
            )
        };
        let window = (Some("2002-02-16".to_owned()), Some("2002-04-07".to_owned()));
        assert_eq!(days("stockholder-notice-window"), window);
        assert_eq!(days("record-date-range"), window);
        assert!(plan.is_possible(), "{:?}", plan.impossible);
    }

    #[test]
    fn what_stockholders_bring_is_planned_in_every_reading() {
        let book = quorate_instruments::law_book("novell-2001", true).unwrap();
        let day = |text: &str| Day::parse(text).unwrap();
        let request = PlanRequest {
            meeting: day("2002-04-17"),
            matters: Vec::new(),
            today: None,
            facts: Facts::none().with("prior-notice-mailing", FactValue::Day(day("2001-03-01"))),
        };
        let plan = plan_annual_meeting(&request, &book, &Practice::default());
        let steps: Vec<&Step> = plan
            .steps
            .iter()
            .filter(|step| step.question == "advance-notice-window")
            .collect();
        assert_eq!(steps.len(), 2);
        assert!(
            steps
                .iter()
                .all(|step| step.earliest.is_none() && step.latest == Some(day("2001-12-31")))
        );
        let nominations = steps.iter().find(|step| step.what.contains("nominations")).unwrap();
        assert!(
            nominations.says.contains("2001-12-31") && nominations.says.contains("2002-01-17"),
            "{}",
            nominations.says
        );
        // A deadline that has passed does not make the meeting impossible.
        assert!(plan.is_possible());
    }

    #[test]
    fn ten_days_are_enough_and_nine_are_not() {
        assert!(plan("novell-2001", "2002-04-17", Some("2002-04-07")).is_possible());
        let late = plan("novell-2001", "2002-04-17", Some("2002-04-08"));
        assert!(
            late.impossible
                .iter()
                .any(|why| why.contains("give notice") && why.contains("2002-04-07")),
            "{:?}",
            late.impossible
        );
    }
}
