//! The files that acts name, read once, and given to the judge as evidence by hash.

use std::collections::BTreeMap;
use std::sync::Arc;

use quorate_corporation::act::Attached;
use quorate_corporation::evidence::{DeliveryTable, Evidence, HolderList, InstructionTable};
use quorate_instruments::LoadError;
use quorate_kdl::LineIndex;
use quorate_law::{Instrument, ReadError, read_instrument};
use sha2::{Digest, Sha256};

use crate::read::{Entry, Problem};

/// Where the files are that a diary names.
pub trait Files {
    /// The bytes of a file, by its name relative to the diary.
    ///
    /// # Errors
    /// A sentence that says why there are none.
    fn bytes(&self, name: &str) -> Result<Vec<u8>, String>;

    /// The instrument that ships under an id; none when there is none of that id.
    ///
    /// # Errors
    /// A sentence that says why it does not read.
    fn shipped(&self, id: &str) -> Option<Result<Arc<Instrument>, String>> {
        match quorate_instruments::load(id) {
            Err(LoadError::Unknown(_)) => None,
            loaded => Some(loaded.map_err(|error| error.to_string())),
        }
    }
}

/// No files at all: a diary that names only what ships.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFiles;

impl Files for NoFiles {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        Err(format!("there is no file \"{name}\" here"))
    }
}

/// The hash by which bytes are known: SHA-256, in hex.
#[must_use]
pub fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a file reads as.
#[derive(Clone, Debug)]
enum Content {
    Instrument(Arc<Instrument>),
    Holders(Arc<HolderList>),
    Instructions(Arc<InstructionTable>),
    Deliveries(Arc<DeliveryTable>),
    Paper,
}

/// The files of a diary, by hash.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    bytes: BTreeMap<String, Arc<[u8]>>,
    instruments: BTreeMap<String, Arc<Instrument>>,
    holders: BTreeMap<String, Arc<HolderList>>,
    instructions: BTreeMap<String, Arc<InstructionTable>>,
    deliveries: BTreeMap<String, Arc<DeliveryTable>>,
    /// The hash of each file read, by name and what it was read as.
    read: BTreeMap<(String, &'static str), String>,
}

impl Folder {
    /// An empty folder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the file that an entry names, and gives its act the hash; nothing to do for an entry that names none.
    ///
    /// # Errors
    /// Everything wrong with the file, at the property that names it.
    pub fn attach(&mut self, entry: &mut Entry, files: &dyn Files) -> Result<(), Vec<Problem>> {
        let (Some((field, attached)), Some(name)) = (entry.act.definition.file, entry.file.clone()) else {
            return Ok(());
        };
        let span = entry.field_spans.get(field).copied().unwrap_or(entry.span);
        let kind = entry.act.facts.get("kind").map(ToString::to_string).unwrap_or_default();
        self.hash(&name, attached, &kind, files)
            .map(|hash| entry.act.attachment = Some(hash))
            .map_err(|faults| {
                faults
                    .into_iter()
                    .map(|(message, help)| Problem { message, help, span })
                    .collect()
            })
    }

    /// The bytes of a hash, so that a book can keep them.
    #[must_use]
    pub fn bytes(&self, hash: &str) -> Option<&[u8]> {
        self.bytes.get(hash).map(AsRef::as_ref)
    }

    /// The hashes of all files, in order.
    pub fn hashes(&self) -> impl Iterator<Item = &str> {
        self.bytes.keys().map(String::as_str)
    }

    /// Puts bytes into the folder as what they are, under a name for messages and citations; gives their hash.
    ///
    /// # Errors
    /// Everything wrong with them: messages, each with its cure.
    pub fn put(&mut self, name: &str, attached: Attached, bytes: Vec<u8>) -> Result<String, Vec<Fault>> {
        let content = match attached {
            Attached::Instrument => Content::Instrument(instrument(name, &bytes)?),
            Attached::Holders => Content::Holders(Arc::new(
                quorate_exchange::read_holders(&bytes).map_err(|errors| of_table(name, errors))?,
            )),
            Attached::Instructions => Content::Instructions(Arc::new(
                quorate_exchange::read_instructions(&bytes).map_err(|errors| of_table(name, errors))?,
            )),
            Attached::Deliveries => Content::Deliveries(Arc::new(
                quorate_exchange::read_deliveries(&bytes).map_err(|errors| of_table(name, errors))?,
            )),
            Attached::Paper => Content::Paper,
        };
        let hash = hash_of(&bytes);
        self.keep(&hash, content);
        self.bytes.insert(hash.clone(), bytes.into());
        Ok(hash)
    }

    fn keep(&mut self, hash: &str, content: Content) {
        match content {
            Content::Instrument(instrument) => {
                self.instruments.insert(hash.to_owned(), instrument);
            }
            Content::Holders(list) => {
                self.holders.insert(hash.to_owned(), list);
            }
            Content::Instructions(table) => {
                self.instructions.insert(hash.to_owned(), table);
            }
            Content::Deliveries(table) => {
                self.deliveries.insert(hash.to_owned(), table);
            }
            Content::Paper => {}
        }
    }

    /// The hash of a file, which is read once.
    fn hash(&mut self, name: &str, attached: Attached, kind: &str, files: &dyn Files) -> Result<String, Vec<Fault>> {
        let known_as = (format!("{kind} {name}"), word(attached));
        if let Some(hash) = self.read.get(&known_as) {
            return Ok(hash.clone());
        }
        let hash = match attached {
            Attached::Instrument => self.adopted(name, kind, files)?,
            other => {
                let bytes = files.bytes(name).map_err(|why| {
                    vec![(
                        why,
                        Some("name a file beside the diary, by its path from there".to_owned()),
                    )]
                })?;
                self.put(name, other, bytes)?
            }
        };
        self.read.insert(known_as, hash.clone());
        Ok(hash)
    }

    /// The hash of an instrument: of a set that ships, by its id, or of a file.
    fn adopted(&mut self, name: &str, kind: &str, files: &dyn Files) -> Result<String, Vec<Fault>> {
        let shipped = [format!("{name}/{kind}"), name.to_owned()]
            .iter()
            .find_map(|id| files.shipped(id));
        let hash = match shipped {
            Some(Ok(instrument)) => {
                let bytes = instrument.source_text.as_bytes();
                let hash = hash_of(bytes);
                self.bytes.insert(hash.clone(), bytes.into());
                self.keep(&hash, Content::Instrument(instrument));
                hash
            }
            Some(Err(why)) => return Err(vec![(why, None)]),
            None => {
                let bytes = files.bytes(name).map_err(|why| {
                    let sets: Vec<_> = quorate_instruments::sets().collect();
                    vec![(
                        why,
                        Some(format!(
                            "name a set that ships with quorate ({}), or a file beside the diary",
                            sets.join(", ")
                        )),
                    )]
                })?;
                self.put(name, Attached::Instrument, bytes)?
            }
        };
        let found = self
            .instruments
            .get(&hash)
            .map_or("", |instrument| instrument.kind.word());
        if found == kind {
            return Ok(hash);
        }
        Err(vec![(
            format!("\"{name}\" is an instrument of kind {found}, not {kind}"),
            Some(format!("say \"{found}\", or name another instrument")),
        )])
    }
}

/// What is wrong with a file, and the cure.
pub type Fault = (String, Option<String>);

fn word(attached: Attached) -> &'static str {
    match attached {
        Attached::Instrument => "instrument",
        Attached::Holders => "holders",
        Attached::Instructions => "instructions",
        Attached::Deliveries => "deliveries",
        Attached::Paper => "paper",
    }
}

fn instrument(name: &str, bytes: &[u8]) -> Result<Arc<Instrument>, Vec<Fault>> {
    let text = std::str::from_utf8(bytes).map_err(|_| {
        vec![(
            format!("{name} is not text in UTF-8"),
            Some("save it as such".to_owned()),
        )]
    })?;
    let id = name.strip_suffix(".kdl").unwrap_or(name);
    read_instrument(id, text)
        .map(Arc::new)
        .map_err(|errors| of_instrument(name, text, errors))
}

fn of_instrument(name: &str, text: &str, errors: Vec<ReadError>) -> Vec<Fault> {
    let lines = LineIndex::new(text);
    errors
        .into_iter()
        .map(|error| {
            let (line, column) = lines.line_column(error.span.start);
            (format!("{name}:{line}:{column}: {}", error.message), error.help)
        })
        .collect()
}

fn of_table(name: &str, errors: quorate_exchange::TableErrors) -> Vec<Fault> {
    let more = (errors.more > 0).then(|| (format!("{name}: {} more errors", errors.more), None));
    errors
        .errors
        .into_iter()
        .map(|error| (format!("{name}:{error}"), error.help))
        .chain(more)
        .collect()
}

impl Evidence for Folder {
    fn holders(&self, hash: &str) -> Option<Arc<HolderList>> {
        self.holders.get(hash).cloned()
    }

    fn instructions(&self, hash: &str) -> Option<Arc<InstructionTable>> {
        self.instructions.get(hash).cloned()
    }

    fn instrument(&self, hash: &str) -> Option<Arc<Instrument>> {
        self.instruments.get(hash).cloned()
    }

    fn deliveries(&self, hash: &str) -> Option<Arc<DeliveryTable>> {
        self.deliveries.get(hash).cloned()
    }
}
