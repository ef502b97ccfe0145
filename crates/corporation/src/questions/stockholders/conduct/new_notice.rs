//! The notice of an adjourned meeting: its window is that of a meeting's notice, counted back from the day adjourned to.

use quorate_calendar::{Day, DayWindow};
use quorate_law::vocabulary::adjournment_notice::FOLLOWS;
use quorate_law::vocabulary::stockholder_notice::{DEFINITION, WINDOW};
use quorate_law::{Provision, Resolution};

use super::adjournment_notice::{ADJOURNED_TO, MISSING};
use crate::finding::Finding;
use crate::inquiry::Inquiry;
use crate::questions::common::{counted, finding, meeting_situation};

/// The window of the new notice.
pub struct NewWindow<'a> {
    /// The adjourned meeting.
    to: Day,
    window: DayWindow,
    /// The rules that set it.
    rules: Vec<&'a Provision>,
}

/// The window of the notice of the adjourned meeting; none where that is not known.
///
/// Whether a notice is due does not turn on the window, so what is not known of it does not stop the question.
pub fn new_window<'a>(inquiry: &mut Inquiry<'a>, resolution: &Resolution<'_>) -> Option<NewWindow<'a>> {
    let to = inquiry.known(&ADJOURNED_TO)?;
    let situation = meeting_situation(inquiry).ok()?;
    let rules = inquiry.consult(&DEFINITION, &situation).ok()?.controlling;
    let mut window = DayWindow::OPEN;
    for provision in &rules {
        let phrase = provision.get(&WINDOW)?;
        // The meeting of which notice is given is the adjourned one.
        let event = |name: &str| {
            if name == "meeting" {
                Some(to)
            } else {
                inquiry.event(name).ok()
            }
        };
        window = window.intersect(
            phrase
                .evaluate(&event, &inquiry.practice().business_days)
                .ok()?
                .earlier(),
        );
    }
    if rules.is_empty() {
        return None;
    }
    for provision in &resolution.controlling {
        if let Some(follows) = provision.get(&FOLLOWS) {
            inquiry.show(format!(
                "{}: the new notice follows {follows} again",
                provision.citation
            ));
        }
    }
    inquiry.show(format!("the new notice of the meeting on {to}: {window}"));
    Some(NewWindow { to, window, rules })
}

/// Holds the day of the new notice against its window.
pub fn held_against(given: Day, new: &NewWindow<'_>, authority: &[&Provision]) -> Finding {
    let NewWindow { to, window, rules } = new;
    let is_met = window.contains(given);
    let days = given.days_until(*to);
    let message = format!(
        "notice of the adjourned meeting was given {} before it; its window is {window}",
        counted(days, "day")
    );
    let authority = [authority, rules].concat();
    let mut found = finding(
        &MISSING,
        is_met,
        message,
        &authority,
        vec!["new-notice-given", "adjourned-to"],
    );
    found
        .arithmetic
        .push(format!("adjourned meeting {to}; notice {given}; window {window}"));
    found.help = (!is_met)
        .then(|| "hold the adjourned meeting later, give notice in the window, or obtain written waivers".to_owned());
    found
}
