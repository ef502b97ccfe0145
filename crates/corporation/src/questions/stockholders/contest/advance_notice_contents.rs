//! # What must a stockholder's notice of business or of a nomination set out, and does it?
//!
//! Answers to the sections of the bylaws on advance notice.
//!
//! **Our reading.** The items of every section that applies cumulate. An item is named by whom or what it is about, such as
//! "nominee: age"; the bare item is enough where one alone is called so. What is about a beneficial owner is owed only where the
//! notice is given on behalf of one. An item that is owed on request is missing only when it was asked for and not furnished. What a
//! text asks to be brought up to date is late after the day that it names. Whether an item is set out in substance is for the person
//! who presides to judge.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** Whether what is set out is true and complete; what the federal proxy rules ask for item by item.

use quorate_calendar::Day;
use quorate_law::vocabulary::advance_notice_contents::{DEFINITION, ITEMS, OF, ON_REQUEST};
use quorate_law::vocabulary::advance_notice_update::{self, AS_OF, DUE};
use quorate_law::{Provision, Situation};

use super::facts::{SUBJECT, each_once, situation};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, MEETING_KIND, RECORD_DATE, finding};

/// What the notice sets out.
pub static STATED: Fact<Vec<String>> = Fact::new(
    "stated",
    "what the notice sets out or encloses, such as \"nominee: age\"",
);
/// Whether there is a beneficial owner.
pub static ON_BEHALF: Fact<bool> = Fact::new(
    "beneficial-owner",
    "whether the notice is given on behalf of a beneficial owner",
);
/// What the corporation asked for.
pub static REQUESTED: Fact<Vec<String>> = Fact::new(
    "requested",
    "what the corporation asked for besides, in the text's own items",
);
/// When it was brought up to date.
pub static UPDATED: Fact<Day> = Fact::new(
    "updated",
    "the day on which the corporation received the last update of the notice",
);

/// The notice leaves something out.
pub static MISSING: FindingDefinition = FindingDefinition {
    id: "advance-notice-incomplete",
    title: "the stockholder's notice leaves out what it must set out",
    rank: Rank::Form,
};

/// The notice was not brought up to date in time.
pub static NOT_UPDATED: FindingDefinition = FindingDefinition {
    id: "advance-notice-not-updated",
    title: "the stockholder's notice was not brought up to date in time",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "advance-notice-contents",
    title: "What must a stockholder's notice of business or of a nomination set out?",
    chapter: "stockholders",
    capabilities: &["S18", "S19"],
    source: include_str!("advance_notice_contents.rs"),
    facts: &[
        &SUBJECT.spec,
        &MEETING_KIND.spec,
        &MEETING_DATE.spec,
        &RECORD_DATE.spec,
        &STATED.spec,
        &ON_BEHALF.spec,
        &REQUESTED.spec,
        &UPDATED.spec,
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION, &advance_notice_update::DEFINITION],
    findings: &[&MISSING, &NOT_UPDATED],
    ask,
};

/// An item that the notice sets out.
struct Item<'a> {
    of: &'a str,
    item: &'a str,
    is_on_request: bool,
    asking: Vec<&'a Provision>,
}

impl Item<'_> {
    fn name(&self) -> String {
        format!("{}: {}", self.of, self.item)
    }
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = situation(inquiry)?;
    let items = judge(inquiry, &situation)?;
    Ok(Value::Items(items).into())
}

/// What the notice sets out, each once; and whether it does, and was brought up to date.
///
/// # Errors
/// Pauses when no text says anything, or a day that an update is counted from is not known.
pub(super) fn judge(inquiry: &mut Inquiry<'_>, situation: &Situation) -> Result<Vec<String>, Pause> {
    let resolution = inquiry.require(&DEFINITION, situation)?;
    let mut items: Vec<Item<'_>> = Vec::new();
    for provision in &resolution.controlling {
        let of = provision.word(&OF).unwrap_or_default();
        for item in provision.get_all(&ITEMS) {
            inquiry.show(format!("{}: {of}: {}", provision.citation, item.0));
            match items.iter_mut().find(|known| known.of == of && known.item == item.0) {
                Some(known) => known.asking.push(provision),
                None => items.push(Item {
                    of,
                    item: &item.0,
                    is_on_request: provision.says(&ON_REQUEST),
                    asking: vec![provision],
                }),
            }
        }
    }
    judge_items(inquiry, &items);
    judge_updates(inquiry, situation)?;
    let is_owed = |item: &&Item<'_>| item.of != BENEFICIAL_OWNER || inquiry.known(&ON_BEHALF) != Some(false);
    let named = |item: &Item<'_>| {
        let on_request = if item.is_on_request { " (on request)" } else { "" };
        format!("{}{on_request}", item.name())
    };
    Ok(items.iter().filter(is_owed).map(named).collect())
}

/// Whom items are about that are owed only where there is one.
const BENEFICIAL_OWNER: &str = "beneficial owner";

fn judge_items(inquiry: &mut Inquiry<'_>, items: &[Item<'_>]) {
    let Some(stated) = inquiry.known(&STATED) else { return };
    let requested = inquiry.known(&REQUESTED).unwrap_or_default();
    let on_behalf = inquiry.known(&ON_BEHALF);
    let has_owner = on_behalf == Some(true);
    let is_named = |list: &[String], item: &Item<'_>| {
        let rivals = items
            .iter()
            .filter(|other| other.item == item.item && (other.of != BENEFICIAL_OWNER || on_behalf != Some(false)));
        let is_only_one = rivals.count() == 1;
        list.iter().any(|given| {
            given.eq_ignore_ascii_case(&item.name()) || (is_only_one && given.eq_ignore_ascii_case(item.item))
        })
    };
    let is_owed = |item: &Item<'_>| {
        (item.of != BENEFICIAL_OWNER || has_owner) && (!item.is_on_request || is_named(&requested, item))
    };
    let missing: Vec<&Item<'_>> =
        items.iter().filter(|item| is_owed(item) && !is_named(&stated, item)).collect();
    let left_out: Vec<String> = missing.iter().map(|item| item.name()).collect();
    let is_met = missing.is_empty();
    let authority = each_once(
        items
            .iter()
            .filter(|item| is_met || missing.iter().any(|left| std::ptr::eq(*left, *item)))
            .flat_map(|item| item.asking.iter().copied()),
    );
    let message = if is_met {
        "the notice sets out all that it must".to_owned()
    } else {
        format!("the notice does not set out: {}", left_out.join("; "))
    };
    let mut found = finding(&MISSING, is_met, message, &authority, vec!["stated"]);
    if !is_met {
        let asked_by = |item: &&Item<'_>| {
            let asking: Vec<String> = item.asking.iter().map(|provision| provision.citation.to_string()).collect();
            format!("{}: {}", item.name(), asking.join(", "))
        };
        found.arithmetic = missing.iter().map(asked_by).collect();
        found.help = Some(format!("give a notice that sets out {}, while it is still timely", left_out.join("; ")));
    }
    inquiry.find(found);
}

fn judge_updates(inquiry: &mut Inquiry<'_>, situation: &Situation) -> Result<(), Pause> {
    let resolution = inquiry.consult(&advance_notice_update::DEFINITION, situation)?;
    let updated = inquiry.known(&UPDATED);
    for provision in &resolution.controlling {
        let (Some(as_of), Some(due)) = (provision.get(&AS_OF), provision.get(&DUE)) else { continue };
        let is_known = |event: &&str| inquiry.event(event).is_ok();
        if updated.is_none() && !due.events().iter().chain(&as_of.events()).all(is_known) {
            inquiry.show(format!("{}: brought up to date as of {as_of}, by {due}", provision.citation));
            continue;
        }
        let as_of = *inquiry.point(as_of)?.later();
        let due = *inquiry.point(due)?.later();
        inquiry.show(format!("{}: brought up to date as of {as_of}, by {due}", provision.citation));
        let Some(updated) = updated else { continue };
        let is_met = (as_of..=due).contains(&updated);
        let message = format!("the last update came on {updated}; it is due by {due}, and speaks as of {as_of}");
        let mut found = finding(&NOT_UPDATED, is_met, message, &[provision], vec!["updated"]);
        if !is_met {
            found.help = Some(if updated < as_of {
                format!("bring the notice up to date after {as_of} and by {due}")
            } else {
                "have the chair of the meeting determine what follows".to_owned()
            });
        }
        inquiry.find(found);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::answer::Answer;
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "advance-notice-contents";

    fn message(answer: &Answer) -> &str {
        &answer.findings[0].message
    }

    #[test]
    fn every_item_is_asked_for_and_each_left_out_is_named() {
        for (set, subject) in [
            ("altiris-2006", "business"),
            ("altiris-2006", "nominations"),
            ("novell-2001", "business"),
            ("novell-2001", "nominations"),
            ("raining-data-2001", "business"),
            ("raining-data-2001", "nominations"),
        ] {
            let told = [("subject", subject), ("beneficial-owner", "yes")];
            let value = field(&ask_under(set, ID, &told), "value");
            let items: Vec<&str> = value.split("; ").filter(|item| !item.ends_with("(on request)")).collect();
            for (left_out, item) in items.iter().enumerate() {
                let stated: Vec<&str> = items.iter().enumerate().filter(|(index, _)| *index != left_out).map(|(_, item)| *item).collect();
                let stated = stated.join(", ");
                let told = [("subject", subject), ("beneficial-owner", "yes"), ("stated", stated.as_str())];
                let answer = ask_under(set, ID, &told);
                assert_eq!(status(&answer, "advance-notice-incomplete"), "unmet", "{set} {item}");
                assert_eq!(message(&answer), format!("the notice does not set out: {item}"));
            }
            let stated = items.join(", ");
            let told = [("subject", subject), ("beneficial-owner", "yes"), ("stated", stated.as_str())];
            assert_eq!(status(&ask_under(set, ID, &told), "advance-notice-incomplete"), "met", "{set}");
        }
    }

    #[test]
    fn what_is_about_a_beneficial_owner_is_owed_where_there_is_one() {
        let bylaws = "advance-notice-contents \"name\" of=\"stockholder\"\nadvance-notice-contents \"name\" \"wishes\" of=\"beneficial owner\"";
        for (owner, stated, expected) in [
            ("no", "stockholder: name", "met"),
            ("yes", "stockholder: name", "unmet"),
            ("yes", "stockholder: name, beneficial owner: name, wishes", "met"),
            // A bare item is not enough where two are called so.
            ("no", "name", "met"),
            ("yes", "name, wishes", "unmet"),
        ] {
            let told = [("beneficial-owner", owner), ("stated", stated)];
            assert_eq!(status(&ask_with_bylaws(bylaws, ID, &told), "advance-notice-incomplete"), expected, "{told:?}");
        }
    }

    #[test]
    fn what_is_owed_on_request_is_missing_only_when_asked_for() {
        let bylaws = "advance-notice-contents \"name\" of=\"nominee\"\nadvance-notice-contents \"questionnaire\" of=\"nominee\" on-request=#true";
        for (requested, stated, expected) in [
            (None, "name", "met"),
            (Some("questionnaire"), "name", "unmet"),
            (Some("questionnaire"), "name, questionnaire", "met"),
        ] {
            let told: Vec<_> = [("stated", stated)].into_iter().chain(requested.map(|item| ("requested", item))).collect();
            assert_eq!(status(&ask_with_bylaws(bylaws, ID, &told), "advance-notice-incomplete"), expected, "{told:?}");
        }
    }

    #[test]
    fn an_update_speaks_as_of_its_day_and_comes_in_time() {
        let bylaws = "advance-notice-contents \"name\" of=\"nominee\"\nadvance-notice-update as-of=\"the record date\" due=\"6 days after the record date\"";
        for (updated, expected) in
            [("2021-03-31", "unmet"), ("2021-04-01", "met"), ("2021-04-07", "met"), ("2021-04-08", "unmet")]
        {
            let told = [("record-date", "2021-04-01"), ("updated", updated)];
            assert_eq!(status(&ask_with_bylaws(bylaws, ID, &told), "advance-notice-not-updated"), expected, "{updated}");
        }
        assert!(ask_with_bylaws(bylaws, ID, &[]).value.is_some());
    }
}
