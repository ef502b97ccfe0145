//! # Must the board be asked for a record date for consents, and by when does it resolve?
//!
//! Answers to the section of the bylaws on consents. The statute has no such step: 8 Del. C. § 213(b) lets the board fix a
//! record date, and supplies one where it does not.
//!
//! **Our reading.** Whoever seeks action by consent asks in the form and through the office that the text names; the board
//! then resolves within the days counted from receipt, the day of receipt not counted. The days are a limit; a duty to act
//! *promptly* inside them is for those who judge the board. A board that is late loses the choice, and the default of
//! `consent-record-date-default` follows. Where a record date is fixed already there is nothing to resolve.
//! A consent that nobody announced is not void for that: a bylaw may order the way to a consent and not take the right away
//! (Datapoint v. Plaza, 496 A.2d 1031 (Del. 1985)), so this depends on the reading.
//!
//! **What may vary.** Bylaws may ask for a request or not; the range of the date itself is asked in `record-date-range`.
//!
//! **Not encoded.** What a holder must own to ask, and what the request must contain, where bylaws say so.
//!
//! **Open question.** How many days a bylaw may give the board before it delays the right to consent.

use quorate_calendar::{Day, DayWindow};
use quorate_law::vocabulary::consent_record_date_request::{
    DEFINITION, FORM, PROMPTLY, RECIPIENT, RESOLVE, UNLESS_FIXED, WHO,
};
use quorate_law::vocabulary::Term;
use quorate_law::{Provision, Reckoning, Situation};

use super::facts::words;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{RESOLUTION, finding};
use crate::questions::stockholders::special::callers::RECEIPT;

/// Who asks.
pub static WHO_ASKS: Fact<&'static str> = Fact::word("seeker", words(&WHO), "who asks the board for a record date for consents");
/// In which form.
pub static REQUEST_FORM: Fact<&'static str> = Fact::word(
    "request-form",
    &["writing", "electronic transmission", "word of mouth"],
    "the form of the request for a record date",
);
/// To whom.
pub static ADDRESSED_TO: Fact<String> = Fact::new("addressed-to", "the office that the request was given to, such as secretary");
/// Whether a request was made.
pub static REQUESTED: Fact<bool> = Fact::new("requested", "whether the board was asked for a record date for consents");
/// Whether a date is fixed already.
pub static FIXED: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new("record-date-fixed", "whether the board had fixed a record date before the request");
    fact.spec.otherwise = Some("no");
    fact
};

/// Nobody asked.
pub static NOT_REQUESTED: FindingDefinition = FindingDefinition {
    id: "consent-record-date-not-requested",
    title: "nobody asked the board for a record date for consents",
    rank: Rank::Form,
};
/// One who may not ask.
pub static SEEKER: FindingDefinition = FindingDefinition {
    id: "consent-request-seeker",
    title: "a record date for consents was asked for by one whom the text does not name",
    rank: Rank::Standing,
};
/// The form or the office is wrong.
pub static REQUEST_DEFECT: FindingDefinition = FindingDefinition {
    id: "consent-request-form",
    title: "the request for a record date was not made in the form, or to the office, that the text names",
    rank: Rank::Form,
};
/// The board was late.
pub static LATE: FindingDefinition = FindingDefinition {
    id: "consent-record-date-late",
    title: "the board resolved on a record date for consents after its time",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "consent-record-date-request",
    title: "Must the board be asked for a record date for consents, and by when does it resolve?",
    chapter: "stockholders",
    capabilities: &["S20", "S6"],
    source: include_str!("consent_record_date_request.rs"),
    facts: &[
        &REQUESTED.spec,
        &WHO_ASKS.spec,
        &REQUEST_FORM.spec,
        &ADDRESSED_TO.spec,
        &RECEIPT.spec,
        &FIXED.spec,
        &RESOLUTION.spec,
    ],
    shape: Shape::Window,
    reckoning: &[(Reckoning::Conduct, "receipt")],
    provisions: &[&DEFINITION],
    findings: &[&NOT_REQUESTED, &SEEKER, &REQUEST_DEFECT, &LATE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let texts = resolution.controlling.clone();
    if inquiry.known(&REQUESTED) == Some(false) {
        let message = "nobody asked the board for a record date; the right to consent may not hang on it".to_owned();
        let mut found = finding(&NOT_REQUESTED, false, message, &texts, vec!["requested"]);
        found.status = FindingStatus::DependsOnReading;
        found.help = Some("ask the board for a record date before consents are gathered".to_owned());
        inquiry.find(found);
        return Err(Pause::NotApplicable("the board's time runs from a request, and there was none".to_owned()));
    }
    judge_request(inquiry, &texts);
    if inquiry.need(&FIXED)? && texts.iter().all(|text| text.says(&UNLESS_FIXED)) {
        return Err(Pause::NotApplicable("the board had fixed a record date before the request".to_owned()));
    }
    let (window, each) = inquiry.windows_together(&resolution, &RESOLVE)?;
    let timed: Vec<&Provision> = each.iter().map(|(text, _)| *text).collect();
    if texts.iter().any(|text| text.says(&PROMPTLY)) {
        inquiry.show("and promptly, as those judge who review what the board did");
    }
    if let Some(resolved) = inquiry.known(&RESOLUTION) {
        judge_resolution(inquiry, resolved, window, &timed);
    }
    Ok(Value::Window(window).into())
}

/// Who asked, how, and through whom.
fn judge_request(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) {
    if let Some(seeker) = inquiry.known(&WHO_ASKS) {
        let is_met = texts.iter().any(|text| text.get_all(&WHO).into_iter().any(|Term(who)| who == seeker));
        let mut found = finding(&SEEKER, is_met, format!("the request came from a {seeker}"), texts, vec!["seeker"]);
        found.help = (!is_met).then(|| "have the holder of record make the request".to_owned());
        inquiry.find(found);
    }
    if let Some(form) = inquiry.known(&REQUEST_FORM) {
        let asking: Vec<&Provision> = texts.iter().copied().filter(|text| text.word(&FORM).is_some()).collect();
        let is_met = asking.iter().all(|text| text.word(&FORM).is_some_and(|named| named.contains(form)));
        let message = format!("the request was made by {form}");
        let mut found = finding(&REQUEST_DEFECT, is_met, message, texts, vec!["request-form"]);
        found.help = (!is_met).then(|| "repeat the request in writing; the board's time runs from then".to_owned());
        inquiry.find(found);
    }
    if let Some(office) = inquiry.known(&ADDRESSED_TO) {
        let named: Vec<&str> = texts.iter().filter_map(|text| text.word(&RECIPIENT)).collect();
        let is_met = named.is_empty() || named.contains(&office.as_str());
        let message = format!("the request was given to the {office}");
        let mut found = finding(&REQUEST_DEFECT, is_met, message, texts, vec!["addressed-to"]);
        found.help = (!is_met).then(|| format!("give the request to the {}", named.join(" or the ")));
        inquiry.find(found);
    }
}

fn judge_resolution(inquiry: &mut Inquiry<'_>, resolved: Day, window: DayWindow, texts: &[&Provision]) {
    let Some(latest) = window.latest else { return };
    let is_met = resolved <= latest;
    let message = format!("the board resolved on {resolved}; its last day was {latest}");
    let mut found = finding(&LATE, is_met, message, texts, vec!["resolution", "receipt"]);
    found.help = (!is_met).then(|| "take the record date that the law supplies, as consent-record-date-default gives it".to_owned());
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    #[test]
    fn the_board_has_ten_days_from_receipt() {
        for (resolved, word) in [("2003-02-13", "met"), ("2003-02-14", "unmet")] {
            let told = [("receipt", "2003-02-03"), ("resolution", resolved)];
            let answer = ask_under("novell-2001", "consent-record-date-request", &told);
            assert_eq!(field(&answer, "latest"), "2003-02-13");
            assert_eq!(status(&answer, "consent-record-date-late"), word, "{resolved}");
        }
        let fixed = [("receipt", "2003-02-03"), ("record-date-fixed", "yes")];
        assert_eq!(ask_under("novell-2001", "consent-record-date-request", &fixed).value, None);
        assert!(ask_with_bylaws(SILENT, "consent-record-date-request", &[("receipt", "2003-02-03")]).is_silent);
    }

    #[test]
    fn the_request_is_in_writing_and_goes_to_the_secretary() {
        for (name, text, id, word) in [
            ("request-form", "writing", "consent-request-form", "met"),
            ("request-form", "electronic transmission", "consent-request-form", "unmet"),
            ("addressed-to", "secretary", "consent-request-form", "met"),
            ("addressed-to", "president", "consent-request-form", "unmet"),
            ("seeker", "other person", "consent-request-seeker", "met"),
            ("seeker", "beneficial owner", "consent-request-seeker", "unmet"),
            ("requested", "no", "consent-record-date-not-requested", "depends on the reading"),
        ] {
            let told = [("receipt", "2003-02-03"), (name, text)];
            let answer = ask_under("novell-2001", "consent-record-date-request", &told);
            assert_eq!(status(&answer, id), word, "{name} {text}");
        }
    }
}
