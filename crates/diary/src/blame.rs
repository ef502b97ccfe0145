//! Which act's property stated a fact that a finding blames.

use std::collections::BTreeMap;

use quorate_kdl::Span;

use crate::read::Entry;

/// Facts that a question knows by another name than the act that states them: the fact, the act, its property.
const STATED: &[(&str, &str, &str)] = &[
    ("adjourned-on", "adjourn", "on"),
    ("adjourned-to", "adjourn", "to"),
    ("appointed-by", "appoint-inspectors", "by"),
    ("available-until", "excuse-from-notice", "available-until"),
    ("caller", "call-meeting", "by"),
    ("candidates", "nominate", "nominee"),
    ("date-fixed-by", "call-meeting", "by"),
    ("declared-by", "declare-improper", "by"),
    ("designated", "call-meeting", "at"),
    ("designated-by", "call-meeting", "by"),
    ("failure-known-to", "report-failed-delivery", "known-to"),
    ("failures", "report-failed-delivery", "holder"),
    ("formed", "form-corporation", "on"),
    ("list-ready", "make-stock-list", "on"),
    ("matters", "put-matter", "kind"),
    ("meeting-date", "adjourn", "to"),
    ("meeting-date", "call-meeting", "at"),
    ("meeting-kind", "call-meeting", "kind"),
    ("meeting-validated", "validate-meeting", "meeting"),
    ("nominees", "nominate", "nominee"),
    ("notice-given", "give-notice", "on"),
    ("notice-given-by", "give-notice", "by"),
    ("notice-given", "serve-notice", "on"),
    ("notice-given", "serve-notices", "on"),
    ("notice-waived", "waive-notice", "holder"),
    ("number", "appoint-inspectors", "inspectors"),
    ("original-meeting-date", "call-meeting", "at"),
    ("polls-announced", "close-polls", "announced"),
    ("polls-announced", "open-polls", "announced"),
    ("presided", "convene", "presiding"),
    ("proxy-dated", "file-proxy", "dated"),
    ("received-after-close", "cast-ballot", "on"),
    ("received-after-close", "cast-ballots", "on"),
    ("received-after-close", "file-proxies", "on"),
    ("received-after-close", "file-proxy", "on"),
    ("received-after-close", "revoke-proxy", "on"),
    ("resolution", "fix-record-date", "on"),
    ("revoked-by", "revoke-electronic-consent", "means"),
    ("sent", "give-notice", "on"),
    ("sent", "serve-notice", "on"),
    ("sent", "serve-notices", "on"),
    ("sent-to", "serve-notice", "address"),
    ("served-before", "serve-notice", "holder"),
    ("served-before", "serve-notices", "file"),
    ("to-issue", "import-holders", "file"),
    ("to-issue", "issue-shares", "shares"),
    ("voted-on", "call-meeting", "at"),
    ("year", "call-meeting", "at"),
];

/// The places where the facts of the meetings and of the corporation were last stated.
#[derive(Clone, Debug, Default)]
pub struct Blames {
    /// By the meeting's id, or nothing for what is not about a meeting, and by fact.
    stated: BTreeMap<Option<String>, BTreeMap<String, Span>>,
}

impl Blames {
    /// Remembers what an act that was entered states.
    pub fn remember(&mut self, entry: &Entry) {
        let facts = self.stated.entry(meeting_of(entry)).or_default();
        for (name, span) in stated(entry) {
            // What every act states of itself is nothing that a later act could be blamed for.
            if !["id", "on", "by", "meeting"].contains(&name) {
                facts.insert(name.to_owned(), span);
            }
        }
    }

    /// The place of a fact: in the act itself, else in the act that stated it of the meeting, else of the corporation.
    #[must_use]
    pub fn place(&self, entry: &Entry, fact: &str) -> Option<Span> {
        let own = stated(entry).find(|(name, _)| *name == fact).map(|(_, span)| span);
        let remembered = |subject: &Option<String>| self.stated.get(subject).and_then(|facts| facts.get(fact)).copied();
        own.or_else(|| remembered(&meeting_of(entry)))
            .or_else(|| remembered(&None))
    }
}

/// The facts that an act states, with their places: under other names first, then its own properties.
fn stated(entry: &Entry) -> impl Iterator<Item = (&str, Span)> {
    let act = entry.act.definition.name;
    let renamed = STATED
        .iter()
        .filter(move |(_, stating, _)| *stating == act)
        .filter_map(|(fact, _, property)| entry.field_spans.get(*property).map(|span| (*fact, *span)));
    renamed.chain(entry.field_spans.iter().map(|(name, span)| (name.as_str(), *span)))
}

fn meeting_of(entry: &Entry) -> Option<String> {
    entry.act.facts.get("meeting").map(ToString::to_string)
}
