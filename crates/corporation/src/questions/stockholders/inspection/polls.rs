//! # What holds for the opening and closing of the polls, and does a late ballot count?
//!
//! Answers to 8 Del. C. § 231(c) (the opening and closing are announced for each matter; nothing is accepted after the close
//! unless the Court of Chancery determines otherwise), and to the sections of the bylaws on polls or the conduct of meetings.
//!
//! **Our reading.** § 231(c) reaches only a corporation for which § 231 makes inspectors necessary; a bylaw that repeats it
//! reaches its own corporation in any case. The polls for each matter open and close by themselves: what comes after the close
//! for one matter is in time for another whose polls are open. "After the close" is taken as told; what comes at the moment of
//! the close is in time. What the rule does not reach is not late. Nobody's court order is presumed. An order of another court
//! than the text names, or on another's application, is for counsel to judge: inspectors whom it binds obey it all the same.
//!
//! **What may vary.** Bylaws may add; where § 231 binds they may not take away. Where no text speaks, whoever regulates the
//! polls decides.
//!
//! **Not encoded.** Reopening the polls before the result is announced: the texts do not say whether it may be done.
//!
//! **Open question.** Whether only the Court of Chancery may let in what is late; for counsel, 2026-11.

use quorate_law::vocabulary::polls::{
    ANNOUNCED, ANNOUNCES, COURT, DEFINITION, LATE, LATE_REACHES, LISTED as ONLY_WHERE_REQUIRED, ON_APPLICATION_OF,
    REGULATED_BY,
};
use quorate_law::{Provision, Situation};

use super::super::conduct::facts::{HOLDERS_OF_RECORD, LISTED};
use super::super::conduct::order::is_same_office;
use super::inspector_law::binding;
use super::inspector_rules::listed;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// Something came after the close.
pub static AFTER_CLOSE: FindingDefinition = FindingDefinition {
    id: "ballot-after-polls-closed",
    title: "a ballot, proxy or revocation came after the polls closed",
    rank: Rank::Form,
};

/// The polls were not announced.
pub static NOT_ANNOUNCED: FindingDefinition = FindingDefinition {
    id: "polls-not-announced",
    title: "the opening or closing of the polls was not announced",
    rank: Rank::Form,
};

/// The order is not the one that the text names.
pub static ANOTHER_COURT: FindingDefinition = FindingDefinition {
    id: "court-order-of-another-court",
    title: "the order is not of the court, or on the application, that the text names",
    rank: Rank::Authority,
};

/// Whether it came after the close.
pub static RECEIVED_AFTER_CLOSE: Fact<bool> = Fact::new(
    "received-after-close",
    "whether the ballot, proxy, revocation or change was received after the polls closed",
);
/// Whether a court let it in.
pub static COURT_ORDER: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new("court-order", "whether a court has ordered that it be accepted");
    fact.spec.otherwise = Some("no");
    fact
};
/// What came.
pub static CAME: Fact<&'static str> = Fact::word(
    "came",
    &["ballot", "proxy", "vote", "revocation", "change"],
    "what came: a ballot, a proxy, a vote, or a revocation or change of one",
);
/// Which court.
pub static COURT_NAME: Fact<String> = Fact::new("court", "the court whose order it is");
/// On whose application.
pub static APPLICANT: Fact<String> = Fact::new("applicant", "on whose application the court ordered it: stockholder, corporation");
/// What was announced.
pub static ANNOUNCED_POINTS: Fact<Vec<String>> = Fact::new(
    "announced",
    "what of the opening and closing was announced, such as date, time",
);
/// Whether opening and closing were announced.
pub static POLLS_ANNOUNCED: Fact<bool> = Fact::new(
    "polls-announced",
    "whether the opening and closing of the polls were announced at the meeting for each matter",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "polls",
    title: "What holds for the opening and closing of the polls?",
    chapter: "stockholders",
    capabilities: &["S16"],
    source: include_str!("polls.rs"),
    facts: &[
        &LISTED.spec,
        &HOLDERS_OF_RECORD.spec,
        &POLLS_ANNOUNCED.spec,
        &RECEIVED_AFTER_CLOSE.spec,
        &COURT_ORDER.spec,
        &CAME.spec,
        &COURT_NAME.spec,
        &APPLICANT.spec,
        &ANNOUNCED_POINTS.spec,
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[&AFTER_CLOSE, &NOT_ANNOUNCED, &ANOTHER_COURT],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let rules = binding(
        inquiry,
        &resolution,
        |provision| provision.says(&ONLY_WHERE_REQUIRED),
        items,
    )?;
    let announcing: Vec<&Provision> = rules
        .iter()
        .copied()
        .filter(|provision| provision.says(&ANNOUNCED))
        .collect();
    let refusing: Vec<&Provision> = rules
        .iter()
        .copied()
        .filter(|provision| provision.get(&LATE).is_some())
        .collect();
    judge_announcement(inquiry, &announcing);
    judge_late(inquiry, &refusing)?;
    judge_court(inquiry, &refusing);
    let mut items_of_all: Vec<String> = Vec::new();
    for provision in &rules {
        for detail in details(provision) {
            inquiry.show(format!("{}: {detail}", provision.citation));
        }
    }
    for item in rules.iter().flat_map(|provision| headlines(provision)) {
        if !items_of_all.contains(&item) {
            items_of_all.push(item);
        }
    }
    if items_of_all.is_empty() {
        return Err(Pause::NotApplicable(
            "the law's section on polls does not bind, and no other text speaks".to_owned(),
        ));
    }
    Ok(Value::Items(items_of_all).into())
}

/// What one provision says, an item each.
fn items(provision: &Provision) -> Vec<String> {
    [headlines(provision), details(provision)].concat()
}

/// What holds for the polls, an item each.
fn headlines(provision: &Provision) -> Vec<String> {
    let mut items = Vec::new();
    items.extend(
        provision
            .says(&ANNOUNCED)
            .then(|| "opening and closing announced at the meeting for each matter".to_owned()),
    );
    items.extend(provision.word(&LATE).map(|late| format!("after the close: {late}")));
    items.extend(provision.word(&REGULATED_BY).map(|who| format!("regulated by: {who}")));
    items
}

/// What is announced, what the rule on lateness reaches, and which court may change it, an item each.
fn details(provision: &Provision) -> Vec<String> {
    let items = [
        provision.get(&ANNOUNCES).map(|points| format!("announced: {points}")),
        provision.get(&LATE_REACHES).map(|what| format!("late is said of: {what}")),
        provision.word(&COURT).map(|court| format!("the court: {court}")),
        provision
            .word(&ON_APPLICATION_OF)
            .map(|who| format!("on application of: {who}")),
    ];
    items.into_iter().flatten().collect()
}

fn judge_announcement(inquiry: &mut Inquiry<'_>, announcing: &[&Provision]) {
    let Some(announced) = inquiry.known(&POLLS_ANNOUNCED) else {
        return;
    };
    if announcing.is_empty() {
        return;
    }
    let points = inquiry.known(&ANNOUNCED_POINTS);
    let mut missing: Vec<String> = announcing
        .iter()
        .filter_map(|provision| provision.get(&ANNOUNCES))
        .flat_map(|wanted| listed(wanted))
        .filter(|wanted| {
            let is_named = |points: &Vec<String>| points.iter().any(|point| is_same_office(point, wanted));
            points.as_ref().is_some_and(|points| !is_named(points))
        })
        .collect();
    missing.dedup();
    let is_met = announced && missing.is_empty();
    let were = match (announced, missing.is_empty()) {
        (false, _) => "were not announced at the meeting for each matter".to_owned(),
        (true, true) => "were announced at the meeting for each matter".to_owned(),
        (true, false) => format!("were announced without: {}", missing.join(", ")),
    };
    let message = format!("the opening and closing of the polls {were}");
    let mut found = finding(
        &NOT_ANNOUNCED,
        is_met,
        message,
        announcing,
        vec!["polls-announced", "announced"],
    );
    found.help = (!is_met).then(|| "announce at the meeting when the polls for each matter open and close".to_owned());
    inquiry.find(found);
}

fn judge_late(inquiry: &mut Inquiry<'_>, refusing: &[&Provision]) -> Result<(), Pause> {
    let Some(is_late) = inquiry.known(&RECEIVED_AFTER_CLOSE) else {
        return Ok(());
    };
    let came = inquiry.known(&CAME);
    let reaches = |provision: &&&Provision| match (provision.get(&LATE_REACHES), came) {
        (Some(what), Some(came)) => listed(what).iter().any(|kind| is_same_office(kind, came)),
        _ => true,
    };
    let refusing: Vec<&Provision> = refusing.iter().filter(reaches).copied().collect();
    if refusing.is_empty() {
        return Ok(());
    }
    let is_ordered = is_late && inquiry.need(&COURT_ORDER)?;
    let message = match (is_late, is_ordered) {
        (false, _) => "it was received before the polls closed",
        (true, true) => "it was received after the polls closed, and a court has ordered that it be accepted",
        (true, false) => "it was received after the polls closed, and no court has ordered that it be accepted",
    };
    let is_met = !is_late || is_ordered;
    let blames = vec!["received-after-close", "court-order"];
    let mut found = finding(&AFTER_CLOSE, is_met, message.to_owned(), &refusing, blames);
    found.help = (!is_met).then(|| "do not count it; a stockholder may apply to the court".to_owned());
    inquiry.find(found);
    Ok(())
}

/// Whether the order is of the court, and on the application, that the text names.
fn judge_court(inquiry: &mut Inquiry<'_>, refusing: &[&Provision]) {
    let (court, applicant) = (inquiry.known(&COURT_NAME), inquiry.known(&APPLICANT));
    let naming: Vec<&Provision> = refusing
        .iter()
        .copied()
        .filter(|provision| provision.get(&COURT).is_some() || provision.get(&ON_APPLICATION_OF).is_some())
        .collect();
    if naming.is_empty() || (court.is_none() && applicant.is_none()) {
        return;
    }
    let agrees = |told: &Option<String>, named: Option<&str>| match (told, named) {
        (Some(told), Some(named)) => is_same_office(told, named),
        _ => true,
    };
    let is_met = naming.iter().all(|provision| {
        agrees(&court, provision.word(&COURT)) && agrees(&applicant, provision.word(&ON_APPLICATION_OF))
    });
    let of = court.map_or_else(String::new, |court| format!(" of the {}", court.trim_start_matches("the ")));
    let on = applicant.map_or_else(String::new, |applicant| match applicant.as_str() {
        "stockholder" => " on the application of a stockholder".to_owned(),
        "corporation" => " on the application of the corporation".to_owned(),
        name => format!(" on the application of {name}"),
    });
    let is_that = if is_met { "is one" } else { "is not one" };
    let message = format!("the order{of}{on} {is_that} that the text names");
    let mut found = finding(&ANOTHER_COURT, is_met, message, &naming, vec!["court", "applicant"]);
    if !is_met {
        found.status = FindingStatus::NeedsJudgment;
        found.help = Some("have counsel say whether the order binds the inspectors".to_owned());
    }
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "polls";
    const NONE: &str = "narrative \"nothing\"";
    const ANNOUNCED: &str = "opening and closing announced at the meeting for each matter";
    const LATE: &str = "after the close: not accepted unless a court orders it";

    #[test]
    fn the_statute_binds_from_one_holder_over_two_thousand() {
        let both = format!("{ANNOUNCED}; {LATE}");
        let answer = ask_with_bylaws(NONE, ID, &[("listed", "no"), ("holders-of-record", "2001")]);
        assert_eq!(field(&answer, "value"), both);
        let answer = ask_with_bylaws(NONE, ID, &[("listed", "no"), ("holders-of-record", "2000")]);
        assert_eq!(
            (answer.value.is_none(), answer.controls_word().as_str()),
            (true, "none")
        );
        assert_eq!(field(&ask_with_bylaws(NONE, ID, &[("listed", "yes")]), "value"), both);
    }

    #[test]
    fn the_bylaws_own_words_come_first_and_the_statute_adds() {
        let own = "regulated by: chair of the meeting";
        let answer = ask_under("novell-2001", ID, &[("listed", "no"), ("holders-of-record", "2000")]);
        assert_eq!(
            (field(&answer, "value"), answer.controls_word()),
            (own.to_owned(), "bylaws".to_owned())
        );
        let answer = ask_under("novell-2001", ID, &[("listed", "yes")]);
        assert_eq!(field(&answer, "value"), format!("{own}; {ANNOUNCED}; {LATE}"));
        // These bylaws repeat the statute, so nothing turns on whether it binds.
        let answer = ask_under("raining-data-2001", ID, &[]);
        assert_eq!(
            (field(&answer, "value"), answer.needs.len()),
            (format!("{ANNOUNCED}; {LATE}"), 0)
        );
    }

    #[test]
    fn a_late_ballot_counts_only_by_order_of_court() {
        for (late, order, expected) in [
            ("no", None, "met"),
            ("yes", None, "unmet"),
            ("yes", Some("no"), "unmet"),
            ("yes", Some("yes"), "met"),
        ] {
            let mut told = vec![("received-after-close", late)];
            told.extend(order.map(|order| ("court-order", order)));
            assert_eq!(
                status(&ask_under("raining-data-2001", ID, &told), "ballot-after-polls-closed"),
                expected,
                "{told:?}"
            );
        }
        let told = [
            ("listed", "no"),
            ("holders-of-record", "2000"),
            ("received-after-close", "yes"),
        ];
        assert_eq!(
            status(&ask_under("novell-2001", ID, &told), "ballot-after-polls-closed"),
            "none"
        );
    }

    #[test]
    fn polls_are_announced_where_a_text_says_so() {
        for (announced, expected) in [("yes", "met"), ("no", "unmet")] {
            let answer = ask_under("raining-data-2001", ID, &[("polls-announced", announced)]);
            assert_eq!(status(&answer, "polls-not-announced"), expected);
        }
        for (holders, expected) in [("2001", "unmet"), ("2000", "none")] {
            let told = [
                ("listed", "no"),
                ("holders-of-record", holders),
                ("polls-announced", "no"),
            ];
            assert_eq!(
                status(&ask_under("novell-2001", ID, &told), "polls-not-announced"),
                expected,
                "{holders}"
            );
        }
    }

    #[test]
    fn the_order_is_of_the_court_that_the_text_names() {
        for (court, applicant, expected) in [
            ("Court of Chancery", "stockholder", "met"),
            ("Superior Court", "stockholder", "needs judgment"),
            ("Court of Chancery", "corporation", "needs judgment"),
        ] {
            let told = [("court", court), ("applicant", applicant)];
            let answer = ask_under("raining-data-2001", ID, &told);
            assert_eq!(status(&answer, "court-order-of-another-court"), expected, "{told:?}");
        }
    }

    #[test]
    fn the_rule_reaches_what_it_names_and_date_and_time_are_announced() {
        let bylaws = "polls announced=#true announces=\"date, time\" late=\"not accepted unless a court orders it\" late-reaches=\"ballot, proxy\"";
        let not_bound = [("listed", "no"), ("holders-of-record", "2000")];
        let ask = |more: &[(&str, &str)]| {
            let told: Vec<_> = not_bound.iter().copied().chain(more.iter().copied()).collect();
            ask_with_bylaws(bylaws, ID, &told)
        };
        for (came, expected) in [("ballot", "unmet"), ("proxy", "unmet"), ("revocation", "none")] {
            let answer = ask(&[("received-after-close", "yes"), ("came", came)]);
            assert_eq!(status(&answer, "ballot-after-polls-closed"), expected, "{came}");
        }
        for (announced, expected) in [("date, time", "met"), ("time", "unmet")] {
            let answer = ask(&[("polls-announced", "yes"), ("announced", announced)]);
            assert_eq!(status(&answer, "polls-not-announced"), expected, "{announced}");
        }
    }
}
