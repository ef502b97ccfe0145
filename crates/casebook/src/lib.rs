//! Runs Markdown cases that lawyers can read.
