//! Invented holders, proxies and ballots for the demonstration, the same for every run with the same seed.

use std::fmt::Write as _;

/// A small generator of numbers: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
/// Nothing secret depends on it; it is here so that every machine makes the same meeting.
pub struct Numbers(u64);

impl Numbers {
    /// A generator from a seed.
    pub fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound that is not zero.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let index = self.below(u64::try_from(from.len()).unwrap_or(1));
        from.get(usize::try_from(index).unwrap_or(0)).copied().unwrap_or("")
    }
}

const FIRST_NAMES: &[&str] = &[
    "Ada", "Ben", "Cleo", "Dana", "Eli", "Fay", "Gus", "Hana", "Ira", "June", "Kit", "Lou", "Mae", "Ned", "Opal", "Pia",
];
const LAST_NAMES: &[&str] = &[
    "Abbot", "Brook", "Carver", "Dale", "Ellis", "Frost", "Grove", "Heath", "Irwin", "Jewell", "Knoll", "Lane",
    "Marsh", "North", "Oakes", "Pond",
];
const STREETS: &[&str] = &[
    "Oak Street",
    "Mill Road",
    "Harbor Lane",
    "First Avenue",
    "Canal Street",
    "Hill Road",
];
const TOWNS: &[&str] = &[
    "Ashford",
    "Briar Falls",
    "Cedar Point",
    "Dunmore",
    "Eastbrook",
    "Fairlea",
];

/// The account of a holder by number.
pub fn account(number: u64) -> String {
    format!("A{number:08}")
}

/// A list of holders as CSV whose shares together stay within a limit.
pub fn holders(numbers: &mut Numbers, count: u64, shares_at_most: u64) -> String {
    let mut csv = String::from("account,name,address,shares\n");
    let average = (shares_at_most / count.max(1)).max(1);
    for number in 0..count {
        // Most holders are small; one in forty holds thirty times as much.
        let weight = if numbers.below(40) == 0 {
            15_000 + numbers.below(12_000)
        } else {
            10 + numbers.below(900)
        };
        let shares = (average * weight / 1_200).max(1);
        let _ = writeln!(
            csv,
            "{},{} {},\"{} {}, {}\",{shares}",
            account(number),
            numbers.pick(FIRST_NAMES),
            numbers.pick(LAST_NAMES),
            1 + numbers.below(400),
            numbers.pick(STREETS),
            numbers.pick(TOWNS),
        );
    }
    csv
}

/// Which holders a file of proxies is from.
pub struct Mailing {
    /// Of a hundred holders, those with a lot from this number.
    pub from: u64,
    /// Up to this number, not included.
    pub to: u64,
    /// Of a hundred of them, how many are against the second matter.
    pub against: u64,
}

/// A file of proxies as CSV: one column for the election as a whole, one for a single nominee, one for the second matter.
pub fn proxies(numbers: &mut Numbers, count: u64, mailing: &Mailing, dated: &str, columns: &[&str; 3]) -> String {
    let mut csv = format!("account,dated,{},{},{}\n", columns[0], columns[1], columns[2]);
    for number in 0..count {
        let lot = lot_of(number);
        if lot < mailing.from || lot >= mailing.to {
            continue;
        }
        let one = if numbers.below(25) == 0 { "withheld" } else { "" };
        let second = match numbers.below(100) {
            drawn if drawn < mailing.against => "against",
            drawn if drawn < mailing.against + 2 => "abstain",
            _ => "for",
        };
        let _ = writeln!(csv, "{},{dated},for,{one},{second}", account(number));
    }
    csv
}

/// A file of ballots cast at the meeting: a few holders in person, one holder who is not on the register, and one who casts two
/// ballots at the same moment that say different things.
pub fn ballots(count: u64, columns: &[&str; 3]) -> String {
    let mut csv = format!("account,kind,{},{},{}\n", columns[0], columns[1], columns[2]);
    for number in (0..count.min(200)).step_by(10) {
        let _ = writeln!(csv, "{},ballot,for,,against", account(number));
    }
    let _ = writeln!(csv, "{},ballot,for,,for", account(count + 7));
    let last = account(count.saturating_sub(1));
    let _ = writeln!(csv, "{last},ballot,for,,for");
    let _ = writeln!(csv, "{last},ballot,for,,against");
    csv
}

/// A holder's lot from 0 to 99: which mailing brings the proxy.
fn lot_of(number: u64) -> u64 {
    (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) % 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_holders() {
        let list = || holders(&mut Numbers::seeded(7), 50, 100_000);
        assert_eq!(list(), list());
        assert_eq!(list().lines().count(), 51);
    }
}
