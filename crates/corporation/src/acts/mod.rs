//! The acts, one file per matter of business; each lists the questions it must pass.

pub(crate) mod common;
pub mod conduct;
pub mod consents;
pub mod contest;
pub mod convening;
pub mod corporation;
pub mod counting;
pub mod deliveries;
pub mod holders;
pub mod inspection;
mod matters;
pub mod meeting;
pub mod proxies;
pub mod shares;
pub mod special;
pub mod votes;
pub mod waivers;

use crate::act::ActDefinition;

/// Every kind of act, in the order in which a corporation usually needs them.
#[must_use]
pub fn all() -> Vec<&'static ActDefinition> {
    [
        corporation::ACTS,
        shares::ACTS,
        special::ACTS,
        votes::ACTS,
        convening::ACTS,
        waivers::ACTS,
        consents::ACTS,
        contest::ACTS,
        deliveries::ACTS,
        inspection::ACTS,
        holders::ACTS,
        meeting::ACTS,
        conduct::ACTS,
        proxies::ACTS,
        counting::ACTS,
    ]
    .concat()
}

/// The kind of act of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static ActDefinition> {
    all().into_iter().find(|definition| definition.name == name)
}
