//! The law book: every version of every provision that may bear on a corporation, and a view of it.

use std::sync::Arc;

use quorate_calendar::Day;

use crate::citation::Source;
use crate::instrument::{Completeness, Instrument};
use crate::provision::Provision;
use crate::resolve::Need;
use crate::standing::Reckoning;
use crate::vocabulary::Definition;

/// The instruments that may bear on a corporation.
#[derive(Clone, Debug, Default)]
pub struct LawBook {
    instruments: Vec<Arc<Instrument>>,
}

impl LawBook {
    /// A law book of these instruments, ordered by rank of their sources.
    #[must_use]
    pub fn new(mut instruments: Vec<Arc<Instrument>>) -> Self {
        instruments.sort_by_key(|instrument| instrument.kind);
        Self { instruments }
    }

    /// The instruments, the highest-ranking first.
    #[must_use]
    pub fn instruments(&self) -> &[Arc<Instrument>] {
        &self.instruments
    }

    /// How complete the certificate of incorporation is; absent when there is none.
    #[must_use]
    pub fn certificate(&self) -> Completeness {
        self.instruments
            .iter()
            .find(|instrument| instrument.kind == Source::Certificate)
            .map_or(Completeness::Absent, |certificate| certificate.completeness)
    }

    /// The name of the corporation: that of its bylaws, else of its certificate.
    #[must_use]
    pub fn corporation_name(&self) -> Option<&str> {
        [Source::Bylaws, Source::Certificate]
            .iter()
            .find_map(|kind| self.instruments.iter().find(|instrument| instrument.kind == *kind))
            .map(|instrument| instrument.name.as_str())
    }

    /// The sources that are present, the highest-ranking first.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        let mut sources: Vec<_> = self.instruments.iter().map(|instrument| instrument.kind).collect();
        sources.dedup();
        sources
    }

    /// A view of the whole book.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View { book: self, only: None }
    }

    /// A view restricted to one source.
    #[must_use]
    pub fn only(&self, source: Source) -> View<'_> {
        View {
            book: self,
            only: Some(source),
        }
    }

    /// The instrument that a citation belongs to.
    #[must_use]
    pub fn instrument_cited(&self, cited_as: &str) -> Option<&Arc<Instrument>> {
        self.instruments
            .iter()
            .find(|instrument| instrument.cited_as == cited_as)
    }
}

/// What is asked about, as words for scope keys: the kind of meeting, the matter, the class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    words: Vec<(&'static str, String)>,
}

impl Situation {
    /// A situation about which nothing narrower is said.
    #[must_use]
    pub fn general() -> Self {
        Self::default()
    }

    /// The same situation with one more word.
    #[must_use]
    pub fn with(mut self, key: &'static str, word: impl Into<String>) -> Self {
        self.words.push((key, word.into()));
        self
    }

    fn takes_in(&self, provision: &Provision) -> bool {
        provision
            .scope
            .0
            .iter()
            .all(|(key, word)| self.words.iter().any(|(name, said)| name == key && said == word))
    }
}

/// A law book as seen by one question: all of it, or one source alone.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The whole book.
    pub book: &'a LawBook,
    /// The one source to which the view is restricted.
    pub only: Option<Source>,
}

impl<'a> View<'a> {
    /// The provisions of a definition that apply to a situation, in force on the day that each is reckoned by.
    ///
    /// # Errors
    /// [`Need::LawDay`] when the answer turns on a day that is not known.
    pub fn applicable(
        &self,
        definition: &Definition,
        situation: &Situation,
        law_day: &dyn Fn(Reckoning) -> Option<Day>,
    ) -> Result<Vec<&'a Provision>, Need> {
        let candidates: Vec<&'a Provision> = self
            .book
            .instruments
            .iter()
            .filter(|instrument| self.only.is_none_or(|only| only == instrument.kind))
            .flat_map(|instrument| instrument.provisions())
            .filter(|provision| provision.definition == definition && situation.takes_in(provision))
            .collect();
        let mut applicable = Vec::new();
        for provision in &candidates {
            if !provision.validity.is_dated() {
                applicable.push(*provision);
                continue;
            }
            let Some(day) = law_day(provision.validity.reckoned_by) else {
                return Err(Need::LawDay {
                    reckoned_by: provision.validity.reckoned_by,
                    eras: eras(&candidates),
                });
            };
            if provision.validity.contains(day) {
                applicable.push(*provision);
            }
        }
        Ok(applicable)
    }
}

/// The first days of the periods in which the law differs, the earliest standing for everything before the second.
fn eras(provisions: &[&Provision]) -> Vec<Day> {
    let mut starts: Vec<Day> = Vec::new();
    for validity in provisions.iter().map(|provision| provision.validity) {
        starts.extend(validity.from);
        starts.extend(validity.to.and_then(|to| to.plus_days(1).ok()));
    }
    starts.sort_unstable();
    starts.dedup();
    let before = starts.first().and_then(|first| first.plus_days(-1).ok());
    before.into_iter().chain(starts).collect()
}
