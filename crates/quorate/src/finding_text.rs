//! A finding as text, for people: what is wrong, on what authority, by what arithmetic, and what would cure it.

use std::fmt::Write as _;

use quorate_corporation::finding::Finding;

/// A finding, without places in files: one line for the message and one for each of its authorities, steps and cure.
#[must_use]
pub fn finding(finding: &Finding) -> String {
    let mut out = String::new();
    let (status, id) = (finding.status.word(), finding.definition.id);
    let _ = writeln!(out, "  {status}[{id}]: {}", finding.message);
    let citations: Vec<_> = finding
        .authority
        .iter()
        .map(|authority| authority.citation.as_str())
        .collect();
    if !citations.is_empty() {
        let _ = writeln!(out, "    authority: {}", citations.join("; "));
    }
    for step in &finding.arithmetic {
        let _ = writeln!(out, "    counted: {step}");
    }
    if let Some(help) = &finding.help {
        let _ = writeln!(out, "    help: {help}");
    }
    out
}
