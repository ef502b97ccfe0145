//! Conducting a meeting: who presides, inspectors, polls, adjournment, minutes.

mod adjournment_triggers;
mod adjournment_verdict;
mod facts;
mod inspector_law;
mod inspector_rules;
mod meeting_vote;
mod new_notice;
pub(super) mod order;

crate::questions::questions! {
    remote_meeting,
    presiding_person,
    meeting_secretary,
    conduct_of_meeting,
    inspectors_required,
    inspectors_appointment,
    inspectors_duties,
    polls,
    minutes_contents,
    adjournment_power,
    adjournment_notice,
    adjourned_meeting_business,
}
