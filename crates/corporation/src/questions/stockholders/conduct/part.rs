//! A part in the meeting, held against who took it: who presides, who records.

use quorate_law::Provision;

use super::facts::{APPOINTED_BY, FIRST_IN_RANK};
use super::order::{Order, conclude, is_same_office};
use super::persons::{Circumstances, Out, Reached, stand_ins};
use crate::answer::{Reading, Value};
use crate::finding::{FindingDefinition, FindingStatus};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::questions::common::finding;

/// A part in the meeting.
pub struct Part {
    /// The finding when another took it.
    pub wrong: &'static FindingDefinition,
    /// "presided".
    pub did: &'static str,
    /// "preside".
    pub verb: &'static str,
    /// "who presides".
    pub who: &'static str,
    /// The fact that says who took it.
    pub fact: &'static str,
    /// Why an office is passed over, as the provision says.
    pub passes_over: fn(&Provision) -> Option<&str>,
}

/// What an order passes over for where it says nothing more.
const ABSENCE: &str = "absence";

/// Who has the part under the orders, and whether the one who took it is that person.
///
/// # Errors
/// Pauses when no order names anybody more.
pub fn ask_part(
    inquiry: &mut Inquiry<'_>,
    part: &Part,
    orders: &[Order<'_>],
    took: Option<&str>,
) -> Result<Conclusion, Pause> {
    let stand_ins = stand_ins(inquiry, orders)?;
    let told = Circumstances::told(inquiry, &stand_ins)?;
    if let Some(took) = took {
        judge(inquiry, part, orders, told.as_ref(), took);
    }
    let Some(told) = told else {
        let whole = orders.iter().map(|order| (order, order.whole())).collect();
        return conclude(inquiry, whole).ok_or_else(|| nobody(part, orders));
    };
    let reached: Vec<(&Order<'_>, Reached<'_>)> = orders
        .iter()
        .filter_map(|order| {
            told.reached(order, passes_over(part, order))
                .map(|reached| (order, reached))
        })
        .collect();
    let doubt = match reached.as_slice() {
        [(order, reached)] => reached.doubt.as_ref().map(|doubt| readings(order, reached, doubt)),
        _ => None,
    };
    let candidates = reached
        .iter()
        .map(|(order, reached)| (*order, vec![reached.person.clone()]))
        .collect();
    let concluded = conclude(inquiry, candidates).ok_or_else(|| nobody(part, orders))?;
    Ok(doubt.unwrap_or(concluded))
}

fn passes_over<'p>(part: &Part, order: &Order<'p>) -> &'p str {
    order
        .provisions
        .iter()
        .find_map(|provision| (part.passes_over)(provision))
        .unwrap_or(ABSENCE)
}

fn nobody(part: &Part, orders: &[Order<'_>]) -> Pause {
    let offices: Vec<_> = orders.iter().flat_map(|order| &order.offices).cloned().collect();
    Pause::Impossible(format!(
        "none of these is present: {}; the text does not say {} then",
        offices.join(", "),
        part.who
    ))
}

/// An office that is there and does not act: whether the text, which speaks of absence, passes it over.
fn readings(order: &Order<'_>, reached: &Reached<'_>, (office, out): &(String, Out)) -> Conclusion {
    let why = match out {
        Out::Declines => "declines",
        _ => "is unable to act",
    };
    let citation = order
        .provisions
        .first()
        .map_or_else(String::new, |provision| provision.citation.to_string());
    let reading = |text: String, person: &str, because: String, is_preferred: bool| Reading {
        text,
        value: Value::Persons(vec![person.to_owned()]),
        because,
        is_preferred,
        who_decides: "those present at the meeting, and the board of directors on counsel's advice".to_owned(),
    };
    Conclusion::Readings(vec![
        reading(
            format!("the {office}, who {why}, is passed over"),
            &reached.person,
            format!(
                "{citation} has the next act where one before is not there to act, and a meeting must have somebody"
            ),
            true,
        ),
        reading(
            format!("the {office}, who {why}, is not absent and is not passed over"),
            office,
            format!("{citation} speaks of absence alone"),
            false,
        ),
    ])
}

/// What one order says of the person who took the part.
struct Verdict<'a> {
    status: FindingStatus,
    due: Option<Reached<'a>>,
}

fn verdict<'a>(
    inquiry: &Inquiry<'_>,
    part: &Part,
    order: &Order<'_>,
    told: Option<&Circumstances<'a>>,
    took: &str,
) -> Verdict<'a> {
    let Some(told) = told else {
        // The first of the order cannot have been passed over.
        let is_first = order.offices.first().is_some_and(|first| is_same_office(first, took));
        let status = if is_first {
            FindingStatus::Met
        } else {
            FindingStatus::Unknown
        };
        return Verdict { status, due: None };
    };
    // Whoever took the part was there, whether the list says so or not.
    let due = told.with_present(took).reached(order, passes_over(part, order));
    let status = match &due {
        Some(due) if due.is_office => match (is_same_office(&due.person, took), &due.doubt) {
            (true, Some(_)) => FindingStatus::DependsOnReading,
            (true, None) => first_in_rank(inquiry, due),
            (false, Some((office, _))) if is_same_office(office, took) => FindingStatus::DependsOnReading,
            (false, _) => FindingStatus::Unmet,
        },
        _ => appointed(inquiry, order),
    };
    Verdict { status, due }
}

/// Whether the one who stood in goes first among several of the office, where the text ranks them.
fn first_in_rank(inquiry: &Inquiry<'_>, due: &Reached<'_>) -> FindingStatus {
    match (due.rank(), inquiry.known(&FIRST_IN_RANK)) {
        (None, _) | (Some(_), Some(true)) => FindingStatus::Met,
        (Some(_), Some(false)) => FindingStatus::Unmet,
        (Some(_), None) => FindingStatus::Unknown,
    }
}

/// Whether the last resort was appointed by whom the text names.
fn appointed(inquiry: &Inquiry<'_>, order: &Order<'_>) -> FindingStatus {
    match (&order.appointed_by, inquiry.known(&APPOINTED_BY)) {
        (Some(due), Some(by)) if is_same_office(due, &by) => FindingStatus::Met,
        (Some(_), Some(_)) => FindingStatus::Unmet,
        _ => FindingStatus::NeedsJudgment,
    }
}

fn judge(inquiry: &mut Inquiry<'_>, part: &Part, orders: &[Order<'_>], told: Option<&Circumstances<'_>>, took: &str) {
    let verdicts: Vec<Verdict<'_>> = orders
        .iter()
        .map(|order| verdict(inquiry, part, order, told, took))
        .collect();
    let status = match verdicts.first() {
        Some(first) if verdicts.iter().all(|verdict| verdict.status == first.status) => first.status,
        _ => FindingStatus::DependsOnReading,
    };
    let due = verdicts.iter().find_map(|verdict| verdict.due.as_ref());
    let mut authority: Vec<&Provision> = orders
        .iter()
        .flat_map(|order| order.provisions.iter().copied())
        .collect();
    authority.extend(due.iter().flat_map(|due| due.by.iter().copied()));
    let (message, help) = told_of(inquiry, part, orders, status, due, took);
    let mut found = finding(
        part.wrong,
        status == FindingStatus::Met,
        message,
        &authority,
        vec![part.fact, "present"],
    );
    found.status = status;
    found.help = help;
    inquiry.find(found);
}

/// The message and the cure.
fn told_of(
    inquiry: &Inquiry<'_>,
    part: &Part,
    orders: &[Order<'_>],
    status: FindingStatus,
    due: Option<&Reached<'_>>,
    took: &str,
) -> (String, Option<String>) {
    let did = part.did;
    let ranked = due
        .filter(|due| is_same_office(&due.person, took))
        .and_then(Reached::rank);
    if let (Some(rank), FindingStatus::Unknown | FindingStatus::Unmet) = (ranked, status) {
        let message = match status {
            FindingStatus::Unknown => format!("{took} {did}; whether as the first of several, {rank}, is not told"),
            _ => format!("{took} {did}; another {took} who was there goes first, {rank}"),
        };
        return (message, Some(format!("let the first of them {}: {rank}", part.verb)));
    }
    let last = orders.iter().find_map(|order| order.otherwise.as_ref());
    match (status, due) {
        (FindingStatus::Unknown, _) => (
            format!("{took} {did}; whether an office before it was present is not known"),
            Some("say which offices were present".to_owned()),
        ),
        (FindingStatus::NeedsJudgment, _) => (
            format!("{took} {did}; none of the offices that the text names was present"),
            Some(last.map_or_else(
                || {
                    "the text names nobody else: the stockholders or directors present must say whom they chose"
                        .to_owned()
                },
                |last| {
                    format!("the text then says: {last}; the secretary of the meeting must say whether that was done")
                },
            )),
        ),
        (
            FindingStatus::DependsOnReading,
            Some(Reached {
                doubt: Some((office, out)),
                ..
            }),
        ) => (
            format!(
                "{took} {did}; {office} was there and {}",
                match out {
                    Out::Declines => "declined",
                    _ => "was unable to act",
                }
            ),
            Some(format!(
                "the text speaks of absence alone: have those present agree that {took} {}s",
                part.verb
            )),
        ),
        (FindingStatus::Unmet, Some(due)) if !due.is_office => (
            format!(
                "{took} {did}, appointed by the {}; the text then says: {}",
                inquiry.known(&APPOINTED_BY).unwrap_or_default(),
                due.person
            ),
            Some(format!("have the one who is to {} {}", part.verb, due.person)),
        ),
        (FindingStatus::Unmet, Some(due)) => (
            format!("{took} {did}; {} was present", due.person),
            Some(format!("let {} {}", due.person, part.verb)),
        ),
        (_, Some(due)) if due.is_office => (format!("{took} {did}; {} was present", due.person), None),
        (_, Some(due)) => (format!("{took} {did}, {}", due.person), None),
        (_, None) => (format!("{took} {did}"), None),
    }
}
