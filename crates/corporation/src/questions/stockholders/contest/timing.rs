//! The windows of stockholders' notices in every reading of the text.

use quorate_calendar::{Day, DayWindow, PointPhrase, Readings};
use quorate_law::vocabulary::advance_notice::{
    ADJOURNMENT_REOPENS, COUNTS, DEFINITION, EARLIEST, LARGER_BOARD_ANNOUNCED, LATEST, MEETING_FROM, MEETING_TO,
    NEW_SEATS_LATEST, NO_PRIOR_MEETING, OTHERWISE_EARLIEST, OTHERWISE_LATEST,
};
use quorate_law::{Provision, Situation};

use super::facts::{FOR_NEW_SEAT, LARGER_BOARD_DISCLOSURE, PRIOR_MEETING_HELD};
use super::phrases::{from_prior_meeting, is_of_prior_year, on_anniversary, so_far};
use crate::inquiry::{Inquiry, Pause};
use crate::questions::common::{MEETING_DATE, MEETING_KIND};
use crate::questions::stockholders::conduct::adjournment_notice::ORIGINAL_MEETING_DATE;

/// The window of one section.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    /// The section.
    pub(super) provision: &'a Provision,
    /// Its days.
    pub(super) window: DayWindow,
    /// Whether the first day begins to count at its close of business.
    pub(super) opens_at_close: bool,
    /// Whether the last day ends at its close of business.
    pub(super) ends_at_close: bool,
}

impl Part<'_> {
    /// Whether giving the notice is enough, and it need not have been received.
    pub(super) fn counts_giving(&self) -> bool {
        self.provision.word(&COUNTS) == Some("giving")
    }
}

/// One reading: the windows that must all be kept, and why the text can be read so.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    /// The windows.
    pub(super) parts: Vec<Part<'a>>,
    /// The reading in words; empty when there is nothing to choose.
    pub(super) text: String,
    /// Why.
    pub(super) because: String,
}

impl Candidate<'_> {
    /// The days that lie in every window.
    pub(super) fn window(&self) -> DayWindow {
        self.parts
            .iter()
            .fold(DayWindow::OPEN, |window, part| window.intersect(&part.window))
    }
}

/// A way of reading, with the reason; the first of several is preferred.
#[derive(Clone, Debug)]
struct Way<T> {
    value: T,
    text: &'static str,
    because: &'static str,
}

impl<T> Way<T> {
    fn plain(value: T) -> Vec<Self> {
        vec![Self {
            value,
            text: "",
            because: "",
        }]
    }
}

/// Every reading of the sections that apply, the preferred first.
///
/// # Errors
/// Pauses when no section speaks, or a day that one counts from is not known.
pub(super) fn candidates<'a>(inquiry: &mut Inquiry<'a>, situation: &Situation) -> Result<Vec<Candidate<'a>>, Pause> {
    let resolution = inquiry.require(&DEFINITION, situation)?;
    let mut sections = Vec::new();
    for provision in &resolution.controlling {
        let readings = of_section(inquiry, provision)?;
        for candidate in &readings {
            show(inquiry, candidate);
        }
        sections.push((*provision, readings));
    }
    Ok(match sections.as_slice() {
        [(_, only)] => only.clone(),
        _ => together(inquiry, &sections),
    })
}

/// The readings of one section, the preferred first, each different from the others.
fn of_section<'a>(inquiry: &mut Inquiry<'a>, provision: &'a Provision) -> Result<Vec<Candidate<'a>>, Pause> {
    let mut candidates: Vec<Candidate<'a>> = Vec::new();
    let mut pause = None;
    for meeting in meeting_days(inquiry, provision)? {
        for days in which_days(inquiry, provision, meeting.value)? {
            for points in which_points(&days.value) {
                let so_far = [meeting.text, days.text, points.text];
                match windows(inquiry, provision, &points.value, meeting.value) {
                    Ok(windows) => candidates.extend(windows.into_iter().map(|window| Candidate {
                        parts: vec![window.value],
                        text: join(&[so_far[0], so_far[1], so_far[2], window.text]),
                        because: join(&[meeting.because, days.because, points.because, window.because]),
                    })),
                    Err(unknown) => {
                        show_unfixed(inquiry, provision, &points.value, &join(&so_far));
                        pause.get_or_insert(unknown);
                    }
                }
            }
        }
    }
    // What one reading gives is shown although another waits for a day that is not known.
    if let Some(pause) = pause {
        for candidate in &candidates {
            show(inquiry, candidate);
        }
        return Err(pause);
    }
    if is_ill_fitting(inquiry, provision) {
        let mut open = candidates[0].clone();
        open.parts[0].window = DayWindow::OPEN;
        open.text = "the section sets no time for a special meeting".to_owned();
        open.because =
            "its days belong to the annual meeting and may have passed before a special meeting is called".to_owned();
        candidates.push(open);
    }
    let mut different: Vec<Candidate<'a>> = Vec::new();
    for candidate in candidates {
        let is_known = |known: &Candidate<'_>| {
            let (known, new) = (&known.parts[0], &candidate.parts[0]);
            known.window == new.window && known.ends_at_close == new.ends_at_close
        };
        if !different.iter().any(is_known) {
            different.push(candidate);
        }
    }
    Ok(different)
}

/// Whether a section that reaches every meeting counts from the annual one, and this is a special one.
fn is_ill_fitting(inquiry: &Inquiry<'_>, provision: &Provision) -> bool {
    let is_special = inquiry.known(&MEETING_KIND) == Some("special");
    let reaches_all = !provision.scope.0.iter().any(|(key, _)| *key == "meeting");
    is_special && reaches_all && provision.get(&LATEST).is_some_and(is_of_prior_year)
}

/// The day that stands for the meeting: an adjourned meeting is the meeting first called. None while no day of it is known.
fn meeting_days(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<Vec<Way<Option<Day>>>, Pause> {
    let now = inquiry.known(&MEETING_DATE);
    let Some(original) = inquiry.known(&ORIGINAL_MEETING_DATE).filter(|day| Some(*day) != now) else {
        return Ok(Way::plain(now));
    };
    let kept = Way {
        value: Some(original),
        text: "by the day for which the meeting was first called",
        because: "an adjourned meeting is the same meeting",
    };
    let moved = Way {
        value: now,
        text: "by the day to which the meeting was moved",
        because: "the text does not say that an adjournment opens no new time",
    };
    if provision.get(&ADJOURNMENT_REOPENS) == Some(&false) {
        inquiry.show(format!("{}: an adjournment opens no new time", provision.citation));
    }
    Ok(match provision.get(&ADJOURNMENT_REOPENS) {
        Some(false) => Way::plain(Some(original)),
        Some(true) => Way::plain(now),
        None => vec![kept, moved],
    })
}

/// The points between which a notice is timely.
#[derive(Clone, Debug, Default)]
struct Points {
    /// The first; none when the text sets none.
    earliest: Option<PointPhrase>,
    /// The last; none when the text sets none.
    latest: Option<PointPhrase>,
}

/// The usual days or the other days, by where the meeting lies.
fn which_days(
    inquiry: &mut Inquiry<'_>,
    provision: &Provision,
    meeting: Option<Day>,
) -> Result<Vec<Way<Points>>, Pause> {
    let usual = Points {
        earliest: provision.get(&EARLIEST).cloned(),
        latest: provision.get(&LATEST).cloned(),
    };
    let other = Points {
        earliest: provision.get(&OTHERWISE_EARLIEST).cloned(),
        latest: provision.get(&OTHERWISE_LATEST).cloned(),
    };
    let is_of_prior_year = usual.latest.as_ref().is_some_and(is_of_prior_year);
    if is_of_prior_year && !inquiry.need(&PRIOR_MEETING_HELD)? {
        return Ok(without_prior_meeting(provision, other));
    }
    let pick = |holds: bool| if holds { usual.clone() } else { other.clone() };
    let literal = holds(
        inquiry,
        provision.get(&MEETING_FROM),
        provision.get(&MEETING_TO),
        meeting,
    )?;
    let meant = [provision.get(&MEETING_FROM), provision.get(&MEETING_TO)].map(|end| end.and_then(from_prior_meeting));
    if meant.iter().all(Option::is_none) {
        return Ok(Way::plain(pick(literal)));
    }
    let sensible = holds(inquiry, meant[0].as_ref(), meant[1].as_ref(), meeting)?;
    if literal == sensible {
        return Ok(Way::plain(pick(literal)));
    }
    Ok(vec![
        Way {
            value: pick(literal),
            text: "the day of the meeting is compared with the day that the text names",
            because: "the words are plain, and a doubt about nominations and proposals is resolved for the holders",
        },
        Way {
            value: pick(sensible),
            text: "the day of the meeting is compared with that of last year's meeting",
            because: "a meeting seldom lies so near to the day on which its papers are mailed, and the exception would be the rule",
        },
    ])
}

fn without_prior_meeting(provision: &Provision, other: Points) -> Vec<Way<Points>> {
    if provision.says(&NO_PRIOR_MEETING) {
        return Way::plain(other);
    }
    let (text, because) = if other.latest.is_some() {
        (
            "the other days hold where there was no meeting in the year before",
            "no day lies near the anniversary of what did not happen",
        )
    } else {
        (
            "the text sets no day where there was no meeting in the year before",
            "it counts from what did not happen",
        )
    };
    vec![Way {
        value: other,
        text,
        because,
    }]
}

/// Whether the meeting lies between two points; it does where the text names none.
fn holds(
    inquiry: &mut Inquiry<'_>,
    from: Option<&PointPhrase>,
    to: Option<&PointPhrase>,
    meeting: Option<Day>,
) -> Result<bool, Pause> {
    if from.is_none() && to.is_none() {
        return Ok(true);
    }
    let Some(day) = meeting else {
        return inquiry.event("meeting").map(|_| true);
    };
    let from = from.map(|from| evaluate(inquiry, from, meeting)).transpose()?;
    let to = to.map(|to| evaluate(inquiry, to, meeting)).transpose()?;
    let between = DayWindow::new(from.map(|from| *from.earlier()), to.map(|to| *to.later()));
    let lies = if between.contains(day) { "lies" } else { "does not lie" };
    inquiry.show(format!("the meeting of {day} {lies} in {between}"));
    Ok(between.contains(day))
}

/// The points on the letter and, where the letter is impossible, on the anniversary.
fn which_points(points: &Points) -> Vec<Way<Points>> {
    let Some(latest) = points.latest.as_ref().and_then(on_anniversary) else {
        return Way::plain(points.clone());
    };
    let meant = Points {
        earliest: points
            .earliest
            .as_ref()
            .map(|earliest| on_anniversary(earliest).unwrap_or_else(|| earliest.clone())),
        latest: Some(latest),
    };
    vec![
        Way {
            value: meant,
            text: "from the anniversary of the day that the text names",
            because: "on its letter the time had run out a year before, and a text is not read so that nobody can keep it",
        },
        Way {
            value: points.clone(),
            text: "on its letter, from the day itself",
            because: "the text does not say anniversary",
        },
    ]
}

/// The window of a section's points: two where an anniversary of 29 February has two.
fn windows<'a>(
    inquiry: &mut Inquiry<'a>,
    provision: &'a Provision,
    points: &Points,
    meeting: Option<Day>,
) -> Result<Vec<Way<Part<'a>>>, Pause> {
    let earliest = points
        .earliest
        .as_ref()
        .map(|point| evaluate(inquiry, point, meeting))
        .transpose()?;
    let latest = points
        .latest
        .as_ref()
        .map(|point| evaluate(inquiry, point, meeting))
        .transpose()?;
    let new_seat = new_seat(inquiry, provision, meeting)?;
    let part = |pick: fn(&Readings<Day>) -> &Day| Part {
        provision,
        window: DayWindow::new(
            earliest.as_ref().map(|days| *pick(days)),
            latest.as_ref().map(|days| *pick(days)),
        ),
        opens_at_close: points.earliest.as_ref().is_some_and(|point| point.close_of_business),
        ends_at_close: points.latest.as_ref().is_some_and(|point| point.close_of_business),
    };
    let extended = |mut part: Part<'a>| {
        if let Some((day, at_close)) = new_seat
            && part.window.latest.is_some_and(|latest| latest < day)
        {
            part.window.latest = Some(day);
            part.ends_at_close = at_close;
        }
        part
    };
    let (late, early) = (extended(part(Readings::later)), extended(part(Readings::earlier)));
    if late.window == early.window {
        return Ok(Way::plain(late));
    }
    Ok(vec![
        Way {
            value: late,
            text: "an anniversary of 29 February falls on 1 March",
            because: "nobody is turned away on the earlier of two days",
        },
        Way {
            value: early,
            text: "an anniversary of 29 February falls on 28 February",
            because: "it is the last day of the same month",
        },
    ])
}

/// The last day for a seat by which the board was enlarged too late to be named in the usual time.
fn new_seat(
    inquiry: &mut Inquiry<'_>,
    provision: &Provision,
    meeting: Option<Day>,
) -> Result<Option<(Day, bool)>, Pause> {
    let (Some(announced), Some(latest)) = (provision.get(&LARGER_BOARD_ANNOUNCED), provision.get(&NEW_SEATS_LATEST))
    else {
        return Ok(None);
    };
    if !inquiry.need(&FOR_NEW_SEAT)? {
        return Ok(None);
    }
    let disclosed = inquiry.need(&LARGER_BOARD_DISCLOSURE)?;
    let in_time = *evaluate(inquiry, announced, meeting)?.later();
    if disclosed <= in_time {
        return Ok(None);
    }
    let last = *evaluate(inquiry, latest, meeting)?.later();
    inquiry.show(format!(
        "{}: the larger board was disclosed on {disclosed}, after {in_time}; for its new seats {latest}: {last}",
        provision.citation
    ));
    Ok(Some((last, latest.close_of_business)))
}

/// The day of a point, with the day that stands for the meeting; of two events that did not both happen, the one that did.
fn evaluate(inquiry: &mut Inquiry<'_>, phrase: &PointPhrase, meeting: Option<Day>) -> Result<Readings<Day>, Pause> {
    let day_of = |inquiry: &Inquiry<'_>, event: &str| match (event, meeting) {
        ("meeting", Some(day)) => Ok(day),
        _ => inquiry.event(event),
    };
    let known = so_far(phrase, &|event| day_of(inquiry, event).is_ok());
    for event in phrase.events() {
        if !known.events().contains(&event) {
            inquiry.show(format!("the {event} is not stated, and is taken not to be earlier"));
        }
    }
    for event in known.events() {
        day_of(inquiry, event)?;
    }
    known
        .evaluate(&|event| day_of(inquiry, event).ok(), &inquiry.practice().business_days)
        .map_err(|error| Pause::Impossible(error.to_string()))
}

/// Several sections of one text: that all bind, and each alone.
fn together<'a>(inquiry: &Inquiry<'_>, sections: &[(&'a Provision, Vec<Candidate<'a>>)]) -> Vec<Candidate<'a>> {
    let (ill, fitting): (Vec<_>, Vec<_>) = sections
        .iter()
        .partition(|(provision, _)| is_ill_fitting(inquiry, provision));
    let all_of = |chosen: &[&(&'a Provision, Vec<Candidate<'a>>)]| -> Vec<Part<'a>> {
        chosen
            .iter()
            .flat_map(|(_, readings)| readings[0].parts.clone())
            .collect()
    };
    let all: Vec<_> = sections.iter().collect();
    let binding = Candidate {
        parts: all_of(&all),
        text: format!("{} all bind", places(&all)),
        because: "each says that it is done only so, and all can be followed".to_owned(),
    };
    let mut candidates = Vec::new();
    if !ill.is_empty() && !fitting.is_empty() {
        candidates.push(Candidate {
            parts: all_of(&fitting),
            text: format!("{} alone", places(&fitting)),
            because: "it is made for a special meeting, and the other counts from the annual one".to_owned(),
        });
    }
    candidates.push(binding);
    for section in sections {
        let alone = format!("{} alone", places(&[section]));
        for reading in &section.1 {
            candidates.push(Candidate {
                parts: reading.parts.clone(),
                text: join(&[&alone, &reading.text]),
                because: join(&[
                    "neither section mentions the other, and a doubt about electing directors is resolved for the holders",
                    &reading.because,
                ]),
            });
        }
    }
    let mut different: Vec<Candidate<'a>> = Vec::new();
    for candidate in candidates {
        let same_parts = |known: &Candidate<'_>| {
            known.parts.len() == candidate.parts.len()
                && known
                    .parts
                    .iter()
                    .zip(&candidate.parts)
                    .all(|(known, new)| std::ptr::eq(known.provision, new.provision) && known.window == new.window)
        };
        if !different.iter().any(same_parts) {
            different.push(candidate);
        }
    }
    different
}

fn places(sections: &[&(&Provision, Vec<Candidate<'_>>)]) -> String {
    let places: Vec<String> = sections
        .iter()
        .map(|(provision, _)| provision.citation.place())
        .collect();
    places.join(" and ")
}

fn show_unfixed(inquiry: &mut Inquiry<'_>, provision: &Provision, points: &Points, text: &str) {
    let Some(latest) = &points.latest else { return };
    let reading = if text.is_empty() {
        String::new()
    } else {
        format!(" ({text})")
    };
    inquiry.show(format!(
        "{}: not fixed yet: until {latest}{reading}",
        provision.citation
    ));
}

fn show(inquiry: &mut Inquiry<'_>, candidate: &Candidate<'_>) {
    for part in &candidate.parts {
        let close = if part.ends_at_close {
            ", until the close of business"
        } else {
            ""
        };
        let reading = if candidate.text.is_empty() {
            String::new()
        } else {
            format!(" ({})", candidate.text)
        };
        inquiry.show(format!("{}: {}{close}{reading}", part.provision.citation, part.window));
    }
}

fn join(texts: &[&str]) -> String {
    let said: Vec<&str> = texts.iter().copied().filter(|text| !text.is_empty()).collect();
    said.join("; ")
}
