//! Holder lists: what reads, and every error at its line and column.

use proptest::prelude::*;
use quorate_corporation::evidence::HolderList;
use quorate_exchange::{ERRORS_MAX, read_holders, write_holders};

/// The errors as "line:column message".
fn errors(text: &str) -> Vec<String> {
    read_holders(text.as_bytes())
        .expect_err("the list has errors")
        .errors
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn columns_stand_in_any_order() {
    let text = "\u{feff}shares,account,address,name\r\n\"1,000\",A-1,\"1 Elm St, Provo\",Avery Dean\r\n\r\n 0 , A-2 ,,Blair Ellis\r\n";
    let list = read_holders(text.as_bytes()).unwrap();
    assert_eq!(list.shares, [1000, 0]);
    assert_eq!(list.accounts.iter().collect::<Vec<_>>(), ["A-1", "A-2"]);
    assert_eq!(list.names.iter().collect::<Vec<_>>(), ["Avery Dean", "Blair Ellis"]);
    assert_eq!(list.addresses.iter().collect::<Vec<_>>(), ["1 Elm St, Provo", ""]);
}

#[test]
fn every_error_is_reported_at_its_place() {
    let text = "account,name,address,shares\n\
                A-1,Avery Dean,1 Elm St,10\n\
                A-2,Blair Ellis,2 Elm St,-5\n\
                A-1,Casey Frost,3 Elm St,10.5\n\
                ,Drew Grant,4 Elm St,\n\
                A-4,Emery Hall,5 Elm St\n\
                A-5,Émile,\"6 Elm St\" x,7\n\
                A-6,Flynn,7 Elm St,many\n";
    assert_eq!(
        errors(text),
        [
            "3:26: shares: -5 is negative; nobody holds less than nothing",
            "4:1: the account A-1 stands on line 2 already; every account stands once",
            "4:26: shares: 10.5 is a fraction; whole numbers are kept",
            "5:1: account: the cell is empty",
            "5:22: shares: the cell is empty",
            "6:1: the row has 3 cells; the header has 4 columns",
            "7:21: text stands after the closing quotation mark of a cell",
            "8:20: shares: \"many\" is not a whole number",
        ]
    );
}

#[test]
fn headers_that_are_none() {
    assert_eq!(errors(""), ["1:1: the file is empty"]);
    assert_eq!(
        errors("account,name,address,shares\n"),
        ["2:1: the list has no holders"]
    );
    assert_eq!(
        errors("account,nmae,shares,account,\nA-1,x,1,A-1,\n"),
        [
            "1:1: the column name is missing",
            "1:1: the column address is missing",
            "1:9: \"nmae\" is not a column of a holder list",
            "1:21: the column \"account\" stands twice",
            "1:29: a column has no name",
        ]
    );
    assert!(
        errors("account;name;address;shares\nA-1;x;y;1\n")
            .contains(&"1:1: the columns are not separated by commas".to_owned())
    );
}

#[test]
fn bytes_that_are_not_text() {
    let mut bytes = b"account,name,address,shares\nA-1,Ren".to_vec();
    bytes.extend([0xE9, b',', b'x', b',', b'1', b'\n', b'A', 0xFF]);
    let errors = read_holders(&bytes).unwrap_err();
    let found: Vec<_> = errors.errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "2:8: the byte E9 is not text in UTF-8",
            "3:2: the byte FF is not text in UTF-8"
        ]
    );
}

#[test]
fn a_line_break_in_a_cell_is_counted() {
    assert_eq!(
        errors("account,name,address,shares\nA-1,x,\"1 Elm\nProvo\",1\nA-2,x,y,z\n"),
        ["4:9: shares: \"z\" is not a whole number"]
    );
}

#[test]
fn a_mark_never_closed_is_one_error_at_its_opening() {
    assert_eq!(
        errors("account,name,address,shares\nA-1,\"x,y,1\nA-2,x,y,2\n"),
        ["2:5: this quotation mark is never closed"]
    );
}

#[test]
fn errors_are_cut_at_a_hundred_and_the_rest_counted() {
    let rows = |count: usize| {
        "account,name,address,shares\n".to_owned()
            + &(0..count).map(|row| format!("A-{row},x,y,-1\n")).collect::<String>()
    };
    let on = read_holders(rows(ERRORS_MAX).as_bytes()).unwrap_err();
    assert_eq!((on.errors.len(), on.more), (100, 0));
    let past = read_holders(rows(ERRORS_MAX + 1).as_bytes()).unwrap_err();
    assert_eq!((past.errors.len(), past.more), (100, 1));
    assert!(past.to_string().ends_with("and 1 more"));
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(rows in prop::collection::btree_map("[A-Z0-9,\"]{1,4}", ("[a-z\",é\n]{0,5}", any::<u64>()), 1..8)) {
        let mut list = HolderList::default();
        for (account, (name, shares)) in &rows {
            list.accounts.push(account);
            list.names.push(name.trim());
            list.addresses.push("");
            list.shares.push(*shares);
        }
        prop_assert_eq!(read_holders(write_holders(&list).as_bytes()).unwrap(), list);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = read_holders(&bytes);
        let _ = read_holders(&[b"account,name,address,shares\n", bytes.as_slice()].concat());
    }
}
