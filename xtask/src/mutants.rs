//! Mutants: an instrument with one number, word, office, fraction or date of one provision changed.
//!
//! Each changed instrument says something that its text does not say, so some case has to notice.
//! Texts in our own words are not changed: nothing turns on them.

use quorate_calendar::{Day, DayRule, HolidayShift, PointPhrase, WindowPhrase};
use quorate_law::vocabulary::{FieldSpec, Kind, Term};
use quorate_law::{Base, Content, Fraction, Instrument, Proportion, Provision, Side, Value};

/// What stands where an office was, in a mutant.
const ANOTHER_OFFICE: &str = "another office";

/// One changed instrument, described without making it.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The section's number.
    pub section: String,
    /// The provision: its clauses, name and scope.
    pub provision: String,
    /// The name of the provision in the vocabulary.
    pub definition: &'static str,
    /// What is changed, from what to what.
    pub mutation: String,
    /// Section, part and content in the instrument.
    pub(crate) place: (usize, usize, usize),
    change: Change,
}

#[derive(Clone, Debug)]
enum Change {
    Removed,
    From(Day),
    To(Day),
    LeftOut(&'static str),
    Value(&'static str, usize, Value),
}

/// Every mutant of an instrument, in the order of its text.
#[must_use]
pub fn mutants(instrument: &Instrument) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (section_index, section) in instrument.sections.iter().enumerate() {
        for (part_index, part) in section.parts.iter().enumerate() {
            for (content_index, content) in part.contents.iter().enumerate() {
                let Content::Provision(provision) = content else {
                    continue;
                };
                let described = describe(provision);
                all.extend(changes(provision).into_iter().map(|(mutation, change)| Mutant {
                    section: section.number.clone(),
                    provision: described.clone(),
                    definition: provision.definition.name,
                    mutation,
                    place: (section_index, part_index, content_index),
                    change,
                }));
            }
        }
    }
    all
}

impl Mutant {
    /// The instrument with the change.
    #[must_use]
    pub fn apply(&self, instrument: &Instrument) -> Instrument {
        let mut changed = instrument.clone();
        let (section, part, content) = self.place;
        let contents = &mut changed.sections[section].parts[part].contents;
        if matches!(self.change, Change::Removed) {
            contents.remove(content);
            return changed;
        }
        if let Content::Provision(provision) = &mut contents[content] {
            self.change.apply(provision);
        }
        changed
    }
}

impl Change {
    fn apply(&self, provision: &mut Provision) {
        match self {
            Self::Removed => {}
            Self::From(day) => provision.validity.from = Some(*day),
            Self::To(day) => provision.validity.to = Some(*day),
            Self::LeftOut(name) => provision.values.retain(|(field, _)| field != name),
            Self::Value(name, index, value) => {
                for (_, values) in provision.values.iter_mut().filter(|(field, _)| field == name) {
                    values[*index] = value.clone();
                }
            }
        }
    }
}

/// The provision among those of its section: its clauses, name and scope, and its period where it has one.
fn describe(provision: &Provision) -> String {
    let mut described = provision.citation.clauses.join(" ");
    if !described.is_empty() {
        described.push(' ');
    }
    described.push_str(provision.definition.name);
    if !provision.scope.0.is_empty() {
        described.push_str(&format!(" ({})", provision.scope));
    }
    for (word, day) in [("from", provision.validity.from), ("to", provision.validity.to)] {
        described.push_str(&day.map_or_else(String::new, |day| format!(" {word} {day}")));
    }
    described
}

fn changes(provision: &Provision) -> Vec<(String, Change)> {
    let mut changes = vec![("the provision is left out".to_owned(), Change::Removed)];
    if let Some((from, later)) = provision
        .validity
        .from
        .and_then(|from| Some((from, from.plus_days(1).ok()?)))
    {
        changes.push((format!("from: {from} → {later}"), Change::From(later)));
    }
    if let Some((to, earlier)) = provision.validity.to.and_then(|to| Some((to, to.plus_days(-1).ok()?))) {
        changes.push((format!("to: {to} → {earlier}"), Change::To(earlier)));
    }
    for (name, values) in &provision.values {
        let Some(spec) = provision.definition.fields.iter().find(|spec| spec.name == *name) else {
            continue;
        };
        for (index, value) in values.iter().enumerate() {
            if let (Value::Term(_), Kind::Word([_])) = (value, spec.kind) {
                changes.push((format!("{name}: {value} → left out"), Change::LeftOut(name)));
            }
            for other in others(value, spec) {
                changes.push((format!("{name}: {value} → {other}"), Change::Value(name, index, other)));
            }
        }
    }
    changes
}

/// Every other value that stands one change away.
fn others(value: &Value, spec: &FieldSpec) -> Vec<Value> {
    match value {
        Value::Window(phrase) => phrases(phrase).into_iter().map(Value::Window).collect(),
        Value::Point(phrase) => phrases(phrase).into_iter().map(Value::Point).collect(),
        Value::DayRule(phrase) => phrases(phrase).into_iter().map(Value::DayRule).collect(),
        Value::Shift(HolidayShift::None) => vec![Value::Shift(HolidayShift::NextBusinessDay)],
        Value::Shift(shift) => phrases(shift)
            .into_iter()
            .chain([HolidayShift::None])
            .map(Value::Shift)
            .collect(),
        Value::Proportion(proportion) => proportions(*proportion).into_iter().map(Value::Proportion).collect(),
        Value::Fraction(fraction) => fractions(*fraction).into_iter().map(Value::Fraction).collect(),
        Value::Count(count) => neighbours(*count).into_iter().map(Value::Count).collect(),
        Value::YesNo(value) => vec![Value::YesNo(!value)],
        Value::Date(day) => day.plus_days(1).ok().map(Value::Date).into_iter().collect(),
        Value::Term(Term(word)) => terms(word, spec.kind),
        Value::Text(_) => Vec::new(),
    }
}

/// A phrase of time whose numbers and words can be changed.
trait Phrase: Clone + PartialEq {
    fn numbers(&self) -> Vec<u64>;
    fn with_number(&self, index: usize, value: u64) -> Self;
    fn words(&self) -> Vec<String>;
    fn with_word(&self, index: usize, word: &str) -> Self;
}

macro_rules! phrase {
    ($($type:ty),+) => {
        $(impl Phrase for $type {
            fn numbers(&self) -> Vec<u64> {
                self.numbers()
            }
            fn with_number(&self, index: usize, value: u64) -> Self {
                self.with_number(index, value)
            }
            fn words(&self) -> Vec<String> {
                self.words()
            }
            fn with_word(&self, index: usize, word: &str) -> Self {
                self.with_word(index, word)
            }
        })+
    };
}
phrase!(WindowPhrase, PointPhrase, DayRule, HolidayShift);

/// The phrase with each number one more and one less, and each word another; what would be no such phrase is left out.
fn phrases<P: Phrase>(phrase: &P) -> Vec<P> {
    let mut changed = Vec::new();
    for (index, number) in phrase.numbers().into_iter().enumerate() {
        changed.extend(
            neighbours(number)
                .into_iter()
                .map(|other| phrase.with_number(index, other)),
        );
    }
    for (index, word) in phrase.words().iter().enumerate() {
        changed.extend(another_word(word).map(|other| phrase.with_word(index, other)));
    }
    changed.retain(|other| other != phrase);
    changed
}

/// One more, and one less where there is less.
fn neighbours(number: u64) -> Vec<u64> {
    number.checked_add(1).into_iter().chain(number.checked_sub(1)).collect()
}

fn another_word(word: &str) -> Option<&'static str> {
    const WEEKDAYS: &[&str] = &[
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    const MONTHS: &[&str] = &[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const RINGS: &[&[&str]] = &[
        WEEKDAYS,
        MONTHS,
        &["before", "after"],
        &["following", "before"],
        &["earlier", "later"],
        &["next", "previous"],
        &["last", "first"],
    ];
    RINGS.iter().find_map(|ring| next_in(ring, word))
}

/// The word after a word in a ring of them; none when the word is not in it.
fn next_in<'a>(ring: &[&'a str], word: &str) -> Option<&'a str> {
    let index = ring.iter().position(|known| *known == word)?;
    ring.iter().copied().cycle().nth(index + 1)
}

/// Words that say the same moment: a change from one to the other changes nothing that anyone could ask.
const THE_SAME: [&str; 2] = ["when sent", "when directed"];

/// Another of the listed words, or another office.
fn terms(word: &str, kind: Kind) -> Vec<Value> {
    let says_the_same = |other: &str| other == word || (THE_SAME.contains(&other) && THE_SAME.contains(&word));
    let other = match kind {
        Kind::Word(words) => {
            let index = words.iter().position(|known| *known == word).unwrap_or(0);
            words
                .iter()
                .copied()
                .cycle()
                .skip(index)
                .take(words.len())
                .find(|other| !says_the_same(other))
        }
        _ => Some(ANOTHER_OFFICE),
    };
    other
        .map(|other| Value::Term(Term(other.to_owned())))
        .into_iter()
        .collect()
}

/// The fraction with the other side winning, and another fraction.
fn fractions(fraction: Fraction) -> Vec<Fraction> {
    const TWO_THIRDS: Fraction = Fraction {
        numerator: 2,
        denominator: 3,
        side: Side::AtLeast,
    };
    let is_half = u128::from(fraction.numerator) * 2 == u128::from(fraction.denominator);
    let other = if is_half { TWO_THIRDS } else { Fraction::MAJORITY };
    let side = match fraction.side {
        Side::AtLeast => Side::MoreThan,
        Side::MoreThan => Side::AtLeast,
    };
    // More than the whole cannot be reached, and is no fraction that a text could state.
    let is_whole = fraction.numerator == fraction.denominator;
    let flipped = (!is_whole).then_some(Fraction { side, ..fraction });
    flipped.into_iter().chain([other]).collect()
}

/// The proportion with another fraction, and of another base that is counted in the same things.
fn proportions(proportion: Proportion) -> Vec<Proportion> {
    let of_fraction = fractions(proportion.fraction)
        .into_iter()
        .map(|fraction| Proportion { fraction, ..proportion });
    let bases = Base::ALL
        .iter()
        .filter(|base| base.measure() == proportion.base.measure() && **base != proportion.base);
    let of_base = bases.take(1).map(|base| Proportion {
        base: *base,
        ..proportion
    });
    of_fraction.chain(of_base).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use quorate_law::read_instrument;

    fn all(lines: &str) -> Vec<String> {
        let text = format!("bylaws \"Oak, Inc.\" {{\n section \"1.1\" \"Oak\" {{\n{lines}\n}}\n}}\n");
        let instrument = read_instrument("oak/bylaws", &text).unwrap();
        mutants(&instrument)
            .iter()
            .map(|mutant| {
                let changed = mutant.apply(&instrument);
                assert_ne!(
                    changed.sections[0].fingerprint(),
                    instrument.sections[0].fingerprint(),
                    "{}",
                    mutant.mutation
                );
                mutant.mutation.clone()
            })
            .collect()
    }

    #[test]
    fn a_window_changes_at_both_ends() {
        let mutations =
            all("stockholder-notice \"not less than 10 nor more than 60 days before the meeting\" form=\"writing\"");
        let window = "window: not less than 10 nor more than 60 days before the meeting → not less than";
        for changed in [
            "11 nor more than 60 days before",
            "9 nor more than 60 days before",
            "10 nor more than 61 days before",
            "10 nor more than 59 days before",
        ] {
            assert!(
                mutations.contains(&format!("{window} {changed} the meeting")),
                "{changed}: {mutations:#?}"
            );
        }
        assert!(mutations.contains(&"form: writing → left out".to_owned()));
        assert!(mutations.contains(&"the provision is left out".to_owned()));
    }

    #[test]
    fn a_day_rule_changes_in_each_of_its_words() {
        let mutations = all(
            "annual-meeting \"second Tuesday of March at 10:00\" designated-by=\"board of directors\" on-holiday=\"next business day\"",
        );
        for changed in [
            "third Tuesday of March at 10:00",
            "first Tuesday of March at 10:00",
            "second Wednesday of March at 10:00",
            "second Tuesday of April at 10:00",
            "second Tuesday of March at 11:00",
        ] {
            assert!(
                mutations
                    .iter()
                    .any(|mutation| mutation.ends_with(&format!("→ {changed}"))),
                "{changed}: {mutations:#?}"
            );
        }
        assert!(
            mutations
                .iter()
                .any(|mutation| mutation.starts_with("on-holiday: next business day → "))
        );
    }

    #[test]
    fn proportions_counts_offices_and_flags_change() {
        let mutations = all(
            "stockholder-quorum \"majority of shares outstanding and entitled to vote\" treasury=#false\nvotes-per-share 1\npresides \"chairman of the board\" \"president\" body=\"stockholders\"",
        );
        for changed in [
            "half of shares outstanding and entitled to vote",
            "at least 2/3 of shares outstanding and entitled to vote",
            "majority of shares outstanding",
            "#false → #true",
            "1 → 2",
            "1 → 0",
            "chairman of the board → another office",
            "president → another office",
        ] {
            assert!(
                mutations.iter().any(|mutation| mutation.ends_with(changed)),
                "{changed}: {mutations:#?}"
            );
        }
    }
}
