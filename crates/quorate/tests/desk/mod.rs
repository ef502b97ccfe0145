//! A folder with a book that is begun, and the commands run in it.

// Each test program uses a part of this.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Under bylaws that ask for 10 to 60 days' notice and put the record date 10 to 60 days before the meeting.
pub const OAK: &str = r#"form-corporation "Oak, Inc." zone="America/New_York" on="1998-03-02"
name-director "Avery Dean" on="1998-03-02" by="incorporator"
adopt-instrument "bylaws" instrument="novell-2001" on="2001-11-12"
call-meeting "spring" kind="special" at="2002-04-17T10:00" place="Provo, Utah" on="2002-01-15" by="president"
put-matter "spring" matter="auditors" kind="ordinary" title="Ratify the auditors" on="2002-01-15"
fix-record-date "spring" record-date="2002-03-01" on="2002-01-15" by="board of directors"
"#;

/// 137 days before the meeting: refused.
pub const EARLY_RECORD_DATE: &str =
    "fix-record-date \"spring\" record-date=\"2001-12-01\" on=\"2002-01-16\" by=\"board of directors\"\n";

/// Nine days before the meeting: entered with its defect.
pub const LATE_NOTICE: &str = "give-notice \"spring\" channel=\"mail\" stated=\"place, date, hour, purpose\" recipients=4 on=\"2002-04-08\" by=\"secretary\"\n";

/// A folder with a book that is begun.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn new() -> Self {
        let desk = Self::empty();
        desk.ok(&["init", "--book", "oak.book", "--name", "Oak, Inc."]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path("oak.book")).unwrap()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quorate"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str], status: i32) -> Output {
        let output = self.command(arguments).output().unwrap();
        let said = [&output.stdout, &output.stderr]
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
            .join("\n");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}\n{said}");
        output
    }

    /// Standard output of a command that ends with a status.
    pub fn said(&self, arguments: &[&str], status: i32) -> String {
        String::from_utf8(self.run(arguments, status).stdout).unwrap()
    }

    pub fn ok(&self, arguments: &[&str]) -> String {
        self.said(arguments, 0)
    }

    /// Standard error of a command whose input cannot be read; it prints nothing else.
    pub fn unread(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments, 2);
        assert!(output.stdout.is_empty(), "{arguments:?} printed something");
        String::from_utf8(output.stderr).unwrap()
    }

    /// What a command prints as JSON.
    pub fn printed(&self, arguments: &[&str], status: i32) -> Value {
        serde_json::from_str(&self.said(&[arguments, &["--json"]].concat(), status)).unwrap()
    }

    /// Standard error of a command that cannot do its work; the book stays as it was.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let before = self.bytes();
        let output = self.run(arguments, 2);
        assert!(self.bytes() == before, "{arguments:?} changed the book");
        String::from_utf8(output.stderr).unwrap()
    }

    pub fn json(&self, arguments: &[&str], status: i32) -> Value {
        self.printed(&[arguments, &["--book", "oak.book"]].concat(), status)
    }

    pub fn act(&self, diary: &str, text: &str, entered: &str, status: i32) -> String {
        self.write(diary, text);
        self.said(&["act", diary, "--book", "oak.book", "--entered", entered], status)
    }

    pub fn log(&self) -> Vec<Value> {
        self.json(&["log"], 0).as_array().unwrap().clone()
    }
}

pub fn texts<'a>(values: &'a [Value], field: &str) -> Vec<&'a str> {
    values.iter().map(|value| value[field].as_str().unwrap()).collect()
}

/// Holds that a text has every one of these.
pub fn has(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(text.contains(wanted), "{wanted} in:\n{text}");
    }
}
