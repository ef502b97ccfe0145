//! A provision: one typed statement of an instrument, at its section.

use std::fmt;

use quorate_calendar::{Day, DayRule, HolidayShift, PointPhrase, WindowPhrase};
use quorate_kdl::Span;

use crate::citation::Citation;
use crate::fraction::Fraction;
use crate::proportion::Proportion;
use crate::standing::{Confidence, Effect, Reckoning, Vary};
use crate::vocabulary::{Definition, Field, Kinded, Term};

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A window of time.
    Window(WindowPhrase),
    /// A point in time.
    Point(PointPhrase),
    /// A day of the year.
    DayRule(DayRule),
    /// What follows on a holiday.
    Shift(HolidayShift),
    /// A fraction of a base.
    Proportion(Proportion),
    /// A fraction.
    Fraction(Fraction),
    /// A whole number.
    Count(u64),
    /// Yes or no.
    YesNo(bool),
    /// A date.
    Date(Day),
    /// A listed word or an office.
    Term(Term),
    /// Words of our own.
    Text(String),
}

impl fmt::Display for Value {
    /// The value as an instrument writes it, without quotation marks.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Window(value) => value.fmt(formatter),
            Self::Point(value) => value.fmt(formatter),
            Self::DayRule(value) => value.fmt(formatter),
            Self::Shift(value) => value.fmt(formatter),
            Self::Proportion(value) => value.fmt(formatter),
            Self::Fraction(value) => value.fmt(formatter),
            Self::Count(value) => value.fmt(formatter),
            Self::YesNo(value) => formatter.write_str(if *value { "#true" } else { "#false" }),
            Self::Date(value) => value.fmt(formatter),
            Self::Term(Term(value)) | Self::Text(value) => formatter.write_str(value),
        }
    }
}

/// What a provision reaches: scope keys with their words, in the order of the keys' names. Empty means everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Scope(pub Vec<(&'static str, String)>);

impl Scope {
    /// Whether this scope is the other's narrowed further.
    #[must_use]
    pub fn is_narrower_than(&self, other: &Scope) -> bool {
        self.0.len() > other.0.len() && other.0.iter().all(|entry| self.0.contains(entry))
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries: Vec<_> = self.0.iter().map(|(key, word)| format!("{key} {word}")).collect();
        formatter.write_str(&entries.join(", "))
    }
}

/// The days between which a provision is in force, both included, and the event whose day decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// First day; none when it has always been so for our purposes.
    pub from: Option<Day>,
    /// Last day; none when it still is.
    pub to: Option<Day>,
    /// The event by whose day the version is chosen.
    pub reckoned_by: Reckoning,
}

impl Validity {
    /// In force on every day.
    pub const ALWAYS: Validity = Validity {
        from: None,
        to: None,
        reckoned_by: Reckoning::Meeting,
    };

    /// Whether it is in force on a day.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether it begins or ends at all.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

/// One typed statement of an instrument.
#[derive(Clone, Debug)]
pub struct Provision {
    /// Its entry in the vocabulary.
    pub definition: &'static Definition,
    /// Where it stands.
    pub citation: Citation,
    /// What it reaches.
    pub scope: Scope,
    /// When it is in force.
    pub validity: Validity,
    /// Its effect on others; always present in a statute or overlay.
    pub effect: Option<Effect>,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// Who may say otherwise.
    pub vary: Option<Vary>,
    /// A remark shown with the provision.
    pub note: Option<String>,
    /// Its fields' values, in the order of the definition's fields.
    pub values: Vec<(&'static str, Vec<Value>)>,
    /// Its place in its file.
    pub span: Span,
}

impl Provision {
    /// The value of a field.
    #[must_use]
    pub fn get<T: Kinded>(&self, field: &Field<T>) -> Option<&T> {
        self.all_values(field.spec.name).first().and_then(T::view)
    }

    /// All values of a field that takes several.
    #[must_use]
    pub fn get_all<T: Kinded>(&self, field: &Field<T>) -> Vec<&T> {
        self.all_values(field.spec.name).iter().filter_map(T::view).collect()
    }

    /// Whether a yes-or-no field says yes; a field left out says no.
    #[must_use]
    pub fn says(&self, field: &Field<bool>) -> bool {
        self.get(field) == Some(&true)
    }

    /// The word of a field, if it has one.
    #[must_use]
    pub fn word(&self, field: &Field<Term>) -> Option<&str> {
        self.get(field).map(|term| term.0.as_str())
    }

    /// Whether two provisions say the same, wherever they stand.
    #[must_use]
    pub fn says_the_same_as(&self, other: &Provision) -> bool {
        self.definition == other.definition && self.values == other.values
    }

    /// The name and the values on one line, as the instrument writes them, without scope and validity.
    #[must_use]
    pub fn statement(&self) -> String {
        crate::print::statement(self)
    }

    fn all_values(&self, name: &str) -> &[Value] {
        self.values
            .iter()
            .find(|(field, _)| *field == name)
            .map_or(&[], |(_, values)| values)
    }
}
