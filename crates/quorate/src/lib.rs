//! What the command line shares with the references generated from it: the JSON shapes; and the minute book.

pub mod json;
pub mod minute_book;
