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
