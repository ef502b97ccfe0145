//! # What may be done at an adjourned meeting, and what without a quorum?
//!
//! Answers to 8 Del. C. § 222(c) (an adjourned meeting may do any business which might have been done at the original one), to
//! § 216 (a quorum is for the transaction of business), and to the section of the bylaws on adjourned meetings.
//!
//! **Our reading.** Adjourning needs no quorum where the text gives a power without one; that is `adjournment-power`. Nothing else
//! is done without a quorum, whether the text says so or only asks for a quorum to do business. What was done while there was a
//! quorum stands, for it was done with one. Whether there is a quorum is told as the question on the quorum has it, its rule on
//! withdrawal included. Business that could not have been done at the original meeting, because its notice did not reach it or it was
//! not properly brought, cannot be done at the adjourned one either.
//!
//! **What may vary.** A text may ask for more.
//!
//! **Not encoded.** Business of which a new and full notice was given for the adjourned meeting: that notice is judged as a meeting's own.

use quorate_law::vocabulary::adjourned_business::{DEFINITION, DONE_STANDS, NEEDS_QUORUM, ORIGINAL, WITHOUT_QUORUM};
use quorate_law::vocabulary::stockholder_quorum;
use quorate_law::{Provision, Reckoning, Situation};

use super::adjournment_power::IS_QUORATE;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding};

/// Business was done without a quorum.
pub static WITHOUT: FindingDefinition = FindingDefinition {
    id: "business-without-quorum",
    title: "business other than adjourning was done without a quorum",
    rank: Rank::Quorum,
};
/// It is no business of the original meeting.
pub static NEW_BUSINESS: FindingDefinition = FindingDefinition {
    id: "business-not-of-original-meeting",
    title: "the adjourned meeting did what the original one could not have done",
    rank: Rank::Limits,
};

/// Whether the meeting is an adjourned one.
pub static IS_ADJOURNED_MEETING: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "is-adjourned-meeting",
        "whether the meeting goes on after an adjournment",
    );
    fact.spec.otherwise = Some("yes");
    fact
};
/// The business.
pub static BUSINESS: Fact<&'static str> = Fact::word(
    "business",
    &["adjourning", "other"],
    "what is done: adjourning, or anything else",
)
.otherwise("other");
/// Whether it was done while there was a quorum.
pub static DONE_WHILE_QUORATE: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "done-while-quorate",
        "whether it was done while there was a quorum, before there was none",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// Whether it might have been done at the original meeting.
pub static MIGHT_HAVE_BEEN_DONE: Fact<bool> = Fact::new(
    "might-have-been-done",
    "whether the business might have been done at the original meeting",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "adjourned-meeting-business",
    title: "What may be done at an adjourned meeting, and what without a quorum?",
    chapter: "stockholders",
    capabilities: &["S9"],
    source: include_str!("adjourned_meeting_business.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &BUSINESS.spec,
        &IS_QUORATE.spec,
        &DONE_WHILE_QUORATE.spec,
        &IS_ADJOURNED_MEETING.spec,
        &MIGHT_HAVE_BEEN_DONE.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION, &stockholder_quorum::DEFINITION],
    findings: &[&WITHOUT, &NEW_BUSINESS],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let provisions = resolution.controlling;
    if provisions.is_empty() && inquiry.only_source().is_some() {
        return Err(Pause::Silent(&DEFINITION));
    }
    for provision in &provisions {
        show(inquiry, provision);
    }
    if inquiry.need(&BUSINESS)? == "adjourning" {
        return Ok(Value::YesNo(true).into());
    }
    if !with_quorum(inquiry, &provisions)? {
        return Ok(Value::YesNo(false).into());
    }
    let may = !inquiry.need(&IS_ADJOURNED_MEETING)? || of_the_original(inquiry, &provisions)?;
    Ok(Value::YesNo(may).into())
}

/// Writes down what a provision says.
fn show(inquiry: &mut Inquiry<'_>, provision: &Provision) {
    let says = [
        (
            provision.says(&ORIGINAL),
            "the adjourned meeting may do what the original one might have done",
        ),
        (provision.says(&NEEDS_QUORUM), "it may do so with a quorum of its own"),
        (
            provision.word(&WITHOUT_QUORUM).is_some(),
            "without a quorum nothing but adjourning is done",
        ),
        (
            provision.says(&DONE_STANDS),
            "what was done while there was a quorum stands",
        ),
    ];
    for (_, words) in says.into_iter().filter(|(is_said, _)| *is_said) {
        inquiry.show(format!("{}: {words}", provision.citation));
    }
}

/// Whether there is the quorum that business takes, or was when it was done.
fn with_quorum(inquiry: &mut Inquiry<'_>, provisions: &[&Provision]) -> Result<bool, Pause> {
    let is_quorate = inquiry.need(&IS_QUORATE)?;
    let was_quorate = !is_quorate && inquiry.need(&DONE_WHILE_QUORATE)?;
    let stated: Vec<&Provision> = provisions
        .iter()
        .copied()
        .filter(|provision| {
            provision.word(&WITHOUT_QUORUM).is_some()
                || provision.says(&NEEDS_QUORUM)
                || (was_quorate && provision.says(&DONE_STANDS))
        })
        .collect();
    // A text that asks for a quorum to do business says as much.
    let authority = if stated.is_empty() {
        inquiry
            .consult(&stockholder_quorum::DEFINITION, &Situation::general())?
            .controlling
    } else {
        stated
    };
    let message = match (is_quorate, was_quorate) {
        (true, _) => "there is a quorum",
        (false, true) => "it was done while there was a quorum, and stands",
        (false, false) => "there is no quorum, and what is done is more than adjourning",
    };
    let is_met = is_quorate || was_quorate;
    let mut found = finding(&WITHOUT, is_met, message.to_owned(), &authority, vec!["is-quorate"]);
    found.help = (!is_met).then(|| "adjourn, and do the business when there is a quorum".to_owned());
    inquiry.find(found);
    Ok(is_met)
}

/// Whether the business might have been done at the original meeting, where a text limits the adjourned one to that.
fn of_the_original(inquiry: &mut Inquiry<'_>, provisions: &[&Provision]) -> Result<bool, Pause> {
    let limiting: Vec<&Provision> = provisions
        .iter()
        .copied()
        .filter(|provision| provision.says(&ORIGINAL))
        .collect();
    if limiting.is_empty() {
        return Ok(true);
    }
    let is_met = inquiry.need(&MIGHT_HAVE_BEEN_DONE)?;
    let message = if is_met {
        "the business might have been done at the original meeting"
    } else {
        "the business could not have been done at the original meeting"
    };
    let mut found = finding(
        &NEW_BUSINESS,
        is_met,
        message.to_owned(),
        &limiting,
        vec!["might-have-been-done"],
    );
    found.help = (!is_met).then(|| "call a meeting for it, with its own notice".to_owned());
    inquiry.find(found);
    Ok(is_met)
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    const ID: &str = "adjourned-meeting-business";

    #[test]
    fn without_a_quorum_nothing_but_adjourning() {
        for (business, quorate, before, value, found) in [
            ("adjourning", "no", "no", "yes", "none"),
            ("other", "no", "no", "no", "unmet"),
            ("other", "no", "yes", "yes", "met"),
            ("other", "yes", "no", "yes", "met"),
        ] {
            let told = [
                ("meeting-date", "2007-05-02"),
                ("business", business),
                ("is-quorate", quorate),
                ("done-while-quorate", before),
                ("might-have-been-done", "yes"),
            ];
            for set in ["altiris-2006", "novell-2001", "raining-data-2001"] {
                let answer = ask_under(set, ID, &told);
                assert_eq!(field(&answer, "value"), value, "{set} {told:?}");
                assert_eq!(status(&answer, "business-without-quorum"), found, "{set} {told:?}");
            }
            assert_eq!(field(&ask_with_bylaws(SILENT, ID, &told), "value"), value);
        }
    }

    #[test]
    fn an_adjourned_meeting_does_what_the_original_might_have_done() {
        for (adjourned, might, value, found) in [
            ("yes", "yes", "yes", "met"),
            ("yes", "no", "no", "unmet"),
            ("no", "no", "yes", "none"),
        ] {
            let told = [
                ("meeting-date", "2007-05-02"),
                ("is-quorate", "yes"),
                ("is-adjourned-meeting", adjourned),
                ("might-have-been-done", might),
            ];
            let answer = ask_with_bylaws(SILENT, ID, &told);
            assert_eq!(field(&answer, "value"), value, "{told:?}");
            assert_eq!(status(&answer, "business-not-of-original-meeting"), found, "{told:?}");
        }
    }
}
