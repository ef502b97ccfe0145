//! # What do the minutes of a meeting show?
//!
//! Answers to the sections of the bylaws on the duties of the secretary and on minutes. The statute asks only that some
//! officer record the proceedings of meetings (8 Del. C. § 142(a)) and lists nothing.
//!
//! **Our reading.** An annual meeting is a regular one. What several sections ask for cumulates: what is said of every meeting of the body holds for a special
//! one as well. The minutes are complete when each item is stated; more does no harm.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** Whether what is stated is true, and whether it is stated fully enough: the meeting that approves the
//! minutes judges that.

use quorate_law::vocabulary::minutes::{CONTENTS, DEFINITION, ELSEWHERE_BY, KEPT_AT, KEPT_BY, MAY_DELEGATE, OR_KEPT_BY};
use quorate_calendar::CivilMoment;
use quorate_law::{Provision, Situation};

use super::order::is_same_office;
use crate::quantity::Quantity;

use crate::answer::{Shape, Value};
use crate::facts::{Fact, FactType};
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{BODY, MEETING_KIND, finding};

/// Something is left out.
pub static INCOMPLETE: FindingDefinition = FindingDefinition {
    id: "minutes-incomplete",
    title: "the minutes leave out what the text asks for",
    rank: Rank::Form,
};

/// They say otherwise than the book.
pub static DIFFER: FindingDefinition = FindingDefinition {
    id: "minutes-differ-from-book",
    title: "the minutes state otherwise than what was entered when it happened",
    rank: Rank::Form,
};
/// They are kept by another.
pub static KEEPER: FindingDefinition = FindingDefinition {
    id: "minutes-kept-by-another",
    title: "the minutes are kept by another than the text names",
    rank: Rank::Authority,
};
/// They are kept elsewhere.
pub static ELSEWHERE: FindingDefinition = FindingDefinition {
    id: "minutes-kept-elsewhere",
    title: "the minutes are kept elsewhere than the text says",
    rank: Rank::Form,
};

/// Whether they are adopted.
pub static ADOPTED: Fact<bool> = Fact::new(
    "minutes-adopted",
    "whether the minutes were adopted; then it is said where it is not told what they show",
);
/// The hour that they state.
pub static STATED_AT: Fact<CivilMoment> = Fact::new("stated-at", "the day and hour of the meeting that the minutes state");
/// The hour entered.
pub static ENTERED_AT: Fact<CivilMoment> = Fact::new("entered-at", "the day and hour at which the meeting was entered to convene");
/// The place that they state.
pub static STATED_PLACE: Fact<String> = Fact::new("stated-place", "the place of the meeting that the minutes state");
/// The place entered.
pub static ENTERED_PLACE: Fact<String> = Fact::new("entered-place", "the place at which the meeting was entered to be held");
/// The shares that they state.
pub static STATED_SHARES: Fact<Quantity> = Fact::new(
    "stated-shares",
    "the shares or votes present or represented that the minutes state",
);
/// The shares entered.
pub static ENTERED_SHARES: Fact<Quantity> = Fact::new(
    "entered-shares",
    "the shares or votes entered as present or represented",
);
/// Who keeps them.
pub static KEPT_BY_WHOM: Fact<String> = Fact::new("kept-by", "the office of the one who keeps the minutes");
/// Where.
pub static KEPT_WHERE: Fact<String> = Fact::new("kept-at", "where the minutes are kept");
/// Who directed it.
pub static DIRECTED_BY: Fact<String> = Fact::new("directed-by", "the office or body that directed the place where they are kept");

/// What is stated.
pub static STATED: Fact<Vec<String>> = Fact::new("stated", "what the minutes state, in the text's own items");

/// The question.
pub static QUESTION: Question = Question {
    id: "minutes-contents",
    title: "What do the minutes of a meeting show?",
    chapter: "stockholders",
    capabilities: &["S21"],
    source: include_str!("minutes_contents.rs"),
    facts: &[
        &BODY.spec,
        &MEETING_KIND.spec,
        &STATED.spec,
        &ADOPTED.spec,
        &STATED_AT.spec,
        &ENTERED_AT.spec,
        &STATED_PLACE.spec,
        &ENTERED_PLACE.spec,
        &STATED_SHARES.spec,
        &ENTERED_SHARES.spec,
        &KEPT_BY_WHOM.spec,
        &KEPT_WHERE.spec,
        &DIRECTED_BY.spec,
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&INCOMPLETE, &DIFFER, &KEEPER, &ELSEWHERE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let kind = inquiry.need(&MEETING_KIND)?;
    // What they say against the book needs no text.
    differing(inquiry);
    let resolution = inquiry.require(
        &DEFINITION,
        &Situation::general().with("body", body).with("meeting", kind),
    )?;
    let mut items: Vec<String> = Vec::new();
    // What is said of every meeting stands before what is said of one kind only.
    let mut provisions = resolution.controlling.clone();
    provisions.sort_by_key(|provision| provision.scope.0.len());
    for provision in &provisions {
        for item in provision.get_all(&CONTENTS) {
            if !items.contains(item) {
                items.push(item.clone());
            }
        }
        if let Some(keeper) = provision.word(&KEPT_BY) {
            let at = provision
                .get(&KEPT_AT)
                .map_or_else(String::new, |place| format!(", at: {place}"));
            let elsewhere = provision
                .word(&ELSEWHERE_BY)
                .map_or_else(String::new, |by| format!(", or where the {by} directs"));
            let keeper = provision
                .word(&OR_KEPT_BY)
                .map_or_else(|| keeper.to_owned(), |other| format!("{keeper} or {other}"));
            let others = if provision.says(&MAY_DELEGATE) { " or others for that officer" } else { "" };
            inquiry.show(format!("{}: kept by the {keeper}{others}{at}{elsewhere}", provision.citation));
        }
    }
    match inquiry.known(&STATED) {
        Some(stated) => judge(inquiry, &items, &stated, &provisions),
        None if inquiry.known(&ADOPTED) == Some(true) => untold(inquiry, &items, &provisions),
        None => {}
    }
    keeper(inquiry, &provisions);
    place(inquiry, &provisions);
    Ok(Value::Items(items).into())
}

fn judge(inquiry: &mut Inquiry<'_>, items: &[String], stated: &[String], provisions: &[&Provision]) {
    let is_stated = |item: &str| stated.iter().any(|other| other.eq_ignore_ascii_case(item));
    let missing: Vec<&str> = items
        .iter()
        .map(String::as_str)
        .filter(|item| !is_stated(item))
        .collect();
    let message = if missing.is_empty() {
        "the minutes state every item".to_owned()
    } else {
        format!("the minutes do not state: {}", missing.join("; "))
    };
    let authority: Vec<&Provision> = provisions
        .iter()
        .copied()
        .filter(|provision| missing.is_empty() || provision.get_all(&CONTENTS).iter().any(|item| !is_stated(item)))
        .collect();
    let mut found = finding(&INCOMPLETE, missing.is_empty(), message, &authority, vec!["stated"]);
    found.help = (!missing.is_empty()).then(|| format!("add to the minutes: {}", missing.join("; ")));
    inquiry.find(found);
}

/// Minutes were adopted, and nobody says what they show.
fn untold(inquiry: &mut Inquiry<'_>, items: &[String], provisions: &[&Provision]) {
    let message = format!("what the minutes show is not told; they are to show: {}", items.join("; "));
    let mut found = finding(&INCOMPLETE, true, message, provisions, vec!["stated"]);
    found.status = FindingStatus::Unknown;
    found.help = Some("say which of the items the minutes state".to_owned());
    inquiry.find(found);
}

/// Holds what the minutes state against what was entered, where both are told.
fn differing(inquiry: &mut Inquiry<'_>) {
    let pairs = [
        ("the time", text(inquiry, &STATED_AT), text(inquiry, &ENTERED_AT)),
        ("the place", text(inquiry, &STATED_PLACE), text(inquiry, &ENTERED_PLACE)),
        (
            "the shares present or represented",
            text(inquiry, &STATED_SHARES),
            text(inquiry, &ENTERED_SHARES),
        ),
    ];
    let told: Vec<(&str, String, String)> = pairs
        .into_iter()
        .filter_map(|(what, stated, entered)| Some((what, stated?, entered?)))
        .collect();
    if told.is_empty() {
        return;
    }
    let differing: Vec<String> = told
        .iter()
        .filter(|(_, stated, entered)| !is_same_office(stated, entered))
        .map(|(what, stated, entered)| format!("{what}: {stated}, entered as {entered}"))
        .collect();
    let is_met = differing.is_empty();
    let message = if is_met {
        "what the minutes state agrees with what was entered".to_owned()
    } else {
        format!("the minutes state {}", differing.join("; "))
    };
    let mut found = finding(&DIFFER, is_met, message, &[], vec!["stated-at", "stated-place", "stated-shares"]);
    found.help = (!is_met).then(|| "correct the minutes, or the entry where it is in error".to_owned());
    inquiry.find(found);
}

fn text<T: FactType + std::fmt::Display>(inquiry: &Inquiry<'_>, fact: &Fact<T>) -> Option<String> {
    inquiry.known(fact).map(|value| value.to_string())
}

/// Whether one of those keeps the minutes who are to.
fn keeper(inquiry: &mut Inquiry<'_>, provisions: &[&Provision]) {
    let naming: Vec<&Provision> = provisions
        .iter()
        .copied()
        .filter(|provision| provision.word(&KEPT_BY).is_some())
        .collect();
    let (Some(by), false) = (inquiry.known(&KEPT_BY_WHOM), naming.is_empty()) else {
        return;
    };
    let mut names: Vec<&str> = naming
        .iter()
        .flat_map(|provision| [provision.word(&KEPT_BY), provision.word(&OR_KEPT_BY)])
        .flatten()
        .collect();
    names.dedup();
    let is_named = names.iter().any(|name| is_same_office(name, &by));
    let may_delegate = naming.iter().any(|provision| provision.says(&MAY_DELEGATE));
    let message = match (is_named, may_delegate) {
        (true, _) => format!("the {by} keeps the minutes"),
        (false, true) => format!("the {by} keeps the minutes for the {}, who may have it done", names.join(" or the ")),
        (false, false) => format!("the {by} keeps the minutes; the text names the {}", names.join(" or the ")),
    };
    let is_met = is_named || may_delegate;
    let mut found = finding(&KEEPER, is_met, message, &naming, vec!["kept-by"]);
    found.help = (!is_met).then(|| format!("have them kept by the {}", names.join(" or the ")));
    inquiry.find(found);
}

/// Whether they are kept where they are to be.
fn place(inquiry: &mut Inquiry<'_>, provisions: &[&Provision]) {
    let naming: Vec<&Provision> = provisions
        .iter()
        .copied()
        .filter(|provision| provision.get(&KEPT_AT).is_some())
        .collect();
    let (Some(place), Some(provision)) = (inquiry.known(&KEPT_WHERE), naming.first()) else {
        return;
    };
    let wanted = provision.get(&KEPT_AT).map_or("", String::as_str);
    let director = provision.word(&ELSEWHERE_BY);
    let directed = inquiry.known(&DIRECTED_BY);
    let is_directed = match (director, &directed) {
        (Some(who), Some(by)) => is_same_office(who, by),
        _ => false,
    };
    let is_met = is_same_office(wanted, &place) || is_directed;
    let message = if is_directed {
        format!("the minutes are kept at: {place}, as the {} directed", director.unwrap_or_default())
    } else {
        format!("the minutes are kept at: {place}; the text says: {wanted}")
    };
    let mut found = finding(&ELSEWHERE, is_met, message, &naming, vec!["kept-at"]);
    found.help = (!is_met).then(|| match director {
        Some(who) => format!("keep them at: {wanted}, or have the {who} direct the place"),
        None => format!("keep them at: {wanted}"),
    });
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "minutes-contents";

    #[test]
    fn the_items_differ_by_body_and_kind_of_meeting() {
        let general =
            "time and place; whether regular or special; number of shares present or represented; proceedings";
        let special = format!("{general}; how called; notice given");
        let board = "time and place; whether regular or special; names of those present; proceedings";
        for (body, kind, items) in [
            ("stockholders", "annual", general),
            ("stockholders", "special", special.as_str()),
            ("board", "annual", board),
            ("board", "special", &format!("{board}; how called; notice given")),
            ("committee", "annual", board),
            ("committee", "special", &format!("{board}; how called; notice given")),
        ] {
            let answer = ask_under("altiris-2006", ID, &[("body", body), ("meeting-kind", kind)]);
            assert_eq!(field(&answer, "value"), items, "{body} {kind}");
        }
    }

    #[test]
    fn two_sections_that_ask_for_the_same_ask_once() {
        assert_eq!(field(&ask_under("novell-2001", ID, &[]), "value"), "proceedings");
    }

    #[test]
    fn what_is_left_out_is_named() {
        for (kind, stated, expected) in [
            ("annual", "time and place, proceedings", "unmet"),
            (
                "annual",
                "Proceedings, time and place, whether regular or special, number of shares present or represented",
                "met",
            ),
            (
                "special",
                "proceedings, time and place, whether regular or special, number of shares present or represented",
                "unmet",
            ),
        ] {
            let answer = ask_under("altiris-2006", ID, &[("meeting-kind", kind), ("stated", stated)]);
            assert_eq!(status(&answer, "minutes-incomplete"), expected, "{kind} {stated}");
        }
        let answer = ask_with_bylaws("minutes \"time\" \"place\"", ID, &[("stated", "time")]);
        assert_eq!(answer.findings[0].message, "the minutes do not state: place");
    }

    #[test]
    fn what_they_state_is_held_against_the_record() {
        for (stated, entered, expected) in [("1,200", "1200", "met"), ("1,200", "1201", "unmet")] {
            let told = [("stated-shares", stated), ("entered-shares", entered)];
            // No text is needed for it.
            for set in ["altiris-2006", "raining-data-2001"] {
                assert_eq!(status(&ask_under(set, ID, &told), "minutes-differ-from-book"), expected, "{set}");
            }
        }
    }

    #[test]
    fn they_are_kept_by_whom_and_where_the_text_says() {
        for (set, by, expected) in [
            ("novell-2001", "secretary", "met"),
            ("novell-2001", "secretary of the meeting", "met"),
            ("novell-2001", "treasurer", "unmet"),
            // At Altiris the secretary may have them kept.
            ("altiris-2006", "treasurer", "met"),
        ] {
            assert_eq!(status(&ask_under(set, ID, &[("kept-by", by)]), "minutes-kept-by-another"), expected, "{set} {by}");
        }
        for (place, by, expected) in [
            ("principal executive office", None, "met"),
            ("law firm", None, "unmet"),
            ("law firm", Some("president"), "unmet"),
            ("law firm", Some("board of directors"), "met"),
        ] {
            let mut told = vec![("kept-at", place)];
            told.extend(by.map(|by| ("directed-by", by)));
            assert_eq!(status(&ask_under("altiris-2006", ID, &told), "minutes-kept-elsewhere"), expected, "{told:?}");
        }
    }
}
