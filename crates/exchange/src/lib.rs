//! Holder lists, proxies and ballots as files.
