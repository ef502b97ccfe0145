//! What a minute book has ahead of it, as requests for plans.

use quorate_calendar::Day;

use super::{PlanKind, PlanRequest};
use crate::acts::common::meeting_facts;
use crate::acts::contest::anchors;
use crate::evidence::Evidence;
use crate::facts::FactValue;
use crate::state::{Corporation, Meeting};

/// A request for each meeting of a book that has not convened, with what is known of it and what was done for it.
#[must_use]
pub fn requests(corporation: &Corporation, evidence: &dyn Evidence, today: Day) -> Vec<PlanRequest> {
    let ahead = corporation
        .meetings
        .iter()
        .filter(|(_, meeting)| meeting.convened.is_none());
    ahead
        .map(|(id, meeting)| request(corporation, evidence, id, meeting, today))
        .collect()
}

fn request(corporation: &Corporation, evidence: &dyn Evidence, id: &str, meeting: &Meeting, today: Day) -> PlanRequest {
    let mut facts = anchors(meeting_facts(meeting), corporation, evidence, id, meeting);
    if let Some(is_listed) = corporation.is_listed(today) {
        facts = facts.with("listed", FactValue::YesNo(is_listed));
    }
    // No matter put yet is not the same as none but ordinary ones: what is to come is not known.
    let matters = if meeting.matters.is_empty() {
        Vec::new()
    } else {
        meeting.matter_kinds()
    };
    if matters.is_empty() {
        facts = facts.without("matters");
    }
    PlanRequest {
        id: id.to_owned(),
        kind: if meeting.kind == "special" {
            PlanKind::Special
        } else {
            PlanKind::Annual
        },
        meeting: meeting.at.day,
        matters,
        today: Some(today),
        facts,
        done: done(meeting),
    }
}

/// The questions whose step the book shows as done, with what was done.
fn done(meeting: &Meeting) -> Vec<(&'static str, String)> {
    let mut done = Vec::new();
    if let Some((record_date, resolution)) = meeting.record_date {
        let said = format!("fixed on {resolution}: {record_date}");
        done.push(("record-date-range", said.clone()));
        done.push(("record-date-default", said));
    }
    if let Some(given) = meeting.notice_given() {
        done.push(("stockholder-notice-window", format!("given on {given}")));
    } else if meeting.is_notice_waived() {
        done.push(("stockholder-notice-window", "waived by everyone".to_owned()));
    }
    if let Some((ready, place)) = &meeting.stock_list {
        done.push(("stock-list-dates", format!("ready on {ready}, {place}")));
    }
    if let Some((names, by)) = &meeting.inspectors {
        done.push(("inspectors-appointment", format!("{}, by {by}", names.join(", "))));
    }
    done
}
