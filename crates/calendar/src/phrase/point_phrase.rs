//! Points in time: "close of business on the tenth day following the mailing".

use std::fmt;

use crate::counting::BusinessDays;
use crate::day::Day;
use crate::hour::{CivilMoment, CloseOfBusiness};
use crate::moment::Moment;
use crate::phrase::PhraseError;
use crate::phrase::anchor::{EvaluationError, Offset, Point, read_point};
use crate::phrase::reader::Reader;
use crate::window::Readings;

/// A day, or the close of business on it, counted from an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PointPhrase {
    /// Whether the point is the close of business of the day, and not the whole day.
    pub close_of_business: bool,
    /// The day.
    pub point: Point,
}

impl PointPhrase {
    /// Reads "close of business on the day before notice", "90 days before the meeting", "the meeting", "the later of the
    /// day of the resolution and the sixtieth day before the action".
    ///
    /// # Errors
    /// Every problem found, with its place and what is allowed there.
    pub fn parse(text: &str) -> Result<PointPhrase, PhraseError> {
        let mut reader = Reader::new("point in time", text);
        let close_of_business = reader
            .accept_any(&[&["close", "of", "business"], &["the", "close", "of", "business"]])
            .is_some();
        if close_of_business {
            reader.accept(&["on"]);
        }
        let point = read_point(&mut reader, 0);
        reader.finish(point.map(|point| PointPhrase {
            close_of_business,
            point,
        }))
    }

    /// The names of the events that it is counted from, each once.
    #[must_use]
    pub fn events(&self) -> Vec<&str> {
        self.point.anchor.events()
    }

    /// The day, in every reading, given the days of the events.
    ///
    /// # Errors
    /// Every event that the resolver does not know, hours, or a day out of range.
    pub fn evaluate(
        &self,
        resolve: &dyn Fn(&str) -> Option<Day>,
        business: &BusinessDays,
    ) -> Result<Readings<Day>, EvaluationError> {
        self.point.evaluate(resolve, business)
    }

    /// The moment, given the moments of the events, for a point counted in hours.
    ///
    /// # Errors
    /// Every event that the resolver does not know, a period other than hours, or a moment out of range.
    pub fn evaluate_moment(&self, resolve: &dyn Fn(&str) -> Option<Moment>) -> Result<Moment, EvaluationError> {
        self.point.evaluate_moment(resolve)
    }

    /// The local hour of the point on that day: its close of business, or none when the point is the whole day.
    #[must_use]
    pub fn hour_on(&self, day: Day, close: CloseOfBusiness) -> Option<CivilMoment> {
        self.close_of_business.then(|| close.on(day))
    }
}

impl fmt::Display for PointPhrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.close_of_business, self.point.offset) {
            (false, _) => self.point.fmt(f),
            (true, Some(Offset::Count { .. })) => write!(f, "close of business {}", self.point),
            (true, _) => write!(f, "close of business on {}", self.point),
        }
    }
}

super::phrase!(PointPhrase);
