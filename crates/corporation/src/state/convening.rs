//! What goes before meetings, as remembered: requests for special meetings.

use std::collections::BTreeMap;

use quorate_calendar::Day;

use crate::event::ConveningEvent;

/// A request for a special meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialRequest {
    /// The offices or bodies that call.
    pub callers: Vec<String>,
    /// When it was received.
    pub received: Day,
    /// The facts by which it is judged, by name, as a case writes them.
    pub told: Vec<(String, String)>,
    /// Who refused to fix the date, and when.
    pub refused: Option<(String, Day)>,
    /// The meeting called on it.
    pub meeting: Option<String>,
}

/// Requests for special meetings, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpecialRequests {
    /// Each by its id.
    pub by_id: BTreeMap<String, SpecialRequest>,
}

impl SpecialRequests {
    pub(super) fn remember(&mut self, event: &ConveningEvent) {
        match event {
            ConveningEvent::SpecialMeetingRequested {
                request,
                callers,
                received,
                told,
            } => {
                let made = SpecialRequest {
                    callers: callers.clone(),
                    received: *received,
                    told: told.clone(),
                    refused: None,
                    meeting: None,
                };
                self.by_id.insert(request.clone(), made);
            }
            ConveningEvent::RequestRefused { request, by, on } => {
                if let Some(request) = self.by_id.get_mut(request) {
                    request.refused = Some((by.clone(), *on));
                }
            }
            ConveningEvent::RequestAnswered { request, meeting } => {
                if let Some(request) = self.by_id.get_mut(request) {
                    request.meeting = Some(meeting.clone());
                }
            }
            // A meeting remembers its own record dates.
            ConveningEvent::VotingRecordDateFixed { .. } => {}
        }
    }
}
