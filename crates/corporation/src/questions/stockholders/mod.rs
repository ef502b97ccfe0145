//! Meetings of stockholders: convening them, voting at them, conducting them.

pub mod conduct;
pub mod convening;
pub mod voting;
