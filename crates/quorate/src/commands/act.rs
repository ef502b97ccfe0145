//! `quorate act`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use quorate::json::finding;
use quorate::minute_book::{EnterError, Fate, NewActs, Session, in_order_of_time};
use quorate_corporation::Ruling;
use quorate_corporation::act::Act as CorporationAct;
use quorate_diary::{Blames, Diagnostic, Entry, Folder, Level, diagnose, misdirected, read_in_zone};
use quorate_kdl::LineIndex;
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::book::{BookFile, count, head_json, moment_or_now};
use crate::commands::check::{Beside, rendered, unreadable};
use crate::commands::{print_json, print_text};
use crate::failure::Failure;
use crate::load::read_text;

/// Judge the acts of a diary and enter them in a minute book
///
/// Each act is judged as the corporation stood when the act happened, by the law of that day. A refused act is not entered,
/// and is judged anew the next time; everything else is entered, in one transaction, with its findings.
/// Acts that are in the book already stay as they are: the diary must still have them unchanged.
/// When the diary or a file that it names cannot be read, nothing is entered.
/// Exit status 1 when an act was refused or speaks of something that is not there.
///
/// Example: quorate act oak.diary.kdl --book oak.book
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Act {
    /// The diary
    diary: PathBuf,
    #[command(flatten)]
    book: BookFile,
    /// When the acts are entered; the clock's time when not given
    #[arg(long, value_name = "MOMENT")]
    entered: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// A diary that was read, with its files.
struct Diary {
    shown_as: String,
    name: String,
    source: String,
    entries: Vec<Entry>,
    folder: Folder,
}

impl Act {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let entered = moment_or_now("--entered", self.entered.as_deref())?;
        let mut session = self.book.write()?;
        let diary = read(&self.diary, &session)?;
        note_other_name(&diary, &session);
        let acts: Vec<CorporationAct> = diary.entries.iter().map(|entry| entry.act.clone()).collect();
        let last_before = session.entries().iter().map(|entry| entry.happened).max();
        let fates = session
            .enter(&NewActs {
                acts: &acts,
                diary: Some(&diary.name),
                evidence: &diary.folder,
                bytes: &|hash| diary.folder.bytes(hash).map(<[u8]>::to_vec),
                entered,
            })
            .map_err(|error| of_enter(&diary, &error))?;
        if self.json {
            print_json(&entered_json(&session, &diary, &fates));
        } else {
            let mut text = report(&diary, &acts, &fates);
            let back_dated = |(act, fate): (&CorporationAct, &Fate)| {
                matches!(fate, Fate::Entered(..)) && last_before.is_some_and(|last| act.on < last)
            };
            if acts.iter().zip(&fates).any(back_dated) {
                text.push_str("some of them happened before what was entered already; quorate audit lists rulings that would differ\n");
            }
            text.push_str(&format!("head {}\n", session.head()));
            print_text(&text);
        }
        let is_refused = fates
            .iter()
            .any(|fate| matches!(fate, Fate::Refused(..) | Fate::Misdirected(_)));
        Ok(ExitCode::from(u8::from(is_refused)))
    }
}

/// Reads a diary and its files, everything wrong with them at once.
fn read(path: &Path, session: &Session) -> Result<Diary, Failure> {
    let source = read_text(path)?;
    let (mut entries, mut problems) = read_in_zone(&source, session.stated_zone().as_ref());
    let mut folder = Folder::new();
    let beside = Beside::of(path);
    for entry in &mut entries {
        problems.extend(folder.attach(entry, &beside).err().into_iter().flatten());
    }
    let shown_as = path.display().to_string();
    if !problems.is_empty() {
        problems.sort_by_key(|problem| problem.span);
        return Err(Failure::several(vec![
            unreadable(&shown_as, &source, &problems),
            Failure::new("nothing was entered", None),
        ]));
    }
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok(Diary {
        shown_as,
        name,
        source,
        entries,
        folder,
    })
}

/// A diary that forms a corporation of another name than the book's may be meant for another book.
fn note_other_name(diary: &Diary, session: &Session) {
    let of_book = session.genesis().corporation();
    let formed = diary
        .entries
        .iter()
        .filter(|entry| entry.act.definition.name == "form-corporation");
    for name in formed
        .filter_map(|entry| entry.act.facts.get("name"))
        .map(ToString::to_string)
    {
        if name != of_book {
            eprintln!("note: the book was begun for {of_book}, and the diary forms {name}");
        }
    }
}

/// Why nothing was entered, at its place in the diary where it has one.
fn of_enter(diary: &Diary, error: &EnterError) -> Failure {
    let EnterError::Changed(changed) = error else {
        return Failure::new(error, None);
    };
    let help = "what is entered stays: put the act back as it was, and write what happened since as a new act; nothing was entered";
    match changed.now.and_then(|position| diary.entries.get(position)) {
        Some(entry) => Failure::of_source(
            &diary.shown_as,
            &diary.source,
            &[(changed.to_string(), Some(help.to_owned()), entry.span)],
        ),
        None => Failure::new(changed, Some(help)),
    }
}

/// What became of each act, in the order in which they were judged.
fn report(diary: &Diary, acts: &[CorporationAct], fates: &[Fate]) -> String {
    let mut out = String::new();
    let mut lines = String::new();
    let mut blames = Blames::default();
    let mut unknown: BTreeSet<String> = BTreeSet::new();
    let (mut entered, mut before, mut refused, mut astray) = (0_u64, 0_u64, 0_u64, 0_u64);
    for position in in_order_of_time(acts) {
        let (entry, fate) = (&diary.entries[position], &fates[position]);
        for diagnostic in diagnostics(entry, fate, &blames) {
            // What is not known is said once.
            if diagnostic.id.is_none()
                && diagnostic.level == Level::Doubtful
                && !unknown.insert(diagnostic.message.clone())
            {
                continue;
            }
            out.push_str(&rendered(&diary.shown_as, &diary.source, &diagnostic));
            out.push('\n');
        }
        match fate {
            Fate::Repeated(_) => before += 1,
            Fate::Entered(number, ruling, _) => {
                entered += 1;
                lines.push_str(&format!(
                    "entered {number}: {} on {}: {}\n",
                    entry.act.definition.name,
                    entry.act.on,
                    ruling.outcome.word()
                ));
            }
            Fate::Refused(..) => refused += 1,
            Fate::Misdirected(_) => astray += 1,
        }
        if matches!(fate, Fate::Repeated(_) | Fate::Entered(..)) {
            blames.remember(entry);
        }
    }
    out.push_str(&lines);
    let acts = count(entered + before + refused + astray, "act", "acts");
    out.push_str(&format!(
        "{acts}: {entered} entered, {before} entered before, {refused} refused, {astray} misdirected\n"
    ));
    out
}

fn diagnostics(entry: &Entry, fate: &Fate, blames: &Blames) -> Vec<Diagnostic> {
    match fate {
        Fate::Repeated(_) => Vec::new(),
        Fate::Entered(_, ruling, law) | Fate::Refused(ruling, law) => diagnose(entry, ruling, blames, || law.clone()),
        Fate::Misdirected(fault) => vec![misdirected(entry, fault)],
    }
}

fn entered_json(session: &Session, diary: &Diary, fates: &[Fate]) -> Value {
    let lines = LineIndex::new(&diary.source);
    let judged = diary.entries.iter().zip(fates);
    let acts: Vec<Value> = judged
        .map(|(entry, fate)| {
            let mut object = json!({
                "line": lines.line_column(entry.span.start).0,
                "act": entry.act.definition.name,
                "id": entry.act.id,
                "on": entry.act.on.to_string(),
                "entry": null,
                "outcome": "misdirected",
                "findings": [],
            });
            match fate {
                Fate::Repeated(number) => {
                    object["entry"] = json!(number);
                    object["outcome"] = json!("entered before");
                }
                Fate::Entered(number, ruling, _) => {
                    object["entry"] = json!(number);
                    ruled(&mut object, ruling);
                }
                Fate::Refused(ruling, _) => ruled(&mut object, ruling),
                Fate::Misdirected(fault) => {
                    object["message"] = json!(fault.message);
                    object["help"] = json!(fault.help);
                    object["property"] = json!(fault.field);
                }
            }
            object
        })
        .collect();
    json!({ "acts": acts, "head": head_json(&session.head()) })
}

fn ruled(object: &mut Value, ruling: &Ruling) {
    object["outcome"] = json!(ruling.outcome.word());
    object["findings"] = ruling.findings.iter().map(finding).collect();
}
