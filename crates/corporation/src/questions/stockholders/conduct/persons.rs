//! Who has a part in the meeting: the first of an order who serves, then who stands in for one of them, then the last resort.

use quorate_law::vocabulary::stand_in::{self, FOR, IF_NO, OCCASIONS, OFFICE, RANK};
use quorate_law::{Provision, Situation};

use super::facts::{DECLINED, PRESENT, UNABLE, VACANT};
use super::order::{Order, is_same_office};
use crate::inquiry::{Inquiry, Pause};
use crate::questions::common::rely_on;

/// How far a chain of those who stand in for one another is followed.
const CHAIN_MAX: usize = 8;

/// Why an office does not serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// Nobody holds it.
    Vacant,
    /// Its holder is unable to act.
    Disabled,
    /// Its holder is there and declines.
    Declines,
    /// Its holder is not there.
    Absent,
}

impl Out {
    /// The word for it in the vocabulary.
    pub fn word(self) -> &'static str {
        match self {
            Self::Vacant => "vacant",
            Self::Disabled => "disabled",
            Self::Declines => "declines",
            Self::Absent => "absent",
        }
    }

    /// Whether an order that passes an office over for these reasons passes it over for this one.
    fn is_among(self, passes_over: &str) -> bool {
        match self {
            Self::Vacant | Self::Absent => true,
            Self::Disabled => passes_over.contains("disability"),
            Self::Declines => passes_over.contains("refusal"),
        }
    }
}

/// Who is there, and who of them cannot or will not act.
pub struct Circumstances<'a> {
    present: Vec<String>,
    vacant: Vec<String>,
    unable: Vec<String>,
    declined: Vec<String>,
    stand_ins: Vec<&'a Provision>,
}

/// Who serves, and how the text comes to him.
#[derive(Clone, Debug)]
pub struct Reached<'a> {
    /// The office, or the last resort in words.
    pub person: String,
    /// Whether it is an office, and not the last resort.
    pub is_office: bool,
    /// The provisions by which it stands in.
    pub by: Vec<&'a Provision>,
    /// The office passed over for a reason that the order does not name.
    pub doubt: Option<(String, Out)>,
}

impl Reached<'_> {
    /// Who goes first among several of the office, where the text by which it stands in says so.
    pub fn rank(&self) -> Option<&str> {
        self.by
            .last()
            .and_then(|provision| provision.get(&RANK))
            .map(String::as_str)
    }
}

/// Those who stand in for the offices of the orders, and for those who stand in for them; shown, and kept among the controls.
///
/// # Errors
/// Pauses as [`Inquiry::consult`] does.
pub fn stand_ins<'a>(inquiry: &mut Inquiry<'a>, orders: &[Order<'_>]) -> Result<Vec<&'a Provision>, Pause> {
    let resolution = inquiry.consult(&stand_in::DEFINITION, &Situation::general())?;
    let mut offices: Vec<String> = orders.iter().flat_map(|order| order.offices.clone()).collect();
    let mut found: Vec<&Provision> = Vec::new();
    loop {
        let next = resolution.controlling.iter().copied().find(|provision| {
            let is_for = |office: &String| provision.word(&FOR).is_some_and(|whom| is_same_office(whom, office));
            offices.iter().any(is_for) && !found.iter().any(|known| std::ptr::eq(*known, *provision))
        });
        let Some(provision) = next else { break };
        offices.push(provision.word(&OFFICE).unwrap_or_default().to_owned());
        found.push(provision);
    }
    rely_on(inquiry, &resolution, &found);
    for provision in &found {
        let occasions: Vec<&str> = provision
            .get_all(&OCCASIONS)
            .into_iter()
            .map(|word| word.0.as_str())
            .collect();
        let mut line = format!(
            "{}: the {} stands in for the {} ({})",
            provision.citation,
            provision.word(&OFFICE).unwrap_or_default(),
            provision.word(&FOR).unwrap_or_default(),
            occasions.join(", ")
        );
        if let Some(office) = provision.word(&IF_NO) {
            line.push_str(&format!(", if there is no {office}"));
        }
        if let Some(rank) = provision.get(&RANK) {
            line.push_str(&format!("; of several, {rank}"));
        }
        inquiry.show(line);
    }
    Ok(found)
}

impl<'a> Circumstances<'a> {
    /// Those told; none while nobody says who was present.
    ///
    /// # Errors
    /// Pauses as [`Inquiry::need`] does.
    pub fn told(inquiry: &mut Inquiry<'_>, stand_ins: &[&'a Provision]) -> Result<Option<Self>, Pause> {
        let Some(present) = inquiry.known(&PRESENT) else {
            return Ok(None);
        };
        // Whether an office is vacant matters only where a text asks it.
        let vacant = if stand_ins.is_empty() {
            inquiry.known(&VACANT).unwrap_or_default()
        } else {
            inquiry.need(&VACANT)?
        };
        Ok(Some(Self {
            present,
            vacant,
            unable: inquiry.known(&UNABLE).unwrap_or_default(),
            declined: inquiry.known(&DECLINED).unwrap_or_default(),
            stand_ins: stand_ins.to_vec(),
        }))
    }

    /// The same, with one more who was there.
    pub fn with_present(&self, office: &str) -> Self {
        let mut present = self.present.clone();
        present.push(office.to_owned());
        Self {
            present,
            vacant: self.vacant.clone(),
            unable: self.unable.clone(),
            declined: self.declined.clone(),
            stand_ins: self.stand_ins.clone(),
        }
    }

    /// Why an office does not serve; none when it does.
    pub fn out(&self, office: &str) -> Option<Out> {
        let is_in = |list: &[String]| list.iter().any(|other| is_same_office(office, other));
        if is_in(&self.vacant) {
            Some(Out::Vacant)
        } else if is_in(&self.unable) {
            Some(Out::Disabled)
        } else if is_in(&self.declined) {
            Some(Out::Declines)
        } else if is_in(&self.present) {
            None
        } else {
            Some(Out::Absent)
        }
    }

    /// Who serves under an order; none when the text names nobody more.
    pub fn reached(&self, order: &Order<'_>, passes_over: &str) -> Option<Reached<'a>> {
        let mut doubt = None;
        for office in &order.offices {
            match self.out(office) {
                None => {
                    return Some(Reached {
                        person: office.clone(),
                        is_office: true,
                        by: Vec::new(),
                        doubt,
                    });
                }
                Some(out) if !out.is_among(passes_over) => {
                    doubt.get_or_insert((office.clone(), out));
                }
                Some(_) => {}
            }
        }
        let standing_in = order.offices.iter().find_map(|office| self.stand_in(office, &[]));
        if let Some((person, by)) = standing_in {
            // The one for whom a text has another stand in is passed over by that text.
            return Some(Reached {
                person,
                is_office: true,
                by,
                doubt: None,
            });
        }
        order.otherwise.as_ref().map(|last| Reached {
            person: last.clone(),
            is_office: false,
            by: Vec::new(),
            doubt,
        })
    }

    /// Who stands in for an office, directly or by a chain.
    fn stand_in(&self, office: &str, chain: &[&'a Provision]) -> Option<(String, Vec<&'a Provision>)> {
        let out = self.out(office)?;
        if chain.len() >= CHAIN_MAX {
            return None;
        }
        self.stand_ins.iter().copied().find_map(|provision| {
            let is_for = provision.word(&FOR).is_some_and(|whom| is_same_office(whom, office));
            let is_on = provision.get_all(&OCCASIONS).iter().any(|word| word.0 == out.word());
            let is_barred = provision
                .word(&IF_NO)
                .is_some_and(|other| self.out(other) != Some(Out::Vacant));
            if !is_for || !is_on || is_barred {
                return None;
            }
            let chain = [chain, &[provision]].concat();
            let candidate = provision.word(&OFFICE)?;
            match self.out(candidate) {
                None => Some((candidate.to_owned(), chain)),
                Some(_) => self.stand_in(candidate, &chain),
            }
        })
    }
}
