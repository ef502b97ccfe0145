//! Evidence: attachments as columns, resolved by the shell before an act is judged.

use std::sync::Arc;

use quorate_calendar::Day;
use quorate_law::Instrument;

/// Many short texts in one piece of memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    text: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Adds a text.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text at an index; empty beyond the last.
    #[must_use]
    pub fn get(&self, index: usize) -> &str {
        let start = if index == 0 {
            0
        } else {
            self.ends.get(index - 1).copied().unwrap_or(0)
        };
        self.ends
            .get(index)
            .and_then(|end| self.text.get(start..*end))
            .unwrap_or("")
    }

    /// Every text, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }
}

/// A list of holders of a class, one row each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HolderList {
    /// The accounts: each once.
    pub accounts: Texts,
    /// The names.
    pub names: Texts,
    /// The addresses.
    pub addresses: Texts,
    /// The shares.
    pub shares: Vec<u64>,
}

/// Proxies or ballots, one row each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstructionTable {
    /// The holders' accounts.
    pub accounts: Texts,
    /// "proxy", "ballot", "revocation" or "attendance": their codes in [`quorate_tally::Kind`].
    pub kinds: Vec<quorate_tally::Kind>,
    /// The day numbers or seconds on which each was dated.
    pub dated: Vec<i64>,
    /// When each was received; empty when the act says it for all.
    pub received: Vec<i64>,
    /// Votes where a row speaks for part of the position; empty when all are whole.
    pub votes: Vec<i64>,
    /// The names of the items, in the order of `marks`.
    pub items: Vec<String>,
    /// For each item, what each row says.
    pub marks: Vec<Vec<quorate_tally::Choice>>,
    /// The line of each row in its file; empty when every row is one line under a header of one line.
    pub lines: Vec<u64>,
}

impl InstructionTable {
    /// The line of a row in its file, from 1.
    #[must_use]
    pub fn line_of(&self, row: usize) -> u64 {
        let next = u64::try_from(row).unwrap_or(u64::MAX).saturating_add(2);
        self.lines.get(row).copied().unwrap_or(next)
    }
}

/// What became of a delivery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeliveryResult {
    /// It was sent, and no more is known.
    #[default]
    Sent,
    /// It arrived.
    Delivered,
    /// It came back, or could not be delivered.
    CameBack,
}

/// Deliveries of a notice, one row each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeliveryTable {
    /// The holders' accounts.
    pub accounts: Texts,
    /// The channels, by their place among the words of the vocabulary; empty when the act says it for all.
    pub channels: Vec<u8>,
    /// Where each went: an address, or the word for which address it was; empty when nobody says.
    pub addresses: Texts,
    /// The days on which each was sent; empty when the act says it for all.
    pub sent: Vec<Day>,
    /// What became of each.
    pub results: Vec<DeliveryResult>,
    /// The days on which they came back; empty when nobody says.
    pub returned: Vec<Option<Day>>,
}

/// Attachments by hash.
pub trait Evidence {
    /// A list of holders.
    fn holders(&self, hash: &str) -> Option<Arc<HolderList>>;
    /// Proxies or ballots.
    fn instructions(&self, hash: &str) -> Option<Arc<InstructionTable>>;
    /// An instrument.
    fn instrument(&self, hash: &str) -> Option<Arc<Instrument>>;
    /// Deliveries of a notice; none where the attachments hold no such table.
    fn deliveries(&self, _hash: &str) -> Option<Arc<DeliveryTable>> {
        None
    }
}

/// No attachments at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoEvidence;

impl Evidence for NoEvidence {
    fn holders(&self, _: &str) -> Option<Arc<HolderList>> {
        None
    }

    fn instructions(&self, _: &str) -> Option<Arc<InstructionTable>> {
        None
    }

    fn instrument(&self, _: &str) -> Option<Arc<Instrument>> {
        None
    }
}
