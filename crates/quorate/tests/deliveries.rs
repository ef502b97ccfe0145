//! The delivery register on the command line.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;

use desk::{Desk, OAK, has};
use serde_json::json;

/// Four holders of record; the fifth has sold before the record date.
const HOLDERS: &str = "account,name,address,shares\nA-1,Ada,1 Main Street,100\nA-2,Ben,2 Main Street,200\nA-3,Cyd,,300\nA-4,Dee,4 Main Street,400\nA-5,Eve,5 Main Street,50\n";
const REGISTER: &str = "import-holders \"Common Stock\" file=\"holders.csv\" on=\"2002-01-10\"\ntransfer-shares \"Common Stock\" from=\"A-5\" to=\"A-4\" shares=50 on=\"2002-02-01\"\n";
const SENT: &str = "serve-notices \"spring\" file=\"deliveries.csv\" channel=\"mail\" known-to=\"transfer agent\" on=\"2002-03-20\" by=\"secretary\"\n";

fn desk(more: &str, status: i32) -> (Desk, String) {
    let desk = Desk::new();
    desk.write("holders.csv", HOLDERS);
    desk.write(
        "deliveries.csv",
        "account,address,result,returned\nA-1,1 Main Street,,\nA-2,2 Main Street,returned,2002-03-25\n",
    );
    let (formed, rest) = OAK.split_at(OAK.find("call-meeting").unwrap());
    let story = format!("{formed}{REGISTER}{rest}{more}");
    let report = desk.act("oak.diary.kdl", &story, "2002-04-09T12:00:00Z", status);
    (desk, report)
}

#[test]
fn the_register_and_who_is_still_to_be_served() {
    let waived = "waive-notice \"spring\" holder=\"A-3\" on=\"2002-03-21\"\n";
    let (desk, _) = desk(&format!("{SENT}{waived}"), 0);
    let printed = desk.said(&["deliveries", "spring", "--book", "oak.book"], 1);
    has(
        &printed,
        &[
            "A-1  2002-03-20  mail, to 1 Main Street",
            "A-2  2002-03-20  mail, to 2 Main Street; came back 2002-03-25",
            "4 holders entitled to notice: 2 served, 1 waived, 0 left out lawfully, 1 still to be served",
        ],
    );
    assert_eq!(
        desk.said(&["deliveries", "spring", "--still", "--book", "oak.book"], 1),
        "A-4\n"
    );
    let found = desk.json(&["deliveries", "spring"], 1);
    assert_eq!(found["still"], json!(["A-4"]));
    assert_eq!(found["deliveries"][1]["returned"], "2002-03-25");
    // Before the mailing all are to be served.
    let before = desk.json(&["deliveries", "spring", "--as-of", "2002-03-19"], 1);
    assert_eq!(before["still"], json!(["A-1", "A-2", "A-3", "A-4"]));
}

#[test]
fn a_notice_to_everyone_serves_everyone() {
    let bulk = |recipients: u32| {
        format!(
            "give-notice \"spring\" channel=\"mail\" stated=\"place, date, hour, purpose\" recipients={recipients} on=\"2002-03-20\" by=\"secretary\"\n"
        )
    };
    let (all, _) = desk(&bulk(4), 0);
    assert_eq!(all.json(&["deliveries", "spring"], 0)["still"], json!([]));
    let (some, _) = desk(&bulk(3), 0);
    let found = some.json(&["deliveries", "spring"], 1);
    assert_eq!(found["some-unnamed"], true);
    assert_eq!(found["served"], 0);
}

#[test]
fn what_is_sent_twice_is_entered_and_found() {
    let again = "serve-notice \"spring\" holder=\"A-1\" channel=\"mail\" on=\"2002-03-22\"\n";
    let (desk, report) = desk(&format!("{SENT}{again}"), 0);
    has(&report, &["defect[notice-sent-twice]"]);
    assert_eq!(
        desk.json(&["deliveries", "spring"], 1)["deliveries"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
    assert!(
        desk.unread(&["deliveries", "autumn", "--book", "oak.book"])
            .contains("there is no meeting")
    );
}

#[test]
fn a_meeting_that_opens_while_a_holder_is_unserved_has_a_defect_unless_the_holder_comes() {
    let waived = "waive-notice \"spring\" holder=\"A-3\" on=\"2002-03-21\"\n";
    let opens = "convene \"spring\" present=\"president, secretary\" presiding=\"president\" secretary=\"secretary\" on=\"2002-04-17T10:00\"\n";
    let comes = "attend \"spring\" holder=\"A-4\" on=\"2002-04-17T09:50\"\n";
    let objects = "object-to-notice \"spring\" holder=\"A-4\" objected=\"at the beginning\" purpose-only=#true on=\"2002-04-17T09:55\"\n";
    let (_, report) = desk(&format!("{SENT}{waived}{opens}"), 0);
    has(
        &report,
        &["defect[holder-without-notice]: 1 holder was given no notice"],
    );
    assert!(!report.contains("stockholder-notice-not-given"), "{report}");
    let (_, report) = desk(&format!("{SENT}{waived}{comes}{opens}"), 0);
    assert!(!report.contains("holder-without-notice"), "{report}");
    let (_, report) = desk(&format!("{SENT}{waived}{comes}{objects}{opens}"), 0);
    has(&report, &["defect[holder-without-notice]"]);
}
