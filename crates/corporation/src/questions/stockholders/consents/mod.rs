//! Written consents: record dates for them, their form, delivery and period, when they act, revocation, notice to the others.

pub mod facts;

crate::questions::questions! {
    consent_record_date_request,
    consent_record_date_default,
    consent_form,
    consent_delivery,
    consent_period,
    consent_sufficient,
    consent_effective,
    consent_revocation,
    consent_notice,
}
