//! How fast a million holders and a million proxies are read: `cargo bench -p quorate-exchange`.

use std::fmt::Write as _;
use std::time::Instant;

use quorate_exchange::{read_holders, read_instructions, write_holders, write_instructions};

const ROWS: u32 = 1_000_000;

fn main() {
    let mut holders = String::from("account,name,address,shares\n");
    let mut proxies =
        String::from("account,kind,dated,received,votes,directors/Avery Dean,directors/Blair Ellis,auditors,plan\n");
    for row in 0..ROWS {
        let shares = u64::from(row).wrapping_mul(7_919) % 10_000;
        let _ = writeln!(
            holders,
            "A-{row},\"Holder, {row}\",\"{row} Elm Street, Provo, Utah\",{shares}"
        );
        let choice = ["for", "against", "abstain", "", "withheld"][(row % 5) as usize];
        let _ = writeln!(
            proxies,
            "A-{row},proxy,2002-03-{:02},2002-04-10T{:02}:{:02},,for,withheld,{choice},for",
            row % 28 + 1,
            row % 24,
            row % 60
        );
    }
    let list = timed("read holders", &holders, |text| {
        read_holders(text.as_bytes()).expect("the list is in order")
    });
    let table = timed("read proxies", &proxies, |text| {
        read_instructions(text.as_bytes()).expect("the table is in order")
    });
    let written = timed("write holders", &holders, |_| write_holders(&list));
    assert_eq!(written.lines().count(), holders.lines().count());
    let written = timed("write proxies", &proxies, |_| write_instructions(&table));
    assert_eq!(written.lines().count(), proxies.lines().count());
}

fn timed<T>(what: &str, text: &str, work: impl Fn(&str) -> T) -> T {
    let start = Instant::now();
    let done = work(text);
    println!(
        "{what:<14} {ROWS} rows, {} MB: {} ms",
        text.len() / 1_000_000,
        start.elapsed().as_millis()
    );
    done
}
