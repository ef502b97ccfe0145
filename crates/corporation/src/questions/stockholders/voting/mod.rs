//! Voting: which shares count, quorum, votes, elections.

mod election_law;
pub(super) mod figures;
mod quorum_kept;
pub(super) mod vote_law;

crate::questions::questions! {
    shares_that_count,
    quorum,
    vote_required,
    vote_result,
    vote_margin,
    class_vote,
    frequency_vote,
    conditional_matter,
    election_standard,
    election_result,
    election_margin,
    failed_election,
    ballot_form,
    votes_per_share,
    cumulative_voting,
    cumulated_votes,
    written_consent_allowed,
    board_bylaw_power,
    board_classified,
    corporation_facts,
}
