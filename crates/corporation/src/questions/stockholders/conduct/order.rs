//! Orders of persons, as one or several sections of a text state them.

use quorate_law::vocabulary::{Field, Term};
use quorate_law::{Provision, Resolution};

use crate::answer::{Reading, Value};
use crate::inquiry::{Conclusion, Inquiry};

/// Persons in order, and who is next when none of them is there.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// The provisions that state it.
    pub provisions: Vec<&'a Provision>,
    /// The offices, in order.
    pub offices: Vec<String>,
    /// Who is next, in the text's manner.
    pub otherwise: Option<String>,
    /// Who appoints the next, where the text says so.
    pub appointed_by: Option<String>,
}

/// The fields by which a text names a last resort: in words, or by who appoints.
pub struct Resort {
    /// In words.
    pub words: &'static Field<String>,
    /// By who appoints.
    pub appointed_by: &'static Field<Term>,
}

impl Order<'_> {
    /// All of it, the last resort last.
    pub fn whole(&self) -> Vec<String> {
        self.offices.iter().chain(&self.otherwise).cloned().collect()
    }
}

/// Whether two spellings are the same office: capitals make no difference.
pub fn is_same_office(left: &str, right: &str) -> bool {
    left.trim().eq_ignore_ascii_case(right.trim())
}

/// The order that several provisions state together, or one for each when they cannot all be followed.
///
/// Two orders go together when one way, and only one, respects both: "chairman, president" and "chairman" do,
/// "chairman, president" and "chairman, secretary" do not, because neither says which of the last two goes first.
pub fn orders<'a>(
    resolution: &Resolution<'a>,
    offices: &'static Field<Term>,
    resort: Option<&Resort>,
) -> Vec<Order<'a>> {
    let each: Vec<Order<'a>> = resolution
        .controlling
        .iter()
        .map(|provision| Order {
            provisions: vec![provision],
            offices: provision
                .get_all(offices)
                .into_iter()
                .map(|office| office.0.clone())
                .collect(),
            otherwise: resort.and_then(|resort| last_resort(provision, resort)),
            appointed_by: resort
                .and_then(|resort| provision.word(resort.appointed_by))
                .map(str::to_owned),
        })
        .collect();
    match merged(&each) {
        Some(together) => vec![together],
        None => each,
    }
}

fn last_resort(provision: &Provision, resort: &Resort) -> Option<String> {
    let appointed = provision
        .word(resort.appointed_by)
        .map(|by| format!("appointed by the {by}"));
    provision.get(resort.words).cloned().or(appointed)
}

fn merged<'a>(each: &[Order<'a>]) -> Option<Order<'a>> {
    let mut last_resorts: Vec<&String> = each.iter().filter_map(|order| order.otherwise.as_ref()).collect();
    last_resorts.dedup();
    if last_resorts.len() > 1 {
        return None;
    }
    let lists: Vec<&[String]> = each.iter().map(|order| order.offices.as_slice()).collect();
    Some(Order {
        provisions: each.iter().flat_map(|order| order.provisions.clone()).collect(),
        offices: sole_order(&lists)?,
        otherwise: last_resorts.first().map(|last| (*last).clone()),
        appointed_by: each.iter().find_map(|order| order.appointed_by.clone()),
    })
}

/// The one order that respects every list; none when there are several, or none.
fn sole_order(lists: &[&[String]]) -> Option<Vec<String>> {
    let mut rest: Vec<&[String]> = lists.to_vec();
    let mut order: Vec<String> = Vec::new();
    loop {
        rest.retain(|list| !list.is_empty());
        if rest.is_empty() {
            return Some(order);
        }
        let mut next: Vec<&String> = rest
            .iter()
            .filter_map(|list| list.first())
            .filter(|office| !rest.iter().any(|list| list[1..].contains(office)))
            .collect();
        next.sort_unstable();
        next.dedup();
        let [only] = next.as_slice() else { return None };
        let only = (*only).clone();
        for list in &mut rest {
            if list.first() == Some(&only) {
                *list = &list[1..];
            }
        }
        order.push(only);
    }
}

/// The conclusion from one candidate for each order: one value where they agree, a reading for each where they do not.
pub fn conclude(inquiry: &mut Inquiry<'_>, candidates: Vec<(&Order<'_>, Vec<String>)>) -> Option<Conclusion> {
    for (order, _) in &candidates {
        let citations: Vec<String> = order
            .provisions
            .iter()
            .map(|provision| provision.citation.to_string())
            .collect();
        inquiry.show(format!("{}: {}", citations.join(" with "), order.whole().join("; ")));
    }
    let (_, first) = candidates.first()?;
    if candidates.iter().all(|(_, persons)| persons == first) {
        return Some(Value::Persons(first.clone()).into());
    }
    let readings = candidates
        .iter()
        .enumerate()
        .map(|(index, (order, persons))| {
            let citation = order
                .provisions
                .first()
                .map_or_else(String::new, |provision| provision.citation.to_string());
            Reading {
                text: format!("the order of {citation}"),
                value: Value::Persons(persons.clone()),
                because: format!(
                    "{citation} states it, and the other section, of the same rank and reach, states another"
                ),
                // The section that stands first is the one that the meeting's chair reads.
                is_preferred: index == 0,
                who_decides: "the board of directors, on counsel's advice".to_owned(),
            }
        })
        .collect();
    Some(Conclusion::Readings(readings))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &str) -> Vec<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn orders_that_one_order_respects_merge() {
        for (left, right, together) in [
            (
                "chairman vice president",
                "chairman vice",
                Some("chairman vice president"),
            ),
            ("chairman", "chairman executive", Some("chairman executive")),
            (
                "chairman president",
                "chairman vice president",
                Some("chairman vice president"),
            ),
            ("chairman", "chairman", Some("chairman")),
            ("chairman president", "president chairman", None),
            ("chairman president", "chairman executive", None),
            ("chairman", "president", None),
        ] {
            let (left, right) = (list(left), list(right));
            assert_eq!(sole_order(&[&left, &right]), together.map(list), "{left:?} {right:?}");
            assert_eq!(sole_order(&[&right, &left]), together.map(list), "{right:?} {left:?}");
        }
    }
}
