//! What several acts share.

use quorate_calendar::Day;
use quorate_tally::{Class, Tally, Votes};

use crate::act::{Asked, Case, Misdirected};
use crate::deliveries::first_sent;
use crate::facts::{FactSpec, FactValue, Facts, Row};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions;
use crate::state::Meeting;
use crate::tabulate::{Frozen, freeze};

/// A question with its facts.
///
/// # Errors
/// Never for a question that exists; the ids in `acts/` are checked by a test.
pub fn asked(id: &'static str, facts: Facts) -> Result<Asked, Misdirected> {
    let question: &'static Question = questions::find(id).ok_or_else(|| Misdirected {
        message: format!("there is no question \"{id}\""),
        help: None,
        field: "",
    })?;
    Ok(Asked {
        question,
        facts,
        is_preliminary: false,
    })
}

/// The first day from one on, on which notice of a meeting was given: to all at once or to holders one by one.
pub fn notice_since(case: &Case<'_>, id: &str, meeting: &Meeting, from: Day) -> Option<Day> {
    let to_all = meeting.notices.iter().map(|notice| notice.given);
    let one_by_one = first_sent(case.corporation, case.evidence, id, &|delivery| {
        delivery.sent.day >= from
    });
    to_all.filter(|given| *given >= from).chain(one_by_one).min()
}

/// Facts of the meeting that a notice given on a day is of: once matters were adjourned alone, of the next day to which one was, with
/// that matter.
pub fn noticed_facts(meeting: &Meeting, on: Day) -> Facts {
    let facts = meeting_facts(meeting).with("notice-given", FactValue::Day(on));
    let adjourned = &meeting.conduct.adjourned_matters;
    let to_come = adjourned.iter().filter(|matter| matter.at.day <= on);
    let Some(next) = to_come.min_by_key(|matter| matter.to.day) else {
        return facts;
    };
    let kinds = meeting.matter(&next.matter).map(|matter| matter.kind.clone());
    facts
        .with("meeting-date", FactValue::Day(next.to.day))
        .with("matters", FactValue::List(kinds.into_iter().collect()))
}

/// Facts of a meeting that many questions take: its date, kind, matters and form, and the notice given.
pub fn meeting_facts(meeting: &Meeting) -> Facts {
    let kind = if meeting.kind == "special" { "special" } else { "annual" };
    let form = match meeting.form.as_str() {
        "remote" => "remote",
        "hybrid" => "hybrid",
        _ => "place",
    };
    let mut facts = Facts::none()
        .with("meeting-date", FactValue::Day(meeting.at.day))
        .with("meeting-kind", FactValue::Word(kind))
        .with("matters", FactValue::List(meeting.matter_kinds()))
        .with("form", FactValue::Word(form));
    if let Some(given) = meeting.notice_given() {
        facts = facts.with("notice-given", FactValue::Day(given));
    }
    if meeting.is_notice_waived() {
        facts = facts.with("notice-waived", FactValue::YesNo(true));
    }
    if let Some((record_date, resolution)) = meeting.record_date {
        facts = facts
            .with("record-date", FactValue::Day(record_date))
            .with("resolution", FactValue::Day(resolution));
    }
    if let Some(voting) = meeting.voting_record_date {
        facts = facts.with("voting-record-date", FactValue::Day(voting));
    }
    facts
}

/// Facts with what the corporation knows of the statute's test for inspectors: whether the stock is listed, and where that does
/// not settle it, how many hold it of record.
pub fn with_listing(facts: Facts, case: &Case<'_>) -> Facts {
    let listed = case.corporation.is_listed(day(case));
    let facts = match listed {
        Some(listed) => facts.with("listed", FactValue::YesNo(listed)),
        None => facts,
    };
    if listed == Some(true) || case.corporation.ledger.movements.is_empty() {
        return facts;
    }
    // A register that cannot be made leaves the number unknown; the act that needs the register says why.
    match freeze(case.corporation, case.book, case.evidence, case.act.on) {
        Ok(frozen) => facts.with("holders-of-record", FactValue::Count(frozen.holders_of_record())),
        Err(_) => facts,
    }
}

/// Facts with what is entitled to vote and what is present: one figure where each share has one vote, else class by class.
pub fn with_figures(facts: Facts, frozen: &Frozen, tally: &Tally) -> Facts {
    if frozen.votes_per_share.iter().all(|votes| *votes == 1) {
        return facts
            .with(
                "shares-entitled",
                FactValue::Quantity(Quantity::whole(tally.entitled().units())),
            )
            .with(
                "shares-present",
                FactValue::Quantity(Quantity::whole(tally.represented().units())),
            );
    }
    let classes = (0_u8..)
        .map(Class)
        .zip(frozen.classes.iter().zip(&frozen.votes_per_share));
    // Shares without a vote are no figure of a vote.
    let rows = classes
        .filter(|(_, (_, votes))| **votes > 0)
        .map(|(class, (name, votes))| {
            let shares = |all: Votes| Quantity::whole(all.units() / votes);
            Row {
                name: name.clone(),
                columns: vec![
                    ("shares".to_owned(), shares(tally.entitled_of(class))),
                    ("votes".to_owned(), Quantity::whole(*votes)),
                    ("present".to_owned(), shares(tally.represented_of(class))),
                ],
            }
        });
    facts.with("classes", FactValue::Rows(rows.collect()))
}

/// Facts with what is left after some have gone, by a count without them: one figure, or class by class as the figures before it.
pub fn with_left(facts: Facts, frozen: &Frozen, tally: &Tally) -> Facts {
    let Some(FactValue::Rows(mut rows)) = facts.get("classes").cloned() else {
        let left = FactValue::Quantity(Quantity::whole(tally.represented().units()));
        return facts.with("shares-present-after-withdrawal", left);
    };
    let classes = (0_u8..)
        .map(Class)
        .zip(frozen.classes.iter().zip(&frozen.votes_per_share));
    for (class, (name, votes)) in classes {
        let left = tally.represented_of(class).units().checked_div(*votes).unwrap_or(0);
        if let Some(row) = rows.iter_mut().find(|row| row.name == *name) {
            row.columns.push(("after-withdrawal".to_owned(), Quantity::whole(left)));
        }
    }
    facts.with("classes", FactValue::Rows(rows))
}

/// The day on which an act happens.
pub fn day(case: &Case<'_>) -> Day {
    case.act.on.day
}

/// These facts with one more, where it is given.
pub fn with_given(facts: Facts, case: &Case<'_>, spec: &FactSpec) -> Facts {
    match case.act.facts.get(spec.name) {
        Some(value) => facts.with(spec.name, value.clone()),
        None => facts,
    }
}

/// No questions: what the act says is remembered, and judged where it matters.
///
/// # Errors
/// Never.
pub fn no_questions(_: &Case<'_>) -> Result<Vec<Asked>, Misdirected> {
    Ok(Vec::new())
}
