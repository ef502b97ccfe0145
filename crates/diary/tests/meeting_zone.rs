//! The hours of a meeting are read by the clocks of its place; all others by those of the corporation.

use quorate_diary::read;

/// In New York the clocks skip 02:00 to 03:00 on 7 April 2002; in Phoenix they skip nothing.
fn problems(zone_of_place: &str) -> Vec<String> {
    let diary = format!(
        "form-corporation \"Oak, Inc.\" on=\"1998-03-02\" zone=\"America/New_York\"\n\
         call-meeting \"night\" kind=\"annual\" at=\"2002-04-07T02:30\" {zone_of_place} on=\"2002-02-20\"\n\
         open-polls \"night\" on=\"2002-04-07T02:45\"\n"
    );
    read(&diary).1.into_iter().map(|problem| problem.message).collect()
}

#[test]
fn an_hour_that_the_place_has_is_no_error_though_the_corporation_has_it_not() {
    assert_eq!(
        problems("place=\"Phoenix\" zone=\"America/Phoenix\""),
        Vec::<String>::new()
    );
}

#[test]
fn without_a_zone_of_its_own_the_meeting_keeps_the_corporations_clocks() {
    let found = problems("place=\"Albany\"");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found.iter().all(|message| message.contains("America/New_York")),
        "{found:?}"
    );
}

#[test]
fn a_zone_that_does_not_exist_is_named_at_its_place() {
    let found = problems("zone=\"America/Nowhere\"");
    assert!(
        found.iter().any(|message| message.contains("America/Nowhere")),
        "{found:?}"
    );
}
