//! # Between which days must a stockholder's notice of business or of a nomination come, and did it?
//!
//! Answers to the sections of the bylaws on advance notice. No statute has such a rule; by the law of contracts, which governs
//! bylaws, a clear deadline is enforced as it is written, and a real doubt about electing directors is resolved for the holders.
//!
//! **Our reading.** A day so many days before another is counted back from it, and the day reached is in time; a day that ends
//! with the close of business ends with the hour kept as practice. Deadlines are not moved by Sundays or holidays. Where receipt
//! counts, the day on which the notice reached the corporation decides; where giving counts, the day on which it was mailed or
//! handed over. Of two events of which the earlier decides, one that is not stated is taken not to be earlier.
//! - A text that compares the day of the meeting with the anniversary of a mailing means the mailing, preferred, for so it says;
//!   or last year's meeting, for otherwise the exception is the rule.
//! - A window before a day of the year before, without the word anniversary, has always passed: it is read on the anniversary,
//!   and the letter is shown beside it.
//! - A window before this year's mailing has no days until that mailing is fixed; a planned day may be told.
//! - Two sections of one text that do not mention each other both bind, preferred; each alone is shown.
//! - A section that counts from the annual meeting and reaches special ones too is shown on its letter, and as setting no time.
//! - An adjourned meeting is the meeting first called, unless the text opens a new time; where it is silent both are shown.
//! - The anniversary of 29 February is 1 March for turning a notice away; both are shown.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** The federal rules on proposals to be included in the company's own papers; whether a deadline, or a change of
//! it, is inequitable.
//!
//! **Open question.** How a notice to the corporation is given by mail where the text says given and not received: the rule that
//! mail counts on deposit is written for notices to holders (2001 and 2006 texts).

use quorate_law::vocabulary::advance_notice::{COUNTS, DEFINITION};
use quorate_law::{Provision, Situation};

use super::facts::{
    AFTER_CLOSE, FOR_NEW_SEAT, LARGER_BOARD_DISCLOSURE, NOTICE_MAILING, PRIOR_MEETING, PRIOR_MEETING_HELD,
    PRIOR_NOTICE_MAILING, PRIOR_PROXY_MAILING, PROXY_MAILING, PUBLIC_DISCLOSURE, RECEIVED, SENT, SUBJECT, each_once,
    situation,
};
use super::timing::{Candidate, Part, candidates};
use crate::answer::{Day, Reading, Shape, Value};
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, MEETING_KIND, NOTICE_GIVEN, RECORD_DATE, finding};
use crate::questions::stockholders::conduct::adjournment_notice::ORIGINAL_MEETING_DATE;

/// The notice came too late.
pub static LATE: FindingDefinition = FindingDefinition {
    id: "advance-notice-late",
    title: "the stockholder's notice came too late",
    rank: Rank::Notice,
};

/// The notice came too early.
pub static EARLY: FindingDefinition = FindingDefinition {
    id: "advance-notice-early",
    title: "the stockholder's notice came too early",
    rank: Rank::Notice,
};

/// Who decides between readings of a deadline.
pub(super) const WHO_DECIDES: &str =
    "the chair of the meeting, on counsel's advice, and in the last resort the Court of Chancery";

/// The question.
pub static QUESTION: Question = Question {
    id: "advance-notice-window",
    title: "Between which days must a stockholder's notice of business or of a nomination come?",
    chapter: "stockholders",
    capabilities: &["S18", "S19"],
    source: include_str!("advance_notice_window.rs"),
    facts: &[
        &SUBJECT.spec,
        &MEETING_KIND.spec,
        &MEETING_DATE.spec,
        &ORIGINAL_MEETING_DATE.spec,
        &PRIOR_MEETING.spec,
        &PRIOR_MEETING_HELD.spec,
        &PRIOR_PROXY_MAILING.spec,
        &PRIOR_NOTICE_MAILING.spec,
        &PROXY_MAILING.spec,
        &NOTICE_MAILING.spec,
        &NOTICE_GIVEN.spec,
        &PUBLIC_DISCLOSURE.spec,
        &RECORD_DATE.spec,
        &FOR_NEW_SEAT.spec,
        &LARGER_BOARD_DISCLOSURE.spec,
        &RECEIVED.spec,
        &SENT.spec,
        &AFTER_CLOSE.spec,
    ],
    shape: Shape::Window,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&EARLY, &LATE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = situation(inquiry)?;
    let candidates = judge(inquiry, &situation)?;
    if let [only] = candidates.as_slice() {
        return Ok(Value::Window(only.window()).into());
    }
    let readings = candidates.iter().enumerate().map(|(index, candidate)| Reading {
        text: candidate.text.clone(),
        value: Value::Window(candidate.window()),
        because: candidate.because.clone(),
        is_preferred: index == 0,
        who_decides: WHO_DECIDES.to_owned(),
    });
    Ok(Conclusion::Readings(readings.collect()))
}

/// Every reading of the window, and whether the notice kept it.
///
/// # Errors
/// Pauses when no section speaks, or a day that one counts from is not known.
pub(super) fn judge<'a>(inquiry: &mut Inquiry<'a>, situation: &Situation) -> Result<Vec<Candidate<'a>>, Pause> {
    let candidates = candidates(inquiry, situation)?;
    let is_told = inquiry.known(&RECEIVED).is_some() || inquiry.known(&SENT).is_some();
    if is_told {
        for (definition, is_missed) in [(&EARLY, is_early as fn(Day, &Part<'_>, bool) -> bool), (&LATE, is_late)] {
            if let Some(found) = kept(inquiry, &candidates, definition, is_missed)? {
                inquiry.find(found);
            }
        }
    }
    Ok(candidates)
}

/// Before the window, or on its first day before the close of business at which it opens.
fn is_early(day: Day, part: &Part<'_>, after_close: bool) -> bool {
    part.window
        .earliest
        .is_some_and(|earliest| day < earliest || (day == earliest && part.opens_at_close && !after_close))
}

/// After the window, or on its last day after the close of business at which it ends.
fn is_late(day: Day, part: &Part<'_>, after_close: bool) -> bool {
    part.window
        .latest
        .is_some_and(|latest| day > latest || (day == latest && part.ends_at_close && after_close))
}

/// A finding on one end of the window: met or missed in every reading, or depending on it; none when the day is not told.
fn kept(
    inquiry: &mut Inquiry<'_>,
    candidates: &[Candidate<'_>],
    definition: &'static FindingDefinition,
    is_missed: fn(Day, &Part<'_>, bool) -> bool,
) -> Result<Option<Finding>, Pause> {
    let mut missed = Vec::new();
    for candidate in candidates {
        let mut is_candidate_missed = false;
        for part in &candidate.parts {
            let Some(day) = day_that_counts(inquiry, part) else {
                return Ok(None);
            };
            let is_on_edge = (part.ends_at_close && part.window.latest == Some(day))
                || (part.opens_at_close && part.window.earliest == Some(day));
            let after_close = is_on_edge && inquiry.need(&AFTER_CLOSE)?;
            is_candidate_missed |= is_missed(day, part, after_close);
        }
        missed.push(is_candidate_missed);
    }
    let provisions: Vec<&Provision> =
        each_once(candidates.iter().flat_map(|candidate| candidate.parts.iter().map(|part| part.provision)));
    let preferred = &candidates[0];
    let mut message = told(inquiry, preferred);
    let mut found = finding(definition, !missed[0], message.clone(), &provisions, vec!["received", "sent"]);
    if missed.iter().any(|is_missed| *is_missed != missed[0]) {
        found.status = FindingStatus::DependsOnReading;
        let others: Vec<String> = candidates
            .iter()
            .zip(&missed)
            .map(|(candidate, is_missed)| {
                format!("{}: {}, {}", candidate.text, candidate.window(), if *is_missed { "missed" } else { "kept" })
            })
            .collect();
        message.push_str("; by another reading it is not so");
        found.message = message;
        found.arithmetic = others;
    }
    if found.status != FindingStatus::Met {
        found.help = Some(cure(definition, preferred));
    }
    Ok(Some(found))
}

/// The day on which the notice counts for a section: its receipt or its giving.
fn day_that_counts(inquiry: &Inquiry<'_>, part: &Part<'_>) -> Option<Day> {
    let (received, sent) = (inquiry.known(&RECEIVED), inquiry.known(&SENT));
    if part.counts_giving() { sent.or(received) } else { received }
}

fn told(inquiry: &Inquiry<'_>, preferred: &Candidate<'_>) -> String {
    let each = preferred.parts.iter().map(|part| {
        let verb = part.provision.word(&COUNTS).map_or("received", |word| if word == "giving" { "given" } else { "received" });
        let day = day_that_counts(inquiry, part).map_or_else(String::new, |day| day.to_string());
        let close = if part.ends_at_close { ", until the close of business" } else { "" };
        let is_last = part.ends_at_close && part.window.latest == day_that_counts(inquiry, part);
        let hour = match inquiry.known(&AFTER_CLOSE) {
            Some(true) if is_last => ", after the close of business of the last day",
            _ => "",
        };
        format!("the notice was {verb} on {day}{hour}; {} asks for {}{close}", part.provision.citation.place(), part.window)
    });
    each.collect::<Vec<_>>().join("; ")
}

fn cure(definition: &FindingDefinition, preferred: &Candidate<'_>) -> String {
    let window = preferred.window();
    if definition.id == EARLY.id {
        return match window.earliest {
            Some(earliest) => format!("give the notice again on or after {earliest}"),
            None => "give the notice again in time".to_owned(),
        };
    }
    "have the board bring it, in the notice of the meeting or at its direction; the chair of the meeting declares whether it is properly brought".to_owned()
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answer, Value};
    use crate::testing::{ask_under, ask_with_bylaws, status};

    const ID: &str = "advance-notice-window";

    /// The readings' windows, the preferred first; the value's where there is one.
    fn windows(answer: &Answer) -> Vec<String> {
        let window = |value: &Value| match value {
            Value::Window(window) => window.to_string(),
            other => format!("{other:?}"),
        };
        match (&answer.value, answer.readings.is_empty()) {
            (Some(value), _) => vec![window(value)],
            (None, false) => answer.readings.iter().map(|reading| window(&reading.value)).collect(),
            (None, true) => answer.needs.iter().map(|unknown| format!("needs {}", unknown.fact)).collect(),
        }
    }

    #[test]
    fn the_exception_of_altiris_is_measured_from_the_mailing_or_from_the_meeting() {
        // The anniversary of the mailing is 10 April 2006, that of the meeting 19 May.
        let prior = [("prior-proxy-mailing", "2005-04-10"), ("prior-meeting", "2005-05-19"), ("public-disclosure", "2006-03-20")];
        let (usual, other) = ("on or before 2006-02-09", "on or before 2006-03-30");
        for subject in ["business", "nominations"] {
            for (meeting, expected) in [
                // Thirty days after the mailing's anniversary is 10 May, thirty before the meeting's 19 April.
                ("2006-05-10", vec![usual]),
                ("2006-05-11", vec![other, usual]),
                ("2006-06-18", vec![other, usual]),
                ("2006-06-19", vec![other]),
                ("2006-04-19", vec![usual]),
                ("2006-04-18", vec![usual, other]),
                ("2006-03-11", vec![usual, other]),
                ("2006-03-10", vec![other]),
            ] {
                let told: Vec<_> = prior.into_iter().chain([("subject", subject), ("meeting-date", meeting)]).collect();
                assert_eq!(windows(&ask_under("altiris-2006", ID, &told)), expected, "{meeting}");
            }
        }
    }

    #[test]
    fn the_tenth_day_ends_with_the_close_of_business() {
        let told = [("subject", "nominations"), ("meeting-kind", "special"), ("meeting-date", "2006-09-01")];
        let ask = |more: &[(&str, &str)]| {
            let told: Vec<_> = told.into_iter().chain(more.iter().copied()).collect();
            ask_under("altiris-2006", ID, &told)
        };
        // The earlier of the two decides; one that is not stated is not earlier.
        for (mailed, disclosed) in [("2006-07-20", "2006-07-25"), ("2006-07-22", "2006-07-20")] {
            let answer = ask(&[("notice-mailing", mailed), ("public-disclosure", disclosed)]);
            assert_eq!(windows(&answer), ["on or before 2006-07-30"]);
        }
        assert_eq!(windows(&ask(&[("notice-mailing", "2006-07-20")])), ["on or before 2006-07-30"]);
        assert_eq!(windows(&ask(&[])), ["needs notice-mailing"]);
        for (received, after_close, expected) in [
            ("2006-07-30", "no", "met"),
            ("2006-07-30", "yes", "unmet"),
            ("2006-07-29", "yes", "met"),
            ("2006-07-31", "no", "unmet"),
        ] {
            let answer = ask(&[("notice-mailing", "2006-07-20"), ("received", received), ("after-close-of-business", after_close)]);
            assert_eq!(status(&answer, "advance-notice-late"), expected, "{received} {after_close}");
        }
    }

    #[test]
    fn a_notice_between_two_readings_depends_on_them() {
        let told = [
            ("meeting-date", "2006-05-18"),
            ("prior-proxy-mailing", "2005-04-10"),
            ("prior-meeting", "2005-05-19"),
            ("public-disclosure", "2006-03-20"),
        ];
        for (received, expected) in [
            ("2006-02-09", "met"),
            ("2006-02-10", "depends on the reading"),
            ("2006-03-30", "depends on the reading"),
            ("2006-03-31", "unmet"),
        ] {
            let told: Vec<_> = told.into_iter().chain([("received", received)]).collect();
            assert_eq!(status(&ask_under("altiris-2006", ID, &told), "advance-notice-late"), expected, "{received}");
        }
    }

    #[test]
    fn two_sections_of_novell_are_shown_together_and_apart() {
        // 60 days before 1 March 2002 is 31 December 2001; 90 days before 17 April 2002 is 17 January.
        let told = [("prior-notice-mailing", "2001-03-01"), ("meeting-date", "2002-04-17"), ("subject", "nominations")];
        let answer = ask_under("novell-2001", ID, &told);
        assert_eq!(windows(&answer), ["on or before 2001-12-31",
                "on or before 2002-01-17",
                "on or before 2001-12-31"]);
        for (received, sent, expected) in [
            ("2001-12-31", "2001-12-27", "met"),
            ("2002-01-02", "2001-12-31", "depends on the reading"),
            ("2002-01-22", "2002-01-17", "depends on the reading"),
            ("2002-01-22", "2002-01-18", "unmet"),
        ] {
            let told: Vec<_> = told.into_iter().chain([("received", received), ("sent", sent)]).collect();
            assert_eq!(status(&ask_under("novell-2001", ID, &told), "advance-notice-late"), expected, "{received} {sent}");
        }
        // Business has one section, and it counts receipt.
        let told = [("prior-notice-mailing", "2001-03-01"), ("meeting-date", "2002-04-17"), ("received", "2002-01-01"), ("sent", "2001-12-31")];
        let answer = ask_under("novell-2001", ID, &told);
        assert_eq!((windows(&answer), status(&answer, "advance-notice-late")), (vec!["on or before 2001-12-31".to_owned()], "unmet"));
    }

    #[test]
    fn a_special_meeting_is_not_measured_by_the_annual_one_alone() {
        let told = [
            ("prior-notice-mailing", "2001-03-01"),
            ("meeting-date", "2002-09-12"),
            ("meeting-kind", "special"),
            ("subject", "nominations"),
            ("notice-given", "2002-08-05"),
        ];
        let expected = ["on or before 2002-08-12", "on or before 2001-12-31", "on or before 2001-12-31", "any day"];
        let answer = ask_under("novell-2001", ID, &told);
        assert_eq!(windows(&answer), expected);
        assert!(answer.readings[0].is_preferred && answer.readings[0].text.contains("3.13"));
    }

    #[test]
    fn a_window_before_a_day_of_the_year_before_is_read_on_its_anniversary() {
        // 120 and 90 days before 15 July 2003 are 17 March and 16 April; the letter is the same days of 2002.
        let told = [("prior-proxy-mailing", "2002-07-15"), ("prior-meeting", "2002-08-27"), ("meeting-date", "2003-08-26")];
        let (meant, letter) = ("2003-03-17 to 2003-04-16, both included", "2002-03-17 to 2002-04-16, both included");
        for subject in ["business", "nominations"] {
            let told: Vec<_> = told.into_iter().chain([("subject", subject)]).collect();
            assert_eq!(windows(&ask_under("raining-data-2001", ID, &told)), [meant, letter]);
        }
        for (received, early, late) in [
            ("2003-03-16", "depends on the reading", "depends on the reading"),
            ("2003-03-17", "met", "depends on the reading"),
            ("2003-04-16", "met", "depends on the reading"),
            ("2003-04-17", "met", "unmet"),
        ] {
            let told: Vec<_> = told.into_iter().chain([("received", received)]).collect();
            let answer = ask_under("raining-data-2001", ID, &told);
            assert_eq!(status(&answer, "advance-notice-late"), late, "{received}");
            if early == "met" {
                assert_eq!(status(&answer, "advance-notice-early"), early, "{received}");
            }
        }
    }

    #[test]
    fn a_meeting_moved_by_more_than_thirty_days_counts_from_this_years_mailing() {
        let told = [("prior-proxy-mailing", "2002-07-15"), ("prior-meeting", "2002-08-27"), ("proxy-mailing", "2003-09-01")];
        // 90 and 120 days before 1 September 2003 are 3 June and 4 May.
        let (moved, meant) = ("2003-05-04 to 2003-06-03, both included", "2003-03-17 to 2003-04-16, both included");
        for (meeting, expected) in [("2003-07-28", meant), ("2003-07-27", moved), ("2003-09-26", meant), ("2003-09-27", moved)] {
            let told: Vec<_> = told.into_iter().chain([("meeting-date", meeting)]).collect();
            assert_eq!(windows(&ask_under("raining-data-2001", ID, &told))[0], expected, "{meeting}");
        }
        let told = [("prior-meeting-held", "no"), ("meeting-date", "2003-10-10")];
        assert_eq!(windows(&ask_under("raining-data-2001", ID, &told)), ["needs proxy-mailing"]);
    }

    #[test]
    fn a_larger_board_announced_late_has_a_day_of_its_own() {
        let bylaws = "advance-notice latest=\"close of business on the eightieth day before the anniversary of the prior meeting\" larger-board-announced=\"95 days before the anniversary of the prior meeting\" new-seats-latest=\"close of business on the eleventh day following the larger board disclosure\" counts=\"receipt\"";
        // 80 days before 1 June 2021 is 13 March, 95 days 26 February.
        for (seat, disclosed, expected) in [
            ("yes", "2021-02-26", "on or before 2021-03-13"),
            ("yes", "2021-02-27", "on or before 2021-03-13"),
            ("yes", "2021-03-03", "on or before 2021-03-14"),
            ("no", "2021-03-03", "on or before 2021-03-13"),
        ] {
            let told = [("prior-meeting", "2020-06-01"), ("meeting-date", "2021-06-03"), ("for-new-seat", seat), ("larger-board-disclosure", disclosed)];
            assert_eq!(windows(&ask_with_bylaws(bylaws, ID, &told)), [expected], "{seat} {disclosed}");
        }
    }

    #[test]
    fn an_adjournment_opens_no_new_time_where_the_text_says_so() {
        let told = [("meeting-date", "2021-07-01"), ("original-meeting-date", "2021-06-01")];
        let ask = |reopens: &str| {
            let bylaws = format!("advance-notice latest=\"30 days before the meeting\" counts=\"giving\" {reopens}");
            windows(&ask_with_bylaws(&bylaws, ID, &told))
        };
        let (kept, moved) = ("on or before 2021-05-02", "on or before 2021-06-01");
        assert_eq!(ask("adjournment-reopens=#false"), [kept]);
        assert_eq!(ask("adjournment-reopens=#true"), [moved]);
        assert_eq!(ask(""), [kept, moved]);
    }

    #[test]
    fn an_anniversary_of_29_february_has_two_days() {
        let bylaws = "advance-notice latest=\"10 days before the anniversary of the prior meeting\" counts=\"receipt\"";
        let told = [("prior-meeting", "2020-02-29")];
        assert_eq!(windows(&ask_with_bylaws(bylaws, ID, &told)), ["on or before 2021-02-19", "on or before 2021-02-18"]);
    }
}
