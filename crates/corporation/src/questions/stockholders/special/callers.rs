//! What the questions on special meetings share: who calls, and whether a statement is about such a caller.

use quorate_calendar::Day;
use quorate_law::vocabulary::{Field, Term};
use quorate_law::{Provision, Resolution};

use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};

/// The board acting by resolution, as instruments name it.
pub const BOARD: &str = "board of directors";
/// Holders of record acting together, as instruments name them.
pub const STOCKHOLDERS: &str = "stockholders";

/// Who calls.
pub static CALLER: Fact<Vec<String>> = Fact::new(
    "caller",
    "the office or body that calls the meeting, several where one person holds them: board of directors for a resolution, directors for some of them, stockholders for holders of record, officer for any officer",
);
/// When the request was received.
pub static RECEIPT: Fact<Day> = Fact::new("receipt", "the day on which the request was received");
/// Whether it is in writing.
pub static IN_WRITING: Fact<bool> = Fact::new("in-writing", "whether the call or request is in writing");

/// What must be written was not.
pub static NOT_WRITTEN: FindingDefinition = FindingDefinition {
    id: "special-meeting-request-not-written",
    title: "the call of a special meeting was not in writing",
    rank: Rank::Form,
};

/// Whether a statement about these callers is about the ones at hand.
pub fn is_about(word: &str, callers: &[String]) -> bool {
    match word {
        "every caller" => true,
        "stockholders" => callers.iter().any(|caller| caller == STOCKHOLDERS),
        _ => !callers.iter().any(|caller| caller == BOARD),
    }
}

/// The controlling provisions that are about the callers at hand.
pub fn about<'a>(resolution: &Resolution<'a>, whose: &'static Field<Term>, callers: &[String]) -> Vec<&'a Provision> {
    resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.word(whose).is_some_and(|word| is_about(word, callers)))
        .collect()
}
