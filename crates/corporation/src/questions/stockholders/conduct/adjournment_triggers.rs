//! The facts any one of which makes a new notice of an adjourned meeting necessary.

use quorate_calendar::Day;
use quorate_law::Provision;
use quorate_law::vocabulary::adjournment_announcement;
use quorate_law::vocabulary::adjournment_notice::{
    COUNTED_FROM, DISPLAY, IN_NOTICE, MORE_THAN_DAYS, NEW_RECORD_DATE, UNANNOUNCED, WHEN,
};

use super::super::inspection::inspector_law::is_law;
use super::adjournment_notice::{
    ADJOURNED_ON, ADJOURNED_TO, ANNOUNCED, DISPLAYED, ITEMS, NEW_RECORD_DATE_FIXED, ORIGINAL_MEETING_DATE,
    SET_IN_NOTICE,
};
use super::adjournment_power::IS_QUORATE;
use super::order::is_same_office;
use crate::facts::{Fact, FactType, FactValue};
use crate::inquiry::{Inquiry, Pause, unknown};
use crate::questions::common::counted;

/// Whether one trigger of one provision is pulled.
pub enum Pull {
    /// It is, for the reason given.
    Yes(String),
    /// It is not.
    No,
    /// Pulled on one reading and not on another: why it is, and why it is not.
    Doubtful(String, String),
    /// What must be known first.
    Open(Pause),
}

/// What the provisions of all texts say together.
pub struct Terms<'p> {
    /// The limits in days.
    limits: Vec<u64>,
    may_display: bool,
    may_stand_in_notice: bool,
    announcements: &'p [&'p Provision],
}

impl<'p> Terms<'p> {
    /// Reads them off.
    pub fn of(provisions: &[&Provision], announcements: &'p [&'p Provision]) -> Self {
        Self {
            limits: provisions
                .iter()
                .filter_map(|provision| provision.get(&MORE_THAN_DAYS))
                .copied()
                .collect(),
            may_display: provisions.iter().any(|provision| provision.says(&DISPLAY)),
            may_stand_in_notice: provisions.iter().any(|provision| provision.says(&IN_NOTICE)),
            announcements,
        }
    }
}

/// Each trigger that a provision has.
///
/// # Errors
/// Pauses when a fact is not known without which none of them can be held.
pub fn pulls(inquiry: &mut Inquiry<'_>, provision: &Provision, terms: &Terms<'_>) -> Result<Vec<Pull>, Pause> {
    let mut pulls = Vec::new();
    if let Some(limit) = provision.get(&MORE_THAN_DAYS) {
        pulls.push(too_long(inquiry, provision, *limit, &terms.limits));
    }
    if provision.says(&NEW_RECORD_DATE) {
        pulls.push(match inquiry.known(&NEW_RECORD_DATE_FIXED) {
            Some(true) => Pull::Yes("a new record date is fixed for the adjourned meeting".to_owned()),
            Some(false) => Pull::No,
            None => missing(&NEW_RECORD_DATE_FIXED),
        });
    }
    if provision.says(&UNANNOUNCED) {
        pulls.push(unannounced(inquiry, provision, terms)?);
    }
    Ok(pulls)
}

fn missing<T: FactType>(fact: &Fact<T>) -> Pull {
    Pull::Open(unknown(&fact.spec))
}

/// Whether the adjournment is for more than so many days; `limits` are those of all provisions.
fn too_long(inquiry: &mut Inquiry<'_>, provision: &Provision, limit: u64, limits: &[u64]) -> Pull {
    let Some(to) = inquiry.known(&ADJOURNED_TO) else {
        return missing(&ADJOURNED_TO);
    };
    let limit_days = i64::try_from(limit).unwrap_or(i64::MAX);
    let exceeds = |from: Day| from.days_until(to) > limit_days;
    let away = |what: &str, from: Day| {
        format!(
            "the adjournment to {to} is {} from {what} {from}; limit {limit}",
            counted(from.days_until(to), "day")
        )
    };
    let (original, adjourned) = (inquiry.known(&ORIGINAL_MEETING_DATE), inquiry.known(&ADJOURNED_ON));
    let by_original = |from: Day| away("the day first set,", from);
    let by_adjournment = |from: Day| away("the day on which it was taken,", from);
    for step in original
        .map(by_original)
        .into_iter()
        .chain(adjourned.map(by_adjournment))
    {
        inquiry.show(format!("{}: {step}", provision.citation));
    }
    match (provision.word(&COUNTED_FROM), original, adjourned) {
        (Some("original meeting date"), Some(from), _) => {
            if exceeds(from) {
                Pull::Yes(by_original(from))
            } else {
                Pull::No
            }
        }
        (Some("original meeting date"), None, _) => missing(&ORIGINAL_MEETING_DATE),
        // An adjournment is never taken before the day first set, so what is in time from there is in time.
        (_, Some(first), _) if !exceeds(first) => Pull::No,
        (_, _, Some(taken)) if exceeds(taken) => Pull::Yes(by_adjournment(taken)),
        (Some(_), _, Some(_)) => Pull::No,
        (Some(_), None, None) => missing(&ADJOURNED_ON),
        (None, None, _) => missing(&ORIGINAL_MEETING_DATE),
        (None, Some(first), Some(taken)) => Pull::Doubtful(by_original(first), by_adjournment(taken)),
        (_, Some(first), None) => Pull::Open(unknown_adjournment(first, to, limits)),
    }
}

/// The pause for the day of the adjournment, with a branch between any two of the first days that are in time by some limit.
fn unknown_adjournment(first: Day, to: Day, limits: &[u64]) -> Pause {
    let in_time = |limit: &u64| to.plus_days(-i64::try_from(*limit).ok()?).ok();
    let mut turns: Vec<Day> = limits.iter().filter_map(in_time).filter(|day| first < *day).collect();
    turns.sort_unstable();
    turns.dedup();
    let before = turns.first().map(|turn| (format!("before {turn}"), first));
    let after = turns.iter().enumerate().map(|(index, turn)| {
        let last = turns.get(index + 1).and_then(|next| next.plus_days(-1).ok());
        let label = last.map_or_else(|| format!("on or after {turn}"), |last| format!("{turn} to {last}"));
        (label, *turn)
    });
    let options = before.into_iter().chain(after);
    Pause::Unknown {
        fact: ADJOURNED_ON.spec.name.to_owned(),
        doc: ADJOURNED_ON.spec.doc.to_owned(),
        options: options.map(|(label, day)| (label, FactValue::Day(day))).collect(),
    }
}

/// Why what should have been announced was not; none when all of it was.
fn left_out(inquiry: &Inquiry<'_>, terms: &Terms<'_>) -> Result<Option<String>, Pull> {
    match inquiry.known(&ANNOUNCED) {
        None => Err(missing(&ANNOUNCED)),
        Some(false) => Ok(Some(
            "time and place were not announced at the meeting that was adjourned".to_owned(),
        )),
        Some(true) => {
            let announced = inquiry.known(&ITEMS).unwrap_or_default();
            let asked = terms
                .announcements
                .iter()
                .flat_map(|provision| provision.get_all(&adjournment_announcement::ITEMS));
            let mut lacking: Vec<&str> = Vec::new();
            for item in asked {
                if !announced.iter().any(|told| is_same_office(told, item)) && !lacking.contains(&item.as_str()) {
                    lacking.push(item);
                }
            }
            Ok((!lacking.is_empty()).then(|| format!("the announcement left out: {}", lacking.join(", "))))
        }
    }
}

/// Whether time and place were not announced as the provision asks.
fn unannounced(inquiry: &mut Inquiry<'_>, provision: &Provision, terms: &Terms<'_>) -> Result<Pull, Pause> {
    let why = match left_out(inquiry, terms) {
        Err(open) => return Ok(open),
        Ok(None) => return Ok(Pull::No),
        Ok(Some(why)) => why,
    };
    let asked_of = match provision.word(&WHEN) {
        Some(quorum) => match inquiry.known(&IS_QUORATE) {
            None => return Ok(missing(&IS_QUORATE)),
            Some(is_quorate) => is_quorate == (quorum == "with quorum"),
        },
        None => true,
    };
    if !asked_of {
        return Ok(Pull::No);
    }
    let is_shown = terms.may_display && inquiry.need(&DISPLAYED)?;
    let is_noticed = !is_shown && terms.may_stand_in_notice && inquiry.need(&SET_IN_NOTICE)?;
    if !is_shown && !is_noticed {
        return Ok(Pull::Yes(why));
    }
    if is_law(provision) {
        return Ok(Pull::No);
    }
    let means = if is_shown {
        "a display"
    } else {
        "the notice of the meeting"
    };
    let is_due = format!("the text asks for announcement at the meeting, and {means} is none");
    let is_not = format!("the statute lets {means} announce, and the text does not expressly restrict it");
    Ok(Pull::Doubtful(is_due, is_not))
}
