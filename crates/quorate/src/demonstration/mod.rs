//! The demonstration: an annual meeting from a diary, told as it happens.
//!
//! ```text
//! generate    invented holders, proxies and ballots
//! stage       the folder, its files, the clerk's book
//! this file   the telling: act by act, with reasons, figures and papers
//! ```

mod generate;
mod stage;

use std::time::Instant;

use quorate_corporation::act::MEETING;
use quorate_corporation::decide::{Outcome, Ruling};
use quorate_corporation::facts::FactValue;
use quorate_corporation::finding::{Finding, FindingStatus};
use quorate_corporation::plan::{PlanKind, PlanRequest, plan_meeting};
use quorate_corporation::tabulate::{freeze, tabulate};
use quorate_corporation::{Facts, Practice, Quantity, When, ask, questions};
use quorate_diary::{Counts, Entry};
use quorate_law::LawBook;
use quorate_papers::{Proceeding, certificate_of_inspectors, minutes};
use serde_json::{Map, Value as Json, json};

use crate::commands::book::head_json;
use crate::commands::check::counts_json;
use crate::commands::plan::in_full;
use crate::failure::Failure;
use quorate::minute_book::Fate;
pub use stage::Stage;
use stage::Verified;

/// A demonstration under way.
pub struct Demonstration {
    stage: Stage,
    practice: Practice,
    proceedings: Vec<Proceeding>,
    counts: Counts,
    is_told: bool,
    started: Instant,
}

impl Demonstration {
    /// Takes the stage; `is_told` says whether the telling is printed as it happens.
    pub fn new(stage: Stage, is_told: bool) -> Self {
        Self {
            stage,
            practice: Practice::default(),
            proceedings: Vec::new(),
            counts: Counts::default(),
            is_told,
            started: Instant::now(),
        }
    }

    /// Holds the whole meeting, and gives back what came of it.
    pub fn run(mut self) -> Result<Summary, Failure> {
        for line in self.stage.introduction() {
            self.tell(line);
        }
        self.tell(&format!(
            "\n{} holders of record, invented from a fixed seed; no real person is among them.",
            Quantity::whole(self.stage.holders)
        ));
        for entry in self.stage.entries() {
            for line in self.stage.narration(&entry) {
                self.tell(&line);
            }
            self.act(entry)?;
        }
        self.close()
    }

    fn tell(&self, line: &str) {
        if self.is_told {
            sayln!("{line}");
        }
    }

    fn act(&mut self, entry: Entry) -> Result<(), Failure> {
        if entry.act.definition.name == "adopt-minutes" {
            self.write_minutes(&entry)?;
        }
        self.tell(&format!("  {}  {}", entry.act.on, headline(&entry)));
        let entered = self.stage.enter(entry)?;
        let (ruling, law) = match entered.fate {
            Fate::Entered(number, ruling, law) => {
                self.tell(&format!("      entry {number}: {}", ruling.outcome.word()));
                (ruling, law)
            }
            Fate::Refused(ruling, law) => {
                self.tell("      refused; nothing is entered");
                (ruling, law)
            }
            Fate::Repeated(number) => {
                self.tell(&format!("      in the book already, as entry {number}"));
                return Ok(());
            }
            Fate::Misdirected(fault) => return Err(Failure::new(fault.message, fault.help.as_deref())),
        };
        self.count(&ruling.outcome);
        for diagnostic in &entered.diagnostics {
            self.tell(&indented(diagnostic));
        }
        for finding in ruling
            .findings
            .iter()
            .filter(|finding| finding.status == FindingStatus::Met)
        {
            self.tell(&format!("      {}{}", finding.message, citations(finding)));
        }
        self.remember(&entered.entry, &ruling);
        self.tell_more(&entered.entry, &ruling, &law)
    }

    /// What an act shows besides its findings.
    fn tell_more(&mut self, entry: &Entry, ruling: &Ruling, law: &LawBook) -> Result<(), Failure> {
        match entry.act.definition.name {
            "call-meeting" => self.show_plan(entry, law),
            "file-proxies" | "cast-ballots" => self.show_represented(entry, law)?,
            "count-votes" => self.show_count(entry)?,
            "certify" => self.write_certificate(entry, ruling)?,
            _ => {}
        }
        Ok(())
    }

    fn show_plan(&self, entry: &Entry, law: &LawBook) {
        let Some(meeting) = meeting_of(entry).and_then(|id| self.stage.corporation().meetings.get(&id).cloned()) else {
            return;
        };
        let request = PlanRequest {
            matters: vec!["election of directors".to_owned(), "ordinary".to_owned()],
            today: Some(entry.act.on.day),
            facts: Facts::none()
                .with("listed", FactValue::YesNo(self.stage.holders > 2_000))
                .with("holders-of-record", FactValue::Count(self.stage.holders)),
            ..PlanRequest::new(PlanKind::Annual, meeting.at.day)
        };
        self.tell("\nThe plan of deadlines.\n");
        self.tell(&indented(&in_full(&plan_meeting(&request, law, &self.practice))));
    }

    /// How far the proxies have come towards a quorum.
    fn show_represented(&self, entry: &Entry, law: &LawBook) -> Result<(), Failure> {
        let Some(id) = meeting_of(entry) else { return Ok(()) };
        let corporation = self.stage.corporation();
        let Some(meeting) = corporation.meetings.get(&id) else {
            return Ok(());
        };
        let Some(record_date) = meeting.register_date() else {
            return Ok(());
        };
        let close = When::from(self.practice.close_of_business.on(record_date));
        let problem = |error: quorate_corporation::tabulate::TabulationError| Failure::new(error.message, None);
        let frozen = freeze(&corporation, law, self.stage.evidence(), close).map_err(problem)?;
        let so_far = tabulate(meeting, &frozen, self.stage.evidence(), meeting.polls_closed).map_err(problem)?;
        let (entitled, represented) = (so_far.tally.entitled().units(), so_far.tally.represented().units());
        let facts = Facts::none()
            .with("meeting-date", FactValue::Day(meeting.at.day))
            .with("shares-entitled", FactValue::Quantity(Quantity::whole(entitled)))
            .with("shares-present", FactValue::Quantity(Quantity::whole(represented)));
        let answer = questions::find("quorum").map(|question| ask(question, &facts, law, &self.practice));
        let needed = answer
            .and_then(|answer| answer.value)
            .map_or_else(String::new, |value| format!("; quorum: {}", value.brief()));
        self.tell(&format!(
            "      represented: {} of {} votes, {}{needed}",
            Quantity::whole(represented),
            Quantity::whole(entitled),
            percent(represented, entitled)
        ));
        Ok(())
    }

    fn show_count(&self, entry: &Entry) -> Result<(), Failure> {
        let corporation = self.stage.corporation();
        let Some(counted) = meeting_of(entry)
            .and_then(|id| corporation.meetings.get(&id))
            .and_then(|meeting| meeting.counted.clone())
        else {
            return Err(Failure::new("the count left nothing behind", None));
        };
        let dispositions: Vec<_> = counted
            .dispositions
            .iter()
            .filter(|(_, rows)| *rows > 0)
            .map(|(word, rows)| format!("{} {word}", Quantity::whole(*rows)))
            .collect();
        self.tell(&format!(
            "      rows by what became of them: {}; exceptions listed: {}",
            dispositions.join(", "),
            counted.exceptions
        ));
        Ok(())
    }

    fn write_certificate(&mut self, entry: &Entry, _: &Ruling) -> Result<(), Failure> {
        let Some(id) = meeting_of(entry) else { return Ok(()) };
        let findings = self.stage.findings_of("count-votes");
        if let Some(paper) = certificate_of_inspectors(&self.stage.corporation(), &id, &findings) {
            self.tell(&format!("\n{}", indented(&paper.to_text())));
            self.stage.write("certificate.txt", &paper.to_text())?;
        }
        Ok(())
    }

    fn write_minutes(&mut self, entry: &Entry) -> Result<(), Failure> {
        let Some(id) = meeting_of(entry) else { return Ok(()) };
        if let Some(paper) = minutes(&self.stage.corporation(), &id, &self.proceedings) {
            self.tell(&format!("\n{}", indented(&paper.to_text())));
            self.stage.write("minutes.txt", &paper.to_text())?;
        }
        Ok(())
    }

    fn remember(&mut self, entry: &Entry, ruling: &Ruling) {
        if meeting_of(entry).is_some() && ruling.outcome.is_entered() {
            self.proceedings.push(Proceeding {
                when: entry.act.on,
                what: format!("{}; {}", headline(entry), ruling.outcome.word()),
                unmet: ruling
                    .findings
                    .iter()
                    .filter(|finding| finding.is_unmet())
                    .cloned()
                    .collect(),
            });
        }
    }

    fn count(&mut self, outcome: &Outcome) {
        let counts = &mut self.counts;
        counts.acts += 1;
        *match outcome {
            Outcome::Accepted => &mut counts.accepted,
            Outcome::AcceptedSubjectTo(_) => &mut counts.accepted_subject_to,
            Outcome::Refused => &mut counts.refused,
            Outcome::EnteredWithDefects => &mut counts.entered_with_defects,
            Outcome::AwaitsDetermination(_) => &mut counts.awaits_determination,
        } += 1;
    }

    fn close(self) -> Result<Summary, Failure> {
        let verified = self.stage.verify()?;
        let seconds = self.started.elapsed().as_secs().max(1);
        self.tell(&format!("\n{verified}"));
        self.tell(&format!(
            "Left in {}: {}",
            self.stage.folder().display(),
            self.stage.left_behind().join(", ")
        ));
        self.tell(&format!("{seconds} seconds."));
        Ok(Summary {
            is_sound: verified.is_sound,
            json: self.summary(&verified, seconds),
        })
    }

    fn summary(&self, verified: &Verified, seconds: u64) -> Json {
        let corporation = self.stage.corporation();
        let results = corporation.meetings.iter().flat_map(|(id, meeting)| {
            meeting.results.iter().map(move |result| {
                let matter = meeting.matters.iter().find(|matter| matter.id == result.matter);
                let fields: Map<String, Json> = result
                    .fields
                    .iter()
                    .map(|(name, value)| (name.clone(), json!(value)))
                    .collect();
                json!({
                    "meeting": id,
                    "matter": result.matter,
                    "title": matter.map(|matter| &matter.title),
                    "outcome": result.outcome,
                    "fields": fields,
                })
            })
        });
        json!({
            "set": self.stage.set,
            "corporation": corporation.name,
            "holders": self.stage.holders,
            "counts": counts_json(&self.counts),
            "results": results.collect::<Vec<_>>(),
            "sound": verified.is_sound,
            "head": verified.head.as_ref().map(head_json),
            "folder": self.stage.folder().display().to_string(),
            "files": self.stage.left_behind(),
            "seconds": seconds,
        })
    }
}

/// What came of a demonstration.
pub struct Summary {
    /// Whether the book it leaves is sound.
    pub is_sound: bool,
    /// The set, the corporation, how the acts ended, the results, the head of the book, the folder and how long it took.
    pub json: Json,
}

/// The meeting that an act names.
fn meeting_of(entry: &Entry) -> Option<String> {
    entry.act.facts.known(&MEETING)
}

/// What an act does, in the words of its definition, with what tells it apart.
fn headline(entry: &Entry) -> String {
    let details: Vec<String> = entry
        .act
        .definition
        .fields
        .iter()
        .filter(|field| field.name != "meeting")
        .filter_map(|field| {
            entry
                .act
                .facts
                .get(field.name)
                .map(|value| format!("{} {value}", field.name))
        })
        .collect();
    let by = entry
        .act
        .by
        .as_ref()
        .map_or_else(String::new, |by| format!(", by {by}"));
    let details = if details.is_empty() {
        String::new()
    } else {
        format!(" ({})", details.join("; "))
    };
    format!("{}{details}{by}", entry.act.definition.title)
}

/// The sections of a finding in brackets; nothing for a finding that rests on arithmetic alone.
fn citations(finding: &Finding) -> String {
    let cited: Vec<_> = finding
        .authority
        .iter()
        .map(|authority| authority.citation.as_str())
        .collect();
    if cited.is_empty() {
        String::new()
    } else {
        format!(" ({})", cited.join("; "))
    }
}

/// A share of a whole to a tenth of a hundredth, rounded down.
fn percent(part: u64, whole: u64) -> String {
    let thousandths = u128::from(part) * 1_000 / u128::from(whole.max(1));
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}

fn indented(text: &str) -> String {
    text.lines()
        .map(|line| {
            if line.is_empty() {
                String::new()
            } else {
                format!("      {line}")
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
}
