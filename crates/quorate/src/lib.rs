//! What the command line shares with the references generated from it: findings as text, the JSON shapes; and the minute book.

pub mod finding_text;
pub mod json;
pub mod minute_book;
