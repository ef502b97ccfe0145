//! # When must the stock list be ready, how long is it open, and is it at the meeting?
//!
//! Answers to 8 Del. C. § 219(a) (ready at least ten days before the meeting and open for ten days before it; until 31 July
//! 2022 also at the meeting, from 1 August 2022 open until the day before and no longer needed there), and to the section of
//! the bylaws on the list.
//!
//! **Our reading.** Days are counted back from the meeting, whose own day is not counted; the day reached is in time. The
//! duties cumulate: the earliest day by which a text wants the list ready and open, and the latest day until which one
//! wants it open. A text that names no last day keeps the list open until the meeting. The law is that of the day of the
//! meeting; bylaws that still want the list at the meeting bind after the statute has let go.
//!
//! **What may vary.** Bylaws may ask for more, never for less.
//!
//! **Not encoded.** Which holders the list shows where the record date for voting is near the meeting; what follows when the
//! list is refused.

use quorate_calendar::{Day, WindowPhrase};
use quorate_law::vocabulary::Field;
use quorate_law::vocabulary::stock_list::{AT_MEETING, DEFINITION, OPEN, ORDER, PREPARED_BY, READY, UNTIL};
use quorate_law::{Provision, Reckoning, Resolution, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, counted, finding};

/// The day on which the list was ready.
pub static LIST_READY: Fact<Day> = Fact::new("list-ready", "the day on which the list of stockholders was complete");
/// The day from which the list was open.
pub static LIST_OPEN: Fact<Day> = Fact::new("list-open", "the first day on which the list was open to stockholders");
/// Whether the list was at the meeting.
pub static LIST_AT_MEETING: Fact<bool> =
    Fact::new("list-at-meeting", "whether the list was open at the meeting throughout");

/// The list was ready too late.
pub static LATE: FindingDefinition = FindingDefinition {
    id: "stock-list-late",
    title: "the list of stockholders was ready too late",
    rank: Rank::Notice,
};

/// The list was opened too late.
pub static OPENED_LATE: FindingDefinition = FindingDefinition {
    id: "stock-list-opened-late",
    title: "the list of stockholders was opened too late",
    rank: Rank::Notice,
};

/// The list was not at the meeting.
pub static NOT_AT_MEETING: FindingDefinition = FindingDefinition {
    id: "stock-list-not-at-meeting",
    title: "the list of stockholders was not at the meeting",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "stock-list-dates",
    title: "When must the stock list be ready and open?",
    chapter: "stockholders",
    capabilities: &["S7", "T2"],
    source: include_str!("stock_list_dates.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &LIST_READY.spec,
        &LIST_OPEN.spec,
        &LIST_AT_MEETING.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&LATE, &OPENED_LATE, &NOT_AT_MEETING],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let meeting = inquiry.need(&MEETING_DATE)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let mut fields = Vec::new();
    inquiry.show("ready:");
    if let Some(ready_by) = judge_day(inquiry, &resolution, &READY, &LIST_READY, &LATE, "the list was ready")? {
        fields.push(("ready-by".to_owned(), ready_by.to_string()));
    }
    inquiry.show("open:");
    if let Some(open_from) = judge_day(
        inquiry,
        &resolution,
        &OPEN,
        &LIST_OPEN,
        &OPENED_LATE,
        "the list was opened",
    )? {
        let open_until = open_until(inquiry, &resolution, meeting)?;
        fields.push(("open-from".to_owned(), open_from.to_string()));
        fields.push(("open-until".to_owned(), open_until.to_string()));
    }
    let at_meeting = judge_at_meeting(inquiry, &resolution);
    fields.push((
        "at-meeting".to_owned(),
        if at_meeting { "yes" } else { "no" }.to_owned(),
    ));
    for provision in &resolution.controlling {
        if let Some(who) = provision.word(&PREPARED_BY) {
            inquiry.show(format!("{}: prepared by the {who}", provision.citation));
        }
        if let Some(order) = provision.word(&ORDER) {
            inquiry.show(format!("{}: in {order} order", provision.citation));
        }
    }
    Ok(Value::Tally(fields).into())
}

/// The last day on which something may first be so, and whether it was; none where no text says.
fn judge_day<'a>(
    inquiry: &mut Inquiry<'a>,
    resolution: &Resolution<'a>,
    field: &'static Field<WindowPhrase>,
    fact: &'static Fact<Day>,
    definition: &'static FindingDefinition,
    what: &str,
) -> Result<Option<Day>, Pause> {
    let meeting = inquiry.need(&MEETING_DATE)?;
    let (window, each) = inquiry.windows_together(resolution, field)?;
    let Some(latest) = window.latest else { return Ok(None) };
    if let Some(day) = inquiry.known(fact) {
        let is_met = day <= latest;
        let needed = latest.days_until(meeting);
        // Those that are broken, and all when none is; the bylaws' own section first.
        let broken = |provision: &(&Provision, quorate_calendar::DayWindow)| {
            is_met || provision.1.latest.is_some_and(|own| day > own)
        };
        let authority: Vec<&Provision> = each
            .iter()
            .rev()
            .filter(|provision| broken(provision))
            .map(|(provision, _)| *provision)
            .collect();
        let days = day.days_until(meeting);
        let message = format!("{what} on {day}, {} before the meeting; at least {needed} are required", counted(days, "day"));
        let mut found = finding(
            definition,
            is_met,
            message,
            &authority,
            vec![fact.spec.name, "meeting-date"],
        );
        found.arithmetic.push(format!(
            "{meeting} − {} = {latest}; {} {day}",
            counted(needed, "day"),
            fact.spec.name
        ));
        if !is_met {
            let hold = day.plus_days(needed).map_or_else(
                |_| "hold the meeting later".to_owned(),
                |day| format!("hold the meeting on or after {day}"),
            );
            found.help = Some(hold);
        }
        inquiry.find(found);
    }
    Ok(Some(latest))
}

/// The last day on which the list is open.
fn open_until(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, meeting: Day) -> Result<Day, Pause> {
    let eve = meeting
        .plus_days(-1)
        .map_err(|error| Pause::Impossible(error.to_string()))?;
    let mut last = eve;
    for provision in resolution
        .controlling
        .iter()
        .filter(|provision| provision.get(&OPEN).is_some())
    {
        let until = if provision.word(&UNTIL) == Some("the day before the meeting") {
            eve
        } else {
            meeting
        };
        inquiry.show(format!("{}: open until {until}", provision.citation));
        last = last.max(until);
    }
    Ok(last)
}

fn judge_at_meeting(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> bool {
    let asking: Vec<&Provision> = resolution
        .controlling
        .iter()
        .rev()
        .copied()
        .filter(|provision| provision.says(&AT_MEETING))
        .collect();
    if let (Some(was_there), false) = (inquiry.known(&LIST_AT_MEETING), asking.is_empty()) {
        let message = format!("the list was {}at the meeting", if was_there { "" } else { "not " });
        let mut found = finding(&NOT_AT_MEETING, was_there, message, &asking, vec!["list-at-meeting"]);
        found.help = (!was_there).then(|| "produce the list before the meeting goes on, or adjourn".to_owned());
        inquiry.find(found);
    }
    !asking.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    #[test]
    fn the_statute_before_and_after_august_2022() {
        // 31 July 2022 − 10 = 21 July; 1 August 2022 − 10 = 22 July.
        for (meeting, ready, until, at_meeting) in [
            ("2022-07-31", "2022-07-21", "2022-07-31", "yes"),
            ("2022-08-01", "2022-07-22", "2022-07-31", "no"),
        ] {
            let answer = ask_with_bylaws(SILENT, "stock-list-dates", &[("meeting-date", meeting)]);
            assert_eq!(field(&answer, "ready-by"), ready);
            assert_eq!(field(&answer, "open-from"), ready);
            assert_eq!(field(&answer, "open-until"), until);
            assert_eq!(field(&answer, "at-meeting"), at_meeting);
        }
    }

    #[test]
    fn duties_cumulate_with_the_bylaws() {
        let bylaws = "stock-list ready=\"at least 15 days before the meeting\" open=\"at least 5 days before the meeting\" at-meeting=#true";
        let answer = ask_with_bylaws(bylaws, "stock-list-dates", &[("meeting-date", "2023-04-18")]);
        for (name, value) in [
            ("ready-by", "2023-04-03"),
            ("open-from", "2023-04-08"),
            ("open-until", "2023-04-18"),
            ("at-meeting", "yes"),
        ] {
            assert_eq!(field(&answer, name), value, "{name}");
        }
    }

    #[test]
    fn on_the_last_day_and_one_past_it() {
        // 17 April 2002 − 10 = 7 April.
        for (day, word) in [("2002-04-07", "met"), ("2002-04-08", "unmet")] {
            let told = [("meeting-date", "2002-04-17"), ("list-ready", day), ("list-open", day)];
            let answer = ask_under("novell-2001", "stock-list-dates", &told);
            assert_eq!(status(&answer, "stock-list-late"), word, "{day}");
            assert_eq!(status(&answer, "stock-list-opened-late"), word, "{day}");
        }
    }

    #[test]
    fn at_the_meeting_only_where_a_text_asks() {
        for (meeting, there, word) in [
            ("2022-07-31", "no", "unmet"),
            ("2022-07-31", "yes", "met"),
            ("2022-08-01", "no", "none"),
        ] {
            let told = [("meeting-date", meeting), ("list-at-meeting", there)];
            assert_eq!(
                status(
                    &ask_with_bylaws(SILENT, "stock-list-dates", &told),
                    "stock-list-not-at-meeting"
                ),
                word,
                "{told:?}"
            );
        }
        let told = [("meeting-date", "2022-08-01"), ("list-at-meeting", "no")];
        for set in ["novell-2001", "altiris-2006", "raining-data-2001"] {
            assert_eq!(
                status(&ask_under(set, "stock-list-dates", &told), "stock-list-not-at-meeting"),
                "unmet",
                "{set}"
            );
        }
    }
}
