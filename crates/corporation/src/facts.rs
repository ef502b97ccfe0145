//! Facts: what a question is told. Facts have the names of the acts' own properties.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use quorate_calendar::{CivilMoment, Day};

use crate::quantity::Quantity;

/// What a fact holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// A date: 2002-04-17.
    Day,
    /// A local date and hour: 2002-04-17T10:00; a date alone where the question allows it.
    Moment,
    /// yes or no.
    YesNo,
    /// An exact number of shares or votes.
    Quantity,
    /// A whole number.
    Count,
    /// One of the words listed.
    Word(&'static [&'static str]),
    /// Words.
    Text,
    /// Several words, separated by commas.
    List,
    /// Named rows of quantities: one per nominee or class, with the columns listed.
    Rows(&'static [&'static str]),
}

impl FactKind {
    /// What the fact wants, for messages and references.
    #[must_use]
    pub fn expected(self) -> String {
        match self {
            Self::Day => "a date such as 2002-04-17".into(),
            Self::Moment => "a date and hour such as 2002-04-17T10:00".into(),
            Self::YesNo => "yes or no".into(),
            Self::Quantity => "a number of shares or votes such as 1,000 or 10.5".into(),
            Self::Count => "a whole number".into(),
            Self::Word(words) => format!("one of: {}", words.join("; ")),
            Self::Text => "words".into(),
            Self::List => "words separated by commas".into(),
            Self::Rows(columns) => format!(
                "a name and columns, such as \"Doe {}=100\"; columns: {}",
                columns.first().unwrap_or(&""),
                columns.join(", ")
            ),
        }
    }
}

/// The shape of a fact.
#[derive(Debug, PartialEq, Eq)]
pub struct FactSpec {
    /// The name.
    pub name: &'static str,
    /// What it holds.
    pub kind: FactKind,
    /// What it means.
    pub doc: &'static str,
    /// The word taken when nobody states the fact; the answer then says so and shows what the other words would give.
    pub otherwise: Option<&'static str>,
}

/// One named row of quantities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose row it is.
    pub name: String,
    /// The columns that were given.
    pub columns: Vec<(String, Quantity)>,
}

impl Row {
    /// A column's quantity; nothing when it was not given.
    #[must_use]
    pub fn column(&self, name: &str) -> Quantity {
        self.columns
            .iter()
            .find(|(column, _)| column == name)
            .map_or_else(Quantity::zero, |(_, quantity)| quantity.clone())
    }

    /// Whether the column was given.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|(column, _)| column == name)
    }
}

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// A date.
    Day(Day),
    /// A local date and hour.
    Moment(CivilMoment),
    /// Yes or no.
    YesNo(bool),
    /// Shares or votes.
    Quantity(Quantity),
    /// A whole number.
    Count(u64),
    /// A listed word.
    Word(&'static str),
    /// Words.
    Text(String),
    /// Several words.
    List(Vec<String>),
    /// Rows.
    Rows(Vec<Row>),
}

impl std::fmt::Display for FactValue {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(value) => value.fmt(formatter),
            Self::Moment(value) => value.fmt(formatter),
            Self::YesNo(value) => formatter.write_str(if *value { "yes" } else { "no" }),
            Self::Quantity(value) => value.fmt(formatter),
            Self::Count(value) => value.fmt(formatter),
            Self::Word(value) => formatter.write_str(value),
            Self::Text(value) => formatter.write_str(value),
            Self::List(values) => formatter.write_str(&values.join(", ")),
            Self::Rows(rows) => {
                let rows: Vec<_> = rows
                    .iter()
                    .map(|row| {
                        let columns: Vec<_> = row
                            .columns
                            .iter()
                            .map(|(name, quantity)| format!("{name}={quantity}"))
                            .collect();
                        format!("{} {}", row.name, columns.join(" "))
                    })
                    .collect();
                formatter.write_str(&rows.join("; "))
            }
        }
    }
}

/// A Rust type that a fact can hold.
pub trait FactType: Clone {
    /// The kind whose values are of this type.
    const KIND: FactKind;
    /// The value as this type.
    fn view(value: &FactValue) -> Option<Self>;
}

macro_rules! fact_types {
    ($($type:ty, $kind:expr, $variant:ident;)+) => {
        $(impl FactType for $type {
            const KIND: FactKind = $kind;
            fn view(value: &FactValue) -> Option<Self> {
                if let FactValue::$variant(inner) = value { Some(inner.clone()) } else { None }
            }
        })+
    };
}

fact_types! {
    Day, FactKind::Day, Day;
    CivilMoment, FactKind::Moment, Moment;
    bool, FactKind::YesNo, YesNo;
    Quantity, FactKind::Quantity, Quantity;
    u64, FactKind::Count, Count;
    &'static str, FactKind::Word(&[]), Word;
    String, FactKind::Text, Text;
    Vec<String>, FactKind::List, List;
    Vec<Row>, FactKind::Rows(&[]), Rows;
}

/// A typed key: a fact and the type of its value.
#[derive(Debug)]
pub struct Fact<T> {
    /// The shape.
    pub spec: FactSpec,
    marker: PhantomData<fn() -> T>,
}

impl<T: FactType> Fact<T> {
    /// A fact of a name.
    #[must_use]
    pub const fn new(name: &'static str, doc: &'static str) -> Self {
        Self {
            spec: FactSpec {
                name,
                kind: T::KIND,
                doc,
                otherwise: None,
            },
            marker: PhantomData,
        }
    }
}

impl Fact<&'static str> {
    /// A fact that is one of the words listed.
    #[must_use]
    pub const fn word(name: &'static str, words: &'static [&'static str], doc: &'static str) -> Self {
        Self {
            spec: FactSpec {
                name,
                kind: FactKind::Word(words),
                doc,
                otherwise: None,
            },
            marker: PhantomData,
        }
    }

    /// The same fact, with the word taken when nobody states it.
    #[must_use]
    pub const fn otherwise(mut self, word: &'static str) -> Self {
        self.spec.otherwise = Some(word);
        self
    }
}

impl Fact<Vec<Row>> {
    /// A fact that is rows with the columns listed.
    #[must_use]
    pub const fn rows(name: &'static str, columns: &'static [&'static str], doc: &'static str) -> Self {
        Self {
            spec: FactSpec {
                name,
                kind: FactKind::Rows(columns),
                doc,
                otherwise: None,
            },
            marker: PhantomData,
        }
    }
}

/// The day whose law applies, where no fact of the question gives it.
pub static LAW_ON: Fact<Day> = Fact::new(
    "on",
    "the day whose law applies, when the question's own facts do not give it",
);

/// Before the name of a provision: whether a certificate that is not fully known is silent on that point.
pub const CERTIFICATE_PREFIX: &str = "certificate-on-";

/// The words for a fact that begins with [`CERTIFICATE_PREFIX`].
pub const CERTIFICATE_WORDS: &[&str] = &["silent", "says otherwise"];

/// What is known. Names are unique; a fact is known or it is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    known: BTreeMap<String, FactValue>,
}

impl Facts {
    /// Nothing known.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// These facts and one more; an earlier value of the same name gives way.
    #[must_use]
    pub fn with(mut self, name: &str, value: FactValue) -> Self {
        self.known.insert(name.to_owned(), value);
        self
    }

    /// These facts without the one of a name.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.known.remove(name);
        self
    }

    /// Sets a fact from its typed key.
    pub fn set(&mut self, spec: &FactSpec, value: FactValue) {
        self.known.insert(spec.name.to_owned(), value);
    }

    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&FactValue> {
        self.known.get(name)
    }

    /// The value of a typed fact.
    #[must_use]
    pub fn known<T: FactType>(&self, fact: &Fact<T>) -> Option<T> {
        self.get(fact.spec.name).and_then(T::view)
    }

    /// The names and values, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &FactValue)> {
        self.known.iter().map(|(name, value)| (name.as_str(), value))
    }
}

/// Reads a fact's value as the command line, a case or a diary writes it.
///
/// # Errors
/// A sentence that says what was found and what the fact wants.
pub fn read_fact(spec: &FactSpec, text: &str) -> Result<FactValue, String> {
    let wrong = |why: String| format!("{}: {why}", spec.name);
    match spec.kind {
        FactKind::Day => Day::parse(text)
            .map(FactValue::Day)
            .map_err(|error| wrong(error.to_string())),
        FactKind::Moment => CivilMoment::parse(text)
            .map(FactValue::Moment)
            .map_err(|error| wrong(error.to_string())),
        FactKind::YesNo => match text {
            "yes" | "true" => Ok(FactValue::YesNo(true)),
            "no" | "false" => Ok(FactValue::YesNo(false)),
            _ => Err(wrong(format!("\"{text}\" is neither yes nor no"))),
        },
        FactKind::Quantity => Quantity::parse(text).map(FactValue::Quantity).map_err(wrong),
        FactKind::Count => text
            .replace(',', "")
            .parse()
            .map(FactValue::Count)
            .map_err(|_| wrong(format!("\"{text}\" is not a whole number"))),
        FactKind::Word(words) => words
            .iter()
            .find(|word| **word == text)
            .map(|word| FactValue::Word(word))
            .ok_or_else(|| wrong(format!("\"{text}\" is not one of: {}", words.join("; ")))),
        FactKind::Text => Ok(FactValue::Text(text.to_owned())),
        FactKind::List => Ok(FactValue::List(
            text.split(',')
                .map(|item| item.trim().to_owned())
                .filter(|item| !item.is_empty())
                .collect(),
        )),
        FactKind::Rows(columns) => text
            .split(';')
            .map(str::trim)
            .filter(|row| !row.is_empty())
            .map(|row| read_row(row, columns))
            .collect::<Result<_, _>>()
            .map(FactValue::Rows)
            .map_err(wrong),
    }
}

/// Reads one row, "Doe for=100 against=5".
fn read_row(text: &str, columns: &[&str]) -> Result<Row, String> {
    let mut name = String::new();
    let mut given: Vec<(String, Quantity)> = Vec::new();
    for word in text.split_whitespace() {
        match word.split_once('=') {
            None if given.is_empty() => {
                if !name.is_empty() {
                    name.push(' ');
                }
                name.push_str(word);
            }
            None => return Err(format!("\"{word}\" stands after the columns of \"{name}\"")),
            Some((column, quantity)) => {
                if !columns.contains(&column) {
                    return Err(format!("\"{column}\" is not a column; columns: {}", columns.join(", ")));
                }
                if given.iter().any(|(earlier, _)| earlier == column) {
                    return Err(format!("the column {column} of \"{name}\" is given twice"));
                }
                given.push((column.to_owned(), Quantity::parse(quantity)?));
            }
        }
    }
    if name.is_empty() {
        return Err(format!("the row \"{text}\" has no name"));
    }
    Ok(Row { name, columns: given })
}
