//! Test set-up, generated references and checks.
fn main() {}
