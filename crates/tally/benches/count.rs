//! Counts two instructions for each position on ten items, at sizes from ten thousand positions up.
//!
//! `cargo bench -p quorate-tally` runs to ten million; `cargo bench -p quorate-tally -- 1000000` runs the sizes given.
//! For scale it also reads the same columns once, with plain sums and nothing else, and it lists the exceptions, a tenth of the
//! rows. Where the system says what memory the process held at most, that is printed for each size; sizes rise, so the figure
//! is that of the size.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use quorate_tally::{
    Choice, Denominator, Disposition, InstructionColumns, Instructions, Kind, Matter, Matters, Order, Register,
    RegisterColumns, RowId, Rules, Tally, Votes, count,
};

const ITEMS: usize = 10;
const RUNS: usize = 5;

fn main() {
    let mut sizes: Vec<u32> = std::env::args()
        .skip(1)
        .filter_map(|argument| argument.parse().ok())
        .collect();
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000, 1_000_000, 10_000_000];
    }
    println!(
        "positions  instructions  items  build ms  one read ms  count ms  list ms   counted  superseded  excepted  peak MB"
    );
    for positions in sizes {
        measure(positions);
    }
}

fn measure(positions: u32) {
    let mut numbers = Numbers(u64::from(positions));
    let started = Instant::now();
    let register = register(positions, &mut numbers);
    let matters = Matters::new([
        Matter::Election {
            nominees: 7,
            seats: 7,
            cumulative: false,
        },
        Matter::Resolution,
        Matter::Resolution,
        Matter::Alternatives { offered: 3 },
    ]);
    let instructions = instructions(positions, &matters, &mut numbers);
    let built = started.elapsed();
    let rules = Rules {
        polls_closed_at: Some(900_000),
        ..Rules::of(Order::ByDateThenReceipt)
    };

    let read = best(|| black_box(read_once(&register, &instructions)));
    let mut tally = None;
    let counted = best(|| tally = Some(count(&register, &matters, &instructions, &rules).expect("the columns agree")));
    let tally = tally.expect("at least one run");
    let started = Instant::now();
    black_box(list(&tally));
    let listed = started.elapsed();
    println!(
        "{positions:9}  {:12}  {ITEMS:5}  {:8}  {:11}  {:8}  {:7}  {:8}  {:10}  {:8}  {:>7}",
        instructions.len(),
        built.as_millis(),
        read.as_millis(),
        counted.as_millis(),
        listed.as_millis(),
        tally.rows_with(Disposition::Counted),
        tally.rows_with(Disposition::Superseded),
        tally.rows_with(Disposition::Excepted),
        peak_megabytes().map_or_else(|| "unknown".to_owned(), |peak| peak.to_string()),
    );
}

/// Every exception on a line of its own.
fn list(tally: &Tally) -> String {
    let mut lines = String::new();
    for exception in tally.exceptions() {
        let _ = writeln!(lines, "{exception}");
    }
    lines
}

/// The most memory that the process has held so far, where the system keeps that figure.
fn peak_megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024)
}

fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let started = Instant::now();
        run();
        started.elapsed()
    };
    (0..RUNS).map(time).min().unwrap_or_default()
}

/// Every column once, in order, on one core.
fn read_once(register: &Register, instructions: &Instructions) -> u64 {
    let columns = instructions.columns();
    let mut sum = (0..positions(register))
        .filter_map(|holder| register.votes_of(holder))
        .map(Votes::units)
        .sum::<u64>();
    sum += columns.rows.iter().map(|row| row.0).sum::<u64>();
    sum += columns.holders.iter().copied().map(u64::from).sum::<u64>();
    sum += columns
        .dated
        .iter()
        .chain(&columns.received)
        .map(|time| time.unsigned_abs())
        .sum::<u64>();
    sum += columns.sequences.iter().copied().map(u64::from).sum::<u64>();
    sum += columns.kinds.iter().map(|&kind| kind as u64).sum::<u64>();
    for column in &columns.marks {
        sum += column.iter().map(|choice| u64::from(choice.code())).sum::<u64>();
    }
    sum
}

fn positions(register: &Register) -> u32 {
    u32::try_from(register.holders()).expect("a register numbers its holders with 32 bits")
}

fn register(positions: u32, numbers: &mut Numbers) -> Register {
    let votes: Vec<Votes> = (0..positions).map(|_| Votes::new(1 + numbers.below(100_000))).collect();
    Register::freeze(RegisterColumns::of_one_class(Denominator::WHOLE, votes)).expect("the votes fit")
}

/// Two rows for each holder on average, in no order, at random times; one in ten comes after the polls close.
fn instructions(positions: u32, matters: &Matters, numbers: &mut Numbers) -> Instructions {
    let rows = 2 * u64::from(positions);
    let mut columns = InstructionColumns::of_items(matters.item_count());
    for row in 0..rows {
        let received = numbers.below(1_000_000);
        columns.rows.push(RowId(row));
        columns
            .holders
            .push(u32::try_from(numbers.below(u64::from(positions))).expect("less than the positions"));
        columns.kinds.push(if numbers.below(50) == 0 {
            Kind::Ballot
        } else {
            Kind::Proxy
        });
        columns
            .dated
            .push(i64::try_from(received.saturating_sub(numbers.below(10_000))).expect("small"));
        columns.received.push(i64::try_from(received).expect("small"));
        columns.sequences.push(0);
    }
    for (item, column) in columns.marks.iter_mut().enumerate() {
        let offered: Vec<Choice> = (0..Choice::DIVIDED.code())
            .filter_map(Choice::from_code)
            .filter(|&choice| matters.matter_of(item).is_some_and(|matter| matter.is_offered(choice)))
            .collect();
        let choices = u64::try_from(offered.len()).expect("few choices");
        *column = (0..rows)
            .map(|_| offered[usize::try_from(numbers.below(choices)).expect("few choices")])
            .collect();
    }
    Instructions::new(columns).expect("the columns are equal")
}

/// A small fixed sequence of numbers (Knuth's linear congruence), so that every run counts the same meeting.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
