//! The days of a range on which a meeting can be held, and meetings that stand in each other's way.

use quorate_calendar::{Day, Weekday};
use quorate_law::LawBook;

use super::{Plan, PlanKind, PlanRequest, outline};
use crate::inquiry::Practice;

/// What the one who plans wants of a day, besides what the law asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The weekdays that will do; empty for any.
    pub weekdays: Vec<Weekday>,
    /// Whether a legal holiday of any list of the practice will not do.
    pub not_on_holiday: bool,
    /// Days that are taken: those of other meetings.
    pub taken: Vec<Day>,
}

impl Wanted {
    /// Why a day is not wanted; empty when it is.
    #[must_use]
    pub fn why_not(&self, day: Day, practice: &Practice) -> Vec<String> {
        let mut why = Vec::new();
        if !self.weekdays.is_empty() && !self.weekdays.contains(&day.weekday()) {
            let wanted: Vec<String> = self.weekdays.iter().map(ToString::to_string).collect();
            why.push(format!("{} is not a {}", day.long(), wanted.join(" or a ")));
        }
        if self.not_on_holiday {
            let lists = practice.holidays.iter();
            why.extend(lists.filter_map(|list| {
                let holiday = list.is_holiday(day)?;
                Some(format!(
                    "{} is a holiday: {} ({})",
                    day.long(),
                    holiday.name,
                    list.name()
                ))
            }));
        }
        if self.taken.contains(&day) {
            why.push(format!("another meeting is on {}", day.long()));
        }
        why
    }
}

/// The days of a range on which a meeting can be held, with the plan of each day of it.
///
/// A day that is not wanted is impossible for that reason. No changes are looked for: the other days of the range are there.
#[must_use]
pub fn plan_between(
    first: Day,
    last: Day,
    request: &PlanRequest,
    wanted: &Wanted,
    book: &LawBook,
    practice: &Practice,
) -> Vec<Plan> {
    let mut plans = Vec::new();
    let mut day = first;
    while day <= last {
        let mut plan = outline(&request.on(day), book, practice);
        plan.impossible.extend(wanted.why_not(day, practice));
        plans.push(plan);
        match day.plus_days(1) {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    plans
}

/// Two plans that stand in each other's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The one.
    pub first: String,
    /// The other.
    pub second: String,
    /// Why, and what would help.
    pub why: String,
}

/// The plans that stand in each other's way: two meetings on one day, two annual meetings in one year.
#[must_use]
pub fn clashes(plans: &[Plan]) -> Vec<Clash> {
    let mut clashes = Vec::new();
    let meetings: Vec<&Plan> = plans.iter().filter(|plan| plan.kind != PlanKind::Consent).collect();
    for (index, first) in meetings.iter().enumerate() {
        for second in &meetings[index + 1..] {
            let why = if first.meeting == second.meeting {
                format!(
                    "both are on {}; hold one on another day, or call one meeting for both purposes",
                    first.meeting.long()
                )
            } else if first.kind == PlanKind::Annual
                && second.kind == PlanKind::Annual
                && first.meeting.year() == second.meeting.year()
            {
                format!(
                    "both are annual meetings of {}; call the second one as a special meeting",
                    first.meeting.year()
                )
            } else {
                continue;
            };
            clashes.push(Clash {
                first: first.id.clone(),
                second: second.id.clone(),
                why,
            });
        }
    }
    clashes
}
