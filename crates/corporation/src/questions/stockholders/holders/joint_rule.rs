//! The arithmetic of several holders of the same shares, apart from whose rule it is.

use quorate_law::vocabulary::joint_holders::{BY_INTEREST, COURT, DECIDED_BY, EVEN_SPLIT, OF, ONE_ALONE};
use quorate_law::{Fraction, Provision, Side};

use crate::facts::Row;
use crate::quantity::Quantity;

/// The choices, in the order in which results are told; a column of the rows each.
pub const CHOICES: [&str; 13] = [
    "for",
    "against",
    "abstain",
    "withheld",
    "alternative 1",
    "alternative 2",
    "alternative 3",
    "alternative 4",
    "alternative 5",
    "alternative 6",
    "alternative 7",
    "alternative 8",
    "alternative 9",
];
/// The column of a person who is there and marks nothing.
pub const PRESENT: &str = "present";

/// One of the persons in whose names the shares stand.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name.
    pub name: String,
    /// What the person voted.
    pub choice: Option<&'static str>,
    /// Whether the person is there, in person or by proxy.
    pub is_present: bool,
    /// The person's part of the shares.
    pub part: Quantity,
}

impl Person {
    /// The person of a row; why not, where the row does not say one thing.
    pub fn of(row: &Row) -> Result<Self, String> {
        let [(column, part)] = row.columns.as_slice() else {
            return Err(format!(
                "{} has {} columns: give each person one",
                row.name,
                row.columns.len()
            ));
        };
        let choice = CHOICES.into_iter().find(|choice| choice == column);
        Ok(Self {
            name: row.name.clone(),
            choice,
            is_present: choice.is_some() || column == PRESENT,
            part: part.clone(),
        })
    }
}

/// Of whom the fraction is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Those voting.
    Voting,
    /// All of them.
    All,
    /// The first named of those voting decides.
    First,
}

/// A rule as a text, or an instrument filed with the secretary, states it.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// How many decide.
    pub fraction: Fraction,
    /// Of whom.
    pub of: Of,
    /// When one alone votes all: where nobody else is present, or where nobody else votes.
    pub one_alone: Option<&'static str>,
    /// What follows on an even split.
    pub even_split: Option<&'static str>,
    /// Whether interests count instead of heads, where unequal ones are shown.
    pub by_interest: bool,
    /// Whether a court may add a person.
    pub court: bool,
}

impl Rule {
    /// The rule of a provision.
    pub fn of(provision: &Provision) -> Option<Self> {
        let word = |found: Option<&str>, known: &[&'static str]| {
            found.and_then(|found| known.iter().find(|word| **word == found).copied())
        };
        Some(Self {
            fraction: *provision.get(&DECIDED_BY)?,
            of: match provision.word(&OF)? {
                "those voting" => Of::Voting,
                "all of them" => Of::All,
                _ => Of::First,
            },
            one_alone: word(provision.word(&ONE_ALONE), &["voting", "present"]),
            even_split: word(provision.word(&EVEN_SPLIT), &["in proportion", "equally", "not voted"]),
            by_interest: provision.says(&BY_INTEREST),
            court: provision.says(&COURT),
        })
    }
}

/// What a rule makes of what the persons did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All shares are voted one way.
    One(&'static str),
    /// They are divided: a choice and its part of the whole.
    Divided(Vec<(&'static str, Quantity)>),
    /// They are not voted, with why.
    NotVoted(String),
    /// The rule says nothing of it: the factions, with why.
    Open(Vec<(&'static str, Quantity)>, String),
}

/// Applies a rule. `unequal` says whether unequal interests are shown; otherwise each person counts as one.
pub fn apply(rule: &Rule, persons: &[Person], unequal: bool, show: &mut dyn FnMut(String)) -> Outcome {
    let weight = |person: &Person| {
        if unequal && rule.by_interest {
            person.part.clone()
        } else {
            Quantity::whole(1)
        }
    };
    let acting: Vec<(&Person, &'static str)> = persons
        .iter()
        .filter_map(|person| Some((person, person.choice?)))
        .collect();
    let present = persons.iter().filter(|person| person.is_present).count();
    match acting.as_slice() {
        [] => return Outcome::NotVoted("none of them voted".to_owned()),
        [(only, choice)] if rule.one_alone == Some("voting") || (rule.one_alone == Some("present") && present == 1) => {
            show(format!("{} alone voted: {choice}", only.name));
            return Outcome::One(choice);
        }
        [(first, choice), ..] if rule.of == Of::First => {
            show(format!("{} is the first named of those voting: {choice}", first.name));
            return Outcome::One(choice);
        }
        _ => {}
    }
    let mut factions: Vec<(&'static str, Quantity)> = Vec::new();
    for choice in CHOICES {
        let of_it: Vec<Quantity> = acting
            .iter()
            .filter(|(_, voted)| *voted == choice)
            .map(|(person, _)| weight(person))
            .collect();
        if !of_it.is_empty() {
            factions.push((choice, Quantity::sum(&of_it)));
        }
    }
    let base = match rule.of {
        Of::All => Quantity::sum(&persons.iter().map(weight).collect::<Vec<_>>()),
        Of::Voting | Of::First => Quantity::sum(factions.iter().map(|(_, weight)| weight)),
    };
    for (choice, weight) in &factions {
        let (have, need) = (
            weight.times(rule.fraction.denominator),
            base.times(rule.fraction.numerator),
        );
        let decides = match rule.fraction.side {
            Side::MoreThan => have > need,
            Side::AtLeast => have >= need,
        };
        show(format!(
            "{choice}: {weight} of {base}, where {} decides: {}",
            rule.fraction,
            if decides { "enough" } else { "not enough" }
        ));
        if decides {
            return Outcome::One(choice);
        }
    }
    let is_even = factions.len() > 1 && factions.iter().all(|(_, weight)| *weight == factions[0].1);
    let told = if is_even {
        "they are evenly split"
    } else {
        "no number that decides, and no even split"
    };
    if let (true, Some(how)) = (is_even, rule.even_split) {
        show(format!("evenly split: {how}"));
    }
    match (is_even, rule.even_split) {
        (true, Some("equally")) => Outcome::Divided(
            factions
                .into_iter()
                .map(|(choice, _)| (choice, Quantity::whole(1)))
                .collect(),
        ),
        (true, Some("in proportion")) => Outcome::Divided(factions),
        (true, Some(_)) => Outcome::NotVoted("they are evenly split, and the text then lets nobody vote".to_owned()),
        _ => Outcome::Open(factions, told.to_owned()),
    }
}
