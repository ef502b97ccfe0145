//! Facts that several questions on the conduct of a meeting share.

use crate::facts::Fact;

/// The offices whose holders are there.
pub static PRESENT: Fact<Vec<String>> = Fact::new("present", "the offices whose holders are present at the meeting");
/// Whether the voting stock is listed or quoted.
pub static LISTED: Fact<bool> = Fact::new(
    "listed",
    "whether a class of voting stock is listed on a national exchange or quoted by a registered association",
);
/// How many holders of record there are.
pub static HOLDERS_OF_RECORD: Fact<u64> = Fact::new(
    "holders-of-record",
    "how many stockholders hold the voting stock of record",
);
/// Whether inspectors were demanded in time.
pub static DEMANDED_BEFORE_VOTING: Fact<bool> = Fact::new(
    "demanded-before-voting",
    "whether a stockholder or proxy demanded inspectors at the meeting before voting began",
);
/// The offices that nobody holds.
pub static VACANT: Fact<Vec<String>> = {
    let mut fact: Fact<Vec<String>> = Fact::new("vacant", "the offices that nobody holds");
    fact.spec.otherwise = Some("none");
    fact
};
/// The offices whose holders are unable to act.
pub static UNABLE: Fact<Vec<String>> =
    Fact::new("unable", "the offices whose holders are unable to act, present or not");
/// The offices whose holders decline.
pub static DECLINED: Fact<Vec<String>> =
    Fact::new("declined", "the offices whose holders are present and decline to act");
/// Whether the one who stood in goes first among several.
pub static FIRST_IN_RANK: Fact<bool> = Fact::new(
    "first-in-rank",
    "whether the person goes first, by the text's order, among those of the same office who were there",
);
/// By whom the last resort was appointed.
pub static APPOINTED_BY: Fact<String> = Fact::new(
    "appointed-by",
    "the office or body that appointed the person, where none of the offices named was there",
);
