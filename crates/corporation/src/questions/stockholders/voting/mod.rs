//! Voting: which shares count, quorum, votes, elections, proxies.

crate::questions::questions! {
}
