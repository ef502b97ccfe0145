//! Finding definitions by name, and the scope keys.

use super::{DEFINITIONS, Definition};

/// Every definition of the vocabulary.
pub static ALL: &[&Definition] = DEFINITIONS;

/// A key by which a provision's reach can be narrowed.
#[derive(Debug)]
pub struct ScopeKey {
    /// The property's name.
    pub name: &'static str,
    /// The words it takes; empty when any words do.
    pub words: &'static [&'static str],
    /// What it narrows by.
    pub doc: &'static str,
}

/// The scope keys that provisions share.
pub static SCOPES: &[ScopeKey] = &[
    ScopeKey {
        name: "meeting",
        words: &["annual", "special"],
        doc: "the kind of stockholders' meeting",
    },
    ScopeKey {
        name: "matter",
        words: &[
            "ordinary",
            "election of directors",
            "merger",
            "asset sale",
            "dissolution",
            "charter amendment",
            "bylaw amendment",
            "removal of directors",
            "appraisal",
        ],
        doc: "what is to be acted on",
    },
    ScopeKey {
        name: "class",
        words: &[],
        doc: "a class or series of stock, by its name",
    },
    ScopeKey {
        name: "vote",
        words: &["class"],
        doc: "a separate vote by a class",
    },
    ScopeKey {
        name: "recipient",
        words: &["stockholder", "director"],
        doc: "to whom notice is given",
    },
    ScopeKey {
        name: "purpose",
        words: &["meeting", "consent", "other"],
        doc: "what a record date is for",
    },
    ScopeKey {
        name: "body",
        words: &["stockholders", "board", "committee"],
        doc: "whose meeting it is",
    },
    ScopeKey {
        name: "form",
        words: &["place", "remote", "remote alone"],
        doc: "at a place, by remote communication, or solely so; a meeting at a place with participation from elsewhere is the first two",
    },
    ScopeKey {
        name: "means",
        words: &["electronic document"],
        doc: "a means by which a proxy is given",
    },
    ScopeKey {
        name: "relation",
        words: &[
            "joint tenants",
            "tenants in common",
            "tenants by the entirety",
            "partners",
            "fiduciaries",
            "voting trustees",
        ],
        doc: "in what relation several persons hold shares together",
    },
    ScopeKey {
        name: "subject",
        words: &["business", "nominations"],
        doc: "what a stockholder brings before a meeting: business, or nominations of directors",
    },
];

/// The definition of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Definition> {
    ALL.iter().find(|definition| definition.name == name).copied()
}

/// The known name most like the one given, if any is near.
#[must_use]
pub fn suggestion<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 2.max(candidate.len() / 3))
        .min()
        .map(|(_, candidate)| candidate)
}
