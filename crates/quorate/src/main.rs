//! Runs a Delaware corporation by its own bylaws.
fn main() {}
