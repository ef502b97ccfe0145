//! The clerk: takes acts one after the other, judges each by the law of its day, and remembers what was entered.
//!
//! The diary, the book, the casebook and the demonstration all work through it.

use std::sync::Arc;

use quorate_calendar::Day;
use quorate_law::{Instrument, LawBook};

use crate::act::{Act, Case, Misdirected};
use crate::decide::{Ruling, decide};
use crate::event::Event;
use crate::evidence::Evidence;
use crate::inquiry::Practice;
use crate::state::Corporation;

/// The clerk of one corporation.
pub struct Clerk {
    /// The corporation as it stands.
    pub corporation: Corporation,
    general: Vec<Arc<Instrument>>,
    practice: Practice,
}

impl Clerk {
    /// A clerk who knows nothing of the corporation yet, with the instruments that bind every corporation.
    #[must_use]
    pub fn new(general: Vec<Arc<Instrument>>, practice: Practice) -> Self {
        Self {
            corporation: Corporation::default(),
            general,
            practice,
        }
    }

    /// The law book for an act: what binds every corporation, and what this one had adopted by the day of the act.
    #[must_use]
    pub fn law_book(&self, act: &Act, evidence: &dyn Evidence) -> LawBook {
        self.law_book_on(act.on.day, evidence)
    }

    /// The law book of a day: what binds every corporation, and what this one had adopted by then.
    #[must_use]
    pub fn law_book_on(&self, day: Day, evidence: &dyn Evidence) -> LawBook {
        let adopted = self.corporation.governing_all(day);
        let own = adopted.iter().filter_map(|adopted| evidence.instrument(&adopted.hash));
        LawBook::new(self.general.iter().cloned().chain(own).collect())
    }

    /// Judges an act without entering it.
    ///
    /// # Errors
    /// [`Misdirected`] when what the act speaks of is not there.
    pub fn judge(&self, act: &Act, evidence: &dyn Evidence) -> Result<Ruling, Misdirected> {
        let book = self.law_book(act, evidence);
        decide(&Case {
            corporation: &self.corporation,
            book: &book,
            practice: &self.practice,
            act,
            evidence,
        })
    }

    /// Remembers events.
    pub fn remember(&mut self, events: &[Event]) {
        for event in events {
            self.corporation = std::mem::take(&mut self.corporation).evolve(event);
        }
    }

    /// Judges an act and, unless it is refused, remembers its events.
    ///
    /// # Errors
    /// [`Misdirected`] when what the act speaks of is not there; nothing is remembered then.
    pub fn take(&mut self, act: &Act, evidence: &dyn Evidence) -> Result<Ruling, Misdirected> {
        let ruling = self.judge(act, evidence)?;
        self.remember(&ruling.events);
        Ok(ruling)
    }
}
