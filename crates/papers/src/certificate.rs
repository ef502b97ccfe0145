//! The inspectors' certificate.

use quorate_corporation::finding::{Finding, FindingStatus};
use quorate_corporation::state::{Matter, Meeting};
use quorate_corporation::{Corporation, Quantity};

use crate::document::{Block, Document};

/// The certificate of the inspectors of election of a meeting that was counted.
///
/// `findings` are those by which the matters were decided; `None` when there is no such meeting or it has not been counted.
#[must_use]
pub fn certificate_of_inspectors(
    corporation: &Corporation,
    meeting_id: &str,
    findings: &[Finding],
) -> Option<Document> {
    let meeting = corporation.meetings.get(meeting_id)?;
    let counted = meeting.counted.as_ref()?;
    let (inspectors, appointed_by) = meeting.inspectors.clone().unwrap_or_default();
    let name = corporation.name.clone().unwrap_or_default();
    let mut blocks = vec![Block::Paragraph(format!(
        "The undersigned, appointed by the {appointed_by} to act at the {} meeting of stockholders held on {} at {}, certify as follows.",
        meeting.kind,
        meeting.at.day.long(),
        place(meeting),
    ))];
    if !meeting.oaths.is_empty() {
        blocks.push(Block::Paragraph(format!(
            "Before entering upon their duties they took and signed the oath: {}.",
            meeting.oaths.join(", ")
        )));
    }
    if let Some((record_date, _)) = meeting.record_date {
        blocks.push(Block::Heading("Shares".into()));
        blocks.push(Block::Paragraph(format!(
            "At the close of business on {}, the record date, {} votes were entitled to be cast. {} were present in person or represented by proxy.",
            record_date.long(),
            counted.entitled,
            counted.represented,
        )));
    }
    blocks.push(Block::Heading("Count of votes".into()));
    for matter in &meeting.matters {
        blocks.push(Block::Paragraph(format!(
            "{}: {}.",
            matter.title,
            outcome(meeting, matter)
        )));
        blocks.push(count_table(meeting, matter));
    }
    let reasons = reasons(findings);
    if !reasons.is_empty() {
        blocks.push(Block::Heading("Reasons".into()));
        blocks.push(Block::Items(reasons));
    }
    blocks.push(Block::Heading("Instruments examined".into()));
    let dispositions: Vec<String> = counted
        .dispositions
        .iter()
        .filter(|(_, rows)| *rows > 0)
        .map(|(disposition, rows)| format!("{disposition}: {}", Quantity::whole(*rows)))
        .collect();
    blocks.push(Block::Paragraph(format!(
        "Proxies, ballots and revocations by what became of them: {}. Exceptions listed: {}.",
        dispositions.join(", "),
        counted.exceptions
    )));
    blocks.extend(
        inspectors
            .iter()
            .map(|inspector| Block::Signature(format!("{inspector}, Inspector of Election"))),
    );
    Some(Document {
        title: "CERTIFICATE OF THE INSPECTORS OF ELECTION".into(),
        subtitle: vec![name],
        blocks,
    })
}

fn place(meeting: &Meeting) -> String {
    if meeting.place.is_empty() {
        "the place stated in the notice".to_owned()
    } else {
        meeting.place.clone()
    }
}

/// What became of a matter, in words.
pub(crate) fn outcome(meeting: &Meeting, matter: &Matter) -> String {
    let Some(result) = meeting.results.iter().find(|result| result.matter == matter.id) else {
        return "not decided".to_owned();
    };
    let details: Vec<String> = result
        .fields
        .iter()
        .filter(|(name, value)| name != "outcome" && !["", "0", "none"].contains(&value.as_str()))
        .map(|(name, value)| format!("{} {value}", name.replace('-', " ")))
        .collect();
    if details.is_empty() {
        result.outcome.clone()
    } else {
        format!("{} ({})", result.outcome, details.join("; "))
    }
}

/// The votes on a matter's items by choice.
pub(crate) fn count_table(meeting: &Meeting, matter: &Matter) -> Block {
    let empty = Vec::new();
    let items = meeting.counted.as_ref().map_or(&empty, |counted| &counted.items);
    let own: Vec<_> = matter
        .items()
        .into_iter()
        .filter_map(|item| items.iter().find(|(name, _)| *name == item))
        .collect();
    let mut choices: Vec<String> = Vec::new();
    for (_, votes) in &own {
        for (choice, _) in votes {
            if !choices.contains(choice) {
                choices.push(choice.clone());
            }
        }
    }
    let rows = own
        .iter()
        .map(|(item, votes)| {
            let label = item
                .split_once('/')
                .map_or(matter.title.as_str(), |(_, nominee)| nominee);
            let of = |choice: &String| {
                votes
                    .iter()
                    .find(|(name, _)| name == choice)
                    .map_or("0".to_owned(), |(_, count)| count.clone())
            };
            [label.to_owned()].into_iter().chain(choices.iter().map(of)).collect()
        })
        .collect();
    Block::Table {
        heads: [String::new()].into_iter().chain(choices).collect(),
        rows,
    }
}

/// What the findings say, with their sections.
pub(crate) fn reasons(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let authority: Vec<_> = finding
                .authority
                .iter()
                .map(|authority| authority.citation.as_str())
                .collect();
            let mark = match finding.status {
                FindingStatus::Met => String::new(),
                status => format!(" [{}: {}]", status.word(), finding.definition.title),
            };
            let arithmetic = if finding.arithmetic.is_empty() {
                String::new()
            } else {
                format!("; {}", finding.arithmetic.join("; "))
            };
            let authority = if authority.is_empty() {
                String::new()
            } else {
                format!(" ({})", authority.join("; "))
            };
            format!("{}{arithmetic}{authority}{mark}.", finding.message)
        })
        .collect()
}
