//! The instruments that a case may name: those that ship, and those written in the case.

use std::sync::Arc;

use quorate_law::{Instrument, LawBook};

/// The instruments at hand, by name; a case's own come before those that ship.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    own: Vec<(String, Arc<Instrument>)>,
}

impl Shelf {
    /// Puts an instrument on the shelf.
    pub fn put(&mut self, name: &str, instrument: Arc<Instrument>) {
        self.own.push((name.to_owned(), instrument));
    }

    /// The instrument of a name: the case's own, a shipped set's file, or a shipped id.
    ///
    /// # Errors
    /// A sentence that says what there is.
    pub fn get(&self, name: &str, file_in_set: &str) -> Result<Arc<Instrument>, String> {
        if let Some((_, own)) = self.own.iter().find(|(known, _)| known == name) {
            return Ok(Arc::clone(own));
        }
        for id in [format!("{name}/{file_in_set}"), name.to_owned()] {
            if quorate_instruments::text(&id).is_some() {
                return quorate_instruments::load(&id).map_err(|error| error.to_string());
            }
        }
        let own = self.own.iter().map(|(own, _)| own.clone());
        let names: Vec<String> = own.chain(quorate_instruments::sets().map(str::to_owned)).collect();
        Err(format!("there is no instrument \"{name}\"; there are: {}", names.join(", ")))
    }

    /// The law book of bylaws and, where named, a certificate, with what binds every Delaware corporation.
    ///
    /// # Errors
    /// A sentence that says which instrument is missing or does not read.
    pub fn law_book(&self, under: &str, certificate: Option<&str>, overlays: &[String]) -> Result<LawBook, String> {
        let mut instruments = quorate_instruments::general().map_err(|error| error.to_string())?;
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
