//! # What holds for the opening and closing of the polls, and does a late ballot count?
//!
//! Answers to 8 Del. C. § 231(c) (the opening and closing are announced for each matter; nothing is accepted after the close
//! unless the Court of Chancery determines otherwise), and to the sections of the bylaws on polls or the conduct of meetings.
//!
//! **Our reading.** § 231(c) reaches only a corporation for which § 231 makes inspectors necessary; a bylaw that repeats it
//! reaches its own corporation in any case. "After the close" is taken as told. A ballot, a proxy, a vote, a revocation and
//! a change are treated alike. Nobody's court order is presumed.
//!
//! **What may vary.** Bylaws may add; where § 231 binds they may not take away. Where no text speaks, whoever regulates the
//! polls decides.
//!
//! **Not encoded.** Reopening the polls before the result is announced: the texts do not say whether it may be done.

use quorate_law::vocabulary::polls::{ANNOUNCED, DEFINITION, LATE, LISTED as ONLY_WHERE_REQUIRED, REGULATED_BY};
use quorate_law::{Provision, Situation};

use super::facts::{HOLDERS_OF_RECORD, LISTED};
use super::inspector_law::binding;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
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
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[&AFTER_CLOSE, &NOT_ANNOUNCED],
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
    let mut items_of_all: Vec<String> = Vec::new();
    for item in rules.iter().flat_map(|provision| items(provision)) {
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

fn judge_announcement(inquiry: &mut Inquiry<'_>, announcing: &[&Provision]) {
    let Some(announced) = inquiry.known(&POLLS_ANNOUNCED) else {
        return;
    };
    if announcing.is_empty() {
        return;
    }
    let were = if announced {
        "were announced"
    } else {
        "were not announced"
    };
    let message = format!("the opening and closing of the polls {were} at the meeting for each matter");
    let mut found = finding(&NOT_ANNOUNCED, announced, message, announcing, vec!["polls-announced"]);
    found.help =
        (!announced).then(|| "announce at the meeting when the polls for each matter open and close".to_owned());
    inquiry.find(found);
}

fn judge_late(inquiry: &mut Inquiry<'_>, refusing: &[&Provision]) -> Result<(), Pause> {
    let Some(is_late) = inquiry.known(&RECEIVED_AFTER_CLOSE) else {
        return Ok(());
    };
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
    let mut found = finding(&AFTER_CLOSE, is_met, message.to_owned(), refusing, blames);
    found.help = (!is_met).then(|| "do not count it; a stockholder may apply to the court".to_owned());
    inquiry.find(found);
    Ok(())
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
}
