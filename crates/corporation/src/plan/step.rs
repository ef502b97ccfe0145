//! A question's answer as a step.

use quorate_calendar::{Day, DayWindow};
use quorate_law::LawBook;

use super::items::{Item, Placed};
use super::{PlanKind, PlanRequest, Role, Step};
use crate::answer::{Answer, Value};
use crate::ask;
use crate::facts::{FactValue, Facts};
use crate::inquiry::Practice;
use crate::questions;

/// The question whose answer makes two steps.
const LIST: &str = "stock-list-dates";
/// How many days after a meeting an adjournment without a new notice is looked for.
const ADJOURNMENT_DAYS_SEARCHED: i64 = 130;

/// A step of which only its days are known.
pub(super) fn dated_step(
    id: &str,
    question: &'static str,
    role: Role,
    what: &str,
    earliest: Option<Day>,
    latest: Option<Day>,
) -> Step {
    Step {
        id: id.to_owned(),
        question,
        role,
        what: what.to_owned(),
        earliest,
        latest,
        says: String::new(),
        sections: Vec::new(),
        counted: Vec::new(),
        depends_on: Vec::new(),
        done: None,
    }
}

/// The step that an answer makes.
pub(super) fn step(item: &Item, answer: &Answer, meeting: Day, notice: Option<DayWindow>) -> Step {
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
        Placed::Own | Placed::Informs | Placed::Overlay => {}
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
    Step {
        id: item.question.to_owned(),
        question: item.question,
        role: match item.placed {
            Placed::Own => Role::Binds,
            Placed::Informs | Placed::Overlay => Role::Informs,
            Placed::Notice | Placed::Meeting | Placed::After => Role::Says,
        },
        done: None,
        what: item.what.to_owned(),
        earliest,
        latest,
        says,
        sections: sections(answer),
        // How days were counted; what is only said, not dated, needs no count.
        counted: match item.placed {
            Placed::Own | Placed::Informs | Placed::Overlay => answer.arithmetic.clone(),
            Placed::Notice | Placed::Meeting | Placed::After => Vec::new(),
        },
        depends_on,
    }
}

/// When stockholders give notice of what they bring, with every reading of the text; none where no text says anything.
pub(super) fn notice_of_stockholders(
    subject: &'static str,
    what: &'static str,
    facts: &Facts,
    book: &LawBook,
    practice: &Practice,
) -> Option<Step> {
    let facts = &facts.clone().with("subject", FactValue::Word(subject));
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
    step.id = format!("{}/{subject}", item.question);
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

/// Parts the step of the stock list: its being ready, which binds, and the days on which it is open. Nothing for another
/// step, or where no day is said.
pub(super) fn list_open(ready: &mut Step, answer: &Answer) -> Option<Step> {
    if ready.question != LIST {
        return None;
    }
    let fields = answer.value.as_ref()?.fields();
    let day = |name: &str| {
        let (_, text) = fields.iter().find(|(field, _)| field == name)?;
        Day::parse(text).ok()
    };
    let mut open = ready.clone();
    (ready.earliest, ready.latest) = (None, Some(day("ready-by")?));
    ready.what = "stock list ready".to_owned();
    ready.says = String::new();
    open.id = format!("{}/open", ready.id);
    open.what = "stock list open".to_owned();
    open.role = Role::Informs;
    (open.earliest, open.latest) = (day("open-from"), day("open-until"));
    open.counted = Vec::new();
    Some(open)
}

/// Until when the meeting may be adjourned without a new notice, time and place being announced and the record date kept:
/// the last day for which the question says that none is needed.
pub(super) fn adjourned_without_notice(
    request: &PlanRequest,
    facts: &Facts,
    book: &LawBook,
    practice: &Practice,
) -> Option<Step> {
    if request.kind == PlanKind::Consent {
        return None;
    }
    let question = questions::find("adjournment-notice")?;
    let told = facts
        .clone()
        .with("original-meeting-date", FactValue::Day(request.meeting))
        .with("adjourned-on", FactValue::Day(request.meeting))
        .with("announced", FactValue::YesNo(true))
        .with("new-record-date", FactValue::YesNo(false));
    let is_free = |days: i64| {
        let to = request.meeting.plus_days(days).ok()?;
        let answer = ask(
            question,
            &told.clone().with("adjourned-to", FactValue::Day(to)),
            book,
            practice,
        );
        (answer.value == Some(Value::YesNo(false))).then_some((to, answer))
    };
    // What needs no notice on a day needs none on an earlier one: the last free day is found by halving.
    let (mut free, mut bound) = (0, ADJOURNMENT_DAYS_SEARCHED);
    if is_free(1).is_none() || is_free(bound).is_some() {
        return None;
    }
    while bound - free > 1 {
        let middle = i64::midpoint(free, bound);
        if is_free(middle).is_some() {
            free = middle
        } else {
            bound = middle
        }
    }
    let (last, answer) = is_free(free)?;
    let what = "adjourned to a day that needs no new notice";
    let mut step = dated_step(
        "adjournment-notice",
        question.id,
        Role::Informs,
        what,
        Some(request.meeting),
        Some(last),
    );
    step.says = "when time and place are announced and the record date stays".to_owned();
    step.sections = sections(&answer);
    step.counted = answer.arithmetic;
    Some(step)
}

/// The sections that control, each once.
fn sections(answer: &Answer) -> Vec<String> {
    let mut sections: Vec<String> = Vec::new();
    for control in &answer.controls {
        if !sections.contains(&control.authority.citation) {
            sections.push(control.authority.citation.clone());
        }
    }
    sections
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
