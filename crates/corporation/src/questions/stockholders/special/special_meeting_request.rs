//! # What must the request for a special meeting be, and is it?
//!
//! Answers to the section of the bylaws on special meetings: whose call takes a request, in what form, what it states, to
//! whom it goes and by which means. The statute says nothing of it (8 Del. C. § 211(d) leaves the callers to certificate and
//! bylaws, and how they call as well).
//!
//! **Our reading.** Where a call is no call without a request, one that lacks the request, or its form, its contents or its
//! way, is bad until it is mended. Where the text only gives the callers a request to an officer who then fixes the date, the
//! call stands without it, and what the request lacks keeps that officer from having to act. Items cumulate. Any one of the
//! officers named will do, and any one of the means; a request that reached such an officer by another means has arrived, but
//! a text that lists means can be read to mean those alone, so that is a reading and not a refusal.
//!
//! **What may vary.** Everything: it is the bylaws' to say.
//!
//! **Not encoded.** Whether what is stated is clear enough: the officer who gets the request judges, and in the end the Court
//! of Chancery. Whether a telegraph stands for a means that has taken its place.

use quorate_law::vocabulary::{special_meeting_means, special_meeting_recipient, special_meeting_request as request};
use quorate_law::{Provision, Situation};

use super::callers::{CALLER, IN_WRITING, NOT_WRITTEN, about};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// Whether one was made.
static MADE: Fact<bool> = Fact::new("request-made", "whether a request was made");
/// What it states.
static STATED: Fact<Vec<String>> = Fact::new("stated", "what the request states");
/// To whom it went.
static DELIVERED_TO: Fact<Vec<String>> = Fact::new("delivered-to", "the offices whose holders got the request");
/// By which means.
static MEANS: Fact<&'static str> = Fact::word(
    "means",
    special_meeting_means::MEANS_WORDS,
    "the means by which the request was delivered or sent",
);

/// There is none.
pub static MISSING: FindingDefinition = FindingDefinition {
    id: "special-meeting-request-missing",
    title: "a special meeting was called without the request that the call takes",
    rank: Rank::Form,
};
/// It lacks something.
pub static INCOMPLETE: FindingDefinition = FindingDefinition {
    id: "special-meeting-request-incomplete",
    title: "the request for a special meeting leaves out what it must state",
    rank: Rank::Form,
};
/// It went to somebody else.
pub static MISDIRECTED: FindingDefinition = FindingDefinition {
    id: "special-meeting-request-misdirected",
    title: "the request for a special meeting went to nobody whom the text names",
    rank: Rank::Form,
};
/// It went by another means.
pub static OTHER_MEANS: FindingDefinition = FindingDefinition {
    id: "special-meeting-request-means-not-named",
    title: "the request for a special meeting went by a means that the text does not name",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "special-meeting-request",
    title: "What must the request for a special meeting be?",
    chapter: "stockholders",
    capabilities: &["S3"],
    source: include_str!("special_meeting_request.rs"),
    facts: &[
        &CALLER.spec,
        &MADE.spec,
        &IN_WRITING.spec,
        &STATED.spec,
        &DELIVERED_TO.spec,
        &MEANS.spec,
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[
        &request::DEFINITION,
        &special_meeting_recipient::DEFINITION,
        &special_meeting_means::DEFINITION,
    ],
    findings: &[&MISSING, &NOT_WRITTEN, &INCOMPLETE, &MISDIRECTED, &OTHER_MEANS],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let callers = inquiry.need(&CALLER)?;
    let resolution = inquiry.require(&request::DEFINITION, &Situation::general())?;
    let asking = about(&resolution, &request::FOR, &callers);
    if asking.is_empty() {
        return Err(Pause::NotApplicable(format!(
            "a call by the {} takes no request",
            callers.join(", ")
        )));
    }
    let is_made = inquiry.known(&MADE);
    judge_made(inquiry, &asking, is_made);
    let items = items(&asking);
    // What was not made has no form.
    if is_made != Some(false) {
        judge_form(inquiry, &asking);
        judge_contents(inquiry, &asking, &items);
        judge_recipient(inquiry, &callers)?;
        judge_means(inquiry, &callers)?;
    }
    let mut all: Vec<String> = Vec::new();
    if asking.iter().any(|provision| provision.get(&request::FORM).is_some()) {
        all.push("in writing".to_owned());
    }
    all.extend(items);
    Ok(Value::Items(all).into())
}

fn items(asking: &[&Provision]) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for item in asking.iter().flat_map(|provision| provision.get_all(&request::STATES)) {
        if !items.contains(&item.0) {
            items.push(item.0.clone());
        }
    }
    items
}

fn judge_made(inquiry: &mut Inquiry<'_>, asking: &[&Provision], is_made: Option<bool>) {
    let needing: Vec<&Provision> = asking
        .iter()
        .copied()
        .filter(|provision| provision.says(&request::PART_OF_CALL))
        .collect();
    let (Some(is_made), false) = (is_made, needing.is_empty()) else {
        return;
    };
    let message = format!(
        "{} request was made; the call takes one",
        if is_made { "a" } else { "no" }
    );
    let mut found = finding(&MISSING, is_made, message, &needing, vec![MADE.spec.name]);
    found.help = (!is_made)
        .then(|| "make the request as the text has it, or have the board of directors call the meeting".to_owned());
    inquiry.find(found);
}

fn judge_form(inquiry: &mut Inquiry<'_>, asking: &[&Provision]) {
    let needing: Vec<&Provision> = asking
        .iter()
        .copied()
        .filter(|provision| provision.get(&request::FORM).is_some())
        .collect();
    let (Some(is_written), false) = (inquiry.known(&IN_WRITING), needing.is_empty()) else {
        return;
    };
    let message = format!("the request is {}in writing", if is_written { "" } else { "not " });
    let mut found = finding(&NOT_WRITTEN, is_written, message, &needing, vec![IN_WRITING.spec.name]);
    found.help = (!is_written).then(|| "make the request in writing".to_owned());
    inquiry.find(found);
}

fn judge_contents(inquiry: &mut Inquiry<'_>, asking: &[&Provision], items: &[String]) {
    let (Some(stated), false) = (inquiry.known(&STATED), items.is_empty()) else {
        return;
    };
    let left_out: Vec<&str> = items
        .iter()
        .filter(|item| !stated.iter().any(|given| given.eq_ignore_ascii_case(item)))
        .map(String::as_str)
        .collect();
    let message = match left_out.as_slice() {
        [] => "the request states all that it must".to_owned(),
        _ => format!("the request does not state: {}", left_out.join("; ")),
    };
    let mut found = finding(
        &INCOMPLETE,
        left_out.is_empty(),
        message,
        asking,
        vec![STATED.spec.name],
    );
    found.help = (!left_out.is_empty()).then(|| format!("make the request again and state {}", left_out.join("; ")));
    inquiry.find(found);
}

fn judge_recipient(inquiry: &mut Inquiry<'_>, callers: &[String]) -> Result<(), Pause> {
    let resolution = inquiry.consult(&special_meeting_recipient::DEFINITION, &Situation::general())?;
    let naming = about(&resolution, &special_meeting_recipient::FOR, callers);
    let offices: Vec<&str> = naming
        .iter()
        .flat_map(|provision| provision.get_all(&special_meeting_recipient::OFFICES))
        .map(|office| office.0.as_str())
        .collect();
    if offices.is_empty() {
        return Ok(());
    }
    inquiry.show(format!("to the {}", offices.join(" or the ")));
    let Some(got) = inquiry.known(&DELIVERED_TO) else {
        return Ok(());
    };
    let is_met = got
        .iter()
        .any(|office| offices.iter().any(|named| named.eq_ignore_ascii_case(office)));
    let message = format!(
        "the request went to the {}; the text names the {}",
        got.join(", "),
        offices.join(", ")
    );
    let mut found = finding(&MISDIRECTED, is_met, message, &naming, vec![DELIVERED_TO.spec.name]);
    found.help = (!is_met).then(|| format!("deliver it to the {}", offices.join(" or the ")));
    inquiry.find(found);
    Ok(())
}

fn judge_means(inquiry: &mut Inquiry<'_>, callers: &[String]) -> Result<(), Pause> {
    let resolution = inquiry.consult(&special_meeting_means::DEFINITION, &Situation::general())?;
    let naming = about(&resolution, &special_meeting_means::FOR, callers);
    let named: Vec<&str> = naming
        .iter()
        .flat_map(|provision| provision.get_all(&special_meeting_means::MEANS))
        .map(|means| means.0.as_str())
        .collect();
    if named.is_empty() {
        return Ok(());
    }
    inquiry.show(format!("by {}", named.join(" or ")));
    let Some(used) = inquiry.known(&MEANS) else {
        return Ok(());
    };
    let is_met = named.contains(&used);
    let message = format!("the request went by {used}; the text names {}", named.join(", "));
    let mut found = finding(&OTHER_MEANS, is_met, message, &naming, vec![MEANS.spec.name]);
    if !is_met {
        found.status = FindingStatus::DependsOnReading;
        found.help = Some(format!("send it again by {}", named.join(" or ")));
    }
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, status};

    const ID: &str = "special-meeting-request";

    #[test]
    fn the_contents_form_and_way_of_each_text() {
        let caller = ("caller", "president");
        for (set, told, id, word) in [
            (
                "altiris-2006",
                vec![("stated", "time of the meeting, general nature of the business")],
                "special-meeting-request-incomplete",
                "met",
            ),
            (
                "altiris-2006",
                vec![("stated", "general nature of the business")],
                "special-meeting-request-incomplete",
                "unmet",
            ),
            (
                "altiris-2006",
                vec![("in-writing", "no")],
                "special-meeting-request-not-written",
                "unmet",
            ),
            (
                "altiris-2006",
                vec![("delivered-to", "treasurer")],
                "special-meeting-request-misdirected",
                "unmet",
            ),
            (
                "altiris-2006",
                vec![("delivered-to", "treasurer, secretary")],
                "special-meeting-request-misdirected",
                "met",
            ),
            (
                "altiris-2006",
                vec![("means", "registered mail")],
                "special-meeting-request-means-not-named",
                "met",
            ),
            (
                "altiris-2006",
                vec![("means", "mail")],
                "special-meeting-request-means-not-named",
                "depends on the reading",
            ),
            (
                "altiris-2006",
                vec![("request-made", "no")],
                "special-meeting-request-missing",
                "unmet",
            ),
            (
                "novell-2001",
                vec![("request-made", "no")],
                "special-meeting-request-missing",
                "none",
            ),
            (
                "novell-2001",
                vec![("stated", "purpose")],
                "special-meeting-request-incomplete",
                "met",
            ),
            (
                "novell-2001",
                vec![("delivered-to", "president")],
                "special-meeting-request-misdirected",
                "unmet",
            ),
        ] {
            let told: Vec<_> = [caller].into_iter().chain(told).collect();
            assert_eq!(status(&ask_under(set, ID, &told), id), word, "{set} {told:?}");
        }
    }

    #[test]
    fn the_board_needs_none_where_the_text_is_about_others() {
        let answer = ask_under("altiris-2006", ID, &[("caller", "board of directors")]);
        assert!(answer.remark.unwrap().contains("takes no request"));
        let answer = ask_under("novell-2001", ID, &[("caller", "board of directors")]);
        assert_eq!(field(&answer, "value"), "in writing; purpose");
        assert!(ask_under("raining-data-2001", ID, &[("caller", "president")]).is_silent);
    }
}
