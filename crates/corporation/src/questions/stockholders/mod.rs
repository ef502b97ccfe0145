//! Meetings of stockholders: convening them, voting at them, conducting them; proxies.

pub mod conduct;
pub mod convening;
pub mod proxies;
pub mod voting;
