//! Why a day cannot be, and the least change that would help.

use quorate_calendar::Day;
use quorate_law::LawBook;

use super::items::Placed;
use super::step::list_open;
use super::{PlanKind, PlanRequest, Step, facts_of, items_of, notice_window, step, told};
use crate::answer::{Answer, Value};
use crate::ask;
use crate::inquiry::Practice;
use crate::questions;

/// How many days later a meeting is looked for that would do.
const DAYS_SEARCHED: i64 = 400;

/// Why a step cannot be taken: its window holds no day, or its last day has passed and nothing was done.
pub(super) fn why_impossible(step: &Step, answer: &Answer, today: Option<Day>) -> Vec<String> {
    if step.done.is_some() {
        return Vec::new();
    }
    let sections = step.sections.join("; ");
    if let (Some(today), Some(latest)) = (today, step.latest)
        && latest < today
    {
        return vec![format!(
            "{}: the last day was {latest}, {} before {today} ({sections})",
            step.what,
            days(latest.days_until(today)),
        )];
    }
    match &answer.value {
        Some(Value::Window(window)) if window.is_empty() => vec![format!(
            "{}: no day satisfies {sections} together ({})",
            step.what,
            step.counted.join("; ")
        )],
        _ => Vec::new(),
    }
}

/// The changes, each alone, that would make a plan possible: a later day, one matter less, nothing else being changed.
pub(super) fn changes(request: &PlanRequest, book: &LawBook, practice: &Practice) -> Vec<String> {
    let mut changes = Vec::new();
    if request.kind != PlanKind::Consent
        && let Some(day) = first_feasible(request, book, practice)
    {
        changes.push(format!(
            "a meeting {} later would do: {} is the first day from {} on which every step can still be taken",
            days(request.meeting.days_until(day)),
            day.long(),
            request.meeting
        ));
    }
    if request.matters.len() > 1 {
        for matter in &request.matters {
            let mut without = request.clone();
            without.matters.retain(|kept| kept != matter);
            if is_feasible(&without, book, practice) {
                changes.push(format!("the same day would do without the matter {matter}"));
            }
        }
    }
    changes
}

/// The first day after that of a request on which every step that binds can be taken.
fn first_feasible(request: &PlanRequest, book: &LawBook, practice: &Practice) -> Option<Day> {
    (1..=DAYS_SEARCHED)
        .map_while(|days| request.meeting.plus_days(days).ok())
        .find(|day| is_feasible(&request.on(*day), book, practice))
}

/// Whether every step that binds can be taken; asks only for those.
fn is_feasible(request: &PlanRequest, book: &LawBook, practice: &Practice) -> bool {
    let facts = facts_of(request);
    let notice = notice_window(&facts, book, practice);
    items_of(request.kind)
        .filter(|item| item.placed == Placed::Own)
        .all(|item| {
            let Some(question) = questions::find(item.question) else {
                return true;
            };
            let is_done = request.done.iter().any(|(done, _)| *done == item.question);
            is_done || {
                let answer = ask(question, &told(item, &facts, notice), book, practice);
                let mut step = step(item, &answer, request.meeting, notice);
                list_open(&mut step, &answer);
                why_impossible(&step, &answer, request.today).is_empty()
            }
        })
}

/// "1 day", "2 days".
fn days(number: i64) -> String {
    if number == 1 {
        "1 day".to_owned()
    } else {
        format!("{number} days")
    }
}
