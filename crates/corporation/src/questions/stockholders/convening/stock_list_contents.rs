//! # What must the stock list show, and who makes it?
//!
//! Answers to 8 Del. C. § 219(a) (a complete list of those entitled to vote, in alphabetical order, with the address of each
//! and the shares registered; until 31 July 2017 made by the officer in charge of the stock ledger, from then on by the
//! corporation), and to the section of the bylaws on the list.
//!
//! **Our reading.** The list is complete: one holder who is left out is a defect. What the texts want shown cumulates, and so
//! does the order. Who has another make the list makes it. Electronic addresses need not be shown under the texts we know; a
//! list that shows more than it must is no worse. The law is that of the day of the meeting.
//!
//! **What may vary.** Bylaws may ask for more.
//!
//! **Not encoded.** As of which day holders are listed, a question of its own. Whether an address is right.

use quorate_law::vocabulary::stock_list::{DEFINITION, ORDER, PREPARED_BY, SHOWS};
use quorate_law::{Provision, Reckoning, Resolution, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding};

/// What it shows.
pub static LIST_SHOWS: Fact<Vec<String>> =
    Fact::new("list-shows", "what the list shows of each holder: address; shares registered; or other things");
/// Its order.
pub static LIST_ORDER: Fact<String> = Fact::new("list-order", "how the list is arranged, such as alphabetical");
/// Who made it.
pub static LIST_MADE_BY: Fact<String> = Fact::new("list-made-by", "who made the list, or had it made");
/// Who is not on it.
pub static LEFT_OUT: Fact<u64> = Fact::new("holders-left-out", "how many holders entitled to vote are not on the list");

/// The list leaves something out.
pub static INCOMPLETE: FindingDefinition = FindingDefinition {
    id: "stock-list-incomplete",
    title: "the stock list leaves out a holder, or what it must show of each",
    rank: Rank::Notice,
};
/// The list is in another order.
pub static OUT_OF_ORDER: FindingDefinition = FindingDefinition {
    id: "stock-list-out-of-order",
    title: "the stock list is not in the order that the text wants",
    rank: Rank::Form,
};
/// Another made the list.
pub static WRONG_MAKER: FindingDefinition = FindingDefinition {
    id: "stock-list-made-by-another",
    title: "the stock list was not made by the officer whom the text names",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "stock-list-contents",
    title: "What must the stock list show?",
    chapter: "stockholders",
    capabilities: &["S7"],
    source: include_str!("stock_list_contents.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &LEFT_OUT.spec,
        &LIST_SHOWS.spec,
        &LIST_ORDER.spec,
        &LIST_MADE_BY.spec,
    ],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&WRONG_MAKER, &OUT_OF_ORDER, &INCOMPLETE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let mut items = vec!["every holder entitled to vote".to_owned()];
    for provision in &resolution.controlling {
        let order = provision.word(&ORDER).map(|order| format!("{order} order"));
        for item in shown(provision).map(str::to_owned).chain(order) {
            inquiry.show(format!("{}: {item}", provision.citation));
            if !items.contains(&item) {
                items.push(item);
            }
        }
        if let Some(who) = provision.word(&PREPARED_BY) {
            inquiry.show(format!("{}: made by the {who}", provision.citation));
        }
    }
    judge_completeness(inquiry, &resolution);
    judge_order(inquiry, &resolution);
    judge_maker(inquiry, &resolution);
    Ok(Value::Items(items).into())
}

/// What a text wants shown of each holder, one by one.
fn shown(provision: &Provision) -> impl Iterator<Item = &str> {
    provision.get(&SHOWS).into_iter().flat_map(|shows| shows.split(" and "))
}

fn judge_completeness(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let (left_out, shows) = (inquiry.known(&LEFT_OUT), inquiry.known(&LIST_SHOWS));
    if left_out.is_none() && shows.is_none() {
        return;
    }
    let mut missing: Vec<String> = Vec::new();
    if let Some(number @ 1..) = left_out {
        missing.push(format!("{number} {}", if number == 1 { "holder" } else { "holders" }));
    }
    let is_shown = |item: &str| shows.as_ref().is_none_or(|shows| shows.iter().any(|given| given.eq_ignore_ascii_case(item)));
    let mut asking: Vec<&Provision> = Vec::new();
    // The bylaws' own section first: it is the one the secretary reads.
    for provision in resolution.controlling.iter().rev() {
        let lacking: Vec<&str> = shown(provision).filter(|item| !is_shown(item)).collect();
        if !lacking.is_empty() || !missing.is_empty() {
            asking.push(provision);
        }
        for item in lacking {
            if !missing.iter().any(|known| known == item) {
                missing.push(item.to_owned());
            }
        }
    }
    let is_met = missing.is_empty();
    let message = match is_met {
        true => "the list shows all that it must".to_owned(),
        false => format!("the list leaves out: {}", missing.join(", ")),
    };
    let authority = if is_met { &resolution.controlling } else { &asking };
    let mut found = finding(&INCOMPLETE, is_met, message, authority, vec!["holders-left-out", "list-shows"]);
    found.help = (!is_met).then(|| format!("add {} while the list is open", missing.join(", ")));
    inquiry.find(found);
}

fn judge_order(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(order) = inquiry.known(&LIST_ORDER) else { return };
    let broken: Vec<&Provision> = resolution
        .controlling
        .iter()
        .rev()
        .copied()
        .filter(|provision| provision.word(&ORDER).is_some_and(|asked| !asked.eq_ignore_ascii_case(&order)))
        .collect();
    let authority = if broken.is_empty() { &resolution.controlling } else { &broken };
    let message = format!("the list is in {order} order");
    let mut found = finding(&OUT_OF_ORDER, broken.is_empty(), message, authority, vec!["list-order"]);
    found.help = (!broken.is_empty()).then(|| "arrange the list as the text wants it".to_owned());
    inquiry.find(found);
}

fn judge_maker(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(maker) = inquiry.known(&LIST_MADE_BY) else { return };
    let naming: Vec<&Provision> = resolution
        .controlling
        .iter()
        .rev()
        .copied()
        .filter(|provision| provision.word(&PREPARED_BY).is_some())
        .collect();
    let wanted: Vec<&str> = naming.iter().filter_map(|provision| provision.word(&PREPARED_BY)).collect();
    if wanted.is_empty() {
        return;
    }
    let is_met = wanted.iter().all(|who| who.eq_ignore_ascii_case(&maker));
    let message = format!("the list was made by the {maker}");
    let mut found = finding(&WRONG_MAKER, is_met, message, &naming, vec!["list-made-by"]);
    found.help = (!is_met).then(|| format!("have the {} make it, or see to its making", wanted[0]));
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_with_bylaws, field, status};

    #[test]
    fn one_holder_or_one_thing_left_out_is_a_defect() {
        for (left_out, shows, word) in [
            ("0", "address, shares registered", "met"),
            ("0", "Shares registered, address, telephone", "met"),
            ("1", "address, shares registered", "unmet"),
            ("0", "address", "unmet"),
        ] {
            let told = [("meeting-date", "2002-04-17"), ("holders-left-out", left_out), ("list-shows", shows)];
            let answer = ask_with_bylaws(SILENT, "stock-list-contents", &told);
            assert_eq!(status(&answer, "stock-list-incomplete"), word, "{told:?}");
        }
    }

    #[test]
    fn its_order_and_its_maker() {
        let bylaws = "stock-list ready=\"at least 12 days before the meeting\" at-meeting=#false prepared-by=\"registrar\" shows=\"class\"";
        for (bylaws, date, maker, word) in [
            (SILENT, "2017-07-31", "officer in charge of the stock ledger", "met"),
            (SILENT, "2017-07-31", "treasurer", "unmet"),
            (SILENT, "2017-08-01", "treasurer", "none"),
            (bylaws, "2017-08-01", "Registrar", "met"),
            (bylaws, "2017-08-01", "treasurer", "unmet"),
        ] {
            let told = [("meeting-date", date), ("list-made-by", maker)];
            let answer = ask_with_bylaws(bylaws, "stock-list-contents", &told);
            assert_eq!(status(&answer, "stock-list-made-by-another"), word, "{told:?}");
        }
        for (order, word) in [("Alphabetical", "met"), ("by size of holding", "unmet")] {
            let told = [("meeting-date", "2002-04-17"), ("list-order", order)];
            assert_eq!(status(&ask_with_bylaws(SILENT, "stock-list-contents", &told), "stock-list-out-of-order"), word);
        }
        let value = field(&ask_with_bylaws(bylaws, "stock-list-contents", &[("meeting-date", "2018-04-17")]), "value");
        assert_eq!(value, "every holder entitled to vote; address; shares registered; alphabetical order; class");
    }
}
