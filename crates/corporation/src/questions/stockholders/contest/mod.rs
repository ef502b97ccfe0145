//! What stockholders bring before a meeting: business, nominations, and the notice of them.

pub mod facts;
mod phrases;
mod timing;

crate::questions::questions! {
    advance_notice_window,
    advance_notice_delivery,
    advance_notice_contents,
    proponent_standing,
    improper_business,
    business_properly_before,
}
