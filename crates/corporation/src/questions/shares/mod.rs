//! Shares.

crate::questions::questions! {
    shares_authorized,
}
