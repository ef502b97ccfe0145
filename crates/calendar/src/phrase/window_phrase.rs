//! Windows around an event: "not less than 10 nor more than 60 days before the meeting".

use std::fmt;

use crate::counting::{self, Bounds, BusinessDays, Side, Unit};
use crate::day::Day;
use crate::moment::Moment;
use crate::phrase::PhraseError;
use crate::phrase::anchor::{Anchor, EvaluationError, read_anchor};
use crate::phrase::reader::Reader;
use crate::window::{DayWindow, MomentWindow, Readings};

/// A window around an event, by its least and greatest distance from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WindowPhrase {
    /// The least distance in units; none when the event itself is in the window.
    pub min: Option<u32>,
    /// The greatest distance in units; none when the window has no far end.
    pub max: Option<u32>,
    /// The unit of both.
    pub unit: Unit,
    /// The side of the event.
    pub side: Side,
    /// The event.
    pub anchor: Anchor,
    /// How the text words it, where it could be worded in several ways.
    pub wording: Wording,
}

/// How a window is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wording {
    /// "not less than … nor more than …", "at least …", "not more than …".
    Measured,
    /// "within 10 days after": the same window as "not more than 10 days after".
    Within,
    /// "not later than 60 days before": the same window as "at least 60 days before".
    ///
    /// "not later than 10 days after" sets only a last day: whatever is done before the event is in time too.
    NotLaterThan,
}

const BEGINNINGS: &str =
    "begin with \"not less than\", \"not more than\", \"at least\", \"not later than\" or \"within\"";

impl WindowPhrase {
    /// Reads "not less than 10 nor more than 60 days before the meeting", "at least 24 hours before the meeting", "not more
    /// than 10 days after the resolution", "not later than 60 days before the anniversary of the prior mailing", "within
    /// 30 days before or after the anniversary of the prior meeting", "at any time before the meeting".
    ///
    /// # Errors
    /// Every problem found, with its place and what is allowed there.
    pub fn parse(text: &str) -> Result<WindowPhrase, PhraseError> {
        let mut reader = Reader::new("window of time", text);
        let extent = read_extent(&mut reader);
        let side = read_side(&mut reader);
        let anchor = read_anchor(&mut reader, 0);
        let window = match (extent, side, anchor) {
            (Some(extent), Some(side), Some(anchor)) => assemble(&mut reader, extent, side, anchor),
            _ => None,
        };
        reader.finish(window)
    }

    /// The names of the events that it is counted from, each once.
    #[must_use]
    pub fn events(&self) -> Vec<&str> {
        self.anchor.events()
    }

    /// The bounds as the counting takes them.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let only_a_last_day = self.wording == Wording::NotLaterThan && self.side == Side::After;
        Bounds {
            min: self.min,
            max: self.max,
            unit: self.unit,
            side: self.side,
            open_at_event: only_a_last_day,
        }
    }

    /// The window of days, in every reading, given the days of the events. How the days are counted: [`crate::counting`].
    ///
    /// # Errors
    /// Every event that the resolver does not know, hours, or a day out of range.
    pub fn evaluate(
        &self,
        resolve: &dyn Fn(&str) -> Option<Day>,
        business: &BusinessDays,
    ) -> Result<Readings<DayWindow>, EvaluationError> {
        let anchor = self.anchor.evaluate(resolve, business)?;
        let earlier = counting::window(*anchor.earlier(), self.bounds(), business)?;
        let later = counting::window(*anchor.later(), self.bounds(), business)?;
        Ok(Readings::two(*earlier.earlier(), *later.later()))
    }

    /// The window of moments, given the moments of the events, for a window counted in hours.
    ///
    /// # Errors
    /// Every event that the resolver does not know, a unit other than hours, or a moment out of range.
    pub fn evaluate_moments(&self, resolve: &dyn Fn(&str) -> Option<Moment>) -> Result<MomentWindow, EvaluationError> {
        let anchor = self.anchor.evaluate_moment(resolve)?;
        Ok(counting::moment_window(anchor, self.bounds())?)
    }
}

/// What a window says before it names its side and event.
struct Extent {
    /// Its place in the text.
    start: usize,
    end: usize,
    shape: Shape,
    unit: Unit,
}

enum Shape {
    AtAnyTime,
    Between { min: Option<u32>, max: Option<u32> },
    Within(u32),
    NotLaterThan(u32),
}

fn read_extent(reader: &mut Reader<'_>) -> Option<Extent> {
    let start = reader.here().start;
    let (shape, unit) = read_shape(reader)?;
    let unit = match unit {
        Some(unit) => unit,
        None => reader.unit()?,
    };
    Some(Extent {
        start,
        end: reader.since(start).end,
        shape,
        unit,
    })
}

/// The shape, and the unit where it had to be read already.
fn read_shape(reader: &mut Reader<'_>) -> Option<(Shape, Option<Unit>)> {
    if reader.accept(&["at", "any", "time"]) {
        return Some((Shape::AtAnyTime, Some(Unit::Days)));
    }
    if reader.accept(&["within"]) {
        return reader.cardinal().map(|count| (Shape::Within(count), None));
    }
    if reader
        .accept_any(&[&["not", "later", "than"], &["no", "later", "than"]])
        .is_some()
    {
        return reader.cardinal().map(|count| (Shape::NotLaterThan(count), None));
    }
    if reader
        .accept_any(&[&["not", "less", "than"], &["no", "fewer", "than"], &["at", "least"]])
        .is_some()
    {
        let (min, max, unit) = read_bounds(reader, "more")?;
        return Some((Shape::Between { min: Some(min), max }, unit));
    }
    if reader
        .accept_any(&[&["not", "more", "than"], &["no", "more", "than"], &["at", "most"]])
        .is_some()
    {
        let (max, min, unit) = read_bounds(reader, "less")?;
        return Some((Shape::Between { min, max: Some(max) }, unit));
    }
    if reader
        .peek(0)
        .is_some_and(|word| crate::phrase::words::cardinal(word.text).is_some())
    {
        // A bare number: say what is missing, and read on for further problems.
        let span = reader.here();
        reader.problem(
            span,
            "the window does not say whether the number is its least or its greatest",
            BEGINNINGS,
        );
        reader.take();
    } else {
        reader.unexpected("the beginning of a window", BEGINNINGS);
        skip_to_number(reader);
    }
    reader.accept_unit();
    None
}

/// After an unreadable beginning, goes on at the side.
fn skip_to_number(reader: &mut Reader<'_>) {
    const SIDES: [&str; 4] = ["before", "after", "prior", "following"];
    while reader
        .peek(0)
        .is_some_and(|word| !SIDES.iter().any(|side| word.is(side)))
    {
        reader.take();
    }
}

/// A bound, and after "nor more than" (or "less") the other; the unit where it stands between them.
fn read_bounds(reader: &mut Reader<'_>, other: &str) -> Option<(u32, Option<u32>, Option<Unit>)> {
    let first = reader.cardinal();
    let second_follows = |reader: &Reader<'_>| reader.next_are(&["nor", other, "than"]);
    let mut unit = None;
    if !second_follows(reader) && reader.peek(0).is_some_and(|word| !word.is("nor")) {
        unit = reader.unit();
        unit?;
    }
    if reader.peek(0).is_some_and(|word| word.is("nor")) {
        reader.expect(&["nor", other, "than"]);
        let second = reader.cardinal();
        let span = reader.here();
        let second_unit = reader.unit();
        if let (Some(first_unit), Some(second_unit)) = (unit, second_unit)
            && first_unit != second_unit
        {
            let message = format!(
                "the window counts in {} and in {}",
                first_unit.plural(),
                second_unit.plural()
            );
            reader.problem(span, message, "write one unit for both numbers");
            return None;
        }
        return Some((first?, Some(second?), Some(second_unit?)));
    }
    Some((first?, None, unit))
}

fn read_side(reader: &mut Reader<'_>) -> Option<Side> {
    const SIDES: [(&[&str], Side); 6] = [
        (&["before", "or", "after"], Side::Either),
        (&["before"], Side::Before),
        (&["prior", "to"], Side::Before),
        (&["preceding"], Side::Before),
        (&["after"], Side::After),
        (&["following"], Side::After),
    ];
    let side = SIDES
        .iter()
        .find(|(words, _)| reader.accept(words))
        .map(|(_, side)| *side);
    if side.is_none() {
        reader.unexpected("a side of the event", "write before, after or \"before or after\"");
    }
    side
}

/// The window of these parts, when they go together.
fn assemble(reader: &mut Reader<'_>, extent: Extent, side: Side, anchor: Anchor) -> Option<WindowPhrase> {
    let (min, max, wording) = match (extent.shape, side) {
        (Shape::AtAnyTime, _) => (None, None, Wording::Measured),
        (Shape::Between { min, max }, _) => (min, max, Wording::Measured),
        (Shape::Within(count), _) => (None, Some(count), Wording::Within),
        (Shape::NotLaterThan(count), Side::Before) => (Some(count), None, Wording::NotLaterThan),
        (Shape::NotLaterThan(count), _) => (None, Some(count), Wording::NotLaterThan),
    };
    let span = extent.start..extent.end;
    if let (Some(least), Some(greatest)) = (min, max)
        && least > greatest
    {
        let message = format!(
            "no time is at least {least} and at most {greatest} {} away",
            extent.unit.plural()
        );
        reader.problem(span, message, "write the smaller number after \"not less than\"");
        return None;
    }
    if side == Side::Either && (wording != Wording::Within || max.is_none()) {
        let help = "write \"within\" and one number for a window on both sides of an event";
        reader.problem(span, "the words do not bound a window on both sides of the event", help);
        return None;
    }
    Some(WindowPhrase {
        min,
        max,
        unit: extent.unit,
        side,
        anchor,
        wording,
    })
}

impl fmt::Display for WindowPhrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = |count: u32| self.unit.counted(count);
        match (self.min, self.max, self.wording) {
            (None, None, _) => write!(f, "at any time"),
            (Some(min), Some(max), _) => write!(f, "not less than {min} nor more than {}", counted(max)),
            (Some(min), None, Wording::NotLaterThan) => write!(f, "not later than {}", counted(min)),
            (Some(min), None, _) => write!(f, "at least {}", counted(min)),
            (None, Some(max), Wording::NotLaterThan) => write!(f, "not later than {}", counted(max)),
            (None, Some(max), Wording::Within) => write!(f, "within {}", counted(max)),
            (None, Some(max), Wording::Measured) => write!(f, "not more than {}", counted(max)),
        }?;
        write!(f, " {} {}", self.side, self.anchor)
    }
}

super::phrase!(WindowPhrase);
