//! Conducting a meeting: who presides, inspectors, polls, adjournment, minutes.

crate::questions::questions! {
}
