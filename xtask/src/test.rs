//! `cargo xtask test`: everything that must hold, one step after the other.

use std::io;
use std::process::Command;

/// A step: what it checks, and the arguments of cargo.
struct Step {
    what: &'static str,
    arguments: &'static [&'static str],
}

const BEFORE_TESTS: &[Step] = &[
    Step {
        what: "the code is formatted",
        arguments: &["fmt", "--all", "--check"],
    },
    Step {
        what: "no lint is broken",
        arguments: &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--quiet",
            "--",
            "--deny",
            "warnings",
        ],
    },
];

/// With the test runner `nextest` where it is installed; it runs no examples in documentation, so they are run apart.
const WITH_NEXTEST: &[Step] = &[
    Step {
        what: "every test passes",
        arguments: &["nextest", "run", "--workspace", "--locked", "--no-fail-fast"],
    },
    Step {
        what: "every example in the documentation runs",
        arguments: &["test", "--workspace", "--doc", "--locked", "--quiet"],
    },
];

const WITHOUT_NEXTEST: &[Step] = &[Step {
    what: "every test passes",
    arguments: &["test", "--workspace", "--locked", "--no-fail-fast"],
}];

const AFTER_TESTS: &[Step] = &[Step {
    what: "every case of the casebook is answered as expected",
    arguments: &[
        "run",
        "--quiet",
        "--locked",
        "--package",
        "quorate",
        "--",
        "casebook",
        "casebook",
    ],
}];

/// Runs every step, even after one has failed; gives back whether all passed.
///
/// # Errors
/// When cargo cannot be started.
pub fn run() -> io::Result<bool> {
    let tests = if has_nextest() { WITH_NEXTEST } else { WITHOUT_NEXTEST };
    let mut failed = Vec::new();
    for step in BEFORE_TESTS.iter().chain(tests).chain(AFTER_TESTS) {
        println!("== {}: cargo {}", step.what, step.arguments.join(" "));
        if !Command::new(env!("CARGO")).args(step.arguments).status()?.success() {
            failed.push(step.what);
        }
    }
    for what in &failed {
        println!("failed: {what}");
    }
    println!(
        "{} passed, {} failed",
        BEFORE_TESTS.len() + tests.len() + AFTER_TESTS.len() - failed.len(),
        failed.len()
    );
    Ok(failed.is_empty())
}

fn has_nextest() -> bool {
    Command::new(env!("CARGO"))
        .args(["nextest", "--version"])
        .output()
        .is_ok_and(|output| output.status.success())
}
