//! Proxies: how they are given, whether they stand when they are voted, what their holders may do.

crate::questions::questions! {
    proxy_form,
    proxy_validity,
}
