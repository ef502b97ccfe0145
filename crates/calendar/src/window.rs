//! Windows of days and of moments, and the readings of a doubtful text.

use std::fmt;

use crate::day::Day;
use crate::moment::Moment;

/// The days from the earliest to the latest, both included; an end that is absent is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayWindow {
    /// The first day in the window; none when it has no first day.
    pub earliest: Option<Day>,
    /// The last day in the window; none when it has no last day.
    pub latest: Option<Day>,
}

/// The moments from the earliest to the latest, both included; an end that is absent is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MomentWindow {
    /// The first moment in the window; none when it has no first moment.
    pub earliest: Option<Moment>,
    /// The last moment in the window; none when it has no last moment.
    pub latest: Option<Moment>,
}

/// Both kinds of window are the same but for what they hold.
macro_rules! window {
    ($window:ident, $item:ident, $items:literal) => {
        impl $window {
            /// The window open at both ends.
            pub const OPEN: $window = $window { earliest: None, latest: None };

            /// The window from the earliest to the latest, both included.
            #[must_use]
            pub fn new(earliest: Option<$item>, latest: Option<$item>) -> $window {
                $window { earliest, latest }
            }

            /// Whether it lies in the window; both ends do.
            #[must_use]
            pub fn contains(&self, item: $item) -> bool {
                self.earliest.is_none_or(|earliest| earliest <= item)
                    && self.latest.is_none_or(|latest| item <= latest)
            }

            /// What lies in both windows.
            #[must_use]
            pub fn intersect(&self, other: &$window) -> $window {
                $window {
                    // None orders before every earliest, which is what an open beginning means.
                    earliest: self.earliest.max(other.earliest),
                    latest: match (self.latest, other.latest) {
                        (Some(one), Some(two)) => Some(one.min(two)),
                        (one, two) => one.or(two),
                    },
                }
            }

            /// Whether nothing lies in the window: it would end before it begins.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                matches!((self.earliest, self.latest), (Some(earliest), Some(latest)) if latest < earliest)
            }
        }

        impl fmt::Display for $window {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match (self.earliest, self.latest) {
                    _ if self.is_empty() => write!(f, concat!("no ", $items)),
                    (None, None) => write!(f, concat!("any ", $items)),
                    (Some(earliest), None) => write!(f, "on or after {earliest}"),
                    (None, Some(latest)) => write!(f, "on or before {latest}"),
                    (Some(earliest), Some(latest)) if earliest == latest => write!(f, "on {earliest} only"),
                    (Some(earliest), Some(latest)) => write!(f, "{earliest} to {latest}, both included"),
                }
            }
        }
    };
}

window!(DayWindow, Day, "day");
window!(MomentWindow, Moment, "moment");

/// What a text gives: one value, or several where the text can be read in several ways.
///
/// Never empty, no value twice, the earlier reading first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Readings<T>(Vec<T>);

impl<T: PartialEq + Clone> Readings<T> {
    /// The only reading.
    #[must_use]
    pub fn one(value: T) -> Readings<T> {
        Readings(vec![value])
    }

    /// Both readings, the earlier first; one when they are the same.
    #[must_use]
    pub fn two(earlier: T, later: T) -> Readings<T> {
        if earlier == later {
            Readings(vec![earlier])
        } else {
            Readings(vec![earlier, later])
        }
    }

    /// The earlier reading: the safe one for a person who must act in time.
    #[must_use]
    pub fn earlier(&self) -> &T {
        self.0.first().expect("readings are never empty")
    }

    /// The later reading: the safe one for deciding that a person acted too late.
    #[must_use]
    pub fn later(&self) -> &T {
        self.0.last().expect("readings are never empty")
    }

    /// The value when the text has only one reading.
    #[must_use]
    pub fn sole(&self) -> Option<&T> {
        if self.is_doubtful() { None } else { self.0.first() }
    }

    /// Whether there is more than one reading.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.0.len() > 1
    }

    /// Every reading, the earlier first.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Every reading as a list.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<T: PartialEq + Clone + Ord> Readings<T> {
    /// The readings of all of these, sorted, each once.
    ///
    /// None when there is no value at all.
    #[must_use]
    pub fn sorted(mut values: Vec<T>) -> Option<Readings<T>> {
        values.sort();
        values.dedup();
        if values.is_empty() {
            None
        } else {
            Some(Readings(values))
        }
    }
}

impl<'a, T> IntoIterator for &'a Readings<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: fmt::Display> fmt::Display for Readings<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, value) in self.0.iter().enumerate() {
            let join = if index == 0 { "" } else { " or " };
            write!(f, "{join}{value}")?;
        }
        Ok(())
    }
}
