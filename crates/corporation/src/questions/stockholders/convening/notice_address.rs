//! # To which address does a notice go?
//!
//! Answers to 8 Del. C. § 222(b), today § 232(a) (mail: the address on the corporation's records; electronic mail likewise), § 232
//! (other electronic means: the number or address consented to), and to the sections of the bylaws on where notices are sent.
//!
//! **Our reading.** An address that any text opens is open, so that bylaws may add to the statute's and do not shut it. Where a
//! text names one address for want of another, the later serves only when no earlier one is known. "The books", "the records"
//! and "the stock record", the transfer agent's included, are the same records. Personal delivery needs no address, and an
//! electronic form for which no text names one is directed to the recipient wherever that is. The law is that of the day of the notice.
//!
//! **What may vary.** Bylaws may open further addresses.
//!
//! **Not encoded.** Whether the address is written out correctly; which of two entries in the records is the last.

use quorate_law::vocabulary::notice_address::{ADDRESSES, DEFINITION, ORDER, SENT_BY};
use quorate_law::vocabulary::{Kind, Term, notice_address};
use quorate_law::{Provision, Reckoning, Situation};

use super::channel_law::is_electronic;
use super::notice_given::SENT;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{CHANNEL, RECIPIENT, finding};

/// Where the notice went.
pub static SENT_TO: Fact<String> = Fact::new(
    "sent-to",
    "to which address the notice went: address on the records; address given for notice; address filed with the secretary; last known address; address consented to; residence or place of business; principal office of the corporation; registered office of the corporation; general post office; or another",
);
/// Which addresses are known.
pub static KNOWN_ADDRESSES: Fact<Vec<String>> = Fact::new(
    "known-addresses",
    "the addresses of the recipient that the corporation knows, of those that the texts name",
);

/// The addresses that a text can name.
#[must_use]
pub const fn addresses() -> &'static [&'static str] {
    match notice_address::ADDRESSES.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

/// The notice went elsewhere.
pub static ELSEWHERE: FindingDefinition = FindingDefinition {
    id: "notice-to-wrong-address",
    title: "the notice went to an address that does not serve",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-address",
    title: "To which address does a notice go?",
    chapter: "stockholders",
    capabilities: &["N1"],
    source: include_str!("notice_address.rs"),
    facts: &[
        &CHANNEL.spec,
        &RECIPIENT.spec,
        &SENT.spec,
        &SENT_TO.spec,
        &KNOWN_ADDRESSES.spec,
    ],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Notice, "sent")],
    provisions: &[&DEFINITION],
    findings: &[&ELSEWHERE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let channel = inquiry.need(&CHANNEL)?;
    if channel == "personal delivery" {
        return Err(Pause::NotApplicable("what is delivered personally needs no address".to_owned()));
    }
    let situation = Situation::general().with("recipient", inquiry.need(&RECIPIENT)?);
    let texts: Vec<&Provision> = inquiry
        .require(&DEFINITION, &situation)?
        .controlling
        .into_iter()
        .filter(|provision| provision.word(&SENT_BY).is_none_or(|word| takes_in(word, channel)))
        .collect();
    if texts.is_empty() {
        return Err(Pause::NotApplicable(format!("no text says to which address {channel} goes")));
    }
    let known = inquiry.known(&KNOWN_ADDRESSES);
    let mut open: Vec<String> = Vec::new();
    for text in &texts {
        let (named, serving) = serving(text, known.as_deref());
        inquiry.show(format!("{}: {}", text.citation, named));
        for address in serving {
            if !open.iter().any(|earlier| earlier == address) {
                open.push(address.to_owned());
            }
        }
    }
    judge(inquiry, &texts, &open, known.is_some());
    Ok(Value::Items(open).into())
}

/// Whether a text's way of sending takes in a channel.
fn takes_in(sent_by: &str, channel: &str) -> bool {
    match sent_by {
        "post" => !is_electronic(channel),
        "facsimile or electronic mail" => matches!(channel, "facsimile" | "electronic mail"),
        "electronic transmission" => is_electronic(channel),
        one => one == channel,
    }
}

/// How a text names its addresses, and those of them that serve when these are known; the first alone where nothing is known.
fn serving<'a>(text: &'a Provision, known: Option<&[String]>) -> (String, Vec<&'a str>) {
    let all: Vec<&str> = text.get_all(&ADDRESSES).into_iter().map(|Term(word)| word.as_str()).collect();
    if text.word(&ORDER) != Some("first known") {
        return (all.join(", or "), all);
    }
    let is_known = |address: &&str| known.is_some_and(|known| known.iter().any(|name| name == address));
    // What is the corporation's own needs no looking up: the last of the order serves when none before it is known.
    let first = all.iter().copied().find(is_known);
    let serving = match (known, first) {
        (_, Some(first)) => Some(first),
        (Some(_), None) => all.last().copied(),
        (None, None) => all.first().copied(),
    };
    (all.join(", else "), serving.into_iter().collect())
}

fn judge(inquiry: &mut Inquiry<'_>, texts: &[&Provision], open: &[String], is_known: bool) {
    let Some(sent_to) = inquiry.known(&SENT_TO) else { return };
    let is_met = open.contains(&sent_to);
    let message = format!("the notice went to the {sent_to}; the texts name the {}", open.join(" and the "));
    let mut found = finding(&ELSEWHERE, is_met, message, texts, vec!["sent-to", "known-addresses"]);
    let may_serve = texts.iter().any(|text| text.get_all(&ADDRESSES).iter().any(|Term(word)| *word == sent_to));
    if !is_met {
        found.help = Some(format!("send the notice to the {}, in time for the meeting", open.join(" or to the ")));
        if may_serve && !is_known {
            found.status = FindingStatus::Unknown;
            found.message.push_str(", and for want of it others; it is not known which are known");
        }
    }
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    fn word(set: &str, told: &[(&str, &str)]) -> &'static str {
        status(&ask_under(set, "notice-address", told), "notice-to-wrong-address")
    }

    #[test]
    fn the_address_on_the_records_always_serves_a_stockholder() {
        for set in ["altiris-2006", "novell-2001", "raining-data-2001"] {
            let told = [("channel", "mail"), ("sent", "2006-04-13"), ("sent-to", "address on the records")];
            assert_eq!(word(set, &told), "met", "{set}");
            let told = [("channel", "mail"), ("sent", "2006-04-13"), ("sent-to", "address given for notice")];
            let own = if set == "altiris-2006" { "met" } else { "unmet" };
            assert_eq!(word(set, &told), own, "{set}");
        }
    }

    #[test]
    fn a_later_address_serves_only_for_want_of_the_earlier() {
        for (known, sent_to, status) in [
            ("address filed with the secretary, last known address", "address filed with the secretary", "met"),
            ("address filed with the secretary, last known address", "last known address", "unmet"),
            ("last known address", "last known address", "met"),
            ("last known address", "principal office of the corporation", "unmet"),
            ("none", "principal office of the corporation", "met"),
            ("none", "last known address", "unmet"),
        ] {
            let told = [
                ("channel", "mail"),
                ("recipient", "director"),
                ("sent", "2002-09-16"),
                ("known-addresses", known),
                ("sent-to", sent_to),
            ];
            assert_eq!(word("raining-data-2001", &told), status, "{told:?}");
        }
        let told = [
            ("channel", "mail"),
            ("recipient", "director"),
            ("sent", "2002-09-16"),
            ("sent-to", "last known address"),
        ];
        assert_eq!(word("raining-data-2001", &told), "unknown");
    }

    #[test]
    fn electronic_notice_goes_where_the_holder_consented() {
        for (sent, value) in [
            ("2019-07-31", "address consented to"),
            ("2019-08-01", "address on the records"),
        ] {
            let answer = ask_with_bylaws(SILENT, "notice-address", &[("channel", "electronic mail"), ("sent", sent)]);
            assert_eq!(field(&answer, "value"), value);
        }
        let answer = ask_with_bylaws(SILENT, "notice-address", &[("channel", "personal delivery"), ("sent", "2019-08-01")]);
        assert!(answer.remark.is_some());
    }
}
