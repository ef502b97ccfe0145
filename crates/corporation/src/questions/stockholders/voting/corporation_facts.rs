//! # What do certificate and bylaws say of the corporation itself?
//!
//! Answers to the certificate of incorporation: the date of incorporation, the registered office and the principal ones, the classes of stock with their
//! authorized shares and votes, and rights of preferred holders to elect directors; and to the section of the bylaws on offices.
//!
//! **Our reading.** What is stated is listed. Of the registered office the certificate's word stands before the bylaws'. Nothing is
//! listed on a point on which no document in hand speaks; where the certificate is not complete, that does not mean there is nothing.
//!
//! **What may vary.** Everything here is the certificate's to say.
//!
//! **Not encoded.** Purposes, terms of series, preferences as to dividends and liquidation.

use quorate_law::vocabulary::{
    Definition, incorporated, preferred_rights, principal_office, registered_office, share_class,
};
use quorate_law::{Provision, Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, rely_on};

/// The question.
pub static QUESTION: Question = Question {
    id: "corporation-facts",
    title: "What do certificate and bylaws say of the corporation itself?",
    chapter: "stockholders",
    capabilities: &["G1", "G7"],
    source: include_str!("corporation_facts.rs"),
    facts: &[&MEETING_DATE.spec],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[
        &incorporated::DEFINITION,
        &registered_office::DEFINITION,
        &principal_office::DEFINITION,
        &share_class::DEFINITION,
        &preferred_rights::DEFINITION,
    ],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let mut items = Vec::new();
    for (definition, describe) in POINTS {
        let resolution = inquiry.consult(definition, &Situation::general())?;
        items.extend(
            resolution
                .controlling
                .iter()
                .filter_map(|provision| describe(provision)),
        );
        for provision in &resolution.controlling {
            if let Some(vote) = provision.get(&registered_office::CHANGED_BY) {
                inquiry.show(format!("{}: changed by {vote}", provision.citation));
            }
        }
    }
    items.extend(rights_by_class(inquiry)?);
    if items.is_empty() {
        Err(Pause::Silent(&incorporated::DEFINITION))
    } else {
        Ok(Value::Items(items).into())
    }
}

/// The rights that are stated for one class of stock by its name; one stated at large stands beside them.
fn rights_by_class(inquiry: &mut Inquiry<'_>) -> Result<Vec<String>, Pause> {
    let classes = inquiry.consult(&share_class::DEFINITION, &Situation::general())?;
    let mut items = Vec::new();
    for name in classes
        .controlling
        .iter()
        .filter_map(|class| class.get(&share_class::NAME))
    {
        let situation = Situation::general().with("class", name.clone());
        let resolution = inquiry.consult(&preferred_rights::DEFINITION, &situation)?;
        let of_class = |provision: &&&Provision| !provision.scope.0.is_empty();
        items.extend(
            resolution
                .controlling
                .iter()
                .filter(of_class)
                .filter_map(|provision| preferred(provision)),
        );
        let broader = resolution.displaced.iter().map(|note| note.provision);
        let all: Vec<&Provision> = resolution.controlling.iter().copied().chain(broader).collect();
        rely_on(inquiry, &resolution, &all);
    }
    Ok(items)
}

/// How a provision on one point reads as an item.
type Describe = fn(&Provision) -> Option<String>;

/// The points, in the order in which they are listed.
static POINTS: &[(&Definition, Describe)] = &[
    (&incorporated::DEFINITION, |provision| {
        provision
            .get(&incorporated::DATE)
            .map(|day| format!("incorporated {day}"))
    }),
    (&registered_office::DEFINITION, |provision| {
        provision
            .get(&registered_office::PLACE)
            .map(|place| format!("registered office: {place}"))
    }),
    (&principal_office::DEFINITION, office),
    (&share_class::DEFINITION, class),
    (&preferred_rights::DEFINITION, preferred),
];

/// Which of the offices that the texts keep apart, and where.
fn office(provision: &Provision) -> Option<String> {
    let which = provision.word(&principal_office::OF)?;
    Some(format!("{which}: {}", provision.get(&principal_office::PLACE)?))
}

fn class(provision: &Provision) -> Option<String> {
    let name = provision.get(&share_class::NAME)?;
    let authorized = Quantity::whole(*provision.get(&share_class::AUTHORIZED)?);
    let votes = provision.get(&share_class::VOTES)?;
    let par = provision
        .get(&share_class::PAR)
        .map_or_else(String::new, |par| format!(", par {par}"));
    let fractions = if provision.says(&share_class::FRACTIONS) {
        ", in fractions too"
    } else {
        ""
    };
    Some(format!(
        "{name}: {authorized} shares authorized, votes a share {votes}{par}{fractions}"
    ))
}

fn preferred(provision: &Provision) -> Option<String> {
    let holders = provision
        .scope
        .0
        .iter()
        .find(|(key, _)| *key == "class")
        .map_or("preferred holders", |(_, class)| class.as_str());
    if !provision.says(&preferred_rights::ELECT_DIRECTORS) {
        return Some(format!("{holders} elect no directors of their own"));
    }
    Some(match provision.get(&preferred_rights::DIRECTORS) {
        Some(number) => format!("{holders} elect {number} directors of their own"),
        None => format!("{holders} elect directors of their own"),
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, ask_without_certificate, field};

    #[test]
    fn what_the_certificate_says_is_listed() {
        let value = field(&ask_under("novell-2001", "corporation-facts", &[]), "value");
        assert_eq!(
            value,
            "incorporated 1983-01-25; registered office: Wilmington, New Castle County, Delaware; \
             Common Stock: 600,000,000 shares authorized, votes a share 1, par 0.10; \
             Preferred Stock: 500,000 shares authorized, votes a share 0, par 0.10; preferred holders elect no directors of their own"
        );
    }

    #[test]
    fn the_offices_are_kept_apart() {
        let bylaws = "principal-office \"Provo, Utah\" of=\"principal executive office\"";
        let value = field(&ask_with_bylaws(bylaws, "corporation-facts", &[]), "value");
        assert_eq!(value, "principal executive office: Provo, Utah");
    }

    #[test]
    fn without_a_certificate_only_what_the_bylaws_say() {
        let value = field(
            &ask_without_certificate("novell-2001", "corporation-facts", &[]),
            "value",
        );
        assert_eq!(value, "registered office: Wilmington, New Castle County, Delaware");
        assert!(
            ask_with_bylaws("narrative \"nothing\"", "corporation-facts", &[])
                .remark
                .is_some()
        );
    }
}
