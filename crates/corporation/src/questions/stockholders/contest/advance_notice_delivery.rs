//! # To whom, where and by which means does a stockholder's notice go, and did it?
//!
//! Answers to the sections of the bylaws on advance notice.
//!
//! **Our reading.** What several sections ask cumulates. Where a text says delivered or mailed and received, delivery by any means
//! is delivery, and no means is named; where it says either by one means or by another, the list is closed. An office means its
//! holder or whoever acts for it.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** Whether the person who took the notice was authorized to take it.

use quorate_law::vocabulary::advance_notice_delivery::{self, ADDRESSED_TO, AT, DEFINITION, PREPAID, WRITING};
use quorate_law::vocabulary::{Field, Kind};
use quorate_law::{Provision, Resolution, Situation};

use super::facts::{SUBJECT, situation};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_KIND, finding};
use crate::questions::stockholders::conduct::order::is_same_office;

/// To whom it went.
pub static ADDRESSED: Fact<String> = Fact::new("addressed-to", "the office to which the notice was addressed");
/// Where it went.
pub static DELIVERED_AT: Fact<String> = Fact::new("delivered-at", "the place at which the notice was delivered");
/// The means.
pub static MEANS: Fact<&'static str> = Fact::word("means", means(), "the means by which the notice was given");
/// Whether it is in writing.
pub static IN_WRITING: Fact<bool> = Fact::new("in-writing", "whether the notice is in writing");
/// Whether postage was prepaid.
pub static POSTAGE: Fact<bool> = Fact::new("prepaid", "whether postage was prepaid, where the notice was mailed");

const fn means() -> &'static [&'static str] {
    match advance_notice_delivery::MEANS.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

/// The notice went to another person or place.
pub static MISADDRESSED: FindingDefinition = FindingDefinition {
    id: "advance-notice-misaddressed",
    title: "the stockholder's notice went to another person or place",
    rank: Rank::Form,
};

/// The notice has not the form.
pub static WRONG_FORM: FindingDefinition = FindingDefinition {
    id: "advance-notice-wrong-form",
    title: "the stockholder's notice was not given in the form that the text asks for",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "advance-notice-delivery",
    title: "To whom, where and by which means does a stockholder's notice go?",
    chapter: "stockholders",
    capabilities: &["S18", "S19"],
    source: include_str!("advance_notice_delivery.rs"),
    facts: &[
        &SUBJECT.spec,
        &MEETING_KIND.spec,
        &ADDRESSED.spec,
        &DELIVERED_AT.spec,
        &MEANS.spec,
        &IN_WRITING.spec,
        &POSTAGE.spec,
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&MISADDRESSED, &WRONG_FORM],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = situation(inquiry)?;
    let items = judge(inquiry, &situation)?;
    Ok(Value::Items(items).into())
}

/// What the texts ask of the way the notice goes, each once; and whether it went so.
///
/// # Errors
/// Pauses when no text says anything.
pub(super) fn judge(inquiry: &mut Inquiry<'_>, situation: &Situation) -> Result<Vec<String>, Pause> {
    let resolution = inquiry.require(&DEFINITION, situation)?;
    let mut items: Vec<String> = Vec::new();
    for provision in &resolution.controlling {
        for item in asked(provision) {
            inquiry.show(format!("{}: {item}", provision.citation));
            if !items.contains(&item) {
                items.push(item);
            }
        }
    }
    judge_address(inquiry, &resolution);
    judge_form(inquiry, &resolution);
    Ok(items)
}

fn asked(provision: &Provision) -> Vec<String> {
    let mut items: Vec<String> = provision.word(&ADDRESSED_TO).map(|office| format!("to the {office}")).into_iter().collect();
    items.extend(provision.word(&AT).map(|place| format!("at the {place}")));
    if provision.says(&WRITING) {
        items.push("in writing".to_owned());
    }
    let means = named_means(provision);
    if !means.is_empty() {
        items.push(format!("by {}", means.join(" or ")));
    }
    if provision.says(&PREPAID) {
        items.push("with postage prepaid".to_owned());
    }
    items
}

fn named_means(provision: &Provision) -> Vec<&str> {
    provision
        .get_all(&advance_notice_delivery::MEANS)
        .into_iter()
        .map(|term| term.0.as_str())
        .collect()
}

fn judge_address(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let mut wrong = Vec::new();
    let mut is_told = false;
    for (fact, field) in [(&ADDRESSED, &ADDRESSED_TO), (&DELIVERED_AT, &AT)] {
        let Some(given) = inquiry.known(fact) else { continue };
        for provision in &resolution.controlling {
            let Some(asked) = provision.word(field) else { continue };
            is_told = true;
            if !is_same_office(&given, asked) {
                wrong.push((*provision, format!("to {given}, and not to {asked}"), fact.spec.name));
            }
        }
    }
    if is_told {
        report(inquiry, resolution, &MISADDRESSED, wrong, "the notice went to the right person and place");
    }
}

fn judge_form(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let mut wrong = Vec::new();
    let mut is_told = false;
    let means = inquiry.known(&MEANS);
    for provision in &resolution.controlling {
        let named = named_means(provision);
        if let Some(means) = means.filter(|_| !named.is_empty()) {
            is_told = true;
            if !named.contains(&means) {
                wrong.push((*provision, format!("by {means}, and not by {}", named.join(" or ")), "means"));
            }
        }
        let mut asks = |field: &Field<bool>, fact: &Fact<bool>, left_out: &str, name| {
            if !provision.says(field) {
                return;
            }
            let Some(is_so) = inquiry.known(fact) else { return };
            is_told = true;
            if !is_so {
                wrong.push((*provision, left_out.to_owned(), name));
            }
        };
        asks(&WRITING, &IN_WRITING, "not in writing", "in-writing");
        if means == Some("mail") {
            asks(&PREPAID, &POSTAGE, "with postage not prepaid", "prepaid");
        }
    }
    if is_told {
        report(inquiry, resolution, &WRONG_FORM, wrong, "the notice has the form that the text asks for");
    }
}

fn report(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'_>,
    definition: &'static FindingDefinition,
    wrong: Vec<(&Provision, String, &'static str)>,
    met: &str,
) {
    if wrong.is_empty() {
        let found = finding(definition, true, met.to_owned(), &resolution.controlling, Vec::new());
        inquiry.find(found);
        return;
    }
    let authority = super::facts::each_once(wrong.iter().map(|(provision, ..)| *provision));
    let mut said: Vec<&str> = wrong.iter().map(|(_, message, _)| message.as_str()).collect();
    said.dedup();
    let mut blames: Vec<&'static str> = wrong.iter().map(|(.., fact)| *fact).collect();
    blames.dedup();
    let mut found = finding(definition, false, format!("the notice went {}", said.join("; ")), &authority, blames);
    found.help = Some("give the notice again as the text asks, while it is still timely".to_owned());
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "advance-notice-delivery";

    #[test]
    fn a_closed_list_of_means_and_an_open_one() {
        for (set, expected) in [("novell-2001", "unmet"), ("altiris-2006", "none"), ("raining-data-2001", "none")] {
            let told = [("subject", "nominations"), ("means", "facsimile")];
            assert_eq!(status(&ask_under(set, ID, &told), "advance-notice-wrong-form"), expected, "{set}");
        }
        for (means, prepaid, expected) in
            [("mail", "yes", "met"), ("mail", "no", "unmet"), ("personal delivery", "no", "met"), ("courier", "yes", "unmet")]
        {
            let told = [("subject", "nominations"), ("means", means), ("prepaid", prepaid), ("in-writing", "yes")];
            assert_eq!(status(&ask_under("novell-2001", ID, &told), "advance-notice-wrong-form"), expected, "{told:?}");
        }
    }

    #[test]
    fn the_office_and_the_place_are_the_texts_own() {
        for (office, place, expected) in [
            ("Secretary", "principal executive offices", "met"),
            ("president", "principal executive offices", "unmet"),
            ("secretary", "registered office", "unmet"),
        ] {
            let told = [("addressed-to", office), ("delivered-at", place)];
            assert_eq!(status(&ask_under("altiris-2006", ID, &told), "advance-notice-misaddressed"), expected, "{told:?}");
        }
        // Novell names no place.
        let told = [("delivered-at", "registered office")];
        assert_eq!(status(&ask_under("novell-2001", ID, &told), "advance-notice-misaddressed"), "none");
    }

    #[test]
    fn business_at_altiris_need_not_be_noticed_in_writing() {
        for (subject, expected) in [("business", "none"), ("nominations", "unmet")] {
            let told = [("subject", subject), ("in-writing", "no")];
            assert_eq!(status(&ask_under("altiris-2006", ID, &told), "advance-notice-wrong-form"), expected);
        }
    }

    #[test]
    fn what_several_lines_ask_cumulates() {
        let bylaws = "advance-notice-delivery \"courier\" addressed-to=\"president\"\nadvance-notice-delivery \"mail\" addressed-to=\"president\" writing=#true";
        assert_eq!(field(&ask_with_bylaws(bylaws, ID, &[]), "value"), "to the president; by courier; in writing; by mail");
    }
}
