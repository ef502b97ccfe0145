//! What is due on a day, from plans.

use quorate_calendar::Day;

use super::{Plan, Role, Step};

/// How pressing a step is, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Its last day has passed, and it binds.
    Overdue,
    /// The day is its last.
    LastDay,
    /// Its last day is within the days looked ahead.
    Soon,
    /// The day is its first, and its last is further off.
    Opens,
    /// Its first day is within the days looked ahead.
    OpensSoon,
    /// It can be done, and its last day is further off.
    Open,
}

impl Urgency {
    /// The word: overdue, last day, soon, opens, opens soon, open.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::LastDay => "last day",
            Self::Soon => "soon",
            Self::Opens => "opens",
            Self::OpensSoon => "opens soon",
            Self::Open => "open",
        }
    }
}

/// A step that is due.
#[derive(Clone, Debug)]
pub struct Due<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The step.
    pub step: &'a Step,
    /// How pressing it is.
    pub urgency: Urgency,
}

/// What is due on a day, and in so many days after it, the most pressing first. What is done, and what only says what
/// holds on the day of another step, is not due; what informs is never overdue; a last day without a first is due when it is near.
#[must_use]
pub fn due(plans: &[Plan], on: Day, days_ahead: i64) -> Vec<Due<'_>> {
    let mut all: Vec<Due<'_>> = plans
        .iter()
        .flat_map(|plan| plan.steps.iter().map(move |step| (plan, step)))
        .filter(|(_, step)| step.done.is_none() && step.role != Role::Says)
        .filter_map(|(plan, step)| urgency(step, on, days_ahead).map(|urgency| Due { plan, step, urgency }))
        .collect();
    all.sort_by_key(|due| (due.urgency, due.step.latest, due.step.earliest));
    all
}

fn urgency(step: &Step, on: Day, days_ahead: i64) -> Option<Urgency> {
    let is_within = |day: Day| day > on && on.days_until(day) <= days_ahead;
    match (step.earliest, step.latest) {
        (_, Some(latest)) if latest < on => (step.role == Role::Binds).then_some(Urgency::Overdue),
        (_, Some(latest)) if latest == on => Some(Urgency::LastDay),
        (_, Some(latest)) if is_within(latest) => Some(Urgency::Soon),
        (Some(first), _) if first == on => Some(Urgency::Opens),
        (Some(first), _) if is_within(first) => Some(Urgency::OpensSoon),
        (Some(first), _) if first < on => Some(Urgency::Open),
        _ => None,
    }
}
