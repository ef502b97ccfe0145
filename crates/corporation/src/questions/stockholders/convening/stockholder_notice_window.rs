//! # When must notice of a stockholders' meeting be given, and was it given in time?
//!
//! Answers to 8 Del. C. § 222(b) (ten to sixty days), §§ 251(c), 262(d)(1) and 271(a) (twenty days for a merger, an appraisal
//! or a sale of all assets), and to the section of the bylaws on notice of meetings.
//!
//! **Our reading.** The day of the meeting is not counted; days are calendar days counted back from it; the day reached is in
//! time, at both ends. Not less than 10 nor more than 60 days before a meeting on M is M − 60 to M − 10, both included. No
//! weekend or holiday moves it. The law is that of the day on which notice is given. A bylaw's window and the statute's are
//! intersected. Of several matters at one meeting the strictest window counts. A defect that everyone entitled to notice has
//! waived, or from which papers of those who were absent free the meeting, is waived.
//!
//! **What may vary.** Certificate or bylaws may narrow the statute's window and may not widen it.
//!
//! **Not encoded.** Conversions and transfers (§§ 266 and 390, twenty days), which are not among the matters. Whether the facts of a case would lead a court to let a defective meeting stand in equity.

use quorate_law::Reckoning;
use quorate_law::vocabulary::stockholder_notice::{DEFINITION, FORM, WINDOW};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE, MEETING_KIND, MEETING_VALIDATED, NOTICE_GIVEN, NOTICE_WAIVED, counted, finding, meeting_situation, unless_waived};

/// Notice came too late before the meeting.
pub static TOO_SHORT: FindingDefinition =
    FindingDefinition { id: "stockholder-notice-too-short", title: "notice of the meeting was given too late", rank: Rank::Notice };

/// Notice came too early before the meeting.
pub static TOO_LONG: FindingDefinition =
    FindingDefinition { id: "stockholder-notice-too-early", title: "notice of the meeting was given too early", rank: Rank::Notice };

/// No notice was given.
pub static NOT_GIVEN: FindingDefinition = FindingDefinition {
    id: "stockholder-notice-not-given",
    title: "no notice of the meeting was given",
    rank: Rank::Notice,
};

/// Whether any notice was given.
static GIVEN_AT_ALL: Fact<bool> = Fact::new("notice-given-at-all", "whether any notice of the meeting was given");

/// The question.
pub static QUESTION: Question = Question {
    id: "stockholder-notice-window",
    title: "When must notice of a stockholders' meeting be given?",
    chapter: "stockholders",
    capabilities: &["S5", "N1", "T2"],
    source: include_str!("stockholder_notice_window.rs"),
    facts: &[&MEETING_DATE.spec, &MEETING_KIND.spec, &MATTERS.spec, &NOTICE_GIVEN.spec, &NOTICE_WAIVED.spec, &MEETING_VALIDATED.spec, &GIVEN_AT_ALL.spec],
    shape: Shape::Window,
    reckoning: &[(Reckoning::Notice, "notice-given"), (Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&NOT_GIVEN, &TOO_SHORT, &TOO_LONG],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = meeting_situation(inquiry)?;
    let meeting = inquiry.need(&MEETING_DATE)?;
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    let (window, each) = inquiry.windows_together(&resolution, &WINDOW)?;
    for provision in &resolution.controlling {
        if let Some(form) = provision.word(&FORM) {
            inquiry.show(format!("{}: in {form}", provision.citation));
        }
    }
    if inquiry.known(&GIVEN_AT_ALL) == Some(false) {
        let mut authority: Vec<_> = each.iter().map(|(provision, _)| *provision).collect();
        authority.reverse();
        let message = "no notice of the meeting was given".to_owned();
        let mut found = finding(&NOT_GIVEN, false, message, &authority, vec!["meeting-date"]);
        found.help = Some("give notice and hold the meeting again, or obtain written waivers from everyone entitled to notice".to_owned());
        let found = unless_waived(inquiry, found);
 inquiry.find(found);
    }
    if let Some(given) = inquiry.known(&NOTICE_GIVEN) {
        let days = given.days_until(meeting);
        // The bylaws' own section first: it is the one the secretary reads.
        let broken = |too_late: bool| {
            let mut broken: Vec<_> = each
                .iter()
                .filter(|(_, window)| match too_late {
                    true => window.latest.is_some_and(|latest| given > latest),
                    false => window.earliest.is_some_and(|earliest| given < earliest),
                })
                .map(|(provision, _)| *provision)
                .collect();
            if broken.is_empty() {
                broken = each.iter().map(|(provision, _)| *provision).collect();
            }
            broken.reverse();
            broken
        };
        if let Some(latest) = window.latest {
            let is_met = given <= latest;
            let needed = latest.days_until(meeting);
            let message = format!("notice given {}; at least {needed} are required", days_before(days));
            let mut found = finding(&TOO_SHORT, is_met, message, &broken(true), vec!["notice-given", "meeting-date"]);
            found.arithmetic.push(format!("{meeting} − {} = {latest}; notice {given}", counted(needed, "day")));
            if !is_met {
                let hold = given.plus_days(needed).map_or_else(|_| String::new(), |day| format!("hold the meeting on or after {day}, or "));
                found.help = Some(format!("{hold}obtain written waivers from everyone entitled to notice"));
            }
            let found = unless_waived(inquiry, found);
 inquiry.find(found);
        }
        if let Some(earliest) = window.earliest {
            let is_met = given >= earliest;
            let allowed = earliest.days_until(meeting);
            let message = format!("notice given {}; at most {allowed} are allowed", days_before(days));
            let mut found = finding(&TOO_LONG, is_met, message, &broken(false), vec!["notice-given", "meeting-date"]);
            found.arithmetic.push(format!("{meeting} − {} = {earliest}; notice {given}", counted(allowed, "day")));
            if !is_met {
                found.help = Some(format!("give notice again on or after {earliest}, or obtain written waivers from everyone entitled to notice"));
            }
            let found = unless_waived(inquiry, found);
 inquiry.find(found);
        }
    }
    Ok(Value::Window(window).into())
}

fn days_before(days: i64) -> String {
    match days {
        0 => "on the day of the meeting".to_owned(),
        days if days < 0 => format!("{} after the meeting", counted(-days, "day")),
        days => format!("{} before the meeting", counted(days, "day")),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    #[test]
    fn the_window_and_one_past_each_end() {
        let bylaws = "stockholder-notice \"not less than 15 nor more than 45 days before the meeting\"";
        // 17 April 2002 − 15 = 2 April; − 45 = 3 March.
        for (given, short, early) in [
            ("2002-04-02", "met", "met"),
            ("2002-04-03", "unmet", "met"),
            ("2002-03-03", "met", "met"),
            ("2002-03-02", "met", "unmet"),
        ] {
            let told = [("meeting-date", "2002-04-17"), ("notice-given", given)];
            let answer = ask_with_bylaws(bylaws, "stockholder-notice-window", &told);
            assert_eq!((field(&answer, "earliest"), field(&answer, "latest")), ("2002-03-03".into(), "2002-04-02".into()));
            assert_eq!(status(&answer, "stockholder-notice-too-short"), short, "{given}");
            assert_eq!(status(&answer, "stockholder-notice-too-early"), early, "{given}");
        }
    }

    #[test]
    fn a_looser_bylaw_is_tightened_to_the_statute() {
        let bylaws = "stockholder-notice \"not less than 5 nor more than 90 days before the meeting\"";
        let answer = ask_with_bylaws(bylaws, "stockholder-notice-window", &[("meeting-date", "2002-04-17")]);
        assert_eq!((field(&answer, "earliest"), field(&answer, "latest")), ("2002-02-16".into(), "2002-04-07".into()));
        assert_eq!(answer.controls_word(), "both");
    }

    #[test]
    fn a_merger_takes_twenty_days_under_bylaws_that_do_not_say_so() {
        let told = [("meeting-date", "2002-04-17"), ("matters", "merger")];
        let answer = ask_under("novell-2001", "stockholder-notice-window", &told);
        assert_eq!(field(&answer, "latest"), "2002-03-28");
    }

    #[test]
    fn waiver_by_everyone_is_said_of_the_finding() {
        let told = [("meeting-date", "2002-04-17"), ("notice-given", "2002-04-08"), ("notice-waived", "yes")];
        let answer = ask_under("novell-2001", "stockholder-notice-window", &told);
        assert_eq!(status(&answer, "stockholder-notice-too-short"), "waived");
    }
}
