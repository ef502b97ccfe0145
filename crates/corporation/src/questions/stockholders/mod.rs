//! Meetings of stockholders: convening them, special meetings, what stockholders bring before them, voting at them, conducting
//! them, inspecting the vote; holders and their proxies.

pub mod conduct;
pub mod consents;
pub mod contest;
pub mod convening;
pub mod holders;
pub mod inspection;
pub mod proxies;
pub mod special;
pub mod voting;
