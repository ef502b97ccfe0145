//! Convening a meeting: its date and place, record date, notice, waiver, stock list.

mod channel_law;

pub use channel_law::is_electronic;

crate::questions::questions! {
    annual_meeting_date,
    meeting_place,
    record_date_range,
    record_date_default,
    record_date_adjournment,
    voting_record_date,
    holder_of_record,
    stockholder_notice_window,
    notice_contents,
    notice_recipients,
    notice_giver,
    notice_supplement,
    notice_given,
    electronic_notice_consent,
    notice_address,
    notice_effect,
    notice_repeated,
    returned_mail,
    unlawful_communication,
    shared_address_notice,
    notice_affidavit,
    notice_waiver,
    attendance_waiver,
    meeting_validation,
    stock_list_dates,
    stock_list_contents,
    stock_list_access,
    stock_list_places,
    stock_list_holders,
}
