//! Rendering: answers and diagnostics as text for people and as JSON for programs.

pub mod answer_text;
pub mod snippet;

pub use quorate::json;
