//! What the command line shares with the references generated from it: the JSON shapes.

pub mod json;
