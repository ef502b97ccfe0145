//! Convening a meeting: its date and place, record date, notice, waiver, stock list.

crate::questions::questions! {
    stockholder_notice_window,
    record_date_range,
    record_date_default,
}
