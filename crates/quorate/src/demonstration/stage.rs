//! The stage of a demonstration: its folder and files, its diary, its book.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use quorate_book::{Genesis, Head, SqliteBook, verify};
use quorate_calendar::Moment;
use quorate_corporation::Corporation;
use quorate_corporation::evidence::Evidence;
use quorate_corporation::facts::FactValue;
use quorate_corporation::finding::Finding;
use quorate_diary::{Blames, Entry, Files, Folder};

use super::generate::{Mailing, Numbers, ballots, holders, proxies};
use crate::failure::Failure;
use quorate::minute_book::{AsKnown, Fate, NewActs, Session};

/// The seed of every demonstration.
const SEED: u64 = 2002;
/// Of the shares that the certificate authorizes, how many of a hundred the invented holders hold at most.
const HELD_PERCENT: u64 = 60;

/// The stage.
pub struct Stage {
    /// The set of instruments.
    pub set: String,
    /// How many holders are invented.
    pub holders: u64,
    folder: PathBuf,
    entries: Vec<Entry>,
    narration: BTreeMap<u32, Vec<String>>,
    introduction: Vec<String>,
    attachments: Folder,
    session: Session,
    corporation: Corporation,
    findings: BTreeMap<&'static str, Vec<Finding>>,
    diary: String,
    diary_name: String,
    blames: Blames,
}

/// An act that was put to the book.
pub struct Entered {
    /// The act.
    pub entry: Entry,
    /// What became of it.
    pub fate: Fate,
    /// What is wrong or doubtful, rendered.
    pub diagnostics: Vec<String>,
}

/// What the verification of the book found.
pub struct Verified {
    /// Whether every entry and attachment is as it was written.
    pub is_sound: bool,
    /// The last entry, by number and hash.
    pub head: Option<Head>,
    text: String,
}

impl fmt::Display for Verified {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// The files of the folder.
struct OnDisk<'a>(&'a Path);

impl Files for OnDisk<'_> {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        fs::read(self.0.join(name)).map_err(|error| format!("{name} cannot be read: {error}"))
    }
}

impl Stage {
    /// Sets the stage: makes the folder, writes the diary and the invented files, and begins the book.
    pub fn set(folder: &Path, set: &str, diary: &str, count: u64) -> Result<Self, Failure> {
        fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
        let mut inside = fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
        if inside.next().is_some() {
            let help = "name another folder with --out DIR; nothing that is there is overwritten";
            return Err(Failure::new(format!("{} is not empty", folder.display()), Some(help)));
        }
        let book = folder.join("book.quorate");
        let (entries, problems) = quorate_diary::read(diary);
        if !problems.is_empty() {
            let problems: Vec<_> = problems
                .into_iter()
                .map(|problem| (problem.message, problem.help, problem.span))
                .collect();
            return Err(Failure::of_source(&format!("{set}.diary.kdl"), diary, &problems));
        }
        let name = entries
            .iter()
            .find_map(|entry| entry.act.facts.get("name").map(ToString::to_string))
            .unwrap_or_default();
        let about = serde_json::json!({ "demonstration": "invented holders, proxies and ballots" });
        let genesis = Genesis::new(&name, about).map_err(|error| Failure::new(error, None))?;
        SqliteBook::create(&book, &genesis).map_err(|error| Failure::new(error, None))?;
        let general = quorate_instruments::general().map_err(|error| crate::load::of_load(&error))?;
        let session = Session::open(&book, general).map_err(|error| Failure::new(error, None))?;
        let (introduction, narration) = comments(diary);
        let stage = Self {
            set: set.to_owned(),
            holders: count,
            folder: folder.to_owned(),
            entries,
            narration,
            introduction,
            attachments: Folder::new(),
            session,
            corporation: Corporation::default(),
            findings: BTreeMap::new(),
            diary: diary.to_owned(),
            diary_name: format!("{set}.diary.kdl"),
            blames: Blames::default(),
        };
        stage.write(&format!("{set}.diary.kdl"), diary)?;
        stage.invent(set)?;
        Ok(stage)
    }

    /// Writes the invented files that the diary names.
    fn invent(&self, set: &str) -> Result<(), Failure> {
        let mut numbers = Numbers::seeded(SEED);
        let text_of =
            |entry: &Entry, name: &str| entry.act.facts.get(name).map(ToString::to_string).unwrap_or_default();
        let class = self
            .entries
            .iter()
            .find(|entry| entry.act.definition.name == "import-holders")
            .map(|entry| text_of(entry, "class"));
        let limit = authorized(set, &class.unwrap_or_default()) / 100 * HELD_PERCENT;
        let matters: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|entry| entry.act.definition.name == "put-matter")
            .collect();
        let election = matters
            .iter()
            .find(|entry| entry.act.facts.get("seats").is_some())
            .map(|entry| text_of(entry, "matter"))
            .unwrap_or_default();
        let second = matters
            .iter()
            .find(|entry| entry.act.facts.get("seats").is_none())
            .map(|entry| text_of(entry, "matter"))
            .unwrap_or_default();
        let nominee = self
            .entries
            .iter()
            .rev()
            .find(|entry| entry.act.definition.name == "nominate")
            .map(|entry| text_of(entry, "nominee"));
        let single = format!("{election}/{}", nominee.unwrap_or_default());
        let columns = [election.as_str(), single.as_str(), second.as_str()];
        let mailings = [
            Mailing {
                from: 0,
                to: 35,
                against: 3,
            },
            Mailing {
                from: 35,
                to: 62,
                against: 4,
            },
            // The last brings new proxies and some from holders who sent one before and have changed their minds.
            Mailing {
                from: 58,
                to: 74,
                against: 30,
            },
        ];
        let mut mailing = mailings.iter();
        for entry in &self.entries {
            let Some(file) = &entry.file else { continue };
            match entry.act.definition.name {
                "import-holders" => self.write(file, &holders(&mut numbers, self.holders, limit))?,
                "file-proxies" => {
                    if let Some(mailing) = mailing.next() {
                        self.write(
                            file,
                            &proxies(
                                &mut numbers,
                                self.holders,
                                mailing,
                                &entry.act.on.day.to_string(),
                                &columns,
                            ),
                        )?;
                    }
                }
                "cast-ballots" => self.write(file, &ballots(self.holders, &columns))?,
                _ => {}
            }
        }
        Ok(())
    }

    /// The words before the first act that are about the whole demonstration.
    pub fn introduction(&self) -> &[String] {
        &self.introduction
    }

    /// The words that the diary has before an act.
    pub fn narration(&self, entry: &Entry) -> Vec<String> {
        let lines = self.narration.get(&entry.span.start).cloned().unwrap_or_default();
        if lines.is_empty() {
            lines
        } else {
            [String::new()].into_iter().chain(lines).collect()
        }
    }

    /// The acts, in the order in which they are judged.
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = self.entries.clone();
        quorate_diary::sort(&mut entries);
        entries
    }

    /// The corporation as it stands.
    pub fn corporation(&self) -> Corporation {
        self.corporation.clone()
    }

    /// The attached files as columns.
    pub fn evidence(&self) -> &dyn Evidence {
        &self.attachments
    }

    /// The findings by which the last act of a name was judged.
    pub fn findings_of(&self, act: &str) -> Vec<Finding> {
        self.findings.get(act).cloned().unwrap_or_default()
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts an act to the book.
    pub fn enter(&mut self, mut entry: Entry) -> Result<Entered, Failure> {
        if let Err(problems) = self.attachments.attach(&mut entry, &OnDisk(&self.folder)) {
            let problems: Vec<_> = problems
                .into_iter()
                .map(|problem| (problem.message, problem.help, problem.span))
                .collect();
            return Err(Failure::of_source("diary", &self.diary, &problems));
        }
        if let ("give-notice", None) = (entry.act.definition.name, entry.act.facts.get("recipients")) {
            entry.act.facts = entry
                .act
                .facts
                .clone()
                .with("recipients", FactValue::Count(self.holders));
        }
        let attachments = &self.attachments;
        let new = NewActs {
            acts: std::slice::from_ref(&entry.act),
            diary: None,
            evidence: attachments,
            bytes: &|hash| attachments.bytes(hash).map(<[u8]>::to_vec),
            entered: entered_now()?,
        };
        let mut fates = self.session.enter(&new).map_err(|error| Failure::new(error, None))?;
        let fate = fates.pop().ok_or_else(|| Failure::new("the act was lost", None))?;
        if let Fate::Entered(_, ruling, _) = &fate {
            self.findings.insert(entry.act.definition.name, ruling.findings.clone());
        }
        self.corporation = self.session.corporation(AsKnown::default());
        let diagnostics = self.render(&entry, &fate);
        if matches!(fate, Fate::Entered(..)) {
            self.blames.remember(&entry);
        }
        Ok(Entered {
            entry,
            fate,
            diagnostics,
        })
    }

    fn render(&self, entry: &Entry, fate: &Fate) -> Vec<String> {
        let (Fate::Entered(_, ruling, law) | Fate::Refused(ruling, law)) = fate else {
            return Vec::new();
        };
        let found = quorate_diary::diagnose(entry, ruling, &self.blames, || law.clone());
        found
            .iter()
            .map(|diagnostic| crate::commands::check::rendered(&self.diary_name, &self.diary, diagnostic))
            .collect()
    }

    /// Writes a file into the folder.
    pub fn write(&self, name: &str, text: &str) -> Result<(), Failure> {
        let path = self.folder.join(name);
        fs::write(&path, text).map_err(|error| {
            Failure::new(
                format!("{} cannot be written: {error}", path.display()),
                Some("check the folder and the room on the disk"),
            )
        })
    }

    /// Verifies the book from its file.
    pub fn verify(&self) -> Result<Verified, Failure> {
        let book =
            SqliteBook::open_read_only(&self.folder.join("book.quorate")).map_err(|error| Failure::new(error, None))?;
        let found = verify(&book).map_err(|error| Failure::new(error, None))?;
        let text = match found.first_fault() {
            None => format!(
                "The book is sound: {} entries and {} attachments, each as it was written; head {}.",
                found.entries,
                found.attachments,
                found.head.map_or_else(String::new, |head| head.hash.to_string())
            ),
            Some(fault) => format!("The book is not sound: {fault}"),
        };
        Ok(Verified {
            is_sound: found.is_sound(),
            head: found.head,
            text,
        })
    }

    /// The names of the files in the folder.
    pub fn left_behind(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.folder)
            .map(|entries| {
                entries
                    .flatten()
                    .map(|entry| entry.file_name().to_string_lossy().into_owned())
                    .collect()
            })
            .unwrap_or_default();
        names.sort();
        names
    }
}

/// The shares of a class that the set's certificate authorizes.
fn authorized(set: &str, class: &str) -> u64 {
    use quorate_law::vocabulary::share_class::{AUTHORIZED, DEFINITION, NAME};
    let certificate = quorate_instruments::load(&format!("{set}/certificate")).ok();
    let found = certificate.and_then(|certificate| {
        certificate
            .provisions()
            .find(|provision| {
                provision.definition == &DEFINITION && provision.get(&NAME).is_some_and(|name| name == class)
            })
            .and_then(|provision| provision.get(&AUTHORIZED).copied())
    });
    found.unwrap_or(0)
}

/// The comments of a diary: those about the whole, and those before each act by the place of its node.
fn comments(diary: &str) -> (Vec<String>, BTreeMap<u32, Vec<String>>) {
    let mut introduction = Vec::new();
    let mut narration = BTreeMap::new();
    let Ok(document) = quorate_kdl::read(diary) else {
        return (introduction, narration);
    };
    for (index, node) in document.nodes.iter().enumerate() {
        let mut lines: Vec<String> = Vec::new();
        for comment in node.comments.iter().filter(|comment| !comment.trailing) {
            if index == 0 && comment.blank_line_before {
                introduction.append(&mut lines);
            }
            lines.push(comment.text.trim_start_matches('/').trim().to_owned());
        }
        narration.insert(node.span.start, lines);
    }
    (introduction, narration)
}

/// The moment by this machine's clock, to the second.
fn entered_now() -> Result<Moment, Failure> {
    let problem = "the clock of this machine cannot be read";
    let since = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_err(|_| Failure::new(problem, None))?;
    let seconds = i64::try_from(since.as_secs()).map_err(|_| Failure::new(problem, None))?;
    Moment::from_unix_seconds(seconds).map_err(|error| Failure::new(error, None))
}
