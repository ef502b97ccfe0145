//! The vocabulary: what instruments can say, one file per provision.
//!
//! A file declares its fields and one [`Definition`]: the name, the questions it feeds, the effect it has when the statute
//! says it, an example and its documentation. Reading, printing and checking are the same for all and live in
//! `read.rs` and `print.rs`; docs/vocabulary.md is generated from here.

mod field;
mod registry;

pub use field::{Definition, Field, FieldSpec, Kind, Kinded, Place, Term};
pub use registry::{ALL, SCOPES, ScopeKey, find, suggestion};

macro_rules! provisions {
    ($($(#[$meta:meta])* $file:ident,)+) => {
        $($(#[$meta])* pub mod $file;)+
        /// Every definition, in the order of the files.
        pub(crate) static DEFINITIONS: &[&Definition] = &[$(&$file::DEFINITION,)+];
    };
}

provisions! {
    adjourned_business,
    adjournment,
    adjournment_announcement,
    adjournment_notice,
    advance_notice,
    advance_notice_contents,
    advance_notice_delivery,
    advance_notice_exception,
    advance_notice_update,
    alternatives_vote,
    annual_business,
    annual_meeting,
    attendance_waiver,
    ballot_demand,
    business_route,
    bylaw_power,
    challenges,
    class_vote,
    classified_board,
    conduct_rules,
    conflicting_matters,
    contingent_resignation,
    court_ordered_meeting,
    cumulative_voting,
    director_election,
    election_bylaw,
    electronic_consent,
    electronic_transmission,
    failed_deliveries,
    failed_election,
    improper_business,
    incorporated,
    inspector_appointment,
    inspector_duties,
    inspector_evidence,
    inspectors_required,
    joint_holders,
    meeting_business,
    meeting_place,
    meeting_secretary,
    meeting_validation,
    minutes,
    missed_election,
    non_counting_shares,
    notice_address,
    notice_affidavit,
    notice_channel,
    notice_contents,
    notice_effect,
    notice_manner,
    notice_waiver,
    polls,
    preferred_rights,
    presides,
    principal_office,
    proponent,
    proxy_form,
    proxy_life,
    proxy_revocation,
    quorum_withdrawal,
    record_date,
    record_date_adjournment,
    record_date_default,
    record_holders,
    registered_office,
    registered_owner,
    remote_communication,
    remote_participation,
    representative_vote,
    returned_mail,
    share_class,
    shared_address_notice,
    special_meeting_bar,
    special_meeting_caller,
    special_meeting_date,
    special_meeting_means,
    special_meeting_recipient,
    special_meeting_request,
    stock_list,
    stock_list_holders,
    stock_list_place,
    stock_proportions,
    stockholder_notice,
    stockholder_quorum,
    stockholder_vote,
    unlawful_communication,
    votes_per_share,
    voting_record_date,
    written_ballot,
    written_consent,
}
