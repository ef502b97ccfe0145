//! # From which day may the court order an annual meeting that was not held?
//!
//! Answers to 8 Del. C. § 211(c) (no annual meeting for 30 days after the date designated for it, or where none was designated
//! for 13 months after the latest of the organization, the last annual meeting and the last consent electing directors), and
//! to the section of the bylaws on an annual meeting that elected no board.
//!
//! **Our reading.** The period must have passed without a meeting: its last day is still the corporation's, and a stockholder
//! or director may apply on the day after. The 30 days are counted from the day after the date designated; 13 months end on
//! the day of the same number, or the last day of a shorter month. A day that the bylaws themselves give is designated. Of the
//! events from which the months run the latest counts, and an event that nobody states has not happened. A meeting that was
//! held ends the failure, however late.
//!
//! **What may vary.** Nothing. Bylaws may besides say where the election is made up for.
//!
//! **Not encoded.** Whether the court orders the meeting, which is in its discretion; the time, place, record dates and form
//! of notice that it sets; what consents stand for an annual meeting.

use quorate_calendar::Day;
use quorate_law::vocabulary::court_ordered_meeting::{APPLICANTS, DATE, DEFINITION, PERIOD, QUORUM};
use quorate_law::vocabulary::{annual_meeting, missed_election};
use quorate_law::{Provision, Reckoning, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;
use crate::questions::stockholders::convening::annual_meeting_date::{self, DESIGNATED, DESIGNATED_DAY, YEAR};

static DATE_DESIGNATED: Fact<bool> = Fact::new(
    "date-designated",
    "whether a date was designated for the annual meeting",
);
static ORGANIZATION: Fact<Day> = Fact::new("organization", "the day on which the corporation was organized");
static LAST_ANNUAL: Fact<Day> = Fact::new("last-annual-meeting", "the day of the last annual meeting");
static LAST_CONSENT: Fact<Day> = Fact::new(
    "last-consent-electing-directors",
    "the day of the last written consent that elected directors in place of an annual meeting",
);
static HELD_ON: Fact<Day> = Fact::new("held-on", "the day on which the annual meeting was held after all");
static AS_OF: Fact<Day> = Fact::new("as-of", "the day on which it is asked");

/// No annual meeting.
pub static NOT_HELD: FindingDefinition = FindingDefinition {
    id: "annual-meeting-not-held",
    title: "no annual meeting was held in the time after which the court may order one",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "annual-meeting-failure",
    title: "From which day may the court order an annual meeting?",
    chapter: "stockholders",
    capabilities: &["S22", "T1"],
    source: include_str!("annual_meeting_failure.rs"),
    facts: &[
        &DESIGNATED_DAY.spec,
        &DESIGNATED.spec,
        &YEAR.spec,
        &DATE_DESIGNATED.spec,
        &ORGANIZATION.spec,
        &LAST_ANNUAL.spec,
        &LAST_CONSENT.spec,
        &HELD_ON.spec,
        &AS_OF.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[(Reckoning::Conduct, "as-of")],
    provisions: &[&DEFINITION, &missed_election::DEFINITION, &annual_meeting::DEFINITION],
    findings: &[&NOT_HELD],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let designated = designated(inquiry)?;
    let word = if designated.is_some() {
        "designated"
    } else {
        "not designated"
    };
    let applying: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.word(&DATE) == Some(word))
        .collect();
    let Some((last, decisive)) = last_day(inquiry, &applying, designated)? else {
        return Err(crate::inquiry::unknown(&LAST_ANNUAL.spec));
    };
    let from = last
        .plus_days(1)
        .map_err(|error| Pause::Impossible(error.to_string()))?;
    inquiry.show(format!("the period ends on {last}; application from {from}"));
    judge(inquiry, decisive, from, designated);
    let mut fields = vec![("from".to_owned(), from.to_string())];
    fields.extend(
        decisive
            .word(&APPLICANTS)
            .map(|who| ("applicants".to_owned(), who.to_owned())),
    );
    fields.extend(
        decisive
            .word(&QUORUM)
            .map(|quorum| ("quorum".to_owned(), quorum.to_owned())),
    );
    let made_up = inquiry.consult(&missed_election::DEFINITION, &Situation::general())?;
    if let Some(provision) = made_up.first() {
        let at = provision.word(&missed_election::AT).unwrap_or_default();
        let when = provision
            .word(&missed_election::WHEN)
            .map_or_else(String::new, |when| format!(", {when}"));
        fields.push(("election-at".to_owned(), format!("{at}{when}")));
    }
    Ok(Value::Tally(fields).into())
}

/// The day designated: as told, or as the bylaws give it for the year; none where none was designated.
fn designated(inquiry: &mut Inquiry<'_>) -> Result<Option<Day>, Pause> {
    let told = inquiry
        .known(&DESIGNATED_DAY)
        .or_else(|| inquiry.known(&DESIGNATED).map(|moment| moment.day));
    if told.is_some() {
        return Ok(told);
    }
    if inquiry.known(&DATE_DESIGNATED) == Some(false) {
        return Ok(None);
    }
    if inquiry.known(&YEAR).is_some() {
        return match (annual_meeting_date::QUESTION.ask)(inquiry) {
            Ok(Conclusion::Value(value)) => Ok(day_of(&value)),
            Ok(Conclusion::Readings(readings)) => Ok(readings.first().and_then(|reading| day_of(&reading.value))),
            Err(Pause::NotApplicable(_) | Pause::Silent(_)) => Ok(None),
            Err(other) => Err(other),
        };
    }
    if inquiry.need(&DATE_DESIGNATED)? {
        return Err(crate::inquiry::unknown(&DESIGNATED_DAY.spec));
    }
    Ok(None)
}

fn day_of(value: &Value) -> Option<Day> {
    match value {
        Value::Day(day) => Some(*day),
        Value::Moment(moment) => Some(moment.day),
        _ => None,
    }
}

/// The last day of the period that ends last, and the provision that sets it.
fn last_day<'a>(
    inquiry: &mut Inquiry<'a>,
    applying: &[&'a Provision],
    designated: Option<Day>,
) -> Result<Option<(Day, &'a Provision)>, Pause> {
    let mut last: Option<(Day, &'a Provision)> = None;
    for provision in applying.iter().copied() {
        let Some(phrase) = provision.get(&PERIOD) else { continue };
        // A day that the bylaws give is designated though no fact of the question tells it.
        let window = match designated {
            Some(day) => phrase
                .evaluate(
                    &|event| (event == "designated day").then_some(day),
                    &inquiry.practice().business_days,
                )
                .map_err(|error| Pause::Impossible(error.to_string())),
            None => inquiry.window(phrase),
        };
        let end = match window {
            Ok(window) => window.earlier().latest,
            Err(Pause::Unknown { .. }) => continue,
            Err(other) => return Err(other),
        };
        let Some(end) = end else { continue };
        inquiry.show(format!("{}: {phrase}: until {end}", provision.citation));
        if last.is_none_or(|(known, _)| end > known) {
            last = Some((end, provision));
        }
    }
    Ok(last)
}

fn judge(inquiry: &mut Inquiry<'_>, decisive: &Provision, from: Day, designated: Option<Day>) {
    let Some(as_of) = inquiry.known(&AS_OF) else { return };
    let held = inquiry.known(&HELD_ON).filter(|held| *held <= as_of);
    let is_met = held.is_some() || as_of < from;
    let missed = designated.map_or_else(
        || "no date was designated".to_owned(),
        |day| format!("it was designated for {day}"),
    );
    let message = match held {
        Some(day) => format!("the annual meeting was held on {day}"),
        None => format!("by {as_of} no annual meeting was held; {missed}; the court may order one from {from}"),
    };
    let mut found = finding(&NOT_HELD, is_met, message, &[decisive], vec![AS_OF.spec.name]);
    found.help =
        (!is_met).then(|| "hold the annual meeting, before somebody applies to the Court of Chancery".to_owned());
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, branch, field, status};

    const ID: &str = "annual-meeting-failure";
    const FINDING: &str = "annual-meeting-not-held";

    #[test]
    fn thirty_days_after_the_day_designated_have_passed() {
        // 17 April 2002 + 30 days = 17 May, still the corporation's.
        for (as_of, word) in [("2002-05-17", "met"), ("2002-05-18", "unmet")] {
            let told = [("designated-day", "2002-04-17"), ("as-of", as_of)];
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(
                (field(&answer, "from").as_str(), status(&answer, FINDING)),
                ("2002-05-18", word)
            );
            assert_eq!(field(&answer, "quorum"), "those present");
        }
        let told = [
            ("designated-day", "2002-04-17"),
            ("as-of", "2002-06-30"),
            ("held-on", "2002-06-28"),
        ];
        assert_eq!(status(&ask_under("novell-2001", ID, &told), FINDING), "met");
    }

    #[test]
    fn a_day_that_the_bylaws_give_is_designated() {
        // The second Tuesday of March 2002 is the 12th; 30 days later is 11 April.
        assert_eq!(
            field(&ask_under("novell-2001", ID, &[("year", "2002")]), "from"),
            "2002-04-12"
        );
        // These bylaws give no day, so the months run.
        let told = [("year", "2002"), ("last-annual-meeting", "2001-08-30")];
        let answer = ask_under("raining-data-2001", ID, &told);
        assert_eq!(field(&answer, "from"), "2002-10-01");
        assert_eq!(field(&answer, "election-at"), "special meeting, as soon as convenient");
    }

    #[test]
    fn thirteen_months_run_from_the_latest_event() {
        let none = ("date-designated", "no");
        for (told, from) in [
            (vec![none, ("organization", "2001-01-31")], "2002-03-01"),
            (
                vec![
                    none,
                    ("organization", "2001-01-31"),
                    ("last-annual-meeting", "2002-01-15"),
                ],
                "2003-02-16",
            ),
            (
                vec![
                    none,
                    ("last-annual-meeting", "2002-01-15"),
                    ("last-consent-electing-directors", "2002-02-15"),
                ],
                "2003-03-16",
            ),
        ] {
            assert_eq!(
                field(&ask_with_bylaws(crate::testing::SILENT, ID, &told), "from"),
                from,
                "{told:?}"
            );
        }
        let answer = ask_with_bylaws(crate::testing::SILENT, ID, &[("last-annual-meeting", "2002-01-15")]);
        assert!(branch(&answer, "no").is_some());
    }
}
