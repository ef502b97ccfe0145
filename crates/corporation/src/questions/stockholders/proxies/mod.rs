//! Proxies: how they are given, whether they stand when they are voted, what their holders may do.

mod ending;

crate::questions::questions! {
    proxy_form,
    proxy_validity,
    proxy_authority,
    nominee_over_vote,
}
