//! Voting: which shares count, quorum, votes, elections.

mod election_law;
pub(super) mod figures;
pub(super) mod vote_law;

crate::questions::questions! {
    shares_that_count,
    quorum,
    vote_required,
    vote_result,
    election_standard,
    election_result,
    ballot_form,
    votes_per_share,
    cumulative_voting,
    written_consent_allowed,
    board_bylaw_power,
    board_classified,
    corporation_facts,
}
