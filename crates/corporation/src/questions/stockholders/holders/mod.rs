//! Holders: who is recognized as one, who votes for another, how several vote together.

pub(crate) mod joint_rule;

crate::questions::questions! {
    registered_owner,
    representative_vote,
    joint_holders_vote,
}
