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
use quorate_corporation::decide::Ruling;
use quorate_corporation::facts::FactValue;
use quorate_corporation::finding::{Finding, FindingStatus};
use quorate_corporation::plan::{PlanRequest, plan_annual_meeting};
use quorate_corporation::tabulate::{freeze, tabulate};
use quorate_corporation::{Facts, Practice, Quantity, When, ask, questions};
use quorate_diary::Entry;
use quorate_law::LawBook;
use quorate_papers::{Proceeding, certificate_of_inspectors, minutes};

use crate::commands::plan::in_full;
use crate::failure::Failure;
use quorate::minute_book::Fate;
pub use stage::Stage;

/// A demonstration under way.
pub struct Demonstration {
    stage: Stage,
    practice: Practice,
    proceedings: Vec<Proceeding>,
    started: Instant,
}

impl Demonstration {
    /// Takes the stage.
    pub fn new(stage: Stage) -> Self {
        Self { stage, practice: Practice::default(), proceedings: Vec::new(), started: Instant::now() }
    }

    /// Tells the whole meeting; gives back whether the book it leaves is sound.
    pub fn run(mut self) -> Result<bool, Failure> {
        for line in self.stage.introduction() {
            sayln!("{line}");
        }
        sayln!("\n{} holders of record, invented from a fixed seed; no real person is among them.", Quantity::whole(self.stage.holders));
        for entry in self.stage.entries() {
            for line in self.stage.narration(&entry) {
                sayln!("{line}");
            }
            self.act(entry)?;
        }
        self.close()
    }

    fn act(&mut self, entry: Entry) -> Result<(), Failure> {
        if entry.act.definition.name == "adopt-minutes" {
            self.write_minutes(&entry)?;
        }
        sayln!("  {}  {}", entry.act.on, headline(&entry));
        let entered = self.stage.enter(entry)?;
        let (ruling, law) = match entered.fate {
            Fate::Entered(number, ruling, law) => {
                sayln!("      entry {number}: {}", ruling.outcome.word());
                (ruling, law)
            }
            Fate::Refused(ruling, law) => {
                sayln!("      refused; nothing is entered");
                (ruling, law)
            }
            Fate::Repeated(number) => {
                sayln!("      in the book already, as entry {number}");
                return Ok(());
            }
            Fate::Misdirected(fault) => return Err(Failure::new(fault.message, fault.help.as_deref())),
        };
        for diagnostic in &entered.diagnostics {
            sayln!("{}", indented(diagnostic));
        }
        for finding in ruling.findings.iter().filter(|finding| finding.status == FindingStatus::Met) {
            sayln!("      {}{}", finding.message, citations(finding));
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
        let Some(meeting) = meeting_of(entry).and_then(|id| self.stage.corporation().meetings.get(&id).cloned()) else { return };
        let request = PlanRequest {
            meeting: meeting.at.day,
            matters: vec!["election of directors".to_owned(), "ordinary".to_owned()],
            today: Some(entry.act.on.day),
            facts: Facts::none()
                .with("listed", FactValue::YesNo(self.stage.holders > 2_000))
                .with("holders-of-record", FactValue::Count(self.stage.holders)),
        };
        sayln!("\nThe plan of deadlines.\n");
        sayln!("{}", indented(&in_full(&plan_annual_meeting(&request, law, &self.practice))));
    }

    /// How far the proxies have come towards a quorum.
    fn show_represented(&self, entry: &Entry, law: &LawBook) -> Result<(), Failure> {
        let Some(id) = meeting_of(entry) else { return Ok(()) };
        let corporation = self.stage.corporation();
        let Some(meeting) = corporation.meetings.get(&id) else { return Ok(()) };
        let Some((record_date, _)) = meeting.record_date else { return Ok(()) };
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
        let needed = answer.and_then(|answer| answer.value).map_or_else(String::new, |value| format!("; quorum: {}", value.brief()));
        sayln!("      represented: {} of {} votes, {}{needed}", Quantity::whole(represented), Quantity::whole(entitled), percent(represented, entitled));
        Ok(())
    }

    fn show_count(&self, entry: &Entry) -> Result<(), Failure> {
        let corporation = self.stage.corporation();
        let Some(counted) = meeting_of(entry).and_then(|id| corporation.meetings.get(&id)).and_then(|meeting| meeting.counted.clone()) else {
            return Err(Failure::new("the count left nothing behind", None));
        };
        let dispositions: Vec<_> = counted.dispositions.iter().filter(|(_, rows)| *rows > 0).map(|(word, rows)| format!("{} {word}", Quantity::whole(*rows))).collect();
        sayln!("      rows by what became of them: {}; exceptions listed: {}", dispositions.join(", "), counted.exceptions);
        Ok(())
    }

    fn write_certificate(&mut self, entry: &Entry, _: &Ruling) -> Result<(), Failure> {
        let Some(id) = meeting_of(entry) else { return Ok(()) };
        let findings = self.stage.findings_of("count-votes");
        if let Some(paper) = certificate_of_inspectors(&self.stage.corporation(), &id, &findings) {
            sayln!("\n{}", indented(&paper.to_text()));
            self.stage.write("certificate.txt", &paper.to_text())?;
        }
        Ok(())
    }

    fn write_minutes(&mut self, entry: &Entry) -> Result<(), Failure> {
        let Some(id) = meeting_of(entry) else { return Ok(()) };
        if let Some(paper) = minutes(&self.stage.corporation(), &id, &self.proceedings) {
            sayln!("\n{}", indented(&paper.to_text()));
            self.stage.write("minutes.txt", &paper.to_text())?;
        }
        Ok(())
    }

    fn remember(&mut self, entry: &Entry, ruling: &Ruling) {
        if meeting_of(entry).is_some() && ruling.outcome.is_entered() {
            self.proceedings.push(Proceeding {
                when: entry.act.on,
                what: format!("{}; {}", headline(entry), ruling.outcome.word()),
                unmet: ruling.findings.iter().filter(|finding| finding.is_unmet()).cloned().collect(),
            });
        }
    }

    fn close(self) -> Result<bool, Failure> {
        let verified = self.stage.verify()?;
        sayln!("\n{verified}");
        sayln!("Left in {}: {}", self.stage.folder().display(), self.stage.left_behind().join(", "));
        sayln!("{} seconds.", self.started.elapsed().as_secs().max(1));
        Ok(verified.is_sound)
    }
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
        .filter_map(|field| entry.act.facts.get(field.name).map(|value| format!("{} {value}", field.name)))
        .collect();
    let by = entry.act.by.as_ref().map_or_else(String::new, |by| format!(", by {by}"));
    let details = if details.is_empty() { String::new() } else { format!(" ({})", details.join("; ")) };
    format!("{}{details}{by}", entry.act.definition.title)
}

/// The sections of a finding in brackets; nothing for a finding that rests on arithmetic alone.
fn citations(finding: &Finding) -> String {
    let cited: Vec<_> = finding.authority.iter().map(|authority| authority.citation.as_str()).collect();
    if cited.is_empty() { String::new() } else { format!(" ({})", cited.join("; ")) }
}

/// A share of a whole to a tenth of a hundredth, rounded down.
fn percent(part: u64, whole: u64) -> String {
    let thousandths = u128::from(part) * 1_000 / u128::from(whole.max(1));
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { String::new() } else { format!("      {line}") }).collect::<Vec<_>>().join("\n")
}
