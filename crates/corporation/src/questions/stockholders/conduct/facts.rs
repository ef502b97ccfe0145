//! Facts that several questions on the conduct of a meeting share.

use crate::facts::Fact;
use crate::quantity::Quantity;

/// Whose meeting it is.
pub static BODY: Fact<&'static str> =
    Fact::word("body", &["stockholders", "board", "committee"], "whose meeting it is").otherwise("stockholders");
/// The offices whose holders are there.
pub static PRESENT: Fact<Vec<String>> = Fact::new("present", "the offices whose holders are present at the meeting");
/// Whether the voting stock is listed or quoted.
pub static LISTED: Fact<bool> =
    Fact::new("listed", "whether a class of voting stock is listed on a national exchange or quoted by a registered association");
/// How many holders of record there are.
pub static HOLDERS_OF_RECORD: Fact<u64> = Fact::new("holders-of-record", "how many stockholders hold the voting stock of record");
/// Whether inspectors were demanded in time.
pub static DEMANDED_BEFORE_VOTING: Fact<bool> =
    Fact::new("demanded-before-voting", "whether a stockholder or proxy demanded inspectors at the meeting before voting began");
/// Votes for a motion.
pub static VOTES_FOR: Fact<Quantity> = Fact::new("votes-for", "the shares or votes cast for the motion");
/// Votes against a motion.
pub static VOTES_AGAINST: Fact<Quantity> = Fact::new("votes-against", "the shares or votes cast against the motion");
/// Shares present.
pub static SHARES_PRESENT: Fact<Quantity> = Fact::new("shares-present", "the shares present in person or represented by proxy");
/// Shares present and entitled to vote.
pub static SHARES_PRESENT_ENTITLED: Fact<Quantity> =
    Fact::new("shares-present-entitled", "the shares present or represented and entitled to vote on the matter");
/// Voting power present.
pub static VOTING_POWER_PRESENT: Fact<Quantity> =
    Fact::new("voting-power-present", "the votes carried by the shares present in person or represented by proxy");
