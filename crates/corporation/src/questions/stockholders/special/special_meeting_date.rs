//! # Who fixes the date of a special meeting that is requested, and for which days?
//!
//! Answers to the section of the bylaws on special meetings, and to 8 Del. C. § 222(b) for the notice that must fit in before
//! the day. The statute does not say who fixes the date.
//!
//! **Our reading.** The range is counted from the day on which the request is received, which is not counted; both ends are in
//! it. The day must leave time for notice, so the first lawful day is the first of the range for which notice given at once is
//! in time, and the range is lost once notice of its last day can no longer be given. Where the one who must fix the date
//! neglects or refuses to, those whom the text names may. A refusal is told; a time that the text sets for it is kept to the
//! day. Where no time is set, neglect is certain once the range is lost, and before that a judgment. Whether those who then
//! act are held to the range is open: it is written as the officer's duty, and an officer who waits until its last day would
//! defeat the callers; so a day outside it is a reading when they fix it, not a refusal.
//!
//! **What may vary.** Everything but the time for notice.
//!
//! **Not encoded.** A court's order that the officer do his duty.
//!
//! **Open question.** Whether those who call may fix the day in the call itself, and never ask the officer. The texts give
//! them the request and do not say that they must use it; here the range binds once it is made.

use quorate_calendar::{Day, DayWindow};
use quorate_law::vocabulary::special_meeting_date::{DEFINITION, FIXED, FIXED_BY, FOR, OTHERWISE, WINDOW};
use quorate_law::vocabulary::stockholder_notice;
use quorate_law::{Provision, Reckoning, Resolution, Situation};

use super::callers::{CALLER, RECEIPT, about};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE, counted, finding};

/// Who fixed it.
static DATE_FIXED_BY: Fact<Vec<String>> = Fact::new(
    "date-fixed-by",
    "the office or body that fixes the date, several where one person holds them; callers for those who called",
);
/// Whether the one who must has refused.
static REFUSED: Fact<bool> = Fact::new("refused", "whether the one who must fix the date has refused to");
/// The day on which it is asked.
static AS_OF: Fact<Day> = Fact::new("as-of", "the day on which the date is fixed, or on which it is asked");

/// The word for those who called.
const CALLERS: &str = "callers";
/// How far a day is looked for that leaves time for notice.
const DAYS_SEARCHED: i64 = 400;

/// The day is outside the range.
pub static OUTSIDE: FindingDefinition = FindingDefinition {
    id: "special-meeting-outside-range",
    title: "the special meeting is not on a day that the request allows",
    rank: Rank::Limits,
};
/// Somebody else fixed it.
pub static FIXER: FindingDefinition = FindingDefinition {
    id: "special-meeting-date-fixer-not-authorized",
    title: "the date of the special meeting was fixed by one who has no power to",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "special-meeting-date",
    title: "Who fixes the date of a special meeting that is requested, and for which days?",
    chapter: "stockholders",
    capabilities: &["S3", "T2"],
    source: include_str!("special_meeting_date.rs"),
    facts: &[
        &CALLER.spec,
        &RECEIPT.spec,
        &MEETING_DATE.spec,
        &DATE_FIXED_BY.spec,
        &REFUSED.spec,
        &AS_OF.spec,
        &MATTERS.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[
        (Reckoning::Conduct, "receipt"),
        (Reckoning::Notice, "as-of"),
        (Reckoning::Meeting, "meeting-date"),
    ],
    provisions: &[&DEFINITION, &stockholder_notice::DEFINITION],
    findings: &[&FIXER, &OUTSIDE],
    ask,
};

/// The days on which the meeting may be, with what must be done by when.
struct Range {
    /// As the text has it.
    stated: DayWindow,
    /// The first day for which notice given at once is in time.
    earliest: Option<Day>,
    /// The last day on which notice of its last day is in time.
    notice_by: Option<Day>,
    /// The last day on which the date is to be fixed, where the text sets one.
    fix_by: Option<Day>,
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let callers = inquiry.need(&CALLER)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let stating = about(&resolution, &FOR, &callers);
    let Some(provision) = stating.first().copied() else {
        return Err(Pause::NotApplicable(format!(
            "the text does not say who fixes the date where the {} call",
            callers.join(", ")
        )));
    };
    let range = range(inquiry, provision)?;
    judge_fixer(inquiry, provision, &callers, &range);
    judge_day(inquiry, provision, &callers, &range);
    let mut fields = Vec::new();
    let mut add = |name: &str, value: Option<String>| fields.extend(value.map(|value| (name.to_owned(), value)));
    add("fixed-by", provision.word(&FIXED_BY).map(str::to_owned));
    add("otherwise", provision.word(&OTHERWISE).map(str::to_owned));
    add("earliest", range.earliest.map(|day| day.to_string()));
    add("latest", range.stated.latest.map(|day| day.to_string()));
    add("notice-by", range.notice_by.map(|day| day.to_string()));
    add("fix-by", range.fix_by.map(|day| day.to_string()));
    Ok(Value::Tally(fields).into())
}

fn range(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<Range, Pause> {
    let mut range = Range {
        stated: DayWindow::OPEN,
        earliest: None,
        notice_by: None,
        fix_by: None,
    };
    let Some(receipt) = inquiry.known(&RECEIPT) else {
        return Ok(range);
    };
    if let Some(phrase) = provision.get(&WINDOW) {
        range.stated = *inquiry.window(phrase)?.earlier();
        inquiry.show(format!("{}: {phrase}: {}", provision.citation, range.stated));
    }
    if let Some(phrase) = provision.get(&FIXED) {
        range.fix_by = inquiry.window(phrase)?.earlier().latest;
        inquiry.show(format!("{}: to be fixed {phrase}", provision.citation));
    }
    let situation = notice_situation(inquiry)?;
    let notice = inquiry.consult(&stockholder_notice::DEFINITION, &situation)?;
    let given = inquiry.known(&AS_OF).unwrap_or(receipt).max(receipt);
    let first = range.stated.earliest.unwrap_or(given).max(given);
    range.earliest = first_with_notice(inquiry, &notice, first, given);
    if let Some(last) = range.stated.latest {
        range.notice_by = notice_window(inquiry, &notice, last).latest;
        inquiry.show(format!(
            "notice of a meeting on {last} is given by {}",
            range.notice_by.unwrap_or(last)
        ));
    }
    Ok(range)
}

fn notice_situation(inquiry: &mut Inquiry<'_>) -> Result<Situation, Pause> {
    let mut situation = Situation::general()
        .with("meeting", "special")
        .with("body", "stockholders");
    for matter in inquiry.need(&MATTERS)? {
        situation = situation.with("matter", matter);
    }
    Ok(situation)
}

/// The days on which notice of a meeting on that day may be given.
fn notice_window(inquiry: &Inquiry<'_>, notice: &Resolution<'_>, meeting: Day) -> DayWindow {
    let resolve = |event: &str| (event == "meeting").then_some(meeting);
    notice
        .controlling
        .iter()
        .filter_map(|provision| provision.get(&stockholder_notice::WINDOW))
        .filter_map(|phrase| phrase.evaluate(&resolve, &inquiry.practice().business_days).ok())
        .fold(DayWindow::OPEN, |together, window| together.intersect(window.earlier()))
}

/// The first day, from one on, for which notice given on a day is in time.
fn first_with_notice(inquiry: &Inquiry<'_>, notice: &Resolution<'_>, from: Day, given: Day) -> Option<Day> {
    (0..DAYS_SEARCHED)
        .filter_map(|days| from.plus_days(days).ok())
        .find(|day| {
            notice_window(inquiry, notice, *day)
                .latest
                .is_none_or(|latest| given <= latest)
        })
}

/// Whether the one who fixes the date is one whom the text names: the first, or the next when the first does not.
fn is_named(word: Option<&str>, fixing: &[String], callers: &[String]) -> bool {
    let is = |office: &str| fixing.iter().any(|fixing| fixing.eq_ignore_ascii_case(office));
    match word {
        Some(CALLERS) => is(CALLERS) || callers.iter().any(|caller| is(caller)),
        Some(office) => is(office),
        None => false,
    }
}

fn judge_fixer(inquiry: &mut Inquiry<'_>, provision: &Provision, callers: &[String], range: &Range) {
    let Some(fixing) = inquiry.known(&DATE_FIXED_BY) else {
        return;
    };
    let first = provision.word(&FIXED_BY).unwrap_or_default();
    let who = fixing.join(", ");
    let mut found = finding(
        &FIXER,
        false,
        String::new(),
        &[provision],
        vec![DATE_FIXED_BY.spec.name],
    );
    if is_named(Some(first), &fixing, callers) {
        found.status = FindingStatus::Met;
        found.message = format!("the {who} fixed the date, as the text has it");
    } else if is_named(provision.word(&OTHERWISE), &fixing, callers) {
        let last = range.fix_by.or(range.notice_by);
        let has_failed = match (inquiry.known(&REFUSED), inquiry.known(&AS_OF), last) {
            (Some(true), ..) => Some("has refused".to_owned()),
            (_, Some(as_of), Some(last)) if as_of > last => Some(format!("had until {last} and let it pass")),
            _ => None,
        };
        let told = last.map_or_else(String::new, |last| format!("; the last day for it is {last}"));
        match has_failed {
            Some(failure) => {
                found.status = FindingStatus::Met;
                found.message = format!("the {who} fixed the date, because the {first} {failure}");
            }
            None if range.fix_by.is_some() && inquiry.known(&AS_OF).is_some() => {
                found.message = format!("the {who} fixed the date while the {first} still had time{told}");
                found.help = last.map(|last| format!("wait until the day after {last}, or obtain a refusal"));
            }
            None => {
                found.status = FindingStatus::NeedsJudgment;
                found.message = format!(
                    "whether the {first} neglects to fix the date is for the callers to judge, and in the end for the Court of Chancery: the text sets no time{told}"
                );
                found.help = Some(format!(
                    "ask the {first} to fix the date or to refuse, and enter the answer"
                ));
            }
        }
    } else {
        let next = provision
            .word(&OTHERWISE)
            .map_or_else(String::new, |next| format!("; the {next} may when the {first} has not"));
        let own = match provision.word(&OTHERWISE) {
            None if first == CALLERS => format!("those who called the meeting: {}", callers.join(", ")),
            _ => format!("the {first}"),
        };
        found.message = format!("{who} fixed the date; the text leaves that to {own}{next}");
        found.help = Some(format!("have the {first} fix the date"));
    }
    inquiry.find(found);
}

fn judge_day(inquiry: &mut Inquiry<'_>, provision: &Provision, callers: &[String], range: &Range) {
    let (Some(meeting), Some(receipt)) = (inquiry.known(&MEETING_DATE), inquiry.known(&RECEIPT)) else {
        return;
    };
    if provision.get(&WINDOW).is_none() {
        return;
    }
    let days = receipt.days_until(meeting);
    let is_met = range.stated.contains(meeting);
    let message = format!(
        "the meeting is {} after receipt of the request; the text allows {}",
        counted(days, "day"),
        range.stated
    );
    let blames = vec![MEETING_DATE.spec.name, RECEIPT.spec.name];
    let mut found = finding(&OUTSIDE, is_met, message, &[provision], blames);
    found.arithmetic.push(format!("{receipt} + {} = {meeting}", counted(days, "day")));
    if !is_met {
        found.help = Some(format!("hold the meeting on a day of {}", range.stated));
        let fixing = inquiry.known(&DATE_FIXED_BY).unwrap_or_default();
        let by_the_next = is_named(provision.word(&OTHERWISE), &fixing, callers)
            && !is_named(provision.word(&FIXED_BY), &fixing, callers);
        if by_the_next {
            found.status = FindingStatus::DependsOnReading;
            found
                .message
                .push_str("; whether that binds those who act in the other's stead is open");
        }
    }
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "special-meeting-date";
    const RANGE: &str = "special-meeting-outside-range";
    const FIXER: &str = "special-meeting-date-fixer-not-authorized";

    #[test]
    fn the_secretarys_range_and_one_past_each_end() {
        // 4 March 2002 + 10 days = 14 March; + 60 days = 3 May.
        for (meeting, word) in [
            ("2002-03-13", "unmet"),
            ("2002-03-14", "met"),
            ("2002-05-03", "met"),
            ("2002-05-04", "unmet"),
        ] {
            let told = [
                ("caller", "president"),
                ("receipt", "2002-03-04"),
                ("meeting-date", meeting),
                ("date-fixed-by", "secretary"),
            ];
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(
                (status(&answer, RANGE), status(&answer, FIXER)),
                (word, "met"),
                "{meeting}"
            );
        }
    }

    #[test]
    fn the_first_day_leaves_time_for_notice() {
        let told = [("caller", "stockholders"), ("receipt", "2002-03-04")];
        let answer = ask_under("novell-2001", ID, &told);
        for (name, value) in [
            ("fixed-by", "secretary"),
            ("otherwise", "callers"),
            ("earliest", "2002-03-14"),
            ("latest", "2002-05-03"),
            ("notice-by", "2002-04-23"),
        ] {
            assert_eq!(field(&answer, name), value, "{name}");
        }
        // A merger takes twenty days' notice, and twenty days from the day of asking.
        let merger = [told[0], told[1], ("matters", "merger"), ("as-of", "2002-03-10")];
        assert_eq!(field(&ask_under("novell-2001", ID, &merger), "earliest"), "2002-03-30");
    }

    #[test]
    fn callers_act_when_the_secretary_does_not() {
        // Notice of a meeting on 3 May can be given until 23 April.
        for (as_of, refused, word) in [
            ("2002-04-23", None, "needs judgment"),
            ("2002-04-24", None, "met"),
            ("2002-03-05", Some("yes"), "met"),
            ("2002-03-05", Some("no"), "needs judgment"),
        ] {
            let told = [
                ("caller", "stockholders"),
                ("receipt", "2002-03-04"),
                ("date-fixed-by", "stockholders"),
                ("as-of", as_of),
            ];
            let told: Vec<_> = told.into_iter().chain(refused.map(|word| ("refused", word))).collect();
            assert_eq!(
                status(&ask_under("novell-2001", ID, &told), FIXER),
                word,
                "{as_of} {refused:?}"
            );
        }
        let told = [
            ("caller", "president"),
            ("receipt", "2002-03-04"),
            ("date-fixed-by", "callers"),
            ("refused", "yes"),
            ("meeting-date", "2002-05-04"),
        ];
        assert_eq!(
            status(&ask_under("novell-2001", ID, &told), RANGE),
            "depends on the reading"
        );
        let told = [
            ("caller", "president"),
            ("receipt", "2002-03-04"),
            ("date-fixed-by", "treasurer"),
        ];
        assert_eq!(status(&ask_under("novell-2001", ID, &told), FIXER), "unmet");
    }

    #[test]
    fn a_time_that_the_text_sets_is_kept_to_the_day() {
        let lines = "special-meeting-date \"not less than 35 nor more than 90 days after receipt\" fixed-by=\"secretary\" otherwise=\"callers\" fixed=\"not more than 20 days after receipt\" for=\"stockholders\"";
        for (as_of, word) in [("2021-03-21", "unmet"), ("2021-03-22", "met")] {
            let told = [
                ("caller", "stockholders"),
                ("receipt", "2021-03-01"),
                ("date-fixed-by", "callers"),
                ("as-of", as_of),
            ];
            let answer = ask_with_bylaws(lines, ID, &told);
            assert_eq!(
                (status(&answer, FIXER), field(&answer, "fix-by").as_str()),
                (word, "2021-03-21"),
                "{as_of}"
            );
        }
        let answer = ask_with_bylaws(lines, ID, &[("caller", "president")]);
        assert!(answer.remark.unwrap().contains("does not say who fixes the date"));
    }

    #[test]
    fn a_request_that_names_the_time_fixes_it() {
        let told = [
            ("caller", "president"),
            ("receipt", "2006-05-15"),
            ("date-fixed-by", "president"),
        ];
        let answer = ask_under("altiris-2006", ID, &told);
        assert_eq!(
            (field(&answer, "fixed-by").as_str(), status(&answer, FIXER)),
            ("callers", "met")
        );
        assert_eq!(field(&answer, "earliest"), "2006-05-25");
    }
}
