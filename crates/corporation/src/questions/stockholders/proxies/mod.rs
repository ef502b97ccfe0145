//! Proxies: how they are given, whether they stand when they are voted, what their holders may do.

pub mod ending;

crate::questions::questions! {
    proxy_form,
    proxy_validity,
    revocation_effective,
    proxy_authority,
    nominee_over_vote,
}
