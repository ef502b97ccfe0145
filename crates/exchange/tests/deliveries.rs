//! Deliveries of a notice as a file.

// Tests state what must hold by unwrapping.
#![allow(clippy::unwrap_used)]

use quorate_corporation::evidence::DeliveryResult;
use quorate_exchange::{read_deliveries, write_deliveries};

fn errors(text: &str) -> Vec<String> {
    let found = read_deliveries(text.as_bytes()).unwrap_err();
    found.errors.iter().map(ToString::to_string).collect()
}

#[test]
fn every_column_and_back() {
    let text = "account,channel,address,sent,result,returned\nA-1,mail,\"1 Main Street, Dover\",2002-03-01,delivered,\nA-2,electronic mail,,2002-03-02,returned,2002-03-02\nA-3,courier,,2002-03-03,,\n";
    let table = read_deliveries(text.as_bytes()).unwrap();
    assert_eq!(table.accounts.iter().collect::<Vec<_>>(), ["A-1", "A-2", "A-3"]);
    assert_eq!(
        table.results,
        [
            DeliveryResult::Delivered,
            DeliveryResult::CameBack,
            DeliveryResult::Sent
        ]
    );
    assert_eq!(table.returned[1].unwrap().to_string(), "2002-03-02");
    assert_eq!(write_deliveries(&table), text);
}

#[test]
fn the_account_alone_is_enough() {
    let table = read_deliveries(b"account\nA-1\n").unwrap();
    assert!(table.channels.is_empty() && table.sent.is_empty() && table.returned.is_empty());
    assert_eq!(read_deliveries(write_deliveries(&table).as_bytes()).unwrap(), table);
    // A day of return says that it came back.
    let table = read_deliveries(b"account,returned\nA-1,2002-03-05\nA-2,\n").unwrap();
    assert_eq!(table.results, [DeliveryResult::CameBack, DeliveryResult::Sent]);
}

#[test]
fn everything_wrong_is_told_at_its_place() {
    let found =
        errors("account,channel,sent,result,returned\n,pigeon,2002-13-01,lost,soon\nA-2,mail,,delivered,2002-03-05\n");
    for wanted in [
        "2:1: account: the cell is empty",
        "2:2: channel: \"pigeon\" is not a channel",
        "result: \"lost\" is not a result",
        "sent: the cell is empty",
        "a delivery that arrived has a day on which it came back",
    ] {
        assert!(found.iter().any(|line| line.contains(wanted)), "{wanted}: {found:?}");
    }
    assert_eq!(found.len(), 7, "{found:?}");
    assert!(errors("account,price\nA-1,3\n")[0].contains("\"price\" is not a column"));
    assert!(errors("channel\nmail\n")[0].contains("the column account is missing"));
    assert!(errors("account\n")[0].contains("the file has no deliveries"));
}
