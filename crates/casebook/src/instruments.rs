//! The instruments that a case may name: those that ship, and those written in the case.

use std::sync::Arc;

use quorate_law::{Instrument, LawBook};

/// The instruments at hand: a case's own, by name, before those that ship, by id.
///
/// What ships is read once and shared, so a copy of a shelf is cheap.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    own: Vec<(String, Arc<Instrument>)>,
    shipped: Vec<Arc<Instrument>>,
    unreadable: Vec<(String, String)>,
}

impl Shelf {
    /// Everything that ships; what does not read is remembered, and said to whoever asks for it.
    #[must_use]
    pub fn shipped() -> Self {
        let mut shelf = Self::default();
        for id in quorate_instruments::ids() {
            match quorate_instruments::load(id) {
                Ok(instrument) => shelf.shipped.push(instrument),
                Err(error) => shelf.unreadable.push((id.to_owned(), error.to_string())),
            }
        }
        shelf
    }

    /// Puts a case's own instrument on the shelf.
    pub fn put(&mut self, name: &str, instrument: Arc<Instrument>) {
        self.own.push((name.to_owned(), instrument));
    }

    /// The same shelf with another instrument in the place of the shipped one of its id, under whatever name it is asked for.
    #[must_use]
    pub fn with_shipped(mut self, instrument: Arc<Instrument>) -> Self {
        self.shipped.retain(|known| known.id != instrument.id);
        self.shipped.push(instrument);
        self
    }

    /// The instruments that ship, as they stand on this shelf.
    #[must_use]
    pub fn all_shipped(&self) -> &[Arc<Instrument>] {
        &self.shipped
    }

    /// The instruments on this shelf that bind every Delaware corporation.
    ///
    /// # Errors
    /// A sentence that says which of them does not read.
    pub fn general(&self) -> Result<Vec<Arc<Instrument>>, String> {
        if let Some((_, why)) = self.unreadable.iter().find(|(id, _)| is_general(id)) {
            return Err(why.clone());
        }
        Ok(self
            .shipped
            .iter()
            .filter(|instrument| is_general(&instrument.id))
            .map(Arc::clone)
            .collect())
    }

    /// The instrument that an act adopts by an id, "set/kind" or a name: the case's own of that name and kind, else what ships
    /// under the id; none when there is neither.
    ///
    /// # Errors
    /// A sentence that says why it does not read.
    pub fn adopted(&self, id: &str) -> Option<Result<Arc<Instrument>, String>> {
        let (name, kind) = id.split_once('/').map_or((id, None), |(name, kind)| (name, Some(kind)));
        let is_meant = |instrument: &Instrument| kind.is_none_or(|kind| instrument.kind.word() == kind);
        let own = self
            .own
            .iter()
            .find(|(known, instrument)| known == name && is_meant(instrument))
            .map(|(_, own)| own);
        let found = own.or_else(|| self.shipped.iter().find(|known| known.id == id));
        let unreadable = || {
            self.unreadable
                .iter()
                .find(|(known, _)| known == id)
                .map(|(_, why)| Err(why.clone()))
        };
        found.map(|instrument| Ok(Arc::clone(instrument))).or_else(unreadable)
    }

    /// The instrument of a name: the case's own, a shipped set's file, or a shipped id.
    ///
    /// # Errors
    /// A sentence that says what there is.
    pub fn get(&self, name: &str, file_in_set: &str) -> Result<Arc<Instrument>, String> {
        let named = || self.own.iter().filter(|(known, _)| known == name);
        let of_kind = named().find(|(_, own)| own.kind.word() == file_in_set);
        if let Some((_, own)) = of_kind.or_else(|| named().next()) {
            return Ok(Arc::clone(own));
        }
        for id in [format!("{name}/{file_in_set}"), name.to_owned()] {
            if let Some(shipped) = self.shipped.iter().find(|known| known.id == id) {
                return Ok(Arc::clone(shipped));
            }
            if let Some((_, why)) = self.unreadable.iter().find(|(known, _)| *known == id) {
                return Err(why.clone());
            }
        }
        let own = self.own.iter().map(|(own, _)| own.clone());
        let names: Vec<String> = own.chain(quorate_instruments::sets().map(str::to_owned)).collect();
        Err(format!(
            "there is no instrument \"{name}\"; there are: {}",
            names.join(", ")
        ))
    }

    /// The law book of bylaws and, where named, a certificate, with what binds every Delaware corporation.
    ///
    /// # Errors
    /// A sentence that says which instrument is missing or does not read.
    pub fn law_book(&self, under: &str, certificate: Option<&str>, overlays: &[String]) -> Result<LawBook, String> {
        if let Some((_, why)) = self.unreadable.iter().find(|(id, _)| is_general(id)) {
            return Err(why.clone());
        }
        let mut instruments: Vec<_> = self
            .shipped
            .iter()
            .filter(|instrument| is_general(&instrument.id))
            .map(Arc::clone)
            .collect();
        instruments.push(self.get(under, "bylaws")?);
        if let Some(certificate) = certificate {
            instruments.push(self.get(certificate, "certificate")?);
        }
        for overlay in overlays {
            instruments.push(self.get(overlay, "")?);
        }
        Ok(LawBook::new(instruments))
    }
}

/// Whether a shipped instrument binds every Delaware corporation: its folder holds no bylaws.
fn is_general(id: &str) -> bool {
    id.split_once('/')
        .is_some_and(|(folder, _)| !quorate_instruments::sets().any(|set| set == folder))
}
