//! # In which days must enough consents be delivered?
//!
//! Answers to 8 Del. C. § 228(c) (to 31 July 2017 sixty days from the earliest date on a consent delivered, from 1 August 2017
//! sixty days from the first delivery), and to the section of the bylaws on consents.
//!
//! **Our reading.** The statute fixes the period. A bylaw that still counts from the earliest date is displaced from 1 August
//! 2017, and its own days are shown. The day counted from is not counted; the sixtieth is in time. The law is that of the day
//! of the first delivery, so a solicitation that a change of law overtakes keeps the law under which it was opened.
//!
//! **What may vary.** Nothing, on our reading.
//!
//! **Not encoded.** Whether the earliest dated consent was good in other respects: a consent that is void may start no period.
//!
//! **Open question.** To which consents the amending act of 2017 applies (81 Del. Laws, c. 86, § 40), which our sources do not show.
//! Whether a consent that was revoked keeps the date that it gave.

use quorate_calendar::Day;
use quorate_law::vocabulary::consent_period::{DEFINITION, WINDOW};
use quorate_law::{Provision, Reckoning, Situation};

use super::facts::{ENOUGH_DELIVERED, FIRST_DELIVERY};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// The earliest date on a consent.
pub static EARLIEST_DATE: Fact<Day> =
    Fact::new("earliest-date", "the earliest date of signature on a consent that was delivered");

/// Too late.
pub static TOO_LATE: FindingDefinition = FindingDefinition {
    id: "consents-delivered-too-late",
    title: "enough consents were delivered only after the time for them had run out",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "consent-period",
    title: "In which days must enough consents be delivered?",
    chapter: "stockholders",
    capabilities: &["S20", "T2"],
    source: include_str!("consent_period.rs"),
    facts: &[&EARLIEST_DATE.spec, &FIRST_DELIVERY.spec, &ENOUGH_DELIVERED.spec],
    shape: Shape::Window,
    reckoning: &[(Reckoning::Conduct, "first-delivery")],
    provisions: &[&DEFINITION],
    findings: &[&TOO_LATE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let (window, each) = inquiry.windows_together(&resolution, &WINDOW)?;
    let authority: Vec<&Provision> = each.iter().map(|(provision, _)| *provision).collect();
    if let (Some(delivered), Some(latest)) = (inquiry.known(&ENOUGH_DELIVERED), window.latest) {
        let is_met = delivered <= latest;
        let message = format!("enough consents were delivered on {delivered}; the last day was {latest}");
        let mut found = finding(&TOO_LATE, is_met, message, &authority, vec!["sufficient-delivery"]);
        found.help = (!is_met).then(|| "gather consents anew; those delivered later start a period of their own".to_owned());
        inquiry.find(found);
    }
    Ok(Value::Window(window).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, status};

    #[test]
    fn sixty_days_from_the_date_and_later_from_the_delivery() {
        for (first, date, enough, latest, word) in [
            ("2017-07-31", "2017-07-20", "2017-09-18", "2017-09-18", "met"),
            ("2017-07-31", "2017-07-20", "2017-09-19", "2017-09-18", "unmet"),
            ("2017-08-01", "2017-07-20", "2017-09-30", "2017-09-30", "met"),
            ("2017-08-01", "2017-07-20", "2017-10-01", "2017-09-30", "unmet"),
        ] {
            for set in ["novell-2001", "raining-data-2001"] {
                let told = [("first-delivery", first), ("earliest-date", date), ("sufficient-delivery", enough)];
                let answer = ask_under(set, "consent-period", &told);
                assert_eq!(field(&answer, "latest"), latest, "{set} {first}");
                assert_eq!(status(&answer, "consents-delivered-too-late"), word, "{set} {enough}");
            }
        }
    }
}
