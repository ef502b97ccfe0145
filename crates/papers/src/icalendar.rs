//! Plans as an iCalendar file (RFC 5545), for any calendar program.
//!
//! An event for each step that has a day. Days are all-day events whose end is exclusive, as the format has it. The UID of an
//! event is made of the corporation, the plan and the step, never of a date: an export after a meeting has moved carries the
//! same UIDs, and with a higher sequence it moves the earlier events. What an earlier file held and this one does not is
//! cancelled. The moment of the stamp is given, so the same plans give the same bytes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use quorate_calendar::{Day, Moment};
use quorate_corporation::plan::{Plan, Role, Step};

/// The longest line, in octets without its end (RFC 5545 § 3.1).
const LINE_OCTETS_MAX: usize = 75;

/// The step whose event also says where and what of.
const NOTICE: &str = "stockholder-notice-window";

/// What an export needs besides the plans.
#[derive(Clone, Debug)]
pub struct Export<'a> {
    /// Whose calendar it is.
    pub corporation: &'a str,
    /// Higher than that of an earlier export of the same plans.
    pub sequence: u64,
    /// When it is made.
    pub stamp: Moment,
    /// The text of an earlier export; what fell away since is cancelled.
    pub earlier: Option<&'a str>,
}

/// The plans as the text of a calendar, its lines ended by CR LF.
#[must_use]
pub fn icalendar(plans: &[Plan], export: &Export<'_>) -> String {
    let mut out = Lines::default();
    out.put("BEGIN", "VCALENDAR");
    out.put("VERSION", "2.0");
    out.put("PRODID", "-//quorate//plan//EN");
    out.put("CALSCALE", "GREGORIAN");
    out.put("METHOD", "PUBLISH");
    let mut written = BTreeSet::new();
    for plan in plans {
        for step in &plan.steps {
            let Some((first, after)) = days(step) else { continue };
            if host(plan, step).is_some() {
                continue;
            }
            let uid = uid(export.corporation, plan, step);
            event(&mut out, export, plan, step, &uid, first, after);
            written.insert(uid);
        }
    }
    for event in export.earlier.map(events).unwrap_or_default() {
        if !written.contains(&event.uid) {
            cancelled(&mut out, export, &event);
        }
    }
    out.put("END", "VCALENDAR");
    out.text
}

/// The first day of an event and the day after its last; none for a step without a day.
///
/// A step with an open end stands on the day that it has: a last day alone is a deadline.
fn days(step: &Step) -> Option<(Day, Day)> {
    if step.has_no_day() {
        return None;
    }
    let first = step.earliest.or(step.latest)?;
    let last = step.latest.unwrap_or(first);
    Some((first, last.plus_days(1).ok()?))
}

/// The step in whose event a step that only says something stands: the meeting, or the first step with the same days.
fn host<'a>(plan: &'a Plan, step: &Step) -> Option<&'a Step> {
    let is_host = |other: &&Step| {
        other.role != Role::Says
            && (other.earliest, other.latest) == (step.earliest, step.latest)
            && step.role == Role::Says
    };
    let hosts = plan.steps.iter().filter(is_host);
    hosts.max_by_key(|host| (host.role == Role::Meeting, host.question == NOTICE))
}

/// The id of an event: the same for the same step of the same plan of the same corporation, whatever its days.
fn uid(corporation: &str, plan: &Plan, step: &Step) -> String {
    format!("{}.{}.{}@quorate", slug(&step.id), slug(&plan.id), slug(corporation))
}

/// A name as letters, digits and hyphens; every other character becomes its number, so different names stay different.
fn slug(name: &str) -> String {
    name.chars().fold(String::new(), |mut slug, letter| {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => slug.push(letter),
            other => {
                let _ = write!(slug, "_{:x}_", u32::from(other));
            }
        }
        slug
    })
}

fn event(out: &mut Lines, export: &Export<'_>, plan: &Plan, step: &Step, uid: &str, first: Day, after: Day) {
    out.put("BEGIN", "VEVENT");
    out.put("UID", uid);
    out.put("DTSTAMP", &stamp(export.stamp));
    out.put("SEQUENCE", &export.sequence.to_string());
    out.put("DTSTART;VALUE=DATE", &compact(first));
    out.put("DTEND;VALUE=DATE", &compact(after));
    out.put_text("SUMMARY", &summary(plan, step));
    let description = description(plan, step);
    if !description.is_empty() {
        out.put_text("DESCRIPTION", &description);
    }
    out.put(
        "CATEGORIES",
        if step.role == Role::Binds {
            "DEADLINE"
        } else {
            "INFORMATION"
        },
    );
    let is_certain = plan.is_possible() && step.depends_on.is_empty();
    out.put("STATUS", if is_certain { "CONFIRMED" } else { "TENTATIVE" });
    // A window of weeks must not show its owner as busy.
    out.put("TRANSP", "TRANSPARENT");
    out.put("END", "VEVENT");
}

fn summary(plan: &Plan, step: &Step) -> String {
    let done = if step.done.is_some() { "done: " } else { "" };
    let until = match (step.earliest, step.latest) {
        (None, Some(_)) => " (last day)",
        (Some(_), None) => " (from)",
        _ => "",
    };
    match step.role {
        Role::Meeting => format!("{}: {}", plan.id, step.what),
        _ => format!("{}: {done}{}{until}", plan.id, step.what),
    }
}

fn description(plan: &Plan, step: &Step) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(step.done.iter().cloned());
    lines.extend((!step.says.is_empty()).then(|| step.says.clone()));
    lines.extend((!step.sections.is_empty()).then(|| step.sections.join("; ")));
    lines.extend(step.counted.iter().cloned());
    lines.extend(step.depends_on.iter().map(|fact| format!("depends on {fact}")));
    let said = plan
        .steps
        .iter()
        .filter(|said| host(plan, said).is_some_and(|host| host.id == step.id));
    lines.extend(said.map(|said| {
        let says = if said.says.is_empty() {
            said.depends_on.join("; ")
        } else {
            said.says.clone()
        };
        format!("{}: {says}", said.what)
    }));
    if step.role == Role::Meeting {
        lines.extend(plan.impossible.iter().map(|why| format!("impossible: {why}")));
        lines.extend(plan.changes.iter().cloned());
    }
    lines.join("\n")
}

/// An event of an earlier export, as far as it must be named to be cancelled.
struct Earlier {
    uid: String,
    start: String,
    end: String,
    summary: String,
}

/// The events of the text of an export. Lines that are not understood are passed over.
fn events(text: &str) -> Vec<Earlier> {
    let unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let mut events = Vec::new();
    let mut event = None;
    for line in unfolded.lines() {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let name = name.split(';').next().unwrap_or(name);
        match (name, value, event.as_mut()) {
            ("BEGIN", "VEVENT", _) => {
                event = Some(Earlier {
                    uid: String::new(),
                    start: String::new(),
                    end: String::new(),
                    summary: String::new(),
                });
            }
            ("END", "VEVENT", _) => events.extend(event.take().filter(|event| !event.uid.is_empty())),
            ("UID", value, Some(event)) => value.clone_into(&mut event.uid),
            ("DTSTART", value, Some(event)) => value.clone_into(&mut event.start),
            ("DTEND", value, Some(event)) => value.clone_into(&mut event.end),
            ("SUMMARY", value, Some(event)) => value.clone_into(&mut event.summary),
            _ => {}
        }
    }
    events
}

fn cancelled(out: &mut Lines, export: &Export<'_>, event: &Earlier) {
    out.put("BEGIN", "VEVENT");
    out.put("UID", &event.uid);
    out.put("DTSTAMP", &stamp(export.stamp));
    out.put("SEQUENCE", &export.sequence.to_string());
    for (name, value) in [("DTSTART;VALUE=DATE", &event.start), ("DTEND;VALUE=DATE", &event.end)] {
        if value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit()) {
            out.put(name, value);
        }
    }
    // It stands escaped in the earlier file already.
    out.put("SUMMARY", &event.summary);
    out.put("STATUS", "CANCELLED");
    out.put("END", "VEVENT");
}

/// "20020417".
fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// A moment in UTC as the format writes it: "20020417T120000Z".
fn stamp(moment: Moment) -> String {
    let text: String = moment
        .to_string()
        .chars()
        .filter(|letter| !"-:".contains(*letter))
        .collect();
    match text.split_once('.') {
        Some((whole, _)) => format!("{whole}Z"),
        None => text,
    }
}

/// Content lines.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value is text: what the format gives a meaning is escaped.
    fn put_text(&mut self, name: &str, value: &str) {
        let escaped = value.chars().fold(String::new(), |mut escaped, letter| {
            match letter {
                '\\' | ';' | ',' => escaped.extend(['\\', letter]),
                '\n' => escaped.push_str("\\n"),
                letter if letter.is_control() => escaped.push(' '),
                letter => escaped.push(letter),
            }
            escaped
        });
        self.put(name, &escaped);
    }

    /// A property, folded: a line that goes on begins with a space, and no character is cut in two.
    fn put(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if octets + letter.len_utf8() > LINE_OCTETS_MAX {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(letter);
            octets += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use icalendar::{CalendarComponent, Component};
    use quorate_calendar::{Day, Moment};
    use quorate_corporation::Practice;
    use quorate_corporation::plan::{PlanKind, PlanRequest, plan_meeting};

    use super::*;

    fn plan(day: &str) -> Plan {
        let book = quorate_instruments::law_book("novell-2001", true).unwrap();
        let request = PlanRequest {
            id: "spring; née, Frühling".to_owned(),
            ..PlanRequest::new(PlanKind::Annual, Day::parse(day).unwrap())
        };
        plan_meeting(&request, &book, &Practice::default())
    }

    fn export(plans: &[Plan], sequence: u64, earlier: Option<&str>) -> String {
        let stamp = Moment::parse("2002-01-02T03:04:05Z").unwrap();
        let corporation = "Oak, Inc.";
        icalendar(
            plans,
            &Export {
                corporation,
                sequence,
                stamp,
                earlier,
            },
        )
    }

    /// What a reader that is not ours sees of each event: UID, first day, day after the last, summary, status.
    fn read(text: &str) -> Vec<[String; 5]> {
        let calendar: icalendar::Calendar = text.parse().unwrap();
        let events = calendar.components.iter().filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        });
        let names = ["UID", "DTSTART", "DTEND", "SUMMARY", "STATUS"];
        events
            .map(|event| names.map(|name| event.property_value(name).unwrap_or_default().to_owned()))
            .collect()
    }

    #[test]
    fn another_reader_sees_the_days_of_the_plan() {
        let text = export(&[plan("2002-04-17")], 1, None);
        let events = read(&text);
        let notice = events
            .iter()
            .find(|event| event[0].starts_with("stockholder-notice-window."))
            .unwrap();
        assert_eq!([&notice[1], &notice[2]], ["20020216", "20020408"]);
        assert_eq!(notice[4], "CONFIRMED");
        let meeting = events.iter().find(|event| event[0].starts_with("meeting.")).unwrap();
        assert_eq!([&meeting[1], &meeting[2]], ["20020417", "20020418"]);
        assert_eq!(text.matches("BEGIN:VEVENT").count(), events.len());
    }

    #[test]
    fn lines_are_folded_by_octets_and_text_is_escaped() {
        let text = export(&[plan("2002-04-17")], 1, None);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert!(
            lines
                .iter()
                .all(|line| line.len() <= 75 && !line.contains(['\r', '\n']))
        );
        assert!(lines.iter().any(|line| line.len() == 75));
        let unfolded = text.replace("\r\n ", "");
        assert!(
            unfolded.contains("SUMMARY:spring\\; née\\, Frühling: give notice\r\n"),
            "{unfolded}"
        );
    }

    #[test]
    fn a_meeting_that_moves_keeps_its_ids() {
        let first = export(&[plan("2002-04-17")], 1, None);
        let moved = export(&[plan("2002-04-24")], 2, Some(&first));
        let ids = |text: &str| read(text).into_iter().map(|[uid, ..]| uid).collect::<BTreeSet<_>>();
        assert_eq!(ids(&first), ids(&moved));
        assert_eq!(read(&moved).len(), read(&first).len());
        assert!(moved.contains("SEQUENCE:2") && !moved.contains("SEQUENCE:1\r"));
        assert_eq!(first, export(&[plan("2002-04-17")], 1, None));
    }

    #[test]
    fn what_fell_away_is_cancelled_with_its_own_id() {
        let first = export(&[plan("2002-04-17")], 1, None);
        let mut smaller = plan("2002-04-17");
        smaller.steps.retain(|step| step.id != "stock-list-dates");
        let second = export(&[smaller], 2, Some(&first));
        let cancelled: Vec<_> = read(&second)
            .into_iter()
            .filter(|event| event[4] == "CANCELLED")
            .collect();
        assert_eq!(cancelled.len(), 1);
        assert!(cancelled[0][0].starts_with("stock-list-dates."));
        assert_eq!([&cancelled[0][1], &cancelled[0][2]], ["20020407", "20020408"]);
        // What is no calendar cancels nothing.
        assert!(!export(&[], 3, Some("BEGIN:VEVENT\nnothing")).contains("VEVENT"));
    }
}
