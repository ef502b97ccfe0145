//! Judging acts and entering them: checked against what is entered already, judged in order of time, appended in one transaction.

use std::collections::HashMap;
use std::sync::Arc;

use quorate_book::{AppendError, Appended, BookError, Draft, Hash, Head};
use quorate_calendar::Moment;
use quorate_corporation::act::{Act, Misdirected};
use quorate_corporation::decide::Ruling;
use quorate_corporation::evidence::Evidence;
use quorate_law::{Instrument, LawBook};

use super::entry::KeptEntry;
use super::record::{ActRecord, InstrumentRecord, Record, made_id};
use super::session::Session;
use super::unchanged::{Changed, first_changed};

/// Acts that are to be judged and entered.
pub struct NewActs<'a> {
    /// The acts, in the order of their diary, each with the hash of its attached file.
    pub acts: &'a [Act],
    /// The name of their diary.
    pub diary: Option<&'a str>,
    /// Their attached files, as columns.
    pub evidence: &'a dyn Evidence,
    /// The bytes of an attached file by its hash.
    pub bytes: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    /// When they are entered.
    pub entered: Moment,
}

/// What became of an act.
#[derive(Debug)]
pub enum Fate {
    /// It was in the book already, as the entry of this number.
    Repeated(u64),
    /// It was judged and entered as the entry of this number, by this law.
    Entered(u64, Ruling, LawBook),
    /// It was judged and refused, by this law.
    Refused(Ruling, LawBook),
    /// It speaks of something that is not there.
    Misdirected(Misdirected),
}

/// Why nothing was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnterError {
    /// An act was entered before with other content, or its diary has it no more.
    Changed(Box<Changed>),
    /// Two acts of the diary have the same id.
    IdTwice {
        /// The id.
        id: String,
        /// The positions of the two acts.
        acts: (usize, usize),
    },
    /// The acts would be entered before the last entry was.
    BeforeLastEntry {
        /// When they would be entered.
        entered: Moment,
        /// The number of the last entry.
        entry: u64,
        /// When it was entered.
        last: Moment,
    },
    /// The book could not be read or written, or has moved on.
    Append(AppendError),
}

impl From<BookError> for EnterError {
    fn from(error: BookError) -> Self {
        Self::Append(AppendError::Book(error))
    }
}

impl From<AppendError> for EnterError {
    fn from(error: AppendError) -> Self {
        Self::Append(error)
    }
}

impl std::fmt::Display for EnterError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Changed(changed) => changed.fmt(formatter),
            Self::IdTwice { id, .. } => write!(
                formatter,
                "two acts have the id \"{id}\", and an id names one act; nothing was entered: give each its own"
            ),
            Self::BeforeLastEntry { entered, entry, last } => write!(
                formatter,
                "the acts would be entered at {entered}, before entry {entry} was, at {last}, and a book grows forward only; nothing was entered: set the clock right, or give --entered a later moment"
            ),
            Self::Append(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for EnterError {}

/// An act with what it is known by.
pub(super) struct Named<'a> {
    pub(super) act: &'a Act,
    pub(super) record: ActRecord,
    pub(super) id: String,
    pub(super) content: Hash,
}

/// An act that is to be entered.
struct Accepted {
    position: usize,
    record: Record,
    ruling: Ruling,
    law: LawBook,
    attachments: Vec<Hash>,
}

impl Session {
    /// Judges acts and enters those that are not refused, all in one transaction: after an error nothing was entered.
    ///
    /// Each act is judged in the corporation as it stood when the act happened, by the law of that day. What became of each is
    /// given in the order of `new.acts`.
    ///
    /// # Errors
    /// [`EnterError`].
    pub fn enter(&mut self, new: &NewActs<'_>) -> Result<Vec<Fate>, EnterError> {
        let named = name(new.acts)?;
        if let Some(changed) = first_changed(&self.entries, &self.act_ids, &named, new.diary) {
            return Err(EnterError::Changed(Box::new(changed)));
        }
        let (mut fates, accepted) = self.judge(new, &named)?;
        if accepted.is_empty() {
            return Ok(fates.into_iter().flatten().collect());
        }
        self.check_entered(new.entered)?;
        self.put_attachments(new, &accepted)?;
        let drafts: Vec<Draft> = accepted
            .iter()
            .map(|accepted| draft(accepted, &named[accepted.position], new.entered))
            .collect();
        let appended = self.store.append(&self.head, &drafts)?;
        for (accepted, appended) in accepted.into_iter().zip(appended) {
            fates[accepted.position] = Some(Fate::Entered(
                appended.entry.number,
                accepted.ruling.clone(),
                accepted.law.clone(),
            ));
            self.keep(accepted, &appended, new.entered);
        }
        Ok(fates.into_iter().flatten().collect())
    }

    /// Judges the acts that are not in the book yet, each among the entries that happened before it; the fates of accepted ones stay open.
    fn judge(&self, new: &NewActs<'_>, named: &[Named<'_>]) -> Result<(Vec<Option<Fate>>, Vec<Accepted>), EnterError> {
        let evidence = self.evidence_with(new.evidence);
        let mut clerk = self.clerk();
        let mut earlier = self.in_order().into_iter().peekable();
        let mut hashes = InstrumentHashes::default();
        let mut fates: Vec<Option<Fate>> = named.iter().map(|_| None).collect();
        let mut accepted = Vec::new();
        for position in in_order_of_time(new.acts) {
            let named = &named[position];
            if let Some(index) = self.act_ids.get(&named.id) {
                fates[position] = Some(Fate::Repeated(self.entries[*index].number));
                continue;
            }
            while let Some(entry) = earlier.next_if(|entry| entry.happened <= named.act.on) {
                clerk.remember(&entry.events);
            }
            let ruling = clerk.judge(named.act, &evidence);
            evidence.trouble()?;
            match ruling {
                Err(misdirected) => fates[position] = Some(Fate::Misdirected(misdirected)),
                Ok(ruling) if !ruling.outcome.is_entered() => {
                    fates[position] = Some(Fate::Refused(ruling, clerk.law_book(named.act, &evidence)))
                }
                Ok(ruling) => {
                    let law = clerk.law_book(named.act, &evidence);
                    let instruments = hashes.of_law(&law);
                    let record = Record::of(named.act, new.diary, &ruling, &instruments);
                    clerk.remember(&ruling.events);
                    let attachments = cited(named.act, &instruments);
                    accepted.push(Accepted {
                        position,
                        record,
                        ruling,
                        law,
                        attachments,
                    });
                }
            }
        }
        self.cite_once(&mut accepted);
        Ok((fates, accepted))
    }

    /// An attachment is cited by the first entry that rests on it; the hashes in the records say the rest.
    fn cite_once(&self, accepted: &mut [Accepted]) {
        let mut cited = self.cited.clone();
        for accepted in accepted {
            accepted.attachments.retain(|hash| cited.insert(*hash));
        }
    }

    fn check_entered(&self, entered: Moment) -> Result<(), EnterError> {
        match self.entries.last() {
            Some(last) if last.entered > entered => Err(EnterError::BeforeLastEntry {
                entered,
                entry: last.number,
                last: last.entered,
            }),
            _ => Ok(()),
        }
    }

    fn put_attachments(&mut self, new: &NewActs<'_>, accepted: &[Accepted]) -> Result<(), EnterError> {
        for hash in accepted.iter().flat_map(|accepted| &accepted.attachments) {
            if self.store.holds_attachment(hash)? {
                continue;
            }
            let general = || self.general.iter().find(|instrument| hash_of(instrument) == *hash);
            let bytes = (new.bytes)(&hash.to_string())
                .or_else(|| general().map(|instrument| instrument.source_text.clone().into_bytes()));
            // What nobody has is missed by the store when the entry that cites it is appended.
            if let Some(bytes) = bytes {
                self.store.put_attachment(&bytes)?;
            }
        }
        Ok(())
    }

    /// Remembers what was appended, so that the session goes on from the new head.
    fn keep(&mut self, accepted: Accepted, appended: &Appended, entered: Moment) {
        let entry = &appended.entry;
        self.head = Head {
            number: entry.number,
            hash: entry.hash,
        };
        self.act_ids.insert(entry.draft.act_id.clone(), self.entries.len());
        self.cited.extend(accepted.attachments.iter().copied());
        self.entries.push(KeptEntry {
            number: entry.number,
            hash: entry.hash,
            act_id: entry.draft.act_id.clone(),
            content: entry.draft.content_hash,
            happened: accepted
                .record
                .act
                .when()
                .expect("it was written from a day or an hour"),
            entered,
            record: accepted.record,
            events: accepted.ruling.events,
            attachments: accepted.attachments,
        });
    }
}

/// The positions of acts in the order in which they are judged: by when they happened, then as the diary has them.
#[must_use]
pub fn in_order_of_time(acts: &[Act]) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..acts.len()).collect();
    positions.sort_by_key(|position| acts[*position].on);
    positions
}

/// What each act is known by: its id, or one made from its content and from how many of the same content stand before it.
fn name(acts: &[Act]) -> Result<Vec<Named<'_>>, EnterError> {
    let mut occurrences: HashMap<Hash, usize> = HashMap::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    let mut named = Vec::with_capacity(acts.len());
    for (position, act) in acts.iter().enumerate() {
        let record = ActRecord::of(act);
        let content = record.content_hash();
        let id = act.id.clone().unwrap_or_else(|| {
            let occurrence = occurrences.entry(content).or_default();
            let id = made_id(&content, *occurrence);
            *occurrence += 1;
            id
        });
        if let Some(first) = positions.insert(id.clone(), position) {
            return Err(EnterError::IdTwice {
                id,
                acts: (first, position),
            });
        }
        named.push(Named {
            act,
            record,
            id,
            content,
        });
    }
    Ok(named)
}

fn draft(accepted: &Accepted, named: &Named<'_>, entered: Moment) -> Draft {
    Draft {
        act_id: named.id.clone(),
        content_hash: named.content,
        happened: named.record.on.clone(),
        entered: entered.to_string(),
        body: accepted.record.body(),
        attachments: accepted.attachments.clone(),
    }
}

/// The attachments that an entry rests on: its own file, and the instruments that judged it.
fn cited(act: &Act, law: &[InstrumentRecord]) -> Vec<Hash> {
    let own = act.attachment.iter().map(String::as_str);
    own.chain(law.iter().map(|instrument| instrument.hash.as_str()))
        .filter_map(|hash| hash.parse().ok())
        .collect()
}

fn hash_of(instrument: &Instrument) -> Hash {
    Hash::of(instrument.source_text.as_bytes())
}

/// The hashes of instruments, each computed once.
#[derive(Default)]
struct InstrumentHashes {
    known: Vec<(Arc<Instrument>, Hash)>,
}

impl InstrumentHashes {
    fn of_law(&mut self, law: &LawBook) -> Vec<InstrumentRecord> {
        let of = |instrument: &Arc<Instrument>| InstrumentRecord {
            cited_as: instrument.cited_as.clone(),
            hash: self.of(instrument).to_string(),
        };
        law.instruments().iter().map(of).collect()
    }

    fn of(&mut self, instrument: &Arc<Instrument>) -> Hash {
        if let Some((_, hash)) = self.known.iter().find(|(known, _)| Arc::ptr_eq(known, instrument)) {
            return *hash;
        }
        let hash = hash_of(instrument);
        self.known.push((Arc::clone(instrument), hash));
        hash
    }
}
