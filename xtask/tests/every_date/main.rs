//! Every window on every date of five years, against days reached by walking, and acts judged on those days.
//!
//! The numbers are those of the texts, written here a second time by hand. What a question answers, and what an act is
//! refused or entered for, must be what walking gives; so `ask` and `decide` agree on every date.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

mod decided;
mod planned;
mod walk;
mod windows;

use std::fs;
use std::sync::LazyLock;

use quorate_casebook::{Companies, Shelf};
use xtask::repository;

use walk::{Plain, Walk, days_to_the_end_of};

/// Everything that ships, and the two companies of the casebook.
static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let file = repository::root().join("casebook").join(Companies::FILE);
    Companies::read(&fs::read_to_string(file).unwrap()).on(Shelf::shipped())
});

static DAYS: LazyLock<Vec<Plain>> = LazyLock::new(|| days_to_the_end_of(2028));

/// Every day of five years from 1 January of a year.
fn five_years(from: i32) -> impl Iterator<Item = Walk<'static>> {
    (0..DAYS.len())
        .filter(move |at| (from..from + 5).contains(&DAYS[*at].year))
        .map(|at| Walk { days: &DAYS, at })
}
