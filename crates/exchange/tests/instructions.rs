//! Proxies and ballots: what reads, and every error at its line and column.

use proptest::prelude::*;
use quorate_corporation::When;
use quorate_corporation::evidence::InstructionTable;
use quorate_corporation::tabulate::second_of;
use quorate_exchange::{read_instructions, write_instructions};
use quorate_tally::{Choice, Kind, WHOLE_POSITION};

fn errors(text: &str) -> Vec<String> {
    read_instructions(text.as_bytes())
        .expect_err("the table has errors")
        .errors
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn second(text: &str) -> i64 {
    second_of(When::parse(text).expect("the test gives a day or hour"))
}

#[test]
fn only_the_account_and_an_item_are_needed() {
    let table = read_instructions(b"auditors,account\nfor,A-1\n,A-2\n").unwrap();
    assert_eq!(table.accounts.iter().collect::<Vec<_>>(), ["A-1", "A-2"]);
    assert_eq!(table.items, ["auditors"]);
    assert_eq!(table.marks, [[Choice::FOR, Choice::UNMARKED]]);
    assert!(table.kinds.is_empty() && table.dated.is_empty() && table.received.is_empty() && table.votes.is_empty());
}

#[test]
fn every_column() {
    let text = "account,kind,dated,received,votes,directors/Dean,directors,auditors\n\
                A-1,proxy,2002-04-01,2002-04-09T09:30,,withheld,for,broker non-vote\n\
                A-2,ballot,2002-04-17,2002-04-17T10:20,\"1,500\",,,abstain\n\
                A-3,revocation,2002-04-12,2002-04-12,,,,\n\
                A-4,attendance,2002-04-17,2002-04-17T10:00,,,,\n";
    let table = read_instructions(text.as_bytes()).unwrap();
    assert_eq!(
        table.kinds,
        [Kind::Proxy, Kind::Ballot, Kind::Revocation, Kind::Attendance]
    );
    assert_eq!(table.items, ["directors/Dean", "directors", "auditors"]);
    assert_eq!(table.votes, [WHOLE_POSITION, 1500, WHOLE_POSITION, WHOLE_POSITION]);
    assert_eq!(table.dated[0], second("2002-04-01"));
    assert_eq!(table.received[0], second("2002-04-09T09:30"));
    assert_eq!(
        table.marks[0],
        [Choice::WITHHELD, Choice::UNMARKED, Choice::UNMARKED, Choice::UNMARKED]
    );
    assert_eq!(
        table.marks[2],
        [
            Choice::BROKER_NON_VOTE,
            Choice::ABSTAIN,
            Choice::UNMARKED,
            Choice::UNMARKED
        ]
    );
}

#[test]
fn every_error_is_reported_at_its_place() {
    let text = "account,kind,dated,received,votes,auditors\n\
                ,letter,2003-02-30,,-1.5,yes\n\
                A-2,proxy,2003-02-28,2003-02-28T25:00,9223372036854775808,for\n\
                A-3,proxy,2003-02-28,2003-02-28,9223372036854775807,for\n\
                A-4,proxy\n";
    let found = errors(text);
    let places: Vec<_> = found.iter().map(|error| error.split(' ').next().unwrap()).collect();
    assert_eq!(
        places,
        [
            "2:1:", "2:2:", "2:9:", "2:20:", "2:21:", "2:26:", "3:22:", "3:39:", "5:1:"
        ]
    );
    assert_eq!(found[1], "2:2: kind: \"letter\" is not a kind of instrument");
    assert_eq!(found[3], "2:20: received: the cell is empty");
    assert_eq!(found[5], "2:26: auditors: \"yes\" is not a choice");
    assert!(found[2].contains("February"), "{}", found[2]);
}

#[test]
fn a_number_below_nothing_reads_because_it_came_in() {
    let table = read_instructions(b"account,votes,auditors\nA-1,-1,for\nA-2,\"-1,500\",for\n").unwrap();
    assert_eq!(table.votes, [-1, -1500]);
    assert!(errors("account,votes,auditors\nA-1,-,for\n")[0].contains("not a whole number"));
}

#[test]
fn a_row_is_found_at_its_line() {
    let table = read_instructions(b"account,auditors\nA-1,for\nA-2,for\n").unwrap();
    assert!(table.lines.is_empty());
    assert_eq!((table.line_of(0), table.line_of(1)), (2, 3));
    let table = read_instructions(b"account,auditors\n\"A\n1\",for\nA-2,for\n").unwrap();
    assert_eq!((table.line_of(0), table.line_of(1)), (2, 4));
}

#[test]
fn headers_that_are_none() {
    assert_eq!(errors(""), ["1:1: the file is empty"]);
    assert_eq!(
        errors("holder,auditors\nA-1,for\n")[0],
        "1:1: the column account is missing"
    );
    assert_eq!(
        errors("account,votes\nA-1,\n"),
        ["1:1: no column names an item to vote on"]
    );
    assert_eq!(
        errors("account,auditors\n"),
        ["2:1: the file has no proxies or ballots"]
    );
    assert!(read_instructions(b"account,kind\nA-1,attendance\n").is_ok());
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        rows in prop::collection::vec(("[A-Z0-9]{1,4}", 0_i64..10_000_000_000, prop::option::of(0_i64..i64::MAX), 0_u8..6, 0..4_usize), 1..8),
        has in any::<[bool; 4]>(),
    ) {
        let mut table = InstructionTable { items: vec!["directors/Dean, Jr.".into()], marks: vec![Vec::new()], ..InstructionTable::default() };
        for (account, second, votes, choice, kind) in rows {
            table.accounts.push(&account);
            if has[0] { table.kinds.push([Kind::Proxy, Kind::Ballot, Kind::Revocation, Kind::Attendance][kind]); }
            if has[1] { table.dated.push(second); }
            if has[2] { table.received.push(second / 2); }
            if has[3] { table.votes.push(votes.unwrap_or(WHOLE_POSITION)); }
            table.marks[0].push(Choice::from_code(choice).unwrap());
        }
        prop_assert_eq!(read_instructions(write_instructions(&table).as_bytes()).unwrap(), table);
    }
}
