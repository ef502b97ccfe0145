//! How long commands take as a person meets them, each a process of its own: `cargo bench -p quorate --bench commands`.
//!
//! Demonstrations have the numbers of holders that follow `--`: `cargo bench -p quorate --bench commands -- 1000000`.
//! Beside each command stands the least that any program would do with the same bytes, timed in the same run.

use std::error::Error;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const QUORATE: &str = env!("CARGO_BIN_EXE_quorate");
const STARTS: u32 = 50;
const CHECKED_ACTS: usize = 10_000;
const BOOK_ACTS: usize = 100_000;
const HOLDERS: u64 = 10_000;

type Done = Result<(), Box<dyn Error>>;

fn main() -> Done {
    // Test runners start every target; only `cargo bench` asks for the measurement.
    if !std::env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let mut sizes: Vec<u64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes.push(HOLDERS);
    }
    let folder = tempfile::tempdir()?;
    cold_start(folder.path())?;
    check(folder.path())?;
    book(folder.path())?;
    for holders in sizes {
        demonstration(folder.path(), holders)?;
    }
    Ok(())
}

fn cold_start(folder: &Path) -> Done {
    println!("a question from a cold start, the best of {STARTS}");
    let ask = [
        "ask",
        "stockholder-notice-window",
        "--under",
        "novell-2001",
        "meeting-date=2002-04-17",
        "notice-given=2002-04-07",
    ];
    report("ask", best(STARTS, || run(folder, QUORATE, &ask))?);
    report(
        "  no work: --version",
        best(STARTS, || run(folder, QUORATE, &["--version"]))?,
    );
    report("  another program: true", best(STARTS, || run(folder, "true", &[]))?);
    Ok(())
}

fn check(folder: &Path) -> Done {
    let text = diary(CHECKED_ACTS);
    let file = folder.join("check.diary.kdl");
    std::fs::write(&file, &text)?;
    println!("\na diary of {CHECKED_ACTS} acts, {} bytes, the best of 3", text.len());
    report(
        "check",
        best(3, || run(folder, QUORATE, &["check", "check.diary.kdl"]))?,
    );
    let parse = || -> Done {
        let text = std::fs::read_to_string(&file)?;
        black_box(quorate_kdl::read(&text).map_err(|_| "the diary does not read")?);
        Ok(())
    };
    report("  only its KDL, read from the file", best(3, parse)?);
    report("  only its bytes", best(3, || read_once(&file))?);
    Ok(())
}

fn book(folder: &Path) -> Done {
    std::fs::write(folder.join("book.diary.kdl"), diary(BOOK_ACTS))?;
    run(
        folder,
        QUORATE,
        &["init", "--book", "bench.book", "--name", "Bench, Inc."],
    )?;
    println!("\na book of {BOOK_ACTS} entries; once");
    report(
        "act: judge and enter them all",
        once(|| run(folder, QUORATE, &["act", "book.diary.kdl", "--book", "bench.book"]))?,
    );
    report(
        "status: replay",
        once(|| run(folder, QUORATE, &["status", "--book", "bench.book"]))?,
    );
    report(
        "verify",
        once(|| run(folder, QUORATE, &["verify", "--book", "bench.book"]))?,
    );
    // A machine without it has one line less.
    if let Ok(took) = once(|| run(folder, "sha256sum", &["bench.book"])) {
        report("  another program: sha256sum", took);
    }
    let file = folder.join("bench.book");
    report("  only its bytes", once(|| read_once(&file))?);
    println!("  {} bytes", std::fs::metadata(&file)?.len());
    Ok(())
}

fn demonstration(folder: &Path, holders: u64) -> Done {
    let out = format!("demo-{holders}");
    let count = holders.to_string();
    let demo = ["demo", "--holders", &count, "--out", &out];
    println!("\na demonstration with {holders} holders; once");
    report("demo", once(|| run(folder, QUORATE, &demo))?);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder.join(&out))? {
        files.push(entry?.path());
    }
    let all = || files.iter().try_for_each(|file| read_once(file));
    report("  only the bytes of what it left", once(all)?);
    Ok(())
}

/// A diary of a corporation with so many acts: four to a meeting, each in order by the law of its day.
fn diary(acts: usize) -> String {
    let mut text = String::from(
        "form-corporation \"Bench, Inc.\" zone=\"America/New_York\" on=\"1998-03-02\"\n\
         adopt-instrument \"certificate\" instrument=\"novell-2001\" on=\"1998-03-02\"\n\
         adopt-instrument \"bylaws\" instrument=\"novell-2001\" on=\"2001-11-12\"\n\
         name-director \"Avery Dean\" on=\"2001-11-12\" by=\"incorporator\"\n",
    );
    for number in 0..(acts - 4) / 4 {
        let year = 2002 + number % 20;
        let _ = write!(
            text,
            "call-meeting \"m{number}\" kind=\"special\" at=\"{year}-04-17T10:00\" place=\"Provo, Utah\" on=\"{year}-01-15\" by=\"president\"\n\
             put-matter \"m{number}\" matter=\"auditors\" kind=\"ordinary\" title=\"Ratify the auditors\" on=\"{year}-01-15\"\n\
             fix-record-date \"m{number}\" record-date=\"{year}-03-01\" on=\"{year}-01-15\" by=\"board of directors\"\n\
             give-notice \"m{number}\" channel=\"mail\" stated=\"place, date, hour, purpose\" recipients=4 on=\"{year}-03-08\" by=\"secretary\"\n",
        );
    }
    text
}

/// Runs a program to its end in a folder.
fn run(folder: &Path, program: &str, arguments: &[&str]) -> Done {
    let status = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{program} {} ended with {status}", arguments.join(" ")).into())
    }
}

fn read_once(file: &Path) -> Done {
    black_box(std::fs::read(file)?);
    Ok(())
}

fn once(work: impl Fn() -> Done) -> Result<Duration, Box<dyn Error>> {
    best(1, work)
}

/// The shortest time of so many rounds.
fn best(rounds: u32, work: impl Fn() -> Done) -> Result<Duration, Box<dyn Error>> {
    let mut shortest = Duration::MAX;
    for _ in 0..rounds {
        let started = Instant::now();
        work()?;
        shortest = shortest.min(started.elapsed());
    }
    Ok(shortest)
}

fn report(what: &str, took: Duration) {
    println!("{what:<36} {:>12} µs", took.as_micros());
}
