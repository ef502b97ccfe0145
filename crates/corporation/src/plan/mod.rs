//! The planner: every deadline of meetings and consents, worked out by asking the questions for a date.
//!
//! The plan holds no rule of its own: a step is a question's answer set on the calendar. A step whose question has no one
//! answer yet says what it depends on. A date is impossible when a window that some rule requires holds no day, or has passed
//! by the day on which the plan is made, or when the one who plans does not want it.
//!
//! ```text
//! items      which questions are asked
//! step       a question's answer as a step
//! feasible   why a day cannot be, and the least change that would help
//! search     the days of a range, and meetings that stand in each other's way
//! due        what is due on a day
//! from_book  what a minute book has ahead of it
//! ```

mod due;
mod feasible;
mod from_book;
mod items;
mod search;
mod step;

use quorate_calendar::{Day, DayWindow};
use quorate_law::LawBook;

use crate::answer::Value;
use crate::ask;
use crate::facts::{FactValue, Facts};
use crate::inquiry::Practice;
use crate::questions;

pub use due::{Due, Urgency, due};
pub use from_book::requests;
pub use search::{Clash, Wanted, clashes, plan_between};

use items::{CONSENT, Item, MEETING, ONLY_ANNUAL, Placed, STOCKHOLDERS_BRING};
use step::{dated_step, notice_of_stockholders, step};

/// What is planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlanKind {
    /// An annual meeting.
    #[default]
    Annual,
    /// A special meeting.
    Special,
    /// A written consent of stockholders, its day being that of the first delivery.
    Consent,
}

impl PlanKind {
    /// The kind's word: annual, special, consent.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Annual => "annual",
            Self::Special => "special",
            Self::Consent => "consent",
        }
    }

    /// What it is called: "annual meeting".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Annual => "annual meeting",
            Self::Special => "special meeting",
            Self::Consent => "written consent",
        }
    }
}

/// What a plan is made from.
#[derive(Clone, Debug)]
pub struct PlanRequest {
    /// What it is called: the meeting's id; stays the same when its day moves.
    pub id: String,
    /// What is planned.
    pub kind: PlanKind,
    /// The day of the meeting, or on which the first consent is delivered.
    pub meeting: Day,
    /// What is to be acted on; empty for an election and ordinary matters.
    pub matters: Vec<String>,
    /// The day on which the plan is made; what must be done cannot lie before it.
    pub today: Option<Day>,
    /// Further facts: holders-of-record, listed, certificate-on-…
    pub facts: Facts,
    /// The questions whose step is done, and what was done.
    pub done: Vec<(&'static str, String)>,
}

impl PlanRequest {
    /// A plan of a kind for a day, of which nothing more is known.
    #[must_use]
    pub fn new(kind: PlanKind, meeting: Day) -> Self {
        Self {
            id: kind.word().to_owned(),
            kind,
            meeting,
            matters: Vec::new(),
            today: None,
            facts: Facts::none(),
            done: Vec::new(),
        }
    }

    /// The same for another day.
    #[must_use]
    pub fn on(&self, meeting: Day) -> Self {
        Self {
            meeting,
            ..self.clone()
        }
    }
}

/// Whether a step must be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Its days bind: without it the meeting cannot be held.
    Binds,
    /// Its days inform: a default, or what others may do.
    Informs,
    /// It says what holds; its day is that of another step.
    Says,
    /// The meeting itself.
    Meeting,
}

/// One step of a plan.
#[derive(Clone, Debug)]
pub struct Step {
    /// The step's id within its plan; stays the same when its days move.
    pub id: String,
    /// The question it answers; empty for the meeting itself.
    pub question: &'static str,
    /// Whether it must be taken.
    pub role: Role,
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
    /// What was done, when it is done.
    pub done: Option<String>,
}

impl Step {
    /// Whether no day is left for it, whatever today is.
    #[must_use]
    pub fn has_no_day(&self) -> bool {
        matches!((self.earliest, self.latest), (Some(first), Some(last)) if last < first)
    }
}

/// A plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it is called.
    pub id: String,
    /// What is planned.
    pub kind: PlanKind,
    /// The day of the meeting.
    pub meeting: Day,
    /// The day on which the plan is made.
    pub today: Option<Day>,
    /// The steps in the order of their dates; those without a date last.
    pub steps: Vec<Step>,
    /// Why the day cannot be; empty when it can.
    pub impossible: Vec<String>,
    /// The ids of the steps that make it impossible.
    pub blocked: Vec<String>,
    /// Each a least change that would make it possible; empty when it is possible, or when nothing tried helps.
    pub changes: Vec<String>,
}

impl Plan {
    /// Whether the meeting can be held on that day.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.impossible.is_empty()
    }
}

/// Plans a meeting or a consent for a day, with the least changes that would help where it cannot be.
#[must_use]
pub fn plan_meeting(request: &PlanRequest, book: &LawBook, practice: &Practice) -> Plan {
    let mut plan = outline(request, book, practice);
    if let Some(step) = step::adjourned_without_notice(request, &facts_of(request), book, practice) {
        plan.steps.push(step);
        sort(&mut plan.steps);
    }
    if !plan.is_possible() {
        plan.changes = feasible::changes(request, book, practice);
    }
    plan
}

/// Plans several, each for itself, in the order of their days.
#[must_use]
pub fn plan_all(requests: &[PlanRequest], book: &LawBook, practice: &Practice) -> Vec<Plan> {
    let mut plans: Vec<Plan> = requests
        .iter()
        .map(|request| plan_meeting(request, book, practice))
        .collect();
    plans.sort_by(|one, other| (one.meeting, &one.id).cmp(&(other.meeting, &other.id)));
    plans
}

/// The steps of a plan and why it cannot be, without looking for changes.
fn outline(request: &PlanRequest, book: &LawBook, practice: &Practice) -> Plan {
    let meeting = request.meeting;
    let facts = facts_of(request);
    let notice = notice_window(&facts, book, practice);
    let mut plan = Plan {
        id: request.id.clone(),
        kind: request.kind,
        meeting,
        today: request.today,
        steps: Vec::new(),
        impossible: Vec::new(),
        blocked: Vec::new(),
        changes: Vec::new(),
    };
    for item in items_of(request.kind) {
        if item.placed == Placed::Meeting && !plan.steps.iter().any(|step| step.role == Role::Meeting) {
            plan.steps.push(meeting_step(request));
        }
        let Some(question) = questions::find(item.question) else {
            continue;
        };
        let answer = ask(question, &told(item, &facts, notice), book, practice);
        let is_idle = item.placed == Placed::Overlay
            && answer.value.is_none()
            && answer.readings.is_empty()
            && answer.needs.is_empty();
        if answer.is_silent || is_idle {
            continue;
        }
        let mut step = step(item, &answer, meeting, notice);
        step.done = request
            .done
            .iter()
            .find(|(question, _)| *question == item.question)
            .map(|(_, done)| done.clone());
        let open = step::list_open(&mut step, &answer);
        if item.placed == Placed::Own {
            let why = feasible::why_impossible(&step, &answer, request.today);
            if !why.is_empty() {
                plan.blocked.push(step.id.clone());
            }
            plan.impossible.extend(why);
        }
        plan.steps.push(step);
        plan.steps.extend(open);
    }
    if request.kind != PlanKind::Consent {
        let is_annual = request.kind == PlanKind::Annual;
        let brought = STOCKHOLDERS_BRING
            .iter()
            .filter(|(_, _, only_annual)| is_annual || !only_annual);
        plan.steps.extend(
            brought.filter_map(|(subject, what, _)| notice_of_stockholders(subject, what, &facts, book, practice)),
        );
    }
    sort(&mut plan.steps);
    plan
}

fn sort(steps: &mut [Step]) {
    steps.sort_by_key(|step| (step.earliest.or(step.latest).is_none(), step.earliest.or(step.latest)));
}

fn items_of(kind: PlanKind) -> impl Iterator<Item = &'static Item> {
    let items = if kind == PlanKind::Consent { CONSENT } else { MEETING };
    items
        .iter()
        .filter(move |item| kind == PlanKind::Annual || !ONLY_ANNUAL.contains(&item.question))
}

/// The facts of a request as the questions take them; what it states itself goes before what is taken here.
fn facts_of(request: &PlanRequest) -> Facts {
    let meeting = request.meeting;
    let mut taken = vec![
        ("body", FactValue::Word("stockholders")),
        ("year", FactValue::Count(u64::try_from(meeting.year()).unwrap_or(0))),
        ("on", FactValue::Day(meeting)),
    ];
    taken.extend(request.today.map(|today| ("resolution", FactValue::Day(today))));
    match request.kind {
        PlanKind::Consent => taken.push(("first-delivery", FactValue::Day(meeting))),
        PlanKind::Annual | PlanKind::Special => taken.push(("original-meeting-date", FactValue::Day(meeting))),
    }
    let mut facts = request.facts.clone();
    for (name, value) in taken {
        if facts.get(name).is_none() {
            facts = facts.with(name, value);
        }
    }
    if request.kind != PlanKind::Consent {
        facts = facts
            .with("meeting-date", FactValue::Day(meeting))
            .with("meeting-kind", FactValue::Word(request.kind.word()));
    }
    if !request.matters.is_empty() {
        facts = facts.with("matters", FactValue::List(request.matters.clone()));
    }
    facts
}

/// What a question is told: the default record date takes notice to be given on the last day.
fn told(item: &Item, facts: &Facts, notice: Option<DayWindow>) -> Facts {
    match notice.and_then(|window| window.latest) {
        Some(latest) if item.question == "record-date-default" && facts.get("notice-given").is_none() => {
            facts.clone().with("notice-given", FactValue::Day(latest))
        }
        _ => facts.clone(),
    }
}

fn notice_window(facts: &Facts, book: &LawBook, practice: &Practice) -> Option<DayWindow> {
    let question = questions::find("stockholder-notice-window")?;
    match ask(question, facts, book, practice).value {
        Some(Value::Window(window)) => Some(window),
        _ => None,
    }
}

fn meeting_step(request: &PlanRequest) -> Step {
    let what = match request.kind {
        PlanKind::Consent => "the first consent is delivered".to_owned(),
        kind => format!("the {}", kind.name()),
    };
    let mut step = dated_step(
        "meeting",
        "",
        Role::Meeting,
        &what,
        Some(request.meeting),
        Some(request.meeting),
    );
    step.says = request.meeting.long();
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(set: &str, meeting: &str, today: Option<&str>) -> Plan {
        let book = quorate_instruments::law_book(set, true).unwrap();
        let request = PlanRequest {
            today: today.map(|day| Day::parse(day).unwrap()),
            ..PlanRequest::new(PlanKind::Annual, Day::parse(meeting).unwrap())
        };
        plan_meeting(&request, &book, &Practice::default())
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
            facts: Facts::none().with("prior-notice-mailing", FactValue::Day(day("2001-03-01"))),
            ..PlanRequest::new(PlanKind::Annual, day("2002-04-17"))
        };
        let plan = plan_meeting(&request, &book, &Practice::default());
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

    fn request(kind: PlanKind, meeting: &str, today: &str) -> PlanRequest {
        PlanRequest {
            today: Some(Day::parse(today).unwrap()),
            ..PlanRequest::new(kind, Day::parse(meeting).unwrap())
        }
    }

    #[test]
    fn what_is_done_stands_in_nobodys_way() {
        let book = quorate_instruments::law_book("novell-2001", true).unwrap();
        let mut late = request(PlanKind::Special, "2002-04-17", "2002-04-16");
        late.done = ["stockholder-notice-window", "record-date-range"]
            .map(|id| (id, "done".to_owned()))
            .to_vec();
        // The list was to be ready ten days before; that alone is left.
        let plan = plan_meeting(&late, &book, &Practice::default());
        assert_eq!(plan.blocked, ["stock-list-dates"], "{:?}", plan.impossible);
        late.done.push(("stock-list-dates", "done".to_owned()));
        assert!(plan_meeting(&late, &book, &Practice::default()).is_possible());
    }

    #[test]
    fn the_least_change_is_possible_and_a_day_less_is_not() {
        let book = quorate_instruments::law_book("novell-2001", true).unwrap();
        let late = request(PlanKind::Annual, "2002-04-17", "2002-04-12");
        let plan = plan_meeting(&late, &book, &Practice::default());
        assert!(
            plan.changes[0].contains("5 days later") && plan.changes[0].contains("22 April 2002"),
            "{:?}",
            plan.changes
        );
        let is_possible =
            |day: &str| plan_meeting(&late.on(Day::parse(day).unwrap()), &book, &Practice::default()).is_possible();
        assert!(is_possible("2002-04-22") && !is_possible("2002-04-21"));
    }

    #[test]
    fn meetings_stand_in_each_others_way_on_one_day_or_as_two_annual_ones() {
        let book = quorate_instruments::law_book("novell-2001", true).unwrap();
        let clash = |one: (PlanKind, &str), other: (PlanKind, &str)| {
            let requests = [one, other].map(|(kind, day)| request(kind, day, "2002-01-01"));
            clashes(&plan_all(&requests, &book, &Practice::default())).len()
        };
        assert_eq!(
            clash((PlanKind::Annual, "2002-04-17"), (PlanKind::Special, "2002-04-17")),
            1
        );
        assert_eq!(
            clash((PlanKind::Annual, "2002-04-17"), (PlanKind::Special, "2002-04-18")),
            0
        );
        assert_eq!(
            clash((PlanKind::Annual, "2002-04-17"), (PlanKind::Annual, "2002-12-31")),
            1
        );
        assert_eq!(
            clash((PlanKind::Annual, "2002-04-17"), (PlanKind::Annual, "2003-01-01")),
            0
        );
    }
}
