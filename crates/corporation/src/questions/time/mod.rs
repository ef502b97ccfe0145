//! Time: legal holidays, business days and anniversaries, as the texts that name them take them.

crate::questions::questions! {
    legal_holiday,
    business_day,
    anniversary,
}
