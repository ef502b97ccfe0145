//! What stockholders brought before a meeting, as remembered, with the days that deadlines count from.

use quorate_calendar::Day;

use super::meeting::Meeting;
use crate::event::ContestEvent;
use crate::when::When;

/// A stockholder's notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StockholderNotice {
    /// The item that it brings: a matter's id, or "matter/nominee".
    pub item: String,
    /// The stockholder's account.
    pub holder: String,
    /// When it was received.
    pub received: When,
    /// The findings that were unmet or depended on a reading, by id.
    pub defects: Vec<String>,
    /// What it tells of itself, fact by fact, while something that it is judged by is not known.
    pub open: Option<Vec<(String, String)>>,
}

/// An item that is not voted on any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The item.
    pub item: String,
    /// Its title, or the nominee.
    pub title: String,
    /// Why, as the end of a sentence: "declared improper by …: …", "withdrawn by …".
    pub because: String,
    /// Whether it was declared improper, and not withdrawn.
    pub is_declared: bool,
}

/// What stockholders brought before a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contest {
    /// The day on which proxy materials were first mailed.
    pub first_mailing: Option<Day>,
    /// The day on which the date of the meeting was first publicly disclosed.
    pub disclosed: Option<Day>,
    /// The notices received.
    pub notices: Vec<StockholderNotice>,
    /// The items that are not voted on any more.
    pub left_out: Vec<LeftOut>,
}

impl Contest {
    /// The notice that brings an item, the last one first.
    #[must_use]
    pub fn notice_of(&self, item: &str) -> Option<&StockholderNotice> {
        self.notices.iter().rev().find(|notice| notice.item == item)
    }
}

/// Remembers an event of the contest about a meeting.
pub(super) fn remember(meeting: &mut Meeting, event: &ContestEvent) {
    let first = |known: Option<Day>, new: Day| Some(known.map_or(new, |known| known.min(new)));
    let contest = &mut meeting.contest;
    match event {
        ContestEvent::ProxyMaterialsMailed { on, .. } => contest.first_mailing = first(contest.first_mailing, *on),
        ContestEvent::DateDisclosed { on, .. } => contest.disclosed = first(contest.disclosed, *on),
        ContestEvent::NoticeReceived {
            item,
            holder,
            received,
            defects,
            open,
            ..
        } => contest.notices.push(StockholderNotice {
            item: item.clone(),
            holder: holder.clone(),
            received: *received,
            defects: defects.clone(),
            open: open.clone(),
        }),
        ContestEvent::NoticeJudged {
            item, defects, open, ..
        } => {
            if let Some(notice) = contest.notices.iter_mut().rev().find(|notice| notice.item == *item) {
                notice.defects.clone_from(defects);
                notice.open.clone_from(open);
            }
        }
        ContestEvent::DeclaredImproper {
            item,
            by,
            because,
            effective,
            ..
        } => {
            if *effective {
                leave_out(meeting, item, format!("declared improper by {by}: {because}"), true);
            }
        }
        ContestEvent::Withdrawn { item, by, .. } => leave_out(meeting, item, format!("withdrawn by {by}"), false),
    }
}

/// Takes an item off the ballot; nothing happens when the meeting has no such item.
fn leave_out(meeting: &mut Meeting, item: &str, because: String, is_declared: bool) {
    let title = if let Some(place) = meeting.matters.iter().position(|matter| matter.id == item) {
        meeting.matters.remove(place).title
    } else {
        let Some((id, nominee)) = item.split_once('/') else {
            return;
        };
        let Some(matter) = meeting.matters.iter_mut().find(|matter| matter.id == id) else {
            return;
        };
        let Some(place) = matter.nominees.iter().position(|(name, _)| name == nominee) else {
            return;
        };
        matter.nominees.remove(place).0
    };
    meeting.contest.left_out.push(LeftOut {
        item: item.to_owned(),
        title,
        because,
        is_declared,
    });
}
