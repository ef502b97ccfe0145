//! Facts that the questions on written consents share.

use quorate_calendar::Day;
use quorate_law::vocabulary::{Field, Kind, Term};

use crate::facts::Fact;

/// When the first consent was delivered.
pub static FIRST_DELIVERY: Fact<Day> = Fact::new(
    "first-delivery",
    "the first day on which a signed consent was delivered to the corporation",
);
/// When enough consents were delivered.
pub static ENOUGH_DELIVERED: Fact<Day> = Fact::new(
    "sufficient-delivery",
    "the day on which enough consents had been delivered",
);
/// The means of the consent.
pub static MEANS: Fact<&'static str> = Fact::word(
    "means",
    &["writing", "electronic transmission"],
    "the means by which consent was given",
)
.otherwise("writing");
/// When one consent was delivered.
pub static DELIVERED: Fact<Day> = Fact::new("delivered", "the day on which the consent was delivered");

/// The words that a field lists.
pub const fn words(field: &Field<Term>) -> &'static [&'static str] {
    match field.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}
