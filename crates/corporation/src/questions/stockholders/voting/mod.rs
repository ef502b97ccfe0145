//! Voting: which shares count, quorum, votes, elections, proxies.

mod figures;
mod vote_law;

crate::questions::questions! {
    quorum,
    vote_required,
    vote_result,
}
