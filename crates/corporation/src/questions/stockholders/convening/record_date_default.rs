//! # What is the record date when the board has fixed none?
//!
//! Answers to 8 Del. C. § 213(a) (close of business on the day before notice is given, or before the meeting if notice is
//! waived), and to the section of the bylaws on record dates.
//!
//! **Our reading.** The statute counts in calendar days and has no clause that lets bylaws say otherwise, so it fixes the
//! point; that reading is probable, not settled (decision 0003). A bylaw that counts business days is displaced where its
//! day differs, and the answer shows both. "If notice is waived" means waived by all who are entitled to it.
//!
//! For a dividend or another action it is the close of business on the day of the board's resolution (§ 213(c)). The default
//! for consents (§ 213(b)) turns on whether prior board action is needed and is asked apart.
//!
//! **What may vary.** Nothing, on our reading.
//!
//! **Not encoded.** A mixed case, notice given to some and waived by others: the statute does not say which limb applies.

use quorate_law::vocabulary::record_date_default::{DEFINITION, IF_WAIVED, POINT};
use quorate_law::{Reckoning, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, NOTICE_GIVEN, NOTICE_WAIVED, PURPOSE, RESOLUTION};

/// The question.
pub static QUESTION: Question = Question {
    id: "record-date-default",
    title: "What is the record date when the board has fixed none?",
    chapter: "stockholders",
    capabilities: &["S6"],
    source: include_str!("record_date_default.rs"),
    facts: &[&PURPOSE.spec, &NOTICE_GIVEN.spec, &NOTICE_WAIVED.spec, &MEETING_DATE.spec, &RESOLUTION.spec],
    shape: Shape::Day,
    reckoning: &[(Reckoning::Notice, "notice-given"), (Reckoning::Resolution, "resolution"), (Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let purpose = inquiry.need(&PURPOSE)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("purpose", purpose))?;
    // Notice that was given was not waived, unless somebody says so; what is no meeting has no notice.
    let is_waived = match (inquiry.known(&NOTICE_WAIVED), inquiry.known(&NOTICE_GIVEN)) {
        _ if purpose != "meeting" => false,
        (None, Some(_)) => false,
        _ => inquiry.need(&NOTICE_WAIVED)?,
    };
    let mut readings = Vec::new();
    for provision in &resolution.controlling {
        let phrase = if is_waived { provision.get(&IF_WAIVED) } else { provision.get(&POINT) };
        let Some(phrase) = phrase else { continue };
        let days = inquiry.point(phrase)?;
        for day in days.iter() {
            inquiry.show(format!("{}: {phrase}: {day}", provision.citation));
            let value = match phrase.hour_on(*day, inquiry.practice().close_of_business) {
                Some(moment) => Value::Moment(moment),
                None => Value::Day(*day),
            };
            readings.push(Reading {
                text: phrase.to_string(),
                value,
                because: format!("{} says so", provision.citation),
                is_preferred: readings.is_empty(),
                who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
            });
        }
    }
    match readings.as_slice() {
        [only] => Ok(only.value.clone().into()),
        [] => Err(Pause::Silent(&DEFINITION)),
        _ => Ok(Conclusion::Readings(readings)),
    }
}
