//! # Was this consent delivered where, and as, the texts ask?
//!
//! Answers to 8 Del. C. § 228(c) and (d) (paper to the registered office by hand or by certified or registered mail, to the
//! principal place of business, or to the keeper of the minute book; electronic consents to 31 July 2019 only as a paper copy
//! unless the board resolved otherwise, after that also into a system that the corporation designated), and to the section of
//! the bylaws on consents.
//!
//! **Our reading.** The statute opens its places, and a bylaw may open more. A bylaw that asks for mail with a return receipt
//! where the statute leaves the means open is held against it: the statute's way is preferred, and the answer depends on the
//! reading. The law is that of the day of delivery.
//!
//! **What may vary.** Bylaws and the board's resolution may open further ways; none may shut those of the statute.
//!
//! **Not encoded.** When exactly a paper reached the place. Whether the corporation designated a system by its conduct.
//!
//! **Open question.** Whether a bylaw may narrow the means at the places where the statute leaves them open.

use quorate_law::vocabulary::consent_delivery::{BY, DEFINITION, PLACES};
use quorate_law::vocabulary::electronic_consent_delivery::{self, WAYS};
use quorate_law::vocabulary::{Field, Term};
use quorate_law::{Provision, Reckoning, Situation};

use super::facts::{DELIVERED, MEANS, words};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

const ELSEWHERE: &str = "elsewhere";

/// Where.
pub static PLACE: Fact<&'static str> = Fact::word(
    "place",
    &[
        "registered office",
        "principal place of business",
        "keeper of the minute book",
        "secretary",
        "agent named in the solicitation",
        ELSEWHERE,
    ],
    "the place or person to which the consent was delivered",
);
/// By what.
pub static SENT_BY: Fact<&'static str> = Fact::word(
    "sent-by",
    &["hand", "courier", "certified or registered mail with return receipt", "ordinary mail"],
    "how the paper was delivered",
);
/// How an electronic consent was delivered.
pub static WAY: Fact<&'static str> = Fact::word(
    "way",
    &["on paper", "as the board resolved", "designated system", "neither"],
    "how the electronic consent was delivered: reproduced on paper, as a resolution of the board provides, into a designated system, or in no such way",
);

/// The wrong place.
pub static WRONG_PLACE: FindingDefinition = FindingDefinition {
    id: "consent-wrong-place",
    title: "the consent was delivered to a place that no text names",
    rank: Rank::Form,
};
/// The wrong means.
pub static WRONG_MEANS: FindingDefinition = FindingDefinition {
    id: "consent-wrong-delivery",
    title: "the consent was delivered by a means that does not serve at that place",
    rank: Rank::Form,
};
/// An electronic consent that is not delivered.
pub static NOT_DELIVERED: FindingDefinition = FindingDefinition {
    id: "electronic-consent-not-delivered",
    title: "the electronic consent has not been delivered in a way that the texts open",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "consent-delivery",
    title: "Was this consent delivered where, and as, the texts ask?",
    chapter: "stockholders",
    capabilities: &["S20"],
    source: include_str!("consent_delivery.rs"),
    facts: &[&MEANS.spec, &DELIVERED.spec, &PLACE.spec, &SENT_BY.spec, &WAY.spec],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Conduct, "delivered")],
    provisions: &[&DEFINITION, &electronic_consent_delivery::DEFINITION],
    findings: &[&WRONG_PLACE, &WRONG_MEANS, &NOT_DELIVERED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let electronic = inquiry.need(&MEANS)? == "electronic transmission";
    let mut items = Vec::new();
    if electronic {
        let ways = inquiry.require(&electronic_consent_delivery::DEFINITION, &Situation::general())?;
        items = named(&ways.controlling, &WAYS);
        judge_way(inquiry, &ways.controlling);
    }
    // Paper goes to a place; so does the paper copy of an electronic consent.
    if !electronic || inquiry.known(&WAY) == Some("on paper") {
        let places = inquiry.require(&DEFINITION, &Situation::general())?;
        items = named(&places.controlling, &PLACES);
        judge_place(inquiry, &places.controlling);
    }
    Ok(Value::Items(items).into())
}

/// The words of a field in all the texts, each once.
fn named(texts: &[&Provision], field: &'static Field<Term>) -> Vec<String> {
    words(field)
        .iter()
        .filter(|word| texts.iter().any(|text| has(text, field, word)))
        .map(|word| (*word).to_owned())
        .collect()
}

fn has(text: &Provision, field: &'static Field<Term>, word: &str) -> bool {
    text.get_all(field).into_iter().any(|Term(known)| known == word)
}

fn judge_way(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) {
    let Some(way) = inquiry.known(&WAY) else { return };
    let is_met = texts.iter().any(|text| has(text, &WAYS, way));
    let message = match way {
        "neither" => "the electronic consent was neither reproduced on paper nor sent as the board resolved".to_owned(),
        way => format!("the electronic consent was delivered: {way}"),
    };
    let mut found = finding(&NOT_DELIVERED, is_met, message, texts, vec!["way"]);
    found.help = (!is_met).then(|| "reproduce it on paper and deliver the paper as a paper consent".to_owned());
    inquiry.find(found);
}

fn judge_place(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) {
    let Some(place) = inquiry.known(&PLACE) else { return };
    let naming: Vec<&Provision> = texts.iter().copied().filter(|text| has(text, &PLACES, place)).collect();
    let message = format!("the consent was delivered to the {place}").replace("to the elsewhere", "elsewhere");
    let authority = if naming.is_empty() { texts } else { &naming };
    let mut found = finding(&WRONG_PLACE, !naming.is_empty(), message, authority, vec!["place"]);
    found.help = naming
        .is_empty()
        .then(|| format!("deliver it to the {}", named(texts, &PLACES).join(" or the ")));
    inquiry.find(found);
    if let Some(sent_by) = inquiry.known(&SENT_BY)
        && !naming.is_empty()
    {
        judge_means(inquiry, sent_by, &naming, place);
    }
}

/// Whether the means will do: two readings where one text leaves it open and another does not.
fn judge_means(inquiry: &mut Inquiry<'_>, sent_by: &'static str, naming: &[&Provision], place: &str) {
    let opens = |text: &&Provision| text.word(&BY).is_none_or(|words| words.contains(sent_by_word(sent_by)));
    let (opening, shutting): (Vec<&Provision>, Vec<&Provision>) = naming.iter().copied().partition(opens);
    let is_met = !opening.is_empty();
    let message = format!("the consent came to the {place} by {sent_by}");
    let authority: Vec<&Provision> = if shutting.is_empty() { opening.clone() } else { shutting.clone() };
    let mut found = finding(&WRONG_MEANS, is_met, message, &authority, vec!["sent-by"]);
    if is_met && !shutting.is_empty() {
        found.status = FindingStatus::DependsOnReading;
        found.message.push_str(", which one text opens and another shuts");
    }
    if found.status != FindingStatus::Met {
        found.help = Some("deliver it by hand, or by certified or registered mail with a return receipt".to_owned());
    }
    inquiry.find(found);
}

/// The words by which a provision names the means.
fn sent_by_word(sent_by: &'static str) -> &'static str {
    match sent_by {
        "certified or registered mail with return receipt" => "certified or registered mail",
        word => word,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, status};

    #[test]
    fn each_wrong_place_and_means() {
        for (set, place, sent_by, at, by) in [
            ("altiris-2006", "registered office", "hand", "met", "met"),
            ("altiris-2006", "registered office", "ordinary mail", "met", "unmet"),
            ("altiris-2006", "principal place of business", "ordinary mail", "met", "met"),
            ("altiris-2006", "secretary", "hand", "unmet", "none"),
            ("novell-2001", "principal place of business", "ordinary mail", "met", "depends on the reading"),
            ("novell-2001", "keeper of the minute book", "certified or registered mail with return receipt", "met", "met"),
            ("novell-2001", "registered office", "courier", "met", "unmet"),
            ("raining-data-2001", "principal place of business", "ordinary mail", "met", "met"),
            ("raining-data-2001", "elsewhere", "hand", "unmet", "none"),
        ] {
            let told = [("delivered", "2003-03-03"), ("place", place), ("sent-by", sent_by)];
            let answer = ask_under(set, "consent-delivery", &told);
            assert_eq!(status(&answer, "consent-wrong-place"), at, "{set} {place}");
            assert_eq!(status(&answer, "consent-wrong-delivery"), by, "{set} {place} {sent_by}");
        }
    }

    #[test]
    fn electronic_consents_before_and_after_august_2019() {
        for (delivered, way, word) in [
            ("2019-07-31", "designated system", "unmet"),
            ("2019-08-01", "designated system", "met"),
            ("2019-07-31", "as the board resolved", "met"),
            ("2003-03-03", "on paper", "met"),
            ("2003-03-03", "neither", "unmet"),
        ] {
            let told = [("means", "electronic transmission"), ("delivered", delivered), ("way", way)];
            for set in ["novell-2001", "raining-data-2001"] {
                let answer = ask_under(set, "consent-delivery", &told);
                assert_eq!(status(&answer, "electronic-consent-not-delivered"), word, "{set} {delivered} {way}");
            }
        }
    }
}
