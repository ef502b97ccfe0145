//! Inspectors of election and what they do: who appoints them and how many, their oath and duties, the polls, challenges, and
//! which proxies and ballots can be counted.

pub(super) mod inspector_law;
mod inspector_rules;

crate::questions::questions! {
    inspectors_required,
    inspectors_appointment,
    inspectors_number,
    inspectors_service,
    inspectors_duties,
    inspectors_evidence,
    polls,
    challenge,
    instruments_countable,
}
