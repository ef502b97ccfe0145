//! Loading instruments by name or from files, and law books from them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use quorate_instruments::LoadError;
use quorate_law::{Instrument, LawBook, Source, read_instrument};

use crate::failure::Failure;

/// Which instruments bind the corporation.
#[derive(clap::Args, Clone, Debug)]
pub struct Under {
    /// The bylaws: a set that ships with quorate (see `quorate instruments list`), a folder with bylaws.kdl, or a file
    #[arg(long = "under", value_name = "INSTRUMENTS")]
    pub under: String,
    /// The certificate of incorporation: a set's example, or a file; without it the certificate is absent and what turns on it is unknown
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<String>,
    /// A further instrument, such as an exchange's rules; may be given several times
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<String>,
}

impl Under {
    /// The law book of these instruments together with those that bind every Delaware corporation.
    pub fn law_book(&self) -> Result<LawBook, Failure> {
        let mut instruments = quorate_instruments::general().map_err(|error| of_load(&error))?;
        instruments.push(expect_kind(
            instrument(&self.under, "bylaws")?,
            Source::Bylaws,
            &self.under,
        )?);
        if let Some(certificate) = &self.certificate {
            instruments.push(expect_kind(
                instrument(certificate, "certificate")?,
                Source::Certificate,
                certificate,
            )?);
        }
        for overlay in &self.overlay {
            instruments.push(instrument(overlay, "")?);
        }
        Ok(LawBook::new(instruments))
    }
}

fn expect_kind(instrument: Arc<Instrument>, kind: Source, given: &str) -> Result<Arc<Instrument>, Failure> {
    if instrument.kind == kind {
        return Ok(instrument);
    }
    Err(Failure::new(
        format!("\"{given}\" is {}, not {kind}", instrument.kind),
        Some("give bylaws with --under and a certificate with --certificate"),
    ))
}

/// Loads an instrument by the name of a set, by a shipped id, or from a file or folder.
pub fn instrument(given: &str, file_in_set: &str) -> Result<Arc<Instrument>, Failure> {
    for id in [format!("{given}/{file_in_set}"), given.to_owned()] {
        if quorate_instruments::text(&id).is_some() {
            return quorate_instruments::load(&id).map_err(|error| of_load(&error));
        }
    }
    let path = Path::new(given);
    let file: PathBuf = if path.is_dir() {
        path.join(format!("{file_in_set}.kdl"))
    } else {
        path.to_owned()
    };
    if !file.exists() {
        let sets: Vec<_> = quorate_instruments::sets().collect();
        let near = sets
            .iter()
            .filter(|set| strsim::osa_distance(set, given) <= 3)
            .min_by_key(|set| strsim::osa_distance(set, given));
        let help = near.map_or_else(
            || format!("sets that ship with quorate: {}; or give a file", sets.join(", ")),
            |set| format!("did you mean {set}?"),
        );
        return Err(Failure::new(
            format!("there are no instruments \"{given}\""),
            Some(&help),
        ));
    }
    let text = read_text(&file)?;
    read(&file.display().to_string(), &text)
}

/// Reads the text of a file.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

/// Reads an instrument from its text.
pub fn read(name: &str, text: &str) -> Result<Arc<Instrument>, Failure> {
    read_instrument(name, text).map(Arc::new).map_err(|errors| {
        let problems: Vec<_> = errors
            .into_iter()
            .map(|error| (error.message, error.help, error.span))
            .collect();
        Failure::of_source(name, text, &problems)
    })
}

/// A shipped instrument that does not read is our mistake, and says so at its place.
pub fn of_load(error: &LoadError) -> Failure {
    match error {
        LoadError::Unknown(_) => Failure::new(error, None),
        LoadError::Unreadable { id, errors } => {
            let problems: Vec<_> = errors
                .iter()
                .map(|error| (error.message.clone(), error.help.clone(), error.span))
                .collect();
            Failure::of_source(id, quorate_instruments::text(id).unwrap_or(""), &problems)
        }
    }
}
