//! Exceptions: rows the count goes on without, each with its reason.

use std::fmt;

use crate::instructions::{Choice, RowId};
use crate::register::Standing;
use crate::votes::Votes;

/// A row that is not counted, and why. A row may have several.
///
/// A row excepted for what it says alone takes no part: it supersedes nothing.
/// Rows excepted for a conflict or for claiming too much together still supersede the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exception {
    /// The caller's number of the row.
    pub row: RowId,
    /// The holder number on it.
    pub holder: u32,
    /// Why it is not counted.
    pub kind: ExceptionKind,
}

/// Why a row is not counted; item numbers are those of [`crate::Matters`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExceptionKind {
    /// The register has no such holder number.
    UnknownHolder,
    /// The holder had no votes on the record date.
    NoVotes,
    /// The holder's shares do not count.
    SharesDoNotCount {
        /// Why not.
        standing: Standing,
    },
    /// The caller set the row aside: a person with the power to do so found it invalid.
    SetAside,
    /// It came after the polls closed.
    ReceivedAfterPollsClosed {
        /// When it was received.
        received: i64,
        /// When the polls closed.
        closed: i64,
    },
    /// It is dated later than an instrument for the meeting can be.
    DatedTooLate {
        /// Its date.
        dated: i64,
        /// The last moment that will do.
        latest: i64,
    },
    /// A negative number of votes; the item is `None` for the votes authorized.
    NegativeVotes {
        /// The item, if it is an amount of a divided mark.
        item: Option<u32>,
        /// The number.
        votes: i64,
    },
    /// It claims more votes than the holder has, or its divisions claim more than it is for.
    OverVote {
        /// The votes claimed, in units.
        claimed: u128,
        /// The votes there are.
        available: Votes,
    },
    /// The instruments for one position are each good, and together claim more than it has.
    OverVoteTogether {
        /// The votes claimed together, in units.
        claimed: u128,
        /// The votes there are.
        available: Votes,
    },
    /// A choice the matter does not offer.
    ChoiceNotOffered {
        /// The item.
        item: u32,
        /// The choice.
        choice: Choice,
    },
    /// It is for more nominees than there are seats.
    TooManyNominees {
        /// The first item of the election.
        first_item: u32,
        /// The seats.
        seats: u32,
    },
    /// It is for a nominee in a cumulative election without saying with how many votes.
    CumulativeWithoutAmount {
        /// The nominee's item.
        item: u32,
    },
    /// It is for a part of a position without saying how many votes that is.
    PartWithoutVotes,
    /// An attendance or revocation that carries votes or marks.
    MarksWithoutVote,
    /// Another instrument of the same moment says something else; `with` is the least number of such a row.
    Conflict {
        /// The other row.
        with: RowId,
    },
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}, holder {}: {}", self.row.0, self.holder, self.kind)
    }
}

impl fmt::Display for ExceptionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExceptionKind::UnknownHolder => f.write_str(
                "no such holder on the register; only those on it at the record date vote; correct the holder number",
            ),
            ExceptionKind::NoVotes => f.write_str(
                "the holder had no votes on the record date; only those who had vote; find the holder who had them",
            ),
            ExceptionKind::SharesDoNotCount { standing } => write!(
                f,
                "the holder's shares do not count ({}); they are neither present nor voted; correct the standing if it is wrong",
                match standing {
                    Standing::Counts => "no reason given",
                    Standing::Treasury => "treasury shares",
                    Standing::ControlledSubsidiary => "held by a controlled subsidiary",
                    Standing::Enjoined => "enjoined",
                    Standing::CalledForRedemption => "called for redemption",
                    Standing::NotVotable => "not votable",
                }
            ),
            ExceptionKind::SetAside => {
                f.write_str("set aside as invalid; an instrument set aside is not counted; the determination must change first")
            }
            ExceptionKind::ReceivedAfterPollsClosed { received, closed } => write!(
                f,
                "received at {received}, after the polls closed at {closed}; nothing is counted after that; only a court may allow it"
            ),
            ExceptionKind::DatedTooLate { dated, latest } => write!(
                f,
                "dated {dated}, after {latest}, when the meeting's day ended; what is dated later gave nothing for it; correct the date"
            ),
            ExceptionKind::NegativeVotes { item: None, votes } => {
                write!(f, "{votes} votes authorized; votes are never negative; correct the number")
            }
            ExceptionKind::NegativeVotes { item: Some(item), votes } => {
                write!(f, "{votes} votes on item {item}; votes are never negative; correct the number")
            }
            ExceptionKind::OverVote { claimed, available } => write!(
                f,
                "{claimed} units of votes claimed of {}; no vote is cast twice; reconcile it with the position and enter it again",
                available.units()
            ),
            ExceptionKind::OverVoteTogether { claimed, available } => write!(
                f,
                "the instruments for this position together claim {claimed} units of votes of {}; no vote is cast twice; reconcile them with the position and enter them again",
                available.units()
            ),
            ExceptionKind::ChoiceNotOffered { item, choice } => {
                write!(f, "item {item} is marked {choice}; the matter does not offer that; correct the mark or leave it out")
            }
            ExceptionKind::TooManyNominees { first_item, seats } => write!(
                f,
                "votes for more nominees than seats in the election at item {first_item}; a vote is for at most {seats}; enter it without its marks on that election"
            ),
            ExceptionKind::CumulativeWithoutAmount { item } => write!(
                f,
                "for the nominee of item {item} without an amount; cumulative votes are given in amounts; divide the votes among the nominees"
            ),
            ExceptionKind::PartWithoutVotes => {
                f.write_str("for a part of a position without votes; a part has a number of votes; give it")
            }
            ExceptionKind::MarksWithoutVote => f.write_str(
                "a revocation or attendance with votes or marks; such an instrument does not vote; remove them or enter a proxy or ballot",
            ),
            ExceptionKind::Conflict { with } => write!(
                f,
                "row {} is of the same moment and says something else; the later one counts and neither is; find which came later and number them",
                with.0
            ),
        }
    }
}
