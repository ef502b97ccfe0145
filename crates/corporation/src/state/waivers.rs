//! What holders and officers signed or said about a meeting's notice and its list, as remembered.

use quorate_calendar::Day;

use crate::event::WaiverEvent;
use crate::when::When;

/// A consent to the meeting or an approval of its minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedPaper {
    /// By whom: an account, or "everyone".
    pub holder: String,
    /// "consent to the meeting" or "approval of the minutes".
    pub kind: String,
    /// When.
    pub signed: When,
}

/// An objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// The holder's account.
    pub holder: String,
    /// The matter left out of the notice; empty where the objection is to the meeting.
    pub matter: String,
    /// Whether attendance does not waive this holder's notice.
    pub kept: bool,
}

/// An affidavit that notice was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affidavit {
    /// Who made it.
    pub maker: String,
    /// What it proves; empty where that depends on a reading.
    pub proves: String,
    /// The day.
    pub sworn: Day,
}

/// A demand to examine the stock list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListDemand {
    /// Who.
    pub holder: String,
    /// For what purpose.
    pub purpose: String,
    /// When; none where only the refusal is known.
    pub demanded: Option<When>,
    /// Why it was refused, where it was.
    pub refused: Option<String>,
}

/// What was signed or said about a meeting's notice and its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    /// Consents and approvals.
    pub signed: Vec<SignedPaper>,
    /// Objections.
    pub objections: Vec<Objection>,
    /// Whether the meeting was found valid by papers.
    pub is_validated: bool,
    /// Affidavits of notice.
    pub affidavits: Vec<Affidavit>,
    /// Supplements to the notice: what each adds, and when it was given.
    pub supplements: Vec<(Vec<String>, Day)>,
    /// Demands for the stock list.
    pub list_demands: Vec<ListDemand>,
}

impl Papers {
    /// Whether attendance does not waive this holder's notice, because of an objection.
    #[must_use]
    pub fn has_kept_objection(&self, holder: &str) -> bool {
        self.objections
            .iter()
            .any(|objection| objection.kept && objection.holder == holder)
    }

    pub(super) fn remember(&mut self, event: &WaiverEvent) {
        match event {
            WaiverEvent::PaperSigned {
                holder, kind, signed, ..
            } => self.signed.push(SignedPaper {
                holder: holder.clone(),
                kind: kind.clone(),
                signed: *signed,
            }),
            WaiverEvent::Objected {
                holder, matter, kept, ..
            } => self.objections.push(Objection {
                holder: holder.clone(),
                matter: matter.clone(),
                kept: *kept,
            }),
            WaiverEvent::Validated { .. } => self.is_validated = true,
            WaiverEvent::AffidavitSworn {
                maker, proves, sworn, ..
            } => self.affidavits.push(Affidavit {
                maker: maker.clone(),
                proves: proves.clone(),
                sworn: *sworn,
            }),
            WaiverEvent::NoticeSupplemented { adds, given, .. } => self.supplements.push((adds.clone(), *given)),
            WaiverEvent::ListDemanded {
                holder,
                purpose,
                demanded,
                ..
            } => self.list_demands.push(ListDemand {
                holder: holder.clone(),
                purpose: purpose.clone(),
                demanded: Some(*demanded),
                refused: None,
            }),
            WaiverEvent::ListRefused { holder, because, .. } => self.refuse(holder, because),
        }
    }

    /// The refusal of a demand, or of one that nobody told of.
    fn refuse(&mut self, holder: &str, because: &str) {
        let open = self
            .list_demands
            .iter_mut()
            .rev()
            .find(|demand| demand.holder == holder && demand.refused.is_none());
        match open {
            Some(demand) => demand.refused = Some(because.to_owned()),
            None => self.list_demands.push(ListDemand {
                holder: holder.to_owned(),
                purpose: String::new(),
                demanded: None,
                refused: Some(because.to_owned()),
            }),
        }
    }
}
