//! Conducting a meeting: who presides, adjournment, minutes.

mod adjournment_triggers;
pub(crate) mod adjournment_verdict;
pub(crate) mod facts;
pub(super) mod meeting_vote;
mod new_notice;
pub(super) mod order;
mod part;
mod persons;

crate::questions::questions! {
    remote_meeting,
    presiding_person,
    meeting_secretary,
    conduct_of_meeting,
    admission_to_meeting,
    minutes_contents,
    adjournment_power,
    adjournment_notice,
    adjourned_meeting_business,
}
