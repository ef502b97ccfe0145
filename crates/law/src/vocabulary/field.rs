//! Fields and definitions: the shape of a provision.

use std::marker::PhantomData;

use quorate_calendar::{Day, DayRule, HolidayShift, PointPhrase, WindowPhrase};

use crate::fraction::Fraction;
use crate::proportion::Proportion;
use crate::provision::Value;
use crate::standing::Effect;

/// Where a field stands on its node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The node's one argument.
    Argument,
    /// All of the node's arguments, in order.
    Arguments,
    /// A property of the field's name.
    Property,
}

/// What a field holds, and so how its text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A window of time: "not less than 10 nor more than 60 days before the meeting".
    Window,
    /// A point in time: "close of business on the day before notice".
    Point,
    /// A day of the year: "second Tuesday of March at 10:00".
    DayRule,
    /// What happens on a legal holiday: "next business day".
    Shift,
    /// A fraction of a base: "majority of voting power present".
    Proportion,
    /// A bare fraction: "majority".
    Fraction,
    /// A whole number.
    Count,
    /// `#true` or `#false`.
    YesNo,
    /// A date: "2001-11-12".
    Date,
    /// One of the words listed.
    Word(&'static [&'static str]),
    /// An office or body, in the texts' words: "chairman of the board".
    Office,
    /// Words of our own.
    Text,
}

impl Kind {
    /// What the field wants, for messages and references.
    #[must_use]
    pub fn expected(self) -> String {
        match self {
            Self::Window => {
                "a window of time such as \"not less than 10 nor more than 60 days before the meeting\"".into()
            }
            Self::Point => "a point in time such as \"close of business on the day before notice\"".into(),
            Self::DayRule => "a day of the year such as \"second Tuesday of March at 10:00\"".into(),
            Self::Shift => "what follows on a holiday, such as \"next business day\"".into(),
            Self::Proportion => "a proportion such as \"majority of voting power present\"".into(),
            Self::Fraction => "a fraction such as \"majority\" or \"2/3\"".into(),
            Self::Count => "a whole number".into(),
            Self::YesNo => "#true or #false".into(),
            Self::Date => "a date such as \"2001-11-12\"".into(),
            Self::Word(words) => format!("one of: {}", words.join("; ")),
            Self::Office => "an office or body such as \"chairman of the board\"".into(),
            Self::Text => "words in quotation marks".into(),
        }
    }
}

/// The shape of one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// The name; a property's name in the file.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// What it holds.
    pub kind: Kind,
    /// Whether a provision without it is refused.
    pub required: bool,
    /// What it means.
    pub doc: &'static str,
}

/// A Rust type that a field can hold.
pub trait Kinded {
    /// The kind whose values are of this type.
    const KIND: Kind;
    /// The value as this type; `None` for a value of another kind.
    fn view(value: &Value) -> Option<&Self>;
}

macro_rules! kinded {
    ($($type:ty, $kind:expr, $variant:ident;)+) => {
        $(impl Kinded for $type {
            const KIND: Kind = $kind;
            fn view(value: &Value) -> Option<&Self> {
                if let Value::$variant(inner) = value { Some(inner) } else { None }
            }
        })+
    };
}

kinded! {
    WindowPhrase, Kind::Window, Window;
    PointPhrase, Kind::Point, Point;
    DayRule, Kind::DayRule, DayRule;
    HolidayShift, Kind::Shift, Shift;
    Proportion, Kind::Proportion, Proportion;
    Fraction, Kind::Fraction, Fraction;
    u64, Kind::Count, Count;
    bool, Kind::YesNo, YesNo;
    Day, Kind::Date, Date;
    String, Kind::Text, Text;
}

/// One of a field's listed words, or an office.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term(pub String);

impl Kinded for Term {
    const KIND: Kind = Kind::Office;
    fn view(value: &Value) -> Option<&Self> {
        if let Value::Term(term) = value {
            Some(term)
        } else {
            None
        }
    }
}

/// A typed key: the field of a definition, and the type of its value.
#[derive(Debug)]
pub struct Field<T> {
    /// The shape.
    pub spec: FieldSpec,
    marker: PhantomData<fn() -> T>,
}

impl<T: Kinded> Field<T> {
    /// The node's one argument, required.
    #[must_use]
    pub const fn argument(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, Place::Argument, true, doc)
    }

    /// All of the node's arguments, at least one.
    #[must_use]
    pub const fn arguments(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, Place::Arguments, true, doc)
    }

    /// A property, not required.
    #[must_use]
    pub const fn property(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, Place::Property, false, doc)
    }

    /// The same field, not required.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.spec.required = false;
        self
    }

    /// The same field, required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.spec.required = true;
        self
    }

    const fn new(name: &'static str, place: Place, required: bool, doc: &'static str) -> Self {
        Self {
            spec: FieldSpec {
                name,
                place,
                kind: T::KIND,
                required,
                doc,
            },
            marker: PhantomData,
        }
    }
}

impl Field<Term> {
    /// The same field, held to a list of words.
    #[must_use]
    pub const fn one_of(mut self, words: &'static [&'static str]) -> Self {
        self.spec.kind = Kind::Word(words);
        self
    }
}

/// One entry of the vocabulary.
#[derive(Debug)]
pub struct Definition {
    /// The node's name in an instrument.
    pub name: &'static str,
    /// What it states, as a heading.
    pub title: &'static str,
    /// The questions that consult it, by id.
    pub feeds: &'static [&'static str],
    /// The effect it has when the statute says it and the provision states none.
    pub statute_effect: Effect,
    /// What it states, when it applies, and its sources, in our words.
    pub doc: &'static str,
    /// One or more lines that read without error.
    pub example: &'static str,
    /// The fields, arguments first.
    pub fields: &'static [&'static FieldSpec],
    /// The scope keys it takes.
    pub scopes: &'static [&'static str],
}

impl PartialEq for Definition {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Definition {}
