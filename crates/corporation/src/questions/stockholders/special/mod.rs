//! Special meetings, the business of a meeting, and annual meetings that fail.

pub mod callers;

crate::questions::questions! {
    special_meeting_call,
    special_meeting_request,
    special_meeting_bar,
    special_meeting_date,
    business_at_meeting,
    annual_business,
    annual_meeting_failure,
}
