//! How fast a diary of 10,000 acts is read, beside the `kdl` crate: `cargo bench -p quorate-kdl`.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

const ACTS: u64 = 10_000;
const ROUNDS: u32 = 20;

fn main() {
    let diary = diary();
    println!("{ACTS} acts, {} bytes; the best of the rounds", diary.len());
    let document = quorate_kdl::read(&diary).expect("the diary is well formed");
    report("read", &diary, best(ROUNDS, || quorate_kdl::read(&diary)));
    report("format", &diary, best(ROUNDS, || quorate_kdl::format(&document)));
    report("the kdl crate", &diary, best(2, || kdl::KdlDocument::parse_v2(&diary)));
}

/// A diary whose acts have arguments, properties, a block now and then, and comments.
fn diary() -> String {
    let mut text = String::from("// The diary of a year.\ndiary \"Example, Inc.\" state=\"Delaware\"\n\n");
    for act in 0..ACTS {
        let (month, day) = (1 + act % 12, 1 + act % 28);
        let line = match act % 4 {
            0 => write!(
                text,
                "issue-shares to=\"holder-{act}\" class=common shares={} on=\"2003-{month:02}-{day:02}\"",
                act * 100
            ),
            1 => write!(
                text,
                "give-notice meeting=\"annual-{act}\" by=\"mail\" on=\"2003-{month:02}-{day:02}\" // by the secretary"
            ),
            2 => write!(
                text,
                "transfer {act} from=\"holder-{}\" to=\"holder-{act}\" certificate=#null paid=#true",
                act - 2
            ),
            _ => write!(
                text,
                "hold-meeting \"annual-{act}\" {{\n    // the count\n    vote for=1_000 against={act} abstain=0x10\n    minutes \"said \\\"aye\\\"\"\n}}"
            ),
        };
        line.expect("a string takes any text");
        text.push('\n');
    }
    text
}

/// The shortest time of so many rounds; what was made is let go of outside of it.
fn best<Made>(rounds: u32, work: impl Fn() -> Made) -> Duration {
    let timed = (0..rounds).map(|_| {
        let start = Instant::now();
        let made = work();
        let time = start.elapsed();
        drop(black_box(made));
        time
    });
    timed.min().unwrap_or_default()
}

fn report(what: &str, diary: &str, time: Duration) {
    let bytes = u128::try_from(diary.len()).unwrap_or_default();
    // A byte in a microsecond is a million bytes in a second.
    let rate = bytes * 1000 / time.as_nanos().max(1);
    println!("{what:>14}: {:>8} µs, {rate:>5} MB/s", time.as_micros());
}
