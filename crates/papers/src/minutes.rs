//! Minutes of a meeting of stockholders.

use quorate_corporation::finding::Finding;
use quorate_corporation::{Corporation, Quantity, When};

use crate::certificate::{count_table, outcome, reasons};
use crate::document::{Block, Document};

/// One entry of the meeting's proceedings.
#[derive(Clone, Debug)]
pub struct Proceeding {
    /// When.
    pub when: When,
    /// What was done, as a sentence.
    pub what: String,
    /// The findings that were not met.
    pub unmet: Vec<Finding>,
}

/// The minutes of a meeting: time, place, how it was called, the notice, the shares represented, the proceedings.
///
/// `None` when there is no such meeting or it was not convened.
#[must_use]
pub fn minutes(corporation: &Corporation, meeting_id: &str, proceedings: &[Proceeding]) -> Option<Document> {
    let meeting = corporation.meetings.get(meeting_id)?;
    let (convened, presiding, secretary) = meeting.convened.as_ref()?;
    let hour = convened.time.map_or_else(String::new, |time| format!(" at {time}"));
    let place = if meeting.place.is_empty() {
        String::new()
    } else {
        format!(", {}", meeting.place)
    };
    let mut blocks = vec![
        Block::Paragraph(format!(
            "The meeting was convened on {}{hour}{place}.",
            convened.day.long()
        )),
        Block::Paragraph(format!(
            "It is the {} meeting, a {} one, called by the {}. The {presiding} presided; the {secretary} recorded.",
            meeting.kind,
            if meeting.kind == "special" {
                "special"
            } else {
                "regular"
            },
            meeting.called_by
        )),
    ];
    for notice in &meeting.notices {
        blocks.push(Block::Paragraph(format!(
            "Notice was given by {} on {} to {} holders of record, {} days before the meeting{}.",
            notice.channel,
            notice.given.long(),
            Quantity::whole(notice.recipients),
            notice.given.days_until(meeting.at.day),
            if notice.stated.is_empty() {
                String::new()
            } else {
                format!("; it stated: {}", notice.stated.join(", "))
            },
        )));
    }
    if let Some((record_date, resolution)) = meeting.record_date {
        blocks.push(Block::Paragraph(format!(
            "The record date was {}, fixed by resolution of {}.",
            record_date.long(),
            resolution.long()
        )));
    }
    if meeting.counted.is_none()
        && let Some(present) = &meeting.conduct.present
    {
        blocks.push(Block::Paragraph(format!(
            "When it convened {present} votes were present or represented."
        )));
    }
    if let Some(counted) = &meeting.counted {
        let quorum = match meeting.quorate {
            Some(true) => "A quorum was present",
            Some(false) => "No quorum was present",
            None => "Whether a quorum was present depends on what is not known",
        };
        blocks.push(Block::Paragraph(format!(
            "{quorum}: of {} votes entitled, {} were present or represented.",
            counted.entitled, counted.represented
        )));
    }
    if let Some((inspectors, by)) = &meeting.inspectors {
        blocks.push(Block::Paragraph(format!(
            "Inspectors of election, appointed by the {by}: {}.",
            inspectors.join(", ")
        )));
    }
    if let Some((form, measures)) = &meeting.conduct.remote {
        let place = if form == "hybrid" {
            "Some stockholders took part from elsewhere"
        } else {
            "It was held solely by remote communication"
        };
        blocks.push(Block::Paragraph(format!(
            "{place}; measures taken: {}.",
            or_none(measures)
        )));
    }
    if !meeting.conduct.agenda.is_empty() {
        blocks.push(Block::Paragraph(format!(
            "Agenda: {}.",
            meeting.conduct.agenda.join(", ")
        )));
    }
    for rule in &meeting.conduct.rules {
        let text = if rule.text.is_empty() {
            String::new()
        } else {
            format!(": {}", rule.text)
        };
        blocks.push(Block::Paragraph(format!(
            "Rule of the {} on {}{text}.",
            rule.by, rule.subject
        )));
    }
    for adjourned in &meeting.conduct.adjourned_matters {
        blocks.push(Block::Paragraph(format!(
            "{} was adjourned to {}.",
            adjourned.matter,
            adjourned.to.day.long()
        )));
    }
    blocks.push(Block::Heading("Proceedings".into()));
    blocks.push(Block::Items(
        // What was done before the meeting stands above; the proceedings are those of the day.
        proceedings
            .iter()
            .filter(|proceeding| proceeding.when.day >= convened.day)
            .map(|proceeding| format!("{}: {}", proceeding.when, proceeding.what))
            .collect(),
    ));
    blocks.push(Block::Heading("Votes".into()));
    for matter in &meeting.matters {
        blocks.push(Block::Paragraph(format!(
            "{}: {}.",
            matter.title,
            outcome(meeting, matter)
        )));
        blocks.push(count_table(meeting, matter));
    }
    if !meeting.contest.left_out.is_empty() {
        let left_out = meeting.contest.left_out.iter();
        blocks.push(Block::Heading("Not voted on".into()));
        blocks.push(Block::Items(
            left_out
                .map(|left_out| format!("{}: {}", left_out.title, left_out.because))
                .collect(),
        ));
    }
    let unmet: Vec<Finding> = proceedings
        .iter()
        .flat_map(|proceeding| proceeding.unmet.iter().cloned())
        .collect();
    if !unmet.is_empty() {
        blocks.push(Block::Heading("Defects entered".into()));
        blocks.push(Block::Items(reasons(&unmet)));
    }
    if !meeting.certified_by.is_empty() {
        blocks.push(Block::Paragraph(format!(
            "The result was certified by {}.",
            meeting.certified_by.join(", ")
        )));
    }
    blocks.push(Block::Signature("Secretary of the meeting".into()));
    let subtitle = vec![
        corporation.name.clone().unwrap_or_default(),
        format!(
            "{} meeting of stockholders, {}",
            capitalized(&meeting.kind),
            meeting.at.day.long()
        ),
    ];
    Some(Document {
        title: "MINUTES".into(),
        subtitle,
        blocks,
    })
}

fn or_none(items: &[String]) -> String {
    if items.is_empty() {
        "none told".to_owned()
    } else {
        items.join(", ")
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
