//! # Is a special meeting open to be requested on that day?
//!
//! Answers to the section of the bylaws, or the certificate, that bars requests for special meetings at times: before an
//! annual meeting, soon after another special meeting, or for business like that of another meeting. The statute knows no
//! such bar.
//!
//! **Our reading.** The day on which the request is received decides. Both ends of a bar are inside it, and a bar whose last
//! day is before its first bars nothing. Bars cumulate. A bar on similar business is asked about only where it would hold; who
//! judges the likeness is the board, unless the text names somebody else, and a court may look at it again.
//!
//! **What may vary.** Everything: certificate and bylaws may set any bar, as those whom they let call have the power from them.
//! The board's own power to call is the statute's, so a bar on it would have no force; the texts speak of holders.
//!
//! **Not encoded.** Withdrawal of a request, and whether holders still own what they owned when they made it.

use quorate_calendar::{Day, PointPhrase};
use quorate_law::vocabulary::special_meeting_bar::{BUSINESS, DEFINITION, FOR, SINCE, UNTIL};
use quorate_law::{Provision, Reckoning, Situation};

use super::callers::{BOARD, CALLER, RECEIPT, about};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

static PRIOR_ANNUAL: Fact<Day> = Fact::new("prior-annual-meeting", "the day of the last annual meeting");
static NEXT_ANNUAL: Fact<Day> = Fact::new("next-annual-meeting", "the day of the coming annual meeting");
static PRIOR_SPECIAL: Fact<Day> = Fact::new("prior-special-meeting", "the day of the last special meeting");
static PRIOR_SIMILAR: Fact<Day> = Fact::new(
    "prior-similar-meeting",
    "the day of the last meeting at which similar business was done",
);
static COMING_SIMILAR: Fact<Day> = Fact::new(
    "coming-similar-meeting",
    "the day of a meeting called at which similar business will be done",
);
/// Whether its business is similar.
static SIMILAR: Fact<bool> = Fact::new(
    "similar-business",
    "whether the business requested is similar to that of the other meeting",
);

/// The request is barred.
pub static BARRED: FindingDefinition = FindingDefinition {
    id: "special-meeting-request-barred",
    title: "a special meeting was requested at a time at which none may be",
    rank: Rank::Standing,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "special-meeting-bar",
    title: "Is a special meeting open to be requested?",
    chapter: "stockholders",
    capabilities: &["S3"],
    source: include_str!("special_meeting_bar.rs"),
    facts: &[
        &CALLER.spec,
        &RECEIPT.spec,
        &PRIOR_ANNUAL.spec,
        &NEXT_ANNUAL.spec,
        &PRIOR_SPECIAL.spec,
        &PRIOR_SIMILAR.spec,
        &COMING_SIMILAR.spec,
        &SIMILAR.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Conduct, "receipt")],
    provisions: &[&DEFINITION],
    findings: &[&BARRED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let callers = inquiry.need(&CALLER)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let bars = about(&resolution, &FOR, &callers);
    if bars.is_empty() || callers.iter().any(|caller| caller == BOARD) {
        return Err(Pause::NotApplicable(format!(
            "no bar reaches a call by the {}",
            callers.join(", ")
        )));
    }
    let receipt = inquiry.need(&RECEIPT)?;
    let mut is_open = true;
    for bar in bars {
        is_open &= !is_barred(inquiry, bar, receipt)?;
    }
    Ok(Value::YesNo(is_open).into())
}

/// Whether one bar holds on the day of receipt; a bar counted from a meeting that nobody has told of is not known to hold.
fn is_barred(inquiry: &mut Inquiry<'_>, bar: &Provision, receipt: Day) -> Result<bool, Pause> {
    let (Some(since), Some(until)) = (bar.get(&SINCE), bar.get(&UNTIL)) else {
        return Ok(false);
    };
    let blames = vec![RECEIPT.spec.name];
    let mut ends = Vec::new();
    for phrase in [since, until] {
        match day_of(inquiry, phrase) {
            Ok(day) => ends.push(day),
            Err(Pause::Unknown { doc, .. }) => {
                let message = format!("a request is barred from {since} until {until}; not known: {doc}");
                let mut found = finding(&BARRED, false, message, &[bar], blames);
                found.status = FindingStatus::Unknown;
                inquiry.find(found);
                return Ok(false);
            }
            Err(other) => return Err(other),
        }
    }
    let (first, last) = (ends[0], ends[1]);
    inquiry.show(format!(
        "{}: barred from {since}, {first}, until {until}, {last}",
        bar.citation
    ));
    let is_inside = first <= receipt && receipt <= last;
    let concerns = !is_inside || bar.word(&BUSINESS) != Some("similar") || inquiry.need(&SIMILAR)?;
    let is_barred = is_inside && concerns;
    let message = format!("the request was received on {receipt}; none may be made from {first} to {last}");
    let mut found = finding(&BARRED, !is_barred, message, &[bar], blames);
    found.help = is_barred.then(|| {
        format!("make the request before {first} or after {last}, or have the board of directors call the meeting")
    });
    inquiry.find(found);
    Ok(is_barred)
}

fn day_of(inquiry: &Inquiry<'_>, phrase: &PointPhrase) -> Result<Day, Pause> {
    inquiry.point(phrase).map(|days| *days.earlier())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "special-meeting-bar";
    const LINES: &str = "special-meeting-bar since=\"90 days before the anniversary of the prior annual meeting\" until=\"the next annual meeting\" business=\"any\" for=\"stockholders\"";

    #[test]
    fn both_ends_and_one_past_each() {
        // 20 May 2021 less 90 days is 19 February 2021.
        for (receipt, word) in [
            ("2021-02-18", "met"),
            ("2021-02-19", "unmet"),
            ("2021-06-03", "unmet"),
            ("2021-06-04", "met"),
        ] {
            let told = [
                ("caller", "stockholders"),
                ("receipt", receipt),
                ("prior-annual-meeting", "2020-05-20"),
                ("next-annual-meeting", "2021-06-03"),
            ];
            let answer = ask_with_bylaws(LINES, ID, &told);
            assert_eq!(status(&answer, "special-meeting-request-barred"), word, "{receipt}");
            assert_eq!(field(&answer, "value"), if word == "met" { "yes" } else { "no" });
        }
    }

    #[test]
    fn similar_business_alone_and_callers_whom_no_bar_reaches() {
        let lines = "special-meeting-bar since=\"the prior similar meeting\" until=\"12 months after the prior similar meeting\" business=\"similar\" for=\"stockholders\"";
        for (similar, receipt, word) in [
            ("yes", "2021-05-20", "unmet"),
            ("yes", "2021-05-21", "met"),
            ("no", "2021-05-20", "met"),
        ] {
            let told = [
                ("caller", "stockholders"),
                ("receipt", receipt),
                ("prior-similar-meeting", "2020-05-20"),
                ("similar-business", similar),
            ];
            assert_eq!(
                status(&ask_with_bylaws(lines, ID, &told), "special-meeting-request-barred"),
                word,
                "{similar} {receipt}"
            );
        }
        let told = [("caller", "president"), ("receipt", "2021-05-20")];
        assert!(
            ask_with_bylaws(lines, ID, &told)
                .remark
                .unwrap()
                .contains("no bar reaches")
        );
        assert!(ask_under("novell-2001", ID, &told).is_silent);
    }

    #[test]
    fn a_meeting_nobody_told_of_leaves_it_unknown() {
        let told = [
            ("caller", "stockholders"),
            ("receipt", "2021-05-20"),
            ("prior-annual-meeting", "2020-05-20"),
        ];
        assert_eq!(
            status(&ask_with_bylaws(LINES, ID, &told), "special-meeting-request-barred"),
            "unknown"
        );
    }
}
