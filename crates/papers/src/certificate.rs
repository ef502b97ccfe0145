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
    blocks.extend(reconciliation(meeting));
    blocks.extend(challenges(meeting));
    if let Some((purpose, source)) = &meeting.inspection.other_information {
        blocks.push(Block::Heading("Other information considered".into()));
        blocks.push(Block::Paragraph(format!("For {purpose}: {source}.")));
    }
    for order in &meeting.inspection.court_orders {
        let whom = if order.holder.is_empty() {
            "every holder"
        } else {
            &order.holder
        };
        blocks.push(Block::Paragraph(format!(
            "By order of the {} what came after the polls closed was accepted of {whom} ({}).",
            order.court, order.allows
        )));
    }
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

/// The count held against what is represented, the rows excepted by reason, and the difference from the preliminary count.
fn reconciliation(meeting: &Meeting) -> Vec<Block> {
    let Some(held) = &meeting.inspection.reconciliation else {
        return Vec::new();
    };
    let mut choices: Vec<String> = Vec::new();
    for (choice, _) in held.lines.iter().flat_map(|line| &line.choices) {
        if !choices.contains(choice) {
            choices.push(choice.clone());
        }
    }
    let heads = ["", "represented"].map(str::to_owned);
    let heads = heads.into_iter().chain(choices.clone()).chain(["ties".to_owned()]);
    let rows = held.lines.iter().map(|line| {
        let of = |choice: &String| {
            let found = line.choices.iter().find(|(name, _)| name == choice);
            found.map_or_else(|| "0".to_owned(), |(_, votes)| votes.clone())
        };
        let ties = if line.ties { "yes" } else { "NO" };
        [format!("{} ({})", line.item, line.class), line.represented.clone()]
            .into_iter()
            .chain(choices.iter().map(of))
            .chain([ties.to_owned()])
            .collect()
    });
    let mut blocks = vec![
        Block::Heading("Reconciliation".into()),
        Block::Table {
            heads: heads.collect(),
            rows: rows.collect(),
        },
    ];
    if !held.excepted.is_empty() {
        let excepted = held.excepted.iter();
        let excepted: Vec<String> = excepted
            .map(|(finding, rows)| format!("{finding}: {}", Quantity::whole(*rows)))
            .collect();
        blocks.push(Block::Paragraph(format!("Not counted: {}.", excepted.join(", "))));
    }
    blocks.extend(difference(meeting, held.moved));
    blocks
}

/// What the preliminary count said otherwise.
fn difference(meeting: &Meeting, moved: u64) -> Option<Block> {
    let preliminary = meeting.inspection.preliminary.as_ref()?;
    let counted = meeting.counted.as_ref()?;
    let mut differences = Vec::new();
    for (item, now) in &counted.items {
        let before = preliminary.counted.items.iter().find(|(name, _)| name == item);
        let before = before.map(|(_, choices)| choices.as_slice()).unwrap_or_default();
        let of = |choices: &[(String, String)], choice: &str| {
            let found = choices.iter().find(|(name, _)| name == choice);
            found.map_or_else(|| "0".to_owned(), |(_, votes)| votes.clone())
        };
        let mut names: Vec<&str> = before.iter().chain(now).map(|(choice, _)| choice.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        for choice in names {
            let (was, is) = (of(before, choice), of(now, choice));
            if was != is {
                differences.push(format!("{item} {choice}: {was}, now {is}"));
            }
        }
    }
    let rows = if moved == 1 {
        "1 instrument".to_owned()
    } else {
        format!("{} instruments", Quantity::whole(moved))
    };
    Some(Block::Paragraph(if differences.is_empty() {
        format!("The preliminary count had the same votes; {rows} ended otherwise.")
    } else {
        format!(
            "Otherwise than in the preliminary count: {}; {rows} ended otherwise.",
            differences.join("; ")
        )
    }))
}

/// Each challenge with what became of it: the record that the texts ask for.
fn challenges(meeting: &Meeting) -> Vec<Block> {
    let challenges = &meeting.inspection.challenges;
    if challenges.is_empty() {
        return Vec::new();
    }
    let items = challenges.iter().map(|challenge| {
        let what = if challenge.kind.is_empty() {
            "every instrument"
        } else {
            &challenge.kind
        };
        let ground = if challenge.ground.is_empty() {
            String::new()
        } else {
            format!(", because {}", challenge.ground)
        };
        let became = match challenge.decision() {
            Some(decision) => format!("{} by the {}", decision.decision, decision.by),
            None => "not determined".to_owned(),
        };
        format!(
            "{}: {} challenged {what} of {}{ground}; {became}.",
            challenge.id, challenge.by, challenge.holder
        )
    });
    vec![Block::Heading("Challenges".into()), Block::Items(items.collect())]
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
    // The votes stand in the table below, and one way of saying how near the result was is enough.
    let says_what_turns_it = result.fields.iter().any(|(name, _)| name == "turned-by");
    let is_told_elsewhere = |name: &str| match name {
        "outcome" | "for" | "against" | "abstain" | "withheld" | "broker-non-votes" => true,
        "margin" => says_what_turns_it,
        _ => false,
    };
    let details: Vec<String> = result
        .fields
        .iter()
        .filter(|(name, value)| !is_told_elsewhere(name) && !["", "0", "none"].contains(&value.as_str()))
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
