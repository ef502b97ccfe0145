//! The events that windows and points are counted from, and points counted from them.

use std::fmt;

use crate::counting::{self, BusinessDays, CountingError, Direction, Unit};
use crate::day::{Day, DayError};
use crate::moment::Moment;
use crate::phrase::reader::Reader;
use crate::phrase::{PhraseError, words};
use crate::window::Readings;

/// What a period is counted from: a named event, or a day made from others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// An event by its name, without its article: "meeting", "prior mailing", "record date".
    Event(String),
    /// The day a year after.
    Anniversary(Box<Anchor>),
    /// The earlier of two.
    Earlier(Box<Point>, Box<Point>),
    /// The later of two.
    Later(Box<Point>, Box<Point>),
}

/// An anchor, or a day counted from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// How far from the anchor; none for the anchor itself.
    pub offset: Option<Offset>,
    /// What it is counted from.
    pub anchor: Anchor,
}

/// How far a point lies from its anchor. The three are written differently and counted alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Offset {
    /// "the day of the meeting": the anchor's own day.
    DayOf,
    /// "the tenth day following the mailing", "the day before notice".
    Nth {
        /// Which one, from 1.
        count: u32,
        /// Days or business days.
        unit: Unit,
        /// The side of the anchor.
        direction: Direction,
    },
    /// "90 days before the meeting".
    Count {
        /// How many.
        count: u32,
        /// The unit.
        unit: Unit,
        /// The side of the anchor.
        direction: Direction,
    },
}

/// Anchors within anchors beyond this depth are refused; no text comes near it.
const DEEPEST: usize = 8;

/// Words that end the name of an event.
const RESERVED: [&str; 9] = [
    "and",
    "or",
    "nor",
    "than",
    "before",
    "after",
    "following",
    "preceding",
    "within",
];

/// Words after an ordinal that make it a period and not the name of an event.
const PERIODS: [&str; 12] = [
    "day", "days", "business", "calendar", "hour", "hours", "week", "weeks", "month", "months", "year", "years",
];

/// Names of acts and things that counsel writes without an article: "after receipt", "before notice".
const WITHOUT_ARTICLE: [&str; 8] = [
    "notice",
    "receipt",
    "mailing",
    "disclosure",
    "public disclosure",
    "delivery",
    "adoption",
    "publication",
];

/// Why a phrase has no day or moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvaluationError {
    /// The days of these events are not known: their names, each once, in the order of the text.
    MissingAnchors(Vec<String>),
    /// A period of the phrase could not be counted.
    Counting(CountingError),
    /// The anniversary of a moment was asked for; anniversaries are days.
    AnniversaryNeedsDays,
}

impl fmt::Display for EvaluationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EvaluationError::MissingAnchors(names) => {
                let names: Vec<String> = names.iter().map(|name| with_article(name)).collect();
                write!(f, "the day of {} is not known; state it", names.join(" and of "))
            }
            EvaluationError::Counting(error) => error.fmt(f),
            EvaluationError::AnniversaryNeedsDays => {
                write!(f, "an anniversary is a day, not a moment; count it from days")
            }
        }
    }
}

impl std::error::Error for EvaluationError {}

impl From<CountingError> for EvaluationError {
    fn from(error: CountingError) -> EvaluationError {
        EvaluationError::Counting(error)
    }
}

impl From<DayError> for EvaluationError {
    fn from(error: DayError) -> EvaluationError {
        EvaluationError::Counting(CountingError::Day(error))
    }
}

impl Anchor {
    /// The anchor of that event.
    ///
    /// # Errors
    /// The name is no event's: see [`Anchor::parse`].
    pub fn event(name: &str) -> Result<Anchor, PhraseError> {
        Anchor::parse(name)
    }

    /// Reads "the meeting", "anniversary of the prior mailing", "earlier of mailing and public disclosure".
    ///
    /// An event is one or more words of letters, digits and hyphens; "the", "day of" and "date of" before it are left out.
    ///
    /// # Errors
    /// Every problem found, with its place and what is allowed there.
    pub fn parse(text: &str) -> Result<Anchor, PhraseError> {
        let mut reader = Reader::new("named event", text);
        let anchor = read_anchor(&mut reader, 0);
        reader.finish(anchor)
    }

    /// The names of the events, each once, in the order of the text.
    #[must_use]
    pub fn events(&self) -> Vec<&str> {
        let mut names = match self {
            Anchor::Event(name) => vec![name.as_str()],
            Anchor::Anniversary(of) => of.events(),
            Anchor::Earlier(one, two) | Anchor::Later(one, two) => [one.anchor.events(), two.anchor.events()].concat(),
        };
        let mut seen = Vec::new();
        names.retain(|name| {
            !seen.contains(name) && {
                seen.push(*name);
                true
            }
        });
        names
    }

    /// The day, in every reading, given the days of the events.
    ///
    /// # Errors
    /// Every event that the resolver does not know, or a day out of range.
    pub fn evaluate(
        &self,
        resolve: &dyn Fn(&str) -> Option<Day>,
        business: &BusinessDays,
    ) -> Result<Readings<Day>, EvaluationError> {
        require_known(&self.events(), |name| resolve(name).is_some())?;
        match self {
            Anchor::Event(name) => resolve(name)
                .map(Readings::one)
                .ok_or_else(|| EvaluationError::MissingAnchors(vec![name.clone()])),
            Anchor::Anniversary(of) => each_reading(&of.evaluate(resolve, business)?, |day| {
                Ok(counting::anniversary(day, 1)?.readings)
            }),
            Anchor::Earlier(one, two) => Ok(pairwise(
                &one.evaluate(resolve, business)?,
                &two.evaluate(resolve, business)?,
                Day::min,
            )),
            Anchor::Later(one, two) => Ok(pairwise(
                &one.evaluate(resolve, business)?,
                &two.evaluate(resolve, business)?,
                Day::max,
            )),
        }
    }

    /// The moment, given the moments of the events.
    ///
    /// # Errors
    /// Every event that the resolver does not know, an anniversary or a period other than hours, or a moment out of range.
    pub fn evaluate_moment(&self, resolve: &dyn Fn(&str) -> Option<Moment>) -> Result<Moment, EvaluationError> {
        require_known(&self.events(), |name| resolve(name).is_some())?;
        match self {
            Anchor::Event(name) => resolve(name).ok_or_else(|| EvaluationError::MissingAnchors(vec![name.clone()])),
            Anchor::Anniversary(_) => Err(EvaluationError::AnniversaryNeedsDays),
            Anchor::Earlier(one, two) => Ok(one.evaluate_moment(resolve)?.min(two.evaluate_moment(resolve)?)),
            Anchor::Later(one, two) => Ok(one.evaluate_moment(resolve)?.max(two.evaluate_moment(resolve)?)),
        }
    }
}

impl Point {
    /// The day, in every reading, given the days of the events.
    ///
    /// # Errors
    /// As [`Anchor::evaluate`]; hours are counted between moments, see [`Point::evaluate_moment`].
    pub fn evaluate(
        &self,
        resolve: &dyn Fn(&str) -> Option<Day>,
        business: &BusinessDays,
    ) -> Result<Readings<Day>, EvaluationError> {
        let anchor = self.anchor.evaluate(resolve, business)?;
        match self.offset {
            None | Some(Offset::DayOf) => Ok(anchor),
            Some(Offset::Nth { count, unit, direction } | Offset::Count { count, unit, direction }) => {
                each_reading(&anchor, |day| {
                    Ok(counting::reach(day, count, unit, direction, business)?)
                })
            }
        }
    }

    /// The moment, given the moments of the events; the offset must be in hours, or none.
    ///
    /// # Errors
    /// As [`Anchor::evaluate_moment`].
    pub fn evaluate_moment(&self, resolve: &dyn Fn(&str) -> Option<Moment>) -> Result<Moment, EvaluationError> {
        let anchor = self.anchor.evaluate_moment(resolve)?;
        match self.offset {
            None => Ok(anchor),
            Some(Offset::DayOf) => Err(CountingError::NeedsDays(Unit::Days).into()),
            Some(Offset::Nth { count, unit, direction } | Offset::Count { count, unit, direction }) => {
                Ok(counting::reach_moment(anchor, count, unit, direction)?)
            }
        }
    }
}

/// An error that names every event of these that is not known.
fn require_known(names: &[&str], is_known: impl Fn(&str) -> bool) -> Result<(), EvaluationError> {
    let missing: Vec<String> = names
        .iter()
        .filter(|name| !is_known(name))
        .map(|name| (*name).to_owned())
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(EvaluationError::MissingAnchors(missing))
    }
}

/// The readings of each reading.
fn each_reading(
    days: &Readings<Day>,
    then: impl Fn(Day) -> Result<Readings<Day>, EvaluationError>,
) -> Result<Readings<Day>, EvaluationError> {
    let mut all = Vec::new();
    for day in days {
        all.extend(then(*day)?.iter().copied());
    }
    Ok(Readings::sorted(all).expect("there is at least one reading of at least one day"))
}

/// The earlier or later of each pair of readings.
fn pairwise(one: &Readings<Day>, two: &Readings<Day>, pick: fn(Day, Day) -> Day) -> Readings<Day> {
    let all = one.iter().flat_map(|a| two.iter().map(move |b| pick(*a, *b))).collect();
    Readings::sorted(all).expect("there is at least one pair of readings")
}

/// Reads an anchor at that depth of nesting.
pub(crate) fn read_anchor(reader: &mut Reader<'_>, depth: usize) -> Option<Anchor> {
    if depth > DEEPEST {
        let span = reader.here();
        reader.problem(
            span,
            format!("more than {DEEPEST} days are made from one another"),
            "name the event itself",
        );
        while reader.take().is_some() {}
        return None;
    }
    skip_article(reader);
    if reader.accept(&["anniversary", "of"]) || reader.accept(&["first", "anniversary", "of"]) {
        return read_anchor(reader, depth + 1).map(Box::new).map(Anchor::Anniversary);
    }
    if reader.accept(&["earlier", "of"]) {
        return read_pair(reader, depth, Anchor::Earlier);
    }
    if reader.accept(&["later", "of"]) {
        return read_pair(reader, depth, Anchor::Later);
    }
    read_event(reader)
}

/// Leaves out "the", and "the day of" and "the date of" before an event.
fn skip_article(reader: &mut Reader<'_>) {
    reader.accept(&["the"]);
    while reader.accept_any(&[&["day", "of"], &["date", "of"]]).is_some() {
        reader.accept(&["the"]);
    }
}

fn read_pair(reader: &mut Reader<'_>, depth: usize, make: fn(Box<Point>, Box<Point>) -> Anchor) -> Option<Anchor> {
    let one = read_point(reader, depth + 1);
    reader.expect(&["and"]);
    let two = read_point(reader, depth + 1);
    Some(make(Box::new(one?), Box::new(two?)))
}

fn read_event(reader: &mut Reader<'_>) -> Option<Anchor> {
    let mut name: Vec<&str> = Vec::new();
    let mut is_good = true;
    while let Some(word) = reader.peek(0).cloned() {
        if RESERVED.iter().any(|reserved| word.is(reserved)) {
            break;
        }
        let starts_well = !name.is_empty() || word.text.starts_with(char::is_alphabetic);
        if !starts_well
            || !word
                .text
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '\''))
        {
            reader.unexpected(
                "a word of an event's name",
                "name an event in words, such as \"the meeting\"",
            );
            is_good = false;
            continue;
        }
        name.push(word.text);
        reader.take();
    }
    if name.is_empty() && is_good {
        reader.unexpected("an event", "name an event, such as \"the meeting\"");
        return None;
    }
    is_good.then(|| Anchor::Event(name.join(" ")))
}

/// Reads an anchor or a day counted from one, at that depth of nesting.
pub(crate) fn read_point(reader: &mut Reader<'_>, depth: usize) -> Option<Point> {
    reader.accept(&["the"]);
    if reader.accept_any(&[&["day", "of"], &["date", "of"]]).is_some() {
        return read_anchor(reader, depth).map(|anchor| Point {
            offset: Some(Offset::DayOf),
            anchor,
        });
    }
    let Some(read_offset) = which_offset(reader) else {
        return read_anchor(reader, depth).map(|anchor| Point { offset: None, anchor });
    };
    let offset = read_offset(reader);
    let anchor = read_anchor(reader, depth);
    Some(Point {
        offset: Some(offset?),
        anchor: anchor?,
    })
}

/// How the offset that is next is read; none when what is next is an anchor.
fn which_offset(reader: &Reader<'_>) -> Option<fn(&mut Reader<'_>) -> Option<Offset>> {
    let next = reader.peek(0)?;
    if words::cardinal(next.text).is_some() || next.text.starts_with(|c: char| c.is_ascii_digit()) {
        let is_ordinal = words::ordinal(next.text).is_some();
        return Some(if is_ordinal { read_nth } else { read_count });
    }
    // "tenth week" is meant as a period and is told so; "first written consent" is an event.
    let is_period = |word: &str| PERIODS.iter().any(|period| word.eq_ignore_ascii_case(period));
    let nth_of_days =
        words::ordinal(next.text).is_some() && reader.peek(1).is_some_and(|following| is_period(following.text));
    let is_next_to = |ahead: usize| reader.peek(ahead).is_some_and(|word| direction_of(word.text).is_some());
    let one_day = next.is("day") && is_next_to(1) || reader.next_are(&["business", "day"]) && is_next_to(2);
    (nth_of_days || one_day).then_some(read_nth as fn(&mut Reader<'_>) -> Option<Offset>)
}

fn read_nth(reader: &mut Reader<'_>) -> Option<Offset> {
    let count = match reader.peek(0).and_then(|word| words::ordinal(word.text)) {
        Some(count) => {
            reader.take();
            count
        }
        None => 1,
    };
    let unit = if reader.accept(&["business", "day"]) {
        Some(Unit::BusinessDays)
    } else if reader.accept(&["day"]) || reader.accept(&["calendar", "day"]) {
        Some(Unit::Days)
    } else {
        reader.unexpected("a day", "write day or business day");
        None
    };
    let direction = read_direction(reader);
    Some(Offset::Nth {
        count,
        unit: unit?,
        direction: direction?,
    })
}

fn read_count(reader: &mut Reader<'_>) -> Option<Offset> {
    let count = reader.cardinal();
    let unit = reader.unit();
    let direction = read_direction(reader);
    Some(Offset::Count {
        count: count?,
        unit: unit?,
        direction: direction?,
    })
}

/// The side that a word names.
fn direction_of(word: &str) -> Option<Direction> {
    let is = |words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(word));
    if is(&["before", "preceding", "prior"]) {
        Some(Direction::Before)
    } else if is(&["after", "following"]) {
        Some(Direction::After)
    } else {
        None
    }
}

/// Reads the side of an anchor on which a point lies.
fn read_direction(reader: &mut Reader<'_>) -> Option<Direction> {
    let direction = reader.peek(0).and_then(|word| direction_of(word.text));
    if direction.is_none() {
        reader.unexpected("a side of the event", "write before or after");
    } else if !reader.accept(&["prior", "to"]) {
        reader.take();
    }
    direction
}

/// The name with its article, "the meeting" but "notice".
fn with_article(name: &str) -> String {
    if WITHOUT_ARTICLE.contains(&name) {
        name.to_owned()
    } else {
        format!("the {name}")
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::Event(name) => f.write_str(&with_article(name)),
            Anchor::Anniversary(of) => write!(f, "the anniversary of {of}"),
            Anchor::Earlier(one, two) => write!(f, "the earlier of {one} and {two}"),
            Anchor::Later(one, two) => write!(f, "the later of {one} and {two}"),
        }
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Offset::DayOf => write!(f, "the day of"),
            Offset::Nth { count, unit, direction } => {
                let nth = if count == 1 {
                    String::new()
                } else {
                    format!("{} ", words::ordinal_text(count))
                };
                let side = match (direction, count) {
                    (Direction::Before, _) => "before",
                    // Counsel writes "the day after" but "the tenth day following".
                    (Direction::After, 1) => "after",
                    (Direction::After, _) => "following",
                };
                write!(f, "the {nth}{} {side}", unit.singular())
            }
            Offset::Count { count, unit, direction } => {
                let side = if direction == Direction::Before {
                    "before"
                } else {
                    "after"
                };
                write!(f, "{} {side}", unit.counted(count))
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.offset {
            None => self.anchor.fmt(f),
            Some(offset) => write!(f, "{offset} {}", self.anchor),
        }
    }
}

super::phrase!(Anchor);
